/**
 * The one detector of personal numbers, for every string that can be shown. It reads a text freed of spaces, breaks, tags,
 * dashes, dots, slashes, brackets, low lines and format characters, and says where in the original they stand.
 */
import { findAddresses } from './addresses.js';
import { eachChain, FEWEST_SIGNS } from './chains.js';
import { classifyChain, type Before } from './classify.js';
import { findBirths, findCertificates, findMail, findMessengers, findPlates, PROVINCES } from './contacts.js';
import { ENTITY, GAP, INVISIBLE, LETTER, MASK, OTHER, signAt, TAG } from './signs.js';
import { mergeSpans, type PersonalSpan } from './span.js';

/** What stands where something was taken out. */
export const REDACTED = '[已隐去]';

export interface DetectOptions {
  /** The record is about a natural person: addresses in it are theirs. */
  readonly person?: boolean;
  /** The office speaks for itself (remedy, notice, publisher): its landlines are there to be called. */
  readonly office?: boolean;
}

/** What a quick look sees in a text that may be personal: bits, 0 for nothing. */
const CHAIN = 1;
export const MAIL = 2;
export const ADDRESS = 4;
/** An address or a date of birth in a natural person's record. */
export const FLAT = 8;
export const MESSENGER = 16;
export const CERTIFICATE = 32;
export const PLATE = 64;

/** A character of each word, the rarest. The words stand in contacts.ts and addresses.ts. */
export const HINT_SIGNS: readonly (readonly [signs: string, bit: number])[] = [
  ['@＠邮', MAIL],
  ['住址籍', ADDRESS],
  ['幢栋室楼元地生', FLAT],
  ['微薇威抖快钉宝VvQqWw', MESSENGER],
  ['官兵警军文残伍尾末后', CERTIFICATE],
  [PROVINCES, PLATE],
];

// One look-up a character.
const HINTS = new Uint8Array(0x10000);
for (const [signs, bit] of HINT_SIGNS) {
  for (let i = 0; i < signs.length; i++) HINTS[signs.charCodeAt(i)] = (HINTS[signs.charCodeAt(i)] as number) | bit;
}

/** Provinces' signs are common characters, so what follows counts too: a letter. */
const counts = (bits: number, text: string, at: number): boolean => {
  if (bits !== PLATE) return true;
  const next = signAt(text, at + 1);
  return next === LETTER || (next === GAP && signAt(text, at + 2) === LETTER);
};

/** Fewer digits than this are no certificate's. */
const FEWEST_OF_CERTIFICATE = 6;

const look = (text: string): number => {
  let seen = 0;
  let signs = 0;
  for (let i = 0; i < text.length; i++) {
    const bits = HINTS[text.charCodeAt(i)] as number;
    if (bits && counts(bits, text, i)) seen |= bits;
    const kind = signAt(text, i);
    if (kind === OTHER || kind === LETTER) signs = 0;
    // What hides, and what may hold anything, makes a number of few digits.
    else if (kind === TAG || kind === ENTITY || kind === MASK) signs += signs ? FEWEST_SIGNS : 1;
    else if (kind !== GAP && kind !== INVISIBLE) signs++;
    if (signs >= FEWEST_OF_CERTIFICATE) seen |= signs >= FEWEST_SIGNS ? CHAIN | CERTIFICATE : CERTIFICATE;
  }
  return seen;
};

/** Whether a closer look at a text is worth while: most hold nothing personal. */
export const mayHoldPersonalNumbers = (text: string, person = false): boolean => (look(text) & (person ? ~0 : ~FLAT)) !== 0;

/** With what belongs to a number and is none: the bracket it opens, the + of a country's code, an extension. */
const widen = (text: string, span: PersonalSpan): PersonalSpan => {
  let { start, end } = span;
  if (start > 0 && '(（'.includes(text.charAt(start - 1)) && /^[^(（]*[)）]/.test(text.slice(start, end))) start--;
  if (span.kind === 'phone') start -= (/(?:[+＋]\s?|00)86[\s-]{0,2}$|[+＋]$/.exec(text.slice(Math.max(0, start - 8),
    start)) ?? [''])[0].length;
  if (span.kind === 'phone') end += (/^\s?(?:转|分机)\s?\d{1,6}/.exec(text.slice(end, end + 12)) ?? [''])[0].length;
  return { ...span, start, end };
};

/** Where personal numbers stand in a text, in order, without overlaps. */
export const findPersonalNumbers = (text: string, { person = false, office = false }: DetectOptions = {}): PersonalSpan[] => {
  const seen = look(text) & (person ? ~0 : ~FLAT);
  if (!seen) return [];
  const spans: PersonalSpan[] = [];
  const report = (span: PersonalSpan): void => {
    // What is hidden already is found no second time: a record that is read again stays as it is.
    if (text.slice(span.start, span.end).trim() !== REDACTED) spans.push(span);
  };
  if (seen & CHAIN) {
    let last: Before | undefined;
    eachChain(text, (chain) => {
      last = classifyChain(text, chain, office, (start, end, kind) => {
        spans.push(widen(text, { start, end, kind }));
      }, last);
    });
  }
  if (seen & MAIL) findMail(text, report);
  if (seen & MESSENGER) findMessengers(text, report);
  if (seen & CERTIFICATE) findCertificates(text, report);
  if (seen & PLATE) findPlates(text, report);
  if (seen & FLAT) findBirths(text, report);
  if (seen & (ADDRESS | FLAT)) findAddresses(text, person, report);
  return spans.length ? mergeSpans(spans) : spans;
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
  let result = '';
  let from = 0;
  for (const { start, end } of spans) {
    result += text.slice(from, start) + REDACTED;
    from = end;
  }
  return result + text.slice(from);
};
