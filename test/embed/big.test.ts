// A feed of thousands of records, read by the real script while the server still holds back the rest: in a worker where the
// host allows one, in slices of the page where it does not. The same is seen both ways.
import assert from 'node:assert/strict';
import type { ServerResponse } from 'node:http';
import { readFileSync } from 'node:fs';
import { describe, test, type TestContext } from 'node:test';
import type { Page } from 'playwright-core';
import { records } from '../../bench/records.mjs';
import { openBrowser } from '../helpers/browser.js';
import { serveSite, strictPolicy } from '../helpers/site.js';

const ROWS = [...records(6000, 11)];
/** What the server sends at first; more than what is read without help. */
const FIRST = 2500;
const licensesIn = (rows: typeof ROWS): typeof ROWS => rows.filter(({ kind }) => kind === 'license');
const LICENSES = licensesIn(ROWS);
const textOf = (rows: typeof ROWS): string => rows.map((row) => JSON.stringify(row)).join(',\n');
const HEAD = `{"version":1,"standard":"2018","updated":"2025-12-31","records":[\n${textOf(ROWS.slice(0, FIRST))}`;
const REST = `,\n${textOf(ROWS.slice(FIRST))}]}`;
const FILES = ['sgs.js', 'sgs.css', 'sgs.scale.js', 'sgs.worker.js', 'sgs.setup.js', 'sgs.search.js', 'sgs.rules.js'];

interface Way {
  readonly hasWorker: boolean;
  readonly policy?: string;
  readonly nonce?: string;
  /** The script comes from another origin, `localhost` instead of its number. */
  readonly isElsewhere?: true;
}

const ways: Readonly<Record<string, Way>> = {
  'in a worker, under the strictest policy': { hasWorker: true },
  'in slices, where scripts are allowed by a nonce': {
    hasWorker: false, nonce: ' nonce="abc"',
    policy: "default-src 'none'; script-src 'nonce-abc' 'strict-dynamic'; connect-src 'self'; style-src 'self'; require-trusted-types-for 'script'; trusted-types sgs",
  },
  'in slices, where the script comes from elsewhere': {
    hasWorker: false, isElsewhere: true,
    policy: "default-src 'none'; script-src http://localhost:*; style-src http://localhost:*; connect-src 'self'; require-trusted-types-for 'script'; trusted-types sgs",
  },
};

interface Visit {
  readonly page: Page;
  readonly requests: readonly string[];
  readonly faults: () => string[];
  /** The answers that wait for their rest. */
  readonly open: ServerResponse[];
  /** Whoever is to read on. */
  readonly helper: Promise<unknown>;
}

/** To be called before there is one. */
const helperOf = (page: Page, { hasWorker }: Way): Promise<unknown> =>
  (hasWorker ? page.waitForEvent('worker') : page.waitForResponse((response) => response.url().endsWith('/sgs.worker.js')));

async function visit(t: TestContext, way: Way): Promise<Visit> {
  const { policy = strictPolicy, nonce = '', isElsewhere } = way;
  const open: ServerResponse[] = [];
  const other = isElsewhere && await serveSite(t, { pages: Object.fromEntries(FILES.map((file) => [`/${file}`, readFileSync(`dist/${file}`)])), headers: { 'access-control-allow-origin': '*' } });
  const from = other ? other.url.replace('127.0.0.1', 'localhost') : '/';
  const site = await serveSite(t, {
    policy,
    pages: { '/': `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>t</title><body><script src="${from}sgs.js" defer${nonce}></script><sgs-column feed="/sgs.json"></sgs-column>` },
    answers: {
      '/sgs.json': (_, response) => {
        response.writeHead(200, { 'content-type': 'application/json' });
        response.write(HEAD);
        open.push(response);
      },
    },
  });
  const { page, faults } = await openBrowser(t);
  const helper = helperOf(page, way);
  await page.goto(site.url);
  return { page, faults, open, helper, requests: other ? other.requests : site.requests };
}

const arrived = (page: Page, count: number) => page.getByText(`第 1–10 条，已载入 ${count} 条`);
const rows = (page: Page) => page.getByRole('table').getByRole('row');

/** Until whoever reads on has what has been sent. */
async function handedOver({ page, requests, helper }: Visit, { hasWorker }: Way): Promise<void> {
  await arrived(page, licensesIn(ROWS.slice(0, FIRST)).length).waitFor();
  await helper;
  assert.ok(requests.includes('/sgs.worker.js'));
  assert.equal(page.workers().length, hasWorker ? 1 : 0);
}

for (const [name, way] of Object.entries(ways)) {
  describe(`a big feed, read ${name}`, () => {
    test('shows while it arrives, and is paged, searched, sorted and opened', async (t) => {
      const visited = await visit(t, way);
      const { page, open, faults } = visited;
      await handedOver(visited, way);
      const box = page.getByRole('searchbox').first();
      const search = async (words: unknown): Promise<void> => {
        await box.fill(String(words));
        await box.press('Enter');
      };
      const [early, late] = [licensesIn(ROWS.slice(0, FIRST))[600], LICENSES[LICENSES.length - 7]];
      await search(early?.['documentNumber']);
      await page.getByText('第 1–1 条，已载入 1 条').waitFor();
      // What is not there yet may still come, and the form stays to search for something else.
      await search(late?.['documentNumber']);
      await page.locator('sgs-column').getByText('正在加载…').waitFor();
      await search('');
      await arrived(page, licensesIn(ROWS.slice(0, FIRST)).length).waitFor();
      open[0]?.end(REST);
      await page.getByText(`第 1–10 条，共 ${LICENSES.length} 条`).waitFor();

      await page.getByRole('link', { name: '下一页' }).click();
      await page.getByText(`第 11–20 条，共 ${LICENSES.length} 条`).waitFor();
      await search('物流');
      const hits = LICENSES.filter((row) => JSON.stringify(row).includes('物流')).length;
      await page.getByText(`第 1–10 条，共 ${hits} 条`).waitFor();
      await search('');
      await page.getByRole('button', { name: '许可决定日期' }).click();
      const dates = LICENSES.map((row) => String(row['decidedOn'])).sort();
      await rows(page).nth(1).getByText(String(dates[0])).waitFor();

      await search(late?.['documentNumber']);
      await page.getByText('第 1–1 条，共 1 条').waitFor();
      await rows(page).nth(1).getByRole('link').first().click();
      await page.getByText(String(late?.['content']).slice(0, 12)).first().waitFor();
      await page.getByText('返回列表').first().click();
      await page.getByText('第 1–1 条，共 1 条').waitFor();
      assert.deepEqual(faults(), []);
    });

    for (const [how, breakOff] of Object.entries({ 'the line breaks': (response: ServerResponse) => response.destroy(), 'the server ends early': (response: ServerResponse) => response.end() })) {
      test(`shows nothing of itself once ${how}`, async (t) => {
        const visited = await visit(t, way);
        const { page, open, faults } = visited;
        await handedOver(visited, way);
        const closed = page.workers().map((worker) => worker.waitForEvent('close'));
        open.forEach(breakOff);
        await page.locator('sgs-column').getByText('暂时无法获取公示信息').waitFor();
        await page.getByRole('button', { name: '重试' }).waitFor();
        assert.equal(await page.getByText(String(LICENSES[0]?.['subjectName'])).count(), 0);
        assert.equal(await page.getByRole('table').count(), 0);
        await Promise.all(closed);
        assert.deepEqual(faults().filter((fault) => !fault.includes('net::ERR_INCOMPLETE_CHUNKED_ENCODING')), []);
      });
    }
  });
}

describe('a worker', () => {
  const [way] = Object.values(ways) as [Way];

  test('ends with its element: while it reads, and when all is there', async (t) => {
    const visited = await visit(t, way);
    const { page, open, faults } = visited;
    await handedOver(visited, way);
    const mount = (): Promise<void> => page.evaluate(() => {
      const column = document.createElement('sgs-column');
      column.setAttribute('feed', '/sgs.json');
      document.body.append(column);
    });
    const leave = async (): Promise<void> => {
      const [worker] = page.workers();
      await Promise.all([worker?.waitForEvent('close'), page.evaluate(() => document.querySelector('sgs-column')?.remove())]);
      assert.equal(page.workers().length, 0);
    };
    await leave();
    for (let n = 1; n < 4; n++) {
      const helper = helperOf(page, way);
      await mount();
      await handedOver({ ...visited, helper }, way);
      open[n]?.end(REST);
      await page.getByText(`第 1–10 条，共 ${LICENSES.length} 条`).waitFor();
      await leave();
    }
    assert.deepEqual(faults(), []);
  });

  test('gives way to the next one when the feed is read again, and what is shown stays', async (t) => {
    const visited = await visit(t, way);
    const { page, open, faults } = visited;
    await handedOver(visited, way);
    open[0]?.end(REST);
    await page.getByText(`第 1–10 条，共 ${LICENSES.length} 条`).waitFor();
    const [first] = page.workers();
    const closed = first?.waitForEvent('close');
    const second = helperOf(page, way);
    await page.evaluate(() => {
      (document.querySelector('sgs-column') as unknown as { refresh: () => void }).refresh();
    });
    await second;
    await page.getByText(`第 1–10 条，共 ${LICENSES.length} 条`).waitFor();
    open[1]?.end(`${REST.slice(0, -2)},\n${JSON.stringify({ ...LICENSES[0], documentNumber: '青市监许〔2025〕99999号' })}]}`);
    await page.getByText(`第 1–10 条，共 ${LICENSES.length + 1} 条`).waitFor();
    await closed;
    assert.equal(page.workers().length, 1);
    assert.deepEqual(faults(), []);
  });
});

describe('two big feeds and a small one in a column', () => {
  const [way, here] = Object.values(ways).slice(0, 2) as [Way, Way];
  const cut = ROWS.length / 2;
  const body = (rows: typeof ROWS, name: string): string => `{"version":1,"standard":"2018","publisher":{"name":"${name}"},"records":[\n${textOf(rows)}]}`;
  /** What the second says of the first's is there once. */
  const bodies = [body(ROWS.slice(0, cut), '某甲局'), body(ROWS.slice(cut - 50), '某乙局'), body(licensesIn(ROWS).slice(0, 3), '某丙局')];

  /** Marks the page with the number of each feed that a worker has been given. To be called before there is one. */
  const markGiven = (page: Page): Promise<unknown> => page.addInitScript(() => {
    const { postMessage } = Worker.prototype;
    Worker.prototype.postMessage = function (this: Worker, ...args: unknown[]): void {
      const [message] = args as [{ read?: object; feed?: number }];
      if (message.read) document.documentElement.setAttribute(`data-given-${message.feed}`, '');
      Reflect.apply(postMessage, this, args);
    };
  });

  /** The column with these feeds, and what is seen of it in the end. */
  async function look(t: TestContext, way: Way, failing?: number): Promise<unknown> {
    const { hasWorker, policy = strictPolicy, nonce = '' } = way;
    const open: (() => void)[] = [];
    const feeds = bodies.map((_, n) => `/${n}.json`);
    const site = await serveSite(t, {
      policy,
      pages: { '/': `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>t</title><body><script src="/sgs.js" defer${nonce}></script><sgs-column feed="${feeds.join(' ')}"></sgs-column>` },
      answers: Object.fromEntries(bodies.map((text, n) => [`/${n}.json`, (_: unknown, response: ServerResponse): void => {
        response.writeHead(200, { 'content-type': 'application/json' });
        response.write(text.slice(0, -40));
        open.push(() => response.end(n === failing ? '' : text.slice(-40)));
      }])),
    });
    const { page, faults } = await openBrowser(t);
    await markGiven(page);
    const helper = helperOf(page, way);
    await page.goto(site.url);
    await helper;
    // Else the page might have read them to their end before there is a worker, which then goes unused.
    if (hasWorker) await page.locator('[data-given-0][data-given-1]').waitFor({ state: 'attached' });
    open.forEach((end) => { end(); });
    const shown = failing === undefined ? LICENSES : licensesIn(ROWS.slice(0, cut));
    const seen: string[] = [];
    const see = async (words = ''): Promise<void> => {
      const count = shown.filter((row) => JSON.stringify(row).includes(words)).length;
      await page.getByText(`第 1–${Math.min(10, count)} 条，共 ${count} 条`).first().waitFor();
      seen.push(...await rows(page).allTextContents());
    };
    await see();
    assert.equal(page.workers().length, hasWorker ? 1 : 0);
    const box = page.getByRole('searchbox').first();
    for (const words of ['物流', String(LICENSES[600]?.['documentNumber'])]) {
      await box.fill(words);
      await box.press('Enter');
      await see(words);
    }
    const categories = await page.getByRole('combobox').allTextContents();
    return { seen, categories, told: await page.locator('sgs-column').getByText(/暂时无法获取/).allTextContents(), faults: faults() };
  }

  test('come to the same, read in a worker and without one', async (t) => {
    const seen = await look(t, way) as { faults: string[] };
    assert.deepEqual(seen.faults, []);
    assert.deepEqual(await look(t, here), seen);
  });

  test('are shown without the one that fails, and it is told', async (t) => {
    const seen = await look(t, way, 1) as { told: string[] };
    assert.deepEqual(seen.told, ['暂时无法获取部分来源的信息：1.json']);
    assert.deepEqual(await look(t, here, 1), seen);
  });
});
