/**
 * The texts of a segment that takes no more rows. Parts that several rows have (an authority, a date, a basis) are kept
 * once, and searched once; each row has its own parts and the numbers of the others.
 */
import { SEPARATOR } from '../normalize.js';
import { FrequentGrams, GramIndex } from './gram-index.js';
import { bitsIn, bitsOf, setBit } from './numbers.js';
import type { OpenTexts } from './open-texts.js';

/** Where more rows than one in so many are in question, the whole string is walked through at once. */
const DENSE = 6;

/** Stands for a part that only this row has: the next of its own. */
const OWN = 0xffff;

/** What all segments of a kind have in common. */
export interface SharedGrams {
  frequent?: FrequentGrams;
}

/** Rows as bits: those that have a term in a part that they share, and those that may have it in one of their own. */
export interface Candidates {
  readonly sure: Uint32Array;
  readonly maybe: Uint32Array;
}

/** Calls back for each of the concatenated texts that has a term. No hit runs across two of them, for no term has a separator. */
function eachHit(whole: string, starts: Uint32Array, term: string, take: (text: number) => void): void {
  let text = 0;
  for (let at = whole.indexOf(term); at >= 0; at = whole.indexOf(term, starts[text])) {
    // Most hits are near, the others are found by halves.
    let step = 1;
    while ((starts[text + step] ?? Infinity) <= at) step *= 2;
    for (; step >= 1; step /= 2) if ((starts[text + step] ?? Infinity) <= at) text += step;
    take(text++);
  }
}

export class SealedTexts {
  /** Parts that several rows have, each with a separator behind it. */
  private readonly common: string;
  private readonly commonStarts: Uint32Array;
  /** Of each row the numbers of its parts, in order. */
  private readonly parts: Uint16Array;
  private readonly partStarts: Uint32Array;
  /** Of each part that several rows have these rows. */
  private readonly postings: Uint16Array;
  private readonly postingStarts: Uint32Array;
  /** The own parts of each row with separators between and behind. */
  private readonly whole: string;
  private readonly starts: Uint32Array;
  private grams: GramIndex | undefined;

  /** Of 32 rows. */
  readonly words: number;

  constructor(texts: OpenTexts, private readonly shared: SharedGrams) {
    const { normalized, counts, parts, rows } = texts;
    this.words = Math.ceil(rows / 32);
    this.partStarts = Uint32Array.from([...texts.starts, parts.length]);
    // Those that several rows have get numbers of their own.
    const numbers = new Uint16Array(counts.length).fill(OWN);
    const common: number[] = [];
    counts.forEach((count, part) => {
      if (count > 1 && common.length < OWN) numbers[part] = common.push(part) - 1;
    });
    const commonTexts = common.map((part) => (normalized[part] as string) + SEPARATOR);
    this.common = commonTexts.join('');
    this.commonStarts = startsOf(commonTexts);
    this.parts = new Uint16Array(parts.length);
    this.postingStarts = new Uint32Array(common.length + 1);
    common.forEach((part, number) => (this.postingStarts[number + 1] = (this.postingStarts[number] as number) + (counts[part] as number)));
    this.postings = new Uint16Array(this.postingStarts[common.length] as number);
    const ends = this.postingStarts.slice();
    const own: string[] = [];
    for (let row = 0, at = 0; row < rows; row++) {
      let text = '';
      for (const end = this.partStarts[row + 1] as number; at < end; at++) {
        const number = this.parts[at] = numbers[parts[at] as number] as number;
        if (number === OWN) text += (normalized[parts[at] as number] as string) + SEPARATOR;
        else this.postings[(ends[number] as number)++] = row;
      }
      own.push(text || SEPARATOR);
    }
    this.whole = own.join('');
    this.starts = startsOf(own);
  }

  private ownText(row: number): string {
    return this.whole.slice(this.starts[row], (this.starts[row + 1] as number) - 1);
  }

  /** The parts of a row's text. */
  partsOf(row: number): readonly string[] {
    const { common, commonStarts } = this;
    const own = this.ownText(row).split(SEPARATOR);
    let next = 0;
    return Array.from(this.parts.subarray(this.partStarts[row], this.partStarts[row + 1]), (part) =>
      (part === OWN ? own[next++] as string : common.slice(commonStarts[part], (commonStarts[part + 1] as number) - 1)));
  }

  /** Makes the index: some milliseconds. */
  index(): void {
    const texts = Array.from({ length: this.starts.length - 1 }, (_, row) => this.ownText(row));
    this.shared.frequent ??= new FrequentGrams(texts);
    const grams = new GramIndex(this.shared.frequent, this.words);
    texts.forEach((text, row) => grams.add(row, text));
    this.grams = grams;
  }

  /** Which rows may have a term; cheap where there is an index. */
  candidates(term: string): Candidates {
    const { words, postings, postingStarts } = this;
    const sure = new Uint32Array(words);
    const maybe = new Uint32Array(words).fill(-1);
    eachHit(this.common, this.commonStarts, term, (part) => {
      const end = postingStarts[part + 1] as number;
      for (let at = postingStarts[part] as number; at < end; at++) setBit(sure, postings[at] as number);
    });
    if (this.grams?.intersect(maybe, term)) {
      for (let word = 0; word < words; word++) (sure[word] as number) |= maybe[word] as number;
    }
    return { sure, maybe };
  }

  /** Clears the bits of the rows that don't have a term. */
  retainMatches(rows: Uint32Array, term: string, { sure }: Candidates): void {
    const asked = rows.map((word, at) => word & ~(sure[at] as number));
    let count = 0;
    for (const word of asked) count += bitsIn(word);
    const found = sure.slice();
    if (count * DENSE > this.starts.length) eachHit(this.whole, this.starts, term, (row) => setBit(found, row));
    else for (const row of count ? bitsOf(asked) : []) if (this.ownText(row).includes(term)) setBit(found, row);
    for (let word = 0; word < rows.length; word++) (rows[word] as number) &= found[word] as number;
  }
}

/** Where each of some texts begins in all of them, and the last one ends. */
function startsOf(texts: readonly string[]): Uint32Array {
  const starts = new Uint32Array(texts.length + 1);
  texts.forEach((text, at) => (starts[at + 1] = (starts[at] as number) + text.length));
  return starts;
}
