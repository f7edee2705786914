/** The door between data and views: a list never holds all records, it asks for a page. */
import type { Kind } from '../model/kinds.js';
import type { SgsRecord } from '../model/record.js';
import type { Query } from '../query/query.js';

/** A value of a filter and how many records have it, in the order they are offered. */
export interface Facet {
  readonly value: string;
  readonly count: number;
}

export interface Page {
  readonly rows: readonly SgsRecord[];
  /** Records that match, on all pages. */
  readonly total: number;
  /** The page shown: the asked one, or the last that exists. From 1; 1 also when nothing matches. */
  readonly page: number;
  readonly pages: number;
  readonly size: number;
  /** False while records are still arriving: `total` counts what is here. */
  readonly complete: boolean;
}

/** What can be filtered by, over all records of a kind. */
export interface Facets {
  readonly category: readonly Facet[];
  readonly department: readonly Facet[];
  readonly year: readonly Facet[];
}

export interface RecordSource {
  query(query: Query, signal?: AbortSignal): Promise<Page>;
  get(id: string, signal?: AbortSignal): Promise<SgsRecord | undefined>;
  facets(kind: Kind, signal?: AbortSignal): Promise<Facets>;
  /** Records of each kind that are here. */
  counts(): Promise<Readonly<Record<Kind, number>>>;
}
