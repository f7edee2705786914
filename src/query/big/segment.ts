/** Some rows in a row: their searched texts, and what makes records of these again. */
import { SEPARATOR } from '../fold.js';
import { bitsOf } from './numbers.js';
import { Sealed, type Looked, type Shared } from './sealed.js';

export class Segment {
  /** Texts of the rows, and what is kept beside them, until no more come. */
  private open: { readonly texts: string[]; readonly own: string[] } | undefined = { texts: [], own: [] };
  private sealed: Sealed | undefined;
  /** What is kept beside the texts: UTF-8, row after row. */
  private own = new Uint8Array();
  private readonly ends: Uint32Array;
  length = 0;

  /** @param rows at most; a multiple of 32 */
  constructor(readonly rows: number, private readonly shared: Shared) {
    this.ends = new Uint32Array(rows);
  }

  /** It takes no more. */
  get isFull(): boolean {
    return this.length === this.rows;
  }

  /** To be called while it is not full. @param own what is kept beside the text */
  add(text: string, own: string): void {
    this.open ??= {
      texts: Array.from({ length: this.length }, (_, row) => this.partsOf(row).join(SEPARATOR)),
      own: Array.from({ length: this.length }, (_, row) => this.ownOf(row)),
    };
    this.sealed = undefined;
    this.open.texts.push(text);
    this.open.own.push(own);
    this.length++;
    if (this.isFull) this.seal();
  }

  /** Makes it small and fast, at the price of some milliseconds; what is added later undoes it. False where it is so already. */
  seal(): boolean {
    if (!this.open) return false;
    const { texts, own } = this.open;
    const encoder = new TextEncoder();
    this.sealed = new Sealed(texts, this.shared);
    this.own = encoder.encode(own.join(''));
    let end = 0;
    own.forEach((each, row) => (this.ends[row] = end += encoder.encode(each).length));
    this.open = undefined;
    return true;
  }

  /** The parts of a row's text. */
  partsOf(row: number): readonly string[] {
    return this.sealed?.partsOf(row) ?? (this.open?.texts[row] as string).split(SEPARATOR);
  }

  /** What is kept beside it. */
  ownOf(row: number): string {
    return this.open?.own[row] ?? new TextDecoder().decode(this.own.subarray(row && this.ends[row - 1], this.ends[row]));
  }

  /** To be called once it is sealed: some milliseconds. */
  index(): void {
    this.sealed?.index();
  }

  /** Leaves of the rows (bits) those whose text has all terms. */
  keep(all: Uint32Array, terms: readonly string[]): void {
    const { sealed, open } = this;
    if (open) {
      for (const row of terms.length ? bitsOf(all) : []) {
        const text = open.texts[row] as string;
        if (!terms.every((term) => text.includes(term))) (all[row >>> 5] as number) &= ~(1 << (row & 31));
      }
    }
    if (!sealed) return;
    const rows = all.subarray(0, sealed.words);
    // What one term leaves out need not be looked at for another.
    const looked = terms.map((term) => {
      const found = sealed.look(term);
      for (let word = 0; word < rows.length; word++) (rows[word] as number) &= (found.sure[word] as number) | (found.maybe[word] as number);
      return found;
    });
    terms.forEach((term, at) => sealed.keep(rows, term, looked[at] as Looked));
  }
}
