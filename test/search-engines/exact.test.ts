// A real engine and the one in memory give the same records, in the same order, and the same counts.
import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { random } from '../../bench/records.mjs';
import { read } from '../../src/feed/load.js';
import { KINDS } from '../../src/model/kinds.js';
import type { SgsRecord } from '../../src/model/record.js';
import { SORT_FIELDS, type Query } from '../../src/query/query.js';
import { apiSource } from '../../src/source/api.js';
import type { RecordSource } from '../../src/source/source.js';
import { query } from '../query/records.js';
import { INDEX, loadInMemory, nodes, note, type Loaded } from './site.js';

const QUERIES = 300;
const FAR_PAGES = 40;

const next = random(20261123);
const below = (n: number): number => Math.floor(next() * n);
const pick = <T>(list: readonly T[]): T => list[below(list.length)] as T;

const summary = ({ id, title, decidedOn }: SgsRecord): string => [id, decidedOn, title].join(' ');

/** As people type it: other brackets, wide letters, upper case. */
const retyped = (text: string): string => pick([
  (all: string) => all, (all: string) => all.replace(/〔/g, '[').replace(/〕/g, '］'), (all: string) => all.toUpperCase(),
  (all: string) => all.replace(/[0-9A-Z]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)),
])(text);

const percentile = (times: readonly number[], p: number): number => Math.round(
  [...times].sort((a, b) => a - b)[Math.floor(times.length * p)] as number,
);

describe('a real search engine', { timeout: 1_200_000 }, () => {
  let memory: Loaded;
  let source: RecordSource;
  const sourceAt = (url: string): RecordSource => apiSource({
    url: `${url}/${INDEX}`, config: { request: { preset: 'opensearch' } }, read,
  });
  before(async () => {
    memory = await loadInMemory();
    source = sourceAt(nodes()[0] as string);
    // As the page begins: the index says how far it counts.
    await source.counts();
  });

  const compare = async (asked: Query, at: RecordSource = source): Promise<number> => {
    const start = performance.now();
    const found = await at.query(asked);
    const time = performance.now() - start;
    const wanted = memory.engine.page(asked);
    const what = JSON.stringify(asked);
    assert.deepEqual([found.total, found.page, found.pages], [wanted.total, wanted.page, wanted.pages], what);
    assert.deepEqual(found.rows.map(summary), wanted.rows.map(summary), what);
    return time;
  };

  const TEXTS = ['title', 'subjectName', 'documentNumber', 'creditCode', 'content', 'facts', 'basis', 'authority'] as const;
  const fragment = (): string => {
    const { [pick(TEXTS)]: text = '许可' } = memory.engine.get(pick(memory.ids)) as SgsRecord;
    const length = pick([1, 2, 2, 3, 4, 6, 9, 14]);
    const chars = Array.from(text.replace(/\s/g, ''));
    const from = below(Math.max(1, chars.length - length + 1));
    return chars.slice(from, from + length).join('');
  };

  it(`finds what a plain scan finds: ${QUERIES} random queries`, async () => {
    const times: number[] = [];
    let hits = 0;
    for (let n = 0; n < QUERIES; n++) {
      const one = retyped(fragment());
      const q = pick([one, one, one, `${one} ${fragment()}`, `${one}无此文字`, one + one]);
      const asked = query({
        kind: pick(['license', 'penalty']), q, ...(n % 5 === 0 && { from: '2023-03-01', to: '2024-09-30' }),
        ...(n % 7 === 0 && { year: '2025' }), size: 20,
      });
      times.push(await compare(asked));
      hits += memory.engine.page(asked).total;
    }
    assert.ok(hits > QUERIES, 'most of them find something');
    note({
      queries: QUERIES, hits, queryMedian: percentile(times, 0.5), queryP95: percentile(times, 0.95),
      queryMax: Math.round(Math.max(...times)),
    });
  });

  it('has each order that a list can be sorted by', async () => {
    for (const sort of SORT_FIELDS) {
      for (const descending of [true, false]) {
        for (const kind of ['license', 'penalty'] as const) await compare(query({ kind, sort, descending, size: 50 }));
      }
    }
  });

  it('filters by what it counts, and counts what is there', async () => {
    const { license = 0, penalty = 0 } = await source.counts();
    const counts = memory.engine.counts();
    assert.deepEqual([license, penalty], [counts.license, counts.penalty]);
    for (const kind of KINDS) assert.deepEqual(await source.facets(kind), memory.engine.facets(kind), kind);
    for (const kind of ['license', 'penalty'] as const) {
      const { category, department, year } = memory.engine.facets(kind);
      for (const { value } of category) await compare(query({ kind, category: value }));
      for (const { value } of department.slice(0, 20)) await compare(query({ kind, department: value, year: pick(year).value }));
    }
  });

  it('turns to any page, also beyond the 10,000 records that an engine counts', async () => {
    const { pages } = memory.engine.page(query());
    const wanted = [2, 999, 1001, 1500, Math.ceil(pages / 2), pages - 1200, pages - 1, pages, pages + 5];
    for (const page of wanted) await compare(query({ page }));
    await compare(query({ page: Math.ceil(pages / 2) - 500, q: '公司' }));
    for (const sort of ['subjectName', 'publicUntil'] as const) await compare(query({ page: Math.ceil(pages / 2), sort, descending: false }));
    const times: number[] = [];
    for (let n = 0; n < FAR_PAGES; n++) times.push(await compare(query({ page: 1 + below(pages) })));
    note({ pages, farPage: percentile(times, 0.5), farPageP95: percentile(times, 0.95) });
  });

  it('opens any record by its id, and no other', async () => {
    for (let n = 0; n < 20; n++) {
      const id = pick(memory.ids);
      assert.deepEqual(await sourceAt(nodes()[0] as string).get(id), memory.engine.get(id));
    }
    assert.equal(await source.get('nosuch'), undefined);
  });

  it('answers the same on every node', async () => {
    for (const url of nodes()) await compare(query({ kind: 'penalty', q: '罚款人民币', size: 20 }), sourceAt(url));
  });
});
