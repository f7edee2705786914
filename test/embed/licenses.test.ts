// Whoever copies dist/ has with each file the full licences of what others wrote in it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();
const SHIPPED: readonly (readonly [part: string, licences: readonly string[]])[] = [
  ['', ['lit/LICENSE', 'ky/license']],
  ['setup', ['zod/LICENSE']],
  ['tools', ['fflate/LICENSE', 'uqr/LICENSE']],
  ['scale', ['fflate/LICENSE']],
  ['scorecard', ['lit/LICENSE', 'ky/license', 'zod/LICENSE', 'fflate/LICENSE', '@noble/hashes/LICENSE']],
  ['search', ['pinyin-pro/LICENSE', 'opencc-js/LICENSE', 'opencc-js/LICENSES/Apache-2.0.txt']],
];

for (const [part, licences] of SHIPPED) {
  const file = part ? `sgs.${part}` : 'sgs';
  test(`${file}.js has its licences in full, and says in itself whose work it contains`, () => {
    const said = plain(readFileSync(`dist/${file}.licenses.md`, 'utf8'));
    for (const licence of licences) assert.ok(said.includes(plain(readFileSync(`node_modules/${licence}`, 'utf8'))), licence);
    const code = readFileSync(`dist/${file}.js`, 'utf8').slice(0, 500);
    for (const licence of licences) assert.ok(code.toLowerCase().includes(licence.split(/[/-]/)[0] as string), licence);
  });
}

test('the parts contain no Lit of their own', () => {
  for (const part of ['rules', 'setup', 'tools', 'scale', 'search', 'locales'])
    assert.doesNotMatch(readFileSync(`dist/sgs.${part}.licenses.md`, 'utf8'), /^## (?:lit|@lit)/m, part);
});

test('the other files contain nothing of others', () => {
  for (const file of ['sgs.worker', 'sgs.locales']) assert.doesNotMatch(readFileSync(`dist/${file}.licenses.md`, 'utf8'), /^## /m, file);
});
