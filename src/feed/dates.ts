/** Dates in every form departments write them (domain §6) → ISO dates in Chinese time. */
import { isCalendarDay } from '../rules/codes.js';
import { memoize } from './memoize.js';

/** Stands for 长期 (official fill note: 2099/12/31). */
export const LONG_TERM = '2099-12-31';

const CHINA = 8 * 3_600_000;
const DAY = 86_400_000;
// Day 0 of Excel's count, with its leap year that never was.
const EXCEL_EPOCH = Date.UTC(1899, 11, 30);

const iso = (year: number, month: number, day: number): string | null => {
  if (year >= 2099 && year <= 9999) return LONG_TERM;
  return year >= 1949 && isCalendarDay(year, month, day) ? new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10) : null;
};

const ofTime = (time: number): string | null => {
  const date = new Date(time);
  return iso(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
};

/** Excel's days, YYYYMMDD, seconds or milliseconds since 1970: told apart by their size. */
const ofNumber = (n: number): string | null => {
  if (n >= 1e4 && n < 1e5) return ofTime(EXCEL_EPOCH + Math.floor(n) * DAY);
  if (n >= 19490101 && n < 1e8) return iso(Math.floor(n / 1e4), Math.floor(n / 100) % 100, n % 100);
  return n >= 1e8 && n < 1e14 ? ofTime((n < 1e10 ? n * 1000 : n) + CHINA) : null;
};

const CHINESE_DIGITS = '〇一二三四五六七八九';
/** 二〇二五, 十一, 三十, 二十三 as digits. */
const chineseNumber = (text: string): number => {
  const digits = text.replace(/^十/, '一十').replace(/十$/, '〇').replace('十', '');
  return Number([...digits].map((c) => CHINESE_DIGITS.indexOf(c)).join(''));
};

const CHINESE_DATE = /([〇一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日/g;
const SPELT_DATE = /\d{4}\s*[-/.年\\]\s*\d{1,2}\s*[-/.月\\]\s*\d{1,2}/g;
const JAVA_DATE = /^[A-Z][a-z]{2} ([A-Z][a-z]{2}) (\d{1,2}) [\d:]+ \S+ (\d{4})$/;
const ZONED = /^\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})$/;

const known = new Map<string, string | null>();

/**
 * A date as ISO `YYYY-MM-DD`; `undefined` where there is none, `null` where there is one that can't be.
 * Of a span the last day counts when `end` is set (有效期至), else the first.
 */
export const parseDate = (value: unknown, end = false): string | null | undefined => {
  if (typeof value === 'number') return value ? ofNumber(value) : undefined;
  if (typeof value !== 'string') return value === null || value === undefined ? undefined : null;
  return memoize(known, `${value}${end}`, () => ofText(value, end));
};

const ofText = (value: string, end: boolean): string | null => {
  const text = value.normalize('NFKC').replace(/[○Ｏ零]/g, '〇').trim();
  if (/长期|永久|无固定期限|无期限/.test(text)) return LONG_TERM;
  if (/^\d+(?:\.0*)?$/.test(text)) return ofNumber(parseInt(/^\d{14}$/.test(text) ? text.slice(0, 8) : text, 10));
  const epoch = /^\/Date\((-?\d+)/.exec(text);
  if (epoch) return ofTime(Number(epoch[1]) + CHINA);
  if (ZONED.test(text)) return ofTime(Date.parse(text.replace(/(\d{2})(\d{2})$/, '$1:$2')) + CHINA);
  const java = JAVA_DATE.exec(text);
  if (java) return ofTime(Date.parse(`${java[2]} ${java[1]} ${java[3]} UTC`));
  const found = text.replace(CHINESE_DATE, (_, ...parts: string[]) => parts.slice(0, 3).map(chineseNumber).join('-')).match(SPELT_DATE);
  const match = found?.[end ? found.length - 1 : 0];
  if (!match) return null;
  const [year = 0, month = 0, day = 0] = match.split(/\D+/).map(Number);
  return iso(year, month, day);
};

const DURATION = /^(?:公示)?(?:期限?)?(?:为|:|：)?\s*([\d〇一二两三四五六七八九十半]+)\s*个?(年|月|天|日)(半)?$/;

/**
 * The last day of a period such as “三年” or “6个月” that begins with a date (令36号: from the day of the decision);
 * undefined where the text is no period.
 */
export const endOfPeriod = (text: string, from: string): string | undefined => {
  const match = DURATION.exec(text.normalize('NFKC').trim());
  if (!match) return undefined;
  const [, amount = '', unit = '', half] = match;
  const plain = amount.replace('两', '二');
  const n = plain === '半' ? 0.5 : /^\d+$/.test(plain) ? Number(plain) : chineseNumber(plain.replace('半', ''));
  const [year = 0, month = 0, day = 0] = from.split('-').map(Number);
  const months = month - 1 + (unit === '年' ? n * 12 + (half ? 6 : 0) : n);
  return ofTime(/[天日]/.test(unit) ? Date.UTC(year, month - 1, day) + n * DAY
    // 31 August and six months: the last day of February.
    : Math.min(Date.UTC(year, months, day), Date.UTC(year, months + 1, 0))) ?? undefined;
};
