/** Clean records as rows of a feed, so that whoever reads them back does it through the reader and its gate. */
import { recordFields, type FieldName } from '../model/fields.js';
import { KIND_DEFS, type Kind } from '../model/kinds.js';
import type { SgsRecord } from '../model/record.js';
import { saysUnfulfilled } from '../rules/end-of-publicity.js';
import { isPerson } from '../rules/persons/subject.js';
import type { RowChunk } from './format.js';

/** A row by the names of our own feed. */
export type FeedRow = Readonly<Record<string, unknown>>;

/** A row's text; '' where it has none. */
export const textIn = (row: FeedRow, name: string): string => {
  const value = row[name];
  return typeof value === 'string' ? value : '';
};

/** What is made anew of the others when a row is read. */
const DERIVED: ReadonlySet<string> = new Set(['id', 'title', 'kind', 'status', 'extra', 'category', 'feedName']);

/** Of these a record always has so many: all but the feed's name. */
const ALWAYS_DERIVED = DERIVED.size - 1;

const FIELDS = {} as Partial<Record<Kind, readonly FieldName[]>>;
const fieldsOf = (kind: Kind): readonly FieldName[] => (FIELDS[kind] ??= recordFields(kind).filter((field) => !DERIVED.has(field)));

/** The record as a row that reads as this record. @param own the id to keep, where it is not the one a reader makes */
export const wholeRow = (record: SgsRecord, own?: string): FeedRow => {
  const row: Record<string, unknown> = {};
  if (own) row['id'] = own;
  // Always in the same order, so that the same record is the same text, however a feed orders its columns.
  let taken = 0;
  for (const field of fieldsOf(record.kind)) {
    const value = record[field];
    if (value === undefined) continue;
    row[field] = value;
    taken++;
  }
  // Fields of other kinds, which few records have.
  if (Object.keys(record).length > taken + ALWAYS_DERIVED) {
    let key: keyof SgsRecord;
    for (key in record) if (!(key in row) && !DERIVED.has(key)) row[key] = record[key];
  }
  if (record.category.length) row['category'] = record.category;
  if (record.status !== 'valid') row['status'] = record.status;
  for (const { label, value } of record.extra) row[label] = label in row ? `${textIn(row, label)}；${value}` : value;
  return row;
};

/** What every list needs: who, which decision, and what the gate asks. */
const ALWAYS: readonly FieldName[] = [
  'subjectName', 'creditCode', 'documentNumber', 'decidedOn', 'publicUntil', 'removedOn', 'authority', 'category', 'year', 'link',
];

/** Fields that a list of a kind shows in any case, by kind and columns. */
const SHOWN = new Map<string, ReadonlySet<string>>();

const shownIn = (kind: Kind, columns: readonly string[]): ReadonlySet<string> => {
  const key = [kind, ...columns].join();
  const known = SHOWN.get(key);
  if (known) return known;
  const { needs = '', columns: usual } = KIND_DEFS[kind];
  const shown = new Set<string>([...ALWAYS, ...usual, ...columns, needs, 'id', 'status']);
  SHOWN.set(key, shown);
  return shown;
};

/** The names of our own fields; departments' columns that are shown have Chinese ones. */
const ASCII = /^[\x20-\x7e]*$/;

/** The fields of a list's row. @param columns more than the usual ones */
export const listRow = (kind: Kind, row: FeedRow, columns: readonly string[]): FeedRow => {
  const shown = shownIn(kind, columns);
  const titled = KIND_DEFS[kind].title.find((field) => Array.isArray(row[field]) || textIn(row, field));
  const text = (name: string): string => textIn(row, name);
  const person = (type: string): boolean =>
    isPerson({ name: text('subjectName'), type, creditCode: text('creditCode'), ids: [] });
  const isTyped = row['subjectType'] && person('') !== person(text('subjectType'));
  const result: Record<string, unknown> = {};
  for (const name in row) {
    const isNeeded: boolean = shown.has(name) || name === titled
      || (name === 'revokeReason' && row['status'] === 'revoked') || (name === 'subjectType' && Boolean(isTyped))
      // Where duties are not fulfilled, the stated end of publicity is not cut: the list has to know that, too.
      || (kind === 'penalty' && !ASCII.test(name) && saysUnfulfilled({ label: name, text: text(name) }));
    if (isNeeded) result[name] = row[name];
  }
  return result;
};

/** Rows by columns: half as long, and shorter still when compressed. */
export const toColumns = (rows: readonly (FeedRow | undefined)[]): RowChunk => {
  const columns: Record<string, unknown[]> = {};
  rows.forEach((row = {}, n) => {
    for (const name in row) {
      const column = (columns[name] ??= []);
      while (column.length < n) column.push(null);
      column.push(row[name]);
    }
  });
  return { count: rows.length, columns };
};

export const fromColumns = ({ count, columns }: RowChunk): readonly FeedRow[] => Array.from({ length: count }, (_, n) => {
  const row: Record<string, unknown> = {};
  for (const name of Object.keys(columns)) {
    const value = columns[name]?.[n] ?? undefined;
    if (value !== undefined) row[name] = value;
  }
  return row;
});
