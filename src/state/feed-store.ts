/** One feed, or several read as one: loads it, keeps the last good copy, and tells whoever listens. It never throws. */
import type { FeedCache, FeedCopy } from '../feed/cache.js';
import type { SgsConfig } from '../model/config.js';
import type { Failure } from '../model/failure.js';
import type { Kind } from '../model/kinds.js';
import { createEmitter } from './emitter.js';
import type { FeedState, LoadFeed } from './feed-state.js';
import { copyDate, readFeeds } from './read-feeds.js';
import { openDocument } from './sources/document.js';
import { mergedStrategy } from './sources/merged.js';
import { openPortal } from './sources/portal.js';
import { shardsFailure, shardsStrategy } from './sources/shards.js';
import { copiesOf, failuresOf, type FeedReading, type OpenedSource } from './sources/strategy.js';

export interface FeedStoreOptions {
  /** Absolute addresses. */
  readonly urls: readonly string[];
  readonly config: SgsConfig;
  readonly load: LoadFeed;
  /** Where copies outlive the page. */
  readonly cache: FeedCache;
}

const START: FeedState = { busy: true, failures: [] };

/** The first that can be made of what has been read. A folder is opened beforehand: it is asked even where its feed fails. */
const openSource = async (reading: FeedReading): Promise<OpenedSource | undefined> =>
  reading.opened ?? await mergedStrategy(reading) ?? openDocument(reading);

/** The oldest date of the copies that are shown in place of feeds that failed. */
const staleDate = ({ results, copies }: FeedReading): string | undefined =>
  results.flatMap(({ ok }, feed) => {
    const copy = copies[feed];
    return ok || !copy ? [] : copyDate(copy);
  }).sort()[0];

export type FeedStore = ReturnType<typeof createFeedStore>;

export function createFeedStore({ urls, config, load, cache }: FeedStoreOptions) {
  const { on, emit } = createEmitter();
  const kinds = new Set<Kind>();
  /** By the number of the feed. */
  let copies: readonly (FeedCopy | undefined)[] = [];
  let state = START;
  /** The reading that what is shown comes from: aborted, its worker ends. */
  let shownReading: AbortController | undefined;
  /** The reading that is under way; for good once nobody is interested any more. */
  let running: AbortController | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lastNotice = 0;

  /** Tells the listeners soon, once for all that has happened until then. @param delay in milliseconds since the last notice */
  const notify = (delay: number): void => {
    if (delay && timer) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      timer = undefined;
      lastNotice = Date.now();
      emit();
    }, delay && lastNotice + delay - Date.now());
  };

  const set = (next: FeedState): void => {
    state = Object.freeze(next);
    notify(0);
  };

  const display = {
    get source() {
      return state.source;
    },
    show: (source: NonNullable<FeedState['source']>, stale = state.stale): void => set({ ...state, source, stale }),
    notify,
  };

  const saveCopies = ({ results }: FeedReading): void => results.forEach(({ ok }, feed) => {
    const copy = copies[feed] as FeedCopy;
    // A worker saves its own.
    if (ok && !copy.isElsewhere) void cache.save(urls[feed] as string, config, copy);
  });

  /** Loads again. What is shown stays until the new copy is complete, and for good if it fails. */
  const refresh = async (): Promise<void> => {
    if (running) return;
    const own = running = new AbortController();
    const { signal } = own;
    const shown = state.source;
    set(shown ? { ...state, busy: true } : START);
    const portal = config.request && await openPortal({ url: urls[0] as string, config, kinds, cache, onState: set });
    if (portal) {
      running = undefined;
      set({ ...START, busy: false, source: portal });
      return;
    }
    const reading = await readFeeds({ urls, config, kinds: [...kinds], load, cache, previous: copies, signal, display });
    ({ copies } = reading);
    const folder = await shardsStrategy(reading);
    const failures: readonly Failure[] = [...failuresOf(reading), ...(reading.shards && !folder ? [shardsFailure(urls[0] as string)] : [])];
    // Nothing new, or less than what is shown, of which only a worker has all records: that is what there is.
    const isKept = shown && (failures.length >= urls.length || reading.results.some(({ ok }, feed) => !ok && copies[feed]?.isElsewhere));
    const opened = folder ?? (isKept ? { source: shown, report: state.report ?? copiesOf(reading)[0]?.report } : await openSource(reading));
    if (signal.aborted) return;
    if (!opened || opened !== reading.opened) own.abort();
    running = undefined;
    // Records of a feed that broke off are no publication: they go, as the product contract says.
    if (!opened) {
      set({ busy: false, failures });
      return;
    }
    set({ ...opened, busy: false, failures, stale: staleDate(reading) });
    if (opened.source !== shown) {
      // After those who ask it know of the new one.
      shownReading?.abort();
      shownReading = own;
    }
    saveCopies(reading);
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
      running ??= new AbortController();
      running.abort();
      shownReading?.abort();
      clearTimeout(timer);
    },
  };
}
