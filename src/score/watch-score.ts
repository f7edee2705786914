/**
 * What a log of first sight has proven, put into what a department's own words came to. It never makes a verdict better than
 * the facts, and of a decision without 公示日期 it makes one where there was none.
 */
import type { Calendar } from '../rules/calendar.js';
import { monthOf } from './months.js';
import type { Reading } from './score.js';
import { addCounts, emptyCounts, type Counts, type Tally } from './tally.js';
import { proofsOf, watchResult, type Proof } from './watch-findings.js';
import type { Watched, WatchState } from './watch-state.js';

type Delta = Partial<Record<'rows' | 'faulty' | 'late' | 'inTime' | 'unknown' | 'undated' | 'decisions', number>>;

/** Moves a decision from what it says to what was seen. */
const timeOf = ({ entry, date, sight, declared, silent }: Proof): Delta => {
  // Without a date, or with one before the decision, it counts as not in time until sight proves the day (tally.ts).
  const isUndated = entry.publishedOn < entry.decidedOn;
  if (declared === 'unknown' || isUndated) {
    return sight === 'unknown' ? {} : { [isUndated ? 'undated' : 'unknown']: -1, [sight === 'late' ? 'late' : 'inTime']: 1 };
  }
  if (declared === 'late') return {};
  // A date that is not true proves nothing, and one that was put in later in place of another neither: only sight does.
  const doubtful = date === 'too-early' || silent.some(({ decidedOn, publishedOn }) => Boolean(decidedOn?.[0] || publishedOn?.[0]));
  return sight === 'late' || (doubtful && sight !== 'in-time') ? { inTime: -1, late: 1 } : {};
};

/** A false date, a silent change: the record is not as it should be. */
const isFaulty = ({ date, silent }: Proof): boolean =>
  date === 'too-early' || date === 'too-late' || silent.some(({ publishedOn, decidedOn }) => publishedOn?.[0] !== '' || decidedOn !== null);

const change = (counts: Counts, delta: Delta): Counts => {
  const sum = { ...addCounts(counts, emptyCounts()) };
  for (const [name, by = 0] of Object.entries(delta)) {
    const key = name as keyof Delta;
    sum[key] = Math.max(sum[key] + by, 0);
  }
  // A row that has another fault already is one faulty row.
  sum.faulty = Math.min(sum.faulty, sum.rows);
  return sum;
};

const tallied = (tally: Tally, proofs: readonly Proof[], silentlyGone: readonly Watched[]): Tally => {
  const months = new Map(tally.months);
  const add = (decidedOn: string, delta: Delta): void => {
    const month = monthOf(decidedOn);
    months.set(month, change(months.get(month) ?? emptyCounts(), delta));
  };
  for (const proof of proofs) {
    const delta = { ...timeOf(proof), ...(isFaulty(proof) && { faulty: 1 }) };
    if (Object.keys(delta).length) add(proof.entry.decidedOn, delta);
  }
  for (const { decidedOn } of silentlyGone) add(decidedOn, { rows: 1, faulty: 1, decisions: 1 });
  return { ...tally, months };
};

/** A department's reading with what its log has proven. @param calendar the State Council's where none is given */
export function withWatch(reading: Reading, state: WatchState, calendar?: Calendar): Reading {
  const watch = watchResult(state, calendar);
  if (!reading.ok) return { ...reading, watch };
  const removed = new Set(watch.findings.filter(({ code }) => code === 'removed-silently').map(({ documentNumber }) => documentNumber));
  const silentlyGone = [...state.entries.values()]
    .filter(({ gone, documentNumber }) => gone?.why === 'silently' && removed.has(documentNumber));
  return { ...reading, watch, tally: tallied(reading.tally, proofsOf(state, calendar), silentlyGone) };
}
