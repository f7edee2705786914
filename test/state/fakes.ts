/** What stands in for the network, the page's address, and the passing of time. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { FeedCache, FeedCopy } from '../../src/feed/cache.js';
import type { FeedReport, FeedRequest, FeedResult } from '../../src/feed/feed.js';
import type { FailureCode } from '../../src/model/failure.js';
import type { SgsRecord } from '../../src/model/record.js';
import type { PageAddress } from '../../src/state/address.js';
import type { LoadFeed } from '../../src/state/feed-state.js';
import type { ListSettings, ListSnapshot, ListStore } from '../../src/state/list.js';
import { NO_FILTERS } from '../../src/query/query.js';
// Loaded when they are needed; here they are, so that nothing has to wait.
import '../../src/feed/full-rules.js';
import '../../src/feed/pages.js';
import '../../src/model/config-schema.js';
import '../../src/source/api.js';
import '../../src/source/compile.js';
import '../../src/state/hand-over.js';
import '../../src/source/shards.js';
import '../../src/state/search-fallback.js';

export const report = (fields: Partial<FeedReport> = {}): FeedReport =>
  ({ meta: {}, standard: '2018', rows: 0, kinds: {}, withheld: {}, rejected: {}, unplaced: {}, notices: [], ...fields });

/** A feed whose body arrives when the test says so. */
export class FakeFeed {
  readonly requests: FeedRequest[] = [];
  private readonly answers: ((result: FeedResult) => void)[] = [];

  readonly load: LoadFeed = (request) => new Promise((resolve) => {
    this.requests.push(request);
    this.answers.push(resolve);
  });

  send(records: SgsRecord[], request = this.requests.length - 1): void {
    this.requests[request]?.onRecords(records);
  }

  end(fields: Partial<FeedReport> = {}, request = this.requests.length - 1): void {
    this.answers[request]?.({ ok: true, report: report(fields) });
  }

  fail(code: FailureCode = 'http', request = this.requests.length - 1): void {
    this.answers[request]?.({ ok: false, failure: { code, detail: code, url: this.requests[request]?.url ?? '' } });
  }
}

/** Feeds that are there at once: records, or the code of a failure, by address. */
export const served = (feeds: Record<string, SgsRecord[] | FailureCode>, fields: Partial<FeedReport> = {}): LoadFeed => (request) => {
  const feed = feeds[request.url] ?? 'network';
  if (typeof feed === 'string') return Promise.resolve({ ok: false, failure: { code: feed, detail: feed, url: request.url } });
  request.onRecords(feed);
  return Promise.resolve({ ok: true, report: report({ rows: feed.length, ...fields }) });
};

/** Copies that outlive a store, without the wait for a page. */
export const fakeCache = (copies: Record<string, FeedCopy> = {}): FeedCache & { readonly copies: Record<string, FeedCopy> } => ({
  copies,
  read: (url) => Promise.resolve(copies[url]),
  save(url, _config, copy) {
    copies[url] = copy;
    return Promise.resolve();
  },
});

/** A tab with its history. */
export class FakePage implements PageAddress {
  entries: string[];
  at = 0;
  private readonly listeners = new Set<() => void>();

  constructor(href = 'https://example.org/xzgs.html') {
    this.entries = [href];
  }

  get href(): string {
    return this.entries[this.at] ?? '';
  }

  push(href: string): void {
    this.entries = [...this.entries.slice(0, ++this.at), href];
  }

  replace(href: string): void {
    this.entries[this.at] = href;
  }

  onMove(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  go(steps: number): void {
    this.at += steps;
    for (const listener of this.listeners) listener();
  }

  get listening(): number {
    return this.listeners.size;
  }
}

export const FEED = 'https://example.org/sgs.json';

export const settings = (fields: Partial<ListSettings> = {}): ListSettings => ({
  feed: [FEED], config: {}, kinds: ['license', 'penalty'], size: 2, sort: 'decidedOn', descending: true,
  filters: NO_FILTERS, urlKey: 'sgs', ...fields,
});

/** Longer than a feed store waits before it tells of something. */
export const settled = async (): Promise<void> => {
  // Turn by turn, so that a machine that stalls for a moment still lets everything due come first.
  for (let turn = 0; turn < 10; turn++) await sleep(2);
};

/** The next snapshot that is as wanted. */
export async function until(store: ListStore, wanted: (snapshot: ListSnapshot) => boolean): Promise<ListSnapshot> {
  for (let n = 0; n < 200; n++) {
    if (wanted(store.snapshot)) return store.snapshot;
    await sleep(2);
  }
  throw new Error(`Never came to it: ${JSON.stringify(store.snapshot)}`);
}
