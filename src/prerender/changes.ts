/**
 * What has become of each record since the pages were last made: new, changed, withdrawn, and when. Remembered are ids, a
 * digest of what is public, the kind and the credit code, nothing else; of what was withdrawn only for a month.
 */
import { KINDS, type Kind } from '../model/kinds.js';
import type { SgsRecord } from '../model/record.js';
import { isCreditCode } from '../rules/codes.js';

export type ChangeOf = 'new' | 'changed' | 'withdrawn';

/** What is remembered of a record. */
export interface Seen {
  readonly kind: Kind;
  readonly what: ChangeOf;
  /** RFC 3339: when this became of it. */
  readonly updated: string;
  /** Of all that is public of it; '' of one that is withdrawn. */
  readonly digest: string;
  /** 统一社会信用代码 of whom it is about. */
  readonly code?: string;
}

/** What is remembered of a column, by the records' ids. */
export interface Memory {
  /** RFC 3339: when the column was first made. */
  readonly since: string;
  readonly records: Readonly<Record<string, Seen>>;
}

/** How long a withdrawal is told, in milliseconds: whoever looks once a month has been told. */
const TOLD = 31 * 86_400_000;

const isTime = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value) && !Number.isNaN(Date.parse(value));

const isSeen = (value: unknown): value is Seen => {
  const { kind, what, updated, digest, code } = (value ?? {}) as Readonly<Record<string, unknown>>;
  return KINDS.includes(kind as Kind) && ['new', 'changed', 'withdrawn'].includes(what as string) && isTime(updated)
    && typeof digest === 'string' && (code === undefined || (typeof code === 'string' && isCreditCode(code)));
};

/** A memory as it was written; undefined where it is none, so that all begins anew. */
export function memoryOf(value: unknown): Memory | undefined {
  const { since, records } = (value ?? {}) as Readonly<Record<string, unknown>>;
  return isTime(since) && typeof records === 'object' && records !== null && Object.values(records).every(isSeen)
    ? { since, records: records as Memory['records'] }
    : undefined;
}

/** The code by which a subject's records may be followed; undefined for persons, who have none, and for wrong ones. */
export const followedCode = ({ creditCode = '' }: SgsRecord): string | undefined => (isCreditCode(creditCode) ? creditCode : undefined);

/** The same record gives the same text, in whatever order its values were read. */
const canonical = (record: SgsRecord): string =>
  JSON.stringify(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));

/** A day of China as RFC 3339; undefined for what is no day. */
const startOf = (day: string | undefined): string | undefined =>
  (/^\d{4}-\d\d-\d\d$/.test(day ?? '') ? `${day ?? ''}T00:00:00+08:00` : undefined);

const earlier = (a: string, b: string): string => (Date.parse(a) <= Date.parse(b) ? a : b);

/**
 * What is to be remembered from now on. In the first run a record is dated as the feed dates it, for it may have been public
 * for years; later, by when it was seen, for a feed may date it back.
 * @param before of the last run; undefined in the first
 * @param now RFC 3339
 * @param digestOf a short digest of a text
 */
export function remember(
  records: readonly SgsRecord[],
  before: Memory | undefined,
  now: string,
  digestOf: (text: string) => string,
): Memory {
  const old = before?.records ?? {};
  const seen = new Map<string, Seen>();
  for (const record of records) {
    const { id, kind, updatedOn, publishedOn } = record;
    const known = Object.hasOwn(old, id) ? old[id] : undefined;
    const digest = digestOf(canonical(record));
    const code = followedCode(record);
    if (known && known.what !== 'withdrawn' && known.digest === digest) seen.set(id, known);
    else {
      const what = known ? 'changed' : 'new';
      const stated = before ? undefined : startOf(updatedOn) ?? startOf(publishedOn);
      seen.set(id, { kind, what, updated: stated ? earlier(stated, now) : now, digest, ...(code && { code }) });
    }
  }
  for (const [id, known] of Object.entries(old)) {
    if (seen.has(id)) continue;
    if (known.what !== 'withdrawn') seen.set(id, { ...known, what: 'withdrawn', updated: now, digest: '' });
    else if (Date.parse(now) - Date.parse(known.updated) < TOLD) seen.set(id, known);
  }
  return { since: before?.since ?? now, records: Object.fromEntries(seen) };
}
