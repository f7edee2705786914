/**
 * Numbers as they stand in a text: chains of digits, masks and gaps, with the place of each. One pass, a bounded number of
 * steps a character.
 */
import { isProvince, isPublicCodeAt } from './checks.js';
import { FEWEST_SIGNS } from './hints.js';
import { MARGIN, NumberChain } from './number-chain.js';
import { STAR, X } from './shapes.js';
import { CIRCLE, DIGIT, ENTITY, EX, GAP, INVISIBLE, LETTER, MASK, mathDigit, NUMERAL, OTHER, SIGN_TABLE, signAt, signOf,
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

/** Reads the chain that begins at a digit, or with the masks before it at `begin`. */
const readChain = (chain: NumberChain, text: string, at: number, begin: number): void => {
  const table = VALUE_TABLE;
  let { codes, places, starts } = chain;
  let room = codes.length - MARGIN;
  let length = 0;
  let runs = 1;
  let hidden = false;
  let hasX = false;
  /** Behind a gap. */
  let gap = false;
  let solid = true;
  let gapFrom = at;
  let script = OTHER;
  let i = begin;
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

const TOKEN = (1 << DIGIT) | (1 << LETTER) | (1 << EX);
const isOfToken = (kind: number): boolean => ((1 << kind) & TOKEN) !== 0;

/** Where a run of letters and digits ends, or a place beyond `most`. */
const tokenEnd = (text: string, at: number, most: number): number => {
  const table = VALUE_TABLE;
  const last = Math.min(text.length, most);
  let end = at;
  while (end < last && isOfToken((table[text.charCodeAt(end)] as number) & KIND)) end++;
  return end;
};

/** So many digits at most that follow one another from a place on. */
const digitsEnd = (text: string, at: number, most: number): number => {
  const table = VALUE_TABLE;
  const last = Math.min(text.length, most);
  let end = at;
  while (end < last && ((table[text.charCodeAt(end)] as number) & KIND) === DIGIT) end++;
  return end;
};

const LENGTH_OF_CODE = 18;
/** Of a word of more letters and digits than a code has, nobody asked where it ends. */
const OPEN = 0x3fffffff;

const FULL_WIDTH = 0xfee0;
/** The signs of a word, as capitals of half width. */
const token = new Uint8Array(LENGTH_OF_CODE);

/** Whether a run of 18 letters and digits is a credit code: most have no province where codes have one. */
const isCodeToken = (text: string, at: number): boolean => {
  const [first, second] = [VALUE_TABLE[text.charCodeAt(at + 2)] as number, VALUE_TABLE[text.charCodeAt(at + 3)] as number];
  if ((first & KIND) !== DIGIT || (second & KIND) !== DIGIT || !isProvince(first >> DIGIT_SHIFT, second >> DIGIT_SHIFT)) return false;
  for (let i = 0; i < LENGTH_OF_CODE; i++) {
    const code = text.charCodeAt(at + i);
    const half = code > FULL_WIDTH ? code - FULL_WIDTH : code;
    // Digits and letters of other scripts are of no code.
    token[i] = half >= 0x80 ? 0 : half >= 0x61 ? half - 0x20 : half;
  }
  return isPublicCodeAt(token, 0);
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
  const table = VALUE_TABLE;
  const { length } = text;
  for (let i = 0; i < length;) {
    const kind = (table[text.charCodeAt(i)] as number) & KIND;
    if (kind === OTHER || kind === GAP) {
      i++;
      continue;
    }
    // Digits are most of what there is.
    const digits = kind === DIGIT ? digitsEnd(text, i, i + LENGTH_OF_CODE + 1) : i;
    if (i >= seen && isOfToken(kind)) {
      seen = tokenEnd(text, Math.max(digits, i + 1), i + LENGTH_OF_CODE + 1);
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
    const isMasked = i > from && hides(text, i - 1);
    const after = isMasked || digits - i >= FEWEST_SIGNS ? i : afterShortChain(text, i);
    if (after > i) {
      i = after;
      continue;
    }
    readChain(chain, text, i, isMasked ? masksBefore(text, i, from) : i);
    if (chain.length >= FEWEST_SIGNS) visit();
    // Where digits go on as letters, those are no word of their own.
    if (seen === OPEN) seen = tokenEnd(text, chain.solid ? chain.next : i, text.length);
    from = i = chain.next;
  }
};
