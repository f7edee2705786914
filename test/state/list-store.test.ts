import assert from 'node:assert/strict';
import { afterEach, describe, test, type TestContext } from 'node:test';
import type { SgsRecord } from '../../src/model/record.js';
import { NO_FILTERS } from '../../src/query/query.js';
import { DocumentSource } from '../../src/source/document.js';
import type { LoadFeed } from '../../src/state/feed-state.js';
import type { ListRequest, ListSettings, ListSnapshot, ListStore } from '../../src/state/list.js';
import { createListStore } from '../../src/state/list-store.js';
import { query, record } from '../query/records.js';
import { fakeCache, FakeFeed, FakePage, FEED, served, settings, settled, until } from './fakes.js';

const stores: ListStore[] = [];
afterEach(async () => {
  for (const store of stores.splice(0)) store.dispose();
  await settled();
});

const ready = ({ phase, busy }: ListSnapshot): boolean => phase === 'ready' && !busy;
const titles = ({ page }: ListSnapshot): string[] | undefined => page?.rows.map(({ title }) => title);

const START = 'https://example.org/xzgs.html';
const LICENSES = ['甲', '乙', '丙', '丁', '戊'].map((title, n) =>
  record({
    id: `l${String(n)}`, title, decidedOn: `2025-0${String(9 - n)}-01`, category: [n % 2 ? '登记' : '普通'], subjectName: `${title}公司`,
  }));
const PENALTIES = ['一', '二', '三'].map(
  (title, n) => record({ id: `p${String(n)}`, kind: 'penalty', title, decidedOn: `2024-0${String(9 - n)}-01` }),
);

const many = (count: number, kind: SgsRecord['kind']): SgsRecord[] => Array.from({ length: count }, (_, n) => record({ id: `${kind}-${String(n)}`, kind }));

interface Setup extends Partial<ListSettings> {
  readonly load?: LoadFeed;
  readonly records?: SgsRecord[];
  readonly page?: FakePage;
}

function open({ load, records = [...LICENSES, ...PENALTIES], page = new FakePage(), ...fields }: Setup = {}) {
  const store = createListStore({ load: load ?? served({ [FEED]: records }), page, cache: fakeCache() });
  stores.push(store);
  store.configure(settings(fields));
  const after = async (request: ListRequest): Promise<ListSnapshot> => {
    store.dispatch(request);
    await settled();
    return store.snapshot;
  };
  return { store, page, after, query: () => page.href.slice(START.length) };
}

async function opened(setup: Setup = {}) {
  const list = open(setup);
  await until(list.store, ready);
  return list;
}

describe('a list', () => {
  test('without a feed is idle, and does nothing on request', async () => {
    const { store, after } = open({ feed: [] });
    assert.equal(store.snapshot.phase, 'idle');
    assert.equal((await after({ type: 'refresh' })).phase, 'idle');
    assert.deepEqual(await store.all(), []);
    const unset = createListStore({ load: served({}), cache: fakeCache() });
    unset.dispatch({ type: 'page', page: 2 });
    assert.deepEqual([unset.snapshot.phase, unset.snapshot.query.page, unset.href({ type: 'page', page: 2 })], ['idle', 1, undefined]);
  });

  test('loads, then shows its first page, with tabs, counts and filters', async () => {
    const { store } = open();
    assert.deepEqual([store.snapshot.phase, store.snapshot.busy], ['loading', true]);
    const snapshot = await until(store, ready);
    assert.deepEqual(titles(snapshot), ['甲', '乙']);
    assert.deepEqual([snapshot.page?.total, snapshot.page?.pages, snapshot.page?.complete], [5, 3, true]);
    assert.deepEqual([snapshot.kinds, snapshot.counts?.penalty, snapshot.facets?.category[0]?.value], [['license', 'penalty'], 3, '普通']);
    assert.equal(snapshot.report?.rows, 8);
    assert.ok(
      Object.isFrozen(snapshot) && Object.isFrozen(snapshot.query) && Object.isFrozen(snapshot.page) && Object.isFrozen(snapshot.counts),
    );
  });

  test('tells of every change until the listener goes, and of nothing after its end', async () => {
    const { store, after, page } = await opened();
    let changes = 0;
    const off = store.subscribe(() => changes++);
    await after({ type: 'page', page: 2 });
    assert.equal(changes, 1);
    off();
    await after({ type: 'page', page: 3 });
    assert.equal(changes, 1);
    store.subscribe(() => changes++);
    store.dispose();
    assert.equal(page.listening, 0);
    store.configure(settings({ size: 9 }));
    assert.deepEqual((await after({ type: 'page', page: 1 })).query.page, 3);
    assert.equal(changes, 1);
  });

  test('says that a feed failed, and tries again', async () => {
    const feed = new FakeFeed();
    const { store } = open({ load: feed.load });
    await settled();
    feed.fail('timeout');
    const snapshot = await until(store, ({ phase }) => phase === 'error');
    assert.deepEqual([snapshot.failure?.code, snapshot.failures?.length, snapshot.busy], ['timeout', 1, false]);
    store.dispatch({ type: 'refresh' });
    await until(store, ({ phase }) => phase === 'loading');
    feed.send(LICENSES);
    feed.end();
    assert.equal((await until(store, ready)).failure, undefined);
    store.dispatch({ type: 'refresh' });
    await until(store, ({ busy }) => busy);
    assert.deepEqual(titles(store.snapshot), ['甲', '乙']);
    feed.fail('http');
    assert.match((await until(store, ({ stale }) => stale !== undefined)).stale ?? '', /^20/);
    assert.deepEqual([store.snapshot.phase, titles(store.snapshot)], ['ready', ['甲', '乙']]);
  });

  test('gives everything that is found, for export', async () => {
    const { store, after } = await opened();
    await after({ type: 'search', filters: { category: '登记' } });
    assert.deepEqual((await store.all()).map(({ title }) => title), ['乙', '丁']);
  });
});

describe('requests', () => {
  test('a search, filters, an order and another tab go back to page 1', async () => {
    const { after } = await opened();
    const requests: ListRequest[] = [
      { type: 'search', filters: { q: '公司' } }, { type: 'search', filters: { year: '2025' } }, { type: 'sort', field: 'title' },
      { type: 'reset' }, { type: 'kind', kind: 'penalty' },
    ];
    for (const request of requests) {
      assert.equal((await after({ type: 'page', page: 2 })).page?.page, 2);
      assert.equal((await after(request)).page?.page, 1, request.type);
    }
  });

  test('a search is added to what is filtered already; reset leaves what the page’s author filters', async () => {
    const { after } = await opened({ filters: { ...NO_FILTERS, category: '普通' } });
    assert.deepEqual(titles(await after({ type: 'search', filters: { q: '丙' } })), ['丙']);
    assert.equal((await after({ type: 'search', filters: { category: '' } })).query.q, '丙');
    const snapshot = await after({ type: 'reset' });
    assert.deepEqual([snapshot.page?.total, snapshot.query.category, snapshot.query.q], [3, '普通', '']);
  });

  test('a column sorts texts from A and dates from the newest, then the other way round', async () => {
    const { after } = await opened({ size: 1 });
    assert.deepEqual(titles(await after({ type: 'sort', field: 'title' })), ['丙']);
    assert.deepEqual(titles(await after({ type: 'sort', field: 'title' })), ['乙']);
    assert.deepEqual(titles(await after({ type: 'sort', field: 'decidedOn' })), ['甲']);
    assert.deepEqual(titles(await after({ type: 'sort', field: 'decidedOn' })), ['戊']);
  });

  test('another tab keeps the search, not the category and the order', async () => {
    const { after } = await opened();
    await after({ type: 'search', filters: { q: '一', category: '普通' } });
    await after({ type: 'sort', field: 'title' });
    const { query: now } = await after({ type: 'kind', kind: 'penalty' });
    assert.deepEqual([now.kind, now.q, now.category, now.sort], ['penalty', '一', '', 'decidedOn']);
    assert.equal((await after({ type: 'kind', kind: 'penalty' })).page?.total, 1);
  });

  test('that finds nothing says in which other tabs it does', async () => {
    const { after } = await opened();
    const { page, elsewhere } = await after({ type: 'search', filters: { q: '二', category: '登记' } });
    assert.deepEqual([page?.total, elsewhere], [0, [{ kind: 'penalty', total: 1 }]]);
    assert.deepEqual((await after({ type: 'kind', kind: 'penalty' })).page?.total, 1);
    assert.deepEqual((await after({ type: 'search', filters: { q: '没有' } })).elsewhere, []);
  });

  test('that finds nothing as it was typed shows what it could mean, for print and export too', async () => {
    const records = [
      record({ id: 'a', title: '食品经营许可', subjectName: '青岚市安平食品有限公司', authority: '青岚市市场监督管理局' }),
      record({ id: 'b', kind: 'penalty', title: '未按规定公示案', authority: '澄湖区城市管理局' }),
    ];
    const { store, after } = await opened({ load: served({ [FEED]: records }) });
    const found = await after({ type: 'search', filters: { q: 'scjd' } });
    assert.deepEqual([found.page?.total, found.query.q, found.fuzzyMatch?.parts('青岚市市场监督管理局')], [1, 'scjd', ['市场监督']]);
    assert.deepEqual((await store.all()).map(({ id }) => id), ['a']);
    assert.equal((await store.source?.query({ ...found.query, fuzzyMatch: found.fuzzyMatch }))?.total, 1);
    const other = await after({ type: 'search', filters: { q: 'csgl' } });
    assert.deepEqual([other.page?.total, other.fuzzyMatch, other.elsewhere], [0, undefined, [{ kind: 'penalty', total: 1 }]]);
    assert.equal((await after({ type: 'kind', kind: 'penalty' })).page?.total, 1);
    assert.equal((await after({ type: 'search', filters: { q: '', year: '1999' } })).page?.total, 0);
    assert.deepEqual([(await after({ type: 'reset' })).fuzzyMatch, store.snapshot.page?.total], [undefined, 1]);
  });

  test('a page beyond the last is the last one', async () => {
    const { after, query: search } = await opened();
    const snapshot = await after({ type: 'page', page: 99 });
    assert.deepEqual([snapshot.query.page, titles(snapshot)], [3, ['戊']]);
    await after({ type: 'page', page: 2 });
    assert.equal(search(), '?sgs-page=2');
  });

  test('what can’t be meant changes nothing', async () => {
    const { after, page } = await opened();
    const before = page.entries.length;
    await after({ type: 'search', filters: { year: 'x', from: '2025-99-99' } });
    await after({ type: 'open', id: '' });
    await after({ type: 'page', page: NaN });
    assert.deepEqual([page.entries.length, titles(await after({ type: 'close' }))], [before, ['甲', '乙']]);
  });
});

describe('one record', () => {
  test('opens, and closes to the list as it was', async () => {
    const { after, query: search } = await opened();
    await after({ type: 'search', filters: { q: '公司' } });
    await after({ type: 'page', page: 2 });
    const snapshot = await after({ type: 'open', id: 'l3' });
    assert.deepEqual([snapshot.opened?.title, titles(snapshot)], ['丁', ['丙', '丁']]);
    const closed = await after({ type: 'close' });
    assert.ok(!('opened' in closed));
    assert.deepEqual([closed.query.page, search()], [2, '?sgs-q=%E5%85%AC%E5%8F%B8&sgs-page=2']);
  });

  test('that is not in the feed is null', async () => {
    const { after } = await opened();
    assert.equal((await after({ type: 'open', id: 'gone' })).opened, null);
  });

  test('a search from elsewhere on the page closes it', async () => {
    const { after } = await opened();
    await after({ type: 'open', id: 'l3' });
    assert.ok(!('opened' in await after({ type: 'search', filters: { q: '甲' } })));
  });

  test('by its link: the list behind it is the one it stands in', async () => {
    const { store, after } = await opened({ page: new FakePage(`${START}?sgs-id=p1`) });
    assert.deepEqual([store.snapshot.opened?.title, store.snapshot.query.kind], ['二', 'penalty']);
    assert.deepEqual(titles(await after({ type: 'close' })), ['一', '二']);
  });

  test('by its link, while the feed still arrives: waits for it', async () => {
    const feed = new FakeFeed();
    const { store } = open({ load: feed.load, page: new FakePage(`${START}?sgs-id=l4&sgs-page=3`) });
    await settled();
    feed.send(LICENSES.slice(0, 2));
    await settled();
    assert.equal(store.snapshot.phase, 'loading');
    feed.send(LICENSES.slice(2));
    const snapshot = await until(store, ({ phase }) => phase === 'ready');
    assert.deepEqual([snapshot.opened?.title, snapshot.page?.complete], ['戊', false]);
    feed.end();
    assert.equal((await until(store, ready)).query.page, 3);
  });
});

describe('the tab shown first', () => {
  test('is the first that has records', async () => {
    const { store, query: search, after } = await opened({ records: PENALTIES });
    assert.deepEqual([store.snapshot.query.kind, search()], ['penalty', '']);
    // Going on means this kind, also for whoever opens the link.
    await after({ type: 'page', page: 2 });
    assert.equal(search(), '?sgs-kind=penalty&sgs-page=2');
    assert.equal((await after({ type: 'kind', kind: 'license' })).page?.total, 0);
    assert.equal(search(), '?sgs-kind=license');
  });

  test('is the first of all when none has any', async () => {
    const { store } = await opened({ records: [] });
    assert.deepEqual([store.snapshot.query.kind, store.snapshot.page?.total], ['license', 0]);
  });

  test('is the same however the network cuts the feed: a few records of another kind wait', async () => {
    const feed = new FakeFeed();
    const { store } = open({ load: feed.load });
    await settled();
    feed.send(many(99, 'penalty'));
    await settled();
    assert.deepEqual([store.snapshot.phase, store.snapshot.counts?.penalty], ['loading', 99]);
    feed.send(LICENSES);
    assert.equal((await until(store, ({ phase }) => phase === 'ready')).query.kind, 'license');
  });

  test('is the one asked for, as soon as it has a record', async () => {
    const feed = new FakeFeed();
    const { store } = open({ load: feed.load, page: new FakePage(`${START}?sgs-kind=penalty`) });
    await settled();
    feed.send(PENALTIES);
    assert.equal((await until(store, ({ phase }) => phase === 'ready')).query.kind, 'penalty');
  });

  test('does not change any more once its rows have been shown', async () => {
    const feed = new FakeFeed();
    const { store } = open({ load: feed.load });
    await settled();
    feed.send([]);
    feed.send(many(100, 'penalty'));
    await until(store, ({ phase }) => phase === 'ready');
    assert.equal(store.snapshot.query.kind, 'penalty');
    feed.send(LICENSES);
    feed.end();
    assert.equal((await until(store, ready)).query.kind, 'penalty');
  });

  test('is the one a person or the address names, even if it is empty', async () => {
    const chosen = await opened({ records: PENALTIES, page: new FakePage(`${START}?sgs-kind=license`) });
    assert.deepEqual([chosen.store.snapshot.query.kind, chosen.store.snapshot.page?.total], ['license', 0]);
    const feed = new FakeFeed();
    const { store } = open({ load: feed.load, feed: ['another'] });
    await settled();
    store.dispatch({ type: 'kind', kind: 'penalty' });
    feed.send(LICENSES);
    await settled();
    assert.deepEqual([store.snapshot.phase, store.snapshot.query.kind], ['loading', 'penalty']);
    feed.end();
    assert.equal((await until(store, ready)).query.kind, 'penalty');
  });

  test('is no kind the list does not show', async () => {
    const { store } = await opened({ page: new FakePage(`${START}?sgs-kind=honor`) });
    assert.equal(store.snapshot.query.kind, 'license');
  });
});

describe('the address', () => {
  test('of a shared link gives the same view', async () => {
    const { after, page } = await opened();
    await after({ type: 'search', filters: { q: '公司', from: '2025-01-01' } });
    await after({ type: 'sort', field: 'title' });
    const { page: shown, query: now } = await after({ type: 'page', page: 2 });
    for (const store of stores.splice(0)) store.dispose();
    const same = await opened({ page: new FakePage(page.href) });
    assert.deepEqual([same.store.snapshot.page, same.store.snapshot.query], [shown, now]);
  });

  test('changes with each action of a person; typing leaves no trail', async () => {
    const { after, page } = await opened();
    await after({ type: 'page', page: 2 });
    await after({ type: 'search', filters: { q: '公' }, live: true });
    await after({ type: 'search', filters: { q: '公司' }, live: true });
    assert.deepEqual(page.entries.slice(1), [`${START}?sgs-q=%E5%85%AC%E5%8F%B8`]);
    await after({ type: 'search', filters: { q: '公司' } });
    assert.equal(page.entries.length, 2);
  });

  test('Back and Forward move through the views', async () => {
    const { store, after, page } = await opened();
    await after({ type: 'kind', kind: 'penalty' });
    await after({ type: 'open', id: 'p2' });
    page.go(-1);
    await settled();
    assert.deepEqual([store.snapshot.query.kind, 'opened' in store.snapshot], ['penalty', false]);
    page.go(-1);
    await settled();
    assert.equal(store.snapshot.query.kind, 'license');
    page.go(2);
    await settled();
    assert.equal(store.snapshot.opened?.title, '三');
  });

  test('real links lead where the request leads', async () => {
    const { store, after } = await opened();
    await after({ type: 'search', filters: { q: '公司' } });
    assert.equal(store.href({ type: 'page', page: 2 }), `${START}?sgs-q=%E5%85%AC%E5%8F%B8&sgs-page=2`);
    assert.equal(store.href({ type: 'refresh' }), `${START}?sgs-q=%E5%85%AC%E5%8F%B8`);
  });

  test('is left alone without a prefix', async () => {
    const { store, after, page } = await opened({ urlKey: '', page: new FakePage(`${START}?sgs-page=2`) });
    assert.equal(store.snapshot.query.page, 1);
    await after({ type: 'page', page: 3 });
    assert.deepEqual([page.href, store.href({ type: 'page', page: 2 }), page.listening], [`${START}?sgs-page=2`, undefined, 0]);
  });

  test('two lists of one page do not turn each other’s pages', async () => {
    const page = new FakePage();
    const left = await opened({ page });
    const right = await opened({ page, kinds: ['penalty'] });
    await right.after({ type: 'page', page: 2 });
    assert.equal(page.href, `${START}?sgs2-page=2`);
    page.go(0);
    await settled();
    assert.deepEqual([left.store.snapshot.query.page, right.store.snapshot.query.page], [1, 2]);
  });

  test('another prefix is another place', async () => {
    const { store } = await opened({ page: new FakePage(`${START}?x-page=2`) });
    store.configure(settings({ urlKey: 'x' }));
    await settled();
    assert.equal(store.snapshot.query.page, 2);
  });
});

describe('attributes', () => {
  test('that stay the same change nothing', async () => {
    const { store, after } = await opened();
    await after({ type: 'page', page: 2 });
    let changes = 0;
    store.subscribe(() => changes++);
    store.configure(settings());
    await settled();
    assert.equal(changes, 0);
  });

  test('a filter set by script shows at once, and changes nothing of what a person has searched for', async () => {
    const { store, after } = await opened();
    store.configure(settings({ filters: { ...NO_FILTERS, q: '丙' } }));
    await settled();
    assert.deepEqual(titles(store.snapshot), ['丙']);
    await after({ type: 'search', filters: { q: '甲' } });
    for (const filters of [{ q: '丁' }, { q: '丁', year: '1999' }, { department: '别处' }]) {
      store.configure(settings({ filters: { ...NO_FILTERS, ...filters } }));
      await settled();
      assert.deepEqual([titles(store.snapshot), store.snapshot.query.q, store.snapshot.query.year], [['甲'], '甲', '']);
    }
    await after({ type: 'reset' });
    store.configure(settings({ filters: { ...NO_FILTERS, q: '丙' } }));
    await settled();
    assert.deepEqual(titles(store.snapshot), ['丙'], 'reset, it is the page’s again');
  });

  test('an order set by script wins over the one chosen before', async () => {
    const { store, after } = await opened();
    await after({ type: 'search', filters: { q: '丙' } });
    await after({ type: 'sort', field: 'title' });
    store.configure(settings({ filters: { ...NO_FILTERS, q: '丙' }, sort: 'subjectName', descending: false }));
    await settled();
    assert.deepEqual([store.snapshot.query.sort, store.snapshot.query.page], ['subjectName', 1]);
  });

  test('another page size starts again at page 1, other kinds at their first', async () => {
    const { store, after } = await opened();
    await after({ type: 'page', page: 2 });
    store.configure(settings({ size: 4 }));
    await settled();
    assert.deepEqual([store.snapshot.query.page, store.snapshot.page?.pages], [1, 2]);
    store.configure(settings({ size: 4, kinds: ['penalty'] }));
    await settled();
    assert.deepEqual([store.snapshot.kinds, store.snapshot.query.kind], [['penalty'], 'penalty']);
  });

  test('another feed is another list; its page and search stay only while there was none', async () => {
    const load = served({ [FEED]: LICENSES, other: PENALTIES });
    const { store, after } = open({ load, feed: [], page: new FakePage(`${START}?sgs-page=2`) });
    store.configure(settings());
    assert.equal((await until(store, ready)).query.page, 2);
    await after({ type: 'open', id: 'l1' });
    store.configure(settings({ feed: ['other'] }));
    const snapshot = await until(store, (now) => ready(now) && now.query.kind === 'penalty');
    assert.deepEqual([snapshot.query.page, 'opened' in snapshot, titles(snapshot)], [1, false, ['一', '二']]);
    store.configure(settings({ feed: [] }));
    assert.equal(store.snapshot.phase, 'idle');
  });
});

describe('a feed is shared by the lists of a page', () => {
  test('loaded once, and refreshed for all', async () => {
    const feed = new FakeFeed();
    const left = open({ load: feed.load, kinds: ['license'] });
    const right = open({ load: feed.load, kinds: ['penalty'] });
    await settled();
    assert.equal(feed.requests.length, 1);
    assert.deepEqual(feed.requests[0]?.kinds, ['license', 'penalty']);
    feed.send([...LICENSES, ...PENALTIES]);
    feed.end();
    await Promise.all([until(left.store, ready), until(right.store, ready)]);
    assert.deepEqual(titles(right.store.snapshot), ['一', '二']);
    left.store.dispose();
    await settled();
    right.store.dispatch({ type: 'refresh' });
    assert.equal(feed.requests.length, 2);
  });

  test('not with another configuration', async () => {
    const feed = new FakeFeed();
    open({ load: feed.load });
    open({ load: feed.load, config: { encoding: 'gbk' } });
    await settled();
    assert.equal(feed.requests.length, 2);
  });
});

describe('a source that takes its time', () => {
  /** A list over a source whose answers the test holds back, as a remote one's are by the network. */
  async function slow(t: TestContext) {
    const held: { go: () => void; fail: () => void }[] = [];
    const real = DocumentSource.prototype.query;
    const list = await opened();
    t.mock.method(DocumentSource.prototype, 'query', function (this: DocumentSource, ...args: Parameters<typeof real>) {
      return new Promise((resolve, reject) => {
        held.push({ go: () => resolve(real.apply(this, [args[0]])), fail: () => reject(new Error('offline')) });
      });
    });
    return { ...list, held };
  }

  test('of another kind shows no rows while it takes its time: they would stand under the wrong tab', async (t) => {
    const { store, held, after } = await slow(t);
    await after({ type: 'kind', kind: 'penalty' });
    const snapshot = await until(store, ({ busy }) => busy);
    assert.deepEqual([snapshot.query.kind, snapshot.page], ['penalty', undefined]);
    held[0]?.go();
    assert.deepEqual(titles(await until(store, ready)), ['一', '二']);
  });

  test('is said to be busy after a moment, with what was asked for', async (t) => {
    const { store, held, after } = await slow(t);
    assert.equal((await after({ type: 'page', page: 2 })).busy, false);
    const snapshot = await until(store, ({ busy }) => busy);
    assert.deepEqual([snapshot.query.page, titles(snapshot)], [2, ['甲', '乙']]);
    held[0]?.go();
    assert.deepEqual(titles(await until(store, ready)), ['丙', '丁']);
  });

  test('an old answer that comes after a new question is not shown', async (t) => {
    const { store, held, after } = await slow(t);
    await after({ type: 'search', filters: { q: '甲' } });
    await after({ type: 'search', filters: { q: '乙' } });
    held[1]?.go();
    await settled();
    held[0]?.go();
    await settled();
    assert.deepEqual(titles(store.snapshot), ['乙']);
    await after({ type: 'search', filters: { q: '丙' } });
    await after({ type: 'search', filters: { q: '丁' } });
    // Those of the other tab stand between.
    const [third, fourth] = held.slice(-2);
    third?.fail();
    fourth?.go();
    await settled();
    assert.deepEqual([store.snapshot.phase, titles(store.snapshot)], ['ready', ['丁']]);
  });

  test('that fails is a failure to show', async (t) => {
    const { store, held, after } = await slow(t);
    await after({ type: 'page', page: 2 });
    held[0]?.fail();
    await settled();
    assert.deepEqual(
      [store.snapshot.phase, store.snapshot.failure?.code, store.snapshot.failure?.detail],
      ['error', 'network', 'Error: offline'],
    );
  });

  test('two questions in one moment are one answer', async () => {
    const { store } = await opened();
    const seen: unknown[] = [];
    store.subscribe(() => seen.push(titles(store.snapshot)));
    store.dispatch({ type: 'page', page: 2 });
    store.dispatch({ type: 'page', page: 3 });
    await settled();
    assert.deepEqual(seen, [['戊']]);
  });
});

test('by default a list reads real feeds and the address of the page it is on', () => {
  const store = createListStore();
  store.configure(settings({ feed: [], filters: query() }));
  assert.equal(store.href({ type: 'page', page: 2 }), undefined);
  store.dispose();
});
