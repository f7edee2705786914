// @ts-check
// Firefox, through WebDriver BiDi, which it speaks without a driver program.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { connect, keys, start, within } from './driver.mjs';

/** No talk to the outside, no first-run pages. */
const prefs = {
  'app.normandy.enabled': false,
  'app.update.disabledForTesting': true,
  'browser.aboutwelcome.enabled': false,
  'browser.safebrowsing.downloads.enabled': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'datareporting.policy.dataSubmissionEnabled': false,
  'extensions.update.enabled': false,
  'intl.accept_languages': 'zh-CN',
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'data:,#disabled',
  'toolkit.telemetry.reportingpolicy.firstRun': false,
};

/** @param {string} file @returns {Promise<import('./driver.mjs').Driver>} */
export async function openFirefox(file) {
  const { address, stop } = await start(
    file,
    (profile) => ['--headless', '--remote-debugging-port=0', '--profile', profile, '--no-remote'],
    /WebDriver BiDi listening on (ws:\S+)/,
    (profile) => writeFileSync(join(profile, 'user.js'), Object.entries(prefs).map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`).join('')),
  );
  try {
    /** @type {string[]} */
    let faults = [];
    const { send, close } = await connect(`${address}/session`, (method, params) => {
      if (method === 'log.entryAdded' && params.level === 'error') faults.push(`log: ${params.text}`);
    });
    const { capabilities } = await send('session.new', { capabilities: {} });
    await send('session.subscribe', { events: ['log.entryAdded'] });
    const { contexts } = await send('browsingContext.getTree', {});
    const context = contexts[0].context;
    /** @param {object[]} actions */
    const act = (actions) => send('input.performActions', { context, actions });
    /** @param {string} value */
    const key = (value) => [{ type: 'keyDown', value }, { type: 'keyUp', value }];
    return {
      version: `Firefox/${capabilities.browserVersion}`,
      async goto(url) {
        faults = [];
        await within(send('browsingContext.navigate', { context, url, wait: 'complete' }), 20_000, `load ${url}`);
      },
      back: () => send('browsingContext.traverseHistory', { context, delta: -1 }),
      async run(code) {
        const answer = await within(send('script.evaluate', { expression: code, target: { context }, awaitPromise: false }), 20_000, 'evaluate');
        if (answer.type === 'exception') throw new Error(answer.exceptionDetails.text);
        return answer.result.value;
      },
      async click(x, y) {
        await act([{ type: 'pointer', id: 'mouse', actions: [{ type: 'pointerMove', x: Math.round(x), y: Math.round(y) }, { type: 'pointerDown', button: 0 }, { type: 'pointerUp', button: 0 }] }]);
      },
      async type(text) {
        await act([{ type: 'key', id: 'keyboard', actions: [...text].flatMap(key) }]);
      },
      async press(name) {
        await act([{ type: 'key', id: 'keyboard', actions: key(keys[name].point) }]);
      },
      resize: (width, height) => send('browsingContext.setViewport', { context, viewport: { width, height } }),
      screenshot: async () => Buffer.from((await send('browsingContext.captureScreenshot', { context })).data, 'base64'),
      faults: () => [...faults],
      async close() {
        close();
        await stop();
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
