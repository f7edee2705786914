/** What a command has read: records, and what waits for somebody's word. */
import type { Finding } from '../check/finding.js';
import type { FeedReport } from '../feed/feed.js';
import type { TableImport } from '../import/import-tables.js';
import type { SgsRecord } from '../model/record.js';
import type { EndedDecision } from '../publication/end.js';

export interface Held {
  readonly record: SgsRecord;
  /** What is wrong in it. */
  readonly findings: readonly Finding[];
}

/** What may be published of a file or an address. */
export interface Source {
  readonly place: string;
  readonly records: readonly SgsRecord[];
  /** Of a table. */
  readonly imported?: TableImport;
  /** Of a feed. */
  readonly report?: FeedReport;
  /** Decisions whose rows are withheld: what is public of them elsewhere has to go. */
  readonly ended: readonly EndedDecision[];
  /** Records in which something is wrong, with what it is; of a feed only where it was asked for. */
  readonly wrong: ReadonlyMap<SgsRecord, readonly Finding[]>;
  /** Records that wait to be confirmed, and those that were. */
  readonly held?: readonly Held[];
  readonly confirmed?: readonly SgsRecord[];
}
