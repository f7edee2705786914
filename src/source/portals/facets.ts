/** Counted values of filters, in the order they are offered: as the engine in memory has them. */
import type { Facet, Facets } from '../../query/page.js';

export const NO_FACETS: Facets = { category: [], department: [], year: [], month: [] };

export const NAMES = Object.keys(NO_FACETS) as (keyof Facets)[];

let pinyin: ((a: string, b: string) => number) | undefined;
/** Made when first needed: it is slow to make. */
const byPinyin = (a: string, b: string): number => (pinyin ??= new Intl.Collator('zh-Hans-CN-u-co-pinyin', { numeric: true }).compare)(a, b);

const mostFirst = (a: Facet, b: Facet): number => b.count - a.count || byPinyin(a.value, b.value);
/* c8 ignore next -- two values are never the same */
const latestFirst = (a: Facet, b: Facet): number => (a.value < b.value ? 1 : -1);

/** @param values the counted values of a filter, in any order */
export const facetsFrom = (values: (name: keyof Facets) => readonly Facet[]): Facets => {
  const sorted = (name: keyof Facets): readonly Facet[] => values(name).filter(({ value }) => value).sort(name === 'year' || name === 'month' ? latestFirst : mostFirst);
  return { category: sorted('category'), department: sorted('department'), year: sorted('year'), month: sorted('month') };
};
