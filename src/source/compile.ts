/**
 * What complete feeds come to as one list: several merged, and the bases that their catalogue knows. Loaded by the pages
 * that have several feeds or a catalogue.
 */
import type { FeedCopy } from '../feed/cache.js';
import type { FeedReport } from '../feed/feed.js';
import { mergeReports } from '../feed/reports.js';
import type { SgsRecord } from '../model/record.js';
import { basisFrom } from './catalog.js';
import { createDedupe } from './dedupe.js';

/** What one feed brings. */
export interface FeedPart {
  readonly records: readonly SgsRecord[];
  /** The publisher's name. */
  readonly name?: string | undefined;
  /** 救济渠道 of its penalties that name none. Another feed's would be another authority's, hence wrong. */
  readonly remedy?: string | undefined;
}

/** What is said of a feed's records for all of them. */
export const aboutFeed = ({ meta: { publisher, remedy } }: FeedReport): Omit<FeedPart, 'records'> => ({ name: publisher?.name, remedy });

/** Marks where a record comes from, and gives it what its feed says for all. */
const signed = (record: SgsRecord, { name, remedy }: Omit<FeedPart, 'records'>): SgsRecord => ({
  ...(name && { feedName: name }),
  ...(remedy && record.kind === 'penalty' && record.status !== 'revoked' && { remedy }),
  ...record,
});

/**
 * Returns a function that gives a record of a feed as the list has it, or undefined where the list has it already. It is
 * called feed by feed, in the order in which they are named: whatever came first over the network, the same list with the
 * same ids.
 * @param get the record that has an id already
 */
export function createMerge(get: (id: string) => SgsRecord | undefined) {
  const accept = createDedupe(get);
  return (record: SgsRecord, part: Omit<FeedPart, 'records'>, feed: number): SgsRecord | undefined => accept(signed(record, part), feed);
}

function merge(parts: readonly FeedPart[]): readonly SgsRecord[] {
  const records = new Map<string, SgsRecord>();
  const accept = createMerge((id) => records.get(id));
  parts.forEach((part, feed) => {
    for (const record of part.records) {
      const accepted = accept(record, part, feed);
      if (accepted) records.set(accepted.id, accepted);
    }
  });
  return [...records.values()];
}

export function compile(parts: readonly FeedPart[]): readonly SgsRecord[] {
  const [only] = parts;
  const records = parts.length === 1 && only ? only.records : merge(parts);
  return records.map(basisFrom(records));
}

/** Feeds as they have been read, as one. */
export const compileCopies = (copies: readonly Pick<FeedCopy, 'records' | 'report'>[]) => ({
  records: compile(copies.map(({ records, report }) => ({ records, ...aboutFeed(report) }))),
  report: mergeReports(copies.map(({ report }) => report)) as FeedReport,
});
