/** What can be filtered by, counted. */
import type { SgsRecord } from '../model/record.js';
import { yearOf } from '../query/engine.js';
import type { Facet, Facets } from '../query/page.js';

export type FacetCounts = ReturnType<typeof createFacets>;

const NAMES = ['category', 'department', 'year', 'month'] as const;

/** @param known as they were when last published */
export function createFacets(known?: Facets) {
  const counts = {} as Record<(typeof NAMES)[number], Map<string, number>>;
  for (const name of NAMES) counts[name] = new Map((known?.[name] ?? []).map(({ value, count }) => [value, count]));
  const count = (name: (typeof NAMES)[number], value: string | undefined, by: number): void => {
    if (value) counts[name].set(value, (counts[name].get(value) ?? 0) + by);
  };
  return {
    /** @param by 1, or −1 for a record that has left */
    add(record: SgsRecord, by: 1 | -1): void {
      const [only, ...more] = record.category;
      if (more.length) new Set(record.category).forEach((value) => count('category', value, by));
      else count('category', only, by);
      count('department', record.authority, by);
      count('year', yearOf(record), by);
      count('month', record.decidedOn?.slice(0, 7), by);
    },
    read(): Facets {
      const latestFirst = (a: Facet, b: Facet): number => (a.value < b.value ? 1 : -1);
      const mostFirst = (a: Facet, b: Facet): number => b.count - a.count || a.value.localeCompare(b.value, 'zh-Hans-CN');
      const list = (name: (typeof NAMES)[number]): readonly Facet[] => Array.from(counts[name], ([value, n]) => ({ value, count: n }))
        .filter((facet) => facet.count > 0)
        .sort(name === 'year' || name === 'month' ? latestFirst : mostFirst);
      return { category: list('category'), department: list('department'), year: list('year'), month: list('month') };
    },
  };
}
