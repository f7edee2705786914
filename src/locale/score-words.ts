/** Every word of the scorecard, as a type. Apart from the other messages: only a supervisor's page needs them. */
import type { Dimension } from '../model/dimensions.js';

/** What the ledger's figures are split by. */
export type LedgerGroup = 'all' | 'kind' | 'county' | 'department' | 'month';

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

  /** Of one department. */
  timeliness(inTime: number, known: number, unknown: number, undated: number, missing: number): string;
  /** 全面性: the ledger's table, its heads (what, 应公示, 已公示, 迟报, 漏报, 合规率, 等次), and what each figure is. */
  readonly ledger: string;
  readonly ledgerHeads: readonly string[];
  readonly ledgerRules: readonly string[];
  /** Names what a line of the ledger is about. */
  ledgerName(by: LedgerGroup, name: string): string;
  /** Opens the ledger's splits: by kind, county, department, month. */
  ledgerBy(by: LedgerGroup): string;
  /** Gaps in document numbers, each as text: a hint, not a charge. */
  gaps(series: readonly string[]): string;
  /** 等次. */
  readonly grade: string;
  /** Names the grades and from how many points each is reached. */
  graded(grades: readonly (readonly [name: string, from: number])[], rest: string): string;
  /** The picture of ranks and months, and its line of months as a column. */
  readonly overview: string;
  /** What bar, line and arrow of the picture are; the line's foot stands for so many points. */
  legend(floor: number): string;
  readonly course: string;
  /** Head of the hints. */
  readonly hint: string;
  /** What the log of first sight has shown: its name, and the head of its findings. */
  readonly watch: string;
  readonly watchFound: string;
  /** Beside a total that can't be verified. */
  readonly unverifiable: string;
  /** What makes a total one that can't be verified; percent. */
  undatedRule(share: number): string;
  days(median: number, worst: number): string;
  /** `missing`: decisions not published, all of whose fields are open. */
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

  readonly loading: string;
  /** Said aloud: that a file is being made, was made, could not be made; that it is being printed. */
  saving(format: string): string;
  saved(format: string): string;
  readonly notSaved: string;
  readonly printing: string;
  /** Another month is shown. */
  shown(period: string, departments: number): string;
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
  totalled(pass: number): string;
  readonly weights: string;
  readonly thresholds: string;
  readonly pass: string;
  /** A workbook's last sheet. */
  readonly about: string;
  readonly madeHead: string;
  readonly updatedHead: string;
  readonly emptyHead: string;
  /** In time, late, undated, unknown, median, worst, required, filled, rows, faulty: heads of their columns. */
  readonly counts: readonly string[];
}
