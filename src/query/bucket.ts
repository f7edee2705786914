/** The records of one kind, in memory: found, filtered and put in order. */
import type { SgsRecord } from '../model/record.js';
import { compareCodeUnits, pinyinOrder, type Compare } from './compare.js';
import { createFacetCounter } from './facets.js';
import { createFilter } from './filter.js';
import { terms } from './normalize.js';
import type { Facets } from './page.js';
import { isDateSort, type Query, type SortField } from './query.js';
import { decisionDate, searchText, sortKey } from './record-values.js';

/** A record, and what has been worked out about it. */
export interface Entry {
  readonly record: SgsRecord;
  /** Its position among those of its kind: the order in which they came. */
  readonly at: number;
  text?: string;
}

/** The record's `searchText`, normalized once. */
export const entryText = (entry: Entry): string => (entry.text ??= searchText(entry.record));

function entryOrder(field: SortField, descending: boolean): Compare<Entry> {
  const compare = isDateSort(field) ? compareCodeUnits : pinyinOrder();
  return (a, b) => {
    const x = sortKey(a.record, field);
    const y = sortKey(b.record, field);
    // What has no value comes last, whichever way the list is turned.
    return (x && y ? (descending ? compare(y, x) : compare(x, y)) : compareCodeUnits(y, x))
      || compareCodeUnits(decisionDate(b.record), decisionDate(a.record))
      || a.at - b.at;
  };
}

export type Bucket = ReturnType<typeof createBucket>;

export function createBucket() {
  const entries: Entry[] = [];
  const orders = new Map<string, Entry[]>();
  const counter = createFacetCounter();
  let lastKey: string | undefined;
  let lastFound: readonly Entry[] = [];
  let facets: Facets | undefined;

  /** All records in an order; records that came since the last time are merged in. */
  const ordered = (field: SortField, descending: boolean): readonly Entry[] => {
    const key = field + String(descending);
    let order = orders.get(key) ?? [];
    if (order.length < entries.length) {
      // Sorting finds what is in order already: feeds mostly come newest first, and the last time's order is one.
      order = order.concat(entries.slice(order.length)).sort(entryOrder(field, descending));
      orders.set(key, order);
    }
    return order;
  };

  const search = (query: Query): readonly Entry[] => {
    const { fuzzyMatch } = query;
    const words = terms(query.q);
    const passes = createFilter(query);
    // The scan over texts comes last, for those that are still in question.
    return ordered(query.sort, query.descending).filter((entry) => passes(entry.record)
      && (fuzzyMatch ? fuzzyMatch.matches(entry.record, entryText(entry)) : words.every((word) => entryText(entry).includes(word))));
  };

  return {
    entries,

    add(record: SgsRecord): Entry {
      const entry = { record, at: entries.length };
      entries.push(entry);
      counter.addRecord(record);
      lastKey = facets = undefined;
      return entry;
    },

    /** All records that match, in the query's order. The last answer is kept: pages are turned more often than searches change. */
    find(query: Query): readonly Entry[] {
      const { q, category, department, year, from, to, sort, descending, fuzzyMatch } = query;
      const key = JSON.stringify([q, category, department, year, from, to, sort, descending, !fuzzyMatch]);
      if (key !== lastKey) {
        lastFound = search(query);
        lastKey = key;
      }
      return lastFound;
    },

    facets: (): Facets => (facets ??= counter.facets()),
  };
}
