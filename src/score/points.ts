/** Counts → points. Whatever can't be known has no points, neither 0 nor 100, and the total says of how many it is made. */
import { DIMENSIONS, type Dimension } from '../model/dimensions.js';
import type { Evidence } from './evidence.js';
import type { PerDimension, ScoreSettings } from './settings.js';
import type { Counts } from './tally.js';

/** Points from 0 to 100 with one decimal; `null`: can't be known. */
export type Points = number | null;

export interface Timeliness {
  readonly points: Points;
  readonly inTime: number;
  readonly late: number;
  /** Decisions of which only a calendar that is not out yet can tell: they are not judged. */
  readonly unknown: number;
  /** Decisions whose day of publication nothing proves: each counts as not in time. */
  readonly undated: number;
  /** Decisions that name no right day themselves, whatever the log proves: of equal totals the one with fewer of them is first. */
  readonly dateless: number;
  /** Decisions of the ledger that are not published, and published ones that were removed in silence: not in time either. */
  readonly missing: number;
  /** Days of publication that the log of first sight proves, and that it contradicts. */
  readonly verified: number;
  readonly contradicted: number;
  /** Working days from decision to publication; `null` where none are known. */
  readonly median: number | null;
  readonly worst: number | null;
}

export interface Completeness {
  readonly points: Points;
  readonly required: number;
  readonly filled: number;
  /** Of the decisions, those that are not published: nothing of theirs is filled. */
  readonly missing: number;
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
  /** Looks at the feeds, and how many of them could read all; `null` without a log. */
  readonly runs: number | null;
  readonly readable: number | null;
}

export interface Scored {
  readonly total: Points;
  /** False: too many decisions without a provable day of publication, so that nobody can check the total (不可核实). */
  readonly verifiable: boolean;
  /** Dimensions that the total is made of. */
  readonly known: number;
  readonly timeliness: Timeliness;
  readonly completeness: Completeness;
  readonly accuracy: Accuracy;
  readonly availability: Availability;
  /** Whether each reaches its threshold; `null`: can't be known. */
  readonly met: PerDimension<boolean | null>;
}

/** To one decimal. */
export const round = (value: number): number => Math.round(value * 10) / 10;
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
export const scoreOf = (
  counts: Counts,
  months: readonly string[],
  empty: readonly string[],
  updated: string,
  age: number | null,
  settings: ScoreSettings,
  whole: boolean,
  evidence?: Pick<Evidence, 'runs' | 'readable'>,
): Scored => {
  const { dateless, missing, verified, contradicted, decisions } = counts;
  const { late, inTime, unknown, undated, days, required, filled, rows, faulty } = counts;
  const parts = {
    timeliness: {
      points: pointsOf(inTime, inTime + late + undated + missing),
      inTime,
      late,
      unknown,
      undated,
      dateless,
      missing,
      verified,
      contradicted,
      median: medianOf(days),
      worst: lengths(days).slice(-1)[0] ?? null,
    },
    completeness: {
      points: pointsOf(filled * decisions, required * (decisions + missing)) ?? pointsOf(filled, required), required, filled, missing,
    },
    accuracy: { points: pointsOf(rows - faulty, rows), rows, faulty },
    availability: {
      points: meanOf([
        whole ? freshness(age, settings) : null,
        pointsOf(months.length - empty.length, months.length),
        whole && evidence ? pointsOf(evidence.readable, evidence.runs) : null,
      ]),
      updated,
      age,
      months: months.length,
      empty,
      runs: evidence?.runs ?? null,
      readable: evidence?.readable ?? null,
    },
  };
  const { weights, thresholds } = settings;
  const known = DIMENSIONS.filter((name) => parts[name].points !== null && weights[name] > 0);
  const weight = known.reduce((sum, name) => sum + weights[name], 0);
  const met = (name: Dimension): boolean | null => {
    const { points } = parts[name];
    return points === null ? null : points >= thresholds[name];
  };
  return {
    total:
      known.length && (whole || rows)
        ? round(known.reduce((sum, name) => sum + (parts[name].points as number) * weights[name], 0) / weight)
        : null,
    verifiable: undated * 100 <= settings.undatedShare * (inTime + late + unknown + undated),
    known: known.length,
    ...parts,
    met: { timeliness: met('timeliness'), completeness: met('completeness'), accuracy: met('accuracy'), availability: met('availability') },
  };
};
