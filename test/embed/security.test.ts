// What a hostile feed, page, address or configuration could try, with the built dist/ in a real browser. SECURITY.md says
// which test stands for which threat.
import assert from 'node:assert/strict';
import { describe, test, type TestContext } from 'node:test';
import type { Page } from 'playwright-core';
import { openBrowser } from '../helpers/browser.js';
import { serveSite } from '../helpers/site.js';

const ATTACK = '"><img src=x onerror="window.hit=1"><script>window.hit=1</script><svg onload="window.hit=1">${window.hit=1}{{hit}}';
/** Also escaped, for readers that decode. */
const ESCAPED = '&lt;img src=x onerror=window.hit=1&gt;&amp;lt;script&amp;gt;window.hit=1&amp;lt;/script&amp;gt;';
const LINKS = ['javascript:window.hit=1', 'JaVaScRiPt:window.hit=1', ' javascript:window.hit=1', 'java\nscript:window.hit=1', 'data:text/html,<script>opener.hit=1</script>', 'vbscript:x', 'blob:https://example.org/x', 'file:///etc/passwd', '//example.org/%0d%0aevil'];
const PROTO = '"__proto__":{"hit":1,"polluted":1},"constructor":{"prototype":{"polluted":1}}';

const TEXTS = ['documentNumber', 'documentName', 'projectName', 'caseName', 'subjectName', 'creditCode', 'authority', 'category', 'content', 'facts', 'basis', 'result', 'remark', 'department'];
const hostile = (kind: string, n: number, more: object = {}): object =>
  ({ kind, ...TEXTS.reduce((fields, name) => ({ ...fields, [name]: `${name}${n}${n % 2 ? ATTACK : ESCAPED}` }), {}), decidedOn: '2026-03-01', [`附加${ATTACK}`]: ATTACK, ...more });
const safe = (n: number, more: object = {}): object => ({ kind: 'license', documentNumber: `青市监许〔2026〕${n}号`, projectName: `许可事项${n}`, subjectName: '青岚市甲有限公司', decidedOn: '2026-03-01', ...more });

interface Visit {
  readonly page: Page;
  readonly url: string;
  readonly faults: () => string[];
}
async function visit(t: TestContext, { records, root = '', config = '{}', attributes = '', address = '', policy = '' }: { records: readonly object[]; root?: string; config?: string; attributes?: string; address?: string; policy?: string }): Promise<Visit> {
  const site = await serveSite(t, {
    policy,
    pages: {
      '/': `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>t</title><script src="/sgs.js" defer></script><body><sgs-column kind="license penalty notice" feed="/sgs.json" config="/config.json" ${attributes}></sgs-column>`,
      '/sgs.json': `{"version":1,"standard":"2018",${root}"records":${JSON.stringify(records)}}`.replace('"kind"', `${PROTO},"kind"`),
      '/config.json': config,
    },
  });
  const { page, faults } = await openBrowser(t);
  page.setDefaultTimeout(15_000);
  await page.goto(site.url + address);
  return { page, faults, url: site.url };
}

/** Nothing of theirs has run, changed a prototype, or become an element or a way out of the page. */
async function unharmed(page: Page): Promise<void> {
  const found = await page.evaluate(() => {
    const inner = [...document.querySelectorAll('sgs-column')].map((column) => column.shadowRoot as ShadowRoot);
    const all = inner.flatMap((root) => [...root.querySelectorAll('*')]);
    return {
      ran: 'hit' in window, polluted: 'polluted' in {},
      made: all.filter((element) => element.matches('img,script,svg,iframe,object,embed,form[action],style:empty')).map(({ localName }) => localName),
      handlers: all.flatMap((element) => element.getAttributeNames()).filter((name) => /^on|^style$|^srcdoc$/.test(name)),
      links: all.filter((element) => element instanceof HTMLAnchorElement && !/^https?:$/.test(element.protocol)).map((element) => element.getAttribute('href')),
      opener: all.filter((element) => element instanceof HTMLAnchorElement && element.origin !== location.origin && element.rel !== 'noopener noreferrer').length,
    };
  });
  assert.deepEqual(found, { ran: false, polluted: false, made: [], handlers: [], links: [], opener: 0 });
}

const RECORDS = [...[1, 2].map((n) => hostile('license', n)), ...[3, 4].map((n) => hostile('penalty', n)), ...LINKS.map((link, n) => ({ kind: 'notice', title: `制度${n}${ATTACK}`, category: '制度', publishedOn: '2026-01-01', decidedOn: '2026-01-01', link }))];
const ROOT = `${PROTO},"notice":${JSON.stringify(ATTACK)},"remedy":${JSON.stringify(ATTACK)},"publisher":{"name":${JSON.stringify(ATTACK)},"code":${JSON.stringify(ATTACK)},"url":"javascript:window.hit=1"},"updated":${JSON.stringify(ATTACK)},`;

describe('a hostile feed', () => {
  test('runs nothing, makes no element and no link, in any field, extra label, list, record or around them', async (t) => {
    const { page, faults } = await visit(t, { records: RECORDS, root: ROOT });
    await page.getByText('projectName2').first().waitFor();
    for (const tab of ['行政许可', '行政处罚', '制度发布与宣传']) {
      await page.getByRole('tab', { name: tab }).click();
      await page.getByRole('tab', { name: tab, selected: true }).waitFor();
      await unharmed(page);
      const rows = await page.locator('sgs-column tbody tr').count();
      assert.ok(rows > 1, tab);
      for (let n = 0; n < Math.min(rows, 4); n++) {
        await page.locator('sgs-column tbody a').nth(n).click();
        await page.locator('sgs-column [part=detail]').waitFor();
        await unharmed(page);
        await page.getByRole('link', { name: '返回列表' }).click();
        await page.locator('sgs-column tbody').waitFor();
      }
    }
    assert.deepEqual(faults(), []);
  });
});

describe('a hostile configuration', () => {
  const good = JSON.stringify({ texts: { notice: ATTACK, remedy: ATTACK, duty: ATTACK, contact: ATTACK, objection: 'javascript:window.hit=1', repair: 'data:text/html,x' }, labels: { license: ATTACK, projectName: ATTACK, subjectName: ATTACK } });
  test('runs nothing and makes no link with any of its texts, labels and addresses', async (t) => {
    const { page } = await visit(t, { records: [safe(1)], config: good });
    await page.getByText('许可事项1').click();
    await page.locator('sgs-column [part=detail]').waitFor();
    await unharmed(page);
  });

  test('with keys of the prototype is refused and changes nothing', async (t) => {
    for (const config of [`{${PROTO}}`, `{"request":{${PROTO}}}`, `{"texts":{"toString":"x"}}`]) {
      const { page } = await visit(t, { records: [safe(1)], config });
      await page.locator('sgs-column [part=error]').waitFor();
      await unharmed(page);
    }
    const { page } = await visit(t, { records: [safe(1)], config: `{"mapping":{${PROTO},"hasOwnProperty":"x"},"labels":{${PROTO}}}` });
    await page.locator('sgs-column [part=error], sgs-column tbody').waitFor();
    await unharmed(page);
  });
});

describe('hostile address parameters', () => {
  const names = ['q', 'kind', 'page', 'id', 'category', 'department', 'year', 'from', 'to', 'sort', '__proto__', 'constructor'];
  const values: Readonly<Record<string, string>> = {
    markup: encodeURIComponent(ATTACK), script: 'javascript:window.hit=1', prototype: '__proto__', constructor: 'constructor', 'a function': 'toString', overlong: 'x'.repeat(1100),
    'broken encoding': '%E9%A4%ZZ%ff%', 'half a character': '%ud800', 'a null': '%00', pattern: '(a%2B)%2B%24%5B', number: '-1e999', arrays: '[]=1&sgs-q[]=2',
  };
  for (const [what, value] of Object.entries(values)) {
    test(`change nothing but the view: ${what}`, async (t) => {
      const { page, faults, url } = await visit(t, { records: [safe(1), safe(2)], address: `?${names.map((name) => `sgs-${name}=${value}`).join('&')}` });
      await page.locator('sgs-column [part=empty], sgs-column tbody tr, sgs-column [part=detail]').first().waitFor();
      await unharmed(page);
      await page.goto(`${url}?sgs-q=${value}`);
      await page.locator('sgs-column [part=empty], sgs-column tbody tr').first().waitFor();
      await unharmed(page);
      assert.deepEqual(faults(), []);
    });
  }
});

describe('hostile attributes', () => {
  test('of the page’s authors make no link and no request but http', async (t) => {
    const { page } = await visit(t, { records: [safe(1)], attributes: 'detail="javascript:window.hit={id}" url-key="__proto__" theme="x onload=1" columns="__proto__ constructor" sort="__proto__" lang="__proto__" exports="__proto__"' });
    await page.getByText('许可事项1').waitFor();
    await unharmed(page);
  });
});
