// @ts-check
// The pictures of the READMEs: docs/img/column.png, the column in the demo's site, and docs/img/tour.png, an animation (APNG) of ten seconds on the demo.
//
//   npm run build && node scripts/readme-pictures.mjs
//
// Not part of the tests: fonts differ between machines.
import { mkdirSync, writeFileSync } from 'node:fs';
import { crc32 as crc } from 'node:zlib';
import { chromium } from 'playwright-core';
import { PNG } from 'pngjs';
import { chromiumArgs, ensureChromium } from './chromium.mjs';
import { scriptMounts, serve } from './serve.mjs';

const SIZE = { width: 900, height: 640 };

/** @typedef {{ image: PNG, seconds: number }} Frame */

/** A chunk of a PNG: length, name, content, checksum. @param {string} name @param {Buffer} content */
function chunk(name, content) {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  const head = Buffer.alloc(4);
  head.writeUInt32BE(content.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc(body));
  return Buffer.concat([head, body, sum]);
}

/** Contents of the chunks of that name. @param {Buffer} png @param {string} name */
function contentsOf(png, name) {
  /** @type {Buffer[]} */
  const found = [];
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at);
    if (png.toString('latin1', at + 4, at + 8) === name) found.push(png.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  return Buffer.concat(found);
}

/** What differs between two pictures, as a rectangle; the first pixel where nothing does. @param {PNG} before @param {PNG} now */
function changed(before, now) {
  let [left, top, right, bottom] = [now.width, now.height, -1, -1];
  for (let y = 0; y < now.height; y += 1) {
    for (let x = 0; x < now.width; x += 1) {
      const at = (y * now.width + x) * 4;
      if (now.data.readUInt32BE(at) === before.data.readUInt32BE(at)) continue;
      [left, top, right, bottom] = [Math.min(left, x), Math.min(top, y), Math.max(right, x), Math.max(bottom, y)];
    }
  }
  return right < 0 ? { x: 0, y: 0, width: 1, height: 1 } : { x: left, y: top, width: right - left + 1, height: bottom - top + 1 };
}

/** Frames as an animated PNG (W3C PNG, third edition): each after the first holds only what has changed. @param {readonly Frame[]} frames */
function animation(frames) {
  const whole = { x: 0, y: 0, ...SIZE };
  let number = 0;
  const parts = frames.flatMap(({ image, seconds }, at) => {
    const before = frames[at - 1];
    const { x, y, width, height } = before ? changed(before.image, image) : whole;
    const part = new PNG({ width, height });
    PNG.bitblt(image, part, x, y, width, height, 0, 0);
    const data = contentsOf(PNG.sync.write(part, { colorType: 2, deflateLevel: 9 }), 'IDAT');
    const control = Buffer.alloc(26);
    [number++, width, height, x, y].forEach((value, index) => control.writeUInt32BE(value, index * 4));
    control.writeUInt16BE(Math.round(seconds * 1000), 20);
    control.writeUInt16BE(1000, 22);
    if (!at) return [chunk('fcTL', control), chunk('IDAT', data)];
    const sequence = Buffer.alloc(4);
    sequence.writeUInt32BE(number++);
    return [chunk('fcTL', control), chunk('fdAT', Buffer.concat([sequence, data]))];
  });
  const first = PNG.sync.write(/** @type {Frame} */ (frames[0]).image, { colorType: 2 });
  const count = Buffer.alloc(8);
  count.writeUInt32BE(frames.length);
  return Buffer.concat([first.subarray(0, 8), chunk('IHDR', contentsOf(first, 'IHDR')), chunk('acTL', count), ...parts, chunk('IEND', Buffer.alloc(0))]);
}

mkdirSync('docs/img', { recursive: true });
const { url, close } = await serve({ mounts: { '/': 'demo', ...scriptMounts() } });
const browser = await chromium.launch({ executablePath: ensureChromium(), args: chromiumArgs });
const page = await browser.newPage({ locale: 'zh-CN', viewport: SIZE, reducedMotion: 'reduce' });
await page.goto(`${url}column.html`);
const column = page.locator('sgs-column');
await column.getByText('第 1–10 条，共 257 条').first().waitFor();
/** @param {string} top what stands at the top of the picture */
const scroll = (top) => column.evaluate((element, selector) => {
  const part = element.shadowRoot?.querySelector(selector);
  scrollTo(0, Math.max(0, (part?.getBoundingClientRect().top ?? 0) + scrollY - 16));
}, top);

/** @type {Frame[]} */
const frames = [];
/** @param {number} seconds */
const take = async (seconds) => {
  await page.mouse.move(0, 0);
  frames.push({ image: PNG.sync.read(await page.screenshot()), seconds });
};

await scroll('[part~=heading]');
await take(1.5);
const box = column.getByRole('searchbox');
await box.click();
for (const [typed, seconds] of /** @type {const} */ ([['食', 0.25], ['食品', 0.25], ['食品经', 0.25], ['食品经营', 0.5]])) {
  await box.fill(typed);
  await take(seconds);
}
await column.getByRole('button', { name: '查询' }).click();
await column.getByText(/查询到|第 1–\d+ 条，共 \d{1,2} 条/).first().waitFor();
await scroll('[part~=heading]');
await take(1.5);
await column.getByRole('table').getByRole('link').first().click();
await column.getByRole('article').waitFor();
await scroll('article');
await take(2);
await column.getByRole('link', { name: '返回列表' }).click();
await column.getByRole('table').waitFor();
await column.getByRole('button', { name: '重置' }).first().click();
await column.getByRole('tab', { name: /行政处罚/ }).click();
await column.getByText('共 156 条').first().waitFor();
await scroll('[part~=heading]');
await take(1.5);
await column.getByRole('button', { name: '导出' }).click();
await column.getByRole('button', { name: /Excel/ }).waitFor();
await take(1.25);
await column.getByRole('button', { name: '导出' }).click();
await column.getByRole('button', { name: '大字版' }).click();
await scroll('[part~=heading]');
await take(1);
await column.getByRole('button', { name: '大字版' }).click();
await page.setViewportSize({ width: 1200, height: 1000 });
await page.goto(`${url}column.html`);
await column.getByText('第 1–10 条，共 257 条').first().waitFor();
await page.screenshot({ path: 'docs/img/column.png' });
const bytes = animation(frames);
writeFileSync('docs/img/tour.png', bytes);
console.log(`docs/img/tour.png: ${frames.length} frames, ${frames.reduce((sum, { seconds }) => sum + seconds, 0)} s, ${Math.round(bytes.length / 1024)} kB`);
await browser.close();
await close();
