// No hit missed, none invented, all in their order: both engines against a scan that looks at every record.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { random, records as invented } from '../../bench/records.mjs';
import { createBigEngine } from '../../src/query/big/engine.js';
import { createEngine } from '../../src/query/engine.js';
import type { Slice } from '../../src/query/page.js';
import { clean } from '../format/clean.js';
import { createTruth, someQueries } from './truth.js';

const said = ({ rows, total, page, pages }: Slice): unknown => [rows.map(({ id }) => id), total, page, pages];

describe('1,000 random queries of 10,000 records', () => {
  const records = clean({ version: 1, standard: '2018', records: [...invented(10_000, 21)] });
  const queries = someQueries(records, 1000, random(22));
  const truth = createTruth(records);

  test('find in both engines what a scan finds', async () => {
    const simple = createEngine();
    const big = createBigEngine();
    records.forEach(simple.add);
    records.forEach(big.add);
    // The last rows of a list are never indexed.
    while (big.indexPending());
    let hits = 0;
    for (const asked of queries) {
      const found = truth(asked);
      const wanted = said(found);
      if (found.total) hits++;
      assert.deepEqual(said(simple.page(asked)), wanted, JSON.stringify(asked));
      assert.deepEqual(said(await big.page(asked)), wanted, JSON.stringify(asked));
    }
    // Queries that find nothing prove little.
    assert.ok(hits > 500, `${String(hits)} of 1,000 found something`);
  });
});
