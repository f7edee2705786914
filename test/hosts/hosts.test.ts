// Every host page of demo/hosts in today's Chromium, as a citizen uses it. The same pages in the engines of old PCs, in
// Firefox and WebKit: `npm run test:browsers`.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it, type TestContext } from 'node:test';
import type { FrameLocator, Page } from 'playwright-core';
import { hostPages, hosts, missing, type Host } from '../../scripts/hosts.mjs';
import { scriptMounts, serve } from '../../scripts/serve.mjs';
import { openBrowser, type Opened } from '../helpers/browser.js';

let site: { url: string; close: () => Promise<void> };
let pages: Awaited<ReturnType<typeof hostPages>>;
before(async () => {
  pages = await hostPages();
  site = await serve({ mounts: { '/': 'demo', ...scriptMounts() }, before: (request, response, url) => {
    if (url.pathname !== '/favicon.ico') return pages.before(request, response, url);
    response.writeHead(204).end();
    return true;
  } });
});
after(async () => {
  await site.close();
  await pages.close();
});

const visit = async (t: TestContext, id: string, options?: Parameters<typeof openBrowser>[1]): Promise<Opened> => {
  const opened = await openBrowser(t, options);
  await opened.page.goto(`${site.url}hosts/${id}.html`);
  return opened;
};

/** Lists, pages, searches, opens and returns. */
async function useIt(page: Page | FrameLocator): Promise<void> {
  const column = page.locator('sgs-column').first();
  const range = (text: string) => column.getByText(text).first().waitFor();
  await range('第 1–10 条，共 12 条');
  assert.equal(await column.getByRole('rowheader').count(), 10);
  await column.getByRole('link', { name: '下一页' }).click();
  await range('第 11–12 条，共 12 条');
  await column.getByRole('link', { name: /（第12项）/ }).waitFor();
  await column.getByRole('searchbox').fill('丙字');
  await column.getByRole('button', { name: '查询' }).click();
  await range('第 1–1 条，共 1 条');
  await column.getByRole('link', { name: /食品经营许可（第3项）/ }).or(column.getByRole('button', { name: /食品经营许可（第3项）/ })).first().click();
  await column.getByRole('article').getByText('青市监许准〔2026〕3号').first().waitFor();
  await column.getByText('返回列表').first().click();
  await column.getByRole('table').waitFor();
  await range('第 1–1 条，共 1 条');
}

const faultsOf = ({ faults }: Opened, { blamed }: Host): string[] => faults().filter((fault) => !blamed?.test(fault));

describe('host pages', { concurrency: 2 }, () => {
  for (const host of hosts.filter(({ shows = 'works', kept, down }) => shows === 'works' && !kept && !down)) {
    it(host.id, { skip: missing(host) }, async (t) => {
      const opened = await visit(t, host.id);
      const { page } = opened;
      await useIt(await page.locator('iframe').count() ? page.frameLocator('iframe') : page);
      if (host.says) await page.locator('sgs-column').getByText(host.says).first().waitFor();
      if (host.id !== 'frame') assert.equal(await page.locator('sgs-column').count(), 1);
      assert.deepEqual(faultsOf(opened, host), []);
    });
  }

  it('all stand in the list that npm start shows', () => {
    const list = readFileSync('demo/hosts/index.html', 'utf8');
    for (const { id } of hosts) assert.ok(list.includes(`"${id}.html"`), id);
  });
});

describe('what is left of the page', () => {
  it('without script: what stands in the tag', async (t) => {
    const { page, faults } = await visit(t, 'plain', { javaScriptEnabled: false });
    await page.getByRole('link', { name: '下载数据文件' }).waitFor();
    assert.deepEqual(faults(), []);
  });

  it('where the browser cannot read the script: what stands in the tag', async (t) => {
    const opened = await visit(t, 'unreadable');
    await opened.page.getByRole('link', { name: '下载数据文件' }).waitFor();
    assert.equal(await opened.page.evaluate(() => customElements.get('sgs-column')), undefined);
    assert.ok(opened.faults().length > 0);
    assert.deepEqual(faultsOf(opened, hosts.find(({ id }) => id === 'unreadable') as Host), []);
  });

  it('where the script of the CDN is not what the tag says: what stands in the tag, and the rest of the page', async (t) => {
    const opened = await visit(t, 'tampered');
    await opened.page.getByRole('link', { name: '下载数据文件' }).waitFor();
    await opened.page.getByRole('heading', { name: 'CDN 上的脚本被篡改' }).waitFor();
    assert.equal(await opened.page.evaluate(() => customElements.get('sgs-column')), undefined);
    assert.ok(opened.faults().some((fault) => fault.includes('integrity')), 'the browser says why');
    assert.deepEqual(faultsOf(opened, hosts.find(({ id }) => id === 'tampered') as Host), []);
  });

  it('where the policy forbids the feed: that it does, to the citizen and to the webmaster', async (t) => {
    const opened = await openBrowser(t);
    const said: string[] = [];
    opened.page.on('console', (message) => said.push(message.text()));
    await opened.page.goto(`${site.url}hosts/no-connect.html`);
    await opened.page.getByText('被网页的安全策略禁止，请联系网站管理员').first().waitFor();
    await opened.page.getByRole('button', { name: '重试' }).waitFor();
    await opened.page.getByRole('link', { name: '下载数据文件' }).waitFor();
    assert.ok(said.some((text) => text.startsWith('sgs:') && text.includes('connect-src')), said.join('\n'));
    assert.equal(opened.faults().filter((fault) => fault.startsWith('policy')).length, 1, 'asked once');
  });
});

describe('a page that is left and come back to', () => {
  it('goes on where it was, read anew', async (t) => {
    const { page, faults } = await visit(t, 'plain');
    const column = page.locator('sgs-column');
    await column.getByRole('link', { name: '下一页' }).click();
    await column.getByText('第 11–12 条').first().waitFor();
    await page.goto(`${site.url}hosts/english.html`);
    await page.goBack();
    // Playwright switches the page cache off; test:browsers has it on, and looks that the page is the same one.
    await column.getByText('第 11–12 条').first().waitFor();
    await page.goBack();
    await column.getByText('第 1–10 条').first().waitFor();
    await useIt(page);
    assert.deepEqual(faults(), []);
  });
});

it('a page in another language has a column in Chinese, and says so', async (t) => {
  const { page } = await visit(t, 'english');
  const column = page.locator('sgs-column');
  await column.getByText('第 1–10 条').first().waitFor();
  assert.deepEqual(await column.evaluate((element) => [document.documentElement.lang, element.shadowRoot?.querySelector('[lang]')?.getAttribute('lang')]), ['en', 'zh-CN']);
});
