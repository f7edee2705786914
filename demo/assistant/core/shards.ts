/** A big feed as a folder of small files, made in memory by the publisher that the command line has. */
import { gunzipSync, gzipSync, Zip, ZipPassThrough } from 'fflate';
import { createReader } from '../../../src/feed/reader.js';
import type { SgsConfig } from '../../../src/model/config.js';
import type { Folder } from '../../../src/write/folder.js';
import { createPublication } from '../../../src/write/publish.js';
import { memoryScratch } from '../../../src/write/scratch.js';
import type { Work } from './examine.js';

const createFolder = (): Folder & { readonly files: ReadonlyMap<string, Uint8Array> } => {
  const files = new Map<string, Uint8Array>();
  const below = (name: string): string[] => [...files.keys()].filter((path) => path === name || path.startsWith(`${name}/`));
  return {
    files,
    read: (name) => files.get(name),
    exists: (name) => below(name).length > 0,
    write: (name, bytes) => void files.set(name, bytes),
    stage: (name, bytes) => void files.set(name, bytes),
    rename: (from, to) => {
      for (const path of below(from)) {
        files.set(to + path.slice(from.length), files.get(path) as Uint8Array);
        files.delete(path);
      }
    },
    remove: (name) => below(name).forEach((path) => files.delete(path)),
    list: () => [...new Set([...files.keys()].map((path) => path.replace(/\/.*/, '')))],
    settle: () => undefined,
  };
};

/** Milliseconds of work without a break. */
const SLICE = 12;

/** What the command line has, too: rows and records in a file, rows in the manifest, records that are a small segment. */
const SIZES = { rows: 50, records: 100, first: 10, small: 4000 };

/**
 * The folder as an archive; undefined when it was cancelled.
 * @param pieces of the feed document
 * @param share of the pieces that each is
 * @param config by which the page reads, too
 */
export const shardsOf = async (
  pieces: Iterable<string>,
  share: number,
  { today, config }: { readonly today: string; readonly config: SgsConfig },
  { signal, progress }: Work,
): Promise<Blob | undefined> => {
  const folder = createFolder();
  const { rows, records, first, small } = SIZES;
  const publication = createPublication({
    folder,
    scratch: memoryScratch(),
    config,
    today,
    keep: 0,
    now: Date.now(),
    first,
    small,
    mode: 'all',
    settings: { searched: 'numbers', columns: [], rows, records },
    pack: (bytes, fast) => gzipSync(bytes, { level: fast ? 2 : 6 }),
    unpack: (bytes) => gunzipSync(bytes),
  });
  // Through the gate once more: a record that has expired since it was read is not written.
  const reader = createReader({ today, config, onRecords: (some) => some.forEach(publication.take) });
  let until = performance.now() + SLICE;
  let done = 0;
  for (const piece of pieces) {
    reader.push(piece);
    done += share;
    if (performance.now() < until) continue;
    progress(Math.min(done, 1));
    await new Promise((resolve) => {
      setTimeout(resolve, 0);
    });
    if (signal.aborted) return undefined;
    until = performance.now() + SLICE;
  }
  publication.finish(reader.end());
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    parts.push(bytes);
  });
  for (const [name, bytes] of folder.files) {
    const file = new ZipPassThrough(name);
    zip.add(file);
    file.push(bytes, true);
  }
  zip.end();
  return new Blob(parts, { type: 'application/zip' });
};
