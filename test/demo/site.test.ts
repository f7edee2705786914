// The site as its readers use it: from a folder without a server, and served under the policy of the demo.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { node } from '../../scripts/process.mjs';
import { serve } from '../../scripts/serve.mjs';
import { openBrowser } from '../helpers/browser.js';
import { violations } from '../helpers/judge.js';
import { strictPolicy } from '../helpers/site.js';
const FOLDER = pathToFileURL(resolve('dist-site')).href;

/** Those of the site; the assistant beside them is a program of its own. */
const pages = (): readonly string[] => ['', 'en/'].flatMap((folder) =>
  readdirSync(`dist-site/${folder}`).filter((name) => name.endsWith('.html') && name !== 'assistant.html').map((name) => folder + name));

before(async () => {
  assert.equal(await node(['--import', 'tsx', 'scripts/site/build.ts']), 0);
});

describe('the site, opened from a folder', () => {
  it('shows the live column, which searches, opens and exports', async (t) => {
    const { page, faults } = await openBrowser(t);
    const asked: string[] = [];
    page.on('request', (request) => { if (!/^(?:file|data|blob):/.test(request.url())) asked.push(request.url()); });
    await page.goto(`${FOLDER}/index.html`);
    const column = page.locator('sgs-column');
    await column.getByText('第 1–5 条，共 6 条').waitFor();
    await column.getByRole('searchbox').fill('食品');
    await column.getByRole('button', { name: '查询' }).click();
    await column.getByText('第 1–3 条，共 3 条').waitFor();
    // A file has no address to share: what opens a record is a button there.
    await column.getByRole('table').getByRole('rowheader').first().getByRole('button').click();
    await column.getByRole('article').waitFor();
    await column.getByRole('button', { name: '返回列表' }).click();
    await column.getByRole('button', { name: '导出' }).click();
    await column.getByRole('button', { name: /Excel/ }).waitFor();
    assert.deepEqual(asked, []);
    assert.deepEqual(faults(), []);
  });

  it('shows it in English too', async (t) => {
    const { page, faults } = await openBrowser(t);
    await page.goto(`${FOLDER}/index.html`);
    await page.getByRole('link', { name: 'English' }).click();
    await page.locator('sgs-column').getByText('1–5 of 6').waitFor();
    assert.deepEqual(faults(), []);
  });

  it('finds what is typed in the head of any page, and leads to its section', async (t) => {
    const { page, faults } = await openBrowser(t);
    await page.goto(`${FOLDER}/hosting.html`);
    await page.getByRole('searchbox', { name: '搜索本站' }).fill('跨域');
    await page.getByRole('button', { name: '搜索' }).click();
    await page.getByText(/找到 \d+ 处/).waitFor();
    const hit = page.getByRole('link', { name: /network：连不上/ });
    assert.ok(await page.getByRole('listitem').filter({ has: hit }).locator('mark', { hasText: '跨域' }).first().isVisible());
    await hit.click();
    await page.getByRole('heading', { name: 'network：连不上' }).waitFor();
    assert.match(decodeURIComponent(page.url()), /troubleshooting\.html#network-连不上$/);

    await page.goto(`${FOLDER}/search.html?q=${encodeURIComponent('没有这个词组')}`);
    await page.getByText('没有找到“没有这个词组”').waitFor();
    await page.getByRole('searchbox').fill('SGS.JSON ＩＩＳ');
    await page.getByText(/找到 \d+ 处/).waitFor();
    assert.deepEqual(faults(), []);
  });

  it('makes the code to paste and shows what it does', async (t) => {
    const { page, faults } = await openBrowser(t);
    await page.goto(`${FOLDER}/configurator.html`);
    const code = page.locator('#form-code');
    const column = page.locator('sgs-column');
    await column.getByText('第 1–6 条，共 6 条').waitFor();
    await page.getByLabel('page-size').fill('3');
    await page.getByLabel('theme').selectOption('red');
    await page.getByRole('checkbox', { name: '行政许可' }).uncheck();
    await column.getByText('第 1–3 条').waitFor();
    assert.match(await code.innerText(), /<script src="\/sgs\/sgs\.js" defer><\/script>\s+<sgs-column feed="\/sgs\/sgs\.json" theme="red" page-size="3" kind="penalty">/);
    await page.getByLabel('网站或编辑器').selectOption({ label: 'WordPress 6.1 KSES' });
    assert.match(await code.innerText(), /<div data-sgs="column" data-feed="\/sgs\/sgs\.json"[^>]* data-page-size="3"/);
    await page.getByLabel('sgs.js 所在的文件夹').fill('/static/sgs');
    assert.match(await code.innerText(), /<script src="\/static\/sgs\/sgs\.js"/);
    await page.getByLabel('锁定版本').check();
    assert.match(await code.innerText(), /<script src="\/static\/sgs\/\d+\.\d+\.\d+\/sgs\.js" integrity="sha384-[^"]+" crossorigin="anonymous"/);
    await page.getByLabel('网站或编辑器').selectOption({ label: 'CKEditor 4.22.1' });
    assert.match(await code.innerText(), /sgs\.json#sgs-column/);
    await page.getByText('这个编辑器只保留链接的网址').waitFor();
    await page.getByLabel('网站或编辑器').selectOption({ label: '不许用脚本：内嵌框架（iframe）' });
    assert.match(await code.innerText(), /<meta charset="utf-8">[^]*<sgs-column [^]*<iframe src="\/static\/sgs\/column\.html" title="双公示专栏"/);
    await page.getByLabel('网站或编辑器').selectOption({ label: '不许用脚本，也不许用框架：静态网页' });
    assert.match(await code.innerText(), /sgs prerender sgs\.json [^]*<a href="\/static\/sgs\/pages\/index\.html">/);
    assert.deepEqual(faults(), []);
  });

  it('is never wider than a page of 320 px', async (t) => {
    const { page, faults } = await openBrowser(t, { viewport: { width: 320, height: 800 } });
    for (const name of pages()) {
      await page.goto(`${FOLDER}/${name}`);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false, name);
    }
    assert.deepEqual(faults(), []);
  });

  it('opens its menu with a button where it is narrow, by keyboard', async (t) => {
    const { page } = await openBrowser(t, { viewport: { width: 390, height: 800 } });
    await page.goto(`${FOLDER}/start.html`);
    const menu = page.getByRole('navigation', { name: '目录' });
    assert.equal(await menu.isVisible(), false);
    await page.getByRole('button', { name: '目录' }).focus();
    await page.keyboard.press('Enter');
    await menu.getByRole('link', { name: '排查' }).click();
    await page.getByRole('heading', { level: 1, name: '排查' }).waitFor();
  });
});

describe('the site, served', () => {
  const policy = `${strictPolicy}; img-src 'self'`;
  const open = async (t: Parameters<typeof openBrowser>[0], headers: Record<string, string>, width = 1280) => {
    const { url, close } = await serve({ mounts: { '/site/': 'dist-site' }, headers: () => headers });
    t.after(close);
    return { ...await openBrowser(t, { viewport: { width, height: 900 } }), url: `${url}site/` };
  };

  it('holds under the policy of the strictest host', async (t) => {
    const { page, url, faults } = await open(t, { 'content-security-policy': policy });
    await page.goto(`${url}index.html`);
    await page.locator('sgs-column').getByText('第 1–5 条，共 6 条').waitFor();
    await page.goto(`${url}configurator.html`);
    await page.locator('sgs-column').getByText('第 1–6 条，共 6 条').waitFor();
    await page.goto(`${url}search.html?q=CORS`);
    await page.getByText(/找到 \d+ 处/).waitFor();
    assert.deepEqual(faults().filter((fault) => !fault.includes('favicon')), []);
  });

  // Every kind of page; the others are made of the same parts.
  for (const [width, names] of [
    [1280, ['index', 'configurator', 'start', 'troubleshooting', 'elements', 'rules', 'en/configurator', 'en/supervisor']],
    [390, ['index', 'configurator', 'clerk', 'hosting', 'commands', 'search', 'en/troubleshooting']],
  ] as const) {
    it(`has nothing that axe objects to at ${width} px`, async (t) => {
      const { page, url } = await open(t, {}, width);
      for (const name of names) {
        await page.goto(`${url}${name}.html`);
        if (/index|configurator/.test(name)) await page.locator('sgs-column').getByRole('searchbox').waitFor();
        assert.deepEqual(await violations(page), [], name);
      }
    });
  }
});
