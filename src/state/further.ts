/** Where a search leads that finds nothing: to another tab, or to what it could have meant. Loaded when it happens. */
import type { Kind } from '../model/kinds.js';
import { createForgiving } from '../query/forgiving/forgiving.js';
import type { Guess, Query } from '../query/query.js';
import type { Page, RecordSource } from '../source/source.js';

export interface Further {
  /** In the place of the empty page; with the guess it answers. */
  readonly found?: Page;
  readonly guess?: Guess;
  /** Other kinds on show in which the same search finds something. */
  readonly elsewhere: readonly { readonly kind: Kind; readonly total: number }[];
}

/** Exact hits in another tab come before guesses in this one. */
export async function lookFurther(source: RecordSource, asked: Query, kinds: readonly Kind[], signal: AbortSignal): Promise<Further> {
  // Categories are each kind's own and don't go along.
  const lookElsewhere = async (query: Query): Promise<Further['elsewhere']> => {
    const others = kinds.filter((kind) => kind !== asked.kind);
    const totals = await Promise.all(others.map(async (kind) => ({ kind, total: (await source.query({ ...query, kind, category: '' }, signal)).total })));
    return totals.filter(({ total }) => total);
  };
  const elsewhere = await lookElsewhere(asked);
  const guess = elsewhere.length || !asked.q ? undefined : createForgiving().guess(asked.q);
  if (!guess) return { elsewhere };
  const query = { ...asked, guess };
  const found = await source.query(query, signal);
  return found.total ? { found, guess, elsewhere: [] } : { elsewhere: await lookElsewhere(query) };
}
