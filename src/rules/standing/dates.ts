/** Dates at the gate: objects that hold one, stand-ins for “no date”, and what can't be read, which is no reason to publish. */
import { isPlainObject } from '../../model/config.js';
import type { GateColumn } from './columns.js';
import type { Standing } from './families.js';
import { foldWord } from './fold.js';
import { judgeColumn } from './judge.js';
import { NOTHING } from './words.js';

/** How texts and numbers are read; the forms of dates are the feed's business. */
export interface DateReaders {
  /** ISO; `null` where there is a date that can't be, `undefined` where there is none. Of a span the last day, if `end` is set. */
  readonly parseDate: (value: unknown, end: boolean) => string | null | undefined;
  /** The last day of “三年” that begins with a date; undefined where the text is no period. */
  readonly endOfPeriod: (text: string, from: string) => string | undefined;
}

export type GateDate =
  | { readonly date: string }
  /** There is none; `told` where the value had to stand for that (0001-01-01). */
  | { readonly date?: undefined; readonly told: boolean }
  /** A word instead of a date. */
  | { readonly date?: undefined; readonly standing: Standing; readonly known: boolean };

// What systems write for “no date”: the first days of their calendars, and what became of none on its way.
const TIME = '(?:t?\\d{1,2}:[\\d:.]+(?:z|[+-][\\d:]+)?)?';
const NO_DATE = new RegExp(`^(?:0+|-\\d+|0{4}[-/.年]0{1,2}[-/.月]0{1,2}日?${TIME}|0{3}1[-/.年]0?1[-/.月]0?1日?${TIME}`
  + `|(?:(?:1000|1601|1753)[-/.]0?1[-/.]0?1|1899[-/.]12[-/.]3[01]|1900[-/.]0?1[-/.]0?[01]|1970[-/.]0?1[-/.]0?1)${TIME}|nat|invaliddate)$`);

/** Whether a value stands for “no date”. */
export function isNoDate(value: unknown): boolean {
  // Days before 1949 that systems count from: 0 of Unix and Excel, a negative number of .NET.
  if (typeof value === 'number') return !(value > 0);
  return typeof value === 'string' && NO_DATE.test(foldWord(value));
}

const two = (n: number): string => String(n).padStart(2, '0');
const iso = (year: number, month: number, day: number): string => `${year}-${two(month)}-${two(day)}`;
const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

/** What wraps a date wraps it a few times at most; a hostile feed may do so without end. */
const DEEPEST = 8;

/** What an object or a list that serialisers write for a date comes to as text or number; other values as they are. */
export function plainDate(value: unknown, depth = 0): unknown {
  if (depth > DEEPEST) return value;
  if (Array.isArray(value)) {
    // java.time.LocalDate: [2026, 6, 3], with the time of day after it.
    const [year, month, day] = value as readonly unknown[];
    if (value.length === 1) return plainDate(year, depth + 1);
    return isNumber(year) && isNumber(month) && isNumber(day) ? iso(year, month, day) : value;
  }
  if (!isPlainObject(value)) return value;
  const { year, monthValue, dayOfMonth, month, day } = value;
  if (isNumber(year) && isNumber(monthValue) && isNumber(dayOfMonth)) return iso(year, monthValue, dayOfMonth);
  if (isNumber(year) && year > 1900 && isNumber(month) && isNumber(day)) return iso(year, month, day);
  // json-lib writes java.util.Date with all its getters; MongoDB `$date`, and numbers as `$numberLong`; others a value and its label.
  for (const key of ['time', '$date', '$numberLong', 'value', 'date', 'text', 'name']) {
    const inner = value[key];
    if (typeof inner === 'string' || (isNumber(inner) && key !== 'date')) return key === '$numberLong' ? Number(inner) : inner;
    if (isPlainObject(inner) || Array.isArray(inner)) return plainDate(inner, depth + 1);
  }
  return value;
}

const MONTH = /^(\d{4})[-/.年](\d{1,2})月?$/;

/** “2026年6月” ends with the month and begins with it; undefined where the text is no month. */
const dateOfMonth = (text: string, end: boolean): string | undefined => {
  const [, year = '', month = ''] = MONTH.exec(text) ?? [];
  const n = Number(month);
  if (n < 1 || n > 12) return undefined;
  return iso(Number(year), n, end ? new Date(Date.UTC(Number(year), n, 0)).getUTCDate() : 1);
};

const UNITS = /[([（【]\s{0,9}单?位?[:：]?\s{0,9}(年|个?月|天|日)\s{0,9}[)\]）】]/;

/** NOTHING, and the words for it that answer a question elsewhere. */
const NO_DAY = new RegExp(`${NOTHING.source}|^(?:无|没有)$`);

/** The date in a gate column, or what is said instead. `from` is the day on which a period begins. */
export function gateDate(column: GateColumn, label: string, value: unknown, from: string | undefined, readers: DateReaders): GateDate {
  // Most are written as they should be.
  if (typeof value === 'string' && /^20[0-8]\d-\d\d-\d\d$/.test(value)) {
    const date = readers.parseDate(value, false);
    if (date) return { date };
  }
  const plain = plainDate(value);
  // 无 in a column of dates is none, and no answer to a question.
  if (plain === null || plain === undefined || (typeof plain === 'string' && NO_DAY.test(foldWord(plain)))) return { told: false };
  if (isNoDate(plain)) return { told: true };
  const end = column.form === 'end';
  const text = typeof plain === 'string' || typeof plain === 'number' ? foldWord(String(plain)) : '';
  const unit = UNITS.exec(label)?.[1];
  const date = readers.parseDate(plain, end) ?? (text
    && (dateOfMonth(text, end) ?? (from && end && readers.endOfPeriod(/^\d{1,2}$/.test(text) && unit ? text + unit : text, from))));
  if (date) return { date };
  // 已修复 in 修复日期, 不公示 in 公示截止期: a word may say as much as a date; one that is not known says nothing for publication.
  const said = text && !/\d/.test(text) ? judgeColumn(column, plain) : undefined;
  return said?.known ? said : { standing: 'unclear', known: false };
}
