// The earliest day of repair follows from the grade that a row states; the grade itself is shown nowhere.
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { createReader } from '../../src/feed/reader.js';
import { documentPieces } from '../../src/import/document.js';
import type { SgsRecord } from '../../src/model/record.js';

const read = (more: object): SgsRecord => {
  const records: SgsRecord[] = [];
  const reader = createReader({ today: '2026-11-30', onRecords: (batch) => records.push(...batch) });
  reader.push(JSON.stringify({ version: 1, records: [{
    kind: 'penalty', documentNumber: '青罚〔2026〕1号', subjectName: '青岚市鹿鸣食品有限公司', result: '罚款1万元', decidedOn: '2026-10-08',
    authority: '青岚市市场监督管理局', ...more,
  }] }));
  reader.end();
  return records[0]!;
};

it('is a fact of the record where a grade is stated, and is written into no feed', () => {
  // 一般: three months after 8 October.
  const record = read({ 失信等级: '一般' });
  assert.equal(record.repairableFrom, '2027-01-08');
  assert.equal(read({}).repairableFrom, undefined);
  assert.ok(![...documentPieces([record], { updated: '2026-11-30' })].join('').includes('2027-01-08'));
});
