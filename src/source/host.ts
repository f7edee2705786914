/** Reads a feed and answers for it, in a worker: everything that a page would do itself, but that pages are all it gives away. */
import { feedCache, type FeedCache } from '../feed/cache.js';
import type { FeedReport, HowToRead } from '../feed/feed.js';
import { createFeedPipeline, type FeedPipeline } from '../feed/pipeline.js';
import { FeedFailure, type Failure } from '../model/failure.js';
import type { Kind } from '../model/kinds.js';
import type { SgsRecord } from '../model/record.js';
import { createBigEngine, type BigEngine } from '../query/big/engine.js';
import { loadPart } from '../more/load.js';
import type { Guess, Query } from '../query/query.js';
import { compile } from './compile.js';
import { createIds } from './ids.js';
import type { FromWorker, Question, ToWorker } from './remote.js';

export interface HostDeps {
  readonly post: (message: FromWorker) => void;
  /** Lets messages in. */
  readonly rest: () => Promise<void>;
  readonly cache?: FeedCache;
}

/** Longest work without a break: a question that comes meanwhile waits so long. In milliseconds. */
const SLICE = 12;
/** Milliseconds between two notices while records arrive. */
const PACE = 200;
/** Milliseconds after which the first page of a search is shown before all is counted. */
const EARLY = 40;
/** More records are too many for a copy (feed/cache.ts). */
const MOST_COPIED = 40_000;

/** Takes the page's messages, until it is stopped. */
export interface Host {
  readonly take: (message: ToWorker) => void;
  readonly stop: () => void;
}

export function createHost({ post, rest, cache = feedCache }: HostDeps): Host {
  let stopped = false;
  let until = performance.now() + SLICE;
  const resting = (): Promise<void> | undefined =>
    (performance.now() < until ? undefined : rest().then(() => { until = performance.now() + SLICE; }));
  const make = (): BigEngine => createBigEngine({ rest: resting });
  let engine = make();
  let pipeline: FeedPipeline | undefined;
  let how: HowToRead;
  let noticed = -PACE;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let complete = false;
  /** One message about bytes after the other. */
  let work: Promise<unknown> = Promise.resolve();

  const total = (): number => Object.values(engine.counts()).reduce((sum, count) => sum + count, 0);
  const notice = (): void => {
    timer = undefined;
    noticed = performance.now();
    post({ here: total() });
  };
  /** A network that pauses must not leave an older count standing. */
  const noticeSoon = (): void => {
    timer ||= setTimeout(notice, noticed + PACE - performance.now());
  };

  const tend = async (complete = false): Promise<void> => {
    while (engine.tend(complete)) await resting();
  };

  const begin = (wanted: HowToRead): void => {
    how = wanted;
    const withId = createIds((id) => engine.has(id) || undefined);
    pipeline = createFeedPipeline({
      ...how,
      yieldToEventLoop: rest,
      isCancelled: () => stopped,
      onRecords: (records) => {
        for (const record of records) engine.add(withId(record));
      },
    });
  };

  const take = async (bytes: Uint8Array): Promise<void> => {
    const { length } = bytes;
    await (pipeline as FeedPipeline).push(bytes);
    await tend();
    post({ read: length });
    if (total()) noticeSoon();
  };

  /** All records, of an engine that is about to be replaced or copied. */
  const recordsOf = async (): Promise<SgsRecord[]> => {
    const records: SgsRecord[] = [];
    for (const record of engine.records()) {
      records.push(record);
      const wait = resting();
      if (wait) await wait;
    }
    return records;
  };

  const end = async (): Promise<void> => {
    const report = await (pipeline as FeedPipeline).end() as FeedReport;
    if (report.kinds.catalog) {
      const { meta } = report;
      /* c8 ignore next -- a publisher without a name */
      const records = compile([{ records: await recordsOf(), name: meta.publisher?.name, remedy: meta.remedy }]);
      engine = make();
      for (const record of records) engine.add(record);
    }
    // It holds the feed's first bytes, and the buffer that these came in: up to two megabytes.
    pipeline = undefined;
    await tend(true);
    clearTimeout(timer);
    complete = true;
    post({ report });
    if (total() < MOST_COPIED) await cache.save(how.url, how.config, { saved: new Date().toISOString(), records: await recordsOf(), report });
  };

  /** Does what comes after what came before; what fails is told. */
  const next = (step: () => Promise<void>): void => {
    work = work.then(() => (stopped ? undefined : step())).catch((error: unknown) => {
      /* c8 ignore next -- a defect of ours, told instead of thrown */
      const failure: Failure = error instanceof FeedFailure ? error.failure : { code: 'shape', detail: `内部错误：${String(error)}` };
      post({ failure });
    });
  };

  const answers: { readonly [Name in Question]: (about: never) => unknown } = {
    async query({ guess: guessed, ...query }: Omit<Query, 'guess'> & { readonly guess?: Guess | boolean }) {
      /* c8 ignore next -- a worker without the file of the other search: it finds what was typed */
      const guess = guessed === true ? (await loadPart('search'))?.createForgiving().guess(query.q) : guessed || undefined;
      /* c8 ignore next 3 -- whether counting takes longer than EARLY depends on the machine */
      const { counting, ...page } = await engine.page({ ...query, guess }, () => new Promise((resolve) => { setTimeout(resolve, EARLY); }));
      void counting?.then(notice);
      return { ...page, complete: complete && !counting };
    },
    get: (id: string) => engine.get(id),
    facets: (kind: Kind) => engine.facets(kind),
    counts: () => engine.counts(),
  };

  const answer = async (number: number, name: Question, about: unknown): Promise<void> => {
    try {
      post({ answer: number, value: await answers[name](about as never) });
    } catch (error) {
      post({ refused: number, error: String(error) });
    }
  };

  return {
    take(message) {
      if ('read' in message) begin(message.read);
      else if ('bytes' in message) next(() => take(message.bytes));
      else if ('end' in message) next(end);
      else void answer(message.ask, message.name, message.about);
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
