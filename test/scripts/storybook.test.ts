// Storybook's own words in Chinese: the installed version still says what the table translates, minified or not.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { inChinese } from '../../scripts/storybook-words.mjs';

test('the installed Storybook says all that is translated', () => {
  const missing: string[] = [];
  const dist = 'node_modules/@storybook/addon-docs/dist';
  const files = [`${dist}/blocks.js`, ...readdirSync(`${dist}/_browser-chunks`).map((name) => `${dist}/_browser-chunks/${name}`)];
  const text = inChinese(files.map((file) => readFileSync(file, 'utf8')).join('\n'), (code) => void missing.push(code));
  assert.deepEqual(missing, []);
  for (const word of ['名称', '说明', '默认值', '试一试']) assert.ok(text.includes(`"span", null, "${word}"`), word);
});

test('minified code is read, too', () => {
  const text = inChinese('a("th",null,a("span",null,"Name")),b?"Hide code":"Show code"');
  assert.equal(text, 'a("th",null,a("span", null, "名称")),b?"收起代码" : "查看代码"');
});
