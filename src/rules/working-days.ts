/**
 * Seven working days: 发改办财金〔2018〕424号 (2018-07-25) asks for publication within them; the first day does not count
 * (民法典 art. 201), working days leave out statutory holidays (行政处罚法 art. 85).
 */
import { CALENDAR, type Calendar } from './calendar.js';

/** The span within which a decision is to be published. */
export const PUBLICATION_DAYS = 7;

const DAY = 86_400_000;

/** Whether an ISO date is a working day; undefined in a year without a calendar. */
export const isWorkingDay = (date: string, calendar: Calendar = CALENDAR): boolean | undefined => {
  const year = calendar[Number(date.slice(0, 4))];
  if (!year) return undefined;
  const day = date.slice(5);
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6 ? year.worked.split(' ').includes(day) : !year.off.split(' ').includes(day);
};

/** The ISO date that is `days` working days after `date`; undefined where the way leads through a year without a calendar. */
export const addWorkingDays = (date: string, days: number, calendar: Calendar = CALENDAR): string | undefined => {
  let time = Date.parse(`${date}T00:00:00Z`);
  let current = date;
  for (let left = days; left > 0;) {
    time += DAY;
    current = new Date(time).toISOString().slice(0, 10);
    const working = isWorkingDay(current, calendar);
    if (working === undefined) return undefined;
    if (working) left--;
  }
  return current;
};

/** Working days from the first day of a year on, for each of its days; built once for each calendar. */
const COUNTS = new WeakMap<Calendar, Map<number, readonly number[]>>();

const countsOf = (year: number, calendar: Calendar): readonly number[] | undefined => {
  const known = COUNTS.get(calendar) ?? new Map<number, readonly number[]>();
  COUNTS.set(calendar, known);
  const counted = known.get(year);
  if (counted || !calendar[year]) return counted;
  const counts: number[] = [];
  for (let time = Date.UTC(year, 0, 1), sum = 0; time < Date.UTC(year + 1, 0, 1); time += DAY) {
    if (isWorkingDay(new Date(time).toISOString().slice(0, 10), calendar)) sum++;
    counts.push(sum);
  }
  known.set(year, counts);
  return counts;
};

/**
 * Working days after `from` until `to`, both ISO dates, the first day not counted; negative where `to` comes first,
 * undefined where a year between them has no calendar.
 */
export const workingDaysBetween = (from: string, to: string, calendar: Calendar = CALENDAR): number | undefined => {
  if (to < from) {
    const days = workingDaysBetween(to, from, calendar);
    return days === undefined ? undefined : 0 - days;
  }
  const day = (date: string, counts: readonly number[]): number =>
    counts[Math.round((Date.parse(`${date}T00:00:00Z`) - Date.UTC(Number(date.slice(0, 4)), 0, 1)) / DAY)] as number;
  let sum = 0;
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year++) {
    const counts = countsOf(year, calendar);
    if (!counts) return undefined;
    const end = to.startsWith(String(year)) ? day(to, counts) : (counts[counts.length - 1] as number);
    sum += end - (from.startsWith(String(year)) ? day(from, counts) : 0);
  }
  return sum;
};
