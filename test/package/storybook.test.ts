// What Storybook's tables say of the elements is Chinese, every row of them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forStorybook, untranslated, type Manifest } from '../../.storybook/manifest.js';
import { readManifest } from '../../scripts/manifest.mjs';

const manifest = readManifest() as Manifest;

test('every name in Storybook’s tables has its Chinese', () => {
  assert.deepEqual(untranslated(manifest), []);
});

test('a name without Chinese is told, and says nothing in English', () => {
  const told = { modules: [{ declarations: [{ tagName: 'sgs-new', description: 'New.', attributes: [{ name: 'odd', description: 'Odd.' }], cssParts: [{ name: 'table', description: 'A table.' }] }] }] };
  assert.deepEqual(untranslated(told), ['<sgs-new>', '<sgs-new> attributes odd']);
  assert.doesNotMatch(JSON.stringify(forStorybook(told)), /New\.|Odd\.|A table\./);
});

test('events, methods, slots and parts stand in the tables', () => {
  const list = forStorybook(manifest).modules.flatMap(({ declarations = [] }) => declarations).find(({ tagName }) => tagName === 'sgs-list');
  const names = [list?.events, list?.members, list?.slots, list?.cssParts].map((rows) => rows?.map(({ name }) => name) ?? []);
  for (const [at, name] of ['sgs-load', 'refresh()', '标签里面的内容', '::part(table)'].entries()) assert.ok(names[at]?.includes(name), name);
});
