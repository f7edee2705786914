import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { pinyin } from 'pinyin-pro';
import { tables } from '../../scripts/fuzzy-tables.js';
import type { SgsRecord } from '../../src/model/record.js';
import { searchText } from '../../src/query/record-values.js';
import { normalizeText } from '../../src/query/normalize.js';
import { findRanges } from '../../src/query/ranges.js';
import { createFuzzyMatcher } from '../../src/query/fuzzy/matcher.js';
import { packNumbers, unpackNumbers } from '../../src/query/fuzzy/numbers.js';
import { readingsOf } from '../../src/query/fuzzy/pinyin.js';
import { variantsOf, simplify } from '../../src/query/fuzzy/simplified.js';
import { record } from './records.js';

const matcher = createFuzzyMatcher();

const found = (one: SgsRecord, q: string): boolean => matcher.match(q)?.matches(one, searchText(one)) ?? false;
const finds = (name: string, q: string): boolean => found(record({ subjectName: name, title: '' }), q);
/** What is marked, as a person sees it. */
const marked = (text: string, q: string): string[] =>
  findRanges(text, matcher.match(q)?.parts(text) ?? []).map(([from, to]) => text.slice(from, to));

/** Each row: what was typed, what it finds, and which part of that is marked. */
const hits: Record<string, readonly (readonly [q: string, text: string, part: string])[]> = {
  'first letters': [
    ['scjd', '安平县市场监督管理局', '市场监督'],
    ['SCJDGL', '安平县市场监督管理局', '市场监督管理'],
    ['ＳＣＪＤ', '安平县市场监督管理局', '市场监督'],
    ['nbtcl', '宁波TCL电器', '宁波TCL'],
    ['宁波scjd', '宁波市场监督管理局宁波市场监督所', '宁波市场监督'],
  ],
  'spelling': [
    ['shichang', '安平县市场监督管理局', '市场'],
    ['shich', '安平县市场监督管理局', '市场'],
    ["xi'an", '西安饭店', '西安'],
    ['lvse', '绿色食品', '绿色'],
    ['lüse', '绿色食品', '绿色'],
    ['qinlve', '侵略', '侵略'],
    ['qinlue', '侵略', '侵略'],
  ],
  'any reading of a character': [
    ['cq', '重庆火锅', '重庆'],
    ['chongqing', '重庆火锅', '重庆'],
    ['zhongqing', '重庆火锅', '重庆'],
    ['yh', '中国银行', '银行'],
    ['yinhang', '中国银行', '银行'],
    ['xingzheng', '行政处罚', '行政'],
  ],
  'a rare character': [['kunlong', '堃龙商行', '堃龙'], ['zh', '喆鸿商行', '喆鸿']],
  'traditional characters': [
    ['許可', '食品经营许可', '许可'],
    ['许可', '食品經營許可', '許可'],
    ['食品經營許可證', '食品经营许可证', '食品经营许可证'],
    ['scjd', '市場監督管理局', '市場監督'],
    ['臺灣食品有限公司', '台湾食品有限责任公司', '台湾食品'],
  ],
  'company forms': [
    ['安平食品有限公司', '安平县安平食品有限责任公司', '安平食品'],
    ['安平食品股份有限公司', '安平食品公司', '安平食品'],
    ['安平食品公司宁波分公司', '安平食品有限责任公司宁波分公司', '安平食品有限责任公司宁波'],
    ['安平食品宁波分店', '安平食品有限公司（宁波分店）', '安平食品有限公司（宁波分店'],
    ['安平食品有限公司', '安平食品有限責任公司', '安平食品'],
  ],
  'place suffixes': [
    ['安平食品有限公司', '安平县食品有限公司', '安平县食品'],
    ['安平县食品厂', '安平食品厂', '安平食品厂'],
    ['宁波海曙鑫宏', '宁波市海曙区鑫宏餐饮店', '宁波市海曙区鑫宏'],
    ['象山縣鑫宏', '象山鑫宏餐饮店', '象山鑫宏'],
  ],
  'punctuation': [
    ['安平-食品', '安平（食品）厂', '安平（食品'],
    ['2025-12号', '甬市监处罚〔2025〕12号', '2025〕12号'],
  ],
};

for (const [way, rows] of Object.entries(hits)) {
  describe(`a search forgives: ${way}`, () => {
    for (const [q, text, part] of rows) {
      test(`${q} finds ${text}`, () => {
        assert.ok(finds(text, q));
        assert.ok(marked(text, q).includes(part), marked(text, q).join('|'));
      });
    }
  });
}

describe('nothing is invented', () => {
  for (const [q, text] of [
    ['scjd', '市场管理局'],
    ['shichang', '市政'],
    ['AB食品', 'A·B食品'],
    ['chan', '市场'],
    ['sch', '市场'],
    ['重qing', '庆'],
    ['12号', '1.2号'],
    ['1-2号', '12号'],
    ['安平市场', '安平场'],
    ['安平场', '安平市场'],
    ['超级场', '超级市场'],
    ['安平小区食品', '安平小食品'],
    ['公司登记', '户口登记'],
    ['有限公司', '安平食品厂'],
    ['安平食品', '安平药品'],
    ['安平食品有限公司', '安平'],
  ] as const) test(`${q} does not find ${text}`, () => assert.ok(!finds(text, q)));

  test('pinyin looks at names only, everything else at the whole record', () => {
    const one = record({ title: '食品经营许可', subjectName: '甲', content: '市场监督，准予許可', authority: '安平县市场监管局' });
    assert.ok(!found(one, 'scjd'));
    assert.ok(found(one, 'scjg'));
    assert.ok(found(one, '准予许可'));
    assert.ok(found(one, 'spjy 準予'));
    assert.ok(!found(one, 'spjy 不予'));
  });

  test('a hit does not run from one field into the next', () => {
    const one = record({ title: '安平', subjectName: '食品' });
    assert.ok(!found(one, '安平食品有限公司'));
    assert.ok(!found(one, 'apsp'));
  });

  test('a term that is found as typed counts, whatever else is typed', () => {
    const one = record({ title: '食品', documentNumber: '〔2025〕7号', authority: '市场监管局' });
    assert.ok(found(one, '7 scjg'));
    assert.deepEqual(marked('〔2025〕7号 市场监管局', '7 scjg'), ['7', '市场监管']);
  });

  test('what can mean nothing else than what was typed is said so', () => {
    for (const q of ['', ' ', '7', '局', 'a', '有', '（）', '公司 县']) assert.equal(matcher.match(q) === undefined, q !== '公司 县', q);
  });

  test('any characters are found by any of their spellings, and by no other letters', () => {
    const han = fc.integer({ min: 0x4e00, max: 0x9fa5 })
      .map((code) => String.fromCharCode(code)).filter((sign) => readingsOf(sign).length > 0);
    const spelled = fc.array(fc.tuple(han, fc.nat()), { minLength: 2, maxLength: 6 })
      .map((all) => all.map(([sign, n]): [string, string] => [sign, readingsOf(sign)[n % readingsOf(sign).length]!]));
    // Once typed, its letters may be those of one syllable.
    for (const q of ['lve', 'lveyiyi', 'nve']) assert.ok(finds(q.startsWith('n') ? '女萼' : '捛萼一一', q), q);
    for (const q of ['lve', 'lue', 'lüe', 'nve', 'nue']) assert.ok(finds('侵略虐', q), q);
    fc.assert(fc.property(spelled, fc.string({ unit: fc.constantFrom(...'安平重庆县'.split(/(?:)/u)), maxLength: 3 }), (all, around) => {
      const name = all.map(([sign]) => sign).join('');
      const text = around + name + around;
      for (const q of [all.map(([, reading]) => reading).join(''), all.map(([, reading]) => reading[0]).join('')]) {
        assert.ok(finds(text, q), `${q} ${text}`);
        assert.ok(marked(text, q).some((part) => part.includes(name)));
      }
    }), { numRuns: 500 });

    /** Every way to spell some characters: whole, with the last one begun, or by first letters. */
    const spellings = (text: string): string[] => {
      const rows = [...text].map((sign) => (readingsOf(sign).length ? readingsOf(sign) : [sign]));
      const combine = (lists: readonly (readonly string[])[]): string[] =>
        lists.reduce<string[]>((all, list) => all.flatMap((before) => list.map((one) => before + one)), ['']);
      const begun = rows.map(
        (list, at) => (at && at === rows.length - 1 ? list.flatMap((one) => [...one].map((_, n) => one.slice(0, n + 1))) : list),
      );
      return [...combine(begun), ...combine(rows.map((list) => list.map((one) => one[0]!)))];
    };
    const few = fc.string({ unit: fc.constantFrom(...'重庆银行市场安县乐a1'.split(/(?:)/u)), minLength: 1, maxLength: 5 });
    const letters = fc.array(
      fc.constantFrom('c', 'q', 'y', 'h', 'chong', 'qing', 'zhong', 'xing', 'shi', 'chang', 'a', 'an', 'xi', 'g', 'le', '1'),
      { minLength: 1, maxLength: 4 },
    )
      .map((all) => all.join(''));
    fc.assert(fc.property(few, letters, (text, q) => {
      for (const part of matcher.match(q)?.parts(text) ?? []) {
        assert.ok(text.includes(part));
        assert.ok(spellings(part).includes(q), `${q} does not spell ${part}`);
      }
    }), { numRuns: 2000 });
  });

  test('whatever is typed and published, a record that matches has a part to mark, and exact hits match', () => {
    const odd = fc.string({ unit: fc.constantFrom(...'安平县市場场有限公司（）-〔2025〕许許可aAｂscjd.*+?^$|[]{}\\\u0301𠮷'.split(/(?:)/u)), maxLength: 14 });
    fc.assert(fc.property(odd, odd, (text, q) => {
      const fuzzyMatch = matcher.match(q);
      if (!fuzzyMatch) return;
      const one = record({ title: '', subjectName: text });
      const parts = fuzzyMatch.parts(text);
      for (const part of parts) assert.ok(normalizeText(text).includes(part));
      if (!/\s/.test(q.trim())) assert.equal(fuzzyMatch.matches(one, searchText(one)), parts.length > 0, `${q} ${text}`);
      if (normalizeText(q) && normalizeText(text).includes(normalizeText(q))) assert.ok(fuzzyMatch.matches(one, searchText(one)));
    }), { numRuns: 2000 });
  });
});

describe('the tables', () => {
  test('are what the script makes of the libraries', () => {
    for (const [path, text] of Object.entries(tables())) assert.equal(readFileSync(path, 'utf8'), text);
  });

  test('know the readings that the library knows, and none of anything else', () => {
    for (const sign of '重行市单曾乐绿女长') {
      const expected = pinyin(sign, { multiple: true, toneType: 'none', type: 'array', v: true });
      assert.deepEqual([...readingsOf(sign)].sort(), [...new Set(expected)].sort(), sign);
    }
    for (const sign of ['a', '0', '〇', '한', '\u9fff', '']) assert.deepEqual(readingsOf(sign), []);
  });

  test('simplify one for one and leave the rest', () => {
    assert.equal(simplify('台灣許可證 abc 许可𠮷'), '台湾许可证 abc 许可𠮷');
    assert.equal(variantsOf('许'), '许許');
    assert.equal(variantsOf('安'), '安');
  });

  test('hold any numbers', () => {
    fc.assert(fc.property(fc.array(fc.nat()), (numbers) => {
      const packed = packNumbers(numbers);
      assert.deepEqual(unpackNumbers(packed), numbers);
      assert.match(packed, /^[^\s'\\]*$/);
    }));
  });
});
