/** What reaches a terminal or a log: no personal number, no control character, whatever the command and wherever it stood. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { sgs } from './run.js';

const TODAY = ['--today', '2026-11-30'];
const folder = mkdtempSync(join(tmpdir(), 'sgs-plain-'));
after(() => rmSync(folder, { recursive: true }));
const at = (name: string): string => join(folder, name);

const ID = '999999199001010015';
const PHONE = '13800000000';
const SECRETS = /999999199001010015|13800000000/;
/** Line feed and tab may stand there. */
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]/;
const ODD = `自有\u001b[31m列\u009b2J\u202e${PHONE}`;

const row = (n: number, more: object = {}): object => ({
  行政相对人名称: `张三${ID}`, 行政处罚决定书文号: `青罚〔2026〕${n}号 ${PHONE}`, 处罚决定日期: '2026-11-18', 处罚机关: `青岚市市场监督管理局${PHONE}`,
  处罚内容: `罚款，电话${PHONE}`, '罚款金额（万元）': PHONE, 处罚有效期: ID, 处罚类别: PHONE, 当前状态: PHONE, 备注: ID, 信息使用范围: ID,
  [ODD]: ID, [`列${ID}`]: PHONE, ...more,
});
const csv = (rows: readonly object[]): string => [Object.keys(rows[0] ?? {}), ...rows.map((one) => Object.values(one) as string[])]
  .map((cells) => cells.join(',')).join('\n');

before(() => {
  const meta = { version: 1, updated: '2026-11-20', notice: `咨询${PHONE}，${ID}`, remedy: `向${ID}申请，${PHONE}`, publisher: { name: `局${PHONE}` } };
  writeFileSync(at('feed.json'), JSON.stringify({ ...meta, records: [row(1), row(2), row(1, { 处罚内容: '警告' })] }));
  writeFileSync(at('good.json'), JSON.stringify({ ...meta, records: [
    { kind: 'penalty', subjectName: '青岚市甲有限公司', documentNumber: `青罚〔2026〕9号${PHONE}`, decidedOn: '2026-11-18', facts: ID }] }));
  writeFileSync(at('table.csv'), csv([row(1), row(2), row(1, { 处罚内容: '警告' })]));
  writeFileSync(at('departments.json'), JSON.stringify([{ name: `局${PHONE}`, feed: at('good.json') }]));
});

const COMMANDS: readonly (readonly string[])[] = [
  ...['feed.json', 'good.json', 'table.csv'].flatMap((name) => [
    ['check', at(name), ...TODAY], ['check', at(name), '--json', ...TODAY], ['check', at(name), '--junit', ...TODAY],
    ['check', at(name), '--all', ...TODAY],
    ['convert', at(name), '-o', at('out.json'), '--replace', ...TODAY], ['convert', at(name), ...TODAY],
    ['merge', at(name), at('good.json'), '-o', at('merged.json'), '--shrink', ...TODAY],
    ['merge', '--into', at('good.json'), at(name), '-o', at('into.json'), ...TODAY],
    ['digest', at(name), '--week', '2026-11-18', ...TODAY], ['export', at(name), '-o', at('export'), ...TODAY],
  ]),
  ['shard', at('good.json'), '-o', at('folder'), ...TODAY],
  ['prerender', at('good.json'), '-o', at('pages'), '--base', 'https://www.example.gov.cn/sgs/', ...TODAY],
  ['score', at('departments.json'), ...TODAY], ['score', at('departments.json'), '--json', ...TODAY],
  ['merge', '--into', at('good.json'), '-o', at('into.json'), '--withdraw', ID, '--reason', '错', ...TODAY],
  ['check', at(`\u001b[2J${PHONE}.json`)], [`\u001b[2J${ID}`], ['check', `--\u001b[2J${ID}`],
];

describe('output', () => {
  for (const command of COMMANDS) {
    const name = command.map((word) => JSON.stringify(word.replace(folder, '').replace(/^\//, ''))).join(' ');
    it(`of ${name} is plain`, async () => {
      const { out, err } = await sgs(...command);
      assert.ok(out + err);
      assert.doesNotMatch(out + err, SECRETS);
      assert.doesNotMatch(out + err, CONTROL);
      assert.doesNotMatch(err, /内部错误/);
      if (command.includes('--json')) JSON.parse(out);
    });
  }
});
