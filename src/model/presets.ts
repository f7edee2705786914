/**
 * How well-known kinds of portals are asked for a page of a search, one row each. Sources: the public documentation of
 * each (Solr common query parameters, OpenSearch URI search, CKAN datastore_search, layui table, DataTables server-side
 * processing, RuoYi and JeecgBoot list interfaces; the last three from memory).
 */
import type { PresetName, SgsConfig } from './config.js';

export type Preset = Pick<SgsConfig, 'request' | 'response'>;

export const PRESETS: Readonly<Record<PresetName, Preset>> = {
  solr: { request: { page: 'start', size: 'rows', offset: true, keyword: 'q', query: { wt: 'json' } }, response: { records: 'response.docs', total: 'response.numFound' } },
  opensearch: { request: { page: 'from', size: 'size', offset: true, keyword: 'q', query: { track_total_hits: 'true' } }, response: { records: 'hits.hits', total: 'hits.total.value' } },
  ckan: { request: { page: 'offset', size: 'limit', offset: true, keyword: 'q' }, response: { records: 'result.records', total: 'result.total' } },
  layui: { request: { page: 'page', size: 'limit', keyword: 'keyword' }, response: { records: 'data', total: 'count' } },
  datatables: { request: { page: 'start', size: 'length', offset: true, keyword: 'search[value]' }, response: { records: 'data', total: 'recordsFiltered' } },
  ruoyi: { request: { page: 'pageNum', size: 'pageSize', keyword: 'keyword' }, response: { records: 'rows', total: 'total' } },
  jeecg: { request: { page: 'pageNo', size: 'pageSize', keyword: 'keyword' }, response: { records: 'result.records', total: 'result.total' } },
};

/** A configuration with its preset's settings below its own. */
export const withPreset = (config: SgsConfig): SgsConfig => {
  const { preset } = config.request ?? {};
  if (!preset) return config;
  const { request, response } = PRESETS[preset];
  return { ...config, request: { ...request, ...config.request }, response: { ...response, ...config.response } };
};
