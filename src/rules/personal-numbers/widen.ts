/** What belongs to a number and is none: the bracket it opens, the + of a country's code, an extension. */
import { isSpace } from './signs.js';
import type { PersonalNumberKind, SpanList } from './span.js';

/** Whether a bracket stands at a place; `closing` has one of its lowest bit more, ( and ), （ and ）. */
const isBracket = (text: string, at: number, closing: 0 | 1): boolean => {
  const code = text.charCodeAt(at) - closing;
  return code === 0x28 || code === 0xff08;
};

/** Whether the bracket that stands before a stretch is closed in it. */
const isClosedIn = (text: string, start: number, end: number): boolean => {
  for (let i = start; i < end; i++) {
    if (isBracket(text, i, 1)) return true;
    if (isBracket(text, i, 0)) return false;
  }
  return false;
};

const COUNTRY = /(?:[+＋]\s?|00)86[\s-]{0,2}$/;

/** Where the + of a country's code begins that stands before a telephone's number. */
const beforeCountry = (text: string, start: number): number => {
  let at = start - 1;
  while (at > 0 && start - at <= 2 && (text.charCodeAt(at) === 0x2d || isSpace(text.charCodeAt(at)))) at--;
  if (at < 0) return start;
  const code = text.charCodeAt(at);
  if (code === 0x36) return start - (COUNTRY.exec(text.slice(Math.max(0, start - 8), start)) ?? [''])[0].length;
  return at === start - 1 && (code === 0x2b || code === 0xff0b) ? at : start;
};

const LONGEST_EXTENSION = 12;
/** 转 and 分机. */
const [TURN, PART] = [0x8f6c, 0x5206];

const afterExtension = (text: string, end: number): number => {
  if (end >= text.length) return end;
  const at = isSpace(text.charCodeAt(end)) ? end + 1 : end;
  const code = text.charCodeAt(at);
  if (code !== TURN && code !== PART) return end;
  return end + (/^\s?(?:转|分机)\s?\d{1,6}/.exec(text.slice(end, end + LONGEST_EXTENSION)) ?? [''])[0].length;
};

/** Where a number begins with the bracket that it closes. */
const beforeBracket = (text: string, from: number, to: number): number =>
  (from > 0 && isBracket(text, from - 1, 0) && isClosedIn(text, from, to) ? from - 1 : from);

/** Adds a number with what belongs to it. */
export const addNumber = (spans: SpanList, text: string, from: number, to: number, kind: PersonalNumberKind): void => {
  const start = beforeBracket(text, from, to);
  if (kind === 'phone') spans.add(beforeCountry(text, start), afterExtension(text, to), kind);
  else spans.add(start, to, kind);
};
