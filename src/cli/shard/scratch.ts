/** Where records wait to be sorted: files of lines in a folder of the system. */
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Scratch } from '../../shard/publish.js';

/** Characters held back, of all buckets together, before they are written. */
const MOST = 64_000_000;

export interface DiskScratch extends Scratch {
  close(): void;
}

export function diskScratch(): DiskScratch {
  const root = mkdtempSync(join(tmpdir(), 'sgs-shard-'));
  const waiting = new Map<string, string[]>();
  const written = new Set<string>();
  let held = 0;
  const flush = (): void => {
    for (const [bucket, lines] of waiting) {
      appendFileSync(join(root, bucket), `${lines.join('\n')}\n`);
      written.add(bucket);
    }
    waiting.clear();
    held = 0;
  };
  return {
    append(bucket, line) {
      const lines = waiting.get(bucket);
      if (lines) lines.push(line);
      else waiting.set(bucket, [line]);
      held += line.length;
      if (held > MOST) flush();
    },
    lines(bucket) {
      const here = waiting.get(bucket) ?? [];
      return written.has(bucket) ? [...readFileSync(join(root, bucket), 'utf8').split('\n').slice(0, -1), ...here] : here;
    },
    drop(bucket) {
      waiting.delete(bucket);
      if (written.delete(bucket)) rmSync(join(root, bucket));
    },
    close: () => rmSync(root, { recursive: true, force: true }),
  };
}
