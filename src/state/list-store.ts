/** The state of one list: requests in, frozen snapshots out. Runs in Node as in a page. */
import { loadFeed } from '../feed/load.js';
import type { Failure } from '../model/failure.js';
import type { Kind } from '../model/kinds.js';
import type { SgsRecord } from '../model/record.js';
import { NO_FILTERS, type Filters } from '../query/query.js';
import type { RecordSource } from '../source/source.js';
import { currentPage, readView, writeView, type PageAddress } from './address.js';
import { Emitter } from './emitter.js';
import { FeedStore, type FeedCache, type FeedState, type LoadFeed } from './feed-store.js';
import type { ListRequest, ListSettings, ListSnapshot, ListStore } from './list.js';
import { acquireFeed, claimUrlKey, releaseFeed, releaseUrlKey } from './registry.js';
import { FILTER_NAMES, formatOrder, nextView, queryOf, START_VIEW, type View } from './view.js';

/** What a store works with; each has the page's own as its default. */
export interface ListStoreDeps {
  readonly load?: LoadFeed;
  readonly page?: PageAddress;
  readonly cache?: FeedCache;
}

const NO_SETTINGS: ListSettings = {
  feed: [], config: {}, kinds: ['license', 'penalty'], size: 10, sort: 'decidedOn', descending: true, filters: NO_FILTERS, urlKey: '',
};

/** Milliseconds before a list says that it is busy: a source in memory answers long before, and nothing flickers. */
const PATIENCE = 100;

/** Settings and views are plain data. */
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const feedKeyOf = ({ feed, config }: ListSettings): string => JSON.stringify([feed, config]);

/** Settings without what attributes can't mean: no kinds at all, a page of no rows. */
const sane = (settings: ListSettings): ListSettings => ({
  ...settings,
  kinds: settings.kinds.length ? settings.kinds : NO_SETTINGS.kinds,
  size: Math.max(1, Math.trunc(settings.size) || NO_SETTINGS.size),
});

class Store implements ListStore {
  snapshot: ListSnapshot;
  private readonly changes = new Emitter();
  private settings = NO_SETTINGS;
  private configured = false;
  private disposed = false;
  private view: View = START_VIEW;
  /** The kind shown where nobody has chosen one, and whether its rows have been shown: then it stays. */
  private kind: Kind = 'license';
  private kindSettled = false;
  private feed?: FeedStore;
  private feedKey = '';
  private leaveFeed: () => void = () => undefined;
  /** The prefix of the address parameters; undefined: the address is left alone. */
  private urlKey?: string;
  private leaveAddress: () => void = () => undefined;
  /** Every update is told apart, so that a late answer to an old question is not shown. */
  private asking?: AbortController;

  constructor(private readonly load: LoadFeed, private readonly page: PageAddress | undefined, private readonly cache: FeedCache | undefined) {
    this.snapshot = this.snapshotOf({ phase: 'idle', busy: false });
  }

  subscribe(listener: () => void): () => void {
    return this.changes.on(listener);
  }

  configure(next: ListSettings): void {
    const settings = sane(next);
    const before = this.settings;
    if (this.disposed || (this.configured && same(before, settings))) return;
    const first = !this.configured;
    this.configured = true;
    this.settings = settings;
    if (first || !same(before.kinds, settings.kinds)) this.unsettleKind();
    if (first || before.urlKey !== settings.urlKey) this.bindAddress();
    else this.yieldTo(before, settings);
    this.bindFeed();
    this.update();
  }

  dispatch(request: ListRequest): void {
    if (this.disposed || !this.configured) return;
    if (request.type === 'refresh') {
      this.feed?.refresh();
      return;
    }
    const view = this.after(request);
    if (same(view, this.view)) return;
    this.view = view;
    if (this.page && this.urlKey !== undefined) {
      const href = this.hrefOf(this.page, this.urlKey, view);
      if (href === this.page.href) {
        // Nothing to remember: `live` typing that came back to where it was, or a page that is the first anyway.
      } else if (request.type === 'search' && request.live) this.page.replace(href);
      else this.page.push(href);
    }
    this.update();
  }

  href(request: ListRequest): string | undefined {
    if (!this.page || this.urlKey === undefined) return undefined;
    return this.hrefOf(this.page, this.urlKey, request.type === 'refresh' ? this.view : this.after(request));
  }

  async all(signal?: AbortSignal): Promise<readonly SgsRecord[]> {
    const source = this.feed?.state.source;
    return source ? source.all(this.query(), signal) : [];
  }

  dispose(): void {
    this.disposed = true;
    this.asking?.abort();
    this.changes.clear();
    this.leaveAddress();
    this.leaveFeed();
  }

  private query(): ListSnapshot['query'] {
    return queryOf(this.view, this.settings, this.kind);
  }

  /** The view after a request. Once rows have been shown, a person who goes on means this kind. */
  private after(request: Exclude<ListRequest, { type: 'refresh' }>): View {
    const view = this.kindSettled ? { ...this.view, kind: this.query().kind } : this.view;
    return nextView(view, request, this.query());
  }

  private hrefOf(page: PageAddress, urlKey: string, view: View): string {
    return writeView(page.href, urlKey, view, this.settings, this.kind);
  }

  private unsettleKind(): void {
    this.kind = this.settings.kinds[0] as Kind;
    this.kindSettled = false;
  }

  private bindAddress(): void {
    this.leaveAddress();
    this.leaveAddress = () => undefined;
    this.urlKey = undefined;
    this.view = START_VIEW;
    const { page, settings: { urlKey: wanted } } = this;
    if (!page || !wanted) return;
    const urlKey = claimUrlKey(wanted);
    const read = (): View => readView(page.href, urlKey);
    this.urlKey = urlKey;
    this.view = read();
    const stop = page.onMove(() => {
      this.view = read();
      this.update();
    });
    this.leaveAddress = () => {
      stop();
      releaseUrlKey(urlKey);
    };
  }

  /** An attribute that changes after a person has chosen otherwise wins: whoever sets it means it. */
  private yieldTo(before: ListSettings, settings: ListSettings): void {
    const { order, filters, ...rest } = this.view;
    const kept: { -readonly [K in keyof Filters]?: string } = {};
    let restart = before.size !== settings.size;
    for (const name of FILTER_NAMES) {
      if (before.filters[name] !== settings.filters[name]) restart = true;
      else if (filters[name] !== undefined) kept[name] = filters[name];
    }
    const sorted = formatOrder(before) !== formatOrder(settings);
    // Another feed is another list: no page, tab or record of the old one means anything in it.
    const another = before.feed.length > 0 && !same(before.feed, settings.feed);
    this.view = {
      ...(another ? START_VIEW : rest),
      ...(order && !sorted && { order }),
      filters: kept,
      page: restart || sorted || another ? 1 : rest.page,
    };
  }

  private bindFeed(): void {
    const { settings, load, cache } = this;
    const key = settings.feed.length ? feedKeyOf(settings) : '';
    if (key !== this.feedKey) {
      this.leaveFeed();
      this.leaveFeed = () => undefined;
      this.feed = undefined;
      this.feedKey = key;
      this.unsettleKind();
      if (key) {
        const { feed: urls, config } = settings;
        const feed = acquireFeed(key, () => new FeedStore({ urls, config, load, cache }));
        const stop = feed.subscribe(() => this.update());
        this.feed = feed;
        this.leaveFeed = () => {
          stop();
          releaseFeed(key);
        };
      }
    }
    this.feed?.join(settings.kinds);
  }

  private update(): void {
    this.asking?.abort();
    const asking = (this.asking = new AbortController());
    const state = this.feed?.state;
    if (!state) this.show(this.snapshotOf({ phase: 'idle', busy: false }));
    else if (!state.source) this.show(this.snapshotOf({ phase: state.phase, busy: state.busy }, state));
    else void this.ask(state.source, state, asking.signal);
  }

  /** Asks the source for what the view wants to see, and shows the answer unless it comes too late. */
  private async ask(source: RecordSource, state: FeedState, signal: AbortSignal): Promise<void> {
    // An answer that takes its time: what was asked for shows, and that it is under way.
    const slow = setTimeout(() => {
      if (!signal.aborted) this.show({ ...this.snapshot, query: this.query(), busy: true });
    }, PATIENCE);
    try {
      const counts = await source.counts();
      if (signal.aborted) return;
      this.settleKind(counts);
      const asked = this.query();
      const { id } = this.view;
      const [page, facets, opened] = await Promise.all([
        source.query(asked, signal),
        source.facets(asked.kind, signal),
        id === undefined ? undefined : source.get(id, signal),
      ]);
      // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition -- it may have been aborted meanwhile
      if (signal.aborted) return;
      const { kinds } = this.settings;
      if (opened && this.view.kind === undefined && opened.kind !== asked.kind && kinds.includes(opened.kind)) {
        // A link to one record: the list behind it is the one it stands in.
        this.view = { ...this.view, kind: opened.kind };
        this.update();
        return;
      }
      // While records still arrive: nothing found yet, not enough for the page asked for, or the open record not here.
      const wait = !page.complete && (id === undefined ? page.total === 0 || page.page < asked.page : !opened);
      // A page beyond the last is the last one, for the next request too.
      if (page.complete) this.view = { ...this.view, page: page.page };
      const query = Object.freeze(this.query());
      const answer = { query, counts: Object.freeze({ ...counts }), busy: state.busy };
      this.show(this.snapshotOf(wait ? { ...answer, phase: 'loading' } : {
        ...answer,
        phase: 'ready',
        page: Object.freeze(page),
        facets,
        ...(id !== undefined && { opened: opened ?? null }),
      }, state));
    } catch (error) {
      if (signal.aborted) return;
      const failure: Failure = { code: 'network', detail: String(error) };
      this.show(this.snapshotOf({ phase: 'error', busy: false, failure }, state));
    } finally {
      clearTimeout(slow);
    }
  }

  /** The first listed kind that has records, as soon as any listed kind has; then no other, for a person reads it. */
  private settleKind(counts: Readonly<Record<Kind, number>>): void {
    if (this.kindSettled) return;
    const filled = this.settings.kinds.find((kind) => counts[kind] > 0);
    if (filled === undefined) return;
    this.kind = filled;
    this.kindSettled = true;
  }

  private snapshotOf(part: Pick<ListSnapshot, 'phase' | 'busy'> & Partial<ListSnapshot>, state?: FeedState): ListSnapshot {
    const { settings } = this;
    return {
      kinds: settings.kinds,
      query: Object.freeze(this.query()),
      meta: state?.meta ?? {},
      config: settings.config,
      ...(state?.failures.length && { failure: state.failures[0], failures: state.failures }),
      ...(state?.stale !== undefined && { stale: state.stale }),
      ...(state?.report && { report: state.report }),
      ...part,
    };
  }

  private show(snapshot: ListSnapshot): void {
    this.snapshot = Object.freeze(snapshot);
    this.changes.emit();
  }
}

export const createListStore = ({ load = loadFeed, page = currentPage(), cache }: ListStoreDeps = {}): ListStore =>
  new Store(load, page, cache);
