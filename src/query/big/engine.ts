/**
 * The engine for feeds that are too big to be kept as objects: the same answers as the simple one (query/engine.ts), from
 * a fifth of the memory. It works in slices and lets others run between them, so that it may run in a worker or in a page.
 */
import { KINDS, type Kind } from '../../model/kinds.js';
import type { SgsRecord } from '../../model/record.js';
import { byCode, byPinyin, createFacets, dateOf, searchText, sortKey, yearOf } from '../engine.js';
import { terms } from '../fold.js';
import type { Facets, Slice } from '../page.js';
import { clamp, isDateSort, type Query, type SortField } from '../query.js';
import { arranged, Column, ranksOf } from './column.js';
import { Ids } from './ids.js';
import { bitsIn, bitsOf, hasBit } from './numbers.js';
import { Packed } from './packed.js';
import { Segment, type Shared } from './segment.js';

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
  readonly packed = new Packed();
  private readonly segments: Segment[] = [];
  private readonly shared: Shared = {};
  private readonly dates = new Column();
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
    segment.add(searchText(record));
    this.dates.add(JSON.stringify([dateOf(record), yearOf(record)]));
    this.categories.add(JSON.stringify(record.category));
    this.departments.add(JSON.stringify([record.authority ?? '', record.feedName ?? '']));
    this.searches.clear();
    this.facetsNow = undefined;
    return this.packed.add(record);
  }

  /** Indexes one segment; false where all full ones are. */
  index(): boolean {
    const segment = this.segments[this.indexed];
    if (!segment?.isFull) return false;
    segment.index();
    this.indexed++;
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
    const { length } = this.packed;
    const words = guess ? [] : terms(q);
    const filters: (readonly [Uint32Array, Uint8Array])[] = [];
    const filter = (column: Column, test: (values: readonly string[]) => boolean): void =>
      void filters.push([column.numbers, column.passing((value) => test(parts(value)))]);
    if (category) filter(this.categories, (values) => values.includes(category));
    if (department) filter(this.departments, (values) => values.includes(department));
    if (year) filter(this.dates, ([, own]) => own === year);
    if (from) filter(this.dates, ([date = '']) => date >= from);
    if (to) filter(this.dates, ([date]) => (date || to + '9') <= to);
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
      for (const word of words) segment.keep(here, word);
      if (guess) {
        for (const row of bitsOf(here)) {
          if (!guess.matches(await this.packed.record(start + row), segment.text(row))) (here[row >>> 5] as number) &= ~(1 << (row & 31));
          await this.rest();
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
    for (let row = column.length; row < this.packed.length; row = column.length) {
      const record = await this.packed.record(row);
      // Somebody else may have been faster.
      if (column.length === row) column.add(sortKey(record, field));
      await this.rest();
    }
    return column;
  }

  /** All rows in an order */
  private async ordered(field: SortField, descending: boolean): Promise<Uint32Array> {
    const { length } = this.packed;
    const key = field + String(descending);
    const known = this.orders.get(key);
    if (known?.length === length) return known;
    const byDate = await ranksOf(this.dates.values.map((value) => parts(value)[0] as string), byCode, field !== 'decidedOn' || descending, this.rest);
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
    const { length } = this.packed;
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
    for (let at = 0; at < length && rows.length < size; at++) {
      const row = order[at] as number;
      if (hasBit(found.bits, row) && skip-- <= 0) rows.push(row);
    }
    return { rows: await this.records(rows), total, page, pages, size, ...(working && { counting: working }) };
  }

  private async records(rows: readonly number[]): Promise<SgsRecord[]> {
    const records: SgsRecord[] = [];
    for (const row of rows) {
      records.push(await this.packed.record(row));
      await this.rest();
    }
    return records;
  }

  facets(): Facets {
    if (!this.facetsNow) {
      const counted = createFacets();
      const each = (column: Column, name: keyof Facets, of: (values: readonly string[]) => readonly (string | undefined)[]): void =>
        column.values.forEach((value, number) => new Set(of(parts(value))).forEach((own) => counted.add(name, own, column.counts[number])));
      each(this.categories, 'category', (values) => values);
      each(this.departments, 'department', (values) => values);
      each(this.dates, 'year', ([, year]) => [year]);
      each(this.dates, 'month', ([date = '']) => [date.slice(0, 7)]);
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

    /** Works on what makes it smaller and faster, for some milliseconds; false where nothing is left to do. */
    async tend(): Promise<boolean> {
      for (const { packed } of buckets) await packed.settle();
      return buckets.some((each) => each.index());
    },

    page: (query: Query, early?: () => Promise<void>): Promise<BigSlice> => bucket(query.kind).page(query, early),

    async get(id: string): Promise<SgsRecord | undefined> {
      const place = ids.find(id);
      const record = place && await (buckets[place[0]] as Bucket).packed.record(place[1]);
      return record?.id === id ? record : undefined;
    },

    facets: (kind: Kind): Facets => bucket(kind).facets(),

    counts(): Record<Kind, number> {
      const counts = {} as Record<Kind, number>;
      buckets.forEach(({ packed }, kind) => (counts[KINDS[kind] as Kind] = packed.length));
      return counts;
    },

    /** Every record, kind by kind. */
    async *records(): AsyncGenerator<SgsRecord, void, undefined> {
      for (const { packed } of buckets) for (let row = 0; row < packed.length; row++) yield packed.record(row);
    },
  };
}
