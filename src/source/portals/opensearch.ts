/**
 * OpenSearch and Elasticsearch (`_search` with a JSON body). An index made by `sgs index` substringQuery each record's normalized
 * text in pairs of characters, so that a phrase of them is an exact substring, and everything else below `sgs`. Another
 * index is searched as it is analysed, by the field names of the configuration.
 * Sources: the public documentation of the search API (query DSL, sort, search_after, aggregations), 2.19.
 */
import { isPlainObject, type PlainObject } from '../../model/config.js';
import { isKind, KINDS, type Kind } from '../../model/kinds.js';
import { INDEX_TEXT } from '../../model/presets.js';
import { FACET_NAMES, sortFacets } from '../../query/facets.js';
import { terms } from '../../query/normalize.js';
import type { Facet } from '../../query/page.js';
import { valueAt } from '../total.js';
import { datesOf, kindOf, objectOf, unnamed, type PortalTarget, type Portal, type Search, type Settings } from './portal.js';

/** `index.max_result_window`, unless somebody has raised it, as `sgs index` does; also what one answer holds. */
const WINDOW = 10_000;

/** Values of a filter that are counted. */
const MOST_VALUES = 1000;

type Body = Readonly<Record<string, unknown>>;

const searchUrl = (url: string): URL => {
  const address = new URL(url);
  if (!/\/_search\/?$/.test(address.pathname)) address.pathname = address.pathname.replace(/\/?$/, '/_search');
  // Half of the shards is half of the records: then rather an error.
  address.searchParams.set('allow_partial_search_results', 'false');
  return address;
};

const send = ({ url, settings }: PortalTarget, body: Body) => {
  const address = searchUrl(url);
  const text = JSON.stringify({ timeout: `${settings.timeout ?? 15}s`, ...body });
  for (const [name, value] of Object.entries(settings.query ?? {})) address.searchParams.set(name, value);
  // A proxy that lets only GET through: the body as a parameter.
  if (settings.method === 'GET') {
    address.searchParams.set('source_content_type', 'application/json');
    address.searchParams.set('source', text);
    return { url: address.href, method: 'GET' } as const;
  }
  return { url: address.href, method: 'POST', body: text, headers: { 'content-type': 'application/json' } } as const;
};

const equals = (field: string | undefined, value: string): readonly Body[] => (field && value ? [{ term: { [field]: value } }] : []);

/** A normalized term as the exact substring it is: one character, a pair, or a phrase of pairs. */
const substringQuery = (term: string): Body => {
  const length = Array.from(term).length;
  if (length === 1) return { term: { [`${INDEX_TEXT}.one`]: term } };
  return length === 2 ? { term: { [INDEX_TEXT]: term } } : { match_phrase: { [INDEX_TEXT]: term } };
};

const words = ({ keyword }: Settings, q: string): readonly Body[] => {
  if (keyword === INDEX_TEXT) return terms(q).map(substringQuery);
  const fields = keyword?.split(/[\s,]+/) ?? [];
  return q.split(/\s+/).filter(Boolean).map((query) => ({ multi_match: { query, type: 'phrase', fields, lenient: true } }));
};

/** What is public today. */
const isPublic = ({ settings: { fields = {} }, today }: PortalTarget): readonly Body[] =>
  (fields.until && today ? [{ range: { [fields.until]: { gte: today } } }] : []);

const filter = (target: PortalTarget, { query }: Search): readonly Body[] => {
  const { settings } = target;
  const { filters = {} } = settings;
  const { from, to } = datesOf(query, !!filters.year);
  return [
    ...equals(filters.kind, kindOf(settings, query.kind)),
    ...equals(filters.category, query.category),
    ...equals(filters.department, query.department),
    ...(filters.year ? equals(filters.year, query.year) : []),
    ...(filters.from && from ? [{ range: { [filters.from]: { gte: from } } }] : []),
    ...(filters.to && to ? [{ range: { [filters.to]: { lte: to } } }] : []),
    ...isPublic(target),
    ...words(settings, query.q),
  ];
};

/** The order of the engine in memory: by the field, then the latest first, then as they came; what lacks it last. */
const sort = ({ fields = {} }: Settings, { query, backwards }: Search): readonly Body[] => {
  const turn = (down: boolean): string => (down === !backwards ? 'desc' : 'asc');
  const keys: readonly (readonly [name: string | undefined, down: boolean])[] = [
    [fields[query.sort], query.descending], [fields.decidedOn, true], [fields.at, false],
  ];
  return keys.flatMap(([name, down], n) => (name && keys.findIndex(([other]) => other === name) === n
    ? [{ [name]: { order: turn(down), missing: backwards ? '_first' : '_last', unmapped_type: 'keyword' } }] : []));
};

/** Names that no field of a record has: else the counts could be taken for one. */
const PREFIX = 'n_';

const bucketsAt = (value: unknown, name: string): readonly PlainObject[] => {
  const found = isPlainObject(value) ? value[PREFIX + name] : undefined;
  const buckets = isPlainObject(found) ? found['buckets'] : undefined;
  return Array.isArray(buckets) ? buckets.filter(isPlainObject) : [];
};

const countOf = (bucket: PlainObject): number => Number(bucket['doc_count']) || 0;

const hitsOf = (root: unknown): readonly PlainObject[] => {
  const outer = isPlainObject(root) ? root['hits'] : undefined;
  const hits = isPlainObject(outer) ? outer['hits'] : undefined;
  return Array.isArray(hits) ? hits.filter(isPlainObject) : [];
};

export const opensearch: Portal = {
  most: 1000,
  page: (target, search) => send(target, {
    query: { bool: { filter: filter(target, search) } },
    sort: sort(target.settings, search),
    ...(search.after ? { search_after: search.after } : { from: search.from }),
    size: search.size,
    // Whoever skips records has counted them.
    track_total_hits: !search.bare,
    _source: search.bare ? false : { excludes: ['sgs'] },
  }),
  lacks: (settings) => [...unnamed(settings), ...(settings.keyword ? [] : ['q' as const])],
  record: (target, id) => {
    const { fields = {} } = target.settings;
    const query = { bool: { filter: [...equals(fields.id, id), ...isPublic(target)] } };
    return fields.id ? send(target, { query, size: 1, _source: { excludes: ['sgs'] } }) : undefined;
  },
  overview: {
    ask(target, withValues) {
      const { filters = {}, fields = {} } = target.settings;
      if (!filters.kind && !withValues) return undefined;
      const named = { ...filters, month: fields.month };
      const values = (field: string): Body => ({ terms: { field, size: MOST_VALUES } });
      const inner = objectOf(FACET_NAMES.flatMap((name) => (named[name] ? [[PREFIX + name, values(named[name])] as const] : [])));
      return send(target, {
        query: { bool: { filter: isPublic(target) } },
        aggs: filters.kind ? { [`${PREFIX}kind`]: { ...values(filters.kind), ...(withValues && { aggs: inner }) } } : inner,
        // What was said of the feed as a whole stands in a document of its own, which is counted nowhere.
        ...(!withValues && fields.about
          ? { post_filter: { exists: { field: fields.about } }, size: 1, _source: [fields.about] }
          : { size: 0 }),
        track_total_hits: false,
      });
    },
    read(root, settings) {
      const { filters = {}, fields = {}, kinds = {} } = settings;
      const all = isPlainObject(root) ? root['aggregations'] : undefined;
      const facetOf = (bucket: PlainObject): Facet => ({ value: String(bucket['key_as_string'] ?? bucket['key']), count: countOf(bucket) });
      const facetsIn = (value: unknown) => sortFacets((name) => bucketsAt(value, name).map(facetOf));
      const own = (called: unknown): Kind | undefined =>
        KINDS.find((kind) => kinds[kind] === called) ?? (isKind(called) ? called : undefined);
      const known = bucketsAt(all, 'kind').flatMap((bucket) => {
        const kind = own(bucket['key']);
        return kind ? [[kind, bucket] as const] : [];
      });
      const source = hitsOf(root)[0]?.['_source'];
      const about = valueAt(source, fields.about ?? '');
      return {
        counts: objectOf(known.map(([kind, bucket]) => [kind, countOf(bucket)])),
        facets: objectOf(filters.kind
          ? known.map(([kind, bucket]) => [kind, facetsIn(bucket)])
          : KINDS.map((kind) => [kind, facetsIn(all)])),
        about: typeof about === 'string' ? about : undefined,
      };
    },
  },
  deep: {
    window: WINDOW,
    hop: WINDOW,
    isTotal: ({ fields = {} }) => !!fields.at,
    end: (root) => {
      const hits = hitsOf(root);
      const values = hits[hits.length - 1]?.['sort'];
      return Array.isArray(values) ? values : undefined;
    },
  },
};
