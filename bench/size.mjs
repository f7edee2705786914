// @ts-check
// What a page loads: scripts and styles of each, as they go over the line.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { here } from './data.mjs';
import { PAGES, pageFiles } from './tables.mjs';

/** @typedef {{ name: string, js: number, css: number }} Size bytes after gzip */

/** @param {import('./store.mjs').Store} store @param {(text: string) => void} say */
export async function size(store, say) {
  if (store.get('size') !== undefined) return;
  const files = await pageFiles();
  /** @type {Size[]} */
  const sizes = PAGES.filter(({ spelling }) => !spelling).map(({ name }) => ({
    // The bar is meant after `gzip -9`, as scripts/size.mjs measures it.
    name, js: name === 'ours' ? gzipSync(readFileSync(join(here, '../dist/sgs.js')), { level: 9 }).length : (files.get(`/${name}.js`)?.body.length ?? 0),
    css: files.get(`/${name}.css`)?.body.length ?? 0,
  }));
  store.set('size', sizes);
  say(`size: ${sizes.map(({ name, js }) => `${name} ${(js / 1000).toFixed(1)}`).join(', ')} kB`);
}
