// The demo site as a citizen uses it: the built script, the strict policy, a real server.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { openBrowser } from '../helpers/browser.js';
import { violations } from '../helpers/judge.js';
import { serveSite, strictPolicy } from '../helpers/site.js';

const policy = `${strictPolicy}; img-src 'self'`;

const search = async (column: Locator, words: string): Promise<void> => {
  await column.getByRole('searchbox').fill(words);
  await column.getByRole('button', { name: '查询' }).click();
};

const range = (column: Locator, text: string | RegExp): Promise<void> => column.getByText(text).first().waitFor();

/** Evaluating axe needs a page without Trusted Types; the policy's own test is below. */
const openColumn = async (t: Parameters<typeof serveSite>[0], { width = 1280, strict = true } = {}): Promise<{ page: Page; column: Locator; faults: () => string[]; url: string }> => {
  const site = await serveSite(t, { mounts: { '/': 'demo' }, policy: strict ? policy : '', pages: {} });
  const { page, faults } = await openBrowser(t, { viewport: { width, height: 900 } });
  await page.goto(`${site.url}column.html`);
  const column = page.locator('sgs-column');
  // The fallback has tables too.
  await range(column, '第 1–10 条，共 257 条');
  return { page, column, faults, url: site.url };
};

describe('the demo', () => {
  it('shows supervisors all departments, the one that can’t be read too', async (t) => {
    const site = await serveSite(t, { mounts: { '/': 'demo' }, policy });
    const { page, faults } = await openBrowser(t, { viewport: { width: 1280, height: 900 } });
    await page.goto(site.url);
    await page.getByRole('link', { name: '双公示考核' }).first().click();
    await page.getByText('共 7 个部门，其中 1 个无法读取').waitFor();
    assert.match(await page.getByRole('row', { name: /农业农村局/ }).innerText(), /未达标/);
    assert.match(await page.getByRole('row', { name: /城市管理局/ }).innerText(), /无法读取/);
    assert.deepEqual(faults().filter((fault) => !fault.includes('404')), []);
  });

  it('lists, searches by company, code and number, opens and returns, pages, shares, reloads and walks back', async (t) => {
    const { page, column, faults } = await openColumn(t);
    await range(column, '第 1–10 条，共 257 条');
    const company = (await column.getByRole('row').nth(1).getByRole('cell').first().textContent())?.trim() ?? '';

    await search(column, company.slice(3));
    await range(column, /共 \d 条/);
    assert.match((await column.getByRole('table').textContent()) ?? '', new RegExp(company));
    await column.getByRole('table').getByRole('link').first().click();
    const article = column.getByRole('article');
    await article.waitFor();
    assert.ok((await article.textContent())?.includes(company));
    const code = /9[12][0-9A-Z]{16}/.exec((await article.textContent()) ?? '')?.[0] ?? '';
    const shared = page.url();

    await page.goBack();
    await column.getByRole('table').waitFor();
    await search(column, code.toLowerCase());
    await range(column, /共 \d 条/);
    assert.ok((await column.getByRole('table').textContent())?.includes(company));

    await column.getByRole('tab', { name: /行政处罚/ }).click();
    await search(column, '[2025]12号');
    await range(column, '第 1–1 条，共 1 条');
    assert.match((await column.getByRole('table').textContent()) ?? '', /〔2025〕12号/);
    await page.reload();
    await range(column, '第 1–1 条，共 1 条');

    await column.getByRole('button', { name: '重置' }).click();
    await range(column, '第 1–10 条，共 156 条');
    await column.getByRole('link', { name: '下一页' }).click();
    await range(column, '第 11–20 条，共 156 条');
    assert.match(await column.evaluate((element) => element.shadowRoot?.activeElement?.textContent ?? ''), /第 11–20 条/);
    const opened = column.getByRole('table').getByRole('link').nth(4);
    const name = await opened.textContent();
    await opened.click();
    await article.waitFor();
    await column.getByRole('link', { name: '返回列表' }).click();
    await range(column, '第 11–20 条，共 156 条');
    assert.equal(await column.evaluate((element) => element.shadowRoot?.activeElement?.textContent?.trim()), name?.trim());
    await page.goBack();
    await article.waitFor();

    await page.goto(shared);
    await article.waitFor();
    assert.ok((await article.textContent())?.includes(company));
    assert.deepEqual(faults(), []);
  });

  it('embeds in an article, in parts, and in every form, without a fault', async (t) => {
    const site = await serveSite(t, { mounts: { '/': 'demo' }, policy });
    const { page, faults } = await openBrowser(t);
    for (const [name, tables] of [['index', 1], ['article', 1], ['separate', 1], ['embed', 5], ['news', 0]] as const) {
      await page.goto(`${site.url}${name}.html`);
      if (tables) await page.getByRole('table').nth(tables - 1).waitFor();
    }
    assert.deepEqual(faults(), []);
  });

  for (const width of [390, 1280]) {
    it(`has nothing that axe objects to at ${width} px, and no sideways scrolling`, async (t) => {
      const { page, column } = await openColumn(t, { width, strict: false });
      assert.deepEqual(await violations(page), [], 'list');
      await search(column, '没有这样的公司');
      await range(column, '没有查询到相关信息');
      assert.deepEqual(await violations(page), [], 'nothing found');
      await column.getByRole('button', { name: '重置' }).first().click();
      await column.getByRole('button', { name: /更多条件/ }).click();
      assert.deepEqual(await violations(page), [], 'search');
      await column.getByRole('table').getByRole('link').first().click();
      await column.getByRole('article').waitFor();
      assert.deepEqual(await violations(page), [], 'detail');
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false);
    });
  }

  it('is a table with its rows to a screen reader', async (t) => {
    const { page } = await openColumn(t);
    const session = await page.context().newCDPSession(page);
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    const count = (role: string): number => nodes.filter((node) => node.role?.value === role && !node.ignored).length;
    assert.equal(count('table'), 1);
    assert.equal(count('row'), 11);
    assert.equal(count('columnheader'), 5);
    assert.equal(count('rowheader'), 10);
  });
});

describe('a bad feed', () => {
  const page = (feed: string): string => `<!doctype html><html lang="zh-CN"><title>t</title><script src="/sgs.js" defer></script>
<h1>专栏</h1><sgs-column feed="${feed}"><p>原有内容</p></sgs-column><p>页脚</p>`;
  const cases: Readonly<Record<string, string>> = {
    'not there': '/fixtures/feeds/07-upper-snake-penalty.json?status=404',
    'a web page': '/other.html',
    'cut off': '/fixtures/feeds/07-upper-snake-penalty.json?truncate=9000',
    'broken off': '/fixtures/feeds/07-upper-snake-penalty.json?cut=9000',
    'not JSON': '/words.txt',
  };
  for (const [name, feed] of Object.entries(cases)) {
    it(`${name} leaves the page whole and says so`, async (t) => {
      const site = await serveSite(t, { pages: { '/': page(feed), '/other.html': '<!doctype html><title>login</title>', '/words.txt': '没有数据' } });
      const { page: tab } = await openBrowser(t);
      const errors: string[] = [];
      tab.on('pageerror', (error) => errors.push(error.message));
      await tab.goto(site.url);
      const column = tab.locator('sgs-column');
      await column.getByText(/暂时无法获取公示信息/).first().waitFor();
      assert.ok(await column.getByRole('button', { name: '重试' }).isVisible());
      for (const text of ['原有内容', '页脚']) assert.ok(await tab.getByText(text).isVisible(), text);
      assert.deepEqual(errors, []);
    });
  }

  it('that another origin does not let us read says so', async (t) => {
    const other = await serveSite(t);
    const site = await serveSite(t, { pages: { '/': page(`${other.url}fixtures/feeds/07-upper-snake-penalty.json`) }, policy: '' });
    const { page: tab } = await openBrowser(t);
    await tab.goto(site.url);
    await tab.getByText(/暂时无法获取公示信息/).first().waitFor();
    assert.ok(await tab.getByText('原有内容').isVisible());
  });

  it('that hangs is given up, and 重试 brings the records once the server is back', async (t) => {
    // Seconds: a busy machine must not take the second answer for another that hangs.
    const config = JSON.stringify({ request: { timeout: 5, retry: 0 } });
    const hanging = page('/fixtures/feeds/07-upper-snake-penalty.json?hang=body&times=1&key=hang" config="/config.json');
    const site = await serveSite(t, { pages: { '/': hanging, '/config.json': config } });
    const { page: tab } = await openBrowser(t);
    await tab.goto(site.url);
    const column = tab.locator('sgs-column');
    await column.getByRole('button', { name: '重试' }).click();
    await column.getByText('第 1–10 条').first().waitFor();
    assert.ok(!(await tab.getByText('原有内容').isVisible()));
  });

  it('among several is named in a quiet line, and the others are shown', async (t) => {
    const site = await serveSite(t, { pages: { '/': page('/fixtures/feeds/11-canonical-v1.json /fixtures/feeds/gone.json') } });
    const { page: tab } = await openBrowser(t);
    await tab.goto(site.url);
    const column = tab.locator('sgs-column');
    await column.getByText('第 1–9 条，共 9 条').first().waitFor();
    assert.ok(await column.getByText('暂时无法获取部分来源的信息：gone.json').isVisible());
  });

  it('after a good one leaves the good one on the page, with its date', async (t) => {
    const good = JSON.stringify({ version: 1, updated: '2026-11-20', records: [{ kind: 'license', subjectName: '甲公司', documentNumber: '1号', projectName: '食品经营许可' }] });
    const pages: Record<string, string> = { '/': page('/feed.json'), '/feed.json': good, '/config.json': '{}' };
    const site = await serveSite(t, { pages });
    const { page: tab } = await openBrowser(t);
    await tab.goto(site.url);
    const column = tab.locator('sgs-column');
    await column.getByText('食品经营许可').first().waitFor();
    pages['/feed.json'] = '{"broken';
    await column.evaluate((element) => (element as HTMLElement & { refresh(): void }).refresh());
    await column.getByText(/当前显示的是.*2026.*的数据/).first().waitFor();
    assert.ok(await column.getByText('食品经营许可').first().isVisible());
  });
});
