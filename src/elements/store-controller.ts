import type { ReactiveControllerHost } from 'lit';
import type { Messages } from '../locale/messages.js';
import type { SgsConfig } from '../model/config.js';
import type { Failure } from '../model/failure.js';
import { isFiltered } from '../query/query.js';
import { loadConfig } from '../state/config.js';
import { createListStore } from '../state/list-store.js';
import type { ListRequest, ListSettings, ListSnapshot, ListStore } from '../state/list.js';
import { announce } from './announcer.js';
import { SgsErrorEvent, SgsLoadEvent, SgsSearchEvent } from './events.js';
import { loadDetail } from './report.js';
import { safeUrl } from './views/view.js';

type Settings = Omit<ListSettings, 'config'>;

export interface StoreHost extends ReactiveControllerHost, HTMLElement {
  readonly words: Messages;
}

interface LoadingConfig {
  readonly url: string;
  readonly abort: AbortController;
  config?: SgsConfig;
}

const failuresOf = ({ failures, failure }: ListSnapshot): readonly Failure[] => failures ?? (failure ? [failure] : []);

/**
 * An element's tie to its store: made from its settings, or borrowed; let go when the element leaves the page. It sends
 * requests, and tells the page, the person and the webmaster what came of them.
 */
export class StoreController {
  store: ListStore | undefined;
  snapshot: ListSnapshot | undefined;
  /** Why the configuration could not be read. */
  failure: Failure | undefined;
  private owned = false;
  private reports = true;
  private searching = false;
  private off: (() => void) | undefined;
  private settings: Settings | undefined;
  private loading: LoadingConfig | undefined;

  constructor(
    private readonly host: StoreHost,
    private readonly changed: (now: ListSnapshot) => void,
  ) {}

  /**
   * Uses a store that belongs to somebody else, or none.
   * @param reports whether to report what happens to the feed; beside a list, the list does
   */
  borrow(store: ListStore | undefined, reports = true): void {
    this.reports = reports;
    if (this.store === store && !this.owned) return;
    this.release();
    if (store) this.attach(store, false);
  }

  /** Uses a store of its own with these settings; the same settings again change nothing. */
  own(settings: Settings, config: SgsConfig | string | undefined): void {
    if (!this.owned) this.borrow(undefined);
    this.settings = settings;
    if (typeof config === 'string' && config.trim()) this.load(config);
    else {
      this.cancel();
      this.apply(typeof config === 'object' ? config : {});
    }
  }

  /** The one way from a view to the store. */
  send(request: ListRequest): void {
    const { store, snapshot, loading } = this;
    if (request.type === 'refresh' && this.failure && loading) {
      this.cancel();
      this.load(loading.url);
      this.host.requestUpdate();
    }
    if (!store || !snapshot) return;
    const { query } = snapshot;
    // Sent again, the same search gives no new snapshot; the person still gets an answer.
    const same = request.type === 'search'
      ? Object.entries(request.filters).every(([name, value]) => query[name as keyof typeof request.filters] === value)
      : !isFiltered(query);
    this.searching ||= request.type === 'search' || request.type === 'reset';
    if (this.searching && same) this.searched(snapshot);
    store.dispatch(request);
  }

  release(): void {
    this.cancel();
    this.off?.();
    if (this.owned) this.store?.dispose();
    this.off = this.store = this.snapshot = undefined;
    this.owned = this.searching = false;
  }

  private cancel(): void {
    this.loading?.abort.abort();
    this.loading = this.failure = undefined;
  }

  private load(text: string): void {
    const url = safeUrl(text) ?? text;
    if (this.loading?.url === url) {
      // Under way, failed, or there: then only the settings are new.
      if (this.loading.config) this.apply(this.loading.config);
      return;
    }
    this.cancel();
    const loading: LoadingConfig = { url, abort: new AbortController() };
    this.loading = loading;
    void loadConfig(url, loading.abort.signal).then((result) => {
      if (this.loading !== loading) return;
      if (result.ok) this.apply((loading.config = result.config));
      else this.fail((this.failure = result.failure));
      this.host.requestUpdate();
    });
  }

  private apply(config: SgsConfig): void {
    if (!this.settings) return;
    const store = this.store ?? createListStore();
    store.configure({ ...this.settings, config });
    if (store !== this.store) this.attach(store, true);
  }

  private attach(store: ListStore, owned: boolean): void {
    this.store = store;
    this.owned = owned;
    this.off = store.subscribe(() => this.read());
    this.read();
  }

  private read(): void {
    const before = this.snapshot;
    const now = this.store?.snapshot;
    if (!now || now === before) return;
    this.snapshot = now;
    this.host.requestUpdate();
    if (this.reports) {
      if (now.report && now.report !== before?.report) {
        this.host.dispatchEvent(new SgsLoadEvent(loadDetail(now.report)));
      }
      const known = before ? failuresOf(before) : [];
      for (const failure of failuresOf(now)) if (!known.includes(failure)) this.fail(failure);
    }
    if (this.searching && !now.busy) this.searched(now);
    this.changed(now);
  }

  private fail(failure: Failure): void {
    const { words } = this.host;
    console.warn(`sgs: ${failure.detail}`);
    announce(words.failure(failure.code), words.tag);
    this.host.dispatchEvent(new SgsErrorEvent(failure));
  }

  private searched({ query, page }: ListSnapshot): void {
    const { words } = this.host;
    this.searching = false;
    announce(page?.total ? words.found(page.total) : words.noResult, words.tag);
    this.host.dispatchEvent(new SgsSearchEvent(query));
  }
}
