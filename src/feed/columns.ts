/** What a row's keys mean in each kind: by a site's own `mapping`, by the alias tables, by the parts of their labels. */
import { foldKey, isSecretKey, type Alias } from '../model/aliases.js';
import type { SgsConfig } from '../model/config.js';
import { isGateField, type FieldName } from '../model/fields.js';
import type { Kind } from '../model/kinds.js';
import { fieldOfEnglish } from '../rules/english-keys.js';
import { fieldOfLabel, labelClass } from '../rules/labels.js';
import { minorKeyOf } from '../rules/minors.js';
import { gateColumn, gateColumnOfField } from '../rules/standing/columns.js';
import type { Standing } from '../rules/standing/families.js';
import { foldWord } from '../rules/standing/fold.js';
import { wordsIn } from '../rules/standing/words-in.js';
import { aliasOf, byKind, type Column, type ReadColumn } from './column.js';
import { memoize } from './memoize.js';

/** Whether a field of ours belongs to the gate. */
const isOfGate = (field: Alias['field']): boolean => isGateField(field) || gateColumnOfField(field) !== undefined;

/** A column that only `values` speaks of is judged as some system's own status: what is not settled there is unclear. */
const OTHER_STATUS = gateColumn('dataStatus');

const meaningsOf = (values: NonNullable<SgsConfig['values']>): ReadonlyMap<string, ReadonlyMap<string, Standing>> => {
  const meanings = new Map<string, ReadonlyMap<string, Standing>>();
  for (const [column, said] of Object.entries(values)) {
    meanings.set(foldKey(column), new Map(Object.entries(said).map(([value, meaning]) => [foldWord(value), meaning])));
  }
  return meanings;
};

/** By the settings they follow: each page of a portal is read anew, and all have the same columns. */
const READERS = new Map<string, ReadColumn>();

/** A function that says what a key with a label means in each kind. */
export const createReadColumn = (mapping: SgsConfig['mapping'] = {}, values: SgsConfig['values'] = {}): ReadColumn =>
  memoize(READERS, JSON.stringify([mapping, values]), () => readColumnBy(mapping, values));

function readColumnBy(mapping: NonNullable<SgsConfig['mapping']>, values: NonNullable<SgsConfig['values']>): ReadColumn {
  const own = new Map<string, string>();
  for (const [key, target] of Object.entries(mapping)) {
    if (typeof target === 'string') own.set(foldKey(key), target);
    else for (const [inner, field] of Object.entries(target)) own.set(key + foldKey(inner), field);
  }
  const meanings = meaningsOf(values);

  const readIn = (kind: Kind, key: string, label: string): Column => {
    const [foldedKey, foldedLabel] = [foldKey(key), foldKey(label)];
    const said = [kind + foldedKey, foldedKey, kind + foldedLabel, foldedLabel].map((name) => own.get(name)).find(Boolean);
    const column: Column = { key, label, byParts: false, secret: isSecretKey(key) || isSecretKey(label) };
    const minor = minorKeyOf(label) ?? minorKeyOf(key);
    if (column.secret) return { ...column, ...(minor && { minor }) };
    if (said === 'ignore' || said === 'extra') return { ...column, settled: said, ...(minor && said === 'ignore' && { minor }) };
    const mine = meanings.get(foldedLabel) ?? meanings.get(foldedKey);
    const exact = said ? { field: said as FieldName } : aliasOf(key, kind) ?? aliasOf(label, kind);
    const found = exact ? undefined : fieldOfLabel(kind, label) ?? fieldOfLabel(kind, key);
    const named = exact || found ? undefined : ofNames(kind, key);
    const english = exact || found || named ? undefined : fieldOfEnglish(kind, key);
    const alias = exact ?? named ?? (found ? { field: found } : english && { field: english.field });
    const gate = (said ? gateColumnOfField(said)
      : alias && !isOfGate(alias.field) ? undefined
        : gateColumn(label) ?? gateColumn(key) ?? (alias && gateColumnOfField(alias.field))) ?? (mine && OTHER_STATUS);
    const hidden = alias || gate ? hiddenField(label, alias, said) : hiddenOf(label, key);
    return {
      ...column,
      ...(alias && { alias }), byParts: !exact && alias !== undefined, ...(english?.weak && { weak: true as const }),
      ...(gate && { gate }), ...(mine && { meaningOf: (value: unknown) => mine.get(foldWord(wordsIn(value)?.join('；') ?? '')) }),
      ...(minor && !alias && { minor }),
      ...(hidden && { hidden }),
    };
  };

  const known = new Map<string, ReturnType<ReadColumn>>();
  return (key, label) => memoize(known, `${key}\0${label}`, () => byKind((kind) => readIn(kind, key, label.replace(NUMBERED, ''))));
}

/** 1.行政相对人名称, （2）处罚结果, 三、文号: columns are numbered in forms. */
const NUMBERED = /^\s{0,3}(?:[(（]\s?(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s?[)）]|(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s?[.．、)）:：](?!\d))\s{0,3}/;

/** 处罚内容（内部）: a field of ours, but not for the public. */
const hiddenField = (label: string, alias: Alias | undefined, said: string | undefined): 'internal' | undefined =>
  (alias && said === undefined && !isOfGate(alias.field) && /内部|内网/.test(label) ? 'internal' : undefined);

const NAMED: ReadonlySet<string> = new Set(['subjectName', 'authority', 'projectName', 'documentName', 'caseName', 'sourceUnit']);

/** cfjgmc, sqr_mc: first letters and 名称. CF_JG itself is 处罚结果, but a result has no name. */
const ofNames = (kind: Kind, key: string): Alias | undefined => {
  const base = /^([a-z]{2,30}?)_?mc$/i.exec(key)?.[1];
  if (base === undefined) return undefined;
  if (kind === 'penalty' && /^cfjg$/i.test(base)) return { field: 'authority' };
  const alias = aliasOf(base, kind);
  return alias && NAMED.has(alias.field) ? alias : undefined;
};

/** Whether a label that nobody knows, or the key behind it, speaks of a person or of the office's inside. */
const hiddenOf = (label: string, key: string): 'personal' | 'internal' | undefined => {
  const classes = [labelClass(label), labelClass(key)];
  return (['personal', 'internal'] as const).find((one) => classes.includes(one));
};
