/**
 * How well-known kinds of portals are asked for a page of a search, one row each; what one wants beside parameters is in
 * `source/portals`. Sources: the public documentation of each (Solr common query parameters, OpenSearch search API, CKAN
 * datastore_search, layui table, DataTables server-side processing, RuoYi and JeecgBoot list interfaces; the last three
 * from memory).
 */
import type { RequestSettings, ResponseSettings } from './config-request.js';

/** What a preset may set of a configuration. */
export interface Preset {
  readonly request: RequestSettings;
  readonly response?: ResponseSettings;
}

/** The field that `sgs index` makes of all that is searched of a record. */
export const INDEX_TEXT = 'sgs.text';

/** The fields of an index made by `sgs index`; all below `sgs`, so that none of a record is in their way. */
const INDEX: RequestSettings = {
  keyword: INDEX_TEXT,
  filters: {
    kind: 'sgs.kind', category: 'sgs.category', department: 'sgs.department', year: 'sgs.year',
    from: 'sgs.decidedOn', to: 'sgs.decidedOn',
  },
  fields: {
    id: 'sgs.id', at: 'sgs.at', until: 'sgs.until', month: 'sgs.month', about: 'sgs.about',
    decidedOn: 'sgs.decidedOn', publicUntil: 'sgs.publicUntil',
    title: 'sgs.order.title', subjectName: 'sgs.order.subjectName', documentNumber: 'sgs.order.documentNumber',
    authority: 'sgs.order.authority', category: 'sgs.order.category', catalogCode: 'sgs.order.catalogCode',
    basis: 'sgs.order.basis',
  },
};

const OPENSEARCH: Preset = { request: { ...INDEX, size: 'size' }, response: { records: 'hits.hits', total: 'hits.total.value' } };

export const PRESETS = {
  solr: {
    request: { page: 'start', size: 'rows', offset: true, keyword: 'q', query: { wt: 'json' } },
    response: { records: 'response.docs', total: 'response.numFound' },
  },
  rest: {
    request: {
      page: 'page', size: 'size', keyword: 'q', sort: 'sort', id: 'id',
      filters: { kind: 'kind', category: 'category', department: 'department', year: 'year', from: 'from', to: 'to' },
    },
  },
  opensearch: OPENSEARCH,
  elasticsearch: OPENSEARCH,
  ckan: {
    request: { page: 'offset', size: 'limit', offset: true, keyword: 'q' },
    response: { records: 'result.records', total: 'result.total' },
  },
  layui: {
    request: { page: 'page', size: 'limit', keyword: 'keyword' },
    response: { records: 'data', total: 'count' },
  },
  datatables: {
    request: { page: 'start', size: 'length', offset: true, keyword: 'search[value]' },
    response: { records: 'data', total: 'recordsFiltered' },
  },
  ruoyi: {
    request: { page: 'pageNum', size: 'pageSize', keyword: 'keyword' },
    response: { records: 'rows', total: 'total' },
  },
  jeecg: {
    request: { page: 'pageNo', size: 'pageSize', keyword: 'keyword' },
    response: { records: 'result.records', total: 'result.total' },
  },
} satisfies Readonly<Record<string, Preset>>;

/** The rows above. */
export type PresetName = keyof typeof PRESETS;
