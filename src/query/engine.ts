/**
 * The in-memory engine: exact substrings, filters, orders, facets. Pure, without DOM, so that it runs in Node and in a
 * worker unchanged. Records of each kind are kept apart, since a query asks for one kind.
 */
import { KINDS, type Kind } from '../model/kinds.js';
import type { SgsRecord } from '../model/record.js';
import { foldText, SEPARATOR, terms } from './fold.js';
import type { Facet, Facets, Slice } from './page.js';
import { clamp, isDateSort, type Query, type SortField } from './query.js';

/** A record, and what has been worked out about it. */
interface Entry {
  readonly record: SgsRecord;
  /** Its position among those of its kind: the order in which they came. */
  readonly at: number;
  text?: string;
}
type Compare = (a: Entry, b: Entry) => number;
type Counts = Map<string, number>;

let pinyin: ((a: string, b: string) => number) | undefined;
/** Pinyin order, numbers by value (2号 before 10号). Made when first needed: it is slow to make. */
export const byPinyin = () => (pinyin ||= new Intl.Collator('zh-Hans-CN-u-co-pinyin', { numeric: true }).compare);

export const byCode = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export const dateOf = ({ decidedOn }: SgsRecord): string => decidedOn || '';

export const sortKey = (record: SgsRecord, field: SortField): string =>
  field === 'category' ? record.category.join('、') : record[field] || '';

/** The year a record is filtered by. An item of a yearly list (目录) has no decision but a year. */
export function yearOf(record: SgsRecord): string {
  const text = dateOf(record) || record.year || '';
  return /^\d{4}/.test(text) ? text.slice(0, 4) : '';
}

/** Everything of a record that is searched: its shown texts, each once and folded, none of them running into the next. */
export function searchText(record: SgsRecord): string {
  const texts = new Set(record.category);
  let key: keyof SgsRecord;
  for (key in record) {
    const value = record[key];
    if (typeof value === 'string' && !/^(id|kind|status)$/.test(key)) texts.add(value);
  }
  for (const { value } of record.extra) texts.add(value);
  return foldText([...texts].join(SEPARATOR));
}

const textOf = (entry: Entry): string => (entry.text ||= searchText(entry.record));

function comparator(field: SortField, descending: boolean): Compare {
  const compare = isDateSort(field) ? byCode : byPinyin();
  return (a, b) => {
    const x = sortKey(a.record, field);
    const y = sortKey(b.record, field);
    // What has no value comes last, whichever way the list is turned.
    return (x && y ? (descending ? compare(y, x) : compare(x, y)) : byCode(y, x))
      || byCode(dateOf(b.record), dateOf(a.record))
      || a.at - b.at;
  };
}

// Pinyin is slow to make: the first rows need not wait for the order of what is as frequent as something else.
const mostFirst = (a: Facet, b: Facet): number => b.count - a.count || byCode(a.value, b.value);
const latestFirst = (a: Facet, b: Facet): number => byCode(b.value, a.value);

/** Counts what can be filtered by. */
export function createFacets() {
  const counts: Readonly<Record<keyof Facets, Counts>> = { category: new Map(), department: new Map(), year: new Map(), month: new Map() };
  const facetsOf = (name: keyof Facets, compare: (a: Facet, b: Facet) => number): readonly Facet[] =>
    Array.from(counts[name], ([value, count]) => ({ value, count })).sort(compare);

  return {
    add(name: keyof Facets, value: string | undefined, count = 1): void {
      if (value) counts[name].set(value, (counts[name].get(value) || 0) + count);
    },

    facets: (): Facets => ({
      category: facetsOf('category', mostFirst),
      department: facetsOf('department', mostFirst),
      year: facetsOf('year', latestFirst),
      month: facetsOf('month', latestFirst),
    }),
  };
}

/** The records of one kind. */
function createBucket() {
  const entries: Entry[] = [];
  const orders = new Map<string, Entry[]>();
  const counted = createFacets();
  let lastKey: string | undefined;
  let lastFound: readonly Entry[];
  let facets: Facets | undefined;

  /** All records in an order; records that came since the last time are merged in. */
  const ordered = (field: SortField, descending: boolean): readonly Entry[] => {
    const key = field + String(descending);
    let order = orders.get(key) || [];
    if (order.length < entries.length) {
      // Sorting finds what is in order already: feeds mostly come newest first, and the last time's order is one.
      order = order.concat(entries.slice(order.length)).sort(comparator(field, descending));
      orders.set(key, order);
    }
    return order;
  };

  return {
    entries,

    add(record: SgsRecord): Entry {
      const entry = { record, at: entries.length };
      entries.push(entry);
      new Set(record.category).forEach((value) => counted.add('category', value));
      // Where several feeds are one list, who publishes is a department too.
      new Set([record.authority, record.feedName]).forEach((value) => counted.add('department', value));
      counted.add('year', yearOf(record));
      counted.add('month', dateOf(record).slice(0, 7));
      lastKey = facets = undefined;
      return entry;
    },

    /** All records that match, in the query's order. */
    find({ q, category, department, year, from, to, sort, descending, guess }: Query): readonly Entry[] {
      const key = JSON.stringify([q, category, department, year, from, to, sort, descending, !guess]);
      if (key !== lastKey) {
        const words = terms(q);
        lastKey = key;
        lastFound = ordered(sort, descending).filter((entry) => {
          // What is not filtered by is not looked at: most of the time goes into fetching records from memory.
          const { record } = entry;
          return (!category || record.category.includes(category))
            && (!department || record.authority === department || record.feedName === department)
            && (!year || yearOf(record) === year)
            && (!from || dateOf(record) >= from)
            && (!to || (record.decidedOn || to + '9') <= to)
            // The scan over texts comes last, for those that are still in question.
            && (guess ? guess.matches(record, textOf(entry)) : words.every((word) => textOf(entry).includes(word)));
        });
      }
      return lastFound;
    },

    facets: (): Facets => (facets ||= counted.facets()),
  };
}

const recordOf = ({ record }: Entry): SgsRecord => record;

export type Engine = ReturnType<typeof createEngine>;

export function createEngine() {
  const buckets = new Map(KINDS.map((kind) => [kind, createBucket()]));
  const ids = new Map<string, Entry>();
  /** Goes on with records that come after it was made, too. */
  const cold = ids.values();
  const bucket = (kind: Kind) => buckets.get(kind) as ReturnType<typeof createBucket>;

  return {
    /** Adds a record behind those that are there. Its id must be new. */
    add: (record: SgsRecord): void => void ids.set(record.id, bucket(record.kind).add(record)),

    /** Prepares up to `limit` records for searching, so that the first search is as fast as the others; false when all are. */
    warm(limit: number): boolean {
      for (; limit > 0; limit--) {
        const { value } = cold.next();
        if (!value) return false;
        textOf(value);
      }
      return true;
    },

    page(query: Query): Slice {
      const found = bucket(query.kind).find(query);
      const total = found.length;
      const size = clamp(query.size, Infinity);
      const pages = clamp(Math.ceil(total / size), Infinity);
      const page = clamp(query.page, pages);
      return { rows: found.slice((page - 1) * size, page * size).map(recordOf), total, page, pages, size };
    },

    /** Every record that matches, in order. */
    all: (query: Query): readonly SgsRecord[] => bucket(query.kind).find(query).map(recordOf),

    get: (id: string): SgsRecord | undefined => ids.get(id)?.record,

    facets: (kind: Kind): Facets => bucket(kind).facets(),

    counts(): Record<Kind, number> {
      const counts = {} as Record<Kind, number>;
      buckets.forEach(({ entries }, kind) => (counts[kind] = entries.length));
      return counts;
    },
  };
}
