/**
 * What a patch says, ready to be asked. A file without its withdrawn records is named after these, so that nobody has to
 * list names: a search reads the patch, and it has to stay short however many days have passed.
 */
import { hash32 } from '../model/hash.js';
import { fileOf, type Patch, type SegmentInfo } from './format.js';

export interface Tombstones {
  /** Numbers of the deleted records, ascending. */
  readonly deleted: readonly number[];
  /** The name that stands for a file of the segment now. */
  readonly nameOf: (name: string) => string;
  /** Files of the segment that others stand for. */
  readonly superseded: readonly string[];
}

/** How many records are in a file of rows, and in one of whole records. */
export interface ChunkSizes {
  readonly rows: number;
  readonly records: number;
}

export const NO_PATCH: Patch = { gaps: [], shards: [], frequentCounts: [] };

export function openPatch({ gaps, shards }: Patch, { rows, records }: ChunkSizes): Tombstones {
  const deleted: number[] = [];
  const missing = new Map<string, number[]>();
  const leaves = (name: string, n: number): void => {
    const own = missing.get(name);
    if (own) own.push(n);
    else missing.set(name, [n]);
  };
  let n = 0;
  gaps.forEach((gap, k) => {
    deleted.push(n += gap);
    leaves(fileOf('l', Math.floor(n / rows)), n);
    leaves(fileOf('r', Math.floor(n / records)), n);
    for (const shard of [shards[k] ?? []].flat()) leaves(fileOf('n', shard), n);
  });
  return {
    deleted,
    nameOf(name) {
      const own = missing.get(name);
      return own ? name.replace('.json', `-${hash32(own.join()).toString(36)}.json`) : name;
    },
    superseded: [...missing.keys()],
  };
}

/** The shards of numbers that a record is in. */
export type ShardsOf = ReadonlyMap<number, readonly number[]>;

/** @param deleted ascending @param shards of each of them */
export const patchFor = (deleted: readonly number[], shards: ShardsOf, frequentCounts: Patch['frequentCounts']): Patch => ({
  gaps: deleted.map((n, k) => n - (deleted[k - 1] ?? 0)),
  shards: deleted.map((n) => {
    const own = shards.get(n) ?? [];
    return own.length === 1 ? (own[0] as number) : own;
  }),
  frequentCounts,
});

export const shardsOf = ({ shards }: Patch, { deleted }: Tombstones): ShardsOf =>
  new Map(deleted.map((n, k) => [n, [shards[k] ?? []].flat()]));

/** Shards of the numbers in a record's text. */
export const shardsFor = (numbers: Iterable<string>, { numbers: count }: Pick<SegmentInfo, 'numbers'>): readonly number[] =>
  [...new Set(Array.from(numbers, (number) => hash32(number) % count))].sort((a, b) => a - b);
