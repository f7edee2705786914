/** Clean records as a feed document, version 1: what the reader reads back to the very same records. */
import { cleanText } from '../feed/text.js';
import { recordFields, type FieldName } from '../model/fields.js';
import type { SgsRecord } from '../model/record.js';
import type { Standard } from '../rules/status.js';

export interface DocumentMeta {
  readonly standard?: Standard | undefined;
  readonly publisher?: { readonly name?: string; readonly code?: string; readonly url?: string } | undefined;
  /** ISO. */
  readonly updated: string;
  readonly notice?: string | undefined;
  readonly remedy?: string | undefined;
}

/** Readers take entities and tags out of text; where some stand in it, they are written so that they come back. */
const written = (text: string): string => (cleanText(text) === text ? text : text.replace(/&/g, '&amp;amp;').replace(/</g, '&lt;'));

const value = (held: unknown): unknown =>
  typeof held === 'string' ? written(held) : Array.isArray(held) ? held.map((one) => written(String(one))) : held;

/** A record as it stands in a document: canonical names, its own columns under theirs, nothing that is derived. */
export function entryOf(record: SgsRecord): Readonly<Record<string, unknown>> {
  const entry: Record<string, unknown> = { kind: record.kind };
  for (const field of recordFields(record.kind)) {
    const held = record[field as Exclude<FieldName, 'title'>];
    if (held === undefined || (Array.isArray(held) && !held.length)) continue;
    entry[field] = value(held);
  }
  if (record.repairFrom) entry['repairFrom'] = record.repairFrom;
  if (record.status !== 'valid') entry['status'] = record.status;
  for (const { label, value: text } of record.extra) {
    let key = label;
    while (key in entry) key += ' ';
    entry[key] = written(text);
  }
  return entry;
}

/** The beginning of a document, up to its records. */
const headOf = ({ standard, publisher, updated, notice, remedy }: DocumentMeta): string => {
  const head = JSON.stringify({
    version: 1,
    ...(standard && { standard }),
    ...(publisher && { publisher }),
    updated,
    ...(notice && { notice }),
    ...(remedy && { remedy }),
  });
  return `${head.slice(0, -1)},\n"records":[`;
};

/** The document piece by piece, a record a line: differences between two days can be seen, and a large one is never whole in memory. */
export function* documentPieces(records: Iterable<SgsRecord>, meta: DocumentMeta): Generator<string> {
  yield headOf(meta);
  let first = true;
  for (const record of records) {
    yield `${first ? '' : ','}\n${JSON.stringify(entryOf(record))}`;
    first = false;
  }
  yield '\n]}\n';
}

/** The whole document. */
export const documentText = (records: Iterable<SgsRecord>, meta: DocumentMeta): string => [...documentPieces(records, meta)].join('');
