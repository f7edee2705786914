/** A feed's address → clean records while it arrives. Failures are values: nothing is thrown to whoever asks. */
import { FeedFailure, type Failure } from '../model/failure.js';
import type { SgsRecord } from '../model/record.js';
import { todayInChina } from '../rules/gate.js';
import { dateOf } from './dates.js';
import { createTextStream } from './decode.js';
import type { FeedReport, FeedRequest, FeedResult } from './feed.js';
import { askFor, pageSizeOf } from './pages.js';
import { createReader } from './reader.js';
import { mergeReports } from './reports.js';
import { request } from './request.js';

/** Longest work without a break, so that typing and scrolling go on: half a frame. */
const SLICE = 8;

/** Large chunks are handed on in pieces, so that a break can be made between them. */
const PIECE = 16_384;

/** More pages than this are no feed for a page in a browser. */
const MOST_PAGES = 1000;

/** Reads a feed: bytes → text → entries → clean records, one way, chunk by chunk. */
export const loadFeed = async (asked: FeedRequest): Promise<FeedResult> => {
  try {
    return { ok: true, report: await readAll(asked) };
  } catch (error) {
    // A defect of ours must not break the host page either.
    const failure: Failure = error instanceof FeedFailure ? error.failure : { code: 'shape', detail: `内部错误：${String(error)}` };
    // A query may hold a password.
    return { ok: false, failure: { ...failure, url: asked.url.replace(/[?#].*$/, '') } };
  }
};

/** All pages of a feed, or the one document it is. */
const readAll = async (asked: FeedRequest): Promise<FeedReport> => {
  const settings = asked.config?.request ?? {};
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
    const report = await read({ ...asked, onRecords }, n);
    // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition -- set while the page was read
    if (repeats) break;
    reports.push(report);
    if (!settings.page || report.rows < pageSizeOf(settings)) break;
  }
  return { ...(mergeReports(reports) as FeedReport), meta: (reports[0] as FeedReport).meta };
};

const read = async ({ url, config = {}, signal, kinds, today = todayInChina(), onRecords }: FeedRequest, page: number): Promise<FeedReport> => {
  const reader = createReader({ config, today, onRecords, ...(kinds && { kinds }) });
  let text = createTextStream(config.encoding);
  let modified: string | null | undefined;
  let pause = performance.now() + SLICE;
  const feed = async (part: string): Promise<void> => {
    for (let at = 0; at < part.length; at += PIECE) {
      reader.push(part.slice(at, at + PIECE));
      if (performance.now() < pause) continue;
      await new Promise((resolve) => { setTimeout(resolve, 0); });
      pause = performance.now() + SLICE;
    }
  };
  const onHeaders = (headers: Headers): void => {
    text = createTextStream(config.encoding, /charset=["']?([\w-]+)/i.exec(headers.get('content-type') ?? '')?.[1]);
    modified = dateOf(Date.parse(headers.get('last-modified') ?? ''));
  };
  for await (const chunk of request(askFor(url, config.request ?? {}, page), config.request, signal, onHeaders)) await feed(text.push(chunk));
  await feed(text.end());
  const report = reader.end();
  return modified && !report.meta.updated ? { ...report, meta: { ...report.meta, updated: modified } } : report;
};
