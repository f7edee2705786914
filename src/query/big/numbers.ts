/** Lists of numbers and of bits. */

/** The same numbers with room for half as many more. */
export function grown(numbers: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const more = new Uint32Array(numbers.length + (numbers.length >> 1) + 1);
  more.set(numbers);
  return more;
}

/** How many bits of a word are set. */
export function bitsIn(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** The bits that are set, from the lowest. */
export function bitsOf(words: Uint32Array): readonly number[] {
  const bits: number[] = [];
  words.forEach((all, at) => {
    for (let word = all; word; word &= word - 1) bits.push(at * 32 + 31 - Math.clz32(word & -word));
  });
  return bits;
}

export const hasBit = (words: Uint32Array, bit: number): boolean => ((words[bit >>> 5] as number) >>> (bit & 31) & 1) === 1;

export const setBit = (words: Uint32Array, bit: number): void => void ((words[bit >>> 5] as number) |= 1 << (bit & 31));

export const clearBit = (words: Uint32Array, bit: number): void => void ((words[bit >>> 5] as number) &= ~(1 << (bit & 31)));
