/** For a search that finds nothing: other tabs that have hits, else fuzzy matches. Loaded when it is needed. */
import type { Kind } from '../model/kinds.js';
import { createFuzzyMatcher } from '../query/fuzzy/matcher.js';
import type { FuzzyMatch, Query } from '../query/query.js';
import type { Page, RecordSource } from '../source/source.js';

export interface SearchFallback {
  /** In the place of the empty page; with the match that found it. */
  readonly found?: Page;
  readonly fuzzyMatch?: FuzzyMatch;
  /** Other kinds on show in which the same search finds something. */
  readonly elsewhere: readonly { readonly kind: Kind; readonly total: number }[];
}

/** Exact hits in another tab come before fuzzy ones in this one. */
export async function searchFallback(
  source: RecordSource, asked: Query, kinds: readonly Kind[], signal: AbortSignal,
): Promise<SearchFallback> {
  // Categories are each kind's own and don't go along.
  const searchElsewhere = async (query: Query): Promise<SearchFallback['elsewhere']> => {
    const others = kinds.filter((kind) => kind !== asked.kind);
    const totals = await Promise.all(others.map(async (kind) => {
      const { total } = await source.query({ ...query, kind, category: '' }, signal);
      return { kind, total };
    }));
    return totals.filter(({ total }) => total);
  };
  const elsewhere = await searchElsewhere(asked);
  const fuzzyMatch = elsewhere.length || !asked.q ? undefined : createFuzzyMatcher().match(asked.q);
  if (!fuzzyMatch) return { elsewhere };
  const query = { ...asked, fuzzyMatch };
  const found = await source.query(query, signal);
  return found.total ? { found, fuzzyMatch, elsewhere: [] } : { elsewhere: await searchElsewhere(query) };
}
