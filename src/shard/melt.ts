/** Which segments are written anew together with what is new. */
import { live, type Known } from './known.js';

const RECENT = 0.015;
const MIDDLE = 0.05;
const MOST_SEGMENTS = 4;
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
  if (!fresh && !worn.length) return [];
  const last = others[others.length - 1];
  const melted = new Set(worn);
  if (last && live(last) + fresh <= Math.max(small, RECENT * live(base))) melted.add(last);
  if (own.length - melted.size + 1 > MOST_SEGMENTS) {
    // The smallest together, as long as that is little beside the first.
    const rest = others.filter((segment) => !melted.has(segment)).sort((a, b) => live(a) - live(b));
    let size = fresh + sum([...melted]);
    for (const segment of rest) {
      if (melted.size && size + live(segment) > MIDDLE * live(base) && own.length - melted.size + 1 <= MOST_SEGMENTS) break;
      melted.add(segment);
      size += live(segment);
    }
  }
  return [...melted];
};
