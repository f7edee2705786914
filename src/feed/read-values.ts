/** Cells of a row → values: dates, amounts, codes and texts, each as its field asks. */
import { isPlainObject } from '../model/config.js';
import { fieldType, isGateField, type FieldName } from '../model/fields.js';
import type { Notice } from '../model/outcome.js';
import { isSpoiltCode } from '../rules/codes.js';
import { dateIn } from './date-in.js';
import { isImpossibleDate } from './dates.js';
import type { Cell, MappedRow } from './mapping.js';
import { cleanText, normalizeCode } from './text.js';
import { parseCategories } from './values.js';

export type Values = { -readonly [K in FieldName]?: string | number | readonly string[] };

export const stringOf = (value: Values[FieldName]): string => (typeof value === 'string' ? value : '');

const END_DATES: ReadonlySet<string> = new Set(['validTo', 'effectiveUntil']);

/** An amount in 万元; undefined where there is none or it can't be read. */
export type ReadAmount = (value: unknown, inYuan: boolean) => number | undefined;

const IN_YUAN = /[([（【]\s{0,9}(?:单位\s{0,9}[:：]?\s{0,9})?(?:人民币\s{0,9})?元\s{0,9}[)\]）】]|[^十百千仟万亿]元\s{0,9}$/;

/** Whether a column's name says that its amounts are in 元: 罚款金额（元）, 处罚金额(单位：元), 【人民币元】, 罚款金额/元. */
export const isInYuan = (label: string): boolean => IN_YUAN.test(label);

/** The units that stand in a column's name and are neither 元 nor 万元: 罚款金额（千元）. */
const OTHER_UNIT = /[([（【]\s{0,9}(?:单位\s{0,9}[:：]?\s{0,9})?(?:人民币\s{0,9})?([百千仟]元|[十百千]万元|亿元)\s{0,9}[)\]）】]/;

export const hasOtherUnit = (label: string): boolean => OTHER_UNIT.test(label);

/** A bare figure with the unit that its column names. */
export const withUnit = (label: string, value: unknown): unknown => {
  const unit = OTHER_UNIT.exec(label)?.[1];
  return unit && /^[\d,，.\s]{1,20}$/.test(String(value)) ? `${String(value).replace(/[,，\s]/g, '')}${unit}` : value;
};

const UNIT = /[([（【]\s{0,9}(?:单位\s{0,9}[:：]?\s{0,9})?(?:人民币\s{0,9})?([百千仟]?[十百千]?万?元|亿元)\s{0,9}[)\]）】]\s{0,9}$/;

/** Whether a column's name says in what its amounts are. */
export const namesUnit = (label: string): boolean => UNIT.test(label);

/**
 * An amount in its own words, with the unit that its column names: 征收金额（元） 2400. Without one it stays as it is: no table says
 * in what it is.
 */
const sumOf = (label: string, value: unknown): string => {
  const text = cleanText(value);
  return /^\d[\d,，.\s]{0,19}$/.test(text) ? text + (UNIT.exec(label)?.[1] ?? '') : text;
};

/** One cell read as its field asks; `null`: a date that can't be. */
const readCell = (
  field: FieldName, { key, value }: Cell, spoilt: Notice[], readAmount: ReadAmount,
): string | number | null | undefined => {
  const type = fieldType(field);
  if (type !== 'date' && isPlainObject(value)) {
    spoilt.push({ column: key, rule: 'unread-object', what: 'ignored' });
    return undefined;
  }
  if (type === 'amount') {
    const amount = readAmount(withUnit(key, value), isInYuan(key));
    if (amount === undefined && cleanText(value)) spoilt.push({ column: key, rule: 'unread-amount', what: 'ignored' });
    return amount;
  }
  if (type === 'date') {
    const date = dateIn(typeof value === 'string' ? cleanText(value) : value, END_DATES.has(field));
    return date || (typeof value === 'string' && !cleanText(value) ? undefined : date);
  }
  if (type === 'sum') return sumOf(key, value);
  // No code is better than a wrong one.
  if (type === 'code' && isSpoiltCode(value)) {
    spoilt.push({ column: key, rule: 'spoilt-code', what: 'hidden' });
    return undefined;
  }
  const text = cleanText(value);
  return type === 'code' ? normalizeCode(text) : text;
};

/**
 * Dates, amounts, codes and texts of a row; what could not be read of them is told. `null` when the decision is of a day that
 * can't be.
 */
export const readValues = (row: MappedRow, unread: Notice[], readAmount: ReadAmount): Values | null => {
  const values: Values = {};
  for (const [field, cells] of row.cells) {
    // The end of publicity is the gate's.
    if (isGateField(field) || field === 'publicUntil') continue;
    if (fieldType(field) === 'list') {
      values[field] = [...new Set(cells.flatMap((cell) => parseCategories(cleanText(cell.value), row.kind)))];
      continue;
    }
    for (const cell of cells) {
      const value = readCell(field, cell, unread, readAmount);
      if (value === null && field === 'decidedOn' && isImpossibleDate(cell.value)) return null;
      // No record is lost for a date that is not wholly told (2026年6月, 03/06/2026).
      if (value === null) unread.push({ column: cell.key, rule: 'unread-date', what: 'ignored' });
      if (value || value === 0) {
        values[field] = value;
        break;
      }
    }
  }
  return values;
};
