/** One segment of a folder as a reader sees it: which of its records can answer a query. */
import type { Query } from '../query/query.js';
import { terms } from '../query/normalize.js';
import { numbersOfHash, readHashes } from '../format/hash-files.js';
import { NO_PATCH, openPatch, type ChunkSizes, type Tombstones } from '../format/tombstones.js';
import { parseJson } from '../format/json.js';
import { hash32 } from '../model/hash.js';
import { fileOf, HOLE, type NumberShard, type Patch, type RowChunk, type SegmentInfo, type SegmentMeta } from '../format/format.js';
import { intersectPostings, type TermQuery, type Listed, type Range } from './intersect-postings.js';
import { fromColumns, type FeedRow } from '../format/rows.js';
import { createTermLists } from './term-lists.js';
import { FILTERS, gramsOf, isCoarse, wholeNumberIn } from '../format/terms.js';

/** The records that may answer, in order. */
export interface Candidates {
  readonly segment: Segment;
  /** Their numbers, ascending; of many that are sure to answer, the first. */
  numbers(): Iterable<number>;
  /** How many of these there are at most. */
  readonly most: number;
  /** How many of these answer for sure, and whether that is each of them. */
  readonly least: number;
  readonly certain: boolean;
  /** Of those from this number on it is not known whether they answer: they have not been asked for. */
  readonly until: number;
  /** How many answer in all; undefined where only rows tell, or where not everything has been looked up. */
  readonly total: number | undefined;
  /** Whether one of them answers: nobody has to look. */
  readonly sure: (n: number) => boolean;
  /** Of how many that are looked at and not sure one answers, roughly: from 0 to 1. */
  readonly yield: number;
}

/** Whether there may be more than have been asked for. */
export const isPartial = ({ segment, until }: Candidates): boolean => until < segment.info.count;

/** How many records in each file of rows. */
interface Counted {
  readonly term: string;
  readonly files: ReadonlyMap<number, number>;
}

const DAY = 86_400_000;
const CODE = /^[a-z\d]{18}$/;

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
  /** @param needed so many that answer will do, the first; Infinity: all */
  candidates(query: Query, needed: number): Promise<Candidates>;
}

/** What has become of a segment. */
interface Changes extends Tombstones {
  /** How many records have a frequent term now. */
  readonly frequentCounts: ReadonlyMap<string, number>;
}

const UNCHANGED: Promise<Changes> = Promise.resolve({ ...openPatch(NO_PATCH, { rows: 1, records: 1 }), frequentCounts: new Map() });

const whole = (term: string): TermQuery => ({ length: term.length, grams: [{ term, at: 0 }] });

/** A text that is searched, as its grams say it. */
const termQueryOf = (term: string): TermQuery => {
  const grams = gramsOf(term);
  return grams.length ? { length: term.length, grams } : whole(term);
};

/** @param file a file of the segment by its name */
export function createSegment(info: SegmentInfo, size: ChunkSizes, file: (name: string) => Promise<Uint8Array>): Segment {
  let opened: Promise<Changes> | undefined;
  const readPatch = async (name: string): Promise<Changes> => {
    const patch = parseJson<Patch>(await file(name));
    const frequentCounts = new Map(info.frequentTerms.flat().map((term, k) => [term, patch.frequentCounts[k] as number]));
    return { ...openPatch(patch, size), frequentCounts };
  };
  const patch = (): Promise<Changes> => {
    if (!info.patch) return UNCHANGED;
    if (!opened) {
      opened = readPatch(info.patch);
      opened.catch(() => { opened = undefined; });
    }
    return opened;
  };
  const meta = async (): Promise<SegmentMeta> => parseJson<SegmentMeta>(await file('meta.json'));
  /** A file that may have been written anew. */
  const current = async (name: string): Promise<Uint8Array> => file((await patch()).nameOf(name));
  const lists = createTermLists(info, file);

  const byNumber = async (term: string, number: string): Promise<Listed> => {
    const { texts, of } = parseJson<NumberShard>(await current(fileOf('n', hash32(number) % info.numbers)));
    const pairs = of[number] ?? [];
    const fits = texts.map((text) => text.split(HOLE).join(number).includes(term));
    const numbers = pairs.filter((_, n) => n % 2 && fits[pairs[n - 1] as number]);
    return { numbers: Uint32Array.from(new Set(numbers)).sort(), sure: true };
  };

  /** Numbers of the records that an id or a credit code has: those, and by chance another. */
  const byHash = async (key: string): Promise<Uint32Array> => {
    const hash = hash32(key);
    const hashes = readHashes(await file(fileOf('h', hash % info.hashes)));
    return Uint32Array.from(numbersOfHash(hashes, Math.floor(hash / info.hashes))).sort();
  };

  /** How many have a text that has one gram; undefined where it has several, or some are deleted and the others not counted. */
  const countOf = async ({ grams: [gram, more] }: TermQuery, { deleted, frequentCounts }: Changes): Promise<number | undefined> => {
    if (!gram || more) return undefined;
    const isFrequent = lists.frequent.has(gram.term);
    if (deleted.length) return frequentCounts.get(gram.term);
    const [entry] = isFrequent ? [] : await lists.lookUp([gram.term]);
    return lists.countOf(gram.term, entry);
  };

  const countsOf = async (term: string): Promise<Counted> => {
    const [entry] = await lists.lookUp([term]);
    return { term, files: entry ? await lists.filesOf(term, entry) : new Map() };
  };

  /** What has a file of its own, by which it is found at once. */
  const directly = (term: string): Promise<Listed> | undefined => {
    if (CODE.test(term) && info.longest < term.length) return byHash(`c${term}`).then((numbers) => ({ numbers, sure: false }));
    const number = info.numbers && /[^a-z\d]/.test(term) ? wholeNumberIn(term) : undefined;
    return number ? byNumber(term, number) : undefined;
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

  /** Records of a year: those with a date, and the items of yearly lists. */
  const yearly = async (year: string): Promise<{ readonly from: number; readonly end: number; readonly undated: ReadonlySet<number> }> => {
    const [from, end] = await between(`${year}-01-01`, `${year}-12-31`);
    const { undated } = await meta();
    const term = FILTERS.year + year;
    const range = Promise.resolve({ low: info.count - undated, high: info.count, needed: Infinity });
    const found = undated ? await intersectPostings(info, lists, [whole(term)], Promise.resolve([]), range) : undefined;
    return { from, end, undated: new Set(found?.numbers) };
  };

  const segment: Segment = {
    info,
    days,
    byHash,
    rows: async (chunk: number): Promise<readonly FeedRow[]> => fromColumns(parseJson<RowChunk>(await current(fileOf('l', chunk)))),
    records: async (chunk: number): Promise<readonly FeedRow[]> => parseJson<readonly FeedRow[]>(await current(fileOf('r', chunk))),

    async candidates(query: Query, needed: number): Promise<Candidates> {
      const { q, category, department, year, from, to } = query;
      const words = terms(q);
      const direct = words.map(directly);
      const asked = [
        ...words.filter((term, n) => !direct[n] && !isCoarse(term)).map(termQueryOf),
        ...[category && FILTERS.category + category, department && FILTERS.department + department].filter(Boolean).map(whole),
      ];
      const changed = patch();
      const counting = Promise.all(words.filter((term) => isCoarse(term)).map(countsOf));
      const isCounted = words.some((term) => isCoarse(term));
      const inYear = year ? yearly(year) : undefined;
      const bounds = from || to ? between(from, to) : undefined;
      const range = async (): Promise<Range> => {
        let [low, high] = (await bounds) ?? [0, info.count];
        const years = await inYear;
        if (years && !years.undated.size) [low, high] = [Math.max(low, years.from), Math.min(high, years.end)];
        const isAny = !isCounted && !years?.undated.size;
        return { low, high, needed: isAny ? needed + (await changed).deleted.length : Infinity };
      };
      const limits = range();
      const found = await intersectPostings(info, lists, asked, Promise.all(direct.filter((some) => some !== undefined)), limits);
      const { low, high } = await limits;
      const years = await inYear;
      const deleted = await changed;
      const counts = await counting;
      const removed = new Set(deleted.deleted);
      const inYears = (n: number): boolean => !years || (n >= years.from && n < years.end) || years.undated.has(n);
      const { rows } = size;
      /** Whether all or some records of a file have every term that is only counted. */
      const someIn = (chunk: number): boolean => counts.every(({ files }) => files.has(chunk));
      const allIn = (chunk: number): boolean => counts.every(({ files }) => files.get(chunk) === Math.min(rows, info.count - chunk * rows));
      const chunkOf = (n: number): number => Math.floor(n / rows);
      if (found) {
        const numbers = found.numbers.filter((n) => !removed.has(n) && inYears(n) && someIn(chunkOf(n)));
        const sure = (n: number): boolean => !found.unsure.has(n) && (!counts.length || allIn(chunkOf(n)));
        const least = numbers.filter(sure).length;
        const certain = least === numbers.length;
        const isAll = low === 0 && high === info.count && !years;
        const [only] = asked;
        const isOneTerm = isAll && asked.length === 1 && !counts.length && !direct.some(Boolean);
        let total = certain && found.until >= high ? least : undefined;
        if (total === undefined && certain && isOneTerm && only) total = await countOf(only, deleted);
        return {
          segment, numbers: () => numbers, most: numbers.length, least, certain, total, sure,
          until: found.until < high ? found.until : info.count, yield: counts.length ? found.yield / 4 : found.yield,
        };
      }
      const all = function* (): Generator<number> {
        for (let n = low; n < high; n++) {
          const chunk = chunkOf(n);
          if (!someIn(chunk)) n = (chunk + 1) * rows - 1;
          else if (!removed.has(n) && inYears(n)) yield n;
        }
      };
      const [only, more] = counts;
      if (only) {
        const sum = [...only.files.values()].reduce((total, count) => total + count, 0);
        const isWhole = low === 0 && high === info.count && !years && !more && !removed.size;
        const share = Math.max(sum / Math.max(1, only.files.size * rows), 0.02);
        return {
          segment, numbers: all, most: sum, least: 0, certain: false, until: info.count, total: isWhole ? sum : undefined,
          sure: (n) => allIn(chunkOf(n)), yield: more ? share / 4 : share,
        };
      }
      const removedHere = deleted.deleted.filter((n) => n >= low && n < high).length;
      const most = years?.undated.size ? [...all()].length : Math.max(0, high - low - removedHere);
      return { segment, numbers: all, most, least: most, certain: true, until: info.count, total: most, sure: () => true, yield: 1 };
    },
  };
  return segment;
}
