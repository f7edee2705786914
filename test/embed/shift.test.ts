// Nothing moves under a reader's eyes while the column loads: the sum of layout shifts, as browsers measure it. The script
// stands in the head, as one that the browser has already: what is painted before a script comes is not the script's.
import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, test } from 'node:test';
import { openBrowser } from '../helpers/browser.js';
import { serveSite } from '../helpers/site.js';

const entry = (n: number): object =>
  ({ kind: 'license', documentNumber: `青市监许〔2026〕${n}号`, projectName: `许可事项${n}`, subjectName: '青岚市甲有限公司', decidedOn: '2026-03-01', authority: '青岚市市场监督管理局', publicUntil: '2031-03-01' });
const FEED = JSON.stringify({ version: 1, standard: '2018', updated: '2026-11-20', records: Array.from({ length: 41 }, (_, n) => entry(n + 1)) });
const FALLBACK = `<table>${'<tr><th>准予食品经营许可决定书</th><td>青岚市甲有限公司</td><td>2026-03-01</td></tr>'.repeat(5)}</table>`;

/** Web Vitals call up to 0.1 good; a column moves what is below it by far less. */
const MOST = 0.02;

declare global {
  interface Window {
    shifted: number;
  }
}

describe('layout shift', () => {
  for (const width of [390, 1280]) {
    for (const fallback of ['', FALLBACK]) {
      for (const elder of [false, true]) {
        for (const delay of [0, 400]) {
          const name = [`${width} px`, fallback ? 'with fallback content' : 'without fallback content', elder && 'large print chosen before', delay && 'a slow feed'].filter(Boolean).join(', ');
          test(name, async (t) => {
            const { url } = await serveSite(t, {
              pages: { '/index.html': `<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width"><script src="sgs.js"></script><h1>双公示</h1><sgs-column feed="/feed.json">${fallback}</sgs-column><h2>公示说明</h2><p>本栏目信息一般在作出决定后的7个工作日内公示。</p>` },
              answers: { '/feed.json': (_request, response) => void wait(delay).then(() => response.writeHead(200, { 'content-type': 'application/json' }).end(FEED)) },
            });
            const { page } = await openBrowser(t, { viewport: { width, height: 800 } });
            await page.addInitScript((large) => {
              if (large) localStorage.setItem('sgs.elder', 'true');
              window.shifted = 0;
              new PerformanceObserver((list) => {
                for (const shift of list.getEntries() as (PerformanceEntry & { readonly value: number })[]) window.shifted += shift.value;
              }).observe({ type: 'layout-shift', buffered: true });
            }, elder);
            await page.goto(url + 'index.html');
            await page.getByRole('heading', { name: /^第 1–10 条，共 41 条/ }).waitFor();
            // A frame later what has been laid out has been painted, and measured.
            await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
            const shifted = await page.evaluate(() => window.shifted);
            assert.ok(shifted <= MOST, `${shifted}`);
          });
        }
      }
    }
  }
});
