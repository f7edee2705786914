/** The state of one list: requests in, frozen snapshots out. Runs in Node as in a page. */
import type { FeedCache } from '../feed/cache.js';
import { lazyCache } from '../feed/lazy-cache.js';
import { loadFeed } from '../feed/load.js';
import type { Failure, FeedFailure } from '../model/failure.js';
import type { Kind } from '../model/kinds.js';
import { importOptional } from '../model/import-optional.js';
import { isFiltered, NO_FILTERS, type Filters, type Query } from '../query/query.js';
import type { RecordSource } from '../source/source.js';
import { currentPage, readView, writeView, type PageAddress } from './address.js';
import type { Asked } from './beside.js';
import { createEmitter } from './emitter.js';
import type { FeedState, LoadFeed } from './feed-state.js';
import { createFeedStore, type FeedStore } from './feed-store.js';
import type { ListRequest, ListSettings, ListSnapshot, ListStore } from './list.js';
import { acquireFeed, claimUrlKey, releaseFeed, releaseUrlKey } from './registry.js';
import { defaultViewParams, nextView, PARAM_NAMES, parseViewParams, queryOf, type ParamName, type ViewParams } from './view-params.js';

/** What a store works with; each has the page's own as its default. */
export interface ListStoreDeps {
  readonly load?: LoadFeed;
  readonly page?: PageAddress;
  readonly cache?: FeedCache;
}

const NO_SETTINGS: ListSettings = {
  feed: [], config: {}, kinds: ['license', 'penalty'], size: 10, sort: 'decidedOn', descending: true, filters: NO_FILTERS, urlKey: '',
};

const NO_STATE: FeedState = { busy: false, failures: [] };

/** Milliseconds before a list says that it is busy: a source in memory answers long before, and nothing flickers. */
const BUSY_DELAY_MS = 100;

/** So many records tell what kinds a feed has. Until they are there, a kind that is not the first waits for the first. */
const TELLING_RECORDS = 100;

/** Settings and views are plain data. */
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

export function createListStore({ load = loadFeed, page = currentPage(), cache = lazyCache }: ListStoreDeps = {}): ListStore {
  const { on, emit } = createEmitter();
  let snapshot: ListSnapshot;
  let settings = NO_SETTINGS;
  /** From the first settings to the end. */
  let alive: boolean | undefined;
  let view: ViewParams = {};
  /** The first kind with records, once that is known: then no other is shown by itself, for a person reads it. */
  let defaultKind: Kind | undefined;
  let feed: FeedStore | undefined;
  let feedKey = '';
  let leaveFeed: (() => void) | undefined;
  /** The prefix of the address parameters; undefined: the address is left alone. */
  let urlKey: string | undefined;
  let leaveAddress: (() => void) | undefined;
  /** Aborted by the next update, so that a late answer to an old question is not shown. */
  let updating: AbortController | undefined;
  let facetsWanted = false;

  /** The kind shown where nobody has chosen one. */
  const kind = (): Kind => defaultKind ?? settings.kinds[0] as Kind;
  const query = (): Query => queryOf(view, settings, kind());

  /** The view after a request. Once rows have been shown, a person who goes on means this kind. */
  const viewAfter = (request: ListRequest): ViewParams =>
    nextView(defaultKind ? { ...view, kind: query().kind } : view, request, query());

  const hrefOf = (next: ViewParams): string | undefined =>
    page && urlKey ? writeView(page.href, urlKey, next, settings, kind()) : undefined;

  const show = (part: Pick<ListSnapshot, 'phase'> & Partial<ListSnapshot>, { busy, failures, stale, report }: FeedState): void => {
    const { kinds, config } = settings;
    snapshot = Object.freeze({
      kinds, config, busy, failure: failures[0], failures, stale, report, meta: report?.meta ?? {}, ...part, query: Object.freeze(query()),
    });
    emit();
  };

  const update = (): void => {
    updating?.abort();
    updating = new AbortController();
    const state = feed?.state ?? NO_STATE;
    if (state.source) void ask(state.source, state, updating.signal);
    else show({ phase: !feed ? 'idle' : state.busy ? 'loading' : 'error' }, state);
  };

  /** Asks the source for what the view wants to see, and shows the answer unless it comes too late. */
  const ask = async (source: RecordSource, state: FeedState, signal: AbortSignal): Promise<void> => {
    // An answer that takes its time: what was asked for shows, and that it is under way. Rows of another kind would stand
    // under the wrong tab.
    const slow = setTimeout(() => {
      if (!signal.aborted) show({ ...snapshot, ...(query().kind !== snapshot.query.kind && { page: undefined }), busy: true }, state);
    }, BUSY_DELAY_MS);
    try {
      const counts = Object.freeze(await source.counts());
      if (signal.aborted) return;
      const { kinds } = settings;
      const { id } = view;
      // Which records come first must not depend on how a network cuts them.
      const isArriving = state.busy && !state.report && !state.stale;
      if (!isArriving || counts[kinds[0] as Kind] || kinds.reduce((sum, own) => sum + (counts[own] ?? 0), 0) >= TELLING_RECORDS) {
        defaultKind ??= kinds.find((own) => counts[own]);
      } else if (!defaultKind && !view.kind && !id) {
        show({ counts, phase: 'loading' }, state);
        return;
      }
      const asked = query();
      // eslint-disable-next-line prefer-const -- one of three
      let [found, facets, opened] = await Promise.all([
        source.query(asked, signal),
        source.facetsOnDemand && !facetsWanted ? undefined : source.facets(asked.kind, signal),
        id ? source.get(id, signal) : undefined,
      ]);
      // A search that finds nothing must not end there.
      const isEmpty = !found.total && found.complete && isFiltered(asked);
      const search = isEmpty ? await importOptional(() => import('./search-fallback.js')) : undefined;
      const fallback = await search?.searchFallback(source, asked, kinds, signal);
      found = fallback?.found ?? found;
      // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition -- it may have been aborted meanwhile
      if (signal.aborted) return;
      if (opened && !view.kind && opened.kind !== asked.kind && kinds.includes(opened.kind)) {
        // A link to one record: the list behind it is the one it stands in.
        view = parseViewParams({ ...view, kind: opened.kind });
        update();
        return;
      }
      const answer = { counts };
      // A page beyond the last is the last one, for the next request too.
      if (found.complete) view = parseViewParams({ ...view, page: String(found.page) });
      // While records still arrive: nothing found yet, not enough for the page asked for, or the open record not here.
      else if (id ? !opened : !found.total || found.page < asked.page) {
        // Who has searched goes on searching: the form stays.
        show({ ...answer, ...(!id && snapshot.phase === 'ready' ? { phase: 'ready', facets } : { phase: 'loading' }) }, state);
        return;
      }
      show({
        ...answer, phase: 'ready', page: Object.freeze(found), facets, elsewhere: fallback?.elsewhere, fuzzyMatch: fallback?.fuzzyMatch,
        ...(id && { opened: opened ?? null }),
      }, state);
      if (found.complete && (opened || (isFiltered(asked) && kinds.length > 1))) {
        await showBeside({ source, query: { ...asked, fuzzyMatch: fallback?.fuzzyMatch }, found, kinds, counts, signal }, state);
      }
    } catch (error) {
      const failure: Failure = (error as Partial<FeedFailure>).failure ?? { code: 'network', detail: String(error) };
      if (!signal.aborted) show({ phase: 'error', failure, failures: [failure] }, state);
    } finally {
      clearTimeout(slow);
    }
  };

  /** What stands beside the rows comes after them, and is done without where it can't be had. */
  const showBeside = async (asked: Asked, state: FeedState): Promise<void> => {
    const { opened } = snapshot;
    try {
      const beside = await importOptional(() => import('./beside.js'));
      if (!beside || asked.signal.aborted) return;
      const [hits, neighbours] = await Promise.all([
        isFiltered(asked.query) ? beside.hitsOf(asked) : undefined, opened ? beside.neighboursOf(opened.id, asked) : undefined,
      ]);
      // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition -- it may have been aborted meanwhile
      if (!asked.signal.aborted) show({ ...snapshot, hits, neighbours }, state);
    } catch {
      // The rows are there.
    }
  };

  /** Reads the view from the address from now on, if it may. */
  const bindAddress = (): void => {
    leaveAddress?.();
    leaveAddress = urlKey = undefined;
    view = {};
    if (!page || !settings.urlKey) return;
    const key = urlKey = claimUrlKey(settings.urlKey);
    const read = (): void => {
      view = readView(page.href, key);
    };
    read();
    const stop = page.onMove(() => {
      read();
      update();
    });
    leaveAddress = () => {
      stop();
      releaseUrlKey(key);
    };
  };

  /** An attribute that changes wins, for whoever sets it means it; a filter only where nobody has searched since. */
  const applyAttributeChanges = (before: ListSettings): void => {
    const kept: { -readonly [K in keyof ViewParams]: ViewParams[K] } = { ...view };
    const [then, now] = [defaultViewParams(before), defaultViewParams(settings)];
    const isFilter = (name: ParamName): name is keyof Filters => name in NO_FILTERS;
    const hasSearched = PARAM_NAMES.some((name) => isFilter(name) && view[name] !== undefined);
    for (const name of PARAM_NAMES) {
      if (then[name] !== now[name] && !(hasSearched && isFilter(name))) kept[name] = kept.page = undefined;
    }
    // Another feed is another list: no page, tab or record of the old one means anything in it.
    if (before.feed.length && !same(before.feed, settings.feed)) kept.kind = kept.id = kept.page = undefined;
    view = parseViewParams(kept);
  };

  const bindFeed = (): void => {
    const { feed: urls, config, kinds } = settings;
    const key = urls.length ? JSON.stringify([urls, config]) : '';
    if (key !== feedKey) {
      leaveFeed?.();
      leaveFeed = feed = defaultKind = undefined;
      feedKey = key;
      if (key) {
        feed = acquireFeed(key, () => createFeedStore({ urls, config, load, cache }));
        const stop = feed.subscribe(update);
        leaveFeed = () => {
          stop();
          releaseFeed(key);
        };
      }
    }
    feed?.join(kinds);
  };

  show({ phase: 'idle' }, NO_STATE);
  return {
    get snapshot() {
      return snapshot;
    },
    subscribe: on,

    configure(next) {
      const before = settings;
      if (alive === false || (alive && same(before, next))) return;
      alive = true;
      settings = next;
      if (!same(before.kinds, next.kinds)) defaultKind = undefined;
      if (before.urlKey !== next.urlKey) bindAddress();
      else applyAttributeChanges(before);
      bindFeed();
      update();
    },

    dispatch(request) {
      if (!alive) return;
      if (request.type === 'refresh') {
        void feed?.refresh();
        return;
      }
      const next = viewAfter(request);
      if (same(next, view)) return;
      view = next;
      const href = hrefOf(view);
      // The same address has nothing to remember: `live` typing that came back to where it was, or a page that is the first anyway.
      if (page && href && href !== page.href) {
        if (request.type === 'search' && request.live) page.replace(href);
        else page.push(href);
      }
      update();
    },

    href: (request) => hrefOf(viewAfter(request)),

    wantFacets() {
      if (facetsWanted) return;
      facetsWanted = true;
      if (feed?.state.source?.facetsOnDemand) update();
    },

    get source() {
      return feed?.state.source;
    },

    all: async (signal) => await feed?.state.source?.all({ ...query(), fuzzyMatch: snapshot.fuzzyMatch }, signal) ?? [],

    dispose() {
      alive = false;
      updating?.abort();
      leaveAddress?.();
      leaveFeed?.();
    },
  };
}
