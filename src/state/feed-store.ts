/** One feed, or several read as one: loads it, keeps the last good copy, and tells whoever listens. It never throws. */
import type { FeedMeta, FeedReport, FeedRequest, FeedResult } from '../feed/feed.js';
import type { SgsConfig } from '../model/config.js';
import type { Failure } from '../model/failure.js';
import type { Kind } from '../model/kinds.js';
import type { SgsRecord } from '../model/record.js';
import { DocumentSource } from '../source/document.js';
import { mergedSource } from '../source/merged.js';
import type { RecordSource } from '../source/source.js';
import { Emitter } from './emitter.js';
import { mergeReports } from './reports.js';

export type LoadFeed = (request: FeedRequest) => Promise<FeedResult>;

/** A feed as it was when it could last be read. */
export interface FeedCopy {
  readonly records: readonly SgsRecord[];
  readonly report: FeedReport;
  /** ISO date-time of the reading. */
  readonly savedAt: string;
}

/** Where copies outlive the page. Without one they live as long as the page does. */
export interface FeedCache {
  get(url: string): Promise<FeedCopy | undefined>;
  put(url: string, copy: FeedCopy): Promise<void>;
}

export interface FeedState {
  /** `loading` until the first records are there; `error` when there is nothing to show. */
  readonly phase: 'loading' | 'ready' | 'error';
  /** Present when `phase` is `ready`. */
  readonly source?: RecordSource;
  /** True while anything is being loaded. */
  readonly busy: boolean;
  /** Feeds that could not be read the last time. */
  readonly failures: readonly Failure[];
  /** The oldest copy that stands in for a feed that failed: its own date, else when it was read. */
  readonly stale?: string;
  readonly meta: FeedMeta;
  readonly report?: FeedReport;
}

/** What a try to read one feed came to, and what there is to show of it. */
interface Outcome {
  readonly result: FeedResult;
  readonly copy: FeedCopy | undefined;
}

export interface FeedStoreOptions {
  /** Absolute addresses. */
  readonly urls: readonly string[];
  readonly config: SgsConfig;
  readonly load: LoadFeed;
  readonly cache?: FeedCache;
}

/** Milliseconds between two notices while records arrive: often enough to see it move, and the page stays responsive. */
const PACE = 100;

const START: FeedState = { phase: 'loading', busy: true, failures: [], meta: {} };

/** What a cache that is full, forbidden or broken says is not worth a word: the feed itself is there or reported. */
const quiet = <T>(work: () => Promise<T> | undefined): Promise<T | undefined> =>
  Promise.resolve().then(work).catch(() => undefined);

export class FeedStore {
  state: FeedState = START;
  private readonly changes = new Emitter();
  private readonly kinds = new Set<Kind>();
  /** By address: each feed as it was when it could last be read. */
  private readonly copies = new Map<string, FeedCopy>();
  private running?: AbortController;
  private started = false;
  private disposed = false;
  private timer?: ReturnType<typeof setTimeout>;
  private lastNotice = 0;

  constructor(private readonly options: FeedStoreOptions) {}

  subscribe(listener: () => void): () => void {
    return this.changes.on(listener);
  }

  /**
   * Says what kinds a list shows, and starts to load. The start waits for the current task to end, so that all lists
   * of a page have said theirs: a record that could be of several kinds is judged by them.
   */
  join(kinds: readonly Kind[]): void {
    for (const kind of kinds) this.kinds.add(kind);
    if (this.started) return;
    this.started = true;
    void Promise.resolve().then(() => this.run());
  }

  /** Loads again. What is shown stays until the new copy is complete, and for good if it fails. */
  refresh(): void {
    this.started = true;
    void this.run();
  }

  /** Stops loading and tells nobody any more. */
  dispose(): void {
    this.disposed = true;
    this.running?.abort();
    clearTimeout(this.timer);
    this.changes.clear();
  }

  private async run(): Promise<void> {
    if (this.running || this.disposed) return;
    const { urls } = this.options;
    const running = (this.running = new AbortController());
    const { signal } = running;
    const shown = this.state.source;
    this.set(shown ? { ...this.state, busy: true } : START);
    // What is shown from the first record on, unless an older copy is on the screen.
    const live = shown ? undefined : new DocumentSource(urls.length > 1);
    const outcomes = await Promise.all(urls.map(async (url, feed): Promise<Outcome> => {
      const kept: SgsRecord[] = [];
      const result = await this.load(url, signal, (records) => {
        for (const record of records) kept.push(record);
        if (!live || !records.length) return;
        live.add(records, feed);
        if (!this.state.source) this.set({ ...this.state, phase: 'ready', source: live });
        else this.notify(PACE);
      });
      return { result, copy: await this.copyOf(url, result, kept) };
    }));
    if (signal.aborted) return;
    this.running = undefined;
    this.settle(outcomes, live);
  }

  /** Loads one feed; whatever happens, it comes back with a result. */
  private async load(url: string, signal: AbortSignal, take: (records: readonly SgsRecord[]) => void): Promise<FeedResult> {
    const { config, load } = this.options;
    try {
      return await load({
        url, config, signal, kinds: [...this.kinds],
        onRecords: (records) => {
          if (!signal.aborted) take(records);
        },
      });
    } catch (error) {
      return { ok: false, failure: { code: 'network', detail: String(error), url: url.replace(/[?#].*/, '') } };
    }
  }

  /** The feed as it was just read, else as it could last be read. */
  private async copyOf(url: string, result: FeedResult, records: readonly SgsRecord[]): Promise<FeedCopy | undefined> {
    const { cache } = this.options;
    if (!result.ok) return this.copies.get(url) ?? quiet(() => cache?.get(url));
    const copy: FeedCopy = { records, report: result.report, savedAt: new Date().toISOString() };
    this.copies.set(url, copy);
    void quiet(() => cache?.put(url, copy));
    return copy;
  }

  private settle(outcomes: readonly Outcome[], live: DocumentSource | undefined): void {
    const failures = outcomes.flatMap(({ result }) => (result.ok ? [] : [result.failure]));
    const copies = outcomes.flatMap(({ copy }) => (copy ? [copy] : []));
    const [first, ...others] = copies;
    if (!first) {
      // Records of a feed that broke off are no publication: they go, as the product contract says.
      this.set({ phase: 'error', busy: false, failures, meta: {} });
      return;
    }
    const [stale] = outcomes
      .flatMap(({ result, copy }) => (copy && !result.ok ? [copy.report.meta.updated ?? copy.savedAt] : []))
      .sort();
    const report = mergeReports([first.report, ...others.map((copy) => copy.report)]);
    this.set({
      phase: 'ready', busy: false, failures, meta: report.meta, report,
      source: this.sourceOf(outcomes.length, failures.length, copies, live),
      ...(stale !== undefined && { stale }),
    });
  }

  private sourceOf(feeds: number, failed: number, copies: readonly FeedCopy[], live: DocumentSource | undefined): RecordSource {
    const { source } = this.state;
    if (live && feeds === 1 && !failed) {
      live.finish();
      return live;
    }
    // Nothing new: what is shown is what there is.
    if (source && !live && feeds === failed) return source;
    return mergedSource(copies.map(({ records, report: { meta } }) => ({
      records,
      ...(meta.publisher?.name !== undefined && { name: meta.publisher.name }),
      ...(meta.remedy !== undefined && { remedy: meta.remedy }),
    })));
  }

  private set(state: FeedState): void {
    this.state = Object.freeze(state);
    this.notify(0);
  }

  /** Tells the listeners soon, once for all that has happened until then. */
  private notify(pace: number): void {
    const wait = Math.max(0, this.lastNotice + pace - Date.now());
    if (this.timer !== undefined) {
      if (pace) return;
      clearTimeout(this.timer);
    }
    this.timer = setTimeout(() => {
      this.timer = undefined;
      this.lastNotice = Date.now();
      this.changes.emit();
    }, pace ? wait : 0);
  }
}
