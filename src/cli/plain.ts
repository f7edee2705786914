/**
 * What a terminal or a log may get: no control characters of column and file names, which could rewrite what stands on the
 * screen, and no personal numbers, wherever they came from (政府信息公开条例第十五条).
 */
import { isPlainObject } from '../model/config.js';
import { REDACTED, redactNumbers } from '../rules/personal-numbers/find.js';

/** All but line feed and tab; also what turns the direction of writing or can't be seen. */
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** What terminals take for an order: colours, moves, window titles. */
const ORDERS = /(?:\u001b\[|\u009b)[\d;?]{0,20}[@-~]?|\u001b\][^\u0007\u001b\n]{0,200}(?:\u0007|\u001b\\)?|\u001b[ -/]{0,3}[0-~]?/g;

/** A mobile or a resident's number also where letters of a name stand against it, which makes it a code in a text. */
const NUMBERS = /\d+[Xx]?/g;
const isPersonal = (run: string): boolean =>
  /^1[3-9]\d{9}$/.test(run) || /^\d{6}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx]$/.test(run);

const plainLine = (line: string): string =>
  redactNumbers(line.replace(ORDERS, '').replace(CONTROL, '')).replace(NUMBERS, (run) => (isPersonal(run) ? REDACTED : run));

/** Line by line: numbers of different lines are different numbers. */
export const plainText = (text: string): string =>
  // CSV ends its lines with both.
  text.split('\n').map((line) => plainLine(line) + (line.endsWith('\r') ? '\r' : '')).join('\n');

/** The same of all strings and keys in a value that is written as JSON. */
export const plainValue = (value: unknown): unknown => {
  if (typeof value === 'string') return plainText(value);
  if (Array.isArray(value)) return value.map(plainValue);
  if (!isPlainObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, held]) => [plainText(key), plainValue(held)]));
};
