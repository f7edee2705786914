/** Reads all feeds of a list, and shows their records while they arrive. */
import type { FeedCache, FeedCopy } from '../feed/cache.js';
import type { DecodeOptions, FeedResult } from '../feed/feed.js';
import type { SgsConfig } from '../model/config.js';
import type { Kind } from '../model/kinds.js';
import type { SgsRecord } from '../model/record.js';
import { importOptional } from '../model/import-optional.js';
import { DocumentSource } from '../source/document.js';
import type { FeedReader } from '../source/remote.js';
import { NOTIFY_MS, type Arriving, type Display } from './arriving.js';
import type { LoadFeed } from './feed-state.js';
import { createDocument } from './sources/document.js';
import type { FeedReading } from './sources/strategy.js';

/** With fewer records than this the first page is still filling, and nobody waits. */
const FIRST_RECORDS = 99;

/** Milliseconds after which the last good copy is shown in place of a feed that does not come. */
const CACHE_FALLBACK_MS = 4000;

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
  const arriving: Arriving = {
    live: display.source ? undefined : new DocumentSource(config), records: urls.map(() => []), signal, display,
  };
  let shards: object | undefined;
  const copies = [...previous];
  let isRead = false;
  const size = { bytes: 0 };

  const readFeed = async (url: string, feed: number): Promise<FeedResult> => {
    const records = arriving.records[feed] as SgsRecord[];
    let reader: FeedReader | undefined;
    const onRecords = (arrived: readonly SgsRecord[]): void => {
      if (signal.aborted) return;
      for (const record of arrived) records.push(record);
      const { live } = arriving;
      if (!live || !arrived.length) return;
      live.add(arrived);
      if (display.source) display.notify(records.length < FIRST_RECORDS ? 0 : NOTIFY_MS);
      else display.show(live);
    };
    const onBig = async (options: DecodeOptions): Promise<FeedReader | undefined> =>
      (reader = await (await importOptional(() => import('./hand-over.js')))?.handOver(arriving, feed, options));
    const onRoot = (root: unknown): void => { shards = (root as { readonly shards?: object } | undefined)?.shards; };
    const result = await load({ url, config, signal, kinds, onRecords, onRoot, onBig, size });
    const copy = copies[feed];
    if (result.ok) copies[feed] = { saved: new Date().toISOString(), records, report: result.report, isElsewhere: reader?.complete };
    else if (!copy || copy.isElsewhere) copies[feed] = await cache.read(url, config) ?? copy;
    return result;
  };

  /** Shows what was good the last time, unless something is on the screen by then. */
  const showCached = async (): Promise<void> => {
    const cached = (await Promise.all(urls.map((url) => cache.read(url, config)))).flatMap((copy) => copy ?? []);
    const [first] = cached;
    if (signal.aborted || isRead || !first || display.source) return;
    display.show(createDocument(cached, config), copyDate(first));
  };

  const fallback = setTimeout(() => void showCached(), CACHE_FALLBACK_MS);
  const results = await Promise.all(arriving.results = urls.map(readFeed));
  isRead = true;
  clearTimeout(fallback);
  const opened = await arriving.merge?.(results, copies);
  return { urls, config, results, copies, live: arriving.live, shards, opened };
}
