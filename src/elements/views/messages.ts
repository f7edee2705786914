/** What stands where a list would stand: loading, empty, no result, failure; and the banner of an old copy. */
import { nothing, type TemplateResult } from 'lit';
import { html } from '../html.js';
import type { FailureCode } from '../../model/failure.js';
import { isFiltered } from '../../query/query.js';
import type { ListSnapshot } from '../../state/list.js';
import { button } from './controls.js';
import { kindLabel, type View } from './view.js';

/** @param bare whether nothing else holds the place of the rows that are to come */
export const loading = ({ words }: View, bare: boolean): TemplateResult =>
  html`<p class=${bare ? 'muted bare' : 'muted'} part="loading">${words.loading}…</p>`;

const message = (part: string, text: string, hint: unknown, act: unknown): TemplateResult =>
  html`<div class="message" part=${part}><p class="strong">${text}</p>${hint}${act}</div>`;

const retry = ({ words, send }: View): TemplateResult => button(words.retry, () => send({ type: 'refresh' }));

export const failed = (view: View, code: FailureCode): TemplateResult =>
  message('error', view.words.failure(code), nothing, code === 'address' ? nothing : retry(view));

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
export const stale = (view: View, { stale: date, failures = [] }: ListSnapshot): TemplateResult | typeof nothing => {
  const missing = failures.map(({ url = '' }) => url.slice(url.lastIndexOf('/') + 1)).join(view.words.comma);
  const text = date ? view.words.stale(date) : missing && view.words.missingFeed(missing);
  return text ? html`<div class="note bar" part="banner"><p class="grow">${text}</p>${retry(view)}</div>` : nothing;
};
