// The built widget on a strict page, asking a real engine through a proxy that lets nothing but a search through.
import assert from 'node:assert/strict';
import { request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import { before, describe, it, type TestContext } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import type { SgsRecord } from '../../src/model/record.js';
import { openBrowser } from '../helpers/browser.js';
import { serveSite } from '../helpers/site.js';
import { query } from '../query/records.js';
import { INDEX, loadInMemory, nodes, note, type Loaded } from './site.js';

/** As the guide's nginx does it: one path, one method, nothing of the page's headers. */
const proxy = (request: IncomingMessage, response: ServerResponse): void => {
  if (request.method !== 'POST') {
    response.writeHead(405).end();
    return;
  }
  const { search } = new URL(request.url ?? '', 'http://site');
  const posted = { method: 'POST', headers: { 'content-type': 'application/json' } };
  const passed = ask(`${nodes()[0] as string}/${INDEX}/_search${search}`, posted, (answer) => {
    response.writeHead(answer.statusCode ?? 502, { 'content-type': 'application/json' });
    answer.pipe(response);
  });
  passed.on('error', () => { response.writeHead(502).end(); });
  response.on('close', () => passed.destroy());
  request.pipe(passed);
};

const PAGE = '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>双公示</title><body>'
  + '<script src="/sgs.js" defer></script><sgs-column feed="/search" config="/config.json"></sgs-column>';

interface Visit {
  readonly page: Page;
  readonly column: Locator;
  readonly faults: () => string[];
}

describe('a column over a search engine', { timeout: 600_000 }, () => {
  let memory: Loaded;
  before(async () => { memory = await loadInMemory(); });
  const total = (fields: Parameters<typeof query>[0]): number => memory.engine.page(query(fields)).total;
  const first = (fields: Parameters<typeof query>[0]): SgsRecord => memory.engine.page(query(fields)).rows[0] as SgsRecord;

  const visit = async (t: TestContext, at = '', answers = { '/search/_search': proxy }): Promise<Visit> => {
    const site = await serveSite(
      t, { pages: { '/': PAGE, '/config.json': JSON.stringify({ request: { preset: 'opensearch' } }) }, answers },
    );
    const { page, faults } = await openBrowser(t);
    page.setDefaultTimeout(60_000);
    await page.goto(site.url + at);
    return { page, column: page.locator('sgs-column'), faults };
  };
  const range = (column: Locator, n: number): Promise<void> => column.getByText(
    n ? new RegExp(`第 1–\\d+ 条，共 ${n.toLocaleString('en')}\\b|第 1–\\d+ 条，共 ${n} 条`) : '没有查询到相关信息',
  ).first().waitFor();
  const search = async (column: Locator, words: string): Promise<void> => {
    await column.getByRole('searchbox').fill(words);
    await column.getByRole('button', { name: '查询' }).click();
  };
  const firstRow = (column: Locator): Promise<string | null> => column.getByRole('table').getByRole('link').first().textContent();

  it('lists, pages, searches by name, code and number, opens, shares, returns, sorts and filters', async (t) => {
    const { page, column, faults } = await visit(t);
    await range(column, total({}));
    assert.ok((await firstRow(column))?.includes(first({}).title));

    await column.getByRole('link', { name: '下一页' }).click();
    await column.getByText(/第 11–20 条/).first().waitFor();
    await column.getByRole('link', { name: '上一页' }).click();
    await range(column, total({}));

    // By a part of a name, of a code, and of a document number in other brackets.
    const somebody = memory.engine.get(memory.ids[4321] as string) as SgsRecord;
    const company = memory.engine.page(query({ q: '食品有限公司' })).rows[0] as SgsRecord;
    const typedNumber = String(company.documentNumber).replace('〔', '[').replace('〕', ']');
    for (const q of ['食品有限', String(company.creditCode).slice(4, 15).toLowerCase(), typedNumber]) {
      const start = performance.now();
      await search(column, q);
      await range(column, total({ q }));
      if (q === '食品有限') note({ click: Math.round(performance.now() - start) });
      assert.ok((await firstRow(column))?.includes(first({ q }).title), q);
    }

    // Open one, return, and come again by its address.
    await column.getByRole('table').getByRole('link').first().click();
    const article = column.getByRole('article');
    await article.waitFor();
    assert.ok((await article.textContent())?.includes(String(company.documentNumber)));
    const shared = page.url();
    await column.getByRole('link', { name: '返回列表' }).or(column.getByRole('button', { name: '返回列表' })).first().click();
    await column.getByRole('table').waitFor();

    await column.getByRole('button', { name: '重置' }).click();
    await range(column, total({}));
    await column.getByRole('columnheader', { name: /行政相对人/ }).getByRole('button').click();
    await page.waitForURL(/sort=/);
    const byName = memory.engine.page(query({ sort: 'subjectName', descending: false })).rows.map(({ subjectName }) => subjectName);
    await column.getByRole('table').getByText(String(byName[0])).first().waitFor();

    // A filter that is offered counts what it finds.
    const [department] = memory.engine.facets('license').department;
    assert.ok(department);
    await page.goto(`${page.url().split('?')[0] ?? ''}?sgs-department=${encodeURIComponent(department.value)}`);
    await range(column, department.count);

    // Somebody else opens the link: the record is on no page that was shown.
    const other = await openBrowser(t);
    await other.page.goto(shared);
    await other.page.getByRole('article').waitFor();
    assert.ok((await other.page.getByRole('article').textContent())?.includes(String(company.documentNumber)));
    const alone = new URL(shared);
    for (const name of [...alone.searchParams.keys()]) if (!name.endsWith('-id')) alone.searchParams.delete(name);
    alone.searchParams.set('sgs-id', somebody.id);
    await other.page.goto(alone.href);
    await other.page.getByRole('article').getByText(String(somebody.documentNumber)).first().waitFor();
    assert.deepEqual([...faults(), ...other.faults()], []);
  });

  it('tells the page how much there is, once', async (t) => {
    const site = await serveSite(
      t,
      {
        pages: { '/': PAGE, '/config.json': JSON.stringify({ request: { preset: 'opensearch' } }) },
        answers: { '/search/_search': proxy },
      },
    );
    const { page } = await openBrowser(t);
    await page.addInitScript(() => {
      const loads: unknown[] = [];
      Object.assign(window, { loads });
      document.addEventListener('sgs-load', ({ target, detail }: Event & { detail?: unknown }) => {
        if ((target as Element).localName === 'sgs-column') loads.push(detail);
      });
    });
    await page.goto(site.url);
    const column = page.locator('sgs-column');
    await range(column, total({}));
    await search(column, '食品有限');
    await range(column, total({ q: '食品有限' }));
    const { license, penalty } = memory.engine.counts();
    assert.deepEqual(await page.evaluate('loads'), [{ total: license + penalty, rejected: 0, withheld: 0, updated: '2025-12-31' }]);
  });

  it('shows its last first page when the engine is gone, with its date, and the rest again when it is back', async (t) => {
    let gone = false;
    const { page, column } = await visit(t, '', { '/search/_search': (request, response) => {
      if (gone) response.writeHead(500).end();
      else proxy(request, response);
    } });
    await range(column, total({}));
    const shown = await firstRow(column);
    gone = true;
    await page.reload();
    await column.getByText(/当前显示的是.*的数据/).first().waitFor();
    assert.equal(await firstRow(column), shown);
    gone = false;
    await column.getByRole('button', { name: '重试' }).first().click();
    await range(column, total({}));
    await column.getByText(/当前显示的是.*的数据/).first().waitFor({ state: 'hidden' });
  });
});
