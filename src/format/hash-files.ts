/** `h/…`: hashes of ids and credit codes, ascending, each how far it is from the one before, and the record that has it. */
import { ByteReader } from './bytes.js';

/** Records of a file that have a hash. @param wanted the hash divided by how many files there are */
export function numbersOfHash(file: Uint8Array, wanted: number): number[] {
  const reader = new ByteReader(file);
  const found: number[] = [];
  for (let last = 0; !reader.atEnd;) {
    last += reader.number();
    const n = reader.number();
    if (last > wanted) break;
    if (last === wanted) found.push(n);
  }
  return found;
}
