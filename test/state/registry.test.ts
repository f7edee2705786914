import assert from 'node:assert/strict';
import { afterEach, describe, test } from 'node:test';
import { createFeedStore, type FeedStore } from '../../src/state/feed-store.js';
import type { ListStore } from '../../src/state/list.js';
import { createEmitter } from '../../src/state/emitter.js';
import {
  acquireFeed, claimUrlKey, findList, listsChanged, onListsChange, registerList, releaseFeed, releaseUrlKey,
} from '../../src/state/registry.js';
import { fakeCache, served, settled } from './fakes.js';

const leave: (() => void)[] = [];
afterEach(() => {
  for (const work of leave.splice(0)) work();
});

const list = (id: string, feed: string) => {
  const entry = { id: () => id, feed: () => feed, store: {} as ListStore, host: {} };
  leave.push(registerList(entry));
  return entry;
};

describe('a search box finds its list', () => {
  test('by id', () => {
    list('a', 'x');
    const second = list('b', 'x');
    assert.equal(findList({ for: 'b', feed: 'x' }), second);
    assert.equal(findList({ for: 'c', feed: 'x' }), undefined);
  });

  test('by feed, else the only one', () => {
    const first = list('a', 'x');
    assert.equal(findList({}), first);
    assert.equal(findList({ feed: 'z' }), first);
    const second = list('', 'y');
    assert.equal(findList({ feed: 'y' }), second);
    assert.equal(findList({ feed: 'z' }), undefined);
    assert.equal(findList({}), undefined);
  });

  test('when it comes later, and loses it when it goes', () => {
    let changes = 0;
    leave.push(onListsChange(() => changes++));
    assert.equal(findList({}), undefined);
    const entry = { id: () => '', feed: () => '', store: {} as ListStore, host: {} };
    const remove = registerList(entry);
    assert.deepEqual([changes, findList({})], [1, entry]);
    listsChanged();
    assert.equal(changes, 2);
    remove();
    remove();
    assert.deepEqual([changes, findList({})], [3, undefined]);
  });
});

describe('feeds are shared', () => {
  const make = (): FeedStore => createFeedStore({ urls: ['u'], config: {}, load: served({}), cache: fakeCache() });

  test('while anybody uses them, and a moment longer', async () => {
    const first = acquireFeed('k', make);
    assert.equal(acquireFeed('k', make), first);
    releaseFeed('k');
    releaseFeed('k');
    // An element moved in the page: it leaves and comes back in one task.
    assert.equal(acquireFeed('k', make), first);
    await settled();
    assert.equal(acquireFeed('k', make), first);
    releaseFeed('k');
    releaseFeed('k');
    await settled();
    const second = acquireFeed('k', make);
    assert.notEqual(second, first);
    releaseFeed('k');
    releaseFeed('k');
    await settled();
    releaseFeed('k');
  });

  test('left and left again within one moment', async () => {
    const first = acquireFeed('m', make);
    releaseFeed('m');
    assert.equal(acquireFeed('m', make), first);
    releaseFeed('m');
    await settled();
    assert.notEqual(acquireFeed('m', make), first);
    releaseFeed('m');
    await settled();
  });
});

test('two lists of one page have different address parameters', () => {
  assert.deepEqual([claimUrlKey('sgs'), claimUrlKey('sgs'), claimUrlKey('sgs'), claimUrlKey('x')], ['sgs', 'sgs2', 'sgs3', 'x']);
  releaseUrlKey('sgs2');
  assert.equal(claimUrlKey('sgs'), 'sgs2');
  for (const key of ['sgs', 'sgs2', 'sgs3', 'x']) releaseUrlKey(key);
});

test('a listener that throws keeps nobody else from hearing', (t) => {
  const error = t.mock.method(console, 'error', () => undefined);
  const emitter = createEmitter();
  let heard = 0;
  const listener = (): void => {
    heard++;
  };
  emitter.on(() => {
    throw new Error('theirs');
  });
  const off = emitter.on(listener);
  emitter.on(listener);
  emitter.emit();
  off();
  emitter.emit();
  assert.equal(heard, 3);
  assert.equal(error.mock.callCount(), 2);
});
