/** `h/…`: hashes of ids and credit codes, ascending, each how far it is from the one before, and the record that has it. */
import { ByteReader } from './bytes.js';

/** A file, read. */
export interface HashFile {
  /** The hashes divided by how many files there are, ascending. */
  readonly hashes: readonly number[];
  /** Of each the record. */
  readonly numbers: readonly number[];
}

export function readHashes(file: Uint8Array): HashFile {
  const reader = new ByteReader(file);
  const hashes: number[] = [];
  const numbers: number[] = [];
  for (let last = 0; !reader.atEnd;) {
    hashes.push(last += reader.number());
    numbers.push(reader.number());
  }
  return { hashes, numbers };
}

/** Records that have a hash. @param wanted divided by how many files there are */
export function numbersOfHash({ hashes, numbers }: HashFile, wanted: number): number[] {
  let from = 0;
  for (let to = hashes.length; from < to;) {
    const middle = (from + to) >> 1;
    if ((hashes[middle] as number) < wanted) from = middle + 1;
    else to = middle;
  }
  let end = from;
  while (hashes[end] === wanted) end++;
  return numbers.slice(from, end);
}
