import assert from 'node:assert/strict';
import { afterEach, describe, test } from 'node:test';
import { FORMAT } from '../../src/format/format.js';
import type { SgsConfig } from '../../src/model/config.js';
import type { FeedState, LoadFeed } from '../../src/state/feed-state.js';
import { createFeedStore, type FeedStore } from '../../src/state/feed-store.js';
import { mergeReports } from '../../src/feed/reports.js';
import { query, record } from '../query/records.js';
import { fakeCache, FakeFeed, report, served, settled } from './fakes.js';

const stores: FeedStore[] = [];
afterEach(() => {
  for (const store of stores.splice(0)) store.dispose();
});

const storeOf = (load: LoadFeed, urls = ['a'], cache = fakeCache()): FeedStore => {
  const store = createFeedStore({ urls, config: {}, load, cache });
  stores.push(store);
  return store;
};
const phaseOf = ({ source, busy }: FeedState): string => (source ? 'ready' : busy ? 'loading' : 'error');
const titles = async (state: FeedState): Promise<string[] | undefined> =>
  (await state.source?.all(query()))?.map(({ title }) => title);

describe('loading', () => {
  test('shows records while they arrive and tells of them together, not one by one', async (t) => {
    // A slow machine must not make the pause pass.
    t.mock.method(Date, 'now', () => 1e12);
    const feed = new FakeFeed();
    const store = storeOf(feed.load);
    let notices = 0;
    store.subscribe(() => notices++);
    store.join(['license']);
    assert.deepEqual([phaseOf(store.state), store.state.busy], ['loading', true]);
    await settled();
    assert.equal(notices, 1);
    feed.send([]);
    assert.equal(phaseOf(store.state), 'loading');
    for (const title of ['1', '2', '3']) feed.send([record({ title })]);
    assert.equal(phaseOf(store.state), 'ready');
    await settled();
    assert.equal(notices, 2);
    // The first page fills at once.
    feed.send([record({ title: '4' })]);
    await settled();
    assert.equal(notices, 3);
    assert.deepEqual(await titles(store.state), ['1', '2', '3', '4']);
    // What comes behind it can wait a little.
    feed.send(Array.from({ length: 100 }, (_, n) => record({ title: `more ${String(n)}` })));
    feed.send([record({ title: 'the last' })]);
    await settled();
    assert.equal(notices, 3);
    assert.deepEqual([(await titles(store.state))?.length, (await titles(store.state))?.at(-1)], [105, 'the last']);
    feed.end({ rows: 105, meta: { updated: '2026-11-01' } });
    await settled();
    assert.equal(notices, 4);
    assert.deepEqual([store.state.busy, store.state.report?.rows, store.state.report?.meta.updated], [false, 105, '2026-11-01']);
  });

  test('a folder’s manifest is asked for the rest; its records stand where it is of a format to come', async () => {
    const folderOf = (format: number): LoadFeed => (request) => {
      request.onRecords([record({ title: 'the newest' })]);
      request.onRoot?.({
        shards: { format, searched: 'numbers', rows: 50, records: 100, kinds: { license: { count: 40, facets: {}, segments: [] } } },
      });
      return Promise.resolve({ ok: true, report: report({ rows: 1 }) });
    };
    const known = storeOf(folderOf(FORMAT), ['https://a.example/sgs.json']);
    known.join(['license']);
    await settled();
    assert.deepEqual([known.state.failures, known.state.report?.rows], [[], 40]);
    const unknown = storeOf(folderOf(FORMAT + 1), ['https://a.example/sgs.json']);
    unknown.join(['license']);
    await settled();
    assert.deepEqual([unknown.state.failures.map(({ code }) => code), await titles(unknown.state)], [['config'], ['the newest']]);
  });

  test('an empty feed is ready with nothing in it', async () => {
    const store = storeOf(served({ a: [] }));
    store.join(['license']);
    await settled();
    assert.deepEqual([phaseOf(store.state), await titles(store.state)], ['ready', []]);
  });

  test('asks once, for the kinds of all lists of the page', async () => {
    const feed = new FakeFeed();
    const config: SgsConfig = { encoding: 'gbk' };
    const store = createFeedStore({ urls: ['a'], config, load: feed.load, cache: fakeCache() });
    stores.push(store);
    store.join(['license']);
    store.join(['license', 'penalty']);
    await settled();
    assert.equal(feed.requests.length, 1);
    assert.deepEqual(feed.requests[0]?.kinds, ['license', 'penalty']);
    assert.equal(feed.requests[0]?.config, config);
    void store.refresh();
    assert.equal(feed.requests.length, 1);
  });

  test('stops when nobody wants it any more, and hears nothing afterwards', async () => {
    const feed = new FakeFeed();
    const store = storeOf(feed.load);
    let notices = 0;
    store.join(['license']);
    await settled();
    store.subscribe(() => notices++);
    store.dispose();
    assert.equal(feed.requests[0]?.signal?.aborted, true);
    feed.send([record()]);
    feed.end();
    void store.refresh();
    await settled();
    assert.deepEqual([notices, phaseOf(store.state), feed.requests.length], [0, 'loading', 1]);
  });
});

describe('failures', () => {
  test('nothing to show: the reason; and a second try succeeds', async () => {
    const feed = new FakeFeed();
    const store = storeOf(feed.load);
    store.join(['license']);
    await settled();
    feed.fail('timeout');
    await settled();
    assert.deepEqual([phaseOf(store.state), store.state.failures[0]?.code, store.state.busy], ['error', 'timeout', false]);
    void store.refresh();
    assert.deepEqual([phaseOf(store.state), store.state.failures], ['loading', []]);
    feed.send([record({ title: '1' })]);
    feed.end();
    await settled();
    assert.deepEqual([phaseOf(store.state), store.state.failures, await titles(store.state)], ['ready', [], ['1']]);
  });

  test('a feed that breaks off takes back what it has shown', async () => {
    const feed = new FakeFeed();
    const store = storeOf(feed.load);
    store.join(['license']);
    await settled();
    feed.send([record()]);
    assert.equal(phaseOf(store.state), 'ready');
    feed.fail('truncated');
    await settled();
    assert.deepEqual([phaseOf(store.state), store.state.source], ['error', undefined]);
  });

  test('of several feeds each fails alone', async () => {
    const store = storeOf(served({ a: [record({ title: '1' })], b: 'http', c: [record({ title: '2' })] }), ['a', 'b', 'c']);
    store.join(['license']);
    await settled();
    const { failures, stale } = store.state;
    assert.deepEqual([phaseOf(store.state), failures.map(({ url }) => url), stale], ['ready', ['b'], undefined]);
    assert.deepEqual(await titles(store.state), ['1', '2']);
  });
});

describe('refreshing', () => {
  test('keeps what is shown until the new copy is complete', async () => {
    const feed = new FakeFeed();
    const store = storeOf(feed.load);
    store.join(['license']);
    await settled();
    feed.send([record({ title: '旧' })]);
    feed.end();
    await settled();
    void store.refresh();
    assert.equal(store.state.busy, true);
    feed.send([record({ title: '新' })]);
    assert.deepEqual(await titles(store.state), ['旧']);
    feed.end();
    await settled();
    assert.deepEqual([store.state.busy, await titles(store.state)], [false, ['新']]);
  });

  test('that fails leaves the old copy, with its date', async () => {
    const feed = new FakeFeed();
    const store = storeOf(feed.load);
    store.join(['license']);
    await settled();
    feed.send([record({ title: '旧' })]);
    feed.end({ meta: { updated: '2026-10-01' } });
    await settled();
    const { source } = store.state;
    void store.refresh();
    feed.send([record({ title: '新' })]);
    feed.fail('truncated');
    await settled();
    assert.equal(store.state.source, source);
    assert.deepEqual([phaseOf(store.state), store.state.stale, store.state.failures[0]?.code], ['ready', '2026-10-01', 'truncated']);
    void store.refresh();
    assert.equal(store.state.stale, '2026-10-01');
    feed.end();
    await settled();
    assert.deepEqual([store.state.stale, store.state.failures], [undefined, []]);
  });

  test('of several feeds: the old copy of the one that fails beside the new one of the other', async () => {
    const feeds: Parameters<typeof served>[0] = { a: [record({ title: 'a1' })], b: [record({ title: 'b1' })] };
    const store = storeOf(
      (request) => served(feeds, { meta: { publisher: { name: request.url }, remedy: request.url } })(request),
      ['a', 'b'],
    );
    store.join(['license']);
    await settled();
    feeds.a = [record({ title: 'a2' })];
    feeds.b = 'html';
    void store.refresh();
    await settled();
    assert.deepEqual(await titles(store.state), ['a2', 'b1']);
    assert.match(store.state.stale ?? '', /^\d{4}-\d\d-\d\dT/);
    assert.deepEqual((await store.state.source?.all(query()))?.map(({ feedName }) => feedName), ['a', 'b']);
  });
});

describe('a copy from an earlier visit', () => {
  test('stands in with its date for a feed that does not come, until it is here', async (t) => {
    t.mock.timers.enable({ apis: ['setTimeout'] });
    const turns = async (): Promise<void> => {
      for (let turn = 0; turn < 50; turn++) await Promise.resolve();
      t.mock.timers.tick(1);
    };
    const older = copy('旧');
    const feed = new FakeFeed();
    const store = createFeedStore({ urls: ['a', 'b'], config: {}, load: feed.load, cache: fakeCache({ a: older }) });
    store.join(['license']);
    await turns();
    t.mock.timers.tick(3000);
    await turns();
    assert.equal(phaseOf(store.state), 'loading');
    t.mock.timers.tick(2000);
    await turns();
    assert.deepEqual([store.state.stale, store.state.busy, await titles(store.state)], [older.saved, true, ['旧']]);
    feed.send([record({ title: '新' })]);
    await turns();
    assert.deepEqual(await titles(store.state), ['旧']);
    store.dispose();
    // One that shows records already, has no copy, or has been left, gets none.
    const cases = [
      [{ b: older }, (other: FakeFeed) => other.send([record({ title: '新' })])], [{}, () => undefined],
      [{ b: older }, undefined],
    ] as const;
    for (const [copies, act] of cases) {
      const other = new FakeFeed();
      const late = createFeedStore({ urls: ['b'], config: {}, load: other.load, cache: fakeCache(copies) });
      late.join(['license']);
      await turns();
      if (act) act(other);
      else late.dispose();
      t.mock.timers.tick(5000);
      await turns();
      assert.equal(late.state.stale, undefined);
      late.dispose();
    }
  });

  const copy = (title: string, updated?: string) => ({
    saved: '2026-11-01T08:00:00.000Z', records: [record({ title })],
    report: report({ rows: 1, meta: updated ? { updated } : {} }),
  });

  test('is written when the feed is complete, and after it is shown', async () => {
    const feed = new FakeFeed();
    const cache = fakeCache();
    const store = storeOf(feed.load, ['a'], cache);
    store.join(['license']);
    await settled();
    feed.send([record({ title: '1' })]);
    await settled();
    assert.deepEqual(cache.copies, {});
    const shown: boolean[] = [];
    cache.save = () => {
      shown.push(store.state.busy);
      return Promise.resolve();
    };
    feed.end();
    await settled();
    assert.deepEqual(shown, [false]);
  });

  test('holds what was shown, and nothing of a feed that broke off', async () => {
    const feed = new FakeFeed();
    const cache = fakeCache();
    const store = storeOf(feed.load, ['a'], cache);
    store.join(['license']);
    await settled();
    feed.send([record({ title: '1' })]);
    feed.end({ rows: 1 });
    await settled();
    const first = cache.copies['a'];
    assert.deepEqual([first?.records.map(({ title }) => title), first?.report.rows], [['1'], 1]);
    assert.match(first?.saved ?? '', /^\d{4}-\d\d-\d\dT/);
    void store.refresh();
    feed.send([record({ title: '2' })]);
    feed.fail('truncated');
    await settled();
    assert.equal(cache.copies['a'], first);
  });

  test('stands in for a feed that fails, with its date, until a reading succeeds', async () => {
    const feed = new FakeFeed();
    const cache = fakeCache({ a: copy('旧', '2026-10-30') });
    const store = storeOf(feed.load, ['a'], cache);
    store.join(['license']);
    await settled();
    // What came of the broken body is gone.
    feed.send([record({ title: '半' })]);
    feed.fail('truncated');
    await settled();
    assert.deepEqual([phaseOf(store.state), store.state.busy, await titles(store.state)], ['ready', false, ['旧']]);
    assert.deepEqual([store.state.stale, store.state.failures[0]?.code, store.state.report?.rows], ['2026-10-30', 'truncated', 1]);
    const { source } = store.state;
    void store.refresh();
    feed.fail();
    await settled();
    assert.deepEqual([store.state.source === source, store.state.stale], [true, '2026-10-30']);
    void store.refresh();
    feed.send([record({ title: '新' })]);
    feed.end();
    await settled();
    assert.deepEqual([store.state.stale, store.state.failures, await titles(store.state)], [undefined, [], ['新']]);
    assert.deepEqual(cache.copies['a']?.records.map(({ title }) => title), ['新']);
  });

  test('without a date of its own has that of the reading', async () => {
    const store = storeOf(served({}), ['a'], fakeCache({ a: copy('旧') }));
    store.join(['license']);
    await settled();
    assert.equal(store.state.stale, '2026-11-01T08:00:00.000Z');
  });

  test('stands beside feeds that can be read; the oldest date counts', async () => {
    const cache = fakeCache({ b: copy('b旧'), c: copy('c旧', '2026-09-01') });
    const store = storeOf(served({ a: [record({ title: 'a' })] }), ['a', 'b', 'c', 'd'], cache);
    store.join(['license']);
    await settled();
    assert.deepEqual([await titles(store.state), store.state.stale, store.state.failures.length], [['a', 'b旧', 'c旧'], '2026-09-01', 3]);
    assert.deepEqual(Object.keys(cache.copies), ['b', 'c', 'a']);
  });

  test('that comes when nobody is interested any more changes nothing', async () => {
    let give: () => void = () => undefined;
    const cache = fakeCache();
    cache.read = () => new Promise((resolve) => { give = () => resolve(copy('旧')); });
    const store = storeOf(served({}), ['a'], cache);
    store.join(['license']);
    await settled();
    store.dispose();
    give();
    await settled();
    assert.equal(phaseOf(store.state), 'loading');
  });
});

describe('one report of several', () => {
  test('of one feed is its own', () => {
    const one = report({ rows: 3, meta: { publisher: { name: '甲局' } } });
    assert.deepEqual([mergeReports([one]), mergeReports([])], [one, undefined]);
  });

  test('adds up, takes the latest date and all notices, and no remedy that is not everybody’s', () => {
    const merged = mergeReports([
      report({
        rows: 2, kinds: { license: 2 }, withheld: { expired: 1 }, unplaced: { A: 1 }, standard: 'any',
        meta: { updated: '2026-01-02', notice: '一', remedy: 'x' },
      }),
      report({
        rows: 3, kinds: { license: 1, penalty: 2 }, rejected: { 'bad-date': 1 }, unplaced: { A: 2 },
        meta: { updated: '2026-01-01', notice: '二', remedy: 'x' },
      }),
      report({ rows: 0, meta: { notice: '一' } }),
    ]);
    assert.deepEqual(merged, {
      rows: 5, kinds: { license: 3, penalty: 2 }, withheld: { expired: 1 }, rejected: { 'bad-date': 1 }, unplaced: { A: 3 },
      standard: '2018',
      meta: { updated: '2026-01-02', notice: '一\n二' },
      notices: [],
    });
    assert.deepEqual(mergeReports([report({ meta: { remedy: 'x' } }), report({ meta: { remedy: 'x' } })])?.meta, { remedy: 'x' });
  });

  test('what status codes mean is unclear as soon as it is in one of them', () => {
    const of = (...standards: ('2015' | '2018' | 'any' | null)[]) => {
      const [first, ...rest] = standards.map((standard) => report({ standard }));
      return mergeReports([first ?? report(), ...rest])?.standard;
    };
    assert.equal(of('2015', null), null);
    assert.equal(of('2015', '2015'), '2015');
    assert.equal(of('2015', '2018'), 'any');
    assert.equal(of('any', 'any'), 'any');
  });
});
