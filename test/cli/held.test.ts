/** What is wrong waits for somebody's word; what is only missing is told and written. */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { sgs } from './run.js';

const TODAY = ['--today', '2026-11-30'];
const folder = mkdtempSync(join(tmpdir(), 'sgs-held-'));
after(() => rmSync(folder, { recursive: true }));
const at = (name: string): string => join(folder, name);

const HEAD = '行政相对人名称,行政处罚决定书文号,处罚决定日期,处罚机关,处罚内容,罚款金额（万元）,处罚有效期,违法事实\n';
const row = (n: number, result: string, amount: string, until = ''): string =>
  `青岚市鹿鸣食品有限公司,青罚〔2026〕${n}号,2026-11-18,青岚市市场监督管理局,${result},${amount},${until},某事\n`;
const SOUND = row(1, '罚款5000元', '0.5') + row(2, '警告', '');
const numbers = (name: string): string[] =>
  (JSON.parse(readFileSync(at(name), 'utf8')) as { records: { documentNumber: string }[] }).records.map(({ documentNumber }) => documentNumber).sort();

const WRONG: readonly (readonly [what: string, line: string])[] = [
  ['an amount in 元', row(9, '罚款5000元', '5000')],
  ['an amount in 元 beside its words', row(9, '罚款人民币伍仟元整', '5000')],
  ['an amount in 元 beside 万元', row(9, '罚款0.5万元', '5000.00')],
  ['five hundred million beside 伍万元', row(9, '罚款伍万元', '50000')],
  ['an unreadable amount', row(9, '罚款', '若干')],
  ['an unreadable date', row(9, '罚款5000元', '0.5', '2027年13月40日')],
];

describe('findings', () => {
  it('say the same once, quote what is wrong and name the row that is repeated, but tell no personal value', async () => {
    const category = (n: number, value: string): string => row(n, '警告', '').replace(/\n$/, `,${value}\n`);
    const rows = [1, 2, 3, 4, 5].map((n) => category(n, '重罚')).join('') + category(1, '重罚') + category(7, '13800000000') + category(8, '张三');
    writeFileSync(at('many.csv'), HEAD.replace('\n', ',处罚类别\n') + rows);
    const { out } = await sgs('check', at('many.csv'), ...TODAY);
    assert.match(out, /many!I2、I3 等 6 处：“处罚类别”不是标准规定的类别：“重罚”/);
    assert.match(out, /many!7：与前面的记录重复（many!2）/);
    assert.doesNotMatch(out, /13800000000|张三/);
    assert.ok(out.indexOf('错误（') < out.indexOf('警告（'));
  });
});

describe('a wrong value', () => {
  for (const [what, line] of WRONG) {
    it(`${what} holds its record until it is confirmed`, async () => {
      writeFileSync(at('t.csv'), HEAD + SOUND + line);
      const asked = await sgs('convert', at('t.csv'), '-o', at('t.json'), '--replace', ...TODAY);
      assert.equal(asked.code, 1);
      assert.match(asked.out, /共 3 条，写入 2 条，没有写入 1 条（待确认 1）/);
      assert.match(asked.out, /待确认 1 条.*--confirm[^]*行政处罚 青罚〔2026〕9号（t![FG]4）/);
      assert.deepEqual(numbers('t.json'), ['青罚〔2026〕1号', '青罚〔2026〕2号']);
      const done = await sgs('convert', at('t.csv'), '-o', at('t.json'), '--confirm', '青罚[2026]9号', ...TODAY);
      assert.match(done.out, /已按 --confirm 确认并写入 1 条：行政处罚 青罚〔2026〕9号/);
      assert.equal(numbers('t.json').length, 3);
    });
  }
  it('holds in merge, in tables and in feeds, and in merge --into', async () => {
    writeFileSync(at('sound.csv'), HEAD + SOUND);
    await sgs('convert', at('sound.csv'), '-o', at('sound.json'), ...TODAY);
    writeFileSync(at('wrong.csv'), HEAD + row(9, '罚款5000元', '5000') + row(8, '警告', ''));
    writeFileSync(at('feed.json'), JSON.stringify({ rows: [{ 行政相对人名称: '青岚市鹿鸣食品有限公司', 行政处罚决定书文号: '青罚〔2026〕7号',
      处罚决定日期: '2026-11-18', 处罚机关: '青岚市市场监督管理局', 处罚内容: '罚款5000元', '罚款金额（万元）': 5000 }] }));
    const merged = await sgs('merge', at('sound.json'), at('wrong.csv'), at('feed.json'), '-o', at('all.json'), ...TODAY);
    assert.equal(merged.code, 1);
    assert.match(merged.out, /9号（wrong!F2）/);
    assert.match(merged.out, /青罚〔2026〕7号（第 1 条（行政处罚））/);
    assert.deepEqual(numbers('all.json'), ['青罚〔2026〕1号', '青罚〔2026〕2号', '青罚〔2026〕8号']);
    const both = await sgs('merge', at('sound.json'), at('wrong.csv'), at('feed.json'), '-o', at('all.json'),
      '--confirm', '青罚〔2026〕7号', '青罚〔2026〕9号', ...TODAY);
    assert.match(both.out, /确认并写入 1 条：行政处罚 青罚〔2026〕9号/);
    assert.equal(numbers('all.json').length, 5);
    const into = ['merge', '--into', at('sound.json'), at('wrong.csv'), '-o', at('sound.json'), ...TODAY];
    const held = await sgs(...into);
    assert.equal(held.code, 1);
    assert.equal(numbers('sound.json').length, 3);
    await sgs(...into, '--confirm', '青罚〔2026〕9号');
    assert.equal(numbers('sound.json').length, 4);
  });
  it('that nobody has is named, and nothing is written of a table in which all waits', async () => {
    writeFileSync(at('one.csv'), HEAD + row(9, '罚款5000元', '5000'));
    const { code, err } = await sgs('convert', at('one.csv'), '-o', at('one.json'), '--confirm', '青罚〔2026〕90号', ...TODAY);
    assert.equal(code, 1);
    assert.match(err, /没有等待确认的“青罚〔2026〕90号”/);
    assert.throws(() => readFileSync(at('one.json')));
    assert.equal((await sgs('convert', at('one.csv'), '--confirm', ...TODAY)).code, 2);
  });
});
