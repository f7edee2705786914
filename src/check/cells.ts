/** Findings in single cells: codes, dates, amounts, lists, personal data in text, what had to be repaired. */
import { fieldType, isGateField, type FieldName, type GateField } from '../model/fields.js';
import { KIND_DEFS, type Kind } from '../model/kinds.js';
import type { Cell, MappedRow } from '../feed/mapping.js';
import { normalizeCode, cleanText } from '../feed/text.js';
import { parseAmount, parseCategories } from '../feed/values.js';
import { isInYuan, withUnit } from '../feed/read-values.js';
import { dateIn } from '../feed/date-in.js';
import { isCreditCode, isOrganizationCode, isPlaceholderCode, isRegistrationNumber, isSpoiltCode } from '../rules/codes.js';
import { mayShowCode } from '../rules/personal-numbers/code-column.js';
import { findPersonalNumbers, type DetectOptions } from '../rules/personal-numbers/find.js';
import { mayShowLink } from '../rules/personal-numbers/link.js';
import { gateColumnOfField } from '../rules/standing/columns.js';
import type { FindingCode } from './finding.js';

/** Tells of something found in a cell. @param value what stands there, where that is no person's matter by its field */
export type ReportFinding = (code: FindingCode, field?: FieldName | GateField, column?: string, value?: unknown) => void;

/** Whose cells they are, and where they stand: in the file that is published, or in one that nobody sees. */
export interface CellFacts {
  readonly kind: Kind;
  readonly person: boolean;
  readonly published: boolean;
}

export { isSpoiltCode as isSpoilt };

const creditCode = (code: string): FindingCode | undefined => {
  if (code.length !== 18) return 'credit-code-length';
  return isCreditCode(code) ? undefined : 'credit-code-check';
};

/** 15 digits with a check digit, the older 13 without, or the unified code that took its place. */
const registrationNumber = (code: string): FindingCode | undefined => {
  if (/^\d{14}$/.test(code) && isRegistrationNumber(`0${code}`)) return 'leading-zero-lost';
  return isRegistrationNumber(code) || /^\d{13}$/.test(code) || isCreditCode(code) ? undefined : 'registration-number';
};

const organizationCode = (code: string): FindingCode | undefined => {
  if (/^\d{6,8}$/.test(code) && isOrganizationCode(code.padStart(9, '0'))) return 'leading-zero-lost';
  return isOrganizationCode(code) ? undefined : 'organization-code';
};

/** Codes with a check; a row a field. */
const CHECKS: Readonly<Partial<Record<FieldName, (code: string) => FindingCode | undefined>>> = {
  creditCode, authorityCode: creditCode, sourceCode: creditCode, registrationNumber, organizationCode,
};

function code(field: FieldName, cell: Cell, facts: CellFacts, report: ReportFinding): void {
  const text = normalizeCode(cleanText(cell.value));
  if (isSpoiltCode(cell.value)) { report('number-spoilt', field, cell.key); return; }
  if (isPlaceholderCode(text)) return;
  if (!mayShowCode(text, facts.person && field !== 'authorityCode' && field !== 'sourceCode')) {
    report(facts.published ? 'id-in-column' : 'id-in-column-dropped', field, cell.key); return;
  }
  const found = CHECKS[field]?.(text);
  if (found) report(found, field, cell.key);
}

function date(field: FieldName, cell: Cell, report: ReportFinding): void {
  const text = cleanText(cell.value);
  // Dates of the gate are judged there: what can't be read withholds.
  if (gateColumnOfField(field) || !text) return;
  const day = dateIn(typeof cell.value === 'string' ? text : cell.value);
  if (day) return;
  // 0000-00-00 and what else systems write for nothing is missing, not wrong.
  report(day === undefined ? 'date-placeholder' : 'date-unreadable', field, cell.key, cell.value);
}

/** 万元; beyond this a fine is rather a mistake. */
const HUGE = 10_000;

/** Sums that a text names, in 元: 5000元, 0.5万元, 人民币伍仟元整. */
const sumsIn = (text: string): readonly number[] =>
  (text.slice(0, MOST_SAID).match(/[\d.零〇一壹二贰两三叁四肆五伍六陆七柒八捌九玖十拾百佰千仟万萬亿億]{1,30}[元圆]/g) ?? [])
    .flatMap((sum) => {
      const amountSaid = parseAmount(sum);
      return amountSaid === undefined ? [] : [Math.round(amountSaid * 1e6) / 100];
    });

/** Characters of a decision in which its sum is looked for. */
const MOST_SAID = 4000;

function amount(field: FieldName, cell: Cell, row: MappedRow, report: ReportFinding): void {
  const inYuan = isInYuan(cell.key);
  const value = parseAmount(withUnit(cell.key, cell.value), inYuan);
  if (value === undefined) { report('amount-unreadable', field, cell.key, cell.value); return; }
  const plain = cleanText(cell.value).replace(/[,，\s]/g, '');
  // “罚款 5000 元” beside 5000 in a column of 万元.
  const said = (row.cells.get('result') ?? []).map((result) => cleanText(result.value).replace(/[,，\s]/g, '')).join('；');
  if (!inYuan && Number(plain) > 0 && sumsIn(said).includes(Number(plain))) report('amount-in-yuan', field, cell.key, cell.value);
  else if (value >= HUGE) report('amount-huge', field, cell.key, cell.value);
}

/** A 目录 (权责清单) may have items of every kind of decision. */
const ITEMS = Object.values(KIND_DEFS).flatMap(({ label, named }) => (named ? [label, label.replace('监督', '')] : []))
  .concat(KIND_DEFS.catalog.categories);

function list(field: FieldName, cell: Cell, { kind }: CellFacts, report: ReportFinding): void {
  const labels = kind === 'catalog' ? ITEMS : KIND_DEFS[kind].categories;
  if (!labels.length) return;
  // 其他 is followed by what it is; the others may stand before a remark in brackets.
  const known = (value: string): boolean =>
    value.startsWith('其他') || labels.some((label) => value === label || value.replace(/[（(][^（(]{0,200}[）)]$/, '') === label);
  if (!parseCategories(cleanText(cell.value), kind).every(known)) report('category-unknown', field, cell.key, cell.value);
}

const holdsPersonalData = (text: string, options: DetectOptions): boolean => findPersonalNumbers(text, options).length > 0;

function text(field: FieldName | undefined, cell: Cell, { person, published }: CellFacts, report: ReportFinding): void {
  const value = cleanText(cell.value);
  if (field === 'link' ? !mayShowLink(value) : holdsPersonalData(value, { person, office: field === 'remedy' }))
    report(published ? 'personal-data' : 'personal-data-masked', field, cell.key);
}

/** What the reader puts right in a text: invisible and full-width characters, markup. */
const UNTIDY = [
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/,
  /[０-９Ａ-Ｚａ-ｚ]/,
  /<\/?[a-z][^<>]*>/i,
  /&(?:#\d+|#x[\da-f]+|[a-z]{2,8});/i,
];
const isUntidy = (value: string): boolean => UNTIDY.some((pattern) => pattern.test(value));

const SUBJECT_TYPES = /^(?:法人及非法人组织|法人和非法人组织|法人|非法人组织|自然人|个体工商户|0?[0-4])$/;

function gate(field: GateField, cell: Cell, facts: CellFacts, report: ReportFinding): void {
  // Nothing of a remark is shown, but in a feed it is published all the same.
  if (field === 'remark' && facts.published && holdsPersonalData(cleanText(cell.value), facts)) report('personal-data', field, cell.key);
}

/** All that can be said of a row's cells one by one. */
export function checkCells(row: MappedRow, facts: CellFacts, report: ReportFinding): void {
  for (const [field, cells] of row.cells) {
    for (const cell of cells) {
      if (typeof cell.value === 'string' && isUntidy(cell.value)) report('text-repaired', field, cell.key);
      if (isGateField(field)) {
        gate(field, cell, facts, report);
        continue;
      }
      const type = fieldType(field);
      if (type === 'code') code(field, cell, facts, report);
      else if (type === 'date') date(field, cell, report);
      else if (type === 'amount') amount(field, cell, row, report);
      else if (type === 'list') list(field, cell, facts, report);
      else if (field === 'subjectType') {
        if (!SUBJECT_TYPES.test(cleanText(cell.value))) report('subject-type-unknown', field, cell.key);
      } else if (type === 'number' && isSpoiltCode(cell.value)) report('number-spoilt', field, cell.key);
      // Whose name it is, is looked at elsewhere; numbers in it are nobody's name.
      else text(field, cell, facts, report);
    }
  }
  for (const cell of row.extra) text(undefined, cell, facts, report);
}
