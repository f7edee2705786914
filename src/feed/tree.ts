/**
 * Records in a document that has no list of them: one object where others have a list, a map of numbered objects,
 * JSON within a string, a table of rows under a row of headings.
 */
import { isPlainObject, type PlainObject } from '../model/config.js';

export interface Found {
  readonly entry: unknown;
  readonly path: readonly string[];
}

const MOST_DEPTH = 12;

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};

/** A list of lists whose first one names the columns. */
const tableRows = (value: readonly unknown[]): PlainObject[] | undefined => {
  const [head, ...rows] = value;
  if (!Array.isArray(head) || rows.length === 0 || !head.every((name) => typeof name === 'string') || !rows.every(Array.isArray))
    return undefined;
  return (rows as unknown[][]).map((cells) => {
    const row: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
    (head).forEach((name, i) => { row[name] = cells[i]; });
    return row;
  });
};

/** Every record-like object, in order; what lies within one is its own. */
export const entriesIn = (root: unknown, isRecord: (candidate: PlainObject, path: readonly string[]) => boolean): Found[] => {
  const found: Found[] = [];
  const visit = (value: unknown, path: readonly string[]): void => {
    if (path.length > MOST_DEPTH) return;
    if (typeof value === 'string') {
      if (/^\s*[[{]/.test(value)) visit(parsed(value), [...path, '']);
    } else if (Array.isArray(value)) {
      const rows = tableRows(value);
      for (const item of rows ?? (value as unknown[])) visit(item, [...path, '']);
    } else if (isPlainObject(value)) {
      if (isRecord(value, path.filter(Boolean))) found.push({ entry: value, path: path.filter(Boolean) });
      else for (const key of Object.keys(value)) visit(value[key], [...path, key]);
    }
  };
  visit(root, []);
  return found;
};
