// What can be judged of a year whose calendar is not out yet, and what a calendar as a setting changes.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CALENDAR, type Calendar } from '../../src/rules/calendar.js';
import { calendarWith } from '../../src/rules/calendar-setting.js';
import { deadlineOf, judgeTime } from '../../src/rules/judge-time.js';
import { addWorkingDays, isWorkingDay } from '../../src/rules/working-days.js';

describe('whether a decision was published in time', () => {
  it('by the calendar, to the day', () => {
    assert.equal(judgeTime('2026-09-30', '2026-10-15'), 'in-time');
    assert.equal(judgeTime('2026-09-30', '2026-10-16'), 'late');
    assert.equal(judgeTime(undefined, '2026-10-16'), 'unknown');
    assert.equal(judgeTime('2026-09-30', undefined), 'unknown');
  });

  // y.json: one day later is within seven days, and seven working days are never fewer than seven days.
  it('within seven days under any calendar, also into a year without one', () => {
    assert.equal(judgeTime('2026-12-23', '2026-12-24'), 'in-time');
    assert.equal(judgeTime('2026-12-30', '2027-01-06'), 'in-time');
    assert.equal(judgeTime('2026-12-30', '2027-01-07'), 'unknown');
  });

  // From Thursday 2026-12-24: 25, 28, 29, 30, 31 are five working days of 2026, two are left. Whatever of 1 to 3 January is off,
  // 4 January (Monday) is worked under the holidays of all ten years but 2023 (2 January was off; 1 January is a Friday in 2027).
  it('late where it is late under the holidays of each of the last ten years', () => {
    const { certain, latest } = deadlineOf('2026-12-24');
    assert.equal(certain, '2026-12-31');
    assert.equal(judgeTime('2026-12-24', latest), 'unknown');
    assert.equal(judgeTime('2026-12-24', '2027-01-12'), 'late');
    assert.ok(latest >= '2027-01-04' && latest <= '2027-01-06', latest);
  });

  it('Spring Festival of any year may lie over January and February', () => {
    // In 2025 it lay on 28 January to 4 February, in 2026 on 16 to 23 February: both stay open.
    assert.equal(judgeTime('2027-01-21', '2027-02-08'), 'unknown');
    assert.equal(judgeTime('2027-02-10', '2027-02-26'), 'unknown');
    // No holiday of ten years lies in the days after Monday 1 March: the seventh working day is Wednesday the 10th.
    assert.equal(judgeTime('2027-03-01', '2027-03-08'), 'in-time');
    assert.equal(judgeTime('2027-03-01', '2027-03-10'), 'unknown');
    assert.equal(judgeTime('2027-03-01', '2027-03-11'), 'late');
  });

  it('without any calendar, only what is within seven days', () => {
    const none: Calendar = {};
    assert.equal(judgeTime('2026-03-02', '2026-03-09', none), 'in-time');
    assert.equal(judgeTime('2026-03-02', '2026-09-09', none), 'unknown');
    const bare: Calendar = { 2026: { off: '', worked: '' } };
    assert.equal(judgeTime('2027-03-01', '2027-03-11', bare), 'late');
  });
});

describe('the calendar as a setting', () => {
  it('none: ours', () => {
    assert.equal(calendarWith(undefined), CALENDAR);
    assert.equal(calendarWith({}), CALENDAR);
  });

  it('a year as the notice lists it: spans with their weekends, in a text or a list, into the next year', () => {
    // 2027-01-01 is a Friday; 2027-02-20 a Saturday.
    const calendar = calendarWith({ 2027: { off: '01-01..01-03 02-05..02-11，2027-12-31..01-02', worked: ['02-20', '03-01'] } });
    assert.deepEqual(calendar[2027], { off: '01-01 02-05 02-08 02-09 02-10 02-11 12-31', worked: '02-20' });
    assert.equal(isWorkingDay('2027-01-01', calendar), false);
    assert.equal(isWorkingDay('2027-02-20', calendar), true);
    // Thursday 24 December: five days of 2026, then 4 and 5 January.
    assert.equal(addWorkingDays('2026-12-24', 7, calendar), '2027-01-05');
    assert.equal(judgeTime('2026-12-24', '2027-01-06', calendar), 'late');
    assert.deepEqual(calendarWith({ 2028: { off: '01-03' } })[2028], { off: '01-03', worked: '' });
  });
});
