/** Sums of a chain's signs, made before they are written out as a text: of most runs they say that it is none. */
import type { NumberChain } from './chains.js';

const ZERO = 0x30;
const X = 0x58;

/** 31 characters and their weights: GB 32100-2015. Of these a chain has digits and X. */
const CREDIT_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
/** X is the 30th of them. */
const VALUE_OF_X = 29;

const creditValue = (code: number): number => (code === X ? VALUE_OF_X : code - ZERO);

/** By the first digit of a province (GB/T 2260) the least and the most of its second; 10 is the State. */
const PROVINCES: readonly (readonly [least: number, most: number])[] = [
  [1, 0], [0, 5], [1, 3], [1, 7], [1, 6], [0, 4], [1, 5], [1, 1], [1, 2], [1, 0],
];

/** Whether 18 signs of a chain pass the check of a credit code. */
export const mayBeCreditCode = (chain: NumberChain, at: number): boolean => {
  const [least, most] = PROVINCES[chain.code(at + 2) - ZERO] ?? [1, 0];
  const second = chain.code(at + 3) - ZERO;
  if (second < least || second > most || chain.code(at) === ZERO) return false;
  let sum = 0;
  for (let i = 0; i < 17; i++) sum += creditValue(chain.code(at + i)) * (CREDIT_WEIGHTS[i] as number);
  return (31 - (sum % 31)) % 31 === creditValue(chain.code(at + 17));
};

/** GB 11643-1999. */
const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const ID_CHECKS = Array.from('10X98765432', (sign) => sign.charCodeAt(0));

/** Whether 18 signs of a chain pass the check of a resident ID, none of them hidden. */
export const mayBeResidentId = (chain: NumberChain, from: number): boolean => {
  let sum = 0;
  for (let i = 0; i < 17; i++) {
    const digit = chain.code(from + i) - ZERO;
    if (digit < 0 || digit > 9) return false;
    sum += digit * (ID_WEIGHTS[i] as number);
  }
  return ID_CHECKS[sum % 11] === chain.code(from + 17);
};
