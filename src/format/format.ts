/**
 * The format of a big feed: a folder of small files that any web server serves. Types and names; both sides use them.
 *
 * ```
 * sgs.json                     short-lived: a feed like any other, of the newest rows, and `shards`: what else there is
 * <kind>-<hash>/               a segment: records of one kind, newest first, numbered from 0; its files never change, but
 *                              that withdrawn records are erased from g, b and h once nobody reads them (write/erase.ts)
 *   meta.json                  days and how many records each has
 *   l/<a>/<n>.json             rows n × 50 and on, as a list shows them, by columns
 *   r/<a>/<n>.json             records n × 100 and on, whole, one a line
 *   g/<a>/<n>.json             grams of the searched texts, and values of filters → numbers of records
 *   b/<term>.json              the same of one frequent term; if it is very frequent, of the newest records, and
 *   b/<term>-<block>.json      of older ones
 *   h/<a>/<n>.json             hashes of ids and credit codes → numbers of records
 *   n/<a>/<n>.json             numbers within texts (the 21 of …〔2026〕21号) → these texts and numbers of records
 *   k/<a>/<n>.json             ids and sums of records n × 1000 and on, for the next publication only (once: keys.json)
 *   patch-<hash>.json          what has been withdrawn since
 *   l|r|n/<a>/<n>-<hash>.json  one of the files above without what has been withdrawn from it, named after that (editions.ts)
 * ```
 *
 * All but `sgs.json` are gzip, whatever the server does: few county servers compress JSON. They are called `.json`
 * because servers without a MIME type for a name refuse it, text-mode FTP spoils `.txt`, and every server that can serve
 * `sgs.json` can serve them. A reader looks at the first two bytes, so a server that says `Content-Encoding` does no harm.
 */
import type { Kind } from '../model/kinds.js';
import type { Facets } from '../query/page.js';

/** What is searched. `numbers`: names, credit codes, document numbers; `titles`: titles too; `text`: every shown text. */
export const SEARCHED = ['numbers', 'titles', 'text'] as const;
export type Searched = (typeof SEARCHED)[number];

export interface SegmentInfo {
  /** Its folder, relative to the manifest. */
  readonly path: string;
  /** Records, those withdrawn since included: their numbers stay empty. */
  readonly count: number;
  /** How many files of each kind there are. */
  readonly grams: number;
  readonly hashes: number;
  readonly numbers: number;
  /** A term in more records than this has files of its own, and in so many blocks its list: BLOCKS, or 1 in a small segment. */
  readonly split: number;
  readonly blocks: number;
  /**
   * Terms so frequent that a search knows it before it asks for anything: those in more than COMMON of the records and
   * up to twice as many, those in up to four times as many, and so on.
   */
  readonly frequentTerms: readonly (readonly string[])[];
  /** The longest run of ASCII letters and digits outside of credit codes: a longer search can only mean a code. */
  readonly longest: number;
  /** Records in a file of keys, for the next publication; absent where all are in one. */
  readonly keys?: number;
  /** Name of the patch, where anything was withdrawn. */
  readonly patch?: string;
}

export interface KindInfo {
  /** Records that can be shown. */
  readonly count: number;
  /** The name of a file, where they are many. */
  readonly facets: Facets | string;
  /** The largest first. */
  readonly segments: readonly SegmentInfo[];
}

/** What `shards` says in the manifest. */
export interface ShardsInfo {
  readonly format: typeof FORMAT;
  readonly searched: Searched;
  /** Records in a file of rows, and in one of whole records. */
  readonly rows: number;
  readonly records: number;
  readonly kinds: Readonly<Partial<Record<Kind, KindInfo>>>;
}

/** `meta.json` of a segment. */
export interface SegmentMeta {
  /** Pairs, the latest first: days since 1970 (after the first: days back), and how many records it has. */
  readonly days: readonly number[];
  /** Records without a date; they come last. */
  readonly undated: number;
}

/** `l/…`: columns; a row whose values are all absent has been withdrawn. */
export interface RowChunk {
  readonly count: number;
  readonly columns: Readonly<Record<string, readonly unknown[]>>;
}

/** `n/…`: texts with their number cut out (HOLE), and for each number pairs of a text's and a record's number. */
export interface NumberShard {
  readonly texts: readonly string[];
  readonly of: Readonly<Record<string, readonly number[]>>;
}

/** `patch-….json`. */
export interface Patch {
  /** Numbers of the deleted records, ascending: the first, then how far it is from each to the next. */
  readonly gaps: readonly number[];
  /** Of each of them, the files of numbers it was in: one, or a list. */
  readonly shards: readonly (number | readonly number[])[];
  /**
   * Of each of the segment's frequent terms, in their order, how many records still have it. (How many of the deleted
   * records had it would say what these were.)
   */
  readonly frequentCounts: readonly number[];
}

/** A folder made otherwise has another. */
export const FORMAT = 4;

/** Share of the records beyond which a term is called frequent. */
export const COMMON = 0.04;

/** A long list is cut into so many blocks, each of twice as many records as the one before: the newest are asked for most. */
export const BLOCKS = 4;

/** The number at which a block ends. @param count records of the segment */
export const blockEnd = (block: number, count: number): number => Math.ceil((count * (2 ** (block + 1) - 1)) / (2 ** BLOCKS - 1));

/** Stands for the number in a text of a NumberShard. */
export const HOLE = '\u0001';

/** The folder `a` keeps folders short: at most 512 files each. */
export const fileOf = (letter: 'l' | 'r' | 'g' | 'h' | 'n' | 'k', n: number): string => `${letter}/${n >> 9}/${n}.json`;
