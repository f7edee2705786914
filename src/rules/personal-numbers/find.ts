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
