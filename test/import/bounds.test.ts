// Files that would take all memory or time, and files that are broken: a sentence, soon, and no row that is lost in silence.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { Deflate, strToU8 } from 'fflate';
import fc from 'fast-check';
import { parseCsv } from '../../src/import/csv.js';
import { readTable, type FileOptions } from '../../src/import/file.js';
import { TableError } from '../../src/import/grid.js';
import { importTables, type TableImport } from '../../src/import/import-tables.js';
import { openZip, partAt } from '../../src/import/zip.js';
import { HEADERS, headerRow, rawWorkbook, recordRow, sheetXml, textCell } from './raw-workbook.js';

const xls: NonNullable<FileOptions['xls']> = () => import('../../src/import/xls.js');

const importBytes = async (bytes: Uint8Array, name = '表.xlsx'): Promise<TableImport> =>
  importTables(await readTable(name, bytes, { xls }), name, { today: '2026-11-30' });

const hostile = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`../fixtures/cases/hostile/${name}.xlsx`, import.meta.url)));

const told = ({ sheets }: TableImport): string[] =>
  sheets.flatMap(({ findings }) => findings.map(({ code, place }) => `${code} ${place?.column ?? ''}${place?.row}`));

/** Milliseconds of the processor, the least of three: what else the machine does is no matter. */
const cpuOf = async (run: () => Promise<unknown>): Promise<number> => {
  let least = Infinity;
  for (let n = 0; n < 3; n++) {
    const before = process.cpuUsage();
    await run();
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
};

describe('a cell far away from all others', () => {
  it('in row 32000 is told, and nothing is lost', async () => {
    const imported = await importBytes(hostile('stray-row-32000'));
    assert.equal(imported.records.length, 1);
    assert.deepEqual(told(imported), ['row-skipped 3', 'row-skipped 32000']);
  });
  it('in column 4096 is told by its letters', async () => {
    const imported = await importBytes(hostile('stray-column-4096'));
    assert.equal(imported.records.length, 1);
    assert.deepEqual(told(imported), ['unplaced-column FAN1']);
  });
  it('in a cell that no spreadsheet has stops the reading with its row', async () => {
    await assert.rejects(importBytes(hostile('cell-reference-crash')), { name: 'TableError', message: /第 2 行附近有位置不正确的单元格/ });
    for (const reference of ['ZZZZZZZ3', 'XFE3', 'A0', 'A1048577', '3A', 'A-1', '']) {
      const sheet = sheetXml(`${headerRow()}${recordRow(2)}<row r="3"><c r="${reference}"><v>1</v></c></row>`);
      await assert.rejects(importBytes(rawWorkbook(sheet)), TableError, reference);
    }
  });
  it('in the very last cell is told', async () => {
    const imported = await importBytes(rawWorkbook(sheetXml(`${headerRow()}${recordRow(2)}<row r="1048576">${textCell('XFD1048576', 'x')}</row>`)));
    assert.equal(imported.records.length, 1);
    assert.deepEqual(told(imported), ['row-skipped 3', 'unplaced-column XFD1']);
  });
  it('a header below 30,000 blank rows is found, in rows that count as the spreadsheet’s', async () => {
    const imported = await importBytes(rawWorkbook(sheetXml(headerRow(30_001) + recordRow(30_002) + recordRow(60_000))));
    assert.deepEqual(imported.rows.map(({ line }) => line), [30_002, 60_000]);
  });
  it('blank rows cost what they are: twice as many, twice the time at most', async () => {
    const blank = (rows: number): Uint8Array => rawWorkbook(sheetXml(
      headerRow() + recordRow(2) + Array.from({ length: rows }, (_, at) => `<row r="${at + 3}"><c r="A${at + 3}" s="1"/></row>`).join('') + recordRow(rows + 3),
    ));
    const [once, twice] = [blank(15_000), blank(30_000)];
    assert.equal((await importBytes(twice)).records.length, 2);
    const [first, second] = [await cpuOf(() => importBytes(once)), await cpuOf(() => importBytes(twice))];
    assert.ok(second <= first * 2.6 + 20, `${first} → ${second}`);
  });
  it('a header that is merged to the edge of the sheet is read in time', async () => {
    const far = `<row r="3">${textCell('XFD3', 'x')}</row>`;
    const sheet = sheetXml(headerRow() + recordRow(2) + far, '<mergeCells><mergeCell ref="F1:XFD1"/></mergeCells>');
    const imported = await importBytes(rawWorkbook(sheet));
    assert.equal(imported.records.length, 1);
    assert.ok(told(imported).includes('unplaced-column XFD1'), told(imported).join());
  });
  it('merged cells count as far as something stands in them', async () => {
    const sheet = sheetXml(headerRow() + recordRow(2), '<mergeCells><mergeCell ref="A2:XFD1048576"/><mergeCell ref="G3:XFD1048576"/></mergeCells>');
    assert.equal((await importBytes(rawWorkbook(sheet))).records.length, 1);
  });
});

describe('an archive that unpacks to more than memory', () => {
  /** A part that unpacks to `megabytes` of one character. */
  const packed = (megabytes: number): Uint8Array => {
    const pieces: Uint8Array[] = [];
    const deflate = new Deflate({ level: 9 }, (piece) => pieces.push(piece));
    deflate.push(strToU8('<worksheet><sheetData>'));
    const block = new Uint8Array(1024 * 1024).fill(32);
    for (let n = 0; n < megabytes; n++) deflate.push(block, n === megabytes - 1);
    return Buffer.concat(pieces);
  };
  /** An archive of one part, with whatever it says of the part's size. */
  const archive = (name: string, data: Uint8Array, size: number): Uint8Array => {
    const bytes = strToU8(name);
    const head = new DataView(new ArrayBuffer(30));
    head.setUint32(0, 0x04034b50, true);
    head.setUint16(8, 8, true);
    head.setUint32(18, data.length, true);
    head.setUint32(22, size, true);
    head.setUint16(26, bytes.length, true);
    const entry = new DataView(new ArrayBuffer(46));
    entry.setUint32(0, 0x02014b50, true);
    entry.setUint16(10, 8, true);
    entry.setUint32(20, data.length, true);
    entry.setUint32(24, size, true);
    entry.setUint16(28, bytes.length, true);
    const end = new DataView(new ArrayBuffer(22));
    end.setUint32(0, 0x06054b50, true);
    end.setUint16(8, 1, true);
    end.setUint16(10, 1, true);
    end.setUint32(12, 46 + bytes.length, true);
    end.setUint32(16, 30 + bytes.length + data.length, true);
    const u8 = ({ buffer }: DataView): Uint8Array => new Uint8Array(buffer as ArrayBuffer);
    return Buffer.concat([u8(head), bytes, data, u8(entry), bytes, u8(end)]);
  };
  const MB = 1024 * 1024;
  it('is stopped while it is unpacked, whatever size it states', () => {
    const data = packed(6);
    for (const size of [100, 6 * MB]) {
      const zip = openZip(archive('a.xml', data, size), 2 * MB);
      const part = partAt(zip, 'a.xml');
      assert.ok(part);
      assert.throws(() => { for (const _ of zip.unpack(part)) assert.ok(zip.unpacked() <= 2 * MB); }, { name: 'TableError', message: /超过 2 MB/ });
    }
  });
  it('is refused at once where it states its size', async () => {
    const bytes = archive('xl/workbook.xml', packed(1), 3_000_000_000);
    await assert.rejects(importBytes(bytes), { name: 'TableError', message: /解压后超过 400 MB/ });
  });
  it('pictures are not unpacked: not even broken ones are noticed', async () => {
    const pictures = Object.fromEntries(Array.from({ length: 40 }, (_, n) => [`xl/media/image${n}.png`, new Uint8Array(50_000)]));
    const bytes = rawWorkbook(sheetXml(headerRow() + recordRow(2)), pictures);
    const zip = openZip(bytes);
    for (const [name, { offset, packedSize }] of zip.parts)
      if (name.includes('media')) bytes.fill(0xff, offset + 30 + name.length, offset + 30 + name.length + packedSize);
    const [picture] = [...zip.parts.values()].filter(({ name }) => name.includes('media'));
    assert.ok(picture);
    assert.throws(() => [...zip.unpack(picture)], TableError);
    assert.equal((await importBytes(bytes)).records.length, 1);
  });
  it('a part that ends too early is broken, not short', async () => {
    const whole = rawWorkbook(sheetXml(headerRow() + Array.from({ length: 500 }, (_, n) => recordRow(n + 2)).join('')));
    const zip = openZip(whole);
    const part = partAt(zip, 'xl/worksheets/sheet1.xml');
    assert.ok(part);
    const cut = whole.slice();
    cut.fill(0, part.offset + 200, part.offset + part.packedSize);
    await assert.rejects(importBytes(cut), TableError);
    await assert.rejects(importBytes(rawWorkbook(`<worksheet><sheetData>${headerRow()}${recordRow(2)}`)), TableError);
  });
});

describe('what is no workbook says what it is', () => {
  for (const [part, sentence] of [
    ['word/document.xml', /Word/], ['content.xml', /\.ods/], ['xl/workbook.bin', /\.xlsb/], ['照片.jpg', /压缩包/],
  ] as const) {
    it(part, async () => {
      const { zipSync } = await import('fflate');
      await assert.rejects(importBytes(zipSync({ [part]: strToU8('x') })), { name: 'TableError', message: sentence });
    });
  }
  it('a page without a table', async () => {
    await assert.rejects(importBytes(strToU8('<html><body>登录</body></html>'), '台账.xls'), { name: 'TableError', message: /没有表格/ });
  });
});

describe('reading can be followed and stopped', () => {
  it('between two pieces', async () => {
    const bytes = rawWorkbook(sheetXml(headerRow() + Array.from({ length: 6000 }, (_, n) => recordRow(n + 2)).join('')));
    const shares: number[] = [];
    await readTable('表.xlsx', bytes, { onProgress: (share) => void shares.push(share) });
    assert.ok(shares.length > 5 && shares.every((share, at) => share >= (shares[at - 1] ?? 0) && share <= 1), shares.join());
    let n = 0;
    await assert.rejects(readTable('表.xlsx', bytes, { onProgress: () => { if (++n === 5) throw new Error('stop'); } }), /stop/);
    assert.equal(n, 5);
  });
});

describe('any sheet', () => {
  const text = fc.oneof(
    fc.constantFrom(...HEADERS, '合计', 'x', '甲公司', "'001", '="7"', '9.1E+17', '2026-05-01', '处罚', '行政许可决定书文号', '许可机关', '许可内容'),
    fc.string({ maxLength: 12 }),
  );
  const reference = fc.oneof(
    { weight: 8, arbitrary: fc.constant(undefined) },
    { weight: 3, arbitrary: fc.tuple(fc.nat({ max: 40 }), fc.nat({ max: 3000 })).map(([column, row]) => `${String.fromCharCode(65 + (column % 26))}${row + 1}`) },
    { weight: 1, arbitrary: fc.constantFrom('', 'A0', 'ZZZZZZZ1', '$B$2', 'b3', 'A70000', 'XFD1', '1', 'A99999999') },
  );
  const cell = fc.record({ reference, type: fc.constantFrom('inlineStr', 'str', 's', 'b', 'e', 'd', 'n', undefined), text });
  const attribute = (name: string, value: string | undefined): string =>
    (value === undefined ? '' : ` ${name}="${value.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;')}"`);
  const escape = (value: string): string => value.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  it('ends, with a grid or a sentence', async () => {
    await fc.assert(fc.asyncProperty(
      fc.array(fc.record({ row: fc.option(fc.nat({ max: 70_000 }), { nil: undefined }), cells: fc.array(cell, { maxLength: 8 }) }), { maxLength: 12 }),
      fc.array(fc.constantFrom('A1:XFD1048576', 'A1:B2', 'B2:B9', 'C:C', '', 'Z9:A1'), { maxLength: 3 }),
      async (rows, merges) => {
        const xml = sheetXml(
          headerRow() + rows.map(({ row, cells }) => `<row${attribute('r', row?.toString())}>${cells.map(({ reference: r, type, text: held }) =>
            `<c${attribute('r', r)}${attribute('t', type)}>${type === 'inlineStr' ? `<is><t>${escape(held)}</t></is>` : `<v>${escape(held)}</v>`}</c>`).join('')}</row>`).join(''),
          `<mergeCells>${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`,
        );
        try {
          await importBytes(rawWorkbook(xml));
        } catch (error) {
          assert.ok(error instanceof TableError, String(error));
          assert.match(error.message, /[\u4e00-\u9fff]/);
        }
      },
    ), { numRuns: Number(process.env['FUZZ_RUNS'] ?? 300) });
  });
  it('keeps each record in its row, wherever blank rows, totals, titles and headers stand between', async () => {
    const kind = fc.constantFrom('record', 'blank', 'far', 'total', 'header');
    await fc.assert(fc.asyncProperty(fc.array(kind, { minLength: 1, maxLength: 40 }), async (kinds) => {
      let row = 1;
      const expected: number[] = [];
      const xml = kinds.map((one) => {
        row += one === 'far' ? 900 : 1;
        if (one === 'record') expected.push(row);
        if (one === 'header') return headerRow(row);
        if (one === 'total') return `<row r="${row}">${textCell(`A${row}`, '合计')}</row>`;
        return one === 'record' ? recordRow(row) : '';
      }).join('');
      const imported = await importBytes(rawWorkbook(sheetXml(headerRow() + xml)));
      assert.deepEqual(imported.rows.map(({ line }) => line), expected);
      assert.equal(imported.records.length, expected.length);
    }), { numRuns: Number(process.env['FUZZ_RUNS'] ?? 200) });
  });
  it('any bytes under any name end with a grid or a sentence', async () => {
    const start = fc.constantFrom([], [0x50, 0x4b, 3, 4], [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], [...strToU8('<table><tr><td>')], [...strToU8('<?xml?>')]);
    await fc.assert(fc.asyncProperty(start, fc.uint8Array({ maxLength: 200 }), fc.constantFrom('a.xlsx', 'a.xls', 'a.csv', 'a.txt'), async (head, rest, name) => {
      try {
        await readTable(name, new Uint8Array([...head, ...rest]), { xls });
      } catch (error) {
        assert.ok(error instanceof TableError, String(error));
      }
    }), { numRuns: Number(process.env['FUZZ_RUNS'] ?? 500) });
  });
  it('the end of a cell that never began is no cell of the row above', async () => {
    for (const xml of ['</c>', `${headerRow()}${recordRow(2)}<row r="3"></c></row>`]) await assert.rejects(importBytes(rawWorkbook(sheetXml(xml))), TableError, xml);
  });
  it('any change of one byte of a workbook ends with a grid or a sentence', async () => {
    const whole = rawWorkbook(sheetXml(headerRow() + recordRow(2)));
    await fc.assert(fc.asyncProperty(fc.nat({ max: whole.length - 1 }), fc.nat({ max: 255 }), async (at, byte) => {
      const bytes = whole.slice();
      bytes[at] = byte;
      try {
        await importBytes(bytes);
      } catch (error) {
        assert.ok(error instanceof TableError, String(error));
      }
    }), { numRuns: Number(process.env['FUZZ_RUNS'] ?? 500) });
  });
});

describe('pages and XML under the name of a workbook', () => {
  const page = (rows: string): Uint8Array => strToU8(`<html><style>td > p { color: red }</style><body><table>${rows}</table></body></html>`);
  const head = `<tr>${HEADERS.map((header) => `<th>${header}</th>`).join('')}</tr>`;
  const record = (n: number): string => `<tr><td>甲罚〔2026〕${n}号<td>案<td>甲公司<td>2026-05-01<td>罚款&nbsp;500<br>元<td>青岚市市场监督管理局</tr>`;
  it('cells that reach over rows and columns stand where they are seen', async () => {
    const { records } = await importBytes(page(`${head}<tr><td>甲罚〔2026〕1号</td><td colspan="1">案</td><td>甲公司</td><td rowspan=2>2026-05-01</td><td>罚款</td><td rowspan="2">青岚市市场监督管理局</td></tr>`
      + '<tr><td>甲罚〔2026〕2号</td><td>案</td><td>乙公司</td><td>警告</td></tr>'), '台账.xls');
    assert.deepEqual(records.map(({ subjectName, decidedOn, result, authority }) => [subjectName, decidedOn, result, authority]), [
      ['甲公司', '2026-05-01', '罚款', '青岚市市场监督管理局'],
      ['乙公司', '2026-05-01', '警告', '青岚市市场监督管理局'],
    ]);
  });
  it('tags that are left open, and spans of a million', async () => {
    const { records } = await importBytes(page(`<tr><td colspan=1000000 rowspan=1>处罚公示</td></tr>${head}${record(1)}${record(2)}`), '台账.xls');
    assert.deepEqual(records.map(({ documentNumber, result }) => [documentNumber, result]), [
      ['甲罚〔2026〕1号', '罚款 500\n元'],
      ['甲罚〔2026〕2号', '罚款 500\n元'],
    ]);
  });
  it('SpreadsheetML with indexes, hidden rows and sheets', async () => {
    const row = (cells: readonly string[], attributes = ''): string =>
      `<Row${attributes}>${cells.map((text) => `<Cell><Data ss:Type="String">${text}</Data></Cell>`).join('')}</Row>`;
    const values = ['甲罚〔2026〕1号', '案', '甲公司', '2026-05-01', '罚款', '青岚市市场监督管理局'];
    const sheet = (name: string, rows: string, options = ''): string => `<Worksheet ss:Name="${name}"><Table>${rows}</Table>${options}</Worksheet>`;
    const book = `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">`
      + sheet('处罚', row(HEADERS) + row(values, ' ss:Index="9" ss:Hidden="1"'))
      + sheet('草稿', row(HEADERS) + row(values), '<WorksheetOptions><Visible>SheetHidden</Visible></WorksheetOptions>') + '</Workbook>';
    const imported = await importBytes(strToU8(book), '台账.xls');
    assert.deepEqual(imported.rows.map(({ sheet: name, line }) => [name, line]), [['处罚', 9]]);
    assert.deepEqual(told(imported), ['row-hidden 9', 'row-skipped 2', 'sheet-hidden 1']);
  });
});

describe('text tables with quotes', () => {
  it('a quote that is not closed, or closed too early, stops with its line', () => {
    for (const [text, line] of [
      ['a,b\n1,"2\n3,4\n', 2],
      ['a,b\n"x\ny",2\n3,"他说"你好"\n', 4],
      ['a,b\r\n1,2\r\n"3"x,4\r\n', 3],
      ['a,b\n1,"', 2],
    ] as const)
      assert.throws(() => parseCsv(text), { name: 'TableError', message: new RegExp(`^第 ${line} 行`) }, text);
  });
  it('quotes within a cell that does not begin with one are text', () => {
    assert.deepEqual(parseCsv('a,5"管\nb, "c" \n'), [['a', '5"管'], ['b', 'c']]);
  });
  it('guards are taken off once', () => {
    assert.deepEqual(parseCsv("'001,`甲,=\"002\",'a'b,''c,\t3\n"), [['001', '甲', '002', "'a'b", "''c", '3']]);
  });
});
