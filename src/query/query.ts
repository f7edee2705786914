/** What a list asks its source for. */
import type { Kind } from '../model/kinds.js';
import type { SgsRecord } from '../model/record.js';

/** Fields a list can be sorted by. */
export const SORT_FIELDS = [
  'decidedOn', 'title', 'subjectName', 'documentNumber', 'authority', 'category', 'publicUntil', 'catalogCode', 'basis',
] as const;
export type SortField = (typeof SORT_FIELDS)[number];

/** Sort fields that are ISO dates: compared as they stand, newest first when chosen. The others are texts. */
export const isDateSort = (field: SortField): boolean => field === 'decidedOn' || field === 'publicUntil';

/** What a search could mean that found nothing as it was typed (query/fuzzy). */
export interface FuzzyMatch {
  /**
   * Whether a record has every term, as typed or fuzzily.
   * @param text the record's `searchText`: normalized, its parts apart
   */
  matches(record: SgsRecord, text: string): boolean;
  /** The parts of a text as it is shown that answer the search, normalized. */
  parts(text: string): readonly string[];
}

export interface Query {
  readonly kind: Kind;
  /** Free text: exact substrings over normalized text, separated by spaces, all must occur. */
  readonly q: string;
  /** Exact values; empty: any. `department`: the authority, or the publisher of one of several feeds. */
  readonly category: string;
  readonly department: string;
  /** Four digits of `decidedOn`; empty: any. */
  readonly year: string;
  /** ISO dates, inclusive; empty: open. */
  readonly from: string;
  readonly to: string;
  readonly sort: SortField;
  readonly descending: boolean;
  /** From 1. A page beyond the last is the last one. */
  readonly page: number;
  readonly size: number;
  /** In the place of exact substrings, where those found nothing. */
  readonly fuzzyMatch?: FuzzyMatch | undefined;
}

/** The parts of a query a person fills in. */
export type Filters = Pick<Query, 'q' | 'category' | 'department' | 'year' | 'from' | 'to'>;

export const NO_FILTERS: Filters = { q: '', category: '', department: '', year: '', from: '', to: '' };

/** Whether anything is filtered. */
export const isFiltered = (query: Filters): boolean =>
  (Object.keys(NO_FILTERS) as (keyof Filters)[]).some((key) => query[key] !== '');

/** A whole number from 1 to `most`; what is none is 1. */
export const clamp = (value: number, most: number): number => Math.min(most, Math.max(1, Math.trunc(value) || 1));
