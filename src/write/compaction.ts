/**
 * Which segments are written anew together with what is new. Beside the first, a young one grows by a day's records each
 * day; when it is full it joins the next larger one, and that in its turn, so that there are few and each is seldom written.
 */
import { liveCount, type ExistingSegment } from './existing-segment.js';

/** Share of the first segment's records up to which a segment is young: all its files together are less than 5 % of the index. */
const LEVEL0 = 0.013;
/** Up to which a young one that is full joins the next. */
const LEVEL1 = 0.05;
/** Segments beside the first. */
const MOST_OTHERS = 3;
/** Share of the records outside of the first segment, or gone from one, from which on it is made anew. */
const TOO_MUCH = 0.25;

/**
 * @param own segments of one kind, the first of them the largest
 * @param fresh records that are new
 * @param small segments of at most so many records are merged without much thought
 */
export const planCompaction = (own: readonly ExistingSegment[], fresh: number, small: number): readonly ExistingSegment[] => {
  const [base, ...others] = own;
  if (!base) return [];
  const sum = (segments: readonly ExistingSegment[]): number => segments.reduce((all, segment) => all + liveCount(segment), 0);
  const fragmented = own.filter((segment) => segment.deleted.size + segment.toDelete.size > TOO_MUCH * segment.info.count);
  const outside = sum(others) + fresh;
  if (liveCount(base) + outside <= small || fragmented.includes(base) || outside > TOO_MUCH * liveCount(base)) return own;
  if (!fresh) return fragmented;
  return [...new Set([...fragmented, ...joining(others.sort((a, b) => liveCount(a) - liveCount(b)), fresh, liveCount(base), small)])];
};

/** @param others the smallest first */
const joining = (others: readonly ExistingSegment[], fresh: number, whole: number, small: number): readonly ExistingSegment[] => {
  const [level0, next, ...larger] = others;
  if (!level0) return [];
  if (liveCount(level0) + fresh <= Math.max(small, LEVEL0 * whole)) return [level0];
  if (!next || others.length < MOST_OTHERS) return [];
  if (liveCount(level0) + liveCount(next) + fresh <= LEVEL1 * whole) return [level0, next];
  // The young one is the next one from now on.
  return [next, ...larger];
};
