/**
 * What one department's records come to, counted while they are read: no record is kept, and nothing that is counted
 * names anybody. What has to be put right is known by its document number and its row.
 */
import type { Examined } from '../check/examine.js';
import type { Finding } from '../check/finding.js';
import type { Dimension } from '../model/dimensions.js';
import type { Kind } from '../model/kinds.js';
import { dimensionOf } from './faults.js';
import { foldNumber, type LedgerDecision, type Reconciler } from './coverage.js';
import type { Evidence, SilentChange } from './evidence.js';
import { monthOf } from './months.js';
import { createSeries, type SeriesGap } from './series.js';

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
  /** Licences and penalties of which only a calendar that is not out yet can say whether they were in time. */
  unknown: number;
  /** Licences and penalties whose day of publication nothing proves. */
  undated: number;
  /** Licences and penalties that name no right day themselves, whatever the log proves. */
  dateless: number;
  /** Working days → how many decisions took as long. */
  readonly days: Map<number, number>;
  /** Licences and penalties that were or are published, those whose publicity has ended among them. */
  decisions: number;
  /** Decisions of the ledger that are not published, and published ones that were removed in silence. */
  missing: number;
  /** Entries of licences and penalties, and those of them that could be read and shown or were public once. */
  handedIn: number;
  stored: number;
  /** Days of publication that the log of first sight proves, and that it contradicts. */
  verified: number;
  contradicted: number;
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
  dateless: 0,
  days: new Map(),
  decisions: 0,
  missing: 0,
  handedIn: 0,
  stored: 0,
  verified: 0,
  contradicted: 0,
});

export const addCounts = (a: Counts, b: Counts): Counts => {
  const days = new Map(a.days);
  for (const [length, count] of b.days) days.set(length, (days.get(length) ?? 0) + count);
  return {
    rows: a.rows + b.rows, faulty: a.faulty + b.faulty, required: a.required + b.required, filled: a.filled + b.filled,
    late: a.late + b.late, inTime: a.inTime + b.inTime, unknown: a.unknown + b.unknown, undated: a.undated + b.undated,
    dateless: a.dateless + b.dateless, days, decisions: a.decisions + b.decisions,
    missing: a.missing + b.missing, handedIn: a.handedIn + b.handedIn, stored: a.stored + b.stored,
    verified: a.verified + b.verified, contradicted: a.contradicted + b.contradicted,
  };
};

export interface Tally {
  readonly months: ReadonlyMap<string, Counts>;
  readonly fixes: readonly Fix[];
  readonly withheld: number;
  /** Decision by decision, where there is a ledger. */
  readonly ledger?: readonly LedgerDecision[] | undefined;
  readonly gaps: readonly SeriesGap[];
  readonly evidence?: Evidence | undefined;
}

/** The decisions that 424号 is about. */
const isDecision = (kind: Kind | undefined): boolean => kind === 'license' || kind === 'penalty';

export interface Tallying {
  add(examined: Examined): void;
  /** To be called once all is in. */
  end(): Tally;
  readonly tally: Tally;
}

export interface TallyOptions {
  readonly evidence?: Evidence | undefined;
  readonly reconciler?: Reconciler | undefined;
}

export const createTally = ({ evidence, reconciler }: TallyOptions = {}): Tallying => {
  const months = new Map<string, Counts>();
  const fixes: Fix[] = [];
  const series = createSeries();
  let ledger: readonly LedgerDecision[] | undefined;
  let withheld = 0;

  /** Changed in silence, by number and month. */
  const silently = (wanted: SilentChange['what']): readonly SilentChange[] =>
    (evidence?.silent ?? []).filter(({ what }) => what === wanted);
  const altered = new Set(silently('changed-silently').map(({ documentNumber }) => documentNumber));

  const countsOf = (month: string): Counts => {
    const known = months.get(month) ?? emptyCounts();
    months.set(month, known);
    return known;
  };

  const add = (examined: Examined): void => {
    const { row, kind, outcome, reason, record, findings, decidedOn, required, filled, workingDays, late, undated, seen } = examined;
    const number = record?.documentNumber ?? examined.formerNumber ?? '';
    if (isDecision(kind) && number) series.add(number);
    const isWrong = findings.some((finding) => ['accuracy', 'completeness'].includes(dimensionOf(finding) ?? ''));
    const change = outcome === 'shown' && altered.has(number);
    reconciler?.add(examined, !isWrong && !change);
    // A date in the future is a wrong date: what it would hide has to be told of, and belongs to no month.
    const future = reason === 'future';
    const month = decidedOn && !future ? monthOf(decidedOn) : '';
    if (outcome === 'withheld' && !future) {
      withheld++;
      // It was public in its time, so its month is not empty; of anything else that is withheld nothing is told.
      if (month && isDecision(kind) && (reason === 'expired' || reason === 'revoked')) {
        const counts = countsOf(month);
        counts.decisions++;
        counts.handedIn++;
        counts.stored++;
      }
      return;
    }
    const counts = countsOf(month);
    const dimensions = new Set<Dimension>();
    if (change) {
      dimensions.add('accuracy');
      fixes.push({ row, month, dimension: 'accuracy', code: 'changed-silently', documentNumber: number, ...(kind && { kind }) });
    }
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
    if (isDecision(kind)) counts.handedIn++;
    if (outcome !== 'shown' || dimensions.has('accuracy')) counts.faulty++;
    if (outcome !== 'shown') {
      // A decision that nobody can read has not been published in time: spoiling a late one does not pay.
      if (isDecision(kind)) {
        counts.undated++;
        counts.dateless++;
      }
      return;
    }
    counts.required += required;
    counts.filled += filled;
    if (!isDecision(kind)) return;
    counts.decisions++;
    counts.stored++;
    if (seen === 'verified' || seen === 'dated') counts.verified++;
    if (seen === 'contradicted') counts.contradicted++;
    if (undated || seen === 'dated' || seen === 'contradicted') counts.dateless++;
    if (undated) counts.undated++;
    else if (late === 'unknown') counts.unknown++;
    else if (late === 'late') counts.late++;
    else counts.inTime++;
    if (workingDays !== undefined) counts.days.set(workingDays, (counts.days.get(workingDays) ?? 0) + 1);
  };

  const end = (): Tally => {
    for (const { documentNumber, month } of silently('removed-silently')) {
      const counts = countsOf(month);
      // It was in the figures once, and nobody can read it any more.
      counts.rows++;
      counts.faulty++;
      counts.missing++;
      fixes.push({ row: 0, month, dimension: 'completeness', code: 'removed-silently', documentNumber });
    }
    const removed = new Set(silently('removed-silently').map((one) => foldNumber(one.documentNumber)));
    for (const number of evidence?.gone ?? []) reconciler?.addGone(number);
    ledger = reconciler?.end();
    for (const { state, month, documentNumber, kind } of ledger ?? []) {
      if (state !== 'missing' || removed.has(foldNumber(documentNumber))) continue;
      countsOf(month).missing++;
      fixes.push({ row: 0, month, dimension: 'completeness', code: 'not-published', documentNumber, ...(kind && { kind }) });
    }
    return tally;
  };

  const tally: Tally = {
    months, fixes,
    get withheld() { return withheld; },
    get ledger() { return ledger; },
    get gaps() { return series.gaps(); },
    evidence,
  };
  return { add, end, tally };
};
