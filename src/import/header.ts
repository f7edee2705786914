/**
 * Where a sheet's header stands: below titles and fill notes, in one row or two, with merged cells. It is found by its
 * words: the row, or pair of rows, that names most fields.
 */
import { createReadColumn } from '../feed/columns.js';
import { createReadKeys, kindOf } from '../feed/mapping.js';
import { cleanText } from '../feed/text.js';
import { hasHan } from '../model/han.js';
import { KINDS, type Kind } from '../model/kinds.js';
import type { SgsConfig } from '../model/config.js';
import { isSecretKey } from '../model/aliases.js';
import { columnLetters, isBlank, type Grid, type GridCell, type Merge } from './grid.js';

export interface Header {
  /** Row of its first line, from 0. */
  readonly top: number;
  /** Row of its last line, from 0; entries begin below. */
  readonly bottom: number;
  /** What stands above it, the lowest first: titles may say the kind. */
  readonly titles: readonly string[];
  readonly columns: readonly SheetColumn[];
}

/** What becomes of a column. `secret`: never read on. `own`: shown under its own name. `dropped`: not read. */
export type ColumnUse = 'field' | 'secret' | 'own' | 'dropped';

export interface SheetColumn {
  /** From 0. */
  readonly at: number;
  readonly letters: string;
  /** As the sheet calls it; both lines of a header of two. '' where it has no name. */
  readonly header: string;
}

/** Rows in which a header is looked for. */
const MOST_ABOVE = 40;

/** Characters of a column's name; what is longer is a text. */
const LONGEST_NAME = 80;

/** 1.决定书文号, （一）案件名称, 三、处罚机关: columns that a form numbers. */
const NUMBERED = /^(?:\d{1,2}[.．、)）]|[(（](?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）]|[一二三四五六七八九十]{1,3}[、.．]|[①-⑳])(?=\p{Script=Han})/u;

export const cellText = (cell: GridCell | undefined): string =>
  cleanText(cell ?? '')
    .replace(/\s+/g, '')
    .replace(/^[*＊※]{1,9}|[*＊※]{1,9}$/g, '')
    .replace(/[(（](?:必填|选填|必填项|选填项|条件必填)[)）]$/, '')
    .replace(NUMBERED, '');

/** Cells with the values of those that they are merged with. */
export function filled(rows: Grid['rows'], merges: readonly Merge[]): readonly (readonly GridCell[])[] {
  if (!merges.length) return rows;
  const copy = [...rows];
  const copied = new Set<number>();
  for (const { top, left, bottom, right } of merges) {
    const value = copy[top]?.[left] ?? null;
    for (let r = top; r <= Math.min(bottom, copy.length - 1); r++) {
      const row = copied.has(r) ? copy[r] as GridCell[] : [...copy[r] ?? []];
      copied.add(r);
      copy[r] = row;
      while (row.length < left) row.push(null);
      for (let c = left; c <= right; c++) row[c] = value;
    }
  }
  return copy;
}

/** The names of two lines as one: what both say once, a group before what it groups. */
const joined = (upper: string, lower: string, isKnown: (name: string) => boolean): string => {
  if (!lower || upper === lower) return upper;
  if (!upper) return lower;
  // 行政相对人 › 类别 is 行政相对人类别, not the 类别 of the decision: together they name a column that neither names alone.
  if (lower.length < upper.length && isKnown(upper + lower) && !isSecretKey(lower)) return upper + lower;
  const both = `${upper}（${lower}）`;
  // A person's number in a group of codes stays what it is.
  return isKnown(lower) && !isSecretKey(upper) ? lower : both;
};

/** How many fields names stand for, in the kind that knows most of them. */
function createScore(mapping: SgsConfig['mapping']): (names: readonly string[]) => number {
  const readKeys = createReadKeys(createReadColumn(mapping));
  return (names) => {
    const values = valuesOf(names.filter((name) => name && name.length <= LONGEST_NAME));
    const readings = readKeys({ values, labels: {}, hints: [] });
    // A secret column speaks for a header as any other does.
    return Math.max(...KINDS.map((kind) => {
      const { score, columns } = readings[kind];
      return score + columns.filter(({ secret }) => secret).length / 2;
    }));
  };
}

/** A row in which nothing but its keys matters. */
const valuesOf = (names: readonly string[]): Record<string, string> => {
  const values: Record<string, string> = {};
  for (const name of names) values[name] = 'x';
  return values;
};

/** Fields that a form names at least. */
const FORM_FIELDS = 3;

/** Whether a sheet is a form: its names stand one below the other, each with its value beside it, so that it has one record. */
export function isVerticalForm({ rows }: Grid, mapping: SgsConfig['mapping'] = {}): boolean {
  const scoreOf = createScore(mapping);
  const first = firstRow(rows);
  const top = rows.slice(first, first + MOST_ABOVE);
  return [0, 1, 2].some((column) => scoreOf(top.map((row) => cellText(row[column]))) >= FORM_FIELDS);
}

/** The first row with a cell that is filled. */
const firstRow = (rows: Grid['rows']): number => Math.max(0, rows.findIndex((row) => row.some((cell) => !isBlank(cell))));

/** Columns of one name that are told apart: a form has two or three, a header that is merged to the sheet's edge thousands. */
const MOST_SAME = 32;

/** Names, but for those that are repeated beyond all reason: their columns count as columns without a name. */
function withoutRepeats(names: readonly string[]): readonly string[] {
  const times = new Map<string, number>();
  return names.map((name) => {
    const n = (times.get(name) ?? 0) + 1;
    times.set(name, n);
    return n > MOST_SAME ? '' : name;
  });
}

/** Headers that were found without a mapping: a sheet is asked for its own several times. */
const found = new WeakMap<Grid, Header | null>();

/** The sheet's header; undefined where no row names a record's fields. */
export function findHeader(grid: Grid, mapping: SgsConfig['mapping'] = {}): Header | undefined {
  if (Object.keys(mapping).length) return searchHeader(grid, mapping);
  const known = found.get(grid);
  if (known !== undefined) return known ?? undefined;
  const header = searchHeader(grid, mapping);
  found.set(grid, header ?? null);
  return header;
}

function searchHeader({ rows, merges }: Grid, mapping: SgsConfig['mapping']): Header | undefined {
  // Blank rows above a table are no part of it, however many there are.
  const above = firstRow(rows);
  const last = above + MOST_ABOVE;
  const whole = filled(
    rows.slice(above, last + 1),
    merges
      .filter(({ top }) => top >= above && top <= last)
      .map((merge) => ({ ...merge, top: merge.top - above, bottom: Math.min(merge.bottom, last) - above })),
  );
  const scoreOf = createScore(mapping);
  const known = (name: string): boolean => scoreOf([name]) > 0;
  const namesIn = (at: number): string[] => (whole[at] ?? []).map(cellText);
  let best: { readonly score: number; readonly bottom: number; readonly names: readonly string[]; readonly lines: number } | undefined;
  const offer = (bottom: number, names: readonly string[], lines: number): void => {
    // A title that is merged across the sheet is one name, however often it is repeated.
    if (new Set(names.filter(Boolean)).size < 2 || names.some((name) => name.length > LONGEST_NAME)) return;
    const score = scoreOf(names);
    if (score >= 2 && (!best || score > best.score || (score === best.score && bottom === best.bottom && lines < best.lines)))
      best = { score, bottom, names, lines };
  };
  for (let at = 0; at < Math.min(whole.length, MOST_ABOVE); at++) {
    offer(at, namesIn(at), 1);
    const [upper, lower] = [namesIn(at), namesIn(at + 1)];
    // Two lines only where they are tied together: the upper one has cells that reach over, or into, the lower.
    // A title over everything is no group.
    const tied =
      new Set(upper.filter(Boolean)).size > 1
      && merges.some(({ top, bottom, left, right }) => top === at + above && (bottom === at + above + 1 || right > left));
    if (tied)
      offer(
        at + 1,
        Array.from({ length: Math.max(upper.length, lower.length) }, (_, i) => joined(upper[i] ?? '', lower[i] ?? '', known)),
        2,
      );
  }
  if (!best) return undefined;
  const { bottom, names, lines } = best;
  const titles = whole
    .slice(0, bottom - lines + 1)
    .reverse()
    .flatMap((row) => [...new Set(row.filter((cell) => !isBlank(cell)).map((cell) => cleanText(cell)))].slice(0, 1))
    .filter((title) => title.length < 60);
  return {
    top: above + bottom - lines + 1,
    bottom: above + bottom,
    titles,
    columns: withoutRepeats(names).map((header, at): SheetColumn => ({ at, letters: columnLetters(at), header })),
  };
}

/** What each column comes to in the sheet's kind. */
export interface ColumnReading extends SheetColumn {
  readonly use: ColumnUse;
  /** Of a `field`. */
  readonly field?: string;
}

/** The kind of a sheet by its columns and by what it is called; undefined where they name no record. */
export function readColumns(
  header: Header,
  hints: readonly string[],
  mapping: SgsConfig['mapping'],
): { readonly kind?: Kind; readonly columns: readonly ColumnReading[] } {
  const readKeys = createReadKeys(createReadColumn(mapping));
  const values = valuesOf(header.columns.map((column) => column.header).filter(Boolean));
  const row = { values, labels: {}, hints };
  const readings = readKeys(row);
  const kind = kindOf(row, readings);
  const known = new Map((kind ? readings[kind].columns : []).map((column) => [column.key, column]));
  const columns = header.columns.map((column): ColumnReading => {
    const reading = known.get(column.header);
    if (!column.header || !reading) return { ...column, use: 'dropped' };
    if (reading.secret) return { ...column, use: 'secret' };
    if (reading.alias?.field === 'ignored') return { ...column, use: 'dropped', field: 'ignored' };
    if (reading.alias) return { ...column, use: 'field', field: reading.alias.field };
    return { ...column, use: hasHan(column.header) ? 'own' : 'dropped' };
  });
  return { ...(kind && { kind }), columns };
}
