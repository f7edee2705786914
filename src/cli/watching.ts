/** The folder of logs of first sight: a file a department, which is only ever added to, by one program at a time. */
import { createHash } from 'node:crypto';
import { mkdir, open, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Digest } from '../score/watch-entry.js';
import { chainLines, headOf, readLog, type WatchLog } from '../score/watch-log.js';
import type { WatchLine } from '../score/watch-state.js';
import { CliError } from './command.js';
import { fileError } from './files.js';

export const digest: Digest = (text) => createHash('sha256').update(text).digest('base64url');

/** The file of a department; a name that can't be a file's gets a few characters of its hash, so that no two meet. */
export const logPath = (folder: string, department: string): string => {
  const name = department.replace(/[^\p{L}\p{N}_-]/gu, '_');
  return join(folder, `${name === department ? name : `${name}-${digest(department).slice(0, 6)}`}.ndjson`);
};

export interface OpenLog {
  readonly log: WatchLog;
  /** Bytes that are whole lines, and bytes in all. */
  readonly whole: number;
  readonly size: number;
}

/** @throws {CliError} where there is a file that can't be read */
export async function openLog(path: string, department: string): Promise<OpenLog> {
  const bytes = await readFile(path).catch((error: unknown) => {
    if ((error as { readonly code?: string }).code === 'ENOENT') return Buffer.alloc(0);
    throw fileError(path, error);
  });
  const log = readLog(bytes.toString('utf8'), department, digest);
  return { log, whole: bytes.lastIndexOf(0x0a) + 1, size: bytes.length };
}

/** Adds lines to a log that was just read. What was cut short goes first. @returns the hash of the last line */
export async function addToLog(
  path: string, department: string, { log, whole, size }: OpenLog, lines: readonly WatchLine[],
): Promise<string> {
  if (!log.ok) throw new CliError(`${path}：${log.problem}。`);
  const { state } = log;
  const { text, last } = chainLines(state.last === '' ? [headOf(department), ...lines] : lines, state.last, digest);
  try {
    const file = await open(path, 'a');
    try {
      if ((await file.stat()).size !== size) throw new CliError(`${path}：另一个程序正在写入，没有写入。`);
      if (size > whole) await file.truncate(whole);
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
  } catch (error) {
    throw error instanceof CliError ? error : fileError(path, error);
  }
  return last;
}

const isRunning = (process_: number): boolean => {
  try {
    process.kill(process_, 0);
    return true;
  } catch (error) {
    // It runs, and is somebody else's.
    return (error as { readonly code?: string }).code === 'EPERM';
  }
};

/** Milliseconds after which a mark counts no more, whatever process has its number: no run takes as long. */
const MARK_LIFE = 6 * 3_600_000;

/** The process that a mark names, where it is still at work; 0 for none. */
async function ownerOf(mark: string): Promise<number> {
  const text = await readFile(mark, 'utf8').catch(() => '');
  const age = await stat(mark).then(({ mtimeMs }) => Date.now() - mtimeMs, () => Infinity);
  const owner = Number(text);
  return owner > 0 && owner !== process.pid && age < MARK_LIFE && isRunning(owner) ? owner : 0;
}

/**
 * Keeps others from adding to the logs of a folder meanwhile: two at a time would spoil the chain. A run that was killed leaves
 * its mark behind; it counts no more once its process is gone.
 * @throws {CliError} when another is at work
 */
export async function alone<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const mark = join(folder, '.watch.lock');
  try {
    await mkdir(folder, { recursive: true });
    const owner = await ownerOf(mark);
    if (owner) throw new CliError(`${folder}：另一次检测（进程 ${owner}）还没有结束。`);
    await rm(mark, { force: true });
    await writeFile(mark, String(process.pid), { flag: 'wx' });
  } catch (error) {
    if ((error as { readonly code?: string }).code === 'EEXIST') throw new CliError(`${folder}：另一次检测刚刚开始。`);
    throw error instanceof CliError ? error : fileError(folder, error);
  }
  try {
    return await work();
  } finally {
    await rm(mark, { force: true });
  }
}
