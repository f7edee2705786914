/** A feed's address → clean records while it arrives. Failures are values: nothing is thrown to whoever asks. */
import { FeedFailure, type Failure } from '../model/failure.js';
import { todayInChina } from '../rules/gate.js';
import { loadPart } from '../more/load.js';
import { dateOf } from './dates.js';
import { createTextStream, type TextStream } from './decode.js';
import type { FeedReport, FeedRequest, FeedResult } from './feed.js';
import type { ReadPage } from './pages.js';
import { createReader, type FeedReader } from './reader.js';
import { request } from './request.js';

/** Longest work without a break, so that typing and scrolling go on: half a frame. */
const SLICE = 8;

/** Large chunks are handed on in pieces, so that a break can be made between them. */
const PIECE = 16_384;

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
  const settings = asked.config?.request;
  if (!settings?.page && !settings?.query && settings?.method !== 'POST') return read(asked, { url: asked.url, method: 'GET' });
  const setup = await loadPart('setup');
  /* c8 ignore next -- modules always have it; test/embed/parts.test.ts takes it from the classic script */
  if (!setup) throw new FeedFailure({ code: 'config', detail: '配置项 request 需要与 sgs.js 同目录的 sgs.setup.js。' });
  return setup.readPages(asked, settings, read);
};

/** Reads one answer. Fails with a FeedFailure. */
export const read: ReadPage = async (asked, page) => {
  const { config = {}, signal, today } = asked;
  let reader!: FeedReader;
  let text!: TextStream;
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
  // Comes before the first byte.
  const onHeaders = (headers: Headers): void => {
    const said = (name: string): string => headers.get(name) ?? '';
    // Of two clocks the later: a reader's that has stopped must not bring back what has expired, nor hold back what is out.
    const now = Math.max(Date.now(), Date.parse(said('date')) || 0);
    reader = createReader({ ...asked, today: today ?? todayInChina(now) });
    text = createTextStream(config.encoding, /charset=["']?([\w-]+)/i.exec(said('content-type'))?.[1]);
    modified = dateOf(Math.min(Date.parse(said('last-modified')), now));
  };
  for await (const chunk of request(page, config.request, signal, onHeaders)) await feed(text.push(chunk));
  await feed(text.end());
  const report = reader.end();
  return modified && !report.meta.updated ? { ...report, meta: { ...report.meta, updated: modified } } : report;
};
