/**
 * What is certain in a year whose calendar is not out yet: within seven days a decision is in time, since working days are
 * never quicker than days; it is late where it would be under each of the last ten calendars laid over these days.
 */
import { CALENDAR, type Calendar, type CalendarYear } from './calendar.js';
import { PAST } from './calendar-past.js';
import { addWorkingDays, isWorkingDay, PUBLICATION_DAYS, type Verdict } from './working-days.js';

const DAY = 86_400_000;
const iso = (time: number): string => new Date(time).toISOString().slice(0, 10);
const isWeekend = (time: number): boolean => [0, 6].includes(new Date(time).getUTCDay());

/** Days (`MM-DD`) of a year's holidays with the weekends that they run into: on another year's weekdays those are off as well. */
function holidaysOf(year: number, { off, worked }: CalendarYear): ReadonlySet<string> {
  const days = new Set(off.split(' ').filter(Boolean));
  for (const day of [...days]) {
    for (const step of [DAY, -DAY]) {
      let time = Date.parse(`${year}-${day}T00:00:00Z`) + step;
      for (; isWeekend(time) && !worked.includes(iso(time).slice(5)); time += step) days.add(iso(time).slice(5));
    }
  }
  return days;
}

let made: readonly ReadonlySet<string>[] | undefined;
const overlays = (): readonly ReadonlySet<string>[] =>
  (made ??= Object.entries({ ...PAST, ...CALENDAR }).slice(-10).map(([year, row]) => holidaysOf(Number(year), row)));

/** The seventh working day where a year without a calendar has the holidays of another; working weekends would only make it earlier. */
function lastDay(decidedOn: string, holidays: ReadonlySet<string>, calendar: Calendar): string {
  let time = Date.parse(`${decidedOn}T00:00:00Z`);
  for (let left = PUBLICATION_DAYS; left > 0;) {
    time += DAY;
    const date = iso(time);
    if (isWorkingDay(date, calendar) ?? (!isWeekend(time) && !holidays.has(date.slice(5)))) left--;
  }
  return iso(time);
}

/**
 * @param decidedOn ISO
 * @param publishedOn ISO
 * @param calendar years in it count as they are
 */
export function certainVerdict(decidedOn: string, publishedOn: string, calendar: Calendar): Verdict {
  if (Date.parse(publishedOn) - Date.parse(decidedOn) <= PUBLICATION_DAYS * DAY) return 'in-time';
  return overlays().every((holidays) => publishedOn > lastDay(decidedOn, holidays, calendar)) ? 'late' : 'unknown';
}

/** Last days by the day of the decision: a city's decisions of a year share some 250, and are asked about every morning. */
const DUE = new WeakMap<Calendar, Map<string, string | undefined>>();

function dueOn(decidedOn: string, calendar: Calendar): string | undefined {
  const known = DUE.get(calendar) ?? new Map<string, string | undefined>();
  DUE.set(calendar, known);
  if (!known.has(decidedOn)) known.set(decidedOn, addWorkingDays(decidedOn, PUBLICATION_DAYS, calendar));
  return known.get(decidedOn);
}

/** Whether a decision was published in time; what does not depend on a missing calendar is judged without it. */
export const publishedInTime = (
  decidedOn: string | undefined,
  publishedOn: string | undefined,
  calendar: Calendar = CALENDAR,
): Verdict => {
  if (!decidedOn || !publishedOn) return 'unknown';
  const last = dueOn(decidedOn, calendar);
  if (!last) return certainVerdict(decidedOn, publishedOn, calendar);
  return publishedOn <= last ? 'in-time' : 'late';
};
