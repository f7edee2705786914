// @ts-check
// How long a list of 100,000 records takes to become a file, in Node, and the longest time that nothing else could run.
// Not part of the tests. Figures are wall and processor time: on a machine that does other work, the latter counts.
//
//   node --import tsx bench/exports.mjs [records] [rounds]
import { createReader } from '../src/feed/reader.js';
import { exportFile } from '../src/export/file.js';
import { zhCN } from '../src/locale/zh-CN.js';
import { NO_FILTERS } from '../src/query/query.js';
import { DocumentSource } from '../src/source/document.js';
import { feedPieces } from './records.mjs';

const records = Number(process.argv[2] ?? 100_000);
const rounds = Number(process.argv[3] ?? 5);
const DATE = '2026-01-01';

const source = new DocumentSource();
const reader = createReader({ today: DATE, onRecords: (some) => source.add(some) });
for (const piece of feedPieces(records)) reader.push(piece);
reader.end();

/** @param {number[]} values */
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

/** @type {readonly import('../src/query/query.js').Query[]} */
const queries = (/** @type {const} */ (['license', 'penalty'])).map((kind) => ({
  ...NO_FILTERS, kind, sort: 'decidedOn', descending: true, page: 1, size: 10,
}));

for (const format of /** @type {const} */ (['csv', 'xlsx'])) {
  /** @type {number[]} */ const walls = [];
  /** @type {number[]} */ const cpus = [];
  let longest = 0;
  let bytes = 0;
  for (let round = 0; round < rounds; round++) {
    // Whoever else waits gets a turn: the longest gap between two of them is the longest task.
    let last = performance.now();
    let running = true;
    const tick = () => {
      const now = performance.now();
      if (round > 0) longest = Math.max(longest, now - last);
      last = now;
      if (running) setImmediate(tick);
    };
    setImmediate(tick);
    const start = performance.now();
    const cpu = process.cpuUsage();
    const made = await exportFile(format, source, queries, { words: zhCN, date: DATE });
    walls.push(performance.now() - start);
    cpus.push(process.cpuUsage(cpu).user / 1000);
    running = false;
    if (!made.ok || made.value.records !== records) throw new Error(`The ${format} is not whole.`);
    bytes = made.value.blob.size;
  }
  const ms = (/** @type {number} */ value) => `${Math.round(value)} ms`;
  console.log(`${format}: ${records} records, wall ${ms(median(walls))} (best ${ms(Math.min(...walls))}), processor ${ms(median(cpus))}`
    + ` (best ${ms(Math.min(...cpus))}), longest task ${ms(longest)}, ${(bytes / 1e6).toFixed(1)} MB`);
}
process.exit();
