// 网络检测: what was seen when, and what that proves; nothing is believed that was cut short or changed.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linesOfRun } from '../../src/score/watch-run.js';
import { saidIn } from '../../src/score/watch-read.js';
import { chainLines, readLog } from '../../src/score/watch-log.js';
import { watchLines, watchText } from '../../src/score/watch-words.js';
import { digest, license, Log, NAME, penalty, sees } from './watching.js';

// 2026-11-02 is a Monday; seven working days after it is 2026-11-11.
const told = (log: Log): readonly string[] => log.result.findings.map((finding) => `${finding.documentNumber} ${watchText(finding)}`);

test('公示日期 between the last run without a decision and the first with it is verified', () => {
  const log = new Log();
  log.run('2026-11-02', [license(1, '2026-10-30', { publishedOn: '2026-11-01' })]);
  log.run('2026-11-03', [license(1, '2026-10-30', { publishedOn: '2026-11-01' }), license(2, '2026-11-02', { publishedOn: '2026-11-03' })]);
  // Published after the run of the same day, seen the day after.
  log.run('2026-11-04', [license(1, '2026-10-30', { publishedOn: '2026-11-01' }), license(2, '2026-11-02', { publishedOn: '2026-11-03' }),
    license(3, '2026-11-02', { publishedOn: '2026-11-03' })]);
  const { verified, contradicted, unverifiable, findings } = log.result;
  // What stood there in the first run may be as old as it says.
  assert.deepEqual([verified, contradicted, unverifiable], [2, 0, 1]);
  assert.deepEqual(findings, []);
});

test('a day before a run that did not find it, and a day after it was seen, are contradicted', () => {
  const log = new Log();
  log.run('2026-11-02', []);
  log.run('2026-11-10', []);
  log.run('2026-11-11', [license(1, '2026-11-02', { publishedOn: '2026-11-04' }), license(2, '2026-11-09', { publishedOn: '2026-11-12' })]);
  assert.equal(log.result.contradicted, 2);
  assert.deepEqual(told(log), [
    '青许〔2026〕1号 公示日期不实：写为 2026-11-04，但 2026-11-10 检测时尚未公示，2026-11-11 首次见到',
    '青许〔2026〕2号 公示日期不实：写为 2026-11-12，但 2026-11-11 已经见到',
  ]);
});

test('late publication is proven whatever the dates say, and even without any', () => {
  const log = new Log();
  log.run('2026-11-02', []);
  // On the seventh working day it may still come out after the run; on the day after that it is late.
  log.run('2026-11-12', [license(1, '2026-11-02')]);
  log.run('2026-11-13', [license(1, '2026-11-02'), license(2, '2026-11-02', { publishedOn: '2026-11-11' }), license(3, '2026-11-02')]);
  assert.equal(log.result.late, 2);
  assert.deepEqual(told(log), [
    '青许〔2026〕2号 公示日期不实：写为 2026-11-11，但 2026-11-12 检测时尚未公示，2026-11-13 首次见到',
    '青许〔2026〕2号 迟报：2026-11-02 作出决定，2026-11-12 检测时尚未公示，已超过 7 个工作日，2026-11-13 首次见到',
    '青许〔2026〕3号 迟报：2026-11-02 作出决定，2026-11-12 检测时尚未公示，已超过 7 个工作日，2026-11-13 首次见到',
  ]);
});

test('a run that could not be read proves nothing', () => {
  const log = new Log();
  log.run('2026-11-02', []);
  log.fail('2026-11-12');
  log.run('2026-11-13', [license(1, '2026-11-02', { publishedOn: '2026-11-10' })]);
  assert.deepEqual(told(log), []);
  assert.deepEqual([log.result.runs, log.result.read, log.result.availability], [3, 2, 66.6]);
});

test('what goes has a reason, or goes silently', () => {
  const log = new Log();
  const penalties = [1, 2, 3, 4, 5, 6].map((serial) => penalty(serial, '2026-03-02'));
  log.run('2026-11-02', [...penalties, penalty(7, '2025-11-02', { grade: '一般' }), license(8, '2026-03-02', { validTo: '2026-11-02' })]);
  const said = saidIn([[
    { what: 'ended', kind: 'penalty', documentNumber: '青罚[2026]1号', reason: 'repaired' },
    { what: 'withdrawn', kind: 'penalty', documentNumber: '青罚〔2026〕2号' },
    { what: 'added', kind: 'penalty', documentNumber: '青罚〔2026〕6号' }, null,
  ]]);
  log.run('2026-11-03', [
    penalty(3, '2026-03-02', { status: '2', revokeReason: '经行政复议撤销' }), penalty(4, '2026-03-02', { publicUntil: '2026-11-02' }),
    penalty(5, '2026-03-02', { 信息使用范围: '1' }),
  ], said);
  assert.deepEqual(log.result.gone, { expired: 3, repaired: 1, withdrawn: 2, withheld: 1, silently: 1 });
  assert.deepEqual(told(log), ['青罚〔2026〕5号 曾经公示，现改为不公示（2026-11-03 发现）',
    '青罚〔2026〕6号 未说明即撤下：2026-11-02 还在公示，2026-11-03 已不见']);
  assert.equal(watchLines(log.result)[2], '不再公示：公示到期 3 条，信用修复 1 条，撤销、撤回 2 条，改为不公示 1 条，未说明 1 条');
  // Explained a week later; not by the end of its time.
  log.run('2026-11-09', [], saidIn([[{ what: 'ended', kind: 'penalty', documentNumber: '青罚〔2026〕6号', reason: 'repaired' }]]));
  assert.deepEqual([log.result.gone.repaired, log.result.gone.silently], [2, 0]);
  log.run('2030-11-09', []);
  assert.deepEqual([log.result.gone.expired, log.result.gone.repaired], [3, 2]);
});

test('what comes back is there again, and was changed if it reads differently', () => {
  const log = new Log();
  log.run('2026-11-02', [license(1, '2026-10-30'), license(2, '2026-10-30')]);
  log.run('2026-11-03', []);
  log.run('2026-11-04', [license(1, '2026-10-30'), license(2, '2026-10-30', { content: '准予从事药品经营。' })]);
  assert.deepEqual(told(log), ['青许〔2026〕2号 未说明即改动内容（2026-11-04 发现）']);
  assert.equal(log.result.gone.silently, 0);
});

test('a change is silent unless it is said', () => {
  const log = new Log();
  const rows = [1, 2, 3, 4, 5, 6].map((serial) => license(serial, '2026-10-30', { publishedOn: serial === 5 ? '' : '2026-11-02' }));
  log.run('2026-11-02', rows);
  const changed = { content: '准予从事药品经营。', publishedOn: '2026-11-02' };
  log.run('2026-11-03', [
    license(1, '2026-10-30', changed),
    license(2, '2026-10-30', { ...changed, updatedOn: '2026-11-03' }),
    license(3, '2026-10-30', changed),
    license(4, '2026-11-01', { publishedOn: '2026-11-02', documentNumber: '青许〔2026〕4号' }),
    // The day of publication is filled in: that is what was asked for.
    license(5, '2026-10-30', { publishedOn: '2026-11-02' }),
    license(6, '2026-10-30', { publishedOn: '2026-10-31' }),
  ], saidIn([[{ what: 'corrected', kind: 'license', documentNumber: '青许〔2026〕3号' }]]));
  assert.deepEqual(told(log), [
    '青许〔2026〕1号 未说明即改动内容（2026-11-03 发现）',
    '青许〔2026〕4号 未说明即改动决定日期：2026-10-30 改为 2026-11-01（2026-11-03 发现）',
    '青许〔2026〕6号 未说明即改动公示日期：2026-11-02 改为 2026-10-31（2026-11-03 发现）',
  ]);
});

test('a decision date moved later without a word does not make a late decision one in time', () => {
  const log = new Log();
  log.run('2026-11-02', []);
  log.run('2026-11-12', []);
  log.run('2026-11-13', [license(1, '2026-11-02')]);
  log.run('2026-11-16', [license(1, '2026-11-12')]);
  assert.equal(log.result.late, 1);
  log.run('2026-11-17', [license(1, '2026-11-11', { updatedOn: '2026-11-17' })]);
  assert.equal(log.result.late, 0);
});

test('another subject under the same number is a change, and no new decision', () => {
  const log = new Log();
  log.run('2026-11-02', [license(1, '2026-10-30')]);
  log.run('2026-11-13', [license(1, '2026-10-30', { subjectName: '青岚市乙有限公司' })]);
  assert.deepEqual(told(log), ['青许〔2026〕1号 未说明即改动内容（2026-11-13 发现）']);
  const { seen, present, late, gone } = log.result;
  assert.deepEqual([seen, present, late, gone.silently], [1, 1, 0, 0]);
});

test('ids, the order and double rows of a feed make no difference; two subjects of one number are two decisions', () => {
  const log = new Log();
  const both = [license(1, '2026-10-30'), license(1, '2026-10-30', { subjectName: '青岚市乙有限公司' }),
    { ...license(2, '2026-10-30'), documentNumber: '' }, license(3, '2026-10-30'), license(3, '2026-10-30', { content: '准予延续。' })];
  log.run('2026-11-02', both.map((row, at) => ({ ...row, id: String(at) })));
  const before = log.text;
  log.run('2026-11-03', [...both.slice(0, 3).reverse(), ...both.slice(3), both[0]!].map((row, at) => ({ ...row, id: String(at + 7) })));
  assert.equal(log.result.present, 5);
  assert.deepEqual(told(log), []);
  assert.match(log.text.slice(before.length), /^\{"at":"2026-11-03 08:00","count":5,"h":"[\w-]{22}"\}\n$/);
});

test('another version or configuration reads texts differently, and nobody is charged with it', () => {
  const log = new Log();
  log.run('2026-11-02', [license(1, '2026-10-30')]);
  log.run('2026-11-03', [license(1, '2026-10-30', { content: '准予从事药品经营。' })], undefined, '2');
  assert.deepEqual(told(log), []);
  log.run('2026-11-04', [license(1, '2026-10-30')], undefined, '2');
  assert.equal(told(log).length, 1);
});

test('no name and no content of a decision stands in the log', () => {
  const log = new Log();
  log.run('2026-11-02', [penalty(1, '2026-10-30', { subjectName: '王小明', subjectType: '自然人' })]);
  assert.doesNotMatch(log.text, /王|小明|超范围|罚款/);
});

test('a log that was cut at any byte loses no line that was whole, and the next run writes none twice', () => {
  // 1,200 decisions: the run takes three lines.
  const rows = Array.from({ length: 1200 }, (_, at) => license(at + 1, '2026-10-30'));
  const log = new Log();
  log.run('2026-11-02', rows.slice(0, 2));
  const before = Buffer.from(log.text);
  log.run('2026-11-03', rows);
  const bytes = Buffer.from(log.text);
  const seen = sees(rows, '2026-11-04');
  const cuts = new Set([before.length, bytes.length]);
  // Every byte around the ends of lines, where a cut can go wrong, and every 997th of the rest.
  for (let at = before.length; at < bytes.length; at++)
    if (at % 997 === 0 || bytes.subarray(Math.max(at - 30, 0), at + 30).includes(0x0a)) cuts.add(at);
  for (const cut of cuts) {
    const torn = bytes.subarray(0, cut).toString('utf8');
    const read = readLog(torn, NAME, digest);
    assert.ok(read.ok, String(cut));
    const whole = torn.slice(0, torn.lastIndexOf('\n') + 1);
    const { text } = chainLines(linesOfRun(read.state, seen, '2026-11-04 08:00', '1'), read.state.last, digest);
    const healed = readLog(whole + text, NAME, digest);
    assert.ok(healed.ok && healed.state.entries.size === 1200, String(cut));
    assert.equal((whole + text).match(/"new",/g)?.length, 1200, String(cut));
    assert.ok(log.text.startsWith(whole));
  }
});

test('a small log cut at every byte', () => {
  const log = new Log();
  log.run('2026-11-02', [license(1, '2026-10-30')]);
  const bytes = Buffer.from(log.text);
  for (let cut = 0; cut <= bytes.length; cut++) {
    const again = new Log();
    again.text = bytes.subarray(0, cut).toString('utf8');
    again.run('2026-11-03', [license(1, '2026-10-30'), license(2, '2026-10-30')]);
    assert.deepEqual([again.result.present, again.text.match(/"new",/g)?.length], [2, 2], String(cut));
  }
});

test('a line that was changed, left out, doubled or put in is named, and nothing is believed', () => {
  const log = new Log();
  for (const day of ['02', '03', '04']) log.run(`2026-11-${day}`, [license(Number(day), '2026-10-30')]);
  const lines = log.text.split('\n').slice(0, -1);
  const spoilt: readonly (readonly string[])[] = [
    lines.map((line, at) => (at === 2 ? line.replace('2026-11-03', '2026-11-01') : line)),
    lines.filter((_, at) => at !== 2), [...lines.slice(0, 3), ...lines.slice(2)], [...lines.slice(0, 2), '{}', ...lines.slice(2)],
  ];
  for (const text of spoilt) {
    const read = readLog(`${text.join('\n')}\n`, NAME, digest);
    assert.ok(!read.ok);
    assert.match(read.problem, /第 [34] 行与前一行接不上/);
  }
  const other = readLog(log.text, '乙局', digest);
  assert.deepEqual(other, { ok: false, problem: '检测日志属于“青岚市甲局”' });
  const chained = (value: object) => readLog(chainLines([value], '', digest).text, NAME, digest);
  assert.match((chained({ sgs: 'watch', v: 2, department: NAME }) as { problem: string }).problem, /请升级/);
  assert.match((chained({ v: 1 }) as { problem: string }).problem, /第 1 行/);
});

test('a chained line that makes no sense is no better', () => {
  const events = [['new', 'a', 'b', 'notice', ''], ['gone', 'a', 'silently'], ['changed', 'a', 'b'], 3];
  for (const lines of [...events.map((event) => ({ at: '2026-11-02 08:00', events: [event], count: 1 })), { at: 'gestern' }, { at: 1 }]) {
    const head = chainLines([{ sgs: 'watch', v: 1, department: NAME }, lines], '', digest);
    assert.equal(readLog(head.text, NAME, digest).ok, false, JSON.stringify(lines));
  }
  assert.deepEqual(watchLines(new Log().result), ['网络检测：还没有检测记录']);
});
