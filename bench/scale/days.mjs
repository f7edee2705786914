// @ts-check
// What a day's publication writes: some days, one after the other, into a twin of the folder, so that the folder itself
// stays what the queries are asked of.
import { copyFileSync, linkSync, mkdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { head, records } from '../records.mjs';
import { filesIn, sizeOf } from './files.mjs';
import { sgs } from './publish.mjs';

/** @typedef {import('./publish.mjs').Used} Used */

/** The same files under other names: nothing that was published is ever written into. @param {string} folder @param {string} twin */
function twinOf(folder, twin) {
  rmSync(twin, { recursive: true, force: true });
  const made = new Set();
  for (const name of filesIn(folder).keys()) {
    const [from, to] = [join(folder, name), join(twin, name)];
    if (!made.has(dirname(to))) mkdirSync(dirname(to), { recursive: true });
    made.add(dirname(to));
    try {
      linkSync(from, to);
    } catch {
      // A disk without links.
      const { atime, mtime } = statSync(from);
      copyFileSync(from, to);
      utimesSync(to, atime, mtime);
    }
  }
}

/** @template T @param {Iterable<T>} all @param {number} count @returns {T[]} */
function firstOf(all, count) {
  const some = [];
  for (const each of all) if (some.push(each) >= count) break;
  return some;
}

/**
 * What a day brings: new records, some that were published with a mistake, some that may not be shown any more.
 * @param {number} count of the feed @param {number} day from 0
 */
export function dayOf(count, day) {
  const date = `2026-01-0${day + 1}`;
  // A feed of a million grows by 550 on each day of its five years.
  const fresh = Math.max(20, Math.round(550 * (count / 1_000_000)));
  const rows = [...records(fresh, 77 + day)].map((row, n) => ({ ...row, id: `D${day}-${n}`, decidedOn: date }));
  const touched = Math.max(1, Math.round(fresh / 100));
  const old = firstOf(records(count), day * 500 + 2 * touched).slice(day * 500);
  const corrected = old.slice(0, touched).map((row) => ({ ...row, authority: `${String(row['authority'])}（更正）` }));
  const revoked = old.slice(touched);
  const gone = revoked.map((row) => ({ ...row, status: '撤销' }));
  const feedOf = (/** @type {readonly object[]} */ all) => JSON.stringify({ ...head(), updated: date, records: all });
  return { fresh: rows, corrected, revoked, text: feedOf([...rows, ...corrected, ...gone]), gone: feedOf(revoked) };
}

/**
 * @typedef {Used & { day: number, added: number, corrected: number, withdrawn: number, files: number, bytes: number, part: number }} Day
 * `part`: bytes written, of whatever, against those of the index
 */

/**
 * Publishes some days, one after the other, into a twin of a folder.
 * @param {string} root @param {string} folder @param {number} count @param {number} days @param {(text: string) => void} say
 * @returns {Promise<{ twin: string, days: Day[] }>}
 */
export async function publishDays(root, folder, count, days, say) {
  const twin = join(root, 'days');
  twinOf(folder, twin);
  /** @type {Day[]} */
  const done = [];
  for (let day = 0; day < days; day++) {
    const { fresh, corrected, revoked, text } = dayOf(count, day);
    const feed = join(root, 'day.json');
    writeFileSync(feed, text);
    const before = filesIn(twin);
    const { index } = sizeOf(twin);
    const used = await sgs(['shard', feed, '-o', twin, '--add'], join(root, 'usage.json'));
    const written = [...filesIn(twin)].filter(([name, { bytes, at }]) => before.get(name)?.at !== at || before.get(name)?.bytes !== bytes);
    const bytes = written.reduce((sum, [, file]) => sum + file.bytes, 0);
    done.push({ day, ...used, added: fresh.length, corrected: corrected.length, withdrawn: revoked.length, files: written.length, bytes, part: bytes / index });
    say(`day ${day + 1}: ${fresh.length} new, ${corrected.length} corrected, ${revoked.length} withdrawn: ${written.length} files, ${(bytes / 1e6).toFixed(2)} MB, ${((100 * bytes) / index).toFixed(2)} % of the index, ${used.cpuSeconds.toFixed(1)} s`);
  }
  return { twin, days: done };
}
