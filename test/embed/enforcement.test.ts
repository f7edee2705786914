// The pasted script leaves the fields of 七公示/十公示 to the rules: as soon as these are there, its list and details know them.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { ENFORCEMENT_CASES, ENFORCEMENT_KINDS, enforcementDocument } from '../fixtures/enforcement.js';
import { openBrowser } from '../helpers/browser.js';
import { serveSite, strictPolicy } from '../helpers/site.js';
import { KIND_DEFS } from '../../src/model/kinds.js';

const FEED = JSON.stringify(enforcementDocument('labelled', (kind) => KIND_DEFS[kind].label));
const pageOf = (from = '/'): string =>
  `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>t</title><body><script src="${from}sgs.js" defer></script>
  <sgs-column feed="/sgs.json" kind="${ENFORCEMENT_KINDS.join(' ')}"></sgs-column>`;

test('every kind has its own columns, titles and fields, under its official labels', { timeout: 120_000 }, async (t) => {
  const site = await serveSite(t, { pages: { '/': pageOf(), '/sgs.json': FEED }, policy: strictPolicy });
  const { page, faults } = await openBrowser(t);
  await page.goto(site.url);
  for (const kind of ENFORCEMENT_KINDS) {
    const { listed, fields } = ENFORCEMENT_CASES[kind];
    await page.getByRole('tab', { name: KIND_DEFS[kind].label }).click();
    const [[firstLabel, title]] = listed;
    await page.getByRole('columnheader', { name: firstLabel }).waitFor();
    const heads = await page.getByRole('columnheader').allInnerTexts();
    assert.deepEqual(heads.map((text) => text.trim()), listed.map(([label]) => label), kind);
    const cells = await page.getByRole('row').nth(1).getByRole('cell').allInnerTexts();
    assert.deepEqual(cells.map((text) => text.trim().replace(/\//g, '-')), listed.slice(1).map(([, value]) => value), kind);
    await page.getByRole('link', { name: title }).click();
    await page.getByRole('heading', { name: title }).waitFor();
    // What it says beyond what every decision does is grouped.
    if (kind === 'coercion') await page.getByRole('heading', { name: '决定内容' }).waitFor();
    const text = (await page.locator('dl dd').allInnerTexts()).join('\n');
    for (const value of Object.values(fields)) {
      const [one] = typeof value === 'string' ? [value.replace(/^(\d{4})-0?(\d+)-0?(\d+)$/, '$1年$2月$3日')] : value;
      assert.ok(text.includes(one as string), `${kind}: ${String(value)}\n${text}`);
    }
    await page.getByRole('link', { name: '返回列表' }).click();
  }
  assert.deepEqual(faults(), []);
});

test('without the rules nothing of them is shown', { timeout: 60_000 }, async (t) => {
  const site = await serveSite(t, {
    pages: { '/': pageOf('/only/'), '/sgs.json': FEED, '/only/sgs.js': readFileSync('dist/sgs.js', 'utf8') }, policy: strictPolicy,
  });
  const { page } = await openBrowser(t);
  await page.goto(site.url);
  await page.getByText('暂无公示信息').waitFor();
  assert.doesNotMatch(await page.locator('sgs-column').ariaSnapshot(), /望川/);
});
