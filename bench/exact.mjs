// @ts-check
// 1,000 random queries of many records against a scan that looks at each of them:
//
//   node bench/exact.mjs [records, 100000] [queries, 1000] [seed]
//
// The test suite does the same with 10,000 (test/query/exact.test.ts).
import assert from 'node:assert/strict';
import { register } from 'tsx/esm/api';
import { random, records as invented } from './records.mjs';

register();
const { createBigEngine } = await import('../src/query/big/engine.js');
const { createReader } = await import('../src/feed/reader.js');
const { createTruth, someQueries } = await import('../test/query/truth.js');

const [count = 100_000, wanted = 1000, seed = 31] = process.argv.slice(2).map(Number);
/** @type {import('../src/model/record.js').SgsRecord[]} */
const records = [];
const reader = createReader({ today: '2026-01-01', onRecords: (some) => { for (const one of some) records.push(one); } });
reader.push('{"version":1,"standard":"2018","records":[');
let first = true;
for (const row of invented(count, seed)) {
  reader.push((first ? '' : ',') + JSON.stringify(row));
  first = false;
}
reader.push(']}');
reader.end();
assert.equal(records.length, count);

const engine = createBigEngine();
records.forEach(engine.add);
while (engine.indexPending(true));
const truth = createTruth(records);
let found = 0;
let spent = 0;
for (const query of someQueries(records, wanted, random(seed + 1))) {
  const right = truth(query);
  const start = performance.now();
  const page = await engine.page(query);
  spent += performance.now() - start;
  const said = JSON.stringify(query);
  assert.deepEqual([page.total, page.page, page.pages], [right.total, right.page, right.pages], said);
  assert.deepEqual(page.rows.map(({ id }) => id), right.rows.map(({ id }) => id), said);
  if (right.total) found++;
}
console.log(`${wanted} queries of ${count} records: totals, pages and orders as a scan finds them; ${found} found something. ${(spent / wanted).toFixed(1)} ms a query.`);
