/**
 * Numbers as they stand in a text: chains of digits, masks and gaps, with the place of each. One pass, a bounded number of
 * steps a character.
 */
import { FEWEST_SIGNS } from './hints.js';
import { MARGIN, NumberChain } from './number-chain.js';
import { STAR, X } from './shapes.js';
import {
  CIRCLE, DIGIT, DIGIT_SHIFT, ENTITY, EX, GAP, INVISIBLE, KIND, LETTER, MASK, mathDigit, NUMERAL, OTHER, SIGN_TABLE, signAt, signOf,
  SURROGATE, TAG, VALUE_TABLE,
} from './signs.js';
import { isCodeToken, isOfToken, LENGTH_OF_CODE, tokenEnd } from './tokens.js';

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

const hides = (text: string, at: number): boolean => {
  const kind = signOf(text.charCodeAt(at));
  return kind === MASK || kind === EX;
};

/** Where the masks begin that stand before a digit. One X or two before a number are a type's: XX12345678. */
const masksBefore = (text: string, at: number, from: number): number => {
  let begin = at - 1;
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

/** Reads the chain that begins at a digit, or with the masks before it at `begin`; `count` digits are read already. */
const readChain = (chain: NumberChain, text: string, at: number, begin: number, count: number): void => {
  const table = VALUE_TABLE;
  let { codes, places, starts } = chain;
  let room = codes.length - MARGIN;
  let length = count;
  let runs = 1;
  let hidden = false;
  let hasX = false;
  /** Behind a gap. */
  let gap = false;
  let solid = true;
  let gapFrom = at;
  let script = count > 0 ? DIGIT : OTHER;
  let i = begin + count;
  for (; i < text.length; i++) {
    const value = table[text.charCodeAt(i)] as number;
    const kind = value & KIND;
    let code = 0x30 + (value >> DIGIT_SHIFT);
    let cut = gap;
    let place = i;
    if (kind === DIGIT) {
      if (script === NUMERAL) cut = true;
      script = DIGIT;
    } else if (kind === INVISIBLE) {
      solid = false;
      continue;
    } else if (kind === GAP) {
      solid = false;
      const end = sameSigns(text, i);
      if (end - i < HIDING_RUN) {
        if (!gap) gapFrom = i;
        gap = true;
        if (end - gapFrom > WIDEST_GAP) break;
        i = end - 1;
        continue;
      }
      // As many signs as there are hide something; the gap before them stays one.
      hidden = true;
      for (; i < end - 1; i++) {
        if (length >= room) {
          chain.grow();
          ({ codes, places, starts } = chain);
          room = codes.length - MARGIN;
        }
        if (gap) starts[runs++] = length;
        codes[length] = STAR;
        places[length++] = i;
      }
      code = STAR;
      place = i;
    } else if (kind === NUMERAL) {
      solid = false;
      if (script === DIGIT && !gap) {
        if (text.charCodeAt(i) === CIRCLE) code = STAR;
        else cut = true;
      }
      if (code === STAR) hidden = true;
      else script = NUMERAL;
    } else if (kind === MASK) {
      solid = false;
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
      solid = false;
      code = 0x30 + digit;
      i++;
    } else if (kind === TAG || kind === ENTITY) {
      solid = false;
      const end = kind === TAG ? afterTag(text, i) : afterEntity(text, i);
      if (end === i) break;
      // However long it is written, a tag is one sign of a gap.
      if (!gap) gapFrom = end - 1;
      gap = true;
      i = end - 1;
      continue;
    } else break;
    if (length >= room) {
      chain.grow();
      ({ codes, places, starts } = chain);
      room = codes.length - MARGIN;
    }
    if (cut) {
      starts[runs++] = length;
      if (kind !== GAP) gap = false;
    }
    codes[length] = code;
    places[length++] = place;
    // Mostly more of them follow.
    while (kind === DIGIT && i + 1 < text.length && length < room) {
      const next = table[text.charCodeAt(i + 1)] as number;
      if ((next & KIND) !== DIGIT) break;
      codes[length] = 0x30 + (next >> DIGIT_SHIFT);
      places[length++] = ++i;
    }
  }
  chain.length = length;
  chain.runs = runs;
  chain.hidden = hidden;
  chain.solid = solid;
  // So few are nobody's: they are not asked about.
  if (length >= FEWEST_SIGNS) chain.settle(hasX);
  chain.next = Math.max(i, at + 1);
};

/** Reads the digits that follow one another from a place on, so many at most. */
const readDigits = ({ codes, places }: NumberChain, text: string, at: number, most: number): number => {
  const table = VALUE_TABLE;
  const last = Math.min(text.length - at, most);
  let count = 0;
  for (; count < last; count++) {
    const value = table[text.charCodeAt(at + count)] as number;
    if ((value & KIND) !== DIGIT) break;
    codes[count] = 0x30 + (value >> DIGIT_SHIFT);
    places[count] = at + count;
  }
  return count;
};

/**
 * After a chain of too few signs to be anybody's number; the same place where there may be enough. Most are dates and amounts.
 * So many digits it begins with.
 */
const afterShortChain = (text: string, at: number, digits: number): number => {
  const table = SIGN_TABLE;
  let count = digits;
  for (let i = at + digits; i < text.length; i++) {
    const kind = table[text.charCodeAt(i)] as number;
    if (kind === OTHER || kind === LETTER) return i;
    // A tag is a gap, and may be long; the chain is read.
    if (kind === ENTITY) return at;
    if (kind === TAG) return afterTag(text, i) > i ? at : i;
    if (kind !== GAP && kind !== INVISIBLE && ++count === FEWEST_SIGNS) return at;
  }
  return text.length;
};

/** Of a word of more letters and digits than a code has, nobody asked where it ends. */
const OPEN = 0x3fffffff;

/** Longer texts may need much memory, which the next short one frees. */
const LONG_TEXT = 4096;

// Making one costs more than reading a short text does.
let shared = new NumberChain('');

/** The memory for the chains of a text; it is used again for the next. */
export const chainFor = (text: string): NumberChain => {
  if (text.length <= LONG_TEXT && shared.codes.length > LONG_TEXT * 4) shared = new NumberChain(text);
  return shared.of(text);
};

/** Is told of chains. */
export interface ChainVisitor {
  visit(): void;
}

/** Tells of each chain of a text that may be somebody's number. The chain is only good during the call. */
export const eachChain = (text: string, chain: NumberChain, visitor: ChainVisitor): void => {
  /** The word of letters and digits that was looked at last ends here, or further on. */
  let seen = 0;
  let from = 0;
  const table = VALUE_TABLE;
  const { length } = text;
  for (let i = 0; i < length;) {
    const kind = (table[text.charCodeAt(i)] as number) & KIND;
    if (kind === OTHER || kind === GAP) {
      i++;
      continue;
    }
    // Digits are most of what there is.
    const count = kind === DIGIT ? readDigits(chain, text, i, LENGTH_OF_CODE + 1) : 0;
    if (i >= seen && isOfToken(kind)) {
      seen = tokenEnd(text, i + Math.max(count, 1), i + LENGTH_OF_CODE + 1);
      if (seen - i === LENGTH_OF_CODE && isCodeToken(text, i)) {
        from = i = seen;
        continue;
      }
      if (seen - i > LENGTH_OF_CODE) seen = kind === DIGIT ? OPEN : tokenEnd(text, seen, length);
    }
    if (kind !== DIGIT && kind !== NUMERAL && kind !== SURROGATE) {
      i++;
      continue;
    }
    const isMasked = i > from && hides(text, i - 1);
    const after = isMasked || count >= FEWEST_SIGNS ? i : afterShortChain(text, i, count);
    if (after > i) {
      i = after;
      continue;
    }
    if (isMasked) readChain(chain, text, i, masksBefore(text, i, from), 0);
    else if (signAt(text, i + count) === OTHER) chain.ofDigits(count, i + count);
    else readChain(chain, text, i, i, count);
    if (chain.length >= FEWEST_SIGNS) visitor.visit();
    // Where digits go on as letters, those are no word of their own.
    if (seen === OPEN) seen = tokenEnd(text, chain.solid ? chain.next : i, text.length);
    from = i = chain.next;
  }
};
