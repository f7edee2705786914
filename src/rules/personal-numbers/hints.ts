/** A quick look that says what may be personal in a text: most hold nothing. */
import { CERTIFICATE_SIGNS } from './certificates.js';
import { PROVINCES } from './contacts.js';
import { ENTITY, GAP, INVISIBLE, LETTER, MASK, OTHER, SIGN_TABLE, signAt, TAG } from './signs.js';

/** What it sees: bits, 0 for nothing. */
export const CHAIN = 1;
export const MAIL = 2;
export const ADDRESS = 4;
/** An address or a date of birth in a natural person's record. */
export const FLAT = 8;
export const MESSENGER = 16;
export const CERTIFICATE = 32;
export const PLATE = 64;
/** No hint alone: a word for a certificate ends so, which those digits may stand behind. */
export const WORD = 128;

/** A character of each word, the rarest. The words stand in contacts.ts, certificates.ts and addresses.ts. */
export const HINT_SIGNS: readonly (readonly [signs: string, bit: number])[] = [
  ['@＠邮', MAIL],
  ['住址籍', ADDRESS],
  ['幢栋室楼元地生', FLAT],
  ['微薇威抖快钉宝VvQqWw', MESSENGER],
  ['官兵警军文残伍尾末后', CERTIFICATE],
  [PROVINCES, PLATE],
];

/** Fewer signs in a chain are nobody's number, unless a word before them says so. */
export const FEWEST_SIGNS = 7;
/** Fewer digits than this are no certificate's. */
const FEWEST_OF_CERTIFICATE = 6;

/** One look-up a character: what it can be within a number, and above that the hint it gives. */
const SIGNS = new Uint16Array(0x10000);
const KIND = 15;
const HINT_SHIFT = 4;
SIGNS.set(SIGN_TABLE);
for (const [signs, bit] of [...HINT_SIGNS, [CERTIFICATE_SIGNS, WORD] as const]) {
  for (let i = 0; i < signs.length; i++) SIGNS[signs.charCodeAt(i)] = (SIGNS[signs.charCodeAt(i)] as number) | (bit << HINT_SHIFT);
}

/** Provinces' signs are common characters, so what follows counts too: a letter. */
const isBeforeLetter = (text: string, at: number): boolean => {
  const next = at + 1 < text.length ? signAt(text, at + 1) : OTHER;
  return next === LETTER || (next === GAP && at + 2 < text.length && signAt(text, at + 2) === LETTER);
};

/** The hints that a character gives, besides those seen already. */
const hintsOf = (sign: number, seen: number, text: string, at: number): number => {
  const bits = (sign >> HINT_SHIFT) & ~seen;
  return bits !== PLATE || isBeforeLetter(text, at) ? bits : 0;
};

export const look = (text: string): number => {
  const table = SIGNS;
  const { length } = text;
  let seen = 0;
  let signs = 0;
  let i = 0;
  for (; i < length && !(seen & CHAIN); i++) {
    const sign = table[text.charCodeAt(i)] as number;
    if (sign === OTHER) {
      signs = 0;
      continue;
    }
    if (sign > KIND) seen |= hintsOf(sign, seen, text, i);
    const kind = sign & KIND;
    if (kind === OTHER || kind === LETTER) signs = 0;
    else if (kind !== GAP && kind !== INVISIBLE) {
      // What hides, and what may hold anything, makes a number of few digits.
      signs += signs > 0 && (kind === TAG || kind === ENTITY || kind === MASK) ? FEWEST_SIGNS : 1;
      if (signs >= FEWEST_OF_CERTIFICATE) seen |= signs >= FEWEST_SIGNS ? CHAIN | CERTIFICATE : CERTIFICATE;
    }
  }
  // With a number in it, only the hints are to be looked for.
  for (; i < length; i++) {
    const sign = table[text.charCodeAt(i)] as number;
    if (sign > KIND) seen |= hintsOf(sign, seen, text, i);
  }
  return seen;
};
