// @ts-check
// What is measured with: feeds of each size as files, the records as the widget reads them, and bundles of what is ours.
// Made once, of the generator and of src/, and kept under a name that changes when these do.
import { build } from 'esbuild';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { nameOf } from './options.mjs';
import { feedPieces, head, records } from './records.mjs';
import { speltPieces } from './spellings.mjs';

export const here = fileURLToPath(new URL('.', import.meta.url));
export const cache = join(here, '.cache');
const hash = (/** @type {string} */ text) => createHash('sha256').update(text).digest('hex').slice(0, 12);
const generator = hash(readFileSync(join(here, 'records.mjs'), 'utf8'));

/** Bundles what is ours for plain Node. @param {string} [entry] @returns {Promise<string>} its file */
export async function bundleOurs(entry = 'search/ours.ts') {
  const { outputFiles } = await build({
    entryPoints: [join(here, entry)], bundle: true, write: false, format: 'esm', platform: 'node', target: 'node20', minify: false,
    define: { 'import.meta.env.DEV': 'false' },
  });
  const text = outputFiles[0]?.text ?? '';
  const file = join(cache, `ours.${hash(text)}.mjs`);
  mkdirSync(cache, { recursive: true });
  if (!existsSync(file)) writeFileSync(file, text);
  return file;
}

/** Writes a file at once or not at all. @param {string} file @param {() => string | Buffer | Uint8Array} make */
function once(file, make) {
  if (existsSync(file)) return;
  writeFileSync(`${file}.part`, make());
  renameSync(`${file}.part`, file);
}

/**
 * @typedef {object} Feed
 * @property {number} count
 * @property {Buffer} zipped the feed, one JSON document
 * @property {Buffer} first its first 50 records, zipped
 * @property {number} raw bytes of the document
 * @property {string} term four characters of a company's name that occur, but not within the first page
 */

/** @param {number} count @returns {Feed} */
export function feed(count) {
  const folder = join(cache, 'data', generator);
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${nameOf(count)}.json.gz`);
  const about = join(folder, `${nameOf(count)}.about.json`);
  if (!existsSync(about)) {
    const text = [...feedPieces(count)].join('');
    once(file, () => gzipSync(text, { level: 6 }));
    once(about, () => JSON.stringify({ raw: Buffer.byteLength(text), term: findTerm(count) }));
  }
  const start = [];
  for (const record of records(count)) if (start.push(record) === 50) break;
  return {
    count, zipped: readFileSync(file), first: gzipSync(JSON.stringify({ ...head(), records: start }), { level: 6 }),
    ...JSON.parse(readFileSync(about, 'utf8')),
  };
}

/** The same records in another spelling, one JSON document. @param {number} count @param {import('./spellings.mjs').Spelling} spelling @returns {Buffer} */
export function zippedIn(count, spelling) {
  const folder = join(cache, 'data', `${generator}-${hash(readFileSync(join(here, 'spellings.mjs'), 'utf8'))}`);
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${nameOf(count)}.${spelling}.json.gz`);
  once(file, () => gzipSync([...speltPieces(count, spelling)].join(''), { level: 6 }));
  return readFileSync(file);
}

/** @param {number} count */
function findTerm(count) {
  let n = 0;
  let early = '';
  for (const record of records(count)) {
    const name = String(record['subjectName']);
    if (++n <= Math.min(200, count / 4)) early += JSON.stringify(record);
    else if (n > count * 0.6 && record['kind'] === 'license' && /公司$/.test(name)) {
      // Brand and trade: after the city and the district, where there is one.
      const term = name.replace(/^青岚市(...[区县市])?/, '').slice(0, 4);
      if (term.length === 4 && !early.includes(term)) return term;
    }
  }
  throw new Error('No term for the search of the tables');
}

/**
 * The records as the widget reads them, one JSON a line, all made licences: a list searches one kind.
 * @param {number} count @param {string} ours the bundle
 * @returns {Promise<string>} folder of this size: `records.ndjson`, and what others add to it
 */
export async function cleanRecords(count, ours) {
  const folder = join(cache, 'data', `${generator}-${ours.split('.').at(-2)}`, nameOf(count));
  const file = join(folder, 'records.ndjson');
  if (existsSync(file)) return folder;
  mkdirSync(folder, { recursive: true });
  const { readFeed } = /** @type {typeof import('./search/ours.js')} */ (await import(pathToFileURL(ours).href));
  /** @type {string[]} */
  const lines = [];
  readFeed(feedPieces(count), (record) => lines.push(JSON.stringify({ ...record, kind: 'license' })));
  if (lines.length !== count) throw new Error(`Of ${count} records the reader has kept ${lines.length}`);
  once(file, () => lines.join('\n'));
  return folder;
}
