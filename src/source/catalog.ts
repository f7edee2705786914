/** 双公示目录: a record that names a catalogue item takes the basis it lacks from it (product contract, "kinds"). */
import type { SgsRecord } from '../model/record.js';
import { foldText } from '../query/fold.js';
import { yearOf } from '../query/engine.js';

/** Which of several items with one code a record means; undefined where that would be a guess. */
function choose(items: readonly SgsRecord[], record: SgsRecord): SgsRecord | undefined {
  const own = items.filter((item) => item.authority === record.authority);
  const several = new Set(items.map((item) => item.authority)).size > 1;
  // Codes are a department's own: another department's item of the same code may be something else.
  const candidates = own.length || several ? own : items;
  const year = yearOf(record);
  // No list of that year: the latest one. Of equal years the first in the feed.
  return candidates.find((item) => yearOf(item) === year)
    ?? candidates.reduce<SgsRecord | undefined>((latest, item) => (latest && yearOf(latest) >= yearOf(item) ? latest : item), undefined);
}

/** Returns a function that gives a record its catalogue item's basis, or the record itself where nothing is to be done. */
export function basisFrom(catalog: readonly SgsRecord[]): (record: SgsRecord) => SgsRecord {
  const items = new Map<string, SgsRecord[]>();
  for (const item of catalog) {
    if (!item.catalogCode || !item.basis) continue;
    const code = foldText(item.catalogCode);
    const same = items.get(code);
    if (same) same.push(item);
    else items.set(code, [item]);
  }
  return (record) => {
    // Of a revoked decision only the reason is shown.
    if (record.basis || !record.catalogCode || record.kind === 'catalog' || record.status === 'revoked') return record;
    const basis = choose(items.get(foldText(record.catalogCode)) ?? [], record)?.basis;
    return basis ? { ...record, basis } : record;
  };
}
