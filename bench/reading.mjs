// @ts-check
// The reader in Node against JSON.parse of the same text, in each spelling. Rounds are interleaved and the processor's time is
// counted, so that a busy machine costs both the same.
import { pathToFileURL } from 'node:url';
import { bundleOurs } from './data.mjs';
import { pairedRatio, spread } from './maths.mjs';
import { nameOf } from './options.mjs';
import { SPELLINGS, speltText } from './spellings.mjs';

/** Characters of a piece, as the pipeline hands them on (src/feed/pipeline.ts). */
const PIECE = 24_000;
/** Records of a feed that the bars are about. */
const RECORDS = 10_000;

/**
 * @typedef {(pieces: Iterable<string>, onRecord: (record: unknown) => void) => void} ReadFeed
 * @typedef {object} Reading of one spelling
 * @property {number} characters of a record
 * @property {number[]} parse milliseconds of JSON.parse by rounds
 * @property {Record<string, number[]>} readers milliseconds of each reader by rounds
 */

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

/** @param {string} file a bundle of bench/search/ours.ts @returns {Promise<ReadFeed>} */
export const readerIn = async (file) => /** @type {{ readFeed: ReadFeed }} */ (await import(pathToFileURL(file).href)).readFeed;

/**
 * @param {Readonly<Record<string, ReadFeed>>} readers by name
 * @param {{ count: number, reps: number, spelling: import('./spellings.mjs').Spelling }} what
 * @returns {Reading}
 */
export function readingOf(readers, { count, reps, spelling }) {
  const text = speltText(count, spelling);
  const works = Object.entries(readers).map(([name, read]) => /** @type {const} */ ([name, () => {
    /** @type {unknown[]} */
    const kept = [];
    read(piecesOf(text), (record) => kept.push(record));
    if (kept.length !== count) throw new Error(`Of ${count} records the reader has kept ${kept.length}`);
    return kept;
  }]));
  // The first two make the engine's code.
  for (let warm = 0; warm < 2; warm++) for (const [, work] of works) work();
  /** @type {Reading} */
  const reading = { characters: text.length / count, parse: [], readers: Object.fromEntries(works.map(([name]) => [name, []])) };
  for (let round = 0; round < reps; round++) {
    for (const [name, work] of works) reading.readers[name]?.push(time(work));
    reading.parse.push(time(() => /** @type {unknown} */ (JSON.parse(text))));
  }
  return reading;
}

/** The ratios of the rounds. @param {Reading} reading @param {string} name */
export const readingRatio = ({ parse, readers }, name) => pairedRatio(readers[name] ?? [], parse);

/** In words. @param {Reading} reading @param {string} spelling @param {number} count */
export function readingSaid(reading, spelling, count) {
  const said = Object.keys(reading.readers).map((name) => {
    const { median = NaN, min = NaN, max = NaN } = readingRatio(reading, name) ?? {};
    const best = Math.min(.../** @type {number[]} */ (reading.readers[name])) / Math.min(...reading.parse);
    return `${name} ${median.toFixed(2)}× (${min.toFixed(2)}–${max.toFixed(2)}; the best rounds ${best.toFixed(2)}×)`;
  });
  return `${nameOf(count)} ${spelling}, ${reading.characters.toFixed(0)} characters a record, JSON.parse ${(spread(reading.parse)?.median ?? NaN).toFixed(0)} ms: ${said.join(', ')}`;
}

/** @param {string} spelling */
export const readingKey = (spelling) => `reading ${spelling}`;

/** @param {import('./options.mjs').Options} options @param {import('./store.mjs').Store} store @param {(text: string) => void} say */
export async function reading({ reps }, store, say) {
  const ours = await readerIn(await bundleOurs());
  for (const spelling of SPELLINGS) {
    if (store.get(readingKey(spelling)) !== undefined) continue;
    const found = readingOf({ ours }, { count: RECORDS, reps: Math.max(5, reps), spelling });
    store.set(readingKey(spelling), found);
    say(`reading ${readingSaid(found, spelling, RECORDS)}`);
  }
}
