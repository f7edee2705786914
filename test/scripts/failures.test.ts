// The page “排查” tells what the code says: each code, each sentence, none that is gone.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { zhCN } from '../../src/locale/zh-CN.js';
import type { FailureCode } from '../../src/model/failure.js';
import { FAILURES } from '../../scripts/site/failures.js';
import { failureReference } from '../../scripts/site/help.js';

const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts')).map((name) => readFileSync(`src/${name}`, 'utf8'));
const source = files.join('\n');

const [, union = ''] = /export type FailureCode =([^;]*);/.exec(readFileSync('src/model/failure.ts', 'utf8')) ?? [];
const codes = [...union.matchAll(/\| '([\w-]+)'/g)].map(([, code = '']) => code as FailureCode);

test('every failure of the code has its causes and cures, and no other', () => {
  assert.ok(codes.length >= 11);
  assert.deepEqual(Object.keys(FAILURES).sort(), [...codes].sort());
  for (const code of codes) {
    for (const language of ['zh', 'en'] as const) {
      const { title, causes, cures } = FAILURES[code][language];
      assert.ok(title && causes.length && cures.length, `${code} ${language}`);
    }
    assert.ok(failureReference('zh').includes(zhCN.failure(code)), code);
  }
});

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
/** `…` stands for what the sentence names. */
const pattern = (sentence: string): RegExp => new RegExp(sentence.split('…').map(escaped).join('[^\\n]*?'));

for (const [code, { told }] of Object.entries(FAILURES)) {
  for (const sentence of told) {
    test(`${code}: the code says “${sentence}”`, () => assert.match(source, pattern(sentence)));
  }
}

test('every sentence that the code says of a failure is told', () => {
  const said = [
    ...source.matchAll(/\bfail(?:ed)?\('([\w-]+)', ['`](.*?)['`][,)]/g),
    ...source.matchAll(/code: '([\w-]+)', detail: ['`](.*?)['`][, ]/g),
    ...readFileSync('src/feed/describe.ts', 'utf8').matchAll(/^ {2}\['(\w+)', .*?['`]([^'`]*[\u4e00-\u9fff][^'`]*)['`]\],$/gm),
  ].filter(([, code = '']) => codes.includes(code as FailureCode));
  assert.ok(said.length > 25, String(said.length));
  // Those of the score stand in its own report, and say the same of other files.
  const scored = files.filter((text) => /^\/\*\*?[^]{0,400}(?:supervis|scorecard|departments)/i.test(text)).join('\n');
  const missing = said.filter(([whole, code = '', text = '']) => !scored.includes(whole)
    && !FAILURES[code as FailureCode].told.some((sentence) => pattern(sentence).test(text.replace(/\$\{[^}]*\}/g, 'X'))
      || text.replace(/\$\{[^}]*\}/g, '').includes(sentence.replaceAll('…', ''))));
  assert.deepEqual(missing.map(([, code, text]) => `${code ?? ''}: ${text ?? ''}`), []);
});
