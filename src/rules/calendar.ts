/**
 * The State Council's calendar: weekdays that are off and weekend days that are worked (调休), `MM-DD`, a row a year.
 * Source: domain §2.1. A year that is not here is unknown: no verdict is passed on it. A site can pass its own table.
 */
export interface CalendarYear {
  /** Monday to Friday, and yet off. */
  readonly off: string;
  /** Saturday or Sunday, and yet worked. */
  readonly worked: string;
}

export type Calendar = Readonly<Record<number, CalendarYear>>;

/** A year as a site writes it: `MM-DD` or whole ISO dates, in a list or between spaces. */
export interface WrittenYear {
  readonly off?: string | readonly string[] | undefined;
  readonly worked?: string | readonly string[] | undefined;
}

const daysIn = (days: WrittenYear['off'] = ''): string =>
  (typeof days === 'string' ? days : days.join(' ')).trim().split(/[\s,，、]+/).map((day) => day.slice(-5)).join(' ');

/** The State Council's calendar with the years that a site has written down: a new one is usable on the day it comes out. */
export const calendarWith = (written: Readonly<Record<string, WrittenYear>> | undefined): Calendar => {
  if (!written) return CALENDAR;
  const years: Record<number, CalendarYear> = { ...CALENDAR };
  for (const [year, { off, worked }] of Object.entries(written)) years[Number(year)] = { off: daysIn(off), worked: daysIn(worked) };
  return years;
};

export const CALENDAR: Calendar = {
  2023: {
    off: '01-02 01-23 01-24 01-25 01-26 01-27 04-05 05-01 05-02 05-03 06-22 06-23 09-29 10-02 10-03 10-04 10-05 10-06',
    worked: '01-28 01-29 04-23 05-06 06-25 10-07 10-08',
  },
  2024: {
    off: '01-01 02-12 02-13 02-14 02-15 02-16 04-04 04-05 05-01 05-02 05-03 06-10 09-16 09-17 10-01 10-02 10-03 10-04 10-07',
    worked: '02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12',
  },
  2025: {
    off: '01-01 01-28 01-29 01-30 01-31 02-03 02-04 04-04 05-01 05-02 05-05 06-02 10-01 10-02 10-03 10-06 10-07 10-08',
    worked: '01-26 02-08 04-27 09-28 10-11',
  },
  2026: {
    off: '01-01 01-02 02-16 02-17 02-18 02-19 02-20 02-23 04-06 05-01 05-04 05-05 06-19 09-25 10-01 10-02 10-05 10-06 10-07',
    worked: '01-04 02-14 02-28 05-09 09-20 10-10',
  },
};
