// @ts-check
// What a full scan finds: every record of the feed as the page reads it, looked at one by one for every query.
import { createReadStream } from 'node:fs';

/**
 * @typedef {{ id: string, date: string, text: string }} Entry `text`: what is searched, folded; fields are apart by \0
 * @typedef {import('./queries.mjs').Sample} Sample
 * @typedef {Record<'license' | 'penalty', Entry[]>} Entries newest first, those of a day by id
 */

/** Of every so many records it is kept what people could search it by. */
const SAMPLE = 37;

/** @param {Entry} a @param {Entry} b */
const newestFirst = (a, b) => (a.date === b.date ? (a.id < b.id ? -1 : 1) : a.date > b.date ? -1 : 1);

/** @param {typeof import('./ours.js')} ours @param {AsyncIterable<string>} pieces of a feed */
async function read({ createReader, normalizeText, today }, pieces) {
  /** @type {Entries} */
  const entries = { license: [], penalty: [] };
  /** @type {Record<'license' | 'penalty', Sample[]>} */
  const samples = { license: [], penalty: [] };
  let n = 0;
  const reader = createReader({
    today,
    onRecords: (records) => {
      for (const { id, kind, subjectName: name = '', creditCode: code = '', documentNumber: number = '', decidedOn: date = '' } of records) {
        if (kind !== 'license' && kind !== 'penalty') continue;
        entries[kind].push({ id, date, text: [name, number, code].map(normalizeText).join('\0') });
        if (n++ % SAMPLE === 0) samples[kind].push({ name, code, number });
      }
    },
  });
  for await (const piece of pieces) reader.push(piece);
  reader.end();
  return { entries, samples };
}

/** @param {typeof import('./ours.js')} ours @param {string} file a feed */
export async function readTruth(ours, file) {
  const { entries, samples } = await read(ours, createReadStream(file, { encoding: 'utf8', highWaterMark: 1 << 18 }));
  for (const list of Object.values(entries)) list.sort(newestFirst);
  return { entries, samples };
}

/** What stands after a day's publication. @param {typeof import('./ours.js')} ours @param {Entries} entries @param {string} text of the day's feed @param {string} gone a feed of what it takes back, as it was */
export async function afterDay(ours, entries, text, gone) {
  const readText = async (/** @type {string} */ whole) => (await read(ours, (async function* () { yield whole; })())).entries;
  const [fresh, left] = [await readText(text), await readText(gone)];
  /** @type {Entries} */
  const now = { license: [], penalty: [] };
  for (const kind of /** @type {const} */ (['license', 'penalty'])) {
    const ids = new Set([...left[kind], ...fresh[kind]].map(({ id }) => id));
    now[kind] = [...entries[kind].filter(({ id }) => !ids.has(id)), ...fresh[kind]].sort(newestFirst);
  }
  return now;
}

/**
 * @param {typeof import('./ours.js')} ours @param {Entries} entries @param {import('./queries.mjs').Query} query @param {number} size of a page
 * @returns {{ total: number, ids: string[] }} `ids`: the first page
 */
export function scan({ terms }, entries, { kind, q }, size) {
  const words = terms(q);
  const ids = [];
  let total = 0;
  for (const { id, text } of entries[kind]) {
    if (!words.every((word) => text.includes(word))) continue;
    if (total++ < size) ids.push(id);
  }
  return { total, ids };
}
