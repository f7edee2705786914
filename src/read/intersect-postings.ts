/**
 * Which records have all of some terms, out of as few bytes and in as few turns as it takes: the grams whose lists stand
 * in the files that are asked for anyway, then as many others as narrow it down, of these the newest records first.
 */
import { blockEnd, type SegmentInfo } from '../format/format.js';
import { intersectPlaced, UNKNOWN, type Entry, type Placed, type TermLists } from './term-lists.js';
import type { Gram } from '../format/terms.js';

/** A text that records must have, and what it is found by. */
export interface TermQuery {
  readonly length: number;
  readonly grams: readonly Gram[];
}

/** Records that are known otherwise. */
export interface Listed {
  /** Ascending. */
  readonly numbers: Uint32Array;
  /** Each of them has what was asked for. */
  readonly sure: boolean;
}

export interface Range {
  /** Numbers from here to below there. */
  readonly low: number;
  readonly high: number;
  /** So many that answer will do, the newest; Infinity: all. */
  readonly needed: number;
}

/** Records that may have it all. */
export interface Intersection {
  /** Ascending. */
  readonly numbers: readonly number[];
  /** Those of which only their rows tell. */
  readonly unsure: ReadonlySet<number>;
  /** How many of these have it, roughly: from 0 to 1. */
  readonly yield: number;
  /** What lies from here on is not known. */
  readonly until: number;
}

/** A page and a little more: so few rows are looked at rather than another list. */
const FEW = 20;
/** So many lists that are just not cut into blocks are read for an exact total. */
const EXACT = 5;
/** Times of what is needed that are asked for, since terms don't stand evenly. */
const SPARE = 3;
/** Terms in a greater share of the records say too little for what their lists cost; rows tell what they would. */
const MOST = 0.2;
/** So many grams of a text are looked up in any segment; of more, not all in a segment of at most so many records. */
const FEW_GRAMS = 3;
const SMALL = 250_000;

interface State {
  readonly asked: TermQuery;
  readonly placed?: Placed;
  readonly covered: ReadonlySet<number>;
  readonly used: number;
}

/** A list that would have to be asked for. */
interface RemoteList {
  /** Which of those asked. */
  readonly of: number;
  readonly gram: Gram;
  readonly entry: Entry | undefined;
  /** Of the records: how many have it. */
  readonly share: number;
}

const placesOf = ({ term: { length }, at }: Gram): readonly number[] => Array.from({ length }, (_, k) => at + k);

/**
 * The grams that are looked up. In a small segment those that hold a long text side by side will do: who knows their
 * places knows the text, and few have them. In a large one the rarest of all saves more than it costs.
 */
const gramsToLookUp = ({ grams }: TermQuery, { count }: SegmentInfo, isFrequent: (gram: Gram) => boolean): readonly Gram[] => {
  const open = grams.filter((gram) => !isFrequent(gram));
  if (open.length <= FEW_GRAMS || count > SMALL) return open;
  let end = 0;
  return open.filter(({ term: { length }, at }, k) => {
    const next = open[k + 1];
    // The next one begins where this is needed no more, or it would leave a hole.
    const isNeeded = at + length > end && (!next || next.at > end);
    if (isNeeded) end = at + length;
    return isNeeded;
  });
};

const withList = (state: State, gram: Gram, list: Placed): State => ({
  asked: state.asked,
  placed: state.placed ? intersectPlaced(state.placed, list) : list,
  covered: new Set([...state.covered, ...placesOf(gram)]),
  used: state.used + 1,
});

interface Choice {
  readonly chosen: readonly RemoteList[];
  /** So many records will be left, roughly. */
  readonly expected: number;
}

/** Lists that together cover what is not covered yet, until few enough records are to be expected. */
const chooseLists = (states: readonly State[], away: readonly RemoteList[], found: number, few: number): Choice => {
  const covered = states.map((state) => new Set(state.covered));
  const chosen: RemoteList[] = [];
  let expected = found;
  while (expected > few) {
    let best: RemoteList | undefined;
    let least = Infinity;
    for (const each of away) {
      const gain = placesOf(each.gram).filter((place) => !covered[each.of]?.has(place)).length;
      if (!gain || each.share / gain >= least) continue;
      best = each;
      least = each.share / gain;
    }
    if (!best) break;
    chosen.push(best);
    // What stands in one text belongs together: its second gram says less than it would alone.
    expected *= covered[best.of]?.size ? Math.sqrt(best.share) : best.share;
    for (const place of placesOf(best.gram)) covered[best.of]?.add(place);
  }
  return { chosen, expected };
};

/** Records in all lists. */
const combine = (
  states: readonly State[], away: readonly RemoteList[], listed: readonly Listed[], low: number, until: number,
): Intersection | undefined => {
  interface List {
    readonly numbers: Uint32Array;
    readonly sure: (at: number) => boolean;
  }
  const lists: List[] = listed.map(({ numbers, sure }) => ({ numbers, sure: () => sure }));
  let open = false;
  for (const { asked, placed, covered, used } of states) {
    if (!placed) {
      open = true;
      continue;
    }
    const whole = covered.size === asked.length;
    lists.push({ numbers: placed.numbers, sure: (at) => whole && (used === 1 || placed.begins[at] !== UNKNOWN) });
  }
  if (!lists.length) return undefined;
  lists.sort((a, b) => a.numbers.length - b.numbers.length);
  const at = lists.map(() => 0);
  const numbers: number[] = [];
  const unsure = new Set<number>();
  const [shortest, ...others] = lists as [(typeof lists)[number], ...typeof lists];
  shortest.numbers.forEach((n, place) => {
    if (n < low || n >= until) return;
    let sure = !open && shortest.sure(place);
    for (const [k, { numbers: own, sure: isSure }] of others.entries()) {
      let here = at[k] as number;
      while (here < own.length && (own[here] as number) < n) here++;
      at[k] = here;
      if (own[here] !== n) return;
      sure &&= isSure(here);
    }
    numbers.push(n);
    if (!sure) unsure.add(n);
  });
  return { numbers, unsure, yield: unsure.size ? chooseLists(states, away, 0.9, 0).expected : 1, until };
};

/**
 * @param asked texts that a record must have @param known what is known of other texts
 * @returns undefined where nothing was asked for that would narrow it down
 */
export async function intersectPostings(
  info: SegmentInfo, lists: TermLists, asked: readonly TermQuery[], known: Promise<readonly Listed[]>, range: Promise<Range>,
): Promise<Intersection | undefined> {
  const isFrequent = ({ term }: Gram): boolean => lists.frequent.has(term);
  const lookedUp = asked.map((each) => gramsToLookUp(each, info, isFrequent));
  const wanted = [...new Set(lookedUp.flat().map(({ term }) => term))];
  const [entries, listed, { low, high, needed }] = await Promise.all([lists.lookUp(wanted), known, range]);
  if (entries.includes(undefined)) return { numbers: [], unsure: new Set(), yield: 1, until: high };
  const entryOf = new Map(wanted.map((term, n) => [term, entries[n]]));
  const countOf = ({ term }: Gram): number => entryOf.get(term)?.count ?? 0;

  // What is here already.
  const away: RemoteList[] = [];
  const states: State[] = [];
  for (const [of, each] of asked.entries()) {
    let state: State = { asked: each, covered: new Set(), used: 0 };
    const grams = [...(lookedUp[of] as readonly Gram[]), ...each.grams.filter(isFrequent)];
    for (const gram of grams.sort((a, b) => countOf(a) - countOf(b))) {
      const entry = entryOf.get(gram.term);
      if (entry?.bytes) state = withList(state, gram, await lists.listOf(gram.term, gram.at, entry, low, high));
      else away.push({ of, gram, entry, share: entry ? entry.count / info.count : lists.frequent.get(gram.term) as number });
    }
    states.push(state);
  }
  const telling = away.filter(({ share }) => share <= MOST);
  const few = Math.min(FEW, needed + 2);
  /** @param now how it stands; whether there is a list left that would tell more */
  const isEnough = ({ numbers, unsure, yield: part, until }: Intersection, now: readonly State[]): boolean => {
    if (until < high) return numbers.length - unsure.size * (1 - part / 2) >= needed;
    return !unsure.size || numbers.length <= few || numbers.length - unsure.size >= needed
      || !chooseLists(now, telling, Infinity, 0).chosen.length;
  };

  const here = combine(states, away, listed, low, high);
  if (here && isEnough(here, states)) return here;

  const ask = async (chosen: readonly RemoteList[], to: number): Promise<readonly [Intersection | undefined, readonly State[]]> => {
    const read = await Promise.all(chosen.map(({ gram, entry }) => lists.listOf(gram.term, gram.at, entry, low, to)));
    const narrowed = [...states];
    chosen.forEach(({ of, gram }, n) => { narrowed[of] = withList(narrowed[of] as State, gram, read[n] as Placed); });
    return [combine(narrowed, away, listed, low, to), narrowed];
  };
  /** A text of which nothing is known yet needs one list, be it as long as it may. */
  const isRarest = (list: RemoteList): boolean => !away.some((other) => other.of === list.of && other.share < list.share);
  const useful = away.filter((list) => list.share <= MOST || (!states[list.of]?.placed && isRarest(list)));

  // As much as will do if it is as it should be.
  const found = here?.numbers.length ?? high - low;
  // A small segment's lists are short: all of them at once, rather than a turn more.
  const { chosen, expected } = chooseLists(states, useful, found, info.blocks > 1 ? Math.min(few, found) / 2 : 0);
  const size = chosen.reduce((sum, { share }) => sum + share * info.count, 0);
  let to = high;
  if (info.blocks > 1 && size > EXACT * info.split && expected > needed * SPARE) {
    const part = (needed * SPARE) / expected;
    const last = here ? here.numbers[Math.floor(found * part)] : low + Math.floor(found * part);
    for (let block = info.blocks - 1; block >= 0; block--) {
      if (blockEnd(block, info.count) > (last ?? high)) to = Math.min(high, blockEnd(block, info.count));
    }
  }
  const [first, now] = await ask(chosen, to);
  if (first && isEnough(first, now)) return first;
  // All there is.
  const [all] = await ask(chooseLists(states, useful, Infinity, 0).chosen, high);
  return all;
}
