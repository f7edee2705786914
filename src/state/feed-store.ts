/** One feed, or several read as one: loads it, keeps the last good copy, and tells whoever listens. It never throws. */
import type { FeedCache, FeedCopy } from '../feed/cache.js';
import type { FeedReport, FeedRequest, FeedResult, HowToRead } from '../feed/feed.js';
import type { SgsConfig } from '../model/config.js';
import type { Failure } from '../model/failure.js';
import type { Kind } from '../model/kinds.js';
import type { SgsRecord } from '../model/record.js';
import { DocumentSource } from '../source/document.js';
import { read } from '../feed/load.js';
import { createReader } from '../feed/reader.js';
import { request } from '../feed/request.js';
import { importOptional } from '../model/import-optional.js';
import type { RemoteSource } from '../source/remote.js';
import type { RecordSource } from '../source/source.js';
import { createEmitter } from './emitter.js';

/** Failures are values: it never throws, and its promise never fails. */
export type LoadFeed = (request: FeedRequest) => Promise<FeedResult>;

export interface FeedState {
  /** Present as soon as there is anything to show. */
  readonly source?: RecordSource;
  /** True while anything is being loaded. Without a source and not busy: there is nothing to show. */
  readonly busy: boolean;
  /** Feeds that could not be read the last time. */
  readonly failures: readonly Failure[];
  /** The oldest copy that stands in for a feed that failed: its own date, else when it was read. */
  readonly stale?: string;
  readonly report?: FeedReport;
}

export interface FeedStoreOptions {
  /** Absolute addresses. */
  readonly urls: readonly string[];
  readonly config: SgsConfig;
  readonly load: LoadFeed;
  /** Where copies outlive the page. */
  readonly cache: FeedCache;
}

/** Milliseconds between two notices while records arrive: often enough to see it move, and the page stays responsive. */
const PACE = 100;

/** Milliseconds after which an older copy stands in for a feed that does not come. */
const LATE = 4000;

/** A copy's own date, else when it was read. */
const dateOf = ({ report, saved }: FeedCopy): string => report.meta.updated || saved;

const documentOf = (records: readonly SgsRecord[]): DocumentSource => {
  const document = new DocumentSource();
  document.add(records);
  return document.finish();
};

const START: FeedState = { busy: true, failures: [] };

export type FeedStore = ReturnType<typeof createFeedStore>;

export function createFeedStore({ urls, config, load, cache }: FeedStoreOptions) {
  const { on, emit } = createEmitter();
  const kinds = new Set<Kind>();
  /** By the number of the feed. */
  const copies: (FeedCopy | undefined)[] = [];
  let state = START;
  /** The reading that what is shown comes from: aborted, its worker ends. */
  let reading: AbortController | undefined;
  /** The reading that is under way; for good once nobody is interested any more. */
  let running: AbortController | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let noticed = 0;

  /** Tells the listeners soon, once for all that has happened until then. */
  const notify = (pace: number): void => {
    if (pace && timer) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      timer = undefined;
      noticed = Date.now();
      emit();
    }, pace && noticed + pace - Date.now());
  };

  const set = (next: FeedState): void => {
    state = Object.freeze(next);
    notify(0);
  };

  /** Loads again. What is shown stays until the new copy is complete, and for good if it fails. */
  const refresh = async (): Promise<void> => {
    if (running) return;
    const own = running = new AbortController();
    const { signal } = own;
    const shown = state.source;
    set(shown ? { ...state, busy: true } : START);
    // A portal that searches itself; without the file that asks it, its first answer is all there is.
    const api = config.request && await importOptional(() => import('../source/api.js'));
    const portal = api?.portalSource({ url: urls[0] as string, config, kinds, read, cache, tell: set });
    if (portal) {
      running = undefined;
      set({ ...START, busy: false, source: portal });
      return;
    }
    // What is shown from the first record on, unless an older copy is on the screen.
    let live = shown ? undefined : new DocumentSource();
    /** A big feed's records are not here. */
    let worker: RemoteSource | undefined;
    /** What was good the last time, with its date, until the feed is here. */
    const standIn = async (): Promise<void> => {
      const older = (await Promise.all(urls.map((url) => cache.read(url, config)))).flatMap((copy) => copy || []);
      const [first] = older;
      if (signal.aborted || !first || state.source || !state.busy) return;
      set({ ...state, source: documentOf(older.flatMap(({ records }) => records)), stale: dateOf(first) });
    };
    /** Where the records are only the newest of a folder's: what else there is. */
    let shards: object | undefined;
    const late = setTimeout(() => void standIn(), LATE);
    const results = await Promise.all(urls.map(async (url, feed) => {
      let records: SgsRecord[] = [];
      const onRecords = (arrived: readonly SgsRecord[]): void => {
        if (signal.aborted) return;
        for (const record of arrived) records.push(record);
        if (!live || !arrived.length) return;
        live.add(arrived);
        // The first page fills at once.
        if (state.source) notify(records.length < 99 ? 0 : PACE);
        else set({ ...state, source: live });
      };
      const onBig = async (how: HowToRead): Promise<RemoteSource | undefined> => (worker = await (await importOptional(() => import('../source/open.js')))?.openWorker(how, signal, (here) => {
        // What is shown already must not go for a moment.
        if (state.source === live && here >= records.length) {
          live = undefined;
          records = [];
          set({ ...state, source: worker });
        }
        if (state.source === worker) notify(PACE);
      }));
      // Several feeds are made one here.
      const onRoot = (root: unknown): void => { shards = (root as { readonly shards?: object } | undefined)?.shards; };
      const result = await load({ url, config, signal, kinds: [...kinds], onRecords, onRoot, ...(!urls[1] && { onBig }) });
      if (result.ok) copies[feed] = { saved: new Date().toISOString(), records, report: result.report };
      else copies[feed] ||= await cache.read(url, config);
      return result;
    }));
    clearTimeout(late);
    const failures = results.flatMap((result) => (result.ok ? [] : [result.failure]));
    // Those that are there, in the order of the feeds.
    const kept = copies.flatMap((copy) => copy || []);
    let report = kept[0]?.report;
    const setup = kept[1] || report?.kinds.catalog ? await importOptional(() => import('../source/compile.js')) : undefined;
    const folder = shards && (await importOptional(() => import('../source/shards.js')))?.openShards(urls, config, shards, kept, createReader, request);
    if (shards && !folder) failures.push({ code: 'config', detail: '缺少文件 sgs.scale.js。', url: urls[0] });
    if (signal.aborted) return;
    if (setup) report = setup.mergeReports(kept.map((copy) => copy.report));
    const done = worker?.complete ? worker : undefined;
    // A worker that has not read all, or that starts too late, is not needed any more.
    if (!done) own.abort();
    if (!report) {
      // Records of a feed that broke off are no publication: they go, as the product contract says.
      running = undefined;
      set({ busy: false, failures });
      return;
    }
    const [stale] = results.map(({ ok }, feed) => {
      const copy = copies[feed];
      return ok || !copy ? '' : dateOf(copy);
    }).filter(Boolean).sort();
    // Nothing new: what is shown is what there is.
    let source = shown;
    if (!shown || failures.length < urls.length) {
      source = done || (live && !setup && !failures.length
        ? live.finish()
        : documentOf(setup
          ? setup.compile(kept.map(({ records, report: { meta } }) => ({ records, name: meta.publisher?.name, remedy: meta.remedy })))
          : kept.flatMap(({ records }) => records)));
    }
    if (folder) ({ source, report } = folder);
    running = undefined;
    set({ source, busy: false, failures, stale, report });
    if (source !== shown) {
      // After those who ask it know of the new one.
      reading?.abort();
      reading = own;
    }
    results.forEach(({ ok }, feed) => {
      const copy = copies[feed];
      if (ok && copy && !done) void cache.save(urls[feed] as string, config, copy);
    });
  };

  return {
    get state() {
      return state;
    },
    subscribe: on,
    refresh,

    /**
     * Says what kinds a list shows, and starts to load. The start waits for the current task to end, so that all lists
     * of a page have said theirs: a record that could be of several kinds is judged by them.
     */
    join(wanted: readonly Kind[]): void {
      if (!kinds.size) void Promise.resolve().then(refresh);
      wanted.forEach((kind) => kinds.add(kind));
    },

    /** Stops loading and tells nobody any more. */
    dispose(): void {
      running ||= new AbortController();
      running.abort();
      reading?.abort();
      clearTimeout(timer);
    },
  };
}
