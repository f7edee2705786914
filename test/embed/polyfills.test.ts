// The prelude in a realm of its own that has been made as poor as Chromium 69.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { createContext, runInContext } from 'node:vm';
import ts from 'typescript';

const source = readFileSync(new URL('../../src/embed/polyfills.ts', import.meta.url), 'utf8');
const code = ts.transpileModule(source, { compilerOptions: { target: ts.ScriptTarget.ES2018, module: ts.ModuleKind.CommonJS } }).outputText;

/** What Chromium 69 does not have. */
const MISSING = [
  'delete self.globalThis', 'delete Object.hasOwn', 'delete Object.fromEntries', 'delete Array.prototype.at',
  'delete AbortSignal.any', 'delete AbortSignal.prototype.throwIfAborted',
];

const realm = (poor: boolean): ((script: string) => unknown) => {
  // A realm has no web interfaces of its own; these are subclasses, so that what is taken away stays in the real ones.
  class PoorSignal extends EventTarget {
    aborted = false;
    static any = (): string => 'the browser’s own';
    throwIfAborted(): string { return 'the browser’s own'; }
  }
  class PoorController {
    readonly signal = new PoorSignal();
    abort(): void {
      this.signal.aborted = true;
      this.signal.dispatchEvent(new Event('abort'));
    }
  }
  const context = createContext({ exports: {}, AbortSignal: PoorSignal, AbortController: PoorController, DOMException });
  runInContext(`var self = globalThis;${poor ? MISSING.join(';') : ''}`, context);
  return (script) => runInContext(script, context);
};

test('an old browser gets globalThis, which no loop over the window sees', () => {
  const poor = realm(true);
  assert.equal(poor('typeof globalThis'), 'undefined');
  poor(code);
  assert.equal(poor('globalThis === self'), true);
  assert.equal(poor('Object.keys(self).includes("globalThis")'), false);
});

test('an old browser gets what ky needs', () => {
  const poor = realm(true);
  assert.equal(poor('[Object.hasOwn, Object.fromEntries, [].at, AbortSignal.any].some(Boolean)'), false);
  poor(code);
  assert.equal(poor('Object.hasOwn({ a: 1 }, "a") && !Object.hasOwn({}, "toString")'), true);
  assert.equal(poor('JSON.stringify(Object.fromEntries(new Map([["a", 1], ["b", 2]])))'), '{"a":1,"b":2}');
  assert.equal(poor('[1, 2, 3].at(-1) + [1, 2, 3].at(0)'), 4);
  assert.equal(poor('for (const key in []) throw new Error(key); Object.keys(AbortSignal).includes("throwIfAborted")'), false);
});

test('an old browser can combine signals, aborted before or later, and fails where one is', () => {
  const poor = realm(true);
  poor(code);
  poor('var one = new AbortController(), two = new AbortController(), both = AbortSignal.any([one.signal, two.signal]);');
  assert.equal(poor('both.throwIfAborted(); both.aborted'), false);
  poor('two.abort()');
  assert.equal(poor('both.aborted && AbortSignal.any([two.signal]).aborted'), true);
  assert.equal(poor('try { both.throwIfAborted(); "" } catch (error) { error.name }'), 'AbortError');
});

test('what exists is left alone', () => {
  const rich = realm(false);
  rich('var before = globalThis;');
  rich(code);
  assert.equal(rich('before === globalThis'), true);
  assert.equal(rich('AbortSignal.any([])'), 'the browser’s own');
});
