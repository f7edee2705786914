/**
 * One picture for whoever has a minute: rank, points as a bar, and the months as a line, a department a row. It is for the eye;
 * the ranking below says the same in figures, so that it is hidden from screen readers.
 */
import { nothing, type TemplateResult } from 'lit';
import { html } from '../html.js';
import type { DepartmentScore, Scorecard, TrendPoint } from '../../score/score.js';
import type { CardView } from './views.js';

// The measures of bar and line, in their own units.
const [BAR, WIDTH, TOP, BOTTOM] = [200, 120, 3, 27];
const round = (value: number): number => Math.round(value * 10) / 10;

/** Lines between months that have points; a month alone is a dot. */
function lineOf(trend: readonly TrendPoint[]): { readonly line: string; readonly last: string } {
  const step = trend.length > 1 ? (WIDTH - 12) / (trend.length - 1) : 0;
  const at = trend.map(({ total }, i) =>
    (total === null ? undefined : `${round(6 + i * step)} ${round(BOTTOM - (total / 100) * (BOTTOM - TOP))}`));
  const known = at.filter((place) => place !== undefined);
  return {
    line: at.map((place, i) => (place === undefined ? '' : `${i > 0 && at[i - 1] !== undefined ? 'L' : 'M'}${place}`)).join(''),
    last: known.length ? `M${known[known.length - 1] ?? ''}h0` : '',
  };
}

/** Grades from the best on have a number each, by which the sheet tells them apart; the words stand beside. */
const gradeClass = ({ grade }: DepartmentScore, { settings: { grades } }: Scorecard): string =>
  `grade-${Math.min(grades.findIndex(({ name }) => name === grade), 3)}`;

/** An arrow: up, down, level; nothing where it is not known. */
const signOf = (change: number | null): string => (change === null ? '' : change > 0 ? 'M8 14V3M4 7L8 3L12 7'
  : change < 0 ? 'M8 2V13M4 9L8 13L12 9' : 'M2 8H13M9 4L13 8L9 12');

function row({ words }: CardView, card: Scorecard, one: DepartmentScore): TemplateResult {
  const { name, rank, failure, score, grade, trend, change } = one;
  const total = score?.total ?? null;
  const { line, last } = lineOf(trend);
  const state = failure ? words.failedToRead : total === null ? words.noScore : score?.verifiable ? grade : words.unverifiable;
  return html`<div class="place ${gradeClass(one, card)}">
    <span class="rank num">${rank ?? '—'}</span><span class="who">${name}</span>
    <svg class="bar-of" viewBox="0 0 200 30" preserveAspectRatio="none" focusable="false">
      <path class="grid" d="M0 15H200"></path><path class="fill" d="M0 15H${round(((total ?? 0) / 100) * BAR)}"></path></svg>
    <span class="score num">${total === null ? '—' : words.points(total)}</span><span class="state">${state}</span>
    <svg class="spark" viewBox="0 0 120 30" focusable="false">
      <path class="grid" d="M0 27H120M0 3H120"></path><path class="line" d=${line}></path><path class="dots" d=${last}></path></svg>
    <svg class="sign" viewBox="0 0 16 16" focusable="false"><path d=${signOf(change)}></path></svg></div>`;
}

export function overview(view: CardView, card: Scorecard): unknown {
  const { departments } = card;
  // Of one department alone there is no rank, and its chart stands below.
  if (departments.length < 2) return nothing;
  return html`<div class="overview" part="overview" aria-hidden="true"><p class="strong">${view.words.overview}</p>
    <div class="places">${departments.map((one) => row(view, card, one))}</div></div>`;
}
