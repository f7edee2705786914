// @ts-check
// The first page, and a sample of the queries, in a real Chromium with the built dist/: time, bytes, rounds, and whether
// the rows of the answer stand in the page.
import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { chromiumArgs, ensureChromium } from '../../scripts/chromium.mjs';
import { here } from '../data.mjs';
import { quantile, spread } from '../maths.mjs';
import { siteOf } from './site.mjs';
import { LINE, roundsOf, visit } from './visit.mjs';

/** Bytes that the line needs 100 ms for. */
const PROBE = LINE.rate / 8 / 10;

/** What lies on the server beside the folder. */
function pages() {
  const dist = join(here, '../dist');
  const files = new Map(readdirSync(dist).filter((name) => /^sgs(\.\w+)?\.js$/.test(name)).map((name) => [`/${name}`, readFileSync(join(dist, name))]));
  for (const [name, kinds] of [['license', 'license penalty'], ['penalty', 'penalty license']]) {
    files.set(`/${name}.html`, Buffer.from(`<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>双公示</title><link rel="icon" href="data:,"><script src="/sgs.js" defer></script></head><body><h1>双公示</h1><sgs-column feed="/data/sgs.json" kind="${kinds}"></sgs-column></body></html>`));
  }
  files.set('/probe.bin', randomBytes(PROBE));
  return files;
}

/**
 * @typedef {{ query: import('./queries.mjs').Query, ids: readonly string[], bytes: number, requests: number }} Wanted a query,
 * the first page of a full scan, and what it took in Node
 */

/**
 * @param {string} folder @param {readonly Wanted[]} sample @param {(text: string) => void} say
 * @returns {Promise<Required<Pick<import('./figures.mjs').Scale, 'firstPage' | 'browser' | 'shaping'>>>}
 */
export async function browse(folder, sample, say) {
  const files = pages();
  const site = siteOf(folder, (path) => files.get(path));
  const server = await site.listen();
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: chromiumArgs });
  try {
    const firsts = [];
    let shortestMs = Infinity;
    let tookMs = NaN;
    /** @type {ReturnType<typeof server.sent>} */
    let opening = [];
    /** @type {Map<string, { ms?: number, bytes: number, requests: number, rounds: number, same: boolean }[]>} */
    const classes = new Map();
    for (const [n, { query, ids, bytes, requests }] of sample.entries()) {
      const visitor = await visit(browser, `${server.url}/${query.kind}.html`);
      try {
        const first = await visitor.first();
        firsts.push(first.ms);
        const before = server.sent();
        if (!n) opening = before;
        const found = await visitor.search(query.q, ids);
        const took = server.sent().reduce((sum, answer) => sum + answer.bytes, 0);
        if (!n) tookMs = await visitor.probe('/probe.bin');
        server.sent();
        shortestMs = Math.min(shortestMs, ...[...first.requests, ...found.requests].map(({ start, end }) => (end - start) * 1000));
        const own = classes.get(query.class) ?? [];
        classes.set(query.class, own);
        own.push({ ...(found.ms !== undefined && { ms: found.ms }), bytes: took, requests: found.requests.length, rounds: roundsOf(found.requests), same: found.requests.length === requests && took === bytes });
        if (found.ms === undefined) say(`${query.class}: ${query.q}: other rows than those of a full scan`);
        if ((n + 1) % 20 === 0) say(`${n + 1} of ${sample.length} visits in Chromium`);
      } finally {
        await visitor.close();
      }
    }
    const isData = (/** @type {{ path: string }} */ { path }) => path.startsWith('/data/');
    const data = opening.filter(isData);
    const plain = data.reduce((sum, { path, bytes }) => {
      const body = readFileSync(join(folder, path.slice(6)));
      return sum + bytes + (body[0] === 0x1f ? 0 : body.length - gzipSync(body, { level: 6 }).length);
    }, 0);
    return {
      firstPage: {
        kb: data.reduce((sum, { bytes }) => sum + bytes, 0) / 1000, plainKb: plain / 1000, requests: data.length,
        scriptKb: Object.fromEntries(opening.filter(({ path }) => path.endsWith('.js')).map(({ path, bytes }) => [path.slice(1), bytes / 1000])),
        rowsMs: /** @type {import('../maths.mjs').Spread} */ (spread(firsts)),
      },
      browser: [...classes].map(([name, all]) => {
        const of = (/** @type {'bytes' | 'requests' | 'rounds'} */ key) => all.map((each) => each[key]);
        const ms = all.flatMap((each) => each.ms ?? []);
        return {
          name, asked: all.length, right: ms.length, ms50: quantile(ms, 0.5), ms95: quantile(ms, 0.95), kb50: quantile(of('bytes'), 0.5) / 1000,
          requests50: quantile(of('requests'), 0.5), roundsMost: Math.max(...of('rounds')), same: all.filter(({ same }) => same).length,
        };
      }),
      shaping: { askedMs: LINE.latency + (1000 * 8 * PROBE) / LINE.rate, tookMs, shortestMs },
    };
  } finally {
    await browser.close();
    await server.close();
  }
}
