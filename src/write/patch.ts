/** Takes the records that leave a segment out of the files that hold them. */
import { normalizeText } from '../query/normalize.js';
import { openPatch, patchFor, shardsFor, shardsOf } from '../format/tombstones.js';
import type { Files } from './folder.js';
import { ByteReader } from '../format/bytes.js';
import { hash32 } from '../model/hash.js';
import { fileOf, type NumberShard, type RowChunk, type SegmentInfo } from '../format/format.js';
import { ownFile } from '../format/term-files.js';
import type { Erasure } from './erase.js';
import { hashKeys } from './hash-writer.js';
import { numberedParts } from './index-writer.js';
import { nameIn, recordsOf, type ExistingSegment } from './existing-segment.js';
import { fromColumns, toColumns, type FeedRow } from '../format/rows.js';
import { filtersOf, type ShardSettings } from './index-row.js';
import { allTermsOf, numbersIn, searchedText } from '../format/terms.js';

/** A segment without the records that leave it. */
export interface Patched {
  /** What the manifest says of it now. */
  readonly info: SegmentInfo;
  /** Where in the index they still stand. */
  readonly erasure?: Erasure;
}

/** @param now milliseconds */
export function patchSegment(files: Files, segment: ExistingSegment, settings: ShardSettings, today: string, now: number): Patched {
  const { info, patch, tombstones, toDelete } = segment;
  if (!toDelete.size) return { info };
  const frequent = new Map(info.frequentTerms.flat().map((term, k) => [term, patch.frequentCounts[k] ?? countIn(files, info, term)]));
  const shards = new Map(shardsOf(patch, tombstones));
  const grams = new Set<number>();
  const hashes = new Set<number>();
  for (const [n, record] of recordsOf(files, segment, settings.records, today, toDelete)) {
    const text = searchedText(record, settings.searched);
    const code = normalizeText(record.creditCode ?? '');
    const terms = new Set([...allTermsOf(text), ...filtersOf(record)]);
    for (const term of terms) {
      const count = frequent.get(term);
      if (count !== undefined) frequent.set(term, count - 1);
      grams.add(hash32(term) % info.grams);
    }
    for (const key of hashKeys(segment.keys.idOf(n), code)) hashes.add(hash32(key) % info.hashes);
    if (settings.searched !== 'text') shards.set(n, shardsFor(numberedParts(text, code).flatMap(numbersIn), info));
  }
  const erasure = { path: info.path, since: now, numbers: [...toDelete], grams: [...grams], hashes: [...hashes] };
  const next = patchFor([...segment.deleted, ...toDelete].sort((a, b) => a - b), shards, [...frequent.values()]);
  const { nameOf } = openPatch(next, settings);
  // Its name says what is gone from it, so that one that is there already is the same.
  const rewrite = (name: string, value: unknown): void => void files.put(value, () => `${info.path}/${nameOf(name)}`);
  const chunks = (size: number): readonly number[] => [...new Set([...toDelete].map((n) => Math.floor(n / size)))];
  for (const chunk of chunks(settings.rows)) {
    const name = fileOf('l', chunk);
    const rows = fromColumns(files.must<RowChunk>(nameIn(segment, name)));
    rewrite(name, toColumns(rows.map((row, at) => (toDelete.has(chunk * settings.rows + at) ? {} : row))));
  }
  for (const chunk of chunks(settings.records)) {
    const name = fileOf('r', chunk);
    const rows = files.must<readonly FeedRow[]>(nameIn(segment, name));
    rewrite(name, rows.map((row, at) => (toDelete.has(chunk * settings.records + at) ? {} : row)));
  }
  for (const shard of new Set([...toDelete].flatMap((n) => shards.get(n) ?? []))) {
    const name = fileOf('n', shard);
    rewrite(name, withoutRecords(files.must<NumberShard>(nameIn(segment, name)), toDelete));
  }
  const name = files.put(next, (sum) => `${info.path}/patch-${sum}.json`);
  return { info: { ...info, patch: name.slice(info.path.length + 1) }, erasure };
}

/** How many records of a segment without a patch have a frequent term. */
const countIn = (files: Files, { path }: SegmentInfo, term: string): number =>
  new ByteReader(files.bytes(`${path}/${ownFile(term)}`)).number();

/** A shard of numbers without some records, and without texts that only they had. */
const withoutRecords = ({ texts, of }: NumberShard, deleted: ReadonlySet<number>): NumberShard => {
  const own = new Map<string, number>();
  const left: Record<string, number[]> = {};
  for (const number of Object.keys(of)) {
    const pairs = of[number] as readonly number[];
    for (let at = 0; at < pairs.length; at += 2) {
      const record = pairs[at + 1] as number;
      if (deleted.has(record)) continue;
      const text = texts[pairs[at] as number] as string;
      if (!own.has(text)) own.set(text, own.size);
      (left[number] ??= []).push(own.get(text) as number, record);
    }
  }
  return { texts: [...own.keys()], of: left };
};
