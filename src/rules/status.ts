/**
 * What the status codes mean. The same code means opposite things in the two standards (domain §1.6, trap 1), so a
 * code is read only under a known standard; words are judged in `standing/`.
 */
import type { Status } from '../model/record.js';

export type Standard = '2015' | '2018';

/** One row per code: 2015/16 seen in the official fill notes; 2018 from memory (75 %), replaceable here. */
const CODES: Readonly<Record<Standard, Readonly<Record<string, Status>>>> = {
  2015: { 0: 'valid', 1: 'revoked', 2: 'disputed', 3: 'other' },
  2018: { 0: 'valid', 1: 'valid', 2: 'revoked' },
};

/** The status of a code under a standard. Unknown codes say nothing. */
export const statusOfCode = (code: string, standard: Standard): Status | undefined => CODES[standard][code];

/** Whether what a code means depends on the standard. */
export const isAmbiguousCode = (code: string): boolean => CODES[2015][code] !== CODES[2018][code];
