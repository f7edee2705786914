/** The door of the feed room: what goes in (an address and settings) and what comes out (clean records, then a report). */
import type { Failure } from '../model/failure.js';
import type { Kind } from '../model/kinds.js';
import type { SgsRecord } from '../model/record.js';
import type { SgsConfig } from '../model/config.js';
import type { NoticeGroup, RejectedReason, WithheldReason } from '../model/outcome.js';
import type { Standard } from '../rules/status.js';
import type { MappedRow } from './mapping.js';
import type { Built } from './record.js';

/** What a feed says about itself. */
export interface FeedMeta {
  /** ISO date of the feed's own `updated`, else of the answer's Last-Modified, else absent. */
  readonly updated?: string;
  readonly publisher?: { readonly name?: string; readonly code?: string; readonly url?: string };
  readonly notice?: string;
  /** 救济渠道 of every penalty that has none of its own (行政处罚法 art. 59 asks for it in each decision). */
  readonly remedy?: string;
}

/** What reading a feed came to: counts, and the places of what was withheld or masked. No personal data. */
export interface FeedReport {
  readonly meta: FeedMeta;
  /** `null`: keys of both standards, no status was judged. `any`: nothing in the feed depends on it. */
  readonly standard: Standard | 'any' | null;
  /** Entries in the feed: always shown + withheld + rejected. */
  readonly rows: number;
  readonly kinds: Readonly<Partial<Record<Kind, number>>>;
  readonly withheld: Readonly<Partial<Record<WithheldReason, number>>>;
  readonly rejected: Readonly<Partial<Record<RejectedReason, number>>>;
  /** Keys that could not be placed and how often they were filled; a `mapping` settles them. */
  readonly unplaced: Readonly<Record<string, number>>;
  /** How many records the feed says that it has, where it says so: more than `rows` means that it comes in pages. */
  readonly total?: number;
  /** What was withheld, masked or not understood: column, value, rule and rows. Never a personal value. */
  readonly notices: readonly NoticeGroup[];
}

/**
 * Takes every entry that is a record, what came of it, and how many entries there have been until now. One whose status
 * waits for the standard (`undecided`) comes again at the end. Numbers left out are entries that are no record.
 */
export type OnRow = (row: MappedRow, built: Built, n: number) => void;

export interface FeedRequest {
  /** Absolute http(s) address. */
  readonly url: string;
  readonly config?: SgsConfig;
  readonly signal?: AbortSignal;
  /** Kinds the list shows; used only when a record could be of several. */
  readonly kinds?: readonly Kind[];
  /** Today's date in China, ISO; the clock unless a test says otherwise. */
  readonly today?: string;
  /** Clean records, in the feed's order, while the body arrives. Never a withheld one. */
  readonly onRecords: (records: readonly SgsRecord[]) => void;
  /** What stands around the records, once all are read. Nothing of it may be shown. */
  readonly onRoot?: (root: unknown) => void;
  /** It is a part of something, such as a page after the first: it may well hold nothing, or nothing that can be taken. */
  readonly isPart?: boolean | undefined;
  /** For checks. */
  readonly onRow?: OnRow | undefined;
  /** Asked when a body turns out to be big: who reads it from its first byte on, instead of this thread. */
  readonly onBig?: ((options: DecodeOptions) => Promise<RemoteReader | undefined>) | undefined;
  /** Counted up: bytes of all feeds that are read together, for many small ones are as much as a big one. */
  readonly size?: { bytes: number };
}

/** What must be known to read a body's bytes. Plain data: it goes to a worker. */
export interface DecodeOptions {
  readonly url: string;
  readonly config: SgsConfig;
  readonly kinds: readonly Kind[] | undefined;
  /** Today's date in China, ISO. */
  readonly today: string;
  /** What the server says; empty where it says nothing. */
  readonly charset: string | undefined;
}

/** Reads a body in another thread. */
export interface RemoteReader {
  /** Takes bytes: they are gone here. Waits where more have come than can be read. */
  push(chunks: readonly Uint8Array[]): Promise<void> | undefined;
  /** Takes the last bytes. Fails with a FeedFailure. */
  end(chunks: readonly Uint8Array[]): Promise<FeedReport>;
}

export type FeedResult =
  | { readonly ok: true; readonly report: FeedReport }
  | { readonly ok: false; readonly failure: Failure };
