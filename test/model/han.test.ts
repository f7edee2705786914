import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { HAN, hasHan, isHan, lettersAndDigits } from '../../src/model/han.js';

describe('Chinese characters', () => {
  it('are those of the script, character by character', () => {
    const ours = new RegExp(`[${HAN}]`, 'u');
    for (let code = 0; code <= 0x3ffff; code++) {
      if (code >= 0xd800 && code < 0xe000) continue;
      const char = String.fromCodePoint(code);
      // What is not assigned may become one.
      if (!/\P{Cn}/u.test(char)) continue;
      assert.equal(ours.test(char), /\p{Script=Han}/u.test(char), code.toString(16));
    }
  });
  it('tell a text that has one from a text that is nothing else', () => {
    assert.deepEqual(['王小满', '王x', 'x', '', '𠮷野', '王 '].map(isHan), [true, false, false, false, true, false]);
    assert.deepEqual(['王小满', '王x', 'x', '', '𠮷'].map(hasHan), [true, true, false, false, true]);
  });
  it('stay with letters and digits', () => {
    assert.equal(lettersAndDigits('许可-决定（书）_文号 Ⅲ№1'), '许可决定书文号Ⅲ1');
    assert.equal(lettersAndDigits('许可决定书1a'), '许可决定书1a');
    assert.equal(lettersAndDigits('𠮷_é'), '𠮷é');
  });
});
