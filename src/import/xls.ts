/** Workbooks of Excel 97–2003 (.xls), which the lighter library does not read. Loaded only for them. */
import { read, utils } from '@e965/xlsx';
import { dayOf, TableError, type Grid, type GridCell } from './grid.js';

const cellOf = (value: unknown): GridCell => {
  if (value instanceof Date) return dayOf(value);
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
};

/** @throws {TableError} when it is no workbook, or one with a password */
export function readXls(bytes: Uint8Array): readonly Grid[] {
  try {
    const book = read(bytes, { type: 'array', cellDates: true, UTC: true });
    return book.SheetNames.map((name): Grid => {
      const sheet = book.Sheets[name] ?? {};
      const rows = utils.sheet_to_json<unknown[]>(sheet, { header: 1, defval: null, blankrows: true, raw: true, UTC: true });
      // What the sheet leaves out at its beginning counts as rows all the same.
      const range = sheet['!ref'] ? utils.decode_range(sheet['!ref']) : { s: { r: 0, c: 0 } };
      const before = Array.from({ length: range.s.c }, () => null);
      return {
        name,
        rows: [...Array.from({ length: range.s.r }, () => []), ...rows.map((row) => [...before, ...Array.from(row, cellOf)])],
        merges: (sheet['!merges'] ?? []).map(({ s, e }) => ({ top: s.r, left: s.c, bottom: e.r, right: e.c })),
      };
    });
  } catch {
    throw new TableError('不是能读取的 .xls 工作簿：文件可能已损坏或设有密码，请另存为 .xlsx 后再试。');
  }
}
