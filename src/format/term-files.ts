/**
 * The files of terms: which records have a term, and where in their texts.
 *
 * ```
 * g/<a>/<n>.json             names (how many bytes they are, then their JSON), then of each its count × 4 + type and how many
 *                            bytes its list has, then the lists
 * b/<term>.json              count, type, and the list; where that is cut into blocks, how many the first of them has, and it
 * b/<term>-<block>.json      how many the block has, and the block
 * a list, LISTED             gaps between the numbers of records, then a byte for each: the place in the text
 * a list, COUNTED            how many files of rows have the term, the gaps between these, then a byte for each: of how many rows
 * ```
 */
import { hashOf } from '../model/hash.js';
import { ByteReader, ByteWriter } from './bytes.js';
import { encodeJson, parseJson } from './json.js';

/** A place in a text that is not remembered: too far, or the gram occurs more than once. */
export const ANYWHERE = 255;

/** How a term's records are listed: one by one, or how many of each file of rows; here or in files of its own. */
export const LISTED = 0, COUNTED = 1, OWN = 2;

/** A file of a frequent term. @param block of its list, where that is cut */
export const ownFile = (term: string, block = 0): string => `b/${hashOf(term)}${block ? `-${block}` : ''}.json`;

export interface TermEntry {
  readonly name: string;
  /** Records that have it, those deleted since included as long as they have not been erased. */
  readonly count: number;
  readonly type: number;
  /** Its list; empty where it has files of its own. */
  readonly bytes: Uint8Array;
}

export function packTerms(terms: readonly TermEntry[]): Uint8Array {
  const result = new ByteWriter();
  const names = encodeJson(terms.map(({ name }) => name));
  result.number(names.length);
  result.all(names);
  for (const { count, type, bytes } of terms) {
    result.number(count * 4 + type);
    result.number(bytes.length);
  }
  for (const { bytes } of terms) result.all(bytes);
  return result.done();
}

export function readTerms(file: Uint8Array): readonly TermEntry[] {
  const reader = new ByteReader(file);
  const names = parseJson<readonly string[]>(reader.take(reader.number()));
  const heads = names.map((name) => {
    const head = reader.number();
    return { name, count: Math.floor(head / 4), type: head % 4, length: reader.number() };
  });
  return heads.map(({ name, count, type, length }) => ({ name, count, type, bytes: reader.take(length) }));
}

export interface Postings {
  /** Ascending. */
  readonly numbers: Uint32Array;
  readonly places: Uint8Array;
}

export function readPostings(reader: ByteReader, count: number): Postings {
  const numbers = new Uint32Array(count);
  for (let k = 0, n = 0; k < count; k++) numbers[k] = n += reader.number();
  return { numbers, places: reader.take(count) };
}

/**
 * A list without some records. One of half a million loses two or three: what stands between them is copied as it is.
 * @param list its bytes; more may follow @param count of its records @param gone ascending
 * @returns the same bytes where it has none of them
 */
export function withoutPostings(list: Uint8Array, count: number, gone: Uint32Array): Pick<TermEntry, 'count' | 'bytes'> {
  const result = new ByteWriter();
  const removed: number[] = [];
  let at = 0, copied = 0, n = 0, last = 0, next = 0;
  /** Whether the one before has been left out. */
  let isCut = false;
  for (let k = 0; k < count; k++) {
    const from = at;
    let gap = 0;
    for (let scale = 1, byte = 128; byte > 127; scale *= 128) {
      byte = list[at++] as number;
      gap += (byte & 127) * scale;
    }
    n += gap;
    while (next < gone.length && (gone[next] as number) < n) next++;
    if (gone[next] === n) {
      if (!isCut) result.all(list.subarray(copied, from));
      removed.push(k);
      isCut = true;
      continue;
    }
    if (isCut) {
      result.number(n - last);
      copied = at;
      isCut = false;
    }
    last = n;
  }
  if (!removed.length) return { count, bytes: list.subarray(0, at + count) };
  if (!isCut) result.all(list.subarray(copied, at));
  let from = 0;
  for (const k of removed) {
    result.all(list.subarray(at + from, at + k));
    from = k + 1;
  }
  result.all(list.subarray(at + from, at + count));
  return { count: count - removed.length, bytes: result.done() };
}

/** Files of rows that have a term, in order, and how many of their rows do. */
export function readCounts(reader: ByteReader): ReadonlyMap<number, number> {
  const count = reader.number();
  const chunks: number[] = [];
  for (let k = 0, chunk = -1; k < count; k++) chunks.push(chunk += reader.number() + 1);
  return new Map(chunks.map((chunk) => [chunk, reader.byte()]));
}

/** @param counts in the order of the files */
export function packCounts(counts: ReadonlyMap<number, number>): Uint8Array {
  const result = new ByteWriter();
  result.number(counts.size);
  let last = -1;
  for (const chunk of counts.keys()) {
    result.number(chunk - last - 1);
    last = chunk;
  }
  for (const count of counts.values()) result.byte(count);
  return result.done();
}
