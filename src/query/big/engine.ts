/**
 * The engine for feeds that are too big to be kept as objects: the same answers as the simple one (query/engine.ts), from
 * a fifth of the memory. It works in slices and lets others run between them, so that it may run in a worker or in a page.
 */
import { KINDS, type Kind } from '../../model/kinds.js';
import type { SgsRecord } from '../../model/record.js';
import type { Facets } from '../page.js';
import type { Query } from '../query.js';
import { Bucket, type BigSlice } from './bucket.js';
import type { YieldIfDue } from './column.js';
import { Ids } from './ids.js';

export interface BigOptions {
  /** Rows of a segment, a multiple of 32. */
  readonly segment?: number;
  readonly yieldIfDue?: YieldIfDue;
}

export type BigEngine = ReturnType<typeof createBigEngine>;

export function createBigEngine({ segment = 1024, yieldIfDue = () => undefined }: BigOptions = {}) {
  const buckets = KINDS.map(() => new Bucket(segment, yieldIfDue));
  const ids = new Ids();
  const bucketOf = (kind: Kind): Bucket => buckets[KINDS.indexOf(kind)] as Bucket;

  return {
    /** Adds a record behind those that are there. Its id must be new. */
    add(record: SgsRecord): void {
      ids.add(record.id, KINDS.indexOf(record.kind), bucketOf(record.kind).add(record));
    },

    /** Whether a record has this id. */
    has: (id: string): boolean => ids.find(id) !== undefined,

    /**
     * Indexes a segment that has none yet, for some milliseconds; false where nothing is left to do.
     * @param complete whether no more records are expected
     */
    indexPending: (complete = false): boolean => buckets.some((bucket) => bucket.indexNext(complete)),

    /** @param firstRowsDue resolves when the first rows are wanted, even if not all have been counted */
    page: (query: Query, firstRowsDue?: () => Promise<void>): Promise<BigSlice> => bucketOf(query.kind).page(query, firstRowsDue),

    get(id: string): SgsRecord | undefined {
      const location = ids.find(id);
      const record = location && (buckets[location[0]] as Bucket).record(location[1]);
      return record?.id === id ? record : undefined;
    },

    facets: (kind: Kind): Facets => bucketOf(kind).facets(),

    counts(): Record<Kind, number> {
      const counts = {} as Record<Kind, number>;
      buckets.forEach(({ length }, kind) => (counts[KINDS[kind] as Kind] = length));
      return counts;
    },

    /** Every record, kind by kind. */
    *records(): Generator<SgsRecord, void, undefined> {
      for (const bucket of buckets) for (let row = 0; row < bucket.length; row++) yield bucket.record(row);
    },
  };
}
