/** What stands where a list would stand: loading, empty, no result, failure; and the banner of an old copy. */
import { nothing, type TemplateResult } from 'lit';
import { html } from '../html.js';
import type { FailureCode } from '../../model/failure.js';
import { isFiltered } from '../../query/query.js';
import type { ListSnapshot } from '../../state/list.js';
import { button } from './controls.js';
import { kindLabel, type View } from './view.js';

/** Which records are shown. @param printing all of them, while they are printed */
export function rangeText(words: View['words'], page: NonNullable<ListSnapshot['page']>, printing: readonly unknown[] | undefined): string {
  if (printing) return words.range(1, printing.length, page.total);
  const from = (page.page - 1) * page.size + 1;
  const to = from + page.rows.length - 1;
  return page.complete ? words.range(from, to, page.total) : words.arriving(from, to, page.total);
}

/** @param place how it holds the place of the rows that are to come, where nothing else does */
export const loading = ({ words }: View, place: '' | 'bare' | 'tall' | 'over'): TemplateResult =>
  html`<p class="muted ${place}" part="loading">${words.loading}…</p>`;

const message = (part: string, text: string, hint: unknown, act: unknown): TemplateResult =>
  html`<div class="message" part=${part}><p class="strong" id="message" tabindex="-1">${text}</p>${hint}${act}</div>`;

const retry = ({ words, send }: View): TemplateResult => button(words.retry, () => send({ type: 'refresh' }), 'screen', 'retry');

/** @param code undefined while a person has it tried again: the button stays, and keeps the focus */
export const failed = (view: View, code?: FailureCode): TemplateResult =>
  message('error', code ? view.words.failure(code) : `${view.words.loading}…`, nothing, code === 'address' ? nothing : retry(view));

/** Nothing to list: because nothing is published, or because nothing matches. */
export const empty = (view: View, { query, elsewhere = [] }: ListSnapshot): TemplateResult => {
  const { words, send } = view;
  if (!isFiltered(query)) return message('empty', words.empty, nothing, nothing);
  const others = elsewhere.map(({ kind, total }) =>
    button(words.elsewhere(kindLabel(view, kind), total), () => send({ type: 'kind', kind })));
  const hint = others.length ? nothing : html`<p>${words.noResultHint}</p>`;
  return message('empty', words.noResult, hint, [...others, button(words.reset, () => send({ type: 'reset' }))]);
};

/** The last good copy is on screen, of the given date; or one of several feeds is missing. */
export function staleText(words: View['words'], { stale: date, failures = [] }: ListSnapshot): string {
  const missing = failures.map(({ url = '' }) => url.slice(url.lastIndexOf('/') + 1)).join(words.comma);
  return date ? words.stale(date) : missing && words.missingFeed(missing);
}

export const stale = (view: View, snapshot: ListSnapshot): TemplateResult | typeof nothing => {
  const text = staleText(view.words, snapshot);
  return text ? html`<div class="note bar" part="banner"><p class="grow">${text}</p>${retry(view)}</div>` : nothing;
};
