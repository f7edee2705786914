// @ts-check
// A feed made into a folder as a webmaster does it: `sgs shard` as a process of its own, on one core. And a day's
// publication into a twin of that folder, so that the folder itself stays what the queries are asked of.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { closeSync, copyFileSync, existsSync, linkSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { here } from '../data.mjs';
import { feedPieces, head, records } from '../records.mjs';

/**
 * @typedef {object} Used by one publication
 * @property {number} seconds by the clock
 * @property {number} cpuSeconds of the processor
 * @property {number} memoryMb the most at once
 * @property {boolean} oneCore whether it was kept on one
 *
 * @typedef {{ fingerprint: string, published: Used, on: string }} Made `on`: when, ISO
 */

/** @param {readonly string[]} files */
const hashOf = (files) => {
  const hash = createHash('sha256');
  for (const file of files) hash.update(readFileSync(file));
  return hash.digest('hex').slice(0, 12);
};

const tool = join(here, '../dist/cli');
const generator = hashOf([join(here, 'records.mjs')]);

/** What a folder is made of: the tool as it is built, and the records. */
const fingerprint = () => hashOf([...readdirSync(tool).sort().map((file) => join(tool, file)), join(here, 'records.mjs')]);

/** The feed as one document. @param {string} root @param {number} count @returns {string} its file */
export function feedFile(root, count) {
  const file = join(root, `feed-${generator}.json`);
  if (existsSync(file)) return file;
  mkdirSync(root, { recursive: true });
  for (const old of readdirSync(root).filter((name) => name.startsWith('feed-'))) rmSync(join(root, old));
  const open = openSync(`${file}.part`, 'w');
  let text = '';
  for (const piece of feedPieces(count)) {
    text += piece;
    if (text.length < 1e6) continue;
    writeSync(open, text);
    text = '';
  }
  writeSync(open, text);
  closeSync(open);
  renameSync(`${file}.part`, file);
  return file;
}

/** @param {readonly string[]} args of `sgs` @param {string} usage where a file may be written @returns {Promise<Used>} */
async function sgs(args, usage) {
  const oneCore = spawnSync('taskset', ['-c', '0', 'true']).status === 0;
  const command = [process.execPath, '--import', pathToFileURL(join(here, 'scale/usage.mjs')).href, join(tool, 'sgs.js'), ...args];
  const [program = '', ...rest] = oneCore ? ['taskset', '-c', '0', ...command] : command;
  const began = performance.now();
  const child = spawn(program, rest, { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, SGS_USAGE: usage } });
  let said = '';
  child.stderr.on('data', (data) => (said += data));
  const stop = () => child.kill();
  process.once('exit', stop);
  const code = await new Promise((done) => child.once('exit', done));
  process.off('exit', stop);
  const seconds = (performance.now() - began) / 1000;
  if (code !== 0) throw new Error(`sgs ${args[0]} ended with ${String(code)}: ${said.trim().slice(-500)}`);
  const used = JSON.parse(readFileSync(usage, 'utf8'));
  rmSync(usage);
  return { seconds, ...used, oneCore };
}

/**
 * The folder of a feed; one that the same tool has made of the same feed is used again.
 * @param {string} root @param {number} count @param {boolean} fresh @param {(text: string) => void} say
 * @returns {Promise<Made & { folder: string, again: boolean }>}
 */
export async function publishAll(root, count, fresh, say) {
  const folder = join(root, 'folder');
  const about = join(root, 'made.json');
  const made = /** @type {Made | undefined} */ (existsSync(about) ? JSON.parse(readFileSync(about, 'utf8')) : undefined);
  if (made?.fingerprint === fingerprint() && !fresh) {
    say(`using the folder that was made ${made.on}`);
    return { ...made, folder, again: true };
  }
  rmSync(about, { force: true });
  rmSync(folder, { recursive: true, force: true });
  say(`writing a feed of ${count} records, unless it is there`);
  const feed = feedFile(root, count);
  say(`publishing its ${Math.round(statSync(feed).size / 1e6)} MB`);
  const published = await sgs(['shard', feed, '-o', folder], join(root, 'usage.json'));
  /** @type {Made} */
  const now = { fingerprint: fingerprint(), published, on: new Date().toISOString() };
  writeFileSync(about, JSON.stringify(now));
  return { ...now, folder, again: false };
}

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
