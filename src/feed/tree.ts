/**
 * Records in a document that has no list of them: one object where others have a list, a map of numbered objects,
 * JSON within a string, tables whose columns are named in another place than their rows.
 */
import { isPlainObject, type PlainObject } from '../model/config.js';
import { parseLenient } from './lenient-json.js';
import { columnListsIn, namedRows, relabelled, transposed } from './tables.js';

export interface Found {
  readonly entry: unknown;
  readonly path: readonly string[];
}

const MOST_DEPTH = 12;

/** JSON in a text, also where it has been encoded twice. */
const jsonIn = (text: string): unknown => {
  if (!/^\s*(?:[[{]|"\s*[[{])/.test(text)) return undefined;
  const inner = parseLenient(text);
  return typeof inner === 'string' ? jsonIn(inner) : inner;
};

/** Every record-like object, in order; what lies within one is its own. */
export function entriesIn(root: unknown, isRecord: (candidate: PlainObject, path: readonly string[]) => boolean): Found[] {
  const found: Found[] = [];
  const visit = (value: unknown, path: readonly string[], lists: ReturnType<typeof columnListsIn>): void => {
    if (path.length > MOST_DEPTH) return;
    const place = path.filter(Boolean);
    const isRow = (candidate: PlainObject): boolean => isRecord(candidate, place);
    const take = (rows: readonly unknown[]): void => { for (const entry of rows) found.push({ entry, path: place }); };
    if (typeof value === 'string') {
      const inner = jsonIn(value);
      if (inner !== undefined) visit(inner, [...path, ''], columnListsIn(inner));
    } else if (Array.isArray(value)) {
      const items: readonly unknown[] = value;
      const rows = namedRows(items, lists, isRow) ?? (items.some((item) => isPlainObject(item) && isRow(item)) ? undefined
        : relabelled(items, lists, isRow));
      if (rows) take(rows);
      else for (const item of items) visit(item, [...path, ''], lists);
    } else if (isPlainObject(value)) {
      const rows = transposed(value, isRow) ?? (isRow(value) ? [value] : undefined);
      if (rows) take(rows);
      else for (const key of Object.keys(value)) visit(value[key], [...path, key], lists);
    }
  };
  visit(root, [], columnListsIn(root));
  return found;
}
