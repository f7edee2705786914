// Whoever hides, deletes or backdates is named and never stands above whoever publishes honestly.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { scoreZhCN as words } from '../../src/locale/score-zh-CN.js';
import { createReader } from '../../src/feed/reader.js';
import { scorecardHtml } from '../../src/prerender/scorecard.js';
import { readDepartment, type Load } from '../../src/score/department.js';
import { ledgerOfJson } from '../../src/score/ledger.js';
import { scorecardOf, type Reading } from '../../src/score/score.js';
import { DEFAULTS } from '../../src/score/settings.js';
import { coverageSheet } from '../../src/score/sheets.js';
import { createLook, failedRun } from '../../src/score/watch-run.js';
import { createWatchReader, lineOf, readLog, type WatchState } from '../../src/score/watch-log.js';
import { dayAfter, makeCity, MANNERS, START, TODAY, type CityDepartment, type Manner } from './city.js';

const PER_MONTH = Number(process.env['CITY_PER_MONTH'] ?? 3);
/** Days between two looks: every day in the long run. */
const STEP = Number(process.env['CITY_STEP'] ?? 30);

const hash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 24);

const load = (text: string | undefined): Load => (_place, asked) => {
  if (text === undefined) return Promise.resolve({ ok: false, failure: { code: 'network', detail: '无法连接。' } });
  const reader = createReader({ today: TODAY, config: {}, onRecords: () => undefined, onRow: asked.onRow, onRoot: asked.onRoot });
  reader.push(text);
  return Promise.resolve({ ok: true, report: reader.end() });
};

interface Watched {
  readonly state: WatchState;
  readonly bytes: number;
}

/** Looks at one department's feed from its first day to the last. */
async function watch(department: CityDepartment): Promise<Watched> {
  let [log, chain] = ['', ''];
  let state: WatchState | undefined;
  const kept = createWatchReader();
  for (let day = START; day <= TODAY; day = dayAfter(day, STEP)) {
    const look = createLook();
    const text = department.feedOn(day);
    const reading = await readDepartment({ name: department.name, feeds: ['x'] }, undefined, day, load(text), { onExamined: look.add });
    const time = `${day}T06:00`;
    const { name } = department;
    for (const event of reading.ok ? look.end(state, name, time, '1') : failedRun(state, name, time, '1', 'network')) {
      const next = lineOf(event, chain, hash);
      log += next.line;
      ({ chain } = next);
      kept.take(event);
    }
    state = kept.state(chain);
  }
  // What was written says the same as what was known.
  const read = readLog(log, hash);
  assert.ok(read.ok);
  assert.deepEqual(read.state, state);
  return { state: read.state, bytes: Buffer.byteLength(log) };
}

test('forty departments over two years: honest ones first, each cheat named', async () => {
  const city = makeCity(PER_MONTH);
  const readings: Reading[] = [];
  let bytes = 0;
  for (const department of city) {
    const watched = await watch(department);
    bytes += watched.bytes;
    readings.push(await readDepartment(
      { name: department.name, feeds: ['x'], since: '2024-11' }, undefined, TODAY, load(department.feedOn(TODAY)),
      { watch: watched.state, ledger: ledgerOfJson(department.ledger) },
    ));
  }
  const card = scorecardOf(readings, { today: TODAY, settings: { ...DEFAULTS, months: 24 } });
  const of = (manner: Manner) => card.departments.filter(({ name }) => name.includes(manner));
  const worst = Math.max(...of('honest').map(({ rank }) => rank!));
  for (const manner of MANNERS) {
    if (manner === 'honest') continue;
    for (const { rank, name } of of(manner)) assert.ok(rank! > worst, `${name}: ${rank}, honest until ${worst}`);
  }
  for (const one of of('honest')) {
    assert.deepEqual([one.fixes.length, one.grade, one.score?.total], [0, '优秀', 100], one.name);
    assert.deepEqual([one.coverage?.missing, one.coverage?.late], [0, 0]);
  }
  // Late and telling it: never below those who are as late and hide the date or give a false one.
  const best = (manner: Manner): number => Math.min(...of(manner).map(({ rank }) => rank!));
  const last = (manner: Manner): number => Math.max(...of(manner).map(({ rank }) => rank!));
  assert.ok(last('late') < best('no-dates'), 'late before no-dates');
  assert.ok(last('late') < best('false-dates'), 'late before false-dates');
  const codes = (manner: Manner): ReadonlySet<string> => new Set(of(manner).flatMap(({ fixes }) => fixes.map(({ code }) => code)));
  // The last of those that are late are not there yet on the last day.
  assert.deepEqual([...codes('late')].sort(), ['not-published', 'published-late']);
  assert.ok(codes('no-dates').has('publication-date-missing'));
  assert.ok(codes('false-dates').has('publication-date-contradicted'));
  assert.deepEqual([...codes('hides')], ['not-published']);
  // What was deleted since the last look is missing by the ledger alone.
  assert.ok(codes('deletes').has('removed-silently'));
  assert.deepEqual([...codes('changes')], ['changed-silently']);
  const [mondays] = of('mondays');
  assert.ok(mondays!.score!.availability.readable! < mondays!.score!.availability.runs!);
  assert.ok(mondays!.score!.availability.points! < 100);
  // A third is hidden: one in three of each month.
  const [hides] = of('hides');
  assert.equal(hides!.coverage!.missing, hides!.coverage!.due / 3);
  const page = scorecardHtml(card, words);
  for (const text of ['漏报/瞒报', '公示期内悄悄删除', '公示后悄悄改动', '公示日期与监测记录不符', '迟报', '合规率', '入库率', '优秀'])
    assert.ok(page.includes(text), text);
  const sheet = coverageSheet(card, words)!;
  assert.deepEqual(sheet.columns.map(({ label }) => label), [
    '部门', '范围', '应公示', '已公示件数', '已公示（%）', '迟报件数', '迟报（%）', '漏报/瞒报件数', '漏报/瞒报（%）', '合规件数', '合规率', '入库件数', '入库率',
  ]);
  const [looks, decisions] = [readings.length * Math.ceil(730 / STEP), city.length * PER_MONTH * 24];
  if (process.env['CITY_PER_MONTH']) console.log({ bytes, looks, decisions });
});
