/** Counts → points. Whatever can't be known has no points, neither 0 nor 100, and the total says of how many it is made. */
import { DIMENSIONS, type Dimension } from '../model/dimensions.js';
import type { Failure } from '../model/failure.js';
import type { Department } from './departments.js';
import { daysBetween, monthAfter, monthOf, monthsBetween } from './months.js';
import type { PerDimension, ScoreSettings } from './settings.js';
import { addCounts, emptyCounts, type Counts, type Fix, type Tally } from './tally.js';

/** Points from 0 to 100 with one decimal; `null`: can't be known. */
export type Points = number | null;

export interface Timeliness {
  readonly points: Points;
  readonly inTime: number;
  readonly late: number;
  /** Decisions without a date of publication, or in a year without a calendar. */
  readonly unknown: number;
  /** Working days from decision to publication; `null` where none are known. */
  readonly median: number | null;
  readonly worst: number | null;
}

export interface Completeness {
  readonly points: Points;
  readonly required: number;
  readonly filled: number;
}

export interface Accuracy {
  readonly points: Points;
  readonly rows: number;
  readonly faulty: number;
}

export interface Availability {
  readonly points: Points;
  /** ISO date of the last update; '' where the feed does not say. */
  readonly updated: string;
  /** Days since then; `null` where it is unknown. */
  readonly age: number | null;
  readonly months: number;
  /** Months (`YYYY-MM`) without any decision. */
  readonly empty: readonly string[];
}

export interface Scored {
  readonly total: Points;
  /** Dimensions that the total is made of. */
  readonly known: number;
  readonly timeliness: Timeliness;
  readonly completeness: Completeness;
  readonly accuracy: Accuracy;
  readonly availability: Availability;
  /** Whether each reaches its threshold; `null`: can't be known. */
  readonly met: PerDimension<boolean | null>;
}

/** What reading a department's feeds came to. */
export type Reading =
  | { readonly ok: true; readonly department: Department; readonly tally: Tally; /** ISO date of the last update. */ readonly updated?: string | undefined }
  | { readonly ok: false; readonly department: Department; readonly failure: Failure };

export interface TrendPoint {
  readonly month: string;
  readonly total: Points;
  readonly timeliness: Points;
  readonly rows: number;
}

/** A department in the ranking. One that can't be read has a failure instead of a score: it is listed, and not scored as 0. */
export interface DepartmentScore {
  readonly name: string;
  /** 1 for the first; equals share a rank and leave the next free (1, 1, 3). `null`: nothing to rank by. */
  readonly rank: number | null;
  readonly failure?: Failure;
  readonly score?: Scored;
  /** Month by month, the oldest first; a month in which nothing can be known has no points. */
  readonly trend: readonly TrendPoint[];
  /** Points of the last month against the one before it; `null` where one of them is unknown. */
  readonly change: Points;
  readonly fixes: readonly Fix[];
  readonly withheld: number;
}

export interface Scorecard {
  /** The month asked for; '' where all of the period is judged. */
  readonly month: string;
  /** First and last month judged. */
  readonly from: string;
  readonly to: string;
  /** ISO date on which it was made. */
  readonly date: string;
  readonly settings: ScoreSettings;
  readonly departments: readonly DepartmentScore[];
}

const round = (value: number): number => Math.round(value * 10) / 10;
/** Never rounded up to a threshold that is not reached: 99.96 % in time is not all in time. */
const pointsOf = (part: number, whole: number): Points => (whole ? Math.floor((part / whole) * 1000) / 10 : null);

const lengths = (days: ReadonlyMap<number, number>): readonly number[] => [...days.keys()].sort((a, b) => a - b);

/** Of an even number the mean of the two in the middle. */
const medianOf = (days: ReadonlyMap<number, number>): number | null => {
  const total = [...days.values()].reduce((sum, count) => sum + count, 0);
  const at = (position: number): number => {
    let seen = 0;
    return lengths(days).find((length) => (seen += days.get(length) as number) > position) as number;
  };
  return total ? (at(Math.floor((total - 1) / 2)) + at(Math.floor(total / 2))) / 2 : null;
};

const freshness = (age: number | null, { freshDays, staleDays }: ScoreSettings): Points =>
  (age === null ? null : Math.min(Math.max((staleDays - age) / (staleDays - freshDays), 0), 1) * 100);

const meanOf = (values: readonly Points[]): Points => {
  const known = values.filter((value) => value !== null);
  return known.length ? round(known.reduce((sum, value) => sum + value, 0) / known.length) : null;
};

/**
 * Points of some months together.
 * @param whole false: one month alone. Then the age of the feed says nothing, and a month without a word has no points:
 *   there may have been no decisions.
 */
const scoreOf = (counts: Counts, months: readonly string[], empty: readonly string[], updated: string, age: number | null, settings: ScoreSettings, whole: boolean): Scored => {
  const { late, inTime, unknown, days, required, filled, rows, faulty } = counts;
  const parts = {
    timeliness: { points: pointsOf(inTime, inTime + late), inTime, late, unknown, median: medianOf(days), worst: lengths(days).slice(-1)[0] ?? null },
    completeness: { points: pointsOf(filled, required), required, filled },
    accuracy: { points: pointsOf(rows - faulty, rows), rows, faulty },
    availability: { points: meanOf([whole ? freshness(age, settings) : null, pointsOf(months.length - empty.length, months.length)]), updated, age, months: months.length, empty },
  };
  const { weights, thresholds } = settings;
  const known = DIMENSIONS.filter((name) => parts[name].points !== null && weights[name] > 0);
  const weight = known.reduce((sum, name) => sum + weights[name], 0);
  const met = (name: Dimension): boolean | null => {
    const { points } = parts[name];
    return points === null ? null : points >= thresholds[name];
  };
  return {
    total: known.length && (whole || rows) ? round(known.reduce((sum, name) => sum + (parts[name].points as number) * weights[name], 0) / weight) : null,
    known: known.length,
    ...parts,
    met: { timeliness: met('timeliness'), completeness: met('completeness'), accuracy: met('accuracy'), availability: met('availability') },
  };
};

export interface ScoreOptions {
  /** Today in China, ISO. */
  readonly today: string;
  readonly settings: ScoreSettings;
  /** Only this month (`YYYY-MM`). */
  readonly month?: string | undefined;
}

/** Months that a department answers for: from `since` on, and the current one only if something is there already. */
const judgedMonths = (from: string, to: string, current: string, { months }: Tally, since = from): readonly string[] =>
  monthsBetween(since > from ? since : from, to).filter((month) => month !== current || months.has(month));

const scoreDepartment = (reading: Reading, from: string, to: string, { today, settings, month }: ScoreOptions): Omit<DepartmentScore, 'rank'> => {
  const { name, since } = reading.department;
  if (!reading.ok) return { name, failure: reading.failure, trend: [], change: null, fixes: [], withheld: 0 };
  const { tally, updated = '' } = reading;
  const current = monthOf(today);
  const age = updated ? Math.max(daysBetween(updated, today), 0) : null;
  const isEmpty = (one: string): boolean => !tally.months.get(one)?.decisions;
  const of = (months: readonly string[], whole: boolean): Scored => scoreOf(
    // A date that can't be read belongs to no month; it is judged with all of them.
    [...months, ...(whole ? [''] : [])].reduce((sum, one) => addCounts(sum, tally.months.get(one) ?? emptyCounts()), emptyCounts()),
    months, months.filter(isEmpty), updated, age, settings, whole,
  );
  const period = judgedMonths(from, to, current, tally, since);
  const asked = month === undefined ? period : period.filter((one) => one === month);
  const trend = period.map((one): TrendPoint => {
    const { total, timeliness, accuracy } = of([one], false);
    return { month: one, total, timeliness: timeliness.points, rows: accuracy.rows };
  });
  const [before, last] = trend.slice(-2);
  return {
    name,
    score: of(asked, month === undefined),
    trend,
    change: before && last && before.total !== null && last.total !== null ? round(last.total - before.total) : null,
    fixes: tally.fixes.filter((fix) => !fix.month || asked.includes(fix.month)),
    withheld: tally.withheld,
  };
};

/** Best first; what has no points after all that have; then by name, so that the order never depends on who answered first. */
const byTotal = (a: Omit<DepartmentScore, 'rank'>, b: Omit<DepartmentScore, 'rank'>): number =>
  (b.score?.total ?? -1) - (a.score?.total ?? -1) || Number(Boolean(a.failure)) - Number(Boolean(b.failure)) || a.name.localeCompare(b.name, 'zh-CN');

/** All departments, ranked. */
export const scorecardOf = (readings: readonly Reading[], options: ScoreOptions): Scorecard => {
  const { today, settings, month } = options;
  const to = month ?? monthOf(today);
  const from = monthAfter(to, -settings.months);
  const sorted = readings.map((reading) => scoreDepartment(reading, from, to, options)).sort(byTotal);
  const totals = sorted.map(({ score }) => score?.total ?? null);
  return {
    month: month ?? '', from, to, date: today, settings,
    departments: sorted.map((one, at) => ({ ...one, rank: totals[at] === null ? null : totals.indexOf(totals[at] as number) + 1 })),
  };
};

/** Whether a department has not made it: unread, or below the mark. One without any points has not failed. */
export const hasFailed = ({ failure, score }: DepartmentScore, pass: number): boolean => failure !== undefined || (score?.total ?? pass) < pass;
