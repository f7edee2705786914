/** What the log of first sight proves of a department, for its score. */
import type { Seen } from '../check/examine.js';
import type { WatchState } from './watch-log.js';

export interface SilentChange {
  readonly documentNumber: string;
  /** Month of the decision; '' where it has none. */
  readonly month: string;
  /** ISO date on which it was noticed. */
  readonly on: string;
  readonly what: 'removed-silently' | 'changed-silently';
}

export interface Evidence {
  /** Looks, and how many of them could read the feeds. */
  readonly runs: number;
  readonly readable: number;
  /** ISO dates of the first and the last whole look. */
  readonly from: string;
  readonly last: string;
  readonly seen: (id: string) => Seen | undefined;
  readonly silent: readonly SilentChange[];
  /** Numbers of decisions that were public and are lawfully gone. */
  readonly gone: readonly string[];
}

export function evidenceOf({ records, runs, readable, from, last }: WatchState): Evidence {
  const silent: SilentChange[] = [];
  const gone: string[] = [];
  for (const { documentNumber, decidedOn, gone: left, silently } of records.values()) {
    const month = decidedOn.slice(0, 7);
    if (left?.why === 'silently') silent.push({ documentNumber, month, on: left.on, what: 'removed-silently' });
    else if (left) gone.push(documentNumber);
    for (const on of silently) silent.push({ documentNumber, month, on, what: 'changed-silently' });
  }
  return {
    runs, readable, from, last, silent, gone,
    seen: (id) => {
      const one = records.get(id);
      return one && { until: one.first, ...(one.after !== undefined && { after: one.after }) };
    },
  };
}
