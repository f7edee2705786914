/** Several complete feeds read as one list. */
import type { SgsRecord } from '../model/record.js';
import { DocumentSource } from './document.js';

/** What one feed brings. */
export interface FeedPart {
  readonly records: readonly SgsRecord[];
  /** The publisher's name. */
  readonly name?: string;
  /** 救济渠道 of its penalties that name none. Another feed's would be another authority's, hence wrong. */
  readonly remedy?: string;
}

/** Marks where a record comes from, and gives it what its feed says for all. */
const signed = (record: SgsRecord, { name, remedy }: FeedPart): SgsRecord => ({
  ...(name && { feedName: name }),
  ...(remedy && record.kind === 'penalty' && record.status !== 'revoked' && { remedy }),
  ...record,
});

/**
 * One source of several feeds, in the order in which the feeds are named: whatever came first over the network, the
 * same feeds always make the same list with the same ids.
 */
export function mergedSource(parts: readonly FeedPart[]): DocumentSource {
  const several = parts.length > 1;
  const source = new DocumentSource(several);
  parts.forEach((part, feed) => source.add(several ? part.records.map((record) => signed(record, part)) : part.records, feed));
  source.finish();
  return source;
}
