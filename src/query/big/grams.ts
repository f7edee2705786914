/**
 * Which rows can hold a term: for every sign and every pair of signs a bit of each row says whether they may occur in
 * it. Frequent ones have a slice of bits of their own and are certain; the others share slices, and what these let
 * through must be looked at. 128 bytes a row.
 */

/** Slices of a segment, and how they are shared out: frequent grams, single signs, pairs of signs. */
const SLICES = 1024, FREQUENT = 384, SINGLE = 128;
const PAIRS = SLICES - FREQUENT - SINGLE;

/** A gram that fewer rows have than one in so many needs no slice of its own. */
const ONE_IN = 12;

/** A sign as it is, two signs as one number. */
type Gram = number;
const single = (text: string, at: number): Gram => text.charCodeAt(at);
const pair = (text: string, at: number): Gram => text.charCodeAt(at) * 65_536 + text.charCodeAt(at + 1);

const mixed = (gram: Gram): number => {
  const folded = Math.imul((gram % 65_536) ^ Math.imul(Math.floor(gram / 65_536), 0x85ebca6b), 0x9e3779b1);
  return (folded ^ (folded >>> 15)) >>> 0;
};

/** The grams that so many rows have that each gets a slice. */
export function frequentGrams(texts: readonly string[]): ReadonlyMap<Gram, number> {
  const counts = new Map<Gram, number>();
  for (const text of texts) {
    const own = new Set<Gram>();
    for (let at = 0; at < text.length; at++) {
      own.add(single(text, at));
      if (at) own.add(pair(text, at - 1));
    }
    own.forEach((gram) => counts.set(gram, (counts.get(gram) ?? 0) + 1));
  }
  const enough = texts.length / ONE_IN;
  return new Map([...counts].filter(([, count]) => count >= enough).sort((a, b) => b[1] - a[1]).slice(0, FREQUENT).map(([gram], slice) => [gram, slice]));
}

export class Grams {
  /** Slice after slice, `words` numbers each. */
  private readonly bits: Uint32Array;

  /** @param frequent the same of all segments @param words of 32 rows */
  constructor(private readonly frequent: ReadonlyMap<Gram, number>, private readonly words: number) {
    this.bits = new Uint32Array(SLICES * words);
  }

  private sliceOf(gram: Gram, isPair: boolean): number {
    return this.frequent.get(gram) ?? FREQUENT + (isPair ? SINGLE + mixed(gram) % PAIRS : mixed(gram) % SINGLE);
  }

  add(row: number, text: string): void {
    const { bits, words } = this;
    const word = row >>> 5;
    const bit = 1 << (row & 31);
    for (let at = 0; at < text.length; at++) {
      (bits[this.sliceOf(single(text, at), false) * words + word] as number) |= bit;
      if (at) (bits[this.sliceOf(pair(text, at - 1), true) * words + word] as number) |= bit;
    }
  }

  /** Leaves of the rows those that may have a term; true where they are certain to have it. */
  narrow(rows: Uint32Array, term: string): boolean {
    const { bits, words } = this;
    const isPair = term.length > 1;
    for (let at = 0; at < term.length - Number(isPair); at++) {
      const start = this.sliceOf((isPair ? pair : single)(term, at), isPair) * words;
      for (let word = 0; word < words; word++) (rows[word] as number) &= bits[start + word] as number;
    }
    return term.length < 3 && this.frequent.has((isPair ? pair : single)(term, 0));
  }
}
