/**
 * Apache Solr (`/select`). Its fields are the portal's own: the configuration names them. Sources: the public reference
 * guide (common query parameters, standard query parser, faceting), 9.x.
 */
import { buildPageRequest } from '../../feed/pages.js';
import { isPlainObject, type PlainObject } from '../../model/config.js';
import { KINDS } from '../../model/kinds.js';
import { sortFacets } from '../../query/facets.js';
import type { Facet } from '../../query/page.js';
import { datesOf, kindOf, objectOf, unnamed, type Portal } from './portal.js';

/** A phrase of the query language: nothing within it is an operator. */
const phrase = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`;

const words = (q: string): string => q.split(/\s+/).filter(Boolean).map(phrase).join(' AND ') || '*:*';

/** Solr's dates are instants; a day is one from its first second to its last, as it was indexed. */
const range = (field: string | undefined, from: string, to: string): readonly string[] =>
  (field && (from || to) ? [`${field}:[${from ? `${from}T00:00:00Z` : '*'} TO ${to ? `${to}T23:59:59Z` : '*'}]`] : []);

const equals = (field: string | undefined, value: string): readonly string[] => (field && value ? [`${field}:${phrase(value)}`] : []);

export const solr: Portal = {
  most: 100,
  page({ url, settings }, { query, from, size }) {
    const { filters = {}, fields = {}, keyword = 'q' } = settings;
    const dates = datesOf(query, !!filters.year);
    const conditions = [
      ...equals(filters.kind, kindOf(settings, query.kind)),
      ...equals(filters.category, query.category),
      ...equals(filters.department, query.department),
      ...(filters.year ? equals(filters.year, query.year) : []), ...range(filters.from, dates.from, ''), ...range(filters.to, '', dates.to),
    ];
    const by = fields[query.sort];
    return buildPageRequest(url, { ...settings, pageSize: size }, from / size, [
      [keyword, words(query.q)],
      ...(conditions.length ? [['fq', conditions.join(' AND ')] as const] : []),
      ...(by ? [['sort', `${by} ${query.descending ? 'desc' : 'asc'}`] as const] : []),
    ]);
  },
  lacks: unnamed,
  record: ({ url, settings }, id) => {
    const { fields = {}, keyword = 'q' } = settings;
    if (!fields.id) return undefined;
    return buildPageRequest(url, { ...settings, pageSize: 1 }, 0, [[keyword, '*:*'], ['fq', `${fields.id}:${phrase(id)}`]]);
  },
  overview: {
    ask({ url, settings }, withValues) {
      const { filters = {}, keyword = 'q' } = settings;
      if (!filters.kind && !withValues) return undefined;
      const fields = (['category', 'department', 'year'] as const)
        .flatMap((name) => (filters[name] ? { terms: { type: 'terms', field: filters[name], limit: 1000 }, name } : []));
      // Each kind has its own counts; the JSON facet API nests them in one request.
      const inner = withValues && objectOf(fields.map(({ name, terms }) => [`n_${name}`, terms]));
      const facet = filters.kind ? { n_kind: { type: 'terms', field: filters.kind, limit: 100, ...(inner && { facet: inner }) } } : inner;
      return buildPageRequest(url, { ...settings, pageSize: 0 }, 0, [[keyword, '*:*'], ['json.facet', JSON.stringify(facet)]]);
    },
    read(root, settings) {
      const bucketsAt = (value: unknown, name: string) => {
        const found = isPlainObject(value) ? value[`n_${name}`] : undefined;
        const buckets = isPlainObject(found) ? found['buckets'] : undefined;
        return Array.isArray(buckets) ? buckets.filter(isPlainObject) : [];
      };
      const facetOf = (bucket: PlainObject): Facet => ({ value: String(bucket['val']), count: Number(bucket['count']) });
      const facetsIn = (value: unknown) => sortFacets((name) => bucketsAt(value, name).map(facetOf));
      const all = isPlainObject(root) ? root['facets'] : undefined;
      if (!settings.filters?.kind) return { counts: {}, facets: objectOf(KINDS.map((kind) => [kind, facetsIn(all)])) };
      const known = bucketsAt(all, 'kind').flatMap((bucket) =>
        KINDS.filter((kind) => kindOf(settings, kind) === bucket['val']).map((kind) => [kind, bucket] as const));
      return {
        counts: objectOf(known.map(([kind, bucket]) => [kind, Number(bucket['count'])])),
        facets: objectOf(known.map(([kind, bucket]) => [kind, facetsIn(bucket)])),
      };
    },
  },
};
