// For people who follow: well-formed Atom feeds that tell what is new, changed and withdrawn, and of nobody by name.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { SgsRecord } from '../../src/model/record.js';
import { memoryOf, remember, type Memory } from '../../src/prerender/changes.js';
import { prerender } from '../../src/prerender/prerender.js';
import type { Site } from '../../src/prerender/site.js';
import { record, site } from './pages.js';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const CODE = '91000000MA0000001R';
const FIRST = '2026-11-20T08:00:00+08:00';
const SECOND = '2026-11-21T08:00:00+08:00';
const LATER = '2027-01-05T08:00:00+08:00';

interface Run {
  readonly pages: ReadonlyMap<string, string>;
  readonly memory: Memory;
}
const run = (records: readonly SgsRecord[], now = FIRST, before?: Memory, more: Partial<Site> = {}): Run => {
  const memory = remember(records, before, now, sha256);
  return { memory, pages: new Map([...prerender(records, { ...site, ...more }, undefined, { memory, sha256 })].map(({ path, text }) => [path, text])) };
};

interface Node {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Node[];
  text: string;
}

const SIGNS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const decoded = (text: string): string => {
  assert.doesNotMatch(text, /<|&(?!(?:amp|lt|gt|quot|apos|#\d+);)/, 'text holds no markup');
  return text.replace(/&(?:#(\d+)|(\w+));/g, (_, code: string | undefined, name: string) => (code ? String.fromCodePoint(Number(code)) : SIGNS[name] ?? ''));
};

/** A strict reader of as much XML as a feed is; fails where the text is not well-formed. */
function parse(text = ''): Node {
  assert.match(text, /^<\?xml version="1\.0" encoding="utf-8"\?>\n/);
  const root: Node = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  const body = text.slice(text.indexOf('\n') + 1);
  const token = /<(\/?)([\w:]+)((?: [\w:]+="[^"<]*")*)(\/?)>|([^<]+)/gy;
  let at = 0;
  for (const [whole, close, name = '', attributes = '', alone, between] of body.matchAll(token)) {
    at += whole.length;
    const parent = open[open.length - 1] as Node;
    if (between !== undefined) parent.text += decoded(between);
    else if (close) assert.equal((open.pop() as Node).name, name);
    else {
      const pairs = [...attributes.matchAll(/ ([\w:]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [key, decoded(value)] as const);
      const node: Node = { name, attributes: Object.fromEntries(pairs), children: [], text: '' };
      assert.equal(Object.keys(node.attributes).length, pairs.length);
      parent.children.push(node);
      if (!alone) open.push(node);
    }
  }
  assert.equal(at, body.length, body.slice(at, at + 80));
  assert.equal(open.length, 1);
  assert.equal(root.children.length, 1);
  return root.children[0] as Node;
}
const of = (node: Node, name: string): readonly Node[] => node.children.filter((child) => child.name === name);
const textOf = (node: Node, name: string): string => {
  const [only, ...rest] = of(node, name);
  assert.ok(only && rest.length === 0, `one ${name}`);
  return only.text;
};
const entries = (xml: string | undefined): readonly Node[] => of(parse(xml), 'entry');
const kindsOfNews = (xml: string | undefined): readonly (string | undefined)[] => entries(xml).map((entry) => of(entry, 'category')[0]?.attributes['term']);

const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)$/;

/** What RFC 4287 asks of a feed. */
function assertFeed(xml: string | undefined, address: string): void {
  const feed = parse(xml);
  assert.equal(feed.name, 'feed');
  assert.equal(feed.attributes['xmlns'], 'http://www.w3.org/2005/Atom');
  assert.match(textOf(feed, 'id'), /^urn:sha256:[\da-f]{64}$/);
  assert.ok(textOf(feed, 'title'));
  assert.match(textOf(feed, 'updated'), TIME);
  assert.ok(textOf(of(feed, 'author')[0] as Node, 'name'));
  assert.deepEqual(of(feed, 'link').filter(({ attributes }) => attributes['rel'] === 'self').map(({ attributes }) => attributes['href']), [address]);
  const ids = of(feed, 'entry').map((entry) => {
    assert.ok(textOf(entry, 'title'));
    assert.match(textOf(entry, 'updated'), TIME);
    for (const { text } of of(entry, 'published')) assert.match(text, TIME);
    assert.equal(of(entry, 'link').filter(({ attributes }) => attributes['rel'] === 'alternate').length, 1);
    assert.ok(Date.parse(textOf(entry, 'updated')) <= Date.parse(textOf(feed, 'updated')));
    return textOf(entry, 'id');
  });
  assert.equal(new Set(ids).size, ids.length);
}

const COMPANY = { subjectName: '青岚市甲有限公司', creditCode: CODE };
const PERSON = { subjectName: '王某', kind: 'penalty', title: '无证经营' } as const;

describe('the feeds', () => {
  const { pages } = run([record('1', COMPANY), record('2', PERSON), record('3', { creditCode: '00000000000000000X' })]);

  test('are one of all, one of each kind, one of each company with a right code', () => {
    assert.deepEqual([...pages.keys()].filter((path) => path.endsWith('.atom.xml') || path === 'atom.xml').sort(),
      ['atom.xml', `c/${CODE}.atom.xml`, 'license.atom.xml', 'penalty.atom.xml']);
    assert.equal(entries(pages.get('atom.xml')).length, 3);
    assert.equal(entries(pages.get(`c/${CODE}.atom.xml`)).length, 1);
  });

  test('have all that RFC 4287 asks for', () => {
    for (const [path, text] of pages) if (path.endsWith('atom.xml')) assertFeed(text, site.base + path);
    assertFeed(run([]).pages.get('atom.xml'), `${site.base}atom.xml`);
  });

  test('name nobody whom a record is about', () => {
    for (const [path, text] of pages) if (path.endsWith('atom.xml')) assert.doesNotMatch(text, /王某|甲有限公司/, path);
  });

  test('are linked from their pages, for readers of feeds and for people', () => {
    for (const [page, feed] of [['index.html', 'atom.xml'], ['license.html', 'license.atom.xml'], ['r/1.html', `../c/${CODE}.atom.xml`], ['r/2.html', '../penalty.atom.xml']] as const) {
      const text = pages.get(page) ?? '';
      assert.match(text, new RegExp(`<link rel="alternate" type="application/atom\\+xml" title="[^"]+" href="${feed.replace(/\./g, '\\.')}">`), page);
    }
    assert.match(pages.get('r/1.html') ?? '', new RegExp(`<a href="\\.\\./c/${CODE}\\.atom\\.xml"[^>]*>订阅该单位的公示信息</a>`));
    assert.doesNotMatch(pages.get('r/2.html') ?? '', /href="\.\.\/c\//);
    assert.match(pages.get('index.html') ?? '', /<a href="atom\.xml"[^>]*>订阅/);
  });

  test('are not there, nor linked, where nobody asked for them', () => {
    for (const { path, text } of prerender([record('1', COMPANY)], site)) {
      assert.doesNotMatch(path, /atom/);
      assert.doesNotMatch(text, /atom/);
    }
  });

  test('hold the last hundred', () => {
    const many = Array.from({ length: 130 }, (_, n) => record(String(n), { publishedOn: `2026-0${1 + Math.floor(n / 28)}-${String(1 + (n % 28)).padStart(2, '0')}` }));
    const found = entries(run(many).pages.get('atom.xml'));
    assert.equal(found.length, 100);
    assert.ok(Date.parse(textOf(found[0] as Node, 'updated')) > Date.parse(textOf(found[99] as Node, 'updated')));
  });

  test('are well-formed whatever a feed says', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (title, publisher) => {
      for (const [path, text] of run([record('1', { title, ...COMPANY })], FIRST, undefined, { publisher }).pages) if (path.endsWith('atom.xml')) parse(text);
    }), { numRuns: 100 });
  });
});

describe('what has become of a record', () => {
  const one = record('1', { ...COMPANY, publishedOn: '2026-03-05' });
  const two = record('2', { ...COMPANY, kind: 'penalty', title: '虚假宣传案', documentNumber: '青罚〔2026〕2号' });

  test('in the first run it is as old as the feed says; else as the run', () => {
    const { pages } = run([one, two, record('3', { publishedOn: '2027-03-05' })]);
    const updated = new Map(entries(pages.get('atom.xml')).map((entry) => [textOf(entry, 'title'), textOf(entry, 'updated')]));
    assert.deepEqual([...updated.values()].sort(), ['2026-03-05T00:00:00+08:00', FIRST, FIRST]);
  });

  test('nothing: the same bytes', () => {
    const before = run([one, two]);
    const after = run([{ ...two }, Object.fromEntries(Object.entries(one).reverse()) as SgsRecord], SECOND, before.memory);
    for (const [path, text] of before.pages) if (path.endsWith('atom.xml')) assert.equal(after.pages.get(path), text, path);
  });

  test('new and changed are told with the moment of the run, under the same id', () => {
    const before = run([one]);
    const after = run([{ ...one, title: '药品经营许可' }, { ...two, publishedOn: '2025-01-01' }], SECOND, before.memory);
    const found = entries(after.pages.get('atom.xml'));
    assert.deepEqual(kindsOfNews(after.pages.get('atom.xml')).toSorted(), ['changed', 'new']);
    assert.deepEqual(found.map((entry) => textOf(entry, 'updated')), [SECOND, SECOND]);
    const changed = entries(after.pages.get('license.atom.xml'))[0] as Node;
    assert.equal(textOf(changed, 'id'), textOf(entries(before.pages.get('license.atom.xml'))[0] as Node, 'id'));
    assert.match(textOf(changed, 'title'), /药品经营许可/);
  });

  test('withdrawn is told for a month, without a word of what it was, and then forgotten', () => {
    const before = run([one, two]);
    const after = run([one], SECOND, before.memory);
    for (const path of ['atom.xml', 'penalty.atom.xml', `c/${CODE}.atom.xml`]) {
      const text = after.pages.get(path) ?? '';
      assert.doesNotMatch(text, /虚假宣传|青罚〔2026〕2号|r\/2\.html/, path);
      assert.ok(kindsOfNews(text).includes('withdrawn'), path);
      assertFeed(text, site.base + path);
    }
    const [gone] = entries(after.pages.get('penalty.atom.xml'));
    assert.equal(textOf(gone as Node, 'id'), textOf(entries(before.pages.get('penalty.atom.xml'))[0] as Node, 'id'));
    assert.equal(textOf(gone as Node, 'updated'), SECOND);
    // Told again with the same words and the same time, until a month is over.
    assert.equal(run([one], '2026-12-10T08:00:00+08:00', after.memory).pages.get('penalty.atom.xml'), after.pages.get('penalty.atom.xml'));
    const later = run([one], LATER, after.memory);
    assert.ok(!later.pages.has('penalty.atom.xml'));
    assert.ok(!('2' in later.memory.records));
    // Public again, it is told again.
    assert.deepEqual(kindsOfNews(run([one, two], LATER, after.memory).pages.get('penalty.atom.xml')), ['changed']);
  });

  test('an id is that of the site, by http and by https, and no other site’s', () => {
    const idIn = (base: string): string => textOf(entries(run([one], FIRST, undefined, { base }).pages.get('atom.xml'))[0] as Node, 'id');
    assert.equal(idIn('http://www.example.gov.cn/sgs/'), idIn('https://www.example.gov.cn/sgs/'));
    assert.notEqual(idIn('https://www.example.gov.cn/sgs/'), idIn('https://www.example.gov.cn/other/'));
  });
});

describe('what is remembered', () => {
  const { memory } = run([record('1', COMPANY), record('2', PERSON), record('__proto__')]);

  test('is no content, and comes back as it was written', () => {
    const text = JSON.stringify(memory);
    assert.doesNotMatch(text, /王某|有限公司|食品|青许/);
    assert.deepEqual(memoryOf(JSON.parse(text)), memory);
    assert.equal(Object.keys(memory.records).length, 3);
  });

  for (const [what, value] of Object.entries({
    nothing: undefined, null: null, 'a list': [], 'without its beginning': { records: {} }, 'no time': { since: 'today', records: {} },
    'a record that is none': { since: FIRST, records: { a: { kind: 'license' } } },
    'a kind that is none': { since: FIRST, records: { a: { kind: 'x', what: 'new', updated: FIRST, digest: '' } } },
    'a code that leads elsewhere': { since: FIRST, records: { a: { kind: 'license', what: 'new', updated: FIRST, digest: '', code: '../../x' } } },
  })) test(`${what}: all begins anew`, () => assert.equal(memoryOf(value), undefined));
});
