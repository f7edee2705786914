/** The cases of persons and their numbers, read by the reader that every page, tool and folder uses. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import type { SgsConfig } from '../../src/model/config.js';
import { readBytes, readJson, type ReadFeed } from './feeds.js';

const pathOf = (name: string): URL => new URL(`../fixtures/cases/${name}`, import.meta.url);
const caseOf = (name: string, today = '2026-11-30', config: SgsConfig = {}): ReadFeed =>
  readBytes(readFileSync(pathOf(name)), { today, config });
const textOf = ({ records, report }: ReadFeed): string => JSON.stringify([records, report]);
const namesIn = ({ records }: ReadFeed): unknown[] => records.map(({ subjectName }) => subjectName);

describe('cases of privacy, through the reader', () => {
  it('minor.csv: the ID says 2011, whatever the name ends in', () => {
    const [head = '', ...lines] = readFileSync(pathOf('privacy/minor.csv'), 'utf8').trim().split('\n');
    const keys = head.split(',');
    const rows = lines.map((line) => Object.fromEntries(line.split(',').map((value, at) => [keys[at] ?? '', value])));
    const feed = readJson(rows, { today: '2026-08-01' });
    assert.deepEqual(feed.report.withheld, { minor: 2 });
    assert.doesNotMatch(textOf(feed), /王子轩|王小明|2011/);
  });
  it('names.json, name-space.json: every name in every text', () => {
    assert.doesNotMatch(textOf(caseOf('privacy/names.json')), /王小明|李小红|王\s*明/);
    assert.doesNotMatch(textOf(caseOf('privacy/name-space.json')), /褚\s*一|卫\s*二/);
  });
  it('pn.json: foreign, minority, several names, keepers; shops stay', () => {
    const feed = caseOf('privacy/pn.json');
    assert.deepEqual(namesIn(feed), ['卫某', '卫某', '古某', '买某', 'J某', 'S某', '沈家小吃店', '韩某', '杨某（经营者：杨某）', '青岚市朱八五金店（朱某）', '秦某先生', '尤某',
      '许某等3人', '何某', '吕*', '爱新觉罗某']);
    for (const [at, { facts, subjectName }] of feed.records.entries())
      assert.ok(String(facts).startsWith(`当事人${String(subjectName)}无照经营`), `人${at}: ${String(facts)}`);
  });
  it('lr.json: the representative that is hidden is hidden in texts, and so is the employee', () => {
    const config = JSON.parse(readFileSync(pathOf('privacy/lr.cfg.json'), 'utf8')) as SgsConfig;
    const text = textOf(caseOf('privacy/lr.json', undefined, config));
    assert.doesNotMatch(text, /冯法代|陈员工/);
    assert.match(text, /员工陈某/);
  });
  it('code-columns.json: none of six numbers, each told', () => {
    const feed = caseOf('privacy/code-columns.json', '2026-08-01');
    assert.doesNotMatch(textOf(feed), /99999970010101501|999999X|9999991970|E12345678|13800000000|999999700101015/);
    const told = feed.report.notices.filter(({ rule, what }) => rule === 'personal-number' && what === 'hidden');
    assert.equal(told.reduce((sum, { count }) => sum + count, 0), 6);
    const shop = { kind: 'penalty', documentNumber: '1', subjectName: '韩六', creditCode: '92999999MA0000001K' };
    assert.equal(readJson([shop], { today: '2026-11-30' }).records[0]?.creditCode, '92999999MA0000001K');
    assert.equal(readJson([{ ...shop, creditCode: '92999999MA0000001A' }]).records[0]?.creditCode, undefined);
  });
  it('text-forms.json: none of eighteen forms, nor a part of one', () => {
    const feed = caseOf('privacy/text-forms.json', '2026-08-01');
    assert.equal(feed.records.length, 18);
    for (const { facts } of feed.records) assert.match(String(facts), /^(?:身份证号|联系(?:Tel|电话：)?)\[已隐去\]$/);
  });
  it('feeds j29, j30, k07, k08: several persons, numbers in texts, labels of persons', () => {
    const several = caseOf('feeds/j29-persons.json');
    assert.ok(several.records.every(({ subjectName, facts }) => String(subjectName).includes('某') && String(facts).includes('某')));
    assert.doesNotMatch(textOf(several), /1990|汉族，住[^[]|电话\d/);
    const numbers = textOf(caseOf('privacy/j30-pii-text.json'));
    assert.match(numbers, /军官证：\[已隐去\]；护照\[已隐去\]；港澳通行证\[已隐去\]/);
    assert.match(numbers, /联系人赵某\[已隐去\]，手机\[已隐去\]、\[已隐去\]，微信\[已隐去\]，邮箱\[已隐去\]，车牌\[已隐去\]/);
    assert.equal(namesIn(caseOf('feeds/k07-many-persons.json'))[0], '钱某,孙某');
    const labels = caseOf('feeds/k08-name-labels.json');
    assert.deepEqual(namesIn(labels), ['钱某', '钱某', '钱某']);
    assert.deepEqual(labels.records.map(({ extra }) => extra), [[], [], []]);
    assert.deepEqual(labels.report.notices.filter(({ what }) => what === 'hidden').map(({ column }) => column),
      ['承办人', '案件承办人员', '经营者', '性别', '年龄', '出生日期', '民族']);
  });
  it('feeds j36: a spoilt credit code is no code', () => {
    const feed = caseOf('feeds/j36-numeric-codes.json');
    assert.doesNotMatch(JSON.stringify(feed.records), /913702991234568|E\+17/);
    assert.ok(feed.report.notices.some(({ rule }) => rule === 'spoilt-code'));
  });
});

describe('persons and their numbers', () => {
  const penalty = { 行政处罚决定书文号: '甲罚〔2026〕1号', 案件名称: '无证经营案', 处罚决定日期: '2026-05-01', 处罚机关: '某局' };
  const read = (row: object, config: SgsConfig = {}): ReadFeed => readJson([{ ...penalty, ...row }], { today: '2026-11-30', config });
  it('names that begin like a word for a post are masked, too', () => {
    for (const name of ['任澜一', '任听', '时一白', '系一']) {
      const feed = read({ 行政相对人名称: name, 行政相对人类别: '自然人', 违法事实: `${name}无证经营` });
      assert.ok(!textOf(feed).includes(name), name);
    }
  });
  it('age and date of birth are read for the minors’ rule, and never shown', () => {
    const minor = { 行政相对人名称: '王小满', 行政相对人类别: '自然人' };
    for (const row of [{ 年龄: 16 }, { 年龄: '十六周岁' }, { 出生日期: '2011-01-01' }, { 出生日期: '2011年' }, { 出生日期: '2011年5月' }, { 违法事实: '系未成年人' },
      { 身份证号码: ' 999999 2011 0101 0015' }, { idCard: '999999201101010015' }, { 备注: '未成年' }, { 税务登记号: '99999920110101001501' }]) {
      assert.deepEqual(read({ ...minor, ...row }).report.withheld, { minor: 1 }, JSON.stringify(row));
    }
    for (const row of [{ 年龄: 40 }, { 出生日期: '1980-01-01' }, { 出生日期: '不详人' }]) {
      const feed = read({ ...minor, ...row });
      assert.deepEqual(feed.report.withheld, {}, JSON.stringify(row));
      assert.doesNotMatch(JSON.stringify(feed.records), /1980|40/);
    }
    assert.deepEqual(read({ 行政相对人名称: '青岚市乙超市', 违法事实: '向未成年人出售烟草' }).report.withheld, {});
  });
  it('links, the publisher and the notice hold no personal number; the office may be called', () => {
    const feed = readJson({
      notice: '咨询0574-87654321，联系人手机13800000000', remedy: '电话0574-87654321',
      publisher: { name: '某局13800000000', code: '999999197001010156', url: 'https://example.org/?p=13800000000' },
      records: [
        { kind: 'notice', title: '甲', link: 'https://example.org/a?id=999999197001010156' },
        { kind: 'notice', title: '乙', link: 'https://example.org/art/2026/5/1/art_1229_5892345612345678.html' },
        { kind: 'notice', title: '丙', link: 'https://example.org/%E4%B8%80%E' },
        { kind: 'notice', title: '丁', link: 'javascript:1' },
      ],
    });
    assert.doesNotMatch(textOf(feed), /13800000000|999999/);
    assert.deepEqual(feed.report.meta.notice, '咨询0574-87654321，联系人手机[已隐去]');
    assert.deepEqual(feed.report.meta.remedy, '电话0574-87654321');
    assert.deepEqual(feed.records.map(({ link }) => link !== undefined), [false, true, true, false]);
    const own = readJson({ notice: 'x', records: [{ kind: 'notice', title: '甲' }] }, { config: { texts: { notice: '值班13800000000', remedy: '甲' } } });
    assert.equal(own.report.meta.notice, '值班13800000000');
  });
});

describe('notices', () => {
  const penalty = { 案件名称: '无证经营案', 行政相对人名称: '青岚市甲食品有限公司', 处罚决定日期: '2026-05-01' };
  const read = (rows: readonly object[]): ReadFeed => readJson(rows.map((row, n) => ({ ...penalty, 行政处罚决定书文号: `${n}号`, ...row })), { today: '2026-11-30' });
  it('are grouped, name the first rows, and hold no personal value', () => {
    const rows = Array.from({ length: 40 }, (_, n) => ({ 公示状态: n < 10 ? '3' : `码${n}` }));
    const { notices } = read(rows).report;
    const [first] = notices;
    assert.deepEqual([first?.value, first?.count, first?.rows], ['3', 10, [1, 2, 3, 4, 5]]);
    assert.ok(notices.length <= 22);
    assert.equal(notices.filter(({ column }) => column === '公示状态').reduce((sum, { count }) => sum + count, 0), 40);
    for (const value of ['王小满', '13800000000', '员工王五证实', 'x'.repeat(30), 'John Smith']) {
      const told = read([{ 公示状态: value }, { 公示状态: value }]).report.notices;
      assert.ok(told.some(({ column }) => column === '公示状态'), value);
      assert.ok(!JSON.stringify(told).includes(value), value);
    }
  });
  it('are bounded, whatever a feed is made of', () => {
    const rows = Array.from({ length: 300 }, (_, n) => ({ [`是否公开${n}`]: '否' }));
    assert.ok(read(rows).report.notices.length <= 200);
  });
});
