/** Puts cells into rows, with a limit: what is far away from all others costs no more than its place. */
import type { Grid, GridCell, Merge } from './grid.js';
import { MAX_CELLS, MAX_COLUMNS, MAX_ROWS, tooLarge } from './limits.js';

/** A row without cells; one for all. */
const NO_CELLS: readonly GridCell[] = Object.freeze([]);

/** Texts that are kept once, however often they stand in a sheet: names of authorities, kinds, the words of a law. */
const MOST_SHARED = 50_000;
const LONGEST_SHARED = 100;

/** Counts cells of all sheets of a file. */
export interface CellCount {
  cells: number;
}

export interface GridBuilder {
  /** @param row from 0 @param column from 0, below MAX_COLUMNS */
  put(row: number, column: number, cell: GridCell): void;
  hideRow(row: number): void;
  merge(merge: Merge): void;
  end(name: string, hidden: boolean): Grid;
}

/** Merged cells as far as they matter: inside the rows and columns that hold something. A sheet may merge millions of empty ones. */
function withinSheet(merges: readonly Merge[], rows: Grid['rows'], count: CellCount): readonly Merge[] {
  let width = 0;
  for (const row of rows) width = Math.max(width, row.length);
  const kept: Merge[] = [];
  for (const { top, left, bottom, right } of merges) {
    const merge = { top, left, bottom: Math.min(bottom, rows.length - 1), right: Math.min(right, width - 1) };
    if (!(top >= 0 && left >= 0 && merge.bottom >= top && merge.right >= left)) continue;
    count.cells += (merge.bottom - top + 1) * (merge.right - left + 1);
    if (count.cells > MAX_CELLS) throw tooLarge('合并的单元格太多');
    kept.push(merge);
  }
  return kept;
}

export function createGridBuilder(count: CellCount): GridBuilder {
  const rows: GridCell[][] = [];
  const merges: Merge[] = [];
  const hiddenRows: number[] = [];
  const shared = new Map<string, string>();
  /** A copy of its own: a piece of a text keeps the whole text in memory. */
  const ownText = (text: string): string => {
    if (text.length > LONGEST_SHARED) return ` ${text}`.slice(1);
    const known = shared.get(text);
    if (known !== undefined) return known;
    const copy = ` ${text}`.slice(1);
    if (shared.size < MOST_SHARED) shared.set(copy, copy);
    return copy;
  };
  return {
    put: (at, column, cell) => {
      if (at >= MAX_ROWS || column >= MAX_COLUMNS) throw tooLarge(`超过 ${MAX_ROWS} 行或 ${MAX_COLUMNS} 列`);
      if (cell === null) return;
      while (rows.length <= at) rows.push(NO_CELLS as GridCell[]);
      let row = rows[at] as GridCell[];
      if (row === NO_CELLS) rows[at] = row = [];
      if (column >= row.length) {
        count.cells += column - row.length + 1;
        if (count.cells > MAX_CELLS) throw tooLarge(`超过 ${MAX_CELLS / 10_000} 万个单元格`);
        while (row.length < column) row.push(null);
      }
      row[column] = typeof cell === 'string' ? ownText(cell) : cell;
    },
    hideRow: (row) => hiddenRows.push(row),
    merge: (merge) => merges.push(merge),
    end: (name, hidden) => {
      const hiddenHere = hiddenRows.filter((row) => rows[row]?.length);
      return {
        name,
        rows,
        merges: withinSheet(merges, rows, count),
        ...(hidden && { hidden }),
        ...(hiddenHere.length && { hiddenRows: hiddenHere }),
      };
    },
  };
}
