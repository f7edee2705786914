/** What a query gives back. */
import type { SgsRecord } from '../model/record.js';

/** A value of a filter and how many records have it, in the order they are offered. */
export interface Facet {
  readonly value: string;
  readonly count: number;
}

/** What can be filtered by, over all records of a kind. */
export interface Facets {
  readonly category: readonly Facet[];
  readonly department: readonly Facet[];
  readonly year: readonly Facet[];
  /** `YYYY-MM` of the decision, the latest first. */
  readonly month: readonly Facet[];
}

/** The records of one page, cut out of all that match. */
export interface Slice {
  readonly rows: readonly SgsRecord[];
  /** Records that match, on all pages. */
  readonly total: number;
  /** The page shown: the asked one, or the last that exists. From 1; 1 also when nothing matches. */
  readonly page: number;
  readonly pages: number;
  readonly size: number;
}
