/** What a person, or the page's address, has chosen in a list; and what each request makes of it. Pure. */
import { KINDS, type Kind } from '../model/kinds.js';
import { isDateSort, NO_FILTERS, SORT_FIELDS, type Filters, type Query, type SortField } from '../query/query.js';
import type { ListRequest, ListSettings } from './list.js';

export type ParamName = 'kind' | keyof Filters | 'sort' | 'size' | 'page' | 'id';

/**
 * Texts as the address has them; whatever is absent is as the element's attributes say. `sort`: `-title` is descending.
 * `id`: the record that is open.
 */
export type ViewParams = { readonly [K in ParamName]?: string };

/** What broken encoding leaves: it means nothing, like no value at all. */
const BROKEN = '\ufffd';

/** Longer texts than anybody types are cut: addresses have limits. */
const TEXT = /^(?!.*\ufffd)[^]{0,200}/;
const DATE = /^(\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01]))?$/;

/** What each value must look like, in the order of the address; the part that matches is what is meant. Page 1 need not be said. */
const RULES: Readonly<Record<ParamName, RegExp>> = {
  kind: RegExp(`^(${KINDS.join('|')})$`),
  q: TEXT, category: TEXT, department: TEXT, year: /^(\d{4})?$/, from: DATE, to: DATE,
  sort: RegExp(`^-?(${SORT_FIELDS.join('|')})$`),
  /** What the list offers, whatever `page-size` says (`sizesOf`). */
  size: /^(10|20|50)$/,
  page: /^([1-9]\d{1,5}|[2-9])/,
  id: /^[^\ufffd]{1,500}$/,
};

export const PARAM_NAMES = Object.keys(RULES) as readonly ParamName[];

/** The values that are valid. */
export function parseViewParams(values: { readonly [K in ParamName]?: string | null }): ViewParams {
  const params: { -readonly [K in ParamName]?: string } = {};
  for (const name of PARAM_NAMES) {
    const match = RULES[name].exec(values[name] ?? BROKEN);
    if (match) params[name] = match[0];
  }
  return params;
}

/** What the settings say, as parameters. */
export const defaultViewParams = (
  { filters, sort, descending, size }: ListSettings,
): ViewParams & Filters & { readonly sort: string; readonly size: string } =>
  ({ ...filters, sort: (descending ? '-' : '') + sort, size: String(size) });

/** The query of a list: its settings, overridden by what was chosen. `defaultKind` is shown where nobody has chosen. */
export function queryOf(view: ViewParams, settings: ListSettings, defaultKind: Kind): Query {
  const { kind, page, id: _, ...chosen } = view;
  const { sort, size, ...filters } = { ...defaultViewParams(settings), ...chosen };
  return {
    ...filters,
    kind: settings.kinds.find((own) => own === kind) ?? defaultKind,
    sort: sort.replace('-', '') as SortField,
    descending: sort.startsWith('-'),
    page: Number(page ?? 1),
    size: Number(size),
  };
}

/** The filters of a query. */
const pick = (query: Query): Filters =>
  (Object.keys(NO_FILTERS) as (keyof Filters)[]).reduce((filters, name) => ({ ...filters, [name]: query[name] }), NO_FILTERS);

/** The values of the view after a request. `query` is the current one; whatever changes the result goes back to page 1 and to the list. */
function change(view: ViewParams, request: ListRequest, query: Query): ViewParams {
  const { id: _, ...list } = view;
  const { page: _page, ...result } = list;
  switch (request.type) {
    case 'kind': {
      const { kind } = request;
      if (kind === query.kind) return { ...list, kind };
      // Categories belong to one kind, and so do most columns.
      const { category: _category, sort: _sort, ...filters } = result;
      return { ...filters, kind };
    }
    case 'search':
      // All of them, said or not: what the page sets from now on changes nothing of what a person has searched for.
      return { ...result, ...parseViewParams(pick(query)), ...parseViewParams(request.filters) };
    case 'reset':
      return { kind: view.kind, sort: view.sort, size: view.size };
    case 'sort': {
      const { field } = request;
      return { ...result, sort: ((field === query.sort ? !query.descending : isDateSort(field)) ? '-' : '') + field };
    }
    case 'page':
      return { ...result, page: String(request.page) };
    case 'size':
      return { ...result, size: String(request.size) };
    case 'open': {
      const { id, page } = request;
      return { ...view, ...(page && { page: String(page) }), ...parseViewParams({ id }) };
    }
    case 'close':
      return list;
    case 'refresh':
      return view;
  }
}

export const nextView = (view: ViewParams, request: ListRequest, query: Query): ViewParams => parseViewParams(change(view, request, query));
