import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { loadConfig, readConfig } from '../../src/feed/config.js';
import type { FeedResult } from '../../src/feed/feed.js';
import { loadFeed } from '../../src/feed/load.js';
import type { SgsConfig } from '../../src/model/config.js';
import type { FailureCode } from '../../src/model/failure.js';
import type { SgsRecord } from '../../src/model/record.js';
import { bytesOf, TODAY } from './feeds.js';

const feed = bytesOf('07-upper-snake-penalty.json');
let served = 0;

/** What the server does at each path. */
const ANSWERS: Readonly<Record<string, (request: IncomingMessage, response: ServerResponse) => void>> = {
  '/feed.json': (_, r) =>
    r.writeHead(200, { 'content-type': 'application/json', 'last-modified': 'Fri, 20 Nov 2026 16:30:00 GMT' }).end(feed),
  '/clock': (q, r) => {
    r.writeHead(200, Object.fromEntries(new URL(q.url ?? '', 'http://host').searchParams)).end(
      JSON.stringify({
        version: 1,
        standard: '2018',
        records: [
          {
            kind: 'license',
            documentNumber: '1号',
            projectName: '甲',
            subjectName: '青岚市甲有限公司',
            decidedOn: '2026-11-20',
            publicUntil: '2029-11-20',
          },
        ],
      }),
    );
  },
  '/gbk.json': (_, r) => r.writeHead(200, { 'content-type': 'text/plain; charset=gbk' }).end(bytesOf('10-labels-penalty-gbk.json')),
  '/404': (_, r) => r.writeHead(404).end(),
  '/412': (_, r) => r.writeHead(412).end(),
  '/html': (_, r) => r.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><html><title>login</title></html>'),
  '/half': (_, r) => r.writeHead(200).end(feed.subarray(0, 9000)),
  '/cut': (_, r) => {
    r.writeHead(200, { 'content-length': String(feed.length) });
    r.write(feed.subarray(0, 9000));
    setImmediate(() => r.destroy());
  },
  '/silent': () => undefined,
  '/stalls': (_, r) => {
    r.writeHead(200);
    r.write(feed.subarray(0, 9000));
  },
  '/recovers': (_, r) => (served++ === 0 ? r.writeHead(503).end() : r.writeHead(200).end(feed)),
  '/busy': (q, r) => {
    served++;
    const said = new URL(q.url ?? '', 'http://host').searchParams;
    const after = said.get('after');
    r.writeHead(Number(said.get('status')), after ? { 'retry-after': after } : {}).end();
  },
  '/drips': (_, r) => {
    let at = 0;
    const timer = setInterval(() => r.write(feed.subarray(at, ++at)), 10);
    r.on('close', () => clearInterval(timer));
  },
  '/pages': (q, r) => {
    const url = new URL(q.url ?? '', 'http://host');
    questions.push(q.url ?? '');
    r.end(paged((Number(url.searchParams.get('pageNo')) - 1) * 4, 4));
  },
  '/offsets': (q, r) => {
    const url = new URL(q.url ?? '', 'http://host');
    questions.push(q.url ?? '');
    r.end(paged(Number(url.searchParams.get('start')), 5));
  },
  '/form': (q, r) => {
    let body = '';
    q.on('data', (part: Buffer) => {
      body += part.toString();
    }).on('end', () => {
      questions.push(`${q.headers['content-type']} ${body}`);
      const [, n = '1'] = /^pageNo=(\d+)/.exec(body) ?? [];
      r.end(paged(Number(n) * 5, 5));
    });
  },
  '/twice': (q, r) => {
    // A second page large enough to arrive in several batches, full of the first record of all.
    const page = Number(new URL(q.url ?? '', 'http://host').searchParams.get('p'));
    const row = (n: string): object => ({ CF_WSH: `${n}号`, CF_XDR_MC: '甲公司', CF_WFXW: '甲' });
    r.end(
      JSON.stringify({
        rows: Array.from({ length: page === 1 ? 900 : 100 }, (_, i) => row(page === 1 ? (i ? `a${i}` : '首') : i ? '首' : '次')),
      }).replaceAll('},', `},${' '.repeat(page === 1 ? 0 : 900)}`),
    );
  },
  '/deaf': (_, r) => r.end(paged(0, 3)),
  '/ambiguous.json': (_, r) => r.writeHead(200).end('[{"xdrMc":"甲公司","jdswh":"1号","jdrq":"2025-01-01"}]'),
  '/config.json': (_, r) => r.writeHead(200).end('{"standard":"2018"}'),
  '/bad-config.json': (_, r) => r.writeHead(200).end('{"standard":"2019"}'),
  '/no-config.json': (_, r) => r.writeHead(200).end('{'),
  '/empty': (_, r) => r.writeHead(204).end(),
};

const server = createServer((request, response) =>
  (ANSWERS[new URL(request.url ?? '/', 'http://host').pathname] ?? ANSWERS['/404'])?.(request, response),
);
let origin = '';
before(
  () =>
    new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', () => {
        origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
        resolve();
      });
    }),
);
after(() => { server.closeAllConnections(); server.close(); });

const load = async (path: string, config: SgsConfig = {}, signal?: AbortSignal): Promise<{ result: FeedResult; records: SgsRecord[] }> => {
  const records: SgsRecord[] = [];
  const result = await loadFeed({
    url: origin + path,
    config: { ...config, request: { retry: 0, timeout: 5, ...config.request } },
    today: TODAY,
    onRecords: (batch) => records.push(...batch),
    ...(signal && { signal }),
  });
  return { result, records };
};

const fails = async (path: string, code: FailureCode, config?: SgsConfig): Promise<void> => {
  const { result } = await load(path, config);
  assert.ok(!result.ok);
  assert.equal(result.failure.code, code);
  assert.ok(result.failure.detail);
  assert.equal(result.failure.url, origin + path.replace(/\?.*/, ''));
};

describe('loading a feed from a server', () => {
  it('gives its records and, as its date, the day it was last modified in China', async () => {
    const { result, records } = await load('/feed.json');
    assert.ok(result.ok);
    assert.equal(records.length, 22);
    assert.equal(result.report.meta.updated, '2026-11-21');
  });
  it('judges by the later of two clocks, the reader’s and the server’s, and believes no change in the future', async (t) => {
    const come = async (headers: Record<string, string>): Promise<readonly [number, string | undefined]> => {
      let shown = 0;
      const result = await loadFeed({
        url: `${origin}/clock?${new URLSearchParams(headers).toString()}`,
        onRecords: (batch) => {
          shown += batch.length;
        },
      });
      assert.ok(result.ok);
      return [shown, result.report.meta.updated];
    };
    const date = (year: number): string => `Fri, 27 Nov ${year} 10:00:00 GMT`;
    t.mock.timers.enable({ apis: ['Date'], now: Date.parse('2026-11-23T02:00:00Z') });
    assert.deepEqual(await come({ date: date(1970), 'last-modified': date(2026) }), [1, '2026-11-23']);
    assert.deepEqual(await come({ date: date(2030), 'last-modified': date(2026) }), [0, '2026-11-27']);
    assert.deepEqual(await come({ date: 'x', 'last-modified': 'Thu, 01 Jan 1970 00:00:00 GMT' }), [1, undefined]);
    t.mock.timers.setTime(Date.parse('1970-01-02T00:00:00Z'));
    assert.deepEqual(await come({ date: date(2026) }), [1, undefined]);
  });
  it('reads GBK', async () => {
    const { records } = await load('/gbk.json');
    assert.ok(records.some((r) => r.subjectName === '青岚市若水生物科技有限公司'));
  });
  it('tries again when the server is busy', async () => {
    const { result } = await load('/recovers', { request: { retry: 1 } });
    assert.ok(result.ok);
    assert.equal(served, 2);
  });
  it('asks no more often than it may, and not at all where that is no use or the server wishes for a longer pause', async () => {
    const count = async (query: string, retry: number): Promise<number> => {
      served = 0;
      await fails(`/busy?${query}`, 'http', { request: { retry } });
      return served;
    };
    assert.equal(await count('status=503', 1), 2);
    assert.equal(await count('status=503', 0), 1);
    assert.equal(await count('status=404', 2), 1);
    assert.equal(await count('status=429&after=86400', 2), 1);
    const broken = await loadFeed({ url: 'http://127.0.0.1:1/feed.json', config: { request: { retry: 1 } }, onRecords: () => undefined });
    assert.ok(!broken.ok && broken.failure.code === 'network');
  });
  it('stops in the pause when asked to', async () => {
    served = 0;
    const leaving = new AbortController();
    const reading = load('/busy?status=503&after=15', { request: { retry: 2 } }, leaving.signal);
    while (!served) await new Promise((resolve) => { setTimeout(resolve, 5); });
    // The answer has come when another one has.
    await load('/404');
    leaving.abort();
    assert.equal((await reading).result.ok, false);
    assert.equal(served, 1);
  });
  it('takes so few bytes that nobody could wait for the rest for silence', async () => {
    await fails('/drips', 'timeout', { request: { timeout: 0.3 } });
  });
  it('says what went wrong: status, page, half a feed, silence, size, no server', async () => {
    await fails('/404?token=secret', 'http');
    await fails('/412', 'http');
    await fails('/html', 'html');
    await fails('/half', 'truncated');
    await fails('/cut', 'truncated');
    await fails('/silent', 'timeout', { request: { timeout: 0.2 } });
    await fails('/stalls', 'timeout', { request: { timeout: 0.2 } });
    await fails('/feed.json', 'too-large', { request: { maxBytes: 1000 } });
    await fails('/stalls', 'too-large', { request: { maxBytes: 1000 } });
    await fails('/empty', 'syntax');
    const { result } = await (async () => ({
      result: await loadFeed({ url: 'http://127.0.0.1:1/feed.json', config: { request: { retry: 0 } }, onRecords: () => undefined }),
    }))();
    assert.ok(!result.ok && result.failure.code === 'network');
  });
  it('tells a policy of the page from a broken line, by the event that only a page has', async () => {
    let listening = (): void => undefined;
    const page = new class extends EventTarget {
      override addEventListener(...args: Parameters<EventTarget['addEventListener']>): void {
        super.addEventListener(...args);
        listening();
      }
    }();
    const root = globalThis as { window?: unknown };
    root.window = page;
    const forbidden = async (effectiveDirective: string, blockedURI: string): Promise<FailureCode | undefined> => {
      const asked = new Promise<void>((resolve) => { listening = resolve; });
      const reading = loadFeed({ url: 'http://127.0.0.1:1/feed.json', config: { request: { retry: 0 } }, onRecords: () => undefined });
      await asked;
      page.dispatchEvent(Object.assign(new Event('securitypolicyviolation'), { effectiveDirective, blockedURI }));
      const result = await reading;
      return result.ok ? undefined : result.failure.code;
    };
    try {
      assert.equal(await forbidden('connect-src', 'http://127.0.0.1:1/feed.json'), 'policy');
      assert.equal(await forbidden('connect-src', 'http://127.0.0.1:2/other.json'), 'network');
      assert.equal(await forbidden('img-src', 'http://127.0.0.1:1/feed.json'), 'network');
    } finally {
      delete root.window;
    }
  });
  it('reads a row that could be of several kinds as one of those that the list shows', async () => {
    const records: SgsRecord[] = [];
    const result = await loadFeed({ url: `${origin}/ambiguous.json`, kinds: ['penalty'], onRecords: (batch) => records.push(...batch) });
    assert.ok(result.ok);
    assert.equal(records[0]?.kind, 'penalty');
  });
  it('stops when asked to, before or while it reads', async () => {
    const gone = new AbortController();
    gone.abort();
    assert.equal((await load('/feed.json', {}, gone.signal)).result.ok, false);
    const leaving = new AbortController();
    const reading = load('/stalls', {}, leaving.signal);
    setImmediate(() => leaving.abort());
    assert.equal((await reading).result.ok, false);
  });
  it('turns a defect of a listener into a value too', async () => {
    const result = await loadFeed({ url: `${origin}/feed.json`, today: TODAY, onRecords: () => { throw new TypeError('defect'); } });
    assert.ok(!result.ok && result.failure.detail.includes('TypeError'));
    const odd = await loadFeed({ url: `${origin}/feed.json`, today: TODAY, onRecords: () => { throw new RangeError('odd'); } });
    assert.ok(!odd.ok && odd.failure.code === 'shape');
  });
});

/** A paged API over ten records; what it was asked is kept. */
const questions: string[] = [];
const paged = (number: number, size: number): string =>
  JSON.stringify({
    total: 10,
    rows: Array.from({ length: 10 }, (_, i) => ({ CF_WSH: `${i}号`, CF_XDR_MC: '甲公司', CF_WFXW: '甲' })).slice(number, number + size),
  });

describe('a feed that comes in pages', () => {
  const numbers = async (path: string, request: SgsConfig['request']): Promise<(string | undefined)[]> => {
    questions.length = 0;
    const { result, records } = await load(path, { request: { timeout: 5, retry: 0, ...request } });
    assert.ok(result.ok, JSON.stringify(result));
    assert.equal(result.report.rows, records.length);
    return records.map((r) => r.documentNumber);
  };
  const all = Array.from({ length: 10 }, (_, i) => `${i}号`);
  it('numbers its entries through all pages, for checks, and those of a page that comes again once', async () => {
    for (const [path, request, most] of [
      ['/pages', { page: 'pageNo', pageSize: 4 }, 10],
      ['/deaf', { page: 'pageNo', pageSize: 3 }, 3],
    ] as const) {
      const seen: number[] = [];
      await loadFeed({
        url: origin + path,
        today: TODAY,
        config: { request },
        onRecords: () => undefined,
        onRow: (_, __, n) => seen.push(n),
      });
      assert.deepEqual(
        seen,
        Array.from({ length: most }, (_, i) => i + 1),
      );
    }
  });
  it('is read page by page, by number or by offset, as long as pages are full', async () => {
    assert.deepEqual(await numbers('/pages?a=b', { page: 'pageNo', size: 'pageSize', pageSize: 4, query: { type: 'xzcf' } }), all);
    assert.deepEqual(questions, [
      '/pages?a=b&type=xzcf&pageNo=1&pageSize=4',
      '/pages?a=b&type=xzcf&pageNo=2&pageSize=4',
      '/pages?a=b&type=xzcf&pageNo=3&pageSize=4',
    ]);
    assert.deepEqual(await numbers('/offsets', { page: 'start', size: 'limit', pageSize: 5, offset: true }), all);
    assert.deepEqual(questions, ['/offsets?start=0&limit=5', '/offsets?start=5&limit=5', '/offsets?start=10&limit=5']);
  });
  it('can be asked for with a form or with JSON', async () => {
    assert.deepEqual(await numbers('/form', { method: 'POST', page: 'pageNo', pageSize: 5, first: 0 }), all);
    assert.equal(questions[1], 'application/x-www-form-urlencoded pageNo=1');
    assert.deepEqual(await numbers('/form', { method: 'POST', body: 'json', query: { page: '1' }, pageSize: 5 }), all.slice(5));
    assert.equal(questions[0], 'application/json {"page":"1"}');
  });
  it('keeps every record of a page that repeats the first one of all later on', async () => {
    assert.equal((await numbers('/twice', { page: 'p', pageSize: 900 })).length, 1000);
  });
  it('ends where the server does not know the parameter and sends the same for ever', async () => {
    assert.equal((await numbers('/deaf', { page: 'p', pageSize: 3 })).length, 3);
  });
});

describe('the configuration', () => {
  it('is read from its address and checked', async () => {
    assert.deepEqual(await loadConfig(`${origin}/config.json`), { ok: true, config: { standard: '2018' } });
    for (const path of ['/bad-config.json', '/no-config.json', '/404']) {
      const result = await loadConfig(origin + path);
      assert.ok(!result.ok && result.failure.code === 'config', path);
    }
  });
  it('names the key, the value and what it should be', async () => {
    const problem = async (value: unknown): Promise<string> => {
      const result = await readConfig(value);
      return result.ok ? '' : result.failure.detail;
    };
    assert.match(await problem({ standard: '2019' }), /standard.*"2019".*2015 或 2018/);
    assert.match(await problem({ request: { timeout: -1 } }), /request\.timeout.*-1.*不小于 0/);
    assert.match(await problem({ request: { retry: -1 } }), /不小于 0/);
    assert.match(await problem({ privacy: { maskNames: '是' } }), /privacy\.maskNames.*"是".*true 或 false/);
    assert.match(await problem({ encoding: 7 }), /encoding.*7.*文字/);
    assert.match(await problem({ feedd: 'x' }), /不认识配置项 feedd/);
    assert.match(await problem({ texts: { nope: 'x' } }), /texts\.nope/);
    assert.match(await problem('x'), /配置.*对象/);
    assert.match(await problem({ mapping: { a: 1 } }), /mapping.*对照/);
    assert.equal(await problem({ labels: { blacklist: '失信主体名单' }, mapping: { 单号: 'documentNumber', penalty: { 谁: 'subjectName' } } }), '');
  });
});

describe('an address that is none of the web', () => {
  for (const url of ['javascript:alert(1)', 'data:application/json,[]', 'file:///etc/hosts', 'ftp://127.0.0.1/sgs.json', 'blob:null/1', 'sgs.json', 'http://user:pw@127.0.0.1/sgs.json', 'https://']) {
    it(url, async () => {
      const result = await loadFeed({ url, today: TODAY, onRecords: () => undefined });
      assert.equal(!result.ok && result.failure.code, 'address');
    });
  }
  it('of a page are resolved as the page does: a relative one is asked for', async () => {
    Object.defineProperty(globalThis, 'window', { value: new EventTarget(), configurable: true });
    try {
      // Node itself can fetch no relative address, so that it is as if nobody answered: but it is not refused.
      const result = await loadFeed({ url: 'feed.json', config: { request: { retry: 0 } }, kinds: ['penalty'], onRecords: () => undefined });
      assert.equal(!result.ok && result.failure.code, 'network');
    } finally {
      Reflect.deleteProperty(globalThis, 'window');
    }
  });
});
