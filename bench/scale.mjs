// @ts-check
// A million records from a static folder: how long it takes to publish them, what a day's publication writes, what a
// search costs, and whether every first page is that of a full scan. Part of npm run bench, and alone:
//
//   node bench/scale.mjs [--quick] [--records 1M] [--queries 1000] [--folder DIR] [--fresh] [--json FILE]
//
// --folder keeps the feed and its folder (bench/.cache/scale-1M), which are used again until the tool or the records
// change; --fresh publishes anew. dist/ must have been built. About 10 minutes on two quiet cores; --quick, 2.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { whenOrphaned } from '../scripts/orphan.mjs';
import { bundleOurs, cache } from './data.mjs';
import { quantile } from './maths.mjs';
import { countOf, nameOf } from './options.mjs';
import { ask } from './scale/asked.mjs';
import { browse } from './scale/browser.mjs';
import { ROUNDS } from './scale/figures.mjs';
import { dayOf, feedFile, publishAll, publishDays, sizeOf } from './scale/publish.mjs';
import { CLASSES, queriesOf } from './scale/queries.mjs';
import { siteOf } from './scale/site.mjs';
import { afterDay, readTruth, scan } from './scale/truth.mjs';

/** Rows of a page. */
const PAGE = 10;
/** Days published, one after the other. */
const DAYS = 3;

const began = performance.now();
/** To npm run bench, which has a clock of its own, or alone. */
const say = (/** @type {string} */ text) => (process.send ? process.send(`scale: ${text}`) : console.log(`${String(Math.round((performance.now() - began) / 1000)).padStart(5)} s  ${text}`));
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.once(signal, () => process.exit(1));
whenOrphaned(() => process.exit(1));

const { quick, fresh, json, records, queries, folder: root } = options(process.argv.slice(2));
/** @type {import('./scale/figures.mjs').Scale} */
const figures = { records };
/** What has been measured stays, whatever comes. @param {Partial<typeof figures>} more */
function note(more) {
  Object.assign(figures, more);
  if (json) writeFileSync(json, JSON.stringify(figures));
}

try {
  await measure();
} catch (error) {
  note({ failed: error instanceof Error ? String(error.message.split('\n')[0]) : String(error) });
  console.error(error);
  process.exit(1);
}
if (!json) console.log(JSON.stringify(figures, null, 1));
process.exit();

async function measure() {
  const { folder, published, on, again } = await publishAll(root, records, fresh, say);
  note({ published: { ...published, on, again }, size: sizeOf(folder) });
  say(`published in ${published.seconds.toFixed(1)} s, ${published.cpuSeconds.toFixed(1)} s of the processor; ${figures.size?.files} files, ${((figures.size?.bytes ?? 0) / 1e6).toFixed(1)} MB`);
  const { twin, days } = await publishDays(root, folder, records, DAYS, say);
  note({ days });

  const ours = /** @type {typeof import('./scale/ours.js')} */ (await import(pathToFileURL(await bundleOurs('scale/ours.ts')).href));
  say('reading every record for the full scan');
  const { entries, samples } = await readTruth(ours, feedFile(root, records));
  const asked = queriesOf(samples, queries);
  const all = await answersOf(ours, folder, entries, asked);
  note({ queries: classesOf(all) });

  // As many in Chromium as tell a median. What would show the same rows as before can't be seen to come.
  const newest = { license: newestOf(entries.license), penalty: newestOf(entries.penalty) };
  const each = quick ? 3 : 10;
  const sample = CLASSES.flatMap(({ name }) => all.filter(({ query, ids }) => query.class === name && ids.join() !== newest[query.kind]).slice(0, each));
  note(await browse(folder, sample, say));

  let now = entries;
  for (let day = 0; day < DAYS; day++) {
    const { text, gone } = dayOf(records, day);
    now = await afterDay(ours, now, text, gone);
  }
  note({ later: classesOf(await answersOf(ours, twin, now, asked.slice(0, Math.ceil(queries / 5)))) });
}

/** @param {readonly { id: string }[]} entries */
function newestOf(entries) {
  return entries.slice(0, PAGE).map(({ id }) => id).join();
}

/** @typedef {import('./scale/asked.mjs').Answer & { query: import('./scale/queries.mjs').Query, right: boolean }} Judged */

/**
 * @param {typeof import('./scale/ours.js')} ours @param {string} folder @param {import('./scale/truth.mjs').Entries} entries
 * @param {readonly import('./scale/queries.mjs').Query[]} asked @returns {Promise<Judged[]>}
 */
async function answersOf(ours, folder, entries, asked) {
  const site = siteOf(folder, () => undefined);
  const manifest = readFileSync(join(folder, 'sgs.json'), 'utf8');
  const all = [];
  for (const query of asked) {
    const answer = await ask(ours, site, manifest, query, PAGE);
    const truth = scan(ours, entries, query, PAGE);
    const right = answer.ids.join() === truth.ids.join() && (answer.complete ? answer.total === truth.total : answer.total <= truth.total);
    if (!right) say(`WRONG: ${query.class}, ${query.kind}, ${query.q}: ${answer.total} instead of ${truth.total}`);
    all.push({ ...answer, query, right });
    if (all.length % 100 === 0) say(`${all.length} of ${asked.length} queries held against a full scan, ${all.filter((one) => one.right).length} right`);
  }
  return all;
}

/** @param {readonly Judged[]} all @returns {import('./scale/figures.mjs').Class[]} */
function classesOf(all) {
  return CLASSES.flatMap(({ name, bar }) => {
    const own = all.filter(({ query }) => query.class === name);
    if (!own.length) return [];
    const [hardest] = [...own].sort((a, b) => b.rounds - a.rounds || b.bytes - a.bytes);
    const { query, rounds, bytes } = /** @type {Judged} */ (hardest);
    const at = (/** @type {'bytes' | 'requests' | 'rounds'} */ key, /** @type {number} */ part) => quantile(own.map((answer) => answer[key]), part);
    return [{
      name, ...(bar && { bar }), asked: own.length, right: own.filter(({ right }) => right).length, totals: own.filter(({ complete }) => complete).length,
      kb50: at('bytes', 0.5) / 1000, kb95: at('bytes', 0.95) / 1000, kbMost: at('bytes', 1) / 1000,
      requests50: at('requests', 0.5), rounds50: at('rounds', 0.5), roundsMost: at('rounds', 1),
      tooMany: own.filter((answer) => answer.rounds > ROUNDS).length, hardest: { q: query.q, kind: query.kind, rounds, kb: bytes / 1000 },
    }];
  });
}

/** @param {readonly string[]} args */
function options(args) {
  const flags = new Set(['--quick', '--fresh']);
  const valued = new Set(['--json', '--records', '--queries', '--folder']);
  /** @type {Map<string, string>} */
  const given = new Map();
  for (let at = 0; at < args.length; at++) {
    const name = String(args[at]);
    const value = valued.has(name) ? args[++at] : flags.has(name) ? '' : undefined;
    if (value === undefined) {
      console.error(`scale: ${name} is not understood. There are: ${[...flags, ...valued].join(' ')}`);
      process.exit(1);
    }
    given.set(name, value);
  }
  const quick = given.has('--quick');
  const records = countOf(given.get('--records') ?? (quick ? '100k' : '1M'));
  return {
    quick, fresh: given.has('--fresh'), json: given.get('--json'), records,
    queries: Number(given.get('--queries') ?? (quick ? 100 : 1000)),
    folder: given.get('--folder') ?? join(cache, `scale-${nameOf(records)}`),
  };
}
