/** Feeds and the commands on them, for what is measured of growth. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, readFileSync } from 'node:fs';
import { feedPieces, records } from '../../bench/records.mjs';

/** Writes the feed. @returns a name that is in it once or a few times, far from its beginning */
export async function writeFeed(file: string, count: number): Promise<string> {
  const out = createWriteStream(file);
  for (const piece of feedPieces(count)) if (!out.write(piece)) await once(out, 'drain');
  out.end();
  await once(out, 'close');
  let at = 0;
  for (const record of records(count)) {
    const name = String(record['subjectName']);
    if (++at > count * 0.1 && record['kind'] === 'license' && name.endsWith('公司')) return name;
  }
  throw new Error('no company');
}

/** What a command took. */
export interface Ran {
  readonly seconds: number;
  /** The most memory that it held (Linux says it). */
  readonly peakMegabytes: number;
}

/** Runs `sgs`. @param minutes after which it is ended */
export async function sgs(args: readonly string[], minutes: number): Promise<Ran> {
  const start = performance.now();
  const child = spawn(process.execPath, ['dist/cli/sgs.js', ...args], { stdio: ['ignore', 'ignore', 'inherit'] });
  let peak = 0;
  const look = setInterval(() => {
    try {
      peak = Math.max(peak, Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${String(child.pid)}/status`, 'utf8'))?.[1] ?? 0));
    } catch {
      // It has ended, or this is no Linux.
    }
  }, 500);
  const late = setTimeout(() => child.kill(), minutes * 60_000);
  const [code] = (await once(child, 'exit')) as [number | null];
  clearInterval(look);
  clearTimeout(late);
  // 1: something was found that somebody has to look at.
  if (code !== 0 && code !== 1) throw new Error(`sgs ${args.join(' ')} ended with ${String(code)}`);
  return { seconds: (performance.now() - start) / 1000, peakMegabytes: peak / 1024 };
}
