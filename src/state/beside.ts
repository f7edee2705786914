/** What stands beside the rows of an answer: hits in other tabs, and the records around the open one. Loaded when it is needed. */
import type { Kind } from '../model/kinds.js';
import type { Query } from '../query/query.js';
import type { Page, RecordSource } from '../source/source.js';
import type { ListSnapshot, Neighbour } from './list.js';

type Hits = NonNullable<ListSnapshot['hits']>;

/** Of each source the hits of the search that was made last: the next page or record has the same. */
const known = new WeakMap<RecordSource, readonly [key: string, hits: Hits]>();

export interface Asked {
  readonly source: RecordSource;
  readonly query: Query;
  readonly found: Page;
  readonly kinds: readonly Kind[];
  readonly counts: Readonly<Partial<Record<Kind, number>>>;
  readonly signal: AbortSignal;
}

/** Categories are each kind's own and don't go along. Of a source that can't count its kinds nothing more is asked. */
export async function hitsOf({ source, query, found, kinds, counts, signal }: Asked): Promise<Hits> {
  const { kind: own, page: _page, size: _size, sort: _sort, descending: _descending, ...filters } = query;
  const key = JSON.stringify([filters, own, kinds]);
  const before = known.get(source);
  if (before?.[0] === key) return before[1];
  const hits: Partial<Record<Kind, number>> = { [own]: found.total };
  await Promise.all(kinds.map(async (kind) => {
    if (kind === own || counts[kind] === undefined) return;
    hits[kind] = counts[kind] ? (await source.query({ ...query, kind, category: '', page: 1, size: 1 }, signal)).total : 0;
  }));
  known.set(source, [key, hits]);
  return hits;
}

/** Over the edges of a page too; none where the record is not among the rows, as after a link to it. */
export async function neighboursOf(
  id: string, { source, query, found, signal }: Asked,
): Promise<readonly [previous?: Neighbour, next?: Neighbour]> {
  const { rows, page, pages } = found;
  const at = rows.findIndex((row) => row.id === id);
  if (at < 0) return [];
  const beyond = async (other: number, last: boolean): Promise<Neighbour | undefined> => {
    if (other < 1 || other > pages) return undefined;
    const { rows: others } = await source.query({ ...query, page: other }, signal);
    const record = others[last ? others.length - 1 : 0];
    return record && { record, page: other };
  };
  const [before, after] = [rows[at - 1], rows[at + 1]];
  return Promise.all([
    before ? { record: before, page } : beyond(page - 1, true),
    after ? { record: after, page } : beyond(page + 1, false),
  ]);
}
