/** How a source is made of what has been read: one file a kind of source, all of this one type. */
import type { FeedCopy } from '../../feed/cache.js';
import type { FeedReport, FeedResult } from '../../feed/feed.js';
import type { SgsConfig } from '../../model/config.js';
import type { Failure } from '../../model/failure.js';
import type { DocumentSource } from '../../source/document.js';
import type { RecordSource } from '../../source/source.js';

/** What reading the feeds has come to. */
export interface FeedReading {
  readonly urls: readonly string[];
  readonly config: SgsConfig;
  /** By the number of the feed. */
  readonly results: readonly FeedResult[];
  /** By the number of the feed: what has been read, else the last good copy, if there is any. */
  readonly copies: readonly (FeedCopy | undefined)[];
  /** All records as they came; undefined where an older copy was on the screen, or a worker has taken over. */
  readonly live: DocumentSource | undefined;
  /** Set where a worker has read what was big, and has all. */
  readonly opened: OpenedSource | undefined;
  /** Set where the feed is a folder's manifest: what else is in the folder. */
  readonly shards: object | undefined;
}

export interface OpenedSource {
  readonly source: RecordSource;
  readonly report: FeedReport;
}

/** undefined: this kind of source can't be made of what has been read. */
export type SourceStrategy = (reading: FeedReading) => Promise<OpenedSource | undefined>;

/** The copies that are here, in the order of the feeds. */
export const copiesOf = ({ copies }: FeedReading): readonly FeedCopy[] => copies.flatMap((copy) => (copy && !copy.isElsewhere ? copy : []));

export const failuresOf = ({ results }: FeedReading): readonly Failure[] =>
  results.flatMap((result) => (result.ok ? [] : [result.failure]));
