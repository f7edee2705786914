/** Tables whose columns are named apart from their rows: `{fields, records: [[…]]}`, `{columns, data}`, `{head, body}`. */
import { isColumnName } from '../model/aliases.js';
import { isPlainObject, type PlainObject } from '../model/config.js';

/** Lists of names looked at in a document, and names in one. */
const MOST_LISTS = 20;
const MOST_COLUMNS = 300;
const MOST_DEPTH = 12;

/** A list that may name columns: each of its entries as text, by one way of reading it. */
export type ColumnNames = readonly string[];

export interface ColumnLists {
  /** What the columns of rows that are lists may be called. */
  readonly names: readonly ColumnNames[];
  /** What keys may be called. */
  readonly labels: readonly ReadonlyMap<string, string>[];
}

const isText = (value: unknown): value is string => typeof value === 'string';

/** Keys of an object whose value is a text. */
const textKeys = (object: PlainObject): string[] => Object.keys(object).filter((key) => isText(object[key])).slice(0, 12);

const readObjects = (list: readonly PlainObject[], found: { names: ColumnNames[]; labels: Map<string, string>[] }): void => {
  const keys = textKeys(list[0] as PlainObject).filter((key) => list.every((item) => isText(item[key])));
  for (const key of keys) found.names.push(list.map((item) => item[key] as string));
  for (const key of keys) {
    for (const other of keys) {
      if (other !== key) found.labels.push(new Map(list.map((item) => [item[key] as string, item[other] as string])));
    }
  }
};

/** What an object says that its keys are called: `{a: "处罚决定书文号", b: "行政相对人名称"}`. */
const labelsIn = (object: PlainObject): ReadonlyMap<string, string> | undefined => {
  const named = Object.entries(object).filter((entry): entry is [string, string] => isText(entry[1]) && isColumnName(entry[1]));
  return named.length > 1 && named.length * 2 > Object.keys(object).length ? new Map(named) : undefined;
};

/** All lists in a document that may name columns. */
export function columnListsIn(root: unknown): ColumnLists {
  const found = { names: [] as ColumnNames[], labels: [] as Map<string, string>[] };
  let left = MOST_LISTS;
  const visit = (value: unknown, depth: number): void => {
    if (depth > MOST_DEPTH || left <= 0) return;
    if (isPlainObject(value)) {
      const own = labelsIn(value);
      if (own) {
        found.labels.push(own as Map<string, string>);
        left--;
      }
      for (const key of Object.keys(value)) visit(value[key], depth + 1);
    }
    if (!Array.isArray(value)) return;
    const list: readonly unknown[] = value;
    if (list.length > 1 && list.length <= MOST_COLUMNS && list.every(isText)) {
      found.names.push(list);
      left--;
    } else if (list.length > 1 && list.length <= MOST_COLUMNS && list.every(isPlainObject)) {
      readObjects(list, found);
      left--;
    }
    for (const item of list.slice(0, MOST_COLUMNS)) visit(item, depth + 1);
  };
  visit(root, 0);
  return found;
}

/** Cells under their names. */
export function rowOfCells(names: ColumnNames, cells: readonly unknown[]): PlainObject {
  const row = Object.create(null) as Record<string, unknown>;
  names.forEach((name, i) => { row[name] = cells[i]; });
  return row;
}

type IsRecord = (candidate: PlainObject) => boolean;

/** jqGrid's `{id, cell: [...]}`, a chart's `{c: [{v}, …]}`: the list of cells that an object wraps. */
const cellsIn = (row: unknown): readonly unknown[] | undefined => {
  if (Array.isArray(row)) return row as readonly unknown[];
  if (!isPlainObject(row)) return undefined;
  const lists = Object.values(row).filter(Array.isArray) as unknown as readonly (readonly unknown[])[];
  const [cells] = lists;
  if (lists.length !== 1 || !cells || cells.length < 2) return undefined;
  return cells.every((cell) => isPlainObject(cell) && 'v' in cell) ? cells.map((cell) => (cell as PlainObject)['v']) : cells;
};

/** Rows above a table's own: a title, an empty one. */
const MOST_ABOVE = 8;

/** Rows that are lists, under the names that make records of them; undefined where there are none. */
export function namedRows(rows: readonly unknown[], { names }: ColumnLists, isRecord: IsRecord): PlainObject[] | undefined {
  if (rows.length === 0 || cellsIn(rows[0]) === undefined) return undefined;
  const lists = rows.flatMap((row) => [cellsIn(row)]).filter((cells): cells is readonly unknown[] => cells !== undefined);
  if (lists.length !== rows.length) return undefined;
  const [head = []] = lists;
  // One of the first rows names the columns, or a list that stands apart does.
  for (let at = 0; at < Math.min(lists.length - 1, MOST_ABOVE); at++) {
    const above = lists[at] as readonly unknown[];
    if (above.length > 1 && above.every(isText) && isRecord(rowOfCells(above, lists[at + 1] as readonly unknown[]))) {
      return lists.slice(at + 1).map((cells) => rowOfCells(above, cells));
    }
  }
  const fitting = names.find((list) => list.length === head.length && isRecord(rowOfCells(list, head)));
  return fitting && lists.map((cells) => rowOfCells(fitting, cells));
}

/** Objects whose keys are named apart, under those names; undefined where no list names them. */
export function relabelled(rows: readonly unknown[], { labels }: ColumnLists, isRecord: IsRecord): PlainObject[] | undefined {
  const [first] = rows;
  if (!isPlainObject(first)) return undefined;
  const rename = (row: PlainObject, names: ReadonlyMap<string, string>): PlainObject => {
    const result = Object.create(null) as Record<string, unknown>;
    for (const key of Object.keys(row)) result[names.get(key) ?? key] = row[key];
    return result;
  };
  const fits = (row: PlainObject, names: ReadonlyMap<string, string>): boolean =>
    Object.keys(row).filter((key) => names.has(key)).length > 1 && isRecord(rename(row, names));
  // The rows themselves may begin with the one that names their columns: what stands above it is a title.
  const objects = rows.filter(isPlainObject);
  for (let at = 0; at < Math.min(objects.length - 1, MOST_ABOVE); at++) {
    const names = labelsIn(objects[at] as PlainObject);
    if (names && fits(objects[at + 1] as PlainObject, names)) return objects.slice(at + 1).map((row) => rename(row, names));
  }
  const fitting = labels.find((names) => fits(first, names));
  return fitting && objects.map((row) => rename(row, fitting));
}

/** Whether an object holds whole columns, each with as many cells: `{"文号": ["1", "2"], …}` or `{"文号": {"0": "1"}, …}`. */
const isColumnar = (value: unknown): value is Readonly<Record<string, Readonly<Record<string, unknown>>>> => {
  if (!isPlainObject(value)) return false;
  const columns = Object.values(value);
  const [first] = columns;
  if (columns.length < 2 || columns.length > MOST_COLUMNS || typeof first !== 'object' || first === null) return false;
  const indices = Object.keys(first);
  return (indices.length > 1 || indices[0] === '0')
    && indices.every((index) => /^\d+$/.test(index)) && columns.every((column) => typeof column === 'object'
    && column !== null && Object.keys(column).length === indices.length
    && Object.values(column).every((cell) => typeof cell !== 'object' || cell === null));
};

/** Whether an object, or one within it, is no row but a table of columns. */
export const holdsColumns = (object: PlainObject): boolean => isColumnar(object) || Object.values(object).some(isColumnar);

/** The rows of a table of columns; undefined where an object is none. */
export function transposed(object: PlainObject, isRecord: IsRecord): PlainObject[] | undefined {
  if (!isColumnar(object)) return undefined;
  const names = Object.keys(object);
  const columns = Object.values(object);
  const rowAt = (index: string): PlainObject => rowOfCells(names, columns.map((column) => column[index]));
  const rows = Object.keys(columns[0] as object).map(rowAt);
  return rows.some(isRecord) ? rows : undefined;
}
