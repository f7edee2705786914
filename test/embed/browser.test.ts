// The browser of the tests: our list of features takes the place of Playwright's, so that it must have all of them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openBrowser } from '../helpers/browser.js';

test('has everything switched off that Playwright switches off', async (t) => {
  const { context } = await openBrowser(t);
  const session = await context.browser()!.newBrowserCDPSession();
  const { commandLine } = await session.send('SystemInfo.getInfo');
  const lists = [...commandLine.matchAll(/--disable-features="?([^"\s]+)/g)].map(([, names = '']) => names.split(','));
  const ours = new Set(lists[lists.length - 1]);
  const [playwrights = []] = lists.filter((names) => names.includes('PaintHolding'));
  assert.equal(ours.has('WebUIOmniboxPopup'), true);
  assert.equal(playwrights.includes('WebUIOmniboxPopup'), false);
  assert.deepEqual(playwrights.filter((name) => !ours.has(name)), []);
});
