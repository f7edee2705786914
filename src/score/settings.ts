/**
 * What a score is made of: weights and thresholds, all of which a supervisor may set. The one table of defaults; each
 * row says where it comes from.
 */
import { isPlainObject } from '../model/config.js';
import { DIMENSIONS, type Dimension } from '../model/dimensions.js';

export type PerDimension<T> = Readonly<Record<Dimension, T>>;

export interface ScoreSettings {
  /** Shares of the total; they need not add up to anything. 0: shown, but not counted. */
  readonly weights: PerDimension<number>;
  /** Points (0–100) from which a dimension is met. */
  readonly thresholds: PerDimension<number>;
  /** Points of the total below which a department has failed. */
  readonly pass: number;
  /** Months judged before the current one, unless one month is asked for. */
  readonly months: number;
  /** Days since the last update up to which a feed is up to date … */
  readonly freshDays: number;
  /** … and from which on it is not kept up at all; points fall evenly between. */
  readonly staleDays: number;
  /** Percent of the decisions that may stand without 公示日期; above it the total can't be verified. */
  readonly undatedShare: number;
  /** 等次: points from which each is reached; what reaches none is 不合格. */
  readonly grades: Readonly<Record<string, number>>;
}

export const DEFAULTS: ScoreSettings = {
  // No published rule weighs them against each other: equal, until the supervisor says otherwise.
  weights: { timeliness: 25, completeness: 25, accuracy: 25, availability: 25 },
  thresholds: {
    // Every decision is to be out within 7 working days (发改办财金〔2018〕424号), so every late one is one too many …
    timeliness: 100,
    // … the plan asks for ≥ 95 % of what is required …
    completeness: 95,
    // … and names no figure for accuracy: as for completeness.
    accuracy: 95,
    // No figure either. 90: no more than one month of ten without a word.
    availability: 90,
  },
  // No rule: the usual pass mark of 100.
  pass: 60,
  // A year: the rhythm of the yearly 督导考核.
  months: 12,
  // Departments report once a month in the worst case; 国办发〔2017〕47号's inspection lets a column rest six months at most (domain §7.3).
  freshDays: 31,
  staleDays: 183,
  // No rule: the 95 % that the plan asks for of what is required, seen from the other side.
  undatedShare: 5,
  // No rule for 双公示: the usual grades of 100.
  grades: { 优秀: 90, 良好: 80, 合格: 60 },
};

const isShare = (value: unknown, most: number): boolean => typeof value === 'number' && value >= 0 && value <= most;

/** What is wrong with one number; '' where nothing is. */
const wrong = (name: string, value: unknown, most: number): string =>
  value === undefined || isShare(value, most) ? '' : `${name} 应为 0–${most} 的数`;

export type Settled =
  | { readonly ok: true; readonly settings: ScoreSettings }
  | { readonly ok: false; /** What is wrong, for a person (Chinese). */ readonly problem: string };

const NUMBERS = { pass: 100, months: 120, freshDays: 3660, staleDays: 3660, undatedShare: 100 } as const;

const problemIn = (value: unknown): string => {
  if (!isPlainObject(value)) return '应为对象，如 {"weights": {"timeliness": 40}}';
  for (const key of Object.keys(value)) {
    if (key === 'grades') {
      const grades = value[key];
      if (!isPlainObject(grades)) return 'grades 应为对象，如 {"优秀": 90}';
      const problem = Object.keys(grades).map((name) => wrong(`grades.${name}`, grades[name], 100)).find(Boolean);
      if (problem) return problem;
    } else if (key === 'weights' || key === 'thresholds') {
      const group = value[key];
      if (!isPlainObject(group)) return `${key} 应为对象`;
      for (const name of Object.keys(group)) {
        const problem = DIMENSIONS.includes(name as Dimension)
          ? wrong(`${key}.${name}`, group[name], 100)
          : `不认识 ${key}.${name}，可用的有 ${DIMENSIONS.join('、')}`;
        if (problem) return problem;
      }
    } else {
      const problem = key in NUMBERS ? wrong(key, value[key], NUMBERS[key as keyof typeof NUMBERS]) : `不认识 ${key}，请删除或检查拼写`;
      if (problem) return problem;
    }
  }
  return '';
};

/** Weights alone may stand without their name: `{"timeliness": 40}`. */
const named = (value: unknown): unknown =>
  isPlainObject(value) && Object.keys(value).length && Object.keys(value).every((key) => DIMENSIONS.includes(key as Dimension))
    ? { weights: value }
    : value;

/** What somebody has written (`--weights`, the property `weights`) over the defaults. */
export const readSettings = (written: unknown): Settled => {
  const value = named(written);
  const problem = problemIn(value);
  if (problem) return { ok: false, problem };
  const given = value as Partial<ScoreSettings>;
  const settings: ScoreSettings = {
    ...DEFAULTS, ...given,
    weights: { ...DEFAULTS.weights, ...given.weights },
    thresholds: { ...DEFAULTS.thresholds, ...given.thresholds },
  };
  if (!DIMENSIONS.some((name) => settings.weights[name] > 0)) return { ok: false, problem: 'weights 不能全部为 0' };
  if (settings.staleDays <= settings.freshDays) return { ok: false, problem: 'staleDays 应大于 freshDays' };
  return { ok: true, settings };
};

/** What reaches no grade. */
export const LOWEST = '不合格';

/** 等次 and the points from which each is given, the best first. */
export const gradesOf = ({ grades }: ScoreSettings): readonly (readonly [name: string, from: number])[] =>
  Object.entries(grades).sort(([, a], [, b]) => b - a);

/** 等次 of some points. */
export const gradeOf = (points: number, settings: ScoreSettings): string =>
  gradesOf(settings).find(([, from]) => points >= from)?.[0] ?? LOWEST;
