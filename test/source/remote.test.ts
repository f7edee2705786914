import assert from 'node:assert/strict';
import { describe, test, type TestContext } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { feedText, records as rawRecords } from '../../bench/records.mjs';
import type { FeedCache } from '../../src/feed/cache.js';
import type { DecodeOptions, FeedReport } from '../../src/feed/feed.js';
import { FULL_RULES } from '../../src/feed/full-rules.js';
import { createFeedPipeline } from '../../src/feed/pipeline.js';
import { FeedFailure } from '../../src/model/failure.js';
import { KINDS } from '../../src/model/kinds.js';
import type { SgsRecord } from '../../src/model/record.js';
import { VERSION } from '../../src/model/version.js';
import { createFuzzyMatcher } from '../../src/query/fuzzy/matcher.js';
import type { Query } from '../../src/query/query.js';
import { DocumentSource } from '../../src/source/document.js';
import { createHost } from '../../src/source/host.js';
import { openRemote, type FeedReader, type FromWorker, type Port, type RemoteSource, type ToWorker } from '../../src/source/remote.js';
import { runHere, runWorker } from '../../src/source/start.js';
import { query, record } from '../query/records.js';
import { fakeCache } from '../state/fakes.js';

const URL_ = 'https://example.org/sgs.json';
const how: DecodeOptions = { url: URL_, config: {}, kinds: ['license', 'penalty'], today: '2026-01-01', charset: undefined };

/** What a worker is to the page: messages are copied, and none comes at once. */
function fakeWorker(cache: FeedCache): Port {
  const later = (work: () => void): void => void setImmediate(work);
  const port: Port = {
    postMessage: (message) => {
      const copy = structuredClone(message);
      later(() => host.take(copy));
    },
    onmessage: null,
    onerror: null,
    terminate: () => host.stop(),
  };
  const host = createHost({
    post: (message) => {
      const copy: FromWorker = structuredClone(message);
      later(() => port.onmessage?.({ data: copy }));
    },
    yieldToEventLoop: () => new Promise((done) => { setImmediate(done); }),
    cache,
  });
  return port;
}

const ways: Readonly<Record<string, (cache: FeedCache) => Port>> = {
  'in a worker': fakeWorker,
  'in the page, in slices': (cache) => runHere((deps) => createHost({ ...deps, cache })),
};

const bytesOf = (text: string, size = 40_000): Uint8Array[] => {
  const bytes = new TextEncoder().encode(text);
  return Array.from({ length: Math.ceil(bytes.length / size) }, (_, n) => bytes.slice(n * size, (n + 1) * size));
};

type OneFeed = RemoteSource & FeedReader;

/** A feed that is the only one. */
async function openOne(port: Port | undefined, signal: AbortSignal, onChange: (records: number) => void = () => undefined): Promise<OneFeed | undefined> {
  const remote = await openRemote(() => Promise.resolve(port), signal, ([here = 0]) => onChange(here));
  if (!remote) return undefined;
  const reader = remote.read(how, 0, true);
  const end: FeedReader['end'] = async (chunks) => await remote.merge([{ feed: 0, report: await reader.end(chunks) }]) as FeedReport;
  return { ...remote, push: reader.push, end, get complete() { return reader.complete; } };
}

/** What has been packed has no keys without a value. */
const said = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** What is read here, as it is read without anybody's help. */
async function plain(text: string): Promise<DocumentSource> {
  const source = new DocumentSource();
  const pipeline = createFeedPipeline({ ...how, rules: FULL_RULES, isCancelled: () => false, onRecords: (records) => source.add(records) });
  for (const bytes of bytesOf(text)) await pipeline.push(bytes);
  await pipeline.end();
  return source.finish();
}

test('a worker tells how many records are there five times a second at most, and of the last ones at the end of a pause', async (t) => {
  let now = 1e6;
  t.mock.method(performance, 'now', () => now);
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const pass = async (ms: number): Promise<void> => {
    now += ms;
    t.mock.timers.tick(ms);
    for (let turn = 0; turn < 50; turn++) await Promise.resolve();
  };
  const counts: number[] = [];
  const post = (message: FromWorker): void => {
    if ('here' in message) counts.push(...message.here);
  };
  const { take, stop } = createHost({ post, yieldToEventLoop: () => Promise.resolve(), cache: fakeCache() });
  take({ read: how, feed: 0, isAlone: true });
  for (const bytes of bytesOf(feedText(100, 3), 500).slice(0, 100)) {
    take({ bytes, feed: 0 });
    await pass(20);
  }
  assert.ok(counts.length >= 8 && counts.length <= 10, `${counts.length} in two seconds`);
  await pass(200);
  const before = counts.length;
  await pass(5000);
  assert.equal(counts.length, before, 'nothing new, nothing told');
  assert.ok(counts.every((count, n) => !n || count > (counts[n - 1] as number)));
  stop();
});

for (const [name, start] of Object.entries(ways)) {
  describe(`a big feed read ${name}`, () => {
    type Options = { cache?: FeedCache; onChange?: (records: number) => void };
    const open = async (t: TestContext, { cache = fakeCache(), onChange }: Options = {}): Promise<OneFeed> => {
      const controller = new AbortController();
      t.after(() => controller.abort());
      const remote = await openOne(start(cache), controller.signal, onChange);
      assert.ok(remote);
      return remote;
    };

    test('lets go of what expires while the page stands open, at the next question', async (t) => {
      t.mock.timers.enable({ apis: ['Date'], now: Date.parse('2026-01-01T12:00:00+08:00') });
      const text = feedText(2000, 5);
      const remote = await open(t);
      await remote.push(bytesOf(text));
      await remote.end([]);
      const penalties = [...rawRecords(2000, 5)].filter(({ kind }) => kind === 'penalty');
      assert.equal((await remote.counts()).penalty, penalties.length);
      t.mock.timers.setTime(Date.parse('2028-01-01T12:00:00+08:00'));
      const left = penalties.filter((one) => String(one['publicUntil']) >= '2028-01-01').length;
      assert.ok(left > 0 && left < penalties.length);
      assert.equal((await remote.query(query({ kind: 'penalty' }))).total, left);
      assert.equal((await remote.counts()).penalty, left);
    });

    test('gives what it gives where it is read here: pages, orders, filters, counts, single records', async (t) => {
      const text = feedText(3000, 7);
      const remote = await open(t);
      const here = await plain(text);
      for (const bytes of bytesOf(text)) await remote.push([bytes]);
      const report = await remote.end([]);
      assert.deepEqual([report.rows, report.meta.updated, remote.complete], [3000, '2025-12-31', true]);
      const fuzzyMatch = createFuzzyMatcher().match('qinglan');
      const wanted: Partial<Query>[] = [
        {}, { page: 3 }, { page: 999 }, { q: '有限公司' }, { q: '9134990' }, { q: '物流 青岚市' }, { q: '没有这个词' },
        { kind: 'penalty', sort: 'subjectName', descending: false },
        { sort: 'title' }, { kind: 'penalty', category: '罚款', year: '2024' },
        { from: '2023-02-01', to: '2023-05-31', sort: 'documentNumber' }, { department: '松涧县水利局' }, { kind: 'honor' },
        { fuzzyMatch, q: 'qinglan' },
      ];
      // A slow machine shows the first page before all is counted, and says so.
      const counted = async (one: Partial<Query>): Promise<unknown> => {
        const page = await remote.query(query(one));
        return page.complete ? said(page) : counted(one);
      };
      for (const one of wanted) assert.deepEqual(await counted(one), said(await here.query(query(one))), JSON.stringify(one));
      for (const kind of KINDS) assert.deepEqual(await remote.facets(kind), await here.facets(kind));
      assert.deepEqual(await remote.counts(), await here.counts());
      const all = await remote.all(query({ kind: 'penalty' }));
      assert.deepEqual(said(all), said(await here.all(query({ kind: 'penalty' }))));
      assert.deepEqual(said(await remote.get((all[5] as SgsRecord).id)), said(all[5]));
      assert.equal(await remote.get('nobody'), undefined);
    });

    test('answers while records arrive, and tells how many there are', async (t) => {
      const told: number[] = [];
      const remote = await open(t, { onChange: (records) => told.push(records) });
      const chunks = bytesOf(feedText(2000, 3));
      void remote.push(chunks.slice(0, 10));
      while (!told.length) await sleep(1);
      const page = await remote.query(query());
      assert.deepEqual([page.complete, page.rows.length, page.total > 10], [false, 10, true]);
      const report = await remote.end(chunks.slice(10));
      const then = await remote.query(query());
      assert.deepEqual(said([then.complete, then.total, then.rows]), said([true, report.kinds.license, page.rows]));
    });

    test('says what is wrong with it, and takes nothing from then on', async (t) => {
      for (const [text, code] of [[feedText(50).slice(0, -20), 'truncated'], ['<!doctype html><p>', 'html']] as const) {
        const remote = await open(t);
        void remote.push(bytesOf(text));
        await assert.rejects(remote.end([]), (error: unknown) => error instanceof FeedFailure && error.failure.code === code);
        await assert.rejects(async () => remote.push([]));
        await assert.rejects(remote.end([]));
      }
    });

    test('keeps the last good copy, and the bases of a catalogue', async (t) => {
      const cache = fakeCache();
      const remote = await open(t, { cache });
      const [one] = [...rawRecords(1, 4)];
      const text = JSON.stringify({
        version: 1, standard: '2018',
        records: [{ ...one, basis: '', catalogCode: 'A1' }, { kind: 'catalog', itemName: '事项', catalogCode: 'A1', basis: '某法第一条' }],
      });
      await remote.end(bytesOf(text));
      const [kind] = [one?.['kind'] as 'license'];
      assert.equal((await remote.query(query({ kind }))).rows[0]?.basis, '某法第一条');
      for (let n = 0; !cache.copies[URL_] && n < 100; n++) await sleep(1);
      assert.equal(cache.copies[URL_]?.records.length, 2);
    });

    test('reads several feeds side by side, one of which fails, and keeps a copy of each as it came', async (t) => {
      const cache = fakeCache();
      const controller = new AbortController();
      t.after(() => controller.abort());
      const remote = await openRemote(() => Promise.resolve(start(cache)), controller.signal, () => undefined) as RemoteSource;
      const readers = [0, 1, 2].map((feed) => remote.read({ ...how, url: `${URL_}?${feed}` }, feed, false));
      const [first, broken, last] = readers as [FeedReader, FeedReader, FeedReader];
      remote.keep(3, [{ ...record({ kind: 'license', title: '页' }), id: 'kept' }]);
      const text = feedText(300, 5);
      await Promise.all(bytesOf(text).map(async (bytes) => {
        await first.push([bytes.slice()]);
        await last.push([bytes]);
      }));
      void broken.push(bytesOf('<!doctype html>'));
      await assert.rejects(broken.end([]), (error: unknown) => error instanceof FeedFailure && error.failure.code === 'html');
      await assert.rejects(async () => broken.push([]));
      const [one, two] = await Promise.all([first.end([]), last.end([])]);
      assert.deepEqual(readers.map(({ complete }) => complete), [true, false, true]);
      const kept = { ...one, rows: 1, kinds: { license: 1 } };
      const merged = await remote.merge([{ feed: 0, report: one }, { feed: 2, report: two }, { feed: 3, report: kept }]);
      assert.equal(merged?.rows, 601);
      assert.equal((await remote.counts()).license, [...rawRecords(300, 5)].filter(({ kind }) => kind === 'license').length + 1, 'each decision once');
      assert.equal((await remote.get('kept'))?.title, '页');
      for (let n = 0; Object.keys(cache.copies).length < 2 && n < 999; n++) await sleep(1);
      const copies = [0, 2].map((feed) => cache.copies[`${URL_}?${feed}`]);
      assert.deepEqual(copies[0]?.records, copies[1]?.records);
      assert.equal(copies[0]?.records.length, 300);
    });

    test('refuses one question without failing the others', async (t) => {
      const remote = await open(t);
      await remote.end(bytesOf(feedText(50)));
      await assert.rejects(remote.query(query({ kind: 'none' as 'license' })));
      assert.ok((await remote.query(query())).total > 0);
    });

    test('takes bytes no faster than they are read', async (t) => {
      const remote = await open(t);
      const half = new TextEncoder().encode(`{"records":[${' '.repeat(5 * 1_048_576)}`);
      assert.equal(remote.push([half.slice()]), undefined);
      await remote.push([new TextEncoder().encode(' '.repeat(5 * 1_048_576))]);
      const report = await remote.end(bytesOf(feedText(50).slice(1).replace(/^[^[]*\[/, '')));
      assert.equal(report.rows, 50);
    });

    test('answers an export that is under way, though the feed has been read anew meanwhile, and ends then', async () => {
      const controller = new AbortController();
      const remote = await openOne(start(fakeCache()), controller.signal) as OneFeed;
      const report = await remote.end(bytesOf(feedText(3000)));
      const all = remote.all(query());
      controller.abort();
      assert.equal((await all).length, report.kinds.license);
      // Whoever asks without a pause would keep it.
      for (let open = true; open;) {
        await sleep(5);
        open = await remote.counts().then(() => true, () => false);
      }
    });

    test('works on nothing that is not wanted any more', async () => {
      const controller = new AbortController();
      const remote = await openOne(start(fakeCache()), controller.signal);
      await assert.rejects((remote as RemoteSource).query(query(), AbortSignal.abort()), { name: 'AbortError' });
      const aside = new AbortController();
      const asked = (remote as RemoteSource).query(query(), aside.signal);
      aside.abort();
      await assert.rejects(asked, { name: 'AbortError' });
      const open = (remote as RemoteSource).query(query());
      controller.abort();
      await assert.rejects(open, { name: 'AbortError' });
      assert.equal(await openOne(start(fakeCache()), controller.signal), undefined);
    });
  });
}

describe('a worker', () => {
  const worker = (begin: (self: Worker) => void): Worker => {
    const self = {
      onmessage: null, onerror: null, terminate: () => undefined, postMessage: (_: ToWorker) => undefined,
    } as unknown as Worker;
    setImmediate(() => begin(self));
    return self;
  };
  test('is used if it is of this version, and else done without', async () => {
    assert.ok(await runWorker(() => worker((self) => self.onmessage?.({ data: VERSION } as MessageEvent))));
    assert.equal(await runWorker(() => worker((self) => self.onmessage?.({ data: '0' } as MessageEvent))), undefined);
    assert.equal(await runWorker(() => worker((self) => self.onerror?.({ preventDefault: () => undefined } as never))), undefined);
    assert.equal(await runWorker(() => { throw new Error('policy'); }), undefined);
    assert.equal(await openOne(undefined, new AbortController().signal), undefined);
  });

  test('that breaks down is told of', async () => {
    const port = fakeWorker(fakeCache());
    const remote = await openOne(port, new AbortController().signal) as OneFeed;
    const end = remote.end([]);
    port.onerror?.({});
    await assert.rejects(end, /中断/);
  });
});
