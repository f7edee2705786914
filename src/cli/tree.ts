/**
 * A folder of generated files, kept up to date. All that is new is written beside first; only when it is complete, files
 * get their places, those that lists lead to before the lists, and what is no longer there goes last. A crash while
 * writing leaves everything as it was; one in between is finished by the next run. Files of others are never touched.
 */
import { mkdir, readdir, readFile, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { CliError } from './command.js';
import { fileError } from './files.js';
import { exists } from './merging.js';

/** Names of what was generated, so that only that is ever removed. */
const LIST = '.sgs-files.json';
/** Where new files wait until all of them are there. */
const WAITING = '.sgs-new';

export interface TreeChanges {
  readonly written: number;
  readonly kept: number;
  readonly removed: number;
}

const nothing = (): undefined => undefined;

/** Names generated the last time; a list that somebody broke removes nothing. */
export async function knownIn(folder: string): Promise<readonly string[]> {
  const text = await readFile(join(folder, LIST), 'utf8').catch(nothing);
  try {
    const list: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(list)
      ? list.filter(
          (name): name is string => typeof name === 'string' && !name.split(/[\\/]/).includes('..') && !/^[\\/]|^[a-z]:/i.test(name),
        )
      : [];
  } catch {
    return [];
  }
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
    const before = await knownIn(folder);
    const known = new Set(before);
    // Of a run that did not come to its end: half of what there was to be.
    await rm(waiting, { recursive: true, force: true });
    const folders = new Set<string>();
    const names: string[] = [];
    const fresh: string[] = [];
    for (const { path, text } of files) {
      names.push(path);
      told(names.length);
      if ((await readFile(join(folder, path), 'utf8').catch(nothing)) === text) continue;
      const target = join(waiting, path);
      for (const needed of [dirname(target), dirname(join(folder, path))]) {
        if (!folders.has(needed)) await mkdir(needed, { recursive: true });
        folders.add(needed);
      }
      // Of the last run, or of one that did not come to its end, and nobody else's.
      if (!known.has(path) && await exists(join(folder, path))) {
        throw new CliError(`${join(folder, path)} 已经存在，而且不是 sgs 写的，没有改动。请换一个文件夹，或先把它移走。`);
      }
      await writeFile(target, text);
      fresh.push(path);
    }
    // From here on files of the next state appear: whatever happens, the next run knows what may be there.
    const listed = async (list: readonly string[]): Promise<void> => {
      await mkdir(folder, { recursive: true });
      await writeFile(join(folder, `${LIST}.tmp`), JSON.stringify(list));
      await rename(join(folder, `${LIST}.tmp`), join(folder, LIST));
    };
    await listed([...new Set([...before, ...names])]);
    for (const path of fresh) await rename(join(waiting, path), join(folder, path));
    const now = new Set(names);
    const gone = before.filter((name) => !now.has(name));
    for (const name of gone) await rm(join(folder, name), { force: true });
    for (const place of new Set(gone.map((name) => dirname(join(folder, name)))))
      if (place !== folder && !(await readdir(place).catch(() => ['?'])).length) await rmdir(place);
    await listed(names);
    await rm(waiting, { recursive: true, force: true });
    return { written: fresh.length, kept: names.length - fresh.length, removed: gone.length };
  } catch (error) {
    throw error instanceof CliError ? error : fileError(folder, error);
  }
}
