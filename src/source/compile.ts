/**
 * What complete feeds come to as one list: several merged, and the bases that their catalogue knows. Loaded by the pages
 * that have several feeds or a catalogue.
 */
import type { SgsRecord } from '../model/record.js';
import { basisFrom } from './catalog.js';
import { createDedupe } from './dedupe.js';

export { mergeReports } from '../feed/reports.js';

/** What one feed brings. */
export interface FeedPart {
  readonly records: readonly SgsRecord[];
  /** The publisher's name. */
  readonly name?: string | undefined;
  /** 救济渠道 of its penalties that name none. Another feed's would be another authority's, hence wrong. */
  readonly remedy?: string | undefined;
}

/** Marks where a record comes from, and gives it what its feed says for all. */
const signed = (record: SgsRecord, { name, remedy }: FeedPart): SgsRecord => ({
  ...(name && { feedName: name }),
  ...(remedy && record.kind === 'penalty' && record.status !== 'revoked' && { remedy }),
  ...record,
});

/** Of several feeds, in the order in which they are named: whatever came first over the network, the same list with the same ids. */
function merge(parts: readonly FeedPart[]): readonly SgsRecord[] {
  const records = new Map<string, SgsRecord>();
  const accept = createDedupe((id) => records.get(id));
  parts.forEach((part, feed) => {
    for (const record of part.records) {
      const accepted = accept(signed(record, part), feed);
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
