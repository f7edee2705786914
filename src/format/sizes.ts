/** How large the files of an index are. */

import { BLOCKS, COMMON } from './format.js';

/** Records of a segment whose files are as large as they may be, and how fast they get smaller with it. */
const LARGE = 1_000_000;
const POWER = 0.5;
/** Shorter than this part of it, a file would be little more than the words that servers send before it. */
const LEAST = 0.12;

/** A list is cut where it is longer than this, or than what is frequent in a smaller segment; there are at least so many in it. */
const SPLIT = 8_000;
const LEAST_SPLIT = 50;
/** Segments of fewer records have no list that is worth cutting. */
const WHOLE = 20_000;

/**
 * Who searches asks each segment for as many files, so those of a day's segment must be short; as short in a large one,
 * they would be too many.
 * @param most what a file of a large segment has @param count records of the segment
 */
export const sizeFor = (most: number, count: number): number => most * Math.min(1, Math.max(LEAST, (count / LARGE) ** POWER));

/** How long lists are kept. @param count records of the segment @param given what is asked for instead */
export const cutsFor = (count: number, given?: number): { readonly split: number; readonly blocks: number } => ({
  split: given ?? Math.min(SPLIT, Math.max(LEAST_SPLIT, Math.ceil(COMMON * count))),
  blocks: given === undefined && count <= WHOLE ? 1 : BLOCKS,
});
