/**
 * A folder of generated files, kept up to date. All that is new is written beside first; only when it is complete, files
 * get their places, those that lists lead to before the lists, and what is no longer there goes last. A crash while
 * writing leaves everything as it was; one in between is finished by the next run. Files of others are never touched.
 */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isPlainObject } from '../model/config.js';
import { CliError } from './command.js';
import { fileError } from './files.js';
import { exists } from './merging.js';

/** What was generated, so that only that is ever replaced or removed. */
const LIST = '.sgs-files.json';
/** Where new files wait until all of them are there. */
const WAITING = '.sgs-new';

export interface TreeChanges {
  readonly written: number;
  readonly kept: number;
  readonly removed: number;
}

const nothing = (): undefined => undefined;

/** Of each file that was generated, sums of what it may hold: the last text, and the next while that gets its place. */
type Generated = ReadonlyMap<string, readonly string[]>;

const sumOf = (text: string | Uint8Array): string => createHash('sha256').update(text).digest('base64url').slice(0, 22);

const isBelow = (name: string): boolean => !name.split(/[\\/]/).includes('..') && !/^[\\/]|^[a-z]:/i.test(name);

async function generatedIn(folder: string): Promise<Generated> {
  const text = await readFile(join(folder, LIST), 'utf8').catch(nothing);
  try {
    const held: unknown = JSON.parse(text ?? '{}');
    const rows = isPlainObject(held) ? Object.entries(held) : [];
    return new Map(rows.filter((row): row is [string, string[]] => isBelow(row[0]) && Array.isArray(row[1])));
  } catch {
    return new Map();
  }
}

/** Names generated the last time; a list that somebody broke removes nothing. */
export const knownIn = async (folder: string): Promise<readonly string[]> => [...(await generatedIn(folder)).keys()];

/** Whether a file is as it was generated, or not there: what somebody has put in its place or written into it is theirs. */
async function isOurs(folder: string, path: string, sums: readonly string[] = []): Promise<boolean> {
  const held = await readFile(join(folder, path)).catch(nothing);
  return held === undefined ? !(await exists(join(folder, path))) : sums.includes(sumOf(held));
}

/** @throws {CliError} before anything has been changed */
async function assertOurs(folder: string, path: string, sums: readonly string[] | undefined): Promise<void> {
  if (await isOurs(folder, path, sums)) return;
  const what = sums ? '的内容被改动过' : '已经存在，而且不是 sgs 写的';
  throw new CliError(`${join(folder, path)} ${what}，没有改动任何文件。请换一个文件夹，或先把它移走。`);
}

/**
 * @param files paths below the folder with `/`, in the order in which they are to appear
 * @throws {CliError}
 */
export async function writeTree(
  folder: string,
  files: Iterable<{ readonly path: string; readonly text: string }>,
  told: (done: number) => void,
): Promise<TreeChanges> {
  const waiting = join(folder, WAITING);
  try {
    const before = await generatedIn(folder);
    // Of a run that did not come to its end: half of what there was to be.
    await rm(waiting, { recursive: true, force: true });
    const folders = new Set<string>();
    const now = new Map<string, readonly string[]>();
    const fresh: string[] = [];
    for (const { path, text } of files) {
      now.set(path, [sumOf(text)]);
      told(now.size);
      if ((await readFile(join(folder, path), 'utf8').catch(nothing)) === text) continue;
      const target = join(waiting, path);
      for (const needed of [dirname(target), dirname(join(folder, path))]) {
        if (!folders.has(needed)) await mkdir(needed, { recursive: true });
        folders.add(needed);
      }
      await assertOurs(folder, path, before.get(path));
      await writeFile(target, text);
      fresh.push(path);
    }
    const gone = [...before.keys()].filter((path) => !now.has(path));
    for (const path of gone) await assertOurs(folder, path, before.get(path));
    // From here on files of the next state appear: whatever happens, the next run knows what may be there.
    const listed = async (list: Generated): Promise<void> => {
      await mkdir(folder, { recursive: true });
      await writeFile(join(folder, `${LIST}.tmp`), JSON.stringify(Object.fromEntries(list)));
      await rename(join(folder, `${LIST}.tmp`), join(folder, LIST));
    };
    await listed(new Map([...before, ...[...now].map(([path, sums]) => [path, [...before.get(path) ?? [], ...sums]] as const)]));
    for (const path of fresh) await rename(join(waiting, path), join(folder, path));
    for (const path of gone) await rm(join(folder, path), { force: true });
    for (const place of new Set(gone.map((path) => dirname(join(folder, path)))))
      if (place !== folder && !(await readdir(place).catch(() => ['?'])).length) await rmdir(place);
    await listed(now);
    await rm(waiting, { recursive: true, force: true });
    return { written: fresh.length, kept: now.size - fresh.length, removed: gone.length };
  } catch (error) {
    throw error instanceof CliError ? error : fileError(folder, error);
  }
}
