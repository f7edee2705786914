// Decisions made against decisions published; every figure worked out by hand.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import readXlsx from 'read-excel-file/node';
import { figuresOf, judgeLedger, type LedgerCase } from '../../src/score/ledger.js';
import { ledgerFromGrid, ledgerFromJson, type LedgerRow } from '../../src/score/ledger-rows.js';
import type { Scorecard } from '../../src/score/score.js';
import { gradeOf, readSettings, DEFAULTS } from '../../src/score/settings.js';
import { sgs } from '../cli/run.js';

const TODAY = '2026-11-23';
const folder = mkdtempSync(join(tmpdir(), 'sgs-ledger-'));
after(() => rmSync(folder, { recursive: true }));
const file = (name: string, text: string | object): string => {
  writeFileSync(join(folder, name), typeof text === 'string' ? text : JSON.stringify(text));
  return join(folder, name);
};

const record = (documentNumber: string, publishedOn: string, more: object = {}): object => ({
  kind: 'penalty', documentNumber, subjectName: '青岚市甲公司', decidedOn: '2026-10-12', publishedOn, authority: '甲局', ...more,
});
const feed = (name: string, records: readonly object[]): void => void file(`${name}.json`, { version: 1, standard: '2018', updated: TODAY, records });
// 甲局: 1号 in time (10-12 is a Monday, 10-21 its seventh working day), 2号 a day late, 3号 calls itself decided later than it was.
feed('甲', [record('甲罚〔2026〕1号', '2026-10-21'), record('甲罚〔2026〕2号', '2026-10-22'),
  record('甲罚〔2026〕3号', '2026-11-05', { decidedOn: '2026-11-02' })]);
feed('乙', [record('乙许〔2026〕1号', '2026-10-13', { kind: 'license', authority: '乙局' })]);
const list = file('list.json', [{ name: '甲局', feed: '甲.json', since: '2026-10' }, { name: '乙局', feed: '乙.json', since: '2026-10' }]);

// 甲局: 1–3号 and 4号 are due, 4号 is nowhere; 5号 was made last Friday and is not due; 6号 is secret; 1号 stands there twice.
// 甲局 4 due: 1 in time, 2 late, 1 missing: 25.0 %. 乙局 1 due, in time: 100.0 %. All: 2 ÷ 5 = 40.0 %.
const ledger = file('台账.csv', [
  '二〇二六年行政决定台账,,,,,', '决定书文号,相对人名称,决定机关,区县,决定日期,是否公示',
  '甲罚〔2026〕1号,青岚市甲公司,甲局,东区,2026-10-12,是', '甲罚[2026]1号,青岚市甲公司,甲局,东区,2026-10-12,是',
  '甲罚〔2026〕2号,青岚市甲公司,甲局,东区,2026-10-12,是', '甲罚〔2026〕3号,青岚市甲公司,甲局,东区,2026-10-12,是',
  '甲罚〔2026〕4号,周某某,甲局,东区,2026-10-12,是', '甲罚〔2026〕5号,青岚市甲公司,甲局,东区,2026-11-20,是',
  '甲罚〔2026〕6号,青岚市甲公司,甲局,东区,2026-10-12,否', '乙许〔2026〕1号,青岚市甲公司,乙局,西区,2026-10-12,是', '合计,,,,,',
].join('\n').replace('合计,', ',合计,').replace(',,,,,\n,', ',,,,,\n'));

const run = (...args: readonly string[]) => sgs('score', list, '--ledger', ledger, '--today', TODAY, ...args);

test('应公示, 已公示, 迟报, 漏报 and 合规率, of all and split', async () => {
  const card = JSON.parse((await run('--json')).out) as Scorecard;
  const lines = card.ledger!.map(({ by, name, figures: { due, published, late, missing, compliance } }) =>
    [by, name, due, published, late, missing, compliance].join(' '));
  assert.deepEqual(lines, [
    'all  5 4 2 1 40',
    'kind license 1 1 0 0 100', 'kind penalty 4 3 2 1 25',
    'county 东区 4 3 2 1 25', 'county 西区 1 1 0 0 100',
    'department 甲局 4 3 2 1 25', 'department 乙局 1 1 0 0 100',
    'month 2026-10 5 4 2 1 40',
  ]);
  // What is hidden is named by its number and counts as not in time: of the feed's 3 (2 in time, 1 late) and it 2 ÷ 4 = 50 %.
  const hider = card.departments.find(({ name }) => name === '甲局')!;
  assert.deepEqual([hider.score?.timeliness.missing, hider.score?.timeliness.points, hider.rank], [1, 50, 2]);
  assert.deepEqual(hider.fixes.filter(({ code }) => code === 'not-published').map(({ documentNumber }) => documentNumber), ['甲罚〔2026〕4号']);
  assert.doesNotMatch(JSON.stringify(card), /周某某/);
});

test('the words, the definitions and the grade stand in the terminal, on the page and in the workbook', async () => {
  const [html, xlsx] = [join(folder, 'card.html'), join(folder, 'card.xlsx')];
  const { out } = await run('--html', html, '--xlsx', xlsx);
  assert.match(out, /甲局 {2}应公示 4 {2}已公示 3 {2}迟报 2 {2}漏报（瞒报） 1 {2}合规率 25\.0% {2}等次 不合格/);
  assert.match(out, /乙局 {2}应公示 1 .*合规率 100\.0% {2}等次 优秀/);
  assert.match(out, /甲罚〔2026〕4号 {2}台账中有、数据中没有：漏报（瞒报）/);
  for (const text of [out, readFileSync(html, 'utf8')]) assert.match(text, /合规率：（已公示 − 迟报）÷ 应公示/);
  const sheets = await readXlsx(xlsx) as unknown;
  assert.match(JSON.stringify(sheets), /全面性/);
});

test('a folder has a file a department, named after it; a feed of numbers is one, too', async () => {
  mkdirSync(join(folder, '各部门'));
  file('各部门/甲局.json', ['甲罚〔2026〕1号', '甲罚〔2026〕9号']);
  file('各部门/乙局.json', { records: [{ documentNumber: '乙许〔2026〕1号', decidedOn: '2026-10-12' }] });
  const { out } = await sgs('score', list, '--ledger', join(folder, '各部门'), '--today', TODAY, '--json');
  const [all] = (JSON.parse(out) as Scorecard).ledger!;
  assert.deepEqual(all?.figures, { due: 3, published: 2, late: 0, missing: 1, compliance: 66.6, refused: 0, stored: 100 });
});

test('what can’t be read as a ledger is refused as a whole', async () => {
  const wrong = file('wrong.csv', 'a,b\n1,2');
  for (const [place, text] of [[wrong, /没有“决定书文号”一列/], [file('wrong.json', '{'), /不是有效的 JSON/], [file('n.json', '{}'), /应为文号的列表/],
    [join(folder, 'none.xlsx'), /不存在/]] as const) {
    const { err, code } = await sgs('score', list, '--ledger', place);
    assert.equal(code, 2);
    assert.match(err, text);
  }
});

describe('a decision of the ledger', () => {
  const of = (row: Partial<LedgerRow>, published: object = {}): LedgerCase['state'] | undefined => judgeLedger(
    [{ row: 1, documentNumber: '1号', subjectName: '', department: '', county: '', kind: '', decidedOn: '2026-10-12', exempt: false, ...row }],
    [{ name: '甲局', published: [{ number: '1号', subjectName: '甲公司', kind: 'penalty', decidedOn: '2026-10-12', publishedOn: '2026-10-13',
      ended: false, refused: false, ...published }] }],
    TODAY,
  )[0]?.state;

  test('is found by number and subject; a masked name is nobody’s in particular', () => {
    assert.equal(of({ subjectName: '甲公司' }), 'in-time');
    assert.equal(of({ subjectName: '乙公司' }), 'missing');
    assert.equal(of({ subjectName: '周大' }, { subjectName: '周某' }), 'in-time');
  });

  test('is late by the ledger’s date, and where the feed’s is missing or untrue', () => {
    assert.equal(of({}, { publishedOn: '', ended: false }), 'late');
    assert.equal(of({}, { publishedOn: '2026-10-01' }), 'late');
    assert.equal(of({}, { publishedOn: '2026-12-01' }), 'late');
    assert.equal(of({}, { publishedOn: '', ended: true }), 'in-time');
    assert.equal(of({ decidedOn: '2026-09-01' }), 'late');
  });
});

// 丙局 hands in 1号 in order, 2号 with a date that can't be, 3号 in a state that nobody knows; 4号 twice, wrong and right.
// Of 4 due are taken 1号 and 4号: 入库率 2 ÷ (2 + 2) = 50.0 %; 合规率 2 ÷ 4 = 50.0 %.
test('入库率: what was handed in and not taken is 退回, and missing', async () => {
  feed('丙', [
    record('丙罚〔2026〕1号', '2026-10-13'), record('丙罚〔2026〕2号', '2026-10-13', { decidedOn: '2026-13-40' }),
    record('丙罚〔2026〕3号', '2026-10-13', { 是否公开: '待定' }), record('丙罚〔2026〕4号', '2026-10-13', { decidedOn: '2026-02-30' }),
    record('丙罚〔2026〕4号', '2026-10-13'),
  ]);
  const own = file('own.json', [{ name: '丙局', feed: '丙.json', since: '2026-10' }]);
  const rows = file('丙台账.json', ['1', '2', '3', '4'].map((n) =>
    ({ documentNumber: `丙罚〔2026〕${n}号`, department: '丙局', decidedOn: '2026-10-12', kind: 'penalty' })));
  const { out } = await sgs('score', own, '--ledger', rows, '--today', TODAY);
  assert.match(out, /合计 {2}应公示 4 {2}已公示 2 {2}迟报 0 {2}漏报（瞒报） 2 {2}合规率 50\.0% {2}等次 不合格 {2}入库率 50\.0%/);
  assert.match(out, /丙罚〔2026〕2号 {2}台账中有、数据中有误或不明确，没有公示：退回/);
  assert.match(out, /入库率：已公示 ÷（已公示 \+ 退回）/);
});

test('heads of columns as departments write them', () => {
  const read = ledgerFromGrid([['许可决定书编号', '被许可单位', '是否涉密', '处罚/许可'], ['1', '甲', '是', '行政许可'], ['2', '乙', '否', '']]);
  assert.deepEqual(read.ok && read.rows.map(({ documentNumber, exempt, kind }) => [documentNumber, exempt, kind]),
    [['1', true, 'license'], ['2', false, '']]);
  assert.equal(ledgerFromJson(3).ok, false);
  assert.deepEqual(figuresOf([]), { due: 0, published: 0, late: 0, missing: 0, compliance: null, refused: 0, stored: null });
});

test('等次 are data', () => {
  assert.deepEqual([100, 90, 89.9, 60, 59.9].map((points) => gradeOf(points, DEFAULTS)), ['优秀', '优秀', '良好', '合格', '不合格']);
  const settled = readSettings({ grades: { 达标: 95 } });
  assert.equal(settled.ok && gradeOf(95, settled.settings), '达标');
  assert.deepEqual([readSettings({ grades: [] }).ok, readSettings({ grades: { 优秀: 'a' } }).ok], [false, false]);
});
