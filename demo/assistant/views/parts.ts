/** What several steps share. */
import { html, nothing, type TemplateResult } from 'lit';
import type { PlacedNotice } from '../../../src/check/notice-words.js';
import { findingText, type Finding } from '../../../src/check/finding.js';
import type { Kind } from '../../../src/model/kinds.js';
import type { Store } from '../store.js';
import { STEP_IDS, STEPS, type StepId } from '../steps.js';

export type View = (store: Store) => TemplateResult | typeof nothing;

/** Rows of a long table that are shown at once. */
export const PAGE = 50;

/** The heading of a step, which gets the focus when the step is opened, and what the step is for. */
export const heading = (step: StepId, lead: unknown): TemplateResult => html`
  <h2 class="title" id="step" tabindex="-1"><span class="muted num">${STEP_IDS.indexOf(step) + 1}.</span> ${STEPS[step]}</h2>
  <p class="lead">${lead}</p>`;

/** Why the way on is closed while rows are examined. */
export const CHECKING = '正在检查数据，请稍候。';

/** Back and forth. @param next what the way on is called @param closed why the way on is closed */
export const onward = (store: Store, next?: string, closed = ''): TemplateResult => {
  const at = STEP_IDS.indexOf(store.state.step);
  const before = STEP_IDS[at - 1];
  const after = STEP_IDS[at + 1];
  return html`<div class="bar onward screen">
    ${before ? html`<button type="button" @click=${() => store.go(before)}>上一步：${STEPS[before]}</button>` : nothing}
    <span class="grow"></span>
    ${after && closed ? html`<span class="muted" id="closed">${closed}</span>` : nothing}
    ${after ? html`<button type="button" class="primary" aria-disabled=${closed ? 'true' : 'false'} aria-describedby=${closed ? 'closed' : nothing} @click=${() => (closed ? store.say(closed) : store.go(after))}>${next ?? `下一步：${STEPS[after]}`}</button>` : nothing}
  </div>`;
};

/** `第 3 行 B 列`, with the sheet. */
export const placeOf = ({ place, row }: Pick<Finding, 'place' | 'row'>): string =>
  (place ? `${place.sheet} 第 ${place.row} 行${place.column ? ` ${place.column} 列` : ''}` : `第 ${row} 条`);

/** Rows that are named. */
const NAMED = 3;

/** `台账 B 列 第 3、7、9 行，共 12 行`: where a notice of several rows is. */
export const noticePlaceOf = ({ sheet, letters, rows, count }: PlacedNotice): string => {
  const named = rows.slice(0, NAMED).join('、');
  const all = count > Math.min(NAMED, rows.length) ? `，共 ${count} ${sheet === undefined ? '条' : '行'}` : '';
  return sheet === undefined ? `第 ${named} 条${all}` : `${sheet} ${letters ? `${letters} 列 ` : ''}第 ${named} 行${all}`;
};

/** Pages of a long table. */
export const pager = (label: string, page: number, total: number, go: (page: number) => void): TemplateResult | typeof nothing => {
  const pages = Math.ceil(total / PAGE);
  return pages < 2 ? nothing : html`<nav class="bar screen" aria-label=${label}>
    <button type="button" ?disabled=${page <= 1} @click=${() => go(page - 1)}>上一页</button>
    <span role="status">第 ${page} 页，共 ${pages} 页</span>
    <button type="button" ?disabled=${page >= pages} @click=${() => go(page + 1)}>下一页</button>
  </nav>`;
};

/** A table that may be wider than the page: it scrolls by itself, by keyboard too. */
export const wide = (label: string, table: unknown): TemplateResult =>
  html`<div class="wide" tabindex="0" role="group" aria-label=${label}>${table}</div>`;

export interface TableRow {
  /** Number of the cell that names the row. */
  readonly header: number;
  readonly class?: string;
  readonly cells: readonly unknown[];
}

/**
 * A table, which on a phone becomes a list of cards. Its roles are written out: where CSS lays cells out as blocks,
 * browsers forget what they are.
 */
export const table = (caption: string, name: string, heads: readonly string[], rows: readonly TableRow[]): TemplateResult =>
  wide(
    caption,
    html`<table class="data ${name}" role="table">
  <caption class="vh">${caption}</caption>
  <thead><tr role="row">${heads.map((head) => html`<th scope="col" role="columnheader">${head}</th>`)}</tr></thead>
  <tbody>${rows.map(
    ({ header, cells, class: more }) =>
      html`<tr role="row" class=${more ?? ''}>${cells.map((cell, at) =>
        at === header
          ? html`<th scope="row" role="rowheader" data-label=${heads[at] ?? ''}>${cell}</th>`
          : html`<td role="cell" data-label=${heads[at] ?? ''}>${cell}</td>`,
      )}</tr>`,
  )}</tbody>
</table>`,
  );

export const empty = (text: string): TemplateResult => html`<p class="note">${text}</p>`;

/** A finding in words. Nothing has been written yet: what the check says was done is still to be done. */
export const wordsOf = (finding: Finding, kind: Kind | undefined): string =>
  findingText(finding, kind)
    .replace(/没有写入/, '不会写入')
    .replace(/已(?=隐去|脱敏)/, '将');
