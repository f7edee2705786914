/** What a log of first sight proves of a department: dates that are true or not, what came late, what went without a word. */
import type { Kind } from '../model/kinds.js';
import type { Calendar } from '../rules/calendar.js';
import { publishedInTime } from '../rules/certain.js';
import type { Points } from './points.js';
import { numberKey } from './watch-entry.js';
import { dayOf, type Watched, type WatchedChange, type WatchState } from './watch-state.js';

/** Each is a fact that two lines of the log show; none is a guess. */
export type WatchCode =
  /** Says that it was public before a run that did not find it. */
  | 'date-too-early'
  /** Was seen before the day on which it says it became public. */
  | 'date-too-late'
  /** Not there when its seven working days were over, whatever its dates say. */
  | 'late-proven'
  /** A date of a decision that was public is another without a word. */
  | 'date-changed'
  | 'changed-silently'
  | 'removed-silently'
  /** Was public, and is held back now as internal, slight or the like. */
  | 'held-back';

export interface WatchFinding {
  readonly code: WatchCode;
  readonly kind: Kind;
  /** '' where it has none. */
  readonly documentNumber: string;
  /** ISO date of the run that shows it. */
  readonly on: string;
  /** What it says and what was seen, or what it said before and says now: ISO dates, '' for none. */
  readonly dates?: readonly [string, string];
  readonly field?: 'decidedOn' | 'publishedOn';
}

export interface WatchResult {
  /** First and last run, ISO dates; '' where there was none. */
  readonly from: string;
  readonly to: string;
  readonly runs: number;
  /** Runs in which all feeds could be read. */
  readonly read: number;
  /** Share of runs that could be read: read ÷ runs. */
  readonly availability: Points;
  /** Decisions ever seen, and those that stand there now. */
  readonly seen: number;
  readonly present: number;
  /** 公示日期 of those present: between the last run without it and the first with it; outside; not to be told. */
  readonly verified: number;
  readonly contradicted: number;
  readonly unverifiable: number;
  /** Proven to be late, those among them that say so themselves. */
  readonly late: number;
  readonly gone: Readonly<Record<'expired' | 'repaired' | 'withdrawn' | 'withheld' | 'silently', number>>;
  readonly findings: readonly WatchFinding[];
  /** Hash of the log's last line: noted elsewhere, it shows later that nothing was cut off. */
  readonly last: string;
}

/** What is known of one decision that stands there. */
export interface Proof {
  readonly entry: Watched;
  /** 公示日期 against first sight. */
  readonly date: 'verified' | 'too-early' | 'too-late' | 'unverifiable';
  /** Whether it was out within seven working days, by sight alone. */
  readonly sight: 'in-time' | 'late' | 'unknown';
  /** By what it says now. */
  readonly declared: 'in-time' | 'late' | 'unknown';
  /** Silent changes, dates among them. */
  readonly silent: readonly WatchedChange[];
}

/** A date that was filled in later is no other date. */
const isOther = (moved: readonly [string, string] | null): boolean => moved !== null && moved[0] !== '';

/** 决定日期 as it was seen first, unless the department has said that it was wrong. */
const decidedOn = ({ first, changes }: Watched): string =>
  changes.reduce((date, { decidedOn: moved, said }) => (moved && (said || !date) ? moved[1] : date), first.decidedOn);

const proofOf = (entry: Watched, calendar: Calendar | undefined): Proof => {
  const { publishedOn, firstSeen, absentOn } = entry;
  const decided = decidedOn(entry);
  const at = (day: string): 'in-time' | 'late' | 'unknown' => publishedInTime(decided || undefined, day || undefined, calendar);
  return {
    entry,
    // A run is one moment of its day: what came out later that day is dated by the same day.
    date: !publishedOn ? 'unverifiable' : publishedOn > firstSeen ? 'too-late' : !absentOn ? 'unverifiable'
      : publishedOn < absentOn ? 'too-early' : 'verified',
    sight: absentOn && at(absentOn) === 'late' ? 'late' : at(firstSeen) === 'in-time' ? 'in-time' : 'unknown',
    declared: publishedInTime(entry.decidedOn || undefined, publishedOn || undefined, calendar),
    silent: entry.changes.filter(({ said }) => !said),
  };
};

/** A decision whose subject's name was changed is another one to the log: the same number went and came in one run. */
const renamedOf = (state: WatchState): ReadonlyMap<string, Watched> => {
  const left = new Map<string, Watched>();
  for (const entry of state.entries.values())
    if (entry.gone?.why === 'silently' && entry.documentNumber)
      left.set(`${numberKey(entry.kind, entry.documentNumber)} ${entry.gone.on}`, entry);
  const renamed = new Map<string, Watched>();
  for (const entry of left.size ? state.entries.values() : []) {
    const before = entry.documentNumber ? left.get(`${numberKey(entry.kind, entry.documentNumber)} ${entry.firstSeen}`) : undefined;
    if (before && before.id !== entry.id) renamed.set(entry.id, before);
  }
  return renamed;
};

/** The decisions that stand there, each with the sight of it that was first under whatever name. */
const presentOf = (state: WatchState, renamed: ReadonlyMap<string, Watched>): readonly Watched[] =>
  [...state.entries.values()].filter(({ gone }) => !gone).map((entry) => {
    const before = renamed.get(entry.id);
    if (!before) return entry;
    const { firstSeen, absentOn, first, changes } = before;
    const moved = (from: string, to: string): readonly [string, string] | null => (from === to ? null : [from, to]);
    const change: WatchedChange = {
      on: entry.firstSeen,
      decidedOn: moved(before.decidedOn, entry.first.decidedOn),
      publishedOn: moved(before.publishedOn, entry.first.publishedOn),
      said: entry.updatedOn !== '' && entry.updatedOn !== before.updatedOn,
    };
    return { ...entry, firstSeen, absentOn, first, changes: [...changes, change, ...entry.changes] };
  });

/** What is proven of each decision that stands there now. @param calendar the State Council's where none is given */
export const proofsOf = (state: WatchState, calendar?: Calendar): readonly Proof[] =>
  presentOf(state, renamedOf(state)).map((entry) => proofOf(entry, calendar));

const about = ({ kind, documentNumber }: Watched): Pick<WatchFinding, 'kind' | 'documentNumber'> => ({ kind, documentNumber });

const findingsOfChange = (entry: Watched, { on, decidedOn: decided, publishedOn }: WatchedChange): readonly WatchFinding[] => {
  const moved = ([['decidedOn', decided], ['publishedOn', publishedOn]] as const).flatMap(([field, dates]): readonly WatchFinding[] =>
    (dates && isOther(dates) ? [{ code: 'date-changed', ...about(entry), on, field, dates }] : []));
  // To fill in the day of publication is what is asked for.
  const filled = publishedOn?.[0] === '' && !decided;
  return moved.length || filled ? moved : [{ code: 'changed-silently', ...about(entry), on }];
};

const findingsOf = ({ entry, date, sight, declared, silent }: Proof): readonly WatchFinding[] => {
  const { publishedOn, firstSeen, absentOn } = entry;
  const one = { ...about(entry), on: firstSeen };
  return [
    ...(date === 'too-early' ? [{ code: 'date-too-early' as const, ...one, dates: [publishedOn, absentOn] as const }] : []),
    ...(date === 'too-late' ? [{ code: 'date-too-late' as const, ...one, dates: [publishedOn, firstSeen] as const }] : []),
    // What says itself that it was late is told as that.
    ...(sight === 'late' && declared !== 'late'
      ? [{ code: 'late-proven' as const, ...one, dates: [decidedOn(entry), absentOn] as const }] : []),
    ...silent.flatMap((change) => findingsOfChange(entry, change)),
  ];
};

/** What the log proves. @param calendar the State Council's where none is given */
export function watchResult(state: WatchState, calendar?: Calendar): WatchResult {
  const renamed = new Set([...renamedOf(state).values()].map(({ id }) => id));
  const proofs = proofsOf(state, calendar);
  const gone = { expired: 0, repaired: 0, withdrawn: 0, withheld: 0, silently: 0 };
  const left: WatchFinding[] = [];
  for (const entry of state.entries.values()) {
    if (!entry.gone || renamed.has(entry.id)) continue;
    const { why, on, lastSeen } = entry.gone;
    gone[why]++;
    if (why === 'silently') left.push({ code: 'removed-silently', ...about(entry), on, dates: [lastSeen, on] });
    if (why === 'withheld') left.push({ code: 'held-back', ...about(entry), on });
  }
  const { runs } = state;
  const read = runs.filter(({ count }) => count !== undefined).length;
  const count = (date: Proof['date']): number => proofs.filter((proof) => proof.date === date).length;
  return {
    from: dayOf(runs[0]?.at ?? ''), to: dayOf(runs[runs.length - 1]?.at ?? ''), runs: runs.length, read,
    availability: runs.length ? Math.floor((read / runs.length) * 1000) / 10 : null,
    seen: state.entries.size - renamed.size, present: proofs.length,
    verified: count('verified'), contradicted: count('too-early') + count('too-late'), unverifiable: count('unverifiable'),
    late: proofs.filter(({ sight }) => sight === 'late').length,
    gone, findings: [...proofs.flatMap(findingsOf), ...left], last: state.last,
  };
}
