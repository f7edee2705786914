// Planted faults: each is found, named with its place, and nothing else is.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import { createExaminer, declaredStandard, type Examined, type ExamineOptions } from '../../src/check/examine.js';
import { FINDINGS, findingText, placeText, type FindingCode } from '../../src/check/finding.js';
import { createReport, type CheckReport } from '../../src/check/report.js';
import { createReader } from '../../src/feed/reader.js';
import { createTextStream } from '../../src/feed/decode.js';

const TODAY = '2026-11-23';

type Cells = Record<string, unknown>;

/** As the command line does it: the reader's rows go to the examiner. */
function examineText(text: string, options: Partial<ExamineOptions> = {}): { all: Examined[]; report: CheckReport; rows: number } {
  const all: Examined[] = [];
  const report = createReport();
  const examiner = createExaminer({ today: TODAY, ...options }, (examined) => {
    all.push(examined);
    report.add(examined);
  });
  const reader = createReader({ today: TODAY, config: options.config ?? {}, onRecords: () => undefined, onRow: examiner.onRow });
  reader.push(text);
  const { rows } = reader.end();
  examiner.end(rows);
  return { all, report: report.end(), rows };
}

const examine = (rows: readonly unknown[], options?: Partial<ExamineOptions>): Examined[] =>
  examineText(JSON.stringify({ rows }), options).all;

const codes = (examined: Examined | undefined): FindingCode[] => (examined?.findings ?? []).map(({ code }) => code);

/** Complete and in time, after the 2018 table. */
const LICENSE: Cells = {
  行政相对人名称: '青岚市鹿鸣食品有限公司', 行政相对人类别: '法人及非法人组织', '行政相对人代码_1(统一社会信用代码)': '91350100M000100Y43', 法定代表人: '贾若谷',
  行政许可决定文书名称: '准予许可决定书', 行政许可决定文书号: '青市监许准〔2026〕1号', 许可类别: '普通', 许可内容: '食品经营许可', 许可决定日期: '2026/09/18',
  有效期自: '2026/09/18', 有效期至: '2031/09/17', 许可机关: '青岚市市场监督管理局', 许可机关统一社会信用代码: '11230500001755309F', 当前状态: '1',
  数据来源单位: '青岚市市场监督管理局', 数据来源单位统一社会信用代码: '11230500001755309F', 公示日期: '2026/09/25',
};
const PENALTY: Cells = {
  行政相对人名称: '青岚市鹿鸣食品有限公司', 行政相对人类别: '法人及非法人组织', '行政相对人代码_1(统一社会信用代码)': '91350100M000100Y43', 法定代表人: '贾若谷',
  行政处罚决定书文号: '青市监罚决〔2026〕1号', 违法行为类型: '经营标签不合格的食品', 违法事实: '当事人经营标签不符合规定的食品', 处罚依据: '《中华人民共和国食品安全法》第一百二十五条',
  处罚类别: '罚款', 处罚内容: '罚款人民币5000元', '罚款金额（万元）': 0.5, 处罚决定日期: '2026/09/18', 处罚有效期: '2099/12/31', 公示截止期: '2027/09/18',
  处罚机关: '青岚市市场监督管理局', 处罚机关统一社会信用代码: '11230500001755309F', 数据来源单位: '青岚市市场监督管理局', 数据来源单位统一社会信用代码: '11230500001755309F', 公示日期: '2026/09/25',
};
const LICENSE_2015: Cells = {
  行政许可决定书文号: '青市监许准〔2026〕2号',
  项目名称: '食品经营许可',
  审批类别: '普通',
  许可内容: '食品经营',
  行政相对人名称: '青岚市鹿鸣食品有限公司',
  '行政相对人代码_1(统一社会信用代码)': '91350100M000100Y43',
  许可决定日期: '2026/09/18',
  许可截止期: '2031/09/17',
  许可机关: '青岚市市场监督管理局',
  当前状态: '0',
  地方编码: '000000',
  公示日期: '2026/09/25',
};

describe('a row without a fault', () => {
  for (const [name, row] of [['licence of 2018', LICENSE], ['penalty of 2018', PENALTY], ['licence of 2015', LICENSE_2015]] as const) {
    it(`${name}: nothing is found`, () => {
      const [examined] = examine([row]);
      assert.deepEqual(codes(examined), []);
      assert.equal(examined?.outcome, 'shown');
      assert.equal(examined?.filled, examined?.required);
      assert.equal(examined?.late, 'in-time');
      assert.equal(examined?.workingDays, 5);
    });
  }
});

/** A number of 15 digits that begins with a zero and passes its check. */
const ZERO = '019999000129000';

const planted: readonly (readonly [FindingCode, Cells, Cells, field?: string])[] = [
  ['missing-field', LICENSE, { 许可机关统一社会信用代码: '' }, 'authorityCode'],
  ['missing-field', LICENSE, { 许可机关: '空' }, 'authority'],
  ['missing-field', PENALTY, { '罚款金额（万元）': '' }, 'fineAmount'],
  ['missing-field', PENALTY, { 处罚类别: '罚款；没收违法所得、没收非法财物' }, 'confiscatedAmount'],
  ['missing-field', PENALTY, { 处罚类别: '罚款；暂扣许可证件' }, 'suspendedCertificate'],
  ['missing-field', LICENSE_2015, { 项目名称: '' }, 'projectName'],
  ['missing-field', LICENSE_2015, { '行政相对人代码_1(统一社会信用代码)': '' }, 'creditCode'],
  ['credit-code-length', LICENSE, { '行政相对人代码_1(统一社会信用代码)': '91350100M000100Y4' }, 'creditCode'],
  ['credit-code-check', PENALTY, { 处罚机关统一社会信用代码: '11230500001755309A' }, 'authorityCode'],
  ['registration-number', LICENSE, { '行政相对人代码_2(工商注册号)': '100000000000016' }, 'registrationNumber'],
  ['organization-code', LICENSE, { '行政相对人代码_3(组织机构代码)': '10110717-4' }, 'organizationCode'],
  ['leading-zero-lost', LICENSE, { '行政相对人代码_3(组织机构代码)': 1755309 }, 'organizationCode'],
  ['number-spoilt', LICENSE, { '行政相对人代码_1(统一社会信用代码)': '9.11201E+17' }, 'creditCode'],
  ['number-spoilt', LICENSE, { 许可编号: 911201161030636028 }, 'certificateNumber'],
  ['date-unreadable', LICENSE, { 有效期自: '2026年13月1日' }, 'validFrom'],
  ['date-unreadable', PENALTY, { 处罚决定日期: '近期' }, 'decidedOn'],
  ['decided-in-future', LICENSE, { 许可决定日期: '2026/12/01', 公示日期: '', 有效期自: '' }, 'decidedOn'],
  ['published-before-decision', LICENSE, { 公示日期: '2026/09/10' }, 'publishedOn'],
  ['ends-before-decision', PENALTY, { 处罚有效期: '2026/09/01' }, 'effectiveUntil'],
  ['ends-before-begin', LICENSE, { 有效期自: '2031/12/01' }, 'validTo'],
  ['published-late', LICENSE, { 公示日期: '2026/09/30' }, 'publishedOn'],
  // Eight days and more than five weekdays in 2016, before the first calendar: late under some calendars, in time under others.
  ['lateness-unknown', LICENSE, { 许可决定日期: '2016/09/23', 公示日期: '2016/10/08' }, 'decidedOn'],
  ['publication-date-missing', LICENSE, { 公示日期: '' }, 'publishedOn'],
  ['published-in-future', LICENSE, { 公示日期: '2026/12/24' }, 'publishedOn'],
  ['public-until-passed', PENALTY, { 公示截止期: '2026/11/22' }, 'publicUntil'],
  ['public-until-missing', PENALTY, { 公示截止期: '' }, 'publicUntil'],
  ['category-unknown', LICENSE, { 许可类别: '特批' }, 'category'],
  ['subject-type-unknown', LICENSE, { 行政相对人类别: '公司' }, 'subjectType'],
  ['status-unknown', LICENSE, { 当前状态: '已结案' }, 'status'],
  ['gate-value-unknown', LICENSE, { 公示状态: '已缴款' }],
  ['withheld-unclear', LICENSE, { 当前状态: '待定' }],
  ['withheld-repaired', PENALTY, { 信用修复状态: '已修复' }],
  ['withheld-slight', PENALTY, { 失信等级: '轻微', 处罚决定日期: '2026/09/18', 公示截止期: '2026/12/01' }],
  ['grade-unknown', PENALTY, { 失信等级: '较重' }],
  ['date-placeholder', PENALTY, { 公示到期日: '1900-01-01' }],
  ['public-until-cut', PENALTY, { 公示截止期: '2099-12-31' }],
  ['public-until-long', PENALTY, { 公示截止期: '2032-12-31', 履行情况: '未履行' }],
  ['personal-column', PENALTY, { 民族: '汉族' }],
  ['internal-column', PENALTY, { 案件承办: '甲科' }],
  ['amount-in-yuan', PENALTY, { '罚款金额（万元）': 5000 }, 'fineAmount'],
  ['amount-unreadable', PENALTY, { '罚款金额（万元）': '若干' }, 'fineAmount'],
  ['amount-huge', PENALTY, { '罚款金额（万元）': 50000, 处罚内容: '罚款' }, 'fineAmount'],
  ['secret-column', LICENSE, { 法定代表人证件号码: '000000199001010018' }],
  ['id-in-column', LICENSE, { '行政相对人代码_4(税务登记号)': '000000199001010018' }, 'taxNumber'],
  ['id-in-column', LICENSE, { '行政相对人代码_4(税务登记号)': '000000********0018' }, 'taxNumber'],
  ['personal-data', PENALTY, { 违法事实: '当事人电话13800000000，经营标签不符合规定的食品' }, 'facts'],
  ['personal-data', PENALTY, { 备注: '身份证000000199001010018' }, 'remark'],
  ['personal-data', LICENSE, { 现场情况: '联系人电话13800000000' }],
  ['withheld-internal', LICENSE, { 信息使用范围: '1' }],
  ['withheld-restricted', LICENSE, { 信息使用范围: '2' }],
  ['withheld-revoked', LICENSE, { 当前状态: '2' }],
  ['unplaced-column', LICENSE, { ABC: 'x' }],
  ['text-repaired', LICENSE, { 许可内容: '食品\u200b经营许可' }, 'content'],
];

describe('a planted fault', () => {
  for (const [code, row, change, field] of planted) {
    it(`${code}: ${Object.keys(change).join('、')}`, () => {
      const [examined] = examine([{ ...row, ...change }]);
      assert.deepEqual(codes(examined), [code]);
      const [finding] = examined?.findings ?? [];
      assert.equal(finding?.field, field);
      assert.equal(finding?.severity, FINDINGS[code].severity);
      assert.equal(finding?.row, 1);
      // What stands in the cell is nobody's business.
      for (const value of Object.values(change))
        if (value !== '') assert.ok(!JSON.stringify(examined?.findings).includes(JSON.stringify(value)));
    });
  }

  it('a person: what must not be published, and what is masked', () => {
    const person = { ...PENALTY, 行政相对人名称: '王小满', 行政相对人类别: '自然人', '行政相对人代码_1(统一社会信用代码)': '', 法定代表人: '' };
    assert.deepEqual(codes(examine([person])[0]), ['name-unmasked']);
    assert.deepEqual(codes(examine([person], { config: { privacy: { maskNames: false } } })[0]), []);
    assert.deepEqual(codes(examine([{ ...person, 行政相对人名称: '王某' }])[0]), []);
    assert.deepEqual(codes(examine([person], { published: false })[0]), ['name-masked']);
    assert.deepEqual(codes(examine([{ ...person, 证件号码: '000000199001010018' }], { published: false })[0]), [
      'secret-column-dropped',
      'name-masked',
    ]);
    const [minor] = examine([{ ...person, 证件号码: '000000201501010014' }], { published: false });
    assert.deepEqual([minor?.outcome, minor?.reason, minor?.record], ['withheld', 'minor', undefined]);
    assert.deepEqual(codes(minor), ['secret-column-dropped', 'name-masked', 'withheld-minor']);
    assert.deepEqual(codes(examine([{ ...person, 违法事实: '当事人系未成年人' }], { published: false })[0]), ['name-masked', 'withheld-minor']);
    const masked = codes(
      examine([{ ...PENALTY, 违法事实: '联系电话13800000000', '行政相对人代码_4(税务登记号)': '000000199001010018' }], {
        published: false,
      })[0],
    );
    assert.deepEqual(masked.sort(), ['id-in-column-dropped', 'personal-data-masked']);
  });

  it('numbers that are right in another way are no fault', () => {
    for (const number of ['3301061000012', '91350100M000100Y43', '110108012660422'])
      assert.deepEqual(codes(examine([{ ...LICENSE, '行政相对人代码_2(工商注册号)': number }])[0]), []);
    assert.deepEqual(codes(examine([{ ...LICENSE, '行政相对人代码_2(工商注册号)': ZERO.slice(1) }])[0]), ['leading-zero-lost']);
    for (const period of ['一年', '2027-09-18']) assert.deepEqual(codes(examine([{ ...PENALTY, 公示截止期: period }])[0]), []);
    assert.deepEqual(codes(examine([{ ...PENALTY, 公示截止期: '一年', 处罚决定日期: '' }])[0]), ['missing-field', 'withheld-unclear']);
    assert.deepEqual(codes(examine([{ ...PENALTY, 处罚内容: '', '罚款金额（万元）': 5000 }])[0]), ['missing-field']);
    assert.deepEqual(codes(examine([{ ...PENALTY, 备注: '已缴清' }])[0]), []);
  });

  it('a 个体工商户 without a code may carry the placeholder', () => {
    const keeper = { ...LICENSE, 行政相对人名称: '河边茶馆', 行政相对人类别: '个体工商户', '行政相对人代码_1(统一社会信用代码)': '00000000000000000X' };
    assert.deepEqual(codes(examine([keeper])[0]), []);
  });

  it('what is set aside says why, and counts as an entry', () => {
    const all = examine([LICENSE, { foo: 1 }, 7, { 处罚机关: '青岚市市场监督管理局', 处罚类别: '警告', 违法事实: '甲' }, PENALTY]);
    assert.deepEqual(
      all.map(({ row, outcome, reason }) => [row, outcome, reason]),
      [
        [1, 'shown', undefined],
        [2, 'rejected', 'no-kind'],
        [3, 'rejected', 'no-kind'],
        [4, 'rejected', 'no-name-and-number'],
        [5, 'shown', undefined],
      ],
    );
    assert.ok(codes(all[3]).includes('no-name-and-number'));
    assert.deepEqual(examine([LICENSE, 7]).map(({ row }) => row), [1, 2]);
  });

  it('a black list without its basis, and kinds whose categories are free', () => {
    const black = { 企业名称: '青岚市鹿鸣食品有限公司', 列入事由: '甲', 列入日期: '2026-09-18', 认定单位: '青岚市市场监督管理局', 公示截止期: '2027-09-18' };
    const [examined] = examineText(JSON.stringify({ 黑名单: [black] })).all;
    assert.equal(examined?.reason, 'no-basis');
    assert.ok(codes(examined).includes('no-basis'));
    const [notice] = examineText(
      JSON.stringify({
        制度: [
          {
            kind: 'notice',
            title: '关于双公示的通知',
            category: '随便',
            date: '2026-09-18',
            department: '青岚市市场监督管理局',
            text: '甲',
          },
        ],
      }),
    ).all;
    assert.deepEqual(codes(notice), []);
    const [keeper] = examineText(JSON.stringify({ 黑名单: [{ ...black, 认定依据: '《甲》', 移出日期: '2026-09-30' }] })).all;
    assert.ok(codes(keeper).includes('withheld-repaired'));
  });
});

describe('entries that are alike', () => {
  it('the same once more, or something else of the same decision', () => {
    const all = examine([LICENSE, PENALTY, { ...LICENSE, 更新时间: '2026-09-30', 公示日期: '2026-09-26' }, { ...PENALTY, 违法事实: '另一事实' }]);
    assert.deepEqual(all.map(codes), [[], [], ['duplicate'], ['duplicate-conflict']]);
    assert.equal(all[2]?.findings[0]?.other, 1);
    assert.equal(all[3]?.findings[0]?.other, 2);
  });
  it('one id for two decisions', () => {
    const all = examine([{ ...LICENSE, id: '7' }, { ...LICENSE, id: '7', 行政许可决定文书号: '青市监许准〔2026〕9号' }]);
    assert.deepEqual(codes(all[1]), ['duplicate-id']);
  });
  it('without a number, what it is about tells them apart', () => {
    const bare = { 表彰名称: '市长质量奖', 企业名称: '青岚市鹿鸣食品有限公司', 认定机关: '青岚市人民政府', 认定日期: '2026-09-18' };
    assert.deepEqual(examine([bare, { ...bare, 表彰名称: '省长质量奖' }, bare]).map(codes), [[], [], ['duplicate']]);
  });
});

describe('the standard', () => {
  const plain = {
    kind: 'license',
    subjectName: '青岚市鹿鸣食品有限公司',
    creditCode: '91350100M000100Y43',
    documentNumber: '1',
    category: '普通',
    content: '甲',
    decidedOn: '2026-09-18',
    publishedOn: '2026-09-21',
    authority: '青岚市市场监督管理局',
  };
  it('decides what is required; without one, what both ask', () => {
    assert.deepEqual(codes(examine([plain])[0]), []);
    assert.deepEqual(examine([plain], { standard: '2015' })[0]?.findings.map(({ field }) => field), ['projectName']);
    assert.deepEqual(
      examine([plain], { config: { standard: '2018' } })[0]?.findings.map(({ field }) => field),
      ['subjectType', 'legalRepresentative', 'documentName', 'validTo', 'authorityCode', 'sourceUnit', 'sourceCode'],
    );
  });
  it('is read from the top of a document', () => {
    assert.equal(declaredStandard('{"version":1,"standard":"2018","records":['), '2018');
    assert.equal(declaredStandard('{"version":1,"records":[{"standard":"2018"'), undefined);
  });
  it('keys of both in one row are told of, and the status is not judged', () => {
    const [examined] = examine([{ ...LICENSE, 审批类别: '普通', 地方编码: '000000' }]);
    assert.ok(codes(examined).includes('mixed-standards'));
    assert.ok(codes(examined).includes('status-unjudged'));
  });
  it('rows that wait for it keep their numbers', () => {
    const bare = { XK_XDR_MC: '青岚市甲食品有限公司', XK_WSH: '1号', XK_JDRQ: '2026-09-18', XK_ZT: '2' };
    const all = examine([bare, { ...bare, XK_WSH: '2号', XK_ZT: '' }, { ...bare, XK_WSH: '3号', XK_XKWS: '准予许可决定书' }]);
    assert.deepEqual(all.map(({ row, outcome }) => [row, outcome]).sort(), [[1, 'withheld'], [2, 'shown'], [3, 'withheld']]);
  });
});

describe('time', () => {
  it('a sheet that is published today is late for what was decided long ago', () => {
    const [row] = examine([{ ...LICENSE, 公示日期: '' }], { published: false, publishedOn: TODAY });
    assert.deepEqual(codes(row), ['late-today']);
    assert.equal(row?.publishedOn, TODAY);
    assert.match(findingText({ code: 'late-today' }), /没有公示日期/);
  });
  it('a revoked decision says which, so that it can be withdrawn where it is published', () => {
    const [row] = examine([{ ...LICENSE, 当前状态: '2' }], { standard: '2018' });
    assert.deepEqual([row?.reason, row?.record, row?.documentNumber], ['revoked', undefined, LICENSE['行政许可决定文书号']]);
    const [valid] = examine([LICENSE]);
    assert.equal(valid?.documentNumber, undefined);
  });
  it('a calendar of the site’s own counts', () => {
    const [row] = examine([{ ...LICENSE, 许可决定日期: '2021/09/17', 公示日期: '2021/09/20' }], {
      calendar: { 2021: { off: '09-20', worked: '09-18' } },
    });
    assert.equal(row?.workingDays, 1);
    assert.equal(row?.late, 'in-time');
  });
  it('without a date of publication nothing is said', () => {
    const [row] = examine([{ ...LICENSE, 公示日期: '' }]);
    assert.equal(row?.late, 'unknown');
    assert.equal(row?.workingDays, undefined);
  });
});

describe('the report', () => {
  it('counts everything, samples some, and puts the gravest first', () => {
    const rows = Array.from({ length: 30 }, (_, i) => ({
      ...LICENSE,
      行政许可决定文书号: `${i}号`,
      许可类别: '特批',
      公示日期: i < 10 ? '2026/09/30' : '2026/09/21',
      ...(i === 3 && { 许可机关: '' }),
    }));
    const { report } = examineText(JSON.stringify({ rows: [...rows, 7, { ...LICENSE, 信息使用范围: '1' }] }));
    assert.equal(report.rows, 32);
    assert.equal(report.shown, 30);
    assert.deepEqual(report.kinds, { license: 30 });
    assert.deepEqual(report.withheld, { internal: 1 });
    assert.deepEqual(report.rejected, { 'no-kind': 1 });
    assert.deepEqual(report.findings.map(({ code, count, sample }) => [code, count, sample.length]), [
      ['missing-field', 1, 1], ['no-kind', 1, 1], ['category-unknown', 30, 20], ['published-late', 10, 10], ['withheld-internal', 1, 1],
    ]);
    assert.equal(report.errors, 2);
    assert.equal(report.warnings, 40);
    assert.equal(report.required - report.filled, 1);
    assert.deepEqual(report.timeliness, { inTime: 20, late: 10, unknown: 0, median: 2, worst: 8 });
  });
  it('of nothing is empty', () => {
    assert.deepEqual(createReport().end().timeliness, { inTime: 0, late: 0, unknown: 0 });
  });
});

describe('words', () => {
  it('name the field as the source does, else by its official label', () => {
    assert.equal(findingText({ code: 'missing-field', field: 'authority' }, 'license'), '必填项“许可机关”为空');
    assert.equal(findingText({ code: 'missing-field', field: 'authority', column: '发证机关' }, 'license'), '必填项“发证机关”为空');
    // Our own name of a field is no word for people.
    assert.equal(findingText({ code: 'credit-code-check', field: 'creditCode', column: 'creditCode' }, 'license'), '“统一社会信用代码”的校验位不对，请核对');
    assert.equal(findingText({ code: 'status-unknown', field: 'status' }), '“当前状态”的值没有定义');
    assert.equal(findingText({ code: 'missing-field', field: 'authority' }), '必填项“authority”为空');
    assert.equal(findingText({ code: 'no-record' }), '不是一条记录');
  });
  it('name the place', () => {
    assert.equal(placeText({ row: 3 }, 'penalty'), '第 3 条（行政处罚）');
    assert.equal(placeText({ row: 3 }), '第 3 条');
    assert.equal(placeText({ row: 3, place: { sheet: '行政处罚', row: 7, column: 'C' } }), '行政处罚!C7');
    assert.equal(placeText({ row: 3, place: { sheet: '行政处罚', row: 7 } }), '行政处罚!7');
  });
});

describe('the fixture feeds', () => {
  const folder = 'test/fixtures/feeds/';
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.json') && !name.endsWith('.expect.json'))) {
    it(`${file}: as many entries as the reader counts, and no value in any finding`, () => {
      const stream = createTextStream();
      const text = stream.push(readFileSync(folder + file)) + stream.end();
      const expect = JSON.parse(readFileSync(folder + file.replace('.json', '.expect.json'), 'utf8')) as {
        mustNeverAppear: string[];
        mustNotShow: Record<string, string[]>;
      };
      const { all, report, rows } = examineText(text);
      assert.equal(report.rows, rows);
      assert.deepEqual(all.map(({ row }) => row).sort((a, b) => a - b), Array.from({ length: rows }, (_, i) => i + 1));
      const said = JSON.stringify([all.map(({ findings }) => findings), report]);
      for (const secret of [...expect.mustNeverAppear, ...Object.values(expect.mustNotShow).flat()])
        assert.ok(!said.includes(secret) || /^[\d-]{8,10}$/.test(secret), secret);
    });
  }
});
