// @ts-check
// Every story of a built Storybook in a real browser: it renders, its play function passes, the console shows no error,
// nothing is asked of another host, axe finds nothing. Documentation pages must render, silently too.
// usage: node scripts/stories.mjs <folder> [parts of story ids]
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { chromiumArgs, ensureChromium } from './chromium.mjs';
import { leaveCounts } from './counts.mjs';
import { serve } from './serve.mjs';

/** Pages open at the same time. */
const lanes = 2;
/** A story that has not finished by then has failed, in milliseconds. */
const patience = 20_000;
const tags = ['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** A story is a piece of a page, so rules about whole pages do not apply to it. */
const pageRules = ['region', 'page-has-heading-one', 'landmark-one-main'];

/** @typedef {{ id: string, type: 'story' | 'docs' }} Entry */

const [folder = 'storybook-static', ...filters] = process.argv.slice(2);
const index = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8'));
/** @type {Entry[]} */
const entries = Object.values(index.entries);
const queue = entries.filter(({ id }) => !filters.length || filters.some((part) => id.includes(part)));
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const { url, close } = await serve({
  mounts: { '/': folder },
  // A browser asks for the icon by itself; its absence would be a console error.
  before: (_request, response, { pathname }) => pathname === '/favicon.ico' && Boolean(response.writeHead(204).end()),
});
const browser = await chromium.launch({ executablePath: ensureChromium(), args: chromiumArgs });
// Playwright closes the browser on SIGTERM only while it has its handlers, which it has: nothing else to do here.
const context = await browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce' });
await context.addInitScript(recordEvents);

const counts = { passed: 0, failed: 0, skipped: 0 };
await Promise.all(Array.from({ length: lanes }, lane));
await browser.close();
await close();
leaveCounts(counts);
console.log(`stories: ${counts.passed} passed, ${counts.failed} failed`);
process.exit(counts.failed ? 1 : 0);

async function lane() {
  for (let entry = queue.shift(); entry; entry = queue.shift()) {
    const faults = await check(entry).catch((error) => [String(error)]);
    counts[faults.length ? 'failed' : 'passed'] += 1;
    console.log([`${faults.length ? '✖' : '✔'} ${entry.id}`, ...faults.map((fault) => `    ${fault}`)].join('\n'));
  }
}

/** In the page, before Storybook: keeps what its channel reports about the story. */
function recordEvents() {
  const page = /** @type {any} */ (window);
  page.storyEvents = [];
  const names = ['docsRendered', 'storyErrored', 'storyThrewException', 'playFunctionThrewException', 'storyMissing', 'storyFinished'];
  const listen = () => {
    const channel = page.__STORYBOOK_ADDONS_CHANNEL__;
    if (!channel) return void setTimeout(listen, 5);
    for (const name of names) {
      channel.on(name, (/** @type {any} */ detail) => page.storyEvents.push({ name, detail: detail?.message ?? detail?.status ?? '' }));
    }
  };
  listen();
}

/** @param {Entry} entry @returns {Promise<string[]>} what is wrong with it */
async function check({ id, type }) {
  /** @type {string[]} */
  const faults = [];
  const page = await context.newPage();
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('console', (message) => message.type() === 'error' && faults.push(`console: ${message.text().slice(0, 300)}`));
  page.on('request', (request) => {
    const target = request.url();
    if (!target.startsWith(url) && !/^(?:data|blob|about):/.test(target)) faults.push(`request to another host: ${target}`);
  });
  try {
    await page.goto(`${url}iframe.html?id=${id}&viewMode=${type}`, { timeout: patience });
    const done = type === 'docs' ? 'docsRendered' : 'storyFinished';
    const bad = /Errored|Exception|Missing/;
    await page
      .waitForFunction(([end, wrong]) => /** @type {any} */ (window).storyEvents.some((/** @type {any} */ e) => e.name === end || new RegExp(wrong).test(e.name)), /** @type {const} */ ([done, bad.source]), { timeout: patience })
      .catch(() => faults.push(`never finished (${patience / 1000} s)`));
    /** @type {{ name: string, detail: unknown }[]} */
    const events = await page.evaluate(() => /** @type {any} */ (window).storyEvents);
    for (const { name, detail } of events) {
      if (bad.test(name) || (name === 'storyFinished' && detail === 'error')) faults.push(`${name}: ${String(detail).slice(0, 300)}`);
    }
    if (type === 'story') faults.push(...(await audit(page)));
  } finally {
    await page.close();
  }
  return [...new Set(faults)];
}

/** @param {import('playwright-core').Page} page @returns {Promise<string[]>} */
async function audit(page) {
  await page.evaluate(axe);
  const options = { runOnly: tags, rules: Object.fromEntries(pageRules.map((rule) => [rule, { enabled: false }])) };
  const { violations, incomplete } = await page.evaluate((given) => /** @type {any} */ (window).axe.run('#storybook-root', given), options);
  /** @param {any} rule */
  const places = (rule) => rule.nodes.map((/** @type {any} */ node) => node.target.flat().join(' ')).join(', ');
  for (const rule of incomplete) console.log(`  ? axe could not decide ${rule.id}: ${places(rule)}`);
  return violations.map((/** @type {any} */ rule) => `axe ${rule.id} (${rule.impact}): ${places(rule)}`);
}
