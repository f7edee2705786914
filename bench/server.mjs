// @ts-check
// What the pages load, from memory and zipped beforehand, at the speed of this machine or at that of a line of 10 Mbit/s
// with 40 ms of round trip: one such line for all connections of a page, and a new connection costs a round trip more.
// No slow start, no TLS, HTTP/1.1.
import { createServer } from 'node:http';
import { gzipSync } from 'node:zlib';

const BYTES_PER_MS = 10_000_000 / 8 / 1000;
const ROUND_TRIP = 40;
/** What is put on the line at once: so many connections take turns. */
const PACKET = 8192;
/** What a server hands on at once where the line is no limit: the buffer of nginx and of most proxies. */
const BUFFER = 32_768;

/** @type {Record<string, string>} */
const TYPES = { html: 'text/html; charset=utf-8', js: 'text/javascript; charset=utf-8', css: 'text/css', json: 'application/json; charset=utf-8', wasm: 'application/wasm' };

/** @typedef {{ body: Buffer, type: string, zipped: boolean }} Answer */

/** @param {string | Buffer} body @param {string} name its ending says what it is @param {boolean} [zipped] it is already @returns {Answer} */
export function answer(body, name, zipped = false) {
  const type = TYPES[name.split('.').pop() ?? ''] ?? 'application/octet-stream';
  const zip = !zipped && /html|javascript|css|json/.test(type);
  return { body: zip ? gzipSync(body, { level: 6 }) : Buffer.from(body), type, zipped: zipped || zip };
}

/** Until more can be sent, or nobody wants it. @param {import('node:http').ServerResponse} response @returns {Promise<void>} */
const drained = (response) => new Promise((done) => {
  const go = () => {
    response.off('drain', go).off('close', go);
    done();
  };
  response.on('drain', go).on('close', go);
});

const wait = (/** @type {number} */ ms) => new Promise((done) => setTimeout(done, ms));

/** One direction of a line: what is sent waits until what was sent before is through. */
class Line {
  #free = 0;

  reset() {
    this.#free = 0;
  }

  /** @param {number} bytes */
  async send(bytes) {
    const now = performance.now();
    this.#free = Math.max(now, this.#free) + bytes / BYTES_PER_MS;
    // A timer is a millisecond or so late; what it is late is not added up, since `#free` goes on by itself.
    if (this.#free - now > 1) await wait(this.#free - now);
  }
}

/** @typedef {Awaited<ReturnType<typeof serveShaped>>} Server */

/** @param {(path: string) => Answer | undefined | Promise<Answer | undefined>} find by the path, without its query */
export async function serveShaped(find) {
  const line = new Line();
  const state = { shaped: false, sent: 0, requests: 0, headers: /** @type {Record<string, string>} */ ({}) };
  /** @type {WeakSet<object>} */
  const known = new WeakSet();
  const server = createServer(async (request, response) => {
    const shaped = state.shaped;
    const headers = state.headers;
    state.requests++;
    if (shaped) await wait(known.has(request.socket) ? ROUND_TRIP : 2 * ROUND_TRIP);
    known.add(request.socket);
    const found = await find(decodeURIComponent((request.url ?? '/').replace(/\?.*/, '')));
    if (!found) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      'content-type': found.type, 'content-length': found.body.length, 'cache-control': 'max-age=600', vary: 'accept-encoding',
      ...(found.zipped && { 'content-encoding': 'gzip' }), ...headers,
    });
    for (let at = 0; at < found.body.length && !response.destroyed; at += shaped ? PACKET : BUFFER) {
      const part = found.body.subarray(at, at + (shaped ? PACKET : BUFFER));
      if (shaped) await line.send(part.length);
      state.sent += part.length;
      if (!response.write(part)) await drained(response);
    }
    response.end();
  });
  server.keepAliveTimeout = 60_000;
  await new Promise((done) => server.listen(0, '127.0.0.1', () => done(undefined)));
  const port = /** @type {import('node:net').AddressInfo} */ (server.address()).port;
  return {
    url: `http://127.0.0.1:${port}`,
    /** Before each page. @param {import('./options.mjs').Net} net @param {Record<string, string>} [headers] of every answer */
    start(net, headers = {}) {
      line.reset();
      Object.assign(state, { shaped: net === '10M', sent: 0, requests: 0, headers });
    },
    /** What has been sent since: bytes of bodies as they went over the line, and requests. */
    sent: () => ({ bytes: state.sent, requests: state.requests }),
    close: () => new Promise((done) => {
      server.close(() => done(undefined));
      server.closeAllConnections();
    }),
  };
}
