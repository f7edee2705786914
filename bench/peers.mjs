// @ts-check
// The peers are not among the project's dependencies: whoever measures installs them, here, once.
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { here } from './data.mjs';

const modified = (/** @type {string} */ file) => statSync(join(here, file), { throwIfNoEntry: false })?.mtimeMs ?? 0;

export function ensurePeers() {
  if (modified('node_modules/.package-lock.json') >= modified('package-lock.json')) return;
  console.log('Installing the peers (bench/package-lock.json)…');
  const npm = process.env['npm_execpath'];
  // Not `npm ci`: it refuses the lock where a registry has no build of Pagefind for some other platform.
  const args = ['install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  /** @type {import('node:child_process').SpawnSyncOptions} */
  const options = { stdio: ['ignore', 'inherit', 'inherit'], cwd: here };
  const { status } = npm?.endsWith('.js') ? spawnSync(process.execPath, [npm, ...args], options) : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
  if (status !== 0) throw new Error('The peers could not be installed; npm\'s own message stands above.');
}
