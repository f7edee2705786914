// Static pages as a webmaster makes them: what lies in the folder, what stays, what goes.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { writeTree } from '../../src/cli/tree.js';
import { sgs } from './run.js';

const root = mkdtempSync(join(tmpdir(), 'sgs-prerender-'));
after(() => rmSync(root, { recursive: true }));

const BASE = 'https://www.example.gov.cn/sgs';
const row = (n: number, more: Record<string, unknown> = {}) => ({
  kind: 'penalty',
  documentNumber: `青罚〔2026〕${n}号`,
  caseName: `第${n}案`,
  subjectName: '青岚市甲有限公司',
  decidedOn: '2026-03-01',
  authority: '青岚市市场监督管理局',
  facts: '超范围经营。',
  ...more,
});
const publish = (name: string, rows: readonly object[]): string => {
  const path = join(root, `${name}.json`);
  writeFileSync(
    path,
    JSON.stringify({ version: 1, standard: '2018', updated: '2026-11-20', publisher: { name: '青岚市市场监督管理局' }, records: rows }),
  );
  return path;
};
const prerender = (feed: string, folder: string, ...args: readonly string[]) =>
  sgs('prerender', feed, '-o', join(root, folder), '--base', BASE, '--today', '2026-11-23', ...args);
const textsIn = (folder: string): string => readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(?:html|xml)$/.test(name)).map((name) => readFileSync(join(root, folder, name), 'utf8')).join('\n');

test('only what may be published is on the pages, masked and redacted', async () => {
  const feed = publish('privacy', [
    row(1, { subjectName: '王小明', subjectType: '自然人', facts: '当事人王小明，身份证号 999999199001010015，电话 13800000000。' }),
    row(2, { caseName: '内部的案', scope: 'internal' }),
    row(3, { caseName: '过期的案', publicUntil: '2026-01-01' }),
    row(4, { caseName: '撤销的案', status: 'revoked' }),
    row(5, { caseName: '撤销并说明的案', status: 'revoked', revokeReason: '复议决定撤销' }),
  ]);
  const { code, err } = await prerender(feed, 'privacy');
  assert.equal(code, 0);
  assert.match(err, /2 条信息/);
  const all = textsIn('privacy');
  assert.match(all, /王某/);
  assert.match(all, /复议决定撤销/);
  assert.doesNotMatch(all, /王小明|999999199001010015|13800000000|内部的案|过期的案|撤销的案|撤销并说明的案/);
});

test('the next run writes what has changed, takes away what was withdrawn, and leaves the rest alone', async () => {
  const feed = publish('again', [row(1), row(2), row(3, { kind: 'license', projectName: '许可' })]);
  await prerender(feed, 'again');
  const old = new Date('2020-01-01');
  const names = readdirSync(join(root, 'again', 'r'));
  assert.equal(names.length, 3);
  writeFileSync(join(root, 'again', 'r', 'own.html'), 'of the site');
  for (const name of names) utimesSync(join(root, 'again', 'r', name), old, old);
  publish('again', [row(1), row(2, { facts: '已更正。' })]);
  const { err } = await prerender(feed, 'again');
  assert.match(err, /2 条信息，写入 \d+ 个文件，\d+ 个没有变化，删除 2 个/);
  const left = readdirSync(join(root, 'again', 'r'));
  assert.equal(left.length, 3);
  assert.ok(left.includes('own.html'));
  assert.equal(left.filter((name) => statSync(join(root, 'again', 'r', name)).mtime.getTime() === old.getTime()).length, 1);
  assert.ok(!existsSync(join(root, 'again', 'license.html')));
  assert.match(textsIn('again'), /已更正/);
  assert.deepEqual(readdirSync(join(root, 'again')).filter((name) => name.startsWith('.')).sort(), ['.sgs-files.json', '.sgs-seen.json']);
});

test('a crash while pages are made leaves the old ones whole, and the next run comes to its end', async () => {
  const folder = join(root, 'crash');
  const files = (text: string) => ['r/1.html', 'r/2.html', 'index.html'].map((path) => ({ path, text }));
  await writeTree(folder, files('old'), () => undefined);
  const crashing = function* () {
    yield { path: 'r/1.html', text: 'new' };
    throw new Error('power failure');
  };
  await assert.rejects(writeTree(folder, crashing(), () => undefined), /power failure/);
  for (const { path } of files('')) assert.equal(readFileSync(join(folder, path), 'utf8'), 'old');
  assert.deepEqual(await writeTree(folder, files('new').slice(1), () => undefined), { written: 2, kept: 0, removed: 1 });
  assert.ok(!existsSync(join(folder, '.sgs-new')));
  assert.ok(!existsSync(join(folder, 'r/1.html')));
  assert.deepEqual(await writeTree(folder, [], () => undefined), { written: 0, kept: 0, removed: 2 });
  assert.ok(!existsSync(join(folder, 'r')));
});

test('a page that somebody has changed, and a file of others that the list names, stay, and nothing else happens', async () => {
  const folder = join(root, 'changed');
  const files = (text: string) => ['r/1.html', 'index.html'].map((path) => ({ path, text }));
  await writeTree(folder, files('old'), () => undefined);
  writeFileSync(join(folder, 'index.html'), 'of the site');
  await assert.rejects(writeTree(folder, files('new'), () => undefined), /index\.html 的内容被改动过，没有改动任何文件/);
  await assert.rejects(writeTree(folder, files('new').slice(0, 1), () => undefined), /index\.html 的内容被改动过/);
  writeFileSync(join(folder, '.sgs-files.json'), JSON.stringify({ 'index.html': ['no sum'], 'r/1.html': [] }));
  await assert.rejects(writeTree(folder, [], () => undefined), /被改动过/);
  assert.equal(readFileSync(join(folder, 'index.html'), 'utf8'), 'of the site');
  assert.equal(readFileSync(join(folder, 'r/1.html'), 'utf8'), 'old');
});

test('a list of files that leads out of the folder takes nothing away', async () => {
  const folder = join(root, 'list');
  mkdirSync(folder);
  writeFileSync(join(root, 'precious.html'), 'x');
  for (const text of ['{"../precious.html":[],"/etc/nothing":3}', '["../precious.html"]', '{}', '[']) {
    writeFileSync(join(folder, '.sgs-files.json'), text);
    await writeTree(folder, [], () => undefined);
    assert.ok(existsSync(join(root, 'precious.html')));
  }
});

test('the site’s template, name and script are taken', async () => {
  const feed = publish('template', [row(1)]);
  const template = join(root, 'page.html');
  writeFileSync(template, '\ufeff<html><head>{{head}}<title>{{title}}</title></head><body class="site">{{content}}</body></html>');
  await prerender(
    feed,
    'template',
    '--template',
    template,
    '--site-name',
    '青岚市人民政府',
    '--site-id',
    '0000000001',
    '--script',
    '/js/sgs.js',
    '--nonce',
    'abc',
    '--feed-url',
    '/data/sgs.json',
  );
  const page = readFileSync(join(root, 'template', 'index.html'), 'utf8');
  assert.match(page, /^<html>[^]*<meta name="SiteIDCode" content="0000000001">[^]*<body class="site"><sgs-column feed="\/data\/sgs\.json"/);
  assert.match(page, /<script src="\/js\/sgs\.js" nonce="abc" defer><\/script>/);
  await prerender(feed, 'template', '--static');
  assert.doesNotMatch(readFileSync(join(root, 'template', 'index.html'), 'utf8'), /<script src/);
  writeFileSync(template, '{{content}}');
  const { code, err } = await prerender(feed, 'template', '--template', template);
  assert.equal(code, 2);
  assert.match(err, /模板中缺少/);
});

test('a feed that can’t be read leaves the pages as they are', async () => {
  const feed = publish('broken', [row(1)]);
  await prerender(feed, 'broken');
  const before = textsIn('broken');
  writeFileSync(feed, '{"records": [{"kind": "license"');
  assert.equal((await prerender(feed, 'broken')).code, 2);
  assert.equal(textsIn('broken'), before);
});

test('ten thousand records come to ten thousand pages', async () => {
  const feed = publish('many', Array.from({ length: 10_000 }, (_, n) => row(n)));
  const { code } = await prerender(feed, 'many', '--page-size', '100');
  assert.equal(code, 0);
  assert.equal(readdirSync(join(root, 'many', 'r')).length, 10_000);
  assert.equal(readFileSync(join(root, 'many', 'sitemap.xml'), 'utf8').match(/<url>/g)?.length, 10_000 + 1 + 100);
  assert.match((await prerender(feed, 'many', '--page-size', '100')).err, /写入 0 个文件/);
});

for (const [args, sentence] of [
  [['--base', BASE], '请用 -o 写明'],
  [['-o', 'x'], '--base 应为'],
  [['-o', 'x', '--base', 'sgs/'], '--base 应为'],
  [['-o', 'x', '--base', BASE, '--page-size', '0'], '--page-size 应为'],
  [['-o', 'x', '--base', BASE, '--today', 'now'], '--today 应为'],
  [['-o', 'x', '--base', BASE, '--sri'], '没有找到 sgs.js 的完整性校验值'],
] as const) {
  test(`prerender ${args.join(' ')}: ${sentence}`, async () => {
    const { code, err } = await sgs('prerender', publish('args', [row(1)]), ...args);
    assert.equal(code, 2);
    assert.ok(err.startsWith(sentence), err);
  });
}

test('who follows is told what is new, changed and withdrawn; a company by its code; and nobody by name', async () => {
  const CODE = '91000000MA0000001R';
  const person = { subjectName: '王小明', subjectType: '自然人', facts: '当事人王小明，身份证号 999999199001010015。' };
  const feed = publish('follow', [row(1, { creditCode: CODE }), row(2, person)]);
  await prerender(feed, 'follow');
  const atom = (name: string): string => readFileSync(join(root, 'follow', name), 'utf8');
  assert.match(atom('atom.xml'), /<updated>2026-11-23T00:00:00\+08:00<\/updated>/);
  const before = atom(`c/${CODE}.atom.xml`);
  publish('follow', [row(2, { ...person, facts: '已更正。' }), row(3)]);
  const { code } = await sgs('prerender', feed, '-o', join(root, 'follow'), '--base', BASE, '--today', '2026-11-24');
  assert.equal(code, 0);
  const [, id = ''] = /<entry>\n<id>([^<]+)</.exec(before) ?? [];
  assert.match(id, /^urn:sha256:/);
  assert.match(atom(`c/${CODE}.atom.xml`), new RegExp(`<id>${id}</id>\n<title>一条信息已撤下</title>`));
  for (const what of ['new', 'changed', 'withdrawn']) assert.match(atom('penalty.atom.xml'), new RegExp(`<category term="${what}"`));
  assert.match(atom('atom.xml'), /<updated>2026-11-24T00:00:00\+08:00<\/updated>/);
  assert.doesNotMatch(textsIn('follow'), /王小明|999999199001010015/);
  assert.doesNotMatch(atom('.sgs-seen.json'), /王|青罚/);
});

test('a file of the site’s own is not taken for a feed, nor for what is remembered', async () => {
  const feed = publish('own', [row(1)]);
  for (const name of ['atom.xml', '.sgs-seen.json']) {
    const folder = `own-${name}`;
    mkdirSync(join(root, folder));
    writeFileSync(join(root, folder, name), 'of the site');
    const { code, err } = await prerender(feed, folder);
    assert.equal(code, 2);
    assert.match(err, /不是 sgs 写的/);
    assert.equal(readFileSync(join(root, folder, name), 'utf8'), 'of the site');
  }
});
