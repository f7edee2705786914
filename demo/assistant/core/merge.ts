/** New records into a feed that exists: what is added, corrected, withdrawn and removed, shown before it is done. */
import { decisionKey, differences } from '../../../src/publication/decision.js';
import { updateFeed } from '../../../src/publication/update.js';
import type { SgsRecord } from '../../../src/model/record.js';
import type { HistoryLine } from './document.js';

export interface Correction {
  readonly key: string;
  readonly before: SgsRecord;
  readonly after: SgsRecord;
  /** Names of the fields that differ. */
  readonly fields: readonly string[];
}

export interface Difference {
  readonly added: readonly SgsRecord[];
  readonly corrected: readonly Correction[];
  /** As they stand in the feed. */
  readonly same: readonly SgsRecord[];
  /** In the feed and not among the new records. */
  readonly missing: readonly SgsRecord[];
}

export const differenceOf = (existing: readonly SgsRecord[], fresh: readonly SgsRecord[]): Difference => {
  const known = new Map(existing.map((record) => [decisionKey(record), record]));
  const seen = new Set<string>();
  const result = { added: [] as SgsRecord[], corrected: [] as Correction[], same: [] as SgsRecord[] };
  for (const after of fresh) {
    const key = decisionKey(after);
    const before = known.get(key);
    seen.add(key);
    // What was taken back does not come again by itself with an old sheet.
    const fields = before && (before.status !== 'revoked' || after.status === 'revoked') ? differences(before, after) : [];
    if (!before) result.added.push(after);
    else if (fields.length) result.corrected.push({ key, before, after, fields });
    else result.same.push(before);
  }
  return { ...result, missing: existing.filter((record) => !seen.has(decisionKey(record))) };
};

export interface MergeChoices {
  /** Records that the new table does not have: kept, or removed as no longer public. */
  readonly missing: 'keep' | 'remove';
  /** Keys of corrections that are not taken over. */
  readonly refused: ReadonlySet<string>;
  /** Key → why the decision was withdrawn. */
  readonly withdrawn: ReadonlyMap<string, string>;
  /** Decisions that have been repaired or whose publicity was ended: their numbers, and the day (ISO). */
  readonly repaired: readonly { readonly number: string; readonly on: string }[];
}

export const MERGE_ALL: MergeChoices = { missing: 'keep', refused: new Set(), withdrawn: new Map(), repaired: [] };

/** The feed afterwards, the latest decision first, and what has changed. @param today ISO: the day of withdrawals @param dated and of the publication of what is new */
export const merged = (
  { added, corrected, same, missing }: Difference,
  { missing: fate, refused, withdrawn }: MergeChoices,
  today: string,
  dated = false,
): { readonly records: readonly SgsRecord[]; readonly line: HistoryLine } => {
  const before = [...corrected.map((one) => one.before), ...same, ...(fate === 'keep' ? missing : [])];
  const incoming = [...added, ...corrected.filter(({ key }) => !refused.has(key)).map(({ after }) => after)];
  const all = [...before, ...incoming];
  const withdrawals = [...withdrawn].flatMap(([key, reason]) => {
    const record = all.find((one) => decisionKey(one) === key);
    return record ? [{ record: record.id, reason, on: today }] : [];
  });
  const { records, changes } = updateFeed(before, incoming, withdrawals, dated ? today : undefined);
  const count = (what: string): number => changes.filter((change) => change.what === what).length;
  return {
    records,
    line: {
      on: today,
      added: count('added'),
      corrected: count('corrected'),
      withdrawn: count('withdrawn'),
      removed: count('ended') + (fate === 'remove' ? missing.length : 0),
    },
  };
};
