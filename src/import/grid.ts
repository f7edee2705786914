/** A sheet as rows of cells, wherever it was read from. */

/** What a cell holds; dates are ISO `YYYY-MM-DD`. `null`: nothing. */
export type GridCell = string | number | boolean | null;

/** Merged cells, counted from 0, both ends included. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface Grid {
  /** The sheet's name; a text file has its own. */
  readonly name: string;
  /** Row `i` is row `i + 1` of the spreadsheet. */
  readonly rows: readonly (readonly GridCell[])[];
  readonly merges: readonly Merge[];
  /** A sheet that whoever opens the workbook does not see: not read unless it was chosen. */
  readonly hidden?: boolean;
  /** Rows with cells that are hidden, from 0. */
  readonly hiddenRows?: readonly number[];
}

/** A file that can't be read as a table: what is wrong, for the person who chose it (Chinese). */
export class TableError extends Error {
  override readonly name = 'TableError';
}

/** A date or time of a spreadsheet as the day it is. */
export const dayOf = (date: Date): string => date.toISOString().slice(0, 10);

export const isBlank = (cell: GridCell | undefined): boolean =>
  cell === null || cell === undefined || (typeof cell === 'string' && !cell.trim());

/** `A`, `Z`, `AA` of a column from 0. */
export const columnLetters = (at: number): string =>
  (at < 26 ? '' : columnLetters(Math.floor(at / 26) - 1)) + String.fromCharCode(65 + (at % 26));

/**
 * What systems and people put before a text so that a spreadsheet takes it neither for a number nor for a formula: `'`, a
 * backtick, `="…"`. A sign that comes again belongs to the text.
 */
export function withoutGuard(text: string): string {
  if (/^="[^"]*"$/.test(text)) return text.slice(2, -1);
  const sign = text.charAt(0);
  return (sign === "'" || sign === '`') && !text.includes(sign, 1) ? text.slice(1) : text;
}
