// The prelude in a realm of its own that has been made as poor as Chromium 69.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { createContext, runInContext } from 'node:vm';
import ts from 'typescript';

const source = readFileSync(new URL('../../src/embed/polyfills.ts', import.meta.url), 'utf8');
const code = ts.transpileModule(source, { compilerOptions: { target: ts.ScriptTarget.ES2018, module: ts.ModuleKind.CommonJS } }).outputText;

const realm = (poor: boolean): ((script: string) => unknown) => {
  const context = createContext({ exports: {} });
  runInContext(`var self = globalThis;${poor ? ' delete self.globalThis;' : ''}`, context);
  return (script) => runInContext(script, context);
};

test('an old browser gets globalThis, which no loop over the window sees', () => {
  const poor = realm(true);
  assert.equal(poor('typeof globalThis'), 'undefined');
  poor(code);
  assert.equal(poor('globalThis === self'), true);
  assert.equal(poor('Object.keys(self).includes("globalThis")'), false);
});

test('what exists is left alone', () => {
  const rich = realm(false);
  rich('var before = globalThis;');
  rich(code);
  assert.equal(rich('before === globalThis'), true);
});
