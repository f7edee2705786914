/**
 * The one detector of personal numbers, for every string that can be shown. It reads a text freed of spaces, breaks, tags,
 * dashes, dots, slashes, brackets, low lines and format characters, and says where in the original they stand.
 */
import { chainFor, eachChain } from './chains.js';
import { Classifier } from './classify.js';
import { CHAIN, FLAT, look, WORD } from './hints.js';
import { findOthers } from './others.js';
import { isSpace } from './signs.js';
import { REDACTED, SpanList, type PersonalSpan } from './span.js';

export { REDACTED } from './span.js';

export interface DetectOptions {
  /** The record is about a natural person: addresses in it are theirs. */
  readonly person?: boolean;
  /** The office speaks for itself (remedy, notice, publisher): its landlines are there to be called. */
  readonly office?: boolean;
}

/** Whether a closer look at a text is worth while: most hold nothing personal. */
export const mayHoldPersonalNumbers = (text: string, person = false): boolean => (look(text) & ~(person ? WORD : WORD | FLAT)) !== 0;

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

// Making them costs more than reading a short text does; none of them is needed when the next text is read.
const lists = { numbers: new SpanList(), others: new SpanList(), all: new SpanList() };

/** Where personal numbers stand in a text, until the next is read; undefined where there are none. */
const spansIn = (text: string, { person = false, office = false }: DetectOptions = {}): SpanList | undefined => {
  const seen = look(text) & (person ? ~0 : ~FLAT);
  if (!(seen & ~WORD)) return undefined;
  const numbers = lists.numbers.clear();
  const others = lists.others.clear();
  if (seen & CHAIN) {
    const chain = chainFor(text);
    // With what belongs to a number and is none: the bracket it opens, the + of a country's code, an extension.
    const classifier = new Classifier(text, chain, office, (from, to, kind) => {
      const start = beforeBracket(text, from, to);
      if (kind === 'phone') numbers.add(beforeCountry(text, start), afterExtension(text, to), kind);
      else numbers.add(start, to, kind);
    });
    eachChain(text, chain, () => classifier.classify());
  }
  findOthers(text, seen, person, (start, end, kind) => others.add(start, end, kind));
  return others.length === 0 && !numbers.overlaps ? numbers : lists.all.clear().merge(numbers, others);
};

/** Where personal numbers stand in a text, in order, without overlaps. */
export const findPersonalNumbers = (text: string, options?: DetectOptions): PersonalSpan[] => spansIn(text, options)?.spans() ?? [];

/**
 * The number of a certificate and nothing else (JY13300000000001): letters that are no word for a number directly before one run
 * of fewer digits than an ID has (see `isCertificate` in classify.ts).
 */
const CERTIFICATE_NUMBER = /^(?!ID|QQ|WX|VX|DH|SJ)[A-Z]{2}\d{8,17}$/;

export const isCertificateNumber = (text: string): boolean => CERTIFICATE_NUMBER.test(text);

/** A text without personal numbers; the same text where there are none. */
export const redactNumbers = (text: string, options?: DetectOptions): string => {
  const spans = spansIn(text, options);
  if (!spans?.length) return text;
  const { length } = spans;
  const pieces = new Array<string>(length + 1);
  let from = 0;
  for (let i = 0; i < length; i++) {
    pieces[i] = text.slice(from, spans.start(i));
    from = spans.end(i);
  }
  pieces[length] = text.slice(from);
  return pieces.join(REDACTED);
};
