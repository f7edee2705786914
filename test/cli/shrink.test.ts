/** Far fewer records than before: nothing is written until somebody says `--shrink`. */
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { sgs } from './run.js';

const TODAY = ['--today', '2026-11-30'];
const folder = mkdtempSync(join(tmpdir(), 'sgs-shrink-'));
after(() => rmSync(folder, { recursive: true }));
const at = (name: string): string => join(folder, name);

const HEAD = '行政相对人名称,行政处罚决定书文号,处罚决定日期,处罚机关,处罚内容,违法事实\n';
const row = (n: number): string => `青岚市鹿鸣食品有限公司,青罚〔2026〕${n}号,2026-11-18,青岚市市场监督管理局,罚款,某事\n`;
const table = (count: number): string => HEAD + Array.from({ length: count }, (_, n) => row(n + 1)).join('');
const feed = async (name: string, count: number): Promise<string> => {
  writeFileSync(at(`${name}.csv`), table(count));
  if (count) await sgs('convert', at(`${name}.csv`), '-o', at(`${name}.json`), ...TODAY);
  else writeFileSync(at(`${name}.json`), '{"version":1,"updated":"2026-11-30",\n"records":[\n]}\n');
  return at(`${name}.json`);
};
/** All that stands in the folder, by name. */
const held = (name: string): string =>
  readdirSync(at(name), { recursive: true, withFileTypes: true }).filter((file) => file.isFile())
    .map((file) => join(file.parentPath, file.name)).sort().map((path) => path + readFileSync(path, 'latin1')).join('\n');

const FOLDERS: readonly (readonly [string, (from: string, to: string) => readonly string[]])[] = [
  ['shard', (from, to) => ['shard', from, '-o', to]],
  ['prerender', (from, to) => ['prerender', from, '-o', to, '--base', 'https://www.example.gov.cn/sgs/']],
];

describe('from 9 records to 4 or to none', () => {
  for (const [name, command] of FOLDERS) {
    it(`${name} stops and asks`, async () => {
      const [nine, five, four, none] = [await feed('nine', 9), await feed('five', 5), await feed('four', 4), await feed('none', 0)];
      const to = at(`${name}-folder`);
      assert.equal((await sgs(...command(nine, to), ...TODAY)).code, 0);
      const whole = held(`${name}-folder`);
      for (const [from, said] of [[four, /现有 9 条，新的只有 4 条，不到一半.*--shrink/], [none, /现有 9 条，新的只有 0 条.*--shrink/]] as const) {
        const { code, err } = await sgs(...command(from, to), ...TODAY);
        assert.equal(code, 1);
        assert.match(err, said);
        assert.equal(held(`${name}-folder`), whole);
      }
      assert.equal((await sgs(...command(five, to), ...TODAY)).code, 0);
      assert.equal((await sgs(...command(none, to), '--shrink', ...TODAY)).code, 0);
    });
  }
  it('merge and convert stop and ask', async () => {
    const [nine, four] = [await feed('nine', 9), await feed('four', 4)];
    assert.equal((await sgs('merge', nine, '-o', at('all.json'), ...TODAY)).code, 0);
    const whole = readFileSync(at('all.json'), 'utf8');
    for (const command of ['merge', 'convert']) {
      const { code, err } = await sgs(command, four, '-o', at('all.json'), ...TODAY);
      assert.equal(code, 1);
      assert.match(err, /现有 9 条，新的只有 4 条，不到一半.*--shrink/);
      assert.equal(readFileSync(at('all.json'), 'utf8'), whole);
    }
    assert.equal((await sgs('merge', four, '-o', at('all.json'), '--shrink', ...TODAY)).code, 0);
    assert.equal((JSON.parse(readFileSync(at('all.json'), 'utf8')) as { records: unknown[] }).records.length, 4);
    // What leaves by its number was meant to.
    const numbers = [1, 2, 3].map((n) => `青罚〔2026〕${n}号`).join('、');
    assert.equal((await sgs('merge', '--into', at('all.json'), '-o', at('all.json'), '--repaired', numbers, ...TODAY)).code, 0);
  });
  it('convert of a table in which nothing may be published asks, too, and writes it where that is meant', async () => {
    const nine = await feed('nine', 9);
    writeFileSync(at('inside.csv'), HEAD.replace('\n', ',信息使用范围\n') + row(1).replace('\n', ',仅内部共享\n'));
    const { code, err } = await sgs('convert', at('inside.csv'), '-o', nine, ...TODAY);
    assert.equal(code, 1);
    assert.match(err, /现有 9 条，新的只有 0 条/);
    assert.notEqual((await sgs('convert', at('inside.csv'), '-o', nine, '--shrink', ...TODAY)).code, 2);
    assert.deepEqual((JSON.parse(readFileSync(nine, 'utf8')) as { records: unknown[] }).records, []);
  });
});
