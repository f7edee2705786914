// @ts-check
// Screenshots of marked stories against committed ones. Text is set in blocks (blocks-font.mjs) and the browser's own
// drawings in fields are left out, so that machines with other fonts and systems give the same picture.
//
//   SGS_VISUAL=update npm test -- --only stories      writes the committed ones anew
//
// What differs lies in .cache/visual afterwards: the picture as it is, and where it differs.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { blocksFont } from './blocks-font.mjs';

const baseline = 'test/visual/baseline';
const found = '.cache/visual';
const updating = process.env['SGS_VISUAL'] === 'update';

/** How far a colour may be off (0–1) before a pixel counts: what the next version of a browser rounds otherwise. */
const threshold = 0.02;
/** How many pixels may differ. A line of text more, a hairline or a corner is more than that. */
const most = 16;

const font = `data:font/ttf;base64,${blocksFont().toString('base64')}`;
const pageCss = `@font-face { font-family: sgs-blocks; font-weight: 100 900; src: url(${font}) }
  * { font-family: sgs-blocks !important }
  :root { --sgs-font: sgs-blocks }`;
/** In every element: arrows of selects and signs of date fields are drawn by the system. */
const elementCss = `select, input { appearance: none !important }
  ::-webkit-calendar-picker-indicator { opacity: 0 }
  ::-webkit-datetime-edit { opacity: 0 }`;

rmSync(found, { recursive: true, force: true });

/**
 * @param {import('playwright-core').Page} page with the story as it should look
 * @param {string} name
 * @returns {Promise<string | undefined>} what is wrong
 */
export async function compare(page, name) {
  const style = await page.addStyleTag({ content: pageCss });
  await page.evaluate(async (css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    for (const { shadowRoot } of document.querySelectorAll('*')) if (shadowRoot) shadowRoot.adoptedStyleSheets.push(sheet);
    await document.fonts.load('16px sgs-blocks', '双公示');
    // Widths are measured anew, and what follows from them is drawn.
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  }, elementCss);
  await page.mouse.move(0, 0);
  const bytes = await page.locator('#storybook-root').screenshot({ animations: 'disabled', scale: 'css' });
  await style.evaluate((element) => /** @type {Element} */ (element).remove());
  const file = join(baseline, `${name}.png`);
  if (updating) {
    mkdirSync(baseline, { recursive: true });
    writeFileSync(file, bytes);
    return undefined;
  }
  const keep = (/** @type {string} */ suffix, /** @type {Buffer} */ content) => {
    mkdirSync(found, { recursive: true });
    writeFileSync(join(found, `${name}.${suffix}.png`), content);
  };
  if (!existsSync(file)) {
    keep('now', bytes);
    return `no committed screenshot ${file}: SGS_VISUAL=update writes it`;
  }
  const [before, now] = [PNG.sync.read(readFileSync(file)), PNG.sync.read(bytes)];
  if (before.width !== now.width || before.height !== now.height) {
    keep('now', bytes);
    return `screenshot ${name}: ${now.width} × ${now.height}, was ${before.width} × ${before.height} (${found})`;
  }
  const where = new PNG({ width: now.width, height: now.height });
  const differing = pixelmatch(before.data, now.data, where.data, now.width, now.height, { threshold });
  if (differing <= most) return undefined;
  keep('now', bytes);
  keep('where', PNG.sync.write(where));
  return `screenshot ${name}: ${differing} pixels differ (${found})`;
}

/** Committed screenshots that no story makes any more. @param {ReadonlySet<string>} made @returns {string[]} */
export function orphans(made) {
  const names = existsSync(baseline) ? readdirSync(baseline).filter((file) => file.endsWith('.png')) : [];
  const left = names.filter((file) => !made.has(file.slice(0, -4)));
  if (updating) for (const file of left) rmSync(join(baseline, file));
  return updating ? [] : left.map((file) => `${join(baseline, file)} belongs to no story`);
}
