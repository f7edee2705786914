/** A mapped row → a clean record, or the reason why there is none: normalize → gate → privacy, in this order. */
import { fieldType, isGateField, type FieldName } from '../model/fields.js';
import { KIND_DEFS } from '../model/kinds.js';
import type { RejectedReason, WithheldReason } from '../model/outcome.js';
import type { ExtraField, SgsRecord, Status } from '../model/record.js';
import type { SgsConfig } from '../model/config.js';
import { birthDateOf, isPersonalCode, isPlaceholderCode } from '../rules/codes.js';
import { withholdingReason } from '../rules/gate.js';
import { monthsOfGrade } from '../rules/periods.js';
import { maskName, maskNames, redactIds, redactText, type Redaction } from '../rules/privacy.js';
import { isAmbiguousCode, scopeOf, statusOfCode, statusOfWord, type Standard } from '../rules/status.js';
import { parseDate, endOfPeriod } from './dates.js';
import { hashOf } from '../model/hash.js';
import { firstText, isPerson } from './mapped-row.js';
import type { Cell, MappedRow } from './mapping.js';
import { normalizeCode, cleanText } from './text.js';
import { parseAmount, parseCategories } from './values.js';

export interface BuildContext {
  readonly today: string;
  /** `undefined`: not known yet; `null`: can't be told, and no status is judged. */
  readonly standard: Standard | null | undefined;
  /** False while later rows may still show that the standard can't be told. */
  readonly certain: boolean;
  readonly config: SgsConfig;
}

export type Built =
  | {
      readonly record: SgsRecord;
      /** What has to be said of a record that is shown for another reason than itself. */
      readonly withheld?: WithheldReason;
    }
  | { readonly withheld: WithheldReason; readonly record?: undefined }
  | { readonly rejected: RejectedReason }
  /** Its status code means different things, and the standard is not known yet. */
  | { readonly undecided: true };

type Values = { -readonly [K in FieldName]?: string | number | readonly string[] };

const END_DATES: ReadonlySet<string> = new Set(['validTo', 'effectiveUntil', 'publicUntil']);
/** A wrong date here makes the record impossible to judge; elsewhere it is left out. */
const NEEDED_DATES: ReadonlySet<string> = new Set(['decidedOn', 'publicUntil']);

/** One cell read as its field asks; `null`: a date that can't be. */
const readCell = (row: MappedRow, field: FieldName, { key, value }: Cell): string | number | null | undefined => {
  const type = fieldType(field);
  if (type === 'amount') return parseAmount(value, /[(（]\s*元\s*[)）]/.test(key));
  const text = cleanText(value);
  if (type === 'code') return normalizeCode(text);
  if (type !== 'date') return text;
  const date = parseDate(typeof value === 'string' ? text : value, END_DATES.has(field));
  if (date || !text) return date || undefined;
  // 公示期限 “一年”: counted from the decision (令36号: from the day it is made).
  const decidedOn = field === 'publicUntil' && parseDate(row.cells.get('decidedOn')?.[0]?.value);
  return (decidedOn && endOfPeriod(text, decidedOn)) || null;
};

/** Dates, amounts, codes and texts of a row; `null` when a date that matters can't be. */
const readValues = (row: MappedRow): Values | null => {
  const values: Values = {};
  for (const [field, cells] of row.cells) {
    if (isGateField(field)) continue;
    if (fieldType(field) === 'list') {
      values[field] = [...new Set(cells.flatMap((cell) => parseCategories(cleanText(cell.value), row.kind)))];
      continue;
    }
    for (const cell of cells) {
      const value = readCell(row, field, cell);
      if (value === null && NEEDED_DATES.has(field)) return null;
      if (value || value === 0) {
        values[field] = value;
        break;
      }
    }
  }
  return values;
};

/** What the feed says about a decision's standing. `undefined` inside: no status; 'undecided': wait for the standard. */
const statusOf = (row: MappedRow, { standard, certain }: BuildContext): Status | 'undecided' | undefined => {
  const word = statusOfWord(firstText(row, 'statusName'));
  if (word) return word;
  const status = firstText(row, 'status');
  if (!status) return undefined;
  if (!/^\d{1,2}$/.test(status)) return statusOfWord(status);
  const code = String(Number(status));
  if (!isAmbiguousCode(code)) return statusOfCode(code, '2015');
  if (standard === null) return undefined;
  const judged = standard && statusOfCode(code, standard);
  // “Valid” comes to the same as no judgement, so such a record need not wait.
  return certain || judged === 'valid' ? judged : 'undecided';
};

const stringOf = (value: Values[FieldName]): string => (typeof value === 'string' ? value : '');

/** Fields that a revoked decision's notice keeps: which decision, whose, and why (行政处罚法 art. 48). */
const REVOKED_FIELDS: readonly FieldName[] = [
  'documentNumber', 'subjectName', 'authority', 'authorityCode', 'decidedOn', 'revokedOn', 'revokeReason', 'office',
];

/** Reads a row as a record. The order is the law's: what the gate withholds is never cleaned for showing. */
export const buildRecord = (row: MappedRow, context: BuildContext): Built => {
  const { kind } = row;
  const def = KIND_DEFS[kind];
  const values = readValues(row);
  if (!def.needsOneOf.some((field) => firstText(row, field))) return { rejected: 'no-name-and-number' };
  if (values === null) return { rejected: 'bad-date' };
  if (def.needs && values[def.needs] === undefined) return { rejected: 'no-basis' };

  values.publicUntil ||= endByGrade(row, values, context.today);
  const status = statusOf(row, context);
  if (status === 'undecided') return { undecided: true };
  const withheld = withholdingReason({
    today: context.today,
    scope: scopeOf(firstText(row, 'scope')),
    status,
    decidedOn: stringOf(values.decidedOn) || undefined,
    publicUntil: stringOf(values.publicUntil) || undefined,
    removedOn: stringOf(values.removedOn) || undefined,
    bornOn: bornOn(row, values),
  }, context.config.gate);
  if (withheld && withheld !== 'revoked') return { withheld };
  if (withheld) {
    const notice = revocationNotice(row, values);
    return notice ? { withheld, record: cleanRecord(row, notice, 'revoked', context.config) } : { withheld };
  }
  return { record: cleanRecord(row, values, status || 'valid', context.config) };
};

/** Where only the grade of the failing is given: the end of the longest period. */
const endByGrade = (row: MappedRow, values: Values, today: string): string | undefined => {
  const months = monthsOfGrade(firstText(row, 'grade'), today);
  return months && values.decidedOn ? endOfPeriod(`${months}个月`, stringOf(values.decidedOn)) : undefined;
};

/** A natural person's date of birth, from their own ID column. */
const bornOn = (row: MappedRow, values: Values): string | undefined => {
  return isPerson(row) ? [...row.subjectIds, stringOf(values.creditCode)].map((id) => birthDateOf(id)).find(Boolean) : undefined;
};

/** Where the feed says why a decision was revoked, the statement stays public and the content goes. */
const revocationNotice = (row: MappedRow, values: Values): Values | undefined => {
  const remark = firstText(row, 'remark');
  const reason = stringOf(values.revokeReason) || (/撤|无效|违法|纠错|复议|诉讼|判决/.test(remark) ? remark : '');
  if (!reason) return undefined;
  const kept: Values = { revokeReason: reason };
  for (const field of REVOKED_FIELDS) if (values[field] !== undefined) kept[field] ||= values[field];
  // The name of a licence accuses nobody; the name of a case does.
  if (row.kind === 'license' && values.projectName) kept.projectName = values.projectName;
  return kept;
};

const cleanRecord = (row: MappedRow, values: Values, status: Status, config: SgsConfig): SgsRecord => {
  const {
    maskNames: mask,
    legalRepresentative,
    redactText: redact,
  } = { maskNames: true, legalRepresentative: true, redactText: true, ...config.privacy };
  const person = isPerson(row);
  const masked = person && mask;
  const redaction: Redaction = { names: masked ? [stringOf(values.subjectName)] : [], person };
  const clean = (text: string): string => (redact ? redactText(text, redaction) : maskNames(redactIds(text), redaction.names));
  const record: Record<string, unknown> = {};
  for (const field of Object.keys(values) as FieldName[]) {
    const value = values[field];
    const type = fieldType(field);
    if (type === 'list') record[field] = (value as readonly string[]).map(clean);
    else if (typeof value !== 'string' || type === 'date') record[field] = value;
    else if (type === 'code' && (isPlaceholderCode(value) || isPersonalCode(value))) continue;
    else if (type === 'link' && !/^https?:\/\/[^\s<>"']+$/i.test(value)) continue;
    else if (type === 'code' || type === 'link') record[field] = value;
    else if (type !== 'name') record[field] = clean(value);
    else if (field === 'subjectName' || legalRepresentative) record[field] = masked ? maskName(value) : redactText(value, {});
  }
  const extra = row.extra
    .map((cell): ExtraField => ({ label: cleanText(cell.key), value: clean(cleanText(cell.value)) }))
    .filter((cell) => cell.value);
  const [title = ''] = KIND_DEFS[row.kind].title.flatMap((field) => (record[field] || []) as string[] | string);
  return Object.assign(record, {
    id: hashOf([row.kind, record['documentNumber'], record['subjectName'], record['decidedOn'], title].join('\n')),
    kind: row.kind,
    title,
    category: record['category'] || [],
    status,
    extra,
  }) as unknown as SgsRecord;
};
