// Pages of plain HTML: what an inspection's crawler finds on them, and that no record can say more than text.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { SgsRecord } from '../../src/model/record.js';
import { prerender } from '../../src/prerender/prerender.js';
import { templateProblem } from '../../src/prerender/shell.js';
import type { Site } from '../../src/prerender/site.js';
import { sitemaps } from '../../src/prerender/sitemap.js';
import { scriptTag } from '../../src/prerender/snippet.js';
import { record, site } from './pages.js';

const pagesOf = (records: readonly SgsRecord[], more: Partial<Site> = {}, template?: string): ReadonlyMap<string, string> =>
  new Map([...prerender(records, { ...site, ...more }, template)].map(({ path, text }) => [path, text]));

const metaOf = (page: string | undefined, name: string): string | undefined =>
  new RegExp(`<meta name="${name}" content="([^"]*)">`).exec(page ?? '')?.[1];
const dataOf = (page: string | undefined): any =>
  JSON.parse(/<script type="application\/ld\+json">([^]*?)<\/script>/.exec(page ?? '')?.[1] ?? '');

describe('the page of a record', () => {
  const license = record('1', {
    publishedOn: '2026-03-05',
    validFrom: '2026-03-01',
    validTo: '2031-02-28',
    link: 'https://www.example.gov.cn/a',
    extra: [{ label: '本局编号', value: '甲一' }],
  });

  test('carries the names of the national standard, and no date that nobody gave', () => {
    const pages = pagesOf([license, record('2')]);
    const page = pages.get('r/1.html');
    for (const [name, content] of [
      ['SiteName', '青岚市人民政府'],
      ['SiteDomain', 'www.example.gov.cn'],
      ['SiteIDCode', '0000000001'],
      ['ColumnName', '行政许可'],
      ['ColumnType', '行政许可和行政处罚公示'],
      ['ArticleTitle', '食品经营许可'],
      ['PubDate', '2026-03-05'],
      ['ContentSource', '青岚市市场监督管理局'],
      ['Author', '青岚市市场监督管理局'],
      ['Keywords', '行政许可,普通,青许〔2026〕1号'],
      ['Url', 'https://www.example.gov.cn/sgs/r/1.html'],
    ] as const)
      assert.equal(metaOf(page, name), content, name);
    assert.match(metaOf(page, 'Description') ?? '', /^食品经营许可，青许〔2026〕1号，青岚市甲有限公司/);
    assert.equal(metaOf(pages.get('r/2.html'), 'PubDate'), undefined);
    assert.match(page ?? '', /<link rel="canonical" href="https:\/\/www\.example\.gov\.cn\/sgs\/r\/1\.html">/);
    assert.match(page ?? '', /<dt>本局编号<\/dt><dd>甲一<\/dd>/);
    assert.match(page ?? '', /<meta charset="utf-8">/);
  });

  test('says what it is to search engines', () => {
    const [permit, crumbs] = dataOf(pagesOf([license]).get('r/1.html'))['@graph'];
    assert.deepEqual(
      [permit['@type'], permit.identifier, permit.validUntil, permit.issuedBy.name],
      ['GovernmentPermit', '青许〔2026〕1号', '2031-02-28', '青岚市市场监督管理局'],
    );
    assert.equal(crumbs.itemListElement.length, 3);
    const [article] = dataOf(
      pagesOf([record('3', { kind: 'penalty', title: '案', validTo: '2099-12-31', publishedOn: '2026-03-03' })]).get('r/3.html'),
    )['@graph'];
    assert.deepEqual([article['@type'], article.datePublished, article.about], ['Article', '2026-03-03', '青岚市甲有限公司']);
    assert.equal(dataOf(pagesOf([record('4', { validTo: '2099-12-31' })]).get('r/4.html'))['@graph'][0].validUntil, undefined);
    const { authority: _, ...nobody } = record('5');
    assert.equal(dataOf(pagesOf([nobody as SgsRecord], { publisher: '' }).get('r/5.html'))['@graph'][0].issuedBy, undefined);
  });

  test('of a revoked decision says that, and why, and nothing of its content', () => {
    const page =
      pagesOf(
        [
          record('9', {
            kind: 'penalty',
            status: 'revoked',
            revokeReason: '复议决定撤销',
            facts: '不应再出现',
            extra: [{ label: '甲', value: '也不' }],
          }),
        ],
        { remedy: '可以申请复议。' },
      ).get('r/9.html') ?? '';
    assert.match(page, /（已撤销）<\/h1>/);
    assert.match(page, /复议决定撤销/);
    assert.doesNotMatch(page, /不应再出现|也不|可以申请复议|甲有限公司/);
  });

  test('of a notice leads to what it announces', () => {
    const {
      decidedOn: _,
      subjectName: __,
      ...notice
    } = record('n', { kind: 'notice', title: '通知', link: 'https://www.example.gov.cn/a?b=1&c' });
    assert.match(
      pagesOf([notice]).get('r/n.html') ?? '',
      /<dd><a href="https:\/\/www\.example\.gov\.cn\/a\?b=1&amp;c" rel="noopener noreferrer">/,
    );
  });

  test('of a penalty without a remedy of its own names the publisher’s', () => {
    const pages = pagesOf([record('a', { kind: 'penalty', fineAmount: 0.5 }), record('b', { kind: 'penalty', remedy: '自己的渠道' })], {
      remedy: '可以申请复议。',
      config: { labels: { remedy: '怎么办' } },
    });
    assert.match(pages.get('r/a.html') ?? '', /<dt>怎么办<\/dt><dd>可以申请复议。/);
    assert.match(pages.get('r/a.html') ?? '', /0\.5万元（5000\.00元）/);
    assert.doesNotMatch(pages.get('r/b.html') ?? '', /可以申请复议/);
  });

  test('no two pages share a title, whatever records share', () => {
    const records = [
      record('1', { documentNumber: '同' }),
      record('2', { documentNumber: '同' }),
      record('3', { documentNumber: '同', decidedOn: '2026-04-01' }),
      record('4', { documentNumber: '同', decidedOn: '2026-04-01' }),
    ];
    const titles = [...pagesOf(records).values()].flatMap((page) => /<title>(.*)<\/title>/.exec(page)?.[1] ?? []);
    assert.equal(new Set(titles).size, titles.length, titles.join('\n'));
    const { siteName: _, ...unnamed } = site;
    assert.match([...prerender(records, unnamed)].find(({ path }) => path === 'r/1.html')?.text ?? '', /_青岚市市场监督管理局<\/title>/);
  });
});

describe('the lists', () => {
  const records = [
    record('1'),
    record('2', { decidedOn: '2026-05-01' }),
    record('3', { decidedOn: '2026-04-01' }),
    record('4', { kind: 'penalty', title: '案', status: 'disputed' }),
    record('5', { decidedOn: '2026-04-01', subjectName: undefined! }),
  ];

  test('show every record once, the last decision first, and lead to each', () => {
    const pages = pagesOf(records);
    const links = (path: string): string[] =>
      [...(pages.get(path) ?? '').matchAll(/<th scope="row"><a href="r\/(\w+)\.html"/g)].map(([, id = '']) => id);
    assert.deepEqual([...links('license.html'), ...links('license-2.html')], ['2', '3', '5', '1']);
    assert.deepEqual(links('index.html'), ['2', '3', '4']);
    assert.match(pages.get('license.html') ?? '', /第 1–2 条，共 4 条/);
    assert.match(pages.get('license.html') ?? '', /<a href="license-2\.html" rel="next">下一页<\/a>/);
    assert.match(pages.get('license-2.html') ?? '', /<a href="license\.html" rel="prev">上一页<\/a>/);
    assert.match(pages.get('license-2.html') ?? '', /<td>—<\/td>/);
    assert.match(pages.get('penalty.html') ?? '', /案<\/a>（异议处理中）/);
    assert.equal(dataOf(pages.get('index.html'))['@type'], 'CollectionPage');
    assert.match(metaOf(pages.get('index.html'), 'ColumnDescription') ?? '', /行政许可 4 条，行政处罚 1 条/);
  });

  test('are content of the widget on the first pages only', () => {
    const pages = pagesOf(records, {
      script: scriptTag({ src: 'sgs.js' }),
      config: { labels: { penalty: '处罚', title: '名称' } },
      notice: '说明',
    });
    assert.match(pages.get('index.html') ?? '', /<sgs-column feed="sgs\.json" kind="license penalty">\n<div class="sgs-static">/);
    assert.match(pages.get('penalty.html') ?? '', /kind="penalty">[^]*<caption>处罚<\/caption>[^]*<th scope="col">名称/);
    assert.match(pages.get('index.html') ?? '', /<script src="sgs\.js" defer><\/script>[^]*<p>说明<\/p>/);
    for (const path of ['license-2.html', 'r/1.html']) assert.doesNotMatch(pages.get(path) ?? '', /sgs-column feed|sgs\.js/, path);
  });

  test('of an empty feed say so', () => {
    const { siteName: _, ...unnamed } = site;
    const page = [...prerender([], { ...unnamed, updated: '', publisher: '' })].find(({ path }) => path === 'index.html')?.text ?? '';
    assert.match(page, /暂无公示信息/);
    assert.match(page, /kind="license penalty"/);
    assert.match(page, /<title>行政许可和行政处罚公示<\/title>/);
  });
});

describe('the site map', () => {
  test('has every page, and days where they are known', () => {
    const map = pagesOf([record('1', { updatedOn: '2026-03-09' }), record('2')]).get('sitemap.xml') ?? '';
    assert.match(map, /<loc>https:\/\/www\.example\.gov\.cn\/sgs\/r\/1\.html<\/loc><lastmod>2026-03-09<\/lastmod>/);
    assert.match(map, /r\/2\.html<\/loc><\/url>/);
    assert.match(map, /<loc>https:\/\/www\.example\.gov\.cn\/sgs\/<\/loc><lastmod>2026-11-20/);
  });

  test('is an index where there are too many', () => {
    const [index, first, second] = sitemaps(site, ['a', 'b', 'c'].map((path) => [path, '']), 2);
    assert.match(index?.text ?? '', /<sitemapindex[^]*sitemap-1\.xml[^]*sitemap-2\.xml/);
    assert.deepEqual([first, second].map((one) => one?.text.match(/<url>/g)?.length), [2, 1]);
  });
});

describe('a template of the site', () => {
  const template = '<html><head>{{head}}<title>{{title}}</title></head><body><div>{{content}}</div></body></html>';

  test('is filled in, and what a record says is never filled in again', () => {
    const page = pagesOf([record('1', { title: '{{content}}$&' })], {}, template).get('r/1.html') ?? '';
    assert.match(page, /<body><div><div class="sgs-static">[^]*<h1>\{\{content\}\}\$&amp;<\/h1>/);
  });

  test('is told what it lacks', () => {
    assert.equal(templateProblem(template), '');
    assert.match(templateProblem('{{content}}'), /缺少 \{\{title\}\}、\{\{head\}\}/);
    assert.match(templateProblem(`<meta charset="gb2312">${template}`), /编码是 gb2312/);
    assert.equal(templateProblem(`<meta http-equiv="Content-Type" content="text/html; charset=utf-8">${template}`), '');
  });
});

test('whatever a feed says stays text', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      '</script><script>alert(1)</script>',
      '<!--<script>',
      ']]>',
      '" onload="alert(1)',
      "' onmouseover='x",
      '</title><img src=x onerror=alert(1)>',
      '&lt;b&gt;',
      '{{head}}',
      '\u2028',
      '<meta http-equiv="refresh">',
      'javascript:alert(1)',
    ),
  );
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          title: hostile,
          documentNumber: hostile,
          subjectName: hostile,
          content: hostile,
          authority: hostile,
          link: hostile,
          label: hostile,
          value: hostile,
        }),
        { maxLength: 4 },
      ),
      hostile,
      (rows, publisher) => {
        const records = rows.map(({ label, value, ...row }, at) => record(String(at), { ...row, extra: [{ label, value }] }));
        const plain = tagsOf(
          pagesOf(rows.map((_, at) => record(String(at), { content: 'x', link: 'x', extra: [{ label: 'x', value: 'x' }] }))),
        );
        for (const [path, text] of pagesOf(records, { publisher })) {
          if (!path.endsWith('.html')) continue;
          // The same tags stand there, whatever the texts are: none can begin one, end one or add an attribute.
          for (const tag of tagsIn(text)) assert.ok(plain.has(tag), `${path}: ${tag}`);
          assert.equal(text.match(/<script/g)?.length, 1);
          assert.doesNotThrow(() => dataOf(text));
        }
      },
    ),
    { numRuns: 150 },
  );
});

/** Tags with the names of their attributes. */
const tagsIn = (html: string): string[] =>
  [...html.replace(/(<script type="application\/ld\+json">)[^]*?(<\/script>)/g, '$1$2').matchAll(/<[^>]*>/g)].map(([tag]) =>
    tag.replace(/="[^"]*"/g, '='),
  );
/** Of all pages that are no more than plain text; optional tags are known. */
const tagsOf = (pages: ReadonlyMap<string, string>): ReadonlySet<string> =>
  new Set([
    ...[...pages.values()].flatMap(tagsIn),
    '<meta name= content=>',
    '<a href= rel=>',
    '<time datetime=>',
    '<dt>',
    '</dt>',
    '<dd>',
    '</dd>',
    '<p>',
    '</p>',
  ]);
