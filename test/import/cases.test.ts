// Tables as offices make them, file by file: what comes of each, and what is told of it.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, describe, it } from 'node:test';
import { readTable } from '../../src/import/file.js';
import { importTables, type ImportOptions, type TableImport } from '../../src/import/import-tables.js';

import { workbook } from './workbook.js';

const FOLDER = new URL('../fixtures/cases/sheets/', import.meta.url);
const FILES = readdirSync(FOLDER);

const importCase = async (start: string, options: Partial<ImportOptions> = {}): Promise<TableImport> => {
  const name = FILES.find((file) => file.startsWith(`${start}-`) || file.startsWith(`${start}.`)) as string;
  const bytes = new Uint8Array(readFileSync(new URL(name, FOLDER)));
  const grids = await readTable(name, bytes, { xls: () => import('../../src/import/xls.js') });
  return importTables(grids, name, { today: '2026-11-30', ...options });
};

/** Codes of what is told of the sheets themselves, with place. */
const told = ({ sheets }: TableImport): string[] =>
  sheets.flatMap(({ findings }) => findings.map(({ code, place }) => `${code} ${place?.sheet}!${place?.column ?? ''}${place?.row}`));

const numbers = ({ records }: TableImport): (string | undefined)[] =>
  records.map(({ documentNumber }) => documentNumber && /〔2026〕(\d+)号/.exec(documentNumber)?.[1]);

/** Files that are read as they always were: numbers of the records that come of them. */
const AS_BEFORE: Readonly<Record<string, readonly (string | undefined)[]>> = {
  base: ['801', '802'],
  c01: ['670'],
  c02: ['670'],
  c03: ['670'],
  c05: ['670'],
  c07: ['675', '676'],
  c08: ['670'],
  c09: ['677', '678'],
  c11: [],
  x01: ['601', '601', '601'],
  x04: ['607', '608'],
  x05b: ['625'],
  x06: [undefined, '627'],
  x08b: ['661'],
  x08c: ['633', '634'],
  x08d: ['633', '634'],
  x08e: ['660'],
  x10b: ['633', '634'],
  x16: ['650', '651'],
  x20: ['801', '802'],
  x23: ['801', '802'],
  x25: ['801', '802'],
  x26: ['801', '802'],
  x27: ['801', '802'],
  x29: ['805'],
  // A day in three cells under one header is no date: its record is told, not written.
  x30: [],
};

describe('tables that are read as they are', () => {
  for (const [file, expected] of Object.entries(AS_BEFORE)) {
    it(file, async () => {
      const imported = await importCase(file);
      assert.deepEqual(numbers(imported), expected);
      for (const { decidedOn, authority, kind } of imported.records)
        assert.deepEqual([kind, decidedOn?.slice(0, 8), authority ?? '青岚市市场监督管理局'], ['penalty', '2026-06-', '青岚市市场监督管理局']);
    });
  }
  it('x05: days in all the ways that a spreadsheet shows them', async () => {
    const days = (await importCase('x05')).records.map(({ decidedOn }) => decidedOn);
    assert.ok(days.filter((day) => day === '2026-06-03').length >= 9, days.join());
    assert.ok(days.every((day) => day === undefined || day.startsWith('2026-06')), days.join());
  });
  it('x23: the readings that stand over characters are no text', async () => {
    assert.equal((await importCase('x23')).records[0]?.subjectName, '青岚市海石食品有限公司');
  });
});

describe('tables that were misread', () => {
  const zone = process.env['TZ'];
  afterEach(() => {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  });
  it('x02: a header of two rows: 行政相对人 › 类别 is the subject’s, not the decision’s', async () => {
    const [record] = (await importCase('x02')).records;
    assert.equal(record?.subjectType, '法人及非法人组织');
    assert.deepEqual(record.category, []);
    assert.equal(record.documentNumber, '青市监罚〔2026〕602号');
    assert.equal(record.decidedOn, '2026-06-03');
  });
  it('x03: hidden sheets are off unless chosen, hidden rows are told', async () => {
    const imported = await importCase('x03');
    assert.deepEqual(numbers(imported), ['603', '606']);
    assert.deepEqual(told(imported), ['row-hidden 行政处罚!3', 'sheet-hidden 草稿!1', 'sheet-hidden vh!1']);
    assert.deepEqual(numbers(await importCase('x03', { hiddenSheets: ['草稿'] })), ['603', '606', '604']);
    assert.deepEqual(numbers(await importCase('x03', { hiddenSheets: true })), ['603', '606', '604', '605']);
  });
  it('x07, c06: spoilt codes are told and not written', async () => {
    const x07 = await importCase('x07');
    assert.equal(x07.records[0]?.creditCode, undefined);
    assert.ok(told(x07).includes('number-spoilt 行政处罚!C2'));
    const c06 = await importCase('c06');
    assert.deepEqual(c06.records.map(({ creditCode }) => creditCode), [undefined, undefined]);
    assert.deepEqual(told(c06), ['number-spoilt c06-sci!C2', 'number-spoilt c06-sci!C3']);
  });
  it('x08: a page in GBK under the name of a workbook', async () => {
    const [record] = (await importCase('x08')).records;
    assert.equal(record?.subjectName, '青岚市海石食品有限公司');
    assert.equal(record.authority, '青岚市市场监督管理局');
  });
  it('x10c: a second table below the first has a header of its own', async () => {
    const { records, sheets } = await importCase('x10c');
    assert.deepEqual(records.map(({ kind, documentNumber }) => [kind, documentNumber]), [
      ['penalty', '青市监罚〔2026〕635号'],
      ['license', '青市监许〔2026〕636号'],
    ]);
    assert.deepEqual(sheets.map(({ name, entries }) => [name, entries[0]?.row]), [['行政处罚', 2], ['行政处罚（第 2 张表）', 5]]);
  });
  it('a second table beside the first has columns of its own', async () => {
    const [license, penalty] = ['青岚市甲食品有限公司', '青岚市乙餐饮有限公司'];
    const text = `行政许可,,,,,行政处罚\n行政相对人名称,行政许可决定文书号,许可决定日期,许可机关,,行政相对人名称,行政处罚决定书文号,处罚决定日期,处罚机关
${license},青市监许〔2026〕701号,2026-03-01,青岚市市场监督管理局,,${penalty},青市监罚〔2026〕702号,2026-03-02,青岚市市场监督管理局
,,,,,${penalty},青市监罚〔2026〕703号,2026-03-03,青岚市市场监督管理局`;
    const grids = await readTable('台账.csv', new TextEncoder().encode(text));
    const { records } = importTables(grids, '台账.csv', { today: '2026-11-30' });
    assert.deepEqual(records.map(({ kind, subjectName, documentNumber }) => [kind, subjectName, documentNumber]), [
      ['license', license, '青市监许〔2026〕701号'], ['penalty', penalty, '青市监罚〔2026〕702号'], ['penalty', penalty, '青市监罚〔2026〕703号'],
    ]);
    // One table whose groups of columns stand apart stays one.
    const one = `行政相对人名称,统一社会信用代码,法定代表人,,行政许可决定文书号,许可决定日期,许可机关\n${license},,,,青市监许〔2026〕704号,2026-03-01,青岚市市场监督管理局`;
    const apart = importTables(await readTable('一张.csv', new TextEncoder().encode(one)), '一张.csv', { today: '2026-11-30' });
    assert.deepEqual(apart.records.map(({ subjectName, documentNumber }) => [subjectName, documentNumber]), [[license, '青市监许〔2026〕704号']]);
  });
  it('x12: a form with its names one below the other is named as such', async () => {
    const imported = await importCase('x12');
    assert.deepEqual(imported.records, []);
    assert.deepEqual(told(imported), ['vertical-form 行政处罚!1']);
  });
  it('x13: who decided and when, in one column, are told apart', async () => {
    assert.deepEqual((await importCase('x13')).records.map(({ authority, decidedOn }) => [authority, decidedOn]), [
      ['青岚市市场监督管理局', '2026-06-03'], ['青岚市市场监督管理局', '2026-06-04'],
    ]);
  });
  it('x30: a day in three cells under one header is told with its place', async () => {
    const { report } = await importCase('x30');
    assert.deepEqual(report.rejected, { 'bad-date': 1 });
    assert.ok(report.findings.some(({ code, sample }) => code === 'date-unreadable' && sample[0]?.place?.row === 2));
  });
  it('x22: cells without references stand in their order', async () => {
    assert.deepEqual(numbers(await importCase('x22')), ['801', '802']);
  });
  for (const there of ['Asia/Shanghai', 'UTC', 'America/Los_Angeles', 'Pacific/Kiritimati']) {
    it(`x24: a day that is written as ISO is that day, in ${there} too`, async () => {
      process.env['TZ'] = there;
      assert.deepEqual((await importCase('x24')).records.map(({ decidedOn }) => decidedOn), ['2026-06-03', '2026-06-03']);
    });
  }
  it('c04: what stands before a value so that a spreadsheet leaves it alone is no part of it', async () => {
    const { records } = await importCase('c04');
    assert.deepEqual(records.map(({ creditCode }) => creditCode), ['91370299MA00000A1X', '91370299MA00000A1X']);
    assert.deepEqual(records.map(({ documentNumber }) => documentNumber), ['青市监罚〔2026〕671号', '青市监罚〔2026〕672号']);
    assert.deepEqual(records.map(({ authority }) => authority), ['青岚市市场监督管理局', '青岚市市场监督管理局']);
    assert.deepEqual(records.map(({ decidedOn }) => decidedOn), ['2026-06-03', '2026-06-04']);
  });
  it('c10: a stray quote stops with its line', async () => {
    await assert.rejects(importCase('c10'), { name: 'TableError', message: /^第 2 行.*引号/ });
  });
});

describe('rows and columns of forms', () => {
  const read = async (rows: readonly (readonly (string | null)[])[]): Promise<TableImport> =>
    importTables(await readTable('a.xlsx', workbook({ name: '处罚', rows })), 'a.xlsx', { today: '2026-11-30' });
  const HEAD = ['行政处罚决定书文号', '行政相对人名称', '处罚决定日期', '处罚内容', '处罚机关'];
  const RECORD = ['青市监罚决〔2026〕1号', '青岚市海石食品有限公司', '2026-11-03', '罚款五千元', '青岚市市场监督管理局'];

  it('that name the columns once more, or say how to fill them in, are no records', async () => {
    for (const rows of [
      [['CF_WSH', 'CF_XDR_MC', 'CF_JDRQ', 'CF_NR', 'CF_CFJG'], HEAD, RECORD],
      [HEAD, ['填写说明：文号', '填写全称', '格式YYYY/MM/DD', '填写内容', '填写全称'], RECORD],
    ]) assert.deepEqual((await read(rows)).records.map(({ documentNumber }) => documentNumber), [RECORD[0]], JSON.stringify(rows[1]));
    assert.equal((await read([HEAD, ['青市监罚决〔2026〕2号', '青岚市海石食品有限公司', '2026-11-03', '填写虚假材料', '某局'], RECORD])).records.length, 2);
  });
  it('that are numbered are known by their names', async () => {
    for (const number of [(n: number) => `${n}.`, (n: number) => `（${'一二三四五'.charAt(n - 1)}）`, (n: number) => `${'一二三四五'.charAt(n - 1)}、`, (n: number) => '①②③④⑤'.charAt(n - 1)]) {
      assert.equal((await read([HEAD.map((name, at) => number(at + 1) + name), RECORD])).records[0]?.decidedOn, '2026-11-03', number(1));
    }
  });
  it('of two columns of names are a form and said to be one', async () => {
    const form = [['行政处罚信息表'], [HEAD[0], RECORD[0], HEAD[2], RECORD[2]], [HEAD[1], RECORD[1], HEAD[4], RECORD[4]], [HEAD[3], '罚款', '处罚依据', '法']];
    for (const rows of [form, form.slice(0, 3).concat([[HEAD[3], RECORD[3], '处罚依据', '《价格法》']])]) {
      const read1 = await read(rows as string[][]);
      assert.equal(read1.records.length, 0);
      assert.deepEqual(told(read1), ['vertical-form 处罚!1']);
    }
  });
  it('in which a spreadsheet found an error hold nothing', async () => {
    const [record] = (await read([HEAD, [RECORD[0] as string, '#N/A', '2026-11-03', '#VALUE!', RECORD[4] as string]])).records;
    assert.deepEqual([record?.subjectName, record?.result], [undefined, undefined]);
  });
  it('of a PDF are said to be one', async () => {
    await assert.rejects(readTable('a.xlsx', new TextEncoder().encode('%PDF-1.4 1 0 obj')), /PDF/);
  });
});
