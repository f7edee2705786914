// @ts-check
// Our engines for Web Test Runner: one page of one browser, which runs one file of tests after the other.
import { keys, within } from './driver.mjs';

/**
 * @typedef {import('./driver.mjs').Driver} Driver
 * @typedef {(said: string) => void} Say
 * @typedef {NonNullable<import('@web/test-runner').TestRunnerConfig['browsers']>[number] & { getPage: () => object }} Launcher
 */

/**
 * The commands of tests (`setViewport`, `sendKeys`, `emulateMedia`) look for the calls of a puppeteer page: the kind of
 * runner that needs least.
 * @param {Driver} driver
 */
const puppet = (driver) => ({
  /** @param {{ width: number, height: number }} size */
  setViewport: ({ width, height }) => driver.resize(width, height),
  keyboard: {
    /** @param {string} text */
    type: (text) => driver.type(text),
    /** @param {string} key */
    press: (key) => (key in keys ? driver.press(/** @type {keyof typeof keys} */ (key)) : Promise.reject(new Error(`scripts/engines/driver.mjs has no key ${key}`))),
  },
  // What is not emulated is not there for `matchMedia` either: the test sees it, and says that it is skipped.
  emulateMediaFeatures: async () => undefined,
  /** @param {string} media */
  emulateMediaType: async (media) => driver.media?.(media),
});

/**
 * @param {string} name
 * @param {() => Promise<Driver>} open
 * @param {Say} say is told why a test was skipped
 * @returns {Launcher}
 */
export function engineLauncher(name, open, say) {
  /** @type {Driver | undefined} */
  let driver;
  let active = '';
  return {
    name,
    type: 'puppeteer',
    concurrency: 1,
    async startSession(id, url) {
      driver ??= await open();
      active = id;
      await driver.goto(url);
    },
    isActive: (id) => id === active,
    getBrowserUrl: () => undefined,
    getPage: () => (driver ? puppet(driver) : {}),
    async stopSession() {
      active = '';
      if (!driver) return {};
      try {
        // A page that a test has broken may not answer.
        const excuses = String(await within(driver.run('(window.sgsExcuses || []).join("\\n")'), 5000, 'ask for excuses'));
        for (const excuse of excuses.split('\n').filter(Boolean)) say(excuse);
        await driver.goto('about:blank');
      } catch (error) {
        const broken = driver;
        driver = undefined;
        await broken.close().catch(() => undefined);
        throw error;
      }
      return {};
    },
    async stop() {
      await driver?.close();
      driver = undefined;
    },
    startDebugSession: () => Promise.reject(new Error('is for a window, and these have none')),
  };
}
