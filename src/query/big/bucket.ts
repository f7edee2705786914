/** The records of one kind: in segments, with columns for filters, counts and orders. */
import type { SgsRecord } from '../../model/record.js';
import { compareCodeUnits, pinyinOrder } from '../compare.js';
import { createFacetCounter, type FacetName } from '../facets.js';
import { filterTests } from '../filter.js';
import { SEPARATOR, terms } from '../normalize.js';
import type { Facets, Slice } from '../page.js';
import { clamp, isDateSort, type Query, type SortField } from '../query.js';
import { decisionDate, departmentsOf, sortKey, yearOf } from '../record-values.js';
import { Column, ranksOf, sortByRank, type YieldIfDue } from './column.js';
import { bitsIn, bitsOf, clearBit, hasBit } from './numbers.js';
import { RecordCodec } from './record-codec.js';
import type { SharedGrams } from './sealed-texts.js';
import { Segment } from './segment.js';

/** What a search has found so far. */
interface SearchResult {
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

/** Searches and orders that are cached, as many as a person turns to and fro. */
const CACHED = 3;

/** Caches a value and drops the oldest. */
function cacheValue<T>(cache: Map<string, T>, key: string, value: T): T {
  for (const oldest of cache.keys()) {
    if (cache.size < CACHED) break;
    cache.delete(oldest);
  }
  cache.set(key, value);
  return value;
}

const parseValues = (key: string): readonly string[] => JSON.parse(key) as readonly string[];

const isAscending = (rows: Uint32Array): boolean => rows.every((row, at) => row === at);

export class Bucket {
  length = 0;
  private readonly codec = new RecordCodec();
  private readonly segments: Segment[] = [];
  private readonly sharedGrams: SharedGrams = {};
  private readonly dates = new Column();
  private readonly years = new Column();
  private readonly categories = new Column();
  private readonly departments = new Column();
  /** What a list is sorted by most: decoding all records for it would take longer than the sorting. */
  private readonly names = new Column();
  /** The last other text that the list was sorted by. */
  private sorted: { readonly field: SortField; readonly column: Column } | undefined;
  private readonly orders = new Map<string, Uint32Array>();
  private readonly searches = new Map<string, SearchResult>();
  private indexed = 0;
  private cachedFacets: Facets | undefined;

  /** @param rows of a segment, a multiple of 32 */
  constructor(private readonly rows: number, private readonly yieldIfDue: YieldIfDue) {}

  add(record: SgsRecord): number {
    let segment = this.segments[this.segments.length - 1];
    if (!segment || segment.isFull) this.segments.push((segment = new Segment(this.rows, this.codec, this.sharedGrams)));
    segment.add(record);
    this.dates.add(decisionDate(record));
    this.years.add(yearOf(record));
    this.categories.add(JSON.stringify(record.category));
    this.departments.add(JSON.stringify(departmentsOf(record)));
    this.names.add(sortKey(record, 'subjectName'));
    if (this.searches.size) this.searches.clear();
    this.cachedFacets = undefined;
    return this.length++;
  }

  /** The record of a row that there is. */
  record(row: number): SgsRecord {
    return (this.segments[Math.floor(row / this.rows)] as Segment).record(row % this.rows);
  }

  /** Indexes one segment; false where all full ones are, and, if no more are expected, the last one too. */
  indexNext(complete: boolean): boolean {
    const segment = this.segments[this.indexed];
    if (segment?.isFull) this.indexed++;
    else if (!complete || !segment?.seal()) return false;
    segment.index();
    return true;
  }

  /** Records that match. What is there already is not looked for again. */
  private find(query: Query): SearchResult {
    const { q, category, department, year, from, to, fuzzyMatch } = query;
    const key = JSON.stringify([q, category, department, year, from, to, !fuzzyMatch]);
    const known = this.searches.get(key);
    if (known) return known;
    const result: SearchResult = { bits: new Uint32Array(this.segments.length * this.rows / 32), total: 0 };
    result.working = this.search(result, query).then(() => { result.working = undefined; });
    return cacheValue(this.searches, key, result);
  }

  /** Of each filter the values of all rows, and which of them pass. */
  private filters(query: Query): readonly (readonly [values: Uint32Array, passing: Uint8Array])[] {
    const { category, department, year, date } = filterTests(query);
    const filters: (readonly [Uint32Array, Uint8Array])[] = [];
    const filterBy = (column: Column, test: ((value: string) => boolean) | undefined): void => {
      if (test) filters.push([column.numbers, column.passing(test)]);
    };
    filterBy(this.categories, category && ((values) => category(parseValues(values))));
    filterBy(this.departments, department && ((values) => department(parseValues(values))));
    filterBy(this.years, year);
    filterBy(this.dates, date);
    return filters;
  }

  /** Looks through all rows that there are now. */
  private async search(result: SearchResult, query: Query): Promise<void> {
    const { length } = this;
    const { fuzzyMatch } = query;
    const words = fuzzyMatch ? [] : terms(query.q);
    const filters = this.filters(query);
    for (let start = 0; start < length; start += this.rows) {
      const segment = this.segments[start / this.rows] as Segment;
      const bits = result.bits.subarray(start / 32, (start + this.rows) / 32);
      const count = Math.min(length - start, this.rows);
      bits.fill(-1, 0, count >>> 5);
      if (count & 31) bits[count >>> 5] = (1 << (count & 31)) - 1;
      for (const [values, passing] of filters) {
        for (let row = 0; row < count; row++) if (!passing[values[start + row] as number]) clearBit(bits, row);
      }
      segment.retainMatches(bits, words);
      if (fuzzyMatch) {
        for (const row of bitsOf(bits)) {
          if (!fuzzyMatch.matches(this.record(start + row), segment.partsOf(row).join(SEPARATOR))) clearBit(bits, row);
          const due = this.yieldIfDue();
          if (due) await due;
        }
      }
      for (const word of bits) result.total += bitsIn(word);
      const due = this.yieldIfDue();
      if (due) await due;
    }
  }

  /** The column that an order is made from. */
  private async sortColumn(field: SortField): Promise<Column> {
    if (field === 'subjectName') return this.names;
    if (this.sorted?.field !== field) this.sorted = { field, column: new Column() };
    const { column } = this.sorted;
    for (let row = column.length; row < this.length; row = column.length) {
      column.add(sortKey(this.record(row), field));
      const due = this.yieldIfDue();
      if (due) await due;
    }
    return column;
  }

  /** All rows in an order */
  private async ordered(field: SortField, descending: boolean): Promise<Uint32Array> {
    const { length } = this;
    const key = field + String(descending);
    const known = this.orders.get(key);
    if (known?.length === length) return known;
    const byDate = await ranksOf(this.dates.values, compareCodeUnits, field !== 'decidedOn' || descending, this.yieldIfDue);
    let order = sortByRank(Uint32Array.from({ length }, (_, row) => row), this.dates, byDate);
    if (field !== 'decidedOn') {
      const column = await this.sortColumn(field);
      const compare = isDateSort(field) ? compareCodeUnits : pinyinOrder();
      order = sortByRank(order, column, await ranksOf(column.values, compare, descending, this.yieldIfDue));
    }
    return cacheValue(this.orders, key, order);
  }

  /** @param firstRowsDue resolves when the first rows are wanted, even if not all have been counted */
  async page(query: Query, firstRowsDue?: () => Promise<void>): Promise<BigSlice> {
    const result = this.find(query);
    const { length } = this;
    const order = await this.ordered(query.sort, query.descending);
    const size = clamp(query.size, Infinity);
    const unfinished = result.working;
    if (unfinished) {
      if (firstRowsDue) await Promise.race([unfinished, firstRowsDue()]);
      // Of a list that stands as it came, the first hits are the first rows.
      if (!(firstRowsDue && isAscending(order) && result.total >= clamp(query.page, Infinity) * size)) await unfinished;
    }
    const { total, working } = result;
    const pages = clamp(Math.ceil(total / size), Infinity);
    const page = clamp(query.page, pages);
    const rows: number[] = [];
    let skip = (page - 1) * size;
    const wanted = Math.min(size, total - skip);
    for (let at = 0; at < length && rows.length < wanted; at++) {
      const row = order[at] as number;
      if (hasBit(result.bits, row) && skip-- <= 0) rows.push(row);
    }
    return { rows: rows.map((row) => this.record(row)), total, page, pages, size, ...(working && { counting: working }) };
  }

  facets(): Facets {
    return (this.cachedFacets ??= this.countFacets());
  }

  private countFacets(): Facets {
    const counter = createFacetCounter();
    const count = (column: Column, name: FacetName, valuesOf: (value: string) => readonly string[]): void =>
      column.values.forEach((value, number) => {
        for (const own of new Set(valuesOf(value))) counter.add(name, own, column.counts[number] as number);
      });
    count(this.categories, 'category', parseValues);
    count(this.departments, 'department', parseValues);
    count(this.years, 'year', (year) => [year]);
    count(this.dates, 'month', (date) => [date.slice(0, 7)]);
    return counter.facets();
  }
}
