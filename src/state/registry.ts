/**
 * What all elements of one page share: feeds that are loaded once, and lists that search boxes and details find,
 * wherever they stand and in whatever order they come.
 */
import { VERSION } from '../model/version.js';
import { createEmitter } from './emitter.js';
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

/** What one version of the script keeps for one page. */
const create = () => ({
  /** With the number of their users. */
  feeds: new Map<string, [store: FeedStore, users: number]>(),
  lists: new Set<ListEntry>(),
  changes: createEmitter(),
  /** Prefixes of address parameters in use. */
  keys: new Set<string>(),
});

/** Copies of the same version share one registry; of different versions each has its own, for their parts may not fit. */
const KEY = Symbol.for('sgs.registry@' + VERSION);
const { feeds, lists, changes, keys } = ((globalThis as { [KEY]?: ReturnType<typeof create> })[KEY] ??= create());

/** The store of a feed, made by `make` unless somebody uses it already. Every acquire needs its release. */
export function acquireFeed(key: string, make: () => FeedStore): FeedStore {
  const shared = feeds.get(key) ?? [make(), 0];
  feeds.set(key, shared);
  shared[1]++;
  return shared[0];
}

/** Lets go of a feed. It is disposed of a moment after its last user, so that an element can be moved in the page. */
export function releaseFeed(key: string): void {
  const shared = feeds.get(key);
  if (!shared) return;
  shared[1]--;
  setTimeout(() => {
    if (shared[1] > 0 || feeds.get(key) !== shared) return;
    feeds.delete(key);
    shared[0].dispose();
  });
}

/** Makes a list known; call what it returns when the list leaves the page. */
export function registerList(entry: ListEntry): () => void {
  lists.add(entry);
  changes.emit();
  return () => {
    if (lists.delete(entry)) changes.emit();
  };
}

/** Call it when a list's id or feed has changed. */
export const listsChanged = changes.emit;

/** Calls back whenever `findList` may give another answer, until the returned function is called. */
export const onListsChange = changes.on;

/**
 * The list an element belongs to: the one with the id `for`; without it the one with the same feed, else the page's
 * only list. A `for` that names no list (yet) finds none.
 */
export function findList(wanted: { readonly for?: string; readonly feed?: string }): ListEntry | undefined {
  const all = [...lists];
  if (wanted.for) return all.find((list) => list.id() === wanted.for);
  return (wanted.feed ? all.find((list) => list.feed() === wanted.feed) : undefined) ?? (all.length === 1 ? all[0] : undefined);
}

/**
 * A prefix for a list's address parameters that no other list of the page uses: the wanted one, else with a number
 * (`sgs2`), in the order in which the lists come. Give it back with `releaseUrlKey`.
 */
export function claimUrlKey(wanted: string): string {
  let key = wanted;
  for (let n = 2; keys.has(key); n++) key = wanted + String(n);
  keys.add(key);
  return key;
}

/** The prefixes that lists on this page write their view under. */
export const claimedUrlKeys = (): readonly string[] => [...keys];

export const releaseUrlKey = (key: string): void => void keys.delete(key);
