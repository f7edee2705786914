// @ts-check
// Pagefind, the one peer that searches static files: built by its own indexer, asked in a page over the slow line.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { bundleOurs, cleanRecords } from './data.mjs';
import { quantile } from './maths.mjs';
import { nameOf } from './options.mjs';
import { searchIn } from './search.mjs';
import { answer } from './server.mjs';
import { openTables, within } from './tables.mjs';

/**
 * @typedef {{ built?: number, files?: number, rows?: { kind: string, ms50: number, ms95: number, kb50: number, kb95: number, counts: string }[], failed?: string }} Pagefind
 * `built`: ms; `counts`: queries whose count was right
 */

/** @param {number} count */
export const pagefindKey = (count) => `pagefind ${nameOf(count)}`;

/** Classes of queries that are asked; without the others a run is over in time. */
const KINDS = ['2-many', '2-few', '4-many', '4-few', '8-few', 'code-whole', 'number-whole'];

/** Beyond it the index takes minutes and gigabytes: 372 s at 100,000 on two cores. */
const MOST = 10_000;

/**
 * @param {import('./options.mjs').Options} options
 * @param {import('./store.mjs').Store} store
 * @param {(text: string) => void} say
 */
export async function pagefind(options, store, say) {
  for (const count of options.records.filter((records) => records <= MOST)) {
    const key = pagefindKey(count);
    if (store.get(key) !== undefined) continue;
    /** @type {Pagefind} */
    let found;
    try {
      found = await within(measure(count), 240_000, 'end');
    } catch (error) {
      found = { failed: error instanceof Error ? String(error.message.split('\n')[0]) : String(error) };
    }
    store.set(key, found);
    say(`${key}: ${found.failed ?? `built in ${((found.built ?? 0) / 1000).toFixed(1)} s; ${found.rows?.map(({ kind, ms50, kb50 }) => `${kind} ${Math.round(ms50)} ms ${Math.round(kb50)} kB`).join(', ')}`}`);
  }
}

/** @param {number} count @returns {Promise<Pagefind>} */
async function measure(count) {
  const bundle = await bundleOurs();
  const folder = await cleanRecords(count, bundle);
  const { searchText } = /** @type {typeof import('./search/ours.js')} */ (await import(bundle));
  const queriesFile = () => readdirSync(folder).find((name) => /^queries\..*json$/.test(name));
  // Any engine's process makes them, where the part `search` has not run.
  if (!queriesFile()) await searchIn([folder, bundle, 'naive', '1', '100']);
  const file = queriesFile();
  if (!file) throw new Error('the queries could not be made');
  /** @type {{ queries: import('./search/queries.mjs').Query[], truth: number[][] }} */
  const { queries, truth } = JSON.parse(readFileSync(join(folder, file), 'utf8'));
  const { indexer } = await import('./search/indexer.mjs');
  const site = join(folder, 'pagefind');
  rmSync(site, { recursive: true, force: true });
  mkdirSync(site, { recursive: true });
  const start = performance.now();
  /** @type {any} */
  const { index } = await indexer.createIndex();
  let at = 0;
  for (const line of readFileSync(join(folder, 'records.ndjson'), 'utf8').split('\n')) {
    const record = JSON.parse(line);
    await index.addCustomRecord({ url: `/r/${at++}/`, content: searchText(record).replaceAll('\0', ' '), language: 'zh', meta: { title: record.title } });
  }
  await index.writeFiles({ outputPath: site });
  await indexer.close();
  const built = performance.now() - start;

  const bench = await openTables((path) => {
    const file = join(site, path.replace('/pagefind/', ''));
    // They are packed already.
    return path.startsWith('/pagefind/') && existsSync(file) ? answer(readFileSync(file), file, !/\.(js|json)$/.test(file)) : undefined;
  });
  try {
    /** @type {NonNullable<Pagefind['rows']>} */
    const rows = [];
    for (const kind of KINDS) {
      const ms = [];
      const kb = [];
      let right = 0;
      let asked = 0;
      for (const [n, query] of queries.entries()) {
        if (query.kind !== kind || asked >= 4) continue;
        asked++;
        // Cold: each query is somebody's first.
        const context = await bench.fresh();
        const page = await context.newPage();
        bench.server.start('loopback');
        await page.goto(`${bench.server.url}/blank.html?first=/none`);
        bench.server.start('10M');
        const [time, total] = await within(page.evaluate(ask, query.q), 60_000, 'answer');
        ms.push(time);
        kb.push(bench.server.sent().bytes / 1000);
        if (total === truth[n]?.length) right++;
        await context.close();
      }
      rows.push({ kind, ms50: quantile(ms, 0.5), ms95: quantile(ms, 0.95), kb50: quantile(kb, 0.5), kb95: quantile(kb, 0.95), counts: `${right}/${asked}` });
    }
    return { built, files: readdirSync(site, { recursive: true }).length, rows };
  } finally {
    await bench.close();
  }
}

/** Runs in the page: how long until the first 20 are there, and how many there are. @param {string} q @returns {Promise<[number, number]>} */
async function ask(q) {
  const start = performance.now();
  const address = '/pagefind/pagefind.js';
  const engine = await import(address);
  const { results } = await engine.search(q);
  await Promise.all(results.slice(0, 20).map((/** @type {any} */ result) => result.data()));
  return [performance.now() - start, results.length];
}
