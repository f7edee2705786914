// @ts-check
// What every engine can do here, whatever protocol it speaks: see cdp.mjs, bidi.mjs and webdriver.mjs.
import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import WebSocket from 'ws';

/**
 * @typedef {object} Driver one page of a real browser
 * @property {string} version as the browser says it
 * @property {(url: string) => Promise<void>} goto resolves when the page has loaded
 * @property {() => Promise<void>} back what the browser's own button does; what it loads may come later
 * @property {(code: string) => Promise<unknown>} run evaluates an expression in the page; its value must be a text. It is
 *   no part of the page's own scripts: no policy forbids it
 * @property {(x: number, y: number) => Promise<void>} click presses and releases the mouse there, in CSS pixels
 * @property {(text: string) => Promise<void>} type what a keyboard would, into what has the focus
 * @property {(key: keyof typeof keys) => Promise<void>} press
 * @property {(width: number, height: number) => Promise<void>} resize
 * @property {(media: string) => Promise<void>} [media] shows the page as `print` or `screen` would; not every protocol can
 * @property {() => Promise<Buffer>} screenshot a PNG
 * @property {() => string[]} faults what the browser itself has complained about since the last `goto`
 * @property {() => Promise<void>} close
 */

/** Key codes of the keys that `press` knows: Windows virtual code, and the code point WebDriver has for it. */
export const keys = /** @type {const} */ ({
  Tab: { code: 9, point: '\uE004' },
  Enter: { code: 13, point: '\uE007' },
  End: { code: 35, point: '\uE010' },
  Home: { code: 36, point: '\uE011' },
  ArrowLeft: { code: 37, point: '\uE012' },
  ArrowRight: { code: 39, point: '\uE014' },
});

/**
 * Starts a browser with a profile of its own and waits until it says where it listens.
 * @param {string} file
 * @param {(profile: string) => string[]} args
 * @param {RegExp} listens its first group is the address
 * @param {(profile: string) => void} [prepare]
 */
export async function start(file, args, listens, prepare) {
  const profile = mkdtempSync(join(tmpdir(), 'sgs-profile-'));
  prepare?.(profile);
  const child = bound(spawn(file, args(profile), { stdio: ['ignore', 'ignore', 'pipe'] }));
  const exited = new Promise((done) => child.once('exit', done));
  const stop = async () => {
    child.kill('SIGKILL');
    await exited;
    // Its helpers write on for a moment; what stays then is in the folder for temporary files.
    await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }).catch(() => undefined);
  };
  let said = '';
  try {
    const address = await new Promise((done, fail) => {
      const late = setTimeout(() => fail(new Error(`did not start in 30 s: ${said.slice(-300)}`)), 30_000);
      child.once('error', fail);
      child.once('exit', (code) => fail(new Error(`ended with ${code}: ${said.slice(-300)}`)));
      child.stderr.on('data', (data) => {
        const found = listens.exec((said = (said + data).slice(-2000)));
        if (!found) return;
        clearTimeout(late);
        done(found[1]);
      });
    });
    return { address: String(address), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * A connection that answers numbered commands and passes events on, as both CDP and BiDi do.
 * @param {string} address
 * @param {(method: string, params: any) => void} onEvent
 * @returns {Promise<{ send: (method: string, params?: object) => Promise<any>, close: () => void }>}
 */
export async function connect(address, onEvent) {
  const socket = new WebSocket(address, { perMessageDeflate: false });
  await new Promise((done, fail) => {
    socket.once('open', done);
    socket.once('error', fail);
  });
  let last = 0;
  /** @type {Map<number, { done: (value: any) => void, fail: (error: Error) => void }>} */
  const waiting = new Map();
  socket.on('message', (data) => {
    const message = JSON.parse(String(data));
    const asked = waiting.get(message.id);
    if (!asked) return message.method && onEvent(message.method, message.params);
    waiting.delete(message.id);
    if (message.error) asked.fail(new Error(`${JSON.stringify(message.error)} ${message.message ?? ''}`));
    else asked.done(message.result);
  });
  const end = () => {
    for (const { fail } of waiting.values()) fail(new Error('the browser is gone'));
    waiting.clear();
  };
  socket.on('close', end);
  socket.on('error', end);
  return {
    send: (method, params = {}) =>
      new Promise((done, fail) => {
        waiting.set(++last, { done, fail });
        socket.send(JSON.stringify({ id: last, method, params }));
      }),
    close: () => socket.terminate(),
  };
}

/** Whatever ends this process ends the child too. @template {import('node:child_process').ChildProcess} T @param {T} child @returns {T} */
export function bound(child) {
  const kill = () => void child.kill('SIGKILL');
  process.once('exit', kill);
  child.once('exit', () => process.off('exit', kill));
  return child;
}

/** @template T @param {Promise<T>} work @param {number} ms @param {string} what @returns {Promise<T>} */
export async function within(work, ms, what) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const late = new Promise((_, fail) => {
    timer = setTimeout(() => fail(new Error(`${what}: not in ${ms / 1000} s`)), ms);
  });
  try {
    return /** @type {T} */ (await Promise.race([work, late]));
  } finally {
    clearTimeout(timer);
  }
}
