/** A feed's address → clean records while it arrives. Failures are values: nothing is thrown to whoever asks. */
import { FeedFailure } from '../model/failure.js';
import { todayInChina } from '../rules/gate.js';
import { dateOf } from './dates.js';
import { createTextStream } from './decode.js';
import type { FeedRequest, FeedResult } from './feed.js';
import { createReader } from './reader.js';
import { request } from './request.js';

/** Longest work without a break, so that typing and scrolling go on: half a frame. */
const SLICE = 8;

const now = (): number => performance.now();

const breathe = (): Promise<void> => new Promise((resolve) => { setTimeout(resolve, 0); });

/** Large chunks are handed on in pieces, so that a break can be made between them. */
const PIECE = 16_384;

/** Reads a feed: bytes → text → entries → clean records, one way, chunk by chunk. */
export const loadFeed = async (asked: FeedRequest): Promise<FeedResult> => {
  try {
    return { ok: true, report: await read(asked) };
  } catch (error) {
    if (error instanceof FeedFailure) return { ok: false, failure: { url: asked.url.replace(/[?#].*$/, ''), ...error.failure } };
    // A defect of ours must not break the host page either.
    return { ok: false, failure: { code: 'shape', detail: `读取数据时发生内部错误：${error instanceof Error ? error.name : '未知'}。`, url: asked.url.replace(/[?#].*$/, '') } };
  }
};

const read = async ({ url, config = {}, signal, kinds, today = todayInChina(), onRecords }: FeedRequest): Promise<Extract<FeedResult, { ok: true }>['report']> => {
  const answer = await request(url, config.request, signal);
  const charset = /charset=["']?([\w-]+)/i.exec(answer.headers.get('content-type') ?? '')?.[1];
  const text = createTextStream(config.encoding, charset);
  const reader = createReader({ config, today, onRecords, ...(kinds && { kinds }) });
  try {
    let pause = now() + SLICE;
    const feed = async (part: string): Promise<void> => {
      for (let at = 0; at < part.length; at += PIECE) {
        reader.push(part.slice(at, at + PIECE));
        if (now() < pause) continue;
        await breathe();
        pause = now() + SLICE;
      }
    };
    for (let chunk = await answer.read(); chunk; chunk = await answer.read()) await feed(text.push(chunk));
    await feed(text.end());
    const report = reader.end();
    const modified = report.meta.updated ?? dateOf(dateHeader(answer.headers));
    return modified ? { ...report, meta: { ...report.meta, updated: modified } } : report;
  } finally {
    answer.cancel();
  }
};

const dateHeader = (headers: Headers): number | undefined => {
  const time = Date.parse(headers.get('last-modified') ?? '');
  return Number.isNaN(time) ? undefined : time;
};
