import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { calendarWith } from '../../src/rules/calendar.js';
import { publishedInTime } from '../../src/rules/certain.js';
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

  // 2027 has no calendar. 12-23: the working days of 2026 are 12-24, 25, 28, 29, 30, 31; the seventh is in 2027. By 12-30 seven days
  // are over: in time. 01-04 is in time or late by whether 01-02 (a Saturday) is worked: unknown. 2027-03-01 (a Monday): no calendar
  // has a holiday until Qingming, so the seventh is 03-10. 2027-01-25: the
  // seventh is 02-03 without a holiday and later where the Spring Festival begins in January, as in 2017, 2020, 2022, 2025.
  for (const [decidedOn, publishedOn, verdict] of [
    ['2026-12-23', '2026-12-24', 'in-time'], ['2026-12-30', '2027-01-04', 'in-time'], ['2026-12-23', '2027-01-04', 'unknown'],
    ['2026-12-23', '2027-01-20', 'late'], ['2027-03-01', '2027-03-08', 'in-time'], ['2027-03-01', '2027-03-10', 'unknown'],
    ['2027-03-01', '2027-03-11', 'late'], ['2027-01-25', '2027-02-04', 'unknown'], ['2027-01-25', '2027-03-04', 'late'],
  ] as const) it(`judges what is certain without one: ${decidedOn} → ${publishedOn} ${verdict}`, () =>
    assert.equal(publishedInTime(decidedOn, publishedOn), verdict));

  it('uses a year that a site has written down', () => {
    const calendar = calendarWith({ 2027: { off: ['2027-01-01'], worked: '01-02 02-14' } });
    assert.equal(publishedInTime('2026-12-23', '2027-01-04', calendar), 'late');
    assert.equal(publishedInTime('2026-12-23', '2027-01-04', calendarWith({ 2027: { off: '01-01' } })), 'in-time');
    assert.equal(isWorkingDay('2026-02-14', calendar), true);
    assert.equal(calendarWith(undefined), calendarWith(undefined));
  });

  it('takes another calendar', () => {
    assert.equal(addWorkingDays('2027-01-01', 1, { 2027: { off: '', worked: '01-02' } }), '2027-01-02');
  });

  it('tells what is in time, late or unknown', () => {
    assert.equal(publishedInTime('2026-09-30', '2026-10-15'), 'in-time');
    assert.equal(publishedInTime('2026-09-30', '2026-10-16'), 'late');
    assert.equal(publishedInTime(undefined, '2026-10-16'), 'unknown');
    assert.equal(publishedInTime('2026-09-30', undefined), 'unknown');
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
