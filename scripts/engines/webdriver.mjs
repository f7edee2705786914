// @ts-check
// WebKitGTK: Debian's MiniBrowser under a virtual screen, through its WebDriver.
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { bound, keys, within } from './driver.mjs';

/** @returns {Promise<number>} */
const freePort = () =>
  new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });

/**
 * One driver has one session: a client that falls over leaves it taken, so every call starts its own.
 * @param {{ miniBrowser: string, driver: string, screen: string }} files
 * @returns {Promise<import('./driver.mjs').Driver>}
 */
export async function openWebKit({ miniBrowser, driver, screen }) {
  /** @type {import('node:child_process').ChildProcess[]} */
  const started = [];
  const stop = async () => {
    for (const child of started.reverse()) {
      if (child.exitCode !== null) continue;
      const exited = new Promise((done) => child.once('exit', done));
      child.kill();
      await exited;
    }
  };
  try {
    const xvfb = spawn(screen, ['-displayfd', '3', '-screen', '0', '1280x1000x24', '-nolisten', 'tcp'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
    started.push(bound(xvfb));
    const display = await within(
      new Promise((done, fail) => {
        xvfb.stdio[3]?.once('data', (data) => done(`:${String(data).trim()}`));
        xvfb.once('exit', (code) => fail(new Error(`Xvfb ended with ${code}`)));
        xvfb.once('error', fail);
      }), 15_000, 'start Xvfb');
    const port = await freePort();
    const base = `http://127.0.0.1:${port}`;
    // Without LIBGL_ALWAYS_SOFTWARE there is no picture.
    const child = spawn(driver, [`--port=${port}`, '--host=127.0.0.1'], { stdio: 'ignore', env: { ...process.env, DISPLAY: String(display), LIBGL_ALWAYS_SOFTWARE: '1', LANG: 'C.UTF-8', TZ: 'Asia/Shanghai' } });
    started.push(bound(child));
    for (let turn = 0; ; turn++) {
      try {
        await fetch(`${base}/status`);
        break;
      } catch (error) {
        if (turn > 200 || child.exitCode !== null) throw error;
        await new Promise((done) => setTimeout(done, 50));
      }
    }
    /** @param {string} method @param {string} path @param {object} [body] @returns {Promise<any>} */
    const call = async (method, path, body) => {
      const response = await fetch(base + path, { method, headers: { 'content-type': 'application/json' }, ...(body && { body: JSON.stringify(body) }) });
      const { value } = await response.json();
      if (value?.error) throw new Error(`${value.error}: ${value.message}`);
      return value;
    };
    const { sessionId, capabilities } = await call('POST', '/session', {
      capabilities: { alwaysMatch: { browserName: 'MiniBrowser', 'webkitgtk:browserOptions': { binary: miniBrowser, args: ['--automation'] } } },
    });
    const session = `/session/${sessionId}`;
    await call('POST', `${session}/timeouts`, { pageLoad: 20_000, script: 20_000 });
    /** @param {string} type @param {object[]} actions @param {object} [more] */
    const act = (type, actions, more) => call('POST', `${session}/actions`, { actions: [{ type, id: type, ...more, actions }] });
    /** @param {string} value */
    const key = (value) => [{ type: 'keyDown', value }, { type: 'keyUp', value }];
    return {
      version: `WebKitGTK/${capabilities.browserVersion}`,
      async goto(url) {
        await within(call('POST', `${session}/url`, { url }), 30_000, `load ${url}`);
      },
      back: () => call('POST', `${session}/back`, {}),
      run: (code) => within(call('POST', `${session}/execute/sync`, { script: `return (${code})`, args: [] }), 20_000, 'evaluate'),
      async click(x, y) {
        await act('pointer', [{ type: 'pointerMove', x: Math.round(x), y: Math.round(y), duration: 0 }, { type: 'pointerDown', button: 0 }, { type: 'pointerUp', button: 0 }], { parameters: { pointerType: 'mouse' } });
      },
      async type(text) {
        await act('key', [...text].flatMap(key));
      },
      async press(name) {
        await act('key', key(keys[name].point));
      },
      async resize(width, height) {
        // The window has a bar; what counts is the page in it.
        for (let [wide, high, turn] = [width, height, 0]; turn < 3; turn++) {
          await call('POST', `${session}/window/rect`, { x: 0, y: 0, width: wide, height: high });
          const [across = 0, down = 0] = String(await call('POST', `${session}/execute/sync`, { script: 'return innerWidth + "," + innerHeight', args: [] })).split(',').map(Number);
          if (across === width && down === height) return;
          wide += width - across;
          high += height - down;
        }
      },
      screenshot: async () => Buffer.from(await call('GET', `${session}/screenshot`), 'base64'),
      // WebKit's driver tells nothing; the page's own watcher does.
      faults: () => [],
      async close() {
        await within(call('DELETE', session), 5000, 'end').catch(() => undefined);
        await stop();
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
