// What is left in a page after its widgets have come and gone a hundred times: nothing. Counted by the browser itself.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { CDPSession, Page } from 'playwright-core';
import { openBrowser } from '../helpers/browser.js';
import { serveSite } from '../helpers/site.js';

const FEED = JSON.stringify({
  version: 1, standard: '2018',
  records: Array.from({ length: 25 }, (_, n) => ({ kind: n % 2 ? 'license' : 'penalty', documentNumber: `青市监〔2026〕${n}号`, projectName: `事项${n}`, caseName: `案件${n}`, subjectName: '青岚市甲有限公司', decidedOn: '2026-03-01' })),
});

/** Timers, animation frames and intervals that have not come yet. */
const BOOKS = `
  // What a function written here calls when it runs there.
  self.__name = (named) => named;
  self.waiting = new Set();
  for (const [start, stop] of [['setTimeout', 'clearTimeout'], ['setInterval', 'clearInterval'], ['requestAnimationFrame', 'cancelAnimationFrame']]) {
    const begin = self[start];
    const end = self[stop];
    self[start] = (work, ...rest) => {
      const id = begin((...given) => { if (start !== 'setInterval') self.waiting.delete(start + id); work(...given); }, ...rest);
      self.waiting.add(start + id);
      return id;
    };
    self[stop] = (id) => { self.waiting.delete(start + id); end(id); };
  }`;

const TAGS = ['sgs-list', 'sgs-column', 'sgs-search', 'sgs-detail'];

/** Living nodes of the page with a prototype. What stands in a template, in a document of its own, is loaded once and stays. */
async function living(cdp: CDPSession, prototype: string): Promise<number> {
  const { result } = await cdp.send('Runtime.evaluate', { expression: prototype, objectGroup: 'count' });
  const { objects } = await cdp.send('Runtime.queryObjects', { prototypeObjectId: result.objectId as string, objectGroup: 'count' });
  const { result: length } = await cdp.send('Runtime.callFunctionOn', { objectId: objects.objectId as string, functionDeclaration: 'function () { return this.filter((node) => node.ownerDocument === document).length; }', returnByValue: true });
  await cdp.send('Runtime.releaseObjectGroup', { objectGroup: 'count' });
  return length.value as number;
}

async function listeners(cdp: CDPSession, target: string): Promise<string[]> {
  const { result } = await cdp.send('Runtime.evaluate', { expression: target, objectGroup: 'count' });
  const { listeners: found } = await cdp.send('DOMDebugger.getEventListeners', { objectId: result.objectId as string });
  await cdp.send('Runtime.releaseObjectGroup', { objectGroup: 'count' });
  return found.map(({ type }) => type).sort();
}

/** What is left, once nothing is under way and all garbage has gone. */
async function left(page: Page, cdp: CDPSession): Promise<Readonly<Record<string, unknown>>> {
  await page.waitForFunction(() => !(self as unknown as { waiting: Set<string> }).waiting.size);
  for (let n = 0; n < 3; n++) await cdp.send('HeapProfiler.collectGarbage');
  const counts: Record<string, unknown> = {};
  for (const tag of TAGS) counts[tag] = await living(cdp, `customElements.get('${tag}').prototype`);
  counts['rows'] = await living(cdp, 'HTMLTableRowElement.prototype');
  counts['roots'] = await living(cdp, 'ShadowRoot.prototype');
  for (const target of ['window', 'document']) counts[target] = await listeners(cdp, target);
  counts['elements of the page'] = await page.evaluate(() => document.querySelectorAll('*').length);
  return counts;
}

/** Puts a page of widgets up, uses them, and takes them down. */
const round = (page: Page, html: string, n: number): Promise<void> => page.evaluate(async ([text, odd]) => {
  const box = document.createElement('div');
  // The host's own way to make markup: this page has no policy.
  box.innerHTML = text;
  document.body.append(box);
  // Every other one goes before its feed has come.
  if (odd) await new Promise((resolve) => { setTimeout(resolve, odd); });
  else {
    // Placeholders are seen in a moment.
    await new Promise((resolve) => { setTimeout(resolve); });
    const list = box.querySelector<HTMLElement>('sgs-list, sgs-column');
    const root = list?.shadowRoot as ShadowRoot;
    const shown = (selector: string): Promise<HTMLElement> => new Promise((resolve) => {
      const look = (): void => {
        const found = root.querySelector<HTMLElement>(selector);
        if (found) resolve(found);
        else setTimeout(look, 5);
      };
      look();
    });
    (await shown('tbody a, tbody button')).click();
    await shown('#record, #range');
    list?.remove();
    box.append(list as HTMLElement);
  }
  box.remove();
  // The next ones begin with a list, not with the record that the address names.
  history.replaceState(null, '', location.pathname);
}, [html, n % 2 ? n % 7 : 0] as const);

const SCENES: Readonly<Record<string, string>> = {
  'a list, its search box and its detail': '<sgs-search for="l"></sgs-search><sgs-list id="l" feed="/sgs.json" refresh="5"></sgs-list><sgs-detail for="l"></sgs-detail>',
  'a column with a configuration': '<sgs-column feed="/sgs.json" config="/config.json" elder lang="en"></sgs-column>',
  'placeholders': '<div data-sgs="list" data-feed="/sgs.json" data-url-key="">双公示</div><a class="sgs-list" href="/sgs.json" data-url-key="">双公示</a>',
  'a feed that fails': '<sgs-list feed="/none.json /sgs.json"></sgs-list>',
};

describe('a hundred times on the page and off it', () => {
  for (const [name, html] of Object.entries(SCENES)) {
    test(`leaves no element, node, listener or timer: ${name}`, async (t) => {
      const site = await serveSite(t, {
        policy: '',
        pages: { '/': '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>t</title><script src="/sgs.js" defer></script><body><p>a</p>', '/sgs.json': FEED, '/config.json': '{"request":{"retry":0},"labels":{"license":"许可"}}' },
      });
      const { page, context, faults } = await openBrowser(t);
      await context.addInitScript({ content: BOOKS });
      await page.goto(site.url);
      const cdp = await context.newCDPSession(page);
      // Parts and tables are loaded once and stay.
      for (let n = 0; n < 3; n++) await round(page, html, n);
      const before = await left(page, cdp);
      for (let n = 0; n < 100; n++) await round(page, html, n);
      const after = await left(page, cdp);
      for (const tag of [...TAGS, 'rows', 'roots']) assert.equal(after[tag], 0, `${tag}: ${JSON.stringify(after)}`);
      assert.deepEqual(after, before);
      assert.deepEqual(faults().filter((fault) => !fault.includes('404')), []);
    });
  }
});
