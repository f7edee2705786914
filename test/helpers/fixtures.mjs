// @ts-check
// Serves test/fixtures as raw bytes under /fixtures/, and misbehaves on request. Used by the element tests (in the
// test runner's server) and by the tests that drive a browser (through scripts/serve.mjs).
//
//   ?status=404          answers with that status (the file is still the body, if there is one)
//   ?times=2&key=a       …only for the first two requests with this key; then normally
//   ?type=text/html      content type, as it stands (`;charset=gbk` included)
//   ?header=name:value   any other header; may be repeated
//   ?truncate=500        a body of 500 bytes, announced as such
//   ?cut=500             announces the whole body, breaks the connection after 500 bytes
//   ?hang=1              never answers; ?hang=body answers with the (truncated) body and never ends it
//   ?delay=200           waits that many milliseconds first
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join, normalize } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../fixtures/', import.meta.url));

/** @type {Record<string, string>} */
const types = { json: 'application/json', ndjson: 'application/x-ndjson', html: 'text/html', js: 'text/javascript', csv: 'text/csv', txt: 'text/plain' };

/** Requests seen per key, for `times`. @type {Map<string, number>} */
const seen = new Map();

/** @param {string} path decoded, below /fixtures/ @returns {Promise<Buffer | undefined>} */
async function bytes(path) {
  const relative = normalize(path);
  if (relative.startsWith('..') || relative.includes('\0')) return undefined;
  return readFile(join(root, relative)).catch(() => undefined);
}

/**
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @param {URL} url of the request
 * @returns {Promise<boolean>} whether the request was for a fixture, and is answered
 */
export async function serveFixture(request, response, url) {
  if (!url.pathname.startsWith('/fixtures/')) return false;
  const ask = url.searchParams;
  const path = decodeURIComponent(url.pathname.slice('/fixtures/'.length));
  if (ask.has('delay')) await wait(Number(ask.get('delay')));
  if (ask.get('hang') === '1') return true;

  const file = await bytes(path);
  let status = ask.has('status') ? Number(ask.get('status')) : file ? 200 : 404;
  let hangs = ask.get('hang') === 'body';
  if (ask.has('times')) {
    const key = ask.get('key') ?? url.href;
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    if (count > Number(ask.get('times'))) {
      status = file ? 200 : 404;
      hangs = false;
    }
  }

  const whole = file ?? Buffer.from('not found\n');
  const body = whole.subarray(0, Number(ask.get('cut') ?? ask.get('truncate') ?? whole.length));
  const etag = `"${createHash('sha1').update(whole).digest('base64url')}"`;
  /** @type {Record<string, string | number>} */
  const headers = {
    'content-type': ask.get('type') ?? types[path.split('.').pop() ?? ''] ?? 'application/octet-stream',
    'cache-control': 'no-cache',
  };
  if (status === 200) headers['etag'] = etag;
  for (const line of ask.getAll('header')) {
    const [, name, value] = /^([^:]+):\s*(.*)$/.exec(line) ?? [];
    if (name) headers[name.toLowerCase()] = value ?? '';
  }
  if (status === 200 && request.headers['if-none-match'] === etag) {
    response.writeHead(304, headers).end();
    return true;
  }
  if (!hangs) headers['content-length'] = ask.has('cut') ? whole.length : body.length;
  response.writeHead(status, headers);
  if (request.method === 'HEAD' || status === 204 || status === 304) response.end();
  else if (hangs) response.write(body);
  else if (ask.has('cut')) response.write(body, () => response.destroy());
  else response.end(body);
  return true;
}
