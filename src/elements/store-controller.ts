import type { ReactiveControllerHost } from 'lit';
import type { Messages } from '../locale/messages.js';
import type { SgsConfig } from '../model/config.js';
import type { Failure } from '../model/failure.js';
import { importOptional } from '../model/import-optional.js';
import { NO_FILTERS, type Filters } from '../query/query.js';
import { loadConfig, readConfig } from '../feed/config.js';
import { createListStore } from '../state/list-store.js';
import type { ListRequest, ListSettings, ListSnapshot, ListStore } from '../state/list.js';
import { announce } from './announcer.js';
import { SgsErrorEvent, SgsLoadEvent, SgsSearchEvent } from './events.js';
import { loadDetail } from './report.js';
import { staleText } from './views/messages.js';
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
  /** A person has asked to try again, and there is no answer yet. */
  readonly retrying: boolean;
  /**
   * Uses a store that belongs to somebody else, or none.
   * @param reports whether to report what happens to the feed; beside a list, the list does
   */
  useExternalStore(store: ListStore | undefined, reports?: boolean): void;
  /** Uses a store of its own with these settings; the same settings again change nothing. */
  useOwnStore(settings: Omit<ListSettings, 'config'>, config: SgsConfig | string | undefined): void;
  /** @param byPerson whether a person waits for the answer of a refresh */
  send(request: ListRequest, byPerson?: boolean): void;
  release(): void;
}

interface Loading {
  /** An address, or the configuration itself. */
  readonly source: string | SgsConfig;
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
  let retrying = false;
  /** What was announced of the feed last: the same is not said again, unless a person has tried again. */
  let lastState: string | undefined;
  let unsubscribe: (() => void) | undefined;
  let settings: Omit<ListSettings, 'config'>;
  let loading: Loading | undefined;

  const announceState = (text: string | undefined, isFinal = true): void => {
    if (text && (text !== lastState || (retrying && isFinal))) announce(text, host.words.tag);
    lastState = text;
    if (isFinal) retrying = false;
  };

  const report = (reason: Failure): void => {
    console.warn(`sgs: ${reason.detail} ${reason.url ?? ''}`);
    host.dispatchEvent(new SgsErrorEvent(reason));
    if (/\/\/localhost[:/]|[?&]sgs-debug\b/.test(location.href)) {
      const isCurrent = (): boolean => [failure, ...failuresOf(snapshot)].includes(reason);
      void importOptional(() => import('./failure-note.js')).then((module) => module?.showFailure(host, reason, isCurrent));
    }
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
      for (const each of failuresOf(now)) if (!known.includes(each)) report(each);
      // Above an older copy it is no failure: that it is older is what a person has to know.
      const { words } = host;
      const text = now.phase === 'ready' ? staleText(words, now) : now.failure && words.failure(now.failure.code);
      if (!now.busy || now.stale) announceState(text, !now.busy);
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

  /** A configuration is checked before it is believed, wherever it comes from. */
  const load = (given: string | SgsConfig): void => {
    const source = typeof given === 'string' ? safeUrl(given) ?? given : given;
    if (loading?.source === source) {
      // Under way, failed, or there: then only the settings are new.
      if (loading.config) apply(loading.config);
      return;
    }
    cancel();
    const mine: Loading = (loading = { source, abort: new AbortController() });
    const reading = typeof source === 'string' ? loadConfig(source, mine.abort.signal) : readConfig(source);
    void reading.then((result) => {
      if (loading !== mine) return;
      if (result.ok) apply((mine.config = result.config));
      else {
        report((failure = result.failure));
        announceState(host.words.failure(failure.code));
      }
      host.requestUpdate();
    });
  };

  const release = (): void => {
    cancel();
    unsubscribe?.();
    if (owned) store?.dispose();
    unsubscribe = store = snapshot = undefined;
    owned = searching = retrying = false;
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
    get retrying() {
      return retrying;
    },
    useExternalStore,
    useOwnStore(given, config) {
      if (!owned) useExternalStore(undefined);
      settings = given;
      if (typeof config === 'object' || config?.trim()) load(config);
      else {
        cancel();
        apply({});
      }
    },
    send(request, byPerson) {
      const { type } = request;
      if (type === 'refresh' && byPerson) {
        const { words } = host;
        retrying = true;
        announce(words.loading, words.tag, 0);
        host.requestUpdate();
      }
      if (type === 'refresh' && failure && loading) {
        const { source } = loading;
        cancel();
        load(source);
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
