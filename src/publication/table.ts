/** Rows of cells as tables that the workbook writer takes, and records as rows that are read back as they were. */
import type { Cell, Column, ColumnType, Table } from '../export/table.js';
import { fieldType, officialLabel, recordFields, type FieldName } from '../model/fields.js';
import { KIND_DEFS, KINDS, type Kind } from '../model/kinds.js';
import { isLongTerm, type SgsRecord } from '../model/record.js';

export interface CellTable {
  readonly name: string;
  readonly columns: readonly (readonly [label: string, type: ColumnType])[];
  readonly rows: readonly (readonly Cell[])[];
}

/** For the writer, which asks columns for cells: here a row is its cells. */
export function sheetTable({ name, columns, rows }: CellTable): Table {
  const cells = new WeakMap<object, readonly Cell[]>();
  const records = rows.map((row) => {
    const record = {} as SgsRecord;
    cells.set(record, row);
    return record;
  });
  return {
    name,
    records,
    columns: columns.map(([label, type], at): Column => ({ label, type, read: (record) => cells.get(record)?.[at] ?? '' })),
  };
}

export const typeOf = (field: FieldName): ColumnType => {
  const type = fieldType(field);
  return type === 'date' || type === 'amount' ? type : 'text';
};

/** A field as a cell: several values apart by what can't stand in one of them. */
export const cellOf = (record: SgsRecord, field: FieldName): Cell => {
  const value = record[field as keyof SgsRecord] as string | number | readonly string[] | undefined;
  if (value === undefined) return '';
  if (typeof value === 'object') return value.join('；');
  return typeof value === 'string' && fieldType(field) === 'date' && isLongTerm(value) ? '长期' : value;
};

/** States as every standard reads them. */
export const STATUS_WORDS: Readonly<Record<SgsRecord['status'], string>> = { valid: '正常', revoked: '撤销', disputed: '异议', other: '其他' };

/** All records of a kind, every filled field a column under its official label, the department's own columns behind. */
export function recordTable(kind: Kind, records: readonly SgsRecord[]): CellTable {
  const fields = recordFields(kind).filter((field) => records.some((record) => cellOf(record, field) !== ''));
  const labels = [...new Set(records.flatMap(({ extra }) => extra.map(({ label }) => label)))];
  return {
    name: KIND_DEFS[kind].label,
    columns: [
      ...fields.map((field) => [officialLabel(kind, field), typeOf(field)] as const),
      ['当前状态', 'text'],
      ...labels.map((label) => [label, 'text'] as const),
    ],
    rows: records.map((record) => [
      ...fields.map((field) => cellOf(record, field)),
      STATUS_WORDS[record.status],
      ...labels.map((label) =>
        record.extra
          .filter((one) => one.label === label)
          .map(({ value }) => value)
          .join('；'),
      ),
    ]),
  };
}

/** One table for each kind that has records. */
export const recordTables = (records: readonly SgsRecord[]): readonly CellTable[] =>
  KINDS.map((kind) => [kind, records.filter((record) => record.kind === kind)] as const)
    .filter(([, own]) => own.length)
    .map(([kind, own]) => recordTable(kind, own));
