/** Records as a table to take along: the columns of the detail page under the same labels, the values as they are shown. */
import type { SgsConfig } from '../model/config.js';
import type { Messages } from '../locale/messages.js';
import { fieldType, officialLabel, recordFields, type FieldName } from '../model/fields.js';
import { KINDS, type Kind } from '../model/kinds.js';
import { isLongTerm, type SgsRecord } from '../model/record.js';

/** `date`: ISO `YYYY-MM-DD`, or words (长期). `amount`: 万元. Everything else is text, digits too. */
export type ColumnType = 'text' | 'date' | 'amount';

/** '' where a record says nothing. */
export type Cell = string | number;

export interface Column<Row = SgsRecord> {
  readonly label: string;
  readonly type: ColumnType;
  readonly read: (record: Row) => Cell;
}

/** Its cells are made one row at a time, when they are written: a hundred thousand rows are never there at once. */
export interface Table<Row = SgsRecord> {
  readonly name: string;
  readonly columns: readonly Column<Row>[];
  readonly records: readonly Row[];
}

export interface TableOptions {
  readonly words: Messages;
  /** Labels on screen: the configuration's. */
  readonly labels?: SgsConfig['labels'];
  /** Ways to appeal of penalties that name none: the feed's. */
  readonly remedy?: string | undefined;
}

const TEN_THOUSAND_YUAN = '万元';

function fieldColumn(kind: Kind, field: FieldName, { words, labels, remedy }: TableOptions): Column {
  const label = labels?.[field] ?? words.field(kind, field);
  const type = fieldType(field);
  if (type === 'amount') {
    const withUnit = label.includes(TEN_THOUSAND_YUAN) ? label : `${label}（${TEN_THOUSAND_YUAN}）`;
    return { type, label: withUnit, read: (record) => record[field] as number | undefined ?? '' };
  }
  if (type === 'date') {
    return { type, label, read: (record) => {
      const date = record[field] as string | undefined ?? '';
      return isLongTerm(date) ? words.longTerm : date;
    } };
  }
  return { type: 'text', label, read: (record) => {
    const value = record[field];
    if (typeof value === 'string') return value;
    if (Array.isArray(value)) return value.join(words.comma);
    if (value !== undefined) return String(value);
    return field === 'remedy' && remedy && record.kind === 'penalty' && record.status !== 'revoked' ? remedy : '';
  } };
}

const text = (label: string, read: Column['read']): Column => ({ label, type: 'text', read });

/** Records of a kind, and what they decide about its columns: all in one look, for there may be a hundred thousand. */
interface Group {
  readonly records: SgsRecord[];
  /** Of the department's own columns, in the order in which they first appear. */
  readonly labels: Set<string>;
  named: boolean;
}

function addTo(group: Group, record: SgsRecord): void {
  group.records.push(record);
  if (record.feedName) group.named = true;
  if (record.extra.length) for (const { label } of record.extra) group.labels.add(label);
}

const extraColumns = (labels: ReadonlySet<string>, { words }: TableOptions): readonly Column[] => [...labels].map((label) =>
  text(label, ({ extra }) => extra.filter((one) => one.label === label && one.value).map(({ value }) => value).join(words.comma)));

function tableOf(kind: Kind, { records, labels: own, named }: Group, options: TableOptions): Table {
  const { words, labels } = options;
  return {
    name: labels?.[kind] ?? words.kind(kind),
    columns: [
      ...recordFields(kind).map((field) => fieldColumn(kind, field, options)),
      // The detail shows it beside the title. A copy that does not say that a decision is disputed would say it is not.
      text(officialLabel(kind, 'status'), ({ status }) => words.status(status)),
      ...(named ? [text(words.feedName, ({ feedName }) => feedName ?? '')] : []),
      ...extraColumns(own, options),
    ],
    records,
  };
}

/**
 * One table for each kind that has records, in the order of the kinds. Every field of a kind is a column even where no
 * record has it, so that what is exported today can be pasted below what was exported yesterday.
 */
export function tablesOf(records: readonly SgsRecord[], options: TableOptions): readonly Table[] {
  const all = new Map(KINDS.map((kind): [Kind, Group] => [kind, { records: [], labels: new Set(), named: false }]));
  for (const record of records) {
    const group = all.get(record.kind);
    if (group) addTo(group, record);
  }
  return [...all].flatMap(([kind, group]) => (group.records.length ? [tableOf(kind, group, options)] : []));
}

/**
 * Several kinds as one table: a first column says the kind, and columns of the same label are one. A file of rows has
 * one header and can be sorted and filtered as a whole; blocks below each other could not.
 */
export function joinTables(tables: readonly Table[], { words }: TableOptions): Table {
  const [only] = tables;
  if (only && tables.length === 1) return only;
  const joined = new Map<string, { readonly column: Column; readonly of: Partial<Record<Kind, Column>> }>();
  const kinds = new Map<Kind, string>();
  for (const { name, columns, records } of tables) {
    const { kind } = records[0] as SgsRecord;
    kinds.set(kind, name);
    for (const column of columns) {
      // A department's own column may have an official label: one kind has both then.
      let key = column.type + column.label;
      while (joined.get(key)?.of[kind]) key += '+';
      const entry = joined.get(key) ?? { column, of: {} };
      joined.set(key, entry);
      entry.of[kind] = column;
    }
  }
  return {
    name: tables.map(({ name }) => name).join(words.comma),
    columns: [
      text(words.tabs, ({ kind }) => kinds.get(kind) ?? ''),
      ...Array.from(joined.values(), ({ column, of }): Column => (
        { ...column, read: (record) => of[record.kind]?.read(record) ?? '' }
      )),
    ],
    records: tables.flatMap((table) => table.records),
  };
}
