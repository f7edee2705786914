/** Text tables: comma, tab or semicolon, in UTF-8 or GBK, as Excel and WPS save them (RFC 4180 and what differs). */
import { createTextStream } from '../feed/decode.js';
import { TableError, withoutGuard, type Grid, type GridCell } from './grid.js';
import { MAX_CELLS, MAX_CELL_TEXT, tooLarge } from './limits.js';

const SEPARATORS = [',', '\t', ';', '|'];

/** The separator that the first lines have most of, quoted text apart. */
const separatorOf = (text: string): string => {
  const start = text.slice(0, 8192).replace(/"(?:[^"]|"")*"/g, '');
  const count = (sign: string): number => start.split(sign).length;
  return SEPARATORS.reduce((best, sign) => (count(sign) > count(best) ? sign : best));
};

/** A quote that is not closed takes rows into its cell: nothing after it can be trusted, so nothing is read. */
const strayQuote = (line: number): TableError => new TableError(
  `第 ${line} 行有多余或没有成对的英文引号（"），后面的行会被并进同一个单元格。请在这一行删去引号或改用中文引号，另存后再试。`,
);

const lineBreaks = (text: string): number => text.split(/\r\n?|\n/).length - 1;

/**
 * Rows of cells; a quoted cell may hold separators, line breaks and doubled quotes.
 * @throws {TableError} with its line where a quote is not closed, or closed within a cell
 */
export function parseCsv(text: string): readonly (readonly GridCell[])[] {
  const separator = separatorOf(text);
  const rows: GridCell[][] = [];
  let row: GridCell[] = [];
  let cells = 0;
  let at = 0;
  /** Of the text file, from 1. */
  let line = 1;
  const endCell = (cell: string): void => {
    if (++cells > MAX_CELLS) throw tooLarge(`超过 ${MAX_CELLS / 10_000} 万个单元格`);
    if (cell.length > MAX_CELL_TEXT) throw tooLarge(`第 ${line} 行有超过 100 万字的单元格`);
    row.push(cell === '' ? null : withoutGuard(cell.replace(/^\t/, '')));
  };
  const endRow = (): void => {
    rows.push(row);
    row = [];
    line++;
    at += text.charAt(at) === '\r' && text.charAt(at + 1) === '\n' ? 2 : 1;
  };
  /** Where a cell ends that begins at `from`. */
  const cellEnd = (from: number): number => {
    let end = from;
    for (; end < text.length; end++) {
      const sign = text.charAt(end);
      if (sign === separator || sign === '\n' || sign === '\r') break;
    }
    return end;
  };
  /** The text of a quoted cell whose quote stands at `start`; `at` is then behind it. */
  const quotedCell = (start: number): string => {
    let cell = '';
    let from = start + 1;
    for (;;) {
      const end = text.indexOf('"', from);
      if (end < 0) throw strayQuote(line);
      cell += text.slice(from, end);
      from = end + 1;
      if (text.charAt(from) !== '"') break;
      cell += '"';
      from++;
    }
    at = cellEnd(from);
    if (text.slice(from, at).trim()) throw strayQuote(line);
    return cell;
  };
  while (at < text.length) {
    let start = at;
    while (text.charAt(start) === ' ') start++;
    if (text.charAt(start) === '"') {
      const cell = quotedCell(start);
      endCell(cell);
      line += lineBreaks(cell);
    } else {
      const from = at;
      at = cellEnd(from);
      endCell(text.slice(from, at));
    }
    if (at >= text.length) break;
    if (text.charAt(at) === separator) {
      at++;
      // A separator at the very end: an empty cell follows.
      if (at >= text.length) endCell('');
    } else endRow();
  }
  if (row.length) rows.push(row);
  return rows;
}

/** @param name of the sheet: the file's, without its ending */
export function readCsv(name: string, bytes: Uint8Array, encoding?: string): Grid {
  const stream = createTextStream(encoding);
  const text = stream.push(bytes) + stream.end();
  return { name, rows: parseCsv(text.replace(/^\ufeff/, '')), merges: [] };
}
