import { nothing, type TemplateResult } from 'lit';
import { html } from '../html.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import { NO_FILTERS, type Filters, type Query } from '../../query/query.js';
import type { ListSnapshot } from '../../state/list.js';
import { button, disclosureButton } from './controls.js';
import { data, dataLang } from './value.js';
import { fieldLabel, type View } from './view.js';

type Facets = NonNullable<ListSnapshot['facets']>;

export type SearchField = keyof Filters;
export const SEARCH_FIELDS = Object.keys(NO_FILTERS) as SearchField[];

export interface SearchView extends View {
  readonly fields: readonly SearchField[];
  /** What is in the form: the query's filters under what a person has changed since. */
  readonly values: Filters;
  /** Whether the filters below the keyword are shown. */
  readonly expanded: boolean;
  readonly toggle: () => void;
  readonly edit: (field: SearchField, value: string) => void;
  readonly submit: (event: Event) => void;
  readonly reset: () => void;
  readonly remove: (field: SearchField) => void;
}

/** What a filter is called, given the kind that is shown. */
const labelOf = (view: View, { kind }: Query, field: SearchField): string => {
  const { words } = view;
  const name = { q: words.searchLabel, year: words.year, from: words.from, to: words.to, category: '', department: '' }[field];
  return name || fieldLabel(view, kind, field === 'category' ? field : 'authority');
};

const shown = ({ words }: View, field: SearchField, value: string): string =>
  field === 'year' ? words.yearOption(value) : field === 'from' || field === 'to' ? words.date(value) : value;

type Choice = 'category' | 'department' | 'year';

function choice(view: SearchView, query: Query, field: Choice, facets: Facets[Choice]): TemplateResult | typeof nothing {
  const value = view.values[field];
  if (!view.fields.includes(field) || !(facets.length || value)) return nothing;
  // The chosen value stays an option, also where the feed no longer has it.
  const options = facets.some((facet) => facet.value === value) || !value ? facets : [{ value, count: 0 }, ...facets];
  const option = (facet: Facets[Choice][number]): TemplateResult => {
    const text = [shown(view, field, facet.value), facet.count ? ` (${facet.count})` : nothing];
    const lang = field === 'year' ? undefined : dataLang(view);
    return html`<option lang=${ifDefined(lang)} value=${facet.value} .selected=${facet.value === value}>${text}</option>`;
  };
  return html`<div>
    <label for=${field}>${labelOf(view, query, field)}</label>
    <select id=${field} part="input" @change=${(event: Event) => view.edit(field, (event.target as HTMLSelectElement).value)}>
      <option value="" .selected=${!value}>${view.words.any}</option>
      ${options.map(option)}
    </select>
  </div>`;
}

function dates(view: SearchView, query: Query): TemplateResult | typeof nothing {
  const fields = (['from', 'to'] as const).filter((field) => view.fields.includes(field));
  if (!fields.length) return nothing;
  return html`<fieldset class="dates">
    <legend>${fieldLabel(view, query.kind, 'decidedOn')}</legend>
    <div class="fields">${fields.map(
      (field) => html`<div>
        <label for=${field}>${view.words[field]}</label>
        <input id=${field} part="input" type="date" .value=${view.values[field]}
          @change=${(event: Event) => view.edit(field, (event.target as HTMLInputElement).value)}>
      </div>`,
    )}</div>
  </fieldset>`;
}

/** Filters in force, each with a button that takes it back. The keyword has its own field and is not one of them. */
function chips(view: SearchView, query: Query): TemplateResult | typeof nothing {
  const fields = SEARCH_FIELDS.filter((field) => field !== 'q' && query[field]);
  if (!fields.length) return nothing;
  return html`<ul class="bar chips" part="chips" aria-label=${view.words.chosen}>${fields.map(
    (field) => html`<li><button type="button" part="chip" @click=${() => view.remove(field)}><span class="vh">${view.words.remove}</span>${
      labelOf(view, query, field)
    }${view.words.colon}${
      field === 'category' || field === 'department' ? data(view, query[field]) : shown(view, field, query[field])
    }<i class="cross" aria-hidden="true"></i></button></li>`,
  )}</ul>`;
}

/**
 * The form and, below it, the filters in force. Sending it always works, with Enter too: that clicks the button. The
 * form's own event does not come in a sandboxed frame that may not send forms.
 */
export function search(view: SearchView, { query, facets }: Pick<ListSnapshot, 'query' | 'facets'>): TemplateResult {
  const { words, fields, values, expanded } = view;
  const more = fields.some((field) => field !== 'q');
  return html`<form class="screen" part="search" role="search">
      <div class="fields">
        ${fields.includes('q')
          ? html`<div class="grow">
              <label for="q">${words.searchLabel}</label>
              <p id="hint" class="hint muted">${words.searchHint}</p>
              <input id="q" part="input" type="search" autocomplete="off" maxlength="200" aria-describedby="hint"
                .value=${values.q} @input=${(event: Event) => view.edit('q', (event.target as HTMLInputElement).value)}>
            </div>`
          : nothing}
        <button type="submit" class="primary" part="button submit" @click=${view.submit}>${words.search}</button>
        ${button(words.reset, view.reset)}
        ${more ? disclosureButton(words.filters, 'more', expanded, 'fold', view.toggle) : nothing}
      </div>
      ${more && expanded
        ? html`<div id="more" class="fields more" part="filters">
            ${choice(view, query, 'category', facets?.category ?? [])}
            ${choice(view, query, 'department', facets?.department ?? [])}
            ${choice(view, query, 'year', facets?.year ?? [])}
            ${dates(view, query)}
          </div>`
        : nothing}
    </form>
    ${chips(view, query)}`;
}
