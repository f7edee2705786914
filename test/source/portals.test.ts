// Search engines and catalogues as they are asked for a page, and what their answers become. The servers here keep what
// they were asked and answer with the envelopes of the public documentation; test/search-engines asks a real one.
import assert from 'node:assert/strict';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { FeedCache, FeedCopy } from '../../src/feed/cache.js';
import { read } from '../../src/feed/load.js';
import type { SgsConfig } from '../../src/model/config.js';
import { apiSource, type PortalState } from '../../src/source/api.js';
import { portalOf } from '../../src/source/portals/portals.js';
import type { RecordSource } from '../../src/source/source.js';
import { query } from '../query/records.js';

type Json = Readonly<Record<string, unknown>>;
interface Asked { readonly path: string; readonly parameters: URLSearchParams; readonly body: Json; readonly method: string }

const license = (n: number): Json => ({
  kind: 'license', documentNumber: `青市监许〔2026〕${n}号`, projectName: `许可事项${n}`, subjectName: '青岚市甲有限公司',
  decidedOn: '2026-03-01',
});

const asked: Asked[] = [];
let respond: (request: Asked, response: ServerResponse) => unknown;
const server = createServer((request, response) => {
  let text = '';
  request.on('data', (part: Buffer) => { text += part.toString(); });
  request.on('end', () => {
    const url = new URL(request.url ?? '', 'http://portal');
    const said = text || url.searchParams.get('source') || '{}';
    const one: Asked = { path: url.pathname, parameters: url.searchParams, body: JSON.parse(said) as Json, method: String(request.method) };
    asked.push(one);
    const answer = respond(one, response);
    if (response.writableEnded) return;
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(answer));
  });
});
let origin = '';
before(() => new Promise<void>((resolve) => {
  server.listen(0, '127.0.0.1', () => {
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    resolve();
  });
}));
after(() => { server.close(); });
beforeEach(() => { asked.length = 0; });

const sourceOf = (config: SgsConfig, options: Partial<Parameters<typeof apiSource>[0]> = {}): RecordSource =>
  apiSource({
    url: `${origin}/sgs`, config: { ...config, request: { retry: 0, ...config.request } }, kinds: ['license'], read,
    ...options,
  });

const hits = (rows: readonly Json[], total = rows.length): Json => ({
  timed_out: false,
  hits: {
    total: { value: total, relation: 'eq' },
    hits: rows.map((_source) => ({ _index: 'sgs-1', _id: 'x', _score: null, _source, sort: [1] })),
  },
});

const OPENSEARCH: SgsConfig = { request: { preset: 'opensearch' } };
const last = (): Asked => asked[asked.length - 1] as Asked;
const filterOf = ({ body }: Asked): readonly Json[] => (body['query'] as { bool: { filter: readonly Json[] } }).bool.filter;

describe('OpenSearch and Elasticsearch', () => {
  it('are asked in JSON for a page: exact pieces of folded text, filters, an order that no two records share', async () => {
    respond = () => hits([license(1)]);
    const page = await sourceOf(OPENSEARCH).query(
      query({
        q: '［2026］1 号 许 事项', category: '普通', department: '甲局', year: '2026', from: '2026-01-01', to: '2026-12-31',
        sort: 'title', descending: false, page: 1,
      }),
    );
    assert.deepEqual([page.total, page.rows[0]?.title], [1, '许可事项1']);
    const { path, method, parameters, body } = last();
    assert.deepEqual([path, method, parameters.get('allow_partial_search_results')], ['/sgs/_search', 'POST', 'false']);
    assert.deepEqual(filterOf(last()).filter((each) => !JSON.stringify(each).includes('sgs.until')), [
      { term: { 'sgs.kind': 'license' } }, { term: { 'sgs.category': '普通' } }, { term: { 'sgs.department': '甲局' } },
      { term: { 'sgs.year': '2026' } },
      { range: { 'sgs.decidedOn': { gte: '2026-01-01' } } }, { range: { 'sgs.decidedOn': { lte: '2026-12-31' } } },
      { match_phrase: { 'sgs.text': '(2026)1' } }, { term: { 'sgs.text.one': '号' } }, { term: { 'sgs.text.one': '许' } },
      { term: { 'sgs.text': '事项' } },
    ]);
    assert.deepEqual((body['sort'] as Json[]).map((each) => Object.keys(each)[0]), ['sgs.order.title', 'sgs.decidedOn', 'sgs.at']);
    assert.deepEqual([body['from'], body['size'], body['track_total_hits'], body['timeout']], [0, 10, true, '15s']);
  });

  it('count what is public today only, unless the site says otherwise', async () => {
    respond = () => hits([]);
    await sourceOf(OPENSEARCH).query(query());
    assert.match(JSON.stringify(filterOf(last())), /"sgs.until":\{"gte":"20\d\d-/);
    await sourceOf({ ...OPENSEARCH, gate: { expired: false } }).query(query());
    assert.deepEqual(filterOf(last()), [{ term: { 'sgs.kind': 'license' } }]);
  });

  it('may be asked by GET, at their own address and with parameters of the site', async () => {
    respond = () => hits([license(1)]);
    const source = sourceOf(
      { request: { preset: 'elasticsearch', method: 'GET', query: { preference: '_local' }, timeout: 4 } },
      { url: `${origin}/find/_search` },
    );
    assert.equal((await source.query(query())).rows.length, 1);
    const { path, method, parameters, body } = last();
    assert.deepEqual(
      [path, method, parameters.get('preference'), body['timeout'], parameters.get('source_content_type')],
      ['/find/_search', 'GET', '_local', '4s', 'application/json'],
    );
  });

  it('open a record by its id, of several alike the one with its number, and only while it is public', async () => {
    respond = () => hits([license(1)]);
    const { id } = (await sourceOf(OPENSEARCH).query(query())).rows[0] as { id: string };
    const source = sourceOf(OPENSEARCH);
    assert.equal((await source.get(`${id}~2`))?.id, `${id}~2`);
    assert.deepEqual(filterOf(last())[0], { term: { 'sgs.id': `${id}~2` } });
    assert.match(JSON.stringify(filterOf(last())), /sgs.until/);
    assert.equal(await source.get('other'), undefined);
    respond = () => hits([]);
    assert.equal(await source.get('gone'), undefined);
    assert.equal(await sourceOf({ request: { preset: 'opensearch', fields: {} } }).get(id), undefined);
  });

  const bucket = (key: string, count: number, inner: Json = {}): Json => ({ key, doc_count: count, ...inner });
  const aggregations: Json = { n_kind: { buckets: [
    bucket(
      'license', 3,
      {
        n_category: { buckets: [bucket('乙', 1), bucket('甲', 1), bucket('普通', 3), bucket('', 1)] },
        n_department: { buckets: [] }, n_year: { buckets: [bucket('2024', 1), bucket('2026', 2)] }, n_month: {},
      },
    ),
    bucket('penalty', 2), bucket('other', 9),
  ] } };
  const about = (text: string): Json => ({ ...hits([{ sgs: { about: text } }]), aggregations });

  it('count kinds at once and values of filters when those are asked for, and say what `sgs index` has said', async () => {
    const told: PortalState[] = [];
    respond = ({ body }) => (
      body['aggs'] ? about(JSON.stringify({ meta: { updated: '2026-03-02' }, withheld: { internal: 2 } })) : hits([license(1)])
    );
    const source = sourceOf(OPENSEARCH, { onState: (each) => told.push(each) });
    assert.deepEqual(await source.counts(), { license: 3, penalty: 2 });
    assert.deepEqual(last().body['aggs'], { n_kind: { terms: { field: 'sgs.kind', size: 1000 } } });
    assert.equal(asked.length, 1);
    const facets = await source.facets('license');
    assert.match(JSON.stringify(last().body['aggs']), /"aggs":\{"n_category":.*"n_month":/);
    assert.deepEqual(facets.category.map(({ value }) => value), ['普通', '乙', '甲']);
    assert.deepEqual(facets.year.map(({ value }) => value), ['2026', '2024']);
    assert.deepEqual((await source.facets('honor')).year, []);
    assert.equal(asked.length, 2);
    await source.query(query());
    await source.query(query({ q: '甲' }));
    assert.equal(told.length, 1);
    assert.deepEqual(
      [told[0]?.report?.meta.updated, told[0]?.report?.kinds, told[0]?.report?.withheld, told[0]?.busy],
      ['2026-03-02', { license: 3, penalty: 2 }, { internal: 2 }, false],
    );
    assert.equal(told[0]?.source, source);
  });

  it('do without the counts where they can’t be had, or say nothing of the feed', async () => {
    respond = ({ body }, response) => (body['aggs'] ? response.writeHead(500).end() : hits([license(1)]));
    const source = sourceOf(OPENSEARCH);
    assert.deepEqual([await source.counts(), (await source.facets('license')).year], [{}, []]);
    assert.equal((await source.query(query())).rows.length, 1);
    for (const text of ['no json', '7']) {
      respond = ({ body }) => (body['aggs'] ? about(text) : hits([license(1)]));
      const other = sourceOf(OPENSEARCH);
      assert.deepEqual(await other.counts(), { license: 3, penalty: 2 });
      assert.equal((await other.query(query())).total, 1);
    }
    respond = () => ({ hits: { hits: [{ _source: 7 }] }, aggregations: 7 });
    assert.deepEqual(await sourceOf(OPENSEARCH).counts(), {});
    respond = () => ({ took: 1, hits: [] });
    assert.deepEqual(await sourceOf(OPENSEARCH).counts(), {});
    respond = () => [];
    assert.deepEqual(await sourceOf(OPENSEARCH).counts(), {});
  });

  it('with an index of their own are asked by the names that the configuration gives', async () => {
    respond = ({ body }) => (
      body['aggs']
        ? { hits: { hits: [] }, aggregations: { n_category: { buckets: [{ key: 1, key_as_string: '普通', doc_count: 1 }] } } }
        : hits([license(1)])
    );
    const request = {
      preset: 'opensearch', keyword: 'XK_XMMC, XK_XDR_MC', filters: { category: 'XK_XKLB.keyword' },
      fields: { title: 'XK_XMMC.keyword' },
    } as const;
    const source = sourceOf({ request });
    await source.query(query({ q: '食品 〔2026〕', category: '普通', sort: 'title' }));
    const fields = ['XK_XMMC', 'XK_XDR_MC'];
    assert.deepEqual(
      filterOf(last()),
      [
        { term: { 'XK_XKLB.keyword': '普通' } },
        ...['食品', '〔2026〕'].map((words) => ({ multi_match: { query: words, type: 'phrase', fields, lenient: true } })),
      ],
    );
    assert.deepEqual((last().body['sort'] as Json[]).map((each) => Object.keys(each)), [['XK_XMMC.keyword']]);
    const before = asked.length;
    assert.deepEqual(await source.counts(), {});
    assert.equal(asked.length, before, 'of one kind there is nothing to count');
    assert.deepEqual((await source.facets('license')).category, [{ value: '普通', count: 1 }]);
    const named = sourceOf({ request: { ...request, filters: { kind: 'lb' }, fields: {}, kinds: { license: 'xzxk' } } });
    respond = ({ body }) => (
      body['aggs'] ? { hits: { hits: [] }, aggregations: { n_kind: { buckets: [{ key: 'xzxk', doc_count: 4 }] } } } : hits([license(1)])
    );
    assert.deepEqual(await named.counts(), { license: 4 });
    await named.query(query());
    assert.deepEqual(filterOf(last()), [{ term: { lb: 'xzxk' } }]);
    // No keyword, no words; a year is two dates; deep pages are asked for as they are.
    const bare = sourceOf({ request: { preset: 'opensearch', keyword: '', filters: { from: 'd', to: 'd' }, fields: {} } });
    await bare.query(query({ year: '2026', from: '2026-02-01', page: 2000 }));
    assert.deepEqual(
      filterOf(asked[asked.length - 2] as Asked),
      [{ range: { d: { gte: '2026-02-01' } } }, { range: { d: { lte: '2026-12-31' } } }],
    );
    await bare.query(query({ year: '2026', to: '2026-02-01' }));
    assert.deepEqual(filterOf(last()), [{ range: { d: { gte: '2026-01-01' } } }, { range: { d: { lte: '2026-02-01' } } }]);
    await assert.rejects(bare.query(query({ q: '食品' })), /关键词.*request.keyword/);
  });

  describe('far from the first page', () => {
    const COUNT = 30_000;
    /** Numbers as records, in the order asked for; a cursor is a number. */
    const engineWithin = (window: number) => ({ body }: Asked): Json => {
      const sort = body['sort'] as Record<string, { order: string }>[];
      const turned = sort[sort.length - 1]?.['sgs.at']?.order === 'desc';
      const after = (body['search_after'] as number[] | undefined)?.[0];
      const from = after === undefined ? Number(body['from']) : (turned ? COUNT - after : after + 1);
      const size = Number(body['size']);
      if (after === undefined && from + size > window) return { error: 'too far' };
      const numbers = Array.from(
        { length: Math.max(0, Math.min(size, COUNT - from)) }, (_, n) => (turned ? COUNT - 1 - from - n : from + n),
      );
      return {
        hits: {
          ...(body['track_total_hits'] ? { total: { value: COUNT } } : {}),
          hits: numbers.map((n) => ({ _id: String(n), sort: [n], ...(body['_source'] ? { _source: license(n) } : {}) })),
        },
      };
    };
    const engine = engineWithin(10_000);
    const titles = (from: number, size: number): string[] => Array.from({ length: size }, (_, n) => `许可事项${from + n}`);

    it('a page is reached from the nearer end, and from where the last one was', async () => {
      respond = engine;
      const source = sourceOf(OPENSEARCH);
      const titlesAt = async (page: number, size = 10): Promise<string[]> =>
        (await source.query(query({ page, size }))).rows.map(({ title }) => title);
      assert.deepEqual(await titlesAt(1000), titles(9990, 10));
      assert.deepEqual(await titlesAt(3000), titles(29_990, 10));
      assert.equal(asked.length, 3, 'the last page: the count, then ten records from the end');
      assert.deepEqual(await titlesAt(1300), titles(12_990, 10));
      const before = asked.length;
      assert.deepEqual(await titlesAt(1301), titles(13_000, 10));
      assert.equal(asked.length - before, 3, 'its neighbour: the count, ten records on, the page');
      assert.deepEqual(await titlesAt(1302), titles(13_010, 10));
      assert.deepEqual(await titlesAt(1800), titles(17_990, 10));
      assert.deepEqual(await titlesAt(9999), titles(29_990, 10));
    });

    it('an index that counts further is asked at once for a page from the nearer end', async () => {
      const overview = {
        ...hits([{ sgs: { about: JSON.stringify({ withheld: { internal: 1 }, window: 12_000 }) } }]),
        aggregations: { n_kind: { buckets: [{ key: 'license', doc_count: COUNT }] } },
      };
      const further = engineWithin(12_000);
      respond = (one) => (one.body['aggs'] ? overview : further(one));
      const told: PortalState[] = [];
      const source = sourceOf(OPENSEARCH, { onState: (each) => told.push(each) });
      await source.counts();
      const titlesAt = async (page: number): Promise<string[]> => {
        asked.length = 0;
        return (await source.query(query({ page }))).rows.map(({ title }) => title);
      };
      assert.deepEqual([await titlesAt(1200), asked.length], [titles(11_990, 10), 2]);
      assert.deepEqual([await titlesAt(1900), asked.length], [titles(18_990, 10), 2]);
      // Beyond that: where the first 12,000 end, in one answer of one record, and on from there.
      assert.deepEqual([await titlesAt(1300), asked.length], [titles(12_990, 10), 4]);
      assert.deepEqual(asked.map(({ body }) => body['size']), [1, 1, 990, 10]);
      assert.deepEqual(told[0]?.report?.withheld, { internal: 1 });
      assert.ok(!('window' in (told[0]?.report ?? {})));
    });

    it('the whole is there for the printer, up to a limit', async () => {
      respond = engine;
      const all = await sourceOf(OPENSEARCH).all(query());
      assert.deepEqual([all.length, all[0]?.title, all[19_999]?.title], [20_000, '许可事项0', '许可事项19999']);
    });

    it('what changes on the way, and what is too far, is said', async () => {
      respond = (one) => (one.body['_source'] === false ? { hits: { hits: [] } } : engine(one));
      await assert.rejects(sourceOf(OPENSEARCH).query(query({ page: 1300 })), /有变动/);
      respond = (one, response) => (one.body['_source'] === false ? response.writeHead(500).end() : engine(one));
      await assert.rejects(sourceOf(OPENSEARCH).query(query({ page: 1300 })), /500/);
      respond = () => hits([license(1)], 2_000_000);
      await assert.rejects(sourceOf(OPENSEARCH).query(query({ page: 100_000 })), /页码太大/);
    });
  });
});

describe('Solr', () => {
  const SOLR: SgsConfig = {
    request: {
      preset: 'solr', query: { wt: 'json', df: 'text' },
      filters: { kind: 'lx', category: 'lb', department: 'jg', from: 'rq', to: 'rq' },
      fields: { id: 'sgsid', decidedOn: 'rq' }, kinds: { license: 'xzxk' },
    },
  };

  it('is asked with phrases, filter queries and an order; nothing that is typed is an operator', async () => {
    respond = () => ({ response: { numFound: 1, docs: [license(1)] } });
    const page = await sourceOf(SOLR).query(query({ q: '食品 a"b\\ OR', category: '普通', department: '甲 局', year: '2026', to: '2026-06-30' }));
    assert.equal(page.rows.length, 1);
    const { parameters } = last();
    assert.equal(parameters.get('q'), '"食品" AND "a\\"b\\\\" AND "OR"');
    assert.equal(
      parameters.get('fq'),
      'lx:"xzxk" AND lb:"普通" AND jg:"甲 局" AND rq:[2026-01-01T00:00:00Z TO *] AND rq:[* TO 2026-06-30T23:59:59Z]',
    );
    assert.deepEqual(['sort', 'start', 'rows', 'df'].map((name) => parameters.get(name)), ['rq desc', '0', '10', 'text']);
    await sourceOf({
      request: { preset: 'solr', keyword: 'words', filters: { year: 'nd' }, fields: { decidedOn: 'rq' } },
    }).query(query({ year: '2026', descending: false }));
    assert.deepEqual(['words', 'fq', 'sort'].map((name) => last().parameters.get(name)), ['*:*', 'nd:"2026"', 'rq asc']);
    await assert.rejects(sourceOf({ request: { preset: 'solr' } }).query(query({ department: '甲局' })), /部门/);
  });

  it('counts in one request, and opens by a field that holds our ids', async () => {
    const bucket = (val: string, count: number, inner: Json = {}): Json => ({ val, count, ...inner });
    respond = () => ({
      response: { numFound: 3, docs: [] },
      facets: { count: 3, n_kind: { buckets: [bucket('xzxk', 3, { n_category: { buckets: [bucket('普通', 3)] } }), bucket('?', 1)] } },
    });
    const source = sourceOf(SOLR);
    assert.deepEqual(await source.counts(), { license: 3 });
    assert.deepEqual((await source.facets('license')).category, [{ value: '普通', count: 3 }]);
    assert.equal(last().parameters.get('rows'), '0');
    respond = () => ({ response: { docs: [] }, facets: { n_category: { buckets: [bucket('普通', 3)] } } });
    assert.deepEqual(
      (await sourceOf({ request: { preset: 'solr', filters: { category: 'lb' } } }).facets('penalty')).category,
      [{ value: '普通', count: 3 }],
    );
    respond = () => [];
    assert.deepEqual(await sourceOf({ request: { preset: 'solr' } }).counts(), {});
    respond = () => ({ response: { numFound: 1, docs: [license(1)] } });
    await source.get('abc');
    assert.deepEqual([last().parameters.get('fq'), last().parameters.get('q')], ['sgsid:"abc"', '*:*']);
    await sourceOf({ request: { preset: 'solr', keyword: 'words', fields: { id: 'sgsid' } } }).get('abc');
    assert.equal(last().parameters.get('words'), '*:*');
  });
});

describe('CKAN', () => {
  const CKAN: SgsConfig = {
    request: {
      preset: 'ckan', query: { resource_id: 'r1' },
      filters: { kind: '类型', category: '许可类别', department: '许可机关', year: '年度' },
      fields: { decidedOn: '许可"日期', id: '编号' },
    },
  };

  it('is asked with equal values, words and an order', async () => {
    respond = () => ({ success: true, result: { total: 11, records: [license(1)] } });
    const page = await sourceOf(CKAN).query(query({ q: '食品', category: '普通', year: '2026', page: 2 }));
    assert.deepEqual([page.total, page.rows.length], [11, 1]);
    const { parameters } = last();
    assert.deepEqual(JSON.parse(parameters.get('filters') ?? ''), { 类型: 'license', 许可类别: '普通', 年度: '2026' });
    assert.deepEqual(
      ['q', 'sort', 'offset', 'limit', 'resource_id'].map((name) => parameters.get(name)),
      ['食品', '"许可""日期" desc', '10', '10', 'r1'],
    );
    await sourceOf({ request: { preset: 'ckan', keyword: 'w', fields: { decidedOn: '日期' } } }).query(query({ descending: false }));
    assert.deepEqual(['w', 'filters', 'sort'].map((name) => last().parameters.get(name)), [null, null, '"日期" asc']);
    await sourceOf({ request: { preset: 'ckan' } }).query(query());
    assert.equal(last().parameters.get('sort'), null);
  });

  it('knows no ranges: it says so instead of showing what was not asked for', async () => {
    await assert.rejects(
      sourceOf(CKAN).query(query({ from: '2026-01-01' })),
      ({ failure }: { failure?: { code: string; detail: string } }) => failure?.code === 'config' && failure.detail.includes('起始日期'),
    );
    assert.deepEqual(portalOf('ckan').lacks?.({}), ['category', 'department', 'year', 'from', 'to']);
    assert.equal(asked.length, 0);
  });

  it('opens by a column that holds our ids, and counts nothing', async () => {
    respond = () => ({ result: { total: 1, records: [license(1)] } });
    await sourceOf(CKAN).get('abc');
    assert.equal(last().parameters.get('filters'), '{"编号":"abc"}');
    assert.equal(await sourceOf({ request: { preset: 'ckan' } }).get('abc'), undefined);
    assert.deepEqual(await sourceOf(CKAN).counts(), {});
  });
});

describe('a service made for the widget', () => {
  it('is asked by the names of our own query', async () => {
    respond = ({ parameters }) => ({ total: 1, records: parameters.get('id') === 'x' ? [] : [license(1)] });
    const source = sourceOf({ request: { preset: 'rest' } });
    const [record] = (await source.query(
      query({ q: '许可', category: '普通', department: '甲局', year: '2026', from: '2026-01-01', to: '2026-12-31' }),
    )).rows;
    assert.equal(
      last().parameters.toString(),
      new URLSearchParams({
        q: '许可', kind: 'license', category: '普通', department: '甲局', year: '2026', from: '2026-01-01', to: '2026-12-31',
        sort: '-decidedOn', page: '1', size: '10',
      }).toString(),
    );
    assert.equal((await sourceOf({ request: { preset: 'rest' } }).get(String(record?.id)))?.title, '许可事项1');
    assert.equal(last().parameters.get('id'), record?.id);
    assert.equal(await source.get('x'), undefined);
    await sourceOf({
      request: { preset: 'rest', filters: { from: 'a', to: 'b' }, fields: { title: 'name' } },
    }).query(query({ year: '2026', descending: false, sort: 'title' }));
    assert.deepEqual(['a', 'b', 'sort'].map((name) => last().parameters.get(name)), ['2026-01-01', '2026-12-31', 'name']);
    await sourceOf({ request: { preset: 'rest', fields: {} } }).query(query());
    assert.equal(last().parameters.get('sort'), null);
  });

  it('asks again only for what it has not just been told', async () => {
    respond = () => ({ total: 300, records: [license(1)] });
    const source = sourceOf({ request: { preset: 'rest' } });
    for (const page of [1, 2, 1, 2]) await source.query(query({ page }));
    assert.equal(asked.length, 2);
    for (let page = 3; page < 25; page++) await source.query(query({ page }));
    const before = asked.length;
    await source.query(query());
    assert.equal(asked.length - before, 1, 'the oldest is forgotten');
  });

  it('that is asked in vain shows its first page as it was, and says so until it is back', async () => {
    const kept = new Map<string, FeedCopy>();
    const cache: FeedCache = {
      read: (url) => Promise.resolve(kept.get(url)),
      save: (url, _config, copy) => {
        kept.set(url, copy);
        return Promise.resolve();
      },
    };
    const told: PortalState[] = [];
    const onState = (each: PortalState): void => { told.push(each); };
    respond = () => ({ total: 30, records: [license(1)] });
    await sourceOf({ request: { preset: 'rest' } }, { cache, onState }).query(query());
    assert.deepEqual([told.length, told[0]?.report?.kinds], [1, { license: 30 }]);
    respond = (_, response) => response.writeHead(500).end();
    const source = sourceOf({ request: { preset: 'rest' } }, { cache, onState });
    const page = await source.query(query());
    assert.deepEqual([page.rows.map(({ title }) => title), page.total], [['许可事项1'], 1]);
    assert.deepEqual([told[1]?.failures.map(({ code }) => code), told[1]?.stale?.slice(0, 2)], [['http'], '20']);
    assert.equal((await source.query(query())).rows.length, 1);
    assert.equal(asked.length, 2, 'it is not asked again at once');
    await assert.rejects(source.query(query({ q: '食品' })));
    await assert.rejects(source.query(query({ kind: 'penalty' })));
    respond = () => ({ total: 30, records: [license(1)] });
    await source.query(query({ page: 2 }));
    assert.deepEqual([told[2]?.failures, told[2]?.stale], [[], undefined]);
    // An update date of its own is the copy's date.
    const [url, copy] = [...kept][0] as [string, FeedCopy];
    kept.set(url, { ...copy, report: { ...copy.report, meta: { updated: '2026-01-02' } } });
    respond = (_, response) => response.writeHead(500).end();
    await sourceOf({ request: { preset: 'rest' } }, { cache, onState }).query(query());
    assert.equal(told.at(-1)?.stale, '2026-01-02');
  });

  it('that is no longer wanted is not heard', async () => {
    const told: PortalState[] = [];
    const stop = new AbortController();
    respond = () => { stop.abort(); return { total: 1, records: [license(1)] }; };
    await assert.rejects(sourceOf({ request: { preset: 'rest' } }, { onState: (each) => told.push(each) }).query(query(), stop.signal));
    assert.deepEqual(told, []);
  });
});
