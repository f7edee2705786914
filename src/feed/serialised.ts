/**
 * What serialisers make of a value → the value: json-lib, java.time, MongoDB, XML-to-JSON, dictionaries of codes and words.
 * An object that holds a value becomes a text or a number here, once for the whole room.
 */
import { isPlainObject, type PlainObject } from '../model/config.js';
import { isColumnName } from '../model/aliases.js';
import { dayInChina } from './dates.js';

/** Stands for a value that can't be read. */
export const UNREAD = Symbol('unread');

/** Nested deeper than this a value is none of a record. */
const MOST_DEPTH = 8;

/** Characters of one value: a decision's full text has some ten thousand. */
const LONGEST_TEXT = 200_000;

/** Characters without a space or a Chinese word: a longer one is a file. */
const LONGEST_BLOB = 4000;

/** Thrown where a record can't be read as a whole. */
export class UnreadableRecord extends Error {}

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';
const isNumber = (value: unknown): value is number => typeof value === 'number';
const isScalar = (value: unknown): boolean => typeof value !== 'object' || value === null;

const two = (n: number): string => String(n).padStart(2, '0');
const dayOf = (year: number, month: number, day: number): string => `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;

/** java.time.LocalDate and LocalDateTime as Jackson writes them: [2026, 6, 3, 9, 30]. */
const dateInList = (list: readonly unknown[]): string | undefined => {
  const [year, month, day] = list;
  if (list.length < 3 || list.length > 7 || !list.every((item) => Number.isInteger(item))) return undefined;
  const isDate = isNumber(year) && year >= 0 && year <= 9999 && isNumber(month) && month >= 0 && month <= 12
    && isNumber(day) && day >= 0 && day <= 31 && (year >= 1900 || year <= 1);
  return isDate ? dayOf(year, month, day) : undefined;
};

/** A moment as its day in China; where that can't be one, as it is: the gate tells a stand-in from a mistake. */
const dayOfMoment = (milliseconds: number): string | number => dayInChina(milliseconds) ?? milliseconds;

/** `{year: "2026", …}`: figures in texts. */
const numbered = (object: PlainObject): PlainObject => {
  if (typeof object['year'] !== 'string') return object;
  const copy = copyOf(object);
  for (const key of Object.keys(copy)) {
    const value = copy[key];
    if (typeof value === 'string' && /^\d{1,4}$/.test(value)) copy[key] = Number(value);
  }
  return copy;
};

/** An object that holds a date; undefined where it is none. */
const dateInObject = (given: PlainObject): string | number | undefined => {
  const object = numbered(given);
  const { time, timezoneOffset, year, month, monthValue, dayOfMonth, day, date, millis } = object;
  const seconds = object['seconds'] ?? object['_seconds'];
  const nanos = object['nanos'] ?? object['_nanoseconds'] ?? object['nanoseconds'];
  // java.util.Date by json-lib: all its getters, the moment among them.
  if (isNumber(time) && (timezoneOffset !== undefined || date !== undefined || Object.keys(object).length === 1)) return dayOfMoment(time);
  if (isNumber(year)) {
    if (isNumber(monthValue) && isNumber(dayOfMonth)) return dayOf(year, monthValue, dayOfMonth);
    // Without the moment: years since 1900, months from 0.
    if (timezoneOffset !== undefined && isNumber(month) && isNumber(date)) return dayOf(year + 1900, month + 1, date);
    const lastDay = isNumber(dayOfMonth) ? dayOfMonth : day;
    return isNumber(month) && isNumber(lastDay) ? dayOf(year, month, lastDay) : undefined;
  }
  if (isNumber(millis)) return dayOfMoment(millis);
  return isNumber(seconds) && isNumber(nanos) ? dayOfMoment(seconds * 1000) : undefined;
};

/** MongoDB's extended JSON. */
const EXTENDED = ['$date', '$numberDecimal', '$numberLong', '$numberInt', '$numberDouble', '$oid'];
/** The text of an element, by the tools that turn XML into JSON. */
const ELEMENT_TEXT = ['#text', '_text', '$t', '__text', '#cdata-section', '__cdata', '_cdata', '_'];

const LABELS = new Set([
  'label', 'name', 'text', 'title', 'mc', 'cname', 'dicttext', 'dictlabel', 'dictname', 'itemtext', 'itemname', 'displayname', 'desc',
]);
const CODES = new Set(['code', 'value', 'id', 'key', 'dm', 'bm', 'val', 'dictvalue', 'dictcode', 'itemvalue', 'itemcode']);

const keyAmong = (object: PlainObject, names: ReadonlySet<string>): string | undefined =>
  Object.keys(object).find((key) => names.has(key.toLowerCase()) && !isScalarEmpty(object[key]));

const isScalarEmpty = (value: unknown): boolean => value === null || value === undefined || value === '';

/** `{code, name}`: the word and not the code. A label that names a column says whose the value is. */
const wordIn = (object: PlainObject): unknown => {
  const keys = Object.keys(object);
  if (keys.length < 2 || keys.length > 6 || !keys.every((key) => isScalar(object[key]))) return undefined;
  const label = keyAmong(object, LABELS);
  const code = keyAmong(object, CODES);
  if (label === undefined || code === undefined || !isText(object[label])) return undefined;
  return isColumnName(object[label]) ? object[code] : object[label];
};

/** A list of names and values is a row of its own (`row.ts`). */
const isPair = (item: unknown): boolean => isPlainObject(item) && Object.keys(item).some((key) => {
  const name = item[key];
  return LABELS.has(key.toLowerCase()) && isText(name) && isColumnName(name);
});

/** What an object holds; undefined where it is more than one value. */
const valueInObject = (object: PlainObject): unknown => {
  const keys = Object.keys(object);
  for (const key of EXTENDED) {
    const inner = object[key];
    if (inner !== undefined && keys.length === 1) {
      if (isPlainObject(inner)) {
        const number = Number(inner['$numberLong']);
        return key === '$date' && Number.isFinite(number) ? dayOfMoment(number) : UNREAD;
      }
      return key === '$date' && isNumber(inner) ? dayOfMoment(inner) : inner;
    }
  }
  const date = dateInObject(object);
  if (date !== undefined) return date;
  const unit = object['unit'];
  if (isText(unit) && unit.endsWith('元') && isScalar(object['value']) && keys.length < 5) return `${String(object['value'])}${unit}`;
  const text = ELEMENT_TEXT.find((key) => isScalar(object[key]) && object[key] !== undefined);
  if (text !== undefined) return object[text];
  if (keys.length === 1 && ['value', 'val', 'text', 'label', 'name'].includes(keys[0] as string)) {
    const only = object[keys[0] as string];
    if (isScalar(only)) return only;
  }
  return wordIn(object);
};

const isBlob = (text: string): boolean => !/[^!-~]/.test(text);

const plainText = (text: string): unknown => {
  // A picture or a file in letters is no word of a publication.
  if (text.length > LONGEST_BLOB && isBlob(text)) return UNREAD;
  if (text.length > LONGEST_TEXT) throw new UnreadableRecord();
  return text;
};

/** Takes each object of a row that holds more than a value, and gives it back in order. */
export type ReadRow = (row: PlainObject) => PlainObject;

/** A pair is no row: its keys say nothing. */
const keepRow: ReadRow = (pair) => pair;

/** A value as text, number or list, or as the row it is; UNREAD where it can't be read. */
export function plainValue(value: unknown, readRow: ReadRow, depth = 0): unknown {
  if (typeof value === 'string') return plainText(value);
  // What is left of a spoilt number stays for the rule for minors, which reads the date of birth in it; `cleanText` shows none of it.
  if (isScalar(value)) return value;
  if (depth > MOST_DEPTH) return UNREAD;
  if (Array.isArray(value)) {
    const list: readonly unknown[] = value;
    const date = dateInList(list);
    if (date) return date;
    const pairs = list.length > 1 && list.some(isPair) && list.every(isPlainObject);
    return list.map((item) => (pairs ? plainRow(item as PlainObject, keepRow, depth + 1) : plainValue(item, readRow, depth + 1)))
      .filter((item) => item !== UNREAD);
  }
  const held = valueInObject(value as PlainObject);
  if (held !== undefined) return typeof held === 'string' ? plainText(held) : held;
  return plainRow(value as PlainObject, readRow, depth + 1);
}

/** A row whose values are plain. */
export function plainRow(row: PlainObject, readRow: ReadRow, depth = 0): PlainObject {
  // Most rows are plain as they come.
  let copy: Record<string, unknown> | undefined;
  for (const key of Object.keys(row)) {
    const value = row[key];
    const plain = plainValue(value, readRow, depth);
    if (plain === value && !copy) continue;
    copy ??= copyOf(row);
    copy[key] = plain;
  }
  return readRow(copy ?? row);
}

/** A copy without a prototype: a feed may have a column `__proto__`. */
export function copyOf(row: PlainObject): Record<string, unknown> {
  const copy = Object.create(null) as Record<string, unknown>;
  for (const key of Object.keys(row)) copy[key] = row[key];
  return copy;
}
