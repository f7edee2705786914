/** 七公示、十公示: the fields of each kind, by the labels and codes of local standards, and what protects persons in them. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createReader } from '../../src/feed/reader.js';
import { KIND_DEFS } from '../../src/model/kinds.js';
import type { SgsRecord } from '../../src/model/record.js';
import { ENFORCEMENT_CASES, ENFORCEMENT_KINDS, enforcementDocument } from '../fixtures/enforcement.js';

const TODAY = '2026-11-30';

interface Read {
  readonly records: readonly SgsRecord[];
  readonly unplaced: readonly string[];
  readonly told: readonly string[];
}

const read = (feed: unknown): Read => {
  const records: SgsRecord[] = [];
  const reader = createReader({ config: {}, today: TODAY, onRecords: (batch) => records.push(...batch) });
  reader.push(JSON.stringify(feed));
  const { unplaced, notices } = reader.end();
  return { records, unplaced: Object.keys(unplaced), told: notices.map(({ column, rule, what }) => `${column} ${rule} ${what}`) };
};

describe('the columns of a kind', () => {
  for (const kind of ENFORCEMENT_KINDS) {
    const { labelled, coded, fields } = ENFORCEMENT_CASES[kind];
    const { label } = KIND_DEFS[kind];
    it(`of ${label} are fields under every label of its sources`, () => {
      const { records: [record], unplaced } = read({ [label]: [labelled] });
      assert.ok(record);
      assert.equal(record.kind, kind);
      assert.deepEqual(record.extra, []);
      assert.deepEqual(unplaced, []);
      for (const [field, value] of Object.entries(fields)) assert.deepEqual(record[field as keyof SgsRecord], value, field);
      // Each of the columns has a field of its own.
      const own = Object.entries(record).filter(([field, value]) => !['id', 'kind', 'title', 'status', 'extra'].includes(field) && value !== '' && !(Array.isArray(value) && value.length === 0));
      assert.equal(own.length, Object.keys(labelled).length, JSON.stringify(record));
    });
    it(`of ${label} are the same fields under codes and letters`, () => {
      const { records: [record], unplaced } = read({ [label]: [coded] });
      for (const [field, value] of Object.entries(fields)) assert.deepEqual(record?.[field as keyof SgsRecord], value, field);
      assert.deepEqual(unplaced, []);
    });
  }

  it('are those of one document with all kinds', () => {
    const { records } = read(enforcementDocument('labelled', (kind) => KIND_DEFS[kind].label));
    assert.deepEqual(records.map(({ kind }) => kind), ENFORCEMENT_KINDS);
  });

  it('that nobody knows are shown as the department calls them, or withheld where they speak of a person', () => {
    const { records: [record], told } = read({ 行政检查: [{ ...ENFORCEMENT_CASES.inspection.labelled, 检查频次: '每年一次', 检查人员: '某某' }] });
    assert.deepEqual(record?.extra, [{ label: '检查频次', value: '每年一次' }]);
    assert.deepEqual(told, ['检查人员 personal-column hidden']);
  });

  it('in letters that may be two fields’ are neither’s', () => {
    const { records: [record], unplaced } = read({ xzjc: [{ xdr_mc: '青岚市甲公司', jcrq: '2026-11-12', jcjg: '未发现问题', jcjgmc: '青岚市甲局' }] });
    assert.equal(record?.authority, '青岚市甲局');
    assert.equal(record?.result, undefined);
    assert.deepEqual(unplaced, ['jcjg']);
  });

  it('withhold a record as those of any kind do: an unknown state of publicity, a day to come', () => {
    const held = (more: object): unknown => {
      const records: SgsRecord[] = [];
      const reader = createReader({ config: {}, today: TODAY, onRecords: (batch) => records.push(...batch) });
      reader.push(JSON.stringify({ 行政强制: [{ ...ENFORCEMENT_CASES.coercion.labelled, ...more }] }));
      const { withheld } = reader.end();
      assert.deepEqual(records, []);
      return withheld;
    };
    assert.deepEqual(held({ 公示状态: '待定九' }), { unclear: 1 });
    assert.deepEqual(held({ 公示截止期: '2026-11-01' }), { expired: 1 });
    assert.deepEqual(held({ 行政强制决定日期: '2026-12-24' }), { future: 1 });
  });
});

describe('an amount that no national table has', () => {
  const amount = (cells: object): unknown => read({ 行政征收: [{ 行政相对人名称: '青岚市甲公司', 征收日期: '2026-11-12', ...cells }] }).records[0]?.levyAmount;
  it('keeps its words, with the unit that its column names', () => {
    assert.equal(amount({ '征收金额（元）': 2400 }), '2400元');
    assert.equal(amount({ '征收金额（单位：万元）': '1,200.5' }), '1,200.5万元');
    assert.equal(amount({ '征收金额（元）': '2400元' }), '2400元');
    assert.equal(amount({ 征收金额: '贰仟肆佰元整' }), '贰仟肆佰元整');
  });
  it('is never given a unit that nobody has said', () => {
    assert.equal(amount({ 征收金额: 2400 }), '2400');
    // Read the long way, for what stands beside it.
    assert.equal(amount({ 征收金额: '2400', '应缴金额（元）': '', 附件: { 名称: '清单' } }), '2400');
  });
});

describe('persons', () => {
  const ruling = (against: string, result = ''): SgsRecord | undefined =>
    read({ 行政裁决: [{ 申请人: '青岚市甲公司', 被申请人: against, 裁决事项: '侵权', 裁决结果: result, 裁决日期: '2026-11-12' }] }).records[0];
  it('who are the other party are masked in their column and in every text', () => {
    const record = ruling('李小红', '李小红停止侵权');
    assert.deepEqual([record?.respondent, record?.result], ['李某', '李某停止侵权']);
  });
  it('are found beside organisations, which stay', () => {
    const record = ruling('青岚市乙公司、王大锤', '由王大锤赔偿');
    assert.deepEqual([record?.respondent, record?.result], ['青岚市乙公司、王某', '由王某赔偿']);
    assert.equal(ruling('青岚市乙公司')?.respondent, '青岚市乙公司');
  });
  it('of a name that is none of the usual are masked, too', () => {
    assert.doesNotMatch(JSON.stringify(ruling('诺敏高娃', '诺敏高娃停止侵权')), /诺敏高娃/);
  });
  it('have no numbers in any field of any kind', () => {
    for (const kind of ENFORCEMENT_KINDS) {
      const { labelled } = ENFORCEMENT_CASES[kind];
      const rows = Object.fromEntries(Object.keys(labelled).map((label) =>
        [label, /日期|时间|代码|金额|费用/.test(label) ? labelled[label as keyof typeof labelled] : '证号000000199001010014，电话13900000000']));
      const { records } = read({ [KIND_DEFS[kind].label]: [{ ...rows, 行政相对人名称: '青岚市甲公司' }] });
      assert.doesNotMatch(JSON.stringify(records), /000000199001010014|13900000000/, kind);
    }
  });
  it('who are the subject are masked in the fields of the kind', () => {
    const { records: [record] } = read({ 行政奖励: [{ 奖励对象: '周小明', 行政相对人类别: '自然人', 奖励事项: '周小明举报奖励', 行政奖励名称: '举报奖励', 行政奖励日期: '2026-11-12' }] });
    assert.deepEqual([record?.subjectName, record?.projectName], ['周某', '周某举报奖励']);
  });
});
