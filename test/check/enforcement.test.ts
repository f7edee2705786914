/** What the kinds beyond 双公示 have to say to be complete, and which words their sources know. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createExaminer, type Examined } from '../../src/check/examine.js';
import { createReader } from '../../src/feed/reader.js';
import { KIND_DEFS } from '../../src/model/kinds.js';
import { ENFORCEMENT_CASES, ENFORCEMENT_KINDS } from '../fixtures/enforcement.js';

const TODAY = '2026-11-30';

const examine = (feed: object): Examined => {
  const all: Examined[] = [];
  const examiner = createExaminer({ today: TODAY }, (examined) => void all.push(examined));
  const reader = createReader({ isPart: true, today: TODAY, config: {}, onRecords: () => undefined, onRow: examiner.onRow });
  reader.push(JSON.stringify(feed));
  examiner.end(reader.end().rows);
  return all[0] as Examined;
};
const missing = ({ required, filled }: Examined): number => required - filled;
const codes = ({ findings }: Examined): readonly string[] => findings.map(({ code }) => code);

describe('a record of each kind', () => {
  for (const kind of ENFORCEMENT_KINDS) {
    const { label } = KIND_DEFS[kind];
    it(`${label} is complete with what its sources ask for, and tells what is not there`, () => {
      const { labelled } = ENFORCEMENT_CASES[kind];
      assert.equal(missing(examine({ [label]: [labelled] })), 0);
      const without = Object.fromEntries(Object.entries(labelled).filter(([name]) => !/结果|内容|机关|机构|部门/.test(name)));
      assert.equal(missing(examine({ [label]: [without] })), 2, Object.keys(without).join());
    });
  }

  it('行政强制 is not complete without 违法事实 and 强制依据, which its source asks for', () => {
    const { 违法事实: _facts, 强制依据: _basis, ...rest } = ENFORCEMENT_CASES.coercion.labelled;
    assert.equal(missing(examine({ 行政强制: [rest] })), 2);
  });

  it('行政强制 is of the sorts of 行政强制法 art. 9 and 12; another word is told and shown', () => {
    const told = (sort: string): readonly string[] => codes(examine({ 行政强制: [{ ...ENFORCEMENT_CASES.coercion.labelled, 行政强制种类: sort }] }));
    for (const known of ['查封场所、设施或者财物', '代履行', '排除妨碍、恢复原状；加处罚款或者滞纳金', '扣押']) assert.ok(!told(known).includes('category-unknown'), known);
    assert.ok(told('拆迁').includes('category-unknown'));
  });
});

it('a 目录 has items of these kinds, too', () => {
  const told = (category: string): readonly string[] =>
    codes(examine({ 目录: [{ 事项名称: '查封', 事项编码: 'QZ-001', 事项类别: category, 设定依据: '《产品质量法》', 实施部门: '青岚市甲局' }] }));
  for (const category of ['行政强制', '行政检查', '行政许可']) assert.ok(!told(category).includes('category-unknown'), category);
  assert.ok(told('行政指导').includes('category-unknown'));
});
