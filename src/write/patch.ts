/** Takes the records that leave a segment out of the files that hold them. */
import { foldText } from '../query/fold.js';
import { openPatch, patchFor, shardsFor, shardsOf } from '../format/tombstones.js';
import type { Files } from './folder.js';
import { fileOf, type NumberShard, type RowChunk, type SegmentInfo } from '../format/format.js';
import { numberedParts } from './index-writer.js';
import { nameIn, recordsOf, type ExistingSegment } from './existing-segment.js';
import { fromColumns, toColumns, type FeedRow } from '../format/rows.js';
import { filtersOf, type ShardSettings } from './index-row.js';
import { allTermsOf, numbersIn, searchedText } from '../format/terms.js';

/** @returns what the manifest says of the segment now */
export const patchSegment = (files: Files, segment: ExistingSegment, settings: ShardSettings, today: string): SegmentInfo => {
  const { info, patch, tombstones, toDelete } = segment;
  if (!toDelete.size) return info;
  const hot = { ...patch.hot };
  const isFrequent = new Set(info.hot.flat());
  const shards = new Map(shardsOf(patch, tombstones));
  for (const [n, record] of recordsOf(files, segment, settings.records, today, toDelete)) {
    const text = searchedText(record, settings.searched);
    for (const term of [...allTermsOf(text), ...filtersOf(record)]) if (isFrequent.has(term)) hot[term] = (hot[term] ?? 0) + 1;
    if (settings.searched !== 'text') shards.set(n, shardsFor(numberedParts(text, foldText(record.creditCode ?? '')).flatMap(numbersIn), info));
  }
  const next = patchFor([...segment.deleted, ...toDelete].sort((a, b) => a - b), shards, hot);
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
  return { ...info, patch: name.slice(info.path.length + 1) };
};

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
