/** A segment in the making: its records wait in the scratch, by months. */
import type { Kind } from '../model/kinds.js';
import type { FeedRow } from '../format/rows.js';
import type { Scratch } from './scratch.js';
import { createSegmentName, byDateThenId, type ShardSettings, type IndexRow } from './index-row.js';

export type SegmentBuilder = ReturnType<typeof createSegmentBuilder>;

export function createSegmentBuilder(kind: Kind, settings: ShardSettings, scratch: Scratch) {
  const naming = createSegmentName(kind, settings);
  const buckets = new Set<string>();
  let count = 0;
  return {
    get count() {
      return count;
    },
    name: naming.name,
    /** @param whole the whole row as JSON */
    add(entry: IndexRow, whole: string): void {
      const month = entry.date.slice(0, 7);
      buckets.add(month);
      naming.add(entry);
      const { id, date, sum, row, filters, text } = entry;
      scratch.append(`${kind}-${month}`, JSON.stringify([id, date, sum, row, filters, text]), whole);
      count++;
    },
    /** In the order of a list; whole rows as the bytes of their JSON. */
    *sorted(): Generator<readonly [IndexRow, Uint8Array]> {
      // Without a date last.
      for (const month of [...buckets].sort().reverse()) {
        const bucket = `${kind}-${month}`;
        const rows = Array.from(scratch.entries(bucket), ([head, whole]): readonly [IndexRow, Uint8Array] => {
          const [id, date, sum, row, filters, text] = JSON.parse(head) as [string, string, number, FeedRow, string[], string];
          return [{ id, date, sum, row, filters, text }, whole];
        });
        yield* rows.sort(([a], [b]) => byDateThenId(a, b));
        scratch.drop(bucket);
      }
    },
  };
}
