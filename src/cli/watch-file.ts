/** The file of a log of first sight: read, verified, mended where it was cut short, and appended to. */
import { createHash } from 'node:crypto';
import { mkdir, open, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { lineOf, readLog, type LogEvent, type WatchState } from '../score/watch-log.js';
import { CliError } from './command.js';
import { fileError } from './files.js';

/** 96 bits: short lines, and no two of a city's years the same by chance. */
const CHAIN_DIGITS = 24;

export const chainHash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, CHAIN_DIGITS);

/** A department's name as a file's. */
export const logPath = (folder: string, department: string): string =>
  join(folder, `${department.replace(/[\\/:*?"<>|\s.]+/g, '_')}.watch.ndjson`);

export interface WatchFile {
  /** undefined: nobody has looked yet. */
  readonly state: WatchState | undefined;
  /** Bytes of whole lines. */
  readonly length: number;
}

/** @throws {CliError} where a line was changed or taken out */
export async function readWatchFile(path: string): Promise<WatchFile> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if ((error as { readonly code?: string }).code === 'ENOENT') return '';
    throw fileError(path, error);
  });
  const log = readLog(text, chainHash);
  if (!log.ok)
    throw new CliError(`${path}：第 ${log.line} 行与前面的记录不相连，监测日志被改动过，不能作为证明，也没有继续写入。请换回备份，或改名后重新开始。`);
  return { state: log.state.lines ? log.state : undefined, length: log.length };
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as { readonly code?: string }).code === 'EPERM';
  }
};

/** One look at a time: the chain has one end. What a look that was killed has left behind does not count. */
async function lock(path: string): Promise<() => Promise<void>> {
  const beside = `${path}.lock`;
  await mkdir(dirname(path), { recursive: true });
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      const file = await open(beside, 'wx');
      await file.writeFile(String(process.pid));
      await file.close();
      return () => rm(beside, { force: true });
    } catch (error) {
      if ((error as { readonly code?: string }).code !== 'EEXIST') throw fileError(beside, error);
      const pid = Number(await readFile(beside, 'utf8').catch(() => ''));
      if (pid && pid !== process.pid && isAlive(pid)) break;
      await rm(beside, { force: true });
    }
  }
  throw new CliError(`${path}：另一次监测正在写入，请等它结束后再试。`);
}

/**
 * Looks, and writes what it has found behind what is there.
 * @param look gets what is known, and says what is to be added
 * @throws {CliError}
 */
export async function appendLook(
  path: string, look: (state: WatchState | undefined) => Promise<readonly LogEvent[]>,
): Promise<WatchState> {
  const unlock = await lock(path);
  try {
    const { state, length } = await readWatchFile(path);
    const events = await look(state);
    let chain = state?.chain ?? '';
    let text = '';
    for (const event of events) {
      const next = lineOf(event, chain, chainHash);
      text += next.line;
      ({ chain } = next);
    }
    const file = await open(path, 'a').catch((error: unknown) => { throw fileError(path, error); });
    try {
      // What was cut short was never a line.
      await file.truncate(length);
      await file.appendFile(text);
      await file.sync();
    } catch (error) {
      throw fileError(path, error);
    } finally {
      await file.close();
    }
    const read = await readWatchFile(path);
    return read.state as WatchState;
  } finally {
    await unlock();
  }
}
