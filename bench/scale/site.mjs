// @ts-check
// A plain web server with a folder: zips what is not packed yet, and sends the headers that servers send.
import { createServer } from 'node:http';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** @type {Readonly<Record<string, string>>} */
const TYPES = { html: 'text/html; charset=utf-8', js: 'text/javascript; charset=utf-8', json: 'application/json' };

/** @param {string} path */
function fileAt(path) {
  try {
    return { body: readFileSync(path), modified: statSync(path).mtime };
  } catch {
    return undefined;
  }
}

/**
 * @param {string} folder under `/data/`
 * @param {(path: string) => Buffer | undefined} other whatever else there is
 */
export function siteOf(folder, other) {
  /** @param {string} path @returns {{ body: Buffer, headers: Record<string, string> } | undefined} */
  const answer = (path) => {
    const found = path.startsWith('/data/') ? fileAt(join(folder, path.slice(6))) : { body: other(path), modified: new Date(0) };
    if (!found?.body) return undefined;
    const { modified } = found;
    const type = TYPES[path.split('.').pop() ?? ''] ?? 'application/octet-stream';
    // Files of a folder are gzip themselves; zipping them again, as some servers do, is 20 bytes more or less.
    const zip = type !== 'application/octet-stream' && found.body[0] !== 0x1f;
    const body = zip ? gzipSync(found.body, { level: 6 }) : found.body;
    return {
      body,
      headers: {
        server: 'nginx', date: new Date().toUTCString(), 'content-type': type, 'content-length': String(body.length), 'last-modified': modified.toUTCString(),
        etag: `"${Math.floor(modified.getTime() / 1000).toString(16)}-${body.length.toString(16)}"`, vary: 'Accept-Encoding', ...(zip && { 'content-encoding': 'gzip' }),
        'cache-control': 'no-store', 'accept-ranges': 'bytes', connection: 'keep-alive', 'keep-alive': 'timeout=60',
      },
    };
  };
  return {
    answer,
    /** Bytes of an answer as it goes over the line. @param {NonNullable<ReturnType<typeof answer>>} of */
    wire: ({ body, headers }) => Object.entries(headers).reduce((sum, [name, value]) => sum + name.length + value.length + 4, 'HTTP/1.1 200 OK\r\n\r\n'.length) + body.length,
    async listen() {
      /** @type {{ path: string, bytes: number }[]} */
      let sent = [];
      const server = createServer((request, response) => {
        const { socket } = request;
        const path = decodeURIComponent((request.url ?? '/').replace(/\?.*/, ''));
        const before = socket.bytesWritten;
        const found = answer(path);
        // What the socket has sent, not what we meant to: on one connection one answer follows the other.
        response.once('finish', () => sent.push({ path, bytes: socket.bytesWritten - before }));
        response.writeHead(found ? 200 : 404, found?.headers).end(found?.body);
      });
      server.keepAliveTimeout = 60_000;
      await new Promise((done) => server.listen(0, '127.0.0.1', () => done(undefined)));
      const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
      return {
        url: `http://127.0.0.1:${port}`,
        /** Answers since the last time, with their bytes on the wire. */
        sent() {
          const all = sent;
          sent = [];
          return all;
        },
        close: () => new Promise((done) => {
          server.close(() => done(undefined));
          server.closeAllConnections();
        }),
      };
    },
  };
}
