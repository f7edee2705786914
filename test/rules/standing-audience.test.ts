/** Words of standing in shapes that no table holds whole: audiences, ticked boxes, words that put off, duties, stand-ins for “none”. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { endOfPeriod, parseDate } from '../../src/feed/dates.js';
import { gateColumn } from '../../src/rules/standing/columns.js';
import { gateDate } from '../../src/rules/standing/dates.js';
import { judge } from '../../src/rules/standing/judge.js';

const standingOf = (label: string, value: unknown): string => judge(label, value).standing;
const all = (label: string, values: string, standing: string): void => {
  for (const value of values.split(' ')) assert.equal(standingOf(label, value), standing, `${label}=${value}`);
};

describe('what gate columns say', () => {
  it('of those for whom a record is', () => {
    all('公开范围', '面向社会 全社会公开 全国 本行政区域 全市范围 社会公众 互联网门户 无条件开放', 'public');
    all('公开范围', '系统内 政府部门之间 部门共享 涉案当事人 申请人 本单位 特定群体 管理员', 'restricted');
    all('公开范围', '机关内部 仅内网', 'internal');
    all('公开对象', '全社会', 'public');
    all('可见性', '私有 私密', 'internal');
    all('可见范围', '本人 指定人员', 'restricted');
    all('开放属性', '无条件开放', 'public');
    assert.equal(standingOf('公开范围', '不向社会公开'), 'unclear');
  });
  it('of what is put off, shut or taken back', () => {
    all('发布状态', '延期发布 推迟 已解除查看', 'unclear');
    all('发布状态', '即将发布 准备发布 仅管理员可见 请勿公开 勿公示 不需要公示 无需公示 豁免公示 待初审', 'internal');
    all('公示状态', '已关闭 回收 已收回 撤稿 公示完毕 公示期已过 公示终了', 'ended');
    all('名单状态', '已解除 已退出 退出名单 解除惩戒', 'ended');
  });
  it('of duties and of the case, against which nothing is said', () => {
    all('案件状态', '未履行 逾期未缴款 拒不执行 未整改到位 尚未结案 已归档 结案归档', 'public');
    all('发布状态', '已归档', 'ended');
    all('案件状态', '未办结 未送达', 'unclear');
    assert.equal(standingOf('移出原因', '履行完毕'), 'ended');
    all('复议情况', '当事人未申请行政复议 未提起行政诉讼 逾期未申请复议或诉讼 未申请复议也未提起诉讼', 'public');
    all('涉密情况', '经审查不涉密 均不涉及 未涉及', 'public');
    all('是否涉及国家秘密、商业秘密、个人隐私', '均不涉及 经审核后不涉及国家秘密', 'public');
  });
  it('by what is ticked of several choices', () => {
    all('是否公示', '☑是□否 是☑否□ 是（√）否（） ☑公开☐不公开', 'public');
    all('是否公示', '□是☑否 是□否■ 是（）否（√） □公开☑不公开 ☐是☒否', 'internal');
    assert.equal(standingOf('公开属性', '□主动公开 ☑依申请公开 □不予公开'), 'restricted');
    assert.equal(standingOf('是否公示', '√'), 'public');
    assert.equal(standingOf('是否公示', '□'), 'internal');
  });
  it('under keys in English and in first letters', () => {
    for (const [key, value, standing] of [['xjbz', 1, 'ended'], ['is_lock', '1', 'internal'], ['miji', '秘密', 'internal'], ['mjdm', '机密', 'internal']] as const) {
      assert.equal(standingOf(key, value), standing, key);
    }
    for (const key of ['gs_end_date', 'endPublicDate', 'gsDeadline']) assert.equal(gateColumn(key)?.form, 'end', key);
    assert.equal(gateColumn('offShelfTime')?.form, 'event');
  });
});

it('a month of repair begins with its first day, one of publicity ends with its last', () => {
  const repair = gateColumn('修复日期');
  assert.ok(repair);
  assert.deepEqual(gateDate(repair, '修复日期', '2026年8月', undefined, { parseDate, endOfPeriod }), { date: '2026-08-01' });
  const end = gateColumn('公示截止期');
  assert.ok(end);
  assert.deepEqual(gateDate(end, '公示截止期', '2026 年 11 月', undefined, { parseDate, endOfPeriod }), { date: '2026-11-30' });
});

describe('an end of publicity that is none', () => {
  const end = gateColumn('公示截止期');
  it('is “none” in a word, or the first day of a calendar', () => {
    assert.ok(end);
    const read = (value: unknown) => gateDate(end, '公示截止期', value, '2026-05-01', { parseDate, endOfPeriod });
    for (const value of ['无', '没有', ' 无 ']) assert.deepEqual(read(value), { told: false }, value);
    for (const value of ['1753-01-01', '1601/1/1', '1000-01-01 00:00:00']) assert.deepEqual(read(value), { told: true }, value);
    assert.deepEqual(read('不公示'), { standing: 'internal', known: true });
    assert.deepEqual(read('不详'), { standing: 'unclear', known: false });
  });
});
