// @ts-check
// A feed made into a folder as a webmaster does it: `sgs shard` as a process of its own, on one core.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { here } from '../data.mjs';
import { feedPieces } from '../records.mjs';

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

/**
 * Runs the built tool.
 * @param {readonly string[]} args of `sgs` @param {string} usage where a file may be written @param {boolean} [alone] on one core
 * @returns {Promise<Used>}
 */
export async function sgs(args, usage, alone = true) {
  const oneCore = alone && spawnSync('taskset', ['-c', '0', 'true']).status === 0;
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
 * @param {boolean} [alone] on one core
 * @returns {Promise<Made & { folder: string, again: boolean }>}
 */
export async function publishAll(root, count, fresh, say, alone = true) {
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
  const published = await sgs(['shard', feed, '-o', folder], join(root, 'usage.json'), alone);
  /** @type {Made} */
  const now = { fingerprint: fingerprint(), published, on: new Date().toISOString() };
  writeFileSync(about, JSON.stringify(now));
  return { ...now, folder, again: false };
}
