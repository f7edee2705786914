/** The searched texts of some rows as one string, and the grams that say where a term need not be looked for. */
import { bitsIn, bitsOf } from './numbers.js';
import { frequentGrams, Grams } from './grams.js';

/** Texts stand apart by two of these, and no term has one: a row's own parts stand apart by one. */
const BETWEEN = '\0\0';

/** Where more rows than one in so many are in question, the whole string is walked through at once. */
const DENSE = 6;

/** What all segments of a kind have in common. */
export interface Shared {
  frequent?: ReturnType<typeof frequentGrams>;
}

export class Segment {
  /** Texts that are not yet one string. */
  private texts: string[] | undefined = [];
  private whole = '';
  /** Where each row's text begins, and the last one ends. */
  private readonly starts: Uint32Array;
  private grams: Grams | undefined;
  length = 0;

  /** @param rows at most; a multiple of 32 */
  constructor(readonly rows: number, private readonly shared: Shared) {
    this.starts = new Uint32Array(rows + 1);
  }

  /** It takes no more. */
  get isFull(): boolean {
    return this.length === this.rows;
  }

  /** To be called while it is not full. */
  add(text: string): void {
    this.texts?.push(text);
    this.length++;
    this.starts[this.length] = (this.starts[this.length - 1] as number) + text.length + BETWEEN.length;
    this.whole = '';
    if (!this.isFull) return;
    this.join();
    this.texts = undefined;
  }

  private join(): string {
    if (!this.whole && this.texts?.length) this.whole = this.texts.join(BETWEEN) + BETWEEN;
    return this.whole;
  }

  text(row: number): string {
    return this.texts?.[row] ?? this.whole.slice(this.starts[row], (this.starts[row + 1] as number) - BETWEEN.length);
  }

  /** To be called once the segment is full: some milliseconds. */
  index(): void {
    const texts = Array.from({ length: this.length }, (_, row) => this.text(row));
    this.shared.frequent ||= frequentGrams(texts);
    const grams = new Grams(this.shared.frequent, this.rows / 32);
    texts.forEach((text, row) => grams.add(row, text));
    this.grams = grams;
  }

  /** Leaves of the rows (bits) those whose text has a term. */
  keep(rows: Uint32Array, term: string): void {
    if (this.grams?.narrow(rows, term)) return;
    let count = 0;
    for (const word of rows) count += bitsIn(word);
    if (!count) return;
    if (count * DENSE > this.length) this.walk(rows, term);
    else {
      for (const row of bitsOf(rows)) {
        if (!this.text(row).includes(term)) (rows[row >>> 5] as number) &= ~(1 << (row & 31));
      }
    }
  }

  /** The same from hit to hit through all rows. */
  private walk(rows: Uint32Array, term: string): void {
    const { starts } = this;
    const whole = this.join();
    const found = new Uint32Array(rows.length);
    let row = 0;
    for (let at = whole.indexOf(term); at >= 0; at = whole.indexOf(term, starts[row])) {
      while ((starts[row + 1] as number) <= at) row++;
      (found[row >>> 5] as number) |= 1 << (row & 31);
      row++;
    }
    for (let word = 0; word < rows.length; word++) (rows[word] as number) &= found[word] as number;
  }
}
