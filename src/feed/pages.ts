/** Feeds that come in pages: what each request says (domain §6: `pageNo`, `currPage`, `start` and `limit` …). */
import type { SgsConfig } from '../model/config.js';
import type { SgsRecord } from '../model/record.js';
import type { FeedReport, FeedRequest, OnRow } from './feed.js';
import { mergeReports } from './reports.js';

type RequestSettings = NonNullable<SgsConfig['request']>;

/** More pages than this are no feed for a page in a browser. */
const MOST_PAGES = 1000;

/** Records on a page, unless the configuration says otherwise. */
const pageSizeOf = ({ pageSize = 100 }: RequestSettings): number => pageSize;

/** A request as ky and fetch understand it. */
export interface HttpRequest {
  readonly url: string;
  /** Default GET. */
  readonly method?: 'GET' | 'POST';
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The request for page `n` (from 0) of a feed, with more parameters where it is searched. */
export const buildPageRequest = (
  url: string,
  settings: RequestSettings,
  n: number,
  more: readonly (readonly [string, string])[] = [],
): HttpRequest => {
  const { method = 'GET', body, query = {}, page, size, offset } = settings;
  const pageSize = pageSizeOf(settings);
  const { first = offset ? 0 : 1 } = settings;
  const fields: (readonly [string, string])[] = [...Object.entries(query), ...more];
  if (page) fields.push([page, String(first + n * (offset ? pageSize : 1))]);
  if (page && size) fields.push([size, String(pageSize)]);
  if (method === 'POST') {
    return body === 'json'
      ? {
          url,
          method,
          body: JSON.stringify(fields.reduce((all, [key, value]) => ({ ...all, [key]: value }), {})),
          headers: { 'content-type': 'application/json' },
        }
      : {
          url,
          method,
          body: new URLSearchParams(fields.map(([name, value]) => [name, value])).toString(),
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
        };
  }
  const address = new URL(url);
  for (const [key, value] of fields) address.searchParams.set(key, value);
  return { url: address.href, method };
};

/** Reads what one request brings. */
export type ReadPage = (asked: FeedRequest, page: HttpRequest) => Promise<FeedReport>;

/** All pages of a feed as one. */
export const readPages = async (asked: FeedRequest, settings: RequestSettings, read: ReadPage): Promise<FeedReport> => {
  const reports: FeedReport[] = [];
  let first: string | undefined;
  for (let n = 0; n < MOST_PAGES; n++) {
    let begun = false;
    let repeats = false;
    const onRecords = (records: readonly SgsRecord[]): void => {
      const id = records[0]?.id;
      // A server that does not know the parameter sends its first page for ever. Only a page's beginning tells.
      repeats ||= !begun && n > 0 && id === first;
      begun = true;
      first ??= id;
      if (!repeats) asked.onRecords(records);
    };
    const before = reports.reduce((sum, { rows }) => sum + rows, 0);
    // Numbered through all pages; those of a page that comes again are not told of.
    const seen: Parameters<OnRow>[] = [];
    const onRow = asked.onRow && ((...[row, built, at]: typeof seen[number]): void => { seen.push([row, built, before + at]); });
    const report = await read({ ...asked, onRecords, onRow, isPart: n > 0, onBig: undefined }, buildPageRequest(asked.url, settings, n));
    // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition -- set while the page was read
    if (repeats) break;
    for (const row of seen) asked.onRow?.(...row);
    reports.push(report);
    if (!settings.page || report.rows < pageSizeOf(settings)) break;
  }
  // Every page says the same total.
  const { meta, total } = reports[0] as FeedReport;
  return { ...(mergeReports(reports) as FeedReport), meta, ...(total !== undefined && { total }) };
};
