// A city of forty departments over 24 months, looked at every morning: the ranking puts them in order, and each cheat is named.
// Decisions that are never published can't be seen from outside: for them there has to be a ledger.
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { createReader } from '../../src/feed/reader.js';
import { addWorkingDays } from '../../src/rules/working-days.js';
import { readDepartment, type Load } from '../../src/score/department.js';
import { monthAfter, monthsBetween } from '../../src/score/months.js';
import { ledgerFromJson } from '../../src/score/ledger-rows.js';
import { scorecardOf, type DepartmentScore, type Scorecard } from '../../src/score/score.js';
import { DEFAULTS } from '../../src/score/settings.js';
import type { WatchEntry } from '../../src/score/watch-entry.js';
import type { WatchCode } from '../../src/score/watch-findings.js';
import { lineOfFailure, linesOfRun } from '../../src/score/watch-run.js';
import { withWatch } from '../../src/score/watch-score.js';
import { createReplay, type WatchState } from '../../src/score/watch-state.js';
import { creditCode, license, randomFrom } from './departments.js';
import { sees, type Row } from './watching.js';

const TODAY = '2026-11-30', FIRST = '2024-12-01', DAY = 86_400_000;
const MONTHS = monthsBetween(monthAfter(TODAY.slice(0, 7), -23), TODAY.slice(0, 7));

/** A decision as it is published from a day on, and what it says later on. */
interface Published {
  readonly row: Row;
  readonly from: string;
  /** The first day on which it is not there any more. */
  readonly until?: string;
  /** The first day on which it says something else. */
  readonly changed?: { readonly on: string; readonly row: Row };
}

type Conduct = '守时' | '周一停机' | '迟报' | '隐瞒' | '不写日期' | '倒填日期' | '改动' | '撤下';

const dayOf = (row: Row): string => String(row['公示日期']);
const lateDay = (row: Row): string => String(addWorkingDays(String(row['XK_JDRQ']), 12));
const later = (day: string, days: number): string => new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);
const noDate = ({ 公示日期: _, ...row }: Row): Row => row;

/** What each does with every second decision; with the others it is honest. */
const CONDUCT: Readonly<Record<Conduct, (row: Row) => Published>> = {
  守时: (row) => ({ row, from: dayOf(row) }),
  周一停机: (row) => ({ row, from: dayOf(row) }),
  迟报: (row) => ({ row: { ...row, 公示日期: lateDay(row) }, from: lateDay(row) }),
  // It stands in the ledger and nowhere else.
  隐瞒: (row) => ({ row, from: '9999' }),
  不写日期: (row) => ({ row: noDate(row), from: lateDay(row) }),
  倒填日期: (row) => ({ row, from: lateDay(row) }),
  改动: (row) => ({ row, from: dayOf(row), changed: { on: later(dayOf(row), 20), row: { ...row, XK_NR: '准予从事药品经营。' } } }),
  撤下: (row) => ({ row, from: dayOf(row), until: later(dayOf(row), 20) }),
};

/** Departments of each conduct: forty in all. */
const CITY: Readonly<Record<Conduct, number>> = { 守时: 12, 周一停机: 4, 迟报: 4, 隐瞒: 4, 不写日期: 4, 倒填日期: 4, 改动: 4, 撤下: 4 };

const entriesOf = (rows: readonly Row[]): readonly WatchEntry[] => sees(rows, TODAY).entries;

/** 730 mornings at eight o'clock; what comes out on a day comes after that. */
function watched(published: readonly Published[], conduct: Conduct): WatchState {
  const at = entriesOf(published.map(({ row }) => row));
  const then = entriesOf(published.map(({ row, changed }) => changed?.row ?? row));
  const replay = createReplay('');
  for (let day = FIRST; day <= TODAY; day = later(day, 1)) {
    if (conduct === '周一停机' && new Date(`${day}T00:00:00Z`).getUTCDay() === 1) {
      replay.apply(lineOfFailure(`${day} 08:00`, 'network'));
      continue;
    }
    const entries = published.flatMap(({ from, until = '9999', changed }, i) =>
      (from < day && day < until ? [(changed && changed.on <= day ? then : at)[i]!] : []));
    for (const line of linesOfRun(replay.state(''), { entries, heldBack: [] }, `${day} 08:00`, '1')) assert.ok(replay.apply(line));
  }
  return replay.state('');
}

const loadOf = (rows: readonly Row[]): Load => (_, asked) => {
  const reader = createReader({ ...asked, config: {}, today: TODAY });
  reader.push(JSON.stringify({ version: 1, standard: '2018', updated: TODAY, records: rows }));
  return Promise.resolve({ ok: true, report: reader.end() });
};

describe('a city over two years', () => {
  const scored: DepartmentScore[] = [];
  let card: Scorecard;
  const of = (conduct: Conduct): readonly DepartmentScore[] => scored.filter(({ name }) => name.includes(conduct));
  const totals = (conduct: Conduct): readonly number[] => of(conduct).map(({ score }) => score?.total ?? -1);
  const codes = (conduct: Conduct): readonly WatchCode[] =>
    [...new Set(of(conduct).flatMap(({ watch }) => watch?.findings.map(({ code }) => code) ?? []))].sort();

  before(async () => {
    const random = randomFrom(15);
    const conducts = (Object.keys(CITY) as Conduct[]).flatMap((conduct) => Array.from({ length: CITY[conduct] }, () => conduct));
    const readings = [];
    const ledger: object[] = [];
    for (const [at, conduct] of conducts.entries()) {
      const name = `青岚市第${at + 1}局（${conduct}）`;
      const rows = MONTHS.flatMap((month) => [0, 1].map((n) => license(name, creditCode(10_000_000 + at), month, n, random)));
      const published = rows.map((row, n) => CONDUCT[n % 2 ? conduct : '守时'](row));
      for (const { XK_WSH: documentNumber, XK_JDRQ: decidedOn } of rows)
        ledger.push({ documentNumber, department: name, decidedOn, kind: 'license' });
      const now = published.filter(({ from, until }) => from <= TODAY && (!until || until > TODAY)).map(({ row, changed }) => changed?.row ?? row);
      const reading = await readDepartment({ name, feeds: ['a'] }, undefined, TODAY, loadOf(now));
      readings.push(withWatch(reading, watched(published, conduct)));
    }
    const held = ledgerFromJson(ledger);
    card = scorecardOf(readings, { today: TODAY, settings: { ...DEFAULTS, months: 23 }, ledger: held.ok ? held.rows : [] });
    scored.push(...card.departments);
  });

  test('the honest ones are first, and no cheat is above one who does the same honestly', () => {
    assert.equal(scored.length, 40);
    assert.deepEqual(new Set(of('守时').map(({ rank }) => rank)), new Set([1]));
    assert.deepEqual(new Set(totals('守时')), new Set([100]));
    // Six of seven runs could be read: 85.6 points for one third of availability, (100 + 100 + 85.6) ÷ 3 = 95.2.
    for (const total of totals('周一停机')) assert.ok(total < 100 && total > 98, String(total));
    for (const worse of ['迟报', '隐瞒', '不写日期', '倒填日期', '改动', '撤下'] as const)
      assert.ok(Math.max(...totals(worse)) < Math.min(...totals('周一停机')), worse);
    // Half of the decisions late: 50 points of timeliness. Who hides or falsifies the dates has no more of them.
    for (const conduct of ['迟报', '不写日期', '倒填日期'] as const)
      for (const { score } of of(conduct)) assert.equal(score?.timeliness.points, 50, conduct);
    // 24 of 48 are published: 50 points of timeliness and of completeness, (50 + 50 + 100 + 100) ÷ 4 = 75. Late is (50 + 3 × 100) ÷ 4 = 87.5.
    for (const total of totals('隐瞒')) assert.ok(total >= 75 && total < 77, String(total));
    assert.ok(Math.max(...totals('隐瞒')) < Math.min(...totals('迟报')));
    assert.ok(Math.max(...totals('不写日期')) <= Math.min(...totals('迟报')));
    assert.ok(Math.max(...totals('倒填日期')) < Math.min(...totals('迟报')));
  });

  test('each cheat is named, and nobody is charged with what he has not done', () => {
    assert.deepEqual(codes('守时'), []);
    assert.deepEqual(codes('周一停机'), []);
    assert.deepEqual(codes('迟报'), []);
    assert.deepEqual(codes('隐瞒'), []);
    assert.deepEqual(codes('不写日期'), ['late-proven']);
    assert.deepEqual(codes('倒填日期'), ['date-too-early', 'late-proven']);
    assert.deepEqual(codes('改动'), ['changed-silently']);
    assert.deepEqual(codes('撤下'), ['removed-silently']);
    // What is not published can't be seen from outside: the ledger names it, by its number.
    const hidden = (conduct: Conduct): readonly number[] =>
      of(conduct).map(({ fixes }) => fixes.filter(({ code, documentNumber }) => code === 'not-published' && documentNumber).length);
    for (const count of hidden('隐瞒')) assert.ok(count === 24 || count === 23, String(count));
    for (const honest of ['守时', '周一停机', '迟报', '不写日期', '倒填日期', '改动'] as const) assert.deepEqual(new Set(hidden(honest)), new Set([0]));
    const split = card.ledger?.find(({ by, name }) => by === 'department' && name.includes('隐瞒'));
    assert.deepEqual([split?.figures.published, split?.figures.late, Number(split?.figures.missing) >= 23], [24, 0, true]);
    // Every second of 48; of those published last the change or the removal is still to come.
    const found = (conduct: Conduct, code: WatchCode): readonly number[] =>
      of(conduct).map(({ watch }) => watch?.findings.filter((finding) => finding.code === code).length ?? 0);
    for (const count of found('不写日期', 'late-proven')) assert.equal(count, 24);
    for (const count of found('倒填日期', 'date-too-early')) assert.equal(count, 24);
    for (const count of [...found('改动', 'changed-silently'), ...found('撤下', 'removed-silently')]) assert.ok(count >= 23);
    // 105 Mondays of 730 days: 625 ÷ 730 = 85.6 %.
    for (const { watch } of of('周一停机')) assert.equal(watch?.availability, 85.6);
  });
});
