// A citizen without a mouse: list → search → record → back → pages → tools, on the built dist/, by Tab, Enter, Space and arrows alone.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { openBrowser } from '../helpers/browser.js';
import { serveSite } from '../helpers/site.js';

/** The name of what has the focus. */
const focused = (page: Page): Promise<string> => page.evaluate(() => {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : undefined;
  return (label ?? element?.getAttribute('aria-label') ?? element?.textContent ?? '').replace(/\s+/g, ' ').trim();
});

/** Goes on with Tab until the focus is where the name says; never more steps than a person would take. */
async function tabTo(page: Page, name: RegExp, key = 'Tab'): Promise<void> {
  const passed: string[] = [];
  for (let step = 0; step < 40; step++) {
    await page.keyboard.press(key);
    const now = await focused(page);
    if (name.test(now)) return;
    passed.push(now);
  }
  assert.fail(`${String(name)} is not reached, only: ${passed.join(' | ')}`);
}

test('everything works by keyboard alone', async (t) => {
  const site = await serveSite(t, { mounts: { '/': 'demo' } });
  const { page, faults } = await openBrowser(t);
  await page.goto(new URL('/column.html', site.url).href);
  await page.getByText('共 257 条').first().waitFor();

  await tabTo(page, /^行政许可/);
  await page.keyboard.press('ArrowRight');
  await page.getByText('共 156 条').first().waitFor();
  assert.match(await focused(page), /^行政处罚/);

  await tabTo(page, /^关键词/);
  await page.keyboard.type('〔2025〕');
  await page.keyboard.press('Enter');
  await page.locator('mark').first().waitFor();
  const found = await page.locator('sgs-column').getByText(/^第 1–10 条/).textContent();

  await tabTo(page, /^更多条件/);
  await page.keyboard.press('Space');
  await page.getByLabel('年份').waitFor();
  await page.keyboard.press('Space');

  const first = (await page.getByRole('rowheader').first().textContent() ?? '').trim();
  // Its link says whose it is, too.
  await tabTo(page, new RegExp(`^${first}`));
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: '返回列表' }).waitFor();
  assert.equal(await focused(page), first, 'the record has the focus');
  await tabTo(page, /^返回列表$/, 'Shift+Tab');
  await page.keyboard.press('Enter');
  await page.getByRole('table').first().waitFor();
  assert.ok((await focused(page))?.startsWith(first), 'its row has the focus again');

  await tabTo(page, /^下一页$/);
  await page.keyboard.press('Enter');
  await page.getByText(/^第 11–20 条/).waitFor();
  assert.match(await focused(page), /^第 11–20 条/);
  assert.notEqual(await focused(page), found);

  await tabTo(page, /^导出/);
  await page.keyboard.press('Enter');
  await page.getByText('导出当前查询结果').waitFor();
  await tabTo(page, /^CSV 表格$/);
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  assert.match(download.suggestedFilename(), /^行政处罚_.*\.csv$/);

  await tabTo(page, /^案件名称/);
  await page.keyboard.press('Enter');
  await page.locator('th[aria-sort]', { hasText: '案件名称' }).waitFor();
  assert.match(await focused(page), /^案件名称/, 'the focus stays on the sort button');
  assert.deepEqual(faults(), []);
});
