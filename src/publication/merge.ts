/** Departments' feeds as the county's: each record with its source, once, and what was taken back anywhere taken back. */
import type { SgsRecord } from '../model/record.js';
import type { WithheldReason } from '../model/outcome.js';
import { normalizeText } from '../query/normalize.js';
import { decisionKey, differences, inOrder } from './decision.js';
import { createEndedFinder, isFalseNotice, type EndedDecision } from './end.js';

export interface SourceFeed {
  /** The publisher's name; the address where it has none. */
  readonly name: string;
  /** ISO date of its own `updated`. */
  readonly updated?: string | undefined;
  readonly records: readonly SgsRecord[];
}

/** Two feeds say different things of one decision. */
export interface Conflict {
  readonly kind: SgsRecord['kind'];
  readonly id: string;
  readonly documentNumber?: string;
  /** The feed that was followed, and the other. */
  readonly kept: string;
  readonly left: string;
  readonly fields: readonly string[];
}

export interface Merged {
  readonly records: readonly SgsRecord[];
  readonly conflicts: readonly Conflict[];
  /** Records of a decision that another feed had brought already. */
  readonly duplicates: number;
  /** Records taken from each feed, by its place. */
  readonly taken: readonly number[];
  /** Decisions that a feed had and that left, once each. */
  readonly ended: readonly EndedRecord[];
  /** Of the decisions ended, those of which a record was found. */
  readonly found: ReadonlySet<EndedDecision>;
}

/** A record that was taken away, and why. */
export interface EndedRecord {
  readonly record: SgsRecord;
  readonly reason: WithheldReason;
}

/** Whether a version comes from the authority that made the decision. */
const isOwn = ({ authority, sourceUnit }: SgsRecord, feed: string): boolean =>
  authority !== undefined && (normalizeText(authority) === normalizeText(sourceUnit ?? '') || authority === feed);

/**
 * Whose word counts: a withdrawal, then the authority that decided, then the newer correction; of equals the feed that comes
 * first. Compared as texts.
 */
const rank = (record: SgsRecord, { name, updated = '' }: SourceFeed): string =>
  [record.status === 'revoked' ? 1 : 0, isOwn(record, name) ? 1 : 0, record.updatedOn ?? updated].join(' ');

/** Each record says who handed it in. */
const withSource = (record: SgsRecord, name: string): SgsRecord => {
  const { feedName: _, ...own } = record;
  // A notice says which decision, whose and why, and no more.
  return own.status === 'revoked' || own.sourceUnit || !name ? own : { ...own, sourceUnit: name };
};

/**
 * @param feeds in the order of precedence; merging the result once more with the same feeds changes nothing
 * @param ended decisions that are in none of the result: what has ended in one place is to be shown in none (令36号)
 */
export function mergeFeeds(feeds: readonly SourceFeed[], ended: readonly EndedDecision[] = []): Merged {
  const endedOf = createEndedFinder(ended);
  const left = new Map<string, EndedRecord>();
  const found = new Set<EndedDecision>();
  const chosen = new Map<string, { readonly record: SgsRecord; readonly feed: number }>();
  const conflicts: Conflict[] = [];
  let duplicates = 0;
  for (const [feed, source] of feeds.entries()) {
    const { name, records } = source;
    for (const raw of records) {
      const record = withSource(raw, name);
      const key = decisionKey(record);
      const end = endedOf(record);
      if (end) found.add(end);
      const reason = end?.reason ?? (isFalseNotice(record) ? 'repaired' : undefined);
      if (reason) {
        left.set(key, { record, reason });
        continue;
      }
      const other = chosen.get(key);
      if (!other) {
        chosen.set(key, { record, feed });
        continue;
      }
      duplicates++;
      const before = feeds[other.feed] as SourceFeed;
      const otherName = before.name;
      const wins = rank(record, source) > rank(other.record, before);
      // That it was taken back in one place and not yet in another is what merging is for.
      const fields =
        record.status === other.record.status || (record.status !== 'revoked' && other.record.status !== 'revoked')
          ? differences(other.record, record)
          : [];
      if (fields.length) {
        conflicts.push({
          kind: record.kind, id: record.id, ...(record.documentNumber && { documentNumber: record.documentNumber }),
          kept: wins ? name : otherName, left: wins ? otherName : name, fields,
        });
      }
      if (wins) chosen.set(key, { record, feed });
    }
  }
  const taken = feeds.map(() => 0);
  for (const { feed } of chosen.values()) taken[feed] = (taken[feed] ?? 0) + 1;
  return { records: inOrder([...chosen.values()].map(({ record }) => record)), conflicts, duplicates, taken,
    ended: [...left.values()], found };
}
