/** No id stands for two records. */
import type { SgsRecord } from '../model/record.js';

/** Returns a function that gives a record an id nobody has: its own, else with a number (`x~2`). @param taken whether an id is in use */
export function createIds(taken: (id: string) => unknown): (record: SgsRecord) => SgsRecord {
  const suffixes = new Map<string, number>();
  return (record) => {
    const { id } = record;
    if (!taken(id)) return record;
    let n = suffixes.get(id) ?? 2;
    while (taken(`${id}~${n}`)) n++;
    suffixes.set(id, n + 1);
    return { ...record, id: `${id}~${n}` };
  };
}
