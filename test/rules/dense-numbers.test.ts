import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findPersonalNumbers, REDACTED, redactNumbers } from '../../src/rules/personal-numbers/find.js';

const mobile = (n: number): string => `138${String(n).padStart(8, '0')}`;

describe('a text full of numbers', () => {
  const COUNT = 3000;

  for (const between of ['，', '，到场者电话，', '，𠮷，', '，\ud800，']) {
    it(`keeps all that stands between them: ${JSON.stringify(between)}`, () => {
      const numbers = Array.from({ length: COUNT }, (_, n) => mobile(n));
      assert.equal(redactNumbers(`\ufeff${numbers.join(between)}。`), `\ufeff${numbers.map(() => REDACTED).join(between)}。`);
    });
  }

  it('and one with few behind it are read each by itself', () => {
    const many = Array.from({ length: COUNT * 2 }, (_, n) => mobile(n)).join('，');
    assert.equal(findPersonalNumbers(many).length, COUNT * 2);
    assert.deepEqual(findPersonalNumbers(`见${mobile(1)}`), [{ start: 1, end: 12, kind: 'phone' }]);
  });
});

describe('numbers that are nobody’s', () => {
  for (const [what, texts] of [
    ['credit codes, in any letters, and what is nearly one', ['A1330106MA28000016', '91330106ma28000017', '９１３３０１０６ＭＡ２８００００１７', 'B1330106MA28000016',
      '91330106IA28000017', '91330106MA28٣00017']],
    ['a credit code that is cut like a date', ['1933-01-06-1234567042']],
    ['signs cut by what would hide digits', ['138 ----1234']],
    ['services, though a digit of theirs is hidden', ['电话：4001*234567', '电话：400*1234567']],
    ['a number far behind the word for a passport', ['护照遗失的人凭其他材料办理，见12345678']],
    ['no month where an ID has it, the rest half hidden', ['999999705*01015']],
  ] as const) {
    it(`stay: ${what}`, () => {
      for (const text of texts) assert.equal(redactNumbers(`见${text}，余文`), `见${text}，余文`);
    });
  }
});
