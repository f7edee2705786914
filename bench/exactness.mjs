// @ts-check
// Whether the engine of big feeds finds what a scan that looks at each record finds: exact.mjs, in a process of its own.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { here } from './data.mjs';
import { nameOf } from './options.mjs';

/** @typedef {{ queries: number, differs?: string }} Exactness `differs`: the first query that was answered otherwise */

const QUERIES = 1000;

/** @param {number} count */
export const exactKey = (count) => `exact ${nameOf(count)}`;

/** @param {import('./options.mjs').Options} options @param {import('./store.mjs').Store} store @param {(text: string) => void} say */
export async function exact({ records }, store, say) {
  for (const count of records) {
    if (store.get(exactKey(count)) !== undefined) continue;
    const child = spawn(process.execPath, [join(here, 'exact.mjs'), String(count), String(QUERIES)], { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (/** @type {Buffer} */ piece) => (said += piece));
    const code = await new Promise((done) => child.once('close', done));
    const differs = code === 0 ? undefined : (/\{"kind".*\}/.exec(said)?.[0] ?? `exact.mjs ended with ${String(code)}`);
    store.set(exactKey(count), { queries: QUERIES, ...(differs && { differs }) });
    say(`${exactKey(count)}: ${differs ?? said.trim()}`);
  }
}
