// From the workbook to the feed and back by the command line, as a webmaster and as the county do it.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import readWorkbook from 'read-excel-file/node';
import { INSTRUCTIONS, LICENSES_2015, LICENSES_NATURAL_2018, PENALTIES_2018, workbook } from '../import/workbook.js';
import { sgs } from './run.js';

const folder = mkdtempSync(join(tmpdir(), 'sgs-tables-'));
after(() => rmSync(folder, { recursive: true }));

const at = (name: string): string => join(folder, name);
const TODAY = ['--today', '2026-11-23'];
interface Document {
  readonly version: number;
  readonly standard?: string;
  readonly publisher?: { readonly name: string };
  readonly records: readonly Record<string, string>[];
}
const document = (name: string): Document => JSON.parse(readFileSync(at(name), 'utf8')) as Document;
const numbers = (name: string): (string | undefined)[] => document(name).records.map(({ documentNumber }) => documentNumber);

const DIRTY = at('双公示.xlsx');
before(() => writeFileSync(DIRTY, workbook(INSTRUCTIONS, PENALTIES_2018, LICENSES_NATURAL_2018)));

const SECRETS = /000000199001010018|13800000000|王小满|城关镇1号|赵一/;

describe('sgs convert', () => {
  it('makes a feed of a dirty workbook, and says where what is wrong stands', async () => {
    const { code, out } = await sgs('convert', DIRTY, '-o', at('sgs.json'), '--publisher', '青岚市市场监督管理局', ...TODAY);
    assert.equal(code, 1);
    assert.match(out, /工作表“填表说明”：没有找到表头/);
    assert.match(out, /工作表“行政处罚（法人）”：表头在第 4 行，3 条/);
    assert.match(out, /行政处罚（法人）!D7：“行政相对人代码_1\(统一社会信用代码\)”被表格软件改成了科学记数/);
    assert.match(out, /行政处罚（法人）!K5：“违法事实”中有证件号码、电话、账号或住址，已隐去/);
    assert.match(out, /已写入 .*sgs\.json：4 条/);
    // What is not written says why, so that the figures add up.
    const [, rows = '', written = '', left = ''] = /共 (\d+) 条，写入 (\d+) 条，没有写入 (\d+) 条（[^）]+）/.exec(out) ?? [];
    assert.equal(Number(written) + Number(left), Number(rows), out);
    assert.match(out, /另有 \d+ 处，用 sgs check --all 全部列出/);
    const text = readFileSync(at('sgs.json'), 'utf8');
    assert.doesNotMatch(text + out, SECRETS);
    const feed = document('sgs.json');
    assert.deepEqual([feed.version, feed.standard, feed.publisher?.name, feed.records.length], [1, '2018', '青岚市市场监督管理局', 4]);
  });
  it('gives a feed that the page reads without a word', async () => {
    const { out } = await sgs('check', at('sgs.json'), '--json', ...TODAY);
    const [report] = JSON.parse(out) as [
      { rows: number; rejected: object; withheld: object; unplaced: object; check: { findings: { code: string }[] } },
    ];
    assert.deepEqual([report.rows, report.rejected, report.withheld, report.unplaced], [4, {}, {}, {}]);
    assert.ok(
      !report.check.findings.some(({ code }) => /secret|personal|unmasked|duplicate|id-in/.test(code)),
      JSON.stringify(report.check.findings),
    );
  });
  it('leaves natural persons out, and takes a mapping', async () => {
    await sgs('convert', DIRTY, '-o', at('firms.json'), '--drop-personal', ...TODAY);
    assert.deepEqual(numbers('firms.json').length, 3);
    writeFileSync(at('odd.csv'), '单号,当事人,决定日期,处罚机关,X1\n青处1号,青岚市鹿鸣食品有限公司,2026/11/18,青岚市市场监督管理局,某事\n');
    writeFileSync(at('mapping.json'), '{"单号": "documentNumber", "penalty": {"X1": "facts"}}');
    const { code } = await sgs(
      'convert',
      at('odd.csv'),
      '-o',
      at('odd.json'),
      '--mapping',
      at('mapping.json'),
      '--standard',
      '2015',
      ...TODAY,
    );
    assert.equal(code, 1);
    assert.deepEqual(
      [document('odd.json').standard, document('odd.json').records[0]?.['documentNumber'], document('odd.json').records[0]?.['facts']],
      ['2015', '青处1号', '某事'],
    );
  });
  it('writes to the screen, with the report beside it', async () => {
    const { out, err } = await sgs('convert', DIRTY, ...TODAY);
    assert.equal((JSON.parse(out) as Document).records.length, 4);
    assert.match(err, /表头在第 4 行/);
  });
  for (const [args, sentence] of [
    [['convert', at('none.xlsx')], '文件不存在'],
    [['convert', at('empty.csv')], '文件是空的'],
    [['convert', at('list.csv')], '没有可以公示的记录'],
    [['convert', DIRTY, '--standard', '2016'], '--standard 应为 2015 或 2018'],
    [['convert', DIRTY, '--mapping', at('list.csv')], '不是有效的 JSON'],
    [['merge', DIRTY], '请用 -o'],
    [['merge', '-o', at('x.json')], '缺少要合并的数据'],
    [['merge', '--into', DIRTY, '-o', at('x.json')], '没有要并入的文件'],
    [['merge', '--into', DIRTY, '--withdraw', '1', '-o', at('x.json')], '撤回必须公开说明理由'],
    [['export', DIRTY], '请用 -o'],
    [['export', DIRTY, '-o', at('x'), '--since', '2027-01-01'], '没有需要报送的记录'],
    [['digest', DIRTY, '-o', at('x.pdf')], '.xlsx 或 .html'],
    [['digest', DIRTY, '--week', '--month'], '只能用一个'],
    [['digest', DIRTY, '--week', 'tomorrow'], '应为 YYYY-MM-DD'],
  ] as const) {
    it(`${sentence}: nothing is written`, async () => {
      writeFileSync(at('empty.csv'), '');
      writeFileSync(at('list.csv'), 'a,b\n1,2\n');
      const { code, err } = await sgs(...args, ...TODAY);
      assert.equal(code, 2);
      assert.ok(err.includes(sentence), err);
      assert.deepEqual(readdirSync(folder).filter((name) => name.startsWith('x') || name.endsWith('.tmp')), []);
    });
  }
});

describe('sgs check', () => {
  it('of a table names sheet, row and column; for CI as JUnit', async () => {
    const { code, out } = await sgs('check', DIRTY, ...TODAY);
    assert.equal(code, 1);
    assert.match(out, /错误（1 处）：.*科学记数[^]*行政处罚（法人）!D7/);
    const { out: xml } = await sgs('check', DIRTY, '--junit', ...TODAY);
    assert.match(
      xml,
      /^<\?xml version="1.0" encoding="UTF-8"\?>\n<testsuites>\n {2}<testsuite name="[^"]+双公示\.xlsx" tests="\d+" failures="\d+">/,
    );
    assert.match(xml, /<failure message="1 处" type="error">行政处罚（法人）!D7/);
    assert.doesNotMatch(out + xml, SECRETS);
  });
  it('with --all lists every place', async () => {
    writeFileSync(
      at('many.csv'),
      `行政相对人名称,行政许可决定书文号,许可决定日期,许可机关\n${Array.from({ length: 30 }, (_, i) => `青岚市甲${i}有限公司,青许${i}号,2026/11/20,甲局`).join('\n')}\n`,
    );
    const { out } = await sgs('check', at('many.csv'), '--all', ...TODAY);
    assert.match(out, /many!31：必填项/);
    assert.doesNotMatch(out, /另有/);
  });
  it('of what only calls itself a workbook says what to do', async () => {
    writeFileSync(at('坏.xlsx'), Buffer.from([0x11, 0x92, 0, 7, 0xff, 0xfe, 3]));
    for (const command of ['check', 'convert'] as const) {
      const { code, err } = await sgs(command, at('坏.xlsx'), ...(command === 'convert' ? ['-o', at('坏.json')] : []), ...TODAY);
      assert.equal(code, 2);
      assert.match(err, /不是能读取的 Excel 工作簿.*另存为/);
    }
  });
  it('of a published feed tells what must not be in it', async () => {
    writeFileSync(
      at('bad.json'),
      JSON.stringify({
        version: 1,
        standard: '2018',
        records: [
          {
            kind: 'penalty',
            subjectName: '王小满',
            subjectType: '自然人',
            documentNumber: '1',
            decidedOn: '2026-11-18',
            证件号码: '000000199001010018',
          },
        ],
      }),
    );
    const { code, out } = await sgs('check', at('bad.json'), ...TODAY);
    assert.equal(code, 1);
    assert.match(out, /第 1 条（行政处罚）：数据文件中有不得公开的列“证件号码”/);
    assert.match(out, /自然人的完整姓名/);
    assert.match(out, /必填项“违法行为类型”为空/);
    assert.doesNotMatch(out, SECRETS);
  });
  it('with --strict ends with 1 for warnings alone', async () => {
    writeFileSync(
      at('warn.json'),
      JSON.stringify({
        version: 1,
        records: [
          { kind: 'notice', title: '甲', date: '2026-11-18', department: '乙', text: '电话' },
          { kind: 'notice', title: '甲', date: '2026-11-18', department: '乙', text: '电话' },
        ],
      }),
    );
    assert.equal((await sgs('check', at('warn.json'), ...TODAY)).code, 0);
    assert.equal((await sgs('check', at('warn.json'), '--strict', ...TODAY)).code, 1);
  });
  it('keeps no more of a large feed than a sample', async () => {
    const record = (i: number): string =>
      JSON.stringify({
        kind: 'license',
        subjectName: '青岚市鹿鸣食品有限公司',
        documentNumber: `${i}号`,
        projectName: '甲',
        decidedOn: '2026-11-18',
        category: '特批',
      });
    writeFileSync(
      at('large.json'),
      `{"version":1,"standard":"2015","records":[${Array.from({ length: 5000 }, (_, i) => record(i)).join(',')}]}`,
    );
    const [report] = JSON.parse((await sgs('check', at('large.json'), '--json', ...TODAY)).out) as [
      { check: { findings: { code: string; count: number; sample: unknown[] }[] } },
    ];
    const unknown = report.check.findings.find(({ code }) => code === 'category-unknown');
    assert.deepEqual([unknown?.count, unknown?.sample.length], [5000, 20]);
  });
});

describe('sgs merge --into', () => {
  it('adds, corrects and withdraws; once more changes nothing', async () => {
    writeFileSync(at('more.xlsx'), workbook(LICENSES_2015));
    await sgs('convert', DIRTY, '-o', at('column.json'), ...TODAY);
    const first = await sgs(
      'merge',
      '--into',
      at('column.json'),
      at('more.xlsx'),
      '-o',
      at('column.json'),
      '--history',
      at('history.json'),
      ...TODAY,
    );
    assert.equal(first.code, 0, first.err);
    assert.match(first.out, /新增 1 条，更正 0 条，撤回 0 条/);
    const text = readFileSync(at('column.json'), 'utf8');
    const again = await sgs('merge', '--into', at('column.json'), at('more.xlsx'), '-o', at('column.json'), ...TODAY);
    assert.match(again.out, /新增 0 条，更正 0 条，撤回 0 条，未变 1 条/);
    assert.equal(readFileSync(at('column.json'), 'utf8'), text);
    const { out } = await sgs(
      'merge',
      '--into',
      at('column.json'),
      '-o',
      at('column.json'),
      '--withdraw',
      '青市监罚决〔2026〕1号',
      '--reason',
      '经行政复议撤销',
      '--history',
      at('history.json'),
      ...TODAY,
    );
    assert.match(out, /撤回：行政处罚 青市监罚决〔2026〕1号/);
    const notice = document('column.json').records.find(({ status }) => status === 'revoked');
    assert.deepEqual([notice?.['revokeReason'], notice?.['facts']], ['经行政复议撤销', undefined]);
    assert.deepEqual(
      (JSON.parse(readFileSync(at('history.json'), 'utf8')) as { what: string }[]).map(({ what }) => what),
      ['added', 'withdrawn'],
    );
    assert.match(out, /撤回 1 条/);
    const missed = await sgs(
      'merge',
      '--into',
      at('column.json'),
      '-o',
      at('column.json'),
      '--withdraw',
      '无此文号',
      '--reason',
      '甲',
      ...TODAY,
    );
    assert.equal(missed.code, 2);
    assert.match(missed.err, /请核对文书号/);
  });
  it('withdraws several at once, however their brackets are typed; where one is not found, none', async () => {
    const rows = ['1', '2', '3'].map((n) => ({
      kind: 'penalty',
      subjectName: `青岚市鹿鸣${n}食品有限公司`,
      documentNumber: `青市监罚决〔2026〕${n}号`,
      decidedOn: '2026-11-18',
      authority: '市场监管局',
      result: '警告',
    }));
    writeFileSync(at('three.json'), JSON.stringify({ version: 1, records: rows }));
    const text = readFileSync(at('three.json'), 'utf8');
    const withdraw = (...numbers: string[]): ReturnType<typeof sgs> =>
      sgs(
        'merge',
        '--into',
        at('three.json'),
        '-o',
        at('three.json'),
        ...numbers.flatMap((number) => ['--withdraw', number]),
        '--reason',
        '经行政复议撤销',
        ...TODAY,
      );
    const missed = await withdraw('青市监罚决〔2026〕1号', '青市监罚决〔2026〕9号');
    assert.deepEqual([missed.code, readFileSync(at('three.json'), 'utf8')], [2, text]);
    assert.match(missed.err, /青市监罚决〔2026〕9号/);
    assert.doesNotMatch(missed.err, /〕1号/);
    const { code, out } = await withdraw('青市监罚决[2026]1号', '青市监罚决（2026）2号');
    assert.equal(code, 0, out);
    assert.match(out, /撤回 2 条/);
    assert.deepEqual(document('three.json').records.map(({ status }) => status).sort(), ['revoked', 'revoked', undefined]);
  });
  it('says what of the table was not taken over, which fields a correction changes, and what is revoked and still published', async () => {
    const heads = '行政相对人名称,行政处罚决定书文号,处罚决定日期,处罚机关,处罚内容,违法事实,当前状态';
    const row = (n: number, more: string): string => `青岚市鹿鸣${n}食品有限公司,青罚〔2026〕${n}号,2026/11/18,市场监管局,${more}`;
    writeFileSync(at('old.csv'), [heads, row(1, '警告,甲,正常'), row(2, '警告,乙,正常'), ''].join('\n'));
    await sgs('convert', at('old.csv'), '-o', at('site.json'), ...TODAY);
    writeFileSync(
      at('new.csv'),
      [
        heads,
        row(1, '罚款,,正常'),
        row(2, '警告,乙,撤销'),
        row(3, '警告,丙,正常'),
        row(3, '警告,丙,正常'),
        row(4, '警告,丁,正常').replace('11/18', '2/30'),
        '',
      ].join('\n'),
    );
    const merge = (...more: string[]): ReturnType<typeof sgs> =>
      sgs('merge', '--into', at('site.json'), at('new.csv'), '-o', at('site.json'), ...more, ...TODAY);
    const { code, out } = await merge();
    assert.equal(code, 1, out);
    assert.match(out, /new\.csv：共 5 条，可以公示 2 条，没有采用 3 条（已撤销 1、重复 1、日期有误 1）/);
    assert.match(out, /更正：行政处罚 青罚〔2026〕1号（处罚内容；现在为空：违法事实）/);
    assert.match(out, /表格中已撤销、网站上仍在公示 1 条，[^\n]*--withdraw[^]*行政处罚 青罚〔2026〕2号/);
    assert.equal(document('site.json').records.find(({ documentNumber }) => documentNumber === '青罚〔2026〕2号')?.['status'], undefined);
    const exported = await sgs('export', at('new.csv'), '-o', at('报'), ...TODAY);
    assert.match(exported.out, /new\.csv：共 5 条，导出 3 条，没有导出 2 条（重复 1、有误 1）/);
    const done = await merge('--withdraw', '青罚〔2026〕2号', '--reason', '复议撤销');
    assert.deepEqual([done.code, done.out.includes('仍在公示')], [0, false], done.out);
    assert.equal((await merge()).code, 0);
  });
  it('writes the day of publication of what is new, of nothing else', async () => {
    const heads = '行政相对人名称,行政处罚决定书文号,处罚决定日期,处罚机关,处罚内容';
    const row = (n: number): string => `青岚市鹿鸣${n}食品有限公司,青罚〔2026〕${n}号,2026/11/18,市场监管局,警告`;
    writeFileSync(at('day.csv'), [heads, row(1), ''].join('\n'));
    await sgs('convert', at('day.csv'), '-o', at('day.json'), ...TODAY);
    writeFileSync(at('day.csv'), [heads, row(1).replace('警告', '罚款'), row(2), ''].join('\n'));
    await sgs('merge', '--into', at('day.json'), at('day.csv'), '-o', at('day.json'), '--published', ...TODAY);
    const days = (): unknown[] =>
      document('day.json')
        .records.map(({ documentNumber, publishedOn }) => [documentNumber, publishedOn])
        .sort();
    assert.deepEqual(days(), [['青罚〔2026〕1号', undefined], ['青罚〔2026〕2号', '2026-11-23']]);
    await sgs('convert', at('day.csv'), '-o', at('day.json'), '--published', '2026-11-20', ...TODAY);
    assert.deepEqual(days(), [['青罚〔2026〕1号', '2026-11-20'], ['青罚〔2026〕2号', '2026-11-20']]);
  });
});

describe('sgs merge', () => {
  const row = {
    kind: 'penalty',
    subjectName: '青岚市鹿鸣食品有限公司',
    documentNumber: '1号',
    decidedOn: '2026-11-18',
    authority: '市场监管局',
    result: '警告',
  };
  const feeds: Record<string, { publisher: string; records: object[]; version: number; down?: boolean }> = {
    a: { publisher: '市场监管局', records: [row], version: 1 },
    b: { publisher: '信用办', records: [{ ...row, result: '罚款' }, { ...row, documentNumber: '2号' }], version: 1 },
  };
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const feed = feeds[request.url?.slice(1, 2) ?? ''];
    if (!feed || feed.down) { response.writeHead(404).end(); return; }
    const etag = `"${feed.version}"`;
    asked.push(`${request.url} ${request.headers['if-none-match'] === etag ? 304 : 200}`);
    if (request.headers['if-none-match'] === etag) response.writeHead(304).end();
    else
      response
        .writeHead(200, { etag, 'content-type': 'application/json' })
        .end(JSON.stringify({ version: 1, publisher: { name: feed.publisher }, records: feed.records }));
  });
  let places: string[] = [];
  before(
    () =>
      new Promise<void>((resolve) => {
        server.listen(0, '127.0.0.1', () => {
          const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
          places = [`${origin}/a.json`, `${origin}/b.json`];
          resolve();
        });
      }),
  );
  after(() => server.close());
  const merge = (): ReturnType<typeof sgs> =>
    sgs('merge', ...places, '-o', at('county.json'), '--state', at('state.json'), '--conflicts', at('conflicts.json'), ...TODAY);

  it('takes each decision once, says its source, and tells of conflicts', async () => {
    const { code, out } = await merge();
    assert.equal(code, 1, out);
    assert.deepEqual(
      document('county.json')
        .records.map(({ documentNumber, sourceUnit, result }) => [documentNumber, sourceUnit, result])
        .sort(),
      [
        ['1号', '市场监管局', '警告'],
        ['2号', '信用办', '警告'],
      ],
    );
    assert.match(out, /冲突：行政处罚 1号，采用“市场监管局”，与“信用办”不同的项：处罚内容/);
    assert.equal((JSON.parse(readFileSync(at('conflicts.json'), 'utf8')) as unknown[]).length, 1);
  });
  it('reads nothing anew while nothing has changed', async () => {
    asked.length = 0;
    const text = readFileSync(at('county.json'), 'utf8');
    const { code, out } = await merge();
    assert.equal(code, 0);
    assert.match(out, /没有变化/);
    assert.deepEqual(asked, ['/a.json 304', '/b.json 304']);
    assert.equal(readFileSync(at('county.json'), 'utf8'), text);
  });
  it('carries a withdrawal through', async () => {
    Object.assign(feeds['a'] ?? {}, { version: 2, records: [{ ...row, status: 'revoked', revokeReason: '经行政复议撤销' }] });
    const { code, out } = await merge();
    assert.equal(code, 0, out);
    assert.deepEqual(
      document('county.json')
        .records.map(({ documentNumber, status }) => [documentNumber, status])
        .sort(),
      [
        ['1号', 'revoked'],
        ['2号', undefined],
      ],
    );
  });
  it('keeps what a feed had said when it can’t be read, and without that leaves the old file', async () => {
    Object.assign(feeds['b'] ?? {}, { down: true });
    const { code, err } = await merge();
    assert.equal(code, 1);
    assert.match(err, /保留上次的数据/);
    assert.equal(document('county.json').records.length, 2);
    const text = readFileSync(at('county.json'), 'utf8');
    rmSync(at('state.json'));
    assert.equal((await merge()).code, 2);
    assert.equal(readFileSync(at('county.json'), 'utf8'), text);
  });
  it('keeps it also where its records name the offices that handed them in, as a county’s do in the city’s', async () => {
    const feed = (name: string, publisher: string, ...units: string[]): void =>
      writeFileSync(
        at(name),
        JSON.stringify({
          version: 1,
          publisher: { name: publisher },
          records: units.map((sourceUnit, n) => ({ ...row, documentNumber: `${publisher}${n}号`, sourceUnit })),
        }),
      );
    feed('甲县.json', '甲县', '甲县水利局', '甲县林业局');
    feed('乙县.json', '乙县', '乙县水利局');
    const city = (): ReturnType<typeof sgs> =>
      sgs('merge', at('甲县.json'), at('乙县.json'), '-o', at('city.json'), '--state', at('city.state.json'), ...TODAY);
    assert.equal((await city()).code, 0);
    rmSync(at('甲县.json'));
    for (const again of [1, 2]) {
      const { code, err } = await city();
      assert.equal(code, 1, `${again}`);
      assert.match(err, /保留上次的数据/);
      assert.deepEqual(numbers('city.json').sort(), ['乙县0号', '甲县0号', '甲县1号']);
    }
    feed('甲县.json', '甲县', '甲县水利局');
    await city();
    assert.deepEqual(numbers('city.json').sort(), ['乙县0号', '甲县0号']);
    assert.doesNotMatch(readFileSync(at('city.state.json'), 'utf8'), /鹿鸣/);
  });
});

describe('sgs export', () => {
  it('of the department’s file fills what is not published; read again it is the same feed', async () => {
    const { code, out, err } = await sgs('export', DIRTY, '--template', '2018', '-o', at('上报'), ...TODAY);
    assert.equal(code, 0, err);
    assert.match(err, /请勿放到网站上/);
    assert.match(out, /双公示\.xlsx：共 5 条，导出 5 条\n/);
    const files = readdirSync(at('上报')).sort();
    assert.deepEqual(files, ['行政处罚（法人）_2018_2026-11-23.xlsx', '行政许可（自然人）_2018_2026-11-23.xlsx']);
    assert.match(out, /已写入/);
    const [natural] = await readWorkbook(join(at('上报'), files[1] ?? ''));
    assert.equal(natural?.data[1]?.[2], '000000199001010018');
    await sgs('convert', join(at('上报'), files[1] ?? ''), '-o', at('again.json'), ...TODAY);
    const person = ({ kind }: { readonly kind?: string }): boolean => kind === 'license';
    assert.deepEqual(document('again.json').records, document('sgs.json').records.filter(person));
  });
  it('of a feed leaves it empty, and takes only what is new', async () => {
    const { err } = await sgs('export', at('sgs.json'), '--since', '2026-11-16', '-o', at('公示'), ...TODAY);
    assert.match(err, /这些列为空/);
    const all = await Promise.all(readdirSync(at('公示')).map((file) => readWorkbook(join(at('公示'), file))));
    assert.ok(all.length > 0);
    assert.doesNotMatch(JSON.stringify(all), SECRETS);
  });
});

describe('sgs digest', () => {
  it('of a week: a workbook that is read again as the same records, and a page', async () => {
    const { out } = await sgs('digest', at('sgs.json'), '--week', '2026-11-18', '-o', at('周报.xlsx'), ...TODAY);
    assert.match(out, /双公示每周汇总（2026-11-16—2026-11-22）\n {2}共 2 件/);
    await sgs('convert', at('周报.xlsx'), '-o', at('week.json'), ...TODAY);
    const week = document('sgs.json').records.filter(({ decidedOn = '' }) => decidedOn >= '2026-11-16');
    const sorted = (records: Document['records']): unknown[] =>
      [...records].sort((a, b) => String(a['documentNumber']).localeCompare(String(b['documentNumber'])));
    assert.deepEqual(sorted(document('week.json').records), sorted(week));
    await sgs('digest', at('sgs.json'), '--month', '2026-11', '-o', at('月报.html'), ...TODAY);
    writeFileSync(
      at('undated.json'),
      JSON.stringify({
        version: 1,
        records: [
          { kind: 'penalty', subjectName: '青岚市鹿鸣食品有限公司', documentNumber: '7号', authority: '市场监管局', result: '警告' },
          {
            kind: 'penalty',
            subjectName: '青岚市鹿鸣食品有限公司',
            documentNumber: '8号',
            authority: '市场监管局',
            decidedOn: '2026-11-18',
            result: '警告',
          },
        ],
      }),
    );
    await sgs('digest', at('undated.json'), '--week', '2026-11-18', '-o', at('缺日期.xlsx'), ...TODAY);
    const [summary] = await readWorkbook(at('缺日期.xlsx'));
    assert.deepEqual(summary?.data.slice(-2).map((cells) => [cells[0], cells[4]]), [['合计', 1], ['没有决定日期，未计入', 1]]);
    const page = readFileSync(at('月报.html'), 'utf8');
    assert.match(page, /<h1>双公示每月汇总（2026-11）<\/h1>/);
    assert.doesNotMatch(page, SECRETS);
  });
});
