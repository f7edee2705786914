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
import type { FeedCopy } from '../../src/feed/cache.js';
import type { FeedReport } from '../../src/feed/feed.js';
import type { SgsConfig } from '../../src/model/config.js';
import type { Query } from '../../src/query/query.js';
import { DocumentSource } from '../../src/source/document.js';
import type { LoadFeed } from '../../src/state/feed-state.js';
import { createFeedStore, type FeedStore } from '../../src/state/feed-store.js';
import { query, record } from '../query/records.js';
import { fakeCache, report } from './fakes.js';
// Loaded when it is needed; here it is, so that nothing has to wait.
import '../../src/state/hand-over.js';
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
/** Bodies, or the status of an error, by path. */
const answers = new Map<string, string | number>();
const answer = (response: ServerResponse, said: string | number): void => {
  if (typeof said === 'number') response.statusCode = said;
  response.end(typeof said === 'number' ? '' : said);
};
const server = createServer((request, response) => {
  response.setHeader('last-modified', 'Fri, 20 Nov 2020 01:00:00 GMT');
  const [, bytes] = /^\/of-(\d+)/.exec(request.url ?? '') ?? [];
  // White space behind it belongs to the body, too.
  if (bytes) {
    const body = Buffer.from(`${HEAD}${text.slice(0, text.indexOf(',\n'))}]}`);
    response.end(Buffer.concat([body, Buffer.alloc(Number(bytes) - body.length, ' ')]));
  }
  else if (answers.has(request.url ?? '')) answer(response, answers.get(request.url ?? '') ?? 404);
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
// Loaded before, for a feed that has come whole by the time somebody can take it over is read here.
before(() => import('../../src/state/hand-over.js'));
after(() => { server.closeAllConnections(); server.close(); });

const stores: FeedStore[] = [];
afterEach(() => {
  for (const store of stores.splice(0)) store.dispose();
  waiting.splice(0);
  answers.clear();
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

/** Feeds of a list, by their paths: what the server says of each, or how it fails. */
const several = (feeds: Record<string, string | number>, load: LoadFeed = loadFeed, cache = fakeCache()): FeedStore => {
  for (const [path, answer] of Object.entries(feeds)) answers.set(path, answer);
  const store = createFeedStore({ urls: Object.keys(feeds).map((path) => origin + path), config: { request: { retry: 0 } }, load, cache });
  stores.push(store);
  store.join(['license', 'penalty', 'catalog']);
  return store;
};

/** Nobody else reads for it. */
const readHere: LoadFeed = (request) => loadFeed({ ...request, onBig: () => Promise.resolve(undefined) });

/** What has been packed has no keys without a value. */
const said = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** All that a list can ask for, and what it is told. */
async function everythingOf({ state }: FeedStore): Promise<unknown> {
  const { source, report, failures, stale } = state;
  assert.ok(source);
  const queries = [
    {}, { page: 7 }, { q: '物流' }, { q: '青岚市 食品' }, { sort: 'subjectName' as const, descending: false }, { sort: 'documentNumber' as const },
    { kind: 'penalty' as const }, { kind: 'penalty' as const, category: '罚款', year: '2025' }, { department: '松涧县水利局' }, { kind: 'catalog' as const },
  ].map((one) => query(one));
  const whole = async (one: Query): Promise<unknown> => {
    const page = await source.query(one);
    return page.complete ? page : whole(one);
  };
  return said({
    report, failures, stale, counts: await source.counts(),
    pages: await Promise.all(queries.map(whole)), all: await Promise.all(queries.map((one) => source.all(one))),
    facets: await Promise.all((['license', 'penalty'] as const).map((kind) => source.facets(kind))),
  });
}

/** Both ways, and nothing else shown: what the worker makes of feeds is what the page makes of them. */
async function sameBothWays(feeds: Record<string, string | number>, copies: Record<string, FeedCopy> = {}): Promise<FeedStore> {
  const [elsewhere, here] = [several(feeds, loadFeed, fakeCache({ ...copies })), several(feeds, readHere, fakeCache({ ...copies }))];
  await until(() => !elsewhere.state.busy && !here.state.busy);
  assert.ok(elsewhere.state.source && !(elsewhere.state.source instanceof DocumentSource), 'it is read elsewhere');
  assert.ok(here.state.source instanceof DocumentSource);
  assert.deepEqual(await everythingOf(elsewhere), await everythingOf(here));
  return elsewhere;
}

const documentOf = (records: readonly object[], more: object = {}): string => JSON.stringify({ version: 1, standard: '2018', ...more, records });
const publisher = (name: string): object => ({ publisher: { name }, remedy: `向${name}的上级机关申请复议。` });

describe('several feeds', () => {
  const other = [...invented(1500, 8)];
  const bare = { kind: 'license', subjectName: '青岚市某某有限公司', decidedOn: '2025-01-02', title: '无文号' };

  test('of which one is big come to what the page makes of them: order, ids, what two of them say, publishers, reports', async () => {
    // The big one says some of what the first says, and something without a number twice; ids come again, across kinds too.
    const big = [...ROWS.slice(500), ...other.slice(0, 40), bare, bare, ...other.slice(100, 110).map((one, n) => ({ ...one, id: `x${n % 3}` }))];
    const small = [...other.slice(0, 60).reverse(), bare, ...other.slice(110, 120).map((one, n) => ({ ...one, id: `x${n % 4}` }))];
    const store = await sameBothWays({
      '/small': documentOf(small, publisher('某甲局')), '/big': documentOf(big, publisher('某乙局')), '/last': documentOf([bare], publisher('某丙局')),
    });
    const { rows } = store.state.report as FeedReport;
    assert.equal(rows, big.length + small.length + 1);
    const counts = await store.state.source?.counts();
    assert.ok((counts?.license ?? 0) + (counts?.penalty ?? 0) <= rows - 41, 'what two say is there once');
  });

  test('each too small for itself are read elsewhere once they are too big together', async () => {
    await sameBothWays({ '/a': documentOf(ROWS.slice(0, 700)), '/b': documentOf(other.slice(0, 700)), '/c': documentOf(ROWS.slice(1300)) });
  });

  test('give their records the bases of a catalogue, whichever has it', async () => {
    const item = { kind: 'catalog', itemName: '某事项', catalogCode: 'A1', basis: '某法第一条' };
    const store = await sameBothWays({
      '/big': documentOf(ROWS.map((row) => ({ ...row, basis: '', catalogCode: 'A1' }))), '/items': documentOf([item]),
    });
    assert.equal((await store.state.source?.query(query()))?.rows[0]?.basis, '某法第一条');
  });

  test('fail each alone: a small one, a big one, one that breaks off; the last good copy stands in for it', async () => {
    const [whole, half] = [documentOf(ROWS), documentOf(other).slice(0, -100)];
    const copy: FeedCopy = { saved: '2025-01-01T00:00:00Z', records: [record({ title: '旧' })], report: report({ rows: 1, kinds: { license: 1 } }) };
    for (const [failing, code] of [[404, 'http'], [half, 'truncated'], ['<!doctype html>', 'html']] as const) {
      const store = await sameBothWays({ '/bad': failing, '/whole': whole });
      assert.deepEqual(store.state.failures.map((failure) => [failure.code, failure.url]), [[code, `${origin}/bad`]]);
      assert.equal(await here(store), LICENSES);
      const stale = await sameBothWays({ '/bad': failing, '/whole': whole }, { [`${origin}/bad`]: copy });
      assert.deepEqual([stale.state.stale, await here(stale)], ['2025-01-01T00:00:00Z', LICENSES + 1]);
    }
  });

  test('that all fail show nothing', async () => {
    const half = documentOf(ROWS).slice(0, -100);
    const store = several({ '/a': half, '/b': half });
    await until(() => !store.state.busy);
    assert.deepEqual([store.state.source, store.state.failures.length], [undefined, 2]);
  });

  test('leave copies of each, wherever it was read', async () => {
    const cache = fakeCache();
    const store = several({ '/small': documentOf(other.slice(0, 3), { updated: '2025-02-03' }), '/big': documentOf(ROWS) }, loadFeed, cache);
    await until(() => !store.state.busy && Object.keys(cache.copies).length === 1);
    assert.equal(cache.copies[`${origin}/small`]?.records.length, 3);
  });

  test('of which one fails when they are read again keep what is shown of it', async () => {
    const cache = fakeCache();
    const store = several({ '/big': documentOf(ROWS), '/small': documentOf(other.slice(0, 3)) }, loadFeed, cache);
    await until(() => !store.state.busy);
    const before = await here(store);
    answers.set('/big', 404);
    await store.refresh();
    assert.equal(await here(store), before, 'its records are in the worker alone');
    assert.deepEqual([store.state.failures.map(({ code }) => code), store.state.stale], [['http'], '2020-11-20']);
    cache.copies[`${origin}/big`] = { saved: '2025-01-01T00:00:00Z', records: [record({ title: '旧' })], report: report({ rows: 1 }) };
    await store.refresh();
    const small = other.slice(0, 3).filter(({ kind }) => kind === 'license').length;
    assert.equal(await here(store), small + 1, 'its copy stands in for it');
    answers.set('/big', documentOf(ROWS));
    await store.refresh();
    assert.deepEqual([await here(store), store.state.failures], [before, []]);
  });

  test('of which one is held back show what has come, and nothing that was shown goes', async () => {
    answers.set('/quick', documentOf(other.slice(0, 200)));
    const store = open(['/quick', '/held']);
    const shown = other.slice(0, 200).filter(({ kind }) => kind === 'license').length;
    await until(() => waiting.length > 0 && store.state.source !== undefined);
    await until(() => !(store.state.source instanceof DocumentSource));
    const sent = (JSON.parse(`[${text.slice(0, CUT)}]`) as typeof ROWS).filter(({ kind }) => kind === 'license').length;
    await until(async () => await here(store) === shown + sent);
    waiting[0]?.end(`${text.slice(CUT)}]}`);
    await until(() => !store.state.busy);
    assert.equal(await here(store), shown + LICENSES);
  });
});
