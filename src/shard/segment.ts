/** One segment of a folder as a reader sees it: which of its records can answer a query. */
import { isFiltered, type Query } from '../query/query.js';
import { terms } from '../query/fold.js';
import { ByteReader } from './bytes.js';
import { parse } from './files.js';
import { fileOf, hash32, HOLE, type NumberShard, type Patch, type RowChunk, type SegmentInfo, type SegmentMeta } from './format.js';
import { ANYWHERE, COUNTED, OWN, ownFile } from './index-format.js';
import { fromColumns, type FeedRow } from './rows.js';
import { FILTERS, gramsOf, wholeNumberIn, type Gram } from './terms.js';

/** The records that may answer, in order. */
export interface Candidates {
  readonly segment: Segment;
  /** Their numbers, ascending. */
  numbers(): Iterable<number>;
  /** How many there are at most. */
  readonly most: number;
  /** How many answer; undefined where only their rows tell. */
  readonly total: number | undefined;
  /** Each of them answers: nobody has to look. */
  readonly sure: boolean;
  /** Of how many that are looked at one answers, roughly: from 0 to 1. */
  readonly yield: number;
}

/** Some records one by one; `exact`: each of them has what was asked for, and so has no other. */
interface Listed {
  readonly numbers: Uint32Array;
  readonly exact: boolean;
}

/** How many records in each file of rows. */
interface Counted {
  readonly term: string;
  readonly files: ReadonlyMap<number, number>;
}

/** What one condition comes to: records, files, or (neither) nothing that narrows. */
type Narrowed = { readonly listed: Listed } | { readonly counted: Counted } | undefined;

interface Entry {
  readonly count: number;
  readonly type: number;
  /** Undefined: in a file of its own. */
  readonly bytes?: Uint8Array;
}

/** So many candidates are looked at rather than a frequent term's file, and a longer file is never asked for. */
const FEW = 40;
const LONG = 20_000;

const DAY = 86_400_000;
const CODE = /^[a-z\d]{18}$/;
const NOTHING: Listed = { numbers: new Uint32Array(), exact: true };
const NO_PATCH: Patch = { gone: [], files: {}, hot: {} };

export interface Segment {
  readonly info: SegmentInfo;
  /** Dates in order ('' last) and how many records each has. */
  days(): Promise<readonly (readonly [date: string, count: number])[]>;
  /** Numbers of the records that have a key (`i` and an id, `c` and a credit code): those, and by chance another. */
  byHash(key: string): Promise<Uint32Array>;
  /** Rows as a list shows them, of one file. */
  rows(chunk: number): Promise<readonly FeedRow[]>;
  /** Whole records, of one file. */
  records(chunk: number): Promise<readonly FeedRow[]>;
  candidates(query: Query): Promise<Candidates>;
}

/** @param file a file of the segment by its name */
export function createSegment(info: SegmentInfo, size: { readonly rows: number; readonly records: number }, file: (name: string) => Promise<Uint8Array>): Segment {
  const patch = async (): Promise<Patch> => (info.patch ? parse<Patch>(await file(info.patch)) : NO_PATCH);
  const meta = async (): Promise<SegmentMeta> => parse<SegmentMeta>(await file('meta.json'));
  /** A file that may have been written anew. */
  const current = async (name: string): Promise<Uint8Array> => file((await patch()).files[name] ?? name);

  /** Terms in their shards; undefined for one that no record has. */
  const lookUp = async (wanted: readonly string[]): Promise<readonly (Entry | undefined)[]> => Promise.all(wanted.map(async (term) => {
    const reader = new ByteReader(await file(fileOf('g', hash32(term) % info.grams)));
    const names = parse<readonly string[]>(reader.take(reader.number()));
    const place = names.indexOf(term);
    if (place < 0) return undefined;
    let found: Entry | undefined;
    let length = 0;
    let skip = 0;
    for (let n = 0, before = 0; n < names.length; n++) {
      const head = reader.number();
      const bytes = reader.number();
      if (n === place) {
        found = { count: Math.floor(head / 4), type: head % 4 };
        length = bytes;
        skip = before;
      }
      before += bytes;
    }
    if (!found || found.type & OWN) return found;
    reader.take(skip);
    return { ...found, bytes: reader.take(length) };
  }));

  const own = async (term: string): Promise<Required<Entry>> => {
    const bytes = await file(ownFile(term));
    const reader = new ByteReader(bytes);
    const count = reader.number();
    return { count, type: reader.byte(), bytes: reader.rest() };
  };

  /** A gram's records, and where in each the term would begin: unknown where below −ANYWHERE. */
  const listOf = async (term: string, at: number, entry: Entry): Promise<Placed> => {
    const { count, bytes } = entry.bytes ? entry as Required<Entry> : await own(term);
    const reader = new ByteReader(bytes);
    const numbers = new Uint32Array(count);
    const begins = new Int16Array(count);
    for (let k = 0, n = 0; k < count; k++) numbers[k] = n += reader.number();
    for (let k = 0; k < count; k++) {
      const place = reader.byte();
      begins[k] = place === ANYWHERE ? UNKNOWN : place - at;
    }
    return { numbers, begins };
  };

  const countsOf = async (term: string, bytes?: Uint8Array): Promise<Counted> => {
    const reader = new ByteReader(bytes ?? (await own(term)).bytes);
    const count = reader.number();
    const places: number[] = [];
    for (let k = 0, n = -1; k < count; k++) places.push(n += reader.number() + 1);
    return { term, files: new Map(places.map((place) => [place, reader.byte()])) };
  };

  /** A term that is looked up as it is. */
  const byTerm = async (term: string): Promise<Narrowed> => {
    if ((await meta()).hot.includes(term)) return { counted: await countsOf(term) };
    const [entry] = await lookUp([term]);
    if (!entry) return { listed: NOTHING };
    if (entry.type & COUNTED) return { counted: await countsOf(term, entry.bytes) };
    return { listed: { numbers: (await listOf(term, 0, entry)).numbers, exact: true } };
  };

  const byGrams = async (term: string): Promise<Narrowed> => {
    const grams = gramsOf(term);
    if (!grams.length || term.length === grams[0]?.term.length) return byTerm(term);
    const { hot } = await meta();
    const rare = grams.filter((gram) => !hot.includes(gram.term));
    const entries = await lookUp(rare.map((gram) => gram.term));
    if (entries.includes(undefined)) return { listed: NOTHING };
    const order = rare.map((gram, n) => ({ gram, entry: entries[n] as Entry })).sort((a, b) => a.entry.count - b.entry.count);
    // Those that are here, then those that would have to be asked for.
    const here = order.filter(({ entry }) => entry.bytes);
    const away = order.filter(({ entry }) => !entry.bytes);
    let found: Placed | undefined;
    const used: Gram[] = [];
    for (const { gram, entry } of here) {
      const list = await listOf(gram.term, gram.at, entry);
      found = found ? together(found, list) : list;
      used.push(gram);
    }
    for (const { gram, entry } of away) {
      if (found && (found.numbers.length <= FEW || entry.count > LONG)) continue;
      const list = await listOf(gram.term, gram.at, entry);
      found = found ? together(found, list) : list;
      used.push(gram);
    }
    if (!found) return undefined;
    const covered = new Set(used.flatMap(({ term: { length }, at }) => Array.from({ length }, (_, n) => at + n)));
    return { listed: { numbers: found.numbers, exact: covered.size === term.length && !found.begins.includes(UNKNOWN) } };
  };

  const byNumber = async (term: string, number: string): Promise<Narrowed> => {
    const { texts, of } = parse<NumberShard>(await current(fileOf('n', hash32(number) % info.numbers)));
    const pairs = of[number] ?? [];
    const fits = texts.map((text) => text.split(HOLE).join(number).includes(term));
    const numbers = pairs.filter((_, n) => n % 2 && fits[pairs[n - 1] as number]);
    return { listed: { numbers: Uint32Array.from(new Set(numbers)).sort(), exact: true } };
  };

  /** Numbers of the records that an id or a credit code has: those, and by chance another. */
  const byHash = async (key: string): Promise<Uint32Array> => {
    const hash = hash32(key);
    const reader = new ByteReader(await file(fileOf('h', hash % info.hashes)));
    const wanted = Math.floor(hash / info.hashes);
    const found: number[] = [];
    for (let last = 0; !reader.atEnd;) {
      last += reader.number();
      const n = reader.number();
      if (last > wanted) break;
      if (last === wanted) found.push(n);
    }
    return Uint32Array.from(found).sort();
  };

  const byText = async (term: string): Promise<Narrowed> => {
    if (CODE.test(term) && info.longest < term.length) return { listed: { numbers: await byHash(`c${term}`), exact: false } };
    const number = info.numbers && /[^a-z\d]/.test(term) ? wholeNumberIn(term) : undefined;
    return number ? byNumber(term, number) : byGrams(term);
  };

  /** Runs of numbers whose dates lie between two, inclusive. */
  const between = async (from: string, to: string): Promise<readonly [number, number]> => {
    let first: number | undefined;
    let end = 0;
    let at = 0;
    for (const [date, count] of await days()) {
      if (date && (!to || date <= to) && (!from || date >= from)) {
        first ??= at;
        end = at + count;
      }
      at += count;
    }
    return [first ?? 0, end];
  };

  /** Dates in order ('' last) and how many records each has. */
  const days = async (): Promise<readonly (readonly [string, number])[]> => {
    const { days: pairs, undated } = await meta();
    const result: [string, number][] = [];
    let day = 0;
    for (let n = 0; n < pairs.length; n += 2) {
      day = n ? day - (pairs[n] as number) : (pairs[n] as number);
      result.push([new Date(day * DAY).toISOString().slice(0, 10), pairs[n + 1] as number]);
    }
    if (undated) result.push(['', undated]);
    return result;
  };

  /** Records of a year: those with a date, and the items of yearly lists, undefined where they are too many to be listed. */
  const yearly = async (year: string): Promise<{ readonly from: number; readonly end: number; readonly last: number; readonly undated?: Uint32Array }> => {
    const [from, end] = await between(`${year}-01-01`, `${year}-12-31`);
    const { undated } = await meta();
    const found = undated ? await byTerm(FILTERS.year + year) : undefined;
    const known = found ? 'listed' in found && found.listed.numbers : NOTHING.numbers;
    return { from, end, last: info.count - undated, ...(known && { undated: known }) };
  };

  const segment: Segment = {
    info,
    days,
    byHash,
    rows: async (chunk: number): Promise<readonly FeedRow[]> => fromColumns(parse<RowChunk>(await current(fileOf('l', chunk)))),
    records: async (chunk: number): Promise<readonly FeedRow[]> => parse<readonly FeedRow[]>(await current(fileOf('r', chunk))),

    async candidates(query: Query): Promise<Candidates> {
      const { q, category, department, year, from, to } = query;
      const filters = [category && FILTERS.category + category, department && FILTERS.department + department].filter(Boolean);
      const bounds = from || to ? between(from, to) : undefined;
      const inYear = year ? yearly(year) : undefined;
      const [gone, ...conditions] = await Promise.all([
        isFiltered(query) || info.patch ? patch().then((known) => known) : NO_PATCH,
        ...terms(q).map(byText), ...filters.map(byTerm),
      ]);
      let low = 0;
      let high = info.count;
      if (bounds) [low, high] = await bounds;
      const years = await inYear;
      const lists: Listed[] = [];
      const counts: Counted[] = [];
      let narrowed = 0;
      for (const condition of conditions) {
        if (!condition) narrowed = -Infinity;
        else if ('listed' in condition) lists.push(condition.listed);
        else counts.push(condition.counted);
        narrowed++;
      }
      const inYears = (n: number): boolean => !years || (n >= years.from && n < years.end) || (years.undated ? years.undated.includes(n) : n >= years.last);
      if (years && !years.undated) narrowed = -Infinity;
      if (years?.undated && !years.undated.length) [low, high] = [Math.max(low, years.from), Math.min(high, years.end)];
      const removed = new Set(gone.gone);
      const mayBe = (n: number): boolean => n >= low && n < high && !removed.has(n) && inYears(n) && counts.every(({ files }) => files.has(Math.floor(n / size.rows)));
      if (lists.length) {
        const [shortest, ...others] = [...lists].sort((a, b) => a.numbers.length - b.numbers.length) as [Listed, ...Listed[]];
        const rest = others.map(({ numbers }) => new Set(numbers));
        const numbers = [...shortest.numbers].filter((n) => mayBe(n) && rest.every((set) => set.has(n)));
        const exact = lists.every((list) => list.exact) && !counts.length && narrowed > 0;
        return { segment, numbers: () => numbers, most: numbers.length, total: exact ? numbers.length : undefined, sure: exact, yield: 1 };
      }
      const { rows } = size;
      const all = function* (): Generator<number> {
        for (let n = low; n < high; n++) {
          const chunk = Math.floor(n / rows);
          if (counts.length && !counts.every(({ files }) => files.has(chunk))) n = (chunk + 1) * rows - 1;
          else if (!removed.has(n) && inYears(n)) yield n;
        }
      };
      const [only, more] = counts;
      if (only) {
        const sum = [...only.files.values()].reduce((total, count) => total + count, 0);
        const whole = low === 0 && high === info.count && !years && !more && narrowed > 0;
        return {
          segment, numbers: all, most: sum, sure: false, total: whole ? sum - (gone.hot[only.term] ?? 0) : undefined, yield: Math.max(sum / Math.max(1, only.files.size * rows), 0.02) / (more ? 4 : 1),
          // A term of two letters or digits is not counted in patches.
          ...(whole && gone.gone.length && !(only.term in gone.hot) && /^[a-z\d]{1,2}$/.test(only.term) && { total: undefined }),
        };
      }
      const removedHere = gone.gone.filter((n) => n >= low && n < high).length;
      const exact = narrowed >= 0;
      const most = years && (!years.undated || years.undated.length) ? [...all()].length : Math.max(0, high - low - removedHere);
      return { segment, numbers: all, most, total: exact ? most : undefined, sure: exact, yield: exact ? 1 : 0.2 };
    },
  };
  return segment;
}

/** Records that have a gram, and where in them a term would begin. */
interface Placed {
  readonly numbers: Uint32Array;
  readonly begins: Int16Array;
}

/** Somewhere in the text. */
const UNKNOWN = -1000;

/** Records in both, where both say that the term begins in the same place. */
const together = (a: Placed, b: Placed): Placed => {
  const numbers: number[] = [];
  const begins: number[] = [];
  for (let i = 0, j = 0; i < a.numbers.length && j < b.numbers.length;) {
    const x = a.numbers[i] as number;
    const y = b.numbers[j] as number;
    if (x === y) {
      const [here, there] = [a.begins[i] as number, b.begins[j] as number];
      if (here === there || here === UNKNOWN || there === UNKNOWN) {
        numbers.push(x);
        // Of one the place is not known: only the row tells.
        begins.push(here === there ? here : UNKNOWN);
      }
    }
    if (x <= y) i++;
    if (y <= x) j++;
  }
  return { numbers: Uint32Array.from(numbers), begins: Int16Array.from(begins) };
};
