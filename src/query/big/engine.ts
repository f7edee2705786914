/**
 * The engine for feeds that are too big to be kept as objects: the same answers as the simple one (query/engine.ts), from
 * a fifth of the memory. It works in slices and lets others run between them, so that it may run in a worker or in a page.
 */
import { KINDS, type Kind } from '../../model/kinds.js';
import type { SgsRecord } from '../../model/record.js';
import { byCode, byPinyin, createFacets, dateOf, searchText, sortKey, yearOf } from '../engine.js';
import { SEPARATOR, terms } from '../fold.js';
import type { Facets, Slice } from '../page.js';
import { clamp, isDateSort, type Query, type SortField } from '../query.js';
import { arranged, Column, ranksOf } from './column.js';
import { Forms } from './forms.js';
import { Ids } from './ids.js';
import { bitsIn, bitsOf, hasBit } from './numbers.js';
import type { Shared } from './sealed.js';
import { Segment } from './segment.js';

export interface BigOptions {
  /** Rows of a segment, a multiple of 32. */
  readonly segment?: number;
  /** Lets others run if it is time; undefined where it is not. */
  readonly rest?: () => Promise<void> | undefined;
}

/** What a search has found so far. */
interface Found {
  /** Rows that match, as bits; right as far as rows have been looked at. */
  readonly bits: Uint32Array;
  total: number;
  /** Until all rows have been looked at. */
  working?: Promise<void> | undefined;
}

export interface BigSlice extends Slice {
  /** Set where not all rows have been looked at: the page's rows are right, `total` counts those found so far. */
  readonly counting?: Promise<void> | undefined;
}

/** Searches and orders kept, as many as a person turns to and fro. */
const KEPT = 3;

/** Remembers under a key, and forgets what is oldest. */
function keep<T>(known: Map<string, T>, key: string, value: T): T {
  for (const oldest of known.keys()) {
    if (known.size < KEPT) break;
    known.delete(oldest);
  }
  known.set(key, value);
  return value;
}

const parts = (key: string): readonly string[] => JSON.parse(key) as readonly string[];

/** The records of one kind. */
class Bucket {
  length = 0;
  private readonly forms = new Forms();
  private readonly segments: Segment[] = [];
  private readonly shared: Shared = {};
  private readonly dates = new Column();
  private readonly years = new Column();
  private readonly categories = new Column();
  private readonly departments = new Column();
  /** The last text that the list was sorted by. */
  private sorted: { readonly field: SortField; readonly column: Column } | undefined;
  private readonly orders = new Map<string, Uint32Array>();
  private readonly searches = new Map<string, Found>();
  private indexed = 0;
  private facetsNow: Facets | undefined;

  constructor(private readonly rows: number, private readonly rest: () => Promise<void> | undefined) {}

  add(record: SgsRecord): number {
    let segment = this.segments[this.segments.length - 1];
    if (!segment || segment.isFull) this.segments.push((segment = new Segment(this.rows, this.shared)));
    const text = searchText(record);
    segment.add(text, this.forms.take(record, text.split(SEPARATOR)));
    this.dates.add(dateOf(record));
    this.years.add(yearOf(record));
    this.categories.add(JSON.stringify(record.category));
    this.departments.add(JSON.stringify([record.authority ?? '', record.feedName ?? '']));
    this.searches.clear();
    this.facetsNow = undefined;
    return this.length++;
  }

  /** The record of a row that there is. */
  record(row: number): SgsRecord {
    const segment = this.segments[Math.floor(row / this.rows)] as Segment;
    const at = row % this.rows;
    return this.forms.give(segment.ownOf(at), segment.partsOf(at));
  }

  /** Indexes one segment; false where all full ones are, and, if no more are expected, the last one too. */
  index(complete: boolean): boolean {
    const segment = this.segments[this.indexed];
    if (segment?.isFull) this.indexed++;
    else if (!complete || !segment?.seal()) return false;
    segment.index();
    return true;
  }

  /** Records that match. What is there already is not looked for again. */
  private find(query: Query): Found {
    const { q, category, department, year, from, to, guess } = query;
    const key = JSON.stringify([q, category, department, year, from, to, !guess]);
    const known = this.searches.get(key);
    if (known) return known;
    const found: Found = { bits: new Uint32Array(this.segments.length * this.rows / 32), total: 0 };
    found.working = this.search(found, query).then(() => { found.working = undefined; });
    return keep(this.searches, key, found);
  }

  /** Looks through all rows that there are now. */
  private async search(found: Found, { q, category, department, year, from, to, guess }: Query): Promise<void> {
    const { length } = this;
    const words = guess ? [] : terms(q);
    const filters: (readonly [Uint32Array, Uint8Array])[] = [];
    const filter = (column: Column, test: (value: string) => boolean): void => void filters.push([column.numbers, column.passing(test)]);
    if (category) filter(this.categories, (values) => parts(values).includes(category));
    if (department) filter(this.departments, (values) => parts(values).includes(department));
    if (year) filter(this.years, (own) => own === year);
    if (from) filter(this.dates, (date) => date >= from);
    if (to) filter(this.dates, (date) => (date || to + '9') <= to);
    for (let start = 0; start < length; start += this.rows) {
      const segment = this.segments[start / this.rows] as Segment;
      const here = found.bits.subarray(start / 32, (start + this.rows) / 32);
      const count = Math.min(length - start, this.rows);
      here.fill(-1, 0, count >>> 5);
      if (count & 31) here[count >>> 5] = (1 << (count & 31)) - 1;
      for (const [numbers, passing] of filters) {
        for (let row = 0; row < count; row++) {
          if (!passing[numbers[start + row] as number]) (here[row >>> 5] as number) &= ~(1 << (row & 31));
        }
      }
      segment.keep(here, words);
      if (guess) {
        for (const row of bitsOf(here)) {
          if (!guess.matches(this.record(start + row), segment.partsOf(row).join(SEPARATOR))) (here[row >>> 5] as number) &= ~(1 << (row & 31));
          const resting = this.rest();
          if (resting) await resting;
        }
      }
      for (const word of here) found.total += bitsIn(word);
      const resting = this.rest();
      if (resting) await resting;
    }
  }

  /** The column that an order is made from. */
  private async column(field: SortField): Promise<Column> {
    if (this.sorted?.field !== field) this.sorted = { field, column: new Column() };
    const { column } = this.sorted;
    for (let row = column.length; row < this.length; row = column.length) {
      column.add(sortKey(this.record(row), field));
      const resting = this.rest();
      if (resting) await resting;
    }
    return column;
  }

  /** All rows in an order */
  private async ordered(field: SortField, descending: boolean): Promise<Uint32Array> {
    const { length } = this;
    const key = field + String(descending);
    const known = this.orders.get(key);
    if (known?.length === length) return known;
    const byDate = await ranksOf(this.dates.values, byCode, field !== 'decidedOn' || descending, this.rest);
    let order = arranged(Uint32Array.from({ length }, (_, row) => row), this.dates, byDate);
    if (field !== 'decidedOn') {
      const column = await this.column(field);
      order = arranged(order, column, await ranksOf(column.values, isDateSort(field) ? byCode : byPinyin(), descending, this.rest));
    }
    return keep(this.orders, key, order);
  }

  /** @param early calls back when the first rows are wanted, even if not all have been counted */
  async page(query: Query, early?: () => Promise<void>): Promise<BigSlice> {
    const found = this.find(query);
    const { length } = this;
    const order = await this.ordered(query.sort, query.descending);
    const size = clamp(query.size, Infinity);
    const first = found.working;
    if (first) {
      if (early) await Promise.race([first, early()]);
      // Of a list that stands as it came, the first hits are the first rows.
      if (!(early && isAscending(order) && found.total >= clamp(query.page, Infinity) * size)) await first;
    }
    const { total, working } = found;
    const pages = clamp(Math.ceil(total / size), Infinity);
    const page = clamp(query.page, pages);
    const rows: number[] = [];
    let skip = (page - 1) * size;
    const wanted = Math.min(size, total - skip);
    for (let at = 0; at < length && rows.length < wanted; at++) {
      const row = order[at] as number;
      if (hasBit(found.bits, row) && skip-- <= 0) rows.push(row);
    }
    return { rows: rows.map((row) => this.record(row)), total, page, pages, size, ...(working && { counting: working }) };
  }

  facets(): Facets {
    if (!this.facetsNow) {
      const counted = createFacets();
      const each = (column: Column, name: keyof Facets, of: (value: string) => readonly string[]): void =>
        column.values.forEach((value, number) => new Set(of(value)).forEach((own) => counted.add(name, own, column.counts[number])));
      each(this.categories, 'category', parts);
      each(this.departments, 'department', parts);
      each(this.years, 'year', (year) => [year]);
      each(this.dates, 'month', (date) => [date.slice(0, 7)]);
      this.facetsNow = counted.facets();
    }
    return this.facetsNow;
  }
}

const isAscending = (rows: Uint32Array): boolean => rows.every((row, at) => row === at);

export type BigEngine = ReturnType<typeof createBigEngine>;

export function createBigEngine({ segment = 1024, rest = () => undefined }: BigOptions = {}) {
  const buckets = KINDS.map(() => new Bucket(segment, rest));
  const ids = new Ids();
  const bucket = (kind: Kind): Bucket => buckets[KINDS.indexOf(kind)] as Bucket;

  return {
    /** Adds a record behind those that are there. Its id must be new. */
    add(record: SgsRecord): void {
      const kind = KINDS.indexOf(record.kind);
      ids.add(record.id, kind, (buckets[kind] as Bucket).add(record));
    },

    /** Whether a record has this id. */
    has: (id: string): boolean => ids.find(id) !== undefined,

    /**
     * Works on what makes it smaller and faster, for some milliseconds; false where nothing is left to do.
     * @param complete whether no more records are expected
     */
    tend: (complete = false): boolean => buckets.some((each) => each.index(complete)),

    page: (query: Query, early?: () => Promise<void>): Promise<BigSlice> => bucket(query.kind).page(query, early),

    get(id: string): SgsRecord | undefined {
      const place = ids.find(id);
      const record = place && (buckets[place[0]] as Bucket).record(place[1]);
      return record?.id === id ? record : undefined;
    },

    facets: (kind: Kind): Facets => bucket(kind).facets(),

    counts(): Record<Kind, number> {
      const counts = {} as Record<Kind, number>;
      buckets.forEach(({ length }, kind) => (counts[KINDS[kind] as Kind] = length));
      return counts;
    },

    /** Every record, kind by kind. */
    *records(): Generator<SgsRecord, void, undefined> {
      for (const each of buckets) for (let row = 0; row < each.length; row++) yield each.record(row);
    },
  };
}
