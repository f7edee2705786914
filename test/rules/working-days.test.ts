import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { addWorkingDays, isWorkingDay, workingDaysBetween } from '../../src/rules/working-days.js';

describe('seven working days', () => {
  const vectors = '2025-01-20→2025-02-05; 2025-01-26→2025-02-11; 2025-04-25→2025-05-08; 2025-09-26→2025-10-13; 2025-09-30→2025-10-16; 2025-12-31→2026-01-12; 2026-02-11→2026-02-27; 2026-02-13→2026-03-02; 2026-04-30→2026-05-13; 2026-06-15→2026-06-25; 2026-09-18→2026-09-29; 2026-09-30→2026-10-15; 2026-10-10→2026-10-20';
  for (const vector of vectors.split('; ')) {
    const [from = '', to = ''] = vector.split('→');
    it(`${from}: until ${to}`, () => assert.equal(addWorkingDays(from, 7), to));
  }

  it('counts make-up days and leaves out holidays', () => {
    assert.equal(isWorkingDay('2026-02-14'), true);
    assert.equal(isWorkingDay('2026-02-17'), false);
    assert.equal(isWorkingDay('2026-11-21'), false);
    assert.equal(isWorkingDay('2026-11-23'), true);
  });

  it('passes no verdict on a year without a calendar', () => {
    assert.equal(isWorkingDay('2027-01-04'), undefined);
    assert.equal(addWorkingDays('2026-12-30', 7), undefined);
  });

  it('takes another calendar', () => {
    assert.equal(addWorkingDays('2027-01-01', 1, { 2027: { off: '', worked: '01-02' } }), '2027-01-02');
  });
});

describe('working days between two dates', () => {
  it('agree with adding them, for every day of a calendar', () => {
    for (let time = Date.UTC(2025, 0, 1); time < Date.UTC(2026, 11, 1); time += 86_400_000) {
      const from = new Date(time).toISOString().slice(0, 10);
      for (const days of [1, 7, 20]) {
        const to = addWorkingDays(from, days);
        if (to) assert.equal(workingDaysBetween(from, to), days, `${from} ${days}`);
      }
    }
  });
  it('are negative backwards, none on the same day, unknown without a calendar', () => {
    assert.equal(workingDaysBetween('2025-01-20', '2025-01-20'), 0);
    assert.equal(workingDaysBetween('2025-02-05', '2025-01-20'), -7);
    assert.equal(workingDaysBetween('2027-01-04', '2027-01-05'), undefined);
    assert.equal(workingDaysBetween('2027-01-05', '2027-01-04'), undefined);
    assert.equal(workingDaysBetween('2026-12-30', '2027-01-04'), undefined);
  });
});
