// @ts-check
// Pages: ours, the peers and the limits, with the same feed, in a real Chromium: first rows, main thread, bytes, memory,
// search. All pages of a group take turns, so that what others do on the machine hits all alike.
import { build } from 'esbuild';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { chromiumArgs, ensureChromium } from '../scripts/chromium.mjs';
import { feed, here, zippedIn } from './data.mjs';
import { nameOf } from './options.mjs';
import { answer, serveShaped } from './server.mjs';
import { SPELLINGS } from './spellings.mjs';

/**
 * @typedef {object} PageOf
 * @property {string} name
 * @property {string[]} rows selectors of its rows; each but the last is a host whose shadow root the next is looked for in
 * @property {string} [input] of its search, in the same root as the rows; none: it can't be searched
 * @property {'input' | 'keyup' | 'submit'} [by] what makes it search
 * @property {import('./spellings.mjs').Spelling} [spelling] of its feed; our own format unless given
 * @property {boolean} [streams] shows rows before it has everything, and says with `sgs-load` that it has
 */
/** @type {readonly PageOf[]} */
export const PAGES = [
  { name: 'blank', rows: ['#box tr'] },
  { name: 'parse', rows: ['#box tr'] },
  { name: 'ours', rows: ['sgs-column', 'tbody tr'], input: '#q', by: 'submit', streams: true },
  // The same records as departments write them (spellings.mjs).
  { name: 'ours-codes', spelling: 'codes', rows: ['sgs-column', 'tbody tr'], input: '#q', by: 'submit', streams: true },
  { name: 'ours-labels', spelling: 'labels', rows: ['sgs-column', 'tbody tr'], input: '#q', by: 'submit', streams: true },
  { name: 'datatables', rows: ['#box tbody tr td:nth-child(6)'], input: '.dt-search input', by: 'input' },
  { name: 'gridjs', rows: ['.gridjs-tbody .gridjs-tr'], input: '.gridjs-search-input', by: 'input' },
  { name: 'tabulator', rows: ['.tabulator-row'], input: '#q', by: 'input' },
  { name: 'listjs', rows: ['#box tbody.list tr'], input: '.search', by: 'keyup' },
  { name: 'aggrid', rows: ['.ag-row'], input: '#q', by: 'input' },
];
/** Ours, in each spelling of the feed. */
export const OURS = PAGES.filter(({ name }) => name.startsWith('ours')).map(({ name }) => name);
export const PEERS = ['datatables', 'gridjs', 'tabulator', 'listjs', 'aggrid'];

/** Rows that must stand there. */
const ROWS = 20;
/** Milliseconds a page is given for its rows, and for the rest of its feed. */
const PATIENCE = 60_000;

/**
 * @typedef {object} Load what one page came to; times in ms since the page was asked for
 * @property {number} [fcp]
 * @property {number} [first] the frame in which 20 rows are in the DOM
 * @property {number} [loaded] the whole feed is there and nothing long runs any more
 * @property {number} [longest] the longest task until then; 0: none above 50 ms
 * @property {number} [tbt] what tasks lasted beyond 50 ms each, in all
 * @property {number} [kb] bodies as they went over the line, in kB
 * @property {number} [heap] MB of the page's JavaScript after a collection: objects, strings and buffers
 * @property {number} [nodes] of the DOM
 * @property {number} [search] from typing to the frame with the found rows
 * @property {string} [failed]
 */

/** Every page but ours, bundled and zipped, and what is ours. @returns {Promise<Map<string, import('./server.mjs').Answer>>} */
export async function pageFiles() {
  /** @type {Map<string, import('./server.mjs').Answer>} */
  const files = new Map();
  for (const { name } of PAGES) {
    if (OURS.includes(name)) continue;
    // Top-level await stays in: modules, as a site of today loads them.
    const { outputFiles } = await build({
      entryPoints: [join(here, `pages/${name}.js`)], bundle: true, write: false, minify: true, format: 'esm', target: 'es2022', outdir: 'out', logLevel: 'error',
      legalComments: 'none', define: { 'process.env.NODE_ENV': '"production"' },
    });
    for (const { path, contents } of outputFiles) {
      const ending = path.endsWith('.css') ? 'css' : 'js';
      files.set(`/${name}.${ending}`, answer(Buffer.from(contents), `x.${ending}`));
    }
    const css = files.has(`/${name}.css`) ? `<link rel="stylesheet" href="/${name}.css">` : '';
    files.set(`/${name}.html`, answer(html(`${css}<script type="module" src="/${name}.js"></script>`, '<div id="box"></div>'), 'x.html'));
  }
  for (const file of readdirSync(join(here, '../dist'))) {
    if (/^sgs(\.[\w-]+)?\.(js|css)$/.test(file)) files.set(`/${file}`, answer(readFileSync(join(here, '../dist', file)), file));
  }
  return files;
}

/** @param {string} head @param {string} body */
const html = (head, body) => `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>双公示</title><link rel="icon" href="data:,"><style>.tall{height:1100px}</style>${head}</head><body><h1>双公示</h1>${body}</body></html>`;

/** Its address is in its markup, as a webmaster writes it. @param {number} count @param {import('./spellings.mjs').Spelling} [spelling] */
const oursHtml = (count, spelling) => answer(html(
  '<script src="/sgs.js" defer></script>',
  `<sgs-column feed="/data/${nameOf(count)}.${spelling ? `${spelling}.` : ''}json" page-size="${ROWS}"></sgs-column>`,
), 'x.html');

/**
 * Runs in the page before anything of it: watches for rows and for long tasks.
 * @param {{ rows: string[], need: number, streams: boolean }} what
 */
function watch({ rows, need, streams }) {
  /** @type {any} */
  const state = { tasks: [], first: 0, loaded: 0 };
  /** @type {any} */ (window).bench = state;
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) state.tasks.push([startTime, duration]);
  }).observe({ type: 'longtask', buffered: true });
  state.root = () => rows.slice(0, -1).reduce((/** @type {any} */ root, host) => root?.querySelector(host)?.shadowRoot, document);
  state.rows = () => state.root()?.querySelectorAll(rows.at(-1)) ?? [];
  /** @param {() => boolean} done @returns {Promise<number>} the time of the frame */
  state.frame = (done) => new Promise((resolve) => {
    const look = () => (done() ? resolve(performance.now()) : requestAnimationFrame(look));
    requestAnimationFrame(look);
  });
  state.shown = state.frame(() => state.rows().length >= need).then((/** @type {number} */ now) => (state.first = now));
  const arrived = new Promise((done) => addEventListener('sgs-load', () => done(performance.now())));
  state.arrived = streams ? Promise.all([arrived, state.shown]).then(([now]) => now) : state.shown;
  // Nothing long for 400 ms: what a table still does behind its first rows counts too.
  state.settled = (/** @type {number} */ least) => new Promise((resolve) => {
    let quiet = performance.now();
    const look = () => {
      const last = state.tasks.reduce((/** @type {number} */ end, /** @type {number[]} */ [start = 0, ms = 0]) => Math.max(end, start + ms), least);
      const now = performance.now();
      // A frame that comes late is a long task whose entry is still on its way.
      if (now - last > 400 && now - quiet < 200) resolve(last);
      else if (now - least > 20_000) resolve(last);
      else setTimeout(look, 50);
      quiet = now;
    };
    look();
  });
}

/** @template T @param {Promise<T>} promise @param {number} ms @param {string} what @returns {Promise<T>} */
export function within(promise, ms, what) {
  /** @type {ReturnType<typeof setTimeout>} */
  let timer;
  const late = new Promise((_, fail) => (timer = setTimeout(() => fail(new Error(`no ${what} within ${ms / 1000} s`)), ms)));
  return /** @type {Promise<T>} */ (Promise.race([promise, late])).finally(() => clearTimeout(timer));
}

/** Opens what all pages are measured in. @param {(path: string) => import('./server.mjs').Answer | undefined} [more] what else is served */
export async function openTables(more) {
  const files = await pageFiles();
  /** @type {Map<number, import('./data.mjs').Feed>} */
  const feeds = new Map();
  /** @param {number} count */
  const feedOf = (count) => {
    const known = feeds.get(count);
    if (known) return known;
    // Only the feed of the group is kept in memory.
    feeds.clear();
    const made = feed(count);
    feeds.set(count, made);
    return made;
  };
  let count = 0;
  const server = await serveShaped((path) => {
    const own = OURS.find((name) => path === `/${name}.html`);
    if (own) return oursHtml(count, pageNamed(own).spelling);
    const other = files.get(path) ?? more?.(path);
    if (other || !path.startsWith('/data/')) return other;
    const { zipped, first } = feedOf(count);
    const spelling = SPELLINGS.find((each) => path === `/data/${nameOf(count)}.${each}.json`);
    if (spelling) return { body: zippedIn(count, spelling), type: 'application/json; charset=utf-8', zipped: true };
    if (path === `/data/${nameOf(count)}.json`) return { body: zipped, type: 'application/json; charset=utf-8', zipped: true };
    if (path === `/data/${nameOf(count)}.first.json`) return { body: first, type: 'application/json; charset=utf-8', zipped: true };
    return undefined;
  });
  const launch = () => chromium.launch({ executablePath: ensureChromium(), args: [...chromiumArgs, '--enable-blink-features=ForceEagerMeasureMemory'] });
  let browser = await launch();
  const version = browser.version();

  return {
    version,
    server,
    files,
    browser: () => browser,
    /** @param {number} next which feed the pages get */
    use(next) {
      count = next;
      return feedOf(next);
    },
    /** A page after which another starts as if there had been none. */
    async fresh() {
      if (!browser.isConnected()) browser = await launch();
      return browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai', viewport: { width: 1280, height: 1200 } });
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

/**
 * Playwright has the browser keep every answer for its developer tools, which make text of a whole one in a task of the
 * page's main thread when it ends: 35 ms for 10,000 records, the longest task of a page that has none. No reader's
 * browser does that, so nothing is kept. Playwright offers no way to say so but its own connection.
 * @param {import('playwright-core').Page} page
 */
async function keepNoBodies(page) {
  const { delegate } = /** @type {any} */ (page)._connection.toImpl(page);
  await delegate._mainFrameSession._client.send('Network.enable', { maxTotalBufferSize: 0, maxResourceBufferSize: 0 });
}

/** @param {string} name */
export const pageNamed = (name) => /** @type {PageOf} */ (PAGES.find((page) => page.name === name));

/** @param {number} count */
export const addressOf = (/** @type {string} */ url, /** @type {string} */ name, count) =>
  `${url}/${name}.html?feed=/data/${nameOf(count)}.json&first=/data/${nameOf(count)}.first.json`;

/**
 * Loads one page once.
 * @param {Awaited<ReturnType<typeof openTables>>} bench
 * @param {{ name: string, count: number, cpu: number, net: import('./options.mjs').Net }} cell
 * @returns {Promise<Load>}
 */
export async function measureLoad(bench, { name, count, cpu, net }) {
  const { rows, input, by, streams = false } = pageNamed(name);
  const { term } = bench.use(count);
  const context = await bench.fresh();
  /** @type {Load} */
  const load = {};
  try {
    const page = await context.newPage();
    await keepNoBodies(page);
    const cdp = await context.newCDPSession(page);
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: cpu });
    await page.addInitScript(watch, { rows, need: ROWS, streams });
    bench.server.start(net);
    await page.goto(addressOf(bench.server.url, name, count), { waitUntil: 'commit' });
    const ask = (/** @type {string} */ expression) => /** @type {Promise<number>} */ (page.evaluate(expression));
    load.first = await within(ask('bench.shown'), PATIENCE, 'rows');
    const arrived = await within(ask('bench.arrived'), PATIENCE, 'end of the feed');
    load.loaded = await ask(`bench.settled(${arrived})`);
    Object.assign(load, await page.evaluate(() => {
      /** @type {number[][]} */
      const tasks = /** @type {any} */ (window).bench.tasks;
      return {
        longest: Math.max(0, ...tasks.map(([, ms = 0]) => ms)),
        tbt: tasks.reduce((sum, [, ms = 0]) => sum + ms - 50, 0),
        fcp: performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
      };
    }));
    load.kb = bench.server.sent().bytes / 1000;
    await cdp.send('HeapProfiler.enable');
    await cdp.send('HeapProfiler.collectGarbage');
    const usage = /** @type {{ usedSize: number, backingStorageSize?: number }} */ (await cdp.send('Runtime.getHeapUsage'));
    load.heap = (usage.usedSize + (usage.backingStorageSize ?? 0)) / 1e6;
    await cdp.send('Performance.enable');
    const { metrics } = await cdp.send('Performance.getMetrics');
    load.nodes = metrics.find((metric) => metric.name === 'Nodes')?.value;
    if (input && by) load.search = await within(page.evaluate(search, { input, by, term }), PATIENCE, 'found rows');
  } catch (error) {
    load.failed = error instanceof Error ? String(error.message.split('\n')[0]) : String(error);
  } finally {
    await within(context.close(), 10_000, 'closed page').catch(() => bench.browser().close());
  }
  return load;
}

/**
 * Runs in the page: types a term and waits for the frame whose first row holds it.
 * @param {{ input: string, by: string, term: string }} how
 */
async function search({ input, by, term }) {
  const { bench } = /** @type {any} */ (window);
  const field = bench.root().querySelector(input);
  const start = performance.now();
  field.focus();
  field.value = term;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  if (by === 'keyup') field.dispatchEvent(new KeyboardEvent('keyup', { bubbles: true }));
  if (by === 'submit') field.form.querySelector('[type=submit]').click();
  const end = await bench.frame(() => {
    const [first] = bench.rows();
    return (first?.closest('tr') ?? first)?.textContent.includes(term);
  });
  return end - start;
}

/** @param {number} count @param {number} cpu @param {string} net @param {string} name @param {number} round */
export const tableKey = (count, cpu, net, name, round) => `tables ${nameOf(count)} ${cpu}x ${net} ${name} ${round}`;

/** Milliseconds after which slow pages are not loaded again in a group; those that the bars are about are. */
const GROUP_BUDGET = 300_000;

/**
 * @param {import('./options.mjs').Options} options
 * @param {import('./store.mjs').Store} store
 * @param {(text: string) => void} say
 */
export async function tables(options, store, say) {
  if (!existsSync(join(here, '../dist/sgs.js'))) throw new Error('dist/sgs.js is missing');
  const bench = await openTables();
  try {
    for (const count of options.records) {
      // What parses a million records in a page has no end.
      const pages = PAGES.filter(({ name }) => count <= 300_000 || name === 'blank');
      for (const net of options.nets) {
        for (const cpu of options.cpus) {
          let spent = 0;
          for (let round = 0; round < options.reps; round++) {
            // The line is the same for all of them at 100,000: one round says how long 14 MB take.
            const slowLine = net === '10M' && count > 50_000 && round > 0;
            for (const { name } of turn(pages, round)) {
              const peer = PEERS.includes(name) || name === 'parse';
              const key = tableKey(count, cpu, net, name, round);
              if (store.get(key) !== undefined || (peer && (slowLine || spent > GROUP_BUDGET))) continue;
              const start = performance.now();
              const load = await measureLoad(bench, { name, count, cpu, net });
              spent += performance.now() - start;
              store.set(key, load);
              say(`${key}: ${load.failed ?? `${Math.round(load.first ?? NaN)} ms to rows, longest task ${Math.round(load.longest ?? NaN)} ms, search ${load.search === undefined ? '–' : `${Math.round(load.search)} ms`}`}`);
            }
          }
        }
      }
    }
    return bench.version;
  } finally {
    await bench.close();
  }
}

/** Each round begins with another. @template T @param {readonly T[]} list @param {number} round @returns {T[]} */
const turn = (list, round) => {
  const at = (round * 3) % list.length;
  return [...list.slice(at), ...list.slice(0, at)];
};
