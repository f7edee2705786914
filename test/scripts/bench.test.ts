import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { judged } from '../../bench/bars.mjs';
import { figuresOf } from '../../bench/figures.mjs';
import { judge, median, pairedRatio, quantile, spread } from '../../bench/maths.mjs';
import { readOptions } from '../../bench/options.mjs';
import { report } from '../../bench/report.mjs';
import type { Scale } from '../../bench/scale/figures.mjs';
import { CLASSES, queriesOf } from '../../bench/scale/queries.mjs';
import { scaleSection } from '../../bench/scale/report.mjs';
import { roundsOf } from '../../bench/scale/visit.mjs';
import { Store } from '../../bench/store.mjs';

const options = readOptions(['--records', '10k', '--reps', '3']);

/** Cells as a run leaves them: of three rounds, by what was measured in the first. */
const cells: Record<string, unknown> = { size: [{ name: 'ours', js: 56_001, css: 0 }] };
const load = (page: string, first: readonly number[], longest: number): void =>
  first.forEach((ms, round) => (cells[`tables 10k 4x 10M ${page} ${String(round)}`] = { first: ms, longest }));
load('blank', [500, 1000, 400], 100);
load('ours', [700, 1200, 640], 125);
load('listjs', [3000, 2000, 2200], 800);
load('aggrid', [4000, 4000, 4000], 900);
for (const [engine, p95] of [['wasm', 2], ['ours-small', 3]] as const) {
  cells[`search 10k ${engine} 0`] = { p50: 1, p95, checked: 156, exact: 156, firstRight: 156, textBytes: 5e6 };
}
cells['memory 10k blank 0'] = { main: 1_000_000, workers: 0 };
cells['memory 10k ours 0'] = { main: 1_400_000, workers: 1, worker: 9e6 };
cells['memory mounts'] = { after10: 2_000_000, after110: 2_500_000, nodes10: 300, nodes110: 300 };
const figures = figuresOf({ get: (key) => cells[key] }, options);
const verdictOf = (bar: RegExp) => judged(figures).filter((each) => bar.test(each.bar)).map(({ verdict, distance }) => distance === undefined ? verdict : `${verdict} ${distance.toFixed(2)}`);

describe('bench', () => {
  test('medians, quantiles and spreads leave out what was not measured', () => {
    assert.equal(median([3, 1, 2]), 2);
    assert.equal(median([4, 1, 2, 3]), 2.5);
    assert.equal(median([]), NaN);
    assert.equal(quantile([5, 1, 4, 2, 3], 0.95), 5);
    assert.equal(quantile(Array.from({ length: 100 }, (_, n) => n + 1), 0.95), 95);
    assert.equal(quantile([], 0.5), NaN);
    assert.deepEqual(spread([2, undefined, 8, NaN, 4]), { median: 4, min: 2, max: 8, n: 3 });
    assert.equal(spread([undefined]), undefined);
  });

  test('ratios are made within a round', () => {
    // 1.4, 1.2, 1.6: the slow round has hit both, and does not count.
    assert.equal(pairedRatio([700, 1200, 640], [500, 1000, 400])?.median, 1.4);
    assert.deepEqual(pairedRatio([1, undefined, 4], [2, 3, 0]), { median: 0.5, min: 0.5, max: 0.5, n: 1 });
  });

  test('a bar is met, missed by a distance, or not measured', () => {
    assert.deepEqual(judge(50, 50), { verdict: 'met' });
    assert.deepEqual(judge(75, 50), { verdict: 'missed', distance: 1.5 });
    assert.deepEqual(judge(1, 0), { verdict: 'missed' });
    assert.deepEqual(judge(NaN, 50), { verdict: 'not measured' });
    assert.deepEqual(judge(undefined, 50), { verdict: 'not measured' });
  });

  test('figures are held against the bars', () => {
    assert.deepEqual(verdictOf(/sgs\.js/), ['missed 1.00']);
    assert.deepEqual(verdictOf(/4×.*≤ 1\.5× blank/), ['met']);
    // The best peer's median is List.js's 2200; a third of it is 733.
    assert.deepEqual(verdictOf(/best peer \(listjs\)/), ['met']);
    assert.deepEqual(verdictOf(/longest task ≤ 125 ms/), ['met']);
    assert.deepEqual(verdictOf(/WASM SIMD/), ['not measured', 'missed 1.50']);
    assert.deepEqual(verdictOf(/every hit/), ['met']);
    assert.deepEqual(verdictOf(/main thread ≤ 1\.5×/), ['met']);
    assert.deepEqual(verdictOf(/worker ≤ 1\.2× .* = 8\.0 MB/), ['missed 1.13']);
    assert.deepEqual(verdictOf(/unmounts/), ['missed 5.00', 'met']);
    assert.deepEqual(verdictOf(/static folder/), ['not measured']);
  });

  test('the report tells the verdicts and the machine, and draws what grows', () => {
    const machine = { cpu: '2 × made-up', memory: '24 GB', node: '20.19.0', browser: '150.0', load: 0.1, peers: { 'list.js': '2.3.1' } };
    const { markdown, svg } = report({ store: { get: (key) => cells[key], run: { started: '2026-01-02T03:04:05Z' } }, options, machine });
    assert.match(markdown, /^# Bench\n\n2026-01-02, part of a run; 3 rounds\. 2 × made-up, 24 GB; Node 20\.19\.0, Chromium 150\.0;.* list\.js 2\.3\.1\.$/m);
    assert.match(markdown, /\| search \| 10k: p95 ≤ 1\.0× the WASM SIMD scan, last good copy \(ours-small\) \| 1\.50× \| \*\*missed\*\*, 1\.50× the bar \|/);
    assert.match(markdown, /\| \*\*ours\*\* \| 700 \(640–1200\) \| 1\.40 \(1\.20–1\.60\) \|/);
    assert.match(svg, />ours</);
    assert.doesNotMatch(svg, /NaN/);
  });

  test('of a folder the dearest class and the longest chain count, and every page that differs', () => {
    const queries = [['2', 'name2', 74], ['4', 'name4', 40], ['8', 'name4', 66], ['code', 'code', 12], ['part', undefined, 900]].map(([name, bar, kb50]) => ({
      name, ...(bar && { bar }), asked: 100, right: 100, totals: 90, kb50, kb95: 120, kbMost: 200, requests50: 5, rounds50: 3, roundsMost: name === '8' ? 6 : 3, tooMany: name === '8' ? 2 : 0,
    }));
    const used = { seconds: 66, cpuSeconds: 54, memoryMb: 900, oneCore: true };
    const scale = {
      records: 1_000_000, queries, published: { ...used, on: '2026-01-02T03:04:05Z' }, days: [0.01, 0.04].map((part, day) => ({ ...used, day, part, added: 550, corrected: 6, withdrawn: 6, files: 800, bytes: part * 6e7 })),
      browser: [{ name: '2', asked: 10, right: 9, ms50: 200, ms95: 300, kb50: 74, requests50: 5, roundsMost: 3, same: 10 }],
      size: { files: 40_000, bytes: 3e8, index: 6e7 }, failed: 'too late',
    };
    const bars = judged({ ...figures, scale: scale as unknown as Scale }).filter(({ area }) => area === 'scale');
    assert.deepEqual(bars.map(({ bar, verdict, distance }) => [/first page ≤|2 ch|4 and|code or|round trips|full scan|published|a day/.exec(bar)?.[0], verdict, distance?.toFixed(2)]), [
      ['first page ≤', 'not measured', undefined], ['2 ch', 'met', undefined], ['4 and', 'missed', '1.02'], ['code or', 'met', undefined], ['round trips', 'missed', '1.50'],
      ['full scan', 'missed', undefined], ['published', 'missed', '1.10'], ['a day', 'met', undefined],
    ]);
    assert.equal(bars.find(({ bar }) => bar.includes('full scan'))?.said, '500 of 500, 9 of 10 in Chromium');
    assert.equal(bars.find(({ bar }) => bar.includes('round trips'))?.said, '6; more than 4 in 2 of 500 queries');
    const section = scaleSection(scale as unknown as Scale).join('\n');
    assert.match(section, /66\.0 s by the clock, 54\.0 s of processor time/);
    assert.match(section, /\| 2 \| 100\/100 \| 90\/100 \| 74\.0 \| 120 \| 5 \| 3, 3 \| 9\/10 \| 200 \| 300 \| 3 \| 10\/10 \|/);
    assert.match(section, /Not measured to the end: too late\./);
    assert.doesNotMatch(section, /undefined|NaN/);
  });

  test('a round is a request that was made after another had come', () => {
    const at = (start: number, end: number) => ({ path: '/', start, end });
    assert.equal(roundsOf([]), 0);
    assert.equal(roundsOf([at(0, 5), at(1, 4), at(2, 9)]), 1);
    // Two that wait for the first, and one that waits for the slower of them.
    assert.equal(roundsOf([at(7, 9), at(0, 2), at(2, 4), at(3, 6)]), 3);
  });

  test('the same queries are asked every time, of records that have what is asked for', () => {
    const samples = { license: [{ name: '张某', code: '', number: '甲许〔2025〕1号' }, { name: '青岚市甲乙丙食品有限公司', code: '91349900MA00000000', number: '甲许〔2025〕2号' }], penalty: [{ name: '青岚市丁店', code: '92349900MA00000000', number: '' }, { name: '青岚市丁戊己庚辛有限公司', code: '', number: '甲罚〔2025〕3号' }] };
    const asked = queriesOf(samples, 90);
    assert.deepEqual(asked, queriesOf(samples, 90));
    const of = (name: string) => asked.filter((query) => query.class === name).map(({ q }) => q);
    assert.ok(CLASSES.every(({ name }) => of(name).length === 10));
    assert.ok(of('8 characters of a name').every((q) => q.length === 8));
    assert.ok(of('credit code').every((q) => q.length === 18));
    assert.ok(of('document number').every((q) => q.endsWith("号")));
  });

  test('a run that was interrupted goes on, and one cell can be measured again', async (t) => {
    const folder = await mkdtemp(join(tmpdir(), 'sgs-bench-'));
    t.after(() => rm(folder, { recursive: true }));
    const open = (id: string, keep = false) => new Store(join(folder, 'run'), { id, fresh: false, keep, now: '2026-01-01' });
    const first = open('a');
    first.set('tables 10k ours 0', { first: 1 });
    first.set('tables 10k blank 0', { first: 2 });
    assert.deepEqual(open('a').get('tables 10k ours 0'), { first: 1 });
    assert.equal(open('a').forget('ours'), 1);
    assert.deepEqual(open('a').keys(), ['tables 10k blank 0']);
    open('a').finish('2026-01-02');
    assert.deepEqual(open('b', true).keys(), ['tables 10k blank 0']);
    // Another question, or the same once more after the end, begins anew.
    assert.deepEqual(open('a').keys(), []);
    open('a').set('x', 1);
    assert.deepEqual(open('b').keys(), []);
  });

  test('options are understood or refused', () => {
    assert.deepEqual(readOptions([]).records, [1000, 10_000, 100_000]);
    assert.equal(readOptions([]).whole, true);
    assert.deepEqual(readOptions(['--records', '500,2k,1M']).records, [500, 2000, 1_000_000]);
    assert.deepEqual(readOptions(['--only', 'search']).parts, ['search']);
    assert.equal(readOptions(['--quick']).whole, false);
    assert.throws(() => readOptions(['--only', 'serach']), /no part serach/);
    assert.throws(() => readOptions(['--records', 'many']), /many is no number/);
    assert.throws(() => readOptions(['--fats']), /--fats is not understood/);
  });
});
