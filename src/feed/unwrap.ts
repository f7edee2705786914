/** Rows freed of their wrappings: search-engine hits, self-describing rows, name/value pairs. */
import { isPlainObject, type PlainObject } from '../model/config.js';
import { isText, plainRow, RECORD_FIELDS, type Row } from './row.js';

type Score = (row: Row) => number;

/** A day, a code: no column is called so, and nearly every record has one. */
const NO_LABEL = /\d{4}[-年]?\d/;

/** Whether an object says what columns are called (`sencesMap`): its values are labels that we know. */
const isLabels = (candidate: PlainObject, score: Score): candidate is Readonly<Record<string, string>> => {
  const names = Object.keys(candidate);
  if (names.length < RECORD_FIELDS || !names.every((name) => isText(candidate[name]))) return false;
  // To ask of each word what it may mean takes a hundred times longer.
  if (names.some((name) => NO_LABEL.test(candidate[name] as string))) return false;
  const turned: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  for (const name of names) turned[candidate[name] as string] = name;
  return score({ values: turned, labels: {}, hints: [] }) >= RECORD_FIELDS;
};

/** A list of column names (`columnList`), as texts or as objects that hold them. */
const publicKeysFor = (outer: PlainObject, values: PlainObject): Pick<Row, 'publicKeys'> => {
  for (const key of Object.keys(outer)) {
    const candidate = outer[key];
    if (!Array.isArray(candidate) || candidate.length < 2) continue;
    const names = candidate.map((entry) =>
      isText(entry)
        ? entry
        : isPlainObject(entry)
          ? Object.keys(entry)
              .map((k) => entry[k])
              .find((v) => isText(v) && v in values)
          : undefined,
    );
    if (names.filter((name) => isText(name) && name in values).length * 2 >= names.length)
      return { publicKeys: new Set(names.filter(isText)) };
  }
  return {};
};

const NAMES = ['label', 'name', 'key', 'code', 'title'];
const VALUES = ['value', 'val', 'text'];

/** `[{name: "处罚机关", value: "…"}, …]` → `{"处罚机关": "…"}`. */
const pairsOf = (list: unknown): PlainObject | undefined => {
  if (!Array.isArray(list) || list.length < 2) return undefined;
  const result: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  for (const entry of list) {
    if (!isPlainObject(entry)) return undefined;
    const name = NAMES.map((key) => entry[key]).find(isText);
    const value = VALUES.find((key) => key in entry);
    if (!name || !value) return undefined;
    result[name] = entry[value];
  }
  return result;
};

/** Frees an entry of its wrappings. `score` says how much an object looks like a record. */
export const rowOf = (entry: PlainObject, path: readonly string[], score: Score): Row => {
  const keys = Object.keys(entry);
  const plain = plainRow(entry, path);
  const { hints } = plain;
  const nested = keys.map((key) => entry[key]).map((value) => (isPlainObject(value) ? value : pairsOf(value))).filter(isPlainObject);
  if (nested.length === 0) return plain;
  const labels = nested.find((object) => isLabels(object, score));
  const records = nested.filter((object) => object !== labels)
    .map((values): Row => ({ values, labels: labels ?? {}, hints, ...publicKeysFor(entry, values) }))
    .filter((row) => score(row) >= RECORD_FIELDS);
  // Several records within one object: it is their wrapper and no record itself.
  const [row] = records;
  return row && records.length === 1 && score(row) > score(plain) ? row : plain;
};
