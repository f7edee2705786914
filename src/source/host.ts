/**
 * Reads a feed and answers for it, in a worker: everything that a page would do itself, but that it gives away pages only,
 * never all records.
 */
import { feedCache, type FeedCache } from '../feed/cache.js';
import type { DecodeOptions, FeedReport } from '../feed/feed.js';
import { FULL_RULES } from '../feed/full-rules.js';
import { createFeedPipeline, type FeedPipeline } from '../feed/pipeline.js';
import { FeedFailure, type Failure } from '../model/failure.js';
import type { Kind } from '../model/kinds.js';
import type { SgsRecord } from '../model/record.js';
import { createBigEngine, type BigEngine } from '../query/big/engine.js';
import { importOptional } from '../model/import-optional.js';
import type { FuzzyMatch, Query } from '../query/query.js';
import { compile } from './compile.js';
import { createExpiry } from './expiry.js';
import { createIds } from './ids.js';
import type { FromWorker, RemoteMethod, ToWorker } from './remote.js';

export interface HostDeps {
  readonly post: (message: FromWorker) => void;
  /** Lets messages in. */
  readonly yieldToEventLoop: () => Promise<void>;
  readonly cache?: FeedCache;
}

/** Longest work without a break: a question that comes meanwhile waits so long. In milliseconds. */
const SLICE_MS = 12;
/** Milliseconds between two notices while records arrive. */
const NOTIFY_MS = 200;
/** Milliseconds after which the first page of a search is shown before all is counted. */
const FIRST_ROWS_MS = 40;
/** More records are too many for a copy (feed/cache.ts). */
const MOST_COPIED = 40_000;

/** A query as it comes: functions don't travel to a worker, so that it only says whether to match fuzzily. */
type RemoteQuery = Omit<Query, 'fuzzyMatch'> & { readonly fuzzyMatch?: FuzzyMatch | boolean };

/** A defect of ours is reported like a feed's, instead of thrown. */
const failureOf = (error: unknown): Failure =>
  (error instanceof FeedFailure ? error.failure : { code: 'shape', detail: `内部错误：${String(error)}` });

/** Takes the page's messages, until it is stopped. */
export interface Host {
  readonly take: (message: ToWorker) => void;
  readonly stop: () => void;
}

export function createHost({ post, yieldToEventLoop, cache = feedCache }: HostDeps): Host {
  let stopped = false;
  let sliceEnd = performance.now() + SLICE_MS;
  const yieldIfDue = (): Promise<void> | undefined =>
    (performance.now() < sliceEnd ? undefined : yieldToEventLoop().then(() => { sliceEnd = performance.now() + SLICE_MS; }));
  const make = (): BigEngine => createBigEngine({ yieldIfDue });
  let engine = make();
  let pipeline: FeedPipeline | undefined;
  let options: DecodeOptions;
  let expire: ReturnType<typeof createExpiry> | undefined;
  let lastNotice = -NOTIFY_MS;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let complete = false;
  /** One message about bytes after the other. */
  let work: Promise<unknown> = Promise.resolve();

  const total = (): number => Object.values(engine.counts()).reduce((sum, count) => sum + count, 0);
  const notify = (): void => {
    timer = undefined;
    lastNotice = performance.now();
    post({ here: total() });
  };
  /** A network that pauses must not leave an older count standing. */
  const notifySoon = (): void => {
    timer ??= setTimeout(notify, lastNotice + NOTIFY_MS - performance.now());
  };

  /** Bytes that have come and are not read: records are searchable without an index, which can wait for them. */
  let unread = 0;
  const indexPending = async (isLast = false): Promise<void> => {
    while (!unread && !stopped && engine.indexPending(isLast)) await yieldIfDue();
  };

  const begin = (wanted: DecodeOptions): void => {
    options = wanted;
    expire = createExpiry(wanted.config);
    const withId = createIds((id) => engine.has(id) || undefined);
    pipeline = createFeedPipeline({
      ...options,
      rules: FULL_RULES,
      yieldToEventLoop,
      isCancelled: () => stopped,
      onRecords: (records) => {
        for (const record of records) engine.add(withId(record));
      },
    });
  };

  const take = async (bytes: Uint8Array): Promise<void> => {
    const { length } = bytes;
    unread -= length;
    await (pipeline as FeedPipeline).push(bytes);
    await indexPending();
    post({ read: length });
    if (total()) notifySoon();
  };

  /** All records, of an engine that is about to be replaced or copied. */
  const recordsOf = async (): Promise<SgsRecord[]> => {
    const records: SgsRecord[] = [];
    for (const record of engine.records()) {
      records.push(record);
      const due = yieldIfDue();
      if (due) await due;
    }
    return records;
  };

  /** What has expired while the page stood open goes before the next answer. */
  const dropExpired = async (): Promise<void> => {
    const isPublic = complete ? expire?.() : undefined;
    if (!isPublic) return;
    const records = await recordsOf();
    const left = records.filter(isPublic);
    if (left.length === records.length) return;
    const rest = make();
    for (const record of left) rest.add(record);
    while (rest.indexPending(true)) await yieldIfDue();
    engine = rest;
  };

  const end = async (): Promise<void> => {
    const report = await (pipeline as FeedPipeline).end() as FeedReport;
    if (report.kinds.catalog) {
      const { meta } = report;
      const name = meta.publisher?.name;
      const records = compile([{ records: await recordsOf(), name, remedy: meta.remedy }]);
      engine = make();
      for (const record of records) engine.add(record);
    }
    // It holds the feed's first bytes, and the buffer that these came in: up to two megabytes.
    pipeline = undefined;
    clearTimeout(timer);
    complete = true;
    post({ report });
    await indexPending(true);
    if (total() < MOST_COPIED) {
      await cache.save(options.url, options.config, { saved: new Date().toISOString(), records: await recordsOf(), report });
    }
  };

  /** Does one step after the other; a failure is reported. */
  const enqueue = (step: () => Promise<void>): void => {
    work = work.then(() => (stopped ? undefined : step())).catch((error: unknown) => {
      post({ failure: failureOf(error) });
    });
  };

  const answers: { readonly [Name in RemoteMethod]: (about: never) => unknown } = {
    async query({ fuzzyMatch: asked, ...query }: RemoteQuery) {
      // A worker that lacks the part finds what was typed.
      const matcher = asked === true ? await importOptional(() => import('../query/fuzzy/matcher.js')) : undefined;
      const fuzzyMatch = asked === true ? matcher?.createFuzzyMatcher().match(query.q) : asked || undefined;
      const firstRowsDue = (): Promise<void> => new Promise((resolve) => { setTimeout(resolve, FIRST_ROWS_MS); });
      const { counting, ...page } = await engine.page({ ...query, fuzzyMatch }, firstRowsDue);
      void counting?.then(notify);
      return { ...page, complete: complete && !counting };
    },
    get: (id: string) => engine.get(id),
    facets: (kind: Kind) => engine.facets(kind),
    counts: () => engine.counts(),
  };

  const answer = async (number: number, name: RemoteMethod, about: unknown): Promise<void> => {
    try {
      await dropExpired();
      post({ answer: number, value: await answers[name](about as never) });
    } catch (error) {
      post({ refused: number, error: String(error) });
    }
  };

  return {
    take(message) {
      if ('read' in message) begin(message.read);
      else if ('bytes' in message) {
        unread += message.bytes.length;
        enqueue(() => take(message.bytes));
      } else if ('end' in message) enqueue(end);
      else void answer(message.ask, message.name, message.about);
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
