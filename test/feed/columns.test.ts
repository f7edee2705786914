import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createReadColumn } from '../../src/feed/columns.js';
import { columnOf, firstDate, firstText } from '../../src/feed/mapped-row.js';
import type { MappedRow } from '../../src/feed/mapping.js';
import { createNotices } from '../../src/feed/notices.js';
import { readJson } from './feeds.js';

const license = { 行政相对人名称: '青岚市甲食品有限公司', 行政许可决定文书号: '青市监许准〔2025〕1号', 许可决定日期: '2025-03-04', 许可内容: '食品销售' };

describe('what is told of many rows', () => {
  it('counts a row once, whatever number of its columns says the same', () => {
    const notices = createNotices();
    for (const row of [1, 1, 2, 3, 4, 5, 6, 6]) notices.add({ column: '录入人', rule: 'internal-column', what: 'hidden' }, row);
    assert.deepEqual(notices.groups(), [{ column: '录入人', rule: 'internal-column', what: 'hidden', count: 6, rows: [1, 2, 3, 4, 5] }]);
  });
});

describe('a field of a row', () => {
  it('goes by its own name where no column says it', () => {
    const row = { cells: new Map() } as unknown as MappedRow;
    assert.deepEqual([columnOf(row, 'decidedOn'), firstText(row, 'decidedOn'), firstDate(row, 'decidedOn')], ['decidedOn', '', undefined]);
  });
});

describe('columns that a form numbers', () => {
  const row = { ...license, 身份证号: '000000199001011234', 是否公示: '是' };
  const numbered = (number: (n: number) => string, values: object): object =>
    Object.fromEntries(Object.entries(values).map(([label, value], i) => [number(i) + label, value]));
  for (const number of [(n: number) => `${n + 1}.`, (n: number) => `（${n + 1}）`, (n: number) => `${'一二三四五六七'.charAt(n)}、`, (n: number) => `${n + 1}、 `]) {
    it(`are known: ${number(0)}行政相对人名称`, () => {
      const { records: [record] } = readJson([numbered(number, row)]);
      assert.deepEqual(record, readJson([row]).records[0]);
      assert.ok(!JSON.stringify(record).includes('000000199001011234'));
      assert.deepEqual(readJson([numbered(number, { ...row, 是否公示: '否' })]).report.withheld, { internal: 1 });
    });
  }
});

describe('an organisation that is called like a person', () => {
  const revoked = { ...license, 行政相对人名称: '韩六', 统一社会信用代码: '91999999MA0000001N', 状态: '撤销', 撤销原因: '适用依据有误' };
  const typeIn = (row: object): string | undefined =>
    readJson({ rows: [row] }).records[0]?.subjectType;

  it('stays one in its notice of revocation, by its type or by its code', () => {
    assert.equal(typeIn({ ...revoked, 行政相对人类别: '企业' }), '企业');
    assert.equal(typeIn({ ...revoked, 行政相对人类别: '待定' }), '法人及非法人组织');
    assert.equal(typeIn(revoked), '法人及非法人组织');
  });
});

describe('what a column means', () => {
  it('a field that its label calls internal is not for the public, unless the site says what it is', () => {
    const label = '许可内容（内部）';
    assert.equal(createReadColumn()('c1', label).license.hidden, 'internal');
    assert.equal(createReadColumn({ [label]: 'content' })('c1', label).license.hidden, undefined);
    assert.equal(createReadColumn()('许可内容', '许可内容').license.hidden, undefined);
  });

  it('an age that a site ignores still says that somebody is a minor', () => {
    const { license: column } = createReadColumn({ 年龄: 'ignore', 备案信息: 'ignore', 经办情况: 'extra' })('年龄', '年龄');
    assert.deepEqual([column.settled, column.minor], ['ignore', 'age']);
    const rows = [{ ...license, 行政相对人名称: '韩六', 行政相对人类别: '自然人', 年龄: '15' }];
    assert.deepEqual(readJson({ rows }, { config: { mapping: { 年龄: 'ignore' } } }).report.withheld, { minor: 1 });
  });

  it('what a site says of values leaves a thing that can’t be read unclear', () => {
    const config = { values: { 办理情况: { 甲: 'public' as const } } };
    assert.equal(readJson({ rows: [{ ...license, 办理情况: '甲' }] }, { config }).records.length, 1);
    assert.deepEqual(readJson({ rows: [{ ...license, 办理情况: { a: { b: 1 } } }] }, { config }).report.withheld, { unclear: 1 });
  });
});
