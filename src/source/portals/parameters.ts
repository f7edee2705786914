/** A portal that is asked with parameters, each with a name of its own (`rest` and most others). */
import { buildPageRequest } from '../../feed/pages.js';
import { datesOf, kindOf, unnamed, type Portal, type Settings } from './portal.js';

/** Records on a page, unless the configuration says otherwise. */
const MOST = 100;

const paged = (settings: Settings, pageSize: number): Settings => ({ ...settings, pageSize });

export const parameters: Portal = {
  most: MOST,
  page({ url, settings }, { query, from, size }) {
    const { filters = {}, keyword, sort, fields } = settings;
    const { category, department, year, sort: field } = query;
    const by = sort && (fields ? fields[field] : field);
    const values: readonly (readonly [name: string | undefined, value: string | undefined])[] = [
      [keyword, query.q],
      [filters.kind, kindOf(settings, query.kind)],
      [filters.category, category], [filters.department, department], [filters.year, year],
      ...Object.entries(datesOf(query, !!filters.year)).map(([name, value]) => [filters[name as 'from' | 'to'], value] as const),
      [sort, by && (query.descending ? '-' : '') + by],
    ];
    const given = values.flatMap(([name, value]) => (name && value ? [[name, value] as const] : []));
    return buildPageRequest(url, paged(settings, size), from / size, given);
  },
  lacks: (settings) => [...unnamed(settings), ...(settings.keyword ? [] : ['q' as const])],
  record: ({ url, settings }, id) => (settings.id ? buildPageRequest(url, paged(settings, 1), 0, [[settings.id, id]]) : undefined),
};
