// `sgs watch`: a run a day into a log a department, on a real disk, killed at any moment.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { build } from 'esbuild';
import readXlsx from 'read-excel-file/node';
import { addToLog, digest, logPath, openLog } from '../../src/cli/watching.js';
import type { Scorecard } from '../../src/score/score.js';
import { readLog } from '../../src/score/watch-log.js';
import { license, penalty, type Row } from '../score/watching.js';
import { sgs } from './run.js';

const folder = mkdtempSync(join(tmpdir(), 'sgs-watch-'));
after(() => rmSync(folder, { recursive: true }));

const at = (name: string): string => join(folder, name);
const write = (name: string, value: unknown): string => {
  writeFileSync(at(name), JSON.stringify(value));
  return at(name);
};
const feed = (name: string, records: readonly Row[]): string => write(name, { standard: '2018', updated: '2026-11-02', records });
const list = write('departments.json', [{ name: '甲局', feed: 'a.json' }, { name: '乙局/二科', feed: 'b.json' }]);
const log = at('log');
const watch = (day: string, ...args: readonly string[]) => sgs('watch', list, '--log', log, '--today', day, ...args);

test('three days: what is new, changed, gone and unread is told, and the ranking is told of it', async () => {
  feed('a.json', [license(1, '2026-10-30', { publishedOn: '2026-11-02' }), penalty(2, '2026-10-30', { publishedOn: '2026-11-02' })]);
  feed('b.json', [license(3, '2026-10-30')]);
  const first = await watch('2026-11-02');
  assert.equal(first.code, 0, first.err);
  assert.match(first.out, /甲局：在公示 2 条，新增 2 条，改动 0 条\n乙局\/二科：在公示 1 条/);
  rmSync(at('b.json'));
  feed('a.json', [license(1, '2026-10-30', { publishedOn: '2026-11-02', content: '准予从事药品经营。' })]);
  const second = await watch('2026-11-03');
  assert.equal(second.code, 1);
  assert.match(second.out, /其中 1 个无法读取\n甲局：在公示 1 条，新增 0 条，改动 1 条，不再公示 1 条（未说明 1）\n {4}青许〔2026〕1号 {2}未说明即改动内容/);
  assert.match(second.out, /乙局\/二科：无法读取：文件不存在/);
  assert.match(second.out, /日志校验码（.*）：[\w-]{22}/);
  feed('b.json', [license(3, '2026-10-30')]);
  const history = write('history.json', [{ what: 'ended', kind: 'penalty', documentNumber: '青罚〔2026〕2号', reason: 'repaired' }]);
  const third = await watch('2026-11-04', '--history', history, '--json');
  assert.deepEqual((JSON.parse(third.out) as readonly { code: string; text: string }[]).map(({ code, text }) => `${code} ${text}`),
    ['ok 在公示 1 条，新增 0 条，改动 0 条，不再公示 1 条（信用修复 1）', 'ok 在公示 1 条，新增 0 条，改动 0 条']);

  const score = (...args: readonly string[]) => sgs('score', list, '--today', '2026-11-04', ...args);
  const card = JSON.parse((await score('--log', log, '--json')).out) as Scorecard;
  const result = (name: string) => card.departments.find((one) => one.name === name)?.watch;
  assert.deepEqual(result('甲局')?.gone, { expired: 0, repaired: 1, withdrawn: 0, withheld: 0, silently: 0 });
  assert.equal(result('乙局/二科')?.availability, 66.6);
  const { out } = await score('--log', log, '--xlsx', at('score.xlsx'));
  assert.match(out, /网络检测 2026-11-02 至 2026-11-04：检测 3 次，可读取 2 次，可用率 66.6%/);
  const sheet = (await readXlsx(readFileSync(at('score.xlsx')))).find((one) => one.sheet === '网络检测');
  assert.ok(sheet?.data.some((cells) => cells.join(' ').includes('未说明即改动内容')));
  await score('--log', log, '--html', at('score.html'));
  assert.match(readFileSync(at('score.html'), 'utf8'), /<caption>网络检测（1）<\/caption>[^]*<th scope="row">青许〔2026〕1号<\/th><td>未说明即改动内容（2026-11-03 发现）/);
  await score('--html', at('plain.html'));
  assert.doesNotMatch(readFileSync(at('plain.html'), 'utf8') + (await score()).out, /网络检测/);
});

test('the list may say itself where the logs lie', async () => {
  const named = write('named.json', [{ name: '甲局', feed: 'a.json', watch: 'log/甲局.ndjson' }, { name: '乙局/二科', feed: 'b.json' }]);
  const card = JSON.parse((await sgs('score', named, '--today', '2026-11-04', '--json')).out) as Scorecard;
  const result = (name: string) => card.departments.find((one) => one.name === name)?.watch;
  assert.deepEqual([result('甲局')?.runs, result('乙局/二科')], [3, undefined]);
  const { code, err } = await sgs('score', write('lost-list.json', [{ name: '甲局', feed: 'a.json', watch: 'log/none.ndjson' }]));
  assert.equal(code, 2);
  assert.match(err, /none\.ndjson：没有检测日志。请先运行 sgs watch/);
  assert.match((await sgs('score', write('wrong-list.json', [{ name: '甲局', feed: 'a.json', watch: 5 }]))).err, /“甲局”的 watch 应为检测日志的地址/);
});

test('a log that was changed is not believed; the other departments are read all the same', async () => {
  const path = logPath(log, '甲局');
  const before = readFileSync(path, 'utf8');
  writeFileSync(path, before.replace('2026-11-02', '2026-10-02'));
  const { code, out } = await watch('2026-11-05');
  assert.equal(code, 2);
  assert.match(out, /甲局：检测日志第 2 行与前一行接不上.*\n乙局\/二科：在公示 1 条/);
  const scored = await sgs('score', list, '--log', log);
  assert.equal(scored.code, 2);
  assert.match(scored.err, /第 2 行与前一行接不上/);
  // What was cut short is not believed either, and healed.
  writeFileSync(path, `${before}{"at":"2026-11-05 08:00","cou`);
  assert.equal((await watch('2026-11-05')).code, 0);
  assert.ok(readFileSync(path, 'utf8').startsWith(`${before}{"at":"2026-11-05`));
});

test('what is wrong with the call is said', async () => {
  assert.match((await sgs('watch', list)).err, /请用 --log/);
  assert.match((await sgs('watch', write('none.json', []), '--log', log)).err, /应为部门的列表/);
  assert.match((await watch('2026-11-06', '--history', list)).out, /甲局/);
  assert.match((await watch('2026-11-06', '--history', write('wrong.json', {}))).err, /不是有效的变更记录/);
  appendFileSync(at('wrong.json'), '{');
  assert.match((await watch('2026-11-06', '--history', at('wrong.json'))).err, /不是有效的变更记录/);
  assert.match((await watch('2026-11-06', '--history', at('nowhere.json'))).err, /文件不存在/);
  const spoilt = write('spoilt.json', [{ name: '丙局', feed: 'a.json', config: 'nowhere.json' }]);
  const lines = await sgs('watch', spoilt, '--log', at('other'));
  assert.equal(lines.code, 2);
  assert.match(lines.out, /丙局：文件不存在/);
  // Nothing that is the list's own fault is charged to the department.
  assert.deepEqual(readdirSync(at('other')), []);
  writeFileSync(join(log, '.watch.lock'), String(process.ppid));
  const locked = await watch('2026-11-06');
  assert.match(locked.err, /另一次检测（进程 \d+）还没有结束/);
  // A day later another process may have its number.
  utimesSync(join(log, '.watch.lock'), 0, 0);
  assert.notEqual((await watch('2026-11-06')).code, 2);
  writeFileSync(join(log, '.watch.lock'), '4194303');
  assert.notEqual((await watch('2026-11-06')).code, 2);
  const path = logPath(log, '甲局');
  const opened = await openLog(path, '甲局');
  appendFileSync(path, '{');
  await assert.rejects(addToLog(path, '甲局', opened, []), /另一个程序正在写入/);
});

test('killed a hundred times, it loses no line and writes none twice', async () => {
  const script = at('child.mjs');
  await build({
    entryPoints: [new URL('watch-child.ts', import.meta.url).pathname], outfile: script, bundle: true, platform: 'node', format: 'esm',
    logLevel: 'error',
  });
  const killed = at('killed');
  const path = join(killed, 'log.ndjson');
  const promised: string[] = [];
  let seed = 7;
  for (let time = 0; time < 100; time++) {
    seed = (seed * 48271) % 2147483647;
    // A sign comes before each writing and one after it: half of them are killed while it writes.
    const most = 1 + (seed % 4);
    const child = spawn(process.execPath, [script, killed, path, '甲局'], { stdio: ['ignore', 'pipe', 'inherit'] });
    let text = '';
    child.stdout.on('data', (data) => {
      text += String(data);
      if (text.split('\n').length > most) child.kill('SIGKILL');
    });
    const signal = await new Promise((resolve) => child.on('close', (_, by) => resolve(by)));
    assert.equal(signal, 'SIGKILL');
    promised.push(...text.split('\n').filter((line) => /^[\w-]{22}$/.test(line)));
  }
  const text = readFileSync(path, 'utf8');
  const read = readLog(text, '甲局', digest);
  assert.ok(read.ok);
  assert.ok(promised.length > 20);
  const hashes = [...text.matchAll(/"h":"([\w-]{22})"\}\n/g)].map(([, hash = '']) => hash);
  for (const hash of promised) assert.ok(hashes.includes(hash), hash);
  const ids = [...text.matchAll(/\["new","(id\d+)"/g)].map(([, id = '']) => id);
  assert.equal(new Set(ids).size, ids.length);
  assert.equal(ids.length, read.state.entries.size);
});
