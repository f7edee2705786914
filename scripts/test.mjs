// @ts-check
// npm test: every check in order. All of them run, whatever fails; the last line sums them up. What keeps one core busy
// runs two at a time, each told when it is done; what keeps two busy runs alone.
//
//   npm test                              everything
//   npm test -- --only unit,elements      some steps (and what they need)
//   npm test -- --only unit credit        of the test files, those whose path contains "credit"
//   npm test -- --only unit --coverage    with the coverage table
import { closeSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureChromium } from './chromium.mjs';
import { readCounts, readTap } from './counts.mjs';
import { bin, node } from './process.mjs';

/** @typedef {import('./counts.mjs').Counts} Counts */
/** @typedef {import('./process.mjs').Output} Output */
/** `half`: it keeps one core busy. @typedef {{ name: string, needs?: string[], half?: true, run: (output: Output) => Promise<Counts> }} Step */

const { only, coverage, filters } = readArguments(process.argv.slice(2));
const scratch = mkdtempSync(join(tmpdir(), 'sgs-test-'));
const none = { passed: 0, failed: 0, skipped: 0 };

const cores = availableParallelism();
const storybook = join(scratch, 'storybook');

/** @type {Step[]} */
const steps = [
  { name: 'eslint', half: true, run: (output) => tool([[bin('eslint'), '--max-warnings', '0', '.']], output) },
  { name: 'types', half: true, run: (output) => tool(['tsconfig.json', 'tsconfig.tools.json'].map((file) => [bin('typescript', 'tsc'), '--noEmit', '-p', file]), output) },
  { name: 'lit', half: true, run: lintTemplates },
  { name: 'circles', half: true, run: (output) => tool([[bin('dependency-cruiser', 'depcruise'), 'src', '--config', '.dependency-cruiser.cjs', '--output-type', 'err']], output) },
  { name: 'knip', half: true, run: (output) => tool([[bin('knip')]], output) },
  { name: 'unit', run: unit },
  { name: 'build', run: (output) => tool([['scripts/build.mjs']], output) },
  { name: 'elements', half: true, run: elements },
  { name: 'size', half: true, needs: ['build'], run: (output) => tool([['scripts/size.mjs']], output) },
  { name: 'package', half: true, needs: ['build'], run: packed },
  { name: 'storybook', half: true, needs: ['build'], run: (output) => tool([['scripts/storybook.mjs', 'build', '--output-dir', storybook, '--loglevel', 'warn']], output) },
  { name: 'stories', needs: ['storybook'], run: stories },
  { name: 'embed', needs: ['build'], run: (output) => nodeTests('embed', testFiles(['embed', 'hosts', 'demo']), output, { minutes: 15, concurrency: Math.min(2, cores) }) },
];

const unknown = only.filter((name) => !steps.some((step) => step.name === name));
if (unknown.length) {
  console.error(`No step is called ${unknown.join(', ')}. There are: ${steps.map((step) => step.name).join(', ')}.`);
  process.exit(1);
}
/** @type {Set<string>} */
const wanted = new Set(only);
// A set goes on with what is added to it on the way.
for (const name of wanted) for (const need of steps.find((step) => step.name === name)?.needs ?? []) wanted.add(need);
const chosen = steps.filter(({ name }) => !only.length || wanted.has(name));

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
/** @type {Set<Promise<void>>} */
const underWay = new Set();
for (const step of chosen) {
  while (underWay.size >= (step.half ? Math.min(2, cores) : 1)) await Promise.race(underWay);
  const going = perform(step).finally(() => underWay.delete(going));
  underWay.add(going);
  if (!step.half) await going;
}
await Promise.all(underWay);
rmSync(scratch, { recursive: true, force: true });

if (broken.size) console.log(`\nFailed: ${[...broken].join(', ')}`);
console.log(`\n${sentence(total)}`);
process.exit(total.failed ? 1 : 0);

/** Runs a step. What another may run beside says what it has to say at its end, in one piece. @param {Step} step */
async function perform(step) {
  const title = `\n── ${step.name} ${'─'.repeat(Math.max(0, 60 - step.name.length))}`;
  const file = join(scratch, `${step.name}.log`);
  if (!step.half) console.log(title);
  const output = step.half ? openSync(file, 'a') : 'inherit';
  const start = performance.now();
  let counts = { ...none, failed: 1 };
  const missing = step.needs?.find((name) => broken.has(name));
  if (missing) say(`Not run: ${missing} failed.`, output);
  else {
    try {
      counts = await step.run(output);
    } catch (error) {
      say(error instanceof Error ? error.stack ?? error.message : String(error), output);
    }
  }
  if (counts.failed) broken.add(step.name);
  add(total, counts);
  if (output !== 'inherit') {
    closeSync(output);
    console.log(`${title}\n${readFileSync(file, 'utf8').trimEnd()}`.trimEnd());
  }
  console.log(`   ${step.name}: ${sentence(counts)} (${((performance.now() - start) / 1000).toFixed(1)} s)`);
}

/** @param {string} text @param {Output} output */
function say(text, output) {
  if (output === 'inherit') console.log(text);
  else writeSync(output, `${text}\n`);
}

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

/** Runs tools that only say good or bad: one check, whatever they look at. @param {string[][]} commands @param {Output} output @returns {Promise<Counts>} */
async function tool(commands, output) {
  const codes = [];
  for (const command of commands) codes.push(await node(command, { output }));
  return codes.some(Boolean) ? { ...none, failed: 1 } : { ...none, passed: 1 };
}

/** Counts as they are, plus one failure when the runner itself fell over or found something beyond single tests. @param {Counts | undefined} counts @param {number} code @returns {Counts} */
function withExit(counts, code) {
  const known = counts ?? none;
  return code !== 0 && !known.failed ? { ...known, failed: 1 } : counts ? known : { ...none, failed: 1 };
}

/** @param {string} what @param {Output} output @returns {Counts} */
function nothing(what, output) {
  say(`No ${what} yet.`, output);
  return none;
}

/** @param {Output} output */
function lintTemplates(output) {
  const files = ['src', 'demo/assistant', 'stories'].flatMap((folder) => filesBelow(folder, '.ts'));
  if (!files.length) return Promise.resolve(nothing('templates', output));
  return tool([[bin('lit-analyzer'), '--strict', ...files]], output);
}

/** @param {string} name @param {string[]} files @param {Output} output @param {{ minutes?: number, concurrency?: number, wrapper?: string[] }} options */
async function nodeTests(name, files, output, { minutes = 5, concurrency = 1, wrapper = [] } = {}) {
  if (!files.length) return nothing(`${name} tests`, output);
  const tap = join(scratch, `${name}.tap`);
  const runner = ['--import', 'tsx', '--test', '--test-timeout=300000', `--test-concurrency=${concurrency}`];
  runner.push('--test-reporter=spec', '--test-reporter-destination=stdout', '--test-reporter=tap', `--test-reporter-destination=${tap}`);
  const code = await node([...wrapper, ...(wrapper.length ? [process.execPath] : []), ...runner, ...files], { minutes, output });
  return withExit(readTap(tap), code);
}

/** What may run without a browser. The coverage thresholds stand in .c8rc.json; they say nothing about a part of the tests. @param {Output} output */
async function unit(output) {
  const files = testFiles([
    'model', 'rules', 'feed', 'check', 'score', 'prerender', 'import', 'publication', 'query', 'format', 'read', 'write', 'source', 'state',
    'export', 'cli', 'scripts',
  ]);
  const c8 = [bin('c8'), ...(coverage ? ['--reporter=text'] : []), ...(filters.length ? ['--check-coverage=false'] : [])];
  const counts = await nodeTests('unit', files, output, { minutes: 12, concurrency: cores, wrapper: c8 });
  if (filters.length) return counts;
  // The law and the reading of feeds hold without exception; elsewhere the thresholds of .c8rc.json do.
  const rest = ['--all=false', '--lines=100', '--branches=100', '--include=src/rules/**', '--include=src/feed/**'];
  const whole = await tool([[bin('c8'), 'check-coverage', ...rest]], output);
  return { ...counts, passed: counts.passed + whole.passed, failed: counts.failed + whole.failed };
}

/** @param {Output} output */
async function elements(output) {
  const files = testFiles(['elements', 'locale', 'styles']);
  if (!files.length) return nothing('element tests', output);
  const args = [bin('@web/test-runner', 'wtr'), '--config', 'web-test-runner.config.mjs', ...files.flatMap((file) => ['--files', file])];
  const counts = join(scratch, 'elements.json');
  const code = await node(args, { minutes: 6, env: { SGS_COUNTS: counts }, output });
  return withExit(readCounts(counts), code);
}

/** @param {Output} output */
async function packed(output) {
  const counts = await tool([['scripts/package.mjs']], output);
  add(counts, await nodeTests('package', testFiles(['package']), output));
  return counts;
}

/** @param {Output} output */
async function stories(output) {
  if (!filesBelow('stories', '.stories.ts').length) return nothing('stories', output);
  const counts = join(scratch, 'stories.json');
  const code = await node(['scripts/stories.mjs', storybook, ...filters], { minutes: 6, env: { SGS_COUNTS: counts }, output });
  return withExit(readCounts(counts), code);
}
