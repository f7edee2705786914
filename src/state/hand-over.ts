/** Feeds that are too big for the page's own thread go on in a worker, all in the same one. Loaded when they turn out to be. */
import type { DecodeOptions } from '../feed/feed.js';
import type { FeedFailure } from '../model/failure.js';
import { withoutQuery } from '../model/web-address.js';
import { openRemote, type FeedReader, type MergePart, type RemoteSource } from '../source/remote.js';
import { spawn } from '../source/spawn.js';
import { NOTIFY_MS, type Arriving, type GiveFeed } from './arriving.js';

/** undefined: nobody else can read it, or it has been read here meanwhile. */
export async function handOver(arriving: Arriving, feed: number, options: DecodeOptions): Promise<FeedReader | undefined> {
  return (await (arriving.handOver ??= open(arriving)))?.(feed, options);
}

/** Starts the worker. Returns a function that gives it a feed. */
async function open(arriving: Arriving): Promise<GiveFeed | undefined> {
  const { signal, display, results = [] } = arriving;
  const urls: string[] = [];
  const readers: FeedReader[] = [];
  /** Feeds that the page has read to their end. */
  const kept = new Set<number>();

  const onChange = (here: readonly number[]): void => {
    if (!worker) return;
    const { live, records } = arriving;
    // What is shown already must not go for a moment.
    if (live && display.source === live && records.every(({ length }, feed) => length <= (here[feed] ?? 0))) {
      arriving.live = undefined;
      readers.forEach((_, feed) => { records[feed] = []; });
      display.show(worker);
    }
    if (display.source === worker) display.notify(NOTIFY_MS);
  };
  const worker: RemoteSource | undefined = await openRemote(spawn, signal, onChange);
  if (!worker) return undefined;

  results.forEach((result, feed) => void result.then(({ ok }) => {
    if (readers[feed]) return;
    kept.add(feed);
    if (ok) worker.keep(feed, arriving.records[feed] ?? []);
    // Records of a feed that broke off are no publication: what is shown need not wait for them.
    else arriving.records[feed] = [];
  }));

  arriving.merge = async (results, copies) => {
    const parts: MergePart[] = [];
    for (const [feed, copy] of copies.entries()) {
      if (!copy) continue;
      const { report, records, isElsewhere } = copy;
      const isOk = results[feed]?.ok === true;
      // Its last good copy is in the worker before this one, which stays.
      if (isElsewhere && !isOk) return undefined;
      parts.push(isOk && (isElsewhere || kept.has(feed)) ? { feed, report } : { feed, report, records });
    }
    // The page has read what is left; a worker that starts too late is not needed any more.
    if (!readers.some(({ complete }, feed) => complete && results[feed]?.ok)) return undefined;
    try {
      const report = await worker.merge(parts);
      parts.forEach(({ feed }) => {
        const copy = copies[feed];
        if (copy?.isElsewhere) copies[feed] = { ...copy, records: [] };
      });
      return report && { source: worker, report };
    } catch (error) {
      const { failure } = error as Partial<FeedFailure>;
      readers.forEach((_, feed) => {
        if (failure) results[feed] = { ok: false, failure: { ...failure, url: withoutQuery(urls[feed] as string) } };
      });
      return undefined;
    }
  };

  return (feed, options) => {
    if (kept.has(feed)) return undefined;
    urls[feed] = options.url;
    return (readers[feed] = worker.read(options, feed, results.length === 1));
  };
}
