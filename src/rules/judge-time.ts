/**
 * Whether a decision was published within seven working days, where the calendar of a year is not out yet: what is certain
 * under any calendar is judged, and only the rest is unknown.
 */
import { CALENDAR, type Calendar, type CalendarYear } from './calendar.js';
import { PUBLICATION_DAYS, addWorkingDays } from './working-days.js';

/** Calendars that are laid over a year without one: Spring Festival walks through all its places in about as many years. */
const LAID_YEARS = 10;

const DAY = 86_400_000;
const isoDay = (time: number): string => new Date(time).toISOString().slice(0, 10);
const timeOf = (date: string): number => Date.parse(`${date}T00:00:00Z`);
const weekdayOf = (date: string): number => new Date(timeOf(date)).getUTCDay();
const isWeekend = (date: string): boolean => weekdayOf(date) % 6 === 0;

/** All days of a year's holidays, `MM-DD`: the weekdays off and the weekends between and beside them. */
function holidaysOf(year: number, { off, worked }: CalendarYear): ReadonlySet<string> {
  const known = new Set(off.split(' ').filter(Boolean).map((day) => `${year}-${day}`));
  const workedDays = new Set(worked.split(' ').map((day) => `${year}-${day}`));
  const days = new Set<string>();
  for (const day of known) {
    days.add(day);
    for (const step of [-DAY, DAY]) {
      let time = timeOf(day) + step;
      while (isWeekend(isoDay(time)) && !workedDays.has(isoDay(time))) {
        days.add(isoDay(time));
        time += step;
      }
    }
  }
  return new Set([...days].map((day) => day.slice(5)));
}

/** The holidays of one year on the dates of another. */
function laidOver(year: number, source: number, calendar: Calendar): CalendarYear {
  const known = calendar[source] as CalendarYear;
  const holidays = holidaysOf(source, known);
  const worked = new Set(known.worked.split(' '));
  const [off, workedHere]: [string[], string[]] = [[], []];
  for (let time = Date.UTC(year, 0, 1); time < Date.UTC(year + 1, 0, 1); time += DAY) {
    const date = isoDay(time);
    const day = date.slice(5);
    if (!isWeekend(date) && holidays.has(day)) off.push(day);
    if (isWeekend(date) && worked.has(day)) workedHere.push(day);
  }
  return { off: off.join(' '), worked: workedHere.join(' ') };
}

/** Calendars in which the years that have none bear the holidays of one of the last ten; made once for each calendar. */
const LAID = new WeakMap<Calendar, Map<string, readonly Calendar[]>>();

function laidCalendars(years: readonly number[], calendar: Calendar): readonly Calendar[] {
  const known = LAID.get(calendar) ?? new Map<string, readonly Calendar[]>();
  LAID.set(calendar, known);
  const made = known.get(years.join());
  if (made) return made;
  const sources = Object.keys(calendar).map(Number).sort((a, b) => b - a).slice(0, LAID_YEARS);
  const calendars = sources.map((source): Calendar => {
    const laid: Record<number, CalendarYear> = { ...calendar };
    for (const year of years) laid[year] = laidOver(year, source, calendar);
    return laid;
  });
  known.set(years.join(), calendars);
  return calendars;
}

/** Until when a decision was to be published, ISO: by the calendar, or the earliest and latest that any calendar can make of it. */
export interface Deadline {
  /** Published until this day: in time, whatever the calendar will be. */
  readonly certain: string;
  /** Published after this day: late, whatever it will be. The same as `certain` where the calendar is known. */
  readonly latest: string;
}

/** @param decidedOn ISO */
export function deadlineOf(decidedOn: string, calendar: Calendar = CALENDAR): Deadline {
  const last = addWorkingDays(decidedOn, PUBLICATION_DAYS, calendar);
  if (last) return { certain: last, latest: last };
  const year = Number(decidedOn.slice(0, 4));
  // Seven working days are never shorter than seven days, and never lead further than the next year.
  const certain = isoDay(timeOf(decidedOn) + PUBLICATION_DAYS * DAY);
  const missing = [year, year + 1].filter((one) => !calendar[one]);
  const ends = laidCalendars(missing, calendar).map((laid) => addWorkingDays(decidedOn, PUBLICATION_DAYS, laid) as string);
  return { certain, latest: ends.sort()[ends.length - 1] ?? '9999-12-31' };
}

/** Whether a decision was published in time; `unknown`: a date is missing, or only a calendar that is not out yet can tell. */
export function judgeTime(
  decidedOn: string | undefined,
  publishedOn: string | undefined,
  calendar: Calendar = CALENDAR,
): 'in-time' | 'late' | 'unknown' {
  if (!decidedOn || !publishedOn) return 'unknown';
  const { certain, latest } = deadlineOf(decidedOn, calendar);
  return publishedOn <= certain ? 'in-time' : publishedOn > latest ? 'late' : 'unknown';
}
