/**
 * The one detector of personal numbers, for every string that can be shown. It reads a text freed of spaces, breaks, tags,
 * dashes, dots, slashes, brackets, low lines and format characters, and says where in the original they stand.
 */
import { chainFor, eachChain } from './chains.js';
import { Classifier } from './classify.js';
import { CHAIN, FLAT, look, WORD } from './hints.js';
import { findOthers } from './others.js';
import { mergeSpans, REDACTED, type PersonalNumberKind, type PersonalSpan } from './span.js';

export { REDACTED } from './span.js';

export interface DetectOptions {
  /** The record is about a natural person: addresses in it are theirs. */
  readonly person?: boolean;
  /** The office speaks for itself (remedy, notice, publisher): its landlines are there to be called. */
  readonly office?: boolean;
}

/** Whether a closer look at a text is worth while: most hold nothing personal. */
export const mayHoldPersonalNumbers = (text: string, person = false): boolean => (look(text) & ~(person ? WORD : WORD | FLAT)) !== 0;

const OPENING = '(（';
const CLOSING = ')）';
/** Whether the bracket that stands before a stretch is closed in it. */
const isClosedIn = (text: string, start: number, end: number): boolean => {
  for (let i = start; i < end; i++) {
    if (CLOSING.includes(text.charAt(i))) return true;
    if (OPENING.includes(text.charAt(i))) return false;
  }
  return false;
};

/** White space between a number and what belongs to it: most of it is ASCII. */
const isSpace = (code: number): boolean => code === 0x20 || ((code < 0x20 || (code >= 0xa0 && code < 0x3001) || code === 0xfeff)
  && String.fromCharCode(code).trim() === '');

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

const afterExtension = (text: string, end: number): number => {
  if (end >= text.length) return end;
  const at = isSpace(text.charCodeAt(end)) ? end + 1 : end;
  const char = text.charAt(at);
  if (char !== '转' && char !== '分') return end;
  return end + (/^\s?(?:转|分机)\s?\d{1,6}/.exec(text.slice(end, end + LONGEST_EXTENSION)) ?? [''])[0].length;
};

/** With what belongs to a number and is none: the bracket it opens, the + of a country's code, an extension. */
const widened = (text: string, from: number, to: number, kind: PersonalNumberKind): PersonalSpan => {
  const start = from > 0 && OPENING.includes(text.charAt(from - 1)) && isClosedIn(text, from, to) ? from - 1 : from;
  return kind === 'phone' ? { start: beforeCountry(text, start), end: afterExtension(text, to), kind } : { start, end: to, kind };
};

/** Where personal numbers stand in a text, in order, without overlaps. */
export const findPersonalNumbers = (text: string, { person = false, office = false }: DetectOptions = {}): PersonalSpan[] => {
  const seen = look(text) & (person ? ~0 : ~FLAT);
  if (!(seen & ~WORD)) return [];
  const numbers: PersonalSpan[] = [];
  const others: PersonalSpan[] = [];
  if (seen & CHAIN) {
    const chain = chainFor(text);
    const report = (start: number, end: number, kind: PersonalNumberKind): void => void numbers.push(widened(text, start, end, kind));
    const classifier = new Classifier(text, chain, office, report);
    eachChain(text, chain, () => classifier.classify());
  }
  findOthers(text, seen, person, (start, end, kind) => void others.push({ start, end, kind }));
  return others.length || numbers.length > 1 ? mergeSpans(numbers, others) : numbers;
};

/**
 * The number of a certificate and nothing else (JY13300000000001): letters that are no word for a number directly before one run
 * of fewer digits than an ID has (see `isCertificate` in classify.ts).
 */
const CERTIFICATE_NUMBER = /^(?!ID|QQ|WX|VX|DH|SJ)[A-Z]{2}\d{8,17}$/;

export const isCertificateNumber = (text: string): boolean => CERTIFICATE_NUMBER.test(text);

/** A text without personal numbers; the same text where there are none. */
export const redactNumbers = (text: string, options?: DetectOptions): string => {
  const spans = findPersonalNumbers(text, options);
  if (spans.length === 0) return text;
  const pieces: string[] = [];
  let from = 0;
  for (const { start, end } of spans) {
    pieces.push(text.slice(from, start));
    from = end;
  }
  pieces.push(text.slice(from));
  return pieces.join(REDACTED);
};
