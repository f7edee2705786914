import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { SgsConfig } from '../../src/model/config.js';
import type { SgsRecord } from '../../src/model/record.js';
import { readJson, type ReadFeed } from './feeds.js';

const base = { XK_XDR_MC: '青岚市甲食品有限公司', XK_WSH: '青市监许准〔2025〕1号', XK_JDRQ: '2025-03-04' };
const fine = { CF_XDR_MC: '青岚市甲食品有限公司', CF_WSH: '青市监罚决〔2025〕1号', CF_JDRQ: '2025-03-04' };
const read = (rows: readonly object[], config: SgsConfig = {}): ReadFeed => readJson({ rows }, { config, isPart: true });
const one = (row: object, config?: SgsConfig): SgsRecord => {
  const { records: [record], report } = read([row], config);
  assert.ok(record, JSON.stringify(report));
  return record;
};

describe('the standard', () => {
  const y2018 = { XK_XKWS: '准予许可决定书' };
  const y2015 = { XK_SPLB: '普通' };
  it('decides what a status code means', () => {
    assert.deepEqual(read([{ ...base, ...y2018, XK_ZT: '1' }]).report.withheld, {});
    assert.deepEqual(read([{ ...base, ...y2018, XK_ZT: '2' }]).report.withheld, { revoked: 1 });
    assert.deepEqual(read([{ ...base, ...y2015, XK_ZT: '1' }]).report.withheld, { revoked: 1 });
    assert.equal(one({ ...base, ...y2015, XK_ZT: '2' }).status, 'disputed');
    assert.equal(one({ ...base, ...y2015, XK_ZT: '0' }).status, 'valid');
    assert.equal(one({ ...base, ...y2015, XK_ZT: '3' }).status, 'other');
  });
  it('is not guessed where keys of both stand, and then what a code decides is unclear', () => {
    const rows = [{ ...base, ...y2015, XK_ZT: '1' }, { ...base, XK_WSH: '2号', ...y2018, XK_ZT: '2' }, { ...base, XK_WSH: '3号', XK_ZT: '0' }];
    const { report, records } = read(rows);
    assert.equal(report.standard, null);
    assert.deepEqual(report.withheld, { unclear: 2 });
    assert.deepEqual(records.map((r) => r.documentNumber), ['3号']);
    assert.deepEqual(report.notices.map(({ column, value, rule, rows: at }) => [column, value, rule, at]),
      [['XK_ZT', '1', 'unclear', [1]], ['XK_ZT', '2', 'unclear', [2]]]);
  });
  it('is not guessed where no key tells, and the feed says so', () => {
    const { report, records } = read([{ ...base, XK_ZT: '1' }]);
    assert.equal(report.standard, null);
    assert.equal(records.length, 0);
    assert.deepEqual(report.withheld, { unclear: 1 });
    assert.equal(read([base]).report.standard, 'any');
  });
  it('can be said by the feed or by the site', () => {
    assert.deepEqual(read([{ ...base, XK_ZT: '1' }], { standard: '2015' }).report.withheld, { revoked: 1 });
    assert.deepEqual(readJson({ standard: '2015', rows: [{ ...base, XK_ZT: 1 }] }).report.withheld, { revoked: 1 });
    assert.equal(readJson({ standard: '2099', rows: [base] }).report.standard, 'any');
  });
  it('does not matter to words', () => {
    assert.deepEqual(read([{ ...base, XK_ZT: '撤销' }]).report.withheld, { revoked: 1 });
    assert.deepEqual(read([{ ...base, XK_ZT: '1', ZTMC: '正常' }]).report.withheld, {});
    assert.deepEqual(read([{ ...base, XK_ZT: '待定' }]).report.withheld, { unclear: 1 });
    assert.equal(one({ ...base, XK_ZT: '已缴款' }).status, 'valid');
  });
});

describe('a revoked decision', () => {
  const revoked = { ...fine, CF_CFMC: '甲公司未按规定明码标价案', CF_SY: '违法事实标记', CF_JG: '罚款', CF_ZT: '撤销', 撤销原因: '经行政复议撤销', BZ: '甲科经手' };
  it('is shown as revoked with its reason, without its content', () => {
    const { records: [notice], report } = read([revoked]);
    assert.deepEqual(report.withheld, { revoked: 1 });
    assert.deepEqual(report.kinds, {});
    assert.equal(notice?.status, 'revoked');
    assert.equal(notice?.revokeReason, '经行政复议撤销');
    assert.equal(notice?.title, fine.CF_WSH);
    assert.ok(!JSON.stringify(notice).includes('违法事实标记'));
    assert.ok(!JSON.stringify(notice).includes('明码标价'));
    assert.ok(!JSON.stringify(notice).includes('经手'));
  });
  it('keeps the name of a licence', () => {
    const { records: [notice] } = read([{ ...base, XK_XMMC: '食品经营许可', XK_NR: '内容标记', XK_ZT: '已撤销', 撤销原因: '材料不实', 撤销日期: '2025/5/6' }]);
    assert.equal(notice?.title, '食品经营许可');
    assert.equal(notice?.revokedOn, '2025-05-06');
    assert.ok(!JSON.stringify(notice).includes('内容标记'));
  });
  it('masks a person’s name also where only a column that the notice leaves out says that it is one', () => {
    const about = { ...revoked, CF_XDR_MC: 'John Doe' };
    assert.equal(read([{ ...about, CF_XDR_SHXYM: '000000199001010018' }]).records[0]?.subjectName, 'J某');
    assert.equal(read([{ ...about, CF_XDR_SHXYM: '91999999MA0000001N' }]).records[0]?.subjectName, 'John Doe');
  });
  it('is not shown at all where the feed gives no reason', () => {
    assert.equal(read([{ ...revoked, 撤销原因: '', BZ: '经行政复议撤销' }]).records.length, 0);
  });
});

describe('a grade without an end of publicity', () => {
  it('ends it after the longest period of the grade', () => {
    assert.deepEqual(read([{ ...fine, 失信等级: '一般' }]).report.withheld, { expired: 1 });
    assert.equal(one({ ...fine, 失信等级: '严重' }).publicUntil, '2028-03-04');
    assert.deepEqual(read([{ ...fine, 失信等级: '一般', CF_GSJZQ: '2028-01-01' }]).report.withheld, { expired: 1 });
    assert.equal(one({ ...fine, 失信等级: '严重', CF_GSJZQ: '2032-01-01' }).publicUntil, '2028-03-04');
    assert.equal(one({ ...fine, CF_GSJZQ: '2032-01-01', 履行情况: '未履行' }).publicUntil, '2032-01-01');
    assert.equal(one({ ...fine, CF_GSJZQ: '2032-01-01' }, { gate: { period: false } }).publicUntil, '2032-01-01');
    assert.deepEqual(read([{ CF_WSH: '1号', CF_WFXW: '甲', CF_XDR_MC: '甲公司', 失信等级: '一般' }]).report.withheld, {});
  });
  it('can be left to the site', () => {
    assert.deepEqual(read([{ ...fine, 失信等级: '一般' }], { gate: { expired: false } }).report.withheld, {});
  });
});

describe('quarantine', () => {
  it('sets aside what has no name and no number, an impossible date, no basis', () => {
    assert.deepEqual(read([{ XK_NR: '内容', XK_JDRQ: '2025-01-01', XK_XDR_MC: '空' }]).report.rejected, { 'no-name-and-number': 1 });
    for (const date of ['2025-02-30', '20250230', 12]) {
      assert.deepEqual(read([{ ...base, XK_JDRQ: date }]).report.rejected, { 'bad-date': 1 });
    }
    assert.deepEqual(read([{ ...fine, CF_GSJZQ: '某日' }]).report.withheld, { unclear: 1 });
    assert.deepEqual(readJson({ 质量诚信黑榜: [{ 企业名称: '甲公司', 认定文号: '1号', 认定日期: '2025-01-01' }] }, { isPart: true }).report.rejected, { 'no-basis': 1 });
  });
  it('leaves out the date of a decision that is not wholly told, tells of it, and keeps the record', () => {
    const { records, report } = read([{ ...base, XK_JDRQ: '2025年2月' }]);
    assert.deepEqual(records.map(({ decidedOn }) => decidedOn), [undefined]);
    assert.deepEqual(report.notices.map(({ column, rule, what }) => [column, rule, what]), [['XK_JDRQ', 'unread-date', 'ignored']]);
  });
  it('leaves out a lesser date that can’t be, and keeps the record', () => {
    assert.equal(one({ ...base, XK_YXQZI: '2025-02-30' }).validTo, undefined);
  });
  it('counts a period of publicity from the decision', () => {
    assert.equal(one({ ...fine, CF_GSJZQ: '三年' }).publicUntil, '2028-03-04');
    assert.deepEqual(read([{ ...fine, 公示期限: '一年', CF_GSJZQ: undefined }]).report.withheld, { expired: 1 });
    assert.deepEqual(read([{ CF_WSH: '1号', CF_WFXW: '甲', CF_GSJZQ: '一年' }]).report.withheld, { unclear: 1 });
  });
});

describe('columns', () => {
  it('are placed by code, label, typo, and prefix-less key', () => {
    assert.equal(one({ ...base, 行政许可决定书文书号: '2号', XK_WSH: null }).documentNumber, '2号');
    assert.equal(one({ '行政相对人\n名称': '甲公司', ' 处罚机关 ': '某局', '处罚决定日期　': '2025年1月2日', '罚款金额(万元)': '0.5', 处罚决定书文号: '3号' }).fineAmount, 0.5);
    assert.equal(one({ xdrMc: '甲公司', jdswh: '3号', cfjg: '罚款人民币1元', xzjg: '某局', cfmc: '甲案' }).result, '罚款人民币1元');
    assert.equal(one({ ...fine, '罚款金额（元）': '5000' }).fineAmount, 0.5);
    assert.equal(one({ ...fine, 行政处罚决定机关: '某局' }).authority, '某局');
  });
  it('called 行政相对人代码_N are placed by the words in brackets, never by the number', () => {
    const record = one({
      ...base,
      '行政相对人代码_5(居民身份证号)': '000000199001010018',
      '行政相对人代码_5(事业单位证书号)': '134990000123',
      '行政相对人代码_2': '000000199001010018',
      '行政相对人代码_3（组织机构代码）': 'MA5MTU102',
      '行政相对人代码_9(某某码)': '77',
    });
    assert.equal(record.institutionNumber, '134990000123');
    assert.equal(record.organizationCode, 'MA5MTU102');
    assert.ok(!JSON.stringify(record).includes('000000199001010018'));
  });
  it('that hold IDs, contacts or raw values are never read on', () => {
    const record = one({
      ...base,
      xdrShxymSrc: '000000199001010018',
      XK_XDR_SFZ: '000000********0018',
      XK_FR_ZJHM: 'E00000016',
      联系电话: '12345',
      银行账号: '6200',
      住址: '某路1号',
      '法定代表人(身份证号)': '000000199001010018',
    });
    assert.deepEqual(record.extra, []);
    assert.ok(!/E00000016|0018|12345|6200|某路/.test(JSON.stringify(record)));
  });
  it('nobody knows are shown under their own label, or reported', () => {
    const { records: [record], report } = read([{ ...base, 许可范围备注: '含&ldquo;冷食&rdquo;，电话19900000111', xxyy: 'a', nested: { a: 1 } }]);
    assert.deepEqual(record?.extra, [{ label: '许可范围备注', value: '含“冷食”，电话[已隐去]' }]);
    assert.deepEqual(report.unplaced, { xxyy: 1, nested: 1 });
  });
  it('can be placed by the site, for one kind or for all', () => {
    const row = { 单号: '5号', 谁: '甲公司', XK_NR: '内容', XK_JDRQ: '2025-01-01' };
    assert.equal(one(row, { mapping: { 单号: 'documentNumber', license: { 谁: 'subjectName' } } }).documentNumber, '5号');
    assert.equal(one(row, { mapping: { 单号: 'documentNumber', license: { 谁: 'subjectName' } } }).subjectName, '甲公司');
  });
  it('that a row does not list as public are read for the gate only', () => {
    const entity = { cf_wsh: '1号', cf_xdr_mc: '甲公司', cf_sy: '事实', cf_nr: '未列内容', cf_gsjzq: '2020-01-01', 未列标签: '未列值' };
    const row = { entity, columnList: ['cf_wsh', 'cf_xdr_mc', 'cf_sy'] };
    assert.deepEqual(read([row]).report.withheld, { expired: 1 });
    const shown = JSON.stringify(read([{ ...row, entity: { ...entity, cf_gsjzq: null } }]).records);
    assert.match(shown, /事实/);
    assert.doesNotMatch(shown, /未列/);
  });
  it('may be listed as objects', () => {
    const row = { entity: { cf_wsh: '1号', cf_xdr_mc: '甲公司', cf_nr: '未列内容' }, columns: [{ field: 'cf_wsh' }, { field: 'cf_xdr_mc' }, 3] };
    assert.doesNotMatch(JSON.stringify(read([row]).records), /未列/);
  });
});

describe('kinds', () => {
  it('are told apart by fields, by the sheet, by the table, by the record itself', () => {
    assert.equal(one(base).kind, 'license');
    assert.equal(one(fine).kind, 'penalty');
    assert.equal(readJson({ 行政处罚: [{ 行政相对人名称: '甲公司', 决定书文号: '1号', 决定日期: '2025-01-01' }] }).records[0]?.kind, 'penalty');
    assert.equal(one({ table_name: 'credit_xzcf', xdrMc: '甲公司', jdswh: '1号', jdrq: '2025-01-01' }).kind, 'penalty');
    assert.equal(one({ kind: 'honor', subjectName: '甲公司', honorName: '奖' }).kind, 'honor');
    assert.equal(one({ kind: 'notice', title: '办法' }).kind, 'notice');
  });
  it('of a row that could be several follow what the list shows', () => {
    const row = { xdrMc: '甲公司', jdswh: '1号', jdrq: '2025-01-01' };
    assert.equal(one(row).kind, 'license');
  });
  it('are not believed against the keys', () => {
    assert.equal(readJson({ 行政许可: [{ ...fine, CF_WFXW: '甲', CF_SY: '乙', CF_YJ: '丙', CF_NR: '丁' }] }).records[0]?.kind, 'penalty');
  });
});

describe('privacy', () => {
  const person = {
    ...fine,
    CF_XDR_MC: '陈立秋',
    CF_XDR_LB: '自然人',
    CF_FRDB: '陈立秋',
    CF_CFMC: '陈立秋未取得许可案',
    CF_SY: '当事人陈立秋，公民身份号码999999197004180011，住城关镇柳荫巷18号2单元301室。',
  };
  it('masks a person’s name in every field', () => {
    const record = one(person);
    assert.equal(record.subjectName, '陈某');
    assert.equal(record.title, '陈某未取得许可案');
    assert.doesNotMatch(JSON.stringify(record), /立秋|999999|柳荫/);
  });
  it('can be told to show names, never IDs', () => {
    const record = one(person, { privacy: { maskNames: false, redactText: false } });
    assert.equal(record.subjectName, '陈立秋');
    assert.doesNotMatch(JSON.stringify(record), /999999|柳荫巷/);
    assert.match(String(one({ ...person, CF_SY: '员工王五证实' }, { privacy: { redactText: false } }).facts), /王五/);
  });
  it('can hide legal representatives', () => {
    const row = { ...fine, CF_FRDB: '宋履约' };
    assert.equal(one(row).legalRepresentative, '宋履约');
    assert.equal(one(row, { privacy: { legalRepresentative: false } }).legalRepresentative, undefined);
  });
  it('takes IDs in code columns for what they are', () => {
    const record = one({
      ...fine,
      CF_XDR_MC: '孙望舒',
      CF_XDR_SHXYM: '000000197307270016',
      CF_XDR_SWDJ: '00000019730727001601',
      CF_XDR_GSDJ: '000000730727001',
      CF_XDR_ZDM: '00000******',
    });
    assert.equal(record.subjectName, '孙某');
    for (const field of ['creditCode', 'taxNumber', 'registrationNumber', 'organizationCode'] as const)
      assert.equal(record[field], undefined, field);
  });
  it('keeps a code of digits that only looks like an ID, and drops the placeholder', () => {
    assert.equal(one({ ...fine, CF_XDR_SHXYM: '913499198506121775' }).creditCode, '913499198506121775');
    assert.equal(one({ ...fine, CF_XDR_SHXYM: '00000000000000000X' }).creditCode, undefined);
  });
  it('withholds a penalty against a minor', () => {
    const minor = '00000020100101001';
    const check =
      '10X98765432'[
        Array.from(minor).reduce((sum, d, i) => sum + Number(d) * [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2][i]!, 0) % 11
      ] ?? '';
    assert.deepEqual(read([{ ...person, CF_XDR_ZJHM: minor + check }]).report.withheld, { minor: 1 });
  });
});

describe('what a feed says of itself', () => {
  it('reaches the report', () => {
    const { report } = readJson({
      version: 1,
      updated: '2026/11/20',
      publisher: { name: '某局', code: '1', url: 'https://example.org/' },
      notice: '说明',
      remedy: '六十日内申请行政复议',
      records: [{ kind: 'license', subjectName: '甲公司', documentNumber: '1号' }],
    });
    assert.deepEqual(report.meta, {
      updated: '2026-11-20',
      publisher: { name: '某局', code: '1', url: 'https://example.org/' },
      notice: '说明',
      remedy: '六十日内申请行政复议',
    });
    assert.deepEqual(readJson([base]).report.meta, {});
  });
  it('gives way to what the site says', () => {
    assert.equal(readJson({ notice: '甲', rows: [base] }, { config: { texts: { notice: '乙', remedy: '丙' } } }).report.meta.notice, '乙');
  });
});

describe('links', () => {
  it('are http and https only', () => {
    const link = (url: string): string | undefined =>
      readJson({ 制度发布与宣传: [{ 标题: '办法', 类别: '制度', 发布日期: '2025-01-01', 链接: url }] }).records[0]?.link;
    assert.equal(link('https://www.example.org/a?b=1'), 'https://www.example.org/a?b=1');
    for (const url of ['javascript:alert(1)', 'data:text/html,x', '/relative', 'https://a b']) assert.equal(link(url), undefined);
  });
});

describe('what is said in a list', () => {
  it('is redacted as all text is', () => {
    assert.deepEqual(one({ ...fine, CF_CFLB: '其他-联系电话13800000000；罚款' }).category, ['其他-联系电话[已隐去]', '罚款']);
  });
});

describe('the kind', () => {
  it('that our own format names is not weighed against columns of another', () => {
    const record = one({
      kind: 'penalty',
      subjectName: '青岚市甲食品有限公司',
      许可类别: '普通',
      许可机关: '甲',
      许可决定日期: '2025-03-04',
      有效期至: '2026-03-04',
      许可内容: '甲',
    });
    assert.equal(record.kind, 'penalty');
    assert.equal(record.extra.length, 5);
  });
});
