// A feed that is too big for the page, from a real server: whoever reads it elsewhere takes over from the page, which goes on
// until then. Node has no worker of the page's kind, so that the same is done in slices.
import assert from 'node:assert/strict';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, afterEach, before, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { records as invented } from '../../bench/records.mjs';
import { FULL_RULES } from '../../src/feed/full-rules.js';
import { createFeedPipeline } from '../../src/feed/pipeline.js';
import { loadFeed } from '../../src/feed/load.js';
import type { SgsConfig } from '../../src/model/config.js';
import { DocumentSource } from '../../src/source/document.js';
import { createFeedStore, type FeedStore } from '../../src/state/feed-store.js';
import { query } from '../query/records.js';
import { fakeCache } from './fakes.js';
// Loaded when it is needed; here it is, so that nothing has to wait.
import '../../src/source/open.js';
import '../../src/source/shards.js';

const ROWS = [...invented(2000, 3)];
const LICENSES = ROWS.filter(({ kind }) => kind === 'license').length;
const text = ROWS.map((row) => JSON.stringify(row)).join(',\n');
const HEAD = `{"version":1,"standard":"2018","records":[\n`;
/** More than is read without help. */
const CUT = text.lastIndexOf(',\n', 1_500_000);
/** Just as much: it is the last bytes that make somebody else begin. */
const JUST = text.indexOf(',\n', Buffer.from(text).subarray(0, 1_000_000).toString().length);

const waiting: ServerResponse[] = [];
const server = createServer((request, response) => {
  response.writeHead(200, { 'last-modified': 'Fri, 20 Nov 2020 01:00:00 GMT' });
  const [, bytes] = /^\/of-(\d+)/.exec(request.url ?? '') ?? [];
  // White space behind it belongs to the body, too.
  if (bytes) {
    const body = Buffer.from(`${HEAD}${text.slice(0, text.indexOf(',\n'))}]}`);
    response.end(Buffer.concat([body, Buffer.alloc(Number(bytes) - body.length, ' ')]));
  }
  else if (request.url?.startsWith('/whole')) response.end(`${HEAD}${text}]}`);
  else {
    response.write(HEAD + text.slice(0, request.url?.startsWith('/paused') ? JUST : CUT));
    waiting.push(response);
  }
});
let origin = '';
before(() => new Promise<void>((resolve) => {
  server.listen(0, '127.0.0.1', () => {
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    resolve();
  });
}));
after(() => { server.closeAllConnections(); server.close(); });

const stores: FeedStore[] = [];
afterEach(() => {
  for (const store of stores.splice(0)) store.dispose();
  waiting.splice(0);
});
const open = (paths: readonly string[], config: SgsConfig = {}): FeedStore => {
  const store = createFeedStore({ urls: paths.map((path) => origin + path), config, load: loadFeed, cache: fakeCache() });
  stores.push(store);
  store.join(['license', 'penalty']);
  return store;
};
const until = async (come: () => boolean | Promise<boolean>): Promise<void> => {
  while (!(await come())) await sleep(1);
};
const here = async ({ state }: FeedStore): Promise<number> => (await state.source?.query(query()))?.total ?? 0;

describe('a feed of megabytes', () => {
  test('shows from the first record on, is handed over unseen, and comes out whole', async () => {
    const store = open(['/held']);
    await until(() => waiting.length > 0 && store.state.source !== undefined);
    assert.ok(store.state.source instanceof DocumentSource);
    const total = await here(store);
    assert.ok(total > 0);
    waiting[0]?.write(text.slice(CUT, CUT + 100_000));
    await until(() => !(store.state.source instanceof DocumentSource));
    assert.ok(await here(store) >= total, 'nothing that was shown goes');
    waiting[0]?.end(`${text.slice(CUT + 100_000)}]}`);
    await until(() => !store.state.busy);
    assert.equal(await here(store), LICENSES);
    assert.deepEqual([store.state.failures, store.state.report?.rows, store.state.report?.meta.updated], [[], 2000, '2020-11-20']);
  });

  test('is handed over at once, though the network pauses', async () => {
    const store = open(['/paused']);
    await until(() => store.state.source !== undefined && !(store.state.source instanceof DocumentSource));
    const sent = (JSON.parse(`[${text.slice(0, JUST)}]`) as typeof ROWS).filter(({ kind }) => kind === 'license').length;
    await until(async () => (await here(store)) === sent);
  });

  test('that breaks off shows nothing of itself', async () => {
    const store = open(['/held']);
    await until(() => store.state.source !== undefined && !(store.state.source instanceof DocumentSource));
    waiting[0]?.end();
    await until(() => !store.state.busy);
    assert.deepEqual([store.state.source, store.state.failures.map(({ code }) => code)], [undefined, ['truncated']]);
  });

  test('is replaced as a whole when it is read again; the old one stays until then', async () => {
    const store = open(['/whole']);
    await until(() => !store.state.busy);
    const first = store.state.source;
    assert.ok(first && !(first instanceof DocumentSource));
    await store.refresh();
    assert.notEqual(store.state.source, first);
    assert.equal(await here(store), LICENSES);
    await until(async () => first.counts().then(() => false, () => true));
  });

  test('is read here where it is one of several', async () => {
    const store = open(['/whole', '/whole?2']);
    await until(() => !store.state.busy);
    assert.ok(store.state.source instanceof DocumentSource);
    assert.equal(await here(store), LICENSES);
  });

  test('is not ended here by whoever has just handed it over', async () => {
    const nobody = createFeedPipeline({
      rules: FULL_RULES,
      config: {}, kinds: undefined, today: '2026-01-01', charset: undefined, isCancelled: () => true, onRecords: () => assert.fail(),
    });
    await nobody.push(new TextEncoder().encode('{'));
    assert.equal(await nobody.end(), undefined);
  });

  test('is one of more than a million bytes: with one byte fewer nobody else is asked', async () => {
    for (const [bytes, expected] of [[1_000_000, 0], [1_000_001, 1]] as const) {
      let asked = 0;
      const result = await loadFeed({
        url: `${origin}/of-${bytes}`, config: {}, kinds: ['license', 'penalty'], onRecords: () => undefined,
        onBig: () => { asked++; return Promise.resolve(undefined); },
      });
      assert.deepEqual([result.ok, asked], [true, expected], String(bytes));
    }
  });

  test('is read here where nobody else can', async () => {
    const source = new DocumentSource();
    let asked = 0;
    const result = await loadFeed({
      url: `${origin}/whole`, config: {}, kinds: ['license', 'penalty'],
      onRecords: (records) => source.add(records),
      onBig: () => { asked++; return Promise.resolve(undefined); },
    });
    assert.ok(result.ok);
    assert.deepEqual([asked, result.report.rows, (await source.query(query())).total], [1, 2000, LICENSES]);
  });
});
