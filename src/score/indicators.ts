/** The figures of 全面性 as assessments name them, each with its numerator and its denominator. */
import type { CoveragePart, DepartmentScore } from './score.js';
import type { Coverage } from './coverage.js';

export const INDICATORS = ['due', 'published', 'late', 'missing', 'correct', 'stored'] as const;
export type IndicatorName = (typeof INDICATORS)[number];

export interface Indicator {
  readonly name: IndicatorName;
  readonly count: number;
  /** The denominator; undefined of what is itself one. */
  readonly of: number | undefined;
}

/** Per cent with one decimal, never rounded up to all; `null` of nothing. */
export const rateOf = (count: number, of: number): number | null => (of ? Math.floor((count / of) * 1000) / 10 : null);

const ofCoverage = ({ due, published, late, missing, correct }: Coverage): readonly Indicator[] => [
  { name: 'due', count: due, of: undefined },
  { name: 'published', count: published, of: due },
  { name: 'late', count: late, of: due },
  { name: 'missing', count: missing, of: due },
  { name: 'correct', count: correct, of: published },
];

/** Of a department: without a ledger only what its feed alone tells. */
export const indicatorsOf = (
  { coverage, handedIn, stored }: Pick<DepartmentScore, 'coverage' | 'handedIn' | 'stored'>,
): readonly Indicator[] => [
  ...(coverage ? ofCoverage(coverage) : []),
  ...(handedIn ? [{ name: 'stored' as const, count: stored, of: handedIn }] : []),
];

/** Of a part (a kind, a county, a month). */
export const indicatorsOfPart = (part: CoveragePart): readonly Indicator[] => ofCoverage(part);
