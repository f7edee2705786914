import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { sha256 } from '../../src/score/sha256.js';

test('a text’s SHA-256 is that of everybody else', () => {
  const real = (text: string): string => createHash('sha256').update(text).digest('base64url');
  for (const text of ['', 'abc', '青岚市', 'a'.repeat(55), 'a'.repeat(56), 'a'.repeat(64), '青'.repeat(1000)]) assert.equal(sha256(text), real(text), text.slice(0, 9));
  fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => sha256(text) === real(text)));
});
