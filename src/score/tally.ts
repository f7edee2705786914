/**
 * What one department's records come to, counted while they are read: no record is kept, and nothing that is counted
 * names anybody. What has to be put right is known by its document number and its row.
 */
import type { Examined } from '../check/examine.js';
import type { Finding } from '../check/finding.js';
import type { Dimension } from '../model/dimensions.js';
import type { Kind } from '../model/kinds.js';
import { dimensionOf } from './faults.js';
import { monthOf } from './months.js';

/** One thing to put right. No personal value: a document number, a place, the name of a fault. */
export interface Fix extends Pick<Finding, 'code' | 'field' | 'column' | 'row'> {
  readonly kind?: Kind | undefined;
  /** As it is published; '' where the record is not. */
  readonly documentNumber: string;
  /** Month of the decision; '' where that can't be read. */
  readonly month: string;
  readonly dimension: Dimension;
  /** Of a late one. */
  readonly workingDays?: number | undefined;
}

/** Counts of one month, or of the rows whose month can't be read. */
export interface Counts {
  /** Shown and rejected ones: what was meant for the public. */
  rows: number;
  /** Rows with something wrong in them. */
  faulty: number;
  required: number;
  filled: number;
  late: number;
  inTime: number;
  /** Licences and penalties of which nobody can say whether they were in time: the year has no calendar. */
  unknown: number;
  /** Licences and penalties that were in time for all they say: without 公示日期, or with one that can't be true. */
  undated: number;
  /** Decisions of the ledger that are due and not published. */
  missing: number;
  /** Rows that were not taken in for an error in them. */
  rejected: number;
  /** Working days → how many decisions took as long. */
  readonly days: Map<number, number>;
  /** Licences and penalties that were or are published, those whose publicity has ended among them. */
  decisions: number;
}

export const emptyCounts = (): Counts => ({
  rows: 0,
  faulty: 0,
  required: 0,
  filled: 0,
  late: 0,
  inTime: 0,
  unknown: 0,
  undated: 0,
  missing: 0,
  rejected: 0,
  days: new Map(),
  decisions: 0,
});

export const addCounts = (a: Counts, b: Counts): Counts => {
  const days = new Map(a.days);
  for (const [length, count] of b.days) days.set(length, (days.get(length) ?? 0) + count);
  return {
    rows: a.rows + b.rows, faulty: a.faulty + b.faulty, required: a.required + b.required, filled: a.filled + b.filled,
    late: a.late + b.late, inTime: a.inTime + b.inTime, unknown: a.unknown + b.unknown, undated: a.undated + b.undated,
    missing: a.missing + b.missing, rejected: a.rejected + b.rejected, days, decisions: a.decisions + b.decisions,
  };
};

/** A licence or penalty that a feed has, for the ledger; kept in memory only. */
export interface Published {
  readonly number: string;
  /** As it is published: a person's is masked. */
  readonly subjectName: string;
  readonly kind: 'license' | 'penalty';
  /** ISO; '' where it is not said. */
  readonly decidedOn: string;
  readonly publishedOn: string;
  /** Not public any more: expired, repaired or withdrawn. */
  readonly ended: boolean;
  /** Handed in, and not taken: set aside for an error, or not clear enough to be public. */
  readonly refused: boolean;
}

export interface Tally {
  readonly published: readonly Published[];
  /** Document numbers that the feed names, whatever became of them; for gaps in their series, kept in memory only. */
  readonly numbers: readonly string[];
  readonly months: ReadonlyMap<string, Counts>;
  readonly fixes: readonly Fix[];
  readonly withheld: number;
}

/** The decisions that 424号 is about. */
const isDecision = (kind: Kind | undefined): boolean => kind === 'license' || kind === 'penalty';

export interface Tallying {
  add(examined: Examined): void;
  readonly tally: Tally;
}

/** Reasons for which a row was public in its time. */
const ENDED: ReadonlySet<string> = new Set(['expired', 'revoked', 'repaired']);

/** Reasons for which a row that was meant for the public was never there. */
const REFUSED: ReadonlySet<string> = new Set(['unclear', 'future']);

/**
 * Whether the dates say nothing of when it was published: one is missing, or it was out before it was decided, or is to come.
 * Whoever leaves a date out or makes one up has proven nothing.
 */
const isUndated = ({ decidedOn, publishedOn }: Examined, today: string): boolean =>
  !decidedOn || !publishedOn || publishedOn < decidedOn || publishedOn > today;

/** @param today ISO, in Chinese time */
export const createTally = (today: string): Tallying => {
  const months = new Map<string, Counts>();
  const fixes: Fix[] = [];
  const published: Published[] = [];
  const numbers: string[] = [];
  let withheld = 0;

  const countsOf = (month: string): Counts => {
    const known = months.get(month) ?? emptyCounts();
    months.set(month, known);
    return known;
  };

  const add = (examined: Examined): void => {
    const { row, kind, outcome, reason, record, findings, decidedOn, required, filled, workingDays, late } = examined;
    // A date in the future is a wrong date: what it would hide has to be told of, and belongs to no month.
    const future = reason === 'future';
    const { ownNumber, publishedOn = '' } = examined;
    const ended = outcome === 'withheld' && ENDED.has(String(reason));
    const refused = outcome === 'rejected' || (outcome === 'withheld' && REFUSED.has(String(reason)));
    if (ownNumber) numbers.push(ownNumber);
    if (ownNumber && (kind === 'license' || kind === 'penalty') && (outcome === 'shown' || ended || refused)) {
      published.push({
        number: ownNumber, subjectName: record?.subjectName ?? '', kind, decidedOn: decidedOn ?? '', publishedOn, ended, refused,
      });
    }
    const month = decidedOn && !future ? monthOf(decidedOn) : '';
    if (outcome === 'withheld' && !future) {
      withheld++;
      // It was public in its time, so its month is not empty; of anything else that is withheld nothing is told.
      if (month && isDecision(kind) && (reason === 'expired' || reason === 'revoked')) countsOf(month).decisions++;
      return;
    }
    const counts = countsOf(month);
    const dimensions = new Set<Dimension>();
    for (const finding of findings) {
      const dimension = dimensionOf(finding);
      // What is not published at all has no gaps: why it is not is the fault.
      if (!dimension || (outcome === 'rejected' && dimension === 'completeness')) continue;
      dimensions.add(dimension);
      const { code, field, column } = finding;
      fixes.push({
        row,
        month,
        dimension,
        code,
        documentNumber: record?.documentNumber ?? '',
        ...(kind && { kind }),
        ...(field && { field }),
        ...(column !== undefined && { column }),
        ...(dimension === 'timeliness' && { workingDays }),
      });
    }
    counts.rows++;
    if (outcome === 'rejected') counts.rejected++;
    if (outcome !== 'shown' || dimensions.has('accuracy')) counts.faulty++;
    if (outcome !== 'shown') return;
    counts.required += required;
    counts.filled += filled;
    if (!isDecision(kind)) return;
    counts.decisions++;
    if (isUndated(examined, today)) {
      counts.undated++;
      if (!examined.publishedOn)
        fixes.push({
          row, month, dimension: 'completeness', code: 'published-undated', documentNumber: record?.documentNumber ?? '',
          field: 'publishedOn', ...(kind && { kind }),
        });
      return;
    }
    if (late === 'unknown') counts.unknown++;
    else if (late === 'late') counts.late++;
    else counts.inTime++;
    if (workingDays !== undefined) counts.days.set(workingDays, (counts.days.get(workingDays) ?? 0) + 1);
  };

  return { add, tally: { months, fixes, published, numbers, get withheld() { return withheld; } } };
};
