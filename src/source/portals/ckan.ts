/**
 * CKAN (`datastore_search`): equal values and a full-text search; it knows no ranges, so years only where a column holds
 * them. Source: the public documentation of the DataStore extension, 2.10.
 */
import { buildPageRequest } from '../../feed/pages.js';
import { kindOf, objectOf, unnamed, type Portal } from './portal.js';

export const ckan: Portal = {
  most: 100,
  page({ url, settings }, { query, from, size }) {
    const { filters = {}, fields = {}, keyword = 'q' } = settings;
    const wanted = { kind: kindOf(settings, query.kind), category: query.category, department: query.department, year: query.year };
    const equal = (['kind', 'category', 'department', 'year'] as const)
      .flatMap((name) => (filters[name] && wanted[name] ? [[filters[name], wanted[name]] as const] : []));
    const by = fields[query.sort];
    return buildPageRequest(url, { ...settings, pageSize: size }, from / size, [
      ...(query.q ? [[keyword, query.q] as const] : []),
      ...(equal.length ? [['filters', JSON.stringify(objectOf(equal))] as const] : []),
      ...(by ? [['sort', `"${by.replace(/"/g, '""')}" ${query.descending ? 'desc' : 'asc'}`] as const] : []),
    ]);
  },
  lacks: ({ filters: { from, to, ...filters } = {} }) => unnamed({ filters }),
  record: ({ url, settings }, id) => (settings.fields?.id
    ? buildPageRequest(url, { ...settings, pageSize: 1 }, 0, [['filters', JSON.stringify({ [settings.fields.id]: id })]]) : undefined),
};
