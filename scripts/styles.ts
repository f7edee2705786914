// dist/sgs.css: the styles of all elements as a file, for Chromium before 73, which lets no script make a style sheet.
// The classic script names it beside itself (src/embed/prepare.ts); other browsers never ask for it.
import { writeFileSync } from 'node:fs';
import type { CSSResult } from 'lit';
import { base } from '../src/styles/base.js';
import { detail } from '../src/styles/detail.js';
import { list } from '../src/styles/list.js';
import { scorecard } from '../src/styles/scorecard.js';
import { search } from '../src/styles/search.js';
import { tokens } from '../src/styles/tokens.js';
import { toolStyles } from '../src/styles/tools.js';

// In the order in which the elements adopt them. All elements get all of it; the scorecard has tables of its own, hence a file.
const FILES: Readonly<Record<string, readonly CSSResult[]>> = {
  'sgs.css': [tokens, base, list, detail, search, toolStyles],
  'sgs.scorecard.css': [tokens, base, scorecard],
};
for (const [file, sheets] of Object.entries(FILES)) {
  writeFileSync(`dist/${file}`, sheets.map(({ cssText }) => cssText.replace(/\n {2}/g, '\n').trim()).join('\n') + '\n');
}
