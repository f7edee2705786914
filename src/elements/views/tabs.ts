import { nothing, type TemplateResult } from 'lit';
import { html } from '../html.js';
import { isFiltered } from '../../query/query.js';
import type { ListSnapshot } from '../../state/list.js';
import { kindLabel, type View } from './view.js';

const STEPS: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowRight: (at, last) => (at === last ? 0 : at + 1),
  ArrowLeft: (at, last) => (at === 0 ? last : at - 1),
  Home: () => 0,
  End: (_at, last) => last,
};

/** Kinds as tabs; one kind needs none. */
export function tabs(view: View, { kinds, query, counts, hits }: ListSnapshot): TemplateResult | typeof nothing {
  const { words } = view;
  if (kinds.length < 2) return nothing;
  const onKey = (event: KeyboardEvent): void => {
    const step = STEPS[event.key];
    if (!step || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const next = step(kinds.indexOf(query.kind), kinds.length - 1);
    const kind = kinds[next];
    if (kind) view.send({ type: 'kind', kind });
    (event.currentTarget as HTMLElement).querySelectorAll('button')[next]?.focus();
  };
  return html`<div class="screen" role="tablist" part="tabs" aria-label=${words.tabs} @keydown=${onKey}>
    ${kinds.map((kind) => {
      const chosen = kind === query.kind;
      // While a search is on, its hits; unknown, nothing rather than the number of all.
      const count = isFiltered(query) ? hits?.[kind] : counts?.[kind];
      return html`<button
        type="button"
        role="tab"
        part="tab"
        id="tab-${kind}"
        aria-selected=${chosen ? 'true' : 'false'}
        aria-label=${count === undefined ? nothing : kindLabel(view, kind) + words.pause + String(count) + words.unit}
        aria-controls=${chosen ? 'panel' : nothing}
        tabindex=${chosen ? 0 : -1}
        @click=${() => view.send({ type: 'kind', kind })}
      >${kindLabel(view, kind)}${words.pause.slice(1)}${count === undefined ? nothing : html`<span class="num">${count}</span>`}</button>`;
    })}
  </div>`;
}
