// Invented departments that try to look better than they are; figures worked out by hand.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Scorecard } from '../../src/score/score.js';
import { sgs } from '../cli/run.js';

const rules = 'test/fixtures/cases/rules';
const score = async (list: string, ...args: readonly string[]): Promise<Scorecard> =>
  JSON.parse((await sgs('score', `test/fixtures/cases/score/${list}`, '--json', '--today', '2026-11-30', ...args)).out) as Scorecard;

// 8 licences of the 2018 table, 14 required fields each: 112. Row 5 lacks 法定代表人 and the name of its document: 110 ÷ 112 = 98.2 %.
// Row 3 has no 公示日期, row 7 one before its decision: 4 in time, 2 late, 2 undated: 4 ÷ 8 = 50 %. 2 of 8 are more than 5 %.
test('a feed that names its standard is judged by it, with and without a configuration that says so', async () => {
  const { departments } = await score('score-standard.json');
  for (const { score: points } of departments) {
    assert.deepEqual(points?.completeness, { points: 98.2, required: 112, filled: 110 });
    assert.deepEqual([points.timeliness.inTime, points.timeliness.late, points.timeliness.undated, points.timeliness.points], [4, 2, 2, 50]);
    assert.equal(points.verifiable, false);
  }
});

// Both publish the same 8 licences: one says when (the quickest after more than 7 working days: 0 of 8), the other leaves every date out.
test('who hides the dates of publication is ranked below who gives them', async () => {
  const { departments } = await score('game.json');
  assert.deepEqual(
    departments.map(({ name, rank, score: points }) => [name, rank, points?.verifiable]),
    [['如实填公示日期的局', 1, true], ['不填公示日期的局', 2, false]],
  );
  const { out } = await sgs('score', 'test/fixtures/cases/score/game.json', '--today', '2026-11-30');
  assert.match(out, /不填公示日期的局 {2}总分 [\d.]+（不可核实）/);
  assert.match(out, /8 条公示日期缺失或不实，按超期计/);
});

// Decided on a Wednesday, published on the day after: no calendar makes that more than seven working days.
test('at the turn of the year what is certain is judged without a calendar', async () => {
  const { out } = await sgs('check', `${rules}/y.json`, '--today', '2026-12-30');
  assert.match(out, /及时 1 条、超期 0 条、无法判断 0 条/);
});

// Of a complete penalty only the basis is empty; its catalogCode names an item of the feed's own 目录, which has one.
test('the basis that the 目录 lends is no gap', async () => {
  const { out } = await sgs('check', `${rules}/cat.json`, '--today', '2026-11-30');
  assert.match(out, /完整率：100\.0%/);
});

// 乙县 has 甲县's decision with 9万元; 甲县市监局 made it and handed it in itself with 1万元.
for (const order of [['k1', 'k2'], ['k2', 'k1']]) {
  test(`of two versions that of the authority is published: ${order.join('+')}`, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sgs-merge-'));
    const out = join(folder, 'city.json');
    const merged = await sgs('merge', ...order.map((name) => `${rules}/${name}.json`), '-o', out, '--today', '2026-11-30');
    const text = readFileSync(out, 'utf8');
    rmSync(folder, { recursive: true });
    assert.match(text, /罚款1万元/);
    assert.doesNotMatch(text, /9万元/);
    assert.match(merged.out, /甲罚9号/);
  });
}

// Decided on the 12th and published on the 18th, decided on the 17th and published on the 25th: by publication, and by what is new, the
// week from the 16th to the 22nd has 周1 and the next one 周2; by decision the first has 周2 and the week before it 周1.
test('a week is made of what became public in it, unless decisions are asked for', async () => {
  const week = async (day: string, ...args: readonly string[]): Promise<string> => {
    const { out } = await sgs('digest', `${rules}/wk.json`, '--week', day, '--today', '2026-11-30', ...args);
    return /共 (\d+) 件/.exec(out)?.[1] ?? '';
  };
  assert.deepEqual([await week('2026-11-18'), await week('2026-11-25'), await week('2026-11-11')], ['1', '1', '0']);
  const decided = ['--by', 'decided'];
  assert.deepEqual([await week('2026-11-18', ...decided), await week('2026-11-25', ...decided), await week('2026-11-11', ...decided)], ['1', '0', '1']);
  const folder = mkdtempSync(join(tmpdir(), 'sgs-week-'));
  const pages = ['2026-11-18', '2026-11-25'].map((day) => [day, join(folder, `${day}.html`)] as const);
  for (const [day, page] of pages) await week(day, '-o', page);
  const numbers = pages.map(([, page]) => [...new Set(readFileSync(page, 'utf8').match(/周\d/g))].join());
  rmSync(folder, { recursive: true });
  assert.deepEqual(numbers, ['周1', '周2']);
});

// No penalty is public for more than three years: all nine of 2022 are over. What their rows say wrongly is told.
test('ends, grades and items that no rule knows are findings', async () => {
  const { out } = await sgs('check', `${rules}/end.json`, '--today', '2026-11-30');
  assert.match(out, /不公示：9 条（公示期已满 9）/);
  assert.match(out, /“失信等级”的失信严重程度没有定义，按最长三年公示：“较重”/);
  assert.match(out, /仅警告、通报批评或适用简易程序的处罚，原则上不公示/);
  assert.match(out, /“事项编码”在双公示目录中没有/);
});
