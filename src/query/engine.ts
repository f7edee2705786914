/**
 * The in-memory engine: exact substrings, filters, orders, facets. Pure, without DOM, so that it runs in Node and in a
 * worker unchanged. Records of each kind are kept apart, since a query asks for one kind.
 */
import { KINDS, type Kind } from '../model/kinds.js';
import type { SgsRecord } from '../model/record.js';
import { foldText, SEPARATOR, terms } from './fold.js';
import type { Facet, Facets, Slice } from './page.js';
import { isDateSort, type Query, type SortField } from './query.js';

/** Records are meant by their position among those of their kind: the order in which they came. */
type Compare = (a: number, b: number) => number;
type Test = (record: SgsRecord, position: number) => boolean;

let chinese: Intl.Collator | undefined;
/** Pinyin order, numbers by value (2号 before 10号). Made when first needed: it is slow to make. */
const collator = (): Intl.Collator => (chinese ??= new Intl.Collator('zh-Hans-CN-u-co-pinyin', { numeric: true }));

const byCode = (a: string, b: string): number => (a < b ? -1 : 1);

const sortKey = (record: SgsRecord, field: SortField): string =>
  field === 'category' ? record.category.join('、') : record[field] ?? '';

/** The year a record is filtered by. An item of a yearly list (目录) has no decision but a year. */
export const yearOf = (record: SgsRecord): string => /^\d{4}/.exec(record.decidedOn ?? record.year ?? '')?.[0] ?? '';

const UNSEARCHED: ReadonlySet<string> = new Set(['id', 'kind', 'status', 'title']);

/** Everything of a record that is searched: its shown texts, folded, none of them running into the next. */
export function searchText(record: SgsRecord): string {
  const texts: string[] = [...record.category];
  for (const key of Object.keys(record) as (keyof SgsRecord)[]) {
    const value = record[key];
    if (typeof value === 'string' && !UNSEARCHED.has(key)) texts.push(value);
  }
  for (const { value } of record.extra) texts.push(value);
  // A title is mostly one of the fields above.
  if (!texts.includes(record.title)) texts.push(record.title);
  return foldText(texts.join(SEPARATOR));
}

/** Two sorted lists as one sorted list. */
function merge(old: readonly number[], fresh: readonly number[], compare: Compare): readonly number[] {
  const last = old[old.length - 1];
  // Feeds mostly come newest first already.
  if (last === undefined || compare(last, fresh[0] as number) < 0) return old.concat(fresh);
  const merged: number[] = [];
  let a = 0;
  let b = 0;
  while (a < old.length && b < fresh.length) {
    const x = old[a] as number;
    const y = fresh[b] as number;
    if (compare(x, y) < 0) {
      merged.push(x);
      a++;
    } else {
      merged.push(y);
      b++;
    }
  }
  return merged.concat(old.slice(a), fresh.slice(b));
}

/** How often each value occurs, counted as records arrive. */
class Tally {
  private readonly counts = new Map<string, number>();

  add(value: string): void {
    if (value) this.counts.set(value, (this.counts.get(value) ?? 0) + 1);
  }

  list(compare: (a: Facet, b: Facet) => number): readonly Facet[] {
    return [...this.counts].map(([value, count]) => ({ value, count })).sort(compare);
  }
}

const mostFirst = (a: Facet, b: Facet): number => b.count - a.count || collator().compare(a.value, b.value);
const latestFirst = (a: Facet, b: Facet): number => byCode(b.value, a.value);

/** The records of one kind, and what has been worked out about them. */
class Bucket {
  readonly records: SgsRecord[] = [];
  private texts: (string | undefined)[] = [];
  private warmed = 0;
  private orders = new Map<string, readonly number[]>();
  private last?: { readonly key: string; readonly found: readonly number[] };
  private tallied = 0;
  private tallies = { category: new Tally(), department: new Tally(), year: new Tally() };
  private known?: Facets;

  add(record: SgsRecord): void {
    this.records.push(record);
    this.last = this.known = undefined;
  }

  /** Puts another record in the place of each that `change` changes. */
  map(change: (record: SgsRecord) => SgsRecord): readonly SgsRecord[] {
    const changed: SgsRecord[] = [];
    this.records.forEach((record, position) => {
      const next = change(record);
      if (next === record) return;
      this.records[position] = next;
      this.texts[position] = undefined;
      changed.push(next);
    });
    if (changed.length) {
      this.orders = new Map();
      this.last = this.known = undefined;
      this.tallied = this.warmed = 0;
      this.tallies = { category: new Tally(), department: new Tally(), year: new Tally() };
    }
    return changed;
  }

  private text(position: number): string {
    return (this.texts[position] ??= searchText(this.records[position] as SgsRecord));
  }

  /** Folds up to `limit` records ahead of the first search; returns how many were left of the limit. */
  warm(limit: number): number {
    const until = Math.min(this.records.length, this.warmed + limit);
    const rest = limit - (until - this.warmed);
    for (; this.warmed < until; this.warmed++) this.text(this.warmed);
    return rest;
  }

  private comparator(field: SortField, descending: boolean): Compare {
    const { records } = this;
    const compare = isDateSort(field) ? byCode : collator().compare;
    return (a, b) => {
      const first = records[a] as SgsRecord;
      const second = records[b] as SgsRecord;
      const x = sortKey(first, field);
      const y = sortKey(second, field);
      if (x !== y) {
        // What has no value comes last, whichever way the list is turned.
        if (!x || !y) return x ? -1 : 1;
        const order = compare(x, y);
        if (order) return descending ? -order : order;
      }
      const one = first.decidedOn ?? '';
      const other = second.decidedOn ?? '';
      return one === other ? a - b : byCode(other, one);
    };
  }

  /** All records in an order; records that came since the last time are merged in. */
  private order(field: SortField, descending: boolean): readonly number[] {
    const key = (descending ? '-' : '') + field;
    let order = this.orders.get(key) ?? [];
    if (order.length < this.records.length) {
      const fresh: number[] = [];
      for (let position = order.length; position < this.records.length; position++) fresh.push(position);
      const compare = this.comparator(field, descending);
      order = merge(order, fresh.sort(compare), compare);
      this.orders.set(key, order);
    }
    return order;
  }

  private tests(query: Query): readonly Test[] {
    const { category, department, year, from, to } = query;
    const tests: Test[] = [];
    if (category) tests.push((record) => record.category.includes(category));
    if (department) tests.push((record) => record.authority === department);
    if (year) tests.push((record) => yearOf(record) === year);
    if (from) tests.push((record) => (record.decidedOn ?? '') >= from);
    if (to) tests.push((record) => record.decidedOn !== undefined && record.decidedOn <= to);
    // The scan over texts comes last, for those that are still in question.
    for (const term of terms(query.q)) tests.push((_, position) => this.text(position).includes(term));
    return tests;
  }

  /** Positions of all records that match, in the query's order. */
  find(query: Query): readonly number[] {
    const { q, category, department, year, from, to, sort, descending } = query;
    const key = [q, category, department, year, from, to, sort, descending].join(SEPARATOR);
    if (this.last?.key === key) return this.last.found;
    const tests = this.tests(query);
    const order = this.order(sort, descending);
    const found = tests.length
      ? order.filter((position) => tests.every((test) => test(this.records[position] as SgsRecord, position)))
      : order;
    this.last = { key, found };
    return found;
  }

  facets(): Facets {
    if (this.known) return this.known;
    const { category, department, year } = this.tallies;
    for (; this.tallied < this.records.length; this.tallied++) {
      const record = this.records[this.tallied] as SgsRecord;
      for (const value of new Set(record.category)) category.add(value);
      department.add(record.authority ?? '');
      year.add(yearOf(record));
    }
    return (this.known = {
      category: category.list(mostFirst),
      department: department.list(mostFirst),
      year: year.list(latestFirst),
    });
  }
}

/** A whole number within bounds; what is no number is the lower bound. */
const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, Math.trunc(value) || low));

export class Engine {
  private readonly buckets = new Map<Kind, Bucket>(KINDS.map((kind) => [kind, new Bucket()]));
  private readonly ids = new Map<string, SgsRecord>();

  private bucket(kind: Kind): Bucket {
    return this.buckets.get(kind) as Bucket;
  }

  /** Adds records behind those that are there. Their ids must be new. */
  add(records: readonly SgsRecord[]): void {
    for (const record of records) {
      this.bucket(record.kind).add(record);
      this.ids.set(record.id, record);
    }
  }

  /** Puts another record in the place of each that `change` changes; id and kind must stay. */
  map(change: (record: SgsRecord) => SgsRecord): void {
    for (const bucket of this.buckets.values()) {
      for (const record of bucket.map(change)) this.ids.set(record.id, record);
    }
  }

  /** Prepares up to `limit` records for searching, so that the first search is as fast as the others; false when all are. */
  warm(limit: number): boolean {
    let rest = limit;
    for (const bucket of this.buckets.values()) rest = bucket.warm(rest);
    return rest === 0;
  }

  page(query: Query): Slice {
    const found = this.bucket(query.kind).find(query);
    const size = clamp(query.size, 1, Infinity);
    const pages = Math.max(1, Math.ceil(found.length / size));
    const page = clamp(query.page, 1, pages);
    return { rows: this.pick(query.kind, found.slice((page - 1) * size, page * size)), total: found.length, page, pages, size };
  }

  /** Every record that matches, in order. */
  all(query: Query): readonly SgsRecord[] {
    return this.pick(query.kind, this.bucket(query.kind).find(query));
  }

  private pick(kind: Kind, positions: readonly number[]): readonly SgsRecord[] {
    const { records } = this.bucket(kind);
    return positions.map((position) => records[position] as SgsRecord);
  }

  get(id: string): SgsRecord | undefined {
    return this.ids.get(id);
  }

  /** All records of a kind, in the order in which they came. */
  records(kind: Kind): readonly SgsRecord[] {
    return this.bucket(kind).records;
  }

  facets(kind: Kind): Facets {
    return this.bucket(kind).facets();
  }

  counts(): Record<Kind, number> {
    const counts = {} as Record<Kind, number>;
    for (const [kind, bucket] of this.buckets) counts[kind] = bucket.records.length;
    return counts;
  }
}
