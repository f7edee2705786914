/** Every word of the scorecard, as a type. Apart from the other messages: only a supervisor's page needs them. */
import type { Dimension } from '../model/dimensions.js';

/** Names of `INDICATORS` (score/indicators.ts). */
export type CoverageFigure = 'due' | 'published' | 'late' | 'missing' | 'correct' | 'stored';

export interface ScoreWords {
  /** BCP 47 tag of the words below. */
  readonly tag: string;
  readonly title: string;
  /** 及时性 … */
  dimension(name: Dimension): string;
  /** What is judged when: the months, written as ISO `YYYY-MM`. */
  period(from: string, to: string): string;
  month(iso: string): string;
  readonly chooseMonth: string;
  readonly allMonths: string;
  /** How many departments, and how many of them can't be read. */
  departments(all: number, unread: number): string;
  /** ISO date. */
  made(date: string): string;

  readonly ranking: string;
  readonly rank: string;
  readonly department: string;
  readonly total: string;
  readonly change: string;
  points(value: number): string;
  /** Points more or fewer than in the month before. */
  changed(value: number): string;
  /** Said where something can't be known; a dash stands there. */
  readonly unknown: string;
  /** Beside points below their threshold. */
  readonly unmet: string;
  unread(detail: string): string;
  /** The total is made of some dimensions only. */
  partial(known: number): string;
  readonly noScore: string;
  /** Beside a total that nobody can check. */
  readonly unverifiable: string;

  /** Of one department. */
  /** `counted`: those in time, late and undated; `missing`: those that are not published or were removed. */
  timeliness(inTime: number, counted: number, unknown: number, undated: number, missing: number): string;
  days(median: number, worst: number): string;
  completeness(filled: number, required: number, missing: number): string;
  accuracy(right: number, rows: number): string;
  /** `date` is '' where the feed does not say. */
  updated(date: string, age: number | null): string;
  emptyMonths(months: readonly string[]): string;
  readonly noEmptyMonths: string;
  withheld(count: number): string;
  readonly measured: string;

  readonly trend: string;
  readonly records: string;
  readonly monthHead: string;

  readonly fixes: string;
  readonly noFixes: string;
  moreFixes(count: number): string;
  readonly documentNumber: string;
  row(number: number): string;
  readonly rowHead: string;
  readonly fault: string;
  /** After a fault of one that came late. */
  tookDays(days: number): string;
  /** Which of the dimensions a fault belongs to. */
  readonly dimensionHead: string;

  /** 全面性: the figures of what was decided against what was published. */
  readonly coverage: string;
  indicatorName(name: CoverageFigure): string;
  /** Numerator ÷ denominator, in words. */
  definition(name: CoverageFigure): string;
  /** `of` is undefined of what is itself a denominator; `rate` is per cent, `null` of nothing. */
  figure(count: number, of: number | undefined, rate: number | null): string;
  readonly figureHead: string;
  readonly definitionHead: string;
  /** Decisions of the ledger whose days are not over, and those that are not to be published. */
  notDue(pending: number, exempt: number): string;
  /** Of what a part of the figures is: a kind, a county, a month; '' where the ledger does not say. */
  part(by: 'kind' | 'county' | 'month', of: string): string;
  readonly partHead: string;
  readonly grade: string;
  /** A hint: numbers of a series that are missing. */
  seriesGap(series: string, numbers: readonly number[], count: number): string;
  readonly hint: string;
  /** How many days of publication the log proves and contradicts. */
  proven(verified: number, contradicted: number): string;
  /** The picture of ranks and trends. */
  readonly overview: string;
  /** Looks that could read the feeds, of all. */
  readable(readable: number, runs: number): string;
  readonly removedSilently: string;
  readonly changedSilently: string;
  /** Rows of a ledger whose departments are not on the list. */
  strangers(file: string, count: number): string;

  readonly loading: string;
  reading(done: number, total: number): string;
  done(all: number, unread: number): string;
  readonly noList: string;
  listFailed(detail: string): string;
  readonly retry: string;
  readonly csv: string;
  readonly xlsx: string;
  readonly print: string;
  readonly elder: string;
  readonly status: string;
  readonly failedToRead: string;
  readonly read: string;
  /** How the points come about: the table's name and its heads. */
  readonly method: string;
  readonly indicator: string;
  readonly howCounted: string;
  /** What a dimension is counted from; `freshDays` and `staleDays` as in `ScoreSettings`. */
  counted(name: Dimension, freshDays: number, staleDays: number): string;
  /** How the total comes about, and from how many points it passes. */
  totalled(pass: number, undatedShare: number): string;
  readonly weights: string;
  readonly thresholds: string;
  readonly pass: string;
  /** A workbook's last sheet. */
  readonly about: string;
  readonly madeHead: string;
  readonly updatedHead: string;
  readonly emptyHead: string;
  /** In time, late, unknown, median, worst, required, filled, rows, faulty: heads of their columns. */
  readonly counts: readonly string[];
}
