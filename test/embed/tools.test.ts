// What a person takes along and how they like to read, with the built dist/ under the strictest policy.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test, type TestContext } from 'node:test';
import type { Download, Page } from 'playwright-core';
import readXlsxFile from 'read-excel-file/node';
import { openBrowser } from '../helpers/browser.js';
import { serveSite } from '../helpers/site.js';

const record = (n: number, fields: object = {}): object => ({
  kind: 'license', documentNumber: `青市监许〔2026〕${n}号`, projectName: `许可事项${n}`, subjectName: '青岚市甲有限公司', creditCode: '91350100M000100Y43',
  decidedOn: n > 30 ? '2026-10-09' : '2026-11-02', authority: '青岚市市场监督管理局', ...fields,
});
const RECORDS = [
  ...Array.from({ length: 40 }, (_, n) => record(n + 1)),
  record(41, { projectName: '=HYPERLINK("https://example.org")' }),
  record(1, { kind: 'penalty', caseName: '未按规定公示案', projectName: undefined, decidedOn: '2026-11-03', fineAmount: 0.5 }),
];
const FEED = JSON.stringify({ version: 1, standard: '2018', updated: '2026-11-20', records: RECORDS });

interface Visit {
  readonly page: Page;
  readonly faults: () => string[];
}

async function visit(t: TestContext, { tag = '<sgs-column feed="/sgs.json"></sgs-column>', prepare = '', path = '/' } = {}): Promise<Visit> {
  const html = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>公示</title><body><script src="/sgs.js" defer></script>${tag}`;
  const site = await serveSite(t, { pages: { '/': html, '/sgs.json': FEED } });
  const { page, faults } = await openBrowser(t);
  await page.clock.setFixedTime(new Date('2026-11-23T10:00:00+08:00'));
  if (prepare) await page.addInitScript({ content: prepare });
  await page.goto(new URL(path, site.url).href);
  await page.getByRole('heading').first().waitFor();
  return { page, faults };
}
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

async function taken(page: Page, name: string): Promise<[file: string, download: Download]> {
  const [download] = await Promise.all([page.waitForEvent('download'), button(page, name).click()]);
  return [await download.path(), download];
}

describe('taking along', () => {
  test('the whole result as CSV: every record found, under the official labels, no cell a formula', async (t) => {
    const { page, faults } = await visit(t);
    await button(page, '导出').click();
    await page.getByText('导出当前查询结果，共 41 条').waitFor();
    const [file, download] = await taken(page, 'CSV 表格');
    assert.equal(download.suggestedFilename(), '行政许可_2026-11-23.csv');
    const text = readFileSync(file, 'utf8');
    const lines = text.trimEnd().split('\r\n');
    assert.equal(text.charCodeAt(0), 0xfeff);
    assert.match(lines[0] ?? '', /行政许可决定书文号.*行政相对人名称.*统一社会信用代码/);
    assert.equal(lines.length, 42);
    assert.ok(!lines.some((line) => line.split(',').some((cell) => /^"?[=+@]/.test(cell))), 'a formula');
    await page.getByText('已导出 41 条：行政许可_2026-11-23.csv', { exact: true }).first().waitFor();
    // The next result has not been exported.
    await page.getByRole('searchbox').fill('许可事项7');
    await button(page, '查询').click();
    await page.getByText('导出当前查询结果，共 1 条').waitFor();
    assert.deepEqual(faults(), []);
  });

  test('as a workbook: codes are text, dates are dates, where it comes from stands on the last sheet', async (t) => {
    const { page, faults } = await visit(t, { tag: '<sgs-list feed="/sgs.json" kind="penalty" exports="xlsx"></sgs-list>' });
    await button(page, '导出').click();
    assert.equal(await button(page, 'CSV 表格').count(), 0);
    assert.equal(await button(page, '打印').count(), 0);
    const [file, download] = await taken(page, 'Excel 表格');
    assert.equal(download.suggestedFilename(), '行政处罚_2026-11-23.xlsx');
    const sheets = await readXlsxFile(file);
    const [{ sheet, data } = { sheet: '', data: [] }] = sheets;
    const [head = [], row = []] = data;
    const cell = (label: string): unknown => row[head.indexOf(label)];
    assert.equal(sheet, '行政处罚');
    assert.equal(cell('案件名称'), '未按规定公示案');
    assert.ok(cell('处罚决定日期') instanceof Date);
    assert.ok(JSON.stringify(sheets.at(-1)?.data).includes('127.0.0.1'));
    assert.deepEqual(faults(), []);
  });

  test('a record on paper has a code of its address; the rest of the page is not printed', async (t) => {
    const prepare = `window.print = () => { const root = document.querySelector('sgs-column').shadowRoot; window.printed = [root.querySelectorAll('svg.qr path').length, [...root.querySelectorAll('tbody tr')].filter((row) => row.getClientRects().length).length]; dispatchEvent(new Event('afterprint')); };`;
    const { page, faults } = await visit(t, { prepare });
    await button(page, '打印').click();
    await page.waitForFunction(() => (window as { printed?: unknown }).printed);
    assert.deepEqual(await page.evaluate('window.printed'), [0, 41]);
    await page.getByRole('link', { name: '许可事项1，' }).click();
    await page.evaluate('window.printed = undefined');
    await button(page, '打印').click();
    await page.waitForFunction(() => (window as { printed?: unknown }).printed);
    assert.deepEqual(await page.evaluate('window.printed'), [1, 0]);
    await page.waitForFunction(() => !document.querySelector('[data-sgs-print]'));
    assert.equal(await page.locator('svg.qr').count(), 0);
    assert.deepEqual(faults(), []);
  });
});

describe('reading as one likes', () => {
  test('large print is for all elements of the page, and for the next visit', async (t) => {
    const { page } = await visit(t, { tag: '<sgs-search></sgs-search><sgs-list feed="/sgs.json"></sgs-list>' });
    const elder = () => page.locator('[elder]').count();
    assert.equal(await button(page, '大字版').getAttribute('aria-pressed'), 'false');
    await button(page, '大字版').click();
    assert.equal(await elder(), 2);
    await page.reload();
    await button(page, '大字版').waitFor();
    assert.deepEqual([await elder(), await button(page, '大字版').getAttribute('aria-pressed')], [2, 'true']);
    await button(page, '大字版').click();
    await page.reload();
    await button(page, '大字版').waitFor();
    assert.equal(await elder(), 0);
  });

  test('a record is read aloud row by row, until it ends, somebody stops it, or it is left', async (t) => {
    // Headless browsers have no voice: this one says a sentence when told to.
    const prepare = `
      window.said = [];
      const voice = { cancel() {}, speak(u) { window.said.push(u.lang + ' ' + u.text); window.next = () => u.onend(); } };
      Object.defineProperty(window, 'speechSynthesis', { value: voice });
      window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };`;
    const { page, faults } = await visit(t, { prepare });
    const said = () => page.evaluate<string[]>('window.said');
    await page.getByRole('link', { name: '许可事项2，' }).click();
    await button(page, '朗读').click();
    await button(page, '停止朗读').waitFor();
    await page.evaluate('window.next()');
    assert.deepEqual(await said(), ['zh-CN 许可事项2', 'zh-CN 行政许可决定书文号：青市监许〔2 0 2 6 〕2 号']);
    assert.equal(await page.locator('.speaking').count(), 1);
    await button(page, '停止朗读').click();
    await button(page, '朗读').waitFor();
    assert.equal(await page.locator('.speaking').count(), 0);
    await button(page, '朗读').click();
    await button(page, '停止朗读').waitFor();
    while (await button(page, '停止朗读').count()) await page.evaluate('window.next()');
    assert.ok((await said()).some((text) => text.includes('未公开')), 'what is missing is said');
    await button(page, '朗读').click();
    await button(page, '停止朗读').waitFor();
    await page.getByRole('link', { name: '返回列表' }).click();
    await page.getByRole('link', { name: '许可事项2，' }).click();
    await button(page, '朗读').waitFor();
    assert.deepEqual(faults(), []);
  });

  test('the column at a glance: numbers of the month and the year, a chart with a table behind it', async (t) => {
    const { page, faults } = await visit(t);
    await button(page, '数据概览').click();
    const numbers = page.getByRole('table', { name: '公示数量' });
    await numbers.getByRole('row', { name: '行政许可 30 41 41' }).waitFor();
    await numbers.getByRole('row', { name: '行政处罚 1 1 1' }).waitFor();
    const months = page.getByRole('table', { name: '行政许可近12个月每月作出决定的数量' });
    await months.getByRole('row', { name: '2026-10 11' }).waitFor();
    assert.equal(await months.getByRole('row').count(), 13);
    await page.getByText('7个工作日').waitFor();
    await page.getByRole('tab', { name: /行政处罚/ }).click();
    await page.getByRole('table', { name: '行政处罚近12个月每月作出决定的数量' }).getByRole('row', { name: '2026-11 1' }).waitFor();
    await button(page, '数据概览').click();
    assert.equal(await numbers.count(), 0);
    assert.deepEqual(faults(), []);
  });

  test('in English and in traditional characters, loaded when asked for', async (t) => {
    const { page, faults } = await visit(t, { tag: '<sgs-list feed="/sgs.json" lang="en"></sgs-list>' });
    await page.getByText('1–10 of 41').waitFor();
    await button(page, 'At a glance').click();
    await page.getByText('This month').waitFor();
    await page.locator('sgs-list').evaluate((element) => element.setAttribute('lang', 'zh-TW'));
    await page.getByText('第 1–10 條，共 41 條').waitFor();
    await page.getByRole('columnheader', { name: '許可決定日期' }).waitFor();
    await button(page, '匯出').waitFor();
    await page.locator('sgs-list').evaluate((element) => element.removeAttribute('lang'));
    await page.getByText('第 1–10 条，共 41 条').waitFor();
    assert.deepEqual(faults(), []);
  });
});

describe('searching as people search', () => {
  test('pinyin, traditional characters and missing words find what is meant, and say that it is a guess', async (t) => {
    const { page, faults } = await visit(t);
    for (const [typed, marked] of [['scjd', '市场监督'], ['青嵐市', '青岚'], ['青岚甲公司', '青岚市甲']] as const) {
      await page.getByRole('searchbox').fill(typed);
      await button(page, '查询').click();
      await page.getByText('没有完全匹配的信息，以下为相近结果').waitFor();
      await page.locator('mark', { hasText: marked }).first().waitFor();
    }
    await page.getByRole('searchbox').fill('青岚市甲有限公司');
    await button(page, '查询').click();
    await page.getByText('第 1–10 条，共 41 条').first().waitFor();
    assert.equal(await page.getByText('没有完全匹配').count(), 0);
    await page.getByRole('searchbox').fill('不存在的公司名');
    await button(page, '查询').click();
    await page.getByText('没有查询到相关信息').first().waitFor();
    assert.deepEqual(faults(), []);
  });
});
