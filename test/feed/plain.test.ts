/** The short way of plain rows (feed/plain) and the long one: the same records, the same report, whatever a feed holds. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { FeedReport } from '../../src/feed/feed.js';
import { FULL_RULES } from '../../src/feed/full-rules.js';
import { isPlain, mayBeNothing } from '../../src/feed/plain/glance.js';
import { plainDay } from '../../src/feed/plain/plain-day.js';
import { recalled } from '../../src/feed/plain/recall.js';
import { parseDate } from '../../src/feed/dates.js';
import type { RecordRules } from '../../src/feed/record-rules.js';
import { createRecordReader } from '../../src/feed/record-reader.js';
import { cleanText, isEmptyWord } from '../../src/feed/text.js';
import type { SgsConfig } from '../../src/model/config.js';
import type { Kind } from '../../src/model/kinds.js';
import { FeedFailure } from '../../src/model/failure.js';
import type { SgsRecord } from '../../src/model/record.js';
import { isCertificateNumber, redactNumbers } from '../../src/rules/personal-numbers/find.js';
import { maskNamedPersons } from '../../src/rules/persons/other-persons.js';

const { createPlainReader: createShort, ...LONG } = FULL_RULES;

interface Outcome {
  readonly records: readonly string[];
  readonly report: FeedReport | string;
  /** Rows that went the short way. */
  readonly short: number;
}

const read = (text: string, rules: RecordRules, config: SgsConfig, chunk: number, kinds?: readonly Kind[]): Outcome => {
  const records: SgsRecord[] = [];
  let short = 0;
  const counted: RecordRules = !rules.createPlainReader ? rules : {
    ...rules,
    createPlainReader: (options) => {
      const plain = rules.createPlainReader?.(options);
      return plain && ((...row) => {
        const found = plain(...row);
        if (found) short++;
        return found;
      });
    },
  };
  const reader = createRecordReader({ rules: counted, config, kinds, today: '2026-11-30', onRecords: (found) => records.push(...found) });
  try {
    for (let at = 0; at < text.length; at += chunk) reader.push(text.slice(at, at + chunk));
    // The order of keys counts, too: two records are held against each other by their text.
    return { report: reader.end(), records: records.map((record) => JSON.stringify(record)), short };
  } catch (error) {
    assert.ok(error instanceof FeedFailure);
    return { report: JSON.stringify(error.failure), records: records.map((record) => JSON.stringify(record)), short };
  }
};

/** Reads a text both ways; how many rows went the short one. */
const same = (text: string, config: SgsConfig = {}, chunk = 5000, kinds?: readonly Kind[]): number => {
  const short = read(text, FULL_RULES, config, chunk, kinds);
  const long = read(text, LONG, config, chunk, kinds);
  assert.deepEqual(short.records, long.records);
  assert.deepEqual(short.report, long.report);
  return short.short;
};

// ---------- what feeds hold ----------

const one = <T>(...values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);

/** Pieces of texts: ordinary ones, and what the rules look for. */
const PIECES = [
  '当事人', '经营超过保质期的食品', '在2025年3月4日', '罚款5000元', '共12345678件', '住宿费', '住房和城乡建设局', '住青岚市幸福路18号3幢502室', '地址：青岚路1号',
  '员工王建国', '执业药师56名', '举报人：李四', '经办人员张三丰、李四', '手机13800000000', '电话0574-87654321', '证件号12345678901', '尾号3456', '后四位1234',
  '到期后2000元', '999999199001011234', '9999991990010112', 'test@example.com', '微信abc12345', '快餐12345', '车牌京A12345', '京A', 'JY13300000000001', 'ID1234567890',
  '&nbsp;', '<b>甲</b>', '１２３', '　', '\n', ' ', '王某', '＊＊＊1234', '138****0000', '○', '某某', '第三十五条', '〔2025〕12号', '一二三四五六七', '未成年', '未满18周岁',
  '1990年1月1日出生', '3月5日生，', '单元', '号楼', '所在地甲乙丙', '3室', '①', '\u200b', '\u0301', '😀', '-', '—————', '2025-03-04', '12—————34567', 'X', 'x1234567', '(', '）', '军官证：南字第00000001号',
  '护照E12345678', '张三', '欧阳锋', '朱八', 'John Smith', '青岚市', '合计', '共计：', '',
];
const text = fc.array(one(...PIECES), { maxLength: 5 }).map((pieces) => pieces.join(''));
const EMPTY = ['', '无', '空', ' 无 ', '/', '——', '暂无', 'null', 'N/A', '未知', '-'];
const NAMES = [
  '青岚市甲食品有限公司', '青岚市朱八五金店（朱八）', '福满楼小吃店（个体工商户）', '王建国', '王某', '张三、李四', '买买提·吐尔逊', 'John Smith', '欧阳锋（男）', '张三等3人', '清河 王明',
  '云溪企业管理中心（有限合伙）', '朱八', '13800000000', '某某公司', '王二人', '时任局长张三', '李四，女', '甲' + '乙'.repeat(80),
];
const DATES = [
  '2025-03-04', '2025/3/4', '2025年3月4日', '20250304', '2099-12-31', '长期', '0001-01-01', '1970-01-01', '2026-12-01', '2025-02-30', '2025-02-29', '2024-02-29', '2025-13-01', '2026年6月', '03/06/2026',
  '三年', '2019-01-01', '2027-01-01', '2026-11-29', 1_740_000_000_000, 45_000, 0, true, null, '不公示', '1960-05-06', '202a-03-04', '2025-03-0４',
];
const CODES = [
  '91349901MA0000001T', '92349901MA0000001P', '11349901MA00000026', '913499010000000000', '91110000000000000A', '00000000000000000X', '99999919900101123X', '9.13E+17', 913499010000000000, 'A1B2', '330100000000001', '11****8', '13800000000', '91 3499-01',
];
const STATUS = ['0', '1', '2', '3', '正常', '有效', '撤销', '已撤销', '异议', 0, 1, '未知状态', '公示中', '', null, '0-正常'];
const SCOPE = ['0', '1', '2', '公开', '不公开', '内部', ''];
const TYPES = ['法人及非法人组织', '自然人', '个体工商户', '', '01', '04'];
const CATEGORIES = ['普通', '罚款；警告', '警告', '其他', '没收违法所得、没收非法财物', '1', '罚款|王建国', '', '无'];
const GRADES = ['轻微', '一般', '严重', '特别严重', '', '一般失信'];

const some = (values: readonly unknown[], other: fc.Arbitrary<unknown> = text): fc.Arbitrary<unknown> => fc.oneof({ weight: 6, arbitrary: one(...values) },
  { weight: 2, arbitrary: other }, { weight: 1, arbitrary: one(...EMPTY) }, { weight: 1, arbitrary: one<unknown>(null, 5, 12345678901234567890, true, ['甲', '乙'], ['甲'], [], {}, { name: '甲', value: '乙' }, [1, 2]) });

/** [our key, national code without prefix, label, values] */
const COLUMNS: readonly (readonly [string, string, string, fc.Arbitrary<unknown>])[] = [
  ['subjectName', 'XDR_MC', '行政相对人名称', some(NAMES)], ['subjectType', 'XDR_LB', '行政相对人类别', some(TYPES)], ['creditCode', 'XDR_SHXYM', '统一社会信用代码', some(CODES)],
  ['documentNumber', 'WSH', '决定书文号', some(['青市监罚决〔2025〕1号', '青证2025第12345678号'])], ['decidedOn', 'JDRQ', '决定日期', some(DATES)],
  ['legalRepresentative', 'FRDB', '法定代表人', some(['王建国', '李四', '王某', '张三（男）', ''])], ['status', 'ZT', '当前状态', some(STATUS)], ['scope', 'SYFW', '信息使用范围', some(SCOPE)],
  ['category', 'LB', '类别', some(CATEGORIES)], ['authority', 'XKJG', '许可机关', some(['青岚市市场监督管理局', '青岚市住房和城乡建设局'])], ['basis', 'SDYJ', '设定依据', text],
  ['content', 'NR', '内容', text], ['publicUntil', 'GSJZQ', '公示截止期', some(DATES)], ['validTo', 'YXQZI', '有效期至', some(DATES)], ['grade', 'SXYZCD', '失信严重程度', some(GRADES)],
  ['authorityCode', 'XKJGDM', '许可机关统一社会信用代码', some(CODES)], ['registrationNumber', 'XDR_GSZC', '工商注册号', some(CODES)], ['remark', 'BZ', '备注', text],
  ['fineAmount', 'NR_FK', '罚款金额（万元）', some([1, '0.5', '5000元', '五千', '无', 0])], ['remedy', 'remedy', '救济渠道', text], ['repairFrom', 'repairFrom', 'repairFrom', some(DATES)],
  ['validFrom', 'SPLB', '审批类别', some(CATEGORIES)], ['link', 'link', '链接', some(['https://a.example/1', 'https://a.example/?id=999999199001011234', 'javascript:1', 'no'])],
  ['revokeReason', 'revokeReason', '撤销原因', some(['', '无', '事实不清'])],
];
/** Columns beside the national ones. */
const OTHERS: readonly (readonly [string, fc.Arbitrary<unknown>])[] = [
  ['产品名称', text], ['履行情况', some(['已履行', '未履行', ''])], ['处罚程序', some(['简易程序', '普通程序'])], ['联系人', some(['张三'])], ['证件号码', some(CODES)], ['XDR_ZJHM', some(CODES)], ['年龄', some(['16', '40', ''])],
  ['isPublic', some(['1', '0', 'true', '是'])], ['修复日期', some(DATES)], ['abc', text], ['sysOrgCode', text], ['处罚内容（内部）', text], ['type', some(['xzxk', 'xzcf', 'x'])], ['kind', some(['license', 'penalty', 'notice', 'x'])],
  ['CFJG', some(['青岚市公安局', '罚款100元'])], ['XK_XKJG_text', some(['青岚市公安局'])], ['XK_XKJG', some(['101'])], ['constructor', text], ['标题', text], ['1', text], ['罚款（元）', some(['5000', 5000])], ['行业类别', one('金融业', '张三')],
  ['经营者', one('张三', '李四、王五', '甲公司')], ['公示截止日期', some(DATES)],
];

type Spelling = 'own' | 'XK_' | 'CF_' | 'labels';
const keyIn = (spelling: Spelling, [own, code, label]: readonly [string, string, string, unknown]): string =>
  (spelling === 'own' ? own : spelling === 'labels' ? label : spelling + code);

/** Rows of one shape or of several: of a feed most are alike. */
const rows = fc.record({
  spelling: one<Spelling>('own', 'XK_', 'CF_', 'labels'),
  columns: fc.subarray([...COLUMNS.slice(6)], { minLength: 0 }),
  others: fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: fc.subarray([...OTHERS], { maxLength: 3 }) }),
}).chain(({ spelling, columns, others }) => fc.array(fc.record(Object.fromEntries([
  ...(spelling === 'own' ? [['kind', one('license', 'penalty')] as const] : []),
  ...[...COLUMNS.slice(0, 6), ...columns].map((column) => [keyIn(spelling, column), column[3]] as const), ...others,
])), { minLength: 1, maxLength: 8 }));

const CONFIGS: readonly SgsConfig[] = [
  {}, {}, {}, { privacy: { maskNames: false } }, { privacy: { redactText: false } }, { privacy: { legalRepresentative: false } }, { extra: 'show' }, { extra: 'hide' }, { extra: 'show', extraColumns: ['产品名称'] },
  { gate: { period: false, expired: false, future: false } }, { mapping: { 产品名称: 'ignore', abc: 'extra', 内容: 'extra' } }, { mapping: { abc: 'content', 产品名称: 'extra' } }, { values: { 当前状态: { 未知状态: 'public' } } }, { standard: '2015' }, { standard: '2018' },
];

const feed = fc.record({
  lists: fc.array(rows, { minLength: 1, maxLength: 3 }), config: one(...CONFIGS), chunk: one(40, 700, 5000), around: one('list', 'object', 'path', 'labels', 'pretty', 'lines'),
  kinds: one<readonly Kind[] | undefined>(undefined, ['penalty'], ['notice', 'license']),
});

const written = (lists: readonly (readonly object[])[], around: string): string => {
  const all = lists.flat();
  if (around === 'list') return JSON.stringify(all);
  if (around === 'lines') return all.map((row) => JSON.stringify(row)).join('\n');
  if (around === 'pretty') return JSON.stringify({ version: 1, records: all }, undefined, 2);
  if (around === 'path') return JSON.stringify({ data: { 青岚市公安局: all, xzcf: all.slice(0, 2) } });
  if (around === 'labels') return JSON.stringify({ columns: [{ field: 'abc', title: '处罚内容' }, { field: 'sysOrgCode', title: '许可内容' }], rows: all });
  return JSON.stringify({ code: 200, rows: all });
};

// ---------- the tests ----------

describe('the short way of plain rows', () => {
  it('comes to the same as the long one, whatever a feed holds', () => {
    let short = 0;
    fc.assert(fc.property(feed, ({ lists, config, chunk, around, kinds }) => {
      short += same(written(lists, around), config, chunk, kinds);
    }), { numRuns: 400 });
    assert.ok(short > 50, `only ${short} rows went it`);
  });
});

describe('the two ways agree on', () => {
  const fine = { CF_XDR_MC: '青岚市甲食品有限公司', CF_XDR_SHXYM: '91349901MA0000001T', CF_WSH: '青市监罚决〔2025〕1号', CF_JDRQ: '2025-03-04' };
  const list = (rows: readonly object[]): string => JSON.stringify({ rows });
  const cases: Readonly<Record<string, readonly [rows: readonly object[], short: number, config?: SgsConfig]>> = {
    'addresses of pages': [['https://a.example/1', 'https://a.example/?id=999999199001011234', 'javascript:1', '', '无'].map((url, n) => (
      { 标题: `通知${n}`, 发布日期: '2025-03-04', 发布部门: '青岚市司法局', 文号: `青司〔2025〕${n}号`, 链接: url })), 5],
    'amounts in two units': [[{ ...fine, '罚款金额（元）': '5000', '罚款金额（万元）': '0.5' }], 0],
    'an amount in yuan': [[{ ...fine, '罚款金额（元）': '5,000.00元' }], 1],
    'two ends of publicity': [[{ ...fine, CF_GSJZQ: '2027-03-04', 公示截止期: '2027-01-04', 公示到期日: '2027/02/04' }], 1],
    'an end beyond the period, of what is not fulfilled': [[{ ...fine, CF_GSJZQ: '2030-03-04', 履行情况: '未履行' }, { ...fine, CF_GSJZQ: '2030-03-04', 履行情况: '已履行' }], 2],
    'grades': [['一般', '严重', '轻微', '特别严重', ''].map((grade) => ({ ...fine, CF_SXYZCD: grade })), 3],
    'procedures and slight penalties': [[{ ...fine, CF_CFLB: '警告', 处罚程序: '简易程序' }, { ...fine, CF_CFLB: '罚款', 处罚程序: '普通程序' }, { ...fine, CF_CFLB: '警告', 处罚程序: '' }], 3],
    'names of honours': [[
      { 荣誉名称: '', 行政相对人名称: '青岚市甲食品有限公司', 类别: '市长质量奖', 认定日期: '2025-03-04', 荣誉等级: '市级', 表彰文件号: '1号' },
      { 荣誉名称: '', 行政相对人名称: '青岚市甲食品有限公司', 类别: '', 认定日期: '2025-03-04', 荣誉等级: '市级', 表彰文件号: '1号' }], 2],
    'minors, by their ages and IDs': [[{ ...fine, CF_XDR_MC: '王建国', CF_XDR_SHXYM: '', 年龄: '40' }, { ...fine, CF_XDR_MC: '王建国', CF_XDR_SHXYM: '', 年龄: '16' }], 0],
    'black lists without a basis': [[{ 失信主体名称: '甲公司', 行政相对人名称: '青岚市甲食品有限公司', 列入日期: '2025-03-04', 列入事由: '甲', 认定单位: '青岚市司法局', 认定依据: '' }], 0],
    'lists of categories': [[['罚款'], ['罚款', '警告'], '罚款；警告', ''].map((category) => ({ kind: 'penalty', subjectName: '青岚市甲食品有限公司', documentNumber: '1号', decidedOn: '2025-03-04', category })), 4],
    'columns nobody knows that say nothing': [[{ ...fine, 产品名称: '<b></b>' }, { ...fine, 产品名称: '张三' }, { ...fine, 产品名称: 'John Smith' }], 3],
    'columns nobody knows, one of which is shown as it is': [[{ ...fine, 产品名称: '张三', 经营者: '李四' }], 1, { extra: 'show', extraColumns: ['产品名称'] }],
    'a day of repair that has not come': [[{ ...fine, 修复日期: '2027-01-01' }, { ...fine, 修复日期: '2026-01-01' }], 1],
    'remedies, of firms and of persons': [['青岚市甲食品有限公司', '王建国'].map((name) => (
      { ...fine, CF_XDR_MC: name, CF_XDR_SHXYM: '', 救济渠道: '电话0574-87654321，王建国收', CF_CFJGDM: '11349901MA00000026', CF_XDR_GSZC: '330100000000001' })), 2],
    'totals': [[fine, { ...fine, CF_XDR_MC: '合计' }, { ...fine, CF_XDR_MC: '审计' }], 2],
    'rows of many shapes': [Array.from({ length: 40 }, (_, n) => ({ ...fine, [`甲${n % 10}`]: '乙' })), 40],
    'rows of shapes without end': [Array.from({ length: 700 }, (_, n) => ({ ...fine, CF_WSH: `${n}号`, [`k${n}`]: 'x' })), 500],
    'rows of many columns': [[Object.assign({}, fine, ...Array.from({ length: 60 }, (_, n) => ({ [`甲${n}`]: '乙' }))) as object], 1],
    'rows that leave out others each time': [Array.from({ length: 300 }, (_, n) => ({
      ...fine, CF_SY: n & 1 ? '甲' : '', CF_YJ: n & 2 ? '乙' : '', CF_NR: n & 4 ? '丙' : '', CF_AJMC: n & 8 ? '丁' : '', CF_WFXW: n & 16 ? '戊' : '', CF_CFJG: n & 32 ? '己' : '', CF_SJLY: n & 64 ? '庚' : '', CF_FRDB: n & 128 ? '辛有限公司' : '',
    })), 300],
  };
  for (const [name, [rows, short, config]] of Object.entries(cases)) {
    it(name, () => assert.equal(same(list(rows), config), short));
  }
  it('lists that hold something else than objects', () => {
    const row = JSON.stringify({ ...fine, CF_SY: '甲'.repeat(300) });
    assert.equal(same(`{"rows":[${row},${row},null,${row},${row}]}`), 4);
    assert.equal(same(`{"rows":[${row},[1],${row},{"a":{"b":1},"c":[{"d":1},{"d":2}]},${row}]}`), 3);
    // A tab within a string: no JSON, and forgiven.
    assert.equal(same(`{"rows":[${row},${row.replace('甲甲', '甲\t甲')},${row},${row}]}`), 4);
  });
  it('references, to what is there and to what is not', () => {
    const row = JSON.stringify({ ...fine, CF_CFJG: { name: '青岚市司法局' }, CF_SY: '甲'.repeat(300) });
    const to = (address: string): string => JSON.stringify({ ...fine, CF_CFJG: { $ref: address }, CF_SY: '甲'.repeat(300) });
    same(`{"rows":[${row},${row},${row},${to('$.rows[0].CF_CFJG')},${to('$.rows[1].CF_CFJG')},${to('$.rows[2].CF_CFJG')},${to('$.other[1].CF_CFJG')},${to('$.rows[99].CF_CFJG')},${row}]}`);
  });
});

describe('a look at a text', () => {
  const char = fc.oneof(fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)), one(...Array.from('0123456789一二〇○-—.·xXaZ*某京住地生元室楼号后尾证官 　：（')));
  const texts = fc.array(fc.oneof(text, char), { maxLength: 8 }).map((pieces) => pieces.join(''));
  it('calls plain only what the rules leave as it is', () => {
    let plain = 0;
    fc.assert(fc.property(texts, fc.boolean(), (value, person) => {
      if (!mayBeNothing(value)) assert.ok(!isEmptyWord(value), JSON.stringify(value));
      if (!isPlain(value, person)) return;
      plain++;
      assert.equal(cleanText(value), value);
      assert.equal(redactNumbers(value, { person }), value);
      assert.equal(maskNamedPersons(value), value);
    }), { numRuns: 20_000 });
    assert.ok(plain > 1000, `only ${plain} were plain`);
  });
  it('and few others', () => {
    const plain = ['青市监许准〔2025〕1234号', '2025-03-04', '住房和城乡建设局', '执业药师56名', '到期后2000元', '王某擅自占用城市道路案', '第三十五条', '快餐店', '京东', '1--2---3', '1----2', '😀', '①'];
    const odd = ['12—————34567', '1某23', '12345678901', '住所为自有', '员工王建国', '京A12345', '尾号3456', '快手abc123', '证12345678', ' 甲', '', '无', '○', '1----234567'];
    assert.deepEqual(plain.filter((value) => !isPlain(value)), []);
    assert.deepEqual(odd.filter((value) => isPlain(value)), []);
    assert.deepEqual(['3室', '单元', '18号楼', '所在地', '1日生'].filter((value) => isPlain(value, true)), []);
    assert.ok(isPlain('土地', true) && isPlain('地', true));
  });
  it('whatever character stands in it', () => {
    for (let code = 0; code < 0x10000; code++) {
      const value = `甲${String.fromCharCode(code)}乙`;
      if (isPlain(value)) assert.equal(cleanText(value), value, code.toString(16));
    }
  });
  it('and knows the numbers of certificates, which the rules leave as they are', () => {
    fc.assert(fc.property(fc.stringMatching(/^[A-Z]{2}\d{6,20}$/), (value) => {
      if (isCertificateNumber(value)) assert.deepEqual([redactNumbers(value), cleanText(value), maskNamedPersons(value)], [value, value, value]);
    }), { numRuns: 5000 });
  });
  it('and days that need no reading', () => {
    fc.assert(fc.property(fc.stringMatching(/^(?:19|20)\d\d[-/.][01]\d[-/.][0-3]\d$/), (value) => {
      const day = plainDay(value);
      if (day !== undefined) assert.deepEqual([parseDate(value), parseDate(value, true)], [day, day]);
    }), { numRuns: 5000 });
  });
});

describe('results that are remembered', () => {
  it('are so as long as they come again', () => {
    let made = 0;
    const read = recalled((value) => { made++; return String(value); });
    for (let n = 0; n < 5000; n++) read(n % 10);
    assert.equal(made, 10);
    for (let n = 0; n < 9000; n++) read(n);
    made = 0;
    for (let n = 0; n < 10; n++) read(n % 2);
    assert.equal(made, 10);
  });
});
