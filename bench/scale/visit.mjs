// @ts-check
// One visit of a real Chromium over a slow line, made by the browser's own tools: the first page, then one search.

/** Bits a second and milliseconds of the line. */
export const LINE = { rate: 10_000_000, latency: 40 };
/** Milliseconds in which an answer must come. */
const PATIENCE = 20_000;
/** Milliseconds without a request after which a visit is over. */
const QUIET = 250;

/** @typedef {{ path: string, start: number, end: number }} Request times in seconds */

/** Requests one after another: the longest chain in which each was asked for after the one before had come. @param {readonly Request[]} requests */
export function roundsOf(requests) {
  const sorted = [...requests].sort((a, b) => a.start - b.start);
  /** @type {number[]} */
  const depth = [];
  sorted.forEach((request, n) => {
    depth[n] = 1 + Math.max(0, ...sorted.slice(0, n).map((earlier, at) => (earlier.end <= request.start ? /** @type {number} */ (depth[at]) : 0)));
  });
  return Math.max(0, ...depth);
}

/** @template T @param {Promise<T>} promise @param {string} what @returns {Promise<T>} */
function within(promise, what) {
  /** @type {ReturnType<typeof setTimeout>} */
  let timer;
  const late = new Promise((_, fail) => (timer = setTimeout(() => fail(new Error(`no ${what} within ${PATIENCE / 1000} s`)), PATIENCE)));
  return /** @type {Promise<T>} */ (Promise.race([promise, late])).finally(() => clearTimeout(timer));
}

/** Runs in the page before anything of it. */
function watch() {
  /** @type {any} */
  const bench = ((/** @type {any} */ (window)).bench = {});
  const root = () => document.querySelector('sgs-column')?.shadowRoot;
  bench.ids = () => [...(root()?.querySelectorAll('tbody [data-id]') ?? [])].map((link) => /** @type {HTMLElement} */ (link).dataset['id']);
  /** @param {(ids: string[]) => boolean} done @returns {Promise<number>} the time of the frame */
  bench.frame = (done) => new Promise((resolve) => {
    const look = () => (done(bench.ids()) ? resolve(performance.now()) : requestAnimationFrame(look));
    requestAnimationFrame(look);
  });
  bench.first = bench.frame((/** @type {string[]} */ ids) => ids.length >= 10);
  bench.search = (/** @type {string} */ q, /** @type {string[]} */ wanted) => {
    const field = /** @type {HTMLInputElement} */ (root()?.querySelector('#q'));
    field.focus();
    field.value = q;
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    const start = performance.now();
    /** @type {HTMLElement} */ (field.form?.querySelector('[type=submit]')).click();
    return bench.frame((/** @type {string[]} */ ids) => ids.join() === wanted.join()).then((/** @type {number} */ end) => end - start);
  };
}

/** @param {import('playwright-core').Browser} browser @param {string} url of a page with a column */
export async function visit(browser, url) {
  const context = await browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai', viewport: { width: 1280, height: 1200 } });
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  /** @type {Map<string, Request>} */
  const requests = new Map();
  let changed = performance.now();
  cdp.on('Network.requestWillBeSent', ({ requestId, request, timestamp }) => {
    changed = performance.now();
    if (!request.url.startsWith('data:')) requests.set(requestId, { path: new URL(request.url).pathname, start: timestamp, end: 0 });
  });
  const ended = (/** @type {{ requestId: string, timestamp: number }} */ { requestId, timestamp }) => {
    changed = performance.now();
    Object.assign(requests.get(requestId) ?? {}, { end: timestamp });
  };
  cdp.on('Network.loadingFinished', ended);
  // Whoever has read a body to its end lets go of the request before the browser does: that is how most of ours end.
  cdp.on('Network.loadingFailed', ended);
  await cdp.send('Network.enable');
  await cdp.send('Network.setCacheDisabled', { cacheDisabled: true });
  await cdp.send('Network.emulateNetworkConditions', { offline: false, latency: LINE.latency, downloadThroughput: LINE.rate / 8, uploadThroughput: LINE.rate / 8 });
  await page.addInitScript(watch);

  const done = () => [...requests.values()].every(({ end }) => end);
  /** What has been asked for since the last time, once nothing more is. @returns {Promise<Request[]>} */
  async function settled() {
    const late = performance.now() + PATIENCE;
    while (!done() || performance.now() - changed < QUIET) {
      if (performance.now() > late) throw new Error('requests without end');
      await new Promise((next) => setTimeout(next, 20));
    }
    const all = [...requests.values()];
    requests.clear();
    return all;
  }

  await page.goto(url, { waitUntil: 'commit' });
  return {
    /** @returns {Promise<{ ms: number, requests: Request[] }>} */
    async first() {
      const ms = await within(page.evaluate('bench.first'), 'rows');
      return { ms: /** @type {number} */ (ms), requests: await settled() };
    },
    /** @param {string} q @param {readonly string[]} wanted ids of the rows that must come @returns {Promise<{ ms?: number, requests: Request[] }>} without `ms`: other rows came */
    async search(q, wanted) {
      const ms = await within(page.evaluate(`bench.search(${JSON.stringify(q)}, ${JSON.stringify(wanted)})`), 'answer').catch(() => undefined);
      const asked = await settled();
      // The line is that of the page; what a worker asks for has one of its own.
      if (page.workers().length) throw new Error('a worker reads: its requests are not on the slow line');
      return { ...(ms !== undefined && { ms: /** @type {number} */ (ms) }), requests: asked };
    },
    /** Milliseconds that a file takes. @param {string} path */
    probe: (path) => /** @type {Promise<number>} */ (page.evaluate(`(async (start) => (await (await fetch(${JSON.stringify(path)})).arrayBuffer(), performance.now() - start))(performance.now())`)),
    close: () => context.close(),
  };
}
