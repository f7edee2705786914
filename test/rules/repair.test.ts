import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createReader } from '../../src/feed/reader.js';
import { documentText } from '../../src/import/document.js';
import type { SgsRecord } from '../../src/model/record.js';
import { repairableFrom } from '../../src/rules/repair.js';

const from = (decidedOn: string | undefined, today: string, ...texts: readonly string[]): string | undefined =>
  repairableFrom(decidedOn, texts.map((text) => ({ label: '失信严重程度', text })), today);

test('repair may be asked for at the end of the shortest publicity of the stated grade', () => {
  assert.equal(from('2026-08-31', '2026-11-30', '一般'), '2026-11-30');
  assert.equal(from('2026-11-30', '2026-11-30', '一般失信行为'), '2027-02-28');
  assert.equal(from('2026-05-10', '2026-11-30', '严重（失信）'), '2027-05-10');
  // Before 令36号 came into force: six months (527号).
  assert.equal(from('2025-05-10', '2026-03-31', '严重'), '2025-11-10');
  assert.equal(from('2025-05-10', '2026-03-31', '一般'), '2025-08-10');
});

test('without a grade, a decision date, or one grade alone, nothing is said', () => {
  assert.equal(from('2026-08-31', '2026-11-30'), undefined);
  assert.equal(from(undefined, '2026-11-30', '一般'), undefined);
  assert.equal(from('2026-08-31', '2026-11-30', '一般', '严重'), undefined);
  assert.equal(from('2026-08-31', '2026-11-30', '较重'), undefined);
  assert.equal(from('2026-08-31', '2026-11-30', '轻微'), undefined);
  assert.equal(from('2018-08-31', '2019-01-01', '一般'), undefined, 'before there was a rule');
  assert.equal(from('2026-08-31', '2026-11-30', '一般', '一般失信'), '2026-11-30');
});

const read = (text: string): readonly SgsRecord[] => {
  const records: SgsRecord[] = [];
  const reader = createReader({ config: {}, today: '2026-11-30', onRecords: (more) => records.push(...more) });
  reader.push(text);
  reader.end();
  return records;
};

test('the day comes with the record, and stays when the grade is left out of what is written', () => {
  const row = { subjectName: '青岚市甲有限公司', result: '罚款', authority: '青岚市甲局', decidedOn: '2026-10-02' };
  const records = read(JSON.stringify({ standard: '2018', records: [
    { ...row, kind: 'penalty', documentNumber: '青罚〔2026〕1号', 失信严重程度: '一般', repairFrom: '2026-10-03' },
    { ...row, kind: 'penalty', documentNumber: '青罚〔2026〕2号', 失信严重程度: '未定', repairFrom: '2026-10-03' },
    { ...row, kind: 'penalty', documentNumber: '青罚〔2026〕3号' },
    { ...row, kind: 'honor', honorName: '市长质量奖', repairFrom: '2026-10-03' },
  ] }));
  assert.deepEqual(records.map(({ repairFrom }) => repairFrom), ['2027-01-02', undefined, undefined, undefined]);
  const written = documentText(records, { updated: '2026-11-30' });
  assert.doesNotMatch(written, /失信严重程度/);
  assert.equal(read(written)[0]?.repairFrom, '2027-01-02');
});
