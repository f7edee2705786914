// @ts-check
// node bench/reader.mjs: the reader in Node against JSON.parse of the same text, in each spelling; the ratio of each round, and
// their median. Rounds are interleaved and the processor's time is counted, so that a busy machine costs both the same.
//
//   node bench/reader.mjs --records 20k --reps 9 --only codes,labels
//   node bench/reader.mjs --against FILE      a bundle of another state of the code beside this one (--bundle says its file)
//   node --cpu-prof bench/reader.mjs --profile codes
import { pathToFileURL } from 'node:url';
import { bundleOurs } from './data.mjs';
import { spread } from './maths.mjs';
import { countOf, nameOf } from './options.mjs';
import { SPELLINGS, speltText } from './spellings.mjs';

/** Characters of a piece, as the pipeline hands them on (src/feed/pipeline.ts). */
const PIECE = 24_000;

/** @param {string} name @param {string} otherwise */
const given = (name, otherwise) => {
  const at = process.argv.indexOf(name);
  return at < 0 ? otherwise : String(process.argv[at + 1]);
};

/** @typedef {(pieces: Iterable<string>, onRecord: (record: unknown) => void) => void} ReadFeed */

/** @param {string} text */
function* piecesOf(text) {
  for (let at = 0; at < text.length; at += PIECE) yield text.slice(at, at + PIECE);
}

/** @param {() => unknown} work @returns {number} milliseconds of the processor, its collection of garbage included */
function time(work) {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** @param {ReadFeed} read @param {string} text */
const reading = (read, text) => () => {
  /** @type {unknown[]} */
  const kept = [];
  read(piecesOf(text), (record) => kept.push(record));
  return kept;
};

const bundle = await bundleOurs();
if (process.argv.includes('--bundle')) {
  console.log(bundle);
  process.exit();
}
const load = async (/** @type {string} */ file) => /** @type {{ readFeed: ReadFeed }} */ (await import(pathToFileURL(file).href)).readFeed;
/** @type {(readonly [name: string, read: ReadFeed])[]} */
const readers = [['ours', await load(bundle)]];
const against = given('--against', '');
if (against) readers.unshift(['before', await load(against)]);
const count = countOf(given('--records', '10k'));
const reps = Number(given('--reps', '7'));
const profiled = given('--profile', '');
const spellings = SPELLINGS.filter((spelling) => given('--only', profiled || SPELLINGS.join()).split(',').includes(spelling));

for (const spelling of spellings) {
  const text = speltText(count, spelling);
  const works = readers.map(([name, read]) => /** @type {const} */ ([name, reading(read, text)]));
  const parse = () => /** @type {unknown} */ (JSON.parse(text));
  for (let warm = 0; warm < 2; warm++) for (const [, work] of works) work();
  /** @type {Record<string, number[]>} */
  const ratios = {};
  /** @type {Record<string, number[]>} */
  const least = {};
  /** @type {number[]} */
  const parses = [];
  for (let round = 0; round < reps; round++) {
    const times = works.map(([name, work]) => /** @type {const} */ ([name, time(work)]));
    const alone = profiled ? 1 : time(parse);
    parses.push(alone);
    for (const [name, ms] of times) (least[name] ??= []).push(ms);
    for (const [name, ms] of times) (ratios[name] ??= []).push(ms / alone);
  }
  /** Of a machine that others work on, the least of all rounds is the nearest to what the work costs. @param {string} name */
  const best = (name) => `${(Math.min(.../** @type {number[]} */ (least[name])) / Math.min(...parses)).toFixed(1)}× at best, `;
  const said = Object.entries(ratios).map(([name, all]) => {
    const { median = NaN, min = NaN, max = NaN } = spread(all) ?? {};
    return `${name} ${best(name)}${median.toFixed(2)}× (${min.toFixed(2)}–${max.toFixed(2)})`;
  });
  console.log(`${nameOf(count)} ${spelling}, ${(text.length / count).toFixed(0)} characters a record, JSON.parse ${(spread(parses)?.median ?? NaN).toFixed(0)} ms: ${said.join(', ')}`);
}
