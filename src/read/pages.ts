/** From records that may answer a query to a page of those that do. */
import type { Kind } from '../model/kinds.js';
import type { SgsRecord } from '../model/record.js';
import { createFilter } from '../query/filter.js';
import { terms } from '../query/normalize.js';
import { clamp, type Query } from '../query/query.js';
import type { Searched } from '../format/format.js';
import { searchedText } from '../format/terms.js';
import { byId, daysOf, isMixed, type Place } from './days.js';
import type { FolderReader, Records } from './folder.js';
import { isPartial, type Candidates } from './segment.js';

/** So many rows are looked at in one turn, at least. */
const FEW = 20;
/** Longer pages are exports: they want whole records. */
const LONGEST_PAGE = 100;

/** Whether a record answers a query: what a segment says of its records is held against them. */
export function matcherOf(query: Query, searched: Searched): (record: SgsRecord) => boolean {
  const words = terms(query.q);
  const passes = createFilter(query);
  return (record) => {
    const text = words.length ? searchedText(record, searched) : '';
    return passes(record) && words.every((word) => text.includes(word));
  };
}

/** The records of some days, each day's in their order. */
async function recordsOf(
  folder: FolderReader, days: readonly (readonly Place[])[], kind: Kind, whole: boolean,
): Promise<readonly Records[]> {
  const records = await folder.recordsAt(days.flat(), kind, whole);
  let at = 0;
  return days.map((day) => {
    const own = records.slice(at, at += day.length);
    return isMixed(day) ? own.sort(byId) : own;
  });
}

export interface Found {
  readonly rows: readonly SgsRecord[];
  readonly total: number;
  readonly page: number;
  readonly complete: boolean;
  /** There are more, which have not been asked for and might stand here. */
  readonly isShort: boolean;
}

/**
 * A page where each candidate answers: only its own are looked at.
 * @param total so many, or at least so many
 */
export async function pageFromCandidates(
  folder: FolderReader, all: readonly Candidates[], query: Query, total: number, page: number, complete: boolean,
): Promise<Found> {
  const { kind, descending, size } = query;
  const matches = matcherOf(query, folder.edition().info.searched);
  const from = (page - 1) * size;
  const wanted: { readonly day: readonly Place[]; readonly skip: number; readonly take: number }[] = [];
  const days = await daysOf(all, descending);
  let at = 0;
  while (at < from + size) {
    const { value: day } = days.next();
    if (!day) break;
    const skip = Math.max(0, from - at);
    const take = Math.min(day.length, from + size - at);
    at += day.length;
    if (skip >= take) continue;
    // Of one segment it is known which they are; of several their ids have to be seen.
    wanted.push(isMixed(day) ? { day, skip, take } : { day: day.slice(skip, take), skip: 0, take: take - skip });
  }
  const whole = await recordsOf(folder, wanted.map(({ day }) => day), kind, size > LONGEST_PAGE);
  const read = wanted.map(({ skip, take }, n) => whole[n]?.slice(skip, take) ?? []);
  const rows = read.flat().filter((record): record is SgsRecord => Boolean(record && matches(record)));
  // What may not be shown any more since it was published is not counted either, as far as it has been seen.
  return { rows, total: total - (read.flat().length - rows.length), page, complete, isShort: at < from + size && all.some(isPartial) };
}

/** A page where only the rows tell which records answer: as many are looked at as it takes. @param total if it is known */
export async function verifyCandidates(
  folder: FolderReader, all: readonly Candidates[], query: Query, total: number | undefined, signal: AbortSignal | undefined,
): Promise<Found> {
  const { kind, descending, size } = query;
  const matches = matcherOf(query, folder.edition().info.searched);
  const yields = Math.min(1, ...all.map((candidates) => candidates.yield));
  const least = all.reduce((sum, candidates) => sum + candidates.least, 0);
  const sure = new Map(all.map((candidates) => [candidates.segment, candidates.sure]));
  // One more than the page tells whether there is another, unless that is known.
  const needed = Math.min(total ?? Infinity, query.page * size + (least > query.page * size ? 0 : 1));
  const found: SgsRecord[] = [];
  const days = await daysOf(all, descending);
  let done = false;
  let certain = 0;
  for (let round = 1; !done && found.length < needed; round *= 8) {
    stopIf(signal);
    const batch: (readonly Place[])[] = [];
    const missing = needed - found.length;
    // Enough are known to answer: all up to the last of these. Else as many as are likely to do, and then many more.
    const enough = least >= needed ? Infinity : Math.max(FEW, Math.ceil((missing / yields) * 1.5)) * round;
    for (let length = 0, known = 0; known < missing && length < enough;) {
      const { value: day } = days.next();
      done = !day;
      if (!day) break;
      batch.push(day);
      length += day.length;
      known += day.filter(({ segment, n }) => sure.get(segment)?.(n)).length;
    }
    const read = await recordsOf(folder, batch, kind, size > LONGEST_PAGE);
    for (const place of batch.flat()) if (sure.get(place.segment)?.(place.n)) certain++;
    for (const record of read.flat()) if (record && matches(record)) found.push(record);
  }
  const partial = all.some(isPartial);
  const over = done && !partial;
  const pages = clamp(Math.ceil(found.length / size), Infinity);
  const page = over ? clamp(query.page, pages) : query.page;
  // Those that have not been looked at but answer all the same.
  const notLookedAt = Math.max(0, least - certain);
  return {
    rows: found.slice((page - 1) * size, page * size),
    total: over ? found.length : total ?? found.length + notLookedAt,
    page,
    complete: over || total !== undefined,
    isShort: partial && found.length < needed,
  };
}

export function stopIf(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new DOMException('', 'AbortError');
}
