// A server that fails in every way servers do, in front of the feed, with the built dist/ in a real browser.
import assert from 'node:assert/strict';
import { describe, test, type TestContext } from 'node:test';
import type { Page } from 'playwright-core';
import { openBrowser } from '../helpers/browser.js';
import { bytewise, challenge, faultyFeed, FAULTS, held, late, saying, status, type Fault, type FaultyFeed } from '../helpers/faults.js';
import { serveSite } from '../helpers/site.js';

const entry = (n: number): object =>
  ({ kind: 'license', documentNumber: `青市监许〔2026〕${n}号`, projectName: `许可事项${n}`, subjectName: '青岚市甲有限公司', decidedOn: '2026-03-01', authority: '青岚市市场监督管理局', publicUntil: '2031-03-01' });
const feedOf = (updated: string, ...records: object[]): string => JSON.stringify({ version: 1, standard: '2018', updated, records });
const FEED = feedOf('2026-11-20', entry(1), entry(2));
const BANNER = '当前显示的是 2026年11月20日 的数据';
const FAILURE = '暂时无法获取公示信息';

/** Seconds in which an answer must come, where a test need not wait for the usual 15. */
const TIMEOUT = 0.9;

/**
 * Keeps count of what waits in the page, and lets no pause between two tries take its time: how long it would have been
 * is in `pauses`. The time in which an answer must come is no pause, nor that after which a copy stands in (4 s).
 */
const BOOKS = ({ chance, now }: Options): string => `
  self.pauses = [];
  self.waiting = new Map();
  const { setTimeout: start, clearTimeout: stop } = self;
  self.setTimeout = (work, ms = 0, ...rest) => {
    const pause = ms >= 400 && ms !== 15000 && ms !== 4000 && ms !== ${TIMEOUT * 1000};
    if (pause) self.pauses.push(ms);
    const id = start(() => { self.waiting.delete(id); work(...rest); }, pause && ms <= 20000 && !self.real ? 0 : ms);
    self.waiting.set(id, ms);
    return id;
  };
  self.clearTimeout = (id) => { self.waiting.delete(id); stop(id); };
  ${now ? `Date.now = () => ${Date.parse(now)};` : ''}
  ${chance ? `Math.random = () => ${chance};` : ''}`;

interface Books {
  readonly pauses: readonly number[];
  readonly waiting: ReadonlyMap<number, number>;
  real?: boolean;
}
const pausesIn = (page: Page): Promise<readonly number[]> => page.evaluate(() => (self as unknown as Books).pauses);
/** Until the page has made more pauses than that. */
const pausing = (page: Page, than: number) => page.waitForFunction((n) => (self as unknown as Books).pauses.length > n, than);

interface Visit {
  readonly page: Page;
  readonly feed: FaultyFeed;
  /** Errors that no network could cause. */
  readonly faults: () => string[];
}

interface Options {
  readonly request?: object;
  readonly chance?: string;
  readonly attributes?: string;
  readonly plan?: readonly Fault[];
  readonly now?: string;
}

async function visit(t: TestContext, options: Options = {}): Promise<Visit> {
  const { request = {}, attributes = '', plan = [] } = options;
  const feed = faultyFeed(FEED);
  feed.plan(...plan);
  const site = await serveSite(t, {
    pages: {
      '/': `<!doctype html><meta charset="utf-8"><title>t</title><script src="/sgs.js" defer></script><body><sgs-list feed="/sgs.json" config="/config.json" ${attributes}><p id="fallback">双公示数据</p></sgs-list>`,
      '/config.json': JSON.stringify({ request }),
    },
    answers: { '/sgs.json': feed.answer },
  });
  const { page, context, faults } = await openBrowser(t);
  await context.addInitScript({ content: BOOKS(options) });
  page.setDefaultTimeout(12_000);
  await page.goto(site.url);
  return { page, feed, faults: () => faults().filter((fault) => !fault.includes('Failed to load resource')) };
}

const rows = (page: Page) => page.locator('sgs-list tbody tr');
const failure = (page: Page) => page.locator('[part=error]').getByText(FAILURE);
const again = (page: Page) => page.getByRole('button', { name: '重试' });
/** Until there is a copy. What waits for a function takes a promise for a yes. */
const saved = async (page: Page): Promise<void> => {
  while (!await page.evaluate(async () => (await (await caches.open('sgs@1')).keys()).length));
};
const remove = (page: Page): Promise<void> => page.evaluate(() => document.querySelector('sgs-list')?.remove());
/** Until nothing of ours is under way in the page. */
const quiet = (page: Page) => page.waitForFunction(() => !(self as unknown as Books).waiting.size);
async function eventually(is: () => boolean): Promise<void> {
  while (!is()) await new Promise((resolve) => { setTimeout(resolve, 5); });
}

describe('a reader before a server that fails', { concurrency: 2 }, () => {
  for (const [name, fault] of Object.entries(FAULTS)) {
    test(`sees the last good copy with its date, or the reason, and 重试 helps: ${name}`, async (t) => {
      const { page, feed, faults } = await visit(t, { request: { retry: 0, timeout: TIMEOUT }, plan: [fault] });
      await failure(page).waitFor();
      assert.equal(await page.locator('#fallback').isVisible(), true);
      assert.equal(await page.getByText('许可事项').count(), 0);
      feed.plan();
      await again(page).click();
      await page.getByText('许可事项1').waitFor();
      await saved(page);
      feed.plan(fault);
      await page.reload();
      await page.locator('[part=banner]').getByText(BANNER).waitFor();
      assert.equal(await rows(page).count(), 2);
      // The copy may stand in before the answer has failed.
      await quiet(page);
      feed.publish(feedOf('2026-11-22', entry(3)));
      feed.plan();
      await again(page).click();
      await page.getByText('许可事项3').waitFor();
      assert.equal(await page.locator('[part=banner]').count(), 0);
      assert.equal(await page.evaluate(() => 'challenged' in window), false);
      await eventually(() => feed.open() === 0);
      assert.deepEqual(faults(), []);
    });
  }

  test('waits for one that is slow', async (t) => {
    const { fault, release } = held();
    for (const slow of [fault, bytewise(5)]) {
      const { page, faults } = await visit(t, { plan: [slow] });
      await page.getByText('正在加载').first().waitFor();
      release();
      await page.getByText('许可事项1').waitFor();
      assert.deepEqual(faults(), []);
    }
  });

  test('need do nothing where the server recovers', async (t) => {
    const { page, feed, faults } = await visit(t, { plan: [status(503), status(429, { 'retry-after': '1' }), late(50)] });
    await page.getByText('许可事项1').waitFor();
    assert.equal(feed.asked(), 3);
    assert.equal(await page.locator('[part=banner]').count(), 0);
    assert.deepEqual(faults(), []);
  });

  test('has the new data after any sequence of faults', async (t) => {
    const { page, feed, faults } = await visit(t, { request: { retry: 0, timeout: TIMEOUT } });
    await page.getByText('许可事项1').waitFor();
    await saved(page);
    await page.reload();
    await page.getByText('许可事项1').waitFor();
    let n = 10;
    for (const sequence of [[status(503), challenge(200)], [challenge(403), FAULTS['gzip cut off']], [FAULTS['a reset in the middle'], FAULTS['silence in the middle'], status(304)]] as Fault[][]) {
      feed.plan(...sequence);
      for (const _ of sequence) {
        const told = page.evaluate(() => new Promise((resolve) => { addEventListener('sgs-error', resolve, { once: true }); }).then(() => true));
        await page.evaluate(() => document.querySelector('sgs-list')?.refresh());
        await told;
        await page.locator('[part=banner]').getByText(/当前显示的是 2026年11月2\d日 的数据/).waitFor();
      }
      feed.publish(feedOf('2026-11-22', entry(++n)));
      feed.plan();
      await again(page).click();
      await page.getByText(`许可事项${n}`).waitFor();
    }
    assert.deepEqual(faults(), []);
  });
});

describe('clocks that are wrong', () => {
  test('the server’s: no date in the future is shown, nor one before computers', async (t) => {
    const undated = JSON.stringify({ version: 1, standard: '2018', records: [entry(1)] });
    for (const modified of ['Fri, 27 Nov 2082 10:00:00 GMT', 'Thu, 01 Jan 1970 00:00:00 GMT']) {
      const { page, feed } = await visit(t, { request: { retry: 0 } });
      await saved(page);
      feed.publish(undated);
      feed.plan(saying({ 'last-modified': modified }), status(500));
      await page.getByText('许可事项2').waitFor();
      await page.evaluate(() => caches.delete('sgs@1'));
      await page.reload();
      await page.getByText('许可事项1').waitFor();
      await saved(page);
      await page.reload();
      const banner = page.locator('[part=banner]');
      await banner.waitFor();
      assert.doesNotMatch(await banner.innerText(), /2082|1970/);
    }
  });

  test('the reader’s, years behind: what is published shows, what has expired does not', async (t) => {
    const { page, feed } = await visit(t, { now: '2010-01-01T08:00:00+08:00' });
    feed.publish(feedOf('2026-11-20', entry(1), { ...entry(2), publicUntil: '2026-06-01' }));
    feed.plan(saying({ date: 'Mon, 23 Nov 2026 02:00:00 GMT' }));
    await page.reload();
    await page.getByText('许可事项1').waitFor();
    assert.equal(await rows(page).count(), 1);
  });

  test('the reader’s, by an hour: a server that is busy until a date is asked again all the same', async (t) => {
    const busy = status(503, { 'retry-after': 'Mon, 23 Nov 2026 02:00:08 GMT', date: 'Mon, 23 Nov 2026 02:00:00 GMT' });
    const { page, feed } = await visit(t, { now: '2026-11-23T11:00:00+08:00', plan: [busy, saying({ date: 'Mon, 23 Nov 2026 02:00:09 GMT' })] });
    await page.getByText('许可事项1').waitFor();
    assert.equal(feed.asked(), 2);
  });
});

describe('thousands of readers after an outage', () => {
  const pausesOf = async (t: TestContext, options: Options): Promise<{ pauses: readonly number[]; asked: number }> => {
    const { page, feed } = await visit(t, options);
    await failure(page).waitFor();
    return { pauses: await pausesIn(page), asked: feed.asked() };
  };

  test('come back at moments that chance spreads, ever later, and three times at most', async (t) => {
    assert.deepEqual(await pausesOf(t, { chance: '0', plan: [status(503)] }), { pauses: [500, 1000], asked: 3 });
    assert.deepEqual(await pausesOf(t, { chance: '0.5', plan: [status(503)] }), { pauses: [750, 1500], asked: 3 });
    // A browser asks again by itself after a reset, at once and once.
    assert.deepEqual((await pausesOf(t, { chance: '1', plan: [FAULTS['a reset before the answer'] as Fault] })).pauses, [1000, 2000]);
  });

  test('wait as long as the server wishes; for more than 20 s nobody is kept waiting or asks', async (t) => {
    assert.deepEqual(await pausesOf(t, { plan: [status(429, { 'retry-after': '8' })] }), { pauses: [8000, 8000], asked: 3 });
    const tomorrow = 'Tue, 24 Nov 2026 02:00:00 GMT';
    for (const wish of ['3600', tomorrow]) {
      assert.deepEqual(await pausesOf(t, { now: '2026-11-23T10:00:00+08:00', plan: [status(503, { 'retry-after': wish })] }), { pauses: [], asked: 1 });
    }
  });

  test('do not ask again where it is no use', async (t) => {
    for (const plan of [[status(404)], [challenge(403)], [challenge(412)], [challenge(200)]]) assert.deepEqual(await pausesOf(t, { plan }), { pauses: [], asked: 1 });
  });

  test('who press 重试 again and again, on several lists of a page, ask once', async (t) => {
    const { page, feed } = await visit(t, { request: { retry: 0 }, plan: [status(503)] });
    await failure(page).waitFor();
    await page.evaluate(() => { for (let n = 0; n < 4; n++) document.body.append(document.querySelector('sgs-list')!.cloneNode(true)); });
    await page.waitForFunction(() => [...document.querySelectorAll('sgs-list')].every((list) => list.shadowRoot?.querySelector('[part=error]')));
    feed.plan(late(300));
    await page.evaluate(() => { for (let n = 0; n < 20; n++) for (const list of document.querySelectorAll('sgs-list')) list.refresh(); });
    await page.getByText('许可事项1').first().waitFor();
    assert.equal(feed.asked(), 1);
  });

  test('who leave the page open read it again at different times', async (t) => {
    for (const [chance, ms] of [['0', 540_000], ['0.5', 600_000], ['1', 660_000]] as const) {
      const { page } = await visit(t, { chance, attributes: 'refresh="10"' });
      await pausing(page, 0);
      assert.equal((await pausesIn(page))[0], ms);
      await remove(page);
    }
  });
});

describe('an element that has gone', () => {
  const during = async (t: TestContext, fault: Fault, options: Options = {}): Promise<void> => {
    const { page, feed, faults } = await visit(t, options);
    await page.getByText('许可事项1').waitFor();
    await page.evaluate(() => { (self as unknown as Books).real = true; });
    feed.plan(fault);
    const { length } = await pausesIn(page);
    await page.evaluate(() => document.querySelector('sgs-list')?.refresh());
    await eventually(() => feed.asked() === 1);
    if (fault === busy) await pausing(page, length);
    await remove(page);
    await quiet(page);
    await eventually(() => feed.open() === 0);
    assert.equal(feed.asked(), 1);
    assert.equal(await page.locator('.sgs-announcer').count(), 0);
    assert.deepEqual(faults(), []);
  };
  const busy = status(503, { 'retry-after': '10' });

  test('asks no more: while it waited to try again', (t) => during(t, busy));
  test('asks no more: while it waited for an answer', (t) => during(t, FAULTS['no answer'] as Fault));
  test('asks no more: while the answer came in', (t) => during(t, FAULTS['a byte now and then'] as Fault));
  test('asks no more: with the next reading planned', (t) => during(t, busy, { attributes: 'refresh="99999"' }));
});
