/** A scorecard as tables to take along: the ranking, month by month, and what is to be put right. */
import type { Cell, ColumnType, Table } from '../export/table.js';
import type { ScoreWords } from '../locale/score-words.js';
import { findingText } from '../check/finding.js';
import { DIMENSIONS } from '../model/dimensions.js';
import { INDICATORS, indicatorsOf, indicatorsOfPart, rateOf, type Indicator } from './indicators.js';
import type { Points, Timeliness } from './points.js';
import type { DepartmentScore, Scorecard } from './score.js';
import type { ScoreSettings } from './settings.js';
import type { Fix } from './tally.js';

/** What is wrong, in words. */
export const faultText = (fix: Fix, words: ScoreWords): string =>
  findingText(fix, fix.kind) + (fix.workingDays === undefined ? '' : words.tookDays(fix.workingDays));

/** Whether a department was read, and whether its points can be relied on. */
export const statusText = ({ failure, score }: Pick<DepartmentScore, 'failure' | 'score'>, words: ScoreWords): string => {
  if (failure) return words.unread(failure.detail);
  if (typeof score?.total !== 'number') return words.noScore;
  return score.verifiable ? words.read : words.unverifiable;
};

/** The sentence that explains a timeliness's points. */
export const timelinessText = (
  { inTime, late, unknown, undated, missing, median, worst }: Timeliness, words: ScoreWords,
): string => words.timeliness(inTime, inTime + late + undated, unknown, undated, missing)
  + (median === null || worst === null ? '' : `；${words.days(median, worst)}`);

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

const ranked = ({ name, rank, failure, score, change, fixes, grade }: DepartmentScore, words: ScoreWords): Cells => [
  orNothing(rank),
  name,
  orNothing(score?.total ?? null),
  ...DIMENSIONS.map((dimension) => orNothing(score?.[dimension].points ?? null)),
  orNothing(change),
  grade,
  ...(score
    ? [
        score.timeliness.inTime,
        score.timeliness.late,
        score.timeliness.unknown,
        score.timeliness.undated,
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
  failure ? '' : fixes.length,
  statusText({ ...(failure && { failure }), ...(score && { score }) }, words),
];

/** One row a department, those that can't be read among them. */
export const rankingSheet = ({ departments }: Scorecard, words: ScoreWords): Table<Cells> => cells(words.ranking, [
  [words.rank], [words.department], [words.total], ...DIMENSIONS.map((name): [string] => [words.dimension(name)]),
  [words.change], [words.grade],
  ...words.counts.map((label): [string] => [label]), [words.updatedHead, 'date'], [words.emptyHead], [words.fixes], [words.status],
], departments.map((department) => ranked(department, words)));

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

/** Of the whole, each kind, county and month: 应公示, 已公示, 迟报, 漏报/瞒报, 合规率, 入库率. None where no department has a ledger. */
export const coverageSheet = ({ departments }: Scorecard, words: ScoreWords): Table<Cells> | undefined => {
  const rows = departments.flatMap((one): readonly Cells[] => {
    const { name, coverage, split = [] } = one;
    if (!coverage) return [];
    const cellsOf = (part: string, indicators: readonly Indicator[]): Cells => [
      name, part, ...INDICATORS.flatMap((wanted): readonly Cell[] => {
        const found = indicators.find((indicator) => indicator.name === wanted);
        const rate = found?.of === undefined ? '' : orNothing(rateOf(found.count, found.of));
        return wanted === 'due' ? [found?.count ?? ''] : [found?.count ?? '', rate];
      }),
    ];
    return [cellsOf('', indicatorsOf(one)), ...split.map((part) => cellsOf(words.part(part.by, part.of), indicatorsOfPart(part)))];
  });
  return rows.length ? cells(words.coverage, [
    [words.department], [words.partHead],
    ...INDICATORS.flatMap((name): readonly (readonly [string])[] => {
      const label = words.indicatorName(name);
      return name === 'due' ? [[label]] : [[label.replace(/率$/, '') + '件数'], [label.endsWith('率') ? label : `${label}（%）`]];
    }),
  ], rows) : undefined;
};

/** All tables of a workbook, in order. */
export const bookSheets = (card: Scorecard, words: ScoreWords): readonly Table<Cells>[] => {
  const coverage = coverageSheet(card, words);
  return [rankingSheet(card, words), ...(coverage ? [coverage] : []), trendSheet(card, words), fixesSheet(card, words)];
};

/** How the points come about, a dimension a row: name, weight, threshold, what it is counted from. */
export const methodRows = (
  { weights, thresholds, freshDays, staleDays }: ScoreSettings,
  words: ScoreWords,
): readonly (readonly [string, number, number, string])[] =>
  DIMENSIONS.map((name) => [words.dimension(name), weights[name], thresholds[name], words.counted(name, freshDays, staleDays)]);

/** Where the figures come from, for a workbook's last sheet. */
export const aboutRows = (
  { from, to, date, month, settings: { weights, thresholds, pass, grades } }: Scorecard,
  words: ScoreWords,
): readonly (readonly [string, string])[] => [
  [words.title, month ? words.period(month, month) : words.period(from, to)],
  [words.weights, DIMENSIONS.map((name) => `${words.dimension(name)} ${weights[name]}`).join('、')],
  [words.thresholds, DIMENSIONS.map((name) => `${words.dimension(name)} ${thresholds[name]}`).join('、')],
  [words.pass, String(pass)],
  [words.grade, grades.map(({ name, from: least }) => `${name} ${least} 分起`).join('、')],
  ...INDICATORS.map((name): readonly [string, string] => [words.indicatorName(name), words.definition(name)]),
  [words.madeHead, date],
];
