/** What is known of a feed, as lists see it. */
import type { FeedReport, FeedRequest, FeedResult } from '../feed/feed.js';
import type { Failure } from '../model/failure.js';
import type { RecordSource } from '../source/source.js';

/** Failures are values: it never throws, and its promise never fails. */
export type LoadFeed = (request: FeedRequest) => Promise<FeedResult>;

export interface FeedState {
  /** Present as soon as there is anything to show. */
  readonly source?: RecordSource;
  /** True while anything is being loaded. Without a source and not busy: there is nothing to show. */
  readonly busy: boolean;
  /** Feeds that could not be read the last time. */
  readonly failures: readonly Failure[];
  /** The date of the oldest cached copy that is shown in place of a feed that failed: its own, else when it was read. */
  readonly stale?: string;
  readonly report?: FeedReport;
}
