/** What a command may write over: its own files, and never one that somebody else wrote. */
import assert from 'node:assert/strict';
import { copyFile, lstat, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { fileError } from '../../src/cli/files.js';
import { sgs } from './run.js';

const TODAY = ['--today', '2026-11-30'];
const CSV = '行政相对人名称,行政处罚决定书文号,处罚决定日期,处罚机关,处罚内容,违法事实\n'
  + '青岚市鹿鸣食品有限公司,青罚〔2026〕1号,2026-11-18,青岚市市场监督管理局,罚款,某事\n'
  + '青岚市云杉建材有限公司,青罚〔2026〕2号,2026-11-19,青岚市市场监督管理局,罚款,某事\n';

let folder = '';
const at = (name: string): string => join(folder, name);

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sgs-guard-'));
  await writeFile(at('year.csv'), CSV);
  await writeFile(at('week.csv'), CSV.split('\n').filter((_, line) => line !== 1).join('\n'));
});
after(() => rm(folder, { recursive: true, force: true }));

describe('convert over an existing feed', () => {
  it('goes on where nothing is lost, names what would go, and takes --replace for consent', async () => {
    const out = at('sgs.json');
    assert.equal((await sgs('convert', at('year.csv'), '-o', out, ...TODAY)).code < 2, true);
    assert.equal((await sgs('convert', at('year.csv'), '-o', out, ...TODAY)).code < 2, true);
    const whole = await readFile(out, 'utf8');
    const { code, err } = await sgs('convert', at('week.csv'), '-o', out, ...TODAY);
    assert.equal(code, 2);
    assert.match(err, /现有 2 条，其中 1 条不在新数据里.*青罚〔2026〕1号.*merge --into.*--replace/);
    assert.equal(await readFile(out, 'utf8'), whole);
    assert.equal((await sgs('convert', at('week.csv'), '-o', out, '--replace', ...TODAY)).code < 2, true);
    assert.equal(await readFile(`${out}.bak`, 'utf8'), whole);
    assert.ok(!(await readFile(out, 'utf8')).includes('青罚〔2026〕1号'));
  });
  it('never writes over a file of others that is called .bak', async () => {
    const out = at('kept.json');
    await sgs('convert', at('year.csv'), '-o', out, ...TODAY);
    await writeFile(`${out}.bak`, '自己的备份');
    await sgs('convert', at('year.csv'), '-o', out, ...TODAY);
    assert.equal(await readFile(`${out}.bak`, 'utf8'), '自己的备份');
    assert.ok((await readdir(folder)).includes('kept.json.1.bak'));
  });
});

describe('the configuration', () => {
  for (const option of ['--config', '--mapping']) {
    it(`given as ${option} is not written over, whatever was consented to`, async () => {
      writeFileSync(at('own.json'), '{}');
      const { code, err } = await sgs('convert', at('year.csv'), option, at('own.json'), '-o', at('own.json'), '--replace', '--shrink', ...TODAY);
      assert.equal(code, 2);
      assert.match(err, /是要读取的文件，没有改动/);
      assert.equal(await readFile(at('own.json'), 'utf8'), '{}');
    });
  }
});

describe('reports of ours', () => {
  for (const name of ['汇总.xlsx', '汇总.html']) {
    it(`${name} may be written again under one name`, async () => {
      const args = ['digest', at('year.csv'), '--week', '2026-11-18', '-o', at(name), ...TODAY];
      assert.equal((await sgs(...args)).code, 0);
      assert.equal((await sgs(...args)).code, 0);
    });
  }
});

describe('check', () => {
  it('of a table of something else is no success', async () => {
    await writeFile(at('menu.csv'), '菜名,价格\n红烧肉,38\n');
    const { code, err } = await sgs('check', at('menu.csv'), ...TODAY);
    assert.equal(code, 2);
    assert.match(err, /没有找到表头/);
  });
  it('reads a hidden sheet only where it is named', async () => {
    const row = (cells: readonly string[]): string =>
      `<Row>${cells.map((text) => `<Cell><Data ss:Type="String">${text}</Data></Cell>`).join('')}</Row>`;
    const rows = CSV.trim().split('\n').map((line) => row(line.split(',')));
    const sheet = (name: string, held: readonly string[], options = ''): string =>
      `<Worksheet ss:Name="${name}"><Table>${held.join('')}</Table>${options}</Worksheet>`;
    const names = 'urn:schemas-microsoft-com:office:spreadsheet';
    await writeFile(at('hidden.xls'), `<?xml version="1.0"?><Workbook xmlns="${names}" xmlns:ss="${names}">`
      + sheet('处罚', rows.slice(0, 2))
      + sheet('草稿', rows.filter((_, n) => n !== 1), '<WorksheetOptions><Visible>SheetHidden</Visible></WorksheetOptions>') + '</Workbook>');
    const shown = await sgs('check', at('hidden.xls'), ...TODAY);
    assert.match(shown.out, /共 1 条/);
    assert.match(shown.out, /隐藏的工作表没有读取/);
    assert.match((await sgs('check', at('hidden.xls'), '--sheet', '草稿', ...TODAY)).out, /共 2 条/);
    assert.match((await sgs('check', at('hidden.xls'), '--sheet', '别的', ...TODAY)).out, /共 1 条/);
  });
  it('tells of a feed that says it has more than there is', async () => {
    const rows = JSON.parse(JSON.stringify([{ CF_WSH: '青罚〔2026〕1号', CF_XDR_MC: '青岚市鹿鸣食品有限公司', CF_JDRQ: '2026-11-18' }])) as unknown;
    await writeFile(at('page.json'), JSON.stringify({ total: 132, rows }));
    assert.match((await sgs('check', at('page.json'), ...TODAY)).out, /数据自称共 132 条，只取到 1 条.*request\.page/);
  });
});

describe('a folder with files of others', () => {
  it('keeps them all, however like ours they are called, and however old what it publishes is', async () => {
    const out = at('webroot');
    await sgs('convert', at('year.csv'), '-o', at('both.json'), ...TODAY);
    await mkdir(join(out, 'license-2024'), { recursive: true });
    const own = ['main-8f3a21c.json', 'license-2024/scan.pdf', 'facets-list.json', 'backup-20241130.tmp'];
    for (const name of own) await writeFile(join(out, name), '自己的');
    await sgs('convert', at('week.csv'), '-o', at('less.json'), ...TODAY);
    for (const feed of ['both.json', 'less.json', 'both.json', 'less.json'])
      assert.equal((await sgs('shard', at(feed), '-o', out, '--keep', '0m', '--shrink', ...TODAY)).code, 0);
    for (const name of own) assert.equal(await readFile(join(out, name), 'utf8'), '自己的', name);
  });
  it('is left as it is where old.json is somebody else’s', async () => {
    const out = at('others');
    await mkdir(out);
    await writeFile(join(out, 'old.json'), '{"files":{"photos":1}}');
    const { code, err } = await sgs('shard', at('year.json'), '-o', out, ...TODAY);
    assert.equal(code, 2);
    assert.match(err, /old\.json 已经存在，而且不是 sgs 写的/);
    assert.deepEqual(await readdir(out), ['old.json']);
  });
});

describe('a file that cannot be written', () => {
  it('is told from a folder: of that name, on the way to it', async () => {
    await mkdir(at('ordner.json'), { recursive: true });
    await writeFile(at('plain'), 'x');
    const dir = await sgs('convert', at('year.csv'), '-o', at('ordner.json'), ...TODAY);
    assert.equal(dir.code, 2);
    assert.match(dir.err, /ordner\.json：是一个文件夹/);
    const through = await sgs('convert', at('year.csv'), '-o', at('plain/sgs.json'), ...TODAY);
    assert.equal(through.code, 2);
    assert.match(through.err, /路径中有一段不是文件夹|已有同名的文件/);
  });
  for (const [code, says] of [['EACCES', /没有权限，或文件正被其他程序打开（如 Excel）/], ['EBUSY', /正被其他程序使用，请先关闭/], ['ENOSPC', /磁盘已满/], ['EROFS', /磁盘只读/]] as const) {
    it(`says why in plain words: ${code}`, () => {
      assert.match(fileError('台账.xlsx', Object.assign(new Error('x'), { code })).message, says);
    });
  }
});

describe('a link to a file', () => {
  it('of others is not written through; of ours stays a link', async () => {
    await writeFile(at('theirs.txt'), '别人的');
    await symlink(at('theirs.txt'), at('link.json'));
    assert.equal((await sgs('convert', at('year.csv'), '-o', at('link.json'), ...TODAY)).code, 2);
    assert.equal(await readFile(at('theirs.txt'), 'utf8'), '别人的');
    await sgs('convert', at('week.csv'), '-o', at('real.json'), ...TODAY);
    await symlink(at('real.json'), at('site.json'));
    assert.equal((await sgs('convert', at('year.csv'), '-o', at('site.json'), ...TODAY)).code < 2, true);
    assert.ok((await lstat(at('site.json'))).isSymbolicLink());
    assert.match(await readFile(at('real.json'), 'utf8'), /青罚〔2026〕1号/);
  });
});

describe('a file that sgs did not write', () => {
  const commands: readonly ((target: string) => readonly string[])[] = [
    (target) => ['convert', at('year.csv'), '-o', target],
    (target) => ['convert', target, '-o', target],
    (target) => ['merge', at('year.csv'), '-o', target],
    (target) => ['merge', target, at('year.csv'), '-o', target],
    (target) => ['merge', '--into', target, at('year.csv'), '-o', target],
    (target) => ['merge', at('year.csv'), '-o', at('merged.json'), '--state', target],
    (target) => ['merge', at('year.csv'), '-o', at('merged.json'), '--conflicts', target],
    (target) => ['merge', '--into', at('year.csv'), at('week.csv'), '-o', at('into.json'), '--history', target],
    (target) => ['digest', at('year.csv'), '--week', '-o', target],
    (target) => ['prerender', at('year.json'), '-o', target.replace(/[^/]*$/, ''), '--base', 'https://www.example.gov.cn/sgs/'],
    (target) => ['shard', at('year.json'), '-o', target.replace(/[^/]*$/, '')],
    (target) => ['shard', target, '-o', target.replace(/[^/]*$/, '')],
  ];
  it('loses no byte, whatever is asked', async () => {
    await sgs('convert', at('year.csv'), '-o', at('year.json'), ...TODAY);
    const names = ['sgs.json', 'index.html', 'sitemap.xml', '台账.xlsx', '汇总.xlsx', '汇总.html', 'a.csv', '状态.json', 'robots.txt'];
    const contents = fc.oneof(
      fc.constantFrom('', '[]', '{}', '[1]', '{"version":1,"records":[]}', '<html></html>', CSV, '{"feeds":1}', '[{"what":1}]', 'PK\u0003\u0004'),
      fc.string({ maxLength: 40 }),
      fc.json(),
    );
    let run = 0;
    await fc.assert(fc.asyncProperty(fc.constantFrom(...commands), fc.constantFrom(...names), contents, async (command, name, content) => {
      // An empty list is what a feed without conflicts leaves behind.
      fc.pre(!(content.trim() === '[]'));
      const place = at(`run${run++}`);
      await mkdir(place);
      const target = `${place}/${name}`;
      await writeFile(target, content);
      await copyFile(target, `${target}.copy`);
      await sgs(...command(target), ...TODAY);
      const held = (await readFile(target, 'utf8')) === content
        || (await readFile(`${target}.bak`, 'utf8').catch(() => undefined)) === content;
      assert.ok(held, `${command(target).join(' ')}: ${content}`);
      await rm(place, { recursive: true });
    }), { numRuns: 150 });
  });
});
