/** The picture of a ranking: bar, line of months and arrow of each department, in the same measures on the page and on paper. */
import type { DepartmentScore, Scorecard, TrendPoint } from './score.js';
import { gradesOf, type ScoreSettings } from './settings.js';

// Measures of bar and line, in the units of their own pictures.
export const BAR = { width: 200, height: 16 } as const;
export const LINE = { width: 120, height: 32 } as const;
const [INSET, TOP, BOTTOM] = [6, 5, 27];

const round = (value: number): number => Math.round(value * 10) / 10;

/** The points at the foot of all lines, so that they can be compared: what none falls below, and 80 at most. */
export const courseFloor = ({ departments }: Pick<Scorecard, 'departments'>): number => {
  const least = Math.min(80, ...departments.flatMap(({ trend }) => trend.flatMap(({ total }) => total ?? [])));
  return Math.floor(least / 20) * 20;
};

/** 0 at the foot, 1 for 100 points. */
const above = (total: number, floor: number): number => Math.max(total - floor, 0) / (100 - floor);

export interface Course {
  /** Of BAR.width. */
  readonly bar: number;
  /** Through the months that have points; a month alone is no line. */
  readonly line: string;
  /** A dot at the last month that has points. */
  readonly last: string;
  /** Arrow up, down or level against the month before; '' where that is not known. In 16 × 16. */
  readonly arrow: string;
  /** 0 for the best grade; −1 where there is none to give, or none is reached. */
  readonly level: number;
}

const arrowOf = (change: number | null): string => {
  if (change === null) return '';
  return change > 0 ? 'M8 14V3M4 7L8 3L12 7' : change < 0 ? 'M8 2V13M4 9L8 13L12 9' : 'M3 8H13';
};

export function courseOf({ score, trend, change, grade }: DepartmentScore, settings: ScoreSettings, floor: number): Course {
  const step = trend.length > 1 ? (LINE.width - 2 * INSET) / (trend.length - 1) : 0;
  const at = trend.map(({ total }, i) =>
    (total === null ? undefined : `${round(INSET + i * step)} ${round(BOTTOM - above(total, floor) * (BOTTOM - TOP))}`));
  const known = at.filter((place) => place !== undefined);
  return {
    bar: round(((score?.total ?? 0) / 100) * BAR.width),
    line: at.map((place, i) => (place === undefined ? '' : `${i > 0 && at[i - 1] !== undefined ? 'L' : 'M'}${place}`)).join(''),
    last: known.length ? `M${known[known.length - 1] ?? ''}h0` : '',
    arrow: arrowOf(change),
    level: gradesOf(settings).findIndex(([name]) => name === grade),
  };
}

const BLOCKS = '▁▂▃▄▅▆▇█';

/** The same line in characters, for a cell: a month a block, `·` where nothing is known. */
export const courseText = (trend: readonly TrendPoint[], floor: number): string =>
  trend.map(({ total }) => (total === null ? '·' : BLOCKS[Math.min(Math.floor(above(total, floor) * 8), 7)] ?? '')).join('');
