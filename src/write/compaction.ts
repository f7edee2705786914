/**
 * Which segments are written anew together with what is new, as log-structured stores do it. The first segment is the
 * base. Beside it, the one of level 0 grows by a day's records each day; when it is full it is compacted into level 1, and
 * that in its turn into the next, so that there are few segments and each is seldom written.
 */
import { liveCount, type ExistingSegment } from './existing-segment.js';

/** Share of the base's records up to which a segment is of level 0: all its files together are less than 5 % of the index. */
const LEVEL0 = 0.013;
/** Up to which level 0, when it is full, joins level 1. */
const LEVEL1 = 0.05;
/** Segments beside the base. */
const MOST_LEVELS = 3;
/** Share of the records outside of the base, or deleted from a segment, from which on it is made anew. */
const REWRITE_SHARE = 0.25;

/**
 * @param own segments of one kind, the first of them the largest
 * @param fresh records that are new
 * @param small segments of at most so many records are merged without much thought
 */
export const planCompaction = (own: readonly ExistingSegment[], fresh: number, small: number): readonly ExistingSegment[] => {
  const [base, ...others] = own;
  if (!base) return [];
  const sum = (segments: readonly ExistingSegment[]): number => segments.reduce((all, segment) => all + liveCount(segment), 0);
  const fragmented = own.filter((segment) => segment.deleted.size + segment.toDelete.size > REWRITE_SHARE * segment.info.count);
  const outside = sum(others) + fresh;
  if (liveCount(base) + outside <= small || fragmented.includes(base) || outside > REWRITE_SHARE * liveCount(base)) return own;
  if (!fresh) return fragmented;
  return [...new Set([...fragmented, ...joining(others.sort((a, b) => liveCount(a) - liveCount(b)), fresh, liveCount(base), small)])];
};

/** @param others the smallest first */
const joining = (others: readonly ExistingSegment[], fresh: number, whole: number, small: number): readonly ExistingSegment[] => {
  const [level0, next, ...larger] = others;
  if (!level0) return [];
  if (liveCount(level0) + fresh <= Math.max(small, LEVEL0 * whole)) return [level0];
  if (!next || others.length < MOST_LEVELS) return [];
  if (liveCount(level0) + liveCount(next) + fresh <= LEVEL1 * whole) return [level0, next];
  // What was level 0 is level 1 from now on.
  return [next, ...larger];
};
