// The prelude in a realm of its own that has been made as poor as Chromium 69: each function must do what the real one does.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { createContext, runInContext } from 'node:vm';
import ts from 'typescript';

const source = readFileSync(new URL('../../src/embed/polyfills.ts', import.meta.url), 'utf8');
const code = ts.transpileModule(source, { compilerOptions: { target: ts.ScriptTarget.ES2018, module: ts.ModuleKind.CommonJS } }).outputText;

const missing = [
  'Object.hasOwn', 'Object.fromEntries', 'Array.prototype.at', 'String.prototype.at', 'Array.prototype.flat', 'Array.prototype.flatMap',
  'String.prototype.replaceAll', 'Promise.allSettled', 'AbortSignal.prototype.throwIfAborted', 'queueMicrotask',
];

function realm(poor: boolean) {
  class AbortSignal {
    aborted = true;
    reason = undefined;
    throwIfAborted() {
      throw new DOMException('', 'AbortError');
    }
  }
  const context = createContext({ exports: {}, AbortSignal, DOMException, setTimeout, queueMicrotask });
  runInContext('var self = globalThis;', context);
  if (poor) for (const name of missing) runInContext(`delete self.${name};`, context);
  return (script: string): unknown => runInContext(script, context);
}

const real = realm(false);
const poor = realm(true);
for (const name of missing) assert.equal(poor(`typeof self.${name}`), 'undefined', name);
poor(code);

const expressions = [
  `Object.hasOwn({ a: 1 }, 'a') + ' ' + Object.hasOwn({}, 'toString')`,
  `Object.fromEntries(new Map([['a', 1], ['b', 2]]))`,
  `[[1, 2, 3].at(-1), [1].at(), [1].at(5), 'abc'.at(-2), [1, 2].at(NaN), [1, 2].at(1.9)]`,
  `[1, [2, [3, [4]]]].flat()`,
  `[1, [2, [3, [4]]]].flat(Infinity)`,
  `[1, [2, [3]]].flat(0)`,
  `[1, 2].flatMap((value, index) => [value, [index]])`,
  `'a.b.c'.replaceAll('.', '$&-')`,
  `'a.b.c'.replaceAll('.', (hit, at) => hit + at)`,
  `'aXbX'.replaceAll(/x/gi, '_')`,
  `'ab'.replaceAll('', '-')`,
  `(() => { try { return 'a'.replaceAll(/a/, 'b'); } catch (error) { return error.name; } })()`,
  `(() => { try { new AbortSignal().throwIfAborted(); } catch (error) { return error.name; } })()`,
  `Object.keys([]).length + (() => { let count = 0; for (const key in []) count += 1; return count; })()`,
];

for (const expression of expressions) {
  test(expression, () => {
    assert.equal(JSON.stringify(poor(expression)), JSON.stringify(real(expression)));
  });
}

test('Promise.allSettled and queueMicrotask', async () => {
  const settled = `Promise.allSettled([1, Promise.reject('no')])`;
  assert.equal(JSON.stringify(await poor(settled)), JSON.stringify(await real(settled)));
  const order = `(async () => { const seen = []; queueMicrotask(() => seen.push('task')); seen.push('sync'); await null; await null; return seen.join(); })()`;
  assert.equal(await poor(order), 'sync,task');
});

test('what exists is left alone', () => {
  const rich = realm(false);
  rich('var before = Array.prototype.at;');
  rich(code);
  assert.equal(rich('before === Array.prototype.at'), true);
});
