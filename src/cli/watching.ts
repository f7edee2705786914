/** Looking at departments' feeds day by day, from the command line. */
import { isPlainObject } from '../model/config.js';
import { VERSION } from '../model/version.js';
import type { Department } from '../score/departments.js';
import { loadText, LOG_LIMIT } from '../score/json.js';
import { createLook, failedRun } from '../score/watch-run.js';
import { readLog, type GoneReason, type LogEvent, type WatchState } from '../score/watch-log.js';
import { beside, jsonAt, readOne, type ReadOneOptions } from './departments.js';
import { isAddress } from './input.js';
import type { Io } from './io.js';
import { appendLook, chainHash, logPath, readWatchFile } from './watch-file.js';

/** Reasons as `sgs merge --history` writes them. */
const HISTORY: Readonly<Record<string, GoneReason>> = { withdrawn: 'withdrawn', repaired: 'repaired', expired: 'expired' };

/** What a department's change list says of decisions that it took away lawfully: number and reason. */
async function reasonsOf({ history }: Department, list: string): Promise<readonly (readonly [string, GoneReason])[]> {
  if (history === undefined) return [];
  const held = await jsonAt(beside(list, history));
  return (Array.isArray(held) ? (held as readonly unknown[]) : []).flatMap((line) => {
    if (!isPlainObject(line) || typeof line['documentNumber'] !== 'string') return [];
    const why = HISTORY[String(line['what'] === 'ended' ? line['reason'] : line['what'])];
    return why ? [[line['documentNumber'], why] as const] : [];
  });
}

/** Time in China to the minute, on the day that counts. */
const timeOn = (today: string): string => `${today}T${new Date(Date.now() + 8 * 3_600_000).toISOString().slice(11, 16)}`;

export interface Looked {
  readonly name: string;
  readonly state: WatchState;
  /** What this look has found. */
  readonly events: readonly LogEvent[];
}

/** One look at a department's feeds, written to its log. @throws {CliError} where the log can't be relied on or written */
export async function lookAt(department: Department, options: ReadOneOptions, folder: string, io: Io): Promise<Looked> {
  const { name } = department;
  let events: readonly LogEvent[] = [];
  const state = await appendLook(logPath(folder, name), async (before) => {
    const look = createLook();
    const reading = await readOne(department, { ...options, onExamined: look.add }, io);
    const time = timeOn(options.today);
    if (!reading.ok) events = failedRun(before, name, time, VERSION, reading.failure.code);
    else {
      for (const [number, why] of await reasonsOf(department, options.list)) look.addReason(number, why);
      events = look.end(before, name, time, VERSION);
    }
    return events;
  });
  return { name, state, events };
}

/** What is known of a department: its own log as the list has it, or that in the folder; undefined without one. */
export async function watchOf(
  { name, log }: Department, list: string, folder: string | undefined, io: Io,
): Promise<WatchState | undefined> {
  if (log === undefined) return folder === undefined ? undefined : (await readWatchFile(logPath(folder, name))).state;
  const place = beside(list, log);
  if (!isAddress(place)) return (await readWatchFile(place)).state;
  const text = await loadText(place, undefined, LOG_LIMIT);
  const read = text.ok ? readLog(text.value, chainHash) : undefined;
  if (read?.ok) return read.state;
  io.say(`${place}：监测日志不能读取或被改动过，没有采用。`);
  return undefined;
}
