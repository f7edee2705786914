/**
 * The door between state and views: views send requests, the store alone changes state, views get frozen snapshots.
 */
import type { Failure } from '../model/failure.js';
import type { Kind } from '../model/kinds.js';
import type { SgsRecord } from '../model/record.js';
import type { SgsConfig } from '../model/config.js';
import type { Filters, FuzzyMatch, Query, SortField } from '../query/query.js';
import type { Facets, Page, RecordSource } from '../source/source.js';
import type { FeedMeta, FeedReport } from '../feed/feed.js';

/** `idle`: no feed yet. `loading`: nothing to show yet. `ready`: a page is there. `error`: nothing to show, `failure` says why. */
export type Phase = 'idle' | 'loading' | 'ready' | 'error';

/** A record beside the open one, and the page of the result that it stands on. */
export interface Neighbour {
  readonly record: SgsRecord;
  readonly page: number;
}

export interface ListSnapshot {
  readonly phase: Phase;
  /** Kinds that make tabs, in order; one kind makes none. */
  readonly kinds: readonly Kind[];
  readonly query: Query;
  /** Present when `phase` is `ready`. */
  readonly page?: Page;
  /** Where counting them is work for a portal: once somebody wants them. */
  readonly facets?: Facets;
  readonly counts?: Readonly<Partial<Record<Kind, number>>>;
  /** While a search is on: how many of each kind it finds, as far as that is known. */
  readonly hits?: Readonly<Partial<Record<Kind, number>>>;
  /** Where nothing matches in this kind: the other kinds on show in which the same search finds something. */
  readonly elsewhere?: readonly { readonly kind: Kind; readonly total: number }[];
  /** Nothing matches as typed: what is shown is what the search could mean instead. */
  readonly fuzzyMatch?: FuzzyMatch | undefined;
  /** The record that is open. `null`: its id is not (or no longer) in the feed. */
  readonly opened?: SgsRecord | null;
  /** Those before and after the open record in the result. */
  readonly neighbours?: readonly [previous?: Neighbour | undefined, next?: Neighbour | undefined];
  /** True while a search, a page or a refresh is under way. */
  readonly busy: boolean;
  readonly failure?: Failure;
  /** Every feed that failed, where several are read as one; `failure` is the first. */
  readonly failures?: readonly Failure[];
  /** What is shown is the last good copy, of this ISO date (or date-time). */
  readonly stale?: string;
  readonly meta: FeedMeta;
  readonly report?: FeedReport;
  readonly config: SgsConfig;
}

/** Settings that come from an element's attributes. */
export interface ListSettings {
  /** Absolute addresses. */
  readonly feed: readonly string[];
  readonly config: SgsConfig;
  readonly kinds: readonly Kind[];
  readonly size: number;
  readonly sort: SortField;
  readonly descending: boolean;
  /** What the attributes filter by before a person or the address says otherwise. */
  readonly filters: Filters;
  /** Prefix of the address parameters; empty: the address is left alone. */
  readonly urlKey: string;
}

export type ListRequest =
  | { readonly type: 'kind'; readonly kind: Kind }
  /** `live`: while typing; the address is replaced, not pushed. */
  | { readonly type: 'search'; readonly filters: Partial<Filters>; readonly live?: boolean }
  | { readonly type: 'reset' }
  | { readonly type: 'sort'; readonly field: SortField }
  | { readonly type: 'page'; readonly page: number }
  | { readonly type: 'size'; readonly size: number }
  /** `page`: the one the record stands on, where that is another. */
  | { readonly type: 'open'; readonly id: string; readonly page?: number }
  | { readonly type: 'close' }
  | { readonly type: 'refresh' };

export interface ListStore {
  readonly snapshot: ListSnapshot;
  /** Calls back after every change, until the returned function is called. */
  subscribe(listener: () => void): () => void;
  dispatch(request: ListRequest): void;
  /** New settings; the same settings change nothing. */
  configure(settings: ListSettings): void;
  /** The address of the page as it would be after a request, for real links; undefined when the address is left alone. */
  href(request: ListRequest): string | undefined;
  /** Somebody shows the values of the filters; of a source that has them at hand they are there anyway. */
  wantFacets(): void;
  /** Where the records are; undefined before there are any. */
  readonly source?: RecordSource | undefined;
  /** Every record of the current result, in order, for print. */
  all(signal?: AbortSignal): Promise<readonly SgsRecord[]>;
  /** Stops listening to the address and lets go of the feed. */
  dispose(): void;
}
