/** Readings of departments → the scorecard: each with its points and its trend, ranked. */
import type { Failure } from '../model/failure.js';
import { coverageOf, type Coverage, type LedgerDecision } from './coverage.js';
import type { Department } from './departments.js';
import { daysBetween, monthAfter, monthOf, monthsBetween } from './months.js';
import { round, scoreOf, type Points, type Scored } from './points.js';
import type { SeriesGap } from './series.js';
import { gradeOf, type ScoreSettings } from './settings.js';
import { addCounts, emptyCounts, type Fix, type Tally } from './tally.js';

/** What reading a department's feeds came to. */
export type Reading =
  | {
      readonly ok: true;
      readonly department: Department;
      readonly tally: Tally;
      /** ISO date of the last update. */ readonly updated?: string | undefined;
    }
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
  /** 优秀, 良好, 合格, 不合格; '' without points or where nobody can check them. */
  readonly grade: string;
  /** What was decided against what was published, where there is a ledger. */
  readonly coverage?: Coverage | undefined;
  /** The same by kind, county and month. */
  readonly split?: readonly CoveragePart[] | undefined;
  /** Entries of decisions handed in, and those of them that were taken in (入库). */
  readonly handedIn: number;
  readonly stored: number;
  /** Gaps in series of document numbers: a hint. */
  readonly gaps: readonly SeriesGap[];
}

export interface CoveragePart extends Coverage {
  readonly by: 'kind' | 'county' | 'month';
  /** A kind, a county's name, `YYYY-MM`. */
  readonly of: string;
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

const scoreDepartment = (
  reading: Reading,
  from: string,
  to: string,
  { today, settings, month }: ScoreOptions,
): Omit<DepartmentScore, 'rank'> => {
  const { name, since, county = '' } = reading.department;
  if (!reading.ok) {
    const { failure } = reading;
    return { name, failure, trend: [], change: null, fixes: [], withheld: 0, grade: '', handedIn: 0, stored: 0, gaps: [] };
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
      tally.evidence,
    );
  const period = judgedMonths(from, to, current, tally, since);
  const asked = month === undefined ? period : period.filter((one) => one === month);
  const trend = period.map((one): TrendPoint => {
    const { total, timeliness, accuracy } = of([one], false);
    return { month: one, total, timeliness: timeliness.points, rows: accuracy.rows };
  });
  const [before, last] = trend.slice(-2);
  const score = of(asked, month === undefined);
  const ledger = tally.ledger?.filter((one) => (one.month ? asked.includes(one.month) : month === undefined));
  const counts = asked.map((one) => tally.months.get(one) ?? emptyCounts());
  return {
    name,
    score,
    trend,
    change: before && last && before.total !== null && last.total !== null ? round(last.total - before.total) : null,
    fixes: tally.fixes.filter((fix) => !fix.month || asked.includes(fix.month)),
    withheld: tally.withheld,
    grade: gradeOf(score.total, score.verifiable, settings),
    ...(ledger && { coverage: coverageOf(ledger), split: splitOf(ledger, county) }),
    handedIn: counts.reduce((sum, one) => sum + one.handedIn, 0),
    stored: counts.reduce((sum, one) => sum + one.stored, 0),
    gaps: tally.gaps,
  };
};

const splitOf = (ledger: readonly LedgerDecision[], county: string): readonly CoveragePart[] => {
  const parts = (by: CoveragePart['by'], of: (one: LedgerDecision) => string): readonly CoveragePart[] => {
    const groups = new Map<string, LedgerDecision[]>();
    for (const one of ledger) groups.set(of(one), [...groups.get(of(one)) ?? [], one]);
    return [...groups].sort(([a], [b]) => a.localeCompare(b, 'zh-CN')).map(([name, all]) => ({ by, of: name, ...coverageOf(all) }));
  };
  return [
    ...parts('kind', ({ kind }) => kind ?? ''), ...parts('county', (one) => one.county || county), ...parts('month', ({ month }) => month),
  ];
};

type Unranked = Omit<DepartmentScore, 'rank'>;

/**
 * What is ranked by: totals that can be verified before those that can't, then points, then how few decisions lack a right
 * day of their own, so that whoever leaves it out never stands beside whoever gives it.
 */
const compare = (a: Unranked, b: Unranked): number =>
  Number(typeof b.score?.total === 'number') - Number(typeof a.score?.total === 'number')
  || Number(b.score?.verifiable ?? false) - Number(a.score?.verifiable ?? false)
  || (b.score?.total ?? -1) - (a.score?.total ?? -1)
  || (a.score?.timeliness.dateless ?? 0) - (b.score?.timeliness.dateless ?? 0);

/** Best first; what has no points after all that have; then by name, so that the order never depends on who answered first. */
const byTotal = (a: Unranked, b: Unranked): number =>
  compare(a, b) || Number(Boolean(a.failure)) - Number(Boolean(b.failure)) || a.name.localeCompare(b.name, 'zh-CN');

/** All departments, ranked. */
export const scorecardOf = (readings: readonly Reading[], options: ScoreOptions): Scorecard => {
  const { today, settings, month } = options;
  const to = month ?? monthOf(today);
  const from = monthAfter(to, -settings.months);
  const sorted = readings.map((reading) => scoreDepartment(reading, from, to, options)).sort(byTotal);
  const rankOf = (one: Unranked): number | null =>
    ((one.score?.total ?? null) === null ? null : sorted.findIndex((other) => compare(other, one) === 0) + 1);
  return {
    month: month ?? '', from, to, date: today, settings,
    departments: sorted.map((one) => ({ ...one, rank: rankOf(one) })),
  };
};

/** Whether a department has not made it: unread, below the mark, or beyond checking. One without any points has not failed. */
export const hasFailed = ({ failure, score }: DepartmentScore, pass: number): boolean =>
  failure !== undefined || (score?.total ?? pass) < pass || (pass > 0 && typeof score?.total === 'number' && !score.verifiable);
