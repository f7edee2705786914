// Gaps in document numbers: a hint that is worth a look, and never points.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gapText, seriesGaps } from '../../src/score/series.js';

const numbers = (...of: readonly number[]): string[] => of.map((n) => `青市监罚〔2026〕${n}号`);
const texts = (own: readonly string[], explained: readonly string[] = [], since = '2026'): string[] =>
  seriesGaps(own, explained, since).map(gapText);

test('numbers that a series passes over are named, in any brackets and widths', () => {
  assert.deepEqual(texts(numbers(1, 2, 4, 5, 9)), ['青市监罚〔2026〕…号 3、6–8']);
  assert.deepEqual(texts(['青罚[2026]1号', '青罚(2026)2号', '青罚〔２０２６〕３号', '青罚〔2026〕第4号', '青罚〔2026〕6号']), ['青罚〔2026〕…号 5']);
  assert.deepEqual(texts(['青许2026-0001', '青许2026-0002', '青许2026-0003', '青许2026-0005', '青许2026-0006']), ['青许〔2026〕-… 4']);
  assert.deepEqual(texts(numbers(1, 2, 3, 4, 5)), []);
});

test('what a ledger has is explained, and what is old is left alone', () => {
  assert.deepEqual(texts(numbers(1, 2, 4, 5, 7), numbers(3)), ['青市监罚〔2026〕…号 6']);
  assert.deepEqual(texts(numbers(1, 2, 4, 5, 7), [...numbers(3, 6), '别的〔2026〕1号']), []);
  assert.deepEqual(texts(numbers(1, 2, 4, 5, 7), [], '2027'), []);
});

test('too few numbers, numbers that are shared, and what is no series say nothing', () => {
  assert.deepEqual(texts(numbers(1, 2, 4, 5)), []);
  assert.deepEqual(texts(numbers(1, 20, 40, 60, 80)), []);
  assert.deepEqual(texts(['甲', '乙', '丙', '丁', '戊', '2026']), []);
});

test('of many gaps the first are named, and how many there are', () => {
  const odd = Array.from({ length: 15 }, (_, at) => at * 2 + 1);
  assert.deepEqual(texts(numbers(...odd)), ['青市监罚〔2026〕…号 2、4、6、8、10、12、14、16、18、20 等 14 个']);
});
