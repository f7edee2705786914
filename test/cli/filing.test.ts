/** What is filed when: nothing falls between two reports, nothing is filed twice, and what has changed since is filed as that. */
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, beforeEach, describe, it } from 'node:test';
import readXlsx from 'read-excel-file/node';
import { sgs } from './run.js';

const folder = mkdtempSync(join(tmpdir(), 'sgs-filing-'));
after(() => rmSync(folder, { recursive: true }));
beforeEach(() => {
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
});
const at = (name: string): string => join(folder, name);
const TODAY = ['--today', '2026-11-30'];

const license = (n: number, more: object = {}): object => ({
  kind: 'license', documentNumber: `周${n}`, projectName: '某项目', subjectName: '青岚市周公司', decidedOn: '2026-11-12', publishedOn: '2026-11-18',
  authority: '青岚市甲局', ...more,
});
const feed = (...records: readonly object[]): void => {
  writeFileSync(at('sgs.json'), JSON.stringify({ version: 1, standard: '2018', publisher: { name: '青岚市甲局' }, records }));
};
const numbersIn = (text: string): string => [...new Set(text.match(/周\d/g) ?? [])].sort().join();

describe('sgs digest', () => {
  const digest = (...args: readonly string[]) => sgs('digest', at('sgs.json'), '-o', at('w.html'), ...TODAY, ...args);
  const week = async (day: string, ...args: readonly string[]): Promise<string> => {
    const { code, err } = await digest('--week', day, ...args);
    assert.equal(code, 0, err);
    return numbersIn(readFileSync(at('w.html'), 'utf8'));
  };

  // 周1 was decided on the 12th and published on the 18th; 周2 was decided on the 17th and published on the 25th: of the week
  // from the 16th to the 22nd is by publication 周1, by decision 周2.
  it('takes a week by publication, by decision, or by what is new', async () => {
    feed(license(1), license(2, { decidedOn: '2026-11-17', publishedOn: '2026-11-25' }));
    assert.equal(await week('2026-11-18', '--by', 'published'), '周1');
    assert.equal(await week('2026-11-18', '--by', 'decided'), '周2');
    assert.deepEqual(readdirSync(folder).filter((name) => name.endsWith('已报送.json')), []);
    assert.equal(await week('2026-11-18'), '周1');
    assert.equal(await week('2026-11-25'), '周2');
    const wrong: readonly (readonly string[])[] = [['--by', 'seen'], ['--by', 'decided', '--filed', at('x')], ['--by', 'decided', '--correct']];
    for (const args of wrong) assert.equal((await digest('--week', '2026-11-18', ...args)).code, 2, args.join(' '));
  });

  it('lets nothing fall between two weeks, and makes a week again as it was', async () => {
    const first = [license(1), license(0, { publishedOn: '2026-11-10' })];
    feed(...first);
    assert.equal(await week('2026-11-18'), '周1');
    // 周3 bears a day of the week before, and stood there only after that was made; 周4 bears no day at all.
    feed(
      ...first, license(2, { publishedOn: '2026-11-25' }), license(3, { publishedOn: '2026-11-20' }),
      license(4, { decidedOn: undefined, publishedOn: undefined }), license(5, { publishedOn: '2026-12-02' }),
    );
    assert.equal(await week('2026-11-25'), '周2,周3,周4');
    assert.equal(await week('2026-11-25'), '周2,周3,周4');
    assert.equal(await week('2026-11-18'), '周1');
    // A week that was followed by another is closed.
    feed(...first, license(2, { publishedOn: '2026-11-25' }), license(6, { publishedOn: '2026-11-20' }));
    assert.equal(await week('2026-11-18'), '周1');
    assert.equal(await week('2026-12-02'), '周6');
    // Months are a series of their own.
    await digest('--month', '2026-11');
    assert.equal(numbersIn(readFileSync(at('w.html'), 'utf8')), '周0,周1,周2,周6');
  });

  it('only looks where nothing is written', async () => {
    feed(license(1));
    const { out } = await sgs('digest', at('sgs.json'), '--week', '2026-11-18', ...TODAY);
    assert.match(out, /共 1 件/);
    assert.deepEqual(readdirSync(folder), ['sgs.json']);
    assert.match((await sgs('digest', at('sgs.json'), '--correct', ...TODAY)).err, /请用 -o 或 --filed/);
  });

  it('--correct sums up what has changed and lists what is gone', async () => {
    feed(license(1), license(2), license(3));
    assert.match((await digest('--correct')).err, /还没有报送记录/);
    await week('2026-11-18');
    feed(license(1), license(2, { content: '更正后的内容' }));
    assert.match((await digest('--week', '2026-11-25')).err, /1 条报送后有改动、1 条已不在数据中.*--correct/);
    assert.match((await digest('--correct')).out, /更正汇总（2026-11-30）\n {2}共 1 件[^]*撤回：1 件/);
    const page = readFileSync(at('w.html'), 'utf8');
    assert.equal(numbersIn(page), '周2,周3');
    assert.match(page, /<h2>撤回清单<\/h2>[^]*数据中已没有/);
  });
});

describe('sgs export', () => {
  let made = 0;
  const exported = async (day: string, ...args: readonly string[]) => {
    const out = at(`上报${++made}`);
    const { code, err } = await sgs('export', at('sgs.json'), '-o', out, '--filed', at('filed.json'), '--today', day, ...args);
    const numbers: Record<string, string> = {};
    for (const file of existsSync(out) ? readdirSync(out) : []) {
      const [{ data }] = (await readXlsx(join(out, file))) as unknown as [{ data: unknown[][] }];
      numbers[file.replace(/_20.*$/, '')] = numbersIn(JSON.stringify(data));
    }
    return { code, err, numbers };
  };
  const LICENSES = '行政许可（法人）';

  it('files what is new since the last report, and that once', async () => {
    feed(license(0, { publishedOn: '2026-11-10' }), license(1));
    assert.deepEqual((await exported('2026-11-20', '--since', '2026-11-16')).numbers, { [LICENSES]: '周1' });
    const again = await exported('2026-11-20', '--since', '2026-11-16');
    assert.equal(again.code, 2);
    assert.match(again.err, /没有需要报送的记录.*上次报送：2026-11-20/);
    // Published within the week that was filed already, and decided long before: it is filed all the same; so is what has no day.
    feed(
      license(0, { publishedOn: '2026-11-10' }), license(1), license(2, { decidedOn: '2026-10-01', publishedOn: '2026-11-19' }),
      license(3, { decidedOn: undefined, publishedOn: undefined }),
    );
    assert.deepEqual((await exported('2026-11-27', '--since', '2026-11-23')).numbers, { [LICENSES]: '周2,周3' });
    // The other template goes to another platform.
    assert.deepEqual((await exported('2026-11-27', '--by', 'reported', '--template', '2015')).numbers, { [LICENSES]: '周0,周1,周2,周3' });
  });

  it('by days takes what is not older, and notes nothing', async () => {
    feed(license(1), license(2, { decidedOn: '2026-10-01', publishedOn: '2026-11-19' }), license(3, { publishedOn: '2026-11-20', decidedOn: undefined }));
    const by = (...args: readonly string[]) => sgs('export', at('sgs.json'), '-o', at('报'), ...TODAY, ...args);
    assert.match((await by('--by', 'published', '--since', '2026-11-19')).out, /：2 条/);
    assert.match((await by('--by', 'decided', '--since', '2026-11-01')).out, /：1 条/);
    assert.match((await by()).out, /：3 条/);
    assert.deepEqual(readdirSync(folder).sort(), ['sgs.json', '报']);
    // By default the ledger lies beside the folder; a second report of one day stands beside the first.
    await by('--since', '2026-11-19');
    assert.ok(existsSync(at('报.已报送.json')));
    assert.ok(!readFileSync(at('报.已报送.json'), 'utf8').includes('周公司'), 'nobody’s name');
    feed(license(1), license(4));
    await by('--since', '2026-11-19');
    assert.deepEqual(readdirSync(at('报')).filter((name) => name.includes('_2_')).length, 1);
  });

  it('--correct files what changed or is gone since, and that once, too', async () => {
    feed(license(1), license(2), license(3), license(5));
    await exported('2026-11-20', '--since', '2026-11-16');
    feed(license(1), license(2, { content: '更正后的内容' }), license(4), license(5, { publicUntil: '2026-11-26', kind: 'license' }));
    const { numbers, err } = await exported('2026-11-27', '--correct');
    assert.deepEqual(numbers, { [`${LICENSES}_更正`]: '周2', 撤回清单: '周3' }, err);
    assert.match((await exported('2026-11-27', '--correct')).err, /没有需要报送的记录/);
    assert.deepEqual((await exported('2026-11-27', '--since', '2026-11-23')).numbers, { [LICENSES]: '周4' });
  });

  it('tells people of one number apart, whatever order they come in', async () => {
    const three = ['青岚市甲公司', '青岚市乙公司', '青岚市丙公司'].map((subjectName) => license(7, { subjectName }));
    feed(...three);
    await exported('2026-11-20', '--by', 'reported');
    feed({ ...three[2], content: '更正' }, three[1] as object);
    const out = at('更正');
    await sgs('export', at('sgs.json'), '-o', out, '--filed', at('filed.json'), '--correct', ...TODAY);
    const rows = await Promise.all(readdirSync(out).sort().map(async (file) => {
      const [{ data }] = (await readXlsx(join(out, file))) as unknown as [{ data: unknown[][] }];
      return data.slice(1).length;
    }));
    assert.deepEqual(rows, [1, 1]);
    assert.match(JSON.stringify(readFileSync(at('filed.json'), 'utf8')), /周7/);
  });

  it('takes no part of the data for all of it, and no other file for a ledger', async () => {
    feed(license(1), license(2), license(3));
    await exported('2026-11-20', '--by', 'reported');
    const noted = readFileSync(at('filed.json'), 'utf8');
    feed(license(3, { content: '更正' }));
    assert.match((await exported('2026-11-27', '--correct')).err, /现有 3 条，新的只有 1 条/);
    assert.equal(readFileSync(at('filed.json'), 'utf8'), noted);
    assert.deepEqual((await exported('2026-11-27', '--correct', '--shrink')).numbers, { [`${LICENSES}_更正`]: '周3', 撤回清单: '周1,周2' });
    assert.equal(readFileSync(at('filed.json.bak'), 'utf8'), noted);
    for (const held of ['[]', '{"sgs":"filed","version":1,"books":{"2018":[[1]]}}', '{"sgs":"filed","version":1,"books":{"2018":{}}}', '{']) {
      writeFileSync(at('filed.json'), held);
      const { code, err } = await exported('2026-11-27', '--by', 'reported');
      assert.equal(code, 2);
      assert.match(err, /不是有效的报送记录/);
      assert.equal(readFileSync(at('filed.json'), 'utf8'), held);
    }
  });

  it('of a department’s table tells what was left out and why', async () => {
    writeFileSync(at('t.csv'), '行政相对人名称,行政处罚决定书文号,处罚决定日期,处罚机关,处罚内容,违法事实\n'
      + '青岚市鹿鸣食品有限公司,青罚〔2026〕1号,2026-11-18,青岚市甲局,罚款,某事\n'
      + '青岚市云杉建材有限公司,青罚〔2026〕2号,2026-11-09,青岚市甲局,罚款,某事\n');
    const run = (...args: readonly string[]) => sgs('export', at('t.csv'), '-o', at('表'), ...TODAY, ...args);
    assert.match((await run('--by', 'decided', '--since', '2026-11-16')).out, /共 2 条，导出 1 条，没有导出 1 条（早于 2026-11-16 1）/);
    assert.match((await run('--since', '2026-11-16')).out, /导出 1 条，没有导出 1 条（公示日期早于 2026-11-16 1）/);
    assert.match((await run('--since', '2026-11-16')).err, /没有需要报送的记录/);
  });
});
