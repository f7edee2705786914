// What is filed when: nothing falls between two reports, nothing is filed twice, and what has changed since is filed as that.
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import readXlsx from 'read-excel-file/node';
import { sgs } from './run.js';

const folder = mkdtempSync(join(tmpdir(), 'sgs-filing-'));
after(() => rmSync(folder, { recursive: true }));
const at = (name: string): string => join(folder, name);
const WEEK = 'test/fixtures/rules/wk.json';

const license = (n: number, more: object = {}): object => ({
  kind: 'license', documentNumber: `周${n}`, projectName: 'x', subjectName: '青岚市周公司', decidedOn: '2026-11-12', publishedOn: '2026-11-18',
  authority: '青岚市甲局', ...more,
});
const feed = (...records: readonly object[]): string => {
  writeFileSync(at('sgs.json'), JSON.stringify({ version: 1, standard: '2018', publisher: { name: '青岚市甲局' }, records }));
  return at('sgs.json');
};
const exported = async (name: string, day: string, ...args: readonly string[]) => {
  rmSync(at(name), { recursive: true, force: true });
  const ran = await sgs('export', at('sgs.json'), '-o', at(name), '--today', day, ...args);
  const numbers: Record<string, string[]> = {};
  if (ran.code === 0) {
    for (const file of readdirSync(at(name))) {
      const [{ data }] = (await readXlsx(join(at(name), file))) as unknown as [{ data: unknown[][] }];
      const column = data[0]!.findIndex((label) => /文书?号$/.test(String(label)));
      numbers[file.replace(/_.*$/, '') + (file.includes('更正') ? '更正' : '')] = data.slice(1).map((row) => String(row[column]));
    }
  }
  return { ...ran, numbers };
};

describe('the week of 16 to 22 November', () => {
  // 周1 was decided on the 12th and published on the 18th; 周2 was decided on the 17th and published on the 25th.
  test('by publication it holds 周1 and not 周2, by decision 周2 and not 周1', async () => {
    const digest = (...args: readonly string[]) =>
      sgs('digest', WEEK, '--week', '2026-11-18', '--today', '2026-11-30', '-o', at('w.html'), ...args);
    const page = (): string => readFileSync(at('w.html'), 'utf8');
    for (const args of [[], ['--by', 'published']]) {
      assert.match((await digest(...args)).out, /共 1 件/);
      assert.ok(page().includes('周1') && !page().includes('周2'));
    }
    await digest('--by', 'decided');
    assert.ok(!page().includes('周1') && page().includes('周2'));
    assert.equal((await digest('--by', 'seen')).code, 2);
    assert.equal((await digest('--by', 'decided', '--filed', at('x.json'))).code, 2);
  });

  test('by what was reported nothing falls between two weeks, and a week that is made again is the same', async () => {
    const digest = async (week: string): Promise<string> => {
      await sgs('digest', at('sgs.json'), '--week', week, '--today', '2026-11-30', '-o', at('w.html'), '--filed', at('filed.json'));
      return readFileSync(at('w.html'), 'utf8');
    };
    feed(license(1), license(0, { publishedOn: '2026-11-10' }));
    const first = await digest('2026-11-18');
    assert.ok(first.includes('周1') && !first.includes('周0'));
    // 周3 was published on the 20th, and the list of the week was made before: the next week has it.
    feed(
      license(1), license(0, { publishedOn: '2026-11-10' }), license(2, { publishedOn: '2026-11-25' }),
      license(3, { publishedOn: '2026-11-20' }),
    );
    const second = await digest('2026-11-25');
    assert.deepEqual([0, 1, 2, 3].filter((n) => second.includes(`周${n}`)), [2, 3]);
    assert.equal(await digest('2026-11-25'), second);
    assert.equal((await digest('2026-11-18')).match(/周\d/g)?.join(), '周1');
  });
});

describe('sgs export', () => {
  test('files what is new since the last report, once', async () => {
    feed(license(0, { publishedOn: '2026-11-10' }), license(1));
    assert.deepEqual((await exported('a', '2026-11-20', '--since', '2026-11-16')).numbers, { '行政许可（法人）': ['周1'] });
    const again = await exported('a', '2026-11-20', '--since', '2026-11-16');
    assert.match(again.err, /没有需要报送的记录/);
    // Published within the week that was filed already, and decided long before: it is filed all the same.
    feed(license(0, { publishedOn: '2026-11-10' }), license(1), license(2, { decidedOn: '2026-10-01', publishedOn: '2026-11-19' }));
    assert.deepEqual((await exported('a', '2026-11-27', '--since', '2026-11-23')).numbers, { '行政许可（法人）': ['周2'] });
    const published = await exported('b', '2026-11-27', '--by', 'published', '--since', '2026-11-18');
    assert.deepEqual(published.numbers, { '行政许可（法人）': ['周1', '周2'] });
    assert.deepEqual((await exported('b', '2026-11-27', '--by', 'decided', '--since', '2026-11-01')).numbers, { '行政许可（法人）': ['周0', '周1'] });
    assert.equal((await exported('b', '2026-11-27')).numbers['行政许可（法人）']?.length, 3);
  });

  test('--correct files what changed or is gone since, and that once, too', async () => {
    rmSync(at('c.已报送.json'), { force: true });
    feed(license(1), license(2), license(3));
    await exported('c', '2026-11-20', '--since', '2026-11-16');
    feed(license(1), license(2, { content: '更正后的内容' }), license(4));
    assert.deepEqual((await exported('c', '2026-11-27', '--correct')).numbers, { '行政许可（法人）更正': ['周2'], 撤回清单: ['周3'] });
    assert.match((await exported('c', '2026-11-27', '--correct')).err, /没有需要报送的记录/);
    assert.deepEqual((await exported('c', '2026-11-27', '--since', '2026-11-23')).numbers, { '行政许可（法人）': ['周4'] });
    assert.match((await exported('d', '2026-11-27', '--correct')).err, /还没有报送记录/);
    assert.match((await exported('c', '2026-11-27', '--correct', '--by', 'decided')).err, /不能与/);
    writeFileSync(at('e.已报送.json'), '[]');
    assert.match((await exported('e', '2026-11-27', '--by', 'reported')).err, /不是有效的报送记录/);
  });
});

describe('sgs merge', () => {
  // 乙县 handed in a decision of 甲县's with 9 万元; 甲县's own says 1 万元, whichever comes first.
  test('the version of the authority that made the decision wins, and the other is told and not published', async () => {
    for (const order of [['k1', 'k2'], ['k2', 'k1']]) {
      const places = order.map((name) => `test/fixtures/rules/${name}.json`);
      const { out, code } = await sgs('merge', ...places, '-o', at('k.json'), '--today', '2026-11-30');
      assert.match(out, /冲突：行政处罚 甲罚9号，采用“甲县”，与“乙县”不同的项：处罚内容、罚款金额/);
      assert.equal(code, 1);
      const text = readFileSync(at('k.json'), 'utf8');
      assert.ok(text.includes('罚款1万元') && !text.includes('9万元'));
    }
  });

  test('of two that are equally its own the newer correction wins, else the newer feed', async () => {
    const write = (name: string, updated: string, content: string, more: object = {}): void => writeFileSync(at(name), JSON.stringify({
      version: 1, standard: '2018', publisher: { name }, updated, records: [license(1, { content, sourceUnit: '青岚市甲局', ...more })],
    }));
    const merged = async (): Promise<string> => {
      await sgs('merge', at('one.json'), at('two.json'), '-o', at('m.json'), '--today', '2026-11-30');
      return readFileSync(at('m.json'), 'utf8');
    };
    write('one.json', '2026-11-20', '旧的');
    write('two.json', '2026-11-25', '新的');
    assert.ok((await merged()).includes('新的'));
    write('one.json', '2026-11-20', '更正的', { updatedOn: '2026-11-26' });
    assert.ok((await merged()).includes('更正的'));
  });
});
