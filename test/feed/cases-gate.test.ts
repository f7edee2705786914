/** The cases of publication, validity, repair and ends, read by the reader that every page, tool and folder uses. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import type { SgsConfig } from '../../src/model/config.js';
import { readBytes, readJson, type ReadFeed } from './feeds.js';

const pathOf = (name: string): URL => new URL(`../fixtures/cases/${name}`, import.meta.url);
const caseOf = (name: string, today = '2026-11-30', config: SgsConfig = {}): ReadFeed =>
  readBytes(readFileSync(pathOf(name)), { today, config });
const csvOf = (name: string, today: string): ReadFeed => {
  const [head = '', ...lines] = readFileSync(pathOf(name), 'utf8').trim().split('\n');
  const keys = head.split(',');
  return readJson(lines.map((line) => Object.fromEntries(line.split(',').map((value, at) => [keys[at] ?? '', value]))), { today });
};
const toldIn = ({ report }: ReadFeed): string[] =>
  report.notices.map(({ column, value, rule, what }) => `${column}${value === undefined ? '' : `=${value}`} ${rule} ${what}`);
const penalty = { 行政处罚决定书文号: '甲罚〔2026〕1号', 案件名称: '无证经营案', 行政相对人名称: '青岚市甲食品有限公司', 处罚决定日期: '2026-05-01', 处罚机关: '某局' };
const one = (more: object, config: SgsConfig = {}): ReadFeed => readJson([{ ...penalty, ...more }], { today: '2026-11-30', config });

describe('cases of the gate, through the reader', () => {
  it('privacy/gate.csv: no row is shown, each is told', () => {
    const feed = csvOf('privacy/gate.csv', '2026-08-01');
    assert.deepEqual(feed.records, []);
    assert.deepEqual(feed.report.withheld, { internal: 2, repaired: 2, expired: 1 });
    assert.deepEqual(toldIn(feed), ['公开属性=不予公开 internal withheld', '是否公开=否 internal withheld', '信用修复状态=已修复 repaired withheld',
      '当前状态=取消公示 repaired withheld', '公示到期日 expired withheld']);
  });
  it('privacy/revoked.json: the notice has no column of the department’s', () => {
    const { records: [notice], report } = caseOf('privacy/revoked.json', '2026-08-01');
    assert.deepEqual(report.withheld, { revoked: 1 });
    assert.equal(notice?.revokeReason, '行政复议撤销');
    assert.deepEqual(notice?.extra, []);
    assert.doesNotMatch(JSON.stringify([notice, report]), /掺假|决定书全文/);
  });
  it('rules/x18.json: codes and words of standing', () => {
    const feed = caseOf('rules/x18.json');
    assert.deepEqual(feed.report.withheld, { unclear: 2, repaired: 2, revoked: 1 });
    assert.deepEqual(feed.records.map(({ documentNumber }) => documentNumber), ['罚18-0', '罚18-2', '罚18-5']);
    assert.ok(toldIn(feed).includes('CF_ZT=9 unclear withheld'));
  });
  it('rules/mission-feed.json: what is repaired, ended or over is nowhere', () => {
    const { records, report } = caseOf('rules/mission-feed.json');
    assert.deepEqual(report.withheld, { repaired: 4, expired: 5, revoked: 1, minor: 1 });
    assert.doesNotMatch(JSON.stringify(records), /修复|终止公示|移出公司/);
  });
  it('rules/end.json: three years at most; unknown grades are told', () => {
    const feed = caseOf('rules/end.json');
    assert.deepEqual(feed.report.kinds, { catalog: 1 });
    assert.deepEqual(feed.report.withheld, { expired: 9 });
    const told = toldIn(feed);
    for (const one of ['失信等级=较重 unknown-grade ignored', '失信严重程度=3 unknown-grade ignored', 'publicUntil=2099-12-31 period cut',
      'publicUntil=2032-05-10 period cut', '处罚类别=警告 slight-penalty shown']) assert.ok(told.includes(one), one);
  });
  it('feeds/j42-flags.json: twelve of twelve withheld and told', () => {
    const feed = caseOf('feeds/j42-flags.json');
    assert.deepEqual(feed.records, []);
    assert.deepEqual(feed.report.withheld, { internal: 10, revoked: 1, repaired: 1 });
    assert.deepEqual([...new Set(feed.report.notices.flatMap(({ rows }) => rows))].sort((a, b) => a - b), [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  });
  it('feeds/k01, k02, j05, j07b: dates as objects, lists and stand-ins', () => {
    assert.deepEqual(caseOf('feeds/k01-expired-object-dates.json').report.withheld, { expired: 7 });
    const stood = caseOf('feeds/k02-gsjzq-null-dates.json');
    assert.deepEqual(stood.report.withheld, { internal: 1, unclear: 1 });
    assert.ok(stood.records.every(({ publicUntil }) => publicUntil === '2028-06-03'));
    assert.deepEqual(caseOf('feeds/j05-localdate-array.json').records.map(({ decidedOn, validTo }) => [decidedOn, validTo]),
      [['2026-06-03', '2031-06-02'], ['2026-11-20', '2031-11-19']]);
    assert.deepEqual(caseOf('feeds/j07b-jsonlib-date-national.json').records.map(({ decidedOn }) => decidedOn), ['2026-06-03']);
  });
});

describe('what the site settles', () => {
  it('a value of a gate column, never the unclear as a whole', () => {
    assert.deepEqual(one({ 公示状态: '3' }).report.withheld, { unclear: 1 });
    assert.deepEqual(one({ 公示状态: '3' }, { gate: { unclear: false } as never }).report.withheld, { unclear: 1 });
    assert.equal(one({ 公示状态: '3' }, { values: { 公示状态: { 3: 'public' } } }).records.length, 1);
    assert.deepEqual(one({ 公示状态: 3 }, { values: { 公示状态: { 3: 'ended' } } }).report.withheld, { repaired: 1 });
    assert.deepEqual(one({ 公示状态: '4' }, { values: { 公示状态: { 3: 'public' } } }).report.withheld, { unclear: 1 });
  });
  it('a column that is none of the gate’s by its name', () => {
    const values = { 数据标识: { 甲: 'internal' as const, 乙: 'public' as const } };
    assert.deepEqual(one({ 数据标识: '甲' }, { values }).report.withheld, { internal: 1 });
    assert.equal(one({ 数据标识: '乙' }, { values }).records.length, 1);
    assert.deepEqual(one({ 数据标识: '待定' }, { values }).report.withheld, { unclear: 1 });
  });
  it('a column to be ignored, a plain one, one of another name', () => {
    assert.deepEqual(one({ 公示状态: '3' }, { mapping: { 公示状态: 'ignore' } }).records.map(({ extra }) => extra), [[]]);
    assert.deepEqual(one({ 公示状态: '第三批' }, { mapping: { 公示状态: 'extra' } }).records[0]?.extra, [{ label: '公示状态', value: '第三批' }]);
    assert.deepEqual(one({ 甲列: '1' }, { mapping: { 甲列: 'scope' } }).report.withheld, { internal: 1 });
    assert.deepEqual(one({ 公示状态: '不予公开' }, { gate: { internal: false } }).report.notices.map(({ what }) => what), ['shown']);
  });
  it('columns nobody knows: all, some or none', () => {
    const row = { 适用程序: '普通程序', 经办说明: 'x', 现场联络: '王小满', 案件概况: '甲' };
    assert.deepEqual(one(row).records[0]?.extra.map(({ label, value }) => `${label} ${value}`), ['适用程序 普通程序', '现场联络 王某', '案件概况 甲']);
    assert.deepEqual(one(row, { extra: 'hide' }).records[0]?.extra, []);
    assert.deepEqual(one(row, { extra: 'show', extraColumns: ['现场联络'] }).records[0]?.extra, [{ label: '现场联络', value: '王小满' }]);
    assert.ok(toldIn(one(row, { extra: 'hide' })).includes('案件概况 extra-column hidden'));
  });
});
