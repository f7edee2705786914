// @ts-check
// A million records from a static folder: how long it takes to publish them, what a day's publication writes, what a
// search costs, and whether every first page is that of a full scan. Part of npm run bench, and alone:
//
//   node bench/scale.mjs [--quick] [--records 1M] [--queries 1000] [--folder DIR] [--fresh] [--json FILE]
//
// --folder keeps the feed and its folder (bench/.cache/scale-1M), which are used again until the tool or the records
// change; --fresh publishes anew. dist/ must have been built. About 10 minutes on two quiet cores; --quick, 2.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { whenOrphaned } from '../scripts/orphan.mjs';
import { bundleOurs, cache } from './data.mjs';
import { countOf, nameOf } from './options.mjs';
import { answersOf, classesOf, PAGE } from './scale/answers.mjs';
import { browse } from './scale/browser.mjs';
import { dayOf, publishDays } from './scale/days.mjs';
import { sizeOf } from './scale/files.mjs';
import { feedFile, publishAll } from './scale/publish.mjs';
import { CLASSES, queriesOf } from './scale/queries.mjs';
import { afterDay, readTruth } from './scale/truth.mjs';

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
  const all = await answersOf(ours, folder, entries, asked, say);
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
  note({ later: classesOf(await answersOf(ours, twin, now, asked.slice(0, Math.ceil(queries / 5)), say)) });
}

/** @param {readonly { id: string }[]} entries */
function newestOf(entries) {
  return entries.slice(0, PAGE).map(({ id }) => id).join();
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
  const queries = Number(given.get('--queries') ?? (quick ? 100 : 1000));
  if (!(queries >= CLASSES.length)) {
    console.error(`scale: --queries is a number from ${CLASSES.length} on, one of each class`);
    process.exit(1);
  }
  return {
    quick, fresh: given.has('--fresh'), json: given.get('--json'), records, queries,
    folder: given.get('--folder') ?? join(cache, `scale-${nameOf(records)}`),
  };
}
