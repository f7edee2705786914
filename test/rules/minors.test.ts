import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { ageIn, ageOn, birthDateIn, isMinor, minorKeyOf, type MinorFacts } from '../../src/rules/minors.js';

const facts: MinorFacts = { person: true, decidedOn: '2026-05-01', ids: [], texts: [] };

describe('what says that somebody is a minor', () => {
  it('columns are known by their keys', () => {
    for (const key of ['居民身份证号', '身份证', '公民身份号码', '证件号码', '证件号码（自然人）', 'CF_XDR_ZJHM', 'XDR_SFZH', 'sfzhm', 'idCard', 'id_card_no',
      'ID No.', 'certNo', '护照号码']) assert.equal(minorKeyOf(key), 'id', key);
    for (const key of ['法定代表人身份证号', 'CF_FR_ZJHM', '监护人证件号码', '负责人身份证号', '统一社会信用代码', '行政相对人名称']) assert.equal(minorKeyOf(key), undefined,
      key);
    for (const key of ['年龄', '当事人年龄', 'age', 'NL']) assert.equal(minorKeyOf(key), 'age', key);
    for (const key of ['出生日期', '出生年月', 'csrq', 'birthday']) assert.equal(minorKeyOf(key), 'birth', key);
  });
  it('IDs say the date of birth however they are written', () => {
    for (const id of ['000000201101010015', '000000 20110101 0015', "'000000201101010016", '身份证：000000-20110101-0015',
      '０００００020110101001X', '00000020110101001599']) assert.equal(birthDateIn(id), '2011-01-01', id);
    assert.equal(birthDateIn('000000201101****15'), '2011-01-31');
    assert.equal(birthDateIn('0000002011********'), '2011-12-31');
    assert.equal(birthDateIn('000000201*01010015'), '2019-01-01');
    for (const id of ['', '913499198506121775', '000000900101001', '12']) assert.equal(birthDateIn(id), undefined, id);
  });
  it('generated IDs are read with any gap', () => {
    const day = fc.date({ min: new Date('1930-01-01'), max: new Date('2020-12-31'),
      noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
    fc.assert(fc.property(day, fc.constantFrom('', ' ', '-', '\u200b', '.', '　'), fc.integer({ min: 1000, max: 9999 }), (born, gap,
      order) => {
      assert.equal(birthDateIn(['999999', born.replace(/-/g, ''), String(order)].join(gap)), born);
    }));
  });
  it('ages are read in digits and in words', () => {
    for (const [text, age] of [['16', 16], ['16岁', 16], ['１６周岁', 16], ['年龄16', 16], ['16.0', 16], ['十六岁', 16], ['十六', 16], ['二十', 20],
      ['三十五周岁', 35], ['一七', 17], ['九岁', 9], ['不详', undefined], ['', undefined]] as const) {
      assert.equal(ageIn(text), age, text);
    }
    assert.equal(ageOn('2008-05-01', '2026-05-01'), 18);
    assert.equal(ageOn('2008-05-02', '2026-05-01'), 17);
    assert.equal(ageOn('2008', '2026-05-01'), 17);
  });
  it('counts on the day of the decision', () => {
    assert.ok(isMinor({ ...facts, ids: ['000000201101010015'] }));
    assert.ok(!isMinor({ ...facts, ids: ['000000199001010018', ''] }));
    assert.ok(isMinor({ ...facts, bornOn: '2010-02-01' }));
    assert.ok(isMinor({ ...facts, age: '17' }));
    assert.ok(!isMinor({ ...facts, age: '18', bornOn: '1990-01-01' }));
    assert.ok(isMinor({ ...facts, texts: ['', '当事人系未成年人'] }));
    assert.ok(isMinor({ ...facts, texts: ['当事人未满18周岁'] }));
    assert.ok(!isMinor({ ...facts, person: false, texts: ['向未成年人销售烟草'], ids: ['000000201101010015'] }));
    assert.ok(!isMinor(facts));
  });
});
