/** Words of letters and digits: a credit code is one, and none of its digits is anybody's number. */
import { isProvince, isPublicCodeAt } from './checks.js';
import { DIGIT, DIGIT_SHIFT, EX, KIND, LETTER, VALUE_TABLE } from './signs.js';

const TOKEN = (1 << DIGIT) | (1 << LETTER) | (1 << EX);
export const isOfToken = (kind: number): boolean => ((1 << kind) & TOKEN) !== 0;

/** Where a run of letters and digits ends, or a place beyond `most`. */
export const tokenEnd = (text: string, at: number, most: number): number => {
  const table = VALUE_TABLE;
  const last = Math.min(text.length, most);
  let end = at;
  while (end < last && isOfToken((table[text.charCodeAt(end)] as number) & KIND)) end++;
  return end;
};

export const LENGTH_OF_CODE = 18;
const FULL_WIDTH = 0xfee0;
/** The signs of a word, as capitals of half width. */
const token = new Uint8Array(LENGTH_OF_CODE);

/** Whether a run of 18 letters and digits is a credit code: most have no province where codes have one. */
export const isCodeToken = (text: string, at: number): boolean => {
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
