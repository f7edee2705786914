/**
 * What the law and privacy make of rows: the one interface between reading a feed and the rules. There are two of it:
 * `full-rules.ts`, all of them, which the classic script loads as a part with its first feed; and `strict-rules.ts`, for
 * where that part is missing: what can't be judged without it is not published.
 */
import type { PlainObject, SgsConfig } from '../model/config.js';
import type { FeedFailure } from '../model/failure.js';
import type { Kind } from '../model/kinds.js';
import type { Notice } from '../model/outcome.js';
import type { SgsRecord } from '../model/record.js';
import type { Column, ReadColumn } from './column.js';
import type { EntryCleaner } from './entry.js';
import type { EnvelopeError } from './envelope.js';
import type { FeedMeta } from './feed.js';
import type { MappedRow } from './mapping.js';
import type { Notices } from './notices.js';
import type { BuildContext, Built } from './record.js';
import type { Row } from './row.js';
import type { SliceParser } from './slice.js';
import type { Found } from './tree.js';

/** What is made of a document around its records, of their values, and of what is no feed. */
export interface FeedShapes {
  createEntryCleaner(config: SgsConfig): EntryCleaner;
  /** Parses several entries of a list in one go; without it they are looked for one by one. */
  createSliceParser?(): SliceParser;
  /** The row of an entry. @param score how much an object looks like a record */
  rowOf(entry: PlainObject, path: readonly string[], score: (row: Row) => number): Row;
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

/** A record that was read by a plan (plain/reader.ts). */
export interface PlainRecord {
  readonly record: SgsRecord;
  /** The standards whose keys have been seen until and with this row; bits. */
  readonly standards: number;
  /** Filled keys that could not be placed. */
  readonly unplaced: readonly string[];
  readonly notices: readonly Notice[];
}

/** Reads an entry by a plan; undefined where it has to go the long way. @param standards seen until now; bits */
export type PlainReader = (entry: PlainObject, path: readonly string[], standards: number) => PlainRecord | undefined;

export interface PlainReaderOptions {
  readonly config: SgsConfig;
  readonly today: string;
  /** What a row of scalars is, and what its columns mean; undefined where it is no record. */
  readonly describe: (entry: PlainObject, path: readonly string[]) =>
    { readonly kind: Kind; readonly columns: readonly Column[] } | undefined;
  /** Whether the values under these keys are left as they are (entry.ts). */
  readonly isLeft: (keys: readonly string[], path: readonly string[]) => boolean;
  /** How many names of columns the feed has told. */
  readonly learnt: () => number;
}

export interface RecordRules {
  /** The short way; without it every entry goes the long one. */
  createPlainReader?(options: PlainReaderOptions): PlainReader | undefined;
  readonly shapes: FeedShapes;
  createReadColumn(mapping: SgsConfig['mapping'], values: SgsConfig['values']): ReadColumn;
  buildRecord(row: MappedRow, context: BuildContext): Built;
  createNotices(): Notices;
  cleanMeta(meta: FeedMeta, config: SgsConfig): FeedMeta;
}
