/**
 * Ids of a segment's records and sums of what they say, for the publication after: which of its records are known, and which
 * say something else now. A day's records look theirs up by the hashes that readers have; a whole feed reads all of them.
 */
import { hash32 } from '../model/hash.js';
import { fileOf, type SegmentInfo } from '../format/format.js';
import { numbersOfHash, readHashes, type HashFile } from '../format/hash-files.js';
import type { Files } from './folder.js';
import { hashKeys } from './hash-writer.js';

/** Records in a file of keys. */
export const KEYS = 1_000;

/** A file of keys. */
export interface KeyChunk {
  readonly ids: readonly string[];
  readonly sums: readonly number[];
}

export interface SegmentKeys {
  idOf(n: number): string;
  sumOf(n: number): number;
  /** Of all records, those deleted included. */
  ids(): Iterable<readonly [n: number, id: string]>;
  /** Records that have this id, those deleted included as long as they have not been erased. */
  find(id: string): readonly number[];
}

export function openKeys(files: Files, { path, count, hashes, keys: size }: SegmentInfo): SegmentKeys {
  const chunks = new Map<number, KeyChunk>();
  const hashFiles = new Map<number, HashFile>();
  const chunkAt = (at: number): KeyChunk => {
    let chunk = chunks.get(at);
    // Before there were files of keys, there was one with all of them.
    if (!chunk) chunks.set(at, (chunk = files.must<KeyChunk>(`${path}/${size === undefined ? 'keys.json' : fileOf('k', at)}`)));
    return chunk;
  };
  const most = size ?? count;
  const idOf = (n: number): string => chunkAt(Math.floor(n / most)).ids[n % most] as string;
  const hashesAt = (shard: number): HashFile => {
    let file = hashFiles.get(shard);
    if (!file) hashFiles.set(shard, (file = readHashes(files.bytes(`${path}/${fileOf('h', shard)}`))));
    return file;
  };
  return {
    idOf,
    sumOf: (n) => chunkAt(Math.floor(n / most)).sums[n % most] as number,
    *ids() {
      for (let n = 0; n < count; n++) yield [n, idOf(n)];
    },
    find(id) {
      const hash = hash32(hashKeys(id, '')[0] as string);
      return numbersOfHash(hashesAt(hash % hashes), Math.floor(hash / hashes)).filter((n) => idOf(n) === id);
    },
  };
}
