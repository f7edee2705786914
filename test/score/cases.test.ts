// Cases of the supervision, with figures worked out by hand.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, test } from 'node:test';
import type { CheckReport } from '../../src/check/report.js';
import type { Scorecard } from '../../src/score/score.js';
import { sgs } from '../cli/run.js';

const folder = mkdtempSync(join(tmpdir(), 'sgs-cases-'));
after(() => rmSync(folder, { recursive: true }));
const at = (name: string): string => resolve('test/fixtures', name);

const scored = async (list: string, today = '2026-11-30'): Promise<Scorecard> =>
  JSON.parse((await sgs('score', list, '--json', '--today', today)).out) as Scorecard;
const listOf = (...entries: readonly object[]): string => {
  writeFileSync(join(folder, 'list.json'), JSON.stringify(entries));
  return join(folder, 'list.json');
};
const checked = async (file: string): Promise<CheckReport> => {
  const [{ check }] = JSON.parse((await sgs('check', at(file), '--json', '--today', '2026-11-30')).out) as [{ check: CheckReport }];
  return check;
};

// jia.json: 8 licences of 14 required fields each (2018: name, type, code, representative, document name, number, category, content, date,
// valid to, authority, its code, source, its code) are 112, of which the fifth lacks two: 110 ÷ 112 = 98.2 %. Two of eight (the third
// without a day, the seventh published before it was decided) prove no day: 25 % is more than 5 %.
test('the feed’s own standard counts, as in the check', async () => {
  const { departments } = await scored(at('score/score-standard.json'));
  for (const { score } of departments) {
    assert.deepEqual(score!.completeness, { points: 98.2, required: 112, filled: 110, missing: 0 });
    assert.deepEqual([score!.timeliness.undated, score!.timeliness.points, score!.verifiable], [2, 50, false]);
  }
  const { required, filled } = await checked('score/jia.json');
  assert.deepEqual([required, filled], [112, 110]);
});

// Eight decisions, all late in both; the one gives the days, the other none. 0 ÷ 8 in time in both.
test('the department that hides its days is never above the one that gives them', async () => {
  const { departments } = await scored(at('score/game.json'));
  assert.deepEqual(departments.map(({ name, rank }) => [name, rank]), [['如实填公示日期的局', 1], ['不填公示日期的局', 2]]);
  const points = departments.map(({ score, grade }) => [score?.timeliness.points, score?.verifiable, grade]);
  assert.deepEqual(points, [[0, true, '合格'], [0, false, '']]);
  const { out, code } = await sgs('score', at('score/game.json'), '--today', '2026-11-30', '--fail-under', '60');
  assert.match(out, /不填公示日期的局 {2}总分 75\.0（不可核实）/);
  assert.equal(code, 1);
});

// Of 40 licences the late ones are hidden one after another: at no share is the department better off than one that tells.
test('hiding never pays, at any share', async () => {
  const make = (hidden: number): string => {
    const feed = JSON.parse(readFileSync(at('score/late.json'), 'utf8')) as { records: Record<string, unknown>[] };
    const [first] = feed.records;
    const records = Array.from({ length: 40 }, (_, n) => ({
      ...first, documentNumber: `第${n}号`, publishedOn: n < 10 ? first!['publishedOn'] : '2026-10-12',
      ...(n < hidden && { publishedOn: undefined }),
    }));
    writeFileSync(join(folder, `h${hidden}.json`), JSON.stringify({ ...feed, records }));
    return `h${hidden}.json`;
  };
  const shares = [0, 1, 2, 3, 5, 10];
  const { departments } = await scored(listOf(...shares.map((n) => ({ name: `藏${n}`, feed: make(n), since: '2026-10' }))));
  assert.deepEqual(departments.map(({ name, rank }) => [name, rank]), shares.map((n, place) => [`藏${n}`, place + 1]));
  // 2 of 40 are 5 %: still verifiable; 3 are 7.5 %.
  assert.deepEqual(departments.map(({ score }) => score?.verifiable), [true, true, true, false, false, false]);
});

// y.json: decided on 23 December 2026, published the day after; 2027 has no calendar, and one day is within seven under any.
// cat.json: 20 required fields of the two records, the penalty's 执法依据 taken from item CF-001.
test('what is certain without a calendar is judged, and the basis of the 目录 is filled', async () => {
  const { departments: [y] } = await scored(listOf({ name: 'y', feed: at('rules/y.json'), since: '2026-12' }), '2026-12-30');
  assert.deepEqual([y!.score?.timeliness.inTime, y!.score?.timeliness.unknown], [1, 0]);
  const { departments: [cat] } = await scored(listOf({ name: 'cat', feed: at('rules/cat.json'), since: '2026-10' }));
  assert.equal(cat!.score?.completeness.points, 100);
  const { required, filled } = await checked('rules/cat.json');
  assert.equal(required, filled);
  // The 目录 may lie in a feed of its own.
  const { records, catalog, ...rest } = JSON.parse(readFileSync(at('rules/cat.json'), 'utf8')) as { records: object[]; catalog: object[] };
  writeFileSync(join(folder, 'a.json'), JSON.stringify({ ...rest, records }));
  writeFileSync(join(folder, 'b.json'), JSON.stringify({ ...rest, records: [], catalog }));
  const { departments: [apart] } = await scored(listOf({ name: 'cat', feed: 'a.json b.json', since: '2026-10' }));
  assert.equal(apart!.score?.completeness.points, 100);
});

test('a code that the 目录 does not have is a finding', async () => {
  const { findings } = await checked('rules/end.json');
  assert.deepEqual(findings.filter(({ code }) => code === 'catalog-code-unknown').map(({ sample }) => sample.map(({ row }) => row)), [[7]]);
});

test('a county’s ledger by county and kind; its gaps are hints', async () => {
  writeFileSync(join(folder, 'ledger.json'), JSON.stringify({ rows: [
    { 决定书文号: '晚0', 当事人: '青岚市1号有限公司', 决定日期: '2026/10/09', 县区: '甲县', 类型: '许可' },
    { 决定书文号: '罚9', 决定日期: '2026-10-09', 县区: '乙县', 涉密: '否' },
    { 决定书文号: '罚10', 决定日期: '2026-10-09', 县区: '乙县', 涉密: '是' },
    { 当事人: '青岚市1号有限公司', 决定日期: '2026-10-10' },
    { 决定书文号: '合计', 当事人: '4' },
  ] }));
  const { departments: [one] } = await scored(listOf({ name: '甲', feed: at('score/late.json'), since: '2026-10', ledger: 'ledger.json' }));
  // 晚0 and the firm's of 10 October are published and late; 罚9 is missing; 罚10 is secret.
  const { due, published, late, missing, exempt } = one!.coverage!;
  assert.deepEqual([due, published, late, missing, exempt], [3, 2, 2, 1, 1]);
  const kinds = one!.split!.filter(({ by }) => by === 'kind').map((part) => [part.of, part.due]);
  assert.deepEqual(kinds, [['', 1], ['license', 1], ['penalty', 1]]);
});
