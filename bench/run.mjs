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
import { nameOf, readOptions, USAGE } from './options.mjs';
import { ensurePeers } from './peers.mjs';
import { Store } from './store.mjs';

/** What the part `scale` may take; on two quiet cores it takes 8. */
const SCALE_MINUTES = 25;

const began = performance.now();
const say = (/** @type {string} */ text) => console.log(`${String(Math.round((performance.now() - began) / 1000)).padStart(5)} s  ${text}`);
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.once(signal, () => process.exit(1));
whenOrphaned(() => process.exit(1));

if (process.argv.includes('--help') || process.argv.includes('-h')) {
  console.log(USAGE);
  process.exit();
}
const asked = options();
const browser = ensureChromium();
process.env['CHROME_PATH'] = browser;
if (!asked.built && !asked.report && !upToDate() && !(await build())) process.exit(1);

// A look at a part must not cost a whole run that was interrupted.
const FOLDERS = { whole: join(cache, 'run'), part: join(cache, 'part') };
const touched = (/** @type {string} */ path) => statSync(join(path, 'run.json'), { throwIfNoEntry: false })?.mtimeMs ?? 0;
const last = touched(FOLDERS.part) > touched(FOLDERS.whole) ? FOLDERS.part : FOLDERS.whole;
// What is done to the run before is done to all of it.
const backwards = asked.again !== undefined || asked.report;
if (backwards && !touched(last)) fail('There is no run before this one.');
const folder = backwards ? last : FOLDERS[asked.whole ? 'whole' : 'part'];
const before = backwards ? JSON.parse(readFileSync(join(last, 'run.json'), 'utf8')) : undefined;
const chosen = before ? /** @type {import('./options.mjs').Options} */ (JSON.parse(before.id).options) : asked;
const { parts, records, cpus, nets, reps, quick, whole } = chosen;
if (!asked.report && parts.some((part) => part !== 'scale' && part !== 'reading')) ensurePeers();
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
  const sized = parts.some((part) => !['scale', 'size', 'reading'].includes(part));
  say(`${parts.join(', ')}${sized ? `; ${records.map(nameOf).join(', ')} records, ${reps} round${reps === 1 ? '' : 's'}` : ''}`);
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
    case 'reading': return (await import('./reading.mjs')).reading(chosen, store, say);
    case 'tables': return (await import('./tables.mjs')).tables(chosen, store, say);
    case 'search': return (await import('./search.mjs')).search(chosen, store, say);
    case 'exact': return (await import('./exactness.mjs')).exact(chosen, store, say);
    case 'pagefind': return (await import('./pagefind.mjs')).pagefind(chosen, store, say);
    case 'memory': return (await import('./memory.mjs')).memory(chosen, store, say);
    case 'scale': return scale();
  }
}

/** A million records are read and searched in a process of their own, which leaves its figures in a file (scale/figures.mjs). */
async function scale() {
  if (store.get('scale') !== undefined) return;
  const file = join(cache, 'scale.json');
  writeFileSync(file, '{}');
  // What a whole run publishes is published in it.
  const args = ['--json', file, ...(quick ? ['--quick'] : []), ...(whole || asked.fresh ? ['--fresh'] : [])];
  const child = spawn(process.execPath, [join(here, 'scale.mjs'), ...args], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  child.on('message', (text) => say(String(text)));
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    child.kill();
  }, SCALE_MINUTES * 60_000);
  const code = await new Promise((done) => child.once('exit', done));
  clearTimeout(timer);
  /** @type {import('./scale/figures.mjs').Scale} */
  const figures = JSON.parse(readFileSync(file, 'utf8'));
  const failed = late ? `not done within ${SCALE_MINUTES} minutes` : code === 0 ? figures.failed : (figures.failed ?? `scale.mjs ended with ${String(code)}`);
  // What it has measured until then counts.
  if (figures.records) store.set('scale', { ...figures, ...(failed && { failed }) });
  if (failed) throw new Error(failed);
}

/** What the pages load, so that cells of two builds never stand in one report. */
function fingerprint() {
  const files = ['../dist/sgs.js', '../dist/sgs.scale.js', '../dist/sgs.worker.js', '../dist/cli/shard.js', 'records.mjs', 'spellings.mjs', 'package-lock.json'].map((file) => join(here, file));
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
