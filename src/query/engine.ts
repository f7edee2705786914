/**
 * The in-memory engine: exact substrings, filters, orders, facets. Pure, without DOM, so that it runs in Node and in a
 * worker unchanged. Records of each kind are kept apart, since a query asks for one kind.
 */
import { KINDS, type Kind } from '../model/kinds.js';
import type { SgsRecord } from '../model/record.js';
import { createBucket, entryText, type Bucket, type Entry } from './bucket.js';
import type { Facets, Slice } from './page.js';
import { clamp, type Query } from './query.js';

const recordOf = ({ record }: Entry): SgsRecord => record;

export type Engine = ReturnType<typeof createEngine>;

export function createEngine() {
  const buckets = new Map(KINDS.map((kind) => [kind, createBucket()]));
  const entries = new Map<string, Entry>();
  /** Goes on with records that come after it was made, too. */
  const unprepared = entries.values();
  const bucketOf = (kind: Kind): Bucket => buckets.get(kind) as Bucket;

  return {
    /** Adds a record behind those that are there. Its id must be new. */
    add: (record: SgsRecord): void => void entries.set(record.id, bucketOf(record.kind).add(record)),

    /** Prepares up to `limit` records for searching, so that the first search is as fast as the others; false when all are. */
    warm(limit: number): boolean {
      for (let count = 0; count < limit; count++) {
        const { value } = unprepared.next();
        if (!value) return false;
        entryText(value);
      }
      return true;
    },

    page(query: Query): Slice {
      const found = bucketOf(query.kind).find(query);
      const total = found.length;
      const size = clamp(query.size, Infinity);
      const pages = clamp(Math.ceil(total / size), Infinity);
      const page = clamp(query.page, pages);
      return { rows: found.slice((page - 1) * size, page * size).map(recordOf), total, page, pages, size };
    },

    /** Every record that matches, in order. */
    all: (query: Query): readonly SgsRecord[] => bucketOf(query.kind).find(query).map(recordOf),

    records: (): readonly SgsRecord[] => [...entries.values()].map(recordOf),

    get: (id: string): SgsRecord | undefined => entries.get(id)?.record,

    facets: (kind: Kind): Facets => bucketOf(kind).facets(),

    counts(): Record<Kind, number> {
      const counts = {} as Record<Kind, number>;
      buckets.forEach((bucket, kind) => (counts[kind] = bucket.entries.length));
      return counts;
    },
  };
}
