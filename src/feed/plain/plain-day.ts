/** A day as our own format and most databases write it: it needs no reading. */
import { isCalendarDay } from '../../rules/codes.js';

const ZERO = 48;
const DASH = 45;

/** Days that systems write for “no date” lie before, 长期 lies behind (dates.ts). */
const FIRST_YEAR = 1971;
const LAST_YEAR = 2098;

const digitAt = (text: string, at: number): number => {
  const digit = text.charCodeAt(at) - ZERO;
  return digit >= 0 && digit <= 9 ? digit : Number.NaN;
};

/** The same text where it is such a day of the calendar; else undefined, which says nothing. */
export function plainDay(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.length !== 10 || value.charCodeAt(4) !== DASH || value.charCodeAt(7) !== DASH) return undefined;
  const year = digitAt(value, 0) * 1000 + digitAt(value, 1) * 100 + digitAt(value, 2) * 10 + digitAt(value, 3);
  const month = digitAt(value, 5) * 10 + digitAt(value, 6);
  const day = digitAt(value, 8) * 10 + digitAt(value, 9);
  return year >= FIRST_YEAR && year <= LAST_YEAR && isCalendarDay(year, month, day) ? value : undefined;
}
