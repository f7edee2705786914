// A walk with a screen reader's ears: after each step what is announced (the live regions, in order, each message as it comes)
// and what has the focus then, as Chromium's accessibility tree has it, which is what readers are given.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { CDPSession, Page } from 'playwright-core';
import { openBrowser } from '../helpers/browser.js';
import { serveSite } from '../helpers/site.js';

const license = (n: number): object =>
  ({ kind: 'license', id: `l${n}`, documentNumber: `青市监许〔2026〕${n}号`, projectName: `许可事项${n}`, subjectName: `青岚市${n % 2 ? '甲' : '乙'}有限公司`, decidedOn: `2026-03-${String(31 - n).padStart(2, '0')}`, authority: '青岚市市场监督管理局' });
const penalty = { kind: 'penalty', id: 'p1', documentNumber: '青市监罚〔2026〕1号', caseName: '虚假宣传案', subjectName: '青岚市甲有限公司', decidedOn: '2026-03-01', authority: '青岚市市场监督管理局', publicUntil: '2031-03-01' };
const FEED = JSON.stringify({ version: 1, standard: '2018', updated: '2026-11-20', records: [...Array.from({ length: 21 }, (_, n) => license(n + 1)), penalty] });

declare global {
  interface Window {
    spoken: string[];
  }
}

interface AxNode {
  readonly ignored?: boolean;
  readonly role?: { readonly value?: string };
  readonly name?: { readonly value?: string };
  readonly properties?: readonly { readonly name: string; readonly value: { readonly value?: unknown } }[];
}

/** `heading 第 1–10 条，共 21 条`: role and name of what has the focus. */
async function focused(cdp: CDPSession): Promise<string> {
  const { nodes } = await cdp.send('Accessibility.getFullAXTree') as unknown as { nodes: readonly AxNode[] };
  const isFocused = ({ properties = [] }: AxNode): boolean => properties.some(({ name, value }) => name === 'focused' && value.value === true);
  const node = nodes.filter((each) => isFocused(each) && each.role?.value !== 'RootWebArea').pop();
  return node ? `${node.role?.value ?? ''} ${node.name?.value ?? ''}` : 'nothing';
}

async function walk(t: Parameters<typeof openBrowser>[0], fails: () => boolean) {
  const { url } = await serveSite(t, {
    pages: { '/index.html': '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>双公示</title><script src="sgs.js"></script><h1>双公示专栏</h1><sgs-column feed="/feed.json"></sgs-column>' },
    answers: { '/feed.json': (_request, response) => {
      if (fails()) response.writeHead(404).end();
      else response.writeHead(200, { 'content-type': 'application/json' }).end(FEED);
    } },
  });
  const { page, context } = await openBrowser(t);
  await page.addInitScript(() => {
    window.spoken = [];
    new MutationObserver((changes) => {
      for (const { target } of changes) {
        const region = (target instanceof Element ? target : target.parentElement)?.closest('[role=status]');
        if (region?.textContent && window.spoken[window.spoken.length - 1] !== region.textContent) window.spoken.push(region.textContent);
      }
    }).observe(document, { childList: true, subtree: true, characterData: true });
  });
  await page.goto(url + 'index.html');
  const cdp = await context.newCDPSession(page);
  const log: string[] = [];
  /** Does one thing, waits for what it brings, and writes down what is heard of it. */
  const step = async (name: string, act: () => Promise<unknown>, brings: (page: Page) => Promise<unknown>): Promise<void> => {
    // What was said before the first step belongs to it.
    if (log.length) await page.evaluate(() => { window.spoken = []; });
    await act();
    await brings(page);
    // A message waits a moment for a later one.
    await page.evaluate(() => new Promise((done) => setTimeout(done, 300)));
    log.push(`${name}: ${[...await page.evaluate(() => window.spoken), `[${await focused(cdp)}]`].join(' / ')}`);
  };
  return { page, step, log };
}

describe('what is heard', () => {
  test('on a walk through the column', async (t) => {
    const { page, step, log } = await walk(t, () => false);
    const range = (text: string) => () => page.getByRole('heading', { name: text }).waitFor();
    const button = (name: string) => page.getByRole('button', { name, exact: true }).first();
    await step('arriving', () => Promise.resolve(), range('第 1–10 条，共 21 条'));
    await step('page 2', () => page.getByRole('link', { name: '下一页' }).press('Enter'), range('第 11–20 条，共 21 条'));
    await step('sorting', () => button('许可决定日期').press('Enter'), range('第 1–10 条，共 21 条'));
    await step('tab', () => page.getByRole('tab', { name: '行政许可，21 条' }).press('ArrowRight'), range('第 1–1 条，共 1 条'));
    await step('tab back', () => page.getByRole('tab', { name: '行政处罚，1 条' }).press('ArrowLeft'), range('第 1–10 条，共 21 条'));
    await step('search', async () => {
      await page.getByRole('searchbox').fill('甲有限公司');
      await page.getByRole('searchbox').press('Enter');
    }, () => page.getByRole('tab', { name: '行政许可，11 条' }).waitFor());
    await step('opening', () => page.getByRole('link', { name: '许可事项3，青岚市甲有限公司' }).press('Enter'), () => page.getByRole('article').waitFor());
    await step('the next', () => page.getByRole('link', { name: /^下一条/ }).press('Enter'), () => page.getByRole('heading', { name: '许可事项5', exact: true }).waitFor());
    await step('returning', () => page.getByRole('link', { name: '返回列表' }).press('Enter'), range('第 1–10 条，共 11 条'));
    await step('nothing found', async () => {
      await page.getByRole('searchbox').fill('没有这样的公司');
      await page.getByRole('searchbox').press('Enter');
    }, () => page.getByText('没有查询到相关信息').first().waitFor());
    await step('reset', () => page.getByRole('button', { name: '重置' }).last().press('Enter'), range('第 1–10 条，共 21 条'));
    assert.deepEqual(log, EXPECTED);
  });

  test('of a feed that fails, is tried again, and fails above an older copy', async (t) => {
    let failing = true;
    const { page, step, log } = await walk(t, () => failing);
    const retry = page.getByRole('button', { name: '重试' });
    await step('failure', () => Promise.resolve(), () => retry.waitFor());
    await step('again in vain', () => retry.press('Enter'), () => page.waitForFunction(() => window.spoken.length > 1));
    await step('again', async () => { failing = false; await retry.press('Enter'); }, () => page.getByRole('heading', { name: '第 1–10 条，共 21 条' }).waitFor());
    await step('refresh fails', async () => {
      failing = true;
      await page.locator('sgs-column').evaluate((element) => (element as HTMLElement & { refresh(): void }).refresh());
    }, () => retry.waitFor());
    assert.deepEqual(log, FAILING);
  });

  test('in the assistant: why the way on is closed, and what an import brings', async (t) => {
    const { url } = await serveSite(t, { mounts: { '/assistant.html': 'dist/assistant.html' } });
    const { page, context } = await openBrowser(t);
    await page.goto(url + 'assistant.html');
    const cdp = await context.newCDPSession(page);
    const next = page.getByRole('button', { name: '下一步：核对列' });
    assert.equal(await next.isDisabled(), true);
    await next.press('Enter');
    await page.getByRole('status').filter({ hasText: '请先选择台账' }).waitFor();
    assert.equal(await focused(cdp), 'button 下一步：核对列');
    await page.getByRole('button', { name: '用示例试一试' }).press('Enter');
    await page.getByRole('status').filter({ hasText: '已导入' }).waitFor();
    assert.equal(await focused(cdp), 'heading 已导入');
    await next.press('Enter');
    await page.getByRole('heading', { name: /核对列/ }).waitFor();
    assert.match(await focused(cdp), /^heading 2\. ?核对列/);
  });
});

const EXPECTED: readonly string[] = [
  'arriving: [nothing]',
  'page 2: [heading 第 11–20 条，共 21 条]',
  'sorting: 已按许可决定日期升序排列 / [button 许可决定日期]',
  'tab: 查询到 1 条信息 / [tab 行政处罚，1 条]',
  'tab back: 查询到 21 条信息 / [tab 行政许可，21 条]',
  'search: 查询到 11 条信息 / [searchbox 关键词]',
  'opening: [heading 许可事项3]',
  'the next: [heading 许可事项5]',
  'returning: [link 许可事项5，青岚市甲有限公司]',
  'nothing found: 没有查询到相关信息 / [searchbox 关键词]',
  'reset: 查询到 21 条信息 / [searchbox 关键词]',
];

const FAILING: readonly string[] = [
  'failure: 暂时无法获取公示信息，请稍后重试。 / [nothing]',
  'again in vain: 正在加载 / 暂时无法获取公示信息，请稍后重试。 / [button 重试]',
  'again: 正在加载 / [heading 第 1–10 条，共 21 条]',
  'refresh fails: 当前显示的是 2026年11月20日 的数据 / [heading 第 1–10 条，共 21 条]',
];
