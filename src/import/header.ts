/**
 * Where a sheet's header stands: below titles and fill notes, in one row or two, with merged cells. It is found by its
 * words: the row, or pair of rows, that names most fields.
 */
import { createReadColumn } from '../feed/columns.js';
import { createReadKeys, kindOf } from '../feed/mapping.js';
import { cleanText } from '../feed/text.js';
import type { Kind } from '../model/kinds.js';
import type { SgsConfig } from '../model/config.js';
import { isSecretKey } from '../model/aliases.js';
import { columnLetters, isBlank, type Grid, type GridCell, type Merge } from './grid.js';

export interface Header {
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

const cellText = (cell: GridCell | undefined): string =>
  cleanText(cell ?? '')
    .replace(/\s+/g, '')
    .replace(/^[*＊※]+|[*＊※]+$/g, '')
    .replace(/[(（](?:必填|选填|必填项|选填项|条件必填)[)）]$/, '');

/** Cells with the values of those that they are merged with. */
export function filled(rows: Grid['rows'], merges: readonly Merge[]): readonly (readonly GridCell[])[] {
  if (!merges.length) return rows;
  const copy = rows.map((row) => [...row]);
  for (const { top, left, bottom, right } of merges) {
    const value = copy[top]?.[left] ?? null;
    for (let r = top; r <= Math.min(bottom, copy.length - 1); r++) {
      for (let c = left; c <= right; c++) (copy[r] as GridCell[])[c] = value;
    }
  }
  return copy;
}

/** The names of two lines as one: what both say once, a group before what it groups. */
const joined = (upper: string, lower: string, isKnown: (name: string) => boolean): string => {
  if (!lower || upper === lower) return upper;
  if (!upper) return lower;
  const both = `${upper}（${lower}）`;
  // A person's number in a group of codes stays what it is.
  return isKnown(lower) && !isSecretKey(upper) ? lower : both;
};

/** @param hints names that may tell the kind: of the sheet and the file */
export function findHeader({ rows, merges }: Grid, mapping: SgsConfig['mapping']): Header | undefined {
  const readKeys = createReadKeys(createReadColumn(mapping));
  const whole = filled(rows.slice(0, MOST_ABOVE + 1), merges.filter(({ top }) => top <= MOST_ABOVE));
  const scoreOf = (names: readonly string[]): number => {
    const values = Object.fromEntries(names.filter(Boolean).map((name) => [name, 'x']));
    const readings = Object.values(readKeys({ values, labels: {}, hints: [] }));
    // A secret column speaks for a header as any other does.
    return Math.max(...readings.map(({ score, columns }) => score + columns.filter(({ secret }) => secret).length / 2));
  };
  const known = (name: string): boolean => scoreOf([name]) > 0;
  const namesIn = (at: number): string[] => (whole[at] ?? []).map(cellText);
  let best: { readonly score: number; readonly bottom: number; readonly names: readonly string[]; readonly lines: number } | undefined;
  const offer = (bottom: number, names: readonly string[], lines: number): void => {
    // A title that is merged across the sheet is one name, however often it is repeated.
    if (new Set(names.filter(Boolean)).size < 2 || names.some((name) => name.length > 80)) return;
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
      && merges.some(({ top, bottom, left, right }) => top === at && (bottom === at + 1 || right > left));
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
  return { bottom, titles, columns: names.map((header, at): SheetColumn => ({ at, letters: columnLetters(at), header })) };
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
  const values = Object.fromEntries(header.columns.flatMap((column) => (column.header ? [[column.header, 'x']] : [])));
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
    return { ...column, use: /\p{Script=Han}/u.test(column.header) ? 'own' : 'dropped' };
  });
  return { ...(kind && { kind }), columns };
}
