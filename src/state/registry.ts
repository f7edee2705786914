/**
 * What all elements of one page share: feeds that are loaded once, and lists that search boxes and details find,
 * wherever they stand and in whatever order they come.
 */
import { VERSION } from '../model/version.js';
import { Emitter } from './emitter.js';
import type { FeedStore } from './feed-store.js';
import type { ListStore } from './list.js';

/** A list on the page, as others look for it. */
export interface ListEntry {
  /** The element's id now; empty when it has none. */
  readonly id: () => string;
  /** The list's feed now: its absolute addresses, joined by spaces. */
  readonly feed: () => string;
  readonly store: ListStore;
  /** The list element itself. */
  readonly host: object;
}

interface Shared {
  readonly store: FeedStore;
  users: number;
}

/** What one version of the script keeps for one page. */
class Registry {
  readonly feeds = new Map<string, Shared>();
  readonly lists = new Set<ListEntry>();
  readonly changes = new Emitter();
  /** Prefixes of address parameters in use. */
  readonly urlKeys = new Set<string>();
}

const KEY = Symbol.for('sgs.registry@1');

/** Copies of the same version share one registry; of different versions each has its own, for their parts may not fit. */
function registry(): Registry {
  const holder = globalThis as { [KEY]?: Map<string, Registry> };
  const versions = (holder[KEY] ??= new Map<string, Registry>());
  let own = versions.get(VERSION);
  if (!own) versions.set(VERSION, (own = new Registry()));
  return own;
}

/** The store of a feed, made by `create` unless somebody uses it already. Every acquire needs its release. */
export function acquireFeed(key: string, create: () => FeedStore): FeedStore {
  const { feeds } = registry();
  let shared = feeds.get(key);
  if (!shared) feeds.set(key, (shared = { store: create(), users: 0 }));
  shared.users++;
  return shared.store;
}

/** Lets go of a feed. It is disposed of a moment after its last user, so that an element can be moved in the page. */
export function releaseFeed(key: string): void {
  const { feeds } = registry();
  const shared = feeds.get(key);
  if (!shared || --shared.users > 0) return;
  setTimeout(() => {
    if (shared.users > 0 || feeds.get(key) !== shared) return;
    feeds.delete(key);
    shared.store.dispose();
  });
}

/** Makes a list known; call what it returns when the list leaves the page. */
export function registerList(entry: ListEntry): () => void {
  const { lists } = registry();
  lists.add(entry);
  listsChanged();
  return () => {
    if (lists.delete(entry)) listsChanged();
  };
}

/** Call it when a list's id or feed has changed. */
export const listsChanged = (): void => registry().changes.emit();

/** Calls back whenever `findList` may give another answer, until the returned function is called. */
export const onListsChange = (listener: () => void): (() => void) => registry().changes.on(listener);

/**
 * The list an element belongs to: the one with the id `for`; without it the one with the same feed, else the page's
 * only list. A `for` that names no list (yet) finds none.
 */
export function findList(wanted: { readonly for?: string; readonly feed?: string }): ListEntry | undefined {
  const all = [...registry().lists];
  if (wanted.for) return all.find((list) => list.id() === wanted.for);
  const same = wanted.feed ? all.find((list) => list.feed() === wanted.feed) : undefined;
  return same ?? (all.length === 1 ? all[0] : undefined);
}

/**
 * A prefix for a list's address parameters that no other list of the page uses: the wanted one, else with a number
 * (`sgs2`), in the order in which the lists come. Give it back with `releaseUrlKey`.
 */
export function claimUrlKey(wanted: string): string {
  const { urlKeys } = registry();
  let key = wanted;
  for (let n = 2; urlKeys.has(key); n++) key = wanted + String(n);
  urlKeys.add(key);
  return key;
}

export const releaseUrlKey = (key: string): void => void registry().urlKeys.delete(key);
