import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseAmount } from '../../src/feed/amounts.js';

test('sums in words are read, and what is none is no amount', () => {
  const read: readonly (readonly [string, number | undefined])[] = [
    ['五十元', 0.005], ['十元', 0.001], ['一万元五角', 1.00005], ['五元角', undefined], ['一百百元', undefined], ['百一元', undefined],
    ['一亿零三百万元', 10300], ['三千万亿元', undefined], ['3万5万元', undefined], ['万元', undefined], ['壹万贰仟元整', 1.2],
  ];
  for (const [text, amount] of read) assert.equal(parseAmount(text), amount, text);
});
