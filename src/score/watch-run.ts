/** A run of 网络检测 → the lines that it adds to a department's log. */
import { numberKey, type Observation, type WatchEntry } from './watch-entry.js';
import { datesOf, dayOf, type GoneReason, type Watched, type WatchEvent, type WatchLine, type WatchState } from './watch-state.js';

/** What a department has said of its changes (the history of `sgs merge`), by number. */
export type Said = ReadonlyMap<string, 'corrected' | GoneReason>;

/** Events on one line. A run that is killed leaves whole lines, each of which is true by itself. */
const MOST_EVENTS = 500;

/** Reasons of the gate as the log names them; all others are `withheld`. */
const ENDS: Readonly<Record<string, GoneReason>> = { expired: 'expired', repaired: 'repaired', revoked: 'withdrawn' };

/** What happened to decisions that stand there. */
const eventOf = (entry: WatchEntry, known: Watched | undefined, restated: boolean, said: Said): readonly WatchEvent[] => {
  const { id, hash, kind, documentNumber } = entry;
  const dates = datesOf(entry);
  if (!known) return [['new', id, hash, kind, documentNumber, ...dates]];
  if (known.gone) return [['back', id, hash, ...dates]];
  if (known.hash === hash) return [];
  const corrected = said.get(numberKey(kind, documentNumber)) === 'corrected';
  return [[restated ? 'restated' : corrected ? 'said' : 'changed', id, hash, ...dates]];
};

/** Why a decision stands there no more: the gate, the department's own list, its end; else nobody knows. */
const reasonOf = (entry: Watched, held: ReadonlyMap<string, GoneReason>, said: Said, day: string): GoneReason => {
  const key = numberKey(entry.kind, entry.documentNumber);
  const told = said.get(key);
  return (entry.documentNumber && held.get(key)) || (told !== undefined && told !== 'corrected' && told)
    || (entry.until && entry.until < day ? 'expired' : 'silently');
};

const goneOf = (entry: Watched, held: ReadonlyMap<string, GoneReason>, said: Said, day: string): readonly WatchEvent[] => {
  const why = reasonOf(entry, held, said, day);
  // What vanished without a word may be explained later, but never because its time is up meanwhile.
  if (entry.gone && (entry.gone.why !== 'silently' || why === 'silently' || why === 'expired')) return [];
  return [['gone', entry.id, why]];
};

/**
 * Lines of a run in which all of a department's feeds were read.
 * @param at `YYYY-MM-DD HH:MM` in Chinese time
 * @param by how hashes are made: the version, and the configuration of the column
 */
export function linesOfRun(
  { entries, by: before }: Pick<WatchState, 'entries' | 'by'>,
  observation: Observation,
  at: string,
  by: string,
  said: Said = new Map(),
): readonly WatchLine[] {
  const held = new Map<string, GoneReason>();
  for (const { kind, documentNumber, reason } of observation.heldBack)
    held.set(numberKey(kind, documentNumber), ENDS[reason] ?? 'withheld');
  const restated = before !== '' && before !== by;
  const there = new Set<string>();
  const events: WatchEvent[] = [];
  for (const entry of observation.entries) {
    there.add(entry.id);
    events.push(...eventOf(entry, entries.get(entry.id), restated, said));
  }
  for (const known of entries.values()) if (!there.has(known.id)) events.push(...goneOf(known, held, said, dayOf(at)));
  const lines: WatchLine[] = [];
  // How hashes are made changes with the run's last line: one that is cut short is restated again.
  for (let from = 0; from === 0 || from < events.length; from += MOST_EVENTS) {
    const part = events.slice(from, from + MOST_EVENTS);
    const isLast = from + MOST_EVENTS >= events.length;
    lines.push({
      at,
      ...(isLast && before !== by && { by }),
      ...(part.length > 0 && { events: part }),
      ...(isLast && { count: observation.entries.length }),
    });
  }
  return lines;
}

/** The line of a run in which they could not be read. @param failed code of the failure */
export const lineOfFailure = (at: string, failed: string): WatchLine => ({ at, failed });
