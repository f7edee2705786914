// Counting the values of filters is work for a portal: it is asked for them when somebody shows them, and not before.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { createListStore } from '../../src/state/list-store.js';
import { fakeCache, settings, until } from './fakes.js';

interface Body { readonly aggs?: { readonly n_kind: { readonly aggs?: unknown } } }

const buckets = (key: string, more: object = {}): object => ({ buckets: [{ key, doc_count: 1, ...more }] });
const record = { kind: 'license', documentNumber: '青市监许〔2026〕1号', projectName: '许可事项', subjectName: '青岚市甲有限公司', decidedOn: '2026-03-01' };
const values: unknown[] = [];
const server = createServer((request, response) => {
  let text = '';
  request.on('data', (part: Buffer) => { text += part.toString(); });
  request.on('end', () => {
    const { aggs } = JSON.parse(text) as Body;
    if (aggs?.n_kind.aggs) values.push(aggs.n_kind.aggs);
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(aggs
      ? { hits: { hits: [] }, aggregations: { n_kind: buckets('license', { n_category: buckets('普通') }) } }
      : { hits: { total: { value: 30 }, hits: [{ _source: record }] } }));
  });
});
before(() => new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); }));
after(() => { server.close(); });

test('a portal counts the values of filters once somebody shows them, and not on every page', async (t) => {
  const store = createListStore({ cache: fakeCache() });
  t.after(() => store.dispose());
  const feed = [`http://127.0.0.1:${(server.address() as AddressInfo).port}/sgs`];
  store.configure({ ...settings({}), feed, config: { request: { preset: 'opensearch' } } });
  const first = await until(store, ({ phase }) => phase === 'ready');
  assert.equal(first.counts?.license, 1);
  store.dispatch({ type: 'page', page: 2 });
  await until(store, ({ page }) => page?.page === 2);
  assert.deepEqual([values.length, store.snapshot.facets], [0, undefined]);
  store.wantFacets();
  const shown = await until(store, ({ facets }) => !!facets);
  assert.deepEqual(shown.facets?.category, [{ value: '普通', count: 1 }]);
  store.wantFacets();
  store.dispatch({ type: 'page', page: 1 });
  await until(store, ({ page }) => page?.page === 1);
  assert.deepEqual([values.length, store.snapshot.facets?.category.length], [1, 1]);
});
