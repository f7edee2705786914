// What columns are called by whoever made the table or the interface, and what stands in their cells: a row a wording.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readJson } from './feeds.js';
import { failureOf, readText } from './cases.js';

const penalty = { CF_WSH: '青市监罚决〔2026〕1号', CF_XDR_MC: '青岚市海石食品有限公司', CF_SY: '未标明价格', CF_JDRQ: '2026-11-03', CF_NR: '罚款五千元' };
const license = { XK_WSH: '青市监许准〔2026〕1号', XK_XDR_MC: '青岚市海石食品有限公司', XK_NR: '食品销售', XK_JDRQ: '2026-11-03', XK_XKLB: '普通' };

const CODES: Readonly<Record<string, string>> = {
  documentNumber: 'WSH', subjectName: 'XDR_MC', facts: 'SY', decidedOn: 'JDRQ', result: 'NR', content: 'NR', category: 'XKLB',
};

/** What a row says of a field that stands under another name. */
const fieldOf = (row: object, field: string, label: string, value: unknown, prefix: string): unknown => {
  const own: Record<string, unknown> = { ...row, [label]: value };
  Reflect.deleteProperty(own, `${prefix}_${CODES[field] ?? ''}`);
  const [record] = readJson([own]).records;
  return (record as unknown as Readonly<Record<string, unknown>> | undefined)?.[field];
};

describe('a penalty’s column is known as', () => {
  for (const [field, value, labels] of [
    ['documentNumber', '青市监罚决〔2026〕9号', 'decisionNo decision_no penaltyNo penalty_doc_no punishDecisionNo caseNo docNo penDecNo 处罚决定书文号（必填）'],
    ['subjectName', '青岚市云门食品有限公司', 'partyName party_name companyName entName punishedName punished_person applicantName 法人名称'],
    ['violationType', '虚假宣传', '违法行为种类 违法类型 违法行为名称 illegalType illegal_act_type illegActType violation'],
    ['facts', '经查未标价', '处罚事实 违法情况 主要事实 违法行为事实 违法事实及证据 处罚原因 处罚理由 penaltyReason illegalFact punish_reason'],
    ['result', '罚款伍仟元', '处罚决定 处罚措施 处理结果 penaltyContent punish_result penContent'],
    ['basis', '《价格法》第四十二条', '适用法律 法律法规依据 处罚依据条款 penaltyBasis law_basis legalBasis'],
    ['decidedOn', '2026-11-04', 'decisionDate decision_date penaltyDate penDecIssDate decidedAt 处罚决定日期(YYYY/MM/DD)'],
    ['authority', '青岚市城市管理局', 'penaltyAuthority punishOrg punish_dept authorityName lawEnforcementAgency penAuth_CN cfjgmc cfjg_mc'],
    ['caseName', '海石公司案', '案名 案件名 penaltyName case_title'],
    ['legalRepresentative', '钱七', 'legalPerson legal_rep lerep'],
    ['creditCode', '91349900MAUXXUT32U', 'uniscid USCCode socialCreditCode unified_social_credit_code 统一社会信用代码/注册号 统一社会信用代码或注册号'],
    ['sourceUnit', '青岚市市场监督管理局', '来源单位 dataSource source_dept'],
    ['remedy', '可申请行政复议', '救济方式 权利救济 权利救济途径'],
    ['subjectType', '法人及非法人组织', '当事人类型 主体类型 partyType'],
    ['publishedOn', '2026-11-05', 'publishDate public_date pubDate publicityStartDate 上网公示日期'],
    ['suspendedCertificate', '食品经营许可证甲1', '暂扣或者吊销证照名称及编号 暂扣、吊销证照名称及编号'],
    ['effectiveUntil', '2027-01-01', '处罚有效期限'],
    ['authorityCode', '11349900000000001A', 'penaltyOrgCode'],
  ] as const) {
    it(field, () => { for (const label of labels.split(' ')) assert.equal(fieldOf(penalty, field, label, value, 'CF'), value, label); });
  }
  it('its kind, its sum and what has been taken', () => {
    for (const label of ['处罚类型', '处罚方式', 'penaltyType', 'punish_type']) assert.deepEqual(fieldOf(penalty, 'category', label, '罚款', 'CF'), ['罚款'], label);
    for (const [label, value, amount] of [
      ['罚款（万元）', '0.5', 0.5], ['罚款金额单位万元', 0.5, 0.5], ['罚款金额（千元）', 5, 0.5], ['罚款金额（百元）', '50', 0.5], ['罚款金额/元', 5000, 0.5],
      ['罚款金额元', '5,000', 0.5], ['罚款金额（千元）', '5000元', 0.5],
    ] as const) assert.equal(fieldOf(penalty, 'fineAmount', label, value, 'CF'), amount, label);
    for (const label of ['没收违法所得金额（万元）', '没收违法所得及非法财物金额（万元）']) {
      assert.equal(fieldOf(penalty, 'confiscatedAmount', label, '0.25', 'CF'), 0.25, label);
    }
  });
  it('nothing where a word may mean several things', () => {
    for (const label of ['code', 'id', 'unitCode', 'penaltyAmount', 'startDate', 'endDate', 'deptName', 'x'.repeat(80), 'aa bb cc dd ee ff gg hh ii']) {
      assert.deepEqual(readJson([{ ...penalty, [label]: '9' }]).records[0]?.extra, [], label);
      for (const field of ['creditCode', 'fineAmount', 'validFrom', 'authority']) assert.equal(fieldOf(penalty, field, label, '9', 'CF'), undefined, label);
    }
  });
});

describe('a licence’s column is known as', () => {
  for (const [field, value, labels] of [
    ['documentNumber', '青市监许准〔2026〕9号', 'licenseDocNo permitDocNo document_no decisionNo'],
    ['documentName', '准予许可决定书', 'xkwsmc licenseName permit_document_name documentTitle'],
    ['subjectName', '青岚市云门食品有限公司', 'applicant applicant_name licensee permitHolder sqrmc licensed_company'],
    ['projectName', '食品经营', '审批事项 许可项目 审批项目 行政审批事项名称 办理事项 itemName permit_item'],
    ['content', '预包装食品', '审批内容 许可范围 permitContent license_content'],
    ['decidedOn', '2026-11-04', '颁发日期 approvalDate issue_date permitDate approvedAt'],
    ['validFrom', '2026-11-03', '有效期始 有效期从 validFromDate effective_date valFrom'],
    ['validTo', '2031-11-02', '有效期到 许可有效期 有效期 到期日期 失效日期 validUntil expireDate license_expiry_date valTo'],
    ['authority', '青岚市城市管理局', '许可实施机关 颁发机关 xkjgmc permitOrg issuing_authority approvalDept'],
    ['certificateNumber', 'JY13499000000011', 'xkbh XK_BH licenseNo permit_number certNo'],
    ['certificateName', '食品经营许可证', '许可证名称 证照名称 certName'],
    ['basis', '《食品安全法》', '设立依据 legalBasis permit_basis'],
  ] as const) {
    it(field, () => { for (const label of labels.split(' ')) assert.equal(fieldOf(license, field, label, value, 'XK'), value, label); });
  }
  it('its kind', () => {
    for (const label of ['许可种类', '审批类型', '许可分类', 'licenseType', 'permit_category']) {
      assert.deepEqual(fieldOf(license, 'category', label, '普通', 'XK'), ['普通'], label);
    }
  });
});

describe('a list of something else', () => {
  it('is none of ours for a few words that anything may be called by', () => {
    for (const row of [
      { title: '通知', publishDate: '2026-11-01', applicant: '某公司' }, { companyName: '某公司', issueDate: '2026-11-01', orderNo: '1', caseNo: '2' },
    ]) assert.equal(failureOf(JSON.stringify({ rows: [row, row] })).code, 'shape');
  });
});

const only = (more: object): Readonly<Record<string, unknown>> & { notices: readonly string[] } => {
  const { records: [record], report } = readJson([{ ...penalty, ...more }], { today: '2026-11-30' });
  return { ...record, notices: report.notices.map(({ column, rule }) => `${column} ${rule}`) };
};

describe('a value', () => {
  it('is a day in any form that programs write', () => {
    for (const value of [
      'Tue Nov 03 2026 00:00:00 GMT+0800 (中国标准时间)', 'Mon Nov 02 2026 16:00:00 GMT+0000', 'Date(2026,10,3)', 'new Date(2026, 10, 3)', '03-11月-26', '03-11月 -26',
      '03-NOV-26', '03-NOV-2026', '46329.5', '二O二六年十一月三日', '二0二六年十一月三日', '二o二六年11月3日', { year: '2026', month: '11', day: '3' },
      { _seconds: 1793635200, _nanoseconds: 0 }, { date: '2026-11-03 00:00:00.000000', timezone_type: 3, timezone: 'PRC' },
    ]) assert.equal(only({ CF_JDRQ: value })['decidedOn'], '2026-11-03', JSON.stringify(value));
    for (const value of ['03-XYZ-26', '03-ANF-26', '二O二六年十三月三日']) assert.equal(readJson([{ ...penalty, CF_JDRQ: value }], { isPart: true }).records[0]?.decidedOn, undefined, value);
  });
  it('is a sum that is said twice, in words and in figures', () => {
    for (const value of [
      '人民币伍仟元整（¥5000.00）', '5000元（伍仟元整）', '伍仟元（5000）', '0.5万元（5000元）', '5000（元）', '5000元（已缴纳）', '0.5（万元）', '伍仟元整（大写）',
      { value: 5000, unit: '元' },
    ]) assert.equal(only({ CF_NR_FK: value })['fineAmount'], 0.5, JSON.stringify(value));
  });
  it('that is no certain sum is none, and told', () => {
    for (const value of ['5000元（伍佰元整）', '五千', '0.5-1万元', '500美元', -0.5, '0.5W', '¥5000', '人民币5000', '多（5000元）', { scale: 1, unscaled: 5 }]) {
      const { fineAmount, notices } = only({ CF_NR_FK: value });
      assert.equal(fineAmount, undefined, JSON.stringify(value));
      assert.equal(notices.filter((one) => one.startsWith('CF_NR_FK unread-')).length, 1, JSON.stringify(value));
    }
    assert.deepEqual(only({ CF_NR_FK: '无' }).notices, []);
    assert.equal(only({ CF_NR_FK: '￥0.2' })['fineAmount'], 0.2);
  });
  it('that nobody can read is told by its column', () => {
    assert.deepEqual(only({ CF_YXQ: '另行通知' }).notices, ['CF_YXQ unread-date']);
    assert.deepEqual(only({ CF_CFJG: { 甲: { 乙: '丙' } } }).notices, ['CF_CFJG unread-object']);
  });
  it('is a list also where the list is written into a text', () => {
    assert.deepEqual(only({ CF_CFLB: '["警告","罚款"]' })['category'], ['警告', '罚款']);
    assert.deepEqual(only({ CF_CFLB: '["警告"x"罚款"]' })['category'], ['["警告"x"罚款"]']);
  });
  it('that is garbled is shown to nobody', () => {
    for (const text of ['é\u009d\u0092å²\u009aå¸\u0082æµ·', 'Çàµ°ÊÐº£Ê¯', '锟斤拷锟斤拷公司', '\ufffd\ufffd\ufffd\ufffd公司']) {
      assert.match(failureOf(JSON.stringify([{ ...penalty, CF_XDR_MC: text }])).detail, /乱码/, text);
    }
    // A sign here and there is no proof.
    assert.equal(readText(JSON.stringify([{ ...penalty, CF_XDR_MC: 'Ärzte（青岚）有限公司', CF_SY: '价格\ufffd' }])).records.length, 1);
  });
});
