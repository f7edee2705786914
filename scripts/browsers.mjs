// @ts-check
// npm run test:browsers: every host page of demo/hosts in every engine we promise, with the built dist/sgs.js, and then
// the embed tests (scripts/engines/embeds.mjs) and the element tests (scripts/engines/elements.mjs). Installs the engines
// itself; one that can't be had here is skipped and named.
//
//   npm run test:browsers -- --engines 69,ff --hosts strict,gbk --pictures folder
//   npm run test:browsers -- --engines 69,ff --elements      the element tests alone; with --hosts or --walk only the pages
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { watcher } from '../test/browsers/page.mjs';
import { walk } from '../test/browsers/walk.mjs';
import { build } from './build.mjs';
import { leaveCounts } from './counts.mjs';
import { within } from './engines/driver.mjs';
import { elementTests } from './engines/elements.mjs';
import { embedTests } from './engines/embeds.mjs';
import { apt, engines } from './engines/engines.mjs';
import { floorEngine } from './engines/floor.mjs';
import { hostPackages, hostPages, hosts, missing } from './hosts.mjs';
import { whenOrphaned } from './orphan.mjs';
import { scriptMounts, serve } from './serve.mjs';

/** @param {string} name @returns {string[]} */
const list = (name) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? [] : (process.argv[at + 1] ?? '').split(',').filter(Boolean);
};
const [pictures] = list('pictures');
const chosenEngines = engines.filter(({ key }) => !list('engines').length || list('engines').includes(key));
const onlyElements = process.argv.includes('--elements');
const onlyWalk = process.argv.includes('--walk') || list('hosts').length > 0;
const chosenHosts = hosts.filter(({ id }) => !onlyElements && (!list('hosts').length || list('hosts').includes(id)));
if (pictures) mkdirSync(pictures, { recursive: true });

// However it ends, the browsers end with it.
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.once(signal, () => process.exit(1));
whenOrphaned(() => process.exit(1));

const counts = { passed: 0, failed: 0, skipped: 0 };
/** @type {Map<string, string>} `engine host` → ok, or why not */
const cells = new Map();
/** @type {string[]} */
const notes = [];

/** The engines that are here, with how to open them. @type {import('./engines/elements.mjs').Ready[]} */
const ready = [];

if (!onlyElements && !process.argv.includes('--built') && !(await build())) finish(1);
if (chosenHosts.some(missing)) {
  const reason = apt(hostPackages);
  if (reason) console.log(`${hostPackages.join(', ')}: ${reason}`);
}
const pages = await hostPages({ watch: watcher });
const { url, close } = await serve({
  mounts: { '/hosts/': 'demo/hosts', ...scriptMounts() },
  before: async (request, response, asked) => {
    if (asked.pathname === '/favicon.ico' || asked.pathname === '/hosts/other.html') {
      response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>other</title>');
      return true;
    }
    return pages.before(request, response, asked);
  },
});

/** Two at a time: the machines we think of have two cores. */
const queue = [...chosenEngines];
await Promise.all([work(), work()]);
if (!list('engines').length && !onlyElements) await belowFloor();
await pages.close();
await close();
if (!onlyWalk && !onlyElements) await runEmbedTests();
if (!onlyWalk) await runElementTests();
report();
finish(counts.failed ? 1 : 0);

async function work() {
  for (let engine = queue.shift(); engine; engine = queue.shift()) await tryEngine(engine);
}

/** @param {string} kind @param {{ name: string, key: string }} engine @param {import('./counts.mjs').Counts} found */
function count(kind, { name, key }, { passed, failed, skipped }) {
  counts.passed += passed;
  counts.failed += failed;
  counts.skipped += skipped;
  cells.set(`${key} ${kind}`, failed ? 'FAILED' : 'ok');
  notes.push(`${failed ? 'FAILED' : 'ok'} ${name}, ${kind} tests: ${passed} passed, ${failed} failed, ${skipped} skipped`);
}

async function runElementTests() {
  const start = performance.now();
  for (const [engine, found] of await elementTests(ready, (excuse) => notes.push(excuse))) count('element', engine, found);
  console.log(`element tests: ${((performance.now() - start) / 1000).toFixed(1)} s`);
}

/** Current Chromium has them in `npm test`; what they look at, the others have as pages. */
async function runEmbedTests() {
  for (const engine of chosenEngines) {
    if (!engine.playwright || !ready.some(({ key }) => key === engine.key)) continue;
    const start = performance.now();
    count('embed', engine, await embedTests(await engine.playwright()));
    console.log(`embed tests in ${engine.name}: ${((performance.now() - start) / 1000).toFixed(1)} s`);
  }
}

async function belowFloor() {
  const name = 'WebKit of 2016, below the floor';
  let open;
  try {
    open = await floorEngine();
  } catch (error) {
    counts.skipped++;
    notes.push(`SKIP ${name}: ${error instanceof Error ? error.message : String(error)}`);
    return;
  }
  try {
    await open(`${url}hosts/plain.html`);
    counts.passed++;
    notes.push(`ok ${name}: the fallback content stays`);
  } catch (error) {
    counts.failed++;
    notes.push(`FAILED ${name}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** @param {import('./engines/engines.mjs').Engine} engine */
async function tryEngine({ name, key, ready: install }) {
  const start = performance.now();
  let open;
  try {
    open = await install();
  } catch (error) {
    // Not here: every page of it is one skip, named, and the element tests another.
    counts.skipped += chosenHosts.length + (onlyWalk ? 0 : 1);
    for (const { id } of [...chosenHosts, ...(onlyWalk ? [] : [{ id: 'element' }])]) cells.set(`${key} ${id}`, 'skipped');
    notes.push(`SKIP ${name}: ${error instanceof Error ? error.message : String(error)}`);
    return;
  }
  ready.push({ name, key, open });
  /** @type {import('./engines/driver.mjs').Driver | undefined} */
  let driver;
  let version = '';
  for (const host of chosenHosts) {
    const excuse = host.excused?.[key] ?? missing(host);
    if (excuse) {
      counts.skipped++;
      cells.set(`${key} ${host.id}`, 'skipped');
      notes.push(`SKIP ${name}, ${host.id}: ${excuse}`);
      continue;
    }
    try {
      driver ??= await open();
      version = driver.version;
      await within(walk(driver, url, host, key), 45_000, host.id);
      counts.passed++;
      cells.set(`${key} ${host.id}`, 'ok');
    } catch (error) {
      counts.failed++;
      cells.set(`${key} ${host.id}`, 'FAILED');
      notes.push(`FAILED ${name}, ${host.id}: ${error instanceof Error ? error.message : String(error)}`);
      // What is left of a browser after a failure is not the next page's business.
      if (pictures) await picture(driver, key, host.id);
      await driver?.close().catch(() => undefined);
      driver = undefined;
      continue;
    }
    if (pictures) await picture(driver, key, host.id);
  }
  await driver?.close();
  console.log(`${name} (${version}): ${((performance.now() - start) / 1000).toFixed(1)} s`);
}

/** @param {import('./engines/driver.mjs').Driver | undefined} driver @param {string} key @param {string} id */
async function picture(driver, key, id) {
  if (driver && pictures) await driver.screenshot().then((png) => writeFileSync(join(pictures, `${key}-${id}.png`), png), () => undefined);
}

function report() {
  const rows = [...chosenHosts.map(({ id }) => [id, id]), ...(onlyWalk ? [] : [['embed', 'embed tests'], ['element', 'element tests']])];
  const wide = Math.max(...rows.map(([, name = '']) => name.length)) + 2;
  /** @param {string | undefined} id @param {string} key */
  const cell = (id, key) => cells.get(`${key} ${id}`) ?? (id === 'embed' && !onlyElements ? (key === 'now' ? 'npm test' : 'pages') : '');
  console.log(`\n${' '.repeat(wide)}${chosenEngines.map(({ key }) => key.padEnd(10)).join('')}`);
  for (const [id, name = ''] of rows) console.log(`${name.padEnd(wide)}${chosenEngines.map(({ key }) => cell(id, key).padEnd(10)).join('')}`);
  console.log(`\n${notes.join('\n')}`);
}

/** @param {number} code @returns {never} */
function finish(code) {
  leaveCounts(counts);
  console.log(`\n${counts.passed} passed, ${counts.failed + (code && !counts.failed ? 1 : 0)} failed, ${counts.skipped} skipped`);
  process.exit(code);
}
