import type { TemplateResult } from 'lit';
import { html } from '../html.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import { fieldType, type FieldName } from '../../model/fields.js';
import type { SgsRecord } from '../../model/record.js';
import { terms as foldTerms } from '../../query/normalize.js';
import type { ListSnapshot } from '../../state/list.js';
import { isSortable } from '../settings.js';
import { action } from './controls.js';
import { highlight, type Terms } from './highlight.js';
import { data, dataLang, status, value } from './value.js';
import { fieldLabel, kindLabel, type View } from './view.js';

export interface TableView extends View {
  readonly columns: readonly FieldName[];
  /** Whether the sort buttons are shown where there is little room. */
  readonly sortExpanded: boolean;
  /** Where a record is found; undefined: nowhere, it opens by script only. */
  readonly recordHref: (record: SgsRecord) => string | undefined;
  /** Opens a record, or answers true to follow its link; undefined where records can't be opened. */
  readonly open: ((record: SgsRecord) => boolean) | undefined;
}

function header(view: TableView, { query }: ListSnapshot, field: FieldName): TemplateResult {
  const label = fieldLabel(view, query.kind, field);
  if (!isSortable(field)) return html`<th class="plain" role="columnheader" scope="col">${label}</th>`;
  const direction = query.descending ? 'descending' : 'ascending';
  const sorted = query.sort === field ? direction : undefined;
  const sort = (): void => view.send({ type: 'sort', field });
  return html`<th class=${fieldType(field)} role="columnheader" scope="col" aria-sort=${ifDefined(sorted)}>
    <button type="button" part="sort" @click=${sort}>${label}<i class="arrow screen" aria-hidden="true"></i></button>
  </th>`;
}

/** The first cell names the row and opens the record. */
function opener(view: TableView, record: SgsRecord, field: FieldName, terms: Terms | undefined): unknown {
  const text = record[field] === undefined ? highlight(record.title, terms) : value(view, record, field, false, terms);
  const { open, words } = view;
  const { subjectName } = record;
  const lang = dataLang(view);
  if (!open) return data(view, text);
  // Several decisions of one name are told apart by their party, in a list of links too.
  const name = record[field] ?? record.title;
  const label = subjectName && field !== 'subjectName' && typeof name === 'string' ? name + words.pause + subjectName : undefined;
  return action({
    content: text, label, lang, href: view.recordHref(record), part: 'link', classes: 'open', id: record.id, go: () => open(record),
  });
}

/* eslint-disable lit-a11y/no-redundant-role -- see below */
/**
 * One native table. Narrow, CSS lays its rows out as cards; the roles are said aloud because `display: block` takes
 * them away in some browsers.
 */
export function table(view: TableView, snapshot: ListSnapshot, rows: readonly SgsRecord[]): TemplateResult {
  const { kind, q } = snapshot.query;
  const { fuzzyMatch } = snapshot;
  const folded = foldTerms(q);
  const terms: Terms | undefined = fuzzyMatch ? (text) => fuzzyMatch.parts(text) : q ? () => folded : undefined;
  const [first = 'title', ...rest] = view.columns;
  // Their labels are the same in every row.
  const labels = rest.map((field) => [field, fieldLabel(view, kind, field)] as const);
  const cell = (record: SgsRecord, field: FieldName, label: string): TemplateResult =>
    html`<td role="cell" part="cell" class=${fieldType(field)} data-label=${label}><span>${
      value(view, record, field, false, terms)
    }</span></td>`;
  const row = (record: SgsRecord): TemplateResult =>
    html`<tr role="row" part="row"><th role="rowheader" scope="row" part="cell">${opener(view, record, first, terms)}${
      status(view, record)
    }</th>${labels.map(([field, label]) => cell(record, field, label))}</tr>`;
  return html`<table role="table" part="table" class=${view.sortExpanded ? '' : 'folded'}><caption class="vh">${
    kindLabel(view, kind)
  }</caption><thead id="columns" role="rowgroup" part="head"><tr role="row">${
    view.columns.map((field) => header(view, snapshot, field))
  }</tr></thead><tbody role="rowgroup">${rows.map(row)}</tbody></table>`;
}
