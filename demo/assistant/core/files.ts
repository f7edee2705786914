/** Files that are handed over: made of pieces, downloaded by a link. */
import type { Cell, Column, Table } from '../../../src/export/table.js';

/** Gives a file to the person. */
export const downloadFile = (name: string, blob: Blob): void => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The browser has taken it by then; at once would be too early for some.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
};

/** Lines of any kind as a table for the writers of CSV and workbooks. */
export const tableOfLines = <Line,>(
  name: string,
  lines: readonly Line[],
  columns: readonly (readonly [label: string, read: (line: Line) => Cell])[],
): Table => ({
  name,
  // The writers hand each line back to its columns and look at nothing else of it.
  columns: columns.map(([label, read]): Column => ({ label, type: 'text', read: (line) => read(line as unknown as Line) })),
  records: lines as unknown as Table['records'],
});
