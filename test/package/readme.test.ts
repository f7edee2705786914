// What the READMEs say of attributes and properties is what the elements say of themselves.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { READMES, renewed } from '../../scripts/readme.js';

for (const [file, language] of READMES) {
  test(`the tables of ${file} are those of the last build (node --import tsx scripts/readme.ts)`, () => {
    const text = readFileSync(file, 'utf8');
    assert.match(text, /\| `feed` \|/);
    assert.match(text, /\| `--sgs-accent` \|/);
    assert.equal(text, renewed(text, language));
  });
}
