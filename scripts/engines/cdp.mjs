// @ts-check
// Chromium of any age, through the part of its DevTools protocol that 69 and today's have in common.
import { plainArgs } from '../chromium.mjs';
import { connect, keys, start, within } from './driver.mjs';

/** @param {string} file @returns {Promise<import('./driver.mjs').Driver>} */
export async function openChromium(file) {
  const { address, stop } = await start(
    file,
    (profile) => ['--headless', ...plainArgs, '--no-zygote', '--hide-scrollbars', '--lang=zh-CN', '--remote-debugging-port=0', `--user-data-dir=${profile}`, 'about:blank'],
    /DevTools listening on (ws:\S+)/,
  );
  try {
    const base = `http://${new URL(address).host}`;
    const { Browser: version } = await (await fetch(`${base}/json/version`)).json();
    /** @type {{ type: string, webSocketDebuggerUrl: string } | undefined} */
    let target;
    // The page of the command line may come a little after the port.
    for (let turn = 0; !target && turn < 200; turn++) {
      target = (await (await fetch(`${base}/json/list`)).json()).find((/** @type {{ type: string }} */ { type }) => type === 'page');
      if (!target) await new Promise((done) => setTimeout(done, 25));
    }
    if (!target) throw new Error('has no page');

    /** @type {string[]} */
    let faults = [];
    /** @type {() => void} */
    let loaded = () => {};
    const { send, close } = await connect(target.webSocketDebuggerUrl, (method, params) => {
      if (method === 'Page.loadEventFired') loaded();
      // What comes before belongs to the page that is left.
      else if (method === 'Page.frameNavigated' && !params.frame.parentId) faults = [];
      else if (method === 'Runtime.exceptionThrown') faults.push(`error: ${params.exceptionDetails.exception?.description ?? params.exceptionDetails.text}`);
      else if (method === 'Runtime.consoleAPICalled' && params.type === 'error') faults.push(`console: ${params.args.map((/** @type {any} */ arg) => arg.value ?? arg.description).join(' ')}`);
      else if (method === 'Log.entryAdded' && params.entry.level === 'error') faults.push(`log: ${params.entry.text} ${params.entry.url ?? ''}`);
    });
    for (const domain of ['Page', 'Runtime', 'Log', 'Network']) await send(`${domain}.enable`);
    await send('Emulation.setTimezoneOverride', { timezoneId: 'Asia/Shanghai' }).catch(() => undefined);

    /** @param {string} type @param {number} x @param {number} y */
    const mouse = (type, x, y) => send('Input.dispatchMouseEvent', { type, x, y, button: 'left', buttons: type === 'mousePressed' ? 1 : 0, clickCount: 1 });
    return {
      version,
      async goto(url) {
        const load = new Promise((done) => {
          loaded = () => done(undefined);
        });
        const { errorText } = await send('Page.navigate', { url });
        if (errorText) throw new Error(`${errorText} ${url}`);
        await within(load, 20_000, `load ${url}`);
      },
      back: () => send('Runtime.evaluate', { expression: 'history.back()' }),
      async run(code) {
        const { result, exceptionDetails } = await within(send('Runtime.evaluate', { expression: code, returnByValue: true }), 20_000, 'evaluate');
        if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
        return result.value;
      },
      async click(x, y) {
        await send('Input.dispatchMouseEvent', { type: 'mouseMoved', x, y });
        await mouse('mousePressed', x, y);
        await mouse('mouseReleased', x, y);
      },
      async type(text) {
        for (const char of text) await send('Input.dispatchKeyEvent', { type: 'char', text: char });
      },
      async press(key) {
        const event = { key, code: key, windowsVirtualKeyCode: keys[key].code, ...(key === 'Enter' && { text: '\r' }) };
        await send('Input.dispatchKeyEvent', { type: key === 'Enter' ? 'keyDown' : 'rawKeyDown', ...event });
        await send('Input.dispatchKeyEvent', { type: 'keyUp', ...event, text: undefined });
      },
      resize: (width, height) => send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: false }),
      media: (media) => send('Emulation.setEmulatedMedia', { media }),
      screenshot: async () => Buffer.from((await send('Page.captureScreenshot', { format: 'png' })).data, 'base64'),
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
