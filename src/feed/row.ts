/** A row as it comes. */

import type { PlainObject } from '../model/config.js';

export interface Row {
  readonly values: PlainObject;
  /** What the row itself says its keys are called. */
  readonly labels: Readonly<Record<string, string>>;
  /** The columns the row itself lists as public, where it lists any. */
  readonly publicKeys?: ReadonlySet<string>;
  /** Names that may tell the kind: the row's table, the array it stands in, the sheet. */
  readonly hints: readonly string[];
}

/** What a column is called: by its row, else by its key. A feed may well have a column “constructor”. */
export const labelOf = (row: Row, key: string): string => {
  const label: unknown = row.labels[key];
  return isText(label) ? label : key;
};

export const isText = (value: unknown): value is string => typeof value === 'string';

/** Columns whose value may name the row's kind. */
export const TABLE_NAME = /^(table_?name|_index|kind|type|data_?type|xxlb|lb)$/i;

/** An object in which fewer known fields are named is no record. */
export const RECORD_FIELDS = 2;

/** An entry as it stands. */
export const plainRow = (entry: PlainObject, path: readonly string[]): Row => {
  const names = Object.keys(entry).filter((key) => TABLE_NAME.test(key)).map((key) => entry[key]).filter(isText);
  return { values: entry, labels: {}, hints: [...names, ...[...path].reverse()] };
};
