// What a month costs: the sums of docs/growth.md, done by hand here, and that the pages have them as they are computed.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { costTable, monthOf, priceTable, PRICES, SIZES, withCosts } from '../../scripts/growth/costs.js';

test('the costs of a month are visits times bytes, storage, and rented machines', () => {
  const [file, worker, folder, engine] = SIZES.map((size) => monthOf(size));
  // 10,000 × (164 + 54) kB = 2.18 GB × 0.50; half a megabyte kept costs nothing.
  assert.deepEqual([file?.trafficGb.toFixed(2), file?.storage, file?.total], ['2.18', 0, 1.09]);
  // 10,000 × (164 + 115 + 4731) kB = 50.10 GB × 0.50 = 25.05, and 0.047 GB × 0.12.
  assert.deepEqual([worker?.trafficGb.toFixed(2), worker?.total, worker?.cdn], ['50.10', 25.06, 10.02]);
  // 10,000 × (179 + 78.2) kB = 2.57 GB × 0.50 = 1.29, and 0.295 GB × 0.12 = 0.04.
  assert.deepEqual([folder?.storage, folder?.egress, folder?.total], [0.04, 1.29, 1.33]);
  // Two nodes of 4 cores and 16 GB: 2 × 1.0592 × 730 = 1546.43; 101 GB × 0.0008 × 730 = 58.98.
  assert.equal(engine?.servers, 1605.42);
  // And 10,000 × (164 + 14.8) kB = 1.79 GB × 0.50.
  assert.equal(engine.total, 1606.31);
});

test('more visits cost more traffic and nothing else', () => {
  for (const size of SIZES) {
    const [once, twice] = [monthOf(size), monthOf(size, 20_000)];
    assert.deepEqual([twice.storage, twice.servers], [once.storage, once.servers]);
    assert.ok(Math.abs(twice.egress - 2 * once.egress) < 0.02);
  }
});

test('docs/growth.md has the tables as they are computed: else run scripts/growth/costs.ts', () => {
  const page = readFileSync('docs/growth.md', 'utf8');
  assert.ok(page.includes(costTable('en')) && page.includes(priceTable('en')));
  assert.equal(withCosts(page), page);
});

test('both languages have the same sums and prices', () => {
  const figures = (text: string): readonly string[] => text.match(/\d[\d.,]*/g) ?? [];
  const sums = (table: string): readonly string[] => table.split('\n').slice(2).map((line) => line.split(' | ').slice(2, 6).join(' | '));
  assert.deepEqual(sums(costTable('zh')), sums(costTable('en')));
  assert.equal(SIZES.length, sums(costTable('zh')).length);
  for (const { yuan } of Object.values(PRICES)) assert.ok(figures(priceTable('zh')).includes(String(yuan)));
});
