// @ts-check
import { transform } from 'esbuild';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inChinese } from './storybook-words.mjs';

/**
 * Storybook hands its manager out as it was written, 4.6 MB, and shows no story before all of it has come: minified, it is a
 * quarter less on the line. Hints of what the preview will load were tried, too: they take the line from the manager, and gain
 * nothing. The controls' tables are Chinese afterwards.
 * @param {string} folder where Storybook was built
 * @returns {Promise<void>}
 */
export async function makeLean(folder) {
  const manager = join(folder, 'sb-manager');
  for (const name of readdirSync(manager)) {
    if (!name.endsWith('.js')) continue;
    const { code } = await transform(readFileSync(join(manager, name), 'utf8'), { minify: true, target: 'es2022', legalComments: 'eof' });
    writeFileSync(join(manager, name), code);
  }
  // The panel of controls has a copy of its own of the tables that the documentation shows.
  const addons = join(folder, 'sb-addons');
  for (const name of readdirSync(addons).filter((each) => each.startsWith('storybook-core'))) {
    const file = join(addons, name, 'common-manager-bundle.js');
    writeFileSync(file, inChinese(readFileSync(file, 'utf8')));
  }
}
