/** Tables as a workbook, by the writer of the page's own export. */
import { writeXlsx } from '../export/xlsx.js';
import { sheetTable, type CellTable } from './table.js';

/** @param title what the workbook is called in its properties @param date ISO day on which it is made */
export async function workbookOf(tables: readonly CellTable[], title: string, date: string): Promise<Blob> {
  const written = await writeXlsx(tables.map(sheetTable), { title, date });
  // Only who can cancel it makes it end otherwise.
  if (!written.ok) throw new Error(written.reason);
  return written.value;
}
