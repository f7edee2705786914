// @ts-check
// A million records as a folder: how long it takes to make, what a day's publication writes, what a search costs, and
// whether every first page is that of a full scan. `node --import tsx bench/scale.mjs [records] [queries] [folder]`;
// a folder made before (and the feed beside it) is used again.
import { existsSync, mkdirSync, openSync, readFileSync, writeSync, closeSync, statSync, createReadStream } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { diskFolder } from '../src/cli/shard/folder.js';
import { diskScratch } from '../src/cli/shard/scratch.js';
import { createReader } from '../src/feed/reader.js';
import { FeedFailure } from '../src/model/failure.js';
import { foldText, terms } from '../src/query/fold.js';
import { createPublication } from '../src/shard/publish.js';
import { openShards } from '../src/source/shards.js';
import { feedPieces, random, records as invented } from './records.mjs';

const count = Number(process.argv[2] ?? 1_000_000);
const queries = Number(process.argv[3] ?? 1000);
const root = process.argv[4] ?? `bench/out/shards-${count}`;
const feed = `${root}.json`;
const TODAY = '2026-01-02';

mkdirSync(root, { recursive: true });
if (!existsSync(feed)) {
  const file = openSync(feed, 'w');
  let text = '';
  for (const piece of feedPieces(count, 1)) {
    text += piece;
    if (text.length > 1e6) {
      writeSync(file, text);
      text = '';
    }
  }
  writeSync(file, text);
  closeSync(file);
}

const cpu = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

/** @param {AsyncIterable<string>} pieces @param {'all' | 'add'} mode */
async function publish(pieces, mode) {
  const scratch = diskScratch();
  const publication = createPublication({
    folder: diskFolder(root), scratch, config: {}, today: TODAY, now: Date.now(), keep: 0, first: 10, small: 4000, mode,
    settings: { searched: 'numbers', columns: [], rows: 50, records: 100 },
    pack: (bytes, fast) => gzipSync(bytes, { level: fast ? 2 : 6 }), unpack: (bytes) => gunzipSync(bytes),
  });
  const begun = cpu();
  const clock = performance.now();
  const reader = createReader({ today: TODAY, onRecords: (some) => some.forEach(publication.take) });
  for await (const piece of pieces) reader.push(piece);
  const report = reader.end();
  const read = cpu() - begun;
  const result = publication.finish(report);
  scratch.close();
  return { ...result, readCpu: read, cpu: cpu() - begun, seconds: (performance.now() - clock) / 1000 };
}

const size = (/** @type {string} */ name) => statSync(join(root, name)).size;

if (!existsSync(join(root, 'sgs.json'))) {
  console.log('publish', await publish(createReadStream(feed, { encoding: 'utf8', highWaterMark: 1 << 18 }), 'all'));
}
console.log(`manifest ${size('sgs.json')} B, gzip ${gzipSync(readFileSync(join(root, 'sgs.json'))).length} B`);

// What a full scan needs of each record.
/** @type {Record<string, { id: string, date: string, text: string, code: string, number: string, name: string }[]>} */
const all = { license: [], penalty: [] };
{
  const reader = createReader({
    today: TODAY,
    onRecords: (some) => {
      for (const { id, kind, subjectName = '', creditCode = '', documentNumber = '', decidedOn = '' } of some) {
        all[kind]?.push({ id, date: decidedOn, text: foldText([subjectName, documentNumber, creditCode].join('\0')), code: creditCode, number: documentNumber, name: subjectName });
      }
    },
  });
  for await (const piece of createReadStream(feed, { encoding: 'utf8', highWaterMark: 1 << 18 })) reader.push(piece);
  reader.end();
  for (const list of Object.values(all)) list.sort((a, b) => (a.date === b.date ? (a.id < b.id ? -1 : 1) : a.date > b.date ? -1 : 1));
}

/** @type {{ bytes: number, at: number, end: number }[]} */
let asked = [];
let clock = 0;
let session = 0;
/** A folder that nobody has read from: each opening has an address of its own. Rounds are requests that wait for others. */
function open() {
  const base = `https://s${++session}.example/`;
  asked = [];
  clock = 0;
  async function* request(/** @type {{ url: string }} */ { url }) {
    const mine = clock + 1;
    // Answers of one round come together.
    await new Promise((done) => setTimeout(done));
    let bytes;
    try {
      bytes = readFileSync(join(root, url.slice(base.length)));
    } catch {
      throw new FeedFailure({ code: 'http', detail: url, status: 404 });
    }
    asked.push({ bytes: bytes.length + 200, at: mine, end: mine });
    await new Promise((done) => setTimeout(done));
    clock = Math.max(clock, mine);
    yield new Uint8Array(bytes);
  }
  const text = readFileSync(join(root, 'sgs.json'), 'utf8');
  /** @type {any[]} */
  const newest = [];
  /** @type {any} */
  let manifest;
  const reader = createReader({ today: TODAY, onRecords: (some) => newest.push(...some), onRoot: (value) => { manifest = value; } });
  reader.push(text);
  const report = reader.end();
  const opened = openShards([`${base}sgs.json`], {}, manifest.shards, [{ records: newest, report }], createReader, request);
  if (!opened) throw new Error('no folder');
  return opened.source;
}

const next = random(99);
const pick = (/** @type {any[]} */ list) => list[Math.floor(next() * list.length)];
const part = (/** @type {string} */ text, /** @type {number} */ length) => {
  const at = Math.floor(next() * Math.max(1, text.length - length + 1));
  return text.slice(at, at + length);
};
/** @type {Record<string, (record: { code: string, number: string, name: string }) => string>} */
const classes = {
  '2-name': ({ name }) => part(name, 2),
  '4-name': ({ name }) => part(name, 4),
  '8-name': ({ name }) => part(name, 8),
  'whole name': ({ name }) => name,
  '18-code': ({ code, name }) => code || name,
  'part of a code': ({ code }) => part(code || '91349911MA', 7),
  'document number': ({ number }) => number,
  'part of a number': ({ number }) => number.slice(2),
  hot: () => pick(['有限公司', '公司', '青岚市', '市', '2025', '市监', '有限', '餐饮管理有限公司', '食品有限']),
};
const quantile = (/** @type {number[]} */ list, /** @type {number} */ q) => [...list].sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * q))] ?? 0;

const table = [];
let wrong = 0;
for (const [name, make] of Object.entries(classes)) {
  const bytes = [], requests = [], rounds = [];
  let exact = 0, n = 0;
  for (; n < queries / Object.keys(classes).length; n++) {
    const kind = next() < 0.7 ? 'license' : 'penalty';
    const q = make(pick(all[kind] ?? []));
    const words = terms(q);
    const truth = (all[kind] ?? []).filter(({ text }) => words.every((word) => text.includes(word)));
    const source = open();
    const page = await source.query({ kind, q, category: '', department: '', year: '', from: '', to: '', sort: 'decidedOn', descending: true, page: 1, size: 10 });
    const good = page.rows.map(({ id }) => id).join() === truth.slice(0, 10).map(({ id }) => id).join() && (page.complete ? page.total === truth.length : page.total <= truth.length);
    if (!good) {
      wrong++;
      console.log('WRONG', name, kind, q, page.total, truth.length, page.rows.length);
    }
    if (page.complete) exact++;
    bytes.push(asked.reduce((sum, each) => sum + each.bytes, 0));
    requests.push(asked.length);
    rounds.push(clock);
  }
  table.push({ class: name, queries: n, 'KB p50': (quantile(bytes, 0.5) / 1000).toFixed(1), 'KB p95': (quantile(bytes, 0.95) / 1000).toFixed(1), 'requests p50': quantile(requests, 0.5), 'rounds p50': quantile(rounds, 0.5), 'rounds most': Math.max(...rounds), 'exact totals': exact });
  console.log(JSON.stringify(table[table.length - 1]));
}
console.table(table);
console.log(`${wrong} first pages differ from a full scan (bytes with 200 a response for headers; without the manifest)`);

// A day: 550 new records.
async function* day() {
  const rows = [...invented(550, 77)].map((row, n) => ({ ...row, id: `D${n}`, documentNumber: `新〔2026〕${n + 1}号`, decidedOn: '2026-01-01' }));
  yield JSON.stringify({ version: 1, standard: '2018', updated: '2026-01-02', records: rows });
}
const { execSync } = await import('node:child_process');
const index = Number(execSync(`find ${root} \\( -path '*/g/*' -o -path '*/b/*' -o -path '*/h/*' -o -path '*/n/*' -o -path '*/l/*' -o -name meta.json -o -name keys.json \\) -type f -printf '%s\\n' | awk '{s+=$1} END {print s}'`).toString());
const written = await publish(day(), 'add');
console.log(`index and rows ${(index / 1e6).toFixed(1)} MB; a day of 550 writes ${(written.bytes / 1e6).toFixed(2)} MB (${((100 * written.bytes) / index).toFixed(2)} %), ${written.files} files, ${written.cpu.toFixed(1)} s CPU`, written);
