/** What stands where nobody looks: gate columns within objects, words against publication under names that say nothing. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { SgsConfig } from '../../src/model/config.js';
import { readJson, type ReadFeed } from './feeds.js';

const PENALTY = { 行政处罚决定书文号: '甲罚〔2026〕1号', 案件名称: '无证经营案', 行政相对人名称: '青岚市甲食品有限公司', 处罚决定日期: '2026-05-01', 处罚机关: '某局' };
const read = (row: object, config: SgsConfig = {}): ReadFeed => readJson([{ ...PENALTY, ...row }], { today: '2026-11-30', config });
const told = ({ report }: ReadFeed): string[] => report.notices.map(({ column, rule }) => `${column} ${rule}`);

describe('within an object', () => {
  it('a column of the gate is judged', () => {
    for (const [row, withheld, notice] of [
      [{ publicity: { status: '取消公示' } }, { repaired: 1 }, 'publicity.status repaired'],
      [{ ext: { delFlag: '1' } }, { internal: 1 }, 'ext.delFlag internal'],
      [{ dept: { isPublic: 0 } }, { internal: 1 }, 'dept.isPublic internal'],
      [{ 扩展信息: { 是否公开: '否', 其他: null, 是否涉密: null } }, { internal: 1 }, '扩展信息.是否公开 internal'],
    ] as const) {
      const feed = read(row);
      assert.deepEqual(feed.report.withheld, withheld, JSON.stringify(row));
      assert.ok(told(feed).includes(notice), JSON.stringify(told(feed)));
    }
  });
  it('a department’s or an account’s own state is none of the record', () => {
    for (const row of [{ dept: { status: '1', delFlag: '1' } }, { user: { enabled: false, auditStatus: '9' } }, { ext: { isPublic: 1, delFlag: '0' } }]) {
      assert.equal(read(row).records.length, 1, JSON.stringify(row));
    }
  });
});

describe('the end of a listing', () => {
  it('is known by its usual words, of lists alone', () => {
    const listed = { kind: 'blacklist', 主体名称: '青岚市甲食品有限公司', 认定依据: '某条例第三条', 列入日期: '2026-05-01', 认定部门: '某局' };
    for (const row of [{ 解除日期: '2026-09-01' }, { 退出名单时间: '2026-09-01' }, { 解除列入日期: '2026-09-01' }, { 名单状态: '已解除' }]) {
      assert.deepEqual(readJson([{ ...listed, ...row }], { today: '2026-11-30' }).report.withheld, { repaired: 1 }, JSON.stringify(row));
    }
    assert.equal(read({ 解除日期: '2026-09-01' }).records.length, 1);
  });
});

describe('words alone under any name', () => {
  it('withhold where they say that the record is not to be public', () => {
    for (const row of [{ 备注: '不予公开' }, { 类型: '不予公示' }, { 甲栏: '该信息已信用修复' }, { 其他: '内部资料' }, { 甲栏: '终止公示' }]) {
      assert.equal(read(row).records.length, 0, JSON.stringify(row));
      assert.ok(told(read(row)).length > 0);
    }
  });
  it('say nothing within a text, of a site restored, or where the site has settled the column', () => {
    for (const row of [{ 甲栏: '未公示收费标准' }, { 备注: '已修复' }, { 违法行为类型: '不公示' }, { 案件概况: '当事人不予公开其收费' }]) assert.equal(read(row).records.length, 1, JSON.stringify(row));
    assert.equal(read({ 甲栏: '不予公开' }, { mapping: { 甲栏: 'extra' } }).records.length, 1);
  });
});
