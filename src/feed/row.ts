/** A row as it comes, freed of its wrappings: search-engine hits, self-describing rows, name/value pairs. */

export type PlainObject = Readonly<Record<string, unknown>>;

export const isPlainObject = (value: unknown): value is PlainObject => typeof value === 'object' && value !== null && !Array.isArray(value);

export interface Row {
  readonly values: PlainObject;
  /** What the row itself says its keys are called. */
  readonly labels?: Readonly<Record<string, string>>;
  /** The columns the row itself lists as public, where it lists any. */
  readonly publicKeys?: ReadonlySet<string>;
  /** Names that may tell the kind: the row's table, the array it stands in, the sheet. */
  readonly hints: readonly string[];
}

const isText = (value: unknown): value is string => typeof value === 'string';

// `_source` and `fields` of OpenSearch, `entity` of 信用中国; others are found by what they look like.
const WRAPPERS = ['_source', 'fields', 'entity', 'attributes', 'properties', 'doc', 'data', 'record', 'item', 'row'];
const TABLE_NAME = /^(table_?name|_index|kind|type|data_?type|xxlb|lb)$/i;

/** An object in which fewer known fields are named is no record. */
export const RECORD_FIELDS = 2;

const keysOf = (value: unknown): readonly string[] => (isPlainObject(value) ? Object.keys(value) : []);

/** An object whose keys are the columns' and whose values are their labels (`sencesMap`). */
const labelsFor = (outer: PlainObject, values: PlainObject): Readonly<Record<string, string>> | undefined => {
  for (const key of Object.keys(outer)) {
    const candidate = outer[key];
    if (candidate === values || !isPlainObject(candidate)) continue;
    const names = Object.keys(candidate);
    const known = names.filter((name) => name in values && isText(candidate[name]) && /\p{Script=Han}/u.test(candidate[name]));
    if (known.length >= 2 && known.length * 2 >= names.length) return candidate as Readonly<Record<string, string>>;
  }
  return undefined;
};

/** A list of column names (`columnList`), as texts or as objects that hold them. */
const publicKeysFor = (outer: PlainObject, values: PlainObject): ReadonlySet<string> | undefined => {
  for (const key of Object.keys(outer)) {
    const candidate = outer[key];
    if (!Array.isArray(candidate) || candidate.length < 2) continue;
    const names = candidate.map((entry) => (isText(entry) ? entry : isPlainObject(entry) ? Object.keys(entry).map((k) => entry[k]).find((v) => isText(v) && v in values) : undefined));
    if (names.filter((name) => isText(name) && name in values).length * 2 >= names.length) return new Set(names.filter(isText));
  }
  return undefined;
};

/** `[{name: "处罚机关", value: "…"}, …]` → `{"处罚机关": "…"}`. */
const pairsOf = (list: unknown): PlainObject | undefined => {
  if (!Array.isArray(list) || list.length < 2) return undefined;
  const result: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  for (const entry of list) {
    if (!isPlainObject(entry)) return undefined;
    const name = entry['label'] ?? entry['name'] ?? entry['key'] ?? entry['code'] ?? entry['title'];
    if (!isText(name) || !('value' in entry || 'val' in entry || 'text' in entry)) return undefined;
    result[name] = entry['value'] ?? entry['val'] ?? entry['text'];
  }
  return result;
};

/** Frees an entry of its wrappings. `score` says how much an object looks like a record. */
export const rowOf = (entry: PlainObject, path: readonly string[], score: (row: Row) => number): Row => {
  const hints = [...Object.keys(entry).filter((key) => TABLE_NAME.test(key)).map((key) => entry[key]).filter(isText), ...[...path].reverse()];
  const plain: Row = { values: entry, hints };
  let best = plain;
  let bestScore = score(plain);
  let records = 0;
  const offer = (values: PlainObject | undefined): void => {
    if (!values) return;
    const labels = labelsFor(entry, values);
    const publicKeys = publicKeysFor(entry, values);
    const row: Row = { values, hints, ...(labels && { labels }), ...(publicKeys && { publicKeys }) };
    const rowScore = score(row);
    if (rowScore >= RECORD_FIELDS) records++;
    if (rowScore > bestScore) [best, bestScore] = [row, rowScore];
  };
  for (const key of Object.keys(entry)) {
    const value = entry[key];
    if (isPlainObject(value) && (WRAPPERS.includes(key) || keysOf(value).length >= 3)) offer(value);
    else if (Array.isArray(value)) offer(pairsOf(value));
  }
  // Several records within one object: it is their wrapper and no record itself.
  return records > 1 ? plain : best;
};
