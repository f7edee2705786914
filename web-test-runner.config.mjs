// @ts-check
// Element tests: test/{elements,locale,styles}/**/*.test.ts in a real Chromium. Started by scripts/test.mjs.
import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { playwrightLauncher } from '@web/test-runner-playwright';
import { chromiumArgs, findChromium } from './scripts/chromium.mjs';
import { countsReporter } from './scripts/counts.mjs';
import { serveFixture } from './test/helpers/fixtures.mjs';

const executablePath = findChromium();

export const tsconfig = fileURLToPath(new URL('tsconfig.json', import.meta.url));

/** @type {NonNullable<import('@web/test-runner').TestRunnerConfig['middleware']>[number]} */
export const fixtures = async (context, next) => {
  if (!context.path.startsWith('/fixtures/')) return next();
  // The response is written past Koa, byte for byte.
  context.respond = false;
  await serveFixture(context.req, context.res, new URL(context.url, 'http://local'));
};

/** What holds in every engine: scripts/engines/elements.mjs has the others. @type {import('@web/test-runner').TestRunnerConfig} */
export const shared = {
  nodeResolve: { exportConditions: ['browser', 'development'] },
  // One page at a time: focus, timing and emulated media belong to the page under test.
  concurrency: 1,
  testFramework: { config: { timeout: 10_000 } },
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 180_000,
};

/** @type {import('@web/test-runner').TestRunnerConfig} */
export default {
  ...shared,
  files: ['test/{elements,locale,styles}/**/*.test.ts'],
  browsers: [
    playwrightLauncher({
      product: 'chromium',
      launchOptions: { ...(executablePath && { executablePath }), headless: true, args: chromiumArgs },
      createBrowserContext: ({ browser }) => browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai' }),
    }),
  ],
  testRunnerHtml: (framework) =>
    `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>sgs</title></head><body><script type="module" src="${framework}"></script></body></html>`,
  reporters: [defaultReporter({ reportTestResults: true, reportTestProgress: false }), countsReporter()],
  plugins: [esbuildPlugin({ ts: true, target: 'es2022', tsconfig })],
  middleware: [fixtures],
};
