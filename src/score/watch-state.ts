/** What a department's log of first sight says: every decision that was ever seen, and every run. */
import type { WatchEntry } from './watch-entry.js';

/** Why a decision stands there no more. `withheld`: the gate holds it back for a reason that is no end (internal, a slight failing …). */
export type GoneReason = 'expired' | 'repaired' | 'withdrawn' | 'withheld' | 'silently';

/** What a change did to the dates; of anything else the log knows only that it is another text. */
export interface WatchedChange {
  /** ISO date of the run that saw it. */
  readonly on: string;
  readonly decidedOn: readonly [from: string, to: string] | null;
  readonly publishedOn: readonly [from: string, to: string] | null;
  /** The department has said so: 更新日期 is another, or its list of changes names it. */
  readonly said: boolean;
}

export interface Watched extends WatchEntry {
  /** ISO date of the run that saw it first. */
  readonly firstSeen: string;
  /** ISO date of the last whole run before that, in which it was not there; '' where there was none: it may be as old as it likes. */
  readonly absentOn: string;
  /** What it said when it was seen first. */
  readonly first: Pick<WatchEntry, 'decidedOn' | 'publishedOn'>;
  readonly changes: readonly WatchedChange[];
  readonly gone?: { readonly on: string; /** ISO date of the last run that saw it. */ readonly lastSeen: string; readonly why: GoneReason };
}

/** One reading of all of a department's feeds. */
export interface WatchRun {
  /** `YYYY-MM-DD HH:MM` in Chinese time. */
  readonly at: string;
  /** Decisions shown; absent where they could not be read. */
  readonly count?: number;
  /** Code of the failure. */
  readonly failed?: string;
}

export interface WatchState {
  readonly department: string;
  readonly entries: ReadonlyMap<string, Watched>;
  readonly runs: readonly WatchRun[];
  /** How hashes are made: with another version or configuration every text may read differently. */
  readonly by: string;
  /** Hash of the last line: whoever notes it down can prove later that nothing was cut off. */
  readonly last: string;
}

/** One thing seen. Values stand in a fixed order, empty ones at the end left out: a year of a city has a hundred thousand of these. */
export type WatchEvent =
  | readonly ['new', id: string, hash: string, kind: string, documentNumber: string, ...dates: readonly string[]]
  | readonly ['changed' | 'said' | 'restated' | 'back', id: string, hash: string, ...dates: readonly string[]]
  | readonly ['gone', id: string, why: GoneReason];

/** A line of the log, without its place in the chain. */
export interface WatchLine extends WatchRun {
  readonly by?: string;
  readonly events?: readonly WatchEvent[];
}

export interface WatchReplay {
  /** @returns false: the line contradicts what came before it */
  readonly apply: (line: WatchLine) => boolean;
  readonly state: (last: string) => WatchState;
}

const DATES = ['decidedOn', 'publishedOn', 'until', 'updatedOn'] as const;
type Dates = Pick<WatchEntry, (typeof DATES)[number]>;

const datesIn = ([decidedOn = '', publishedOn = '', until = '', updatedOn = '']: readonly string[]): Dates =>
  ({ decidedOn, publishedOn, until, updatedOn });

/** Dates as a line has them. */
export const datesOf = (entry: Dates): readonly string[] => {
  const all = DATES.map((name) => entry[name]);
  while (all.length && !all[all.length - 1]) all.pop();
  return all;
};

export const dayOf = (at: string): string => at.slice(0, 10);

const movedFrom = (from: string, to: string): readonly [string, string] | null => (from === to ? null : [from, to]);

/** Reads lines one after another, the oldest first. */
export function createReplay(department: string): WatchReplay {
  const entries = new Map<string, Watched>();
  const runs: WatchRun[] = [];
  let by = '';
  /** Day of the last whole run. */
  let whole = '';

  const applyOne = (event: WatchEvent, on: string): boolean => {
    const [what, id] = event;
    const known = entries.get(id);
    if (what === 'new') {
      const [, , hash, kind, documentNumber, ...rest] = event;
      if (known || (kind !== 'license' && kind !== 'penalty')) return false;
      const dates = datesIn(rest);
      entries.set(id, { id, hash, kind, documentNumber, ...dates, firstSeen: on, absentOn: whole, first: dates, changes: [] });
      return true;
    }
    if (!known) return false;
    if (what === 'gone') {
      entries.set(id, { ...known, gone: { on: known.gone?.on ?? on, lastSeen: known.gone?.lastSeen ?? whole, why: event[2] } });
      return true;
    }
    const [, , hash, ...rest] = event;
    const dates = datesIn(rest);
    const { gone, ...there } = known;
    const isChange = what === 'changed' || what === 'said' || (what === 'back' && hash !== known.hash);
    const change: WatchedChange = {
      on,
      decidedOn: movedFrom(known.decidedOn, dates.decidedOn),
      publishedOn: movedFrom(known.publishedOn, dates.publishedOn),
      said: what === 'said' || (dates.updatedOn !== '' && dates.updatedOn !== known.updatedOn),
    };
    entries.set(id, { ...there, hash, ...dates, changes: isChange ? [...known.changes, change] : known.changes });
    return gone === undefined || what === 'back';
  };

  return {
    apply: ({ at, count, failed, by: made, events = [] }) => {
      const on = dayOf(at);
      if (!events.every((event) => applyOne(event, on))) return false;
      if (made !== undefined) by = made;
      if (count === undefined && failed === undefined) return true;
      runs.push({ at, ...(count !== undefined && { count }), ...(failed !== undefined && { failed }) });
      if (count !== undefined) whole = on;
      return true;
    },
    state: (last) => ({ department, entries, runs, by, last }),
  };
}
