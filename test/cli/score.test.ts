// A supervisor's month: thirty departments, what is wrong in them, and nothing else.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import readXlsx from 'read-excel-file/node';
import type { Scorecard } from '../../src/score/score.js';
import { makeDepartments, PLANTS, TODAY, UNREADABLE } from '../score/departments.js';
import { sgs } from './run.js';

const folder = mkdtempSync(join(tmpdir(), 'sgs-score-'));
after(() => rmSync(folder, { recursive: true }));

const { list, files, planted } = makeDepartments();
for (const [name, text] of files) writeFileSync(join(folder, name), text);
const departments = join(folder, 'departments.json');
writeFileSync(departments, JSON.stringify(list));

const score = (...args: readonly string[]) => sgs('score', departments, '--today', TODAY, ...args);
const cardOf = async (...args: readonly string[]): Promise<Scorecard> => JSON.parse((await score('--json', ...args)).out) as Scorecard;

test('each planted fault is found in its department, and no other anywhere', async () => {
  const { departments: scored } = await cardOf();
  assert.equal(scored.length, 30);
  for (const { name, fixes, failure, score: points } of scored) {
    if (failure) continue;
    const code = planted.get(name);
    assert.deepEqual(fixes.map((fix) => fix.code), code ? [code] : [], name);
    if (code === undefined) assert.equal(points?.total, 100, name);
    else assert.ok((points?.total ?? 0) < 100, name);
  }
  assert.equal(scored.filter(({ failure }) => failure).length, UNREADABLE.length);
});

test('what is no fault of a record shows in its dimension', async () => {
  const { departments: scored } = await cardOf();
  const find = (name: string) => scored.find((one) => one.name.includes(name))!.score!;
  assert.deepEqual(find('空白月份').availability.empty, ['2026-05']);
  assert.equal(find('长期不更新').availability.updated, '2026-04-01');
  assert.equal(find('长期不更新').met.availability, false);
  const { timeliness } = find('缺公示日期');
  // 25 of 26: the one that nothing proves counts as not in time.
  assert.deepEqual([timeliness.undated, timeliness.inTime, timeliness.points], [1, 25, 96.1]);
  assert.deepEqual([find('公示超期').timeliness.late, find('公示超期').timeliness.worst], [1, 8]);
});

test('a department that can’t be read is listed with its reason, without points and without a rank', async () => {
  const { departments: scored } = await cardOf();
  for (const name of UNREADABLE) {
    const one = scored.find((department) => department.name.includes(name));
    assert.ok(one?.failure?.detail, name);
    assert.equal(one.rank, null);
    assert.equal(one.score, undefined);
  }
  const { out, code } = await score();
  assert.match(out, /共 30 个部门，其中 3 个无法读取/);
  assert.match(out, /— {2}青岚市第21局（没有数据）\n {4}无法读取：文件不存在/);
  assert.match(out, /第23局（返回网页）\n {4}无法读取：返回的是网页/);
  assert.equal(code, 1);
});

test('equals share a rank, and the next one is left free', async () => {
  const { departments: scored } = await cardOf();
  const first = scored.filter(({ rank }) => rank === 1).length;
  assert.ok(first > 1);
  assert.equal(scored.find(({ rank }) => rank !== null && rank > 1)?.rank, first + 1);
});

test('a month is judged by itself', async () => {
  const card = await cardOf('--month', '2026-05');
  const empty = card.departments.find(({ name }) => name.includes('空白月份'));
  assert.deepEqual([empty?.score?.total, empty?.rank], [null, null]);
  const late = card.departments.find(({ name }) => name.includes('公示超期'));
  assert.deepEqual([late?.score?.timeliness.late, late?.score?.timeliness.points], [1, 50]);
  const other = await cardOf('--month', '2026-06');
  assert.deepEqual(other.departments.flatMap(({ fixes }) => fixes.filter(({ month }) => month).map(({ code }) => code)), []);
});

test('weights and thresholds are the supervisor’s', async () => {
  const weights = join(folder, 'weights.json');
  writeFileSync(weights, '{"timeliness": 100, "completeness": 0, "accuracy": 0, "availability": 0}');
  const late = (await cardOf('--weights', weights)).departments.find(({ name }) => name.includes('公示超期'));
  assert.equal(late?.score?.total, late?.score?.timeliness.points);
  writeFileSync(weights, '{"weights": {"speed": 1}}');
  const { code, err } = await score('--weights', weights);
  assert.equal(code, 2);
  assert.match(err, /不认识 weights\.speed/);
});

test('--fail-under ends with 1 where somebody is below', async () => {
  writeFileSync(join(folder, 'one.json'), JSON.stringify([{ name: '甲', feed: 'd30.json' }]));
  const one = (...args: readonly string[]) => sgs('score', join(folder, 'one.json'), '--today', TODAY, ...args);
  assert.equal((await one('--fail-under', '100')).code, 0);
  writeFileSync(join(folder, 'one.json'), JSON.stringify({ departments: [{ name: '甲', feed: 'd1.json' }] }));
  assert.equal((await one('--fail-under', '100')).code, 1);
  assert.equal((await one()).code, 0);
});

test('the workbook and the page hold all departments and every fault', async () => {
  const [book, page] = [join(folder, 'report.xlsx'), join(folder, 'report.html')];
  await score('--xlsx', book, '--html', page);
  const sheets = await readXlsx(book) as unknown as readonly { sheet: string; data: unknown[][] }[];
  assert.deepEqual(sheets.map(({ sheet }) => sheet), ['考核排名', '每月得分', '需要整改', '说明']);
  assert.equal(sheets[0]?.data.length, 31);
  assert.equal(sheets[2]?.data.length, 1 + PLANTS.filter(({ code }) => code).length);
  const html = readFileSync(page, 'utf8');
  for (const { name } of list) assert.ok(html.includes(`<h2>${name}</h2>`), name);
  assert.doesNotMatch(html, /style="|<script|13800000000|999999199001010015/);
  const { out } = await score('--csv');
  assert.equal(out.split('\r\n').filter(Boolean).length, 31);
});

test('nothing that is told names a person', async () => {
  const { out } = await score('--json');
  assert.doesNotMatch(out, /13800000000|999999199001010015|陈某某|有限公司/);
});

for (const [text, sentence] of [
  ['{}', '应为部门的列表'],
  ['[{"name": "甲"}]', '第 1 个部门：“甲”缺少数据地址 feed'],
  ['[{"name": "甲", "feed": "a"}, {"name": "甲", "feed": "b"}]', '第 2 个部门：部门名称“甲”重复'],
  ['[{"name": "甲", "feed": "a", "url": "b"}]', '不认识 url'],
  ['[{"name": "甲", "feed": "a", "since": "2026"}]', 'since 应为 YYYY-MM'],
  ['[{"name": "甲", "feed": "a", "config": {"standard": "2016"}}]', '“甲”的配置有误'],
  ['[', '不是有效的 JSON'],
] as const) {
  test(`a wrong list is told of: ${sentence}`, async () => {
    const path = join(folder, 'wrong.json');
    writeFileSync(path, text);
    const { code, err } = await sgs('score', path);
    assert.equal(code, 2);
    assert.ok(err.includes(sentence), err);
  });
}
