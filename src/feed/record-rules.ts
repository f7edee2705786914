/**
 * What the law and privacy make of rows: the one interface between reading a feed and the rules. There are two of it:
 * `full-rules.ts`, all of them, which the classic script loads as a part with its first feed; and `strict-rules.ts`, for
 * where that part is missing: what can't be judged without it is not published.
 */
import type { PlainObject, SgsConfig } from '../model/config.js';
import type { FeedFailure } from '../model/failure.js';
import type { ReadColumn } from './column.js';
import type { EntryCleaner } from './entry.js';
import type { EnvelopeError } from './envelope.js';
import type { FeedMeta } from './feed.js';
import type { MappedRow } from './mapping.js';
import type { Notices } from './notices.js';
import type { BuildContext, Built } from './record.js';
import type { Found } from './tree.js';

/** What is made of a document around its records, of their values, and of what is no feed. */
export interface FeedShapes {
  createEntryCleaner(config: SgsConfig): EntryCleaner;
  isTotalsRow(entry: PlainObject): boolean;
  /** Whether an object holds columns, apart from their rows. */
  holdsColumns(row: PlainObject): boolean;
  entriesIn(root: unknown, isRecord: (candidate: PlainObject, path: readonly string[]) => boolean): Found[];
  errorIn(root: unknown): EnvelopeError | undefined;
  saysNothing(root: unknown): boolean;
  /** A date in any form, ISO; undefined where there is none, or one that can't be. */
  readDate(value: unknown): string | undefined;
  totalIn(root: unknown, place?: string): number | undefined;
  knownThing(text: string): FeedFailure | undefined;
  whatItIs(text: string): FeedFailure;
  /** @param keys of what looked least unlike a record */
  unknownShape(root: unknown, keys: Iterable<string>, total: number | undefined): FeedFailure;
  /** @param rejected in words */
  noneTaken(rows: number, rejected: string, keys: Iterable<string>): FeedFailure;
}

export interface RecordRules {
  readonly shapes: FeedShapes;
  createReadColumn(mapping: SgsConfig['mapping'], values: SgsConfig['values']): ReadColumn;
  buildRecord(row: MappedRow, context: BuildContext): Built;
  createNotices(): Notices;
  cleanMeta(meta: FeedMeta, config: SgsConfig): FeedMeta;
}
