// The command line as a person has it: what it prints, what it leaves on the disk, what code it ends with.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { writeWhole } from '../../src/cli/files.js';
import { sgs } from './run.js';

const folder = mkdtempSync(join(tmpdir(), 'sgs-cli-'));
after(() => rmSync(folder, { recursive: true }));

const feed = (name: string): string => `test/fixtures/feeds/${name}.json`;

test('without anything it says what it can do', async () => {
  const { code, out } = await sgs();
  assert.equal(code, 0);
  assert.match(out, /用法：\n {2}sgs <命令>/);
  assert.match(out, /check <...feed> +检查数据/);
});

test('every command explains itself with examples', async () => {
  const { code, out } = await sgs('check', '--help');
  assert.equal(code, 0);
  assert.match(out, /--json +以 JSON 输出结果/);
  assert.match(out, /示例：\n {2}sgs check/);
});

test('the version is the package’s', async () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly version: string };
  assert.equal((await sgs('--version')).out, `${version}\n`);
});

for (const [args, sentence] of [
  [['fetch'], '没有命令“fetch”。可用'],
  [['chekc'], '没有命令“chekc”。是否想用 check？'],
  [['prender'], '没有命令“prender”。是否想用 prerender？'],
  [['check', '--jsno', feed('11-canonical-v1')], '没有选项 --jsno。是否想用 --json？'],
  [['convert', '--ouput', 'x', 'y'], '没有选项 --ouput。是否想用 --output？'],
  [['check'], '缺少参数。用法：sgs check <...feed>'],
  [['check', '--colour', feed('11-canonical-v1')], '没有选项 --colour。'],
  [['check', 'nowhere.json'], 'nowhere.json：文件不存在。'],
  [['check', 'test'], 'test：是一个文件夹。'],
  [['check', '--today', 'tomorrow', feed('11-canonical-v1')], '--today 应为 YYYY-MM-DD。'],
] as const) {
  test(`${args.join(' ')}: ${sentence}`, async () => {
    const { code, out, err } = await sgs(...args);
    assert.equal(code, 2);
    assert.equal(out, '');
    assert.ok(err.startsWith(sentence), err);
    assert.doesNotMatch(err, /\n\s+at /);
  });
}

test('check counts what is shown, withheld and set aside, and ends with 1 where something is to be done', async () => {
  const { code, out } = await sgs('check', '--json', '--today', '2026-11-23', feed('11-canonical-v1'));
  const [report] = JSON.parse(out) as {
    rows: number;
    kinds: Record<string, number>;
    withheld: Record<string, number>;
    rejected: Record<string, number>;
  }[];
  assert.ok(report);
  const total = (counts: Record<string, number>): number => Object.values(counts).reduce((sum, count) => sum + count, 0);
  assert.equal(report.rows, total(report.kinds) + total(report.withheld) + total(report.rejected));
  assert.equal(code, total(report.rejected) ? 1 : 0);
});

test('check reads what is piped in', async () => {
  const { out } = await sgs.withInput(readFileSync(feed('11-canonical-v1')), 'check', '-');
  assert.match(out, /行政许可：\d+ 条/);
});

test('check takes the column’s configuration, and says what is wrong with it', async () => {
  const config = join(folder, 'config.json');
  writeFileSync(config, '{"standard": "2016"}');
  const { code, err } = await sgs('check', '--config', config, feed('11-canonical-v1'));
  assert.equal(code, 2);
  assert.match(err, /配置有误：.*standard/);
});

test('check says of a broken feed what a webmaster would see in the console', async () => {
  const broken = join(folder, 'broken.json');
  writeFileSync(broken, '{"records": [{"kind": "license", "subjectName": "某某公司", "documentNumber": "1"}');
  const { code, err } = await sgs('check', broken);
  assert.equal(code, 2);
  assert.match(err, /数据不完整/);
});

test('a file that could not be written whole leaves the old one as it was, and nothing beside it', async () => {
  const path = join(folder, 'whole.json');
  writeFileSync(path, 'old');
  await assert.rejects(writeWhole(path, async (file) => {
    await file.write('half of the n');
    throw new Error('power failure');
  }), /power failure/);
  assert.equal(readFileSync(path, 'utf8'), 'old');
  assert.deepEqual(readdirSync(folder).filter((name) => name.startsWith('whole')), ['whole.json']);
  await writeWhole(path, async (file) => {
    await file.write('new');
  });
  assert.equal(readFileSync(path, 'utf8'), 'new');
});
