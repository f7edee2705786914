/** What has been published before: segments, and what happens to them. */
import { createReader } from '../feed/reader.js';
import { KINDS, type Kind } from '../model/kinds.js';
import type { SgsConfig } from '../model/config.js';
import type { SgsRecord } from '../model/record.js';
import { NO_PATCH, openPatch, type ChunkSizes, type Tombstones } from '../format/tombstones.js';
import type { Files } from './folder.js';
import { fileOf, type Patch, type SegmentInfo, type ShardsInfo } from '../format/format.js';
import { reread } from '../format/reread.js';
import type { FeedRow } from '../format/rows.js';
import type { SegmentKeys } from './segment-writer.js';

export interface ExistingSegment {
  readonly kind: Kind;
  readonly info: SegmentInfo;
  readonly keys: SegmentKeys;
  readonly patch: Patch;
  readonly tombstones: Tombstones;
  /** Numbers of the records that are gone, and of those that go now. */
  readonly deleted: ReadonlySet<number>;
  readonly toDelete: Set<number>;
}

export const patchOf = (files: Files, { path, patch }: SegmentInfo): Patch => (patch ? files.must<Patch>(`${path}/${patch}`) : NO_PATCH);

export const existingSegments = (files: Files, shards: (Pick<ShardsInfo, 'kinds'> & ChunkSizes) | undefined): readonly ExistingSegment[] =>
  KINDS.flatMap((kind) => (shards?.kinds[kind]?.segments ?? []).map((info) => {
    const patch = patchOf(files, info);
    const tombstones = openPatch(patch, shards as ChunkSizes);
    return { kind, info, keys: files.must<SegmentKeys>(`${info.path}/keys.json`), patch, tombstones, deleted: new Set(tombstones.deleted), toDelete: new Set<number>() };
  }));

/** Records that are left. */
export const liveCount = ({ info, deleted, toDelete }: ExistingSegment): number => info.count - deleted.size - toDelete.size;

/** A file that may have been written anew. */
export const nameIn = ({ info, tombstones }: Pick<ExistingSegment, 'info' | 'tombstones'>, name: string): string => `${info.path}/${tombstones.nameOf(name)}`;

const OPEN_GATE: NonNullable<SgsConfig['gate']> = { internal: false, restricted: false, revoked: false, expired: false, future: false, minor: false };
/** They have been cleaned as the site wishes. */
const OPEN_PRIVACY: NonNullable<SgsConfig['privacy']> = { maskNames: false, legalRepresentative: true, redactText: false };

/**
 * Records of a segment by their numbers; nothing is withheld, for they have to be taken out of all counts.
 * @param size records in a file
 */
export function* recordsOf(files: Files, segment: ExistingSegment, size: number, today: string, numbers?: ReadonlySet<number>): Generator<readonly [n: number, record: SgsRecord]> {
  for (let chunk = 0; chunk * size < segment.info.count; chunk++) {
    if (numbers && !someIn(numbers, chunk * size, size)) continue;
    const rows = files.must<readonly FeedRow[]>(nameIn(segment, fileOf('r', chunk)));
    const all = reread(rows, segment.kind, createReader, { gate: OPEN_GATE, privacy: OPEN_PRIVACY }, today);
    for (const [at, record] of all.entries()) {
      const n = chunk * size + at;
      if (record && (!numbers || numbers.has(n))) yield [n, record];
    }
  }
}

const someIn = (numbers: ReadonlySet<number>, from: number, count: number): boolean => {
  for (let n = from; n < from + count; n++) if (numbers.has(n)) return true;
  return false;
};
