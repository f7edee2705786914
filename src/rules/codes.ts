/**
 * Check digits of the codes that stand in publicity records. A failing check is a warning, never a reason to drop a
 * record: real early codes fail it (domain §3.1). For resident IDs the check serves detection only.
 */

/** What each ASCII sign of an alphabet is worth; -1 of others. */
const valuesOf = (alphabet: string): Int8Array => {
  const values = new Int8Array(128).fill(-1);
  for (let i = 0; i < alphabet.length; i++) values[alphabet.charCodeAt(i)] = i;
  return values;
};

const sumOf = (text: string, alphabet: Int8Array, weights: readonly number[]): number => {
  let sum = 0;
  for (let i = 0; i < weights.length; i++) {
    const value = alphabet[text.charCodeAt(i)] ?? -1;
    if (value < 0) return -1;
    sum += value * (weights[i] as number);
  }
  return sum;
};

// 31 characters: the alphabet of GB 32100-2015 leaves out I, O, S, V and Z.
const CREDIT_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
/** What each of them is worth, by its character code; -1 for other ASCII signs. */
export const CREDIT_VALUES = valuesOf(CREDIT_ALPHABET);
const CREDIT_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** 统一社会信用代码, GB 32100-2015: 18 characters, the last of them a check character. */
export const isCreditCode = (code: string): boolean => {
  if (code.length !== 18) return false;
  const sum = sumOf(code, CREDIT_VALUES, CREDIT_WEIGHTS);
  return sum >= 0 && CREDIT_ALPHABET.charAt((31 - (sum % 31)) % 31) === code.charAt(17);
};

/** 个体工商户 without a code carry seventeen zeros and an X (domain §1.6, trap 8). It means “no code”. */
export const isPlaceholderCode = (code: string): boolean => /^0{15,}X?$/i.test(code);

const ORGANIZATION_VALUES = valuesOf('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ');
const DIGIT_VALUES = valuesOf('0123456789');

/** 组织机构代码, GB 11714: eight characters and a check character, with or without “-”. */
export const isOrganizationCode = (code: string): boolean => {
  const text = code.replace('-', '');
  if (text.length !== 9) return false;
  const sum = sumOf(text, ORGANIZATION_VALUES, [3, 7, 9, 10, 5, 8, 4, 2]);
  return sum >= 0 && '0X987654321'.charAt(sum % 11) === text.charAt(8);
};

/** 工商注册号 of 15 digits, GS 15-2006 (ISO 7064 MOD 11,10). Older numbers of 13 digits have no check digit. */
export const isRegistrationNumber = (code: string): boolean => {
  if (!/^\d{15}$/.test(code)) return false;
  let p = 10;
  for (let i = 0; i < 14; i++) {
    const s = (p + Number(code.charAt(i))) % 10;
    p = ((s === 0 ? 10 : s) * 2) % 11;
  }
  return (11 - p) % 10 === Number(code.charAt(14));
};

const daysOf = (year: number, month: number): number => {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
};

/** Whether a year, a month and a day are a day of the calendar. */
export const isCalendarDay = (year: number, month: number, day: number): boolean =>
  month >= 1 && month <= 12 && day >= 1 && (day <= 28 || (year >= 0 && day <= daysOf(year, month)));

/** 18 characters, of which 7–14 are a date of birth between 1900 and 2099. */
const hasBirthDate = (id: string): boolean => /^\d{6}(19|20)\d{9}[\dX]$/i.test(id)
  && isCalendarDay(Number(id.slice(6, 10)), Number(id.slice(10, 12)), Number(id.slice(12, 14)));

/** 公民身份号码, GB 11643-1999: 18 characters with a date of birth and a right check character. */
export const isResidentId = (text: string): boolean => {
  if (!hasBirthDate(text)) return false;
  const sum = sumOf(text, DIGIT_VALUES, [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]);
  return '10X98765432'.charAt(sum % 11) === text.charAt(17).toUpperCase();
};

/** Looks like a resident ID of 18 or 15 digits, whether or not its check character is right (a typing error is still an ID). */
export const resemblesResidentId = (text: string): boolean => hasBirthDate(text)
  || (/^\d{15}$/.test(text) && isCalendarDay(1900 + Number(text.slice(6, 8)), Number(text.slice(8, 10)), Number(text.slice(10, 12))));

/** The date of birth in a resident ID, ISO; undefined where the text is none. */
export const birthDateOf = (id: string): string | undefined =>
  isResidentId(id) ? `${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}` : undefined;

/** A code that is a person's number and no organisation's: a resident ID, whole, half hidden (11****) or with digits behind it. */
export const isPersonalCode = (code: string): boolean => isResidentId(code) || /[*＊]/.test(code)
  || (resemblesResidentId(code) && !isCreditCode(code) && !isRegistrationNumber(code))
  || (code.length > 18 && /^\d{17}[\dX]/.test(code) && isResidentId(code.slice(0, 18)));

/** 9.13E+17, more digits than a number holds, or zeros where they were lost: the last digits of a code are gone. */
export const isSpoiltCode = (value: unknown): boolean =>
  (typeof value === 'number' && Math.abs(value) > Number.MAX_SAFE_INTEGER)
  || (typeof value === 'string' && (/^\s*\d(?:\.\d+)?E\+?\d{2}\s*$/i.test(value) || (/^\d{15}0{3}$/.test(value) && !isCreditCode(value))));
