/** New records into a feed that exists: what is added, corrected, withdrawn and removed, shown before it is done. */
import type { SgsRecord } from '../../../src/model/record.js';
import { entryOf } from '../../../src/intake/document.js';
import type { DocumentRow, HistoryLine } from './document.js';

/** What tells one decision from another: its number, whose it is, and when; without a number its title. */
export const identityOf = (record: SgsRecord): string =>
  [record.kind, record.documentNumber ?? record.title, record.subjectName ?? '', record.decidedOn ?? ''].join('\n');

export interface Correction {
  readonly identity: string;
  readonly before: SgsRecord;
  readonly after: SgsRecord;
  /** Names of the fields that differ. */
  readonly fields: readonly string[];
}

export interface Difference {
  readonly added: readonly SgsRecord[];
  readonly corrected: readonly Correction[];
  readonly same: readonly SgsRecord[];
  /** In the feed and not among the new records. */
  readonly missing: readonly SgsRecord[];
}

const textOf = (value: unknown): string => JSON.stringify(value) ?? '';

const differing = (before: DocumentRow, after: DocumentRow): readonly string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((name) => textOf(before[name]) !== textOf(after[name]));

export const differenceOf = (existing: readonly SgsRecord[], fresh: readonly SgsRecord[]): Difference => {
  const known = new Map(existing.map((record) => [identityOf(record), record]));
  const seen = new Set<string>();
  const result = { added: [] as SgsRecord[], corrected: [] as Correction[], same: [] as SgsRecord[] };
  for (const after of fresh) {
    const identity = identityOf(after);
    const before = known.get(identity);
    seen.add(identity);
    const fields = before ? differing(entryOf(before), entryOf(after)) : [];
    if (!before) result.added.push(after);
    else if (fields.length) result.corrected.push({ identity, before, after, fields });
    else result.same.push(before);
  }
  return { ...result, missing: existing.filter((record) => !seen.has(identityOf(record))) };
};

export interface MergeChoices {
  /** Records that the new table does not have: kept, or removed as no longer public. */
  readonly missing: 'keep' | 'remove';
  /** Identities of corrections that are not taken over. */
  readonly refused: ReadonlySet<string>;
  /** Identity → why the decision was withdrawn. */
  readonly withdrawn: ReadonlyMap<string, string>;
}

export const MERGE_ALL: MergeChoices = { missing: 'keep', refused: new Set(), withdrawn: new Map() };

/** Of a withdrawn decision only what it was and why it went stays public (行政处罚法 art. 48): the reader takes care of the rest. */
const withdrawnRow = (record: SgsRecord, reason: string, today: string): DocumentRow => {
  const { kind, documentNumber, subjectName, subjectType, creditCode, authority, decidedOn, projectName } = record;
  const row = { kind, documentNumber, subjectName, subjectType, authority, decidedOn, status: 'revoked', revokedOn: today, revokeReason: reason, ...(kind === 'license' && { projectName, creditCode }) };
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined));
};

/** The rows of the new document, the newest decision first, and what has changed. */
export const merged = ({ added, corrected, same, missing }: Difference, choices: MergeChoices, today: string): { readonly rows: readonly DocumentRow[]; readonly line: HistoryLine } => {
  const taken = corrected.filter(({ identity }) => !choices.refused.has(identity));
  const refused = corrected.filter(({ identity }) => choices.refused.has(identity));
  const kept = choices.missing === 'keep' ? missing : [];
  const records = [...added, ...taken.map(({ after }) => after), ...refused.map(({ before }) => before), ...same, ...kept]
    .sort((a, b) => (b.decidedOn ?? '').localeCompare(a.decidedOn ?? ''));
  let withdrawn = 0;
  const rows = records.map((record) => {
    const reason = choices.withdrawn.get(identityOf(record));
    if (!reason) return entryOf(record);
    withdrawn++;
    return withdrawnRow(record, reason, today);
  });
  return { rows, line: { on: today, added: added.length, corrected: taken.length, withdrawn, removed: missing.length - kept.length } };
};
