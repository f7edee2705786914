/** `sgs.json`: the newest rows as a feed, and what else there is. */
import type { FeedMeta } from '../feed/feed.js';
import { KINDS, type Kind } from '../model/kinds.js';
import { openPatch, type ChunkSizes } from '../format/tombstones.js';
import { encodeJson } from '../format/json.js';
import type { Files } from './folder.js';
import { fileOf, type RowChunk, type SegmentInfo, type ShardsInfo } from '../format/format.js';
import { nameIn, patchOf } from './existing-segment.js';
import { fromColumns, textIn, type FeedRow } from '../format/rows.js';
import { openKeys } from './segment-keys.js';
import { byDateThenId, type ShardSettings } from './index-row.js';

export const MANIFEST = 'sgs.json';

/** What stands there beside the feed's own words. */
export interface Manifest extends Partial<FeedMeta> {
  readonly settings: ShardSettings;
  /** Of this format or another. */
  readonly shards: Omit<ShardsInfo, 'format'> & { readonly format: number };
}

/** The newest rows of a kind, as they come out of its segments. */
const newest = (files: Files, kind: Kind, segments: readonly SegmentInfo[], sizes: ChunkSizes, first: number): readonly FeedRow[] => {
  const { rows: size } = sizes;
  const all = segments.flatMap((info) => {
    const tombstones = openPatch(patchOf(files, info), sizes);
    const keys = openKeys(files, info);
    const rows: { readonly id: string; readonly date: string; readonly row: FeedRow }[] = [];
    for (let chunk = 0; rows.length < first && chunk * size < info.count; chunk++) {
      fromColumns(files.must<RowChunk>(nameIn({ info, tombstones }, fileOf('l', chunk)))).forEach((row, at) => {
        if (!Object.keys(row).length) return;
        rows.push({ id: keys.idOf(chunk * size + at), date: textIn(row, 'decidedOn'), row: { kind, ...row } });
      });
    }
    return rows.slice(0, first);
  });
  return all.sort(byDateThenId).slice(0, first).map(({ row }) => row);
};

/** @param first rows of each kind */
export function writeManifest(
  files: Files, { publisher, notice, remedy }: Partial<FeedMeta>, updated: string,
  settings: ShardSettings, shards: ShardsInfo, first: number,
): void {
  const records = KINDS.flatMap((kind) => newest(files, kind, shards.kinds[kind]?.segments ?? [], settings, first));
  files.folder.settle();
  files.write(MANIFEST, encodeJson({
    version: 1, standard: '2018', ...(publisher && { publisher }), updated,
    ...(notice && { notice }), ...(remedy && { remedy }), settings, records, shards,
  }));
}
