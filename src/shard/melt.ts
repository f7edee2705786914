/**
 * Which segments are written anew together with what is new. Beside the first, a young one grows by a day's records each
 * day; when it is full it joins the next larger one, and that in its turn, so that there are few and each is seldom written.
 */
import { live, type Known } from './known.js';

/** Share of the first segment's records up to which a segment is young: all its files together are less than 5 % of the index. */
const YOUNG = 0.013;
/** Up to which a young one that is full joins the next. */
const MIDDLE = 0.05;
/** Segments beside the first. */
const MOST_OTHERS = 3;
/** Share of the records outside of the first segment, or gone from one, from which on it is made anew. */
const TOO_MUCH = 0.25;

/**
 * @param own segments of one kind, the first of them the largest
 * @param fresh records that are new
 * @param small segments of at most so many records are merged without much thought
 */
export const toMelt = (own: readonly Known[], fresh: number, small: number): readonly Known[] => {
  const [base, ...others] = own;
  if (!base) return [];
  const sum = (segments: readonly Known[]): number => segments.reduce((all, segment) => all + live(segment), 0);
  const worn = own.filter((segment) => segment.gone.size + segment.leaving.size > TOO_MUCH * segment.info.count);
  if (live(base) + sum(others) + fresh <= small || worn.includes(base) || sum(others) + fresh > TOO_MUCH * live(base)) return own;
  if (!fresh) return worn;
  return [...new Set([...worn, ...joining(others.sort((a, b) => live(a) - live(b)), fresh, live(base), small)])];
};

/** @param others the smallest first */
const joining = (others: readonly Known[], fresh: number, whole: number, small: number): readonly Known[] => {
  const [young, next, ...larger] = others;
  if (!young) return [];
  if (live(young) + fresh <= Math.max(small, YOUNG * whole)) return [young];
  if (!next || others.length < MOST_OTHERS) return [];
  if (live(young) + live(next) + fresh <= MIDDLE * whole) return [young, next];
  // The young one is the next one from now on.
  return [next, ...larger];
};
