/** One value of every row, each different value kept once: what filters, counts and orders are made of. */
import type { Compare } from '../compare.js';
import { grown } from './numbers.js';

/** Lets others run if it is time; undefined where it is not. */
export type YieldIfDue = () => Promise<void> | undefined;

export class Column {
  /** The different values, in the order in which they came first. */
  readonly values: string[] = [];
  /** How many rows have each value. */
  readonly counts: number[] = [];
  private readonly known = new Map<string, number>();
  /** Of each row the number of its value. */
  numbers = new Uint32Array(256);
  length = 0;

  add(value: string): void {
    let number = this.known.get(value);
    if (number === undefined) {
      number = this.values.length;
      this.known.set(value, number);
      this.values.push(value);
      this.counts.push(0);
    }
    (this.counts[number] as number)++;
    if (this.length === this.numbers.length) this.numbers = grown(this.numbers);
    this.numbers[this.length++] = number;
  }

  /** Of each different value whether it passes. */
  passing(test: (value: string) => boolean): Uint8Array {
    return Uint8Array.from(this.values, (value) => Number(test(value)));
  }
}

/** What a value counts for in an order: equal values the same, from 0; `most` for what comes last whichever way it is turned. */
export interface Ranks {
  readonly ranks: Uint32Array;
  readonly most: number;
}

/** Ranks of values, ascending or descending; empty values come last in both. */
export async function ranksOf(
  values: readonly string[], compare: Compare<string>, descending: boolean, yieldIfDue: YieldIfDue,
): Promise<Ranks> {
  const filled = values.flatMap((value, number) => (value ? [number] : []));
  const sorted = await sort(filled, (a, b) => compare(values[a] as string, values[b] as string), yieldIfDue);
  const ranks = new Uint32Array(values.length);
  let rank = 0;
  sorted.forEach((number, at) => {
    if (at && compare(values[sorted[at - 1] as number] as string, values[number] as string)) rank++;
    ranks[number] = rank;
  });
  const most = rank + 1;
  values.forEach((value, number) => {
    if (!value) ranks[number] = most;
    else if (descending) ranks[number] = rank - (ranks[number] as number);
  });
  return { ranks, most };
}

/** Items sorted in one go; comparing names in pinyin order takes about two microseconds. */
const RUN = 1024;

/** A stable sort that lets others run. */
async function sort(items: number[], compare: Compare<number>, yieldIfDue: YieldIfDue): Promise<number[]> {
  let runs: number[][] = [];
  for (let at = 0; at < items.length; at += RUN) {
    runs.push(items.slice(at, at + RUN).sort(compare));
    await yieldIfDue();
  }
  while (runs.length > 1) {
    const next: number[][] = [];
    for (let at = 0; at < runs.length; at += 2) {
      const [one, other = []] = runs.slice(at, at + 2) as [number[], number[]?];
      const merged: number[] = [];
      let i = 0, j = 0;
      while (i < one.length && j < other.length) {
        merged.push(compare(one[i] as number, other[j] as number) <= 0 ? one[i++] as number : other[j++] as number);
        if (merged.length % RUN === 0) await yieldIfDue();
      }
      while (i < one.length) merged.push(one[i++] as number);
      while (j < other.length) merged.push(other[j++] as number);
      next.push(merged);
    }
    runs = next;
  }
  return runs[0] ?? [];
}

/** Rows ordered by what their values count for; rows of the same rank stay as they stood. */
export function sortByRank(rows: Uint32Array, { numbers }: Column, { ranks, most }: Ranks): Uint32Array {
  const starts = new Uint32Array(most + 2);
  const rankOf = (row: number): number => ranks[numbers[row] as number] as number;
  rows.forEach((row) => (starts[rankOf(row) + 1] as number)++);
  for (let rank = 0; rank <= most; rank++) (starts[rank + 1] as number) += starts[rank] as number;
  const result = new Uint32Array(rows.length);
  rows.forEach((row) => {
    const rank = rankOf(row);
    result[(starts[rank] as number)++] = row;
  });
  return result;
}
