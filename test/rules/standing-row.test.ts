import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseDate, endOfPeriod } from '../../src/feed/dates.js';
import { gateColumn, gateColumnOfField, type GateColumn } from '../../src/rules/standing/columns.js';
import { gateDate, isNoDate, plainDate, type GateDate } from '../../src/rules/standing/dates.js';
import { standingOfRow, type Column, type RowStanding, type StandingContext } from '../../src/rules/standing/row.js';

const readers = { parseDate, endOfPeriod };
const context: StandingContext = { ...readers, today: '2026-11-30', standard: '2018', decidedOn: '2026-05-01' };
const columnsOf = (row: Readonly<Record<string, unknown>>): Column[] => Object.entries(row).map(([label, value]) => ({ label, value }));
const row = (values: Readonly<Record<string, unknown>>,
  more: Partial<StandingContext> = {}): RowStanding => standingOfRow(columnsOf(values), { ...context, ...more });

const end = gateColumn('公示截止期') as GateColumn;
const ends = (value: unknown, label = '公示截止期'): GateDate => gateDate(end, label, value, context.decidedOn, readers);

describe('dates of the gate', () => {
  it('are read from objects and lists of serialisers', () => {
    const wanted = { date: '2026-06-03' };
    for (const value of [
      { date: 3, day: 3, hours: 0, minutes: 0, month: 5, seconds: 0, time: 1780416000000, timezoneOffset: -480, year: 126 },
      { $date: '2026-06-03T00:00:00Z' }, { $date: 1780416000000 }, { $date: { $numberLong: '1780416000000' } },
      { year: 2026, monthValue: 6, dayOfMonth: 3, month: 'JUNE' }, { year: 2026, month: 6, day: 3 }, [2026, 6, 3], [2026, 6, 3, 9, 30],
        ['2026-06-03'],
      { value: '2026-06-03', label: '公示截止期' }, { date: '2026-06-03' }, '2026-06-03', '２０２６年６月３日', 20260603,
    ]) assert.deepEqual(ends(value), wanted, JSON.stringify(value));
    assert.deepEqual(plainDate({ x: 1 }), { x: 1 });
    assert.deepEqual(plainDate([2026, 'x']), [2026, 'x']);
    let nested: unknown = '2026-06-03';
    for (let i = 0; i < 50_000; i++) nested = i % 2 ? { value: nested } : [nested];
    assert.ok('standing' in ends(nested), 'an endless wrapping is not followed');
  });
  it('may be a month, which ends with its last day, or a period with its unit in the value or in the label', () => {
    assert.deepEqual(ends('2026年6月'), { date: '2026-06-30' });
    assert.deepEqual(ends('2026-02'), { date: '2026-02-28' });
    assert.deepEqual(gateDate(gateColumn('修复日期') as GateColumn, '修复日期', '2026.6', undefined, readers), { date: '2026-06-01' });
    assert.deepEqual(ends('三年'), { date: '2029-05-01' });
    assert.deepEqual(ends('3', '公示期限（年）'), { date: '2029-05-01' });
    assert.deepEqual(ends(6, '公示期限(单位：个月)'), { date: '2026-11-01' });
    assert.deepEqual(ends('长期'), { date: '2099-12-31' });
  });
  it('are none where a stand-in says so', () => {
    for (const value of ['0001-01-01T00:00:00', '0001-01-01', '0000-00-00', '0000-00-00 00:00:00', '1900-01-01', '1900/1/0',
      -62135596800000, '-62135596800000', '0', 0, '1899-12-30', 'NaT', 'Invalid date',
      '1970-01-01', '1970-01-01 08:00:00', '1970-01-01T00:00:00.000Z', '1970-01-01T08:00:00+08:00', '0000年00月00日', '１９００－０１－０１']) {
      assert.deepEqual(ends(value), { told: true }, String(value));
    }
    for (const value of ['－', '—', '', null, undefined, '/', 'null', 'NaN', '***', '空']) assert.deepEqual(ends(value), { told: false },
      String(value));
    for (const value of ['1970-01-15', '1900-01-10', '2026-06-03', 1, true]) assert.equal(isNoDate(value), false, String(value));
  });
  it('are unclear where they can’t be read, unless a word says as much', () => {
    for (const value of ['详见附件', '见决定书', '2026-13-45', '2026年13月', 'soon', { x: 1 }, [2026, 6], '3', 3, true, '是', '公示期按规定']) {
      const read = ends(value);
      assert.ok('standing' in read, JSON.stringify(value));
      assert.equal(value === '是' ? read.standing === 'public' : read.standing === 'unclear', true, JSON.stringify(value));
    }
    assert.deepEqual([ends('不公示'), ends('已期满')].map((read) => 'standing' in read && read.standing), ['internal', 'ended']);
  });
});

describe('the standing of a row', () => {
  it('is public where nothing speaks against it, and tells nothing', () => {
    assert.deepEqual(row({ 行政相对人名称: '甲公司', 当前状态: '正常', 是否公开: '是', delFlag: '0', 公示截止期: '2027-01-01', 修复日期: '' }), {
      repaired: false, unclear: false, undecided: false, status: 'valid', publicUntil: '2027-01-01', endColumn: '公示截止期', notices: [],
    });
    assert.equal(row({ 处罚结果: '罚款' }).status, undefined);
  });
  it('goes by the earliest of several ends', () => {
    const { publicUntil, endColumn } = row({ 公示截止期: '2027-01-01', 公示到期日: '2026-12-01', 公示期限: '三年' });
    assert.deepEqual([publicUntil, endColumn], ['2026-12-01', '公示到期日']);
  });
  it('is repaired, ended, revoked or internal from the day on that a date names', () => {
    assert.equal(row({ 修复日期: '2026-11-30' }).repaired, true);
    assert.equal(row({ 移出日期: '2026-10-01' }).repaired, true);
    assert.equal(row({ 修复日期: '2026-12-01' }).repaired, false);
    assert.equal(row({ 撤销日期: '2026-10-01' }).status, 'revoked');
    assert.equal(row({ deleteTime: '2026-10-01 10:00:00' }).scope, 'internal');
    assert.equal(row({ 修复日期: '未修复' }).repaired, false);
    assert.equal(row({ 修复日期: '已修复' }).repaired, true);
    assert.equal(row({ 修复日期: '1900-01-01' }).repaired, false);
    assert.equal(row({ 修复日期: '见附件' }).unclear, true);
  });
  it('tells column, value, rule and what became of it', () => {
    const { notices } = row({ 公示截止期: '0001-01-01', 是否公开: '否', 当前状态: '已结案', 修复状态: 'X', 修复日期: '2026-06-01', 公开属性: '依申请公开' });
    assert.deepEqual(notices.map(({ column, value, rule, what }) => `${column} ${String(value)} ${rule} ${what}`), [
      '公示截止期 0001-01-01 no-date ignored', '是否公开 否 internal withheld', '当前状态 已结案 unknown-word shown', '修复状态 X unclear withheld',
      '修复日期 2026-06-01 repaired withheld', '公开属性 依申请公开 restricted withheld',
    ]);
    assert.equal(row({ 当前状态: '不'.repeat(80) }).notices[0]?.value?.length, 61, 'long values by their beginning');
    assert.equal(row({ 当前状态: { x: 10n } }).notices[0]?.value, '{…}', 'an object that nobody can read');
  });
  it('lets the status in words say what its code means, and nothing else', () => {
    assert.equal(row({ zt: '1', ztmc: '正常' }, { standard: '2015' }).status, 'valid');
    assert.equal(row({ zt: '9', ztmc: '正常' }).unclear, false);
    assert.equal(row({ zt: '9', ztmc: '' }).unclear, true);
    assert.equal(row({ zt: '9', 公示状态: '公示中' }).unclear, true);
    assert.equal(row({ zt: '1', ztmc: '已修复' }).repaired, true);
    assert.equal(row({ zt: '1' }, { standard: undefined }).undecided, true);
    assert.equal(row({ zt: '1', ztmc: '撤销' }, { standard: undefined }).undecided, false);
    assert.equal(row({ zt: '1' }, { standard: null }).unclear, true);
    assert.deepEqual(['1', '2', '3'].map((zt) => row({ zt }, { standard: '2015' }).status), ['revoked', 'disputed', 'other']);
  });
  it('takes a column for what a mapping says it is', () => {
    assert.equal(standingOfRow([{ label: '处罚单阶段', value: '已撤销', gate: gateColumnOfField('status') }], context).status, 'revoked');
    assert.equal(standingOfRow([{ label: '到何时', value: '2026-06-01', gate: gateColumnOfField('publicUntil') }], context).publicUntil,
      '2026-06-01');
  });
});
