/** A sheet → entries with their places: what is a header, a total or a note is told from what is a record. */
import { foldKey } from '../model/aliases.js';
import { fieldType, type FieldName } from '../model/fields.js';
import { hashOf } from '../model/hash.js';
import type { Kind } from '../model/kinds.js';
import type { SgsConfig } from '../model/config.js';
import { isOrganizationCode, isRegistrationNumber } from '../rules/codes.js';
import { isSpoilt } from '../check/cells.js';
import type { Finding } from '../check/finding.js';
import { FINDINGS, type FindingCode } from '../check/finding.js';
import { isBlank, type Grid, type GridCell } from './grid.js';
import { filled, findHeader, readColumns, type ColumnReading } from './header.js';

/** One row as the reader takes it. */
export interface Entry {
  readonly values: Readonly<Record<string, string | number | boolean>>;
  /** Of the spreadsheet, from 1. */
  readonly row: number;
}

/** Columns of a table that were placed by hand: the sheet's name for them → our field, or `ignored`. Goes into a configuration as it is. */
export type Mapping = Readonly<Record<string, string>>;

/** Mappings that were made once, by the fingerprint of the headers that they were made for. */
export type MappingBook = Readonly<Record<string, Mapping>>;

export interface SheetReading {
  readonly name: string;
  /** None where no row names a record's fields: a list of codes, instructions. */
  readonly header?: { readonly row: number; readonly fingerprint: string };
  readonly kind?: Kind;
  readonly columns: readonly ColumnReading[];
  readonly entries: readonly Entry[];
  /** Names that addFinding the kind, the nearest last. */
  readonly path: readonly string[];
  /** Of the sheet itself: what was skipped, filled or put right. */
  readonly findings: readonly Finding[];
}

/** The same for the same headers in any order and style of brackets. */
export const fingerprintOf = (headers: readonly string[]): string => hashOf(headers.map(foldKey).filter(Boolean).sort().join('\n'));

const TOTAL = /^(?:合计|小计|总计|共计|本页|累计)/;
const NOTE = /^(?:填表|填报|制表|审核|单位负责人|联系人?|联系电话|注[:：]|备注[:：]|说明[:：]|填写说明|示例|样例|例[:：]|※|注意)/;

/** Whether a row with cells is none of the records: a total, a signature, a note, the header again. */
const isAside = (cells: readonly { readonly column: ColumnReading; readonly cell: GridCell }[], width: number): boolean => {
  const [first] = cells;
  const start = String(first?.cell ?? '').replace(/\s/g, '');
  if (cells.every(({ column, cell }) => foldKey(String(cell)) === foldKey(column.header))) return true;
  // The running number alone: the form goes on, the records don't.
  if (cells.every(({ column }) => column.field === 'ignored')) return true;
  if (cells.length <= Math.max(1, width / 2) && (TOTAL.test(start) || NOTE.test(start))) return true;
  return cells.length === 1 && width > 3;
};

/** A number that a spreadsheet took the zeros from, given back where the check digit proves it. */
const withZeros = (field: string | undefined, cell: GridCell): string | undefined => {
  const digits = typeof cell === 'number' || typeof cell === 'string' ? String(cell).trim() : '';
  if (field === 'organizationCode' && /^\d{6,8}$/.test(digits) && isOrganizationCode(digits.padStart(9, '0')))
    return digits.padStart(9, '0');
  if (field === 'registrationNumber' && /^\d{14}$/.test(digits) && isRegistrationNumber(`0${digits}`)) return `0${digits}`;
  return undefined;
};

/** Words in which a title says the kind. */
const kindWords = (text: string): string => (text.includes('处罚') ? '行政处罚' : text.includes('许可') ? '行政许可' : text);

/** @param file the file's name: it may say the kind where the sheet does not */
export function readSheet(grid: Grid, file: string, config: SgsConfig = {}, book: MappingBook = {}): SheetReading {
  const empty = { name: grid.name, columns: [], entries: [], path: [], findings: [] };
  const first = findHeader(grid, { ...config.mapping });
  if (!first) return empty;
  const fingerprint = fingerprintOf(first.columns.map(({ header }) => header));
  // What was placed by hand may complete the header, but not move it.
  const mapping = { ...config.mapping, ...book[fingerprint] };
  const path = [file, grid.name, first.titles[0] ?? ''].map(kindWords);
  const { kind, columns } = readColumns(first, [...path].reverse(), mapping);
  const findings: Finding[] = [];
  const addFinding = (code: FindingCode, row: number, column?: ColumnReading): void => {
    findings.push({
      code,
      severity: FINDINGS[code].severity,
      row: 0,
      place: { sheet: grid.name, row, ...(column && { column: column.letters }) },
      ...(column && { column: column.header || column.letters }),
    });
  };

  const below = grid.merges.filter(({ top, bottom, left, right }) => top > first.bottom && bottom > top && left === right);
  const rows = filled(grid.rows, below);
  for (const { top, left } of below) addFinding('merged-cells', top + 1, columns[left]);
  // A column without a name can't be placed; that it is filled has to be known.
  for (const column of columns) {
    if (!column.header && rows.slice(first.bottom + 1).some((row) => !isBlank(row[column.at])))
      addFinding('unplaced-column', first.bottom + 1, column);
  }
  const names = keysOf(columns);
  const named = columns.filter(({ header }) => header);
  const entries: Entry[] = [];
  const natural = /自然人|个人/.test(grid.name) && !grid.name.includes('法人') && !columns.some(({ field }) => field === 'subjectType');
  for (let at = first.bottom + 1; at < rows.length; at++) {
    const cells = named.flatMap((column) => {
      const cell = rows[at]?.[column.at] ?? null;
      return isBlank(cell) ? [] : [{ column, cell }];
    });
    if (!cells.length) {
      if (rows.slice(at + 1).some((row) => row.some((cell) => !isBlank(cell)))) addFinding('row-skipped', at + 1);
      continue;
    }
    if (isAside(cells, named.length)) {
      addFinding('row-skipped', at + 1);
      continue;
    }
    const values: Record<string, string | number | boolean> = {};
    for (const { column, cell } of cells) {
      // A wrong code says something of somebody else.
      if (column.field && fieldType(column.field as FieldName) === 'code' && isSpoilt(cell)) {
        addFinding('number-spoilt', at + 1, column);
        continue;
      }
      const repaired = withZeros(column.field, cell);
      if (repaired !== undefined) addFinding('leading-zero', at + 1, column);
      values[names.get(column.at) ?? column.header] = repaired ?? (cell as string | number | boolean);
    }
    // The sheet of natural persons has no column that says so (domain §1.2).
    if (natural) values['行政相对人类别'] = '自然人';
    entries.push({ values, row: at + 1 });
  }
  return { name: grid.name, header: { row: first.bottom + 1, fingerprint }, ...(kind && { kind }), columns, entries, path, findings };
}

/** Keys for columns, each its own: a second 处罚类别 is told from the first by white space, which means nothing in a name. */
function keysOf(columns: readonly ColumnReading[]): ReadonlyMap<number, string> {
  const taken = new Set<string>();
  return new Map(columns.map(({ at, header }) => {
    let key = header;
    while (taken.has(key)) key += ' ';
    taken.add(key);
    return [at, key];
  }));
}

/** The column that a finding's key belongs to. */
export const columnOf = ({ columns }: Pick<SheetReading, 'columns'>, key: string): ColumnReading | undefined =>
  columns.filter(({ header }) => header === key.trim())[key.length - key.trimEnd().length];
