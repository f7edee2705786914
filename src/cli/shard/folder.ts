/** The folder on the disk. */
import { randomBytes } from 'node:crypto';
import {
  closeSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Folder } from '../../write/folder.js';

/** More files than this are not sent to the disk one by one: a publication of everything can be made again. */
const MOST_SETTLED = 5_000;

export function diskFolder(root: string): Folder {
  const made = new Set<string>();
  let fresh: string[] = [];
  const prepare = (path: string): void => {
    const folder = dirname(path);
    if (made.has(folder)) return;
    mkdirSync(folder, { recursive: true });
    made.add(folder);
  };
  const sync = (path: string): void => {
    const file = openSync(path, 'r+');
    try {
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  };
  const renamed = (from: string, to: string): void => {
    fresh = fresh.map((path) => (path.startsWith(from) ? to + path.slice(from.length) : path));
  };
  return {
    read(name) {
      try {
        return readFileSync(join(root, name));
      } catch (error) {
        if ((error as { readonly code?: string }).code === 'ENOENT') return undefined;
        throw error;
      }
    },
    exists: (name) => existsSync(join(root, name)),
    write(name, bytes) {
      const path = join(root, name);
      prepare(path);
      const beside = `${path}.${randomBytes(4).toString('hex')}.tmp`;
      try {
        writeFileSync(beside, bytes);
        sync(beside);
        renameSync(beside, path);
      } catch (error) {
        rmSync(beside, { force: true });
        throw error;
      }
    },
    stage(name, bytes) {
      const path = join(root, name);
      prepare(path);
      writeFileSync(path, bytes);
      fresh.push(path);
    },
    rename(from, to) {
      renameSync(join(root, from), join(root, to));
      renamed(join(root, from), join(root, to));
      made.clear();
    },
    remove(name) {
      rmSync(join(root, name), { recursive: true, force: true });
      made.clear();
    },
    list: () => (existsSync(root) ? readdirSync(root) : []),
    settle() {
      if (fresh.length <= MOST_SETTLED) fresh.forEach(sync);
      fresh = [];
    },
  };
}
