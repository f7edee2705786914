/**
 * A small ledger of what was filed: by it a report holds what is new since the last one, whatever its date says, so that nothing
 * falls between two weeks and nothing is filed twice. It holds document numbers and hashes, and nobody's name.
 */
import { hashOf } from '../model/hash.js';
import { isPlainObject } from '../model/config.js';
import type { Kind } from '../model/kinds.js';
import { normalizeText } from '../query/normalize.js';

/** By which day a decision belongs to a report. */
export const FILING_DAYS = ['reported', 'published', 'decided'] as const;
export type FilingDay = (typeof FILING_DAYS)[number];

interface FiledEntry {
  /** Of all that was filed of it; '' of what was there before the first report. */
  readonly hash: string;
  /** ISO: the day it was filed, or the first of the week or month it was filed for. */
  readonly on: string;
  readonly kind: Kind;
  readonly documentNumber: string;
}

/** A decision as it is to be filed. */
export interface Filing {
  readonly kind: Kind;
  readonly documentNumber: string;
  /** ISO; '' where it has none. */
  readonly decidedOn: string;
  readonly publishedOn: string;
  /** All that is filed of it. */
  readonly contents: readonly unknown[];
}

export interface FiledLedger {
  /** When it was filed; undefined: not yet. */
  filedOn(filing: Filing): string | undefined;
  /** Whether it was filed, and otherwise than it is now. */
  hasChanged(filing: Filing): boolean;
  file(filing: Filing, on: string): void;
  /** Takes note of what was there before the first report. */
  skip(filing: Filing): void;
  /** What was filed and has not been asked about since: it is gone. */
  gone(): readonly Pick<FiledEntry, 'kind' | 'documentNumber' | 'on'>[];
  /** Forgets what is gone, once that is filed. */
  forgetGone(): void;
  toJSON(): unknown;
  readonly isNew: boolean;
}

/** @param held the file's content; undefined: nothing was filed yet. @throws {TypeError} where it is none of ours */
export function createFiledLedger(held: unknown): FiledLedger {
  if (held !== undefined && (!isPlainObject(held) || held['version'] !== 1 || !isPlainObject(held['filed']))) throw new TypeError('filed');
  const entries = new Map(Object.entries((held === undefined ? {} : held['filed']) as Readonly<Record<string, FiledEntry>>));
  const keys = new WeakMap<Filing, string>();
  const counts = new Map<string, number>();
  const asked = new Set<string>();

  /** One decision may be about several people: the n-th of one number is itself. */
  const keyOf = (filing: Filing): string => {
    const known = keys.get(filing);
    if (known !== undefined) return known;
    const { kind, documentNumber, decidedOn, contents } = filing;
    const base = documentNumber ? `${kind} ${normalizeText(documentNumber)}` : `${kind} ${decidedOn} ${hashOf(JSON.stringify(contents))}`;
    const count = (counts.get(base) ?? 0) + 1;
    counts.set(base, count);
    const key = count === 1 ? base : `${base} ${count}`;
    keys.set(filing, key);
    asked.add(key);
    return key;
  };
  const hash = ({ contents }: Filing): string => hashOf(JSON.stringify(contents));
  const gone = (): [string, FiledEntry][] => [...entries].filter(([key, { hash: filed }]) => filed !== '' && !asked.has(key));

  return {
    isNew: held === undefined,
    filedOn: (filing) => entries.get(keyOf(filing))?.on,
    hasChanged: (filing) => {
      const entry = entries.get(keyOf(filing));
      return entry !== undefined && entry.hash !== '' && entry.hash !== hash(filing);
    },
    file: (filing, on) => {
      const { kind, documentNumber } = filing;
      entries.set(keyOf(filing), { hash: hash(filing), on, kind, documentNumber });
    },
    skip: (filing) => {
      const { kind, documentNumber } = filing;
      entries.set(keyOf(filing), { hash: '', on: '', kind, documentNumber });
    },
    gone: () => gone().map(([, { kind, documentNumber, on }]) => ({ kind, documentNumber, on })),
    forgetGone: () => {
      for (const [key] of gone()) entries.delete(key);
    },
    toJSON: () => ({ version: 1, filed: Object.fromEntries(entries) }),
  };
}

/** The day by which a decision belongs to a period; '' where it has none. */
export const filingDay = ({ decidedOn, publishedOn }: Pick<Filing, 'decidedOn' | 'publishedOn'>, by: FilingDay): string =>
  (by === 'decided' ? decidedOn : publishedOn || decidedOn);
