// @ts-check
// How long a designer waits for the first column of a built Storybook: from the address to a row that can be seen in the
// preview, each opening in a browser just started, from this machine and zipped as a plain host sends it. Several folders take turns.
// usage: node scripts/storybook-speed.mjs [openings] [folders …]
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { chromiumArgs, ensureChromium } from './chromium.mjs';

const STORY = '?path=/story/column--playground';
/** @type {Readonly<Record<string, string>>} */
const TYPES = {
  '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json',
  '.svg': 'image/svg+xml', '.woff2': 'font/woff2', '.png': 'image/png',
};

const [openings = '15', ...given] = process.argv.slice(2);
const folders = given.length ? given : ['storybook-static'];

/** @typedef {{ asked: number, row: number }} Opening milliseconds until the preview's page is asked for, and until a row is seen */

/** In every frame: when the first row of an element can be seen, on the clock that all frames share. */
function watch() {
  const look = () => {
    for (const element of document.querySelectorAll('sgs-column, sgs-list')) {
      const row = element.shadowRoot?.querySelector('tbody tr');
      if (row?.checkVisibility()) return void /** @type {any} */ (window).rowSeen(performance.timeOrigin + performance.now());
    }
    setTimeout(look, 8);
  };
  if (window.top !== window) look();
}

/** @param {string} folder */
async function serve(folder) {
  /** @type {Map<string, { body: Buffer, zipped: boolean } | undefined>} */
  const known = new Map();
  /** @param {string} path */
  const read = (path) => {
    try {
      const body = readFileSync(join(folder, normalize(path)));
      return /js|css|html|json|svg/.test(extname(path)) ? { body: gzipSync(body), zipped: true } : { body, zipped: false };
    } catch {
      return undefined;
    }
  };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://local');
    const path = pathname.replace(/\/$/, '/index.html');
    if (!known.has(path)) known.set(path, read(path));
    const file = known.get(path);
    if (!file) return void response.writeHead(404).end();
    response.writeHead(200, {
      'content-type': TYPES[extname(path)] ?? 'application/octet-stream', 'content-length': file.body.length,
      // What nginx and Apache say of a file: a browser may keep it for a while.
      'last-modified': 'Mon, 20 Oct 2025 08:00:00 GMT',
      ...(file.zipped && { 'content-encoding': 'gzip' }),
    });
    response.end(file.body);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', () => done(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return { folder, url: `http://127.0.0.1:${port}/${STORY}`, close: () => server.close().closeAllConnections() };
}

/** @param {string} url @returns {Promise<Opening>} */
async function open(url) {
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: chromiumArgs });
  const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1280, height: 800 } });
  await context.addInitScript(watch);
  const page = await context.newPage();
  /** @type {number} */
  const row = await new Promise((done, fail) => {
    page.exposeFunction('rowSeen', done).then(() => page.goto(url, { waitUntil: 'commit' })).catch(fail);
    setTimeout(fail, 30_000, new Error('no row within 30 s')).unref();
  });
  const top = await page.evaluate(() => {
    const loaded = /** @type {PerformanceResourceTiming[]} */ (performance.getEntriesByType('resource'));
    const preview = loaded.find(({ name, initiatorType }) => initiatorType === 'iframe' && name.includes('iframe.html'));
    return { origin: performance.timeOrigin, asked: preview?.startTime ?? 0 };
  });
  await browser.close();
  return { asked: top.asked, row: row - top.origin };
}

/** @param {readonly number[]} values */
const spread = (values) => {
  const sorted = [...values].sort((a, b) => a - b).map(Math.round);
  return `${sorted[sorted.length >> 1]} (${sorted[0]}–${sorted[sorted.length - 1]})`;
};

const servers = await Promise.all(folders.map(serve));
/** @type {Opening[][]} */
const results = servers.map(() => []);
// The first zips the files; it does not count.
for (let round = -1; round < Number(openings); round++) {
  for (const [at, { url }] of servers.entries()) {
    const opening = await open(url);
    if (round >= 0) results[at]?.push(opening);
  }
}
for (const { close } of servers) close();
for (const [at, { folder }] of servers.entries()) {
  const all = results[at] ?? [];
  const [row, asked] = [spread(all.map((each) => each.row)), spread(all.map((each) => each.asked))];
  console.log(`${folder}: first row after ${row} ms, the preview asked for after ${asked} ms`);
}
