// @ts-check
// Search engines over the same folded text and the same queries, each in a process of its own, taking turns.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundleOurs, cleanRecords, here } from './data.mjs';
import { nameOf } from './options.mjs';

/** Limits, ours, peers; `most`: beyond so many records it is left out, since building it takes minutes or gigabytes. */
export const ENGINES = /** @type {const} */ ([
  { name: 'wasm', role: 'limit' },
  { name: 'naive', role: 'limit' },
  { name: 'joined', role: 'limit' },
  { name: 'giant', role: 'limit' },
  { name: 'ours-small', role: 'ours' },
  { name: 'ours-scan', role: 'ours' },
  { name: 'ours-index', role: 'ours' },
  { name: 'flexsearch-cjk', role: 'peer' },
  { name: 'ufuzzy-unicode', role: 'peer' },
  { name: 'ufuzzy', role: 'peer', once: true },
  { name: 'minisearch', role: 'peer', once: true },
  { name: 'minisearch-bigram', role: 'peer', once: true, most: 20_000 },
  { name: 'flexsearch', role: 'peer', once: true },
  { name: 'fuse', role: 'peer', once: true, most: 20_000 },
  { name: 'fuse-extended', role: 'peer', once: true },
  { name: 'orama', role: 'peer', once: true },
  { name: 'orama-mandarin', role: 'peer', once: true, most: 20_000 },
]);

/**
 * @typedef {object} Found
 * @property {number} [build] ms
 * @property {number} [memory] bytes beyond the records and texts that were there
 * @property {number} [queries] asked, of 156
 * @property {number} [p50] @property {number} [p95] @property {number} [max] ms
 * @property {number} [recall] @property {number} [precision] weighted by hits
 * @property {number} [exact] queries with exactly the right records @property {number} [firstRight] with the right first 20
 * @property {number} [checked]
 * @property {number} [textBytes] of the searched text in UTF-16
 * @property {string} [failed]
 */

/** @param {number} count @param {string} name @param {number} round */
export const searchKey = (count, name, round) => `search ${nameOf(count)} ${name} ${round}`;

/** Milliseconds for a child in all. */
const PATIENCE = 150_000;

/** One engine in a process of its own. @param {string[]} args of search/child.mjs @returns {Promise<Found>} */
export function searchIn(args) {
  return new Promise((resolve) => {
    const running = spawn(process.execPath, ['--expose-gc', '--max-old-space-size=6000', join(here, 'search/child.mjs'), ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    let out = '';
    let err = '';
    running.stdout.on('data', (data) => (out += data));
    running.stderr.on('data', (data) => (err += data));
    const timer = setTimeout(() => running.kill('SIGKILL'), PATIENCE);
    running.on('exit', (code, signal) => {
      clearTimeout(timer);
      if (signal) resolve({ failed: `not done within ${PATIENCE / 1000} s` });
      else if (code) resolve({ failed: err.split('\n').find((line) => /Error/.test(line))?.slice(0, 200) ?? `exit ${code}` });
      else resolve(JSON.parse(out));
    });
  });
}

/**
 * @param {import('./options.mjs').Options} options
 * @param {import('./store.mjs').Store} store
 * @param {(text: string) => void} say
 */
export async function search(options, store, say) {
  const ours = await bundleOurs();
  const { engines } = /** @type {typeof import('./search/ours.js')} */ (await import(pathToFileURL(ours).href));
  for (const count of options.records.filter((records) => records <= 300_000)) {
    const folder = await cleanRecords(count, ours);
    for (let round = 0; round < options.reps; round++) {
      for (const engine of ENGINES) {
        const { name, role } = engine;
        if (role === 'ours' && !(name in engines)) continue;
        const once = 'once' in engine && engine.once;
        if ((once && (round > 0 || options.quick)) || ('most' in engine && count > engine.most)) continue;
        const key = searchKey(count, name, round);
        if (store.get(key) !== undefined) continue;
        // What is slow shows it in one pass; ours and the limits are asked three times, and the middle counts.
        const found = await searchIn([folder, ours, name, once ? '1' : '3', options.quick ? '8000' : role === 'peer' ? '12000' : '25000']);
        store.set(key, found);
        say(`${key}: ${found.failed ?? `p50 ${found.p50?.toFixed(3)} p95 ${found.p95?.toFixed(2)} ms, exact ${found.exact}/${found.checked}`}`);
      }
    }
  }
}
