/**
 * The calendar as a setting: a new year as the State Council's notice lists it (国办发明电, each November), typed in by
 * whoever keeps the page, so that the year is known on that day and not with the next release.
 */
import { CALENDAR, type Calendar, type CalendarYear } from './calendar.js';

/** Days `MM-DD` or `YYYY-MM-DD`, a span as `MM-DD..MM-DD`: in a list, or in one text between spaces. */
export interface CalendarYearSetting {
  readonly off: string | readonly string[];
  readonly worked?: string | readonly string[] | undefined;
}

export type CalendarSetting = Readonly<Record<string, CalendarYearSetting>>;

const DAY = 86_400_000;
const isoDay = (time: number): string => new Date(time).toISOString().slice(0, 10);
const timeOf = (date: string): number => Date.parse(`${date}T00:00:00Z`);
const isWeekend = (date: string): boolean => [0, 6].includes(new Date(timeOf(date)).getUTCDay());

/** Every day that is named, ISO. A span may lead into the next year (12-31..01-02). */
const daysIn = (year: string, given: string | readonly string[] = []): readonly string[] =>
  (typeof given === 'string' ? given.split(/[\s,，、]+/) : given).filter(Boolean).flatMap((span) => {
    const [from = '', to = from] = span.split('..').map((day) => (day.length > 5 ? day : `${year}-${day}`));
    const end = to < from ? `${Number(to.slice(0, 4)) + 1}${to.slice(4)}` : to;
    const days: string[] = [];
    for (let time = timeOf(from); time <= timeOf(end); time += DAY) days.push(isoDay(time));
    return days;
  });

/** The State Council's calendar with the years of a setting, which count before ours. Weekends among the days off change nothing. */
export function calendarWith(setting: CalendarSetting | undefined, base: Calendar = CALENDAR): Calendar {
  if (!setting || !Object.keys(setting).length) return base;
  const calendar: Record<number, CalendarYear> = { ...base };
  for (const [year, { off, worked }] of Object.entries(setting)) {
    const inYear = (days: readonly string[], weekend: boolean): string =>
      days.filter((day) => day.startsWith(year) && isWeekend(day) === weekend).map((day) => day.slice(5)).sort().join(' ');
    calendar[Number(year)] = { off: inYear(daysIn(year, off), false), worked: inYear(daysIn(year, worked), true) };
  }
  return calendar;
}
