/** A feed and what is new: added, corrected, withdrawn, taken away because its publicity has ended. */
import { createReader } from '../feed/reader.js';
import { entryOf } from '../import/document.js';
import type { SgsRecord } from '../model/record.js';
import { normalizeText } from '../query/normalize.js';
import type { WithheldReason } from '../model/outcome.js';
import { decisionKey, differences, inOrder } from './decision.js';
import { createEndedFinder, isFalseNotice, speaksOfEnd, type EndedDecision } from './end.js';

/** 行政处罚法 (2021) art. 48: taken back within three days, and the reason said in public. */
export interface Withdrawal {
  /** The record's id, or its document number. */
  readonly record: string;
  readonly reason: string;
  /** ISO. */
  readonly on: string;
}

/** One line of history: which record, and what was done; no contents. */
export interface Change {
  readonly what: 'added' | 'corrected' | 'withdrawn' | 'ended';
  readonly id: string;
  readonly kind: SgsRecord['kind'];
  readonly documentNumber?: string;
  /** Fields that were corrected. */
  readonly fields?: readonly string[];
  /** Why a record was taken away. */
  readonly reason?: WithheldReason;
}

export interface Update {
  readonly records: readonly SgsRecord[];
  readonly changes: readonly Change[];
  readonly unchanged: number;
  /** Withdrawals that no record was found for. */
  readonly missed: readonly Withdrawal[];
  /** Of the decisions ended, those of which a record was found. */
  readonly found: ReadonlySet<EndedDecision>;
}

const change = (what: Change['what'], { id, kind, documentNumber }: SgsRecord, fields?: readonly string[]): Change =>
  ({ what, id, kind, ...(documentNumber && { documentNumber }), ...(fields && { fields }) });

/** With the day on which it becomes public, where it does not say one and was decided by then. @param on ISO; undefined: as it is */
export const withPublication = (record: SgsRecord, on: string | undefined): SgsRecord =>
  (on === undefined || record.publishedOn || (record.decidedOn ?? '') > on ? record : { ...record, publishedOn: on });

/** Whether a number that somebody types means this decision: width, brackets and white space make no difference. */
const isNumberOf = (typed: string, documentNumber: string | undefined): boolean =>
  documentNumber !== undefined && normalizeText(documentNumber) === normalizeText(typed);

/** What an examined row says of its decision. */
interface RevokedRow {
  readonly kind?: SgsRecord['kind'];
  readonly reason?: string;
  readonly documentNumber?: string;
}

/** Decisions that a table says are revoked, without the reason that a notice needs, and that are public all the same. */
export const stillPublished = (rows: readonly RevokedRow[], records: readonly SgsRecord[]): readonly SgsRecord[] => {
  const key = (kind: string | undefined, number: string): string => `${kind} ${normalizeText(number)}`;
  const revoked = new Set(
    rows.flatMap(({ kind, reason, documentNumber }) => (reason === 'revoked' && documentNumber ? [key(kind, documentNumber)] : [])),
  );
  return records.filter(
    ({ kind, documentNumber, status }) => status !== 'revoked' && documentNumber && revoked.has(key(kind, documentNumber)),
  );
};

/** The notice that stays of a record, as any page makes it: the reason instead of the content. None of what was repaired. */
export function noticeOf(record: SgsRecord, { reason, on }: Pick<Withdrawal, 'reason' | 'on'>): SgsRecord | undefined {
  if (speaksOfEnd(reason)) return undefined;
  const found: SgsRecord[] = [];
  const reader = createReader({
    isPart: true,
    today: on,
    config: { gate: { expired: false, future: false } },
    onRecords: (batch) => found.push(...batch),
  });
  const entry = { ...entryOf(record), status: 'revoked', revokeReason: reason, revokedOn: on };
  reader.push(JSON.stringify({ version: 1, records: [entry] }));
  reader.end();
  return found[0];
}

/**
 * @param before the feed's records as they are read today
 * @param incoming new ones, corrected ones and notices of revoked ones
 * @param published ISO day that is written to new ones which have no day of publication
 * @param ended decisions that leave the feed, and don't come in
 */
export function updateFeed(
  before: readonly SgsRecord[],
  incoming: readonly SgsRecord[],
  withdrawals: readonly Withdrawal[] = [],
  published?: string,
  ended: readonly EndedDecision[] = [],
): Update {
  const all = new Map<string, SgsRecord>();
  const changes: Change[] = [];
  const endedOf = createEndedFinder(ended);
  const found = new Set<EndedDecision>();
  const endOf = (record: SgsRecord): WithheldReason | undefined => {
    const end = endedOf(record);
    if (end) found.add(end);
    return end?.reason ?? (isFalseNotice(record) ? 'repaired' : undefined);
  };
  const gone = new Set<string>();
  const end = (record: SgsRecord, reason: WithheldReason): void => {
    if (!gone.has(decisionKey(record))) changes.push({ ...change('ended', record), reason });
    gone.add(decisionKey(record));
  };
  for (const record of before) {
    const reason = endOf(record);
    if (reason) end(record, reason);
    else all.set(decisionKey(record), record);
  }
  let unchanged = 0;
  for (const record of incoming) {
    const reason = endOf(record);
    if (reason) {
      end(record, reason);
      continue;
    }
    const key = decisionKey(record);
    const old = all.get(key);
    const fields = old && differences(old, record);
    // What was taken back does not come again by itself with an old sheet.
    if (old && (!fields?.length || (old.status === 'revoked' && record.status !== 'revoked'))) {
      unchanged++;
      continue;
    }
    // The day on which it was first published is a fact of the decision's, not of its correction.
    all.set(key, old ? { ...record, ...(old.publishedOn && { publishedOn: old.publishedOn }) } : withPublication(record, published));
    changes.push(
      change(
        record.status === 'revoked' ? 'withdrawn' : old ? 'corrected' : 'added',
        record,
        old && record.status !== 'revoked' ? fields : undefined,
      ),
    );
  }
  const missed: Withdrawal[] = [];
  for (const withdrawal of withdrawals) {
    const meant = [...all].filter(
      ([, { id, documentNumber }]) => id === withdrawal.record || isNumberOf(withdrawal.record, documentNumber),
    );
    if (!meant.length) missed.push(withdrawal);
    for (const [key, record] of meant) {
      if (speaksOfEnd(withdrawal.reason)) {
        // Not wrong, but over: it goes, and nothing is said of it.
        all.delete(key);
        end(record, 'repaired');
        continue;
      }
      const notice = record.status === 'revoked' ? undefined : noticeOf(record, withdrawal);
      if (!notice) continue;
      all.set(key, notice);
      changes.push(change('withdrawn', notice));
    }
  }
  return { records: inOrder(all.values()), changes, unchanged, missed, found };
}
