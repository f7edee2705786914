/** Readings of departments → the scorecard: each with its points and its trend, ranked. */
import type { Failure } from '../model/failure.js';
import type { Calendar } from '../rules/calendar.js';
import type { Department } from './departments.js';
import { judgeLedger, splitsOf, withMissing, type LedgerCase, type LedgerSplit } from './ledger.js';
import type { LedgerRow } from './ledger-rows.js';
import { daysBetween, monthAfter, monthOf, monthsBetween } from './months.js';
import { round, scoreOf, type Points, type Scored } from './points.js';
import { seriesGaps, type SeriesGap } from './series.js';
import { gradeOf, type ScoreSettings } from './settings.js';
import { addCounts, emptyCounts, type Fix, type Tally } from './tally.js';
import type { WatchResult } from './watch-findings.js';

/** What reading a department's feeds came to. */
export type Reading =
  | {
      readonly ok: true;
      readonly department: Department;
      readonly tally: Tally;
      /** ISO date of the last update. */ readonly updated?: string | undefined;
      /** What the log of first sight has proven, where there is one. */ readonly watch?: WatchResult;
    }
  | { readonly ok: false; readonly department: Department; readonly failure: Failure; readonly watch?: WatchResult };

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
  /** 等次 of the total; '' without one, and where nobody can check it. */
  readonly grade: string;
  /** Gaps in the document numbers: a hint, which counts for nothing. */
  readonly gaps: readonly SeriesGap[];
  /** What the log of first sight has proven, where there is one. */
  readonly watch?: WatchResult;
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
  /** With a ledger: 应公示 … 合规率, of all and by kind, county, department and month. No name of anybody. */
  readonly ledger?: readonly LedgerSplit[];
}

export interface ScoreOptions {
  /** Today in China, ISO. */
  readonly today: string;
  readonly settings: ScoreSettings;
  /** Only this month (`YYYY-MM`). */
  readonly month?: string | undefined;
  /** 台账: what the departments have decided. */
  readonly ledger?: readonly LedgerRow[] | undefined;
  readonly calendar?: Calendar | undefined;
}

/** Months that a department answers for: from `since` on, and the current one only if something is there already. */
const judgedMonths = (from: string, to: string, current: string, { months }: Tally, since = from): readonly string[] =>
  monthsBetween(since > from ? since : from, to).filter((month) => month !== current || months.has(month));

const scoreDepartment = (
  reading: Reading,
  from: string,
  to: string,
  { today, settings, month, ledger = [] }: ScoreOptions,
): Omit<DepartmentScore, 'rank'> => {
  const { name, since } = reading.department;
  const watched = reading.watch && { watch: reading.watch };
  if (!reading.ok) {
    return { name, failure: reading.failure, trend: [], change: null, fixes: [], withheld: 0, grade: '', gaps: [], ...watched };
  }
  const { tally, updated = '' } = reading;
  const current = monthOf(today);
  const age = updated ? Math.max(daysBetween(updated, today), 0) : null;
  const isEmpty = (one: string): boolean => !tally.months.get(one)?.decisions;
  const of = (months: readonly string[], whole: boolean): Scored =>
    scoreOf(
      // A date that can't be read belongs to no month; it is judged with all of them.
      [...months, ...(whole ? [''] : [])].reduce((sum, one) => addCounts(sum, tally.months.get(one) ?? emptyCounts()), emptyCounts()),
      months,
      months.filter(isEmpty),
      updated,
      age,
      settings,
      whole,
      reading.watch?.availability,
    );
  const period = judgedMonths(from, to, current, tally, since);
  const asked = month === undefined ? period : period.filter((one) => one === month);
  const trend = period.map((one): TrendPoint => {
    const { total, timeliness, accuracy } = of([one], false);
    return { month: one, total, timeliness: timeliness.points, rows: accuracy.rows };
  });
  const [before, last] = trend.slice(-2);
  const score = of(asked, month === undefined);
  return {
    name,
    score,
    trend,
    change: before && last && before.total !== null && last.total !== null ? round(last.total - before.total) : null,
    fixes: tally.fixes.filter((fix) => !fix.month || asked.includes(fix.month)),
    withheld: tally.withheld,
    grade: score.total === null || !score.verifiable ? '' : gradeOf(score.total, settings),
    gaps: seriesGaps(tally.numbers, ledger.map(({ documentNumber }) => documentNumber), from.slice(0, 4)),
    ...watched,
  };
};

/** What can't be verified, whatever its points. */
const isUnverifiable = ({ score }: Pick<DepartmentScore, 'score'>): boolean => score?.verifiable === false && score.total !== null;

/**
 * Best first; what can't be verified after all that can; what has no points after all that have;
 * then by name, so that the order never depends on who answered first.
 */
const byTotal = (a: Omit<DepartmentScore, 'rank'>, b: Omit<DepartmentScore, 'rank'>): number =>
  Number((a.score?.total ?? null) === null) - Number((b.score?.total ?? null) === null)
  || Number(isUnverifiable(a)) - Number(isUnverifiable(b))
  || (b.score?.total ?? -1) - (a.score?.total ?? -1)
  || Number(Boolean(a.failure)) - Number(Boolean(b.failure))
  || a.name.localeCompare(b.name, 'zh-CN');

type Read = Extract<Reading, { readonly ok: true }>;

/** The ledger's decisions of the months judged; one without a date is judged with all of them. Unread departments can't be judged. */
const casesOf = (
  readings: readonly Reading[], from: string, to: string, { today, month, ledger = [], calendar }: ScoreOptions,
): readonly LedgerCase[] => {
  const feeds = readings.flatMap((one) => (one.ok ? [{ name: one.department.name, published: one.tally.published }] : []));
  const unread = new Set(readings.flatMap((one) => (one.ok ? [] : [one.department.name])));
  return judgeLedger(ledger.filter(({ department }) => !unread.has(department)), feeds, today, calendar).filter(({ decidedOn }) => {
    const own = monthOf(decidedOn);
    return own ? own >= (month ?? from) && own <= to : !month;
  });
};

const withCases = (reading: Read, cases: readonly LedgerCase[]): Read =>
  ({ ...reading, tally: withMissing(reading.tally, cases.filter(({ department }) => department === reading.department.name)) });

/** All departments, ranked. */
export const scorecardOf = (readings: readonly Reading[], options: ScoreOptions): Scorecard => {
  const { today, settings, month } = options;
  const to = month ?? monthOf(today);
  const from = monthAfter(to, -settings.months);
  const cases = options.ledger && casesOf(readings, from, to, options);
  const sorted = readings
    .map((reading) => scoreDepartment(cases && reading.ok ? withCases(reading, cases) : reading, from, to, options))
    .sort(byTotal);
  const places = sorted.map((one) => `${isUnverifiable(one) ? '?' : ''}${one.score?.total ?? ''}`);
  return {
    month: month ?? '', from, to, date: today, settings, ...(cases && { ledger: splitsOf(cases) }),
    departments: sorted.map((one, at) => ({ ...one, rank: places[at] ? places.indexOf(places[at]) + 1 : null })),
  };
};

/** Whether a department has not made it: unread, below the mark, or not to be verified. One without any points has not failed. */
export const hasFailed = (one: DepartmentScore, pass: number): boolean =>
  one.failure !== undefined || (one.score?.total ?? pass) < pass || (pass > 0 && isUnverifiable(one));
