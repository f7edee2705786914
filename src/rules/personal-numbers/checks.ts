/** Check digits of a chain's signs, summed up where they stand. */
import { CREDIT_VALUES } from '../codes.js';
import { areDigits, isLongIdAt, NINE, ONE, pair, THREE, TWO, ZERO } from './shapes.js';

/** Weights of GB 32100-2015. */
const CREDIT_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** By the first digit of a province (GB/T 2260) the least and the most of its second; 10 is the State. */
const PROVINCES: readonly (readonly [least: number, most: number])[] = [
  [1, 0], [0, 5], [1, 3], [1, 7], [1, 6], [0, 4], [1, 5], [1, 1], [1, 2], [1, 0],
];

/** Whether two digits are a province's, or the State's. */
export const isProvince = (first: number, second: number): boolean => {
  const [least, most] = PROVINCES[first] ?? [1, 0];
  return second >= least && second <= most;
};

/** GB 11643-1999. */
const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const ID_CHECKS = Array.from('10X98765432', (sign) => sign.charCodeAt(0));

/** Whether 18 signs are a resident ID with its right check character, none of them hidden. */
export const isResidentIdAt = (codes: Uint8Array, at: number): boolean => {
  // Of a hundred digits in a row these look-ups turn away ninety-nine.
  const century = codes[at + 6];
  if (!(century === ONE ? codes[at + 7] === NINE : century === TWO && codes[at + 7] === ZERO)) return false;
  if ((codes[at + 10] as number) > ONE || pair(codes, at + 10) > 12 || (codes[at + 12] as number) > THREE) return false;
  if (!areDigits(codes, at, at + 17)) return false;
  let sum = 0;
  for (let i = 0; i < 17; i++) sum += ((codes[at + i] as number) - ZERO) * (ID_WEIGHTS[i] as number);
  return ID_CHECKS[sum % 11] === codes[at + 17] && isLongIdAt(codes, at);
};

const [A, N, Y] = [0x41, 0x4e, 0x59];

/** Whether 18 signs, letters as capitals, are a credit code as `isPublicCode` in shapes.ts says. */
export const isPublicCodeAt = (codes: Uint8Array, at: number): boolean => {
  const first = codes[at] as number;
  if (first === ZERO || (first > NINE && first !== A && first !== N && first !== Y)) return false;
  if (!isProvince((codes[at + 2] as number) - ZERO, (codes[at + 3] as number) - ZERO)) return false;
  let sum = 0;
  for (let i = 0; i < 17; i++) {
    const code = codes[at + i] as number;
    const value = code <= NINE && code >= ZERO ? code - ZERO : (CREDIT_VALUES[code] as number);
    if (value < 0) return false;
    sum += value * (CREDIT_WEIGHTS[i] as number);
  }
  return (31 - (sum % 31)) % 31 === CREDIT_VALUES[codes[at + 17] as number] && !isResidentIdAt(codes, at);
};
