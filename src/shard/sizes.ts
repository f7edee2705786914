/** How large the files of an index are. */

/** Records of a segment whose files are as large as they may be, and how fast they get smaller with it. */
const LARGE = 300_000;
const POWER = 0.4;

/**
 * Who searches asks each segment for as many files, so those of a day's segment must be short; as short in a large one,
 * they would be too many.
 * @param most what a file of a large segment has @param count records of the segment
 */
export const sizeFor = (most: number, count: number): number => most * Math.min(1, (count / LARGE) ** POWER);
