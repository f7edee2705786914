/** One look at a department's feeds: what of it is new, what has changed and what is gone, as lines for the log. */
import type { Examined } from '../check/examine.js';
import { hashOf } from '../model/hash.js';
import type { Kind } from '../model/kinds.js';
import type { WithheldReason } from '../model/outcome.js';
import type { SgsRecord } from '../model/record.js';
import { foldNumber } from './coverage.js';
import type { GoneReason, LogEvent, Sighting, WatchState } from './watch-log.js';

/** What makes a decision the one it is. What may change lawfully without a word is none of it: end of publicity, dispute, source. */
const HASHED: readonly (keyof SgsRecord)[] = [
  'kind', 'documentNumber', 'documentName', 'subjectName', 'decidedOn', 'publishedOn', 'authority', 'category', 'content', 'facts', 'basis',
  'result', 'fineAmount', 'confiscatedAmount', 'validFrom', 'validTo',
];

/** Kinds that are watched: what was decided about somebody. */
const WATCHED: ReadonlySet<Kind> = new Set<Kind>(['license', 'penalty', 'blacklist']);

interface Observed {
  readonly hash: string;
  readonly record: SgsRecord;
}

export interface Look {
  /** Takes what the feeds hold, one by one. */
  readonly add: (examined: Examined) => void;
  /** What somebody has said lawfully of a decision: withdrawn, repaired (the change list of `sgs merge --history`). */
  addReason(documentNumber: string, reason: GoneReason): void;
  /** The lines of this look. @param time ISO, in Chinese time, to the minute */
  end(state: WatchState | undefined, department: string, time: string, version: string): readonly LogEvent[];
}

const REASONS: Readonly<Record<WithheldReason, GoneReason>> = {
  expired: 'expired', repaired: 'repaired', slight: 'repaired', revoked: 'withdrawn', internal: 'withheld', restricted: 'withheld',
  minor: 'withheld', future: 'withheld', unclear: 'withheld',
};

const hashed = (record: SgsRecord): string => hashOf(JSON.stringify(HASHED.map((field) => record[field] ?? '')));

/** A look that could not read the feeds. @param why the failure's code */
export const failedRun = (
  state: WatchState | undefined, department: string, time: string, version: string, why: string,
): readonly LogEvent[] => [
  ...(state ? [] : [{ op: 'log', department, format: 1 } as const]),
  { op: 'run', t: time, ok: false, v: version, why },
];

export function createLook(): Look {
  const found = new Map<string, Observed>();
  const reasons = new Map<string, GoneReason>();

  const reasonOf = (known: Sighting, today: string): GoneReason =>
    reasons.get(foldNumber(known.documentNumber)) ?? (known.until !== undefined && known.until < today ? 'expired' : 'silently');

  return {
    add: ({ outcome, record, kind, reason, formerNumber }) => {
      if (outcome === 'shown' && record && kind && WATCHED.has(kind)) found.set(record.id, { hash: hashed(record), record });
      if (outcome === 'withheld' && formerNumber) reasons.set(foldNumber(formerNumber), REASONS[reason as WithheldReason]);
    },
    addReason: (number, reason) => void reasons.set(foldNumber(number), reason),
    end: (state, department, time, version) => {
      const today = time.slice(0, 10);
      const events: LogEvent[] = [
        ...(state ? [] : [{ op: 'log', department, format: 1 } as const]),
        { op: 'run', t: time, ok: true, v: version },
      ];
      const known = state?.records ?? new Map<string, Sighting>();
      const newRelease = state !== undefined && state.version !== '' && state.version !== version;
      /** What is not there any more, by its number: with another name or date it is the same decision. */
      const left = new Map<string, string>();
      for (const [id, one] of known)
        if (!one.gone && !found.has(id) && one.documentNumber) left.set(foldNumber(one.documentNumber), id);
      const moved = new Set<string>();
      for (const [id, { hash, record }] of found) {
        const { documentNumber: no = '', decidedOn: on = '', publicUntil: until, updatedOn = '' } = record;
        const before = known.get(id);
        const old = before ? undefined : left.get(foldNumber(no));
        const isMoved = old !== undefined && !moved.has(old);
        const was = before ?? (isMoved ? known.get(old) : undefined);
        if (!was) {
          events.push({ op: 'seen', id, hash, no, on, ...(until !== undefined && { until }) });
          continue;
        }
        const said = updatedOn !== '' && updatedOn >= was.since;
        const more = { said, ...(newRelease && { v: true as const }) };
        if (isMoved) {
          moved.add(old);
          events.push({ op: 'changed', id: old, to: id, hash, ...more });
        } else if (was.gone) events.push({ op: 'back', id, hash });
        else if (was.hash !== hash) events.push({ op: 'changed', id, hash, ...more });
      }
      for (const [id, one] of known) {
        if (one.gone || found.has(id) || moved.has(id)) continue;
        events.push({ op: 'gone', id, why: reasonOf(one, today), last: state?.last ?? '' });
      }
      events.push({ op: 'end', n: found.size });
      return events;
    },
  };
}
