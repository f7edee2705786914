// A portal that searches itself, as a real server with the envelopes of domain §6.
import assert from 'node:assert/strict';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { read } from '../../src/feed/load.js';
import type { SgsConfig } from '../../src/model/config.js';
import { apiSource } from '../../src/source/api.js';
import type { RecordSource } from '../../src/source/source.js';
import { createFeedStore } from '../../src/state/feed-store.js';
import { query } from '../query/records.js';

const ROWS = Array.from({ length: 25 }, (_, n) => ({
  XK_WSH: `青市监许〔2026〕${n + 1}号`, XK_XDR_MC: n % 5 ? '青岚市甲有限公司' : '青岚市乙有限公司', XK_XMMC: `许可事项${n + 1}`, XK_JDRQ: '2026/03/01',
  XK_XDR_SFZ: '11010519491231002X',
  ...(n === 2 && { XK_SYFW: '内部' }),
}));
type Row = (typeof ROWS)[number];

/** Each takes what it is asked and answers with its own envelope. */
type Find = (q: string | null, from: number, size: number) => { rows: Row[]; total: number };

const PORTALS: Readonly<Record<string, (asked: URLSearchParams, find: Find) => unknown>> = {
  '/ruoyi': (asked, find) => {
    const size = Number(asked.get('pageSize'));
    const { rows, total } = find(asked.get('keyword'), (Number(asked.get('pageNum')) - 1) * size, size);
    return { code: 200, msg: '查询成功', total: String(total), rows };
  },
  '/solr': (asked, find) => {
    const { rows, total } = find((asked.get('q') ?? '').replace(/^\*:\*$|"/g, ''), Number(asked.get('start')), Number(asked.get('rows')));
    return { responseHeader: { status: 0 }, response: { numFound: total, start: 0, docs: rows } };
  },
  // Never says how many there are; its pages have ten records, whoever asks for more.
  '/silent': (asked, find) => ({ data: { list: find(asked.get('w'), (Number(asked.get('p')) - 1) * 10, 10).rows } }),
  // Two lists; only one of them is the answer.
  '/two': (asked, find) => ({
    totalPages: 9, hot: find(null, 20, 5).rows, result: { list: find(asked.get('w'), 0, 10).rows, totalCount: 25 },
  }),
  '/numbers': () => ({ total: 2, page: { total: [1] }, records: [] }),
  '/odd': (asked, find) => ({ total: '', list: find(asked.get('w'), (Number(asked.get('p')) - 1) * 10, 10).rows }),
};
const asked: string[] = [];
const server = createServer((request: IncomingMessage, response) => {
  const url = new URL(request.url ?? '', 'http://portal');
  asked.push(url.pathname + url.search);
  const portal = PORTALS[url.pathname];
  if (!portal) { response.writeHead(500).end(); return; }
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify(portal(url.searchParams, (q, from, size) => {
    const found = ROWS.filter((row) => !q || JSON.stringify(row).includes(q));
    return { rows: found.slice(from, from + size), total: found.length };
  })));
});
let origin = '';
before(() => new Promise<void>((resolve) => {
  server.listen(0, '127.0.0.1', () => {
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    resolve();
  });
}));
after(() => { server.close(); });

const sourceAt = (path: string, config: SgsConfig): RecordSource => {
  asked.length = 0;
  return apiSource({ url: origin + path, config: { ...config, request: { retry: 0, ...config.request } }, kinds: ['license'], read });
};

describe('a portal that searches', () => {
  it('is asked for one page of each search, and for the last where there are fewer', async () => {
    const source = sourceAt(
      '/ruoyi',
      { request: { preset: 'ruoyi', filters: { kind: 'type', from: 'start', year: 'nd' }, kinds: { license: 'xzxk' } } },
    );
    const first = await source.query(query({ from: '2026-01-01' }));
    assert.deepEqual([first.total, first.pages, first.size, first.complete, first.rows.length], [25, 3, 10, true, 9]);
    assert.deepEqual(asked, ['/ruoyi?type=xzxk&start=2026-01-01&pageNum=1&pageSize=10']);
    assert.ok(!JSON.stringify(first).includes('11010519491231002X'), 'an ID');
    const found = await source.query(query({ q: '乙有限公司', page: 7, size: 2 }));
    assert.deepEqual([found.page, found.total, found.rows.map(({ title }) => title)], [3, 5, ['许可事项21']]);
    assert.deepEqual(await source.counts(), {});
    assert.deepEqual((await source.facets('license')).year, []);
  });

  it('opens a record that it has shown, also while its page is on the way', async () => {
    const source = sourceAt('/solr', { request: { preset: 'solr' } });
    const [record] = (await source.query(query())).rows;
    assert.equal((await source.get(record?.id ?? ''))?.title, '许可事项1');
    const again = sourceAt('/solr', { request: { preset: 'solr' } });
    void again.query(query());
    assert.equal((await again.get(record?.id ?? ''))?.title, '许可事项1');
    assert.equal(await again.get('gone'), undefined);
    assert.deepEqual(asked.filter((path) => !path.includes('json.facet')), ['/solr?wt=json&q=*%3A*&start=0&rows=10']);
  });

  it('gives every record of a search, page by page', async () => {
    const source = sourceAt('/silent', { request: { page: 'p', keyword: 'w', pageSize: 10 } });
    const all = await source.all(query({ q: '有限公司' }));
    assert.equal(all.length, 24);
    assert.equal(asked.length, 3);
    const page = await source.query(query({ page: 2 }));
    assert.deepEqual([page.total, page.pages, page.size], [21, 3, 10]);
    assert.deepEqual(
      await sourceAt(
        '/silent', { request: { page: 'p', keyword: 'w', pageSize: 10 } },
      ).query(query({ q: '没有' })).then(({ total, pages, page: at }) => [total, pages, at]),
      [0, 1, 1],
    );
  });

  it('takes the records and the total from where the configuration says', async () => {
    const source = sourceAt('/two', { request: { keyword: 'w' }, response: { records: 'result.list', total: 'result.totalCount' } });
    assert.deepEqual(await source.query(query()).then(({ total, rows }) => [total, rows[0]?.title, rows.length]), [25, '许可事项1', 9]);
    const guessed = sourceAt('/two', { request: { keyword: 'w' }, response: { records: 'result.list' } });
    assert.equal((await guessed.query(query())).total, 25);
    const wrong = sourceAt('/odd', { request: { keyword: 'w', page: 'p', pageSize: 10 }, response: { total: 'a.b' } });
    assert.equal((await wrong.query(query())).total, 11);
    assert.equal((await sourceAt('/odd', { request: { keyword: 'w', page: 'p', pageSize: 10 } }).query(query())).total, 11);
  });

  it('shows of one answer only the kind that was asked for', async () => {
    const source = sourceAt('/silent', { request: { page: 'p', keyword: 'w', pageSize: 10 } });
    assert.equal((await source.query(query({ kind: 'penalty' }))).rows.length, 0);
  });

  it('is what a feed store shows of an address with a keyword or a preset', async () => {
    for (const request of [{ preset: 'ruoyi' }, { keyword: 'w', page: 'p', pageSize: 10 }] as const) {
      const store = createFeedStore({
        urls: [`${origin}/${'preset' in request ? 'ruoyi' : 'silent'}`], config: { request: { retry: 0, ...request } },
        load: () => Promise.reject(new Error('it is not loaded as a whole')),
        cache: { read: () => Promise.resolve(undefined), save: () => Promise.resolve() },
      });
      const shown = new Promise<void>((resolve) => { store.subscribe(() => { if (store.state.source) resolve(); }); });
      store.join(['license']);
      await shown;
      assert.deepEqual([store.state.busy, store.state.failures], [false, []]);
      assert.equal((await store.state.source?.query(query({ q: '乙有限公司' })))?.rows.length, 5);
      store.dispose();
    }
  });

  it('without any setting answers with its first page', async () => {
    const source = apiSource({ url: `${origin}/odd`, config: {}, read });
    assert.equal((await source.query(query())).rows.length, 0);
    assert.equal((await apiSource({ url: `${origin}/numbers`, config: {}, read }).query(query())).total, 2);
  });

  it('says why it has no answer', async () => {
    const source = sourceAt('/gone', { request: { keyword: 'w' } });
    await assert.rejects(source.query(query()), (error: { failure?: { code: string } }) => error.failure?.code === 'http');
    assert.equal(await source.get('x'), undefined);
    await assert.rejects(source.query(query(), AbortSignal.abort()));
  });
});
