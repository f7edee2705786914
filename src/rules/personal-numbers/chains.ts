/**
 * Numbers as they stand in a text: chains of digits, masks and gaps, with the place of each. One pass, a bounded number of
 * steps a character.
 */
import { isProvince } from './checks.js';
import { FEWEST_SIGNS } from './hints.js';
import { CUT, MARGIN, NumberChain } from './number-chain.js';
import { isPublicCode, STAR, X } from './shapes.js';
import { CIRCLE, DIGIT, ENTITY, EX, GAP, INVISIBLE, LETTER, MASK, mathDigit, NUMERAL, OTHER, SIGN_TABLE, signAt,
  SURROGATE, TAG, VALUE_TABLE } from './signs.js';

/** The parts of a value: what a sign is, and its digit. */
const KIND = 15;
const DIGIT_SHIFT = 4;

/** More between two digits is a sentence's end and not a number's. */
const WIDEST_GAP = 12;
/** This many of one sign in a row hide something, whatever the sign: 999999————0156. */
const HIDING_RUN = 4;
const LONGEST_TAG = 200;

/** So many digits in a row are no attribute's: what looks like a tag is a number in angle brackets. */
const MOST_DIGITS_IN_TAG = 6;

/** After an HTML tag; the same place where there is none. */
const afterTag = (text: string, at: number): number => {
  let digits = 0;
  for (let i = at + 1; i < text.length && i < at + LONGEST_TAG; i++) {
    const kind = signAt(text, i);
    digits = kind === DIGIT || kind === NUMERAL ? digits + 1 : 0;
    if (kind === TAG || digits > MOST_DIGITS_IN_TAG || (i === at + 1 && kind !== LETTER && kind !== EX
      && !'/!'.includes(text.charAt(i)))) return at;
    if (text.charCodeAt(i) === 0x3e) return i + 1;
  }
  return at;
};

// Entities for spaces and for nothing; those for digits are decoded before a text comes here.
const BLANK_ENTITY = /^&(?:nbsp|ensp|emsp|thinsp|shy|zwnj|zwj|#\d{2,5}(?!\d)|#x[\da-f]{2,5}(?![\da-f]));?/i;

/** Letters that those begin with. */
const MAY_BEGIN_ENTITY = /[netsz]/i;

const afterEntity = (text: string, at: number): number => {
  const first = text.charCodeAt(at + 1);
  // Behind # two digits, or x and two more.
  const isNone = first === 0x23 ? text.charCodeAt(at + 2) < 0x30 || text.charCodeAt(at + 3) < 0x30
    : !MAY_BEGIN_ENTITY.test(text.charAt(at + 1));
  if (isNone) return at;
  return at + (BLANK_ENTITY.exec(text.slice(at, at + 9))?.[0].length ?? 0);
};

const hides = (text: string, at: number): boolean => signAt(text, at) === MASK || signAt(text, at) === EX;

/** Where the masks begin that stand before a digit. One X or two before a number are a type's: XX12345678. */
const masksBefore = (text: string, at: number, from: number): number => {
  let begin = at;
  while (begin > from && begin > at - 20 && hides(text, begin - 1)) begin--;
  return at - begin < 3 && signAt(text, at - 1) === EX ? at : begin;
};

/** The end of a run of one sign; spaces are counted one by one. */
const sameSigns = (text: string, at: number): number => {
  const code = text.charCodeAt(at);
  let end = at + 1;
  if (code > 0x20 && code !== 0xa0 && code !== 0x3000) while (end < text.length && text.charCodeAt(end) === code) end++;
  return end;
};

/** Reads the chain that begins at a digit, with the masks before it. `from` is the end of the chain before. */
const readChain = (chain: NumberChain, text: string, at: number, from: number): void => {
  const table = VALUE_TABLE;
  let { codes, places } = chain;
  let room = codes.length - MARGIN;
  let length = 0;
  let hidden = false;
  let hasX = false;
  /** CUT behind a gap. */
  let gap = 0;
  let solid = true;
  let gapFrom = at;
  let script = OTHER;
  let i = masksBefore(text, at, from);
  for (; i < text.length; i++) {
    const value = table[text.charCodeAt(i)] as number;
    const kind = value & KIND;
    let code = 0x30 + (value >> DIGIT_SHIFT);
    let cut = gap;
    let place = i;
    if (kind === DIGIT) {
      if (script === NUMERAL) cut = CUT;
      script = DIGIT;
    } else if (kind === INVISIBLE) {
      solid = false;
      continue;
    } else if (kind === GAP) {
      solid = false;
      const end = sameSigns(text, i);
      if (end - i < HIDING_RUN) {
        if (gap === 0) gapFrom = i;
        gap = CUT;
        if (end - gapFrom > WIDEST_GAP) break;
        i = end - 1;
        continue;
      }
      // As many signs as there are hide something; the gap before them stays one.
      hidden = true;
      for (; i < end - 1; i++) {
        if (length >= room) {
          chain.grow();
          ({ codes, places } = chain);
          room = codes.length - MARGIN;
        }
        codes[length] = STAR | gap;
        places[length++] = i;
      }
      code = STAR;
      place = i;
    } else if (kind === NUMERAL) {
      if (script === DIGIT && gap === 0) {
        if (text.charCodeAt(i) === CIRCLE) code = STAR;
        else cut = CUT;
      }
      if (code === STAR) hidden = true;
      else script = NUMERAL;
    } else if (kind === MASK) {
      code = STAR;
      hidden = true;
    } else if (kind === EX) {
      // A letter of a longer word, 12XL, unless it may be an ID's last.
      if (signAt(text, i + 1) === LETTER && length < 17) break;
      code = X;
      hasX = true;
    } else if (kind === SURROGATE) {
      const digit = i + 1 < text.length ? mathDigit(text.charCodeAt(i + 1)) : -1;
      if (digit < 0) break;
      code = 0x30 + digit;
      i++;
    } else if (kind === TAG || kind === ENTITY) {
      solid = false;
      const end = kind === TAG ? afterTag(text, i) : afterEntity(text, i);
      if (end === i) break;
      // However long it is written, a tag is one sign of a gap.
      if (gap === 0) gapFrom = end - 1;
      gap = CUT;
      i = end - 1;
      continue;
    } else break;
    if (length >= room) {
      chain.grow();
      ({ codes, places } = chain);
      room = codes.length - MARGIN;
    }
    codes[length] = code | cut;
    places[length++] = place;
    if (kind !== GAP) gap = 0;
    if (kind !== DIGIT && kind !== EX) solid = false;
  }
  chain.length = length;
  chain.hidden = hidden;
  chain.solid = solid;
  // So few are nobody's: they are not asked about.
  if (length >= FEWEST_SIGNS) chain.settle(hasX);
  chain.next = Math.max(i, at + 1);
};

const isOfToken = (kind: number): boolean => kind === DIGIT || kind === LETTER || kind === EX;

/** Where a run of letters and digits ends, or a place beyond `most`. */
const tokenEnd = (text: string, at: number, most: number): number => {
  const table = SIGN_TABLE;
  const last = Math.min(text.length, most);
  let end = at;
  while (end < last && isOfToken(table[text.charCodeAt(end)] as number)) end++;
  return end;
};

const LENGTH_OF_CODE = 18;
const HALF_WIDTH = 0x80;
/** Of a word of more letters and digits than a code has, nobody asked where it ends. */
const OPEN = 0x3fffffff;

/** Whether a run of 18 letters and digits is a credit code: most have no province where codes have one. */
const isCodeToken = (text: string, at: number): boolean => {
  const [first, second] = [VALUE_TABLE[text.charCodeAt(at + 2)] as number, VALUE_TABLE[text.charCodeAt(at + 3)] as number];
  if ((first & KIND) !== DIGIT || (second & KIND) !== DIGIT || !isProvince(first >> DIGIT_SHIFT, second >> DIGIT_SHIFT)) return false;
  const token = text.slice(at, at + LENGTH_OF_CODE);
  for (let i = 0; i < LENGTH_OF_CODE; i++) {
    if (token.charCodeAt(i) >= HALF_WIDTH) return isPublicCode(token.normalize('NFKC').toUpperCase());
  }
  return isPublicCode(token.toUpperCase());
};

/** After a chain of too few signs to be anybody's number; the same place where there may be enough. Most are dates and amounts. */
const afterShortChain = (text: string, at: number): number => {
  const table = SIGN_TABLE;
  let count = 0;
  for (let i = at; i < text.length; i++) {
    const kind = table[text.charCodeAt(i)] as number;
    if (kind === OTHER || kind === LETTER) return i;
    // A tag is a gap, and may be long; the chain is read.
    if (kind === ENTITY) return at;
    if (kind === TAG) return afterTag(text, i) > i ? at : i;
    if (kind !== GAP && kind !== INVISIBLE && ++count === FEWEST_SIGNS) return at;
  }
  return text.length;
};

/** Longer texts may need much memory, which the next short one frees. */
const LONG_TEXT = 4096;

// Making one costs more than reading a short text does.
let shared = new NumberChain('');

/** The memory for the chains of a text; it is used again for the next. */
export const chainFor = (text: string): NumberChain => {
  if (text.length <= LONG_TEXT && shared.codes.length > LONG_TEXT * 4) shared = new NumberChain(text);
  return shared.of(text);
};

/** Calls back for each chain of a text that may be somebody's number. The chain is only good during the call. */
export const eachChain = (text: string, chain: NumberChain, visit: () => void): void => {
  /** The word of letters and digits that was looked at last ends here, or further on. */
  let seen = 0;
  let from = 0;
  const table = SIGN_TABLE;
  const { length } = text;
  for (let i = 0; i < length;) {
    const kind = table[text.charCodeAt(i)] as number;
    if (kind === OTHER || kind === GAP) {
      i++;
      continue;
    }
    if (i >= seen && isOfToken(kind)) {
      seen = tokenEnd(text, i, i + LENGTH_OF_CODE + 1);
      if (seen - i === LENGTH_OF_CODE && isCodeToken(text, i)) {
        from = i = seen;
        continue;
      }
      if (seen - i > LENGTH_OF_CODE) seen = kind === DIGIT ? OPEN : tokenEnd(text, seen, text.length);
    }
    if (kind !== DIGIT && kind !== NUMERAL && kind !== SURROGATE) {
      i++;
      continue;
    }
    const after = i > from && hides(text, i - 1) ? i : afterShortChain(text, i);
    if (after > i) {
      i = after;
      continue;
    }
    readChain(chain, text, i, from);
    if (chain.length >= FEWEST_SIGNS) visit();
    // Where digits go on as letters, those are no word of their own.
    if (seen === OPEN) seen = tokenEnd(text, chain.solid ? chain.next : i, text.length);
    from = i = chain.next;
  }
};
