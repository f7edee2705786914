// A supervisor's page: the scorecard's own script, alone and beside the column's, under a strict policy.
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { makeDepartments, TODAY } from '../score/departments.js';
import { openBrowser } from '../helpers/browser.js';
import { serveSite } from '../helpers/site.js';

const { list, files } = makeDepartments();
const feeds = Object.fromEntries([...files].map(([name, text]) => [`/feeds/${name}`, text]));
const CARD = '<script src="/sgs.scorecard.js" defer></script>';

async function visit(t: TestContext, body: string, pages: Record<string, string> = {}) {
  const site = await serveSite(t, { pages: { '/': `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>t</title><body>${body}`, '/feeds/departments.json': JSON.stringify(list), ...feeds, ...pages } });
  const opened = await openBrowser(t);
  await opened.page.clock.setFixedTime(new Date(`${TODAY}T10:00:00+08:00`));
  await opened.page.goto(site.url);
  return { ...opened, site };
}

/** The browser says so of every 404, and the scorecard shows it. */
const others = (faults: readonly string[]): string[] => faults.filter((fault) => !fault.includes('404'));

test('alone it reads every department, and shows those that it can’t', async (t) => {
  const { page, faults, site } = await visit(t, `<sgs-scorecard departments="feeds/departments.json"><p>考核表</p></sgs-scorecard>${CARD}`);
  await page.getByText('共 30 个部门，其中 3 个无法读取').waitFor();
  assert.equal(await page.getByText('考核表', { exact: true }).isVisible(), false);
  const row = page.getByRole('row', { name: /没有数据/ });
  assert.match(await row.innerText(), /无法读取：服务器返回状态码 404/);
  await page.getByText('青岚市第1局（公示超期）').last().click();
  await page.getByText('超过 7 个工作日才公示（8 个工作日）').waitFor();
  assert.equal(site.requests.filter((path) => path.startsWith('/feeds/d')).length, 31);
  assert.deepEqual(others(faults()), []);
});

test('beside the column’s script both work, and neither is loaded for the other', async (t) => {
  const { page, faults, site } = await visit(t, `<sgs-scorecard departments="one.json"></sgs-scorecard><sgs-column feed="feeds/d30.json"></sgs-column><script src="/sgs.js" defer></script>${CARD}<script src="/sgs.scorecard.js?again" defer></script>`, {
    '/one.json': JSON.stringify([{ name: '青岚市第30局', feed: 'feeds/d30.json' }]),
  });
  await page.getByText('共 1 个部门', { exact: true }).waitFor();
  await page.getByText('第 1–10 条，共 26 条').waitFor();
  assert.deepEqual(faults(), []);
  assert.ok(!site.requests.some((path) => /sgs\.(?:tools|locales|setup)/.test(path)));
});

test('the workbook is given without asking anybody', async (t) => {
  const { page, faults, site } = await visit(t, `<sgs-scorecard departments="feeds/departments.json"></sgs-scorecard>${CARD}`);
  await page.getByText('共 30 个部门，其中 3 个无法读取').waitFor();
  const before = site.requests.length;
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '导出 Excel' }).click()]);
  assert.equal(download.suggestedFilename(), `双公示考核_${TODAY}.xlsx`);
  assert.equal(site.requests.length, before);
  assert.deepEqual(others(faults()), []);
});

test('paper has the scorecard with everything that was folded', async (t) => {
  const { page } = await visit(t, `<p>旁边的内容</p><sgs-scorecard departments="one.json"></sgs-scorecard>${CARD}`, { '/one.json': JSON.stringify([{ name: '青岚市第1局', feed: 'feeds/d1.json' }]) });
  await page.getByText('共 1 个部门', { exact: true }).waitFor();
  await page.evaluate(() => {
    window.print = () => {
      (window as unknown as { printed: boolean }).printed = document.querySelector('sgs-scorecard')?.shadowRoot?.querySelector('details')?.open === true;
      dispatchEvent(new Event('afterprint'));
    };
  });
  await page.getByRole('button', { name: '打印' }).click();
  await page.waitForFunction(() => (window as unknown as { printed?: boolean }).printed);
  await page.waitForFunction(() => document.querySelector('sgs-scorecard')?.shadowRoot?.querySelector('details')?.open === false);
});
