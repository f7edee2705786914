/** Text tables: comma, tab or semicolon, in UTF-8 or GBK, as Excel and WPS save them (RFC 4180 and what differs). */
import { createTextStream } from '../feed/decode.js';
import type { Grid, GridCell } from './grid.js';

const SEPARATORS = [',', '\t', ';', '|'];

/** The separator that the first lines have most of, quoted text apart. */
const separatorOf = (text: string): string => {
  const start = text.slice(0, 8192).replace(/"(?:[^"]|"")*"/g, '');
  const count = (sign: string): number => start.split(sign).length;
  return SEPARATORS.reduce((best, sign) => (count(sign) > count(best) ? sign : best));
};

/** What our own CSV and others' put before text so that a spreadsheet does not take it for a number or a formula. */
const plain = (cell: string): string => {
  const text = cell.replace(/^\t/, '');
  return /^="[^]*"$/.test(text) ? text.slice(2, -1) : text.replace(/^'(?=[=+\-@＝＋－＠\d])/, '');
};

/** Rows of cells; a quoted cell may hold separators, line breaks and doubled quotes. */
export function parseCsv(text: string): readonly (readonly GridCell[])[] {
  const separator = separatorOf(text);
  const rows: GridCell[][] = [];
  let row: GridCell[] = [];
  let cell = '';
  let quoted = false;
  const endCell = (): void => {
    row.push(cell === '' ? null : plain(cell));
    cell = '';
  };
  const endRow = (): void => {
    endCell();
    rows.push(row);
    row = [];
  };
  for (let i = 0; i < text.length; i++) {
    const sign = text.charAt(i);
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (text.charAt(i + 1) === '"') {
        cell += '"';
        i++;
      } else quoted = false;
    } else if (sign === '"' && cell.trim() === '') {
      quoted = true;
      cell = '';
    } else if (sign === separator) endCell();
    else if (sign === '\n' || (sign === '\r' && text.charAt(i + 1) !== '\n')) endRow();
    else if (sign !== '\r') cell += sign;
  }
  if (cell || row.length) endRow();
  return rows;
}

/** @param name of the sheet: the file's, without its ending */
export function readCsv(name: string, bytes: Uint8Array, encoding?: string): Grid {
  const stream = createTextStream(encoding);
  const text = stream.push(bytes) + stream.end();
  return { name, rows: parseCsv(text.replace(/^\ufeff/, '')), merges: [] };
}
