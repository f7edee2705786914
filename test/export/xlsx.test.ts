import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import readWorkbook from 'read-excel-file/node';
import { tablesOf, type Table } from '../../src/export/table.js';
import { columnName, sheetNames } from '../../src/export/workbook.js';
import { writeXlsx, type WorkbookOptions } from '../../src/export/xlsx.js';
import type { SgsRecord } from '../../src/model/record.js';
import { byLabel, license, options, penalty } from './records.js';

const settings: WorkbookOptions = { title: '行政许可', date: '2026-11-23' };

const bytesOf = async (tables: readonly Table[], changed: Partial<WorkbookOptions> = {}, most?: number): Promise<Buffer> => {
  const outcome = await writeXlsx(tables, { ...settings, ...changed }, most);
  assert.ok(outcome.ok);
  return Buffer.from(await outcome.value.arrayBuffer());
};
const sheetsOf = async (bytes: Buffer) => (await readWorkbook(bytes)).map(({ sheet, data }) => ({ name: sheet, rows: data }));
const partsOf = (bytes: Buffer): Record<string, string> =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strFromU8(part)]));
const one = (records: readonly SgsRecord[]): Promise<Buffer> => bytesOf(tablesOf(records, options));
const rowOf = async (record: SgsRecord): Promise<Record<string, unknown>> => {
  const [sheet] = await sheetsOf(await one([record]));
  return byLabel(sheet!.rows[0]!, sheet!.rows[1]!);
};
/** A workbook of one text cell, read back. */
const readBack = async (text: string): Promise<unknown> => {
  const columns = [{ label: '内容', type: 'text', read: () => text }, { label: '末', type: 'text', read: () => '。' }] as const;
  const [sheet] = await sheetsOf(await bytesOf([{ name: '表', columns, records: [license] }]));
  return sheet!.rows[1]![0];
};

describe('a workbook', () => {
  test('has a sheet for each kind, called by its label, and one that says where it comes from', async () => {
    const bytes = await bytesOf(tablesOf([license, penalty], options), { about: { name: '说明', rows: [['来源', 'https://www.example.gov.cn/'], ['导出日期', '2026-11-23']] } });
    const sheets = await sheetsOf(bytes);
    assert.deepEqual(sheets.map(({ name }) => name), ['行政许可', '行政处罚', '说明']);
    assert.deepEqual(sheets[2]!.rows, [['来源', 'https://www.example.gov.cn/'], ['导出日期', '2026-11-23']]);
    assert.match(partsOf(bytes)['docProps/core.xml']!, /<dc:title>行政许可<.*2026-11-23T/s);
  });

  test('holds codes as text, dates as dates, amounts as numbers', async () => {
    const row = await rowOf(license);
    assert.equal(row['统一社会信用代码'], '913302001234567890');
    assert.ok(row['许可决定日期'] instanceof Date);
    assert.equal(row['许可决定日期'].toISOString().slice(0, 10), '2025-03-01');
    assert.equal(row['有效期至'], '长期');
    assert.equal(row['许可内容'], null);
    assert.equal((await rowOf(penalty))['罚款金额（万元）'], 0.5);
  });

  test('holds what is no day of the calendar as it stands', async () => {
    for (const date of ['2025-02-30', '1900-02-28', '2025-13-01', '2025年3月']) assert.equal((await rowOf({ ...license, decidedOn: date }))['许可决定日期'], date);
    assert.equal((((await rowOf({ ...license, decidedOn: '1900-03-01' }))['许可决定日期']) as Date).toISOString().slice(0, 10), '1900-03-01');
  });

  test('leaves out what is no number', async () => {
    assert.equal((await rowOf({ ...penalty, fineAmount: NaN }))['罚款金额（万元）'], null);
  });

  test('has a header that is bold, stays in sight and can be filtered by', async () => {
    const parts = partsOf(await one([license]));
    const sheet = parts['xl/worksheets/sheet1.xml']!;
    assert.match(sheet, /<pane ySplit="1" topLeftCell="A2" [^>]*state="frozen"/);
    assert.match(sheet, /<row r="1"><c r="A1" t="inlineStr" s="1">/);
    assert.match(sheet, /<autoFilter ref="A1:[A-Z]+2"\/>/);
    assert.match(parts['xl/styles.xml']!, /<font><b\/>/);
    assert.match(parts['xl/styles.xml']!, /formatCode="yyyy\\-mm\\-dd"/);
  });

  test('has columns as wide as what stands in them, within reason', async () => {
    const sheet = partsOf(await one([{ ...license, content: '很长的内容'.repeat(100) }]))['xl/worksheets/sheet1.xml']!;
    const widths = [...sheet.matchAll(/<col [^>]*width="(\d+)"/g)].map(([, width]) => Number(width));
    const columns = tablesOf([license], options)[0]!.columns.map(({ label }) => label);
    assert.equal(widths[columns.indexOf('行政相对人名称')], 22);
    assert.equal(widths[columns.indexOf('许可内容')], 48);
    assert.ok(widths.every((width) => width >= 8 && width <= 48));
  });

  test('no cell is a formula, and long text is not shown as ####', async () => {
    const sheet = partsOf(await one([{ ...license, subjectName: '=1+1', content: '长'.repeat(256) }]))['xl/worksheets/sheet1.xml']!;
    assert.ok(!sheet.includes('<f'));
    assert.match(sheet, /s="3"><is><t>=1\+1</);
    assert.match(sheet, /s="0"><is><t>长/);
  });

  test('white space at the ends of a text is kept, and a text of several lines', async () => {
    // A reader may trim; what is written says that it should not.
    assert.equal((await rowOf({ ...license, content: '一\n二' }))['许可内容'], '一\n二');
    const raw = partsOf(await one([{ ...license, subjectName: ' 甲 公司 ' }]))['xl/worksheets/sheet1.xml']!;
    assert.match(raw, /<t xml:space="preserve"> 甲 公司 <\/t>/);
  });

  test('is the same whoever packs it: the browser beside the page, or fflate where it can not', async () => {
    const records = Array.from({ length: 2500 }, (_, n) => ({ ...license, documentNumber: `甬市监许〔2025〕${String(n * 7919)}号` }));
    const tables = tablesOf([...records, penalty], options);
    const parts = partsOf(await bytesOf(tables, { native: true }));
    assert.deepEqual(parts, partsOf(await bytesOf(tables, { native: false })));
    assert.match(parts['xl/worksheets/sheet1.xml']!, /〔2025〕19789581号.*<\/worksheet>$/);
  });

  test('that nobody wants any more is given up, whoever packs it', async () => {
    for (const native of [true, false]) {
      const stop = new AbortController();
      const outcome = await writeXlsx(tablesOf(Array<SgsRecord>(20_000).fill(license), options), {
        ...settings, native, signal: stop.signal, progress: () => stop.abort(),
      });
      assert.deepEqual(outcome, { ok: false, reason: 'cancelled' });
    }
  });

  test('goes on on another sheet when one is full', async () => {
    const records = Array.from({ length: 5 }, (_, at) => ({ ...license, id: `l${at}`, documentNumber: `${at}` }));
    const sheets = await sheetsOf(await bytesOf(tablesOf(records, options), {}, 2));
    assert.deepEqual(sheets.map(({ name, rows }) => [name, rows.length]), [['行政许可', 3], ['行政许可 (2)', 3], ['行政许可 (3)', 2]]);
    assert.deepEqual(sheets.flatMap(({ rows }) => rows.slice(1).map(([number]) => number)), ['0', '1', '2', '3', '4']);
  });
});

describe('any text', () => {
  test('comes back as it was', async () => {
    const sign = fc.oneof(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 3 }), fc.constantFrom('&', '<', '>', '"', "'", ']]>', '_x0041_', '_x005F_', '\n', ' ', '=', '𠮷'));
    await fc.assert(fc.asyncProperty(fc.array(sign, { minLength: 1, maxLength: 8 }), async (signs) => {
      const text = `甲${signs.join('')}乙`;
      const clean = text.replace(/\r\n?/g, '\n').replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '');
      assert.equal(await readBack(text), clean);
    }), { numRuns: 60 });
  });

  test('is cut where Excel would call the workbook broken', async () => {
    assert.equal(String(await readBack('长'.repeat(32_767))).length, 32_767);
    const cut = String(await readBack('长'.repeat(40_000)));
    assert.equal(cut.length, 32_767);
    assert.ok(cut.endsWith('长…'));
    assert.ok(String(await readBack('长'.repeat(32_765) + '𠮷长长')).endsWith('长…'));
  });
});

describe('names', () => {
  test('of sheets are such as Excel takes, and differ', () => {
    assert.deepEqual(sheetNames(['行政许可', '行政许可', "'a/b[c]:*?\\'", '', 'History', 'HISTORY_', '长'.repeat(40), '长'.repeat(40)]), [
      '行政许可', '行政许可 (2)', 'a b c', '双公示', 'History_', 'HISTORY_ (2)', '长'.repeat(31), `${'长'.repeat(27)} (2)`,
    ]);
  });

  test('of columns go on behind Z', () => {
    assert.deepEqual([0, 25, 26, 51, 52, 701, 702].map(columnName), ['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
  });
});

describe('many rows', () => {
  const tables = tablesOf(Array.from({ length: 5000 }, (_, at) => ({ ...license, id: `l${at}`, documentNumber: `〔2025〕${at}号` })), options);

  test('are all there, and other work goes on meanwhile', async () => {
    let others = 0;
    const timer = setInterval(() => others++);
    const told: number[] = [];
    const bytes = await bytesOf([...tables, ...tablesOf([penalty], options)], { progress: ({ done, total }) => told.push(done / total) });
    clearInterval(timer);
    assert.ok(others > 0);
    assert.equal(told[told.length - 1], 1);
    assert.deepEqual(told, [...told].sort((a, b) => a - b));
    const [sheet] = await sheetsOf(bytes);
    assert.equal(sheet!.rows.length, 5001);
    assert.equal(sheet!.rows[5000]![0], '〔2025〕4999号');
  });

  test('are cancelled in between', async () => {
    const control = new AbortController();
    assert.deepEqual(await writeXlsx(tables, { ...settings, signal: control.signal, progress: () => control.abort() }), { ok: false, reason: 'cancelled' });
  });
});
