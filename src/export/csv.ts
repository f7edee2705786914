/** CSV for people: UTF-8 with BOM and CRLF (RFC 4180), as Excel and WPS open it by a double click. Programs have the feed. */
import type { Cell, ColumnType, Table } from './table.js';
import { CANCELLED, inSlices, type Outcome, type Work } from './work.js';

/** What a spreadsheet takes for a formula, behind white space or signs without width or not, in any width (OWASP, "CSV Injection"). */
const FORMULA = /^[\s\p{Cf}]*[=+\-@＝＋－＠﹦﹢﹣﹫]|^[\t\r\n]/u;

/** Digits, and between them what dates, times and numbers are written with; no sign before them, which would begin a formula. */
const NUMERIC = /^\s*\(?\d[\d\s.,:/%()Ee+-]*$/;
/** Digits that a spreadsheet keeps: up to eleven, without a leading zero. */
const PLAIN_NUMBER = /^(?:0|[1-9]\d{0,10})$/;

const UNWRITABLE = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/g;

/** A separator of some language's Excel, or white space that a reader may trim. */
const NEEDS_QUOTES = /[",;\s]/;

const ISO_DATE = /^\d{4}-\d\d-\d\d$/;

/** Begins with a letter of ours, which begins neither a formula nor a number, and needs no quotes: nearly every text. */
const PLAIN = /^[A-Za-z\u3400-\u9fff][^\0-\x1f\x7f",;\s]*$/;

/**
 * One cell.
 * - Text that would be a formula gets `'` before it, which stays whoever trims.
 * - Digits that Excel would spoil (18 of them, leading zeros, 2025-1) get a tab before them: the cell then is text. Readers
 *   that trim lose nothing, where `="…"` would be a formula and stay one.
 * - Numbers stay numbers, negative ones too, and so do ISO dates.
 */
export function csvCell(cell: Cell, type: ColumnType): string {
  if (typeof cell === 'number') return String(cell);
  if (cell === '' || (type === 'date' && ISO_DATE.test(cell)) || PLAIN.test(cell)) return cell;
  let text = cell.replace(UNWRITABLE, '');
  const date = type === 'date' && ISO_DATE.test(text);
  if (!date && NUMERIC.test(text)) text = PLAIN_NUMBER.test(text) ? text : `\t${text.trim()}`;
  else if (FORMULA.test(text)) text = `'${text}`;
  return NEEDS_QUOTES.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

/** Rows that are encoded and put away at once: all of them in the end would be one long task. */
const CHUNK = 500;

export async function writeCsv<Row>({ columns, records }: Table<Row>, work: Work = {}): Promise<Outcome<Blob>> {
  const parts: BlobPart[] = [];
  let lines = '\ufeff' + columns.map(({ label }) => csvCell(label, 'text')).join(',') + '\r\n';
  let rows = 0;
  const all = await inSlices(records, work, (record) => {
    let comma = '';
    for (const { read, type } of columns) {
      lines += comma + csvCell(read(record), type);
      comma = ',';
    }
    lines += '\r\n';
    if (++rows % CHUNK === 0) {
      parts.push(new Blob([lines]));
      lines = '';
    }
    return undefined;
  });
  return all ? { ok: true, value: new Blob([...parts, lines], { type: 'text/csv;charset=utf-8' }) } : CANCELLED;
}
