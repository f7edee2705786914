import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { todayInChina, withholdingReason } from '../../src/rules/gate.js';
import { monthsOfGrade } from '../../src/rules/periods.js';
import { isAmbiguousCode, statusOfCode } from '../../src/rules/status.js';

const today = '2026-11-22';

describe('the publicity gate', () => {
  it('shows what nothing speaks against', () => {
    assert.equal(withholdingReason({ today }), undefined);
    assert.equal(withholdingReason({ today, status: 'valid', decidedOn: today, publicUntil: today, minor: false }), undefined);
  });
  it('withholds by scope, revocation, end of publicity, date and age', () => {
    assert.equal(withholdingReason({ today, scope: 'internal' }), 'internal');
    assert.equal(withholdingReason({ today, scope: 'restricted' }), 'restricted');
    assert.equal(withholdingReason({ today, status: 'revoked' }), 'revoked');
    assert.equal(withholdingReason({ today, publicUntil: '2026-11-21' }), 'expired');
    assert.equal(withholdingReason({ today, removedOn: '2026-11-22' }), 'repaired');
    assert.equal(withholdingReason({ today, removedOn: '2026-11-23' }), undefined);
    assert.equal(withholdingReason({ today, decidedOn: '2026-11-23' }), 'future');
    assert.equal(withholdingReason({ today, minor: true }), 'minor');
  });
  it('goes by the date in China', () => {
    assert.equal(todayInChina(Date.UTC(2026, 10, 21, 15, 59)), '2026-11-21');
    assert.equal(todayInChina(Date.UTC(2026, 10, 21, 16, 0)), '2026-11-22');
    assert.match(todayInChina(), /^\d{4}-\d{2}-\d{2}$/);
  });
});

describe('the gate’s switches and periods', () => {
  it('a rule that the site switches off does not withhold, the others do', () => {
    const facts = { today, publicUntil: '2026-01-01', decidedOn: '2026-12-01' };
    assert.equal(withholdingReason(facts, { expired: false }), 'future');
    assert.equal(withholdingReason(facts, { expired: false, future: false }), undefined);
    assert.equal(withholdingReason(facts, { expired: true }), 'expired');
    assert.equal(withholdingReason({ today, unclear: true }, { unclear: false }), 'unclear');
  });
  it('a grade in words has its longest period once the rule is in force; a number says nothing', () => {
    assert.equal(monthsOfGrade('一般失信', today), 12);
    assert.equal(monthsOfGrade('严重', today), 36);
    assert.equal(monthsOfGrade('轻微', today), 3);
    assert.equal(monthsOfGrade('轻微', '2026-03-31'), undefined);
    assert.equal(monthsOfGrade('1', today), undefined);
  });
});

describe('status codes and words', () => {
  it('reads a code under its standard only', () => {
    assert.equal(statusOfCode('1', '2015'), 'revoked');
    assert.equal(statusOfCode('1', '2018'), 'valid');
    assert.equal(statusOfCode('9', '2018'), undefined);
    assert.ok(isAmbiguousCode('1'));
    assert.ok(!isAmbiguousCode('0'));
  });
});
