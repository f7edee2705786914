// Whatever the spelling: a value that is not known to mean “public and valid” is never taken for it, and one that is stays so.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parseDate, endOfPeriod } from '../../src/feed/dates.js';
import { labelClass } from '../../src/rules/labels.js';
import { gateColumn, gateColumnOfField, type GateColumn } from '../../src/rules/standing/columns.js';
import { gateDate } from '../../src/rules/standing/dates.js';
import { hasHan } from '../../src/model/han.js';
import { judge } from '../../src/rules/standing/judge.js';
import { standingOfRow } from '../../src/rules/standing/row.js';

const wide = (text: string): string => text.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
const TRADITIONAL: Readonly<Record<string, string>> = { 开: '開', 销: '銷', 复: '復', 删: '刪', 状: '狀', 态: '態', 终: '終', 发: '發', 审: '審', 无: '無',
  关: '關', 内: '內', 级: '級', 属: '屬', 撤: '撤', 处: '處', 罚: '罰', 过: '過', 隐: '隱', 变: '變', 围: '圍', 范: '範', 对: '對' };

/** Ways in which exporters, editors and people write the same. */
const spellings: readonly ((text: string) => string)[] = [
  (text) => text, wide, (text) => text.toUpperCase(), (text) => text.toLowerCase(), (text) => ` ${text}\u3000`,
    (text) => [...text].join(' '), (text) => [...text].join('\u200b'),
  (text) => `<span>${text}</span>`, (text) => text.replace(/./gu, (char) => TRADITIONAL[char] ?? char), (text) => `${text}&nbsp;`,
    (text) => `\ufeff${text}\n`, (text) => [...text].join('\u00ad'),
];
const spelt = (words: readonly string[]): fc.Arbitrary<string> =>
  fc.tuple(fc.constantFrom(...words), fc.array(fc.constantFrom(...spellings),
    { maxLength: 2 })).map(([word, ways]) => ways.reduce((text, way) => way(text), word));

const around = (labels: readonly string[]): string[] => labels.flatMap((label) => (hasHan(label)
  ? [label, `${label}（1是0否）`, `处罚${label}`, `信息${label}`] : [label, `cf_${label}`]));
const YES = ['是', 'Y', 'yes', 'true', '1', '√', '1.0', 'T'];
const NO = ['否', 'N', 'no', 'false', '0', '×', '0.0', 'F'];

/** Labels of flags whose yes bars publication, and of those whose no does. */
const BARRED_BY_YES = ['是否撤销', '是否涉密', '是否删除', '是否修复', '是否终止公示', '是否下架', '撤销标志', 'isDeleted', 'del_flag', 'is_revoked', 'isHidden',
  '是否不公开', '是否草稿'];
const BARRED_BY_NO = ['是否公开', '是否公示', '公示标志', 'isPublic', 'IS_SHOW', 'publish_flag', '是否有效', 'valid_flag', '是否启用', '是否审核', '是否予以公开'];
const STATES = ['状态', '当前状态', '公示状态', '公开属性', '审核状态', '数据状态', 'status', '发布状态名称', '公开类型', 'auditStatus', '记录状态'];
const BARRING_WORDS = ['不予公开', '不公开', '内部', '涉密', '草稿', '待审核', '审核不通过', '已删除', '终止公示', '取消公示', '停止公示', '已修复', '撤销', '已撤销', '作废', '下架',
  '移出', '依申请公开', '确认违法', '已变更', '隐藏', '停用', '未公开', '暂缓公示', '失效', '公示期满'];
const PUBLIC_WORDS = ['正常', '公开', '已公开', '公示中', '有效', '主动公开', '未撤销', '审核通过', '已发布', '未修复', '予以公开', '不涉密', '未删除', 'normal', 'published',
  '审批通过'];

const shown = (standing: string): boolean => ['public', 'disputed', 'other'].includes(standing);

describe('spellings at the gate', () => {
  it('a barring flag bars', () => {
    fc.assert(fc.property(spelt(around(BARRED_BY_YES)), spelt(YES), (label, value) => {
      const { standing } = judge(label, value);
      assert.ok(gateColumn(label), label);
      assert.ok(!shown(standing), `${label}=${value}: ${standing}`);
    }), { numRuns: 2000 });
    fc.assert(fc.property(spelt(around(BARRED_BY_NO)), spelt(NO), (label, value) => {
      assert.ok(gateColumn(label), label);
      assert.ok(!shown(judge(label, value).standing), `${label}=${value}`);
    }), { numRuns: 2000 });
  });
  it('a barring word bars, alone and beside others', () => {
    fc.assert(fc.property(spelt(around(STATES)), spelt(BARRING_WORDS), fc.constantFrom('', '、正常', '/公示中', '（有效）', '；1'),
      (label, word, more) => {
      assert.ok(!shown(judge(label, word + more, '2018').standing), `${label}=${word}${more}`);
    }), { numRuns: 3000 });
  });
  it('a public word and a lawful flag stay', () => {
    fc.assert(fc.property(spelt(STATES), spelt(PUBLIC_WORDS), (label, word) => assert.deepEqual(judge(label, word),
      { standing: 'public', known: true })), { numRuns: 2000 });
    fc.assert(fc.property(spelt(BARRED_BY_YES), spelt(NO), (label, value) => assert.equal(judge(label, value).standing, 'public',
      `${label}=${value}`)), { numRuns: 1000 });
    fc.assert(fc.property(spelt(BARRED_BY_NO), spelt(YES), (label, value) => assert.equal(judge(label, value).standing, 'public',
      `${label}=${value}`)), { numRuns: 1000 });
  });
  it('a code that nobody knows is never public', () => {
    const code = fc.stringMatching(/^[A-Za-z]{0,3}\d{1,6}[A-Za-z]?$/).filter((text) => !/^[0-3]$/.test(String(Number(text))));
    fc.assert(fc.property(fc.constantFrom(...STATES, ...BARRED_BY_NO), code, (label, value) => assert.deepEqual(
      judge(label, value, '2018').standing === 'unclear' || judge(label, value, '2018').known, true, `${label}=${value}`)),
        { numRuns: 2000 });
    fc.assert(fc.property(fc.constantFrom(...STATES), code, (label, value) => assert.equal(judge(label, value, '2018').standing, 'unclear',
      `${label}=${value}`)), { numRuns: 1000 });
  });
  it('any text is either known, or harmless Chinese that is told, or held back', () => {
    const text = fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }),
      fc.array(fc.constantFrom(...Array.from('公示开撤销未不已修复正常有效是否中止无密1 ，/(a')), { maxLength: 12 }).map((chars) => chars.join('')));
    fc.assert(fc.property(fc.constantFrom(...STATES), text, (label, value) => {
      const { standing, known } = judge(label, value, '2018');
      if (shown(standing) && !known) assert.match(value.normalize('NFKC'), /\p{Script=Han}/u);
    }), { numRuns: 5000 });
  });
  it('never throws, whatever a label or a value is', () => {
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...STATES, '修复日期', '公示截止期')),
      fc.anything({ withBigInt: true, withDate: true, withNullPrototype: true }), (label, value) => {
      judge(label, value);
      labelClass(label);
      standingOfRow([{ label, value }], { today: '2026-11-30', standard: null, parseDate, endOfPeriod });
    }), { numRuns: 3000 });
  });
});

describe('dates at the gate in any spelling', () => {
  const end = gateColumnOfField('publicUntil') as GateColumn;
  const read = (value: unknown): ReturnType<typeof gateDate> => gateDate(end, '公示截止期', value, undefined, { parseDate, endOfPeriod });
  const two = (n: number): string => String(n).padStart(2, '0');
  const forms: readonly ((y: number, m: number, d: number) => unknown)[] = [
    (y, m, d) => `${y}-${two(m)}-${two(d)}`, (y, m, d) => `${y}/${m}/${d}`, (y, m, d) => `${y}年${m}月${d}日`, (y, m, d) => `${y}.${m}.${d}`,
      (y, m, d) => `${y}${two(m)}${two(d)}`, (y, m, d) => [y, m, d],
    (y, m, d) => ({ year: y, monthValue: m, dayOfMonth: d }), (y, m, d) => ({ time: Date.UTC(y, m - 1, d) }),
      (y, m, d) => Date.UTC(y, m - 1, d), (y, m, d) => ({ $date: `${y}-${two(m)}-${two(d)}T00:00:00Z` }),
    (y, m, d) => `${y}-${two(m)}-${two(d)} 00:00:00.0`, (y, m, d) => wide(`${y}-${m}-${d}`),
      (y, m, d) => ({ value: `${y}-${two(m)}-${two(d)}` }),
  ];
  it('are the day they name', () => {
    fc.assert(fc.property(fc.integer({ min: 2001, max: 2098 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }),
      fc.constantFrom(...forms), (y, m, d, form) => {
      assert.deepEqual(read(form(y, m, d)), { date: `${y}-${two(m)}-${two(d)}` });
    }), { numRuns: 2000 });
  });
  it('are unclear where they are none, never simply absent', () => {
    fc.assert(fc.property(fc.stringMatching(/^[\p{Script=Han}]{2,8}$/u), (text) => {
      const came = read(text);
      assert.ok('standing' in came || /长期|永久|无固定期限|无期限|暂无/.test(text) || 'date' in came, text);
      if ('standing' in came && came.standing === 'public') assert.equal(came.known, true, text);
    }), { numRuns: 1000 });
    fc.assert(fc.property(fc.dictionary(fc.string(), fc.string(), { minKeys: 1, maxKeys: 3 }), (value) => {
      assert.ok('standing' in read(value) || 'date' in read(value) || 'value' in value || 'text' in value || 'name' in value
        || 'date' in value || 'time' in value);
    }), { numRuns: 500 });
  });
});

describe('long labels and values', () => {
  it('cost no more than their length', () => {
    const unit = ['公示', '处罚人', '((', '<', '未撤销或', '不宜', '者', '0', 'is', '证书有效期至', 'public'];
    for (const piece of unit) {
      const text = piece.repeat(200_000 / piece.length);
      const start = process.cpuUsage().user;
      judge(text, '1');
      labelClass(text);
      judge('状态', text);
      gateDate(gateColumnOfField('publicUntil') as GateColumn, text, text, '2026-01-01',
        { parseDate: () => null, endOfPeriod: () => undefined });
      assert.ok((process.cpuUsage().user - start) / 1e6 < 5, piece);
    }
  });
});
