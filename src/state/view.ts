/** What a person, or the page's address, has chosen in a list; and what each request makes of it. Pure. */
import type { Kind } from '../model/kinds.js';
import { isDateSort, NO_FILTERS, SORT_FIELDS, type Filters, type Query, type SortField } from '../query/query.js';
import type { ListRequest, ListSettings } from './list.js';

/** Whatever is absent is as the element's attributes say. */
export interface View {
  readonly kind?: Kind;
  readonly filters: Partial<Filters>;
  readonly order?: { readonly sort: SortField; readonly descending: boolean };
  readonly page: number;
  /** The record that is open. */
  readonly id?: string;
}

export const START_VIEW: View = { filters: {}, page: 1 };

export const FILTER_NAMES = Object.keys(NO_FILTERS) as readonly (keyof Filters)[];

/** Longer texts than anybody types; addresses have limits. */
const MAX_TEXT = 200;
const MAX_ID = 500;
const MAX_PAGE = 1_000_000;

const text = (value: string): string => value.slice(0, MAX_TEXT);
const matching = (pattern: RegExp) => (value: string): string | undefined =>
  value === '' || pattern.test(value) ? value : undefined;
const date = matching(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/);

/** A filter's value made harmless; undefined when it can't be meant. */
const FILTER_VALUES: Readonly<Record<keyof Filters, (value: string) => string | undefined>> = {
  q: text, category: text, department: text, year: matching(/^\d{4}$/), from: date, to: date,
};

/** Only filters that mean something, with values of a sane length. */
export function cleanFilters(values: Partial<Record<keyof Filters, string>>): Partial<Filters> {
  const clean: { -readonly [K in keyof Filters]?: string } = {};
  for (const name of FILTER_NAMES) {
    const value = values[name];
    const meant = value === undefined ? undefined : FILTER_VALUES[name](value);
    if (meant !== undefined) clean[name] = meant;
  }
  return clean;
}

export const cleanPage = (page: number): number => Math.min(MAX_PAGE, Math.max(1, Math.trunc(page) || 1));
export const cleanId = (id: string): string | undefined => (id && id.length <= MAX_ID ? id : undefined);

/** `-decidedOn`: descending. */
export function parseOrder(text: string): View['order'] {
  const descending = text.startsWith('-');
  const sort = SORT_FIELDS.find((field) => field === (descending ? text.slice(1) : text));
  return sort && { sort, descending };
}
export const formatOrder = ({ sort, descending }: { sort: SortField; descending: boolean }): string => (descending ? '-' : '') + sort;

/** The query of a list: its settings, overridden by what was chosen. `kind` is what to show where nobody has chosen. */
export const queryOf = (view: View, settings: ListSettings, kind: Kind): Query => ({
  ...settings.filters,
  ...view.filters,
  kind: view.kind && settings.kinds.includes(view.kind) ? view.kind : kind,
  sort: settings.sort,
  descending: settings.descending,
  ...view.order,
  page: view.page,
  size: settings.size,
});

/** The view after a request. `query` is the current one; whatever changes the result goes back to page 1 and to the list. */
export function nextView(view: View, request: Exclude<ListRequest, { type: 'refresh' }>, query: Query): View {
  const { id: _, ...list } = view;
  switch (request.type) {
    case 'kind': {
      if (request.kind === query.kind) return { ...list, kind: request.kind };
      // Categories belong to one kind, and so do most columns.
      const { category: _category, ...filters } = view.filters;
      return { kind: request.kind, filters, page: 1 };
    }
    case 'search':
      return { ...list, filters: { ...view.filters, ...cleanFilters(request.filters) }, page: 1 };
    case 'reset':
      return { ...list, filters: {}, page: 1 };
    case 'sort': {
      const descending = request.field === query.sort ? !query.descending : isDateSort(request.field);
      return { ...list, order: { sort: request.field, descending }, page: 1 };
    }
    case 'page':
      return { ...list, page: cleanPage(request.page) };
    case 'open': {
      const id = cleanId(request.id);
      return id === undefined ? view : { ...view, id };
    }
    case 'close':
      return list;
  }
}
