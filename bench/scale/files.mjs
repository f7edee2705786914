// @ts-check
// What a folder weighs.
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Files of a folder, with their sizes and when they were written. @param {string} folder @returns {Map<string, { bytes: number, at: number }>} */
export function filesIn(folder) {
  /** @type {Map<string, { bytes: number, at: number }>} */
  const files = new Map();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const { size, mtimeMs } = statSync(path);
    files.set(path.slice(folder.length + 1).replaceAll('\\', '/'), { bytes: size, at: mtimeMs });
  }
  return files;
}

/** What a search reads: lists of terms, hashes and numbers, and what a segment says of itself. Neither rows nor records. */
const INDEX = /(^|\/)([gbhn]\/|meta\.json$|patch-)/;

/** @param {string} folder @returns {{ files: number, bytes: number, index: number }} `index`: bytes */
export function sizeOf(folder) {
  const files = [...filesIn(folder)];
  const sum = (/** @type {typeof files} */ some) => some.reduce((all, [, { bytes }]) => all + bytes, 0);
  return { files: files.length, bytes: sum(files), index: sum(files.filter(([name]) => INDEX.test(name))) };
}
