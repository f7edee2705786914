// @ts-check
// The pictures of the guides: the assistant with its example, step by step; the scorecard of the demo.
//
//   npm run build && node scripts/guide-pictures.mjs
//
// Not part of the tests: fonts differ between machines.
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { chromiumArgs, ensureChromium } from './chromium.mjs';
import { scriptMounts, serve } from './serve.mjs';

const WIDTH = 900;

/** Step, name of the picture, and what of it is shown: a part, or so many pixels of the step. @type {readonly (readonly [step: string, name: string, part: string | number])[]} */
const pictures = [['导入', 'import', 'main'], ['核对列', 'columns', 560], ['检查报告', 'report', 1000], ['处理', 'fix', 560], ['合并', 'merge', 'main'], ['外观与嵌入', 'preview', 'section[aria-label="预览"]'], ['下载', 'download', 'main']];

const browser = await chromium.launch({ executablePath: ensureChromium(), args: chromiumArgs });
const page = await browser.newPage({ locale: 'zh-CN', viewport: { width: WIDTH, height: 1400 } });
await page.goto(pathToFileURL(resolve('dist/assistant.html')).href);
await page.getByRole('button', { name: '用示例试一试' }).click();
for (const [step, name, part] of pictures) {
  await page.getByRole('navigation', { name: '步骤' }).getByRole('button', { name: step }).click();
  await page.getByRole('heading', { level: 2, name: step }).waitFor();
  await page.getByRole('progressbar').waitFor({ state: 'detached' });
  if (name === 'fix') await page.getByRole('button', { name: /一键处理/ }).click();
  if (name === 'preview') {
    const frame = page.frameLocator('#preview');
    await frame.getByRole('table').waitFor();
  }
  await page.mouse.move(0, 0);
  const path = `stories/guide/pictures/${name}.png`;
  if (typeof part === 'string') await page.locator(part).screenshot({ path });
  else {
    const box = await page.locator('main').boundingBox();
    if (box) await page.screenshot({ path, clip: { ...box, height: part } });
  }
}

const { url, close } = await serve({ mounts: { '/': 'demo', ...scriptMounts() } });
await page.setViewportSize({ width: 1100, height: 1400 });
await page.goto(`${url}scorecard.html`);
await page.getByRole('cell', { name: '未达标' }).first().waitFor();
await page.getByRole('table', { name: '考核排名' }).screenshot({ path: 'stories/guide/pictures/score.png' });
await page.locator('sgs-scorecard [part=overview]').screenshot({ path: 'stories/guide/pictures/score-overview.png' });
const department = page.locator('sgs-scorecard details[part=department]').filter({ hasText: '青岚市农业农村局' });
await department.locator('summary').click();
await page.mouse.move(0, 0);
await department.screenshot({ path: 'stories/guide/pictures/score-department.png' });
await close();
await browser.close();
