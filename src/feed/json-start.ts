/** Where JSON begins in an answer: firewalls and templates write scripts, comments, `)]}'` or `var data =` before it. */
import { FeedFailure } from '../model/failure.js';

const LEADING_MARKUP = /^(?:\s|<(script|style)\b[^]*?<\/\1\s*>|<!--[^]*?-->|<\/[a-z]+\s*>)+/i;
const JSON_START = /\{\s*(?:"|\})|\[\s*(?:[{["\]\d]|null|true|false)/;
const PAGE = /^\s*<(?:!doctype|html|head|body|title|meta)/i;

/** Characters: junk longer than this is a page, not a prefix. */
const MOST_JUNK = 262_144;

const isPage = (): FeedFailure => new FeedFailure({ code: 'html', detail: '返回的是网页：地址有误、需要登录，或被防火墙拦截。' });

/** What is wrong with an answer in which no JSON has begun. */
export const noJson = (text: string): FeedFailure => {
  if (/^\s*</.test(text)) return isPage();
  return new FeedFailure({ code: 'syntax', detail: text.trim() ? '数据不是有效的 JSON。' : '数据为空。' });
};

/** The text from where its JSON begins; undefined where it has not begun yet. Fails with a FeedFailure where it never will. */
export const startOfJson = (text: string): string | undefined => {
  if (PAGE.test(text)) throw isPage();
  const rest = text.replace(LEADING_MARKUP, '');
  // A script that has begun but not ended may hold braces of its own.
  const start = /^<(script|style|!--)/i.test(rest) ? -1 : rest.search(JSON_START);
  if (start < 0 && text.length > MOST_JUNK) throw noJson(text);
  return start < 0 ? undefined : rest.slice(start);
};
