// One order of what can be filtered by, whoever counts it: the engine in memory, the big one, a folder's writer, a portal.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SgsRecord } from '../../src/model/record.js';
import { createBigEngine } from '../../src/query/big/engine.js';
import { createEngine } from '../../src/query/engine.js';
import { createFacetCounter, FACET_NAMES, NO_FACETS, sortFacets } from '../../src/query/facets.js';
import type { Facets } from '../../src/query/page.js';
import { record } from './records.js';

const RECORDS: readonly SgsRecord[] = [
  record({ category: ['登记', '登记'], authority: '甲局', decidedOn: '2024-05-01' }),
  record({ category: ['普通'], authority: '乙局', decidedOn: '2026-05-01' }),
  record({ category: ['特许', '登记'], authority: '丙局', feedName: '青岚市', decidedOn: '2026-04-30' }),
  record({ authority: '丙局', feedName: '丙局' }),
];

/** Of as many records: by code units, which is neither pinyin (丙 甲 乙) nor the order in which they came. */
const EXPECTED: Facets = {
  category: [{ value: '登记', count: 2 }, { value: '普通', count: 1 }, { value: '特许', count: 1 }],
  department: [{ value: '丙局', count: 2 }, { value: '乙局', count: 1 }, { value: '甲局', count: 1 }, { value: '青岚市', count: 1 }],
  year: [{ value: '2026', count: 2 }, { value: '2024', count: 1 }],
  month: [{ value: '2026-05', count: 1 }, { value: '2026-04', count: 1 }, { value: '2024-05', count: 1 }],
};

test('whoever counts gives the most frequent first, years and months from the latest', () => {
  const simple = createEngine();
  const big = createBigEngine({ segment: 32 });
  const counter = createFacetCounter();
  for (const one of RECORDS) {
    simple.add(one);
    big.add(one);
    counter.addRecord(one);
  }
  assert.deepEqual(simple.facets('license'), EXPECTED);
  assert.deepEqual(big.facets('license'), EXPECTED);
  assert.deepEqual(counter.facets(), EXPECTED);
  assert.deepEqual(sortFacets((name) => [...EXPECTED[name], { value: '', count: 9 }].reverse()), EXPECTED);
});

test('counting goes on from what was counted before, and forgets a value whose last record has left', () => {
  const [first, ...others] = RECORDS as [SgsRecord, ...SgsRecord[]];
  const counter = createFacetCounter(EXPECTED);
  counter.addRecord(first, -1);
  const fresh = createFacetCounter();
  for (const one of others) fresh.addRecord(one);
  assert.deepEqual(counter.facets(), fresh.facets());
  assert.ok(!counter.facets().department.some(({ value }) => value === '甲局'));
  for (const one of others) counter.addRecord(one, -1);
  assert.deepEqual(counter.facets(), NO_FACETS);
  assert.deepEqual(Object.keys(NO_FACETS), FACET_NAMES);
});
