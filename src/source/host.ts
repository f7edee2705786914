/**
 * Reads feeds and answers for them, in a worker: everything that a page would do itself, but that it gives away pages only,
 * never all records.
 */
import { feedCache, type FeedCache } from '../feed/cache.js';
import type { DecodeOptions } from '../feed/feed.js';
import { FULL_RULES } from '../feed/full-rules.js';
import { mergeReports } from '../feed/reports.js';
import { createFeedPipeline, type FeedPipeline } from '../feed/pipeline.js';
import { FeedFailure, type Failure } from '../model/failure.js';
import type { Kind } from '../model/kinds.js';
import type { SgsRecord } from '../model/record.js';
import { createBigEngine, type BigEngine } from '../query/big/engine.js';
import { importOptional } from '../model/import-optional.js';
import type { FuzzyMatch, Query } from '../query/query.js';
import { aboutFeed, compile, createMerge } from './compile.js';
import { DocumentSource } from './document.js';
import { createExpiry } from './expiry.js';
import { createIds } from './ids.js';
import type { FromWorker, MergePart, RemoteMethod, ToWorker } from './remote.js';

export interface HostDeps {
  readonly post: (message: FromWorker) => void;
  /** Lets messages in. */
  readonly yieldToEventLoop: () => Promise<void>;
  /**
   * Longest work without a break while a feed is read, in milliseconds; as long as other work unless given. A break costs up to a
   * millisecond, and who searches before all is there waits anyway.
   */
  readonly readingSliceMs?: number;
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

/** A feed on its way. */
interface Reading {
  /** Set where it is read here. */
  options?: DecodeOptions;
  pipeline?: FeedPipeline | undefined;
  count: number;
  /** As they came, until they are merged. */
  readonly records: SgsRecord[];
}

/** Takes the page's messages, until it is stopped. */
export interface Host {
  readonly take: (message: ToWorker) => void;
  readonly stop: () => void;
}

export function createHost({ post, yieldToEventLoop, readingSliceMs = SLICE_MS, cache = feedCache }: HostDeps): Host {
  let stopped = false;
  const yieldAfter = (ms: number) => {
    let sliceEnd = performance.now() + ms;
    return (): Promise<void> | undefined =>
      (performance.now() < sliceEnd ? undefined : yieldToEventLoop().then(() => { sliceEnd = performance.now() + ms; }));
  };
  const yieldIfDue = yieldAfter(SLICE_MS);
  const make = (): BigEngine => createBigEngine({ yieldIfDue });
  let engine = make();
  const readings: Reading[] = [];
  const readingOf = (feed: number): Reading => (readings[feed] ??= { count: 0, records: [] });
  /** It is the only one: nothing has to be merged. */
  let isAlone = false;
  /** What several feeds have brought, until they are merged: as objects, for to pack them twice would take twice as long. */
  let live: DocumentSource | undefined;
  const withId = createIds((id) => engine.has(id) || undefined);
  let expire: ReturnType<typeof createExpiry> | undefined;
  let lastNotice = -NOTIFY_MS;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let complete = false;
  /** One message about bytes after the other. */
  let work: Promise<unknown> = Promise.resolve();

  const notify = (): void => {
    timer = undefined;
    lastNotice = performance.now();
    post({ here: Array.from(readings, (reading?: Reading) => reading?.count ?? 0) });
  };
  /** A network that pauses must not leave an older count standing. */
  const notifySoon = (): void => {
    timer ??= setTimeout(notify, lastNotice + NOTIFY_MS - performance.now());
  };

  /** Steps that wait for their turn: records are searchable without an index, which can wait for them. */
  let waiting = 0;
  const indexPending = async (isLast = false): Promise<void> => {
    while (!waiting && !stopped && engine.indexPending(isLast)) await yieldIfDue();
  };

  const add = (reading: Reading, records: readonly SgsRecord[]): void => {
    reading.count += records.length;
    if (isAlone) for (const record of records) engine.add(withId(record));
    else {
      (live ??= new DocumentSource()).add(records);
      for (const record of records) reading.records.push(record);
    }
  };

  const begin = (options: DecodeOptions, feed: number): void => {
    expire ??= createExpiry(options.config);
    const reading = readingOf(feed);
    const yieldWhileReading = yieldAfter(readingSliceMs);
    reading.options = options;
    reading.pipeline = createFeedPipeline({
      ...options,
      rules: FULL_RULES,
      yieldToEventLoop: async () => yieldWhileReading(),
      isCancelled: () => stopped,
      onRecords: (records) => add(reading, records),
    });
  };

  const take = async (bytes: Uint8Array, feed: number): Promise<void> => {
    // A reader may hand them on.
    const { length } = bytes;
    const reading = readingOf(feed);
    try {
      // What comes behind a failure has been sent before it was told.
      await reading.pipeline?.push(bytes);
    } finally {
      // Others wait for their turn.
      post({ read: length });
    }
    if (reading.count) notifySoon();
    await indexPending();
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

  const end = async (feed: number): Promise<void> => {
    const reading = readingOf(feed);
    const report = await reading.pipeline?.end();
    // It holds the feed's first bytes, and the buffer that these came in: up to two megabytes.
    reading.pipeline = undefined;
    if (report) post({ report, feed });
  };

  /** The list that feeds come to. */
  const mergeAll = async (parts: readonly MergePart[]): Promise<void> => {
    const merged = make();
    const merge = createMerge((id) => merged.get(id));
    const withOwnId = createIds((id) => merged.has(id) || undefined);
    for (const [n, { feed, report, records }] of parts.entries()) {
      const about = aboutFeed(report);
      for (const record of records ?? readingOf(feed).records) {
        const kept = parts.length > 1 ? merge(record, about, n) : withOwnId(record);
        if (kept) merged.add(kept);
        const due = yieldIfDue();
        if (due) await due;
      }
    }
    engine = merged;
    live = undefined;
  };

  /** Keeps the last good copies of what has been read here. */
  const saveCopies = async (parts: readonly MergePart[]): Promise<void> => {
    for (const { feed, report, records: isElsewhere } of parts) {
      const reading = readingOf(feed);
      const { options, count } = reading;
      if (isElsewhere || !options || count >= MOST_COPIED) continue;
      const records = isAlone ? await recordsOf() : reading.records;
      await cache.save(options.url, options.config, { saved: new Date().toISOString(), records, report });
    }
  };

  const merge = async (parts: readonly MergePart[]): Promise<void> => {
    if (!isAlone) await mergeAll(parts);
    if (parts.some(({ report }) => report.kinds.catalog)) {
      const records = compile([{ records: await recordsOf() }]);
      engine = make();
      for (const record of records) engine.add(record);
    }
    clearTimeout(timer);
    complete = true;
    post({ merged: mergeReports(parts.map(({ report }) => report)) });
    await indexPending(true);
    await saveCopies(parts);
    readings.length = 0;
  };

  /** Does one step after the other; a failure is reported. @param feed whose step it is */
  const enqueue = (step: () => Promise<void>, feed?: number): void => {
    waiting++;
    work = work.then(() => {
      waiting--;
      return stopped ? undefined : step();
    }).catch((error: unknown) => {
      if (feed !== undefined) readingOf(feed).pipeline = undefined;
      post({ failure: failureOf(error), feed });
    });
  };

  const answers: { readonly [Name in RemoteMethod]: (about: never) => unknown } = {
    async query({ fuzzyMatch: asked, ...query }: RemoteQuery) {
      // A worker that lacks the part finds what was typed.
      const matcher = asked === true ? await importOptional(() => import('../query/fuzzy/matcher.js')) : undefined;
      const fuzzyMatch = asked === true ? matcher?.createFuzzyMatcher().match(query.q) : asked || undefined;
      const firstRowsDue = (): Promise<void> => new Promise((resolve) => { setTimeout(resolve, FIRST_ROWS_MS); });
      if (live) return live.query({ ...query, fuzzyMatch });
      // All may have been read while it was looked for.
      const isWhole = complete;
      const { counting, ...page } = await engine.page({ ...query, fuzzyMatch }, firstRowsDue);
      void counting?.then(notify);
      return { ...page, complete: isWhole && !counting };
    },
    get: (id: string) => (live ?? engine).get(id),
    facets: (kind: Kind) => (live ?? engine).facets(kind),
    counts: () => (live ?? engine).counts(),
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
      if ('read' in message) {
        ({ isAlone } = message);
        begin(message.read, message.feed);
      } else if ('bytes' in message) {
        enqueue(() => take(message.bytes, message.feed), message.feed);
      } else if ('end' in message) enqueue(() => end(message.feed), message.feed);
      else if ('records' in message) {
        add(readingOf(message.feed), message.records);
        notifySoon();
      } else if ('merge' in message) enqueue(() => merge(message.merge));
      else void answer(message.ask, message.name, message.about);
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
