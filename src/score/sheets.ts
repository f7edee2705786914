/** A scorecard as tables to take along: the ranking, month by month, and what is to be put right. */
import type { Cell, ColumnType, Table } from '../export/table.js';
import type { ScoreWords } from '../locale/score-words.js';
import { findingText } from '../check/finding.js';
import { DIMENSIONS } from '../model/dimensions.js';
import { courseFloor, courseText } from './course.js';
import { gapNotes } from './facts.js';
import type { LedgerFigures } from './ledger.js';
import type { Points } from './points.js';
import type { DepartmentScore, Scorecard } from './score.js';
import { gradeOf, gradesOf, LOWEST, type ScoreSettings } from './settings.js';
import type { Fix } from './tally.js';

/** What is wrong, in words. */
export const faultText = (fix: Fix, words: ScoreWords): string =>
  findingText(fix, fix.kind) + (fix.workingDays === undefined ? '' : words.tookDays(fix.workingDays));

/** A row of cells, in the order of the columns. */
export type Cells = readonly Cell[];

const cells = (
  name: string,
  columns: readonly (readonly [label: string, type?: ColumnType])[],
  records: readonly Cells[],
): Table<Cells> => ({
  name,
  records,
  columns: columns.map(([label, type = 'text'], at) => ({ label, type, read: (row: Cells) => row[at] as Cell })),
});

const orNothing = (value: Points): Cell => value ?? '';

const ranked = (
  { name, rank, failure, score, change, fixes, grade, trend, gaps }: DepartmentScore, words: ScoreWords, floor: number,
): Cells => [
  orNothing(rank),
  name,
  orNothing(score?.total ?? null),
  ...DIMENSIONS.map((dimension) => orNothing(score?.[dimension].points ?? null)),
  orNothing(change),
  ...(score
    ? [
        score.timeliness.inTime,
        score.timeliness.late,
        score.timeliness.undated,
        score.timeliness.unknown,
        orNothing(score.timeliness.median),
        orNothing(score.timeliness.worst),
        score.completeness.required,
        score.completeness.filled,
        score.accuracy.rows,
        score.accuracy.faulty,
        score.availability.updated,
        score.availability.empty.join('、'),
      ]
    : Array.from({ length: 12 }, () => '')),
  grade,
  courseText(trend, floor),
  gapNotes(gaps, words).join(''),
  failure ? '' : fixes.length,
  failure ? words.unread(failure.detail)
    : score?.total === null ? words.noScore : score?.verifiable === false ? words.unverifiable : words.read,
];

/** One row a department, those that can't be read among them. */
export const rankingSheet = ({ departments }: Scorecard, words: ScoreWords): Table<Cells> => cells(words.ranking, [
  [words.rank], [words.department], [words.total], ...DIMENSIONS.map((name): [string] => [words.dimension(name)]), [words.change],
  ...words.counts.map((label): [string] => [label]), [words.updatedHead, 'date'], [words.emptyHead],
  [words.grade], [words.course], [words.hint], [words.fixes], [words.status],
], departments.map((department) => ranked(department, words, courseFloor({ departments }))));

export const trendSheet = ({ departments }: Scorecard, words: ScoreWords): Table<Cells> =>
  cells(
    words.trend,
    [[words.department], [words.monthHead], [words.total], [words.dimension('timeliness')], [words.records]],
    departments.flatMap(({ name, trend }) =>
      trend.map(({ month, total, timeliness, rows }): Cells => [name, month, orNothing(total), orNothing(timeliness), rows]),
    ),
  );

export const fixesSheet = ({ departments }: Scorecard, words: ScoreWords): Table<Cells> => cells(words.fixes,
  [[words.department], [words.documentNumber], [words.rowHead], [words.monthHead], [words.dimensionHead], [words.fault]],
  departments.flatMap(({ name, fixes }) => fixes.map((fix): Cells =>
    [name, fix.documentNumber, fix.row, fix.month, words.dimension(fix.dimension), faultText(fix, words)])));

/** 应公示, 已公示, 迟报, 漏报, 合规率, 等次, 入库率, a row a split; none without a ledger. */
export const ledgerRows = ({ ledger = [], settings }: Scorecard, words: ScoreWords): readonly Cells[] =>
  ledger.map(({ by, name, figures }) => [words.ledgerName(by, name), ...ledgerCells(figures, settings)]);

const percent = (value: number | null): string => (value === null ? '' : `${value.toFixed(1)}%`);

/** The cells of one row of the ledger, after its name; '' where nothing can be said. */
export const ledgerCells = ({ due, published, late, missing, compliance, stored }: LedgerFigures, settings: ScoreSettings): Cells =>
  [due, published, late, missing, percent(compliance), compliance === null ? '' : gradeOf(compliance, settings), percent(stored)];

/** The table of the ledger; none without one. */
export const ledgerSheets = (card: Scorecard, words: ScoreWords): readonly Table<Cells>[] =>
  (card.ledger ? [cells(words.ledger, words.ledgerHeads.map((head): [string] => [head]), ledgerRows(card, words))] : []);

/** How the total comes about, when it can't be verified, and the grades. */
export const rulesText = (settings: ScoreSettings, words: ScoreWords): string =>
  `${words.totalled(settings.pass)}${words.undatedRule(settings.undatedShare)}${words.grade}：${words.graded(gradesOf(settings), LOWEST)}`;

/** How the points come about, a dimension a row: name, weight, threshold, what it is counted from. */
export const methodRows = (
  { weights, thresholds, freshDays, staleDays }: ScoreSettings,
  words: ScoreWords,
): readonly (readonly [string, number, number, string])[] =>
  DIMENSIONS.map((name) => [words.dimension(name), weights[name], thresholds[name], words.counted(name, freshDays, staleDays)]);

/** Where the figures come from, for a workbook's last sheet. */
export const aboutRows = (
  { from, to, date, month, ledger, settings }: Scorecard,
  words: ScoreWords,
): readonly (readonly [string, string])[] => [
  [words.title, month ? words.period(month, month) : words.period(from, to)],
  [words.weights, DIMENSIONS.map((name) => `${words.dimension(name)} ${settings.weights[name]}`).join('、')],
  [words.thresholds, DIMENSIONS.map((name) => `${words.dimension(name)} ${settings.thresholds[name]}`).join('、')],
  [words.pass, String(settings.pass)],
  [words.grade, words.graded(gradesOf(settings), LOWEST)],
  ...(ledger ? words.ledgerRules.map((rule): [string, string] => [words.ledger, rule]) : []),
  [words.madeHead, date],
];
