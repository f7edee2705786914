// What a webmaster is told where the feed can't be read, and a citizen never sees.
import assert from 'node:assert/strict';
import { describe, test, type TestContext } from 'node:test';
import type { Page } from 'playwright-core';
import { openBrowser } from '../helpers/browser.js';
import { serveSite } from '../helpers/site.js';

const FEED = (publisher: object): string => JSON.stringify({
  version: 1, standard: '2018', publisher, updated: '2026-11-20',
  records: [{ kind: 'license', documentNumber: '青市监许〔2026〕1号', projectName: '食品经营许可', subjectName: '青岚市甲有限公司', decidedOn: '2026-03-01' }],
});
const PAGE = '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>t</title><body><script src="/sgs.js" defer></script><sgs-column feed="sgs.json"></sgs-column>';
const FAILURE = '暂时无法获取公示信息';
const ONLY_WEBMASTER = '以下供网站管理员查看';

interface Visit {
  readonly page: Page;
  readonly said: readonly string[];
  readonly site: string;
  /** The feed is there from now on. */
  readonly upload: () => void;
}

async function visit(t: TestContext, query: string, host = '127.0.0.1'): Promise<Visit> {
  let there = false;
  const site = await serveSite(t, {
    pages: { '/news/t1': PAGE },
    answers: { '/news/sgs.json': (_request, response) => {
      response.writeHead(there ? 200 : 404, { 'content-type': 'application/json' }).end(there ? FEED({ name: '青岚市市场监督管理局' }) : '');
    } },
  });
  const { page } = await openBrowser(t);
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  await page.goto(`${site.url.replace('127.0.0.1', host)}news/t1${query}`);
  await page.locator('[part=error]').getByText(FAILURE).waitFor();
  return { page, said, site: site.url, upload: () => { there = true; } };
}

describe('a feed that is not where the tag says', () => {
  test('is named in the console, and not to the citizen', async (t) => {
    const { page, said, site } = await visit(t, '');
    assert.ok(said.some((line) => line.includes('404') && line.includes(`${site}news/sgs.json`)), said.join('\n'));
    assert.equal(await page.getByText(ONLY_WEBMASTER).count(), 0);
    assert.equal(await page.getByText('news/sgs.json').count(), 0);
  });

  test('is named on the page for a webmaster who asks, with the answer and what to try, until it is there', async (t) => {
    const { page, site, upload } = await visit(t, '?sgs-debug');
    await page.getByText(ONLY_WEBMASTER).waitFor();
    await page.getByText(`读取的地址：${site}news/sgs.json`).waitFor();
    await page.getByText('服务器的回答：状态码 404').waitFor();
    await page.getByText(/怎么办：.*以 \/ 开头/).waitFor();
    upload();
    await page.getByRole('button', { name: '重试' }).click();
    await page.getByRole('table').getByText('食品经营许可').waitFor();
    assert.equal(await page.getByText(ONLY_WEBMASTER).count(), 0);
  });

  test('is named where the page is tried on the webmaster\'s own computer', async (t) => {
    const { page } = await visit(t, '', 'localhost');
    await page.getByText(ONLY_WEBMASTER).waitFor();
  });
});

describe('who publishes', () => {
  for (const [url, link] of [[undefined, null], ['', null], ['www.example.gov.cn', null], ['https://www.example.gov.cn/', 'https://www.example.gov.cn/']] as const) {
    test(`${url === undefined ? 'without an address' : `with the address “${url}”`}: ${link ? 'a link' : 'plain text'}`, async (t) => {
      const site = await serveSite(t, { pages: { '/news/t1': PAGE, '/news/sgs.json': FEED({ name: '青岚市市场监督管理局', ...(url !== undefined && { url }) }) } });
      const { page } = await openBrowser(t);
      await page.goto(`${site.url}news/t1`);
      const source = page.locator('[part=source]');
      await source.getByText('青岚市市场监督管理局').waitFor();
      const links = source.getByRole('link', { name: '青岚市市场监督管理局' });
      assert.equal(await links.count(), link ? 1 : 0);
      if (link) assert.equal(await links.getAttribute('href'), link);
    });
  }
});

test('a column links to the feed that the configuration names, for people who follow', async (t) => {
  const page = PAGE.replace('feed=', 'config="/c.json" feed=');
  const site = await serveSite(t, {
    pages: { '/news/t1': page, '/news/sgs.json': FEED({ name: '青岚市市场监督管理局' }), '/c.json': JSON.stringify({ texts: { subscribe: '/sgs/atom.xml' } }) },
  });
  const { page: tab, faults } = await openBrowser(t);
  await tab.goto(`${site.url}news/t1`);
  assert.equal(await tab.getByRole('link', { name: '订阅' }).getAttribute('href'), `${site.url}sgs/atom.xml`);
  assert.deepEqual(faults(), []);
});
