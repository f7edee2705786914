// The classic bundle has embed/ky.ts in ky's place. What feed/request.ts relies on must be the same in both.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import realKy, { HTTPError as RealHTTPError, TimeoutError as RealTimeoutError } from 'ky';
import ky, { HTTPError, TimeoutError, type KyOptions } from '../../src/embed/ky.js';

let asked = 0;
const server = createServer((request, response) => {
  asked++;
  const url = new URL(request.url ?? '/', 'http://host');
  if (url.pathname === '/silent') return;
  const failures = Number(url.searchParams.get('failures') ?? 0);
  const status = asked <= failures ? Number(url.searchParams.get('status')) : 200;
  response.writeHead(status, url.searchParams.has('after') && status !== 200 ? { 'retry-after': url.searchParams.get('after') ?? '' } : {}).end('body');
});
let origin = '';
before(() => new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', () => { origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; resolve(); }); }));
after(() => { server.closeAllConnections(); server.close(); });

const options = (limit: number, more: Partial<KyOptions> = {}): KyOptions => ({
  timeout: 2000, retry: { limit, methods: ['get', 'post'], statusCodes: [429, 503], backoffLimit: 20 }, credentials: 'same-origin', signal: new AbortController().signal, ...more,
});

interface Client {
  readonly name: string;
  readonly get: (url: string, options: KyOptions) => Promise<Response>;
  readonly isHttp: (error: unknown) => error is { response: Response };
  readonly isTimeout: (error: unknown) => boolean;
}
const clients: readonly Client[] = [
  { name: 'ky', get: (url, o) => Promise.resolve(realKy(url, o as unknown as Parameters<typeof realKy>[1])), isHttp: (e): e is { response: Response } => e instanceof RealHTTPError, isTimeout: (e) => e instanceof RealTimeoutError },
  { name: 'its part in the bundle', get: ky, isHttp: (e): e is { response: Response } => e instanceof HTTPError, isTimeout: (e) => e instanceof TimeoutError },
];

for (const { name, get, isHttp, isTimeout } of clients) {
  describe(name, () => {
    const ask = async (path: string, o: KyOptions): Promise<Response> => {
      asked = 0;
      return get(origin + path, o);
    };
    it('gives the answer', async () => {
      assert.equal(await (await ask('/', options(0))).text(), 'body');
      assert.equal(asked, 1);
    });
    it('asks again while the server is busy, as often as it may', async () => {
      assert.equal((await ask('/?failures=2&status=503', options(2))).status, 200);
      assert.equal(asked, 3);
      await assert.rejects(ask('/?failures=9&status=503', options(1)), (error) => isHttp(error) && error.response.status === 503);
      assert.equal(asked, 2);
    });
    it('waits as long as the server wishes, in seconds or until a date', async () => {
      assert.equal((await ask('/?failures=1&status=429&after=0', options(1))).status, 200);
      assert.equal((await ask(`/?failures=1&status=503&after=${encodeURIComponent('Fri, 20 Nov 2020 16:30:00 GMT')}`, options(1))).status, 200);
    });
    it('does not ask again for a page that is not there', async () => {
      await assert.rejects(ask('/?failures=9&status=404', options(2)), (error) => isHttp(error) && error.response.status === 404);
      assert.equal(asked, 1);
    });
    it('gives up after a time, once', async () => {
      await assert.rejects(ask('/silent', options(2, { timeout: 100 })), isTimeout);
      assert.equal(asked, 1);
    });
    it('stops when told to, while asking and while waiting', async () => {
      const leaving = new AbortController();
      const asking = ask('/silent', options(2, { signal: leaving.signal }));
      setImmediate(() => leaving.abort());
      await assert.rejects(asking);
      const waiting = new AbortController();
      const pause = ask('/?failures=9&status=503&after=50', options(2, { signal: waiting.signal }));
      setTimeout(() => waiting.abort(), 50);
      await assert.rejects(pause);
      assert.equal(asked, 1);
    });
    it('asks again where there is no server, and then says so', async () => {
      await assert.rejects(get('http://127.0.0.1:1/', options(1)), (error) => !isHttp(error) && !isTimeout(error));
    });
  });
}
