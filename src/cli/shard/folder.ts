/** The folder on the disk. */
import { randomBytes } from 'node:crypto';
import {
  closeSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync,
} from 'node:fs';
import { dirname, isAbsolute, join, relative } from 'node:path';
import type { Folder } from '../../write/folder.js';
import { CliError } from '../command.js';
import type { Packer } from './packer.js';

/** More files than this are not sent to the disk one by one: a publication of everything can be made again. */
const MOST_SETTLED = 5_000;

export function diskFolder(root: string, packer: Packer): Folder {
  let packed = 0;
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
  /** A manifest that somebody has put there may name anything. */
  const inside = (name: string): string => {
    const path = join(root, name);
    const way = relative(root, path);
    if (!way || way.startsWith('..') || isAbsolute(way)) throw new CliError(`${root} 的 sgs.json 指向了文件夹以外的文件，没有改动任何文件。`);
    return path;
  };
  return {
    read(name) {
      try {
        return readFileSync(inside(name));
      } catch (error) {
        if ((error as { readonly code?: string }).code === 'ENOENT') return undefined;
        throw error;
      }
    },
    exists: (name) => existsSync(inside(name)),
    write(name, bytes) {
      const path = inside(name);
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
      const path = inside(name);
      prepare(path);
      writeFileSync(path, bytes);
      fresh.push(path);
    },
    stagePlain(name, plain, fast) {
      if (!packer.takes(plain.length)) return false;
      const path = inside(name);
      prepare(path);
      packer.write(path, plain, fast);
      fresh.push(path);
      return true;
    },
    drain() {
      const bytes = packed + packer.drain();
      packed = 0;
      return bytes;
    },
    rename(from, to) {
      packed += packer.drain();
      renameSync(inside(from), inside(to));
      renamed(inside(from), inside(to));
      made.clear();
    },
    remove(name) {
      rmSync(inside(name), { recursive: true, force: true });
      made.clear();
    },
    list: () => (existsSync(root) ? readdirSync(root) : []),
    settle() {
      if (fresh.length <= MOST_SETTLED) fresh.forEach(sync);
      fresh = [];
    },
  };
}
