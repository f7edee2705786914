/**
 * The one detector of personal numbers, for every string that can be shown. It reads a text freed of spaces, breaks, tags,
 * dashes, dots, slashes, brackets, low lines and format characters, and says where in the original they stand.
 */
import { chainFor, eachChain } from './chains.js';
import { Classifier } from './classify.js';
import { CHAIN, FLAT, look, WORD } from './hints.js';
import { findOthers } from './others.js';
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
    eachChain(text, chain, new Classifier(text, chain, office, numbers));
  }
  findOthers(text, seen, person, others);
  // Mostly one of them is empty, and in the other nothing overlaps.
  const one = others.length === 0 ? numbers : numbers.length === 0 ? others : undefined;
  return one && !one.overlaps ? one : lists.all.clear().merge(numbers, others);
};

/** Where personal numbers stand in a text, in order, without overlaps. */
export const findPersonalNumbers = (text: string, options?: DetectOptions): PersonalSpan[] => spansIn(text, options)?.spans() ?? [];

/**
 * The number of a certificate and nothing else (JY13300000000001): letters that are no word for a number directly before one run
 * of fewer digits than an ID has (see `isCertificate` in classify.ts).
 */
const CERTIFICATE_NUMBER = /^(?!ID|QQ|WX|VX|DH|SJ)[A-Z]{2}\d{8,17}$/;

export const isCertificateNumber = (text: string): boolean => CERTIFICATE_NUMBER.test(text);

/** What stands between two numbers is written out once as long as it stays the same, if it is as short as this. */
const SHORT = 8;

const isSame = (text: string, a: number, b: number, size: number): boolean => {
  for (let i = 0; i < size; i++) if (text.charCodeAt(a + i) !== text.charCodeAt(b + i)) return false;
  return true;
};

/** A text without personal numbers; the same text where there are none. */
export const redactNumbers = (text: string, options?: DetectOptions): string => {
  const spans = spansIn(text, options);
  if (!spans?.length) return text;
  // Added up, not joined: a list of many small pieces costs more than the text itself.
  let result = '';
  let piece = '';
  let pieceFrom = 0;
  let size = SHORT;
  let from = 0;
  for (let i = 0; i < spans.length; i++) {
    const to = spans.start(i);
    if (to - from !== size || size >= SHORT || !isSame(text, pieceFrom, from, size)) {
      piece = text.slice(from, to) + REDACTED;
      pieceFrom = from;
      size = to - from;
    }
    result += piece;
    from = spans.end(i);
  }
  return result + text.slice(from);
};
