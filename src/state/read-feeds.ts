/** Reads all feeds of a list, and shows their records while they arrive. */
import type { FeedCache, FeedCopy } from '../feed/cache.js';
import type { DecodeOptions } from '../feed/feed.js';
import type { SgsConfig } from '../model/config.js';
import type { Kind } from '../model/kinds.js';
import type { SgsRecord } from '../model/record.js';
import { importOptional } from '../model/import-optional.js';
import { DocumentSource } from '../source/document.js';
import type { RemoteSource } from '../source/remote.js';
import type { RecordSource } from '../source/source.js';
import type { LoadFeed } from './feed-state.js';
import { createDocument } from './sources/document.js';
import type { FeedReading } from './sources/strategy.js';

/** Milliseconds between two notices while records arrive: often enough to see it move, and the page stays responsive. */
const NOTIFY_MS = 100;

/** With fewer records than this the first page is still filling, and nobody waits. */
const FIRST_RECORDS = 99;

/** Milliseconds after which the last good copy is shown in place of a feed that does not come. */
const CACHE_FALLBACK_MS = 4000;

/** What is on the screen while a feed is read. */
export interface Display {
  readonly source: RecordSource | undefined;
  /** @param stale the date of a cached copy */
  show(source: RecordSource, stale?: string): void;
  /** There is more in the source that is shown. @param delay in milliseconds since the last notice */
  notify(delay: number): void;
}

export interface ReadFeedsOptions {
  readonly urls: readonly string[];
  readonly config: SgsConfig;
  readonly kinds: readonly Kind[];
  readonly load: LoadFeed;
  readonly cache: FeedCache;
  /** By the number of the feed: what was read the last time. */
  readonly previous: readonly (FeedCopy | undefined)[];
  readonly signal: AbortSignal;
  readonly display: Display;
}

/** A copy's own date, else when it was read. */
export const copyDate = ({ report, saved }: FeedCopy): string => report.meta.updated ?? saved;

export async function readFeeds(
  { urls, config, kinds, load, cache, previous, signal, display }: ReadFeedsOptions,
): Promise<FeedReading> {
  // What is shown from the first record on, unless an older copy is on the screen.
  let live = display.source ? undefined : new DocumentSource(config);
  let worker: RemoteSource | undefined;
  let shards: object | undefined;
  const copies = [...previous];
  let isRead = false;

  const readFeed = async (url: string, feed: number): Promise<FeedReading['results'][number]> => {
    let records: SgsRecord[] = [];
    const onRecords = (arrived: readonly SgsRecord[]): void => {
      if (signal.aborted) return;
      for (const record of arrived) records.push(record);
      if (!live || !arrived.length) return;
      live.add(arrived);
      if (display.source) display.notify(records.length < FIRST_RECORDS ? 0 : NOTIFY_MS);
      else display.show(live);
    };
    const onWorkerRecords = (count: number): void => {
      // What is shown already must not go for a moment.
      if (worker && live && display.source === live && count >= records.length) {
        live = undefined;
        records = [];
        display.show(worker);
      }
      if (worker && display.source === worker) display.notify(NOTIFY_MS);
    };
    const onBig = async (decodeOptions: DecodeOptions): Promise<RemoteSource | undefined> =>
      (worker = await (await importOptional(() => import('../source/open.js')))?.openWorker(decodeOptions, signal, onWorkerRecords));
    const onRoot = (root: unknown): void => { shards = (root as { readonly shards?: object } | undefined)?.shards; };
    // Several feeds are made one here, not in a worker.
    const result = await load({ url, config, signal, kinds, onRecords, onRoot, ...(urls.length === 1 && { onBig }) });
    if (result.ok) copies[feed] = { saved: new Date().toISOString(), records, report: result.report };
    else copies[feed] ??= await cache.read(url, config);
    return result;
  };

  /** Shows what was good the last time, unless something is on the screen by then. */
  const showCached = async (): Promise<void> => {
    const cached = (await Promise.all(urls.map((url) => cache.read(url, config)))).flatMap((copy) => copy ?? []);
    const [first] = cached;
    if (signal.aborted || isRead || !first || display.source) return;
    display.show(createDocument(cached.flatMap(({ records }) => records), config), copyDate(first));
  };

  const fallback = setTimeout(() => void showCached(), CACHE_FALLBACK_MS);
  const results = await Promise.all(urls.map(readFeed));
  isRead = true;
  clearTimeout(fallback);
  // A worker that has not read all, or that starts too late, is not needed any more.
  return { urls, config, results, copies, live, shards, worker: worker?.complete ? worker : undefined };
}
