// @ts-check
// Every story of a built Storybook in a real browser: it renders, its play function passes, the console shows no error,
// nothing is asked of another host, nothing is wider than the page, no judge of
// accessibility finds anything (judges.mjs); marked ones look as they did
// (visual.mjs). Documentation pages must render, silently too.
//
// A story's tags say how it is looked at: w320 … w1280 (width of the window), forced-colors, more-contrast,
// visual (a screenshot at its own width), visual-390 (another at that width).
// usage: node scripts/stories.mjs <folder> [parts of story ids]
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { chromiumArgs, ensureChromium } from './chromium.mjs';
import { leaveCounts } from './counts.mjs';
import { judge, judges } from './judges.mjs';
import { serve } from './serve.mjs';
import { compare, orphans } from './visual.mjs';

/** Pages open at the same time. */
const lanes = 2;
/** A story that has not finished by then has failed, in milliseconds. */
const patience = 20_000;
/** Where the stories' calendar stands: their records end in this month. */
const now = new Date('2025-10-24T10:00:00+08:00');
const height = 800;

/** @typedef {{ id: string, type: 'story' | 'docs', tags: readonly string[] }} Entry */

const [folder = 'storybook-static', ...filters] = process.argv.slice(2);
const index = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8'));
/** @type {Entry[]} */
const entries = Object.values(index.entries);
const queue = entries.filter(({ id }) => !filters.length || filters.some((part) => id.includes(part)));

const { url, close } = await serve({
  mounts: { '/': folder },
  // A browser asks for the icon by itself; its absence would be a console error.
  before: (_request, response, { pathname }) => pathname === '/favicon.ico' && Boolean(response.writeHead(204).end()),
});
const browser = await chromium.launch({ executablePath: ensureChromium(), args: chromiumArgs });
// Playwright closes the browser on SIGTERM only while it has its handlers, which it has: nothing else to do here.
/** Names of the screenshots taken. @type {Set<string>} */
const shots = new Set();

const counts = { passed: 0, failed: 0, skipped: 0 };
await Promise.all(Array.from({ length: lanes }, lane));
await browser.close();
await close();
for (const orphan of filters.length ? [] : orphans(shots)) {
  counts.failed += 1;
  console.log(`✖ ${orphan}`);
}
leaveCounts(counts);
console.log(`stories: ${counts.passed} passed, ${counts.failed} failed`);
process.exit(counts.failed ? 1 : 0);

/** A window of its own. Stories follow each other in one page, as when a designer clicks through them: loading Storybook anew takes longer than the story. */
async function lane() {
  const context = await browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce', deviceScaleFactor: 1 });
  await context.addInitScript(recordEvents);
  /** @type {Stage | undefined} */
  let stage;
  for (let entry = queue.shift(); entry; entry = queue.shift()) {
    stage ??= await open(context);
    stage.faults = [];
    const more = await check(stage, entry).catch((error) => [String(error)]);
    const faults = [...new Set([...stage.faults, ...more])];
    counts[faults.length ? 'failed' : 'passed'] += 1;
    console.log([`${faults.length ? '✖' : '✔'} ${entry.id}`, ...faults.map((fault) => `    ${fault}`)].join('\n'));
    // What a broken story leaves behind is nobody else's; a documentation page is a document of its own.
    if (faults.length || entry.type === 'docs') {
      await stage.page.close();
      stage = undefined;
    }
  }
}

/** @typedef {{ page: import('playwright-core').Page, faults: string[], loaded: boolean }} Stage */

/** @param {import('playwright-core').BrowserContext} context @returns {Promise<Stage>} */
async function open(context) {
  /** @type {Stage} */
  const stage = { page: await context.newPage(), faults: [], loaded: false };
  const { page } = stage;
  await page.clock.setFixedTime(now);
  page.on('pageerror', (error) => stage.faults.push(`error: ${error.message}`));
  page.on('console', (message) => message.type() === 'error' && stage.faults.push(`console: ${message.text().slice(0, 300)}`));
  page.on('request', (request) => {
    const target = request.url();
    if (!target.startsWith(url) && !/^(?:data|blob|about):/.test(target)) stage.faults.push(`request to another host: ${target}`);
  });
  return stage;
}

/** In the page, before Storybook: nothing is left of the last page, and what the channel reports about a story is kept. */
function recordEvents() {
  localStorage.clear();
  const page = /** @type {any} */ (window);
  page.storyEvents = [];
  const names = ['docsRendered', 'storyErrored', 'storyThrewException', 'playFunctionThrewException', 'storyMissing', 'storyFinished'];
  const listen = () => {
    const channel = page.__STORYBOOK_ADDONS_CHANNEL__;
    if (!channel) return void setTimeout(listen, 5);
    for (const name of names) {
      channel.on(name, (/** @type {any} */ detail) => page.storyEvents.push({ name, id: detail?.storyId, detail: detail?.message ?? detail?.status ?? '' }));
    }
  };
  listen();
}

/** Goes to a story, as Storybook's own sidebar does once it is there. @param {Stage} stage @param {Entry} entry */
async function show(stage, { id, type }) {
  const { page } = stage;
  if (!stage.loaded || type === 'docs') {
    // Storybook's own panel would run axe at the same time, and axe refuses to run twice.
    await page.goto(`${url}iframe.html?id=${id}&viewMode=${type}&globals=a11y.manual:!true`, { timeout: patience });
    if (!stage.loaded) for (const script of judges) await page.evaluate(script);
    stage.loaded = true;
  } else {
    await page.evaluate((storyId) => {
      const here = /** @type {any} */ (window);
      here.storyEvents = [];
      // What a person has chosen stays for the next page (大字版); the next story is not that person's.
      localStorage.clear();
      here.scrollTo(0, 0);
      here.__STORYBOOK_ADDONS_CHANNEL__.emit('setCurrentStory', { storyId, viewMode: 'story' });
    }, id);
  }
}

/** @param {Stage} stage @param {Entry} entry @returns {Promise<string[]>} what is wrong with it */
async function check(stage, entry) {
  const { id, type, tags: marks } = entry;
  const { page } = stage;
  /** @type {string[]} */
  const faults = [];
  const width = Number(marks.find((mark) => /^w\d+$/.test(mark))?.slice(1) ?? 1280);
  await page.setViewportSize({ width, height });
  await page.emulateMedia({ forcedColors: marks.includes('forced-colors') ? 'active' : 'none', contrast: marks.includes('more-contrast') ? 'more' : 'no-preference' });
  await show(stage, entry);
  const bad = /Errored|Exception|Missing/;
  await page
    .waitForFunction(
      ([story, docs, wrong]) =>
        /** @type {any} */ (window).storyEvents.some(
          (/** @type {any} */ e) => (docs ? e.name === 'docsRendered' : e.name === 'storyFinished' && e.id === story) || new RegExp(String(wrong)).test(e.name),
        ),
      /** @type {const} */ ([id, type === 'docs', bad.source]),
      { timeout: patience },
    )
    .catch(() => faults.push(`never finished (${patience / 1000} s)`));
  /** @type {{ name: string, detail: unknown }[]} */
  const events = await page.evaluate(() => /** @type {any} */ (window).storyEvents);
  for (const { name, detail } of events) {
    if (bad.test(name) || (name === 'storyFinished' && detail === 'error')) faults.push(`${name}: ${String(detail).slice(0, 300)}`);
  }
  if (type === 'story') {
    faults.push(...(await tooWide(page)), ...(await judge(page)));
    if (!faults.length && !stage.faults.length) faults.push(...(await look(page, id, marks)));
  }
  return faults;
}

/** The screenshots a story is marked for. @param {import('playwright-core').Page} page @param {string} id @param {readonly string[]} marks @returns {Promise<string[]>} */
async function look(page, id, marks) {
  /** @type {string[]} */
  const faults = [];
  for (const mark of marks.filter((each) => /^visual(-\d+)?$/.test(each))) {
    const width = Number(mark.split('-')[1] ?? 0);
    if (width) await page.setViewportSize({ width, height });
    const name = width ? `${id}-${width}` : id;
    shots.add(name);
    const fault = await compare(page, name);
    if (fault) faults.push(fault);
  }
  return faults;
}

/** @param {import('playwright-core').Page} page @returns {Promise<string[]>} */
async function tooWide(page) {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  return over > 0 ? [`${over} pixels wider than the page`] : [];
}
