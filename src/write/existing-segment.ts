/** What has been published before: segments, and what is deleted from them. */
import { createReader } from '../feed/reader.js';
import { KINDS, type Kind } from '../model/kinds.js';
import type { SgsConfig } from '../model/config.js';
import type { SgsRecord } from '../model/record.js';
import { NO_PATCH, openPatch, type ChunkSizes, type Tombstones } from '../format/tombstones.js';
import type { Files } from './folder.js';
import { fileOf, type Patch, type SegmentInfo, type ShardsInfo } from '../format/format.js';
import { reread } from '../format/reread.js';
import type { FeedRow } from '../format/rows.js';
import { openKeys, type SegmentKeys } from './segment-keys.js';

/** A segment, and what has been deleted from it. */
export interface Located {
  readonly kind: Kind;
  readonly info: SegmentInfo;
  readonly tombstones: Tombstones;
}

export interface ExistingSegment extends Located {
  readonly keys: SegmentKeys;
  readonly patch: Patch;
  /** Numbers of the records that are deleted, and of those that this publication deletes. */
  readonly deleted: ReadonlySet<number>;
  readonly toDelete: Set<number>;
}

export const patchOf = (files: Files, { path, patch }: SegmentInfo): Patch => (patch ? files.must<Patch>(`${path}/${patch}`) : NO_PATCH);

type Shards = (Pick<ShardsInfo, 'kinds'> & ChunkSizes) | undefined;

/** The segments of a manifest. */
export const segmentsIn = (files: Files, shards: Shards): readonly Located[] =>
  KINDS.flatMap((kind) => (shards?.kinds[kind]?.segments ?? []).map((info) => {
    return { kind, info, tombstones: openPatch(patchOf(files, info), shards as ChunkSizes) };
  }));

export const existingSegments = (files: Files, shards: Shards): readonly ExistingSegment[] => segmentsIn(files, shards).map((segment) => ({
  ...segment,
  keys: openKeys(files, segment.info),
  patch: patchOf(files, segment.info),
  deleted: new Set(segment.tombstones.deleted),
  toDelete: new Set<number>(),
}));

/** Records that are left. */
export const liveCount = ({ info, deleted, toDelete }: ExistingSegment): number => info.count - deleted.size - toDelete.size;

/** A file that may have been written anew. */
export const nameIn = ({ info, tombstones }: Pick<Located, 'info' | 'tombstones'>, name: string): string =>
  `${info.path}/${tombstones.nameOf(name)}`;

const OPEN_GATE: NonNullable<SgsConfig['gate']> = {
  internal: false, restricted: false, revoked: false, expired: false, future: false, minor: false, repaired: false, slight: false,
  period: false,
};
/** They have been cleaned as the site wishes. */
const OPEN_PRIVACY: NonNullable<SgsConfig['privacy']> = { maskNames: false, legalRepresentative: true, redactText: false };

/**
 * Records of a segment by their numbers; nothing is withheld, for they have to be taken out of all counts.
 * @param size records in a file
 */
export function* recordsOf(
  files: Files, segment: Located, size: number, today: string, numbers?: ReadonlySet<number>,
): Generator<readonly [n: number, record: SgsRecord]> {
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
