/** A sheet that holds several tables, one below the other or side by side: each is a table of its own, with its own header. */
import { aliasesOf, aliasKey, foldKey } from '../model/aliases.js';
import { KINDS } from '../model/kinds.js';
import { isBlank, type Grid, type GridCell } from './grid.js';
import { cellText, findHeader, type Header } from './header.js';

/** Characters of a column's name in a header that is looked for among records. */
const LONGEST_NAME = 40;

/** Names in a row that make it a header, and their share of its cells. */
const MOST_NAMES = 3;
const SHARE = 0.6;

const isName = (text: string): boolean => KINDS.some((kind) => aliasesOf(kind).has(aliasKey(kind, text)));

/** Whether a row among records is the header of another table. Most rows are told from one by their first cells. */
function isHeaderRow(row: readonly GridCell[]): boolean {
  let filled = 0;
  for (const cell of row) {
    if (isBlank(cell)) continue;
    if (typeof cell !== 'string' || cell.length > LONGEST_NAME) return false;
    filled++;
  }
  if (filled < MOST_NAMES) return false;
  let strangers = 0;
  let names = 0;
  for (const cell of row) {
    if (isBlank(cell)) continue;
    if (isName(cellText(cell))) names++;
    else if (++strangers > filled * (1 - SHARE)) return false;
  }
  return names >= MOST_NAMES;
}

/** The same names in the same columns: a header that is printed again on each page. */
const isRepeated = (row: readonly GridCell[], { columns }: Header): boolean => {
  const namesOf = (names: readonly string[]): string => names.map(foldKey).join('\n').trim();
  return namesOf(row.map(cellText)) === namesOf(columns.map(({ header }) => header));
};

/** Columns from which on a row with one cell is no record. */
const WIDE = 4;

/** Where the next table begins: at its header, or at the blank rows and titles above that. */
function startOf(rows: Grid['rows'], header: number, { bottom, columns }: Header): number {
  const most = columns.length >= WIDE ? 1 : 0;
  let start = header;
  while (start > bottom + 2 && (rows[start - 1] ?? []).filter((cell) => !isBlank(cell)).length <= most) start--;
  return start;
}

/** Whether some columns of a header name whom a record is about, and more: then they are a table's. */
const isHeaderOfTable = (cells: readonly GridCell[]): boolean => {
  const texts = cells.filter((cell) => !isBlank(cell)).map(cellText);
  const isSubject = (text: string): boolean => KINDS.some((kind) => aliasesOf(kind).get(aliasKey(kind, text))?.field === 'subjectName');
  return texts.filter(isName).length >= MOST_NAMES && texts.some(isSubject);
};

/** The columns from one to another, where they stand in the sheet. */
const columnsOf = (grid: Grid, from: number, to: number, n: number): Grid => ({
  ...grid,
  name: n > 1 ? `${grid.name}（并排第 ${n} 张表）` : grid.name,
  rows: grid.rows.map((row) => row.slice(0, to).map((cell, at) => (at < from ? null : cell))),
  merges: grid.merges.filter(({ left, right }) => left < to && right >= from),
});

/** Tables side by side: between them a column is empty, and on both sides of it the header names whom its records are about. */
function splitColumns(grid: Grid): readonly Grid[] {
  const header = findHeader(grid, {});
  const head = header && grid.rows[header.bottom];
  if (!head) return [grid];
  const isFilled = (at: number): boolean => grid.rows.some((row) => !isBlank(row[at]));
  const starts = [0];
  for (let at = 1; at < head.length; at++) {
    if (isBlank(head[at]) || !isBlank(head[at - 1]) || isFilled(at - 1)) continue;
    if (isHeaderOfTable(head.slice(starts[starts.length - 1], at)) && isHeaderOfTable(head.slice(at))) starts.push(at);
  }
  return starts.length > 1 ? starts.map((from, i) => columnsOf(grid, from, starts[i + 1] ?? Infinity, i + 1)) : [grid];
}

/** The rows from one to another, where they stand in the sheet. */
const partOf = (grid: Grid, from: number, to: number, n: number): Grid => {
  const none: readonly GridCell[] = [];
  return {
    ...grid,
    name: n > 1 ? `${grid.name}（第 ${n} 张表）` : grid.name,
    rows: grid.rows.slice(0, to).map((row, at) => (at < from ? none : row)),
    merges: grid.merges.filter(({ top }) => top >= from && top < to),
    ...(grid.hiddenRows && { hiddenRows: grid.hiddenRows.filter((row) => row >= from && row < to) }),
  };
};

/** Tables one below the other. */
function splitRows(grid: Grid): readonly Grid[] {
  const { rows } = grid;
  const starts: number[] = [];
  let header = findHeader(grid, {});
  if (!header) return [grid];
  for (let at = header.bottom + 2; at < rows.length; at++) {
    const row = rows[at] ?? [];
    if (!row.length || !isHeaderRow(row) || isRepeated(row, header)) continue;
    const start = startOf(rows, at, header);
    const next = findHeader(partOf(grid, start, Math.min(rows.length, at + 40), 1), {});
    if (!next) continue;
    starts.push(start);
    header = next;
    at = Math.max(at, next.bottom);
  }
  const bounds = [0, ...starts, rows.length];
  return starts.length ? bounds.slice(0, -1).map((from, i) => partOf(grid, from, bounds[i + 1] as number, i + 1)) : [grid];
}

/** The tables of a sheet; the sheet itself where it has one, or none. */
export const splitTables = (grid: Grid): readonly Grid[] => splitColumns(grid).flatMap(splitRows);
