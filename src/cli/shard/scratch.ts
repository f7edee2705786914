/** Where records wait to be sorted: bytes, and files of them in a folder of the system when they become many. */
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Scratch } from '../../write/scratch.js';

/** Bytes of a bucket that are held back before they are written. */
const PIECE = 1 << 19;
/** Before each entry: how many bytes its head and its body have. */
const LENGTHS = 8;

interface Bucket {
  bytes: Buffer;
  length: number;
  written: boolean;
}

export interface DiskScratch extends Scratch {
  close(): void;
}

export function diskScratch(): DiskScratch {
  const root = mkdtempSync(join(tmpdir(), 'sgs-shard-'));
  const buckets = new Map<string, Bucket>();

  const flush = (name: string, bucket: Bucket): void => {
    if (!bucket.length) return;
    appendFileSync(join(root, name), bucket.bytes.subarray(0, bucket.length));
    bucket.length = 0;
    bucket.written = true;
  };

  /** Room for so many more bytes. */
  const roomIn = (name: string, bucket: Bucket, more: number): void => {
    if (bucket.length + more <= bucket.bytes.length) return;
    if (bucket.length + more > PIECE) flush(name, bucket);
    if (bucket.length + more <= bucket.bytes.length) return;
    const larger = Buffer.allocUnsafeSlow(Math.max(bucket.length + more, Math.min(PIECE, bucket.bytes.length * 2)));
    bucket.bytes.copy(larger, 0, 0, bucket.length);
    bucket.bytes = larger;
  };

  return {
    append(name, head, body) {
      let bucket = buckets.get(name);
      if (!bucket) buckets.set(name, (bucket = { bytes: Buffer.allocUnsafeSlow(4096), length: 0, written: false }));
      // A character has three bytes at most.
      roomIn(name, bucket, LENGTHS + (head.length + body.length) * 3);
      const { bytes, length: at } = bucket;
      const headLength = bytes.write(head, at + LENGTHS);
      const bodyLength = bytes.write(body, at + LENGTHS + headLength);
      bytes.writeUInt32LE(headLength, at);
      bytes.writeUInt32LE(bodyLength, at + 4);
      bucket.length = at + LENGTHS + headLength + bodyLength;
    },
    *entries(name) {
      const bucket = buckets.get(name);
      if (!bucket) return;
      if (bucket.written) flush(name, bucket);
      const bytes = bucket.written ? readFileSync(join(root, name)) : bucket.bytes.subarray(0, bucket.length);
      for (let at = 0; at < bytes.length;) {
        const head = at + LENGTHS;
        const body = head + bytes.readUInt32LE(at);
        const end = body + bytes.readUInt32LE(at + 4);
        yield [bytes.toString('utf8', head, body), bytes.subarray(body, end)];
        at = end;
      }
    },
    drop(name) {
      if (buckets.get(name)?.written) rmSync(join(root, name));
      buckets.delete(name);
    },
    close: () => rmSync(root, { recursive: true, force: true }),
  };
}
