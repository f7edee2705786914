/** Records that may answer, day by day, out of several segments at once. */
import type { SgsRecord } from '../model/record.js';
import { isPartial, type Candidates, type Segment } from './segment.js';

/** One record that may answer. */
export interface Place {
  readonly segment: Segment;
  readonly n: number;
}

/** What may not be shown comes last. */
export const byId = (a: SgsRecord | undefined, b: SgsRecord | undefined): number => (a && b ? (a.id < b.id ? -1 : 1) : a ? -1 : 1);

export const isMixed = (day: readonly Place[]): boolean => day.some(({ segment }) => segment !== day[0]?.segment);

function* oneByOne(candidates: Candidates): Generator<readonly Place[], undefined> {
  const { segment } = candidates;
  for (const n of candidates.numbers()) yield [{ segment, n }];
  return undefined;
}

/** Where what is known of a segment ends: the day of the first record that may answer as well. */
interface Edge {
  readonly segment: Segment;
  readonly date: string;
}

/**
 * Candidates by days, in the query's order, as far as they are known. Those of one day that stand in several segments are
 * in no order yet.
 */
export const daysOf = async (all: readonly Candidates[], descending: boolean): Promise<Iterator<readonly Place[], undefined>> => {
  const [only] = all;
  if (only && all.length === 1 && descending) return oneByOne(only);
  const days = new Map<string, Place[]>();
  let edge: Edge | undefined;
  for (const candidates of all) {
    const { segment, until } = candidates;
    let end = 0;
    let date = '';
    let at = -1;
    const dates = await segment.days();
    const dayOf = (n: number): string => {
      while (n >= end) {
        const [next, count] = dates[++at] as readonly [string, number];
        date = next;
        end += count;
      }
      return date;
    };
    for (const n of candidates.numbers()) {
      const day = days.get(dayOf(n));
      if (day) day.push({ segment, n });
      else days.set(date, [{ segment, n }]);
    }
    if (isPartial(candidates) && (!edge || dayOf(until) > edge.date)) edge = { segment, date: dayOf(until) };
  }
  // Without a date last, whichever way.
  const order = [...days.keys()].filter(Boolean).sort();
  if (descending) order.reverse();
  order.push('');
  const last = edge;
  const isKnown = (date: string, day: readonly Place[]): boolean =>
    !last || date > last.date || (date === last.date && day.every(({ segment }) => segment === last.segment));
  const known = order.map((date) => days.get(date) ?? []).filter((day, n) => day.length && isKnown(order[n] as string, day));
  return known[Symbol.iterator]() as Iterator<readonly Place[], undefined>;
};
