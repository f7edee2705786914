// What a citizen wants to know of a penalty, from its own facts and never guessed.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { citizenLines } from '../../src/rules/citizen-lines.js';
import { endOfPublicity } from '../../src/rules/end-of-publicity.js';

const TODAY = '2026-11-30';
const penalty = { kind: 'penalty', status: 'valid' };
const names = (facts: Parameters<typeof citizenLines>[0], remedy = true): readonly string[] =>
  citizenLines(facts, TODAY, remedy).map(({ name }) => name);

describe('lines for citizens', () => {
  it('how long it is still public: 30 November to 5 November 2027 are 340 days', () => {
    const lines = citizenLines({ ...penalty, publicUntil: '2027-11-05' }, TODAY, true);
    assert.deepEqual(lines, [{ name: 'until', date: '2027-11-05', days: 340 }]);
    assert.deepEqual(citizenLines({ ...penalty, publicUntil: TODAY }, TODAY, true), [{ name: 'until', date: TODAY, days: 0 }]);
    assert.deepEqual(names({ ...penalty, publicUntil: '2026-11-29' }), []);
    assert.deepEqual(names({ ...penalty, publicUntil: '2099-12-31' }), []);
  });
  it('the earliest day of repair, past or to come', () => {
    const lines = citizenLines({ ...penalty, repairableFrom: '2026-11-01' }, TODAY, true);
    assert.deepEqual(lines, [{ name: 'repair', date: '2026-11-01', days: -29 }]);
  });
  it('the law’s periods only where the decision says none itself', () => {
    assert.deepEqual(names(penalty, false), ['appeal']);
    assert.deepEqual(names(penalty, true), []);
  });
  it('nothing of licences, and nothing of what was revoked', () => {
    assert.deepEqual(names({ ...penalty, kind: 'license', publicUntil: '2027-11-05' }, false), []);
    assert.deepEqual(names({ ...penalty, status: 'revoked', publicUntil: '2027-11-05' }, false), []);
  });
});

describe('from when on repair may be asked for (令36号)', () => {
  const from = (grades: readonly string[], decidedOn: string | undefined = '2026-08-31', today = TODAY): string | undefined =>
    endOfPublicity({ today, decidedOn, grades: grades.map((text) => ({ label: '失信等级', text })) }).repairableFrom;
  it('一般 after three months, 严重 after a year, 轻微 at once', () => {
    // Three months after 31 August is the last day of November.
    assert.equal(from(['一般失信行为']), '2026-11-30');
    assert.equal(from(['严重']), '2027-08-31');
    assert.equal(from(['轻微']), '2026-08-31');
  });
  it('never guessed: no grade, another grade, two grades, no date, before the rule was in force', () => {
    assert.equal(from([]), undefined);
    assert.equal(from(['较重']), undefined);
    assert.equal(from(['一般', '严重']), undefined);
    assert.equal(from(['一般', '较重']), undefined);
    assert.equal(endOfPublicity({ today: TODAY, grades: [{ label: '失信等级', text: '一般' }] }).repairableFrom, undefined);
    assert.equal(from(['一般'], '2026-01-05', '2026-03-31'), undefined);
  });
});
