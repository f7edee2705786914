/** Their keys → our fields, by the alias tables of `model/fields.ts`, a site's own `mapping`, and the row's own labels. */
import { aliasesOf, aliasKey, foldKey, isSecretKey, type Alias } from '../model/aliases.js';
import { isGateField, type FieldName, type GateField } from '../model/fields.js';
import { KIND_DEFS, KINDS, isKind, type Kind } from '../model/kinds.js';
import { isPlainObject, type SgsConfig } from '../model/config.js';
import type { Standard } from '../rules/status.js';
import { isEmptyWord, cleanText } from './text.js';
import { memoize } from './memoize.js';
import { labelOf, RECORD_FIELDS, type Row } from './row.js';

/** A filled cell: where it goes, what it holds, and the key it stood under. */
export interface Cell {
  readonly key: string;
  readonly value: unknown;
}

/** A row whose keys have been understood. */
export interface MappedRow {
  readonly kind: Kind;
  /** Cells of each field, in the row's order; a field may have several (two generations in one row, 处罚类别1 and 2). */
  readonly cells: ReadonlyMap<FieldName | GateField, readonly Cell[]>;
  /** Filled cells under labels nobody knows, shown as the department named them. */
  readonly extra: readonly Cell[];
  /** Filled keys that are neither known nor readable for citizens. */
  readonly unplaced: readonly string[];
  /** Standards that some filled key belongs to. */
  readonly standards: ReadonlySet<Standard>;
  /** Filled ID columns, read for the minors' rule and for telling persons from firms, then forgotten. */
  readonly subjectIds: readonly string[];
  /** Filled columns that were never read on, by what they are called. */
  readonly secrets: readonly string[];
}

const isFilled = (value: unknown): boolean =>
  typeof value === 'string' ? !isEmptyWord(value) : Array.isArray(value) ? value.length > 0 : value !== null && value !== undefined;

const hasHan = (text: string): boolean => /\p{Script=Han}/u.test(text);

const BRACKETED = /^(.*?)[([【〔](.*)/s;

const aliasOf = (key: string, kind: Kind): Alias | undefined => {
  const find = (text: string): Alias | undefined => aliasesOf(kind).get(aliasKey(kind, text));
  // 行政相对人代码_N (…): the number means different things in the two standards; only the words in brackets count.
  const [, outside = '', inside = ''] = BRACKETED.exec(key.normalize('NFKC')) ?? [];
  return (find(key) ?? (outside.includes('代码') ? undefined : find(outside))) ?? find(inside);
};

/** What a row's key means in a kind. */
interface Column {
  readonly key: string;
  readonly label: string;
  readonly alias: Alias | undefined;
  /** Never read on. */
  readonly secret: boolean;
}

/** What the keys of a row come to in a kind. */
interface Reading {
  readonly columns: readonly Column[];
  /** How many different fields they name, and how many of them in Chinese. */
  readonly score: number;
  readonly hanScore: number;
}

/** What the keys of a row come to in each kind. Rows of a feed are alike, so this is worked out once for many. */
export type ReadKeys = (row: Row) => Readings;
export type Readings = Readonly<Record<Kind, Reading>>;

/** The alias tables with a site's own `mapping` before them. */
export const createReadKeys = (mapping: SgsConfig['mapping'] = {}): ReadKeys => {
  const own = new Map<string, string>();
  for (const [key, target] of Object.entries(mapping)) {
    if (typeof target === 'string') own.set(foldKey(key), target);
    else for (const [inner, field] of Object.entries(target)) own.set(key + foldKey(inner), field);
  }
  const aliasFor = (key: string, kind: Kind, label: string): Alias | undefined => {
    const said = own.get(kind + foldKey(key)) || own.get(foldKey(key));
    return said ? { field: said as FieldName } : aliasOf(key, kind) ?? aliasOf(label, kind);
  };
  const readColumn = (key: string, label: string): Record<Kind, Column> => {
    const secret = isSecretKey(key) || isSecretKey(label);
    const columns = {} as Record<Kind, Column>;
    for (const kind of KINDS) columns[kind] = { key, label, alias: aliasFor(key, kind, label), secret };
    return columns;
  };
  const read = (columns: readonly Readonly<Record<Kind, Column>>[]): Record<Kind, Reading> => {
    const readings = {} as Record<Kind, Reading>;
    for (const kind of KINDS) {
      const own = columns.map((column) => column[kind]);
      const score = (known: readonly Column[]): number => new Set(known.map(({ alias }) => alias?.field).filter(isTelling)).size;
      readings[kind] = { columns: own, score: score(own), hanScore: score(own.filter(({ key }) => hasHan(key))) };
    }
    return readings;
  };
  // Rows differ in what they leave out, but their keys come again and again.
  const known = new Map<string, Record<Kind, Reading>>();
  const columns = new Map<string, Record<Kind, Column>>();
  return (row) => {
    const keys = Object.keys(row.values);
    const labels = keys.map((key) => labelOf(row, key));
    return memoize(known, keys.join() + labels.join(), () => read(keys.map((key, i) => {
      const label = labels[i] as string;
      return memoize(columns, key + '\0' + label, () => readColumn(key, label));
    })));
  };
};

/** How much a row looks like a record of the kind it looks most like. */
export const bestScore = (readings: Readings): number => Math.max(...KINDS.map((kind) => readings[kind].score));

/** Fields that anything may have: they don't make a record of a row. */
const isTelling = (field: Alias['field'] | undefined): boolean =>
  field !== undefined && !isGateField(field) && field !== 'updatedOn' && field !== 'office';

/** What the gate reads even of columns that a row does not list as public. */
const isForGate = (field: Alias['field']): boolean =>
  isGateField(field) || field === 'publicUntil' || field === 'decidedOn' || field === 'removedOn';

const hintedKind = (row: Row): Kind | undefined => {
  const own = row.values['kind'];
  if (isKind(own)) return own;
  return row.hints.map((hint) => KINDS.find((kind) => KIND_DEFS[kind].names.test(hint))).find(Boolean);
};

/** What kind a row is of; undefined where its keys name no record at all. */
export const kindOf = (row: Row, readings: Readings, wanted: readonly Kind[] = []): Kind | undefined => {
  const hint = hintedKind(row);
  // English words as common as `name` and `code` don't make a notice of a row, unless something says that it is one.
  const scoreOf = (kind: Kind): number =>
    kind !== hint && (kind === 'notice' || kind === 'catalog') ? readings[kind].hanScore : readings[kind].score;
  const best = Math.max(...KINDS.map(scoreOf));
  // What our own format says of a record is not weighed.
  if (best && isKind(row.values['kind'])) return hint;
  if (best < RECORD_FIELDS) return undefined;
  // A hint settles it unless the keys speak clearly against it.
  if (hint && scoreOf(hint) * 2 >= best) return hint;
  const leaders = KINDS.filter((kind) => scoreOf(kind) === best);
  return leaders.find((kind) => wanted.includes(kind)) || leaders[0];
};

/** Keys of the person's own ID column: 证件号码, XDR_ZJHM, XDR_SFZ …, not the legal representative's. */
const isSubjectIdKey = (key: string): boolean =>
  /ZJHM|SFZ|IDCARD|证件号码|身份证号/.test(foldKey(key)) && !/FR(SFZ|ZJ)|XKFR|CFFR|法定代表人|负责人|法人/.test(foldKey(key));

/** Sorts the cells of a row into fields. Secret columns end here. */
export const mapRow = (row: Row, kind: Kind, readings: Readings): MappedRow => {
  const cells = new Map<FieldName | GateField, Cell[]>();
  const extra: Cell[] = [];
  const unplaced: string[] = [];
  const standards = new Set<Standard>();
  const subjectIds: string[] = [];
  const secrets: string[] = [];
  for (const { key, label, alias, secret } of readings[kind].columns) {
    const held = row.values[key];
    // Search engines put single values into lists.
    const value: unknown = Array.isArray(held) && held.length === 1 ? held[0] : held;
    if (!isFilled(value)) continue;
    if (secret) {
      secrets.push(label);
      if (isSubjectIdKey(key)) subjectIds.push(cleanText(value));
      continue;
    }
    const cell = { key: label, value };
    const isPublic = !row.publicKeys || row.publicKeys.has(key);
    if (alias) {
      if (alias.standard) standards.add(alias.standard);
      // A row that lists its public columns publishes no others, except to the gate.
      if (!isPublic && !isForGate(alias.field)) continue;
      const list = cells.get(alias.field);
      if (list) list.push(cell);
      else cells.set(alias.field, [cell]);
    } else if (isPublic && !isPlainObject(value)) {
      if (hasHan(label)) extra.push(cell);
      else unplaced.push(key);
    }
  }
  return { kind, cells, extra, unplaced, standards, subjectIds, secrets };
};
