// @ts-check
// One engine, one size, one process: builds it, asks every query, and says how long it took and what it got wrong.
// usage: node --expose-gc child.mjs <folder of the records> <bundle> <engine> <passes> <milliseconds for the queries>
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { median, quantile } from '../maths.mjs';
import { makeQueries } from './queries.mjs';
import { giant, joined, naive, wasm } from './scans.mjs';

/** @typedef {import('./queries.mjs').Query} Query */
/** @typedef {{ queries: Query[], truth: number[][], rank: number[] }} QuerySet */

const [folder = '', bundle = '', name = '', passes = '3', budget = '15000'] = process.argv.slice(2);
const { engines, searchText } = /** @type {typeof import('./ours.js')} */ (await import(pathToFileURL(bundle).href));
/** @type {any[]} */
const records = readFileSync(join(folder, 'records.ndjson'), 'utf8').split('\n').map((line) => JSON.parse(line));
/** @type {string[]} */
const texts = records.map((record) => searchText(record));
const terms = (/** @type {string} */ q) => q.split(' ');

/** @returns {QuerySet} the queries and their answers, made by the first child */
function querySet() {
  // Another way of making queries makes another file.
  const kind = createHash('sha256').update(readFileSync(new URL('queries.mjs', import.meta.url))).digest('hex').slice(0, 8);
  const file = join(folder, `queries.${kind}.json`);
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
  const collator = new Intl.Collator('zh-Hans-CN-u-co-pinyin', { numeric: true });
  const order = records.map((_, at) => at).sort((a, b) => {
    const x = records[a].subjectName || '';
    const y = records[b].subjectName || '';
    return (x && y ? collator.compare(x, y) : (x < y ? 1 : x > y ? -1 : 0)) || a - b;
  });
  const rank = Array.from(order, () => 0);
  order.forEach((at, place) => (rank[at] = place));
  const fold = (/** @type {string} */ text) => searchText(/** @type {any} */ ({ category: [text], extra: [] }));
  const queries = makeQueries(texts, records, fold);
  const scan = naive(texts);
  const truth = queries.map((query) => narrow(/** @type {number[]} */ (scan.find(terms(query.q))), query));
  const set = { queries, truth, rank };
  writeFileSync(file, JSON.stringify(set));
  return set;
}

/** @param {ArrayLike<number>} found @param {Query} query @returns {number[]} */
function narrow(found, { from, to }) {
  const all = Array.from(found);
  return from || to ? all.filter((at) => (!from || records[at].decidedOn >= from) && (!to || records[at].decidedOn <= to)) : all;
}

const { queries, truth, rank } = querySet();
/** The right answer in the right order. @param {Query} query @returns {number[]} */
function sorted(query) {
  const expected = /** @type {number[]} */ (truth[queries.indexOf(query)]);
  return query.byName ? [...expected].sort((a, b) => /** @type {number} */ (rank[a]) - /** @type {number} */ (rank[b])) : expected;
}

const own = engines[name];
/** The positions of records by id. */
const place = own && new Map(records.map(({ id }, at) => [id, at]));

/** What is held after a collection, in bytes. */
function held() {
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, arrayBuffers, external } = process.memoryUsage();
  return heapUsed + Math.max(arrayBuffers, external);
}

const before = held();
let start = performance.now();
const engine = await make();
const build = performance.now() - start;
const memory = held() - before;

/**
 * @typedef {object} Asking
 * @property {(query: Query) => any} ask what is timed: the count and the first 20
 * @property {(query: Query, count: number) => any} all every hit, for the check
 * @returns {Promise<Asking>}
 */
async function make() {
  if (own) {
    const ours = await own(records);
    const positions = (/** @type {import('./ours.js').Answer} */ { count, ids }) => ({ count, first: ids.map((id) => place?.get(id)) });
    return {
      ask: async (query) => positions(await ours(query, 1, 20)),
      // Ours gives records, not positions, and unpacking tens of thousands takes its time: of many hits the count, the
      // first 20 and a page in the middle are checked, and the others taken to be what they should.
      all: async (query, count) => {
        if (count <= 1000) return positions(await ours(query, 1, Math.max(1, count))).first;
        const expected = sorted(query);
        const page = Math.ceil(count / 40);
        const { first } = positions(await ours(query, page, 20));
        const start = (page - 1) * 20;
        const right = count === expected.length && first.join() === expected.slice(start, start + 20).join();
        return right ? expected : first;
      },
    };
  }
  const scans = { naive, joined, giant, wasm };
  // Only who measures a peer needs it installed.
  const source = name in scans ? scans : (await import('./peers.mjs')).peers;
  const { find, sorted: inOrder } = await /** @type {any} */ (source)[name](texts);
  /** @param {Query} query */
  const all = async (query) => narrow(await find(terms(query.q)), query);
  return {
    all,
    // Records stand by date, so their order is that of their positions.
    ask: async (query) => {
      let found = query.from || query.to ? await all(query) : await find(terms(query.q));
      if (query.byName) found = Array.from(found).sort((a, b) => /** @type {number} */ (rank[a]) - /** @type {number} */ (rank[b]));
      else if (!inOrder) found = Uint32Array.from(found).sort();
      return { count: found.length, first: found.slice(0, 20) };
    },
  };
}

// Classes take turns, so that an engine that runs out of time has been asked of every kind.
const order = queries.map((_, at) => (at % 26) * 6 + Math.floor(at / 26));
/** @type {number[][]} */
const times = queries.map(() => []);
/** @type {Map<number, any>} */
const answers = new Map();
const end = performance.now() + Number(budget);
for (let pass = 0; pass < Number(passes); pass++) {
  for (const at of order) {
    if (performance.now() > end) break;
    start = performance.now();
    const answer = await engine.ask(/** @type {Query} */ (queries[at]));
    times[at]?.push(performance.now() - start);
    if (!pass) answers.set(at, answer);
  }
}
const typical = times.filter(({ length }) => length).map(median);

// Outside the clock: every hit of every query that was asked, within as much time again. Positions of ids are looked up
// within the clock, 20 a query: some microseconds to our disadvantage.
let hits = 0;
let right = 0;
let wanted = 0;
let exact = 0;
let checked = 0;
let firstRight = 0;
const late = performance.now() + Number(budget);
for (const [at, answer] of answers) {
  if (performance.now() > late) break;
  const query = /** @type {Query} */ (queries[at]);
  const expected = /** @type {number[]} */ (truth[at]);
  /** @type {Set<number>} */
  const got = new Set(Array.from(await engine.all(query, answer.count)));
  const good = expected.filter((hit) => got.has(hit)).length;
  checked++;
  hits += got.size;
  right += good;
  wanted += expected.length;
  if (good === expected.length && good === got.size && answer.count === got.size) exact++;
  const first = Array.from(answer.first);
  if (first.join() === sorted(query).slice(0, 20).join()) firstRight++;
}

process.stdout.write(JSON.stringify({
  build, memory, queries: typical.length, p50: quantile(typical, 0.5), p95: quantile(typical, 0.95), max: Math.max(...times.flat()),
  recall: wanted ? right / wanted : 1, precision: hits ? right / hits : 1, exact, firstRight, checked,
  textBytes: texts.reduce((sum, text) => sum + 2 * text.length, 0),
}));
