import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test, type TestContext } from 'node:test';
import { feedCache, type FeedCopy } from '../../src/feed/cache.js';
import type { SgsRecord } from '../../src/model/record.js';
import { record } from '../query/records.js';
import { report } from '../state/fakes.js';

const DAY = 86_400_000;
const NOW = Date.parse('2026-11-23T10:00:00+08:00');

/** As much of the browser's Cache API as is used; in a cache a new answer to a known request comes last. */
class FakeCaches {
  readonly texts = new Map<string, { text: string; headers: Headers }>();
  full = false;
  readonly open = (): Promise<this> => Promise.resolve(this);
  match(key: string) {
    const found = this.texts.get(key);
    return Promise.resolve(found && new Response(found.text, { headers: found.headers }));
  }
  async put(key: string, answer: Response): Promise<void> {
    if (this.full) throw new DOMException('', 'QuotaExceededError');
    this.texts.delete(key);
    this.texts.set(key, { text: await answer.text(), headers: answer.headers });
  }
  keys = (): Promise<string[]> => Promise.resolve([...this.texts.keys()]);
  delete = (key: string): Promise<boolean> => Promise.resolve(this.texts.delete(key));
}

let given: FakeCaches;
const provide = (caches: unknown): void => void Object.defineProperty(globalThis, 'caches', { value: caches, configurable: true });
beforeEach(() => provide((given = new FakeCaches())));
afterEach(() => Reflect.deleteProperty(globalThis, 'caches'));

let feeds = 0;
/** An address nobody has used before: the memory of the page lasts from test to test. */
const address = (): string => `https://example.org/${String(++feeds)}.json?token=geheim`;
const copyOf = (records: SgsRecord[], saved = new Date().toISOString()): FeedCopy =>
  ({ saved, records, report: report({ rows: records.length, kinds: { license: records.length } }) });
const titles = (copy: FeedCopy | undefined): string[] | undefined => copy?.records.map(({ title }) => title);
const at = (t: TestContext, now: number): void => {
  t.mock.method(Date, 'now', () => now);
};

describe('the last good copy', () => {
  test('comes back as it was, for the same address and configuration alone', async () => {
    const url = address();
    const copy = copyOf(Array.from({ length: 450 }, (_, n) => record({ title: String(n) })));
    await feedCache.save(url, {}, copy);
    assert.deepEqual(await feedCache.read(url, {}), copy);
    assert.equal(await feedCache.read(url, { standard: '2015' }), undefined);
    assert.equal(await feedCache.read(address(), {}), undefined);
    const [key] = [...given.texts.keys()];
    assert.match(key ?? '', /^\/\.sgs\/[0-9a-z]+$/);
    assert.ok(![...given.texts.values()].some(({ text }) => text.includes('geheim')));
  });

  test('of an empty feed is an empty list; a later one replaces it', async () => {
    const url = address();
    await feedCache.save(url, {}, copyOf([]));
    assert.deepEqual(titles(await feedCache.read(url, {})), []);
    await feedCache.save(url, {}, copyOf([record({ title: '新' })]));
    assert.deepEqual(titles(await feedCache.read(url, {})), ['新']);
    assert.equal(given.texts.size, 1);
  });

  test('is gated again with the date of today, and what goes is counted', async (t) => {
    const url = address();
    await feedCache.save(url, {}, copyOf([
      record({ title: '公示中', publicUntil: '2026-11-23', decidedOn: '2026-11-23' }),
      record({ title: '期满', publicUntil: '2026-11-22' }),
      record({ title: '移出', kind: 'blacklist', removedOn: '2026-11-23' }),
      record({ title: '未来', decidedOn: '2026-11-24' }),
      record({ title: '撤销', status: 'revoked' }),
    ]));
    at(t, NOW);
    const copy = await feedCache.read(url, {});
    assert.deepEqual(titles(copy), ['公示中', '撤销']);
    assert.deepEqual(copy?.report, report({ rows: 5, kinds: { license: 3, blacklist: -1 }, withheld: { expired: 1, future: 1, repaired: 1 } }));
    // What is stored stays as it is: tomorrow another day begins from there.
    assert.deepEqual(titles(await feedCache.read(url, {})), ['公示中', '撤销']);
  });

  test('keeps what a site has switched the gate off for', async () => {
    const url = address();
    const config = { gate: { expired: false } };
    await feedCache.save(url, config, copyOf([record({ title: '期满', publicUntil: '2020-01-01' })]));
    assert.deepEqual(titles(await feedCache.read(url, config)), ['期满']);
  });

  test('older than 90 days is not read, and is deleted', async (t) => {
    const url = address();
    await feedCache.save(url, {}, copyOf([record()], new Date(NOW).toISOString()));
    at(t, NOW + 90 * DAY);
    assert.equal((await feedCache.read(url, {}))?.records.length, 1);
    at(t, NOW + 90 * DAY + 1);
    assert.equal(await feedCache.read(url, {}), undefined);
    assert.equal(given.texts.size, 0);
  });

  test('of other feeds goes with the next one that is stored, when it is too old or one too many', async (t) => {
    const [old, first, ...rest] = Array.from({ length: 9 }, address) as [string, string, ...string[]];
    at(t, NOW);
    await feedCache.save(old, {}, copyOf([record()], new Date(NOW - 91 * DAY).toISOString()));
    assert.equal(given.texts.size, 0);
    for (const url of [first, ...rest]) await feedCache.save(url, {}, copyOf([record()], new Date(NOW).toISOString()));
    assert.equal(given.texts.size, 8);
    await feedCache.save(address(), {}, copyOf([record()], new Date(NOW).toISOString()));
    assert.equal(given.texts.size, 8);
    assert.equal(await feedCache.read(first, {}), undefined);
    assert.ok(await feedCache.read(rest[0] ?? '', {}));
  });

  test('of a feed that is too long is not stored; the older one stays', async () => {
    const url = address();
    await feedCache.save(url, {}, copyOf([record({ title: '旧' })]));
    await feedCache.save(
      url,
      {},
      copyOf(['长'.repeat(1.9e7), ...Array.from({ length: 200 }, () => '长'.repeat(1e4))].map((title) => record({ title }))),
    );
    assert.deepEqual(titles(await feedCache.read(url, {})), ['旧']);
  });

  test('that has been damaged is none', async () => {
    const url = address();
    await feedCache.save(url, {}, copyOf([record()]));
    for (const entry of given.texts.values()) entry.text = entry.text.slice(0, -9);
    assert.equal(await feedCache.read(url, {}), undefined);
  });
});

describe('where nothing may be stored', () => {
  const refusals: Record<string, unknown> = {
    'there is no storage': undefined,
    'storage is forbidden': { open: () => { throw new DOMException('', 'SecurityError'); } },
    'storage is refused': { open: () => Promise.reject(new DOMException('', 'SecurityError')) },
  };
  for (const [name, caches] of Object.entries(refusals)) {
    test(`${name}: the page remembers`, async () => {
      provide(caches);
      const url = address();
      assert.equal(await feedCache.read(url, {}), undefined);
      await feedCache.save(url, {}, copyOf([record({ title: '一' })]));
      assert.deepEqual(titles(await feedCache.read(url, {})), ['一']);
    });
  }

  test('asking for the storage itself throws', async () => {
    Object.defineProperty(globalThis, 'caches', { get() { throw new DOMException('', 'SecurityError'); }, configurable: true });
    const url = address();
    await feedCache.save(url, {}, copyOf([record()]));
    assert.equal((await feedCache.read(url, {}))?.records.length, 1);
  });

  test('the disk is full: the newest copy counts, wherever it is', async () => {
    const url = address();
    await feedCache.save(url, {}, copyOf([record({ title: '1' })]));
    given.full = true;
    await feedCache.save(url, {}, copyOf([record({ title: '2' })]));
    assert.deepEqual(titles(await feedCache.read(url, {})), ['2']);
    given.full = false;
    await feedCache.save(url, {}, copyOf([record({ title: '3' })]));
    assert.deepEqual(titles(await feedCache.read(url, {})), ['3']);
  });

  test('memory forgets too: what is old, and rather all than more and more', async (t) => {
    provide(undefined);
    const url = address();
    at(t, NOW);
    await feedCache.save(url, {}, copyOf([record()], new Date(NOW - 91 * DAY).toISOString()));
    assert.equal(await feedCache.read(url, {}), undefined);
    const many = Array.from({ length: 30 }, address);
    for (const each of many) await feedCache.save(each, {}, copyOf([record()]));
    const kept = await Promise.all(many.map((each) => feedCache.read(each, {})));
    assert.ok(kept.filter(Boolean).length <= 8);
    assert.ok(kept.pop());
  });
});
