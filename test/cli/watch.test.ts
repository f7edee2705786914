// Looking at departments day by day: what is new, changed, gone; the log is chained, mends what was cut short, and notices a hand in it.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { appendLook, logPath, readWatchFile } from '../../src/cli/watch-file.js';
import type { LogEvent } from '../../src/score/watch-log.js';
import { writeXlsxRows } from '../fixtures/score/xlsx.js';
import { creditCode } from '../score/departments.js';
import { sgs } from './run.js';

const folder = mkdtempSync(join(tmpdir(), 'sgs-watch-'));
after(() => rmSync(folder, { recursive: true }));
const at = (name: string): string => join(folder, name);

const NAME = '青岚市甲局';
const license = (n: number, more: object = {}): object => ({
  kind: 'license', documentNumber: `甲许〔2026〕${n}号`, documentName: '准予决定书', subjectName: `青岚市${n}号有限公司`, subjectType: '法人及非法人组织',
  creditCode: creditCode(40_000_000 + n), legalRepresentative: '周某', category: '普通', content: '准予', decidedOn: '2026-10-09',
  validTo: '2099-12-31',
  authority: NAME, authorityCode: creditCode(1), sourceUnit: NAME, sourceCode: creditCode(1), publishedOn: '2026-10-12', ...more,
});
const feed = (records: readonly object[]): void => writeFileSync(at('jia.json'), JSON.stringify({
  version: 1, standard: '2018', publisher: { name: NAME }, updated: '2026-10-31', records,
}));
const list = (more: object = {}): string => {
  writeFileSync(at('list.json'), JSON.stringify([{ name: NAME, feed: 'jia.json', since: '2026-10', ...more }]));
  return at('list.json');
};
const watch = (day: string, ...args: readonly string[]) => sgs('watch', list(), '-o', at('log'), '--today', day, ...args);
const log = logPath(at('log'), NAME);
const seenIn = (path: string): readonly string[] => readFileSync(path, 'utf8').split('\n')
  .filter((line) => line.startsWith('{"op":"seen"')).map((line) => (JSON.parse(line) as { id: string }).id);
const fresh = (): void => rmSync(at('log'), { recursive: true, force: true });

describe('sgs watch', () => {
  test('names what is new, changed with and without a word, gone, and back', async () => {
    fresh();
    feed([license(1), license(2), license(3), license(4)]);
    const first = await watch('2026-10-12');
    assert.match(first.out, /新增 4 条，改动 0 条，不再公示 0 条；监测 1 次，1 次可以读取/);
    assert.equal(first.code, 0);
    // 2 is corrected and says so; 3 is changed in silence; 4 is deleted; 5 is new.
    feed([license(1), license(2, { content: '准予经营', updatedOn: '2026-10-15' }), license(3, { content: '准予经营药品' }), license(5)]);
    const { out, code } = await watch('2026-10-15');
    assert.match(out, /新增 1 条，改动 2 条，不再公示 1 条/);
    assert.match(out, /公示期内悄悄删除：甲许〔2026〕4号（最后见于 2026-10-12）/);
    assert.match(out, /公示后悄悄改动：甲许〔2026〕3号/);
    assert.equal(code, 1);
    feed([license(1), license(2, { content: '准予经营', updatedOn: '2026-10-15' }), license(3, { content: '准予经营药品' }), license(4), license(5)]);
    assert.match((await watch('2026-10-16')).out, /新增 0 条，改动 0 条，不再公示 0 条/);
    const { state } = await readWatchFile(log);
    assert.equal([...state!.records.values()].filter(({ gone }) => gone).length, 0);
  });

  test('a record whose name is corrected is the same decision; a lawful end is no silence', async () => {
    fresh();
    const penalty = license(6, { kind: 'penalty', result: '罚款', facts: 'x', basis: 'x', publicUntil: '2026-10-20' });
    feed([license(1), license(2), license(3), penalty]);
    await watch('2026-10-12');
    const withdrawn = { what: 'withdrawn', kind: 'license', documentNumber: '甲许[2026]2号', on: '2026-10-13' };
    writeFileSync(at('history.json'), JSON.stringify([withdrawn]));
    feed([license(1, { subjectName: '青岚市一号有限公司', updatedOn: '2026-10-21' }), license(3, { status: '撤销' })]);
    const { out } = await sgs('watch', list({ history: 'history.json' }), '-o', at('log'), '--today', '2026-10-21', '--json');
    const [{ events }] = JSON.parse(out) as [{ events: LogEvent[] }];
    const gone = events.flatMap((event) => (event.op === 'gone' ? [event.why] : []));
    assert.deepEqual(gone.sort(), ['expired', 'withdrawn', 'withdrawn']);
    assert.equal(events.filter(({ op }) => op === 'seen').length, 0);
    assert.deepEqual(events.flatMap((event) => (event.op === 'changed' ? [event.said] : [])), [true]);
  });

  test('a feed that can’t be read is a look that failed, and nothing is gone', async () => {
    fresh();
    feed([license(1)]);
    await watch('2026-10-12');
    rmSync(at('jia.json'));
    const { out, code } = await watch('2026-10-13');
    assert.match(out, /无法读取（network）；监测 2 次，1 次可以读取/);
    assert.equal(code, 1);
    feed([license(1)]);
    assert.match((await watch('2026-10-14')).out, /新增 0 条.*监测 3 次，2 次可以读取/);
  });

  test('another release cleans texts in another way: that is no change of the department’s', async () => {
    fresh();
    feed([license(1)]);
    await watch('2026-10-12');
    const text = readFileSync(log, 'utf8');
    const { readLog, lineOf } = await import('../../src/score/watch-log.js');
    const { chainHash } = await import('../../src/cli/watch-file.js');
    const read = readLog(text);
    assert.ok(read.ok);
    const run: LogEvent = { op: 'run', t: '2026-10-13T06:00', ok: true, v: '0.0.0' };
    const one = lineOf(run, read.state.chain, chainHash);
    appendFileSync(log, one.line + lineOf({ op: 'end', n: 1 }, one.chain, chainHash).line);
    feed([license(1, { content: '改了' })]);
    assert.equal((await watch('2026-10-14')).code, 0);
  });
});

describe('the log', () => {
  test('cut at a hundred random bytes it loses no line and writes none twice', async () => {
    let seed = 7;
    const random = (): number => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
    fresh();
    const records = Array.from({ length: 40 }, (_, n) => license(n));
    for (let time = 0; time < 100; time++) {
      feed(records.slice(0, 1 + Math.floor(time / 2.5)));
      const before = existsSync(log) ? readFileSync(log, 'utf8') : '';
      await watch('2026-10-12');
      const whole = readFileSync(log, 'utf8');
      assert.ok(whole.startsWith(before.slice(0, before.lastIndexOf('\n') + 1)), 'a line is lost');
      // As if it had been killed while it wrote this look.
      truncateSync(log, Buffer.byteLength(before.slice(0, before.lastIndexOf('\n') + 1))
        + Math.floor(random() * (Buffer.byteLength(whole) - Buffer.byteLength(before.slice(0, before.lastIndexOf('\n') + 1)) + 1)));
    }
    feed(records);
    await watch('2026-10-13');
    const seen = seenIn(log);
    assert.equal(seen.length, 40);
    assert.equal(new Set(seen).size, 40);
    const { state } = await readWatchFile(log);
    assert.equal(state!.records.size, 40);
  });

  test('killed for real while it writes, it goes on where it was', async () => {
    const path = logPath(at('killed'), 'x');
    const script = at('child.mts');
    writeFileSync(script, `import { appendLook } from ${JSON.stringify(join(import.meta.dirname, '../../src/cli/watch-file.ts'))};
for (let n = 0; ; n++) await appendLook(${JSON.stringify(path)}, async (state) => [
  ...(state ? [] : [{ op: 'log', department: 'x', format: 1 }]), { op: 'run', t: '2026-10-12T06:00', ok: true, v: '1' },
  ...Array.from({ length: 50 }, (_, i) => i + (state?.records.size ?? 0))
    .map((i) => ({ op: 'seen', id: String(i), hash: 'x', no: '甲' + i, on: '' })),
  { op: 'end', n: 0 }]);\n`);
    const kills = Number(process.env['KILLS'] ?? 3);
    for (let n = 0; n < kills; n++) {
      const size = existsSync(path) ? readFileSync(path).length : 0;
      const child = spawn(process.execPath, ['--import', 'tsx', script], { stdio: 'ignore' });
      // Once it writes, at whatever byte it is.
      const sizeNow = (): number => (existsSync(path) ? readFileSync(path).length : 0);
      while (child.exitCode === null && sizeNow() <= size) await new Promise((resolve) => setImmediate(resolve));
      for (let turn = Math.floor(Math.random() * 400); turn > 0; turn--) await new Promise((resolve) => setImmediate(resolve));
      assert.equal(child.exitCode, null);
      child.kill('SIGKILL');
      await new Promise((resolve) => child.once('exit', resolve));
    }
    await appendLook(path, () => Promise.resolve([{ op: 'end', n: 0 }]));
    const ids = seenIn(path);
    assert.deepEqual(ids, ids.map((_, i) => String(i)));
  });

  test('a line that was changed is told, and nothing is written behind it', async () => {
    fresh();
    feed([license(1), license(2)]);
    await watch('2026-10-12');
    writeFileSync(log, readFileSync(log, 'utf8').replace('2026-10-12T', '2026-10-02T'));
    const before = readFileSync(log, 'utf8');
    const { err, code } = await watch('2026-10-13');
    assert.match(err, /第 2 行与前面的记录不相连，监测日志被改动过/);
    assert.equal(code, 2);
    assert.equal(readFileSync(log, 'utf8'), before);
    assert.equal((await sgs('score', list(), '--log', at('log'), '--today', '2026-10-31')).code, 2);
  });

  test('one look at a time; what a killed one has left is no lock', async () => {
    fresh();
    feed([license(1)]);
    await watch('2026-10-12');
    writeFileSync(`${log}.lock`, '1');
    assert.match((await watch('2026-10-13')).err, /另一次监测正在写入/);
    writeFileSync(`${log}.lock`, '999999999');
    assert.equal((await watch('2026-10-13')).code, 0);
  });
});

describe('the score by log and ledger', () => {
  test('the log proves a missing day, and contradicts a false one', async () => {
    fresh();
    feed([license(1)]);
    await watch('2026-10-12');
    // 2 has no day and was seen the day after it was decided; 3 claims the 13th and was not there on the 26th.
    feed([license(1), license(2, { publishedOn: undefined })]);
    await watch('2026-10-13');
    await watch('2026-10-26');
    feed([license(1), license(2, { publishedOn: undefined }), license(3, { publishedOn: '2026-10-13' })]);
    await watch('2026-10-27');
    const { out } = await sgs('score', list(), '--log', at('log'), '--today', '2026-10-31');
    assert.match(out, /3 条中 2 条在 7 个工作日内公示/);
    assert.match(out, /监测 4 次，4 次可以读取；监测记录证明公示日期 1 条，与公示日期不符 1 条/);
    assert.match(out, /甲许〔2026〕3号 {2}公示日期与监测记录不符/);
    assert.doesNotMatch(out, /不可核实/);
    // Without the log nothing proves the second: a third of the days is more than 5 %.
    assert.match((await sgs('score', list(), '--today', '2026-10-31')).out, /不可核实/);
    assert.match((await sgs('score', list(), '--watch', at('log'), '--today', '2026-10-31')).out, /监测 5 次/);
  });

  // Decided on 9 October: seven working days are over on 19 October 2026 (10 October is worked: 10, 12, 13, 14, 15, 16, 19).
  // The ledger has 1 to 6: 1 in time, 2 late, 3 of another firm (missing), 4 masked person (in time), 5 not published on 31 October
  // (missing), 6 not to be published; 7 was decided on 30 October and may still come. Due 5 (1 to 5), published 3, late 1, missing 2.
  test('what was decided against what was published, by number and subject', async () => {
    feed([
      license(1), license(2, { publishedOn: '2026-10-20' }), license(3),
      license(4, { subjectName: '王某', subjectType: '自然人', creditCode: undefined, legalRepresentative: undefined }),
    ]);
    const rows = [
      ['文号', '当事人', '决定日期', '类型', '县区', '是否公示'],
      ['甲许[2026] 1号', '青岚市1号有限公司', '2026-10-09', '行政许可', '甲县', '是'],
      ['甲许〔2026〕2号', '青岚市2号有限公司', '2026-10-09', '行政许可', '甲县', '是'],
      ['甲许〔2026〕3号', '青岚市别的公司', '2026-10-09', '行政许可', '乙县', '是'],
      ['甲许〔2026〕4号', '王小明', '2026-10-09', '行政许可', '乙县', '是'],
      ['甲许〔2026〕5号', '青岚市5号有限公司', '2026-10-09', '行政许可', '乙县', '是'],
      ['甲许〔2026〕6号', '青岚市6号有限公司', '2026-10-09', '行政许可', '乙县', '否'],
      ['甲许〔2026〕7号', '青岚市7号有限公司', '2026-10-30', '行政许可', '乙县', '是'],
    ];
    await writeXlsxRows(at('台账.xlsx'), rows);
    const [html, xlsx] = [at('月报.html'), at('月报.xlsx')];
    const { out } = await sgs('score', list(), '--ledger', at('台账.xlsx'), '--today', '2026-10-31', '--html', html, '--xlsx', xlsx);
    assert.match(out, /应公示 5 件，已公示 3 ÷ 5 = 60\.0%，迟报 1 ÷ 5 = 20\.0%，漏报\/瞒报 2 ÷ 5 = 40\.0%，合规率 3 ÷ 3 = 100\.0%，入库率 4 ÷ 4 = 100\.0%/);
    assert.match(out, /1 件未满 7 个工作日，未计入应公示；1 件台账注明不公示，未计入/);
    assert.match(out, /甲县：应公示 2 件/);
    assert.match(out, /甲许〔2026〕5号 {2}台账中有，没有公示/);
    const page = readFileSync(html, 'utf8');
    assert.ok(page.includes('漏报/瞒报') && page.includes('2 ÷ 5 = 40.0%') && !page.includes('王小明'));
    assert.ok(existsSync(xlsx));
    // A feed of numbers says the same as the table.
    const numbers = rows.slice(1).map(([documentNumber, subjectName, decidedOn]) => ({ documentNumber, subjectName, decidedOn }));
    writeFileSync(at('numbers.json'), JSON.stringify(numbers));
    const { out: again } = await sgs('score', list({ ledger: 'numbers.json' }), '--today', '2026-10-31');
    assert.match(again, /应公示 6 件，已公示 3 ÷ 6 = 50\.0%/);
    assert.match((await sgs('score', list(), '--ledger', at('list.json'))).err, /没有找到文号一列/);
  });

  test('a calendar of a new year is a file', async () => {
    writeFileSync(at('2027.json'), '{"2027":{"off":"01-01..01-03"}}');
    feed([license(1, { decidedOn: '2026-12-24', publishedOn: '2027-01-05' })]);
    const score = (...args: readonly string[]) => sgs('score', list({ since: '2026-12' }), '--today', '2027-01-20', ...args);
    assert.match((await score()).out, /另有 1 条要等下一年度的放假安排公布后判断/);
    // 25, 28, 29, 30, 31 December, 4 and 5 January: the seventh working day.
    assert.match((await score('--calendar', at('2027.json'))).out, /1 条中 1 条在 7 个工作日内公示；工作日中位数 7/);
    writeFileSync(at('bad.json'), '{"2027":{"worked":"01-02"}}');
    assert.equal((await score('--calendar', at('bad.json'))).code, 2);
  });
});
