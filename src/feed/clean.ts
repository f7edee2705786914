/**
 * Values → what may be shown of them. Every string of a record goes through here: names are masked in the name columns and in
 * all texts, numbers that are a person's are taken out, codes that are none are dropped. What was done is told, without values.
 */
import { webAddress } from '../model/web-address.js';
import { fieldType, type FieldName } from '../model/fields.js';
import { KIND_DEFS } from '../model/kinds.js';
import type { SgsConfig } from '../model/config.js';
import type { Notice, NoticeEffect, NoticeRule } from '../model/outcome.js';
import type { ExtraField, SgsRecord, Status } from '../model/record.js';
import { hashOf } from '../model/hash.js';
import { isPlaceholderCode } from '../rules/codes.js';
import { mayShowCode } from '../rules/personal-numbers/code-column.js';
import { REDACTED, redactNumbers } from '../rules/personal-numbers/find.js';
import { mayShowLink } from '../rules/personal-numbers/link.js';
import { personsInExtra } from '../rules/persons/extra-value.js';
import { createNameMasker } from '../rules/persons/masker.js';
import { maskNameField, otherParty, personsIn, type NamedPersons } from '../rules/persons/name-field.js';
import { splitNames } from '../rules/persons/names.js';
import { maskNamedPersons } from '../rules/persons/other-persons.js';
import { columnOf } from './mapped-row.js';
import type { MappedRow } from './mapping.js';
import { memoize } from './memoize.js';
import { withEncoded } from './percent.js';
import { stringOf, type Values } from './read-values.js';
import { cleanText } from './text.js';
import { personsUnshown } from './unshown.js';

/** What is cleaned, and how. */
interface Task {
  readonly row: MappedRow;
  readonly values: Values;
  readonly person: boolean;
  readonly config: SgsConfig;
  readonly tell: (column: string, rule: NoticeRule, what: NoticeEffect) => void;
}

const NOBODY: NamedPersons = { names: [], keep: [] };

/** Codes of offices, not of the subject. */
export const OFFICE_CODES: ReadonlySet<FieldName> = new Set(['authorityCode', 'sourceCode']);

/** 救济渠道 is the office's own word: its telephones are there to be called. */
const OFFICE_TEXTS: ReadonlySet<FieldName> = new Set(['remedy']);

/** Codes of offices come again and again. */
const codes = new Map<string, boolean>();

type CleanText = (text: string, office?: boolean) => string;

/** How the texts of a record are cleaned. */
const textCleaner = ({ person, config }: Task, names: readonly string[], keep: readonly string[]): CleanText => {
  const others = config.privacy?.redactText !== false;
  const clean = (text: string, office: boolean): string => {
    const plain = redactNumbers(text, { person, office });
    return others ? maskNamedPersons(plain) : plain;
  };
  if (names.length > 0 || person) {
    const mask = createNameMasker(names, keep);
    return withEncoded((text, office = false) => clean(mask(text), office));
  }
  return withEncoded((text, office = false) => clean(text, office));
};

/** Cleans the fields of a record one by one. */
const cleanFields = (task: Task, who: NamedPersons, clean: CleanText): Record<string, unknown> => {
  const { row, values, person, config: { privacy = {} }, tell } = task;
  const masks = privacy.maskNames !== false;
  const record: Record<string, unknown> = {};
  const told = (field: FieldName, before: string, after: string): string => {
    if (after !== before) tell(columnOf(row, field), after.includes(REDACTED) ? 'personal-number' : 'person-name', 'masked');
    return after;
  };
  const nameIn = (value: string, named: NamedPersons, isPerson: boolean): string =>
    (masks ? maskNameField(value, named, isPerson) : redactNumbers(value, { person: isPerson }));
  for (const field of Object.keys(values) as FieldName[]) {
    const value = values[field];
    const type = fieldType(field);
    if (type === 'list') record[field] = (value as readonly string[]).map((text) => told(field, text, clean(text)));
    else if (typeof value !== 'string' || type === 'date') record[field] = value;
    else if (type === 'code') {
      if (isPlaceholderCode(value)) continue;
      const isShown = OFFICE_CODES.has(field) ? memoize(codes, value, () => mayShowCode(value, false)) : mayShowCode(value, person);
      if (isShown) record[field] = value;
      else tell(columnOf(row, field), 'personal-number', 'hidden');
    } else if (type === 'link') {
      if (!/^https?:\/\/[^\s<>"']+$/i.test(value) || !webAddress(value)) continue;
      if (mayShowLink(value)) record[field] = value;
      else tell(columnOf(row, field), 'personal-number', 'hidden');
    } else if (field === 'subjectName') record[field] = told(field, value, nameIn(value, who, person));
    else if (field === 'respondent') record[field] = told(field, value, nameIn(value, otherParty(value), true));
    else if (type === 'name') {
      if (privacy.legalRepresentative === false) continue;
      record[field] = told(field, value, nameIn(value, person ? personsIn(value, true) : NOBODY, person));
    } else record[field] = told(field, value, clean(value, OFFICE_TEXTS.has(field)));
  }
  return record;
};

/** Columns nobody knows, as the configuration's `extra` says. */
const cleanExtra = ({ row, config, tell }: Task, clean: CleanText): readonly ExtraField[] => {
  const { extra: mode = 'mask', extraColumns = [] } = config;
  const shown: ExtraField[] = [];
  for (const { key, value, settled } of row.extra) {
    const label = cleanText(key);
    if (!settled && (mode === 'hide' || (mode === 'show' && !extraColumns.includes(label)))) {
      tell(label, 'extra-column', 'hidden');
      continue;
    }
    const before = cleanText(value);
    const plain = clean(before);
    const persons = mode === 'mask' ? personsInExtra(label, plain) : [];
    const after = persons.length ? maskNameField(plain, { names: persons, keep: [] }, true) : plain;
    if (after !== before) tell(label, after.includes(REDACTED) ? 'personal-number' : 'person-name', 'masked');
    if (after) shown.push({ label: redactNumbers(label), value: after });
  }
  return shown;
};

/** A record as it may be shown, and what has to be told of it. `notice`: what a revoked decision leaves. */
export const cleanRecord = (
  row: MappedRow, values: Values, status: Status, { person, config, notice = false }:
  { readonly person: boolean; readonly config: SgsConfig; readonly notice?: boolean },
): { readonly record: SgsRecord; readonly notices: readonly Notice[] } => {
  const notices: Notice[] = [];
  const task: Task = { row, values, person, config, tell: (column, rule, what) => void notices.push({ column, rule, what }) };
  const { maskNames = true, legalRepresentative = true, redactText = true } = config.privacy ?? {};
  const who = personsIn(stringOf(values.subjectName), person);
  const representative = person || !legalRepresentative ? splitNames(stringOf(values.legalRepresentative)) : [];
  // The one who stands for an organisation is public, whatever else the office knows of them.
  const open = representative.length ? '' : stringOf(values.legalRepresentative);
  const others = redactText ? personsUnshown(row).filter((name) => !open.includes(name)) : [];
  const against = otherParty(stringOf(values.respondent));
  const parties = maskNames ? [...who.names, ...against.names] : [];
  const names = [...parties, ...(maskNames || !legalRepresentative ? representative : []), ...others];
  // A shop that is called after its keeper stays.
  const keep = others.length && !person ? [...who.keep, stringOf(values.subjectName)].filter(Boolean) : who.keep;
  const clean = textCleaner(task, names, keep);
  const record = cleanFields(task, who, clean);
  const extra = notice ? [] : cleanExtra(task, clean);
  const [title = ''] = KIND_DEFS[row.kind].title.flatMap((field) => (record[field] || []) as string[] | string);
  Object.assign(record, {
    id: hashOf([row.kind, record['documentNumber'], record['subjectName'], record['decidedOn'], title].join('\n')),
    kind: row.kind,
    title,
    category: record['category'] || [],
    status,
    extra,
  });
  return { record: record as unknown as SgsRecord, notices };
};
