/** What can be filtered by, counted, in the one order in which it is offered, wherever it was counted. */
import type { SgsRecord } from '../model/record.js';
import { compareCodeUnits } from './compare.js';
import type { Facet, Facets } from './page.js';
import { decisionDate, departmentsOf, yearOf } from './record-values.js';

export type FacetName = keyof Facets;

export const FACET_NAMES: readonly FacetName[] = ['category', 'department', 'year', 'month'];

export const NO_FACETS: Facets = { category: [], department: [], year: [], month: [] };

/**
 * Values of the same count by their code units, not by pinyin: a collator takes milliseconds to make, and the first rows
 * would have to wait for it.
 */
const mostFrequentFirst = (a: Facet, b: Facet): number => b.count - a.count || compareCodeUnits(a.value, b.value);
const latestFirst = (a: Facet, b: Facet): number => compareCodeUnits(b.value, a.value);

/** @param valuesOf the counted values of a filter, in any order; an empty one is left out */
export function sortFacets(valuesOf: (name: FacetName) => readonly Facet[]): Facets {
  const sorted = (name: FacetName, compare: (a: Facet, b: Facet) => number): readonly Facet[] =>
    valuesOf(name).filter(({ value }) => value).sort(compare);
  return {
    category: sorted('category', mostFrequentFirst),
    department: sorted('department', mostFrequentFirst),
    year: sorted('year', latestFirst),
    month: sorted('month', latestFirst),
  };
}

export type FacetCounter = ReturnType<typeof createFacetCounter>;

/** @param known what has been counted before */
export function createFacetCounter(known: Facets = NO_FACETS) {
  const countsOf = (name: FacetName): Map<string, number> => new Map(known[name].map(({ value, count }) => [value, count]));
  const counts: Readonly<Record<FacetName, Map<string, number>>> = {
    category: countsOf('category'), department: countsOf('department'), year: countsOf('year'), month: countsOf('month'),
  };

  const add = (name: FacetName, value: string, count: number): void => {
    if (value) counts[name].set(value, (counts[name].get(value) ?? 0) + count);
  };

  return {
    /** @param count how many records have the value */
    add,

    /** @param count −1 for a record that has left */
    addRecord(record: SgsRecord, count: 1 | -1 = 1): void {
      new Set(record.category).forEach((value) => add('category', value, count));
      new Set(departmentsOf(record)).forEach((value) => add('department', value, count));
      add('year', yearOf(record), count);
      add('month', decisionDate(record).slice(0, 7), count);
    },

    facets: (): Facets => sortFacets((name) =>
      Array.from(counts[name], ([value, count]) => ({ value, count })).filter(({ count }) => count > 0)),
  };
}
