import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { endOfPublicity, monthsAfter, saysUnfulfilled, slightPenalty, type PublicityFacts } from '../../src/rules/end-of-publicity.js';
import { withholdingReason } from '../../src/rules/gate.js';
import { isWithheldGrade, monthsOfGrade } from '../../src/rules/periods.js';
import { revocationNotice } from '../../src/rules/revocation.js';

const today = '2026-11-30';
const graded = (text: string): PublicityFacts['grades'] => [{ label: '失信严重程度', text }];
const endOf = (facts: Partial<PublicityFacts>): string | undefined => endOfPublicity({ today, decidedOn: '2024-08-31',
  ...facts }).publicUntil;

describe('the end of a penalty’s publicity', () => {
  it('is counted from the decision by the grade, else three years', () => {
    assert.equal(endOf({ grades: graded('一般') }), '2025-08-31');
    assert.equal(endOf({ grades: graded('一般失信行为') }), '2025-08-31');
    assert.equal(endOf({ grades: graded('严重（失信）') }), '2027-08-31');
    assert.equal(endOf({}), '2027-08-31');
    assert.equal(endOf({ decidedOn: undefined }), undefined, 'nobody knows from when');
    assert.equal(monthsAfter('2026-08-31', 6), '2027-02-28');
    assert.equal(monthsAfter('2024-02-29', 12), '2025-02-28');
  });
  it('is the stated one, cut to the legal maximum and told', () => {
    assert.deepEqual(endOfPublicity({ today, decidedOn: '2025-05-10', statedEnd: '2026-12-01' }),
      { publicUntil: '2026-12-01', slight: false, notices: [] });
    assert.deepEqual(endOfPublicity({ today, decidedOn: '2025-05-10', statedEnd: '2099-12-31', endColumn: '公示到期日' }), {
      publicUntil: '2028-05-10', slight: false, notices: [{ column: '公示到期日', value: '2099-12-31', rule: 'period', what: 'cut' }],
    });
    const cut = endOfPublicity({ today, decidedOn: '2026-05-10', statedEnd: '2028-05-10', grades: graded('一般') });
    assert.deepEqual([cut.publicUntil, cut.notices[0]?.column], ['2027-05-10', '公示截止期']);
    assert.equal(endOf({ statedEnd: '2099-12-31', decidedOn: undefined }), '2099-12-31');
  });
  it('is not cut where duties are not fulfilled, but told', () => {
    assert.deepEqual(endOfPublicity({ today, decidedOn: '2022-05-10', statedEnd: '2032-05-10', unfulfilled: true }), {
      publicUntil: '2032-05-10', slight: false, notices: [{ column: '公示截止期', value: '2032-05-10', rule: 'period', what: 'shown' }],
    });
    assert.equal(endOf({ unfulfilled: true }), '2027-08-31', 'a maximum where none is stated');
    for (const [label, text] of [['履行情况', '未履行'], ['是否履行', '否'], ['缴款状态', '尚未缴清罚款'], ['履行情况', '拒不履行'], ['整改情况', '逾期未改正'], ['是否缴纳罚款', 'N'],
      ['履行情况', '部分履行']] as const) {
      assert.equal(saysUnfulfilled({ label, text }), true, text);
    }
    for (const [label, text] of [['履行情况', '已履行'], ['是否履行', '是'], ['处罚结果', '未履行告知义务'],
      ['履行情况', '']] as const) assert.equal(saysUnfulfilled({ label, text }), false, text);
  });
  it('tells a grade that is not known, and takes the mildest of several', () => {
    for (const text of ['较重', '3', '非严重', '较严重', '严', '一般至严重', '特别严重']) {
      assert.deepEqual(endOfPublicity({ today, decidedOn: '2026-05-10', grades: graded(text) }), {
        publicUntil: '2029-05-10', slight: false, notices: [{ column: '失信严重程度', value: text, rule: 'unknown-grade', what: 'ignored' }],
      }, text);
    }
    assert.equal(endOf({ grades: [{ label: '甲', text: '严重' }, { label: '乙', text: '一般' }] }), '2025-08-31');
  });
  it('holds back what is slight, once that is the law', () => {
    assert.deepEqual(endOfPublicity({ today, decidedOn: '2026-11-01', grades: graded('轻微') }),
      { publicUntil: '2027-02-01', repairableFrom: '2026-11-01', slight: true, notices: [] });
    assert.equal(isWithheldGrade('轻微失信', '2026-04-01'), true);
    assert.equal(isWithheldGrade('轻微', '2026-03-31'), false);
    assert.equal(isWithheldGrade('严重', today), false);
    assert.equal(monthsOfGrade('轻微', '2026-03-31'), undefined);
  });
  it('is left to the feed where the site switches the maximum off', () => {
    assert.equal(endOfPublicity({ today, decidedOn: '2022-05-10', statedEnd: '2099-12-31' }, { period: false }).publicUntil, '2099-12-31');
    assert.equal(endOfPublicity({ today, decidedOn: '2022-05-10' }, { period: false }).publicUntil, undefined);
  });
  it('is a finding where the penalty is slight by its kind', () => {
    assert.deepEqual(slightPenalty(['警告'], undefined), { column: '处罚类别', value: '警告', rule: 'slight-penalty', what: 'shown' });
    assert.equal(slightPenalty(['警告', '通报批评'], undefined)?.value, '警告、通报批评');
    assert.equal(slightPenalty(['警告', '罚款'], undefined), undefined);
    assert.equal(slightPenalty([], undefined), undefined);
    assert.deepEqual(slightPenalty(['罚款'], { label: '适用程序', text: '简易程序' }),
      { column: '适用程序', value: '简易程序', rule: 'slight-penalty', what: 'shown' });
    assert.equal(slightPenalty(['罚款'], { label: '适用程序', text: '普通程序' }), undefined);
  });
});

describe('the order of the gate', () => {
  it('judges what must not be shown at all before a revocation, which leaves a notice', () => {
    const facts = { today, status: 'revoked' as const, decidedOn: '2026-11-01' };
    assert.equal(withholdingReason(facts), 'revoked');
    assert.equal(withholdingReason({ ...facts, unclear: true }), 'unclear');
    assert.equal(withholdingReason({ ...facts, unclear: true, slight: true }), 'slight');
    assert.equal(withholdingReason({ ...facts, slight: true, repaired: true }), 'repaired');
    assert.equal(withholdingReason({ ...facts, repaired: true, decidedOn: '2026-12-01' }), 'future');
    assert.equal(withholdingReason({ ...facts, publicUntil: '2026-11-29', decidedOn: '2026-12-01' }), 'expired');
    assert.equal(withholdingReason({ ...facts, decidedOn: '2026-12-01', scope: 'restricted' }), 'restricted');
    assert.equal(withholdingReason({ ...facts, decidedOn: '2026-12-01', scope: 'internal' }), 'internal');
    assert.equal(withholdingReason({ ...facts, scope: 'internal', minor: true }), 'minor');
    assert.equal(withholdingReason({ today, unclear: true }, { unclear: false }), 'unclear');
  });
});

describe('the notice of a revocation', () => {
  const values = {
    documentNumber: '罚1', caseName: '掺假案', projectName: '经营许可', subjectName: '甲公司', decidedOn: '2026-05-01', authority: '某局', result: '罚款',
      facts: '掺假', revokeReason: '行政复议撤销',
  };
  it('keeps number, name, authority, date and reason', () => {
    assert.deepEqual(revocationNotice('penalty', values), { documentNumber: '罚1', subjectName: '甲公司', authority: '某局',
      decidedOn: '2026-05-01', revokeReason: '行政复议撤销' });
    assert.equal(revocationNotice('license', values)?.projectName, '经营许可');
  });
  it('is none without a reason in a column of reasons', () => {
    assert.equal(revocationNotice('penalty', { ...values, revokeReason: undefined }), undefined);
    assert.equal(revocationNotice('penalty', { ...values, revokeReason: '' }), undefined);
  });
});
