// What the script loads when it is needed: files beside its own, under the strictest policy, each with the hash that the build knows.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test, type TestContext } from 'node:test';
import type { Page } from 'playwright-core';
import { openBrowser } from '../helpers/browser.js';
import { serveSite, strictPolicy, type Site } from '../helpers/site.js';

const record = (n: number): object => ({ kind: 'license', documentNumber: `青市监许〔2026〕${n}号`, projectName: `许可事项${n}`, subjectName: '青岚市甲有限公司', decidedOn: '2026-03-01' });
const FEED = JSON.stringify({ version: 1, standard: '2018', records: [record(1), record(2)] });

interface Visit {
  readonly page: Page;
  readonly site: Site;
  readonly said: string[];
  readonly faults: () => string[];
}

async function visit(t: TestContext, config: object, { pages = {}, policy = strictPolicy, from = '/', attributes = '' }: { pages?: Record<string, string>; policy?: string; from?: string; attributes?: string } = {}): Promise<Visit> {
  const tag = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>t</title><body><script src="${from}sgs.js" defer${attributes}></script><sgs-list feed="/sgs.json" config="/config.json"></sgs-list>`;
  const site = await serveSite(t, { pages: { '/': tag, '/sgs.json': FEED, '/config.json': JSON.stringify(config), ...pages }, policy });
  const { page, faults } = await openBrowser(t);
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  await page.goto(site.url);
  return { page, site, said, faults };
}
const rows = (page: Page) => page.getByRole('table').getByRole('row');

describe('what a configuration needs', () => {
  test('is loaded from beside the script, once, without a violation', async (t) => {
    const { page, site, faults } = await visit(t, { labels: { license: '许可公示' } });
    await page.getByText('许可事项1').waitFor();
    assert.equal(site.requests.filter((path) => path === '/sgs.setup.js').length, 1);
    assert.equal(await page.locator('script').count(), 1);
    assert.deepEqual(faults(), []);
  });

  test('checks it: what is wrong is named, and the list says that it cannot show anything', async (t) => {
    const { page, said } = await visit(t, { privacy: { maskNames: '是' } });
    await page.locator('sgs-list').getByText('暂时无法获取公示信息').waitFor();
    assert.ok(said.some((line) => line.includes('privacy.maskNames') && line.includes('true 或 false')), said.join('\n'));
  });

  test('is not loaded where there is none', async (t) => {
    const { page, site } = await visit(t, {}, { pages: { '/': '<!doctype html><meta charset="utf-8"><title>t</title><body><script src="/sgs.js" data-feed="/sgs.json"></script>' } });
    await page.getByText('许可事项1').waitFor();
    assert.deepEqual(site.requests.filter((path) => path.startsWith('/sgs.setup')), []);
  });

  test('missing: the list shows, and a feed in pages says what to upload', async (t) => {
    const gone = { '/only/sgs.js': readFileSync('dist/sgs.js', 'utf8') };
    const { page } = await visit(t, { labels: { license: '许可公示' } }, { pages: gone, from: '/only/' });
    await page.getByText('许可事项1').waitFor();
    const paged = await visit(t, { request: { page: 'page' } }, { pages: gone, from: '/only/' });
    await paged.page.locator('sgs-list').getByText('暂时无法获取公示信息').waitFor();
    assert.ok(paged.said.some((line) => line.includes('sgs.setup.js')), paged.said.join('\n'));
    await paged.page.getByRole('button', { name: '重试' }).waitFor();
  });

  test('tampered with: not run', async (t) => {
    const code = readFileSync('dist/sgs.setup.js', 'utf8');
    const { page, said } = await visit(t, { request: { page: 'page' } }, {
      pages: { '/bad/sgs.js': readFileSync('dist/sgs.js', 'utf8'), '/bad/sgs.setup.js': `${code};window.tampered=true;` }, from: '/bad/',
    });
    await page.locator('sgs-list').getByText('暂时无法获取公示信息').waitFor();
    assert.equal(await page.evaluate(() => 'tampered' in window), false);
    assert.ok(said.some((line) => /integrity/i.test(line)), said.join('\n'));
  });

  test('asks a portal page by page, and under a nonce', async (t) => {
    const policy = "default-src 'none'; script-src 'nonce-abc' 'strict-dynamic'; connect-src 'self'; style-src 'self'; require-trusted-types-for 'script'; trusted-types sgs";
    const { page, faults, site } = await visit(t, { request: { page: 'page', size: 'rows', pageSize: 2 } }, { policy, attributes: ' nonce="abc"' });
    await page.getByText('许可事项1').waitFor();
    assert.equal(await rows(page).count(), 3);
    assert.ok(site.requests.includes('/sgs.json?page=1&rows=2'), site.requests.join());
    assert.deepEqual(faults(), []);
  });
});

describe('where the rules are missing, or are not ours', () => {
  const person = { ...record(3), subjectName: '韩六', projectName: '许可事项3' };
  const files = Object.fromEntries(['sgs.js', 'sgs.setup.js', 'sgs.css'].map((file) => [`/part/${file}`, readFileSync(`dist/${file}`, 'utf8')]));
  const feed = JSON.stringify({ version: 1, standard: '2018', records: [record(1), person, record(2)] });

  for (const [how, rules] of Object.entries<Record<string, string>>({ missing: {}, 'tampered with': { '/part/sgs.rules.js': 'window.tampered=true;' } })) {
    test(`${how}: only what needs no judgement shows, and the webmaster is told`, async (t) => {
      const { page, said } = await visit(t, {}, { from: '/part/', pages: { ...files, ...rules, '/sgs.json': feed } });
      await page.getByText('许可事项1').waitFor();
      assert.equal(await rows(page).count(), 3);
      assert.equal(await page.getByText(/韩|许可事项3/).count(), 0);
      assert.equal(await page.evaluate(() => 'tampered' in window), false);
      assert.ok(said.some((line) => line.includes('sgs.rules.js') && line.includes('1')), said.join('\n'));
    });
  }
});
