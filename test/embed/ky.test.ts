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
  response.writeHead(Number(url.searchParams.get('status') ?? 200)).end('body');
});
let origin = '';
before(() => new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', () => { origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; resolve(); }); }));
after(() => { server.closeAllConnections(); server.close(); });

const options = (more: Partial<KyOptions> = {}): KyOptions => ({ timeout: 2000, retry: 0, credentials: 'same-origin', signal: new AbortController().signal, ...more });

interface Client {
  readonly name: string;
  readonly get: (url: string, options: KyOptions) => Promise<Response>;
  readonly isHttp: (error: unknown) => error is { response: Response };
  readonly isTimeout: (error: unknown) => boolean;
}
const clients: readonly Client[] = [
  { name: 'ky', get: (url, o) => Promise.resolve(realKy(url, o)), isHttp: (e): e is { response: Response } => e instanceof RealHTTPError, isTimeout: (e) => e instanceof RealTimeoutError },
  { name: 'its part in the bundle', get: ky, isHttp: (e): e is { response: Response } => e instanceof HTTPError, isTimeout: (e) => e instanceof TimeoutError },
];

for (const { name, get, isHttp, isTimeout } of clients) {
  describe(name, () => {
    const ask = async (path: string, o: KyOptions): Promise<Response> => {
      asked = 0;
      return get(origin + path, o);
    };
    it('gives the answer', async () => {
      assert.equal(await (await ask('/', options())).text(), 'body');
      assert.equal(asked, 1);
    });
    for (const status of [404, 429, 503]) {
      it(`fails with the answer where its status is ${status}, and does not ask again by itself`, async () => {
        await assert.rejects(ask(`/?status=${status}`, options()), (error) => isHttp(error) && error.response.status === status);
        assert.equal(asked, 1);
      });
    }
    it('gives up after a time, once', async () => {
      await assert.rejects(ask('/silent', options({ timeout: 500 })), isTimeout);
      assert.equal(asked, 1);
    });
    it('stops when told to', async () => {
      const leaving = new AbortController();
      const asking = ask('/silent', options({ signal: leaving.signal }));
      setImmediate(() => leaving.abort());
      await assert.rejects(asking, (error) => !isHttp(error) && !isTimeout(error));
    });
    it('says where there is no server', async () => {
      await assert.rejects(get('http://127.0.0.1:1/', options()), (error) => !isHttp(error) && !isTimeout(error));
    });
  });
}
