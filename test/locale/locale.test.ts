import { expect } from '@open-wc/testing';
import { en } from '../../src/locale/en.js';
import { localeOf, registerLocale } from '../../src/locale/locale.js';
import type { Messages } from '../../src/locale/messages.js';
import { zhCN } from '../../src/locale/zh-CN.js';
import { KINDS } from '../../src/model/kinds.js';
import { recordFields } from '../../src/model/fields.js';
import type { FailureCode } from '../../src/model/failure.js';

const FAILURES: readonly FailureCode[] = ['address', 'network', 'policy', 'timeout', 'http', 'html', 'truncated', 'syntax', 'shape', 'too-large', 'config'];

describe('locales', () => {
  it('speaks zh-CN unless the tag names a language that is there', () => {
    expect(localeOf('')).to.equal(zhCN);
    expect(localeOf('zh-TW')).to.equal(zhCN);
    expect(localeOf('ug')).to.equal(zhCN);
    registerLocale('en', en);
    expect(localeOf('EN-gb')).to.equal(en);
    const own: Messages = { ...zhCN, tag: 'zh-Hant', search: '查詢' };
    registerLocale('zh-TW', own);
    expect(localeOf('zh-tw').search).to.equal('查詢');
  });

  it('writes dates, amounts and ranges as citizens read them', () => {
    expect(zhCN.date('2025-03-04')).to.equal('2025年3月4日');
    expect(zhCN.date('2025-12-31T08:00:00+08:00')).to.equal('2025年12月31日');
    expect(zhCN.date('不详')).to.equal('不详');
    expect(zhCN.amount(1.2)).to.equal('1.2万元（12000.00元）');
    expect(zhCN.amount(0.05)).to.equal('0.05万元（500.00元）');
    expect(zhCN.amount(12.345678)).to.equal('12.345678万元（123456.78元）');
    expect(zhCN.amount(0)).to.equal('0元');
    expect(zhCN.range(1, 10, 132)).to.equal('第 1–10 条，共 132 条');
    expect(zhCN.stale('2025-03-04')).to.equal('当前显示的是 2025年3月4日 的数据');
    expect(en.date('2025-03-04')).to.equal('4 March 2025');
    expect(en.date('unknown')).to.equal('unknown');
    expect(en.amount(1.2)).to.equal('CNY 12,000.00');
  });

  it('has a sentence for every failure, which says first that nothing is available', () => {
    for (const code of FAILURES) {
      expect(zhCN.failure(code)).to.match(/^暂时无法获取公示信息，.+。$/);
      expect(en.failure(code)).to.match(/\.$/);
    }
  });

  for (const words of [zhCN, en]) {
    it(`names every kind and field in ${words.tag}`, () => {
      for (const kind of KINDS) {
        expect(words.kind(kind)).to.match(/\S/);
        expect(words.title(kind)).to.match(words === en ? /^[A-Z]/ : /\p{Script=Han}/u);
        for (const field of recordFields(kind)) expect(words.field(kind, field), `${kind}.${field}`).to.match(words === en ? /^[A-Z]/ : /\p{Script=Han}/u);
      }
    });
  }

  it('has all words in both languages', () => {
    expect(Object.keys(en).sort()).to.deep.equal(Object.keys(zhCN).sort());
  });
});
