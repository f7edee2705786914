/** When two records are the same decision, and how they differ. */
import { normalizeText, SEPARATOR } from '../query/normalize.js';
import { officialLabel } from '../model/fields.js';
import type { SgsRecord } from '../model/record.js';

/** Number, subject and authority tell decisions apart (domain §6); what has no number is itself alone. */
export const decisionKey = ({ kind, id, documentNumber, subjectName, authority }: SgsRecord): string =>
  (documentNumber ? [kind, documentNumber, subjectName ?? '', authority ?? ''].map(normalizeText).join(SEPARATOR) : kind + SEPARATOR + id);

/** What is not the decision itself: where it was read, and by whom it was handed in. */
const ASIDE: ReadonlySet<string> = new Set(['id', 'feedName', 'repairFrom', 'sourceUnit', 'sourceCode', 'publishedOn', 'updatedOn']);

/** All that a record says of its decision, in a fixed order: to tell whether it has changed. */
export const decisionContents = (record: SgsRecord): readonly unknown[] =>
  Object.entries(record).filter(([field]) => !ASIDE.has(field)).sort(([a], [b]) => (a < b ? -1 : 1));

const serialized = (value: unknown): string => (value === undefined ? '' : JSON.stringify(value));

/** Names of the fields in which two records of one decision differ. */
export const differences = (a: SgsRecord, b: SgsRecord): readonly string[] =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].filter(
    (field) => !ASIDE.has(field) && serialized(a[field as keyof SgsRecord]) !== serialized(b[field as keyof SgsRecord]),
  );

const LABELS: Readonly<Record<string, string>> = { status: '状态', category: '类别', extra: '其他列' };

/** A field in which records differ, as people call it. */
export const differenceLabel = (kind: SgsRecord['kind'], field: string): string => LABELS[field] ?? officialLabel(kind, field);

/** The latest decision first, and always the same order: a day's change is a few lines of the file. */
export const inOrder = (records: Iterable<SgsRecord>): SgsRecord[] =>
  [...records].sort((a, b) => (b.decidedOn ?? '').localeCompare(a.decidedOn ?? '') || (a.id < b.id ? -1 : 1));
