/**
 * One picture for whoever has a minute: rank, points as a bar, grade, and the months as a line, a department a row. It is for the
 * eye; the ranking below says the same in figures, so that it is hidden from screen readers.
 */
import { nothing, type TemplateResult } from 'lit';
import { html } from '../html.js';
import { courseFloor, courseOf } from '../../score/course.js';
import { placeState } from '../../score/facts.js';
import type { DepartmentScore, Scorecard } from '../../score/score.js';
import type { CardView } from './views.js';

function place({ words }: CardView, one: DepartmentScore, card: Scorecard, floor: number): TemplateResult {
  const { name, rank, score } = one;
  const { bar, line, last, arrow, level } = courseOf(one, card.settings, floor);
  const total = score?.total ?? null;
  return html`<div class="place level${level}">
    <span class="rank num">${rank ?? '—'}</span><span class="who">${name}</span>
    <svg class="bar-of" viewBox="0 0 200 16" preserveAspectRatio="none" focusable="false">
      <path class="grid" d="M0 0H200V16H0z"></path><path class="fill" d=${`M0 0H${bar}V16H0z`}></path></svg>
    <span class="score num">${total === null ? '—' : words.points(total)}</span><span class="state">${placeState(one, words)}</span>
    <svg class="course" viewBox="0 0 120 32" focusable="false">
      <path class="grid" d="M0 27H120"></path><path class="line" d=${line}></path><path class="dots" d=${last}></path></svg>
    <svg class="arrow" viewBox="0 0 16 16" focusable="false"><path d=${arrow}></path></svg></div>`;
}

/** From so many on they stand in two columns. */
const MANY = 12;

/** Of one department alone there is no rank, and its chart stands below. */
export function overview(view: CardView, card: Scorecard): unknown {
  if (card.departments.length < 2) return nothing;
  const floor = courseFloor(card);
  const columns = card.departments.length > MANY ? 'many' : '';
  return html`<div class="overview" part="overview" aria-hidden="true"><p class="strong">${view.words.overview}</p>
    <p class="muted">${view.words.legend(floor)}</p>
    <div class="places ${columns}">${card.departments.map((one) => place(view, one, card, floor))}</div></div>`;
}
