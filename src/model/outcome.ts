/** What can happen to an entry of a feed on its way to the page, besides being shown. */

/** Why the gate held a record back (product contract, "Rules"). */
export const WITHHELD_REASONS = [
  'internal', 'restricted', 'revoked', 'expired', 'future', 'minor',
  // Repaired, or its publicity has been ended: shown nowhere any more (令36号 art. 3; 国办发〔2025〕22号).
  'repaired',
  // A slight failing (轻微), which in principle is not published (令36号).
  'slight',
  // Something that speaks of publication, validity or an end is not understood.
  'unclear',
] as const;
export type WithheldReason = (typeof WITHHELD_REASONS)[number];

/** What a site may switch off in `gate`: the reasons, and the longest periods of publicity that the law sets. */
export const GATE_SWITCHES = [...WITHHELD_REASONS, 'period'] as const;
export type GateSwitch = (typeof GATE_SWITCHES)[number];

/** Why an entry was set aside as bad. */
export type RejectedReason = 'no-record' | 'no-kind' | 'no-name-and-number' | 'bad-date' | 'no-basis';

/** Which rule has spoken. Besides the reasons to withhold: what is only told. */
export type NoticeRule =
  | WithheldReason
  /** A word of a gate column that is not known and says nothing against publication. */
  | 'unknown-word'
  /** A grade (失信严重程度) for which no period is laid down. */
  | 'unknown-grade'
  /** A stand-in for “no date” in a column of ends. */
  | 'no-date'
  /** A date that is not wholly told (2026年6月), can be read in two ways or not at all. */
  | 'unread-date'
  /** An amount that can't be read for certain. */
  | 'unread-amount'
  /** An object in which nobody has found a value. */
  | 'unread-object'
  /** The legal maximum of publicity. */
  | 'period'
  /** Warning or public criticism alone, or the summary procedure: in principle not published. */
  | 'slight-penalty'
  /** A column that speaks of a person, or of the office’s inside. */
  | 'personal-column' | 'internal-column'
  /** A number or an address of a person's in a column that is shown. */
  | 'personal-number'
  /** A person's name in a column that is shown. */
  | 'person-name'
  /** A code whose last digits a spreadsheet has lost. */
  | 'spoilt-code'
  /** A column that nobody knows, left out by the configuration's `extra`. */
  | 'extra-column';

/**
 * What became of what is told: the record held back, the column left out, part of the value masked, the date cut, the value
 * passed over, or nothing.
 */
export type NoticeEffect = 'withheld' | 'hidden' | 'masked' | 'cut' | 'ignored' | 'shown';

/** Something the webmaster has to know or to settle: which column, which value, of which row, by which rule, and what became of it. */
export interface Notice {
  readonly column: string;
  /** As the feed wrote it; left out where it may be personal. */
  readonly value?: string;
  /** Number of the row, from 1, where it is known. */
  readonly row?: number;
  readonly rule: NoticeRule;
  readonly what: NoticeEffect;
}

/** The same notice of many rows. Holds no personal value. */
export interface NoticeGroup extends Omit<Notice, 'row'> {
  /** Rows it was told of. */
  readonly count: number;
  /** Numbers of the first of them, from 1. */
  readonly rows: readonly number[];
}

/** What `values` may say that a value of a gate column means. */
export const VALUE_MEANINGS = ['public', 'internal', 'restricted', 'repaired', 'ended', 'revoked'] as const;

/** What is done with columns that nobody knows. */
export const EXTRA_MODES = ['show', 'mask', 'hide'] as const;
