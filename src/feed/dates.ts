/** Dates in every form departments write them (domain §6) → ISO dates in Chinese time. */
import { isCalendarDay } from '../rules/codes.js';
import { isNoDate } from '../rules/standing/dates.js';
import { memoize } from './memoize.js';

/** Stands for 长期 (official fill note: 2099/12/31). */
export const LONG_TERM = '2099-12-31';

const CHINA = 8 * 3_600_000;
const DAY = 86_400_000;
// Day 0 of Excel's count, with its leap year that never was.
const EXCEL_EPOCH = Date.UTC(1899, 11, 30);

/** Characters: what is longer is no date, and is not searched for one. */
const LONGEST = 200;

const iso = (year: number, month: number, day: number): string | null => {
  if (year >= 2099 && year <= 9999) return LONG_TERM;
  return year >= 1949 && isCalendarDay(year, month, day) ? new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10) : null;
};

const ofTime = (time: number): string | null => {
  const date = new Date(time);
  return iso(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
};

/** The day in China at a moment (milliseconds since 1970); `null` where it can't be a day of a publication. */
export const dayInChina = (time: number): string | null => ofTime(time + CHINA);

/** Excel's days, YYYYMMDD, seconds or milliseconds since 1970: told apart by their size. */
const ofNumber = (n: number): string | null => {
  if (n >= 1e4 && n < 1e5) return ofTime(EXCEL_EPOCH + Math.floor(n) * DAY);
  if (n >= 19490101 && n < 1e8) return iso(Math.floor(n / 1e4), Math.floor(n / 100) % 100, n % 100);
  return n >= 1e8 && n < 1e14 ? dayInChina(n < 1e10 ? n * 1000 : n) : null;
};

const CHINESE_DIGITS = '〇一二三四五六七八九';
/** 二〇二五, 十一, 三十, 二十三, 廿三 as digits. */
const chineseNumber = (text: string): number => {
  const digits = text.replace('廿', '二十').replace('卅', '三十').replace(/^十/, '一十').replace(/十$/, '〇').replace('十', '');
  return Number([...digits].map((c) => CHINESE_DIGITS.indexOf(c)).join(''));
};

// A year, a month and a day may be written in numerals each on its own: 2026年六月3日, 元月.
/** 二O二六年, 二0二六年: typed with a letter or a figure. */
const ZERO_IN_YEAR = /[一二][〇0Oo一二三四五六七八九]{3}(?=年)/;
const CHINESE_PART = /[〇一二三四五六七八九十廿卅元]{1,4}(?=[年月日号])/g;
const SPELT_DATE = /\d{4}(?:\s*[-—–/.年\\]\s*|\s+)\d{1,2}(?:\s*[-—–/.月\\]\s*|\s+)\d{1,2}/g;
const SHORT_YEAR = /^\d{2}年\d{1,2}月\d{1,2}日?$/;
const MONTH = /^(\d{4})(?:-|\/|\.|年)(\d{1,2})月?(?:份|底|末)?$/;
const JAVA_DATE = /^[A-Z][a-z]{2} ([A-Z][a-z]{2}) (\d{1,2}) [\d:]+ \S+ (\d{4})$/;
/** Tue Nov 03 2026 00:00:00 GMT+0800 (中国标准时间), as JavaScript writes it. */
const SCRIPT_DATE = /^[A-Z][a-z]{2} ([A-Z][a-z]{2}) (\d{1,2}) (\d{4}) ([\d:]{8}) (?:GMT|UTC)?([+-]\d{2}:?\d{2})/;
/** Date(2026,10,3): months from 0. */
const SCRIPT_CALL = /^(?:new )?Date\((\d{4}), ?(\d{1,2}), ?(\d{1,2})[, \d]{0,20}\)$/;
/** 03-11月-26, 03-NOV-26: Oracle's own form. */
const ORACLE_DATE = /^(\d{1,2})-(?:(\d{1,2})月\s?|([A-Z]{3}))-(\d{2})(?:\s|$)/i;
const MONTHS = 'JANFEBMARAPRMAYJUNJULAUGSEPOCTNOVDEC';
const MONTH_FIRST = /^([A-Z][a-z]{2})[a-z]{0,6}\.? (\d{1,2}),? (\d{4})\b/;
const DAY_FIRST = /^(?:[A-Z][a-z]{2}, )?(\d{1,2})[- ]([A-Z][a-z]{2})[a-z]{0,6}[- ](\d{4})\b/i;
const YEAR_LAST = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\b/;
const ZONED = /^\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})$/;

const known = new Map<string, string | null>();

/**
 * A date as ISO `YYYY-MM-DD`; `undefined` where there is none (also 0001-01-01 and what else systems write for that), `null`
 * where there is one that can't be or can't be told. Of a span the last day counts when `end` is set (有效期至), else the first;
 * a month without a day ends with its last and begins with none that is known.
 */
export function parseDate(value: unknown, end = false): string | null | undefined {
  if (value === null || value === undefined || isNoDate(value)) return undefined;
  if (typeof value === 'number') return ofNumber(value);
  if (typeof value !== 'string') return null;
  return memoize(known, `${value.slice(0, LONGEST)}${end}`, () => ofText(value.slice(0, LONGEST), end));
}

/** Dates as programs write them for programmers; `undefined` where the text is none of these. */
const ofProgram = (text: string): string | null | undefined => {
  const [, , , , time, zone = ''] = SCRIPT_DATE.exec(text) ?? [];
  const [, name = '', date, fullYear] = SCRIPT_DATE.exec(text) ?? [];
  if (time) return dayInChina(Date.parse(`${date} ${name} ${fullYear} ${time} ${zone.replace(':', '')}`));
  const [, year, month, day] = SCRIPT_CALL.exec(text) ?? [];
  if (year) return iso(Number(year), Number(month) + 1, Number(day));
  const [, first, number, english = '', last] = ORACLE_DATE.exec(text) ?? [];
  const at = MONTHS.indexOf(english.toUpperCase());
  if (!first || (english && at % 3)) return undefined;
  return iso(2000 + Number(last), number ? Number(number) : at / 3 + 1, Number(first));
};

/** Dates as English-speaking systems write them; `undefined` where the text is none of these. */
const ofEnglish = (text: string): string | null | undefined => {
  const [, javaMonth, javaDay, javaYear] = JAVA_DATE.exec(text) ?? MONTH_FIRST.exec(text) ?? [];
  const [, day = javaDay, month = javaMonth, year = javaYear] = DAY_FIRST.exec(text) ?? [];
  if (month) return ofTime(Date.parse(`${day} ${month} ${year} UTC`));
  const [, first, second, last] = YEAR_LAST.exec(text) ?? [];
  if (!last) return undefined;
  // 25/06/2026 can only be read in one way; 03/06/2026 in two.
  if (first === second || Number(first) > 12) return iso(Number(last), Number(second), Number(first));
  return Number(second) > 12 ? iso(Number(last), Number(first), Number(second)) : null;
};

/** A month without a day: its last day where an end is asked for. */
const ofMonth = (text: string, end: boolean): string | null => {
  const [, year, month] = MONTH.exec(text) ?? [];
  if (!end || Number(month) < 1 || Number(month) > 12) return null;
  return iso(Number(year), Number(month), new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate());
};

const ofText = (value: string, end: boolean): string | null => {
  const text = value.normalize('NFKC').replace(/[○零]/g, '〇').replace(ZERO_IN_YEAR, (year) => year.replace(/[0o]/gi, '〇')).trim();
  if (/长期|永久|无固定期限|无期限/.test(text)) return LONG_TERM;
  if (/^\d+(?:\.0*)?$|^\d{5}\.\d{1,20}$/.test(text)) {
    return ofNumber(parseInt(/^\d{14}(?:\d{3})?$/.test(text) ? text.slice(0, 8) : text, 10));
  }
  const epoch = /^\/Date\((-?\d+)/.exec(text);
  if (epoch) return dayInChina(Number(epoch[1]));
  if (ZONED.test(text)) return dayInChina(Date.parse(text.replace(/(\d{2})(\d{2})$/, '$1:$2')));
  const english = ofProgram(text) ?? ofEnglish(text);
  if (english !== undefined) return english;
  const plain = text.replace(CHINESE_PART, (part) => (part === '元' ? '1' : String(chineseNumber(part))));
  if (SHORT_YEAR.test(plain)) return ofText(`20${plain}`, end);
  const found = plain.match(SPELT_DATE);
  const match = found?.[end ? found.length - 1 : 0];
  if (!match) return ofMonth(plain, end);
  const [year = 0, month = 0, day = 0] = match.split(/\D+/).map(Number);
  return iso(year, month, day);
};

const FULL_DATE = /^\d+(?:\.0*)?$|\d{4}\s{0,3}[-/.年\\ ]\s{0,3}\d{1,2}\s{0,3}[-/.月\\ ]\s{0,3}\d{1,2}/;

/**
 * Whether what `parseDate` can't read names a day that can't be (31 June), in contrast to one that is not wholly named or can
 * be read in two ways (2026年6月, 03/06/2026).
 */
export const isImpossibleDate = (value: unknown): boolean =>
  parseDate(value) === null && (typeof value !== 'string' || FULL_DATE.test(value.slice(0, LONGEST).normalize('NFKC').trim()));

const DURATION = /^(?:公示)?(?:期限?)?(?:为|:|：)?\s*([\d〇一二两三四五六七八九十半]+)\s*个?(年|月|天|日|工作日)(半)?$/;

/**
 * The last day of a period such as “三年” or “6个月” that begins with a date (令36号: from the day of the decision). Of working days the
 * calendar may be out or not: as many days are the least that they can be;
 * undefined where the text is no period.
 */
export function endOfPeriod(text: string, from: string): string | undefined {
  const match = DURATION.exec(text.slice(0, LONGEST).normalize('NFKC').trim());
  if (!match) return undefined;
  const [, amount = '', unit = '', half] = match;
  const plain = amount.replace('两', '二');
  const n = plain === '半' ? 0.5 : /^\d+$/.test(plain) ? Number(plain) : chineseNumber(plain.replace('半', ''));
  const [year = 0, month = 0, day = 0] = from.split('-').map(Number);
  const months = month - 1 + (unit === '年' ? n * 12 + (half ? 6 : 0) : n);
  return ofTime(/[天日]/.test(unit) ? Date.UTC(year, month - 1, day) + n * DAY
    // 31 August and six months: the last day of February.
    : Math.min(Date.UTC(year, months, day), Date.UTC(year, months + 1, 0))) ?? undefined;
}
