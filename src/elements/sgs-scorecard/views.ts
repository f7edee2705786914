/** What a scorecard shows. Figures stand in tables; the chart repeats one of them for the eye. */
import { html, nothing, type TemplateResult } from 'lit';
import type { ScoreWords } from '../../locale/score-words.js';
import { DIMENSIONS } from '../../model/dimensions.js';
import type { Points, Scored } from '../../score/points.js';
import type { DepartmentScore, Scorecard, TrendPoint } from '../../score/score.js';
import { faultText, methodRows } from '../../score/sheets.js';

export interface CardView {
  readonly words: ScoreWords;
  /** The heading one below the element's own. */
  readonly heading: (text: string) => unknown;
}

const unknown = ({ words }: CardView): TemplateResult => html`<span role="img" aria-label=${words.unknown}>—</span>`;

const points = (view: CardView, value: Points | undefined, met: boolean | null = null): unknown =>
  (value === null || value === undefined ? unknown(view) : html`<span class="num">${view.words.points(value)}</span>${met === false ? html` <span class="tag" part="tag">${view.words.unmet}</span>` : nothing}`);

const cell = (label: string, content: unknown): TemplateResult => html`<td role="cell" part="cell" data-label=${label}><span>${content}</span></td>`;

/* eslint-disable lit-a11y/no-redundant-role -- `display: block` of narrow tables takes the roles away in some browsers */
function row(view: CardView, { name, rank, failure, score, change }: DepartmentScore): TemplateResult {
  const { words } = view;
  const head = html`<th role="rowheader" scope="row" part="cell">${name}</th>`;
  if (failure) {
    return html`<tr role="row" part="row">${head}<td role="cell" part="cell" class="wide" colspan="7">${words.unread(failure.detail)}</td></tr>`;
  }
  const known = score?.known ?? 0;
  return html`<tr role="row" part="row">${head}
    ${cell(words.rank, rank === null ? unknown(view) : html`<span class="num">${rank}</span>`)}
    ${cell(words.total, html`${points(view, score?.total)}${score?.total === null ? words.noScore : known < DIMENSIONS.length ? html` <span class="muted">${words.partial(known)}</span>` : nothing}`)}
    ${DIMENSIONS.map((dimension) => cell(words.dimension(dimension), points(view, score?.[dimension].points, score?.met[dimension])))}
    ${cell(words.change, change === null ? unknown(view) : words.changed(change))}
  </tr>`;
}

const heads = (labels: readonly string[]): TemplateResult =>
  html`<thead role="rowgroup" part="head"><tr role="row">${labels.map((label) => html`<th role="columnheader" scope="col">${label}</th>`)}</tr></thead>`;

export const ranking = (view: CardView, { departments }: Scorecard): TemplateResult => {
  const { words } = view;
  return html`<table role="table" part="table" class="cards"><caption class="vh">${words.ranking}</caption>
    ${heads([words.department, words.rank, words.total, ...DIMENSIONS.map((name) => words.dimension(name)), words.change])}
    <tbody role="rowgroup">${departments.map((one) => row(view, one))}</tbody></table>`;
};

/** How the points come about, folded. */
export function method(view: CardView, { settings }: Scorecard): TemplateResult {
  const { words } = view;
  const labels = [words.indicator, words.weights, words.thresholds, words.howCounted];
  return html`<details part="method"><summary part="summary"><span class="strong">${words.method}</span></summary>
    <div class="inside"><table role="table" part="table" class="cards"><caption class="vh">${words.method}</caption>${heads(labels)}
      <tbody role="rowgroup">${methodRows(settings, words).map(([name, ...rest]) => html`<tr role="row"><th role="rowheader" scope="row">${name}</th>${rest.map((content, at) => cell(labels[at + 1] as string, content))}</tr>`)}</tbody></table>
      <p>${words.totalled(settings.pass)}</p></div>
  </details>`;
}

// The chart's own measures.
const [WIDTH, TOP, BOTTOM] = [600, 10, 150];
const round = (value: number): number => Math.round(value * 10) / 10;

/** Lines between months that have points, and a dot at each of them. */
function pathOf(trend: readonly TrendPoint[]): { readonly line: string; readonly dots: string } {
  const step = trend.length > 1 ? (WIDTH - 20) / (trend.length - 1) : 0;
  const at = trend.map(({ total }, index) => (total === null ? undefined : `${round(10 + index * step)} ${round(BOTTOM - (total / 100) * (BOTTOM - TOP))}`));
  return {
    line: at.map((place, index) => (place === undefined ? '' : `${index > 0 && at[index - 1] !== undefined ? 'L' : 'M'}${place}`)).join(''),
    dots: at.map((place) => (place === undefined ? '' : `M${place}h0`)).join(''),
  };
}

function chart(trend: readonly TrendPoint[]): TemplateResult {
  const { line, dots } = pathOf(trend);
  // The scale is no text of the picture: it grows with the page's text, and its contrast can be told.
  return html`<div class="chart" part="chart" aria-hidden="true"><div class="scale"><span>100</span><span>50</span><span>0</span></div>
    <svg viewBox="0 0 600 160" focusable="false"><path class="grid" d="M0 10H600M0 80H600M0 150H600"></path><path class="line" d=${line}></path><path class="dots" d=${dots}></path></svg></div>`;
}

const trendTable = (view: CardView, trend: readonly TrendPoint[]): TemplateResult => html`<table part="table"><caption>${view.words.trend}</caption>
  ${heads([view.words.monthHead, view.words.total, view.words.dimension('timeliness'), view.words.records])}
  <tbody role="rowgroup">${trend.map(({ month, total, timeliness, rows }) => html`<tr role="row"><th role="rowheader" scope="row">${view.words.month(month)}</th>
    <td role="cell">${points(view, total)}</td><td role="cell">${points(view, timeliness)}</td><td role="cell"><span class="num">${rows}</span></td></tr>`)}</tbody></table>`;

/** Faults on the page; the files have all of them. */
const SHOWN = 50;

function fixes(view: CardView, { fixes: all }: DepartmentScore): TemplateResult {
  const { words } = view;
  if (!all.length) return html`<p>${words.noFixes}</p>`;
  return html`<table part="table"><caption>${words.fixes}</caption>${heads([words.documentNumber, words.dimensionHead, words.fault])}
    <tbody role="rowgroup">${all.slice(0, SHOWN).map((fix) => html`<tr role="row"><th role="rowheader" scope="row">${fix.documentNumber || words.row(fix.row)}</th>
      <td role="cell">${words.dimension(fix.dimension)}</td><td role="cell">${faultText(fix, words)}</td></tr>`)}</tbody></table>
    ${all.length > SHOWN ? html`<p class="muted">${words.moreFixes(all.length - SHOWN)}</p>` : nothing}`;
}

const facts = ({ words }: CardView, { timeliness: { inTime, late, unknown: open, median, worst }, completeness, accuracy, availability }: Scored, withheld: number): TemplateResult => {
  const rows: readonly (readonly [string, string])[] = [
    [words.dimension('timeliness'), `${words.timeliness(inTime, inTime + late, open)}${median === null || worst === null ? '' : `；${words.days(median, worst)}`}`],
    [words.dimension('completeness'), words.completeness(completeness.filled, completeness.required)],
    [words.dimension('accuracy'), words.accuracy(accuracy.rows - accuracy.faulty, accuracy.rows)],
    [words.dimension('availability'), `${words.updated(availability.updated, availability.age)}；${availability.empty.length ? words.emptyMonths(availability.empty) : words.noEmptyMonths}`],
  ];
  return html`<dl>${rows.map(([label, text]) => html`<div class="row" part="row"><dt part="label">${label}</dt><dd part="value">${text}</dd></div>`)}</dl>
    ${withheld ? html`<p class="muted">${words.withheld(withheld)}</p>` : nothing}`;
};

export function department(view: CardView, one: DepartmentScore): TemplateResult {
  const { words } = view;
  const { name, failure, score, trend, withheld } = one;
  const state = failure ? words.failedToRead : score?.total === null || !score ? words.noScore : `${words.total} ${words.points(score.total)}${one.fixes.length ? `，${words.fixes} ${one.fixes.length}` : ''}`;
  return html`<details part="department"><summary part="summary"><span class="strong">${name}</span> <span class="muted">${state}</span></summary>
    <div class="inside">${failure || !score ? html`<p>${words.unread(failure?.detail ?? '')}</p>` : html`${facts(view, score, withheld)}${trend.length > 1 ? chart(trend) : nothing}${trendTable(view, trend)}${fixes(view, one)}`}</div>
  </details>`;
}
