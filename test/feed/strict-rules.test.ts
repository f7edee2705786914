import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createRecordReader } from '../../src/feed/record-reader.js';
import { STRICT_RULES } from '../../src/feed/strict-rules.js';
import type { FeedReport } from '../../src/feed/feed.js';
import type { SgsRecord } from '../../src/model/record.js';

/** A valid code of nobody: there is no place 999999. */
const CODE = '91999999MA0000001N';

interface Read { readonly records: readonly SgsRecord[]; readonly report: FeedReport }

/** What shows of a feed where the part with the rules is missing. */
function read(document: object): Read {
  const records: SgsRecord[] = [];
  const reader = createRecordReader({ rules: STRICT_RULES, today: '2026-11-30', onRecords: (found) => records.push(...found) });
  reader.push(JSON.stringify(document));
  return { records, report: reader.end() };
}

const license = { 行政相对人名称: '青岚市甲食品有限公司', 行政许可决定文书号: '青市监许准〔2025〕1号', 许可决定日期: '2025-03-04' };
const penalty = {
  行政相对人名称: '青岚市甲食品有限公司', 行政处罚决定书文号: '青市监罚决〔2026〕1号', 处罚决定日期: '2026-03-04', 公示截止期: '2027-03-04',
};
const withheld = (row: object): FeedReport['withheld'] => {
  const { records, report } = read({ rows: [row] });
  assert.deepEqual(records, []);
  return report.withheld;
};

describe('where the rules are missing', () => {
  it('an organisation whose standing is certain shows, with the fields that name nobody', () => {
    const { records, report } = read({
      updated: '2026-11-01', notice: '联系人张三', rows: [{ ...license, 许可内容: '由张三负责', 状态: '有效', 公开范围: '公开', 许可机关: '青岚市甲局' }],
    });
    assert.equal(records.length, 1);
    assert.deepEqual(records.map(({ subjectName, documentNumber, authority, decidedOn }) => [subjectName, documentNumber, authority, decidedOn]),
      [['青岚市甲食品有限公司', '青市监许准〔2025〕1号', '青岚市甲局', '2025-03-04']]);
    assert.doesNotMatch(JSON.stringify([records, report.meta]), /张三/);
    assert.deepEqual([report.meta, report.notices], [{ updated: '2026-11-01' }, []]);
  });

  it('a penalty shows up to the end that it states', () => {
    assert.equal(read({ rows: [penalty] }).records[0]?.publicUntil, '2027-03-04');
    assert.deepEqual(withheld({ ...penalty, 公示截止期: '2026-03-05' }), { expired: 1 });
    assert.deepEqual(withheld({ ...penalty, 公示截止期: '' }), { unclear: 1 });
    assert.deepEqual(withheld({ ...penalty, 公示截止期: '长期' }), { unclear: 1 });
    assert.deepEqual(withheld({ ...penalty, 处罚决定日期: '2026-12-30' }), { future: 1 });
  });

  it('what the kinds beyond 双公示 have comes with the rules: none of them shows', () => {
    const { records, report } = read({ 行政强制: [{ 行政相对人名称: '青岚市甲食品有限公司', 决定书文号: '青市监强〔2026〕1号', 决定日期: '2026-03-04' }] });
    assert.deepEqual([records, report.withheld], [[], { unclear: 1 }]);
  });

  it('a code of an organisation is reason enough, a wrong one and that of a person’s shop is not', () => {
    const centre = { ...license, 行政相对人名称: '青岚市甲中心' };
    assert.equal(read({ rows: [{ ...centre, 统一社会信用代码: CODE }] }).records[0]?.creditCode, CODE);
    assert.deepEqual(withheld({ ...centre, 统一社会信用代码: CODE.replace(/.$/, '0') }), { unclear: 1 });
    for (const name of ['张三', '青岚市甲早餐店']) assert.deepEqual(withheld({ ...license, 行政相对人名称: name }), { unclear: 1 });
  });

  it('nothing shows that a column of standing leaves open', () => {
    for (const said of [
      { 公开范围: '内部' }, { 状态: '待定' }, { 状态: '撤销' }, { 公示状态: '公示中' }, { isShow: '1' }, { 是否未成年: '否' }, { 备注: '张三' },
      { 公示到期日: '2027-01-01', 备注: '修复', 修复状态: '已修复' },
    ]) assert.deepEqual(withheld({ ...license, ...said }), { unclear: 1 }, JSON.stringify(said));
  });

  it('a status in digits means what the standard of its feed says', () => {
    const coded = { XK_XDR_MC: '青岚市甲食品有限公司', XK_WSH: '青市监许准〔2025〕1号', XK_JDRQ: '2025-03-04', XK_XKWS: '准予许可决定书' };
    assert.equal(read({ rows: [{ ...coded, XK_ZT: '1' }] }).records.length, 1);
    assert.deepEqual(withheld({ ...coded, XK_ZT: '2' }), { unclear: 1 });
    assert.deepEqual(read({ rows: [{ XK_XDR_MC: '青岚市甲有限公司', XK_WSH: '1号', XK_JDRQ: '2025-03-04', XK_ZT: '1' }] }).records, []);
  });

  it('a date has to be written as our own format writes it', () => {
    for (const date of ['2025-13-45', '2025/3/4', '二〇二五年三月四日']) assert.deepEqual(withheld({ ...license, 许可决定日期: date }), { unclear: 1 });
  });

  it('a number that may be a person’s keeps its record back, wherever it stands', () => {
    assert.deepEqual(withheld({ ...license, 许可机关: '联系 139 0000 0000' }), { unclear: 1 });
    assert.deepEqual(withheld({ ...license, 行政许可决定文书号: '1390000000013900' }), { unclear: 1 });
  });

  it('what is no record is set aside as ever', () => {
    assert.deepEqual(read({ rows: [license, { 许可决定日期: '2025-03-04', 许可机关: '甲局', 许可内容: '食品' }] }).report.rejected, { 'no-name-and-number': 1 });
    const listed = { kind: 'blacklist', subjectName: '青岚市甲有限公司', documentNumber: '1号', decidedOn: '2025-01-01' };
    assert.deepEqual(read({ version: 1, records: [license, listed] }).report.rejected, { 'no-basis': 1 });
    const reader = createRecordReader({ rules: STRICT_RULES, today: '2026-11-30', onRecords: () => undefined });
    reader.push(`[${JSON.stringify(license)},{"许可机关":NaN}]`);
    assert.deepEqual(reader.end().rejected, { 'no-record': 1 });
    const catalog = [{ itemName: '食品经营许可', category: ['普通'] }];
    assert.deepEqual(read({ records: [license], catalog }).records.map(({ kind }) => kind), ['license', 'catalog']);
  });

  it('what is missing is told once, with the number of records', () => {
    const { report } = read({ rows: [{ ...license, 行政相对人名称: '张三' }, { ...license, 行政相对人名称: '李四' }] });
    assert.deepEqual(report.notices, [{ column: 'sgs.rules.js', rule: 'unclear', what: 'withheld', count: 2, rows: [] }]);
  });
});
