/** 七公示、十公示: decisions beyond licences and penalties, as departments name their sheets and columns. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createReader } from '../../src/feed/reader.js';
import { KIND_DEFS, type Kind } from '../../src/model/kinds.js';
import type { SgsRecord } from '../../src/model/record.js';
import { readJson } from './feeds.js';

const TODAY = '2026-11-30';

const read = (feed: unknown): { readonly records: readonly SgsRecord[]; readonly unplaced: readonly string[] } => {
  const records: SgsRecord[] = [];
  const reader = createReader({ config: {}, today: TODAY, onRecords: (batch) => records.push(...batch) });
  reader.push(JSON.stringify(feed));
  return { records, unplaced: Object.keys(reader.end().unplaced) };
};

/** Labels of one row in each kind's own words. */
const ROWS: Readonly<Partial<Record<Kind, Readonly<Record<string, string>>>>> = {
  coercion: { 行政强制决定书文号: '青强〔2026〕1号', 执法对象: '青岚市甲公司', 强制依据: '某法', 强制种类: '查封', 决定日期: '2026-11-12', 强制机关: '青岚市甲局' },
  confirmation: { 文号: '青确〔2026〕1号', 事项名称: '股权出质', 行政相对人名称: '青岚市甲公司', 确认日期: '2026-11-12', 确认机关: '青岚市甲局' },
  levy: { 文号: '青征〔2026〕1号', 行政相对人名称: '青岚市甲公司', 征收日期: '2026-11-12', 征收机关: '青岚市甲局' },
  grant: { 文号: '青给〔2026〕1号', 行政相对人名称: '青岚市甲公司', 给付日期: '2026-11-12', 给付机关: '青岚市甲局' },
  ruling: { 裁决书文号: '青裁〔2026〕1号', 行政相对人名称: '青岚市甲公司', 裁决日期: '2026-11-12', 裁决机关: '青岚市甲局' },
  reward: { 文号: '青奖〔2026〕1号', 行政相对人名称: '青岚市甲公司', 奖励日期: '2026-11-12', 奖励机关: '青岚市甲局' },
  inspection: { 检查文书号: '青检〔2026〕1号', 检查对象: '青岚市甲公司', 检查类型: '双随机', 检查结果: '未发现问题', 检查日期: '2026-11-12', 检查机关: '青岚市甲局' },
};

describe('a section that calls itself one of the other kinds', () => {
  for (const [kind, row] of Object.entries(ROWS)) {
    const { label } = KIND_DEFS[kind as Kind];
    it(`${label} is read as that`, () => {
      const { records: [record], unplaced } = read({ [label]: [row] });
      assert.deepEqual(
        [record?.kind, record?.subjectName, record?.authority, record?.decidedOn],
        [kind, '青岚市甲公司', '青岚市甲局', '2026-11-12'],
        JSON.stringify(record),
      );
      assert.ok(record?.documentNumber);
      assert.deepEqual(record.extra ?? [], []);
      assert.deepEqual(unplaced, []);
    });
  }
});

it('rows that say nothing of it stay licences and penalties', () => {
  const { records } = read([
    { 行政相对人名称: '青岚市甲公司', 行政许可决定文书号: '青许〔2026〕1号', 许可决定日期: '2026-11-12', 许可机关: '青岚市甲局' },
    { 行政相对人名称: '青岚市甲公司', 行政处罚决定书文号: '青罚〔2026〕1号', 处罚决定日期: '2026-11-12', 处罚机关: '青岚市甲局' },
  ]);
  assert.deepEqual(records.map(({ kind }) => kind), ['license', 'penalty']);
});

it('a person’s name is masked in them, too', () => {
  const { records: [record] } = read({ 行政给付: [{ ...ROWS.grant, 行政相对人名称: '周小明', 行政相对人类别: '自然人', 决定内容: '给付周小明500元' }] });
  assert.equal(record?.subjectName, '周某');
  assert.doesNotMatch(JSON.stringify(record), /周小明/);
});

describe('what chance alone may not reach', () => {
  it('a kind that a record names, though its columns are another’s', () => {
    const [record] = readJson([{ kind: 'honor', 行政处罚决定书文号: '甲罚〔2026〕1号', 处罚机关: '某局', 违法事实: '无证', XDR_MC: '青岚市甲食品有限公司' }], { today: '2026-11-30' }).records;
    assert.equal(record?.kind, 'honor');
    assert.throws(() => readJson([{ kind: 'notice', CF_WSH: '甲罚〔2026〕1号', CF_NR: '罚款' }], { today: '2026-11-30' }), /no-name-and-number/);
  });
  it('a code of zeros in a natural person’s record is none', () => {
    const rows = [1, 2].map((n) => ({ 行政处罚决定书文号: `甲罚〔2026〕${String(n)}号`, 行政相对人名称: '王小满', 行政相对人类别: '自然人', 统一社会信用代码: '000000000000000000', 处罚决定日期: '2026-05-01' }));
    const { records } = readJson(rows, { today: '2026-11-30' });
    assert.deepEqual(records.map(({ subjectName, creditCode }) => [subjectName, creditCode]), [['王某', undefined], ['王某', undefined]]);
  });
});
