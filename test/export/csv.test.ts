import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { csvCell, writeCsv } from '../../src/export/csv.js';
import { tablesOf, type Column } from '../../src/export/table.js';
import { byLabel, license, options } from './records.js';

/** A reader of RFC 4180, nothing more. */
function parse(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    rows[rows.length - 1]!.push(quoted === undefined ? plain! : quoted.replace(/""/g, '"'));
    if (end === '\r\n') rows.push([]);
    if (end === '') break;
  }
  return rows;
}

const written = async (columns: readonly Column[], count = 1): Promise<string> => {
  const outcome = await writeCsv({ name: '', columns, records: Array.from({ length: count }, () => license) });
  assert.ok(outcome.ok);
  return Buffer.from(await outcome.value.arrayBuffer()).toString('utf8');
};

test('a file begins with a BOM, ends every line with CRLF and has as many cells in each', async () => {
  const [table] = tablesOf([license, { ...license, id: 'l2', subjectName: '甲"乙,丙\n丁' }], options);
  const outcome = await writeCsv(table!);
  assert.ok(outcome.ok);
  const bytes = Buffer.from(await outcome.value.arrayBuffer());
  assert.deepEqual([...bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
  const text = bytes.toString('utf8').slice(1);
  assert.ok(text.endsWith('\r\n'));
  const [header, first, second, rest] = parse(text);
  assert.deepEqual([first!.length, second!.length], [header!.length, header!.length]);
  assert.equal(byLabel(header!, first!)['行政相对人名称'], '宁波安平食品有限公司');
  assert.equal(byLabel(header!, second!)['行政相对人名称'], '甲"乙,丙\n丁');
  assert.deepEqual(rest, ['']);
});

test('a label is as harmless as a value', async () => {
  assert.match(await written([{ label: '=1+1', type: 'text', read: () => 'a' }]), /^\ufeff'=1\+1\r\na\r\n$/);
});

describe('no cell is a formula', () => {
  for (const text of ['=1+1', '+1+cmd', '-2+3+cmd', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '  =1+1', '\u3000=1', '＝1+1', '＋1', '－1', '＠A', '=(1)', '@1',
    '-2+3', '-1', '+86 574', '\u200b=1', '\ufeff\u2060@A', '﹦1', '\u00ad+1']) {
    test(JSON.stringify(text), () => assert.match(csvCell(text, 'text').replace(/^"/, ''), /^'/));
  }

  test('whatever a feed holds', () => {
    const sign = fc.constantFrom(...'=+-@＝＋－＠\t\r\n \u3000\u200b"\',;(1aE\0\u0008中'.split(/(?:)/u));
    fc.assert(fc.property(fc.string({ unit: sign, maxLength: 8 }), fc.constantFrom('text', 'date' as const), (text, type) => {
      const cell = parse(csvCell(text, type))[0]![0]!;
      assert.ok(!/^[\s\u200b]*[=+\-@＝＋－＠]/.test(cell), JSON.stringify(cell));
      assert.ok(!/^[\r\n]/.test(cell));
    }), { numRuns: 3000 });
  });
});

describe('a spreadsheet spoils nothing', () => {
  for (const text of ['913302001234567890', '007', '0571', '1234567890123', '9133E12', '1.5', '2025-1', '12/3', '3-4', '10:30', '(12)', '50%', '1,234']) {
    test(`${text} stays text`, () => assert.equal(parse(csvCell(text, 'text'))[0]![0], `\t${text}`));
  }
  for (const text of ['91330200MA281J0X3K', '2026', '0', '甬市监处罚〔2025〕12号', '安平食品-宁波', '1a', 'E', '', '—']) {
    test(`${text} is left alone`, () => assert.equal(csvCell(text, 'text'), text));
  }
  test('numbers are numbers, dates are dates, 长期 is a word', () => {
    assert.equal(csvCell(-3.5, 'amount'), '-3.5');
    assert.equal(csvCell(0, 'amount'), '0');
    assert.equal(csvCell('2025-03-01', 'date'), '2025-03-01');
    assert.equal(csvCell('2025-3', 'date'), '"\t2025-3"');
    assert.equal(csvCell('长期', 'date'), '长期');
  });
});

test('any text comes back as it was, but for the sign before it and what no file can hold', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), (text) => {
    const cell = parse(csvCell(text, 'text'))[0]![0]!;
    const clean = text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/g, '');
    assert.ok([clean, `'${clean}`, `\t${clean.trim()}`].includes(cell), JSON.stringify([text, cell]));
  }), { numRuns: 2000 });
});

describe('many rows', () => {
  test('are all written, and other work goes on meanwhile', async () => {
    let others = 0;
    const timer = setInterval(() => others++);
    const text = await written(Array.from({ length: 30 }, (_, at) => ({ label: `列${at}`, type: 'text', read: () => '安平食品有限公司'.repeat(3) })), 20_000);
    clearInterval(timer);
    assert.equal(parse(text).length, 20_002);
    assert.ok(others > 0);
  });

  test('are told of, to the last, and cancelled in between', async () => {
    const [table] = tablesOf(Array.from({ length: 20_000 }, (_, at) => ({ ...license, id: `l${at}` })), options);
    const told: number[] = [];
    await writeCsv(table!, { progress: ({ done }) => told.push(done) });
    assert.equal(told[told.length - 1], 20_000);
    assert.deepEqual(told, [...told].sort((a, b) => a - b));
    const control = new AbortController();
    assert.deepEqual(await writeCsv(table!, { signal: control.signal, progress: () => control.abort() }), { ok: false, reason: 'cancelled' });
  });
});
