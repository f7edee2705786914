/** A portal that searches itself: it is asked for one page of each search. What it answers goes the way of every feed. */
import type { FeedCache } from '../feed/cache.js';
import type { FeedReport, FeedRequest } from '../feed/feed.js';
import type { HttpRequest, ReadPage } from '../feed/pages.js';
import { isPlainObject, type SgsConfig } from '../model/config.js';
import { withoutQuery } from '../model/web-address.js';
import { FeedFailure, type Failure } from '../model/failure.js';
import { withPreset } from '../model/apply-preset.js';
import type { Kind } from '../model/kinds.js';
import type { SgsRecord } from '../model/record.js';
import { NO_FACETS } from '../query/facets.js';
import { clamp, isFiltered, type Query } from '../query/query.js';
import { todayInChina } from '../rules/gate.js';
import { createIds } from './ids.js';
import { assertAnswerable, type Cursor, type Overview, type PortalTarget, type Search } from './portals/portal.js';
import { portalOf } from './portals/portals.js';
import type { Page, RecordSource } from './source.js';
import { findTotal, numberOf, valueAt } from './total.js';

/** What the portal's answers say of the feed (state/feed-state.ts). */
export interface PortalState {
  readonly source: RecordSource;
  readonly busy: false;
  readonly report?: FeedReport;
  readonly stale?: string | undefined;
  readonly failures: readonly Failure[];
}

export interface ApiOptions extends Pick<FeedRequest, 'url'> {
  /** Kinds the lists show, as they are when an answer comes. */
  readonly kinds?: Iterable<Kind>;
  readonly config: SgsConfig;
  /** Reads one answer (feed/load.ts). */
  readonly read: ReadPage;
  /** Where the first page outlives the page; without it a portal that does not answer shows nothing. */
  readonly cache?: FeedCache;
  /** Called with what the last answer says of the feed. The listener may ask the same again at once. */
  readonly onState?: (state: PortalState) => void;
}

/** Records that are printed at most. */
const MOST_PRINTED = 20_000;

/** Records from one end that are skipped at most, from cursor to cursor. */
const MOST_SKIPPED = 500_000;

/** Answers kept, and for how long (ms): going back and forth asks nobody. */
const MOST_CACHED = 20;
const FRESH_MS = 300_000;
/** A cached copy is shown for so long (ms) before the portal is asked again, unless somebody says 重试. */
const STALE_MS = 30_000;

interface ReportedPage extends Page {
  readonly report: FeedReport;
}

const failureOf = (error: unknown): Failure | undefined => (error as Partial<FeedFailure>).failure;

/** What `sgs index` has said: of the feed, what was kept back when it was indexed; of the index, how far it counts. */
const aboutOf = (text: string | undefined): Partial<FeedReport> & { readonly window?: unknown } => {
  try {
    const value: unknown = JSON.parse(text ?? '');
    return isPlainObject(value) ? value : {};
  } catch {
    return {};
  }
};

export function apiSource({ url, config: given, kinds, read, cache, onState }: ApiOptions): RecordSource {
  const config = withPreset(given);
  const settings = config.request ?? {};
  const portal = portalOf(settings.preset);
  const { deep } = portal;
  const most = settings.pageSize ?? portal.most;
  /** What has been shown, for links to single records of a portal that can't be asked for one. */
  const seen = new Map<string, SgsRecord>();
  const answers = new Map<string, { readonly page: Page; readonly until: number }>();
  /** Where pages begin, by the search and the records before them. */
  const cursors = new Map<string, Map<number, Cursor>>();
  /** The search that is under way: a record that is asked for beside it may be on its page. */
  let latest: Promise<unknown> = Promise.resolve();
  /** The kinds, and the values of the filters. */
  const overviews: Partial<Record<'kinds' | 'values', Promise<Overview | undefined>>> = {};
  let whole: FeedReport | undefined;
  let reported = '';

  const target = (): PortalTarget => ({ url, settings, ...(config.gate?.expired !== false && { today: todayInChina() }) });

  /** One answer: its records, and what stands around them. */
  const fetch = async (asked: HttpRequest, signal?: AbortSignal, request = config.request) => {
    const rows: SgsRecord[] = [];
    let root: unknown;
    const withId = createIds((id) => rows.some((row) => row.id === id));
    const reading: FeedRequest = {
      url, config: { ...config, ...(request && { request }) }, ...(signal && { signal }), ...(kinds && { kinds: Array.from(kinds) }),
      onRecords: (records) => { for (const record of records) rows.push(withId(record)); },
      onRoot: (value) => { root = value; },
      // A search may well find nothing, and a page beyond the last holds nothing.
      isPart: true,
    };
    try {
      const report = await read(reading, asked);
      return { rows, root, report };
    } catch (error) {
      // An answer that is meant to be without records is none to the reader, but what stands in it has been read.
      return { rows, root, error };
    }
  };

  const rowsOf = async (search: Search, signal: AbortSignal | undefined) => {
    const { rows, root, report, error } = await fetch(portal.page(target(), search), signal);
    if (!report) throw error;
    const path = config.response?.total;
    // A portal that can't be asked for one kind answers with all of them.
    return {
      rows: rows.filter(({ kind }) => kind === search.query.kind || settings.filters?.kind),
      report,
      total: path ? numberOf(valueAt(root, path)) : findTotal(root),
    };
  };

  /**
   * Where the records of a search end that stand before `from`: in hops, since an engine counts so far only. The first goes
   * as far as it counts, and brings one record.
   */
  const cursorAt = async (
    search: Search, from: number, window: number, signal: AbortSignal | undefined,
  ): Promise<Cursor | undefined> => {
    const { query, backwards } = search;
    const key = JSON.stringify([{ ...query, page: 0, size: 0 }, backwards]);
    const known = cursors.get(key) ?? new Map<number, Cursor>();
    cursors.set(key, known);
    let at = Math.max(0, ...[...known.keys()].filter((start) => start <= from));
    while (at < from && deep) {
      const step = Math.min(at ? deep.hop : window, from - at);
      const place = at ? { from: 0, after: known.get(at), size: step } : { from: step - 1, size: 1 };
      const hop: Search = { ...search, ...place, bare: true };
      const { root, report, error } = await fetch(portal.page(target(), hop), signal);
      const end = deep.end(root);
      if (!end) throw report ? new FeedFailure({ code: 'shape', detail: '数据在翻页时有变动。' }) : error;
      known.set(at += step, end);
    }
    return known.get(from);
  };

  /** A page far from the first is reached from the nearer end. */
  const farRows = async (
    query: Query, from: number, size: number, total: number, window: number, signal: AbortSignal | undefined,
  ): Promise<readonly SgsRecord[]> => {
    const wanted = Math.min(size, total - from);
    const backwards = from > total / 2;
    const before = backwards ? total - from - wanted : from;
    const search: Search = { query, from: before, size: wanted, backwards };
    if (before > MOST_SKIPPED) {
      const detail = `页码太大：前后各 ${MOST_SKIPPED} 条之间的记录不能逐页翻到，请用查询条件缩小范围。`;
      throw new FeedFailure({ code: 'config', detail });
    }
    const after = before + wanted > window ? await cursorAt(search, before, window, signal) : undefined;
    const { rows } = await rowsOf(after ? { ...search, from: 0, after } : search, signal);
    return backwards ? [...rows].reverse() : rows;
  };

  const askOnce = async (query: Query, page: number, size: number, signal?: AbortSignal): Promise<ReportedPage> => {
    const from = (page - 1) * size;
    // Within the first ten thousand a page is asked for at once; further on, from the nearer end, which the total tells.
    const isFar = deep?.isTotal(settings) && from + size > deep.window;
    const window = isFar ? await windowOf() : 0;
    const answer = await rowsOf(isFar ? { query, from: 0, size: 1 } : { query, from, size }, signal);
    // Nobody says how many: one more, as long as pages are full.
    const { report, total = from + report.rows + (report.rows < size ? 0 : 1) } = answer;
    const rows = isFar ? (from < total ? await farRows(query, from, size, total, window, signal) : []) : answer.rows;
    return { rows, total, page, pages: clamp(Math.ceil(total / size), Infinity), size, complete: true, report };
  };

  /** The first page as it was, for the day on which the portal does not answer. */
  const copyKey = (query: Query): string | undefined => (query.page === 1 && !isFiltered(query) ? `${url}#${query.kind}` : undefined);

  const showCached = async (query: Query, error: unknown): Promise<Page> => {
    const key = copyKey(query);
    const failure = failureOf(error);
    const copy = key && failure && failure.code !== 'config' ? await cache?.read(key, given) : undefined;
    if (!copy || !failure) throw error;
    const { records, report, saved } = copy;
    reportState({ report, stale: report.meta.updated ?? saved, failures: [{ ...failure, url: withoutQuery(url) }] });
    return { rows: records, total: records.length, page: 1, pages: 1, size: query.size, complete: true };
  };

  /** Reports what has changed. */
  const reportState = (next: Omit<PortalState, 'source' | 'busy'>): void => {
    const text = JSON.stringify(next);
    if (text === reported) return;
    reported = text;
    onState?.({ ...next, source, busy: false });
  };

  const ask = async (asked: Query, signal?: AbortSignal): Promise<Page> => {
    assertAnswerable(portal, settings, asked);
    const { fuzzyMatch: _, ...query } = asked;
    const key = JSON.stringify(query);
    const kept = answers.get(key);
    if (kept && kept.until > Date.now()) return kept.page;
    const size = settings.size ? clamp(query.size, most) : most;
    try {
      const answer = await askOnce(query, clamp(query.page, Infinity), size, signal);
      // A page beyond the last is the last one.
      const { report, ...page } = answer.page > answer.pages && answer.total ? await askOnce(query, answer.pages, size, signal) : answer;
      const there = await overviews.kinds;
      if (signal?.aborted) return page;
      const copy = copyKey(query);
      for (const record of page.rows) seen.set(record.id, record);
      answers.set(key, { page, until: Date.now() + FRESH_MS });
      if (answers.size > MOST_CACHED) answers.delete([...answers.keys()][0] as string);
      // What an index says of itself counts for all of it; else the first answer to no search does.
      const { window: _, ...said } = aboutOf(there?.about);
      if (there) whole ??= { ...report, ...said, kinds: there.counts };
      else if (!isFiltered(query)) whole ??= { ...report, kinds: { [query.kind]: page.total } };
      if (copy && whole) void cache?.save(copy, given, { saved: new Date().toISOString(), records: page.rows, report: whole });
      if (whole) reportState({ report: whole, failures: [] });
      return page;
    } catch (error) {
      if (signal?.aborted) throw error;
      const page = await showCached(query, error);
      answers.set(key, { page, until: Date.now() + STALE_MS });
      return page;
    }
  };

  const loadOverview = (of: 'kinds' | 'values'): Promise<Overview | undefined> => (overviews[of] ??= (async () => {
    const asked = portal.overview?.ask(target(), of === 'values');
    if (!asked) return undefined;
    // The list comes without it, too: nobody waits for a second try.
    const { root } = await fetch(asked, undefined, { ...settings, retry: 0 });
    return root === undefined ? undefined : portal.overview?.read(root, settings);
  })());

  /** Records that the engine counts: what the index says of itself, where it has been asked, else what any engine does. */
  const windowOf = async (): Promise<number> => {
    const { window } = aboutOf((await overviews.kinds)?.about);
    return Math.max(deep?.window ?? 0, numberOf(window) ?? 0);
  };

  const source: RecordSource = {
    query(asked, signal) {
      const answer = ask(asked, signal);
      latest = answer.catch(() => undefined);
      return answer;
    },
    async all(asked, signal) {
      const records: SgsRecord[] = [];
      for (let page = 1, pages = 1; page <= pages && records.length < MOST_PRINTED; page++) {
        const answer = await ask({ ...asked, page, size: most }, signal);
        ({ pages } = answer);
        records.push(...answer.rows);
      }
      return records;
    },
    async get(id, signal) {
      await latest;
      const known = seen.get(id);
      const asked = known ? undefined : portal.record?.(target(), id);
      if (!asked) return known;
      const { rows } = await fetch(asked, signal);
      // Of records that are alike in all that an id is made of, the others have a number behind theirs.
      const [record] = rows.filter((row) => row.id === id.replace(/~\d+$/, ''));
      return record && { ...record, id };
    },
    facetsOnDemand: true,
    facets: async (kind) => (await loadOverview('values'))?.facets[kind] ?? NO_FACETS,
    counts: async () => (await loadOverview('kinds'))?.counts ?? {},
  };
  return source;
}

/** undefined: the configuration says of no portal that it searches. */
export const portalSource = (options: ApiOptions): RecordSource | undefined =>
  (options.config.request?.keyword || options.config.request?.preset ? apiSource(options) : undefined);
