// A real Chromium for tests in node:test. One browser per test file, a fresh context per test.
import { after } from 'node:test';
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core';
import { chromiumArgs, ensureChromium } from '../../scripts/chromium.mjs';

let shared: Promise<Browser> | undefined;

export interface Opened {
  page: Page;
  context: BrowserContext;
  /** Everything a host's webmaster would see as broken: uncaught errors, console errors, violated policies. */
  faults: () => string[];
}

/** Opens a page that lives as long as the test `t`. */
export async function openBrowser(t: { after: (done: () => Promise<void>) => void }, options: BrowserContextOptions = {}): Promise<Opened> {
  shared ??= chromium.launch({ executablePath: ensureChromium(), args: chromiumArgs });
  const browser = await shared;
  const context = await browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai', ...options });
  t.after(() => context.close());
  const found: string[] = [];
  await context.exposeBinding('reportViolation', (_source, text: string) => found.push(`policy: ${text}`));
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      (window as unknown as { reportViolation: (text: string) => void }).reportViolation(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
  const page = await context.newPage();
  page.on('pageerror', (error) => found.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') found.push(`console: ${message.text()}`);
  });
  return { page, context, faults: () => found };
}

after(async () => {
  await (await shared)?.close();
});
