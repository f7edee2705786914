/** Ids and credit codes of records → the files of their hashes. */
import { ByteWriter } from '../format/bytes.js';
import type { Emit } from './emit.js';
import { hash32 } from '../model/hash.js';
import { fileOf } from '../format/format.js';
import { sizeFor } from '../format/sizes.js';

/** Hashes in a file. */
const HASHES = 2_000;

/** What of a record is hashed. @param code folded */
export const hashKeys = (id: string, code: string): readonly string[] => (code ? [`i${id}`, `c${code}`] : [`i${id}`]);

/** @param count records to come */
export function createHashWriter(count: number, emit: Emit) {
  const hashes = new Uint32Array(count * 2);
  const hashed = new Uint32Array(count * 2);
  let hashCount = 0;
  let n = 0;

  return {
    /** @param code folded */
    add(id: string, code: string): void {
      for (const key of hashKeys(id, code)) {
        hashes[hashCount] = hash32(key);
        hashed[hashCount++] = n;
      }
      n++;
    },

    /** @returns how many files there are */
    end(): number {
      const hashFiles = Math.max(1, Math.round(hashCount / sizeFor(HASHES, count)));
      const sizes = new Uint32Array(hashFiles);
      for (let entry = 0; entry < hashCount; entry++) {
        const shard = (hashes[entry] as number) % hashFiles;
        sizes[shard] = (sizes[shard] as number) + 1;
      }
      // Hash and record in one number, so that sorting is fast; all hashes of a file have the same remainder.
      const shards = Array.from(sizes, (size) => new Float64Array(size));
      for (let entry = 0; entry < hashCount; entry++) {
        const hash = hashes[entry] as number;
        const shard = hash % hashFiles;
        const place = (sizes[shard] as number) - 1;
        sizes[shard] = place;
        (shards[shard] as Float64Array)[place] = Math.floor(hash / hashFiles) * count + (hashed[entry] as number);
      }
      shards.forEach((keys, shard) => {
        const bytes = new ByteWriter();
        let last = 0;
        for (const key of keys.sort()) {
          const hash = Math.floor(key / count);
          bytes.number(hash - last);
          bytes.number(key % count);
          last = hash;
        }
        emit(fileOf('h', shard), bytes.done());
      });
      return hashFiles;
    },
  };
}
