/**
 * What systems export under the name of a workbook though it is none: a web page with a table, in UTF-8 or GBK, and the XML
 * of Excel 2003 (SpreadsheetML).
 */
import { createTextStream } from '../feed/decode.js';
import { TableError, type Grid, type GridCell } from './grid.js';
import { createGridBuilder, type CellCount, type GridBuilder } from './grid-builder.js';
import { MAX_CELL_TEXT, MAX_COLUMNS, MAX_ROWS, tooLarge } from './limits.js';
import { dayOfIso } from './xlsx-styles.js';
import { attribute, createXmlScanner, type XmlScanner } from './xml.js';

/** Characters that are scanned in one go. */
const PIECE = 262_144;

/** A number of cells as a tag says it: not below `least`, which also stands where it says none. */
const spanOf = (tag: string, name: string, least: number, most: number): number => {
  const span = Number(attribute(tag, name) ?? least);
  return Number.isInteger(span) && span > least ? Math.min(span, most) : least;
};

interface TableReader {
  readonly scanner: XmlScanner;
  readonly grids: Grid[];
}

/** Each outermost table of a page; what stands in a table within a cell is text of the cell. */
function createHtmlReader(name: string): TableReader {
  const grids: Grid[] = [];
  const count: CellCount = { cells: 0 };
  let builder: GridBuilder | undefined;
  let depth = 0;
  let row = -1;
  let column = 0;
  /** Rows from which a column is free again, where a cell above reaches down. */
  let taken: number[] = [];
  let cell: { text: string; readonly rows: number; readonly columns: number } | undefined;

  const endCell = (): void => {
    if (!cell || !builder) return;
    while ((taken[column] ?? 0) > row) column++;
    const { rows, columns, text } = cell;
    cell = undefined;
    if (column >= MAX_COLUMNS) throw tooLarge(`超过 ${MAX_COLUMNS} 列`);
    const value = text.split('\n').map((part) => part.replace(/[ \t\r\u00a0]+/g, ' ').trim()).join('\n').trim();
    builder.put(row, column, value || null);
    const right = Math.min(column + columns, MAX_COLUMNS);
    if (rows > 1 || columns > 1) builder.merge({ top: row, left: column, bottom: row + rows - 1, right: right - 1 });
    if (rows > 1) for (let at = column; at < right; at++) taken[at] = row + rows;
    column = right;
  };
  const endTable = (): void => {
    endCell();
    if (builder && row >= 0) grids.push(builder.end(grids.length ? `${name}（第 ${grids.length + 1} 张表）` : name, false));
    builder = undefined;
  };
  const scanner = createXmlScanner({
    open: (tagName, tag) => {
      if (tagName === 'table' && ++depth === 1) {
        builder = createGridBuilder(count);
        row = -1;
        taken = [];
      } else if (tagName === 'br' || tagName === 'p' || tagName === 'div') { if (cell?.text.trim()) cell.text += '\n'; }
      if (depth !== 1) return;
      if (tagName === 'tr') {
        endCell();
        row++;
        column = 0;
      } else if (tagName === 'td' || tagName === 'th') {
        endCell();
        if (row < 0) row = 0;
        cell = { text: '', rows: spanOf(tag, 'rowspan', 1, MAX_ROWS), columns: spanOf(tag, 'colspan', 1, MAX_COLUMNS) };
      }
    },
    close: (tagName) => {
      if (depth === 1 && (tagName === 'td' || tagName === 'th' || tagName === 'tr')) endCell();
      else if (cell && (tagName === 'td' || tagName === 'tr')) cell.text += tagName === 'tr' ? '\n' : ' ';
      if (tagName === 'table' && depth && --depth === 0) endTable();
    },
    text: (text) => {
      if (!cell) return;
      cell.text += text.replace(/[\r\n]+/g, ' ');
      if (cell.text.length > MAX_CELL_TEXT) throw tooLarge('有超过 100 万字的单元格');
    },
  }, true);
  return {
    scanner: {
      push: (text) => scanner.push(text),
      end: () => {
        scanner.end();
        endTable();
      },
    },
    grids,
  };
}

/** The XML of Excel 2002 and 2003: `Worksheet`, `Row`, `Cell`, `Data`; numbers of rows and columns are from 1. */
function createSpreadsheetMlReader(): TableReader {
  const grids: Grid[] = [];
  const count: CellCount = { cells: 0 };
  let builder: GridBuilder | undefined;
  let sheet = '';
  let hidden = false;
  let readsVisibility = false;
  let row = -1;
  let column = -1;
  let span = { right: 0, down: 0 };
  let type = '';
  let text: string | undefined;

  const indexOf = (tag: string, before: number, most: number): number => {
    const index = attribute(tag, 'Index');
    const next = index === undefined ? before + 1 : Number(index) - 1;
    if (!Number.isInteger(next) || next < 0 || next >= most) throw tooLarge(`工作表“${sheet}”有位置不正确的单元格`);
    return next;
  };
  const value = (held: string): GridCell => {
    if (type === 'Number') return held.trim() === '' || Number.isNaN(Number(held)) ? held || null : Number(held);
    if (type === 'DateTime') return dayOfIso(held) ?? (held || null);
    if (type === 'Boolean') return held.trim() === '1';
    return type === 'Error' ? null : held.trim() || null;
  };
  const scanner = createXmlScanner({
    open: (name, tag) => {
      if (name === 'Worksheet') {
        builder = createGridBuilder(count);
        sheet = attribute(tag, 'Name') ?? '';
        hidden = false;
        row = -1;
      } else if (name === 'Row') {
        row = indexOf(tag, row, MAX_ROWS);
        column = -1;
        if (attribute(tag, 'Hidden') === '1') builder?.hideRow(row);
      } else if (name === 'Cell') {
        column = indexOf(tag, column, MAX_COLUMNS);
        span = { right: spanOf(tag, 'MergeAcross', 0, MAX_COLUMNS), down: spanOf(tag, 'MergeDown', 0, MAX_ROWS) };
      } else if (name === 'Data') {
        type = attribute(tag, 'Type') ?? 'String';
        text = '';
      } else if (name === 'Visible') readsVisibility = true;
    },
    close: (name) => {
      if (name === 'Data') {
        builder?.put(row, column, value(text ?? ''));
        text = undefined;
      } else if (name === 'Cell') {
        if (span.right || span.down) builder?.merge({ top: row, left: column, bottom: row + span.down, right: column + span.right });
        column += span.right;
      } else if (name === 'Visible') readsVisibility = false;
      else if (name === 'Worksheet' && builder) {
        grids.push(builder.end(sheet, hidden));
        builder = undefined;
      }
    },
    text: (piece) => {
      if (readsVisibility) hidden = /hidden/i.test(piece);
      if (text === undefined) return;
      text += piece;
      if (text.length > MAX_CELL_TEXT) throw tooLarge('有超过 100 万字的单元格');
    },
  });
  return { scanner, grids };
}

/** @param name of the sheet where the file gives none @throws {TableError} where there is no table in it */
export function readMarkup(name: string, bytes: Uint8Array, encoding?: string): readonly Grid[] {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  const stream = createTextStream(encoding);
  const isSpreadsheetMl = start.includes('urn:schemas-microsoft-com:office:spreadsheet') && !/<html[\s>]/i.test(start);
  const { scanner, grids } = isSpreadsheetMl ? createSpreadsheetMlReader() : createHtmlReader(name);
  for (let at = 0; at < bytes.length; at += PIECE) scanner.push(stream.push(bytes.subarray(at, at + PIECE)));
  scanner.push(stream.end());
  scanner.end();
  if (!grids.length) throw new TableError('这是网页或 XML，里面没有表格。请用浏览器或 Excel 打开，把表格另存为 .xlsx 后再试。');
  return grids;
}
