// `sgs index` against a server that answers as the engine documents it; test/search-engines loads a real one.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, beforeEach, test } from 'node:test';
import { createSortKeys } from '../../src/cli/search/collation.js';
import { sgs } from './run.js';

const FEED = 'test/fixtures/feeds/11-canonical-v1.json';
const OLD = 'sgs-20200101000000';

const asked: string[] = [];
const documents: { readonly sgs: { readonly text?: string; readonly about?: string } }[] = [];
let busy = 0;
let refuse = false;
const server = createServer((request, response) => {
  let text = '';
  request.on('data', (part: Buffer) => { text += part.toString(); });
  request.on('end', () => {
    const path = `${String(request.method)} ${(request.url ?? '').replace(/sgs-(?!2020)\d{14}/g, 'NEW')}`;
    asked.push(path);
    const answer = (status: number, body: unknown): void => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(request.method === 'HEAD' ? '' : JSON.stringify(body));
    };
    if (path === 'HEAD /sgs') answer(200, {});
    else if (path === 'GET /_alias/sgs') answer(200, { [OLD]: {} });
    else if (path === 'GET /sgs-*/_alias') answer(200, { [OLD]: {}, 'sgs-other': {} });
    else if (path === 'POST /NEW/_bulk') {
      const lines = text.trim().split('\n').filter((_, n) => n % 2);
      if (busy-- > 0) answer(429, { error: 'busy' });
      else if (refuse)
        answer(200, { errors: true, items: lines.map(() => ({ create: { status: 400, error: { reason: 'no such field' } } })) });
      else {
        // The first has no room the first time.
        const late = busy === -1;
        answer(200, { errors: late, items: lines.map((_, n) => ({ create: { status: late && !n ? 429 : 201 } })) });
        for (const line of lines.slice(late ? 1 : 0)) documents.push(JSON.parse(line) as (typeof documents)[number]);
      }
    } else answer(200, {});
  });
});
let to = '';
before(
  () =>
    new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', () => {
        to = `http://127.0.0.1:${(server.address() as AddressInfo).port}/sgs`;
        resolve();
      });
    }),
);
after(() => { server.close(); });
beforeEach(() => { asked.length = documents.length = 0; busy = 0; refuse = false; });

test('a feed goes into a new index, which then takes the old one’s place; a busy engine is waited for', async () => {
  busy = 1;
  const { code, err } = await sgs('index', FEED, '--to', to, '--user', 'a:b');
  assert.ok(code < 2, err);
  assert.match(err, /已写入 \d+ 条/);
  assert.deepEqual(
    asked.filter((path) => !path.startsWith('HEAD')),
    [
      'PUT /_index_template/sgs',
      'PUT /NEW',
      ...Array<string>(3).fill('POST /NEW/_bulk'),
      'POST /NEW/_flush',
      'PUT /NEW/_settings',
      'POST /NEW/_refresh',
      'GET /_cluster/health/NEW?wait_for_status=yellow&timeout=60s',
      'GET /_alias/sgs',
      'POST /_aliases',
      'GET /sgs-*/_alias',
      `DELETE /${OLD}`,
    ]
      .filter((path, n, all) => path !== 'GET /_alias/sgs' || n > all.indexOf('PUT /NEW'))
      .filter(Boolean)
      .flatMap((path) => (path === 'PUT /_index_template/sgs' ? [path, 'GET /_alias/sgs'] : [path])),
  );
  assert.equal(documents.filter(({ sgs: { about } }) => about).length, 1);
  assert.ok(documents.some(({ sgs: { text } }) => text));
});

test('what is refused changes nothing', async () => {
  refuse = true;
  const { code, err } = await sgs('index', FEED, '--to', to);
  assert.equal(code, 2);
  assert.match(err, /no such field/);
  assert.equal(asked.at(-1), 'DELETE /NEW');
  assert.ok(!asked.includes('POST /_aliases'));
});

test('the template alone, to the engine or to look at', async () => {
  assert.equal((await sgs('index', '--template-only', '--to', to)).code, 0);
  assert.deepEqual(asked, ['PUT /_index_template/sgs']);
  assert.match((await sgs('index', '--template-only')).out, /"min_gram": 2/);
});

for (const [args, sentence] of [
  [['index', FEED], '请用 --to 说明写入哪里'],
  [['index', FEED, '--to', 'somewhere'], '--to 应为'],
  [['index', FEED, '--to', 'http://127.0.0.1:9200/双公示'], '--to 应为'],
  [['index', '--to', 'http://127.0.0.1:9200/sgs'], '请给出一个数据文件或地址'],
] as const) {
  test(`${args.join(' ')}: ${sentence}`, async () => {
    const { code, err } = await sgs(...args);
    assert.equal(code, 2);
    assert.ok(err.startsWith(sentence), err);
  });
}

test('keys of an order compare by their bytes as the page’s collation does', () => {
  const { compare } = new Intl.Collator('zh-Hans-CN-u-co-pinyin', { numeric: true });
  const keyOf = createSortKeys();
  const words = [
    '第10号',
    '第9号',
    '第９号',
    '重庆',
    '银行',
    '安徽',
    'abc',
    'Abc',
    'ABD',
    'é',
    'e',
    '（甲）',
    '甲',
    '甲乙',
    '〔2025〕12号',
    '〔2025〕2号',
    '',
    '中',
    '沈阳',
    '沈',
    '007',
    '7',
  ];
  for (const a of words) {
    for (const b of words) {
      const order = Math.sign(compare(a, b));
      if (order) assert.equal(Math.sign(Buffer.compare(Buffer.from(keyOf(a)), Buffer.from(keyOf(b)))), order, `${a} ${b}`);
    }
  }
});
