import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { joinTables, tablesOf, type Table, type TableOptions } from '../../src/export/table.js';
import { en } from '../../src/locale/en.js';
import { recordFields } from '../../src/model/fields.js';
import type { SgsRecord } from '../../src/model/record.js';
import { byLabel, license, options, penalty } from './records.js';

const header = ({ columns }: Table): string[] => columns.map(({ label }) => label);
const rows = ({ columns, records }: Table) => records.map((record) => columns.map(({ read }) => read(record)));
const tableOf = (records: readonly SgsRecord[], changed: Partial<TableOptions> = {}): Table => tablesOf(records, { ...options, ...changed })[0]!;
const rowOf = (record: SgsRecord, changed: Partial<TableOptions> = {}): Record<string, unknown> => {
  const table = tableOf([record], changed);
  return byLabel(header(table), rows(table)[0]!);
};

describe('a table', () => {
  test('has a column for every public field, in the order of the detail, under its official label', () => {
    const labels = header(tableOf([penalty]));
    const fields = recordFields('penalty').map((field) => options.words.field('penalty', field));
    assert.deepEqual(labels.slice(0, fields.length), fields);
    assert.deepEqual(labels.slice(0, 4), ['行政处罚决定书文号', '行政处罚决定书名称', '处罚依据', '案件名称']);
    assert.ok(!labels.some((label) => /备注|使用范围|证件/.test(label)));
  });

  test('holds the values as they are shown, dates sortable and amounts as numbers', () => {
    const row = rowOf(license);
    assert.equal(row['许可类别'], '普通、登记');
    assert.equal(row['许可决定日期'], '2025-03-01');
    assert.equal(row['有效期至'], '长期');
    assert.equal(row['统一社会信用代码'], '913302001234567890');
    assert.equal(row['许可内容'], '');
    assert.equal(row['核查结果'], '符合');
    assert.equal(rowOf(penalty)['罚款金额（万元）'], 0.5);
  });

  test('says how a decision stands', () => {
    assert.equal(rowOf(license)['当前状态'], '有效');
    assert.equal(rowOf(penalty)['当前状态'], '异议处理中');
  });

  test('names the unit of an amount whatever it is called', () => {
    assert.ok('罚没款（万元）' in rowOf(penalty, { labels: { fineAmount: '罚没款' } }));
    assert.ok('Fine（万元）' in rowOf(penalty, { words: en }));
  });

  test('has the labels that the site configures', () => {
    const table = tableOf([license], { labels: { license: '许可', decidedOn: '决定时间' } });
    assert.equal(table.name, '许可');
    assert.ok(header(table).includes('决定时间'));
  });

  test('says where records of several feeds come from', () => {
    assert.ok(!('公示单位' in rowOf(license)));
    assert.equal(rowOf({ ...license, feedName: '宁波市市场监督管理局' })['公示单位'], '宁波市市场监督管理局');
    const both = tableOf([{ ...license, feedName: '甲局' }, license]);
    assert.deepEqual(rows(both).map((row) => byLabel(header(both), row)['公示单位']), ['甲局', '']);
  });

  test('gives penalties without ways to appeal those of the feed, as the detail does', () => {
    const remedy = '六十日内申请行政复议';
    assert.equal(rowOf(penalty, { remedy })['救济渠道'], remedy);
    assert.equal(rowOf({ ...penalty, remedy: '另见' }, { remedy })['救济渠道'], '另见');
    assert.equal(rowOf({ ...penalty, status: 'revoked' }, { remedy })['救济渠道'], '');
  });

  test("has the department's own columns behind, each once, in the order in which they appear", () => {
    const table = tableOf([
      license,
      { ...license, extra: [{ label: '承办人', value: '张某' }, { label: '核查结果', value: '不符合' }, { label: '核查结果', value: '已整改' }, { label: '核查结果', value: '' }] },
    ]);
    assert.deepEqual(header(table).slice(-2), ['核查结果', '承办人']);
    assert.deepEqual(rows(table).map((row) => row.slice(-2)), [['符合', ''], ['不符合、已整改', '张某']]);
  });
});

describe('several kinds', () => {
  test('are a table each, in the order of the kinds', () => {
    assert.deepEqual(tablesOf([penalty, license, { ...license, id: 'l2' }], options).map(({ name, records }) => [name, records.length]), [['行政许可', 2], ['行政处罚', 1]]);
    assert.deepEqual(tablesOf([], options), []);
  });

  test('in one table have a column that names the kind, and share columns of the same label', () => {
    const all = joinTables(tablesOf([penalty, license], options), options);
    const labels = header(all);
    assert.equal(labels[0], '公示类别');
    assert.equal(new Set(labels).size, labels.length);
    const [first, second] = rows(all).map((row) => byLabel(labels, row));
    assert.deepEqual([first!['公示类别'], first!['行政相对人名称'], first!['许可机关'], first!['处罚机关']], ['行政许可', '宁波安平食品有限公司', '宁波市市场监督管理局', '']);
    assert.deepEqual([second!['公示类别'], second!['行政相对人名称'], second!['许可机关'], second!['处罚机关']], ['行政处罚', '慈溪鑫宏超市', '', '慈溪市市场监督管理局']);
  });

  test('one kind alone needs no such column', () => {
    const [table] = tablesOf([license], options);
    assert.equal(joinTables([table!], options), table);
  });

  test("lose nothing where a department's own column is called like an official one", () => {
    const twice = { ...license, extra: [{ label: '许可机关', value: '另一机关' }] };
    const all = joinTables(tablesOf([twice, penalty], options), options);
    const at = header(all).flatMap((label, index) => (label === '许可机关' ? [index] : []));
    assert.deepEqual(at.map((index) => rows(all)[0]![index]), ['宁波市市场监督管理局', '另一机关']);
  });
});
