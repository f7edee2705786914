// @ts-check
// What stays in memory once a feed is loaded, on the main thread and in a worker, with and without leave to start one,
// and whether anything is left behind by elements that come and go.
import { addressOf, openTables, pageNamed, within } from './tables.mjs';
import { nameOf } from './options.mjs';

/**
 * @typedef {object} Memory
 * @property {number} [main] bytes of the page's JavaScript after a collection
 * @property {number} [worker] bytes of workers
 * @property {number} [workers] how many
 * @property {string} [failed]
 *
 * @typedef {{ after10?: number, after110?: number, nodes10?: number, nodes110?: number, failed?: string }} Mounts bytes, DOM nodes
 */

/** `headers`: what keeps the page from a worker. */
const CASES = [
  { name: 'blank', headers: {} },
  { name: 'parse', headers: {} },
  { name: 'ours', headers: {} },
  { name: 'ours', without: true, headers: { 'content-security-policy': "worker-src 'none'" } },
];

/** Lets the page ask how much its workers hold. */
const ISOLATED = { 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp', 'cross-origin-resource-policy': 'same-origin' };

/** @param {number} count @param {string} name @param {boolean} without */
export const memoryKey = (count, name, without, round = 0) => `memory ${nameOf(count)} ${name}${without ? ' without worker' : ''} ${round}`;

/** @param {import('playwright-core').CDPSession} cdp */
async function heap(cdp) {
  await cdp.send('HeapProfiler.enable');
  await cdp.send('HeapProfiler.collectGarbage');
  await cdp.send('HeapProfiler.collectGarbage');
  const usage = /** @type {{ usedSize: number, backingStorageSize?: number }} */ (await cdp.send('Runtime.getHeapUsage'));
  return usage.usedSize + (usage.backingStorageSize ?? 0);
}

/** Runs in the page: bytes of workers, as the browser tells them apart. */
async function workerBytes() {
  const { breakdown } = await /** @type {any} */ (performance).measureUserAgentSpecificMemory();
  return breakdown.reduce((/** @type {number} */ sum, /** @type {any} */ part) => sum + (part.attribution.some((/** @type {{ scope: string }} */ { scope }) => /Worker/.test(scope)) ? part.bytes : 0), 0);
}

/**
 * @param {Awaited<ReturnType<typeof openTables>>} bench
 * @param {{ name: string, headers: Record<string, string>, count: number }} cell
 * @returns {Promise<Memory>}
 */
async function measure(bench, { name, headers, count }) {
  bench.use(count);
  const context = await bench.fresh();
  try {
    const page = await context.newPage();
    const cdp = await context.newCDPSession(page);
    const { streams } = pageNamed(name);
    if (streams) await page.addInitScript(() => addEventListener('sgs-load', () => (/** @type {any} */ (window).arrived = true)));
    bench.server.start('loopback', { ...ISOLATED, ...headers });
    await page.goto(addressOf(bench.server.url, name, count), { waitUntil: 'commit' });
    await page.waitForFunction(streams ? 'window.arrived' : "document.querySelectorAll('#box tr').length >= 20", undefined, { timeout: 90_000, polling: 200 });
    // What is made behind the load, an index for instance, is counted with it: until two seconds bring nothing new.
    let main = await heap(cdp);
    for (let tries = 0; tries < 10; tries++) {
      await page.waitForTimeout(2000);
      const next = await heap(cdp);
      const still = Math.abs(next - main) < 50_000;
      main = next;
      if (still) break;
    }
    const workers = page.workers().length;
    return { main, workers, worker: workers ? await within(page.evaluate(workerBytes), 60_000, 'measurement of the workers') : 0 };
  } catch (error) {
    return { failed: error instanceof Error ? String(error.message.split('\n')[0]) : String(error) };
  } finally {
    await within(context.close(), 10_000, 'closed page').catch(() => bench.browser().close());
  }
}

/** Elements that come and go. @param {Awaited<ReturnType<typeof openTables>>} bench @returns {Promise<Mounts>} */
async function mounts(bench) {
  bench.use(1000);
  const context = await bench.fresh();
  try {
    const page = await context.newPage();
    const cdp = await context.newCDPSession(page);
    bench.server.start('loopback');
    await page.goto(addressOf(bench.server.url, 'ours', 1000), { waitUntil: 'load' });
    const nodes = async () => {
      await cdp.send('Performance.enable');
      return (await cdp.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'Nodes')?.value;
    };
    /** @param {number} times */
    const cycle = (times) => within(page.evaluate(async (n) => {
      for (let time = 0; time < n; time++) {
        document.querySelector('sgs-column')?.remove();
        const column = document.createElement('sgs-column');
        column.setAttribute('feed', '/data/1k.json');
        const ready = new Promise((done) => column.addEventListener('sgs-load', done, { once: true }));
        document.body.append(column);
        await ready;
        await new Promise((done) => requestAnimationFrame(done));
      }
      document.querySelector('sgs-column')?.remove();
      await new Promise((done) => setTimeout(done, 500));
    }, times), 120_000, `end of ${times} mounts`);
    await cycle(10);
    const after10 = await heap(cdp);
    const nodes10 = await nodes();
    await cycle(100);
    return { after10, nodes10, after110: await heap(cdp), nodes110: await nodes() };
  } catch (error) {
    return { failed: error instanceof Error ? String(error.message.split('\n')[0]) : String(error) };
  } finally {
    await within(context.close(), 10_000, 'closed page').catch(() => bench.browser().close());
  }
}

/**
 * @param {import('./options.mjs').Options} options
 * @param {import('./store.mjs').Store} store
 * @param {(text: string) => void} say
 */
export async function memory(options, store, say) {
  const bench = await openTables();
  const mb = (/** @type {number | undefined} */ bytes) => (bytes === undefined ? '–' : `${(bytes / 1e6).toFixed(1)} MB`);
  try {
    for (const count of options.records.filter((records) => records <= 300_000)) {
      // Memory does not vary as time does: one round.
      for (const { name, headers, without = false } of CASES) {
        const key = memoryKey(count, name, without);
        if (store.get(key) !== undefined) continue;
        const found = await measure(bench, { name, headers: /** @type {Record<string, string>} */ (headers), count });
        store.set(key, found);
        say(`${key}: ${found.failed ?? `main ${mb(found.main)}, ${found.workers} workers ${mb(found.worker)}`}`);
      }
    }
    if (store.get('memory mounts') === undefined) {
      const found = await mounts(bench);
      store.set('memory mounts', found);
      say(`memory mounts: ${found.failed ?? `${mb(found.after10)} after 10, ${mb(found.after110)} after 110`}`);
    }
  } finally {
    await bench.close();
  }
}
