/**
 * Erases deleted records from the lists of terms and hashes of a segment. A patch only hides them: who collects the
 * numbers and places that a record has in all these lists can put its text together again, character by character.
 *
 * The files keep their names, since a search would have to read which of them have others. So this comes last, when nobody
 * has a manifest any more that shows the records (`--keep`), and either version of a file goes with either version of the
 * others: a reader leaves out deleted numbers anyway, and what a patch counts is not what these files count.
 * Done twice, it comes to the same: what was cut short is done again as a whole.
 *
 * A record stands in some fifty files of lists; in an index of a million, a day's withdrawals come to 5 % of it. So a
 * publication has a budget and goes on where the one before it stopped; what waits has more and more files in common.
 */
import { ByteReader, ByteWriter } from '../format/bytes.js';
import { fileOf, type SegmentInfo } from '../format/format.js';
import {
  COUNTED, LISTED, OWN, ownFile, packCounts, packTerms, readCounts, readTerms, withoutPostings, type TermEntry,
} from '../format/term-files.js';
import { allTermsOf, isCoarse, searchedText } from '../format/terms.js';
import { recordsOf, type Located } from './existing-segment.js';
import type { Files } from './folder.js';
import type { ShardSettings } from './index-row.js';

/** Records to be erased from a segment, and the numbers of the files that have something of them. */
export interface Erasure {
  /** The segment's. */
  readonly path: string;
  /** Since when they are deleted: milliseconds. */
  readonly since: number;
  readonly numbers: readonly number[];
  readonly grams: readonly number[];
  readonly hashes: readonly number[];
}

/** Bytes that a publication may write for each record of the folder (an index has some 90), and on this in any case. */
const BUDGET = 4;
const LEAST_BUDGET = 250_000;
/** Milliseconds after which it is done whatever it costs: a week. */
const PATIENCE = 604_800_000;

/** Bytes that may be spent on erasing. @param count records of the folder @param written bytes of all else that is published */
export const budgetFor = (count: number, written: number): number => Math.max(LEAST_BUDGET, count * BUDGET - written);

/** How many rows of a file have a term that is only counted, without those deleted. */
type Recount = (chunk: number, term: string) => number;

interface Erasing {
  readonly files: Files;
  readonly info: SegmentInfo;
  readonly numbers: ReadonlySet<number>;
  /** The same, ascending. */
  readonly sorted: Uint32Array;
  /** The files of rows that these stand in. */
  readonly chunks: ReadonlySet<number>;
  readonly recount: Recount;
}

export interface EraseOptions {
  readonly settings: ShardSettings;
  /** Today in China, ISO. */
  readonly today: string;
  /** Since when a record has to be deleted for it to be done whatever it costs: milliseconds. */
  readonly overdue: number;
  /** Whether there is no budget left. */
  readonly isSpent: () => boolean;
}

/** @param now and `keep`: milliseconds */
export const overdueAt = (now: number, keep: number): number => now - keep - PATIENCE;

/**
 * @param segment with the patch that has just been published
 * @returns what is left to do
 */
export function eraseFromSegment(files: Files, segment: Located, erasures: readonly Erasure[], options: EraseOptions): readonly Erasure[] {
  const { info, tombstones } = segment;
  const { settings: { rows }, isSpent, overdue } = options;
  const deleted = new Set(tombstones.deleted);
  // A publication may have listed them and been cut short before it deleted them.
  const numbers = new Set(erasures.flatMap((erasure) => erasure.numbers).filter((n) => deleted.has(n)));
  if (!numbers.size) return [];
  const chunks = new Set(Array.from(numbers, (n) => Math.floor(n / rows)));
  const sorted = Uint32Array.from(numbers).sort();
  const erasing: Erasing = { files, info, numbers, sorted, chunks, recount: createRecount(files, segment, options) };
  const oldestFirst = [...erasures].sort((a, b) => a.since - b.since);
  const done = { grams: new Set<number>(), hashes: new Set<number>() };
  for (const { since, grams, hashes } of oldestFirst) {
    const mayStop = since > overdue;
    for (const shard of hashes) {
      if (done.hashes.has(shard)) continue;
      if (mayStop && isSpent()) break;
      eraseFromHashes(erasing, shard);
      done.hashes.add(shard);
    }
    for (const shard of grams) {
      if (done.grams.has(shard)) continue;
      if (mayStop && isSpent()) break;
      eraseFromTerms(erasing, shard);
      done.grams.add(shard);
    }
  }
  return erasures
    .map((erasure) => ({
      ...erasure,
      grams: erasure.grams.filter((shard) => !done.grams.has(shard)),
      hashes: erasure.hashes.filter((shard) => !done.hashes.has(shard)),
    }))
    .filter(({ grams, hashes }) => grams.length || hashes.length);
}

function eraseFromTerms(erasing: Erasing, shard: number): void {
  const { files, info } = erasing;
  const name = `${info.path}/${fileOf('g', shard)}`;
  const terms = readTerms(files.bytes(name));
  const left = terms.map((term) => (term.type & COUNTED ? eraseFromCounts(erasing, term) : eraseFromPostings(erasing, term)));
  if (left.some((term, k) => term !== terms[k])) files.replace(name, packTerms(left.filter((term) => term !== undefined)));
}

function eraseFromHashes({ files, info, numbers }: Erasing, shard: number): void {
  const name = `${info.path}/${fileOf('h', shard)}`;
  const hashes = withoutHashes(new ByteReader(files.bytes(name)), numbers);
  if (hashes) files.replace(name, hashes);
}

function createRecount(files: Files, segment: Located, { settings: { records, rows, searched }, today }: EraseOptions): Recount {
  const deleted = new Set(segment.tombstones.deleted);
  const counts = new Map<number, ReadonlyMap<string, number>>();
  const countsOf = (chunk: number): ReadonlyMap<string, number> => {
    const own = new Map<string, number>();
    const wanted = new Set(Array.from({ length: rows }, (_, k) => chunk * rows + k).filter((n) => !deleted.has(n)));
    for (const [, record] of recordsOf(files, segment, records, today, wanted)) {
      for (const term of allTermsOf(searchedText(record, searched))) if (isCoarse(term)) own.set(term, (own.get(term) ?? 0) + 1);
    }
    counts.set(chunk, own);
    return own;
  };
  return (chunk, term) => (counts.get(chunk) ?? countsOf(chunk)).get(term) ?? 0;
}

/** A term's entry without the records: itself where it had none of them, undefined where it has no others. */
function eraseFromPostings(erasing: Erasing, term: TermEntry): TermEntry | undefined {
  if (term.type & OWN) return eraseFromOwnFiles(erasing, term);
  const list = withoutPostings(term.bytes, term.count, erasing.sorted);
  if (list.count === term.count) return term;
  return list.count ? { ...term, ...list } : undefined;
}

function eraseFromOwnFiles({ files, info, sorted }: Erasing, term: TermEntry): TermEntry | undefined {
  const isCut = info.blocks > 1 && term.count > info.split;
  const names = Array.from({ length: isCut ? info.blocks : 1 }, (_, block) => `${info.path}/${ownFile(term.name, block)}`);
  const [head] = names as [string];
  // Its files are removed before the term is.
  if (!files.folder.exists(head)) return undefined;
  let before = 0;
  const lists = names.map((name) => {
    const reader = new ByteReader(files.bytes(name));
    if (name === head) {
      before = reader.number();
      reader.byte();
    }
    const count = isCut ? reader.number() : before;
    return { name, before: count, ...withoutPostings(reader.rest(), count, sorted) };
  });
  const total = lists.reduce((sum, { count }) => sum + count, 0);
  if (!total) {
    for (const name of [...names].reverse()) files.folder.remove(name);
    return undefined;
  }
  for (const { name, before: had, count, bytes } of lists) {
    if (had === count && (name !== head || before === total)) continue;
    const file = new ByteWriter();
    if (name === head) {
      file.number(total);
      file.byte(LISTED);
    }
    if (isCut) file.number(count);
    file.all(bytes);
    files.replace(name, file.done());
  }
  // A reader knows by the count whether a list is cut into blocks, and it still is.
  const shown = isCut ? Math.max(total, info.split + 1) : total;
  return shown === term.count ? term : { ...term, count: shown };
}

function eraseFromCounts({ files, info, chunks, recount }: Erasing, term: TermEntry): TermEntry | undefined {
  const own = term.type & OWN ? `${info.path}/${ownFile(term.name)}` : undefined;
  if (own && !files.folder.exists(own)) return undefined;
  const reader = new ByteReader(own ? files.bytes(own) : term.bytes);
  const before = own ? reader.number() : term.count;
  if (own) reader.byte();
  const counts = new Map(readCounts(reader));
  let isChanged = false;
  for (const chunk of chunks) {
    const had = counts.get(chunk);
    if (!had) continue;
    const count = recount(chunk, term.name);
    isChanged ||= count !== had;
    if (count) counts.set(chunk, count);
    else counts.delete(chunk);
  }
  // Its file may have been written and that of the term not, when a publication was cut short.
  if (!isChanged) return before === term.count ? term : { ...term, count: before };
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  if (!total && own) files.folder.remove(own);
  if (!total) return undefined;
  const bytes = packCounts(counts);
  if (own) {
    const file = new ByteWriter();
    file.number(total);
    file.byte(COUNTED);
    file.all(bytes);
    files.replace(own, file.done());
  }
  return total === term.count ? term : { ...term, count: total, bytes: own ? term.bytes : bytes };
}

/** A file of hashes without the records; undefined where it has none of them. */
function withoutHashes(reader: ByteReader, numbers: ReadonlySet<number>): Uint8Array | undefined {
  const result = new ByteWriter();
  let isChanged = false;
  let hash = 0;
  let last = 0;
  while (!reader.atEnd) {
    hash += reader.number();
    const n = reader.number();
    if (numbers.has(n)) {
      isChanged = true;
      continue;
    }
    result.number(hash - last);
    result.number(n);
    last = hash;
  }
  return isChanged ? result.done() : undefined;
}
