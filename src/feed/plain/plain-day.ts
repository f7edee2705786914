/** A day as our own format and most databases write it, 2025-03-04, 2025/03/04: it needs no reading. */
import { isCalendarDay } from '../../rules/codes.js';

const ZERO = 48;
const DASH = 45;
const SLASH = 47;
const DOT = 46;

const isSeparator = (code: number): boolean => code === DASH || code === SLASH || code === DOT;

/** Days that systems write for “no date” lie before, 长期 lies behind (dates.ts). */
const FIRST_YEAR = 1971;
const LAST_YEAR = 2098;

const digitAt = (text: string, at: number): number => {
  const digit = text.charCodeAt(at) - ZERO;
  return digit >= 0 && digit <= 9 ? digit : Number.NaN;
};

/** ISO where a value is such a day of the calendar; else undefined, which says nothing. */
export function plainDay(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.length !== 10) return undefined;
  const separator = value.charCodeAt(4);
  if (!isSeparator(separator) || value.charCodeAt(7) !== separator) return undefined;
  const year = digitAt(value, 0) * 1000 + digitAt(value, 1) * 100 + digitAt(value, 2) * 10 + digitAt(value, 3);
  const month = digitAt(value, 5) * 10 + digitAt(value, 6);
  const day = digitAt(value, 8) * 10 + digitAt(value, 9);
  if (!(year >= FIRST_YEAR && year <= LAST_YEAR && isCalendarDay(year, month, day))) return undefined;
  return separator === DASH ? value : `${value.slice(0, 4)}-${value.slice(5, 7)}-${value.slice(8)}`;
}
