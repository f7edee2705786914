/** Feeds while they are being read: what those who read them share, in the page and where they are handed over to. */
import type { FeedCopy } from '../feed/cache.js';
import type { DecodeOptions, FeedResult } from '../feed/feed.js';
import type { SgsRecord } from '../model/record.js';
import type { DocumentSource } from '../source/document.js';
import type { FeedReader } from '../source/remote.js';
import type { RecordSource } from '../source/source.js';
import type { OpenedSource } from './sources/strategy.js';

/** Milliseconds between two notices while records arrive: often enough to see it move, and the page stays responsive. */
export const NOTIFY_MS = 100;

/** What is on the screen while a feed is read. */
export interface Display {
  readonly source: RecordSource | undefined;
  /** @param stale the date of a cached copy */
  show(source: RecordSource, stale?: string): void;
  /** There is more in the source that is shown. @param delay in milliseconds since the last notice */
  notify(delay: number): void;
}

/** undefined: it has been read here meanwhile. */
export type GiveFeed = (feed: number, options: DecodeOptions) => FeedReader | undefined;

/** Feeds that are being read; whoever takes them over does it here (hand-over.ts). */
export interface Arriving {
  /** What is shown from the first record on, unless an older copy is on the screen, or a worker has taken over. */
  live: DocumentSource | undefined;
  /** By the number of the feed: what the page has read of it. */
  readonly records: SgsRecord[][];
  /** By the number of the feed: what will have come of it. Set once all have begun. */
  results?: readonly Promise<FeedResult>[];
  readonly signal: AbortSignal;
  readonly display: Display;
  /** Set by whoever has taken over: the list that it comes to. undefined where the page has all that it needs. */
  merge?(results: FeedResult[], copies: (FeedCopy | undefined)[]): Promise<OpenedSource | undefined>;
  /** Gives a feed away, once somebody has been asked to take over; undefined where nobody can. */
  handOver?: Promise<GiveFeed | undefined>;
}
