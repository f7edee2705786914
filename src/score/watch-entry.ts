/**
 * What 网络检测 keeps of a decision that it has seen: enough to know it again and to tell a change, and nothing personal.
 * Names of subjects go in as hashes only, and masked before that.
 */
import { firstText } from '../feed/mapped-row.js';
import type { OnRow } from '../feed/feed.js';
import type { Kind } from '../model/kinds.js';
import type { WithheldReason } from '../model/outcome.js';
import type { SgsRecord } from '../model/record.js';
import { normalizeText } from '../query/normalize.js';

/** A hash of text, in characters that stand in JSON as they are. Cryptographic: a log must not be rewritten unnoticed. */
export type Digest = (text: string) => string;

/** Characters kept of a hash (6 bits each): to tell decisions of one department apart, and one text of a decision from another. */
const ID_LENGTH = 10, CONTENT_LENGTH = 8;

/** A decision as it stood there in one run. */
export interface WatchEntry {
  /** The same in every run, whatever ids the feed gives. */
  readonly id: string;
  /** Of all that is published of it. */
  readonly hash: string;
  readonly kind: Kind;
  /** As it is published; '' where it has none. */
  readonly documentNumber: string;
  /** ISO dates; '' where there is none. */
  readonly decidedOn: string;
  readonly publishedOn: string;
  /** The last day of its publicity: 公示截止期, of a licence 有效期至. */
  readonly until: string;
  /** 更新日期: whoever changes it says that something was changed. */
  readonly updatedOn: string;
}

/** What the site's rules say of a decision that stands in the feed and is not shown. */
export interface HeldBack {
  readonly kind: Kind;
  readonly documentNumber: string;
  readonly reason: WithheldReason;
}

/** All of a department's feeds in one run. */
export interface Observation {
  readonly entries: readonly WatchEntry[];
  readonly heldBack: readonly HeldBack[];
}

/** Kinds that are decisions: rules and catalogues come and go as they like. */
const WATCHED: ReadonlySet<Kind> = new Set<Kind>(['license', 'penalty']);

/** How a number is known again: width, brackets and white space make no difference. */
export const numberKey = (kind: Kind, documentNumber: string): string => `${kind} ${normalizeText(documentNumber)}`;

/** What names the feed or the day, or is made by our own rules, and is no part of what is published of the decision. */
const ASIDE: ReadonlySet<string> = new Set(['id', 'feedName', 'updatedOn', 'repairFrom']);

/** One text for one content, in whatever order its parts came. */
const contentOf = (record: SgsRecord): string => {
  let text = '';
  for (const key of Object.keys(record).sort()) if (!ASIDE.has(key)) text += `${key}${JSON.stringify(record[key as keyof SgsRecord])}\n`;
  return text;
};

/** @param same how many decisions of the same number and subject came before it in this run */
export const entryOf = (record: SgsRecord, digest: Digest, same = 0): WatchEntry => {
  const { kind, documentNumber = '', subjectName = '', decidedOn = '', publishedOn = '', publicUntil = '', validTo = '' } = record;
  const name = documentNumber
    ? [numberKey(kind, documentNumber), normalizeText(subjectName)]
    : [kind, normalizeText(record.title), normalizeText(subjectName), decidedOn];
  return {
    id: digest([...name, ...(same ? [same] : [])].join('\n')).slice(0, ID_LENGTH),
    hash: digest(contentOf(record)).slice(0, CONTENT_LENGTH),
    kind,
    documentNumber,
    decidedOn,
    publishedOn,
    until: publicUntil || (kind === 'license' ? validTo : ''),
    updatedOn: record.updatedOn ?? '',
  };
};

export interface Observer {
  /** For every feed of the department, one after another. */
  readonly onRow: OnRow;
  readonly observation: () => Observation;
}

/** Looks on while feeds are read; of each record an entry is kept, and the record let go of. */
export function createObserver(digest: Digest): Observer {
  const entries = new Map<string, WatchEntry>();
  const heldBack: HeldBack[] = [];
  const onRow: OnRow = (row, built) => {
    if ('undecided' in built || 'rejected' in built || !WATCHED.has(row.kind)) return;
    if (built.withheld) {
      const documentNumber = firstText(row, 'documentNumber');
      if (documentNumber) heldBack.push({ kind: row.kind, documentNumber, reason: built.withheld });
      return;
    }
    let entry = entryOf(built.record, digest);
    // Word for word the same is one decision that is published twice.
    for (let same = 1; entries.has(entry.id) && entries.get(entry.id)?.hash !== entry.hash; same++)
      entry = entryOf(built.record, digest, same);
    entries.set(entry.id, entry);
  };
  return { onRow, observation: () => ({ entries: [...entries.values()], heldBack }) };
}
