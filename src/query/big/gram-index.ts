/**
 * Which rows can hold a term: for every sign, every pair of signs and every three letters or digits, bits of each row say
 * whether they may occur in it. Frequent ones have a slice of bits of their own and are certain; the others have two each
 * that they share, and what these let through must be looked at. 160 bytes a row.
 */

/** Slices of a segment: those of frequent grams, and those that are shared. */
const FREQUENT = 512, SHARED = 768;

/** A gram that fewer rows have than one in so many needs no slice of its own. */
const ONE_IN = 16;

/** Slots of the table of frequent grams: a power of two, and four times as many as there are. */
const SLOTS = 2048;

/** A whole number. No pair begins with the sign 1, so that what begins with it may be three letters. */
type Gram = number;

/** 0–35 of a digit or a letter. */
const letter = (code: number): number => (code > 47 && code < 58 ? code - 48 : code > 96 && code < 123 ? code - 87 : -1);

/** Every gram of a text: of a term that is longer, the signs alone say no more than the pairs. */
function eachGram(text: string, alone: boolean, take: (gram: Gram) => void): void {
  let before = 0, last = -1, beforeLast = -1;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const own = letter(code);
    if (code && alone) take(code);
    if (code && before) take(before << 16 | code);
    if (own >= 0 && last >= 0 && beforeLast >= 0) take(65_536 + (beforeLast * 36 + last) * 36 + own);
    before = code;
    beforeLast = last;
    last = own;
  }
}

const mixed = (gram: Gram): number => {
  const first = Math.imul(gram ^ (gram >>> 15), 0x85ebca6b);
  const second = Math.imul(first ^ (first >>> 13), 0x9e3779b1);
  return (second ^ (second >>> 16)) >>> 0;
};

/** The grams that so many rows have that each gets a slice. Numbers in place: a Map would box each that is looked up. */
export class FrequentGrams {
  private readonly grams = new Int32Array(SLOTS);
  private readonly slices = new Int16Array(SLOTS).fill(-1);

  constructor(texts: readonly string[]) {
    const counts = new Map<Gram, number>();
    for (const text of texts) {
      const own = new Set<Gram>();
      eachGram(text, true, (gram) => own.add(gram));
      own.forEach((gram) => counts.set(gram, (counts.get(gram) ?? 0) + 1));
    }
    const enough = texts.length / ONE_IN;
    [...counts].filter(([, count]) => count >= enough).sort((a, b) => b[1] - a[1]).slice(0, FREQUENT).forEach(([gram], slice) => {
      const at = this.slotOf(gram, mixed(gram));
      this.grams[at] = gram;
      this.slices[at] = slice;
    });
  }

  /** Where it is, or the free slot where it would be. */
  private slotOf(gram: Gram, mix: number): number {
    const { grams, slices } = this;
    let at = mix % SLOTS;
    while ((slices[at] as number) >= 0 && grams[at] !== gram) at = (at + 1) % SLOTS;
    return at;
  }

  /** Its slice, or -1. @param mix the gram, mixed */
  sliceOf(gram: Gram, mix: number): number {
    return this.slices[this.slotOf(gram, mix)] as number;
  }
}

export class GramIndex {
  /** Slice after slice, `words` numbers each. */
  private readonly bits: Uint32Array;

  /** @param frequent the same of all segments @param words of 32 rows */
  constructor(private readonly frequent: FrequentGrams, private readonly words: number) {
    this.bits = new Uint32Array((FREQUENT + SHARED) * words);
  }

  add(row: number, text: string): void {
    const { bits, words, frequent } = this;
    const word = row >>> 5;
    const bit = 1 << (row & 31);
    eachGram(text, true, (gram) => {
      const mix = mixed(gram);
      const slice = frequent.sliceOf(gram, mix);
      if (slice >= 0) (bits[slice * words + word] as number) |= bit;
      else {
        (bits[(FREQUENT + (mix & 0xffff) % SHARED) * words + word] as number) |= bit;
        (bits[(FREQUENT + (mix >>> 16) % SHARED) * words + word] as number) |= bit;
      }
    });
  }

  /** Intersects rows with those that may have a term; true where they are certain to have it. */
  intersect(rows: Uint32Array, term: string): boolean {
    const { words, frequent } = this;
    let grams = 0, certain = 0;
    eachGram(term, term.length < 2, (gram) => {
      const mix = mixed(gram);
      const slice = frequent.sliceOf(gram, mix);
      grams++;
      if (slice >= 0) {
        certain++;
        this.and(rows, slice * words);
      } else {
        this.and(rows, (FREQUENT + (mix & 0xffff) % SHARED) * words);
        this.and(rows, (FREQUENT + (mix >>> 16) % SHARED) * words);
      }
    });
    return grams === 1 && certain === 1;
  }

  private and(rows: Uint32Array, start: number): void {
    for (let word = 0; word < rows.length; word++) (rows[word] as number) &= this.bits[start + word] as number;
  }
}
