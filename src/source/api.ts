/** A portal that searches itself: it is asked for one page of each search. What it answers goes the way of every feed. */
import type { FeedRequest } from '../feed/feed.js';
import { askFor, type ReadPage } from '../feed/pages.js';
import { isPlainObject, type SgsConfig } from '../model/config.js';
import { withPreset } from '../model/presets.js';
import type { SgsRecord } from '../model/record.js';
import type { Facets } from '../query/page.js';
import { clamp, type Query } from '../query/query.js';
import type { Page, RecordSource } from './source.js';

export interface ApiOptions extends Pick<FeedRequest, 'url' | 'kinds'> {
  readonly config: SgsConfig;
  /** Reads one answer (feed/load.ts). */
  readonly read: ReadPage;
}

/** More records than anybody prints. */
const MOST_PAGES = 200;

/** The value at a path such as `data.total`. */
const valueAt = (root: unknown, path: string): unknown =>
  path.split('.').reduce((value, key) => (isPlainObject(value) ? value[key] : undefined), root);

const numberOf = (value: unknown): number | undefined => {
  const number = typeof value === 'string' ? Number(value.trim() || NaN) : value;
  return typeof number === 'number' && Number.isFinite(number) && number >= 0 ? Math.trunc(number) : undefined;
};

/** Names of a total in records, without separators; one in pages (`totalPages`) is none. */
const TOTAL = /^(total(count|records?|num|elements|hits|rows|size)?|(row|record)?count|(records|items)(total|filtered)|numfound)$/i;

/** A total by its name, the nearest to the top. */
function findTotal(root: unknown): number | undefined {
  let level: readonly unknown[] = [root];
  for (let depth = 0; depth < 4; depth++) {
    const objects = level.filter(isPlainObject);
    for (const object of objects) {
      const key = Object.keys(object).find((name) => TOTAL.test(name.replace(/[_-]/g, '')) && numberOf(object[name]) !== undefined);
      if (key) return numberOf(object[key]);
    }
    level = objects.flatMap((object) => Object.keys(object).map((key) => object[key]));
  }
  return undefined;
}

const NO_FACETS: Facets = { category: [], department: [], year: [], month: [] };

export function apiSource({ url, config: given, kinds, read }: ApiOptions): RecordSource {
  const config = withPreset(given);
  const settings = config.request ?? {};
  const { filters = {}, keyword } = settings;
  /** What has been shown, for links to single records: a portal has no idea of our ids. */
  const seen = new Map<string, SgsRecord>();
  /** The search that is under way: a record that is asked for beside it is on its page. */
  let latest: Promise<unknown> = Promise.resolve();

  const parameters = (query: Query): (readonly [string, string])[] => {
    const named: (readonly [string | undefined, string])[] = [
      [keyword, query.q],
      [filters.kind, settings.kinds?.[query.kind] ?? query.kind],
      ...(['category', 'department', 'year', 'from', 'to'] as const).map((name) => [filters[name], query[name]] as const),
    ];
    return named.flatMap(([name, value]) => (name && value ? [[name, value] as const] : []));
  };

  const once = async (query: Query, page: number, size: number, signal?: AbortSignal): Promise<Page> => {
    const rows: SgsRecord[] = [];
    let root: unknown;
    const report = await read({
      url, config, ...(signal && { signal }), ...(kinds && { kinds }),
      onRecords: (records) => {
        // A portal that can't be asked for one kind answers with all of them.
        for (const record of records) if (record.kind === query.kind || filters.kind) rows.push(record);
      },
      onRoot: (value) => { root = value; },
    }, askFor(url, { ...settings, pageSize: size }, page - 1, parameters(query)));
    const path = config.response?.total;
    const said = path ? numberOf(valueAt(root, path)) : findTotal(root);
    // Nobody says how many: one more, as long as pages are full.
    const total = said ?? (page - 1) * size + report.rows + (report.rows < size ? 0 : 1);
    return { rows, total, page, pages: clamp(Math.ceil(total / size), Infinity), size, complete: true };
  };

  const ask = async (query: Query, signal?: AbortSignal): Promise<Page> => {
    const most = settings.pageSize ?? 100;
    const size = settings.size ? Math.min(query.size, most) : most;
    const answer = await once(query, clamp(query.page, Infinity), size, signal);
    // A page beyond the last is the last one.
    const page = answer.page > answer.pages && answer.total ? await once(query, answer.pages, size, signal) : answer;
    for (const record of page.rows) seen.set(record.id, record);
    return page;
  };

  const query: RecordSource['query'] = (asked, signal) => {
    const answer = ask(asked, signal);
    latest = answer.catch(() => undefined);
    return answer;
  };

  return {
    query,
    async all(asked, signal) {
      const records: SgsRecord[] = [];
      for (let page = 1, pages = 1; page <= Math.min(pages, MOST_PAGES); page++) {
        const answer = await ask({ ...asked, page }, signal);
        ({ pages } = answer);
        records.push(...answer.rows);
      }
      return records;
    },
    async get(id) {
      await latest;
      return seen.get(id);
    },
    facets: () => Promise.resolve(NO_FACETS),
    counts: () => Promise.resolve({}),
  };
}
