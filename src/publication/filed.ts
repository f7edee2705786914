/**
 * A small ledger of what was filed: by it a report holds what is new since the last one, whatever its dates say, so that nothing
 * falls between two weeks and nothing is filed twice. It has numbers, days and hashes, and nobody's name.
 */
import { isPlainObject } from '../model/config.js';
import { isKind, KIND_DEFS, type Kind } from '../model/kinds.js';
import type { SgsRecord } from '../model/record.js';
import { normalizeText } from '../query/normalize.js';
import { decisionContents } from './decision.js';
import { periodOf, type DigestOptions } from './digest.js';
import type { CellTable } from './table.js';

/** By which day a decision belongs to a report. */
export const FILING_DAYS = ['reported', 'published', 'decided'] as const;
export type FilingDay = (typeof FILING_DAYS)[number];

/** A decision as it is to be filed; days are ISO, '' where it has none. */
export interface Filing {
  readonly kind: Kind;
  readonly documentNumber: string;
  readonly subject: string;
  readonly authority: string;
  readonly decidedOn: string;
  readonly publishedOn: string;
  /** All that is filed of it. */
  readonly contents: unknown;
}

export const filingOfRecord = (record: SgsRecord): Filing => {
  const { kind, documentNumber = '', subjectName = '', authority = '', decidedOn = '', publishedOn = '' } = record;
  return { kind, documentNumber, subject: subjectName, authority, decidedOn, publishedOn, contents: decisionContents(record) };
};

export interface FiledEntry {
  readonly kind: Kind;
  readonly documentNumber: string;
  readonly decidedOn: string;
  /** 18 bits of a hash each: they tell the few people of one number apart, and nobody can be found by them. */
  readonly subject: string;
  readonly authority: string;
  /** Of all that was filed. */
  readonly hash: string;
  /** ISO: the day for which it was filed; '' of what was there before the first report. */
  readonly on: string;
}

/** One series of reports: a template's, the weeks', the months'. */
export interface FiledBook {
  readonly entries: readonly FiledEntry[];
  /** Nothing was filed yet. */
  readonly isNew: boolean;
}

/** SHA-256 as base64url. */
export type Hash = (text: string) => string;

const FIELDS = ['kind', 'documentNumber', 'decidedOn', 'subject', 'authority', 'hash', 'on'] as const;

const entryOf = (row: unknown): FiledEntry | undefined => (
  Array.isArray(row) && row.length === FIELDS.length && row.every((cell) => typeof cell === 'string')
    && isKind(row[0]) ? Object.fromEntries(FIELDS.map((field, at) => [field, row[at] as string])) as unknown as FiledEntry : undefined);

export type FiledBooks = Readonly<Record<string, readonly FiledEntry[]>>;

/** Whether a value is such a ledger, by its outside. */
export const isFiledLedger = (held: unknown): boolean =>
  isPlainObject(held) && held['sgs'] === 'filed' && held['version'] === 1 && isPlainObject(held['books']);

/** @returns undefined where it is none of ours: then nothing may be filed by it */
export function booksOf(held: unknown): FiledBooks | undefined {
  if (!isFiledLedger(held)) return undefined;
  const books: Record<string, FiledEntry[]> = {};
  for (const [name, rows] of Object.entries((held as { readonly books: Readonly<Record<string, unknown>> }).books)) {
    if (!Array.isArray(rows)) return undefined;
    const entries = rows.map(entryOf);
    if (entries.some((entry) => !entry)) return undefined;
    books[name] = entries as FiledEntry[];
  }
  return books;
}

/** A line an entry: a week's change is a few lines of the file. */
export const booksText = (books: FiledBooks): string => {
  const pieces = Object.entries(books).map(([name, entries]) =>
    `${JSON.stringify(name)}:[\n${entries.map((entry) => JSON.stringify(FIELDS.map((field) => entry[field]))).join(',\n')}\n]`);
  return `{"sgs":"filed","version":1,"books":{\n${pieces.join(',\n')}\n}}\n`;
};

const tagOf = (name: string, hash: Hash): string => (name ? hash(normalizeText(name)).slice(0, 3) : '');

const toEntry = ({ kind, documentNumber, subject, authority, decidedOn, contents }: Filing, on: string, hash: Hash): FiledEntry => ({
  kind, documentNumber, decidedOn, on, subject: tagOf(subject, hash), authority: tagOf(authority, hash),
  hash: hash(JSON.stringify(contents)).slice(0, 16),
});

const places = ({ kind, documentNumber }: FiledEntry): string => `${kind} ${normalizeText(documentNumber)}`;

/** What makes two of one number the same, the surest first. What has no number is only itself by more than its subject. */
const SAME: readonly ((a: FiledEntry, b: FiledEntry) => boolean)[] = [
  (a, b) => a.hash === b.hash,
  (a, b) => a.subject === b.subject && a.authority === b.authority && a.decidedOn === b.decidedOn,
  (a, b) => a.documentNumber !== '' && a.subject === b.subject && a.authority === b.authority,
  (a, b) => a.documentNumber !== '' && (a.subject === b.subject || a.authority === b.authority),
];

interface Compared {
  /** Each as it is now, and as it was filed. */
  readonly now: readonly FiledEntry[];
  readonly before: readonly (FiledEntry | undefined)[];
  /** Filed, and there no more. */
  readonly gone: readonly FiledEntry[];
}

function compare({ entries }: FiledBook, filings: readonly Filing[], hash: Hash): Compared {
  const free = new Map<string, Set<FiledEntry>>();
  for (const entry of entries) {
    const own = free.get(places(entry)) ?? new Set();
    free.set(places(entry), own.add(entry));
  }
  const now = filings.map((filing) => toEntry(filing, '', hash));
  const before: (FiledEntry | undefined)[] = now.map(() => undefined);
  for (const isSame of SAME) {
    now.forEach((entry, at) => {
      if (before[at]) return;
      const own = free.get(places(entry));
      for (const known of own ?? []) {
        if (!isSame(entry, known)) continue;
        before[at] = known;
        own?.delete(known);
        return;
      }
    });
  }
  const left = new Set([...free.values()].flatMap((own) => [...own]));
  return { now, before, gone: entries.filter((entry) => left.has(entry)) };
}

/** The day by which a decision belongs to a period: what has no day of publication, by its decision; '' where it has neither. */
export const filingDay = ({ decidedOn, publishedOn }: Pick<Filing, 'decidedOn' | 'publishedOn'>, by: FilingDay): string =>
  (by === 'decided' ? decidedOn : publishedOn || decidedOn);

/** What a report is made of, and the book once it is made. */
export interface FilingPlan {
  /** Of each decision, the day by which it stands in a report; undefined: in none. */
  readonly days: readonly (string | undefined)[];
  readonly entries: readonly FiledEntry[];
  /** Filed, and otherwise now. */
  readonly changed: number;
  readonly gone: readonly FiledEntry[];
}

const changedIn = ({ now, before }: Compared): readonly boolean[] =>
  now.map((entry, at) => before[at] !== undefined && before[at].hash !== entry.hash);

const count = (all: readonly boolean[]): number => all.filter(Boolean).length;

/** What is new since the last report. @param since of the first one: what is older was filed before, in some other way */
export function planNew(book: FiledBook, filings: readonly Filing[], since: string, today: string, hash: Hash): FilingPlan {
  const compared = compare(book, filings, hash);
  const { now, before, gone } = compared;
  const added: FiledEntry[] = [];
  const days = filings.map((filing, at) => {
    if (before[at]) return undefined;
    const isOld = book.isNew && filingDay(filing, 'reported') < since;
    added.push({ ...now[at] as FiledEntry, on: isOld ? '' : today });
    return isOld ? undefined : today;
  });
  return { days, gone, changed: count(changedIn(compared)), entries: [...book.entries, ...added] };
}

/** What has changed or gone since it was filed. */
export function planCorrections(book: FiledBook, filings: readonly Filing[], hash: Hash): FilingPlan {
  const compared = compare(book, filings, hash);
  const changed = changedIn(compared);
  const next = new Map(compared.before.flatMap((entry, at) => (entry ? [[entry, compared.now[at] as FiledEntry] as const] : [])));
  return {
    days: filings.map((filing, at) => (changed[at] ? filingDay(filing, 'reported') : undefined)),
    gone: compared.gone,
    changed: count(changed),
    entries: book.entries.flatMap((entry) => {
      const now = next.get(entry);
      return now ? [{ ...now, on: entry.on }] : [];
    }),
  };
}

/**
 * What belongs to a week or month: what was filed for it, and what is new since the last one. A week that is made again is the
 * same; what turns up late goes into the one that is made next.
 */
export function planPeriod(
  book: FiledBook, filings: readonly Filing[], { unit, day }: DigestOptions & { readonly day: string }, hash: Hash,
): FilingPlan {
  const compared = compare(book, filings, hash);
  const { now, before, gone } = compared;
  const period = periodOf(day, unit);
  const isClosed = book.entries.some(({ on }) => on !== '' && periodOf(on, unit) > period);
  const added: FiledEntry[] = [];
  const days = filings.map((filing, at) => {
    const own = filingDay(filing, 'reported');
    const known = before[at];
    if (known) return known.on || own;
    if (own && periodOf(own, unit) > period) return own;
    if (isClosed) return undefined;
    const isOld = book.isNew && (own === '' || periodOf(own, unit) < period);
    added.push({ ...now[at] as FiledEntry, on: isOld ? '' : day });
    return isOld ? own : day;
  });
  return { days, gone, changed: count(changedIn(compared)), entries: [...book.entries, ...added] };
}

/** What was filed and is there no more: to be taken back where it was filed. @param why of one that a source still names */
export const withdrawnTable = (gone: readonly FiledEntry[], why: (entry: FiledEntry) => string): CellTable => ({
  name: '撤回清单',
  columns: [['公示类型', 'text'], ['决定书文号', 'text'], ['决定日期', 'date'], ['报送日期', 'date'], ['情况', 'text']],
  rows: gone.map((entry) => [
    KIND_DEFS[entry.kind].label, entry.documentNumber, entry.decidedOn, entry.on, why(entry),
  ]),
});
