// @ts-check
// The element tests in our engines, lowered to the oldest of them.
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter, startTestRunner } from '@web/test-runner';
import { fixtures, shared, tsconfig } from '../../web-test-runner.config.mjs';
import { countSession } from '../counts.mjs';
import { engineLauncher } from './launcher.mjs';

/** @typedef {import('../counts.mjs').Counts} Counts */
/** @typedef {{ name: string, key: string, open: () => Promise<import('./driver.mjs').Driver> }} Ready */

/**
 * @param {Ready[]} engines
 * @param {(said: string) => void} say why a test was skipped
 * @returns {Promise<Map<Ready, Counts>>}
 */
export async function elementTests(engines, say) {
  /** @type {Map<Ready, Counts>} */
  const results = new Map(engines.map((engine) => [engine, { passed: 0, failed: 0, skipped: 0 }]));
  const runner = await startTestRunner({
    readCliArgs: false,
    readFileConfig: false,
    autoExitProcess: false,
    config: {
      ...shared,
      // For what hangs. Axe takes its time over a long page in a debugged browser of 2018, two of them on two cores.
      testFramework: { config: { timeout: 60_000 } },
      testsFinishTimeout: 600_000,
      files: ['test/elements/**/*.test.ts'],
      // Two at a time: the machines we think of have two cores.
      concurrentBrowsers: 2,
      // The slowest are the last of the list: they begin.
      browsers: [...engines].reverse().map(({ name, open }) => engineLauncher(name, open, (excuse) => say(`SKIP ${name}, ${excuse}`))),
      testRunnerHtml: (framework) =>
        `<!doctype html><html lang="zh-CN" data-engine><head><meta charset="utf-8"><title>sgs</title><script src="/test/browsers/prelude.mjs"></script></head><body><script type="module" src="${framework}"></script></body></html>`,
      reporters: [
        defaultReporter({ reportTestResults: true, reportTestProgress: false }),
        {
          onTestRunFinished({ sessions }) {
            for (const session of sessions) for (const [{ name }, counts] of results) if (name === session.browser.name) countSession(counts, session);
          },
        },
      ],
      // esbuild thinks that Chromium 92 knows more than it does: one target for all of them.
      plugins: [esbuildPlugin({ ts: true, js: true, loaders: { '.mjs': 'js', '.cjs': 'js' }, target: 'chrome69', tsconfig })],
      middleware: [fixtures],
    },
  });
  if (!runner) throw new Error('Web Test Runner did not start');
  await new Promise((done) => runner.on('stopped', done));
  return results;
}
