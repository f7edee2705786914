/** Departments' feeds as the county's: each record with its source, once, and what was taken back anywhere taken back. */
import type { SgsRecord } from '../model/record.js';
import type { WithheldReason } from '../model/outcome.js';
import { decisionKey, differences, inOrder } from './decision.js';
import { normalizeText } from '../query/normalize.js';
import { createEndedFinder, isFalseNotice, type EndedDecision } from './end.js';

export interface SourceFeed {
  /** The publisher's name; the address where it has none. */
  readonly name: string;
  readonly records: readonly SgsRecord[];
  /** ISO date of the feed's own `updated`: what was put right last counts. */
  readonly updated?: string | undefined;
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

/** Grounds on which one of two versions counts, the first one first; of equals the feed that comes first. */
const GROUNDS: readonly ((record: SgsRecord, feed: SourceFeed) => string | boolean)[] = [
  ({ status }) => status === 'revoked',
  // 谁产生、谁公开、谁负责 (发改办财金〔2018〕424号): the version that its own authority handed in.
  ({ sourceUnit, authority }) => isOf(sourceUnit, authority),
  ({ authority }, { name }) => isOf(name, authority),
  ({ updatedOn }, { updated = '' }) => updatedOn ?? updated,
];

const isOf = (unit: string | undefined, authority: string | undefined): boolean =>
  Boolean(unit && authority) && normalizeText(unit ?? '') === normalizeText(authority ?? '');

/** Whether a version comes before the one that was there before. */
const outranks = (record: SgsRecord, feed: SourceFeed, other: SgsRecord, otherFeed: SourceFeed): boolean => {
  for (const ground of GROUNDS) {
    const [own, others] = [ground(record, feed), ground(other, otherFeed)];
    if (own !== others) return own > others;
  }
  return false;
};

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
      const otherSource = feeds[other.feed] as SourceFeed;
      const otherName = otherSource.name;
      const wins = outranks(record, source, other.record, otherSource);
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
