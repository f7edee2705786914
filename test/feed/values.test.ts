import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parseDate, endOfPeriod } from '../../src/feed/dates.js';
import { normalizeCode, isEmptyWord, cleanText } from '../../src/feed/text.js';
import { parseAmount, parseCategories } from '../../src/feed/values.js';

describe('texts', () => {
  it('lose entities and tags, not comparisons', () => {
    assert.equal(
      cleanText('&ldquo;明厨亮灶&rdquo;：甲醛<0.08mg/m3，霉菌&gt;150CFU/g。<br>一、改正；<br/>二、复查。&nbsp;&nbsp;特此告知。'),
      '“明厨亮灶”：甲醛<0.08mg/m3，霉菌>150CFU/g。\n一、改正；\n二、复查。 特此告知。',
    );
    assert.equal(cleanText('<p class="a">甲</p><p>乙</p><script>alert(1)</script><!-- x -->'), '甲\n乙');
    assert.equal(cleanText('a<b且c>d'), 'a<b且c>d');
    assert.equal(cleanText('&amp;ldquo;双重&amp;rdquo;'), '“双重”');
    assert.equal(cleanText('&#20013;&#x6587;&unknown;&#0;'), '中文&unknown;');
    assert.equal(cleanText('&LDQUO;大写&#xD800;'), '“大写');
  });
  it('get half-width digits and letters, and keep their brackets', () => {
    assert.equal(cleanText('（２０２５）第１２号ＡＢ'), '（2025）第12号AB');
  });
  it('lose control characters and bidi tricks', () => {
    assert.equal(cleanText('公\u202e司\u0000\u200b'), '公司');
    assert.equal(cleanText('一\r\n二\r三\n\n\n\n四'), '一\n二\n三\n\n四');
  });
  it('come from numbers, booleans and lists, not from objects', () => {
    assert.equal(cleanText(12.5), '12.5');
    assert.equal(cleanText(Number.NaN), '');
    assert.equal(cleanText(true), 'true');
    assert.equal(cleanText(['警告', '', '罚款']), '警告；罚款');
    assert.equal(cleanText({}), '');
    assert.equal(cleanText(null), '');
  });
  it('know the words for nothing', () => {
    for (const word of ['空', '无', ' / ', '-', '——', '*', 'null', 'N/A', '', '　']) assert.ok(isEmptyWord(word), word);
    assert.ok(!isEmptyWord('无锡'));
    assert.equal(cleanText('空'), '');
  });
  it('are codes without spaces, in capitals', () => {
    assert.equal(normalizeCode(' ９１110000-101107173b '), '91110000101107173B');
  });
});

describe('dates', () => {
  const forms: readonly (readonly [unknown, string | null | undefined])[] = [
    ['2025/03/04', '2025-03-04'],
    ['2025/3/4', '2025-03-04'],
    ['2025-03-04 00:00:00.0', '2025-03-04'],
    ['2025.3.4', '2025-03-04'],
    ['2025年3月4日', '2025-03-04'],
    ['２０２５年３月４日', '2025-03-04'],
    ['20250304', '2025-03-04'],
    ['20250304153000', '2025-03-04'],
    ['二〇二五年三月四日', '2025-03-04'],
    ['二○二五年十一月二十三日', '2025-11-23'],
    ['二〇二五年十月三十日', '2025-10-30'],
    [45720, '2025-03-04'],
    ['45720', '2025-03-04'],
    [45720.5, '2025-03-04'],
    [1741017600000, '2025-03-04'],
    ['1741017600000', '2025-03-04'],
    [1741017600, '2025-03-04'],
    ['/Date(1741017600000+0800)/', '2025-03-04'],
    ['2025-03-03T16:00:00Z', '2025-03-04'],
    ['2025-03-04T00:00:00+0800', '2025-03-04'],
    ['2025-03-04T08:30:00', '2025-03-04'],
    ['Tue Mar 04 00:00:00 CST 2025', '2025-03-04'],
    [20250304, '2025-03-04'],
    ['2099/12/31', '2099-12-31'],
    ['9999-12-31', '2099-12-31'],
    ['长期', '2099-12-31'],
    ['2025-02-30', null],
    ['2025-13-01', null],
    ['三月', null],
    ['1900-01-01', undefined],
    [12, null],
    [1e15, null],
    [true, null],
    ['Tue Foo 04 00:00:00 CST 2025', null],
    [null, undefined],
    [undefined, undefined],
    [0, undefined],
    [Number.NaN, undefined],
  ];
  for (const [value, expected] of forms) it(`${String(value)} is ${String(expected)}`, () => assert.equal(parseDate(value), expected));

  it('of a span: the first day, or the last where an end is asked for', () => {
    assert.equal(parseDate('2025年3月4日至2030年3月3日'), '2025-03-04');
    assert.equal(parseDate('2025年3月4日至2030年3月3日', true), '2030-03-03');
  });

  it('are days of the calendar or nothing, whatever is given', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.double(), fc.integer(), fc.anything()), (value) => {
      const date = parseDate(value);
      if (date) assert.equal(new Date(`${date}T00:00:00Z`).toISOString().slice(0, 10), date);
    }));
  });

  it('end a period counted from the decision', () => {
    assert.equal(endOfPeriod('一年', '2024-08-12'), '2025-08-12');
    assert.equal(endOfPeriod('三年', '2024-12-27'), '2027-12-27');
    // As many days are the least that working days can be.
    assert.equal(endOfPeriod('公示期为20个工作日', '2026-05-01'), '2026-05-21');
    assert.equal(endOfPeriod('6个月', '2025-08-31'), '2026-02-28');
    assert.equal(endOfPeriod('半年', '2025-08-31'), '2026-02-28');
    assert.equal(endOfPeriod('两年半', '2025-01-15'), '2027-07-15');
    assert.equal(endOfPeriod('一年半', '2025-01-15'), '2026-07-15');
    assert.equal(endOfPeriod('公示期限：3年', '2025-01-15'), '2028-01-15');
    assert.equal(endOfPeriod('三十天', '2025-01-15'), '2025-02-14');
    assert.equal(endOfPeriod('十二个月', '2025-01-15'), '2026-01-15');
    assert.equal(endOfPeriod('很久', '2025-01-15'), undefined);
    assert.equal(endOfPeriod('9999999年', '2025-01-15'), undefined);
  });
});

describe('amounts in 万元', () => {
  it('are read as they are, or converted where 元 is said', () => {
    assert.equal(parseAmount('0.500000'), 0.5);
    assert.equal(parseAmount(12.345678), 12.345678);
    assert.equal(parseAmount('1,200.5'), 1200.5);
    assert.equal(parseAmount('12.5万元'), 12.5);
    assert.equal(parseAmount('人民币5000元'), 0.5);
    assert.equal(parseAmount('5000', true), 0.5);
    assert.equal(parseAmount('1.2亿元'), 12000);
    assert.equal(parseAmount(0), 0);
    assert.equal(parseAmount(1e-7), 0);
  });
  it('are nothing where they can’t be read', () => {
    for (const value of ['', '五千', '-1', null, {}, Number.POSITIVE_INFINITY]) assert.equal(parseAmount(value), undefined);
  });
});

describe('categories', () => {
  it('keep official labels whole', () => {
    assert.deepEqual(parseCategories('没收违法所得、没收非法财物；罚款', 'penalty'), ['没收违法所得、没收非法财物', '罚款']);
    assert.deepEqual(parseCategories('警告、罚款', 'penalty'), ['警告', '罚款']);
    assert.deepEqual(parseCategories('罚款、暂扣或者吊销许可证、暂扣或者吊销执照', 'penalty'), ['罚款', '暂扣或者吊销许可证、暂扣或者吊销执照']);
    assert.deepEqual(parseCategories('其他-没收工具、设备', 'penalty'), ['其他-没收工具、设备']);
    assert.deepEqual(parseCategories('关停、取缔', 'penalty'), ['关停、取缔']);
    assert.deepEqual(parseCategories('罚款,罚款，警告', 'penalty'), ['罚款', '警告']);
  });
  it('read the codes some systems write', () => {
    assert.deepEqual(parseCategories('01', 'license'), ['普通']);
    assert.deepEqual(parseCategories('1;5', 'penalty'), ['罚款', '行政拘留']);
    assert.deepEqual(parseCategories('77', 'penalty'), ['77']);
    assert.deepEqual(parseCategories('3', 'honor'), ['3']);
  });
});
