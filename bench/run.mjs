// @ts-check
// npm run bench: ours, the peers and the limits side by side in one run; writes RESULTS.md and chart.svg. What can be
// asked for stands in options.mjs.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { build } from '../scripts/build.mjs';
import { chromiumArgs, ensureChromium } from '../scripts/chromium.mjs';
import { whenOrphaned } from '../scripts/orphan.mjs';
import { cache, here } from './data.mjs';
import { machine } from './machine.mjs';
import { nameOf, readOptions } from './options.mjs';
import { ensurePeers } from './peers.mjs';
import { Store } from './store.mjs';

const began = performance.now();
const say = (/** @type {string} */ text) => console.log(`${String(Math.round((performance.now() - began) / 1000)).padStart(5)} s  ${text}`);
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.once(signal, () => process.exit(1));
whenOrphaned(() => process.exit(1));

const asked = options();
ensurePeers();
const browser = ensureChromium();
process.env['CHROME_PATH'] = browser;
if (!asked.built && !asked.report && !upToDate() && !(await build())) process.exit(1);

const folder = join(cache, 'run');
const kept = join(folder, 'run.json');
// What is done to the run before is done to all of it.
const before = (asked.again !== undefined || asked.report) && existsSync(kept) ? JSON.parse(readFileSync(kept, 'utf8')) : undefined;
if ((asked.again !== undefined || asked.report) && !before) fail('There is no run before this one.');
const chosen = before ? /** @type {import('./options.mjs').Options} */ (JSON.parse(before.id).options) : asked;
const { parts, records, cpus, nets, reps, quick, whole } = chosen;
const store = new Store(folder, {
  id: JSON.stringify({ options: { parts, records, cpus, nets, reps, quick, whole }, script: fingerprint() }), fresh: asked.fresh, keep: before !== undefined, now: new Date().toISOString(),
});
if (asked.again !== undefined) say(`measuring ${store.forget(asked.again)} cells again`);
else if (store.continued && !asked.report) say(`going on with the run of ${store.run.started}`);
if (store.get('machine') === undefined) {
  const probe = await chromium.launch({ executablePath: browser, args: chromiumArgs });
  store.set('machine', machine(probe.version()));
  await probe.close();
}

if (!asked.report) {
  say(`${parts.join(', ')}; ${records.map(nameOf).join(', ')} records, ${reps} rounds`);
  for (const part of parts) {
    try {
      await measure(part);
    } catch (error) {
      // What one part can't measure does not cost the others.
      say(`${part} FAILED: ${error instanceof Error ? error.message : String(error)}`);
      process.exitCode = 1;
    }
  }
  store.finish(new Date().toISOString());
}

const { report } = await import('./report.mjs');
const { markdown, svg } = report({ store, options: { ...chosen, again: undefined, fresh: false, report: false, built: false }, machine: /** @type {ReturnType<typeof machine>} */ (store.get('machine')) });
// A part of a run does not overwrite a whole one.
const out = whole ? here : cache;
writeFileSync(join(out, 'RESULTS.md'), markdown);
writeFileSync(join(out, 'chart.svg'), svg);
const bars = markdown.split('\n## As records grow')[0] ?? '';
console.log(`\n${bars.slice(bars.indexOf('## Bars'))}`);
say(`bench/${whole ? '' : '.cache/'}RESULTS.md and chart.svg are written`);
process.exit();

function options() {
  try {
    return readOptions(process.argv.slice(2));
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}

/** @param {string} message @returns {never} */
function fail(message) {
  console.error(message);
  process.exit(1);
}

/** @param {import('./options.mjs').Part} part @returns {Promise<unknown>} */
async function measure(part) {
  switch (part) {
    case 'size': return (await import('./size.mjs')).size(store, say);
    case 'tables': return (await import('./tables.mjs')).tables(chosen, store, say);
    case 'search': return (await import('./search.mjs')).search(chosen, store, say);
    case 'pagefind': return (await import('./pagefind.mjs')).pagefind(chosen, store, say);
    case 'memory': return (await import('./memory.mjs')).memory(chosen, store, say);
    case 'scale': return scale();
  }
}

/** Written by others: a script that leaves its figures in a file (scale-figures.mjs). */
async function scale() {
  const script = join(here, 'scale.mjs');
  if (!existsSync(script)) return say('scale: bench/scale.mjs is not there');
  if (store.get('scale') !== undefined) return undefined;
  const file = join(cache, 'scale.json');
  writeFileSync(file, '{}');
  const child = spawn(process.execPath, [script, '--json', file, ...(quick ? ['--quick'] : [])], { stdio: 'inherit' });
  const timer = setTimeout(() => child.kill(), 20 * 60_000);
  const code = await new Promise((done) => child.once('exit', done));
  clearTimeout(timer);
  const figures = JSON.parse(readFileSync(file, 'utf8'));
  store.set('scale', { ...figures, ...(code === 0 ? {} : { failed: `scale.mjs ended with ${String(code)}` }) });
  return undefined;
}

/** What the pages load, so that cells of two builds never stand in one report. */
function fingerprint() {
  const files = ['../dist/sgs.js', 'records.mjs', 'package-lock.json'].map((file) => join(here, file));
  const hash = createHash('sha256');
  for (const file of files) hash.update(existsSync(file) ? readFileSync(file) : '');
  return hash.digest('hex').slice(0, 12);
}

/** Whether dist/ is newer than all it is built of. */
function upToDate() {
  const built = statSync(join(here, '../dist/sgs.js'), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const newest = (/** @type {string} */ path) => Math.max(...readdirSync(join(here, '..', path), { recursive: true, withFileTypes: true }).map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs));
  return built > Math.max(newest('src'), newest('scripts'), ...['package-lock.json', 'vite.config.ts'].map((file) => statSync(join(here, '..', file)).mtimeMs));
}
