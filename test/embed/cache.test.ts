// The last good copy: what a reader sees on a day when the feed can't be read, with the built dist/ in a real browser.
import assert from 'node:assert/strict';
import { describe, test, type TestContext } from 'node:test';
import type { Page } from 'playwright-core';
import { openBrowser } from '../helpers/browser.js';
import { serveSite } from '../helpers/site.js';

const entry = (n: number, fields: object = {}) =>
  ({ kind: 'license', documentNumber: `青市监许〔2026〕${n}号`, projectName: `许可事项${n}`, subjectName: '青岚市甲有限公司', decidedOn: '2026-03-01', authority: '青岚市市场监督管理局', ...fields });
const SECRET = '11010519491231002X';
const feedOf = (...records: object[]): string => JSON.stringify({ version: 1, standard: '2018', updated: '2026-11-20', records });
const FEED = feedOf(
  entry(1),
  entry(2, { projectName: '明日期满', publicUntil: '2026-11-23' }),
  entry(3, { subjectName: '王小明', idNumber: SECRET, legalRepresentative: '李四', XK_XDR_SFZ: SECRET }),
  entry(4, { projectName: '内部事项', XK_SYFW: '1', scope: '1' }),
);
const BANNER = '当前显示的是 2026年11月20日 的数据';

interface Visit {
  readonly page: Page;
  readonly faults: () => string[];
  /** What the feed answers from now on; `undefined`: 500. */
  readonly answer: (body: string | undefined) => void;
  readonly on: (day: string) => Promise<void>;
}

async function visit(t: TestContext, { body = '', prepare = '' }: { body?: string; prepare?: string } = {}): Promise<Visit> {
  const tag = '<script src="/sgs.js" defer></script><sgs-list feed="/sgs.json" config="/config.json"><p id="fallback">双公示数据</p></sgs-list>';
  const site = await serveSite(t, { pages: { '/': `<!doctype html><meta charset="utf-8"><title>t</title><body>${body || tag}`, '/inner.html': `<!doctype html><meta charset="utf-8"><title>i</title>${tag}` }, policy: '' });
  const { page, context, faults } = await openBrowser(t);
  let text: string | undefined = FEED;
  await context.route('**/sgs.json', (route) => route.fulfill({ ...(text === undefined ? { status: 500 } : { body: text }), contentType: 'application/json', headers: { 'access-control-allow-origin': '*' } }));
  await context.route('**/config.json', (route) => route.fulfill({ body: '{"request":{"retry":0}}', contentType: 'application/json', headers: { 'access-control-allow-origin': '*' } }));
  await context.addInitScript({ content: prepare });
  const on = (day: string): Promise<void> => page.clock.setFixedTime(new Date(`${day}T10:00:00+08:00`));
  await on('2026-11-23');
  await page.goto(site.url);
  return { page, faults, on, answer: (body) => { text = body; } };
}

const rows = (page: Page) => page.locator('sgs-list tbody tr');
const stored = (page: Page): Promise<Record<string, string>> => page.evaluate(async () => {
  const texts: Record<string, string> = {};
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) texts[request.url] = await (await cache.match(request))!.text();
  }
  return texts;
});
/** The copy is written after the page is shown. */
/** Until there is a copy. What waits for a function takes a promise for a yes. */
const saved = async (page: Page): Promise<void> => {
  while (!await page.evaluate(async () => (await (await caches.open('sgs@1')).keys()).length));
};

describe('a feed that cannot be read any more', () => {
  test('shows its last good copy with the date, without what has expired; 重试 brings the new one', async (t) => {
    const { page, answer, on, faults } = await visit(t);
    await page.getByText('明日期满').waitFor();
    assert.equal(await rows(page).count(), 3);
    assert.equal(await page.locator('[part=banner]').count(), 0);
    await saved(page);
    assert.deepEqual(faults(), []);

    answer(undefined);
    await on('2026-11-24');
    await page.reload();
    await page.locator('[part=banner]').getByText(BANNER).waitFor();
    await page.getByText('许可事项1').waitFor();
    assert.equal(await rows(page).count(), 2);
    assert.equal(await page.getByText('明日期满').count(), 0);
    assert.equal(await page.locator('#fallback').isVisible(), false);
    assert.ok(faults().every((fault) => fault.includes('500')), faults().join());

    const failures = page.evaluate(() => new Promise((resolve) => {
      addEventListener('sgs-error', (event) => resolve((event as CustomEvent<{ failure: { code: string } }>).detail.failure.code));
    }));
    await page.getByRole('button', { name: '重试' }).click();
    assert.equal(await failures, 'http');
    await page.locator('[part=banner]').getByText(BANNER).waitFor();

    answer(feedOf(entry(9)));
    await page.getByRole('button', { name: '重试' }).click();
    await page.getByText('许可事项9').waitFor();
    assert.equal(await page.locator('[part=banner]').getByText(BANNER).count(), 0);
    assert.equal(await rows(page).count(), 1);
    while (!await page.evaluate(async () => {
      const cache = await caches.open('sgs@1');
      const [key] = await cache.keys();
      return key && (await (await cache.match(key))!.text()).includes('许可事项9');
    }));
  });

  test('has left nothing in the browser that must never appear', async (t) => {
    const { page } = await visit(t);
    await page.getByText('许可事项1').waitFor();
    await saved(page);
    const texts = await stored(page);
    assert.equal(Object.keys(texts).length, 1);
    const all = JSON.stringify(texts);
    assert.ok(all.includes('王某') || all.includes('王*'), all);
    for (const secret of [SECRET, '王小明', '内部事项', 'sgs.json']) assert.ok(!all.includes(secret), secret);
  });

  test('that breaks off in the middle leaves the copy alone', async (t) => {
    const { page, answer } = await visit(t);
    await page.getByText('许可事项1').waitFor();
    await saved(page);
    const before = await stored(page);
    answer(feedOf(entry(7), entry(8)).slice(0, -30));
    await page.reload();
    await page.locator('[part=banner]').getByText(BANNER).waitFor();
    assert.equal(await page.getByText('许可事项7').count(), 0);
    assert.deepEqual(await stored(page), before);
  });

  test('without a copy shows the fallback content and the reason', async (t) => {
    const { page, answer } = await visit(t);
    await page.getByText('许可事项1').waitFor();
    await saved(page);
    await page.evaluate(() => caches.delete('sgs@1'));
    answer(undefined);
    await page.reload();
    await page.locator('[part=error]').getByText('暂时无法获取公示信息').waitFor();
    assert.equal(await page.locator('#fallback').isVisible(), true);
  });
});

describe('a browser that stores nothing', () => {
  const faultless = (faults: string[]): void => assert.deepEqual(faults.filter((fault) => !fault.includes('500')), []);

  /** Lists, remembers within the page, says what is wrong after a reload. */
  const tryOut = async ({ page, answer, faults }: Visit): Promise<void> => {
    await page.getByText('许可事项1').waitFor();
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
    answer(undefined);
    // A new element of the same page has a new store.
    await page.evaluate(async () => {
      const list = document.querySelector('sgs-list')!;
      list.remove();
      await new Promise((resolve) => setTimeout(resolve, 100));
      document.body.append(list);
    });
    await page.locator('[part=banner]').getByText(BANNER).waitFor();
    await page.getByText('许可事项1').waitFor();
    await page.reload();
    await page.locator('[part=error]').getByText('暂时无法获取公示信息').waitFor();
    faultless(faults());
  };

  test('because everything throws', async (t) => {
    await tryOut(await visit(t, { prepare: `for (const name of ['caches', 'indexedDB', 'localStorage', 'sessionStorage']) {
      Object.defineProperty(self, name, { get() { throw new DOMException('', 'SecurityError'); } });
    }` }));
  });

  test('because the page has no https', async (t) => {
    await tryOut(await visit(t, { prepare: "Object.defineProperty(self, 'caches', { value: undefined })" }));
  });

  test('because the disk is full', async (t) => {
    await tryOut(await visit(t, { prepare: "Cache.prototype.put = () => Promise.reject(new DOMException('', 'QuotaExceededError'))" }));
  });

  test('because it stands in a sandbox', async (t) => {
    const { page, answer, faults } = await visit(t, { body: '<iframe sandbox="allow-scripts" src="/inner.html" width="900" height="500"></iframe>' });
    const frame = page.frameLocator('iframe');
    await frame.getByText('许可事项1').waitFor();
    answer(undefined);
    await page.reload();
    await frame.locator('[part=error]').getByText('暂时无法获取公示信息').waitFor();
    faultless(faults());
  });
});

describe('refresh', () => {
  const open = async (t: TestContext, attribute: string) => {
    const opened = await visit(t, { body: `<script src="/sgs.js" defer></script><sgs-list feed="/sgs.json" ${attribute}></sgs-list>` });
    let asked = 0;
    opened.page.on('request', (request) => { if (request.url().endsWith('sgs.json')) asked++; });
    await opened.page.clock.install({ time: new Date('2026-11-23T10:00:00+08:00') });
    await opened.page.reload();
    await opened.page.getByText('许可事项1').waitFor();
    const hide = (hidden: boolean): Promise<void> => opened.page.evaluate((now) => {
      Object.defineProperty(document, 'hidden', { value: now, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    }, hidden);
    const pause = (): Promise<void> => new Promise((resolve) => { setTimeout(resolve, 150); });
    /** Requests made by the end of so many minutes, since this was asked last. */
    const minutes = async (n: number): Promise<number> => {
      await opened.page.clock.runFor(n * 60_000);
      await pause();
      const made = asked;
      asked = 0;
      return made;
    };
    /** Minutes to the next request, whose answer then arrives; in steps shorter than a request may take. */
    const next = async (most: number): Promise<number> => {
      let passed = 0;
      while (!asked && passed < most) {
        await opened.page.clock.runFor(10_000);
        await new Promise((resolve) => { setTimeout(resolve, 5); });
        passed += 1 / 6;
      }
      await pause();
      await opened.page.clock.runFor(1000);
      asked = 0;
      return passed;
    };
    await minutes(0.01);
    return { ...opened, hide, minutes, next };
  };

  test('reads again in its interval, follows its attribute, and ends with the element', async (t) => {
    const { page, answer, minutes, next } = await open(t, 'refresh="30"');
    assert.equal(await minutes(26), 0);
    answer(feedOf(entry(5)));
    assert.ok(await next(9) < 8);
    await page.getByText('许可事项5').waitFor();
    const set = (value: string | null) => page.evaluate((text) => {
      const list = document.querySelector('sgs-list')!;
      if (text === null) list.removeAttribute('refresh');
      else list.setAttribute('refresh', text);
    }, value);
    for (const off of [null, '0', '-5', 'oft', '']) {
      await set(off);
      assert.equal(await minutes(70), 0, String(off));
    }
    // Longer than a browser can wait is long, not at once; shorter than a minute is a minute.
    await set('99999999');
    assert.equal(await minutes(5), 0);
    await set('0.01');
    assert.equal(await minutes(0.9), 0);
    assert.ok(await next(1) < 0.4);
    assert.equal(await page.evaluate(() => typeof document.querySelector('sgs-list')!.refresh), 'function');
    await page.evaluate(() => document.querySelector('sgs-list')!.remove());
    assert.equal(await minutes(10), 0);
  });

  test('waits while nobody sees the page, and catches up at once', async (t) => {
    const { page, hide, minutes } = await open(t, 'refresh="10"');
    await hide(true);
    assert.equal(await minutes(60), 0);
    await hide(false);
    assert.equal(await minutes(0.05), 1);
    // Seen again in between: nothing is due.
    await hide(true);
    await hide(false);
    assert.equal(await minutes(1), 0);
    await hide(true);
    await minutes(20);
    await page.evaluate(() => document.querySelector('sgs-list')!.remove());
    await hide(false);
    assert.equal(await minutes(30), 0);
  });
});
