// How often whoever listens is told while a feed arrives, and when a worker's rows take the place of the page's. The clock is
// the test's own.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, mock, test } from 'node:test';
import type { FeedRequest } from '../../src/feed/feed.js';
import { VERSION } from '../../src/model/version.js';
import { DocumentSource } from '../../src/source/document.js';
import type { FromWorker } from '../../src/source/remote.js';
import { createFeedStore, type FeedStore } from '../../src/state/feed-store.js';
import { record } from '../query/records.js';
import { fakeCache, FakeFeed } from './fakes.js';

/** All that is due now, and what follows from it. */
const turns = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
  mock.timers.tick(0);
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
};

let feed: FakeFeed;
let store: FeedStore;
let notices: number;

const open = async (): Promise<void> => {
  feed = new FakeFeed();
  store = createFeedStore({ urls: ['https://example.org/sgs.json'], config: {}, load: feed.load, cache: fakeCache() });
  store.join(['license']);
  await turns();
  notices = 0;
  store.subscribe(() => notices++);
};

beforeEach(() => mock.timers.enable({ apis: ['setTimeout', 'Date'], now: 1e12 }));
afterEach(() => {
  store.dispose();
  mock.timers.reset();
});

const rows = (count: number): ReturnType<typeof record>[] => Array.from({ length: count }, () => record());

describe('while a feed arrives', () => {
  test('whoever listens is told ten times a second at most, and of the last records too', async () => {
    await open();
    feed.send(rows(200));
    await turns();
    assert.equal(notices, 1, 'the first rows at once');
    for (let ms = 0; ms < 1000; ms += 10) {
      feed.send(rows(5));
      mock.timers.tick(10);
      await turns();
    }
    assert.equal(notices, 11);
    feed.send(rows(5));
    mock.timers.tick(99);
    await turns();
    assert.equal(notices, 11);
    mock.timers.tick(1);
    await turns();
    assert.equal(notices, 12);
  });

  test('nothing is told where nothing has come', async () => {
    await open();
    feed.send(rows(200));
    await turns();
    mock.timers.tick(5000);
    feed.send([]);
    mock.timers.tick(5000);
    await turns();
    assert.equal(notices, 1);
  });

  test('the first page fills at once: up to 98 records nobody waits, then they do', async () => {
    await open();
    feed.send(rows(97));
    await turns();
    feed.send(rows(1));
    await turns();
    assert.equal(notices, 2);
    feed.send(rows(1));
    await turns();
    assert.equal(notices, 2);
    mock.timers.tick(100);
    await turns();
    assert.equal(notices, 3);
  });
});

describe('a feed that a worker reads on', () => {
  /** The browser's worker, as far as the page sees it: what it says is said by the test. */
  class FakeWorker {
    static last: FakeWorker | undefined;
    onmessage: ((event: { readonly data: FromWorker | string }) => void) | null = null;
    constructor() {
      FakeWorker.last = this;
      queueMicrotask(() => this.onmessage?.({ data: VERSION }));
    }

    postMessage(): void { /* it never answers by itself */ }
    terminate(): void { /* nothing runs */ }
  }
  const world = globalThis as { Worker?: unknown };
  const { Worker: before } = world;
  beforeEach(() => {
    FakeWorker.last = undefined;
    world.Worker = FakeWorker;
  });
  afterEach(() => { world.Worker = before; });

  const handOver = async (): Promise<void> => {
    const asked = (feed.requests[0] as FeedRequest).onBig?.({
      url: 'https://example.org/sgs.json', config: {}, kinds: ['license'], today: '2026-01-01', charset: undefined,
    });
    // The part that asks for a worker is a module: it comes from the disk, at whatever time.
    while (FakeWorker.last === undefined) await new Promise((resolve) => { setImmediate(resolve); });
    await turns();
    assert.ok(await asked);
  };
  const says = (here: number): void => FakeWorker.last?.onmessage?.({ data: { here: [here] } });

  test('is shown by the page until the worker has as many records: one fewer, and it is not handed over', async () => {
    await open();
    feed.send(rows(20));
    await handOver();
    says(19);
    assert.ok(store.state.source instanceof DocumentSource);
    says(20);
    assert.ok(store.state.source && !(store.state.source instanceof DocumentSource));
  });

  test('tells of what the worker has read ten times a second at most', async () => {
    await open();
    feed.send(rows(20));
    await handOver();
    says(20);
    await turns();
    const start = notices;
    for (let ms = 0; ms < 500; ms += 10) {
      says(20 + ms);
      mock.timers.tick(10);
      await turns();
    }
    assert.equal(notices - start, 5);
  });
});
