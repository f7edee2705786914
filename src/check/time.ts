/** When a decision was published, and whether within seven working days: by its own word, and by what was seen of it. */
import type { Kind } from '../model/kinds.js';
import { firstDate } from '../feed/mapped-row.js';
import type { MappedRow } from '../feed/mapping.js';
import type { Calendar } from '../rules/calendar.js';
import { deadlineOf, type Deadline } from '../rules/judge-time.js';
import { workingDaysBetween } from '../rules/working-days.js';
import type { ReportFinding } from './cells.js';

/** Kinds that are decisions about somebody, for which the seven days count. */
export const DECISIONS: ReadonlySet<Kind> = new Set<Kind>(['license', 'penalty']);

/** Between which days a record has become public. */
export interface Seen {
  /** ISO: on this day it was not there yet; none where it was there from the first look on. */
  readonly after?: string | undefined;
  /** ISO: on this day it was there. */
  readonly until: string;
}

/** What of an entry concerns its days. */
export interface Time {
  /** ISO. */
  readonly decidedOn?: string;
  readonly publishedOn?: string;
  /** Working days from the decision to publication; undefined where a date or a year's calendar is missing. */
  readonly workingDays?: number;
  readonly late: 'in-time' | 'late' | 'unknown';
  /** A decision whose day of publication neither it nor anybody else proves: it has none, or an impossible one. */
  readonly undated?: boolean;
  /** What was seen agrees with the day that the record names, contradicts it, or stands in for it. */
  readonly seen?: 'verified' | 'contradicted' | 'dated';
}

interface TimeOptions {
  /** ISO. */
  readonly today: string;
  readonly calendar: Calendar;
  readonly published: boolean;
  readonly publishedOn?: string | undefined;
  readonly seen?: ((id: string) => Seen | undefined) | undefined;
}

/** @returns what judges a row; `id` of its record, where there is one */
export function createTimeJudge(
  options: TimeOptions,
): (row: MappedRow, id: string | undefined, report: ReportFinding) => Time {
  const { today, calendar, published } = options;
  const deadlines = new Map<string, Deadline>();

  const limitOf = (decidedOn: string): Deadline => {
    const known = deadlines.get(decidedOn) ?? deadlineOf(decidedOn, calendar);
    deadlines.set(decidedOn, known);
    return known;
  };

  return (row, id, report) => {
    const decidedOn = firstDate(row, 'decidedOn');
    const [cell] = row.cells.get('publishedOn') ?? [];
    const claimed = firstDate(row, 'publishedOn') ?? options.publishedOn;
    const dates = { ...(decidedOn && { decidedOn }), ...(claimed && { publishedOn: claimed }) };
    if (!DECISIONS.has(row.kind)) return { ...dates, late: 'unknown' };
    const seen = id === undefined ? undefined : options.seen?.(id);
    const impossible = claimed !== undefined && ((decidedOn !== undefined && claimed < decidedOn) || claimed > today);
    // Of a decision in the future that is wrong already.
    if (decidedOn !== undefined && decidedOn > today) return { ...dates, late: 'unknown', undated: true };
    if (claimed !== undefined && claimed > today) report('published-in-future', 'publishedOn', cell?.key);
    else if (impossible) report('published-before-decision', 'publishedOn', cell?.key);
    if (!claimed && published && id !== undefined) report('publication-date-missing', 'publishedOn');
    if (!decidedOn) return { ...dates, late: 'unknown', undated: true };
    const { certain, latest } = limitOf(decidedOn);
    if (!claimed || impossible) {
      // What was seen proves the rest: there by the last day, or not there yet when it was over.
      const late = seen && seen.until <= certain ? 'in-time' : seen?.after && seen.after > latest ? 'late' : 'unknown';
      if (late === 'late') report('published-late', 'publishedOn', cell?.key);
      return late === 'unknown' ? { ...dates, late, undated: true } : { ...dates, late, seen: 'dated' };
    }
    const contradicted = seen !== undefined && (seen.until < claimed || (seen.after !== undefined && seen.after > claimed));
    if (contradicted) report('publication-date-contradicted', 'publishedOn', cell?.key);
    // In doubt for the department: the earliest day on which it can have become public.
    const day = !contradicted ? claimed : seen.until < claimed ? seen.until : seen.after ?? claimed;
    const workingDays = workingDaysBetween(decidedOn, day, calendar);
    const late = day <= certain ? 'in-time' : day > latest ? 'late' : 'unknown';
    if (late === 'late') report(cell ? 'published-late' : 'late-today', 'publishedOn', cell?.key);
    if (late === 'unknown') report('lateness-unknown', 'decidedOn', row.cells.get('decidedOn')?.[0]?.key);
    return {
      ...dates, late, ...(workingDays !== undefined && { workingDays }),
      ...(seen && (contradicted || seen.after !== undefined) && { seen: contradicted ? 'contradicted' as const : 'verified' as const }),
    };
  };
}
