// @ts-check
// npm test: every check in order. All of them run, whatever fails; the last line sums them up.
//
//   npm test                              everything
//   npm test -- --only unit,elements      some steps (and what they need)
//   npm test -- --only unit credit        of the test files, those whose path contains "credit"
//   npm test -- --only unit --coverage    with the coverage table
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureChromium } from './chromium.mjs';
import { readCounts, readTap } from './counts.mjs';
import { bin, node } from './process.mjs';

/** @typedef {import('./counts.mjs').Counts} Counts */
/** @typedef {{ name: string, needs?: string[], run: () => Promise<Counts> }} Step */

const { only, coverage, filters } = readArguments(process.argv.slice(2));
const scratch = mkdtempSync(join(tmpdir(), 'sgs-test-'));
const none = { passed: 0, failed: 0, skipped: 0 };

/** @type {Step[]} */
const steps = [
  { name: 'types', run: () => tool(['tsconfig.json', 'tsconfig.tools.json'].map((file) => [bin('typescript', 'tsc'), '--noEmit', '-p', file])) },
  { name: 'eslint', run: () => tool([[bin('eslint'), '--max-warnings', '0', '.']]) },
  { name: 'lit', run: lintTemplates },
  { name: 'circles', run: () => tool([[bin('dependency-cruiser', 'depcruise'), 'src', '--config', '.dependency-cruiser.cjs', '--output-type', 'err']]) },
  { name: 'knip', run: () => tool([[bin('knip')]]) },
  { name: 'unit', run: unit },
  { name: 'build', run: () => tool([['scripts/build.mjs']]) },
  { name: 'size', needs: ['build'], run: () => tool([['scripts/size.mjs']]) },
  { name: 'package', needs: ['build'], run: packed },
  { name: 'elements', run: elements },
  { name: 'stories', needs: ['build'], run: stories },
  { name: 'embed', needs: ['build'], run: () => nodeTests('embed', testFiles(['embed', 'hosts', 'demo']), { minutes: 15, concurrency: 1 }) },
];

const unknown = only.filter((name) => !steps.some((step) => step.name === name));
if (unknown.length) {
  console.error(`No step is called ${unknown.join(', ')}. There are: ${steps.map((step) => step.name).join(', ')}.`);
  process.exit(1);
}
const chosen = steps.filter(({ name }) => !only.length || only.includes(name) || steps.some((step) => only.includes(step.name) && step.needs?.includes(name)));

if (chosen.some(({ name }) => ['package', 'elements', 'stories', 'embed'].includes(name))) {
  try {
    // Everything below reads CHROME_PATH, so all of it runs in the same browser.
    process.env['CHROME_PATH'] = ensureChromium();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    rmSync(scratch, { recursive: true });
    process.exit(1);
  }
}

/** @type {Set<string>} */
const broken = new Set();
const total = { ...none };
for (const step of chosen) {
  console.log(`\n── ${step.name} ${'─'.repeat(Math.max(0, 60 - step.name.length))}`);
  const start = performance.now();
  let counts = { ...none, failed: 1 };
  const missing = step.needs?.find((name) => broken.has(name));
  if (missing) console.error(`Not run: ${missing} failed.`);
  else {
    try {
      counts = await step.run();
    } catch (error) {
      console.error(error);
    }
  }
  if (counts.failed) broken.add(step.name);
  add(total, counts);
  console.log(`   ${step.name}: ${sentence(counts)} (${((performance.now() - start) / 1000).toFixed(1)} s)`);
}
rmSync(scratch, { recursive: true, force: true });

if (broken.size) console.log(`\nFailed: ${[...broken].join(', ')}`);
console.log(`\n${sentence(total)}`);
process.exit(total.failed ? 1 : 0);

/** @param {Counts} sum @param {Counts} counts */
function add(sum, counts) {
  sum.passed += counts.passed;
  sum.failed += counts.failed;
  sum.skipped += counts.skipped;
}

/** @param {Counts} counts */
function sentence({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

/** @param {string[]} args */
function readArguments(args) {
  const result = { only: /** @type {string[]} */ ([]), coverage: false, filters: /** @type {string[]} */ ([]) };
  while (args.length) {
    const arg = args.shift() ?? '';
    if (arg === '--only') result.only = (args.shift() ?? '').split(',').filter(Boolean);
    else if (arg === '--coverage') result.coverage = true;
    else if (arg.startsWith('-')) {
      console.error(`Unknown option ${arg}. There are: --only <steps>, --coverage, and parts of test file names.`);
      process.exit(1);
    } else result.filters.push(arg.replaceAll('\\', '/'));
  }
  return result;
}

/** Files below `folder` whose name ends so, with `/` between folders. @param {string} folder @param {string} ending @returns {string[]} */
function filesBelow(folder, ending) {
  if (!statSync(folder, { throwIfNoEntry: false })) return [];
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => name.endsWith(ending))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .sort();
}

/** @param {string[]} rooms folders of test/ */
function testFiles(rooms) {
  return rooms.flatMap((room) => filesBelow(`test/${room}`, '.test.ts')).filter((file) => !filters.length || filters.some((part) => file.includes(part)));
}

/** Runs tools that only say good or bad: one check, whatever they look at. @param {string[][]} commands @returns {Promise<Counts>} */
async function tool(commands) {
  const codes = [];
  for (const command of commands) codes.push(await node(command));
  return codes.some(Boolean) ? { ...none, failed: 1 } : { ...none, passed: 1 };
}

/** Counts as they are, plus one failure when the runner itself fell over or found something beyond single tests. @param {Counts | undefined} counts @param {number} code @returns {Counts} */
function withExit(counts, code) {
  const known = counts ?? none;
  return code !== 0 && !known.failed ? { ...known, failed: 1 } : counts ? known : { ...none, failed: 1 };
}

/** @param {string} what @returns {Counts} */
function nothing(what) {
  console.log(`No ${what} yet.`);
  return none;
}

function lintTemplates() {
  const files = ['src', 'demo/assistant', 'stories'].flatMap((folder) => filesBelow(folder, '.ts'));
  if (!files.length) return Promise.resolve(nothing('templates'));
  return tool([[bin('lit-analyzer'), '--strict', ...files]]);
}

/** @param {string} name @param {string[]} files @param {{ minutes?: number, concurrency?: number, wrapper?: string[] }} options */
async function nodeTests(name, files, { minutes = 5, concurrency, wrapper = [] } = {}) {
  if (!files.length) return nothing(`${name} tests`);
  const tap = join(scratch, `${name}.tap`);
  const runner = ['--import', 'tsx', '--test', '--test-timeout=300000'];
  if (concurrency) runner.push(`--test-concurrency=${concurrency}`);
  runner.push('--test-reporter=spec', '--test-reporter-destination=stdout', '--test-reporter=tap', `--test-reporter-destination=${tap}`);
  const code = await node([...wrapper, ...(wrapper.length ? [process.execPath] : []), ...runner, ...files], { minutes });
  return withExit(readTap(tap), code);
}

/** What may run without a browser. The coverage thresholds stand in .c8rc.json; they say nothing about a part of the tests. */
async function unit() {
  const files = testFiles([
    'model', 'rules', 'feed', 'check', 'score', 'prerender', 'import', 'publication', 'query', 'format', 'read', 'write', 'source', 'state',
    'export', 'cli', 'scripts',
  ]);
  const c8 = [bin('c8'), ...(coverage ? ['--reporter=text'] : []), ...(filters.length ? ['--check-coverage=false'] : [])];
  const counts = await nodeTests('unit', files, { minutes: 12, wrapper: c8 });
  if (filters.length) return counts;
  // The law and the reading of feeds hold without exception; elsewhere the thresholds of .c8rc.json do.
  const rest = ['--all=false', '--lines=100', '--branches=100', '--include=src/rules/**', '--include=src/feed/**'];
  const whole = await tool([[bin('c8'), 'check-coverage', ...rest]]);
  return { ...counts, passed: counts.passed + whole.passed, failed: counts.failed + whole.failed };
}

async function elements() {
  const files = testFiles(['elements', 'locale', 'styles']);
  if (!files.length) return nothing('element tests');
  const args = [bin('@web/test-runner', 'wtr'), '--config', 'web-test-runner.config.mjs', ...files.flatMap((file) => ['--files', file])];
  const counts = join(scratch, 'elements.json');
  const code = await node(args, { minutes: 6, env: { SGS_COUNTS: counts } });
  return withExit(readCounts(counts), code);
}

async function packed() {
  const counts = await tool([['scripts/package.mjs']]);
  add(counts, await nodeTests('package', testFiles(['package'])));
  return counts;
}

async function stories() {
  if (!filesBelow('stories', '.stories.ts').length) return nothing('stories');
  const counts = join(scratch, 'stories.json');
  const folder = join(scratch, 'storybook');
  if ((await node(['scripts/storybook.mjs', 'build', '--output-dir', folder, '--loglevel', 'warn'], { minutes: 3 })) !== 0) return { ...none, failed: 1 };
  const code = await node(['scripts/stories.mjs', folder, ...filters], { minutes: 6, env: { SGS_COUNTS: counts } });
  return withExit(readCounts(counts), code);
}
