/** 双公示目录: a record that names a catalogue item takes the basis it lacks from it (product contract, "kinds"). */
import type { SgsRecord } from '../model/record.js';
import { normalizeText } from '../query/normalize.js';
import { yearOf } from '../query/record-values.js';

/** Which of several items with one code a record means, the latest first; undefined where that would be a guess. */
function choose(items: readonly SgsRecord[], record: SgsRecord): SgsRecord | undefined {
  const own = items.filter((item) => item.authority === record.authority);
  // Codes are a department's own: another department's item of the same code may be something else.
  const candidates = own.length || items.some((item) => item.authority !== items[0]?.authority) ? own : items;
  // No list of that year: the latest one.
  return candidates.find((item) => yearOf(item) === yearOf(record)) ?? candidates[0];
}

/** Returns a function that gives a record its catalogue item's basis, or the record itself where nothing is to be done. */
export function basisFrom(records: readonly SgsRecord[]): (record: SgsRecord) => SgsRecord {
  const items = new Map<string, SgsRecord[]>();
  const itemsOf = ({ catalogCode }: SgsRecord): SgsRecord[] => items.get(normalizeText(catalogCode || '')) ?? [];
  for (const item of records) {
    if (item.kind === 'catalog' && item.catalogCode && item.basis) items.set(normalizeText(item.catalogCode), [...itemsOf(item), item]);
  }
  // Of equal years the first in the feed.
  items.forEach((same) => same.sort((a, b) => Number(yearOf(b)) - Number(yearOf(a))));
  return (record) => {
    // Of a revoked decision only the reason is shown.
    if (record.basis || record.kind === 'catalog' || record.status === 'revoked') return record;
    const basis = choose(itemsOf(record), record)?.basis;
    return basis ? { ...record, basis } : record;
  };
}
