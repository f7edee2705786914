/** What one department's points are made of, in words: the same on the page, on paper and in the terminal. */
import type { ScoreWords } from '../locale/score-words.js';
import type { Scored } from './points.js';
import type { DepartmentScore } from './score.js';
import { gapText, type SeriesGap } from './series.js';

export type Fact = readonly [label: string, text: string];

/** A line a dimension. */
export function factsOf({ timeliness, completeness, accuracy, availability }: Scored, words: ScoreWords): readonly Fact[] {
  const { inTime, late, unknown, undated, missing, median, worst } = timeliness;
  const days = median === null || worst === null ? '' : `；${words.days(median, worst)}`;
  const empty = availability.empty.length ? words.emptyMonths(availability.empty) : words.noEmptyMonths;
  return [
    [words.dimension('timeliness'), words.timeliness(inTime, inTime + late + undated + missing, unknown, undated, missing) + days],
    [words.dimension('completeness'), words.completeness(completeness.filled, completeness.required, missing)],
    [words.dimension('accuracy'), words.accuracy(accuracy.rows - accuracy.faulty, accuracy.rows)],
    [words.dimension('availability'), `${words.updated(availability.updated, availability.age)}；${empty}`],
  ];
}

/** Beside a total: that it is made of some dimensions only, or can't be verified; nothing where neither is so. */
export const totalNotes = ({ total, known, verifiable }: Scored, all: number, words: ScoreWords): readonly string[] =>
  total === null ? [] : [...(known < all ? [words.partial(known)] : []), ...(verifiable ? [] : [words.unverifiable])];

/** Gaps in document numbers as one sentence; nothing where there is none. */
export const gapNotes = (gaps: readonly SeriesGap[], words: ScoreWords): readonly string[] =>
  (gaps.length ? [words.gaps(gaps.map(gapText))] : []);

/** Of a department in a word: its grade, or why it has none. */
export const placeState = ({ failure, score, grade }: DepartmentScore, words: ScoreWords): string => {
  if (failure) return words.failedToRead;
  return score?.total === null || !score ? words.noScore : score.verifiable ? grade : words.unverifiable;
};
