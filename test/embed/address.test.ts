// The page's address in a real browser: links to share, Back and Forward, and hosts that allow none of it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openBrowser } from '../helpers/browser.js';
import { serveSite } from '../helpers/site.js';

const FEED = JSON.stringify({
  version: 1, standard: '2018',
  records: Array.from({ length: 25 }, (_, n) => ({
    kind: 'license', documentNumber: `青市监许〔2025〕${String(n)}号`, projectName: `第${String(n)}项许可`, subjectName: '青岚市甲有限公司',
    decidedOn: `2025-01-${String(28 - n).padStart(2, '0')}`, authority: '青岚市市场监督管理局',
  })),
});
const LIST = '<!doctype html><meta charset="utf-8"><title>t</title><base href="/elsewhere/"><sgs-list kind="license" feed="/sgs.json"></sgs-list><script src="/sgs.js"></script>';

test('a link gives the view it was copied from; Back and Forward move through the views', async (t) => {
  const site = await serveSite(t, { pages: { '/': LIST, '/sgs.json': FEED } });
  const { page, faults } = await openBrowser(t);
  await page.goto(`${site.url}?t=%D6%D0#top`);
  await page.getByText('第0项许可').waitFor();
  await page.getByRole('link', { name: '下一页' }).click();
  await page.getByText('第10项许可').waitFor();
  const second = `${site.url}?t=%D6%D0&sgs-page=2#top`;
  assert.equal(page.url(), second);
  await page.getByText('第12项许可').click();
  await page.getByText('返回列表').first().waitFor();
  assert.match(page.url(), /&sgs-page=2&sgs-id=[^&]+#top$/);
  const record = page.url();
  await page.getByText('返回列表').first().click();
  await page.getByText('第10项许可').waitFor();
  assert.equal(page.url(), second);
  await page.goBack();
  await page.getByText('返回列表').first().waitFor();
  await page.goBack();
  await page.getByText('第10项许可').waitFor();
  await page.goBack();
  await page.getByText('第0项许可').waitFor();

  const other = await openBrowser(t);
  await other.page.goto(record);
  await other.page.getByText('返回列表').first().click();
  await other.page.getByText('第10项许可').waitFor();
  assert.deepEqual([faults(), other.faults()], [[], []]);
});

test('in a frame that may not change its address the list works all the same', async (t) => {
  const site = await serveSite(t, {
    pages: { '/': '<!doctype html><iframe sandbox="allow-scripts" src="/list"></iframe>', '/list': LIST, '/sgs.json': FEED },
    policy: '', headers: { 'access-control-allow-origin': '*' },
  });
  const { page, faults } = await openBrowser(t);
  await page.goto(site.url);
  const frame = page.frameLocator('iframe');
  await frame.getByText('第0项许可').waitFor();
  await frame.getByRole('link', { name: '下一页' }).click();
  await frame.getByText('第10项许可').waitFor();
  assert.deepEqual(faults(), []);
});
