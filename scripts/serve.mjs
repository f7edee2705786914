// @ts-check
// A small static server for the demo and the tests: files below fixed mounts, nothing else.
import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { readFile, realpath, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';

/** The script and what it loads, side by side as a webmaster uploads them. */
export const scriptMounts = () =>
  Object.fromEntries(readdirSync('dist').filter((file) => /^sgs(\.\w+)?\.(js|css)$/.test(file)).map((file) => [`/${file}`, `dist/${file}`]));

/** No charset on purpose: that is how the sites we live on serve files, and a GBK page must stay one. @type {Record<string, string>} */
const types = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.ndjson': 'application/x-ndjson',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.gif': 'image/gif',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain',
  '.md': 'text/markdown',
  '.csv': 'text/csv',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.wasm': 'application/wasm',
};

/**
 * @typedef {object} ServeOptions
 * @property {Record<string, string>} mounts URL path → folder (key ends in `/`) or single file; the longest key wins
 * @property {number} [port] first port to try; 0 (the default) takes any free one
 * @property {string} [host] default 127.0.0.1
 * @property {boolean} [next] when `port` is taken, try the following ones
 * @property {(path: string) => Record<string, string>} [headers] extra response headers for a URL path
 * @property {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse, url: URL) => boolean | Promise<boolean>} [before]
 *   answers a request itself (returns true) or leaves it to the files
 *
 * @typedef {{ url: string, port: number, close: () => Promise<void> }} Running `url` ends in `/`
 */

/** @param {ServeOptions['mounts']} mounts @param {string} path decoded URL path @returns {Promise<string | undefined>} */
async function locate(mounts, path) {
  if (path.includes('\0') || path.includes('\\')) return undefined;
  const key = Object.keys(mounts)
    .filter((mount) => (mount.endsWith('/') ? path.startsWith(mount) : path === mount))
    .sort((a, b) => b.length - a.length)[0];
  if (key === undefined) return undefined;
  const base = resolve(mounts[key] ?? '');
  const file = key.endsWith('/') ? join(base, path.slice(key.length)) : base;
  try {
    // Real paths, so that neither `..` nor a symbolic link leads out of the mount.
    const [inside, root] = await Promise.all([realpath(file), realpath(base)]);
    return inside === root || inside.startsWith(root + sep) ? inside : undefined;
  } catch {
    return undefined;
  }
}

/**
 * @param {ServeOptions} options
 * @returns {Promise<Running>}
 */
export async function serve({ mounts, port = 0, host = '127.0.0.1', next = false, headers, before }) {
  const server = createServer((request, response) => {
    answer(request, response).catch(() => {
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });

  /** @param {import('node:http').IncomingMessage} request @param {import('node:http').ServerResponse} response */
  async function answer(request, response) {
    /** @param {number} status @param {Record<string, string>} [extra] */
    const refuse = (status, extra = {}) => {
      response.writeHead(status, { 'content-type': 'text/plain', ...extra }).end(`${status}\n`);
    };
    let url, path;
    try {
      // Not `new URL(request.url, …)` on the raw value: `//host/x` would be read as another host.
      url = new URL('http://local' + (request.url ?? '/').replace(/^\/{2,}/, '/'));
      path = decodeURIComponent(url.pathname);
    } catch {
      return refuse(400);
    }
    if (before && (await before(request, response, url))) return;
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405, { allow: 'GET, HEAD' });

    let file = await locate(mounts, path);
    if (file && (await stat(file)).isDirectory()) {
      if (!path.endsWith('/')) return refuse(301, { location: `${url.pathname}/${url.search}` });
      file = await locate(mounts, `${path}index.html`);
    }
    if (!file) return refuse(404);

    const body = await readFile(file);
    const etag = `"${createHash('sha1').update(body).digest('base64url')}"`;
    const common = { etag, 'cache-control': 'no-cache', ...headers?.(path) };
    if (request.headers['if-none-match']?.split(/\s*,\s*/).some((tag) => tag === '*' || tag.replace(/^W\//, '') === etag)) {
      response.writeHead(304, common).end();
      return;
    }
    response.writeHead(200, {
      'content-type': types[extname(file).toLowerCase()] ?? 'application/octet-stream',
      'content-length': body.length,
      ...common,
    });
    response.end(request.method === 'HEAD' ? undefined : body);
  }

  const bound = await listen(server, port, host, next);
  return {
    url: `http://${host}:${bound}/`,
    port: bound,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/** @param {import('node:http').Server} server @param {number} port @param {string} host @param {boolean} next @returns {Promise<number>} */
function listen(server, port, host, next) {
  return new Promise((done, fail) => {
    const onError = (/** @type {NodeJS.ErrnoException} */ error) => {
      if (error.code === 'EADDRINUSE' && next && port !== 0 && port < 65535) server.listen(++port, host);
      else fail(error);
    };
    server.on('error', onError);
    server.once('listening', () => {
      server.off('error', onError);
      const address = server.address();
      done(typeof address === 'object' && address ? address.port : port);
    });
    server.listen(port, host);
  });
}
