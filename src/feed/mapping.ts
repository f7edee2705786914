/** Rows → kinds and fields: what each of their filled columns is, and which of them the gate and the minors' rule read. */
import type { Alias } from '../model/aliases.js';
import { isGateField, type FieldName, type GateField } from '../model/fields.js';
import { hasHan } from '../model/han.js';
import { KIND_DEFS, KINDS, isKind, type Kind } from '../model/kinds.js';
import { isPlainObject } from '../model/config.js';
import type { Notice } from '../model/outcome.js';
import { wordsIn } from '../rules/standing/words-in.js';
import type { Column as GateCell } from '../rules/standing/row.js';
import type { Standard } from '../rules/status.js';
import { byKind, type Column, type ReadColumn } from './column.js';
import { isEmptyWord } from './text.js';
import { memoize } from './memoize.js';
import { labelOf, RECORD_FIELDS, type Row } from './row.js';

/** A filled cell: where it goes, what it holds, and the key it stood under. */
export interface Cell {
  readonly key: string;
  readonly value: unknown;
  /** The site says that the column is a plain one. */
  readonly settled?: boolean;
}

/** A row whose keys have been understood. */
export interface MappedRow {
  readonly kind: Kind;
  /**
   * Cells of each field; a field may have several (two generations in one row, 处罚类别1 and 2). Those under known names come
   * first, then those that the parts of their labels speak for.
   */
  readonly cells: ReadonlyMap<FieldName | GateField, readonly Cell[]>;
  /** What speaks of the record's standing, as it came: also words for “nothing”, objects, columns that are not public. */
  readonly gates: readonly GateCell[];
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
  /** Filled columns that are withheld for what their labels say. */
  readonly hidden: readonly Notice[];
  /** As it came: what is shown nowhere may still say whom to protect (unshown.ts). */
  readonly row: Row;
  readonly columns: readonly Column[];
}

const isFilled = (value: unknown): boolean =>
  typeof value === 'string' ? !isEmptyWord(value) : Array.isArray(value) ? value.length > 0 : value !== null && value !== undefined;

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

export const createReadKeys = (readColumn: ReadColumn): ReadKeys => {
  const read = (columns: readonly Readonly<Record<Kind, Column>>[]): Readings => byKind((kind) => {
    const own = columns.map((column) => column[kind]);
    const score = (known: readonly Column[]): number =>
      new Set(known.map(({ alias, weak }) => (weak ? undefined : alias?.field)).filter(isTelling)).size;
    const sorted = own.some(({ byParts }) => byParts) ? [...own.filter((one) => !one.byParts), ...own.filter((one) => one.byParts)] : own;
    return { columns: sorted, score: score(own), hanScore: score(own.filter(({ key }) => hasHan(key))) };
  });
  // Rows differ in what they leave out, but their keys come again and again.
  const known = new Map<string, Readings>();
  return (row) => {
    const keys = Object.keys(row.values);
    const labels = keys.map((key) => labelOf(row, key));
    return memoize(known, keys.join() + labels.join(), () => read(keys.map((key, i) => readColumn(key, labels[i] as string))));
  };
};

/** How much a row looks like a record of the kind it looks most like. */
export const bestScore = (readings: Readings): number =>
  Math.max(...KINDS.map((kind) => (KIND_DEFS[kind].named ? 0 : readings[kind].score)));

/** Fields that anything may have: they don't make a record of a row. */
const isTelling = (field: Alias['field'] | undefined): boolean =>
  field !== undefined && !isGateField(field) && field !== 'updatedOn' && field !== 'office';

/** What is read even of columns that a row does not list as public: the gate's fields, and the day that periods count from. */
const isForGate = (field: Alias['field']): boolean => isGateField(field) || field === 'decidedOn';

const hintedKind = (row: Row): Kind | undefined => {
  const own = row.values['kind'];
  if (isKind(own)) return own;
  return row.hints.map((hint) => KINDS.find((kind) => KIND_DEFS[kind].names.test(hint))).find(Boolean);
};

/** What kind a row is of; undefined where its keys name no record at all. */
export const kindOf = (row: Row, readings: Readings, wanted: readonly Kind[] = []): Kind | undefined => {
  const hint = hintedKind(row);
  // What our own format says of a record is not weighed, and the other kinds are not asked.
  if (hint && isKind(row.values['kind']) && readings[hint].score) return hint;
  // English words as common as `name` and `code` don't make a notice of a row, unless something says that it is one.
  const scoreOf = (kind: Kind): number => {
    if (kind === hint) return readings[kind].score;
    if (KIND_DEFS[kind].named) return 0;
    return kind === 'notice' || kind === 'catalog' ? readings[kind].hanScore : readings[kind].score;
  };
  const best = Math.max(...KINDS.map(scoreOf));
  // What our own format says of a record is not weighed.
  if (best && isKind(row.values['kind'])) return hint;
  if (best < RECORD_FIELDS) return undefined;
  // A hint settles it unless the keys speak clearly against it.
  if (hint && scoreOf(hint) * 2 >= best) return hint;
  const leaders = KINDS.filter((kind) => scoreOf(kind) === best);
  return leaders.find((kind) => wanted.includes(kind)) || leaders[0];
};

/** A value as the site has settled its meaning, where it has. */
const gateCell = ({ label, gate, meaningOf }: Column, value: unknown): GateCell => {
  const settled = meaningOf?.(value);
  return settled ? { label, value, gate, settled } : { label, value, gate };
};

/** An ID as it was typed; a spreadsheet may have made a number of it. */
const textOf = (value: unknown): string => wordsIn(value)?.join('；') ?? '';

/** Sorts the cells of a row into fields. Secret columns end here. */
export const mapRow = (row: Row, kind: Kind, readings: Readings): MappedRow => {
  const cells = new Map<FieldName | GateField, Cell[]>();
  const gates: GateCell[] = [];
  const extra: Cell[] = [];
  const unplaced: string[] = [];
  const standards = new Set<Standard>();
  const ids: unknown[] = [];
  const secrets: string[] = [];
  const hidden: Notice[] = [];
  for (const column of readings[kind].columns) {
    const { key, label, alias, settled } = column;
    const held = row.values[key];
    if (held === null || held === undefined) continue;
    if (column.gate) gates.push(gateCell(column, held));
    // Search engines put single values into lists.
    const value: unknown = Array.isArray(held) && held.length === 1 ? held[0] : held;
    if (!isFilled(value)) continue;
    if (column.minor === 'id') ids.push(value);
    if (settled === 'ignore') continue;
    if (column.secret) {
      secrets.push(label);
      continue;
    }
    const isPublic = !row.publicKeys || row.publicKeys.has(key);
    if (column.hidden) {
      if (isPublic && hasHan(label)) hidden.push({ column: label, rule: `${column.hidden}-column`, what: 'hidden' });
      else if (isPublic) unplaced.push(key);
      continue;
    }
    const cell: Cell = settled ? { key: label, value, settled: true } : { key: label, value };
    if (alias) {
      if (alias.standard) standards.add(alias.standard);
      // A row that lists its public columns publishes no others, except to the gate.
      if (!isPublic && !isForGate(alias.field)) continue;
      const list = cells.get(alias.field);
      if (list) list.push(cell);
      else cells.set(alias.field, [cell]);
    } else if (isPublic && !column.gate) {
      // An object that no reader has made a value of (serialised.ts) is told with its key.
      if (hasHan(label) && !isPlainObject(value)) extra.push(cell);
      else unplaced.push(key);
    }
  }
  return {
    kind, cells, gates, extra, unplaced, standards, secrets, hidden,
    subjectIds: ids.map(textOf).filter(Boolean), row, columns: readings[kind].columns,
  };
};
