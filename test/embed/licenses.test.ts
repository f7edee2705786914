// Whoever copies dist/ has with each file the full licences of what others wrote in it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();
const SHIPPED: readonly (readonly [part: string, licences: readonly string[]])[] = [
  ['tools', ['fflate/LICENSE', 'uqr/LICENSE']],
  ['search', ['pinyin-pro/LICENSE', 'opencc-js/LICENSE', 'opencc-js/LICENSES/Apache-2.0.txt']],
];

for (const [part, licences] of SHIPPED) {
  test(`sgs.${part}.js has its licences in full, and says in itself whose work it contains`, () => {
    const said = plain(readFileSync(`dist/sgs.${part}.licenses.md`, 'utf8'));
    for (const file of licences) assert.ok(said.includes(plain(readFileSync(`node_modules/${file}`, 'utf8'))), file);
    const code = readFileSync(`dist/sgs.${part}.js`, 'utf8').slice(0, 500);
    for (const file of licences) assert.ok(code.toLowerCase().includes(file.split(/[/-]/)[0] as string), file);
  });
}

test('the other files contain nothing of others', () => {
  for (const file of ['sgs', 'sgs.setup', 'sgs.locales']) assert.doesNotMatch(readFileSync(`dist/${file}.licenses.md`, 'utf8'), /^## /m, file);
});
