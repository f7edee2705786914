/** What stands where a list would stand: loading, empty, no result, failure; and the banner of an old copy. */
import { html, nothing, type TemplateResult } from 'lit';
import type { FailureCode } from '../../model/failure.js';
import { isFiltered } from '../../query/query.js';
import type { ListSnapshot } from '../../state/list.js';
import type { View } from './view.js';

export const loading = ({ words }: View, bones: boolean): TemplateResult =>
  html`<div class="screen" part="loading">
    <p class=${bones ? 'muted' : 'note'}>${words.loading}…</p>
    ${bones ? html`<div class="bones" aria-hidden="true">${Array.from({ length: 6 }, () => html`<div></div>`)}</div>` : nothing}
  </div>`;

export const failed = ({ words, send }: View, code: FailureCode): TemplateResult =>
  html`<div class="message" part="error">
    <p class="strong">${words.failure(code)}</p>
    ${code === 'address' ? nothing : html`<p class="screen"><button type="button" part="button" @click=${() => send({ type: 'refresh' })}>${words.retry}</button></p>`}
  </div>`;

/** Nothing to list: because nothing is published, or because nothing matches. */
export function empty(view: View, { query }: ListSnapshot): TemplateResult {
  const { words, send } = view;
  return isFiltered(query)
    ? html`<div class="message" part="empty">
        <p class="strong">${words.noResult}</p>
        <p>${words.noResultHint}</p>
        <p class="screen"><button type="button" part="button" @click=${() => send({ type: 'reset' })}>${words.reset}</button></p>
      </div>`
    : html`<div class="message" part="empty"><p class="strong">${words.empty}</p></div>`;
}

/** The last good copy is on screen, of the given date. */
export function stale({ words, send }: View, { stale: date }: ListSnapshot): TemplateResult | typeof nothing {
  return date === undefined
    ? nothing
    : html`<div class="note bar" part="banner">
        <p class="grow">${words.stale(date)}</p>
        <button class="screen" type="button" part="button" @click=${() => send({ type: 'refresh' })}>${words.retry}</button>
      </div>`;
}
