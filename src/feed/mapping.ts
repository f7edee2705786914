/** Their keys → our fields, by the alias tables of `model/fields.ts`, a site's own `mapping`, and the row's own labels. */
import { ALIASES, foldKey, isSecretKey, type Alias, type FieldName, type GateField } from '../model/fields.js';
import { KIND_DEFS, KINDS, isKind, type Kind } from '../model/kinds.js';
import type { SgsConfig } from '../model/config.js';
import type { Standard } from '../rules/status.js';
import { isEmptyWord, textOf } from './text.js';
import { isPlainObject, labelOf, RECORD_FIELDS, type Row } from './row.js';

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
}

const isFilled = (value: unknown): boolean =>
  typeof value === 'string' ? !isEmptyWord(value) : Array.isArray(value) ? value.length > 0 : value !== null && value !== undefined;

const hasHan = (text: string): boolean => /\p{Script=Han}/u.test(text);

const folded = new Map<string, string>();
/** Folding is the costly part, and a feed has few different keys. */
const fold = (key: string): string => {
  let result = folded.get(key);
  if (result === undefined) {
    result = foldKey(key);
    if (folded.size > 4000) folded.clear();
    folded.set(key, result);
  }
  return result;
};

const BRACKETED = /^(.*?)[(（[【〔](.*?)[)）\]】〕]\s*$/;

const aliasOf = (key: string, kind: Kind): Alias | undefined => {
  const table = ALIASES[kind];
  const full = fold(key);
  const found = table.get(full);
  if (found) return found;
  if (!hasHan(key)) return undefined;
  // 行政相对人代码_N (…): the number means different things in the two standards; only the words in brackets count.
  const parts = BRACKETED.exec(key.normalize('NFKC').trim());
  if (parts) {
    const [, outside = '', inside = ''] = parts;
    return (/代码/.test(outside) ? undefined : table.get(fold(outside))) ?? table.get(fold(inside));
  }
  return table.get(full.replace(/^行政/, ''));
};

/** What keys mean, to us and to the site. */
export interface KeyMap {
  /** The meaning of a key in a kind; the row's own label helps where the key is no known code. */
  find(key: string, kind: Kind, label: string): Alias | undefined;
  /** How many different fields of a kind a row's keys name. English words as common as `name` and `code` don't count unless hinted. */
  score(row: Row, kind: Kind, hinted: boolean): number;
}

/** The alias tables with a site's own `mapping` before them. */
export const createKeyMap = (mapping: SgsConfig['mapping'] = {}): KeyMap => {
  const own = new Map<string, string>();
  for (const key of Object.keys(mapping)) {
    const target = mapping[key];
    if (typeof target === 'string') own.set(fold(key), target);
    else for (const inner of Object.keys(target ?? {})) own.set(`${key} ${fold(inner)}`, (target as Record<string, string>)[inner] as string);
  }
  const find: KeyMap['find'] = (key, kind, label) => {
    const said = own.get(`${kind} ${fold(key)}`) ?? own.get(fold(key));
    return said ? { field: said as FieldName } : aliasOf(key, kind) ?? aliasOf(label, kind);
  };
  return {
    find,
    score: (row, kind, hinted) => {
      const weak = !hinted && (kind === 'notice' || kind === 'catalog');
      const fields = new Set<string>();
      for (const key of Object.keys(row.values)) {
        if (weak && !hasHan(key)) continue;
        const alias = find(key, kind, labelOf(row, key));
        if (alias && !UNTELLING.has(alias.field)) fields.add(alias.field);
      }
      return fields.size;
    },
  };
};

/** Fields that anything may have: they don't make a record of a row. */
const UNTELLING: ReadonlySet<string> = new Set('id kind status statusName scope remark ignored updatedOn office'.split(' '));

const hintedKind = (row: Row): Kind | undefined => {
  const own = row.values['kind'];
  if (isKind(own)) return own;
  return row.hints.map((hint) => KINDS.find((kind) => KIND_DEFS[kind].names.test(hint))).find(Boolean);
};

/** What kind a row is of; undefined where its keys name no record at all. */
export const kindOf = (row: Row, keys: KeyMap, wanted: readonly Kind[] = []): Kind | undefined => {
  const hint = hintedKind(row);
  const scores = KINDS.map((kind) => [kind, keys.score(row, kind, kind === hint)] as const);
  const best = Math.max(...scores.map(([, score]) => score));
  if (best < RECORD_FIELDS) return isKind(row.values['kind']) && best > 0 ? hint : undefined;
  // A hint settles it unless the keys speak clearly against it.
  if (hint && scores.some(([kind, score]) => kind === hint && score * 2 >= best)) return hint;
  const leaders = scores.filter(([, score]) => score === best).map(([kind]) => kind);
  return leaders.find((kind) => wanted.includes(kind)) ?? leaders[0];
};

/** Keys of the person's own ID column: 证件号码, XDR_ZJHM, XDR_SFZ …, not the legal representative's. */
const isSubjectIdKey = (key: string): boolean => /ZJHM|SFZ|IDCARD|证件号码|身份证号/.test(fold(key)) && !/FR(SFZ|ZJ)|XKFR|CFFR|法定代表人|负责人|法人/.test(fold(key));

/** Sorts the cells of a row into fields. Secret columns end here. */
export const mapRow = (row: Row, kind: Kind, keys: KeyMap): MappedRow => {
  const cells = new Map<FieldName | GateField, Cell[]>();
  const extra: Cell[] = [];
  const unplaced: string[] = [];
  const standards = new Set<Standard>();
  const subjectIds: string[] = [];
  for (const key of Object.keys(row.values)) {
    const held = row.values[key];
    // Search engines put single values into lists.
    const value: unknown = Array.isArray(held) && held.length === 1 ? held[0] : held;
    if (!isFilled(value)) continue;
    const label = labelOf(row, key);
    if (isSecretKey(key) || isSecretKey(label)) {
      if (isSubjectIdKey(key)) subjectIds.push(textOf(value));
      continue;
    }
    const cell = { key: label, value };
    const alias = keys.find(key, kind, label);
    const isPublic = !row.publicKeys || row.publicKeys.has(key);
    if (alias) {
      if (alias.standard) standards.add(alias.standard);
      // A row that lists its public columns publishes no others, except to the gate.
      if (isPublic || GATE_READS.has(alias.field)) cells.set(alias.field, [...(cells.get(alias.field) ?? []), cell]);
    } else if (isPublic && !isPlainObject(value)) {
      if (hasHan(label)) extra.push(cell);
      else unplaced.push(key);
    }
  }
  return { kind, cells, extra, unplaced, standards, subjectIds };
};

const GATE_READS: ReadonlySet<string> = new Set('status statusName scope publicUntil decidedOn removedOn remark grade'.split(' '));
