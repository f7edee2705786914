/** Workbooks of Excel 97–2003 (.xls), which need a library. Loaded only for them. */
import { read, type CellObject, type WorkSheet } from '@e965/xlsx';
import { dayOf, TableError, type Grid, type GridCell } from './grid.js';
import { createGridBuilder, type CellCount } from './grid-builder.js';

const cellOf = ({ v: value }: CellObject): GridCell => {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : dayOf(value);
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
};

/** Only the cells that there are: the range that a sheet states may be the whole grid. */
function gridOf(name: string, sheet: WorkSheet, hidden: boolean, count: CellCount): Grid {
  const builder = createGridBuilder(count);
  const rows = (sheet as { readonly '!data'?: readonly (readonly (CellObject | undefined)[] | undefined)[] })['!data'] ?? [];
  rows.forEach((row, at) => row?.forEach((cell, column) => {
    // An error (#N/A) holds its number.
    if (cell && cell.t !== 'e') builder.put(at, column, cellOf(cell));
  }));
  sheet['!rows']?.forEach((info, at) => { if (info.hidden) builder.hideRow(at); });
  for (const { s, e } of sheet['!merges'] ?? []) builder.merge({ top: s.r, left: s.c, bottom: e.r, right: e.c });
  return builder.end(name, hidden);
}

/** @throws {TableError} when it is no workbook, or one with a password */
export function readXls(bytes: Uint8Array): readonly Grid[] {
  try {
    // Styles hold which rows are hidden.
    const book = read(bytes, { type: 'array', cellDates: true, UTC: true, dense: true, cellStyles: true, cellFormula: false });
    const count: CellCount = { cells: 0 };
    return book.SheetNames.map((name, at) => gridOf(name, book.Sheets[name] ?? {}, Boolean(book.Workbook?.Sheets?.[at]?.Hidden), count));
  } catch (error) {
    if (error instanceof TableError) throw error;
    throw new TableError('不是能读取的 .xls 工作簿：文件可能已损坏或设有密码，请另存为 .xlsx 后再试。');
  }
}
