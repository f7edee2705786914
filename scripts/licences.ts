// What the files in dist/ contain that others wrote: named in the file, in full beside it.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

export const licencesOf = (file: string): string => `${file.replace(/\.js$/, '')}.licenses.md`;

const LIT = 'Lit (c) Google LLC, BSD-3-Clause';

/** What a file contains, as it is said in itself. */
const CONTAINS: Readonly<Record<string, string>> = {
  'sgs.js': `${LIT}; ky (c) Sindre Sorhus, MIT`,
  'sgs.setup.js': 'zod (c) Colin McDonnell, MIT',
  'sgs.tools.js': 'fflate (c) Arjun Barrett, MIT; uqr (c) Anthony Fu and Project Nayuki, MIT',
  'sgs.scale.js': 'fflate (c) Arjun Barrett, MIT',
  'sgs.scorecard.js': `${LIT}; ky (c) Sindre Sorhus, MIT; zod (c) Colin McDonnell, MIT; fflate (c) Arjun Barrett, MIT; `
    + '@noble/hashes (c) Paul Miller, MIT',
  'sgs.search.js': 'tables made from pinyin-pro (c) zh-lx, MIT, and OpenCC (c) its contributors, Apache-2.0',
};

/** Kept in the file itself, since it is usually copied without its neighbours. */
export const notice = (file: string, version: string): string =>
  `/*! sgs-widgets ${version} (c) sgs contributors, MIT${file in CONTAINS ? `. Contains ${CONTAINS[file]}` : ''} */`;

interface Source {
  readonly name: string;
  readonly licence: string;
  readonly text: string;
}

/** Data that others wrote and that was made into tables: no module of theirs is bundled, so the bundler does not know. */
const TABLES: Readonly<Record<string, readonly Source[]>> = {
  'sgs.search.js': [
    { name: 'pinyin-pro', licence: 'MIT', text: 'node_modules/pinyin-pro/LICENSE' },
    { name: 'opencc-js', licence: 'MIT', text: 'node_modules/opencc-js/LICENSE' },
    { name: 'OpenCC, by way of opencc-js', licence: 'Apache-2.0', text: 'node_modules/opencc-js/LICENSES/Apache-2.0.txt' },
  ],
};

const HEAD = '# Licenses\n\nThe file contains what others wrote, under these licenses:\n\n';

/** The licences of tables, beside those of the modules. */
export function licencesOfTables(file: string): Plugin {
  return {
    name: 'sgs:licences-of-tables',
    writeBundle({ dir }) {
      const tables = TABLES[file];
      if (dir === undefined || !tables) return;
      const path = join(dir, licencesOf(file));
      const texts = tables.map(({ name, licence, text }) => `## ${name} (${licence}): tables made of its data\n\n${readFileSync(text, 'utf8').trim()}\n`);
      const ofModules = existsSync(path) ? readFileSync(path, 'utf8').split(/^(?=## )/m).slice(1) : [];
      writeFileSync(path, HEAD + [...ofModules, ...texts].join('\n'));
    },
  };
}
