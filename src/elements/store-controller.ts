import type { ReactiveControllerHost } from 'lit';
import type { Messages } from '../locale/messages.js';
import type { SgsConfig } from '../model/config.js';
import type { Failure } from '../model/failure.js';
import { NO_FILTERS, type Filters } from '../query/query.js';
import { loadConfig } from '../feed/config.js';
import { createListStore } from '../state/list-store.js';
import type { ListRequest, ListSettings, ListSnapshot, ListStore } from '../state/list.js';
import { announce } from './announcer.js';
import { SgsErrorEvent, SgsLoadEvent, SgsSearchEvent } from './events.js';
import { loadDetail } from './report.js';
import { safeUrl } from './views/view.js';

export interface StoreHost extends ReactiveControllerHost, HTMLElement {
  readonly words: Messages;
}

/**
 * An element's tie to its store: made from its settings, or somebody else's; let go when the element leaves the page. It sends
 * requests, and tells the page, the person and the webmaster what came of them.
 */
export interface StoreController {
  readonly store: ListStore | undefined;
  readonly snapshot: ListSnapshot | undefined;
  /** Why the configuration could not be read. */
  readonly failure: Failure | undefined;
  /**
   * Uses a store that belongs to somebody else, or none.
   * @param reports whether to report what happens to the feed; beside a list, the list does
   */
  useExternalStore(store: ListStore | undefined, reports?: boolean): void;
  /** Uses a store of its own with these settings; the same settings again change nothing. */
  useOwnStore(settings: Omit<ListSettings, 'config'>, config: SgsConfig | string | undefined): void;
  send(request: ListRequest): void;
  release(): void;
}

interface Loading {
  readonly url: string;
  readonly abort: AbortController;
  config?: SgsConfig;
}

const failuresOf = (snapshot: ListSnapshot | undefined): readonly Failure[] =>
  snapshot?.failures ?? (snapshot?.failure ? [snapshot.failure] : []);

/** @param onSnapshot is called after every new snapshot */
export function storeController(host: StoreHost, onSnapshot: (now: ListSnapshot) => void): StoreController {
  let store: ListStore | undefined;
  let snapshot: ListSnapshot | undefined;
  let failure: Failure | undefined;
  let owned = false;
  let reporting = true;
  /** A search has been sent and not been answered. */
  let searching = false;
  let unsubscribe: (() => void) | undefined;
  let settings: Omit<ListSettings, 'config'>;
  let loading: Loading | undefined;

  const fail = (reason: Failure): void => {
    const { words } = host;
    console.warn(`sgs: ${reason.detail}`);
    announce(words.failure(reason.code), words.tag);
    host.dispatchEvent(new SgsErrorEvent(reason));
  };

  const answer = ({ query, page }: ListSnapshot): void => {
    const { words } = host;
    searching = false;
    announce(page?.total ? words.found(page.total) : words.noResult, words.tag);
    host.dispatchEvent(new SgsSearchEvent(query));
  };

  const read = (): void => {
    const before = snapshot;
    const now = store?.snapshot;
    if (!now || now === before) return;
    snapshot = now;
    host.requestUpdate();
    if (reporting) {
      if (now.report && now.report !== before?.report) host.dispatchEvent(new SgsLoadEvent(loadDetail(now.report)));
      const known = failuresOf(before);
      for (const each of failuresOf(now)) if (!known.includes(each)) fail(each);
    }
    if (searching && !now.busy) answer(now);
    onSnapshot(now);
  };

  const attach = (given: ListStore, isOwn: boolean): void => {
    store = given;
    owned = isOwn;
    unsubscribe = given.subscribe(read);
    read();
  };

  const apply = (config: SgsConfig): void => {
    const given = store ?? createListStore();
    given.configure({ ...settings, config });
    if (!store) attach(given, true);
  };

  const cancel = (): void => {
    loading?.abort.abort();
    loading = failure = undefined;
  };

  const load = (text: string): void => {
    const url = safeUrl(text) ?? text;
    if (loading?.url === url) {
      // Under way, failed, or there: then only the settings are new.
      if (loading.config) apply(loading.config);
      return;
    }
    cancel();
    const mine: Loading = (loading = { url, abort: new AbortController() });
    void loadConfig(url, mine.abort.signal).then((result) => {
      if (loading !== mine) return;
      if (result.ok) apply((mine.config = result.config));
      else fail((failure = result.failure));
      host.requestUpdate();
    });
  };

  const release = (): void => {
    cancel();
    unsubscribe?.();
    if (owned) store?.dispose();
    unsubscribe = store = snapshot = undefined;
    owned = searching = false;
  };

  const useExternalStore = (given: ListStore | undefined, reports = true): void => {
    reporting = reports;
    if (store === given && !owned) return;
    release();
    if (given) attach(given, false);
  };

  return {
    get store() {
      return store;
    },
    get snapshot() {
      return snapshot;
    },
    get failure() {
      return failure;
    },
    useExternalStore,
    useOwnStore(given, config) {
      if (!owned) useExternalStore(undefined);
      settings = given;
      if (typeof config === 'string' && config.trim()) load(config);
      else {
        cancel();
        apply(typeof config === 'object' ? config : {});
      }
    },
    send(request) {
      const { type } = request;
      if (type === 'refresh' && failure && loading) {
        const { url } = loading;
        cancel();
        load(url);
        host.requestUpdate();
      }
      if (!store || !snapshot) return;
      const { query } = snapshot;
      if (type === 'search' || type === 'reset') {
        searching = true;
        // Sent again, the same search gives no new snapshot; the person still gets an answer.
        const next = type === 'reset' ? NO_FILTERS : request.filters;
        if (!Object.entries(next).some(([name, value]) => query[name as keyof Filters] !== value)) answer(snapshot);
      }
      store.dispatch(request);
    },
    release,
  };
}
