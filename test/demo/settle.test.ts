// What nobody can know but the office: the clerk says what a column is and what a value means, and nothing unclear is published before.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { unzipSync } from 'fflate';
import type { Locator, Page } from 'playwright-core';
import { configProblem } from '../../src/model/config-schema.js';
import type { SgsConfig } from '../../src/model/config.js';
import { todayInChina } from '../../src/rules/gate.js';
import { openBrowser } from '../helpers/browser.js';
import { serveSite } from '../helpers/site.js';
import { choose, go, open, read, saved, textOf } from './assistant-user.js';

const AUTHORITY = '青岚市市场监督管理局';
const ago = (days: number): string => todayInChina(Date.now() - days * 86_400_000);

const HEAD = '行政相对人名称,行政相对人类别,行政处罚决定书文号,违法行为类型,处罚内容,处罚决定日期,处罚机关,公示状态,经办人';
const line = (n: number, state: string): string =>
  `青岚市鹿鸣${n}食品有限公司,法人及非法人组织,青罚〔2026〕${n}号,标签不合格,罚款1万元,${ago(3)},${AUTHORITY},${state},褚一鸣`;
const TABLE = { name: '处罚.csv', buffer: Buffer.from([HEAD, line(1, '公示中'), line(2, '3'), line(3, '7'), line(4, '3')].join('\r\n')) };

const numbers = async (page: Page): Promise<(string | undefined)[]> =>
  read(await saved(page)).map(({ documentNumber }) => documentNumber).sort();

const unclear = (page: Page): Locator => page.getByRole('region', { name: '需要您说明的列和值' });

/** Chooses by keyboard, as whoever has no mouse. */
const sayByKeyboard = async (page: Page, label: string, choice: string): Promise<void> => {
  const select = unclear(page).getByLabel(label, { exact: true });
  await select.focus();
  await select.selectOption({ label: choice });
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByRole('status').getByText('已按此重新检查').waitFor();
};

const configOf = async (page: Page): Promise<SgsConfig> => {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '下载 sgs.config.json' }).click();
  return JSON.parse(await textOf(download)) as SgsConfig;
};

describe('what is unclear', () => {
  it('is told with column, value, place and rule, and is published by no click', async (t) => {
    const { page, faults } = await open(t);
    await choose(page, TABLE);
    await go(page, '检查报告');
    const report = page.getByRole('table', { name: '不公示的记录' }).getByRole('row').filter({ hasText: '列“公示状态”的值“3”' });
    await report.getByText('处罚 H 列 第 3、5 行').waitFor();
    await report.getByText('含义不明确').waitFor();
    await go(page, '处理');
    await unclear(page).getByRole('row').filter({ hasText: '7' }).getByText('含义不明确').waitFor();
    await page.getByRole('button', { name: /一键处理/ }).click();
    for (const step of ['合并', '外观与嵌入', '下载']) await go(page, step);
    assert.deepEqual(await numbers(page), ['青罚〔2026〕1号']);
    assert.deepEqual(faults(), []);
  });

  it('is settled value by value, by keyboard, at once; remembered, written as a configuration, and taken back', async (t) => {
    const { page, faults } = await open(t);
    await choose(page, TABLE);
    await go(page, '处理');
    await page.getByText('将写入 1 条，等待处理 3 条').waitFor();
    await sayByKeyboard(page, '“公示状态”的值“3”表示', '公开、有效');
    await page.getByText('将写入 3 条，等待处理 1 条').waitFor();
    await page.waitForFunction(() => document.querySelector('sgs-assistant')?.shadowRoot?.activeElement?.id === 'settle');
    await sayByKeyboard(page, '“公示状态”的值“7”表示', '已修复');
    await page.getByText('将写入 3 条，等待处理 1 条').waitFor();
    await go(page, '下载');
    assert.deepEqual(await numbers(page), ['青罚〔2026〕1号', '青罚〔2026〕2号', '青罚〔2026〕4号']);
    const config = await configOf(page);
    assert.deepEqual(config, { values: { 公示状态: { 3: 'public', 7: 'repaired' } } });
    assert.equal(configProblem(config), '');

    page.on('dialog', (dialog) => void dialog.accept());
    await page.reload();
    await choose(page, { ...TABLE, name: '下月.csv' });
    await go(page, '处理');
    await page.getByText('将写入 3 条，等待处理 1 条').waitFor();
    const kept = await page.evaluate(() => JSON.stringify([localStorage, sessionStorage]));
    for (const word of ['鹿鸣', '一鸣', '青罚']) assert.equal(kept.includes(word), false, word);
    await unclear(page).getByText('已说明 2 项').click();
    await unclear(page).getByRole('button', { name: /^撤销.*值“3”/ }).click();
    await page.getByText('将写入 1 条，等待处理 3 条').waitFor();
    assert.deepEqual(faults(), []);
  });

  it('is settled by the column: ignored, it says nothing of publication any more', async (t) => {
    const { page } = await open(t);
    await choose(page, TABLE);
    await go(page, '处理');
    await unclear(page).getByLabel('“公示状态”这一列是').first().selectOption({ label: '忽略（不采用，也不据此判断）' });
    await unclear(page).getByRole('button', { name: /^确定.*“公示状态”这一列是/ }).first().click();
    await page.getByText('将写入 4 条，等待处理 0 条').waitFor();
    await go(page, '下载');
    assert.deepEqual((await configOf(page)).mapping, { 公示状态: 'ignore' });
  });

  it('a column of the office’s persons is not shown, not even as a sample, until it is said to be a plain one; then in the page, too', async (t) => {
    const { page, faults } = await open(t);
    await choose(page, TABLE);
    await go(page, '核对列');
    const column = page.getByRole('row').filter({ hasText: '经办人' });
    await column.getByText('不公示', { exact: true }).waitFor();
    assert.equal((await page.locator('sgs-assistant').evaluate(({ shadowRoot }) => shadowRoot?.innerHTML ?? '')).includes('一鸣'), false);
    await go(page, '下载');
    assert.equal((await saved(page)).includes('经办人'), false);
    await go(page, '核对列');
    await page.getByLabel('“经办人”对应的栏目').selectOption({ label: '普通列，按原列名公示' });
    await go(page, '外观与嵌入');
    await page.frameLocator('#preview').getByRole('table').getByText('标签不合格').click();
    await page.frameLocator('#preview').getByText('经办人').waitFor();
    await page.getByText('config="/sgs/sgs.config.json"').waitFor();
    await go(page, '下载');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: '下载全部文件' }).click();
    const files = unzipSync(readFileSync(await (await download).path()));
    assert.deepEqual(JSON.parse(new TextDecoder().decode(files['sgs/sgs.config.json'])), { mapping: { 经办人: 'extra' } });
    const site = await serveSite(t, { pages: Object.fromEntries(Object.entries(files).map(([name, bytes]) => [`/site/${encodeURI(name)}`, bytes])), policy: '' });
    const visitor = await openBrowser(t);
    await visitor.page.goto(`${site.url}site/sgs/${encodeURI('示例网页.html')}`);
    await visitor.page.getByRole('link', { name: /标签不合格/ }).first().click();
    await visitor.page.getByRole('article').getByText('经办人').waitFor();
    assert.deepEqual([...faults(), ...visitor.faults()], []);
  });

  it('columns nobody knows are shown, masked or left out as is chosen', async (t) => {
    const { page } = await open(t);
    const more = [`${HEAD},检查批次,门店`, `${line(1, '公示中')},甲批次,城东店`].join('\r\n');
    await choose(page, { name: '处罚.csv', buffer: Buffer.from(more) });
    await go(page, '核对列');
    await page.getByLabel('按原名显示的列').selectOption({ label: '只公示勾选的列' });
    await page.getByRole('checkbox', { name: '公示“门店”' }).check();
    await go(page, '下载');
    const extra = (text: string): unknown => read(text)[0]?.extra;
    assert.deepEqual(extra(await saved(page)), [{ label: '门店', value: '城东店' }]);
    assert.deepEqual(await configOf(page), { extra: 'show', extraColumns: ['门店'] });
    await go(page, '核对列');
    await page.getByLabel('按原名显示的列').selectOption({ label: '都不公示' });
    await go(page, '下载');
    assert.deepEqual(extra(await saved(page)), []);
  });
});

describe('信用修复和终止公示', () => {
  const published = (n: number, more: object = {}): object => ({
    kind: 'penalty', documentNumber: `青罚〔2026〕${n}号`, subjectName: `青岚市鹿鸣${n}食品有限公司`, violationType: '标签不合格', result: '罚款1万元',
    decidedOn: ago(3), authority: AUTHORITY, ...more,
  });
  const openFeed = async (page: Page, ...records: object[]): Promise<void> => {
    const buffer = Buffer.from(JSON.stringify({ version: 1, records }));
    await page.getByLabel('打开现有的 sgs.json').setInputFiles({ name: 'sgs.json', mimeType: 'application/json', buffer });
  };
  const section = (page: Page): Locator => page.getByRole('region', { name: '信用修复和终止公示' });

  it('takes decisions out of the file by number, names them, and says which it does not find', async (t) => {
    const { page, faults } = await open(t);
    await choose(page, { ...TABLE, buffer: Buffer.from([HEAD, line(3, '公示中')].join('\r\n')) });
    await go(page, '合并');
    await openFeed(page, published(1), published(2));
    await section(page).getByLabel(/已修复的文号/).fill('青罚[2026]1号\n青罚〔2026〕9号');
    await section(page).getByLabel('修复（终止公示）日期').fill(ago(1));
    await section(page).getByRole('button', { name: '移除', exact: true }).click();
    await section(page).getByText('移除：行政处罚 青罚〔2026〕1号（已修复或已终止公示）').waitFor();
    await section(page).getByText(`${ago(1)} 修复或终止公示`).first().waitFor();
    await section(page).getByRole('alert').getByText('没有找到：青罚〔2026〕9号').waitFor();
    await section(page).getByRole('button', { name: /取消移除.*9号/ }).click();
    assert.equal(await section(page).getByRole('alert').count(), 0);
    await go(page, '下载');
    const json = await saved(page);
    assert.equal(json.includes('2026〕1号'), false);
    assert.deepEqual(read(json).map(({ documentNumber }) => documentNumber).sort(), ['青罚〔2026〕2号', '青罚〔2026〕3号']);
    const { history } = JSON.parse(json) as { history: { removed: number }[] };
    assert.equal(history[0]?.removed, 1);
    assert.deepEqual(faults(), []);
  });

  it('a row that is expired or repaired now takes the published record away', async (t) => {
    const { page } = await open(t);
    const rows = [`${HEAD},公示截止期`, `${line(1, '公示中')},${ago(1)}`, `${line(2, '已修复')},`].join('\r\n');
    await choose(page, { name: '处罚.csv', buffer: Buffer.from(rows) });
    await go(page, '合并');
    await openFeed(page, published(1), published(2), published(4));
    await section(page).getByText('移除：行政处罚 青罚〔2026〕1号（公示期已满或已移出）').waitFor();
    await section(page).getByText('移除：行政处罚 青罚〔2026〕2号（已修复或已终止公示）').waitFor();
    await go(page, '下载');
    assert.deepEqual(await numbers(page), ['青罚〔2026〕4号']);
  });

  it('is no reason of a revocation', async (t) => {
    const { page } = await open(t);
    await choose(page, { ...TABLE, buffer: Buffer.from([HEAD, line(3, '公示中')].join('\r\n')) });
    await go(page, '合并');
    await openFeed(page, published(1));
    await page.getByLabel('查找要撤销的记录').fill('1号');
    await page.getByLabel(/撤销原因：青罚〔2026〕1号/).fill('已完成信用修复');
    await page.getByRole('button', { name: '撤销', exact: true }).click();
    await page.getByRole('alert').getByText('信用修复、终止公示不是撤销').waitFor();
    await go(page, '下载');
    assert.equal((await saved(page)).includes('修复'), false);
  });
});
