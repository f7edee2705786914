// The ways to put the widget on a page with the one classic file, against the built dist/.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test, type TestContext } from 'node:test';
import type { Page } from 'playwright-core';
import { VERSION } from '../../src/model/version.js';
import { openBrowser } from '../helpers/browser.js';
import { serveSite } from '../helpers/site.js';

const FEED = JSON.stringify({
  version: 1, standard: '2018',
  records: [
    { kind: 'license', documentNumber: '青市监许〔2025〕1号', projectName: '食品经营许可', subjectName: '青岚市甲有限公司', decidedOn: '2025-03-01', authority: '青岚市市场监督管理局' },
    { kind: 'penalty', documentNumber: '青市监罚〔2025〕2号', caseName: '超期未检案', subjectName: '青岚市乙有限公司', decidedOn: '2025-04-01', authority: '青岚市市场监督管理局' },
  ],
});
const SCRIPT = '<script src="/sgs.js" defer></script>';

/** Opens a page of a strict host with this body (and head), and waits until it has loaded. */
async function visit(t: TestContext, body: string, head = ''): Promise<{ page: Page; faults: () => string[]; said: () => string[] }> {
  const site = await serveSite(t, {
    pages: { '/': `<!doctype html><meta charset="utf-8"><title>t</title>${head}<body>${body}`, '/sgs.json': FEED, ...scripts },
  });
  const { page, faults } = await openBrowser(t);
  const heard: string[] = [];
  page.on('console', (message) => heard.push(message.text()));
  await page.goto(site.url);
  return { page, faults, said: () => heard };
}

/** Scripts of host pages: a strict host allows files only. */
const scripts: Record<string, string> = {
  '/add.js': `addEventListener('load', () => {
    const div = document.createElement('section');
    const inner = document.createElement('div');
    inner.dataset.sgs = 'list';
    inner.dataset.feed = 'sgs.json';
    const link = document.createElement('a');
    link.className = 'btn sgs-list';
    link.href = 'sgs.json';
    div.append(inner, 'text', link);
    document.body.append(div);
  });`,
  '/old.js': readFileSync('dist/sgs.js', 'utf8').split(VERSION).join('0.0.9'),
};

/** The row that is on screen, in whatever widget. */
const row = (page: Page, text: string) => page.getByText(text).first();

describe('the tag alone', () => {
  test('stands where it is written, with its data as attributes', async (t) => {
    const { page, faults } = await visit(t, '<p id="before">a</p><script src="/sgs.js" data-feed="sgs.json" data-sgs="list" data-kind="penalty" data-page-size="5" data-onclick="alert(1)" data-style="color:red"></script><p id="after">b</p>');
    await row(page, '超期未检案').waitFor();
    const list = page.locator('#before ~ sgs-list');
    assert.equal(await page.locator('#before ~ sgs-list ~ #after').count(), 1);
    assert.deepEqual(await list.evaluate((element) => element.getAttributeNames().filter((name) => ['kind', 'page-size', 'feed', 'onclick', 'style', 'sgs'].includes(name)).sort()), ['feed', 'kind', 'page-size']);
    assert.deepEqual(faults(), []);
  });

  test('is the whole column by default, and follows later changes of its data', async (t) => {
    const { page } = await visit(t, '<script src="/sgs.js" data-feed="sgs.json" id="tag"></script>');
    await page.locator('sgs-column').waitFor();
    await row(page, '食品经营许可').waitFor();
    await page.evaluate(() => document.getElementById('tag')?.setAttribute('data-kind', 'penalty'));
    await row(page, '超期未检案').waitFor();
    await page.evaluate(() => document.getElementById('tag')?.removeAttribute('data-kind'));
    await page.waitForFunction(() => !document.querySelector('sgs-column')?.hasAttribute('kind'));
  });

  test('in the head stands at the end of the page, or where data-target says', async (t) => {
    const { page } = await visit(t, '<div id="box"><b>x</b></div><p id="last"></p>',
      '<script src="/sgs.js?a" data-feed="sgs.json"></script><script src="/sgs.js?b" data-feed="sgs.json" data-sgs="list" data-target="#box"></script>');
    await page.locator('#last + sgs-column').waitFor();
    await page.locator('#box > sgs-list').waitFor();
    assert.equal(await page.locator('#box > b').count(), 1);
  });

  test('with a target that is no selector, or no known name, breaks nothing', async (t) => {
    const { page, faults } = await visit(t, '<div id="box"></div><script src="/sgs.js?a" data-feed="sgs.json" data-target="##"></script><script src="/sgs.js?b" data-feed="sgs.json" data-sgs="iframe"></script>');
    await page.locator('#box ~ sgs-column').waitFor();
    assert.equal(await page.locator('iframe').count(), 0);
    assert.deepEqual(faults(), []);
  });

  test('an article whose elements are called as the document’s methods are has its widget all the same', async (t) => {
    const names = ['createElement', 'createTextNode', 'createTreeWalker', 'importNode', 'createComment', 'querySelectorAll', 'querySelector',
      'getElementById', 'addEventListener', 'head', 'body', 'documentElement', 'baseURI', 'title', 'readyState', 'activeElement', 'adoptedStyleSheets'];
    const clobbers = names.map((name) => `<img name="${name}" alt=""><form name="${name}"></form>`).join('');
    const { page, faults } = await visit(t, `${clobbers}<sgs-column feed="sgs.json"></sgs-column>${SCRIPT}`);
    await row(page, '食品经营许可').waitFor();
    await page.getByRole('link', { name: '食品经营许可' }).click();
    await page.getByText('青市监许〔2025〕1号').first().waitFor();
    await page.getByText('返回列表').first().click();
    await row(page, '食品经营许可').waitFor();
    assert.deepEqual(faults(), []);
  });

  test('a page whose form is called currentScript has its widget all the same', async (t) => {
    const { page } = await visit(t, '<form name="currentScript"></form><script src="/sgs.js" data-feed="sgs.json"></script>');
    await page.locator('form ~ sgs-column').waitFor();
  });

  test('without data it only defines', async (t) => {
    const { page } = await visit(t, SCRIPT);
    await page.waitForFunction(() => customElements.get('sgs-list'));
    assert.equal(await page.locator('sgs-column').count(), 0);
  });
});

describe('placeholders', () => {
  test('a div is filled, and what it held is the fallback', async (t) => {
    const { page, faults } = await visit(t, `<div data-sgs="list" data-feed="sgs.json" data-kind="penalty"><p id="wait">请稍候</p></div>${SCRIPT}`);
    await row(page, '超期未检案').waitFor();
    assert.equal(await page.locator('div[data-sgs] > sgs-list > #wait').count(), 1);
    assert.equal(await page.locator('#wait').isVisible(), false);
    assert.deepEqual(faults(), []);
  });

  test('a link becomes the widget, and is there again when the feed fails', async (t) => {
    const { page } = await visit(t, `<p><a class="sgs-column" href="sgs.json" data-kind="penalty">双公示</a></p><p id="two"><a class="x sgs-list" href="missing.json">名单</a></p>${SCRIPT}`);
    await row(page, '超期未检案').waitFor();
    assert.equal(await page.locator('p > sgs-column > a').isVisible(), false);
    await page.locator('#two > sgs-list > a').waitFor({ state: 'visible' });
    assert.equal(await page.locator('#two > sgs-list > a').getAttribute('href'), 'missing.json');
  });

  test('a link of which an editor has left only the address says it there', async (t) => {
    const { page, faults, said } = await visit(t, `<p id="one"><a href="sgs.json#sgs-column">双公示</a></p><p id="two"><a href="sgs.json#sgs-list">名单</a></p><p id="three"><a href="sgs.json#other">别的</a></p>${SCRIPT}`);
    await page.locator('#one > sgs-column').getByText('食品经营许可').first().waitFor();
    await page.locator('#two > sgs-list').getByText('食品经营许可').first().waitFor();
    assert.equal(await page.locator('#one > sgs-column').getAttribute('feed'), 'sgs.json');
    assert.equal(await page.locator('#three > a').isVisible(), true);
    assert.deepEqual([faults(), said()], [[], []]);
  });

  test('added later they work as well', async (t) => {
    const { page } = await visit(t, `${SCRIPT}<script src="/add.js"></script>`);
    await page.locator('section > div > sgs-list').waitFor();
    await page.locator('section > sgs-list > a').waitFor({ state: 'attached' });
    assert.equal(await page.locator('sgs-list').count(), 2);
  });

  test('unknown names stay as they are', async (t) => {
    const { page, faults } = await visit(t, `<div data-sgs="script" data-feed="sgs.json"><i>1</i></div><div data-sgs="list" data-feed="sgs.json"></div>${SCRIPT}`);
    await page.locator('div > sgs-list').waitFor();
    assert.equal(await page.locator('div[data-sgs=script]').innerHTML(), '<i>1</i>');
    assert.deepEqual(faults(), []);
  });

  test('inside a widget they are its fallback, and a copy of a filled div is left alone', async (t) => {
    const { page } = await visit(t, `<sgs-list feed="sgs.json"><a class="sgs-list" href="sgs.json">x</a></sgs-list><div id="a" data-sgs="list" data-feed="sgs.json"></div>${SCRIPT}`);
    await page.locator('#a > sgs-list').waitFor();
    await page.evaluate(() => document.body.append(document.getElementById('a')?.cloneNode(true) as Node));
    await page.waitForTimeout(50);
    assert.equal(await page.locator('sgs-list').count(), 3);
  });
});

describe('the script more than once', () => {
  test('twice the same: one widget each, and not a word', async (t) => {
    const { page, faults, said } = await visit(t, `<div data-sgs="list" data-feed="sgs.json"></div><a class="sgs-list" href="sgs.json">x</a>${SCRIPT}<script src="/sgs.js?2" defer></script>`);
    await row(page, '食品经营许可').waitFor();
    await page.waitForLoadState('networkidle');
    assert.equal(await page.locator('sgs-list').count(), 2);
    assert.deepEqual([faults(), said()], [[], []]);
  });

  test('another version on the page is said once, and the tag still has its widget', async (t) => {
    const { page, faults, said } = await visit(t, '<script src="/old.js"></script><script src="/sgs.js" data-feed="sgs.json"></script><script src="/sgs.js?2"></script>');
    await row(page, '食品经营许可').waitFor();
    assert.deepEqual(said().filter((text) => text.includes('on this page')), [`sgs: version 0.0.9 on this page serves ${VERSION} too.`]);
    // Its parts are not its own, since those of this version lie beside it.
    assert.ok(said().some((text) => text.includes('版本不一致') && text.includes(`sgs.rules.js ${VERSION}`)), said().join('\n'));
    assert.deepEqual(faults(), []);
  });
});

test('the version is the package’s', () => {
  assert.equal((JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version, VERSION);
});
