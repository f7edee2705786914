/** A segment in the making: its records wait in the scratch, by months. */
import type { Kind } from '../model/kinds.js';
import type { FeedRow } from './rows.js';
import type { Scratch } from './scratch.js';
import { createNaming, inOrder, type ShardSettings, type Slip } from './slip.js';

export type Draft = ReturnType<typeof createDraft>;

export function createDraft(kind: Kind, settings: ShardSettings, scratch: Scratch) {
  const naming = createNaming(kind, settings);
  const buckets = new Set<string>();
  let count = 0;
  return {
    get count() {
      return count;
    },
    name: naming.name,
    /** @param whole the whole row as JSON */
    add(slip: Slip, whole: string): void {
      const month = slip.date.slice(0, 7);
      buckets.add(month);
      naming.add(slip);
      const { id, date, sum, row, filters, text } = slip;
      scratch.append(`${kind}-${month}`, JSON.stringify([id, date, sum, row, filters, text]), whole);
      count++;
    },
    /** In the order of a list; whole rows as the bytes of their JSON. */
    *sorted(): Generator<readonly [Slip, Uint8Array]> {
      // Without a date last.
      for (const month of [...buckets].sort().reverse()) {
        const bucket = `${kind}-${month}`;
        const slips = Array.from(scratch.entries(bucket), ([head, whole]): readonly [Slip, Uint8Array] => {
          const [id, date, sum, row, filters, text] = JSON.parse(head) as [string, string, number, FeedRow, string[], string];
          return [{ id, date, sum, row, filters, text }, whole];
        });
        yield* slips.sort(([a], [b]) => inOrder(a, b));
        scratch.drop(bucket);
      }
    },
  };
}
