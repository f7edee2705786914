// The rules that keep the rooms apart and the host safe do fire. One line each: file, code, the rule it must break.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';

const forbidden: [file: string, code: string, rule: string][] = [
  ['src/model/x.ts', "export { a } from '../rules/a.js';", 'no-restricted-imports'],
  ['src/model/x.ts', "import type { a } from '../feed/a.js';", 'no-restricted-imports'],
  ['src/model/x.ts', "import { z } from 'zod';", 'no-restricted-imports'],
  ['src/model/x.ts', "import { html } from 'lit';", 'no-restricted-imports'],
  ['src/rules/x.ts', "import * as z from 'zod/mini';", 'no-restricted-imports'],
  ['src/rules/x.ts', "import { a } from '../feed/a.js';", 'no-restricted-imports'],
  ['src/feed/x.ts', "import ky from 'ky';", 'no-restricted-imports'],
  ['src/feed/x.ts', "import * as z from 'zod/mini';", 'no-restricted-imports'],
  ['src/feed/config.ts', "import * as z from 'zod/mini';", 'no-restricted-imports'],
  ['src/feed/x.ts', "export const a = () => import('../state/a.js');", 'no-restricted-syntax'],
  ['src/feed/config.ts', "import ky from 'ky';", 'no-restricted-imports'],
  ['src/feed/request.ts', "import { a } from '../source/a.js';", 'no-restricted-imports'],
  ['src/query/x.ts', "import { a } from '../rules/a.js';", 'no-restricted-imports'],
  ['src/query/x.ts', "import { a } from '../source/a.js';", 'no-restricted-imports'],
  ['src/source/x.ts', "import { a } from '../check/a.js';", 'no-restricted-imports'],
  ['src/source/x.ts', "import { a } from '../write/a.js';", 'no-restricted-imports'],
  ['src/read/x.ts', "import { a } from '../write/a.js';", 'no-restricted-imports'],
  ['src/read/x.ts', "import { a } from '../source/a.js';", 'no-restricted-imports'],
  ['src/source/deep/x.ts', "import { a } from '../../state/a.js';", 'no-restricted-imports'],
  ['src/state/x.ts', "import { a } from '../elements/a.js';", 'no-restricted-imports'],
  ['src/state/x.ts', "import type { a } from '../locale/a.js';", 'no-restricted-imports'],
  ['src/export/x.ts', "import { a } from '../elements/a.js';", 'no-restricted-imports'],
  ['src/export/x.ts', "import { a } from '../state/a.js';", 'no-restricted-imports'],
  ['src/elements/x.ts', "import { a } from '../feed/a.js';", 'no-restricted-imports'],
  ['src/elements/x.ts', "import { a } from '../source/a.js';", 'no-restricted-imports'],
  ['src/elements/x.ts', "import { a } from '../define.js';", 'no-restricted-imports'],
  ['src/elements/x.ts', "import { a } from '../index.js';", 'no-restricted-imports'],
  ['src/define.ts', "import { a } from './state/a.js';", 'no-restricted-imports'],
  ['src/index.ts', "export { a } from './embed/a.js';", 'no-restricted-imports'],
  ['src/embed/x.ts', "import { a } from '../elements/a.js';", 'no-restricted-imports'],
  ['src/cli/x.ts', "import { html } from 'lit';", 'no-restricted-imports'],
  ['src/cli/x.ts', "import { a } from '../state/a.js';", 'no-restricted-imports'],
  ['src/model/x.ts', 'export const a = document.title;', 'no-restricted-globals'],
  ['src/feed/x.ts', 'export const a = window.name;', 'no-restricted-globals'],
  ['src/state/x.ts', 'export const a = location.href + history.length;', 'no-restricted-globals'],
  ['src/state/x.ts', 'export const a = (b: unknown) => b instanceof HTMLElement;', 'no-restricted-globals'],
  ['src/state/x.ts', 'export const a = globalThis.document;', 'no-restricted-properties'],
  ['src/state/x.ts', 'export default 3;', 'no-restricted-syntax'],
  ['src/state/x.ts', 'export const a = String.raw`b`;', 'no-restricted-syntax'],
  ['src/state/x.ts', 'export const a = (b: any) => b;', '@typescript-eslint/no-explicit-any'],
  ['src/state/x.ts', "export const a = eval('1');", 'no-eval'],
  ['src/state/x.ts', "export const a = new Function('1');", 'no-new-func'],
  ['src/elements/x.ts', "export const a = (b: Element) => { b.innerHTML = ''; };", 'no-restricted-syntax'],
  ['src/elements/x.ts', "import { unsafeHTML } from 'lit/directives/unsafe-html.js';", 'no-restricted-syntax'],
  ['src/elements/x.ts', "import { styleMap } from 'lit/directives/style-map.js';", 'no-restricted-syntax'],
  ['src/elements/x.ts', "import { customElement } from 'lit/decorators.js';", 'no-restricted-syntax'],
  ['src/elements/x.ts', 'export const a = (html: any) => html`<p style="color: red"></p>`;', 'no-restricted-syntax'],
  ['src/elements/x.ts', "import { html } from 'lit'; export const a = (b: () => void) => html`<div @click=${b}>c</div>`;", 'lit-a11y/click-events-have-key-events'],
];

const allowed: [file: string, code: string][] = [
  ['src/model/x.ts', "import * as z from 'zod/mini'; export const a = z;"],
  ['src/rules/x.ts', "export { a } from '../model/a.js';"],
  ['src/feed/request.ts', "import ky from 'ky'; export const a = ky;"],
  ['src/state/x.ts', "export const a = () => import('./b.js');"],
  ['src/source/x.ts', "export { a } from '../rules/a.js'; export { b } from '../read/b.js';"],
  ['src/state/address.ts', 'export const a = location.href;'],
  ['src/elements/x.ts', "import { repeat } from 'lit/directives/repeat.js'; export const a = [repeat, document.title];"],
  ['src/embed/x.ts', "import '../define.js';"],
  ['src/cli/x.ts', "import { readFile } from 'node:fs/promises'; export const a = readFile;"],
];

// The files do not exist, so the rules that need types are left out.
const eslint = new ESLint({ overrideConfig: [{ files: ['**/*.ts'], ...tseslint.configs.disableTypeChecked }] as ESLint.Options['overrideConfig'] });

async function rulesBroken(filePath: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code + '\n', { filePath });
  return result!.messages.map((message) => message.ruleId ?? message.message);
}

describe('lint', () => {
  for (const [file, code, rule] of forbidden) {
    test(`forbids in ${file}: ${code}`, async () => {
      const broken = await rulesBroken(file, code);
      assert.ok(broken.includes(rule), `expected ${rule}, got: ${broken.join(', ')}`);
    });
  }
  for (const [file, code] of allowed) {
    test(`allows in ${file}: ${code}`, async () => {
      assert.deepEqual(await rulesBroken(file, code), []);
    });
  }
});
