/** The ranking of a scorecard, and how its points come about. Figures stand in tables. */
import { nothing, type TemplateResult } from 'lit';
import { html } from '../html.js';
import type { ScoreWords } from '../../locale/score-words.js';
import { DIMENSIONS } from '../../model/dimensions.js';
import type { Points } from '../../score/points.js';
import type { DepartmentScore, Scorecard } from '../../score/score.js';
import { totalNotes } from '../../score/facts.js';
import { methodRows, rulesText } from '../../score/sheets.js';

export interface CardView {
  readonly words: ScoreWords;
  /** The heading one below the element's own. */
  readonly heading: (text: string, id: string) => unknown;
}

export const unknown = ({ words }: CardView): TemplateResult => html`<span role="img" aria-label=${words.unknown}>—</span>`;

export function points(view: CardView, value: Points | undefined, met: boolean | null = null): unknown {
  if (value === null || value === undefined) return unknown(view);
  const { words } = view;
  const unmet = met === false ? html` <span class="tag" part="tag">${words.unmet}</span>` : nothing;
  return html`<span class="num">${words.points(value)}</span>${unmet}`;
}

export const cell = (label: string, content: unknown): TemplateResult =>
  html`<td role="cell" part="cell" data-label=${label}><span>${content}</span></td>`;

/* eslint-disable lit-a11y/no-redundant-role -- `display: block` of narrow tables takes the roles away in some browsers */
function row(view: CardView, { name, rank, failure, score, change, grade }: DepartmentScore): TemplateResult {
  const { words } = view;
  const head = html`<th role="rowheader" scope="row" part="cell">${name}</th>`;
  if (failure) {
    const text = words.unread(failure.detail);
    return html`<tr role="row" part="row">${head}<td role="cell" part="cell" class="wide" colspan="8">${text}</td></tr>`;
  }
  const notes = score ? totalNotes(score, DIMENSIONS.length, words) : [];
  const note = notes.map((text) => html` <span class=${text === words.unverifiable ? 'tag' : 'muted'}>${text}</span>`);
  return html`<tr role="row" part="row">${head}
    ${cell(words.rank, rank === null ? unknown(view) : html`<span class="num">${rank}</span>`)}
    ${cell(words.total, html`${points(view, score?.total)}${score?.total === null ? words.noScore : note}`)}
    ${DIMENSIONS.map((name) => cell(words.dimension(name), points(view, score?.[name].points, score?.met[name])))}
    ${cell(words.change, change === null ? unknown(view) : words.changed(change))}
    ${cell(words.grade, grade || unknown(view))}
  </tr>`;
}

export const heads = (labels: readonly string[]): TemplateResult => html`<thead role="rowgroup" part="head"><tr role="row">${
  labels.map((label) => html`<th role="columnheader" scope="col">${label}</th>`)
}</tr></thead>`;

export const ranking = (view: CardView, { departments }: Scorecard): TemplateResult => {
  const { words } = view;
  return html`<table role="table" part="table" class="cards"><caption class="vh">${words.ranking}</caption>
    ${heads([words.department, words.rank, words.total, ...DIMENSIONS.map((name) => words.dimension(name)), words.change, words.grade])}
    <tbody role="rowgroup">${departments.map((one) => row(view, one))}</tbody></table>`;
};

/** How the points come about, folded. */
export function method(view: CardView, { settings }: Scorecard): TemplateResult {
  const { words } = view;
  const labels = [words.indicator, words.weights, words.thresholds, words.howCounted];
  const rows = methodRows(settings, words).map(([name, ...rest]) => html`<tr role="row">
    <th role="rowheader" scope="row">${name}</th>${rest.map((content, at) => cell(labels[at + 1] as string, content))}</tr>`);
  return html`<details part="method"><summary part="summary"><span class="strong">${words.method}</span></summary>
    <div class="inside">
      <table role="table" part="table" class="cards"><caption class="vh">${words.method}</caption>${heads(labels)}
        <tbody role="rowgroup">${rows}</tbody></table>
      <p>${rulesText(settings, words)}</p></div>
  </details>`;
}
