/** A sheet → entries with their places: what is a header, a total or a note is told from what is a record. */
import { foldKey, isColumnName } from '../model/aliases.js';
import { fieldType, type FieldName } from '../model/fields.js';
import { hashOf } from '../model/hash.js';
import type { Kind } from '../model/kinds.js';
import type { SgsConfig } from '../model/config.js';
import { isTotalsRow } from '../feed/entry.js';
import { isCreditCode, isOrganizationCode, isRegistrationNumber } from '../rules/codes.js';
import { isSpoilt } from '../check/cells.js';
import type { Finding } from '../check/finding.js';
import { FINDINGS, type FindingCode } from '../check/finding.js';
import { columnLetters, isBlank, withoutGuard, type Grid, type GridCell } from './grid.js';
import { filled, findHeader, isVerticalForm, readColumns, type ColumnReading } from './header.js';

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

/** What a form says of its own columns in a line below the header: （必填）, （18位）, YYYY/MM/DD. */
const HINT = /^[（(【[][^（(【[]{0,80}[）)】\]]$|^(?:必填|选填|非必填|必选|可选|文本|数字|日期|yyyy[^\d]{0,12})$/i;

/** How a form says what to write: 填写全称, 格式YYYY/MM/DD, 示例：…. */
const INSTRUCTION = /^(?:请|应|须)?(?:填写|填报|输入|录入|选择)|^格式|^(?:示例|样例|例如?)[:：]|^填写说明|^必填|yyyy/i;

/** Whether more than half of the cells, and more than one, say the same sort of thing. */
const mostly = (cells: readonly { readonly cell: GridCell }[], is: (text: string) => boolean): boolean => {
  const like = cells.filter(({ cell }) => typeof cell === 'string' && is(cell.trim())).length;
  return like > 1 && like * 2 > cells.length;
};

/** Whether a row with cells is none of the records: a total, a signature, a note, the header again. */
const isAside = (cells: readonly { readonly column: ColumnReading; readonly cell: GridCell }[], width: number): boolean => {
  const [first] = cells;
  const start = String(first?.cell ?? '').replace(/\s/g, '');
  if (cells.every(({ column, cell }) => foldKey(String(cell)) === foldKey(column.header))) return true;
  if (cells.length > 1 && cells.every(({ cell }) => HINT.test(String(cell).trim()))) return true;
  // The names in words below those in codes, and what a form says about filling it in.
  if (mostly(cells, isColumnName) || mostly(cells, (text) => INSTRUCTION.test(text))) return true;
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

/** A number of 18 digits whose last three are gone: a spreadsheet holds fifteen. */
const lostItsEnd = (digits: string): boolean => /^\d{15}000$/.test(digits) && !isCreditCode(digits);

/** 911101E+11: what was left of a code that had an E in it, or of its digits. */
const isScientific = (text: string): boolean =>
  /^\d{1,17}(?:\.\d{1,17})?E(\+?)\d{1,3}$/i.test(text) && (text.includes('+') || !isCreditCode(text));

const isSpoiltCode = (cell: GridCell): boolean => {
  if (isSpoilt(cell)) return true;
  const text = typeof cell === 'string' || typeof cell === 'number' ? String(cell).trim() : '';
  return lostItsEnd(text) || isScientific(text);
};

/** Words in which a title says the kind. */
const kindWords = (text: string): string => (text.includes('处罚') ? '行政处罚' : text.includes('许可') ? '行政许可' : text);

type AddFinding = (code: FindingCode, row: number, column?: ColumnReading) => void;

/** Fields of a header that is one beyond doubt. */
const LEAST_FIELDS = 3;

/** Columns without a name that are named as filled: a sheet may have thousands of them. */
const MOST_UNNAMED = 20;

/** What of a row stands in columns with a name; the others are noted. */
function createRowReader(columns: readonly ColumnReading[]): {
  readonly cellsOf: (row: readonly GridCell[]) => readonly { readonly column: ColumnReading; readonly cell: GridCell }[];
  readonly unnamed: ReadonlySet<number>;
} {
  const unnamed = new Set<number>();
  return {
    unnamed,
    cellsOf: (row) => {
      const cells: { readonly column: ColumnReading; readonly cell: GridCell }[] = [];
      for (let at = 0; at < row.length; at++) {
        const cell = row[at] ?? null;
        if (isBlank(cell)) continue;
        const column = columns[at];
        if (column?.header) cells.push({ column, cell });
        else if (unnamed.size < MOST_UNNAMED) unnamed.add(at);
      }
      return cells;
    },
  };
}

/** The rows that nobody sees who opens the workbook, one finding for rows that stand together. */
function tellHidden({ hiddenRows = [] }: Grid, below: number, addFinding: AddFinding): void {
  let before = -2;
  for (const row of hiddenRows) {
    if (row > below && row !== before + 1) addFinding('row-hidden', row + 1);
    before = row;
  }
}

/** Rows that are read in one step. */
const STEP = 500;

/** What tells a sheet's header from others; undefined where it has none. Cheap: no row below it is looked at. */
export function sheetFingerprint(grid: Grid): string | undefined {
  const header = findHeader(grid, {});
  return header && fingerprintOf(header.columns.map((column) => column.header));
}

/** @param file the file's name: it may say the kind where the sheet does not */
export function readSheet(grid: Grid, file: string, config: SgsConfig = {}, book: MappingBook = {}): SheetReading {
  const steps = readSheetSteps(grid, file, config, book);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** Reads a sheet in steps, for a page that has to answer between them; each is told by the share that is read. */
export function* readSheetSteps(
  grid: Grid,
  file: string,
  config: SgsConfig = {},
  book: MappingBook = {},
): Generator<number, SheetReading> {
  const findings: Finding[] = [];
  const addFinding: AddFinding = (code, row, column) => {
    findings.push({
      code,
      severity: FINDINGS[code].severity,
      row: 0,
      place: { sheet: grid.name, row, ...(column && { column: column.letters }) },
      ...(column && { column: column.header || column.letters }),
    });
  };
  const first = findHeader(grid, { ...config.mapping });
  if (!first) {
    if (isVerticalForm(grid, { ...config.mapping })) addFinding('vertical-form', 1);
    return { name: grid.name, columns: [], entries: [], path: [], findings };
  }
  yield 0;
  const fingerprint = fingerprintOf(first.columns.map(({ header }) => header));
  // What was placed by hand may complete the header, but not move it.
  const mapping = { ...config.mapping, ...book[fingerprint] };
  const path = [file, grid.name, first.titles[0] ?? ''].map(kindWords);
  const { kind, columns } = readColumns(first, [...path].reverse(), mapping);

  // 文号 | 1号 | 日期 | 2026-11-03: a form of two columns of names, whose first row is no header.
  if (columns.filter(({ use }) => use === 'field').length < LEAST_FIELDS && isVerticalForm(grid, mapping)) {
    addFinding('vertical-form', 1);
    return { name: grid.name, columns: [], entries: [], path: [], findings };
  }
  yield 0;
  const below = grid.merges.filter(({ top, bottom, left, right }) => top > first.bottom && bottom > top && left === right);
  const rows = filled(grid.rows, below);
  for (const { top, left } of below) addFinding('merged-cells', top + 1, columns[left]);
  tellHidden(grid, first.bottom, addFinding);
  const names = keysOf(columns);
  const width = columns.filter(({ header }) => header).length;
  const reader = createRowReader(columns);
  const entries: Entry[] = [];
  const natural = /自然人|个人/.test(grid.name) && !grid.name.includes('法人') && !columns.some(({ field }) => field === 'subjectType');
  /** The first of the blank rows just above; told only where something follows. */
  let blank: number | undefined;
  for (let at = first.bottom + 1; at < rows.length; at++) {
    if (at % STEP === 0) yield at / rows.length;
    const row = rows[at] ?? [];
    const unnamedBefore = reader.unnamed.size;
    const cells = reader.cellsOf(row);
    if (!cells.length) {
      blank ??= at;
      if (reader.unnamed.size === unnamedBefore) continue;
    }
    if (blank !== undefined) addFinding('row-skipped', blank + 1);
    blank = undefined;
    if (!cells.length) continue;
    if (isAside(cells, width)) {
      addFinding('row-skipped', at + 1);
      continue;
    }
    const values: Record<string, string | number | boolean> = {};
    for (const { column, cell } of cells) {
      // A wrong code says something of somebody else.
      if (column.field && fieldType(column.field as FieldName) === 'code' && isSpoiltCode(cell)) {
        addFinding('number-spoilt', at + 1, column);
        continue;
      }
      const repaired = withZeros(column.field, cell);
      if (repaired !== undefined) addFinding('leading-zero', at + 1, column);
      values[names.get(column.at) ?? column.header] =
        repaired ?? (typeof cell === 'string' ? withoutGuard(cell) : cell as number | boolean);
    }
    // The reader passes over sums; here they are told, and rows keep their numbers.
    if (isTotalsRow(values)) {
      addFinding('row-skipped', at + 1);
      continue;
    }
    // The sheet of natural persons has no column that says so (domain §1.2).
    if (natural) values['行政相对人类别'] = '自然人';
    entries.push({ values, row: at + 1 });
  }
  if (!entries.length && isVerticalForm(grid, mapping)) addFinding('vertical-form', 1);
  // A column without a name can't be placed; that it is filled has to be known.
  for (const at of reader.unnamed) {
    const column: ColumnReading = columns[at] ?? { at, letters: columnLetters(at), header: '', use: 'dropped' };
    addFinding('unplaced-column', first.bottom + 1, column);
  }
  return { name: grid.name, header: { row: first.bottom + 1, fingerprint }, ...(kind && { kind }), columns, entries, path, findings };
}

/** A sheet that is hidden, and was not chosen: told, and not read. */
export const hiddenSheet = ({ name }: Grid): SheetReading => ({
  name,
  columns: [],
  entries: [],
  path: [],
  findings: [{ code: 'sheet-hidden', severity: FINDINGS['sheet-hidden'].severity, row: 0, place: { sheet: name, row: 1 } }],
});

/** Keys for columns, each its own: a second 处罚类别 is told from the first by white space, which means nothing in a name. */
function keysOf(columns: readonly ColumnReading[]): ReadonlyMap<number, string> {
  const taken = new Set<string>();
  const keys = new Map<number, string>();
  for (const { at, header } of columns) {
    // Nothing is read of a column without a name, and there may be thousands.
    if (!header) continue;
    let key = header;
    while (taken.has(key)) key += ' ';
    taken.add(key);
    keys.set(at, key);
  }
  return keys;
}

/** The column that a finding's key belongs to. */
export const columnOf = ({ columns }: Pick<SheetReading, 'columns'>, key: string): ColumnReading | undefined =>
  columns.filter(({ header }) => header === key.trim())[key.length - key.trimEnd().length];
