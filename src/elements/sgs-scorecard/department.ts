/** What a scorecard says of one department. Figures stand in tables; the chart repeats one of them for the eye. */
import { nothing, type TemplateResult } from 'lit';
import { html } from '../html.js';
import type { Scored } from '../../score/points.js';
import type { DepartmentScore, Scorecard, TrendPoint } from '../../score/score.js';
import { factsOf, gapNotes } from '../../score/facts.js';
import { faultText } from '../../score/sheets.js';
import { watchLines, watchText } from '../../score/watch-words.js';
import { ownLedger } from './ledger.js';
import { heads, points, type CardView } from './views.js';

// The chart's own measures.
const [WIDTH, TOP, BOTTOM] = [600, 10, 150];
const round = (value: number): number => Math.round(value * 10) / 10;

/** Lines between months that have points, and a dot at each of them. */
function pathOf(trend: readonly TrendPoint[]): { readonly line: string; readonly dots: string } {
  const step = trend.length > 1 ? (WIDTH - 20) / (trend.length - 1) : 0;
  const height = (total: number): number => round(BOTTOM - (total / 100) * (BOTTOM - TOP));
  const at = trend.map(({ total }, index) => (total === null ? undefined : `${round(10 + index * step)} ${height(total)}`));
  const command = (index: number): string => (index > 0 && at[index - 1] !== undefined ? 'L' : 'M');
  return {
    line: at.map((place, index) => (place === undefined ? '' : `${command(index)}${place}`)).join(''),
    dots: at.map((place) => (place === undefined ? '' : `M${place}h0`)).join(''),
  };
}

function chart(trend: readonly TrendPoint[]): TemplateResult {
  const { line, dots } = pathOf(trend);
  // The scale is no text of the picture: it grows with the page's text, and its contrast can be told.
  return html`<div class="chart" part="chart" aria-hidden="true">
    <div class="scale"><span>100</span><span>50</span><span>0</span></div>
    <svg viewBox="0 0 600 160" focusable="false">
      <path class="grid" d="M0 10H600M0 80H600M0 150H600"></path><path class="line" d=${line}></path><path class="dots" d=${dots}></path>
    </svg></div>`;
}

/* eslint-disable lit-a11y/no-redundant-role -- `display: block` of narrow tables takes the roles away in some browsers */
function trendTable(view: CardView, trend: readonly TrendPoint[]): TemplateResult {
  const { words } = view;
  const row = ({ month, total, timeliness, rows }: TrendPoint): TemplateResult => html`<tr role="row">
    <th role="rowheader" scope="row">${words.month(month)}</th>
    <td role="cell">${points(view, total)}</td><td role="cell">${points(view, timeliness)}</td>
    <td role="cell"><span class="num">${rows}</span></td></tr>`;
  return html`<table part="table"><caption>${words.trend}</caption>
    ${heads([words.monthHead, words.total, words.dimension('timeliness'), words.records])}
    <tbody role="rowgroup">${trend.map(row)}</tbody></table>`;
}

/** Faults on the page; the files have all of them. */
const SHOWN = 50;

function fixes({ words }: CardView, { fixes: all }: DepartmentScore): TemplateResult {
  if (!all.length) return html`<p>${words.noFixes}</p>`;
  const row = (fix: DepartmentScore['fixes'][number]): TemplateResult => html`<tr role="row">
    <th role="rowheader" scope="row">${fix.documentNumber || words.row(fix.row)}</th>
    <td role="cell">${words.dimension(fix.dimension)}</td><td role="cell">${faultText(fix, words)}</td></tr>`;
  return html`<table part="table"><caption>${words.fixes}</caption>${heads([words.documentNumber, words.dimensionHead, words.fault])}
    <tbody role="rowgroup">${all.slice(0, SHOWN).map(row)}</tbody></table>
    ${all.length > SHOWN ? html`<p class="muted">${words.moreFixes(all.length - SHOWN)}</p>` : nothing}`;
}

/** What the log of first sight has proven, where there is one. */
function watched({ words }: CardView, { watch }: DepartmentScore): unknown {
  if (!watch) return nothing;
  const row = (found: typeof watch.findings[number]): TemplateResult => html`<tr role="row">
    <th role="rowheader" scope="row">${found.documentNumber || '—'}</th><td role="cell">${watchText(found)}</td></tr>`;
  return html`<ul>${watchLines(watch).map((line) => html`<li>${line}</li>`)}</ul>
    ${watch.findings.length ? html`<table part="table"><caption>${words.watch}</caption>${heads([words.documentNumber, words.watchFound])}
      <tbody role="rowgroup">${watch.findings.slice(0, SHOWN).map(row)}</tbody></table>` : nothing}
    ${watch.findings.length > SHOWN ? html`<p class="muted">${words.moreFixes(watch.findings.length - SHOWN)}</p>` : nothing}`;
}

function facts({ words }: CardView, score: Scored, withheld: number): TemplateResult {
  const row = ([label, text]: readonly [string, string]): TemplateResult =>
    html`<div class="row" part="row"><dt part="label">${label}</dt><dd part="value">${text}</dd></div>`;
  return html`<dl>${factsOf(score, words).map(row)}</dl>
    ${withheld ? html`<p class="muted">${words.withheld(withheld)}</p>` : nothing}`;
}

/** Beside its name, while it is folded. */
function stateOf({ words }: CardView, { failure, score, fixes: all }: DepartmentScore): string {
  if (failure) return words.failedToRead;
  const total = score?.total ?? null;
  if (total === null) return words.noScore;
  const unverifiable = score?.verifiable === false ? `（${words.unverifiable}）` : '';
  return `${words.total} ${words.points(total)}${unverifiable}${all.length ? `，${words.fixes} ${all.length}` : ''}`;
}

export function department(view: CardView, card: Scorecard, one: DepartmentScore): TemplateResult {
  const { name, failure, score, trend, withheld } = one;
  const inside = failure || !score
    ? html`<p>${view.words.unread(failure?.detail ?? '')}</p>${watched(view, one)}`
    : html`${facts(view, score, withheld)}${gapNotes(one.gaps, view.words).map((note) => html`<p class="muted">${note}</p>`)}
      ${trend.length > 1 ? chart(trend) : nothing}${trendTable(view, trend)}
      ${ownLedger(view, card, name)}${fixes(view, one)}${watched(view, one)}`;
  return html`<details part="department">
    <summary part="summary"><span class="strong">${name}</span> <span class="muted">${stateOf(view, one)}</span></summary>
    <div class="inside">${inside}</div>
  </details>`;
}
