/** A folder of shards in memory, published and read as the real ones are. */
import { gunzipSync, gzipSync } from 'node:zlib';
import { createReader } from '../../src/feed/reader.js';
import { FeedFailure } from '../../src/model/failure.js';
import type { SgsConfig } from '../../src/model/config.js';
import type { SgsRecord } from '../../src/model/record.js';
import type { Folder } from '../../src/write/folder.js';
import { createPublication, type Published, type PublishOptions } from '../../src/write/publish.js';
import { memoryScratch } from '../../src/write/scratch.js';
import { openShards } from '../../src/source/shards.js';
import type { RecordSource } from '../../src/source/source.js';

export const TODAY = '2026-11-23';

/** Thrown by a folder that is cut short. */
export class PowerCut extends Error {}

export interface MemoryFolder extends Folder {
  readonly files: Map<string, Uint8Array>;
  /** Changes that may still happen before the power is cut. */
  fuse: number;
}

export function memoryFolder(files = new Map<string, Uint8Array>()): MemoryFolder {
  const step = (): void => {
    if (folder.fuse-- <= 0) throw new PowerCut();
  };
  const below = (name: string): readonly string[] => [...files.keys()].filter((path) => path === name || path.startsWith(`${name}/`));
  const folder: MemoryFolder = {
    files,
    fuse: Infinity,
    read: (name) => files.get(name),
    exists: (name) => below(name).length > 0,
    write(name, bytes) {
      step();
      files.set(name, bytes.slice());
    },
    stage(name, bytes) {
      // Half of it is there before all of it is.
      step();
      files.set(name, bytes.slice(0, bytes.length / 2));
      step();
      files.set(name, bytes.slice());
    },
    rename(from, to) {
      step();
      for (const path of below(from)) {
        files.set(to + path.slice(from.length), files.get(path)!);
        files.delete(path);
      }
    },
    remove(name) {
      for (const path of below(name)) {
        step();
        files.delete(path);
      }
    },
    list: () => [...new Set([...files.keys()].map((path) => path.split('/')[0]!))],
    settle: () => undefined,
  };
  return folder;
}

export interface Publish extends Partial<Omit<PublishOptions, 'folder' | 'scratch'>> {
  readonly folder: Folder;
}

/** Publishes a feed given as a value. */
export function publish(feed: unknown, { folder, ...options }: Publish): Published {
  const { config = {}, today = TODAY, mode = 'all' } = options;
  const publication = createPublication({
    folder, scratch: memoryScratch(), config, today, mode, now: 0, keep: 0, first: 10, small: 0,
    settings: { searched: 'numbers', columns: [], rows: 10, records: 20, split: 30 },
    pack: (bytes) => gzipSync(bytes, { level: 1 }), unpack: (bytes) => gunzipSync(bytes), ...options,
  });
  const text = JSON.stringify(feed);
  const read = (by: SgsConfig, take: (record: SgsRecord) => void) => {
    const reader = createReader({ config: by, today, onRecords: (records) => records.forEach(take) });
    reader.push(text);
    return reader.end();
  };
  const report = read(config, publication.take);
  if (mode === 'add') read({ ...config, gate: { internal: false, restricted: false, revoked: false, expired: false, future: false, minor: false } }, ({ id }) => publication.withdraw(id));
  return publication.finish(report);
}

export interface OpenFolder {
  readonly source: RecordSource;
  readonly newest: readonly SgsRecord[];
  /** What was asked for: names and bytes. */
  readonly asked: { readonly name: string; readonly bytes: number }[];
  /** In how many turns it has been asked for: what is asked for together comes together. */
  readonly turns: () => number;
}

/** Opens folders as the page does; each has an address of its own, for files are kept by address. */
let opened = 0;
export async function openFolder(files: ReadonlyMap<string, Uint8Array>, { config = {}, today = TODAY }: { readonly config?: SgsConfig; readonly today?: string } = {}): Promise<OpenFolder> {
  const base = `https://f${String(++opened)}.example/dir/`;
  const asked: OpenFolder['asked'] = [];
  let turns = 0;
  let waiting: (() => void)[] = [];
  const turn = () => new Promise<void>((resolve) => {
    waiting.push(resolve);
    if (waiting.length > 1) return;
    // All that can be asked for without an answer has been by then.
    setTimeout(() => {
      turns++;
      const all = waiting;
      waiting = [];
      for (const done of all) done();
    });
  });
  async function* request({ url }: { readonly url: string }) {
    const name = url.slice(base.length);
    await turn();
    const bytes = files.get(name);
    if (!bytes) throw new FeedFailure({ code: 'http', detail: name, status: 404 });
    asked.push({ name, bytes: bytes.length });
    yield bytes;
  }
  const newest: SgsRecord[] = [];
  let root: unknown;
  const reader = createReader({ config, today, onRecords: (records) => newest.push(...records), onRoot: (value) => { root = value; } });
  reader.push(new TextDecoder().decode(files.get('sgs.json')));
  const report = reader.end();
  const { source } = openShards([`${base}sgs.json`], config, (root as { shards: unknown }).shards, [{ records: newest, report }], createReader, request)!;
  return { source, newest, asked, turns: () => turns };
}
