/** Shapes of personal numbers within a chain: digits, `*` for a hidden one, X for a check character. */
import { isCalendarDay, isCreditCode, isResidentId } from '../codes.js';

/** Whether digits may be a day of the calendar; `*` stands for any digit. */
const mayBeDay = (year: string, month: string, day: string): boolean => {
  if (!(year + month + day).includes('*')) return isCalendarDay(Number(year), Number(month), Number(day));
  return /^(?:[01*][\d*])$/.test(month) && /^[0-3*][\d*]$/.test(day);
};

/** 18 signs that may be a resident ID (GB 11643-1999), its check character right or wrong, parts of it hidden. */
export const resemblesLongId = (signs: string): boolean => {
  if (signs.length !== 18 || signs.slice(0, 17).includes('X')) return false;
  if (!/^(?:19|20|1\*|2\*|\*[90*])$/.test(signs.slice(6, 8))) return false;
  return mayBeDay(signs.slice(6, 10), signs.slice(10, 12), signs.slice(12, 14));
};

/** 15 signs that may be a resident ID of the years before 1999: it has no check character. */
export const resemblesShortId = (signs: string): boolean =>
  signs.length === 15 && !signs.includes('X') && mayBeDay(`19${signs.slice(6, 8)}`, signs.slice(8, 10), signs.slice(10, 12));

/** A mobile number: 11 digits from 13 to 19, without or with what is dialled before it from abroad. Some of its end may be hidden. */
export const isMobile = (signs: string): boolean => /^(?:0|(?:00?)?86)?1[3-9]\d{5,9}\**$/.test(signs)
  && signs.length - signs.indexOf('1') === 11;

/** An area code as it is dialled: 010, 020–029, 0310–0999. */
export const isAreaCode = (signs: string): boolean => /^0(?:10|2\d|[3-9]\d{2})$/.test(signs);

/** A landline in one run: 057487654321, 008657487654321. */
export const isLandline = (signs: string): boolean => /^(?:00?86|0)(?:10[1-9]\d{7}|2\d[1-9]\d{7}|[3-9]\d{2}[1-9]\d{6,7})$/.test(signs);

/** A number in which signs stand for digits: three or four of them in a row, or two in as many as an ID, a card or a telephone has. */
export const isHalfHidden = (signs: string): boolean => {
  const digits = signs.replace(/\*/g, '').length;
  if (digits < 3) return false;
  if (signs.includes('****')) return signs.length >= 7;
  if (signs.includes('***')) return signs.length >= 7 && /^\d{3}/.test(signs);
  return signs.includes('**') && signs.length >= 11;
};

/**
 * A credit code, whatever column or text it stands in. One mistyped ID in 31 passes the check of GB 32100-2015, so the
 * first digits count too: 登记管理部门 is never 0, and the third and fourth are a province's (GB/T 2260) or 10, the State.
 */
export const isPublicCode = (code: string): boolean =>
  /^[1-9ANY][\dA-Z](?:1[0-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[12])/.test(code) && isCreditCode(code) && !isResidentId(code);
