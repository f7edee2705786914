/** A big feed in a folder (format/format.ts): a page of each query, out of a few small files. */
import type { FeedReport } from '../feed/feed.js';
import type { Searched } from '../format/format.js';
import type { CreateReader } from '../format/reread.js';
import type { SgsConfig } from '../model/config.js';
import { KINDS, type Kind } from '../model/kinds.js';
import type { SgsRecord } from '../model/record.js';
import { createEngine } from '../query/engine.js';
import { NO_FACETS } from '../query/facets.js';
import type { Facets } from '../query/page.js';
import { clamp, isFiltered, NO_FILTERS, type Query } from '../query/query.js';
import type { Place } from '../read/days.js';
import { createFolderReader, infoOf, type FolderOptions, type FolderReader, type Request } from '../read/folder.js';
import { pageFromCandidates, stopIf, verifyCandidates, type Found } from '../read/pages.js';
import type { Candidates, Segment } from '../read/segment.js';
import type { Page, RecordSource } from './source.js';

/** The manifest as a feed. */
interface Manifest {
  /** Its records: the first page. */
  readonly records: readonly SgsRecord[];
  readonly report: FeedReport;
}

/** More records than this are neither sorted otherwise than by date, nor exported at once. */
const MOST_SORTED = 1000;
const MOST_EXPORTED = 20_000;

/** What a reader must know of a search that does not look everywhere. */
const SCOPE: Readonly<Record<Searched, string>> = {
  numbers: '检索范围：名称、统一社会信用代码、文号。',
  titles: '检索范围：名称、统一社会信用代码、文号、标题。',
  text: '',
};

const SORTING = `超过 ${MOST_SORTED} 条的结果只按日期排序。`;

const sumOf = (all: readonly Candidates[], by: 'most' | 'least'): number => all.reduce((sum, candidates) => sum + candidates[by], 0);

function totalOf(all: readonly Candidates[]): number | undefined {
  let sum = 0;
  for (const { total } of all) {
    if (total === undefined) return undefined;
    sum += total;
  }
  return sum;
}

async function find(folder: FolderReader, query: Query, signal?: AbortSignal): Promise<Page> {
  const { kind, sort, descending, fuzzyMatch } = query;
  const { info, segments, newest } = folder.edition();
  const size = clamp(query.size, Infinity);
  const pagesOf = (total: number): number => clamp(Math.ceil(total / size), Infinity);
  const asked = { ...query, size, page: clamp(query.page, Infinity), descending: sort === 'decidedOn' ? descending : true };
  // What a search could mean besides can't be looked up.
  if (fuzzyMatch) return { rows: [], total: 0, page: 1, pages: 1, size, complete: true };
  const byDate = sort === 'decidedOn' && asked.descending;
  const count = info.kinds[kind]?.count ?? 0;
  const first = newest.filter((record) => record.kind === kind);
  if (!isFiltered(query) && asked.page === 1 && byDate && first.length >= Math.min(size, count)) {
    return { rows: first.slice(0, size), total: count, page: 1, pages: pagesOf(count), size, complete: true };
  }
  const own = segments[kind];
  // Days are needed to put segments in order, or to turn it round. Who needs them fails with them.
  if (own.length > 1 || !byDate) for (const segment of own) segment.days().catch(() => undefined);
  const candidatesFor = async (needed: number): Promise<readonly Candidates[]> =>
    (await Promise.all(own.map((segment) => segment.candidates(asked, needed)))).filter(({ most }) => most);
  // One more than the page tells whether there is another.
  const all = await candidatesFor(byDate ? asked.page * size + 1 : Infinity);
  stopIf(signal);
  if (sort !== 'decidedOn' && sumOf(all, 'most') <= MOST_SORTED) {
    const { rows } = await verifyCandidates(folder, all, { ...asked, page: 1, size: MOST_SORTED }, undefined, signal);
    const engine = createEngine();
    for (const record of rows) engine.add(record);
    return { ...engine.page({ ...NO_FILTERS, kind, sort, descending, page: asked.page, size }), complete: true };
  }
  const answer = (some: readonly Candidates[]): Promise<Found> => {
    const total = totalOf(some);
    const page = total === undefined ? asked.page : Math.min(asked.page, pagesOf(total));
    return some.every(({ certain }) => certain)
      ? pageFromCandidates(folder, some, asked, total ?? sumOf(some, 'least'), page, total !== undefined)
      : verifyCandidates(folder, some, { ...asked, page }, total, signal);
  };
  let found = await answer(all);
  // Fewer have answered than was to be expected of those that were asked for.
  if (found.isShort) found = await answer(await candidatesFor(Infinity));
  const { rows, total, page, complete } = found;
  return { rows, total, page, pages: pagesOf(total), size, complete };
}

async function get(folder: FolderReader, id: string): Promise<SgsRecord | undefined> {
  const { segments } = folder.edition();
  const wholeAt = async (place: Place, kind: Kind): Promise<SgsRecord | undefined> => {
    const [record] = await folder.recordsAt([place], kind, true);
    return record?.id === id ? record : undefined;
  };
  const kindOf = (segment: Segment): Kind | undefined => KINDS.find((kind) => segments[kind].includes(segment));
  const known = folder.placeOf(id);
  const kind = known && kindOf(known.segment);
  const found = kind && (await wholeAt(known, kind));
  if (found) return found;
  const everywhere = await Promise.all(KINDS.flatMap((each) => segments[each].map(async (segment) => {
    const numbers = await segment.byHash(`i${id}`);
    return Promise.all([...numbers].map((n) => wholeAt({ segment, n }, each)));
  })));
  return everywhere.flat().find(Boolean);
}

async function facetsOf(folder: FolderReader, kind: Kind): Promise<Facets> {
  const facets = folder.edition().info.kinds[kind]?.facets ?? NO_FACETS;
  return typeof facets === 'string' ? folder.fileOf<Facets>(facets) : facets;
}

function shardsSource(options: FolderOptions): RecordSource {
  const folder = createFolderReader(options);
  return {
    query: (query, signal) => folder.retryIfGone(() => find(folder, query, signal)),
    all: (query, signal) => folder.retryIfGone(async () => (await find(folder, { ...query, page: 1, size: MOST_EXPORTED }, signal)).rows),
    get: (id) => folder.retryIfGone(() => get(folder, id)),
    facets: (kind) => folder.retryIfGone(() => facetsOf(folder, kind)),
    counts: () => {
      const counts: Partial<Record<Kind, number>> = {};
      for (const kind of KINDS) counts[kind] = folder.edition().info.kinds[kind]?.count ?? 0;
      return Promise.resolve(counts);
    },
  };
}

/**
 * A folder's source, and the report of all that is in it; undefined where nothing can be made of it: the manifest is of a
 * format to come, or one of several feeds.
 * @param createReader the page's own, as is `request`, so that nothing gets around its gate
 */
export function openShards(
  [url, more]: readonly string[], config: SgsConfig, shards: unknown, [manifest]: readonly Manifest[],
  createReader: CreateReader, request: Request,
): { readonly source: RecordSource; readonly report: FeedReport } | undefined {
  const info = infoOf(shards);
  if (!info || !url || more || !manifest) return undefined;
  const { records, report } = manifest;
  const kinds: Partial<Record<Kind, number>> = {};
  let rows = 0;
  for (const kind of KINDS) {
    const { count } = info.kinds[kind] ?? { count: 0 };
    if (count) kinds[kind] = count;
    rows += count;
  }
  const notice = [report.meta.notice, SCOPE[info.searched] + SORTING].filter(Boolean).join('\n');
  return {
    source: shardsSource({ url, config, info, newest: records, createReader, request }),
    report: { ...report, rows, kinds, meta: { ...report.meta, notice } },
  };
}
