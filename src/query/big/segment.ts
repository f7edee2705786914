/** Some rows in a row: their searched texts, and what makes records of these again. */
import { SEPARATOR } from '../normalize.js';
import { bitsOf, clearBit } from './numbers.js';
import { SealedTexts, type Candidates, type SharedGrams } from './sealed-texts.js';

export class Segment {
  /** Texts and encoded records of the rows, until no more come. */
  private open: { readonly texts: string[]; readonly encoded: string[] } | undefined = { texts: [], encoded: [] };
  private sealed: SealedTexts | undefined;
  /** Encoded records: UTF-8, row after row. */
  private encoded = new Uint8Array();
  private readonly ends: Uint32Array;
  length = 0;

  /** @param rows at most; a multiple of 32 */
  constructor(readonly rows: number, private readonly shared: SharedGrams) {
    this.ends = new Uint32Array(rows);
  }

  /** It takes no more. */
  get isFull(): boolean {
    return this.length === this.rows;
  }

  /** To be called while it is not full. @param encoded the record, as the codec has it */
  add(text: string, encoded: string): void {
    this.open ??= {
      texts: Array.from({ length: this.length }, (_, row) => this.partsOf(row).join(SEPARATOR)),
      encoded: Array.from({ length: this.length }, (_, row) => this.encodedOf(row)),
    };
    this.sealed = undefined;
    this.open.texts.push(text);
    this.open.encoded.push(encoded);
    this.length++;
    if (this.isFull) this.seal();
  }

  /** Makes it small and fast, at the price of some milliseconds; what is added later undoes it. False where it is so already. */
  seal(): boolean {
    if (!this.open) return false;
    const { texts, encoded } = this.open;
    const encoder = new TextEncoder();
    this.sealed = new SealedTexts(texts, this.shared);
    this.encoded = encoder.encode(encoded.join(''));
    let end = 0;
    encoded.forEach((each, row) => (this.ends[row] = end += encoder.encode(each).length));
    this.open = undefined;
    return true;
  }

  /** The parts of a row's text. */
  partsOf(row: number): readonly string[] {
    return this.sealed?.partsOf(row) ?? (this.open?.texts[row] as string).split(SEPARATOR);
  }

  /** The record, as the codec has it. */
  encodedOf(row: number): string {
    return this.open?.encoded[row] ?? new TextDecoder().decode(this.encoded.subarray(row && this.ends[row - 1], this.ends[row]));
  }

  /** To be called once it is sealed: some milliseconds. */
  index(): void {
    this.sealed?.index();
  }

  /** Clears the bits of the rows whose text doesn't have all terms. */
  retainMatches(all: Uint32Array, terms: readonly string[]): void {
    const { sealed, open } = this;
    if (open) {
      for (const row of terms.length ? bitsOf(all) : []) {
        const text = open.texts[row] as string;
        if (!terms.every((term) => text.includes(term))) clearBit(all, row);
      }
    }
    if (!sealed) return;
    const rows = all.subarray(0, sealed.words);
    // What one term leaves out need not be looked at for another.
    const candidates = terms.map((term) => {
      const found = sealed.candidates(term);
      for (let word = 0; word < rows.length; word++) (rows[word] as number) &= (found.sure[word] as number) | (found.maybe[word] as number);
      return found;
    });
    terms.forEach((term, at) => sealed.retainMatches(rows, term, candidates[at] as Candidates));
  }
}
