/**
 * Entries that say the same thing twice, or two things of one decision. What is remembered of an entry is three numbers,
 * so that a feed of a million can be looked through; the texts themselves, names among them, are not kept.
 */
import { normalizeCode, cleanText } from '../feed/text.js';
import { parseDate } from '../feed/dates.js';
import { firstText } from '../feed/mapped-row.js';
import type { MappedRow } from '../feed/mapping.js';
import { fnv1a, SECOND_SEED } from '../model/hash.js';

/** 53 bits of FNV-1a: among a million texts a collision is one in ten thousand. */
export const digestOf = (text: string): number => (fnv1a(text) & 0x1fffff) * 0x100000000 + fnv1a(text, SECOND_SEED);

/** What tells a decision from others: number, subject and date (domain §6); without a number, what it is about too. */
const decisionOf = (row: MappedRow): string => {
  const number = normalizeCode(firstText(row, 'documentNumber'));
  const about = number
    ? ''
    : [
        firstText(row, 'projectName'),
        firstText(row, 'caseName'),
        firstText(row, 'honorName'),
        firstText(row, 'noticeTitle'),
        firstText(row, 'itemName'),
        firstText(row, 'catalogCode'),
      ].join('\n');
  return [
    row.kind,
    number,
    firstText(row, 'subjectName').replace(/\s/g, ''),
    parseDate(row.cells.get('decidedOn')?.[0]?.value) ?? '',
    about,
  ].join('\n');
};

/** Fields that may differ without a difference in what is published. */
const IGNORED: ReadonlySet<string> = new Set(['id', 'ignored', 'updatedOn', 'publishedOn', 'remark', 'kind', 'sourceUnit', 'sourceCode']);

const contentOf = (row: MappedRow): string =>
  [
    ...[...row.cells]
      .filter(([field]) => !IGNORED.has(field))
      .map(([field, cells]) => `${field}:${cells.map(({ value }) => cleanText(value)).join('；')}`)
      .sort(),
    ...row.extra.map(({ key, value }) => `${key}:${cleanText(value)}`).sort(),
  ].join('\n');

export interface Duplicate {
  readonly code: 'duplicate' | 'duplicate-conflict' | 'duplicate-id';
  /** Number of the entry that came first. */
  readonly other: number;
}

/** Returns a function that is told of every entry in order, and says what it has met before. */
export function createDuplicates(): (row: MappedRow, n: number) => Duplicate | undefined {
  const numbers = new Map<number, number>();
  const contents = new Map<number, number>();
  const ids = new Map<number, number>();
  return (row, n) => {
    const decision = digestOf(decisionOf(row));
    const content = digestOf(contentOf(row));
    const before = numbers.get(decision);
    const id = firstText(row, 'id');
    const sameId = id ? ids.get(digestOf(row.kind + id)) : undefined;
    if (id && sameId === undefined) ids.set(digestOf(row.kind + id), n);
    if (before !== undefined) return { code: contents.get(decision) === content ? 'duplicate' : 'duplicate-conflict', other: before };
    numbers.set(decision, n);
    contents.set(decision, content);
    return sameId === undefined ? undefined : { code: 'duplicate-id', other: sameId };
  };
}
