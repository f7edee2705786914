// A big feed in a folder that the tool has made, read by the real script under the strictest policy.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { readFileSync } from 'node:fs';
import { describe, test, type TestContext } from 'node:test';
import { records } from '../../bench/records.mjs';
import { sgs } from '../cli/run.js';
import { openBrowser } from '../helpers/browser.js';
import { serveSite, type SiteOptions } from '../helpers/site.js';

const ROWS = [...records(3000, 5)];
const LICENSES = ROWS.filter(({ kind }) => kind === 'license');
const feedOf = (rows: readonly object[]) => JSON.stringify({ version: 1, standard: '2018', updated: '2026-01-01', notice: '以决定书为准。', records: rows });

interface Site {
  readonly publish: (rows: readonly object[]) => Promise<void>;
  readonly visit: (options?: SiteOptions & { readonly from?: string; readonly search?: string }) => Promise<Awaited<ReturnType<typeof openBrowser>> & { readonly requests: string[] }>;
}

function siteOf(t: TestContext): Site {
  const root = mkdtempSync(join(tmpdir(), 'sgs-test-shards-'));
  t.after(() => rmSync(root, { recursive: true }));
  return {
    async publish(rows) {
      writeFileSync(join(root, 'feed.json'), feedOf(rows));
      const { code, err } = await sgs('shard', join(root, 'feed.json'), '-o', join(root, 'data'), '--today', '2026-01-02', '--keep', '0d');
      assert.equal(code, 0, err);
    },
    async visit({ from = '/', search = '', pages = {}, ...options } = {}) {
      const tag = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>t</title><body><script src="${from}sgs.js" defer></script><sgs-column feed="/data/sgs.json"></sgs-column>`;
      const site = await serveSite(t, { mounts: { '/data/': relative('.', join(root, 'data')) }, pages: { '/': tag, ...pages }, ...options });
      const opened = await openBrowser(t);
      await opened.page.goto(site.url + search);
      return { ...opened, requests: site.requests };
    },
  };
}

describe('a folder', () => {
  test('lists, pages, searches, filters and opens what is not in its manifest', async (t) => {
    const { publish, visit } = siteOf(t);
    await publish(ROWS);
    const { page, faults, requests } = await visit();
    await page.getByText(`第 1–10 条，共 ${LICENSES.length} 条`).waitFor();
    assert.deepEqual(requests.filter((path) => path.startsWith('/data/') && !/facets|sgs\.json/.test(path)), [], 'the first page is in the manifest');
    await page.getByText('检索范围：名称、统一社会信用代码、文号。').waitFor();

    await page.getByRole('link', { name: '下一页' }).click();
    await page.getByText(`第 11–20 条，共 ${LICENSES.length} 条`).waitFor();

    const wanted = LICENSES[LICENSES.length - 3]!;
    const box = page.getByRole('searchbox').first();
    await box.fill(String(wanted['documentNumber']).slice(1));
    await box.press('Enter');
    await page.getByText(/第 1–1 条，共 1 条/).waitFor();
    await page.getByRole('table').getByRole('link').first().click();
    await page.getByText(String(wanted['content']).slice(0, 12)).first().waitFor();
    await page.getByText(String(wanted['documentNumber'])).first().waitFor();
    await page.getByRole('button', { name: '返回列表' }).or(page.getByRole('link', { name: '返回列表' })).first().click();
    await page.getByText(/第 1–1 条，共 1 条/).waitFor();
    assert.deepEqual(faults(), []);
  });

  test('a link to one record opens it, whatever page it is on; once it is withdrawn it is nowhere', async (t) => {
    const { publish, visit } = siteOf(t);
    await publish(ROWS);
    const gone = LICENSES[2000]!;
    const q = `?sgs-q=${encodeURIComponent(String(gone['documentNumber']))}`;
    const before = await visit({ search: q });
    await before.page.getByText(/第 1–1 条，共 1 条/).waitFor();
    await before.page.getByRole('table').getByRole('link').first().click();
    await before.page.getByText(String(gone['documentNumber'])).first().waitFor();
    const link = new URL(before.page.url()).search;
    await publish(ROWS.filter((row) => row !== gone));
    const after = await visit({ search: q });
    await after.page.getByText('没有查询到相关信息').waitFor();
    const linked = await visit({ search: link });
    await linked.page.locator('sgs-column').getByText(/不存在|已|没有/).first().waitFor();
    assert.equal(await linked.page.getByText(String(gone['content']).slice(0, 12)).count(), 0);
    assert.deepEqual([...before.faults(), ...after.faults()], []);
  });

  test('without its part the newest records stand, and what is missing is said', async (t) => {
    const { publish, visit } = siteOf(t);
    await publish(ROWS);
    const files = ['sgs.js', 'sgs.rules.js'].map((file) => [`/only/${file}`, readFileSync(`dist/${file}`, 'utf8')] as const);
    const { page } = await visit({ from: '/only/', pages: Object.fromEntries(files) });
    await page.getByText('第 1–10 条，共 10 条').waitFor();
    await page.getByRole('button', { name: '重试' }).waitFor();
  });
});
