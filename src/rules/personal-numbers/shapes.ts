/** Shapes of personal numbers within a chain: digits, `*` for a hidden one, X for a check character, as character codes. */
import { isCalendarDay, isCreditCode, isResidentId } from '../codes.js';

export const ZERO = 0x30;
export const ONE = 0x31;
export const TWO = 0x32;
export const THREE = 0x33;
export const SIX = 0x36;
export const EIGHT = 0x38;
export const NINE = 0x39;
export const STAR = 0x2a;
export const X = 0x58;

export const isDigit = (code: number | undefined): boolean => code !== undefined && code >= ZERO && code <= NINE;

const isDigitOrStar = (code: number | undefined): boolean => isDigit(code) || code === STAR;

/** Whether some signs are digits, all of them. */
export const areDigits = (codes: Uint8Array, from: number, to: number): boolean => {
  for (let i = from; i < to; i++) if (!isDigit(codes[i])) return false;
  return true;
};

/** What two digits are worth. */
export const pair = (codes: Uint8Array, at: number): number => ((codes[at] as number) - ZERO) * 10 + (codes[at + 1] as number) - ZERO;

/** Whether eight signs may be a day of the calendar; `*` stands for any digit. `century` stands before years of two digits. */
const mayBeDay = (codes: Uint8Array, yearAt: number, at: number, century: number): boolean => {
  let hidden = false;
  for (let i = yearAt; i < at + 4; i++) if (codes[i] === STAR) hidden = true;
  if (!hidden) {
    if (!areDigits(codes, at, at + 4)) return false;
    const year = areDigits(codes, yearAt, at) ? century + pair(codes, at - 2) : NaN;
    return isCalendarDay(year, pair(codes, at), pair(codes, at + 2));
  }
  const [month, day] = [codes[at] as number, codes[at + 2] as number];
  return (month === ZERO || month === ONE || month === STAR) && isDigitOrStar(codes[at + 1])
    && (day === STAR || (day >= ZERO && day <= THREE)) && isDigitOrStar(codes[at + 3]);
};

const hasX = (codes: Uint8Array, from: number, to: number): boolean => {
  for (let i = from; i < to; i++) if (codes[i] === X) return true;
  return false;
};

/** 18 signs that may be a resident ID (GB 11643-1999), its check character right or wrong, parts of it hidden. */
export const isLongIdAt = (codes: Uint8Array, at: number): boolean => {
  const [first, second] = [codes[at + 6], codes[at + 7]];
  const isCentury = second === STAR ? first === ONE || first === TWO || first === STAR
    : (second === NINE && (first === ONE || first === STAR)) || (second === ZERO && (first === TWO || first === STAR));
  return isCentury && mayBeDay(codes, at + 6, at + 10, pair(codes, at + 6) * 100) && !hasX(codes, at, at + 17);
};

/** 15 signs that may be a resident ID of the years before 1999: it has no check character. */
export const isShortIdAt = (codes: Uint8Array, at: number): boolean => mayBeDay(codes, at + 6, at + 8, 1900) && !hasX(codes, at, at + 15);

/** The codes of a text; 0 for what is no ASCII. */
const codesOf = (text: string): Uint8Array => {
  const codes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) codes[i] = text.charCodeAt(i) < 0x80 ? text.charCodeAt(i) : 0;
  return codes;
};

export const resemblesLongId = (signs: string): boolean => signs.length === 18 && isLongIdAt(codesOf(signs), 0);

export const resemblesShortId = (signs: string): boolean => signs.length === 15 && isShortIdAt(codesOf(signs), 0);

/** A mobile number: 11 digits from 13 to 19, without or with what is dialled before it from abroad. Some of its end may be hidden. */
export const isMobile = (codes: Uint8Array, from: number, to: number): boolean => {
  const at = to - 11;
  const dialled = at - from;
  if (dialled < 0 || dialled > 4 || codes[at] !== ONE || (codes[at + 1] as number) < THREE || !isDigit(codes[at + 1])) return false;
  if (dialled === 1 ? codes[from] !== ZERO : dialled > 1 && !(codes[at - 2] === EIGHT && codes[at - 1] === SIX)) return false;
  for (let i = from; i < at - 2; i++) if (codes[i] !== ZERO) return false;
  let end = at + 2;
  while (end < to && isDigit(codes[end])) end++;
  if (end < at + 7) return false;
  while (end < to && codes[end] === STAR) end++;
  return end === to;
};

/** An area code as it is dialled, 010, 020–029, 0310–0999, behind its zero. */
export const isArea = (codes: Uint8Array, from: number, to: number): boolean => {
  const first = codes[from];
  if (!areDigits(codes, from, to) || first === ZERO) return false;
  if (first === ONE) return to - from === 2 && codes[from + 1] === ZERO;
  return to - from === (first === TWO ? 2 : 3);
};

/** An area and a number in it: 57487654321. */
const isLocal = (codes: Uint8Array, from: number, to: number): boolean => {
  const local = from + (codes[from] === ONE || codes[from] === TWO ? 2 : 3);
  return (to - from === 10 || (to - from === 11 && local === from + 3)) && isArea(codes, from, local) && codes[local] !== ZERO
    && areDigits(codes, local, to);
};

/** A landline in one run: 057487654321, 008657487654321. */
export const isLandline = (codes: Uint8Array, from: number, to: number): boolean => {
  if (codes[from] !== ZERO) return false;
  if (isLocal(codes, from + 1, to)) return true;
  const at = codes[from + 1] === ZERO ? from + 2 : from + 1;
  return codes[at] === EIGHT && codes[at + 1] === SIX && isLocal(codes, at + 2, to);
};

/** A number in which signs stand for digits: three or four of them in a row, or two in as many as an ID, a card or a telephone has. */
export const isHalfHidden = (codes: Uint8Array, from: number, to: number): boolean => {
  let digits = 0;
  let row = 0;
  let longest = 0;
  for (let i = from; i < to; i++) {
    if (codes[i] === STAR) longest = Math.max(longest, ++row);
    else {
      digits++;
      row = 0;
    }
  }
  if (digits < 3) return false;
  if (longest > 2) return to - from >= 7 && (longest > 3 || areDigits(codes, from, from + 3));
  return longest === 2 && to - from >= 11;
};

/**
 * A credit code, whatever column or text it stands in. One mistyped ID in 31 passes the check of GB 32100-2015, so the
 * first digits count too: 登记管理部门 is never 0, and the third and fourth are a province's (GB/T 2260) or 10, the State.
 */
export const isPublicCode = (code: string): boolean =>
  /^[1-9ANY][\dA-Z](?:1[0-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[12])/.test(code) && isCreditCode(code) && !isResidentId(code);
