/** Some rows in a row: their searched texts, and what makes records of these again. */
import type { SgsRecord } from '../../model/record.js';
import { bitsOf, clearBit } from './numbers.js';
import { OpenTexts } from './open-texts.js';
import type { RecordCodec } from './record-codec.js';
import { SealedTexts, type Candidates, type SharedGrams } from './sealed-texts.js';

/** Between encoded records, which are JSON on one line. */
const LINE_BREAK = 10;

export class Segment {
  /** Texts and encoded records of the rows, until no more come. */
  private open: { readonly texts: OpenTexts; readonly encoded: string[] } | undefined = { texts: new OpenTexts(), encoded: [] };
  private sealed: SealedTexts | undefined;
  /** Encoded records: UTF-8, a line each. */
  private encoded = new Uint8Array();
  private readonly ends: Uint32Array;
  length = 0;

  /** @param rows at most; a multiple of 32 */
  constructor(readonly rows: number, private readonly codec: RecordCodec, private readonly shared: SharedGrams) {
    this.ends = new Uint32Array(rows);
  }

  /** It takes no more. */
  get isFull(): boolean {
    return this.length === this.rows;
  }

  /** To be called while it is not full. */
  add(record: SgsRecord): void {
    const { texts, encoded } = this.open ??= this.reopened();
    this.sealed = undefined;
    texts.beginRow();
    encoded.push(this.codec.encode(record, texts));
    this.length++;
    if (this.isFull) this.seal();
  }

  private reopened(): NonNullable<Segment['open']> {
    const texts = new OpenTexts();
    const encoded: string[] = [];
    for (let row = 0; row < this.length; row++) {
      texts.beginRow();
      this.partsOf(row).forEach((part) => texts.placeNormalized(part));
      encoded.push(this.encodedOf(row));
    }
    return { texts, encoded };
  }

  /** Makes it small and fast, at the price of some milliseconds; what is added later undoes it. False where it is so already. */
  seal(): boolean {
    if (!this.open) return false;
    const { texts, encoded } = this.open;
    this.sealed = new SealedTexts(texts, this.shared);
    this.encoded = new TextEncoder().encode(encoded.join('\n') + '\n');
    for (let row = 0, end = 0; row < this.length; row++, end++) this.ends[row] = end = this.encoded.indexOf(LINE_BREAK, end);
    this.open = undefined;
    return true;
  }

  /** The parts of a row's text. */
  partsOf(row: number): readonly string[] {
    return (this.sealed ?? (this.open as NonNullable<Segment['open']>).texts).partsOf(row);
  }

  /** The record of a row. */
  record(row: number): SgsRecord {
    return this.codec.decode(this.encodedOf(row), this.partsOf(row));
  }

  private encodedOf(row: number): string {
    const start = row && (this.ends[row - 1] as number) + 1;
    return this.open?.encoded[row] ?? new TextDecoder().decode(this.encoded.subarray(start, this.ends[row]));
  }

  /** To be called once it is sealed: some milliseconds. */
  index(): void {
    this.sealed?.index();
  }

  /** Clears the bits of the rows whose text doesn't have all terms. */
  retainMatches(all: Uint32Array, terms: readonly string[]): void {
    const { sealed, open } = this;
    for (const term of open ? terms : []) {
      const hasTerm = (open as NonNullable<Segment['open']>).texts.rowsWith(term);
      for (const row of bitsOf(all)) if (!hasTerm(row)) clearBit(all, row);
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
