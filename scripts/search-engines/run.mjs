// @ts-check
// npm run test:engines: a real OpenSearch of two nodes, a feed loaded into it by `sgs index`, and the tests of
// test/search-engines against it. Not part of npm test; .ci/run calls it. Its log is bench/ENGINES.md.
//
//   npm run test:engines                       100,000 records
//   npm run test:engines -- --records 20000    fewer; then no log is written
//   npm run test:engines -- --if-possible      where Java or OpenSearch can't be had in three minutes: skipped
import { createWriteStream, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { readdirSync } from 'node:fs';
import { cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { feedPieces } from '../../bench/records.mjs';
import { ensureChromium } from '../chromium.mjs';
import { readTap } from '../counts.mjs';
import { node } from '../process.mjs';
import { fetchOpenSearch, NotToBeHad, startCluster } from './opensearch.mjs';

const ALL = 100_000;
const MINUTES = 30;
/** For fetching what can't be had everywhere. */
const FETCH_MINUTES = 3;

const at = process.argv.indexOf('--records');
const count = at < 0 ? ALL : Number(process.argv[at + 1]);
if (!Number.isInteger(count) || count < 1000) {
  console.error('--records wants a number from 1000.');
  process.exit(1);
}

const scratch = mkdtempSync(join(tmpdir(), 'sgs-engines-'));
const feed = join(scratch, 'sgs.json');
const figures = join(scratch, 'figures.json');
const tap = join(scratch, 'tests.tap');
/** @type {Record<string, string | number>} */
const noted = {};
/** Of the last minute: what else the machine has to do. */
const load = () => Math.round(/** @type {number} */ (loadavg()[0]));
const seconds = (/** @type {number} */ start) => Number(((performance.now() - start) / 1000).toFixed(1));
const step = (/** @type {string} */ text) => console.log(`\n── ${text}`);

/** @param {string[]} args @param {Record<string, string>} [env] @param {number} [minutes] */
const must = async (args, env = {}, minutes = 10) => {
  const code = await node(args, { minutes, env });
  if (code !== 0) throw new Error(`Failed: ${args.join(' ')}`);
};

let code = 1;
/** @type {import('./opensearch.mjs').Cluster | undefined} */
let cluster;
// Whatever hangs, the end comes.
const late = setTimeout(() => {
  console.error(`Stopped after ${MINUTES} minutes.`);
  void cluster?.stop().finally(() => process.exit(1));
}, MINUTES * 60_000);
late.unref();
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => void (cluster?.stop() ?? Promise.resolve()).finally(() => process.exit(1)));

try {
  fetchOpenSearch(process.argv.includes('--if-possible') ? FETCH_MINUTES : undefined);
  process.env['CHROME_PATH'] = ensureChromium();
  noted['before'] = load();
  step('build');
  await must(['scripts/build.mjs']);

  step('OpenSearch, two nodes');
  let start = performance.now();
  cluster = await startCluster();
  noted['start'] = seconds(start);
  const urls = cluster.nodes.map(({ url }) => url);
  console.log(`${cluster.version} after ${noted['start']} s`);

  step(`${count} records`);
  const out = createWriteStream(feed);
  for (const piece of feedPieces(count)) if (!out.write(piece)) await once(out, 'drain');
  out.end();
  await once(out, 'close');
  noted['megabytes'] = Math.round(statSync(feed).size / 1e6);
  start = performance.now();
  await must(['dist/cli/sgs.js', 'index', feed, '--to', `${urls[0]}/sgs`, '--shards', '2']);
  noted['load'] = seconds(start);
  /** @param {string} path @param {string | undefined} [url] */
  const get = async (path, url = urls[0]) => (await fetch(`${url}/${path}`)).json();
  await get('_cluster/health/sgs?wait_for_status=green&timeout=120s');
  const [total] = /** @type {[{ [key: string]: string }]} */ (await get('_cat/indices/sgs?format=json&bytes=mb'));
  const shards = /** @type {{ shard: string, prirep: string, state: string, docs: string, node: string }[]} */ (await get('_cat/shards/sgs?format=json'));
  Object.assign(noted, { indexMegabytes: total['pri.store.size'] ?? '', health: total['health'] ?? '' });

  step('tests');
  const files = readdirSync('test/search-engines').filter((name) => name.endsWith('.test.ts')).map((name) => `test/search-engines/${name}`);
  start = performance.now();
  code = await node(['--import', 'tsx', '--test', '--test-concurrency=1', '--test-reporter=spec', '--test-reporter-destination=stdout', '--test-reporter=tap', `--test-reporter-destination=${tap}`, ...files], {
    minutes: 20, env: { SGS_ENGINE_NODES: urls.join(), SGS_ENGINE_FEED: feed, SGS_ENGINE_FIGURES: figures },
  });
  noted['tests'] = seconds(start);
  noted['after'] = load();
  Object.assign(noted, JSON.parse(readFileSync(figures, 'utf8')));
  const counts = readTap(tap) ?? { passed: 0, failed: 1, skipped: 0 };

  step('one node fewer');
  const body = JSON.stringify({ size: 0, track_total_hits: true, query: { term: { 'sgs.kind': 'license' } } });
  const ask = async () => {
    const answer = await fetch(`${urls[0]}/sgs/_search?allow_partial_search_results=false`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    return /** @type {{ hits?: { total: { value: number } } }} */ (await answer.json()).hits?.total.value;
  };
  const before = await ask();
  await /** @type {import('./opensearch.mjs').ClusterNode} */ (cluster.nodes[1]).stop();
  let after;
  for (let tries = 0; tries < 30 && after === undefined; tries++) {
    after = await ask();
    if (after === undefined) await new Promise((resolve) => { setTimeout(resolve, 500); });
  }
  console.log(`${before} licences with two nodes, ${after} with one`);
  if (before !== undefined && before === after) counts.passed++;
  else {
    counts.failed++;
    code ||= 1;
  }

  if (count === ALL && !code) {
    writeFileSync('bench/ENGINES.md', report(shards, counts, before, after));
    console.log('bench/ENGINES.md is written.');
  }
  console.log(`\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  const isSkipped = error instanceof NotToBeHad && process.argv.includes('--if-possible');
  code = isSkipped ? 0 : 1;
  // As a step that broke is counted by npm test.
  console.log(isSkipped ? '\n0 passed, 0 failed, 1 skipped' : '\n0 passed, 1 failed, 0 skipped');
} finally {
  await cluster?.stop();
  rmSync(scratch, { recursive: true, force: true });
}
process.exit(code);

/**
 * @param {readonly { shard: string, prirep: string, state: string, docs: string, node: string }[]} shards
 * @param {import('../counts.mjs').Counts} counts @param {number | undefined} before @param {number | undefined} after
 */
function report(shards, counts, before, after) {
  return `# A real search engine as a feed

Written by \`npm run test:engines\` (scripts/search-engines/run.mjs), ${new Date().toISOString().slice(0, 10)}.
OpenSearch ${cluster?.version} (its published jars, no plugin beyond transport and analysis-common), two nodes with 768 MB of heap
each on loopback; Node ${process.versions.node}; ${cpus().length} cores shared with other work (load ${noted['before']} when it began, ${noted['after']} when it ended), ${Math.round(totalmem() / 2 ** 30)} GiB. Figures tell the order of
magnitude, not a limit.

| what | figure |
|---|---|
| both nodes up | ${noted['start']} s |
| feed | ${count} records, ${noted['megabytes']} MB of JSON (bench/records.mjs, seed 1) |
| \`sgs index … --shards 2\`, reading, gate and privacy included | ${noted['load']} s (${Math.round(count / Number(noted['load']))} records a second) |
| index on disk, without copies | ${noted['indexMegabytes']} MB, health ${noted['health']} |
| random queries equal to a plain scan: totals and first pages | ${noted['queries']} of ${noted['queries']}, ${noted['hits']} hits in all |
| one query, as the page asks it and reads the answer | median ${noted['queryMedian']} ms, p95 ${noted['queryP95']} ms, longest ${noted['queryMax']} ms |
| any page of ${noted['pages']} | median ${noted['farPage']} ms, p95 ${noted['farPageP95']} ms |
| in Chromium, strict policy: from the click on 查询 to the rows | ${noted['click']} ms |
| licences with two nodes, and after one was stopped | ${before}, ${after} |
| tests | ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped in ${noted['tests']} s |

Where the shards are:

| shard | | state | documents | node |
|---|---|---|---|---|
${shards.map(({ shard, prirep, state, docs, node: name }) => `| ${shard} | ${prirep === 'p' ? 'primary' : 'copy'} | ${state} | ${docs} | ${name} |`).join('\n')}
`;
}
