// What a screen reader is given: list, nothing found, detail, as a committed expectation. To accept a change on purpose:
// UPDATE_READING=1 npm test -- --only build,embed reading
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import type { Locator } from 'playwright-core';
import { TODAY } from '../feed/feeds.js';
import { openBrowser } from '../helpers/browser.js';
import { serveSite } from '../helpers/site.js';

const page = `<!doctype html><html lang="zh-CN"><title>t</title><script src="/sgs.js" defer></script>
<h1>双公示专栏</h1><sgs-column feed="/fixtures/feeds/11-canonical-v1.json" page-size="3"></sgs-column>`;

const expectReading = async (part: Locator, name: string): Promise<void> => {
  const file = new URL(`../fixtures/reading/${name}.yml`, import.meta.url);
  const read = `${(await part.ariaSnapshot()).replace(/sgs-id=\w+/g, 'sgs-id=…').replace(/http:\/\/127\.0\.0\.1:\d+/g, '')}\n`;
  if (process.env['UPDATE_READING']) writeFileSync(file, read);
  assert.equal(read, readFileSync(file, 'utf8'));
};

describe('a screen reader is given', () => {
  it('the list, a search without result, and a record', async (t) => {
    const site = await serveSite(t, { pages: { '/': page } });
    const { page: tab } = await openBrowser(t);
    await tab.clock.setFixedTime(new Date(`${TODAY}T10:00:00+08:00`));
    await tab.goto(site.url);
    const column = tab.locator('sgs-column');
    await column.getByText('第 1–3 条，共 9 条').first().waitFor();
    // Who publishes is known when all has been read.
    await column.getByText('数据更新：').waitFor();
    await expectReading(column, 'list');

    await column.getByRole('searchbox').fill('没有这样的公司');
    await column.getByRole('button', { name: '查询' }).click();
    await column.getByText('没有查询到相关信息').first().waitFor();
    await expectReading(column, 'nothing-found');

    await column.getByRole('button', { name: '重置' }).first().click();
    await column.getByText('第 1–3 条，共 9 条').first().waitFor();
    await column.getByRole('tab', { name: /行政处罚/ }).click();
    await column.getByRole('table', { name: '行政处罚' }).getByRole('link').first().click();
    await column.getByRole('article').waitFor();
    await expectReading(column, 'detail');
  });
});
