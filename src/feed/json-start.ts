/** Where JSON begins in an answer: firewalls and templates write scripts, comments, `)]}'` or `var data =` before it. */

const LEADING_MARKUP = /^(?:\s|<(script|style)\b[^]*?<\/\1\s*>|<!--[^]*?-->|<\/[a-z]+\s*>)+/i;
/** A web page: whatever JSON stands in it is none of a feed. */
const PAGE_START = /^\s*<(?:!doctype|html|head|body|title|meta)/i;
const JSON_START = /\{\s*(?:"|\})|\[\s*(?:[{["\]\d]|null|true|false)/;

/** Characters: junk longer than this is a page, not a prefix. */
const MOST_JUNK = 262_144;

// What is written before JSON so that it can't be run, or so that it can: )]}', while(1); {} && /* */ var data = callback(
const GUARD = new RegExp('^(?:\\s|\\ufeff|/\\*[^*]{0,200}\\*/|//[^\\n]{0,200}\\n|\\)\\]\\}\',?|(?:while|for)\\s*\\([^)]{0,20}\\)\\s*;'
  + '|\\{\\}\\s*&&|throw[^\\n]{0,60}\\n)*');
const CALL = /^(?:(?:(?:var|let|const)\s+)?[\w$.]{1,100}\s*=|(?:typeof\s[^&]{0,100}&&\s*)?[\w$.]{1,100}\s*\(|return|\()?\s*$/;
const TRAILER = /^(?:\s|[)};,"']|<!--[^>]{0,300}-->|<\/?[a-z][^>]{0,300}>|\/\*[^*]{0,200}\*\/|\/\/[^\n]{0,300}(?:\n|$))*$/i;

/** Where the JSON of an answer begins. */
export interface JsonStart {
  readonly json: string;
  /** Nothing stands before it but what is known to. */
  readonly isClean: boolean;
}

/** The text from where its JSON begins; undefined where it has not begun yet. */
export function startOfJson(text: string): JsonStart | 'never' | undefined {
  const rest = text.replace(LEADING_MARKUP, '');
  // A script that has begun but not ended may hold braces of its own; so may a page.
  const start = /^<(script|style|!--)/i.test(rest) || PAGE_START.test(text) ? -1 : rest.search(JSON_START);
  if (start < 0 && text.length > MOST_JUNK) return 'never';
  if (start < 0) return undefined;
  return { json: rest.slice(start), isClean: CALL.test(rest.slice(0, start).replace(GUARD, '')) };
}

/** Whether nothing follows a document but what is known to: `);` of a call, a comment of the server. */
export const isCleanTail = (tail: string): boolean => TRAILER.test(tail);
