// Every example feed, pasted with the tag alone: what must be seen is seen, what may not appear is nowhere.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { EXPECTATIONS, TODAY, type Expectation } from '../feed/feeds.js';
import { openBrowser } from '../helpers/browser.js';
import { serveSite } from '../helpers/site.js';

const html = (expected: Expectation): string => `<!doctype html><html lang="zh-CN"><title>双公示</title><script src="/sgs.js" defer></script>
<h1>双公示专栏</h1><sgs-column feed="/fixtures/feeds/${expected.file}" page-size="100"${expected.kinds.honor ? ` kind="${Object.keys(expected.kinds).join(' ')}"` : ''}></sgs-column>`;

/** Opens every record of every tab and comes back, as a patient citizen would, until a text is seen; returns all that was to be seen. */
const readEverything = async (page: Page, until?: string): Promise<{ text: string; markup: string; rows: number }> => {
  const column = page.locator('sgs-column');
  let text = '';
  let markup = '';
  let rows = 0;
  const look = async (): Promise<void> => {
    text += `\n${await column.evaluate((element) => element.shadowRoot?.textContent ?? '')}`;
    markup += await page.evaluate(() => [...document.querySelectorAll('*')].map((element) => element.outerHTML + (element.shadowRoot?.innerHTML ?? '')).join('\n'));
  };
  const tabs = column.getByRole('tab');
  const kinds = Math.max(1, await tabs.count());
  const seen = (): boolean => until !== undefined && text.includes(until);
  for (let tab = 0; tab < kinds && !seen(); tab++) {
    if (kinds > 1) {
      await tabs.nth(tab).click();
      await tabs.nth(tab).and(column.locator('[aria-selected=true]')).waitFor();
    }
    await column.getByText(/第 1–\d+ 条|没有查询到相关信息|暂无公示信息/).first().waitFor();
    await look();
    if (seen()) break;
    const links = column.locator('tbody').getByRole('link');
    const count = await links.count();
    rows += count;
    for (let row = 0; row < count; row++) {
      await links.nth(row).click();
      await column.getByRole('article').waitFor();
      await look();
      await column.getByRole('link', { name: '返回列表' }).or(column.getByRole('button', { name: '返回列表' })).first().click();
      await column.getByRole('table').waitFor();
      if (seen()) break;
    }
  }
  return { text, markup, rows };
};

for (const expected of EXPECTATIONS) {
  describe(expected.file, () => {
    it('shows, finds and hides what it should, with the tag alone', { timeout: 120_000 }, async (t) => {
      const site = await serveSite(t, { pages: { '/': html(expected) } });
      const { page, context, faults } = await openBrowser(t);
      const said: string[] = [];
      page.on('console', (message) => said.push(message.text()));
      await page.clock.setFixedTime(new Date(`${TODAY}T10:00:00+08:00`));
      await page.goto(site.url);
      const column = page.locator('sgs-column');
      await column.getByRole('table').waitFor();

      const { text, markup, rows } = await readEverything(page);
      const shown = Object.values(expected.kinds).reduce((sum, n) => sum + n, 0);
      const notices = expected.withheld['revoked'] ?? 0;
      assert.ok(rows >= shown && rows <= shown + notices, `${rows} rows, ${shown} records`);
      for (const word of expected.mustShow) assert.ok(text.includes(word), `not shown: ${word}`);

      const stored = await page.evaluate(() => [localStorage, sessionStorage].map((storage) => Object.entries(storage).join()).join());
      const everywhere = [markup, text, stored, said.join('\n'), JSON.stringify(await context.cookies())].join('\n').toUpperCase();
      for (const secret of expected.mustNeverAppear) assert.ok(!everywhere.includes(secret.toUpperCase()), `appears: ${secret}`);
      for (const word of [...expected.mustNotShow.withheld, ...expected.mustNotShow.unmasked, ...expected.mustNotShow.raw]) assert.ok(!text.includes(word), `shown: ${word}`);

      for (const { q, finds } of expected.searches) {
        await page.goto(site.url);
        await column.getByRole('searchbox').fill(q);
        await column.getByRole('button', { name: '查询' }).click();
        await page.getByRole('status').filter({ hasText: /查询到 \d+ 条信息|没有查询到相关信息/ }).waitFor();
        assert.ok((await readEverything(page, finds)).text.includes(finds), `${q} does not find ${finds}`);
      }
      for (const secret of expected.mustNeverAppear.slice(0, 2)) {
        await column.getByRole('searchbox').fill(secret);
        await column.getByRole('button', { name: '查询' }).click();
        await column.getByText('没有查询到相关信息').waitFor();
      }
      assert.deepEqual(faults(), []);
    });
  });
}
