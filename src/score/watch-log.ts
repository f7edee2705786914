/**
 * The log of first sight of one department: NDJSON, a line after another and never one changed, each with a hash of itself and
 * of the line before it. A last line that was cut short is not believed, and taken off before the next is written.
 */
import { isPlainObject } from '../model/config.js';
import type { Digest } from './watch-entry.js';
import { createReplay, type WatchLine, type WatchState } from './watch-state.js';

/** The version of the format. */
const FORMAT = 1;

/** Characters kept of a line's hash (6 bits each): no other line can be made to fit. */
const CHAIN_LENGTH = 22;

const LINE = new RegExp(`^(\\{.*),"h":"([\\w-]{${CHAIN_LENGTH}})"\\}$`, 's');

const hashed = (before: string, body: string, digest: Digest): string => digest(`${before}\n${body}`).slice(0, CHAIN_LENGTH);

/** Texts of lines, each with its line feed, and the hash of the last. @param before hash of the line before them; '' for none */
export function chainLines(lines: readonly object[], before: string, digest: Digest): { readonly text: string; readonly last: string } {
  let last = before;
  let text = '';
  for (const line of lines) {
    const body = JSON.stringify(line);
    last = hashed(last, body, digest);
    text += `${body.slice(0, -1)},"h":"${last}"}\n`;
  }
  return { text, last };
}

/** The first line of a department's log. */
export const headOf = (department: string): object => ({ sgs: 'watch', v: FORMAT, department });

export type WatchLog =
  | { readonly ok: true; readonly state: WatchState }
  | { readonly ok: false; /** What is wrong, for the supervisor (Chinese). */ readonly problem: string };

const parsed = (text: string): Readonly<Record<string, unknown>> | undefined => {
  try {
    const value = JSON.parse(text) as unknown;
    return isPlainObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
};

const isLine = (value: Readonly<Record<string, unknown>> | undefined): value is Readonly<Record<string, unknown>> & WatchLine => {
  const events = value?.['events'] ?? [];
  return /^\d{4}-\d\d-\d\d \d\d:\d\d$/.test(String(value?.['at'])) && Array.isArray(events) && events.every(Array.isArray);
};

/** Reads a log. One that was changed is not believed at all: nobody can say from which line on it lies. */
export function readLog(text: string, department: string, digest: Digest): WatchLog {
  const replay = createReplay(department);
  const whole = text.lastIndexOf('\n') + 1;
  const broken = (line: number): WatchLog =>
    ({ ok: false, problem: `检测日志第 ${line} 行与前一行接不上：被改动过，或者混入了别的内容。请恢复备份，或者移走这个文件后重新开始检测` });
  let last = '';
  let number = 0;
  for (let from = 0; from < whole;) {
    const end = text.indexOf('\n', from);
    const [, start = '', hash = ''] = LINE.exec(text.slice(from, end)) ?? [];
    from = end + 1;
    number++;
    const body = `${start}}`;
    if (!start || hashed(last, body, digest) !== hash) return broken(number);
    const value = parsed(body);
    if (number === 1) {
      if (value?.['sgs'] !== 'watch') return broken(number);
      if (value['v'] !== FORMAT) return { ok: false, problem: '检测日志由更新的版本写成，请升级 sgs' };
      if (value['department'] !== department) return { ok: false, problem: `检测日志属于“${String(value['department'])}”` };
    } else if (!isLine(value) || !replay.apply(value)) return broken(number);
    last = hash;
  }
  return { ok: true, state: replay.state(last) };
}
