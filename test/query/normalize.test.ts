import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { normalizeText, terms } from '../../src/query/normalize.js';
import { findRanges } from '../../src/query/ranges.js';

/** What normalization, lower case and removal treat in special ways. */
const odd = 'ＡａΣς İé(（〔]、重ｶﾞ각ᄀ\u1161\u11a8\u0301\u0315\u200b\u3099\u00a8½㎡\ud83c\udf50\ud83c';

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.array(fc.constantFrom(...odd.split(/(?:)/u)), { maxLength: 10 }).map((all) => all.join('')),
);

describe('a search finds a text however it is typed', () => {
  for (const [shown, typed] of [
    ['甬市监处罚〔2025〕12号', '[2025]12号'],
    ['甬市监处罚[2025]12号', '（2025）12号'],
    ['甬市监处罚﹝2025﹞12号', '【2025】１２号'],
    ['甬市监处罚{2025}12号', '「2025」12号'],
    ['甬市监处罚 〔2025〕 12 号', '〔2025〕12号'],
    ['９１３３０２００ＭＡ２８１Ｊ０Ｘ３Ｋ', '91330200ma281j0x3k'],
    ['ΟΔΟΣ', 'οδος'],
    ['一\u200b家\u00ad公\ufeff司', '一家公司'],
  ] as const) {
    test(`${JSON.stringify(shown)} by ${typed}`, () => assert.ok(normalizeText(shown).includes(normalizeText(typed))));
  }

  test('but only as an exact substring', () => {
    assert.ok(!normalizeText('〔2024〕第40号').includes(normalizeText('〔2024〕40号')));
  });

  test('nothing that is not seen is left of any character', () => {
    for (let code = 1; code < 0x110000; code++) {
      const sign = String.fromCodePoint(code);
      if (/[\s\p{Cc}\p{DI}]/u.test(sign)) assert.equal(normalizeText(`甲${sign}a`), '甲a', code.toString(16));
    }
  });

  test('a query is split at white space only, and each term is wanted once', () => {
    assert.deepEqual(terms('  餐饮\u3000ＡＢ\t[2025]12号 ab '), ['餐饮', 'ab', '(2025)12号']);
    assert.deepEqual(terms(' \u200b\u0000 '), []);
  });
});

describe('hits are marked in the text as it is shown', () => {
  const marked = (text: string, q: string): string[] => findRanges(text, terms(q)).map(([from, to]) => text.slice(from, to));

  test('with its own width, brackets and spaces', () => {
    assert.deepEqual(marked('甬〔 ２０２５ 〕12号', '(2025)12'), ['〔 ２０２５ 〕12']);
    assert.deepEqual(marked('AbＡＢ ab', 'ab'), ['AbＡＢ', 'ab']);
    assert.deepEqual(marked('5㎡以上', 'm2以'), ['㎡以']);
    assert.deepEqual(marked('cafe\u0301.', 'é'), ['e\u0301']);
  });

  test('overlapping and touching hits are one, others apart and in order', () => {
    assert.deepEqual(findRanges('甲乙丙丁甲', terms('乙丙 甲乙 丙')), [[0, 3]]);
    assert.deepEqual(findRanges('甲乙丙丁甲', terms('丁 甲')), [[0, 1], [3, 5]]);
    assert.deepEqual(findRanges('ababa', terms('aba')), [[0, 5]]);
    assert.deepEqual(findRanges('甲乙丙', terms('甲乙 甲')), [[0, 2]]);
  });

  test('nothing is marked without a hit', () => {
    assert.deepEqual(findRanges('甲乙', terms('丙')), []);
    assert.deepEqual(findRanges('甲乙', ['']), []);
    assert.deepEqual(findRanges('甲乙', []), []);
  });

  test('a range, normalized, holds its term, and there is one wherever the text matches', () => {
    fc.assert(fc.property(anyText, anyText, (text, q) => {
      for (const term of terms(q)) {
        const ranges = findRanges(text, [term]);
        assert.equal(ranges.length > 0, normalizeText(text).includes(term));
        let end = -1;
        for (const [from, to] of ranges) {
          assert.ok(from > end && to > from && to <= text.length);
          end = to;
          assert.ok(normalizeText(text.slice(from, to)).includes(term));
        }
      }
    }), { numRuns: 2000 });
  });

  test('any part of a text finds the text', () => {
    fc.assert(fc.property(anyText, fc.nat(), fc.nat(), (text, a, b) => {
      const signs = [...text.normalize('NFC')].filter((sign) => /\p{Script=Han}|\w/u.test(sign)).join('');
      const part = signs.slice(Math.min(a, b) % (signs.length + 1), Math.max(a, b) % (signs.length + 1));
      assert.ok(terms(part).every((term) => normalizeText(signs).includes(term)));
    }));
  });
});
