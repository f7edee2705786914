/** Chinese characters by how they are spelled: whole (`shichang`) or by their first letters (`scjd`). */
import { unpackNumbers } from './numbers.js';
import { PINYIN } from './pinyin-table.js';

/** The first CJK unified ideograph; the table goes up to U+9FA5. */
const FIRST = 0x4e00;
const COUNT = 0x9fa6 - FIRST;

interface Readings {
  readonly syllables: readonly string[];
  /** Numbers of the syllables of character `n`: from `starts[n]` to before `starts[n + 1]`. */
  readonly starts: Uint16Array;
  readonly numbers: Uint16Array;
  /** One bit for each letter that a reading of the character begins with: bit 0 is `a`. */
  readonly initials: Uint32Array;
}

let readings: Readings | undefined;

const letterBit = (code: number): number => (code >= 97 && code <= 122 ? 1 << (code - 97) : 0);

function unpack(): Readings {
  const syllables: string[] = [];
  const characters: number[][] = [];
  PINYIN.split(' ').forEach((text, at) => {
    if (at % 2 === 0) return syllables.push(text);
    let character = 0;
    return characters.push(unpackNumbers(text).map((step) => (character += step)));
  });
  const starts = new Uint16Array(COUNT + 1);
  const initials = new Uint32Array(COUNT);
  characters.forEach((list, syllable) => {
    for (const character of list) {
      starts[character + 1] = (starts[character + 1] as number) + 1;
      initials[character] = (initials[character] as number) | letterBit((syllables[syllable] as string).charCodeAt(0));
    }
  });
  for (let character = 0; character < COUNT; character++) {
    starts[character + 1] = (starts[character + 1] as number) + (starts[character] as number);
  }
  const numbers = new Uint16Array(starts[COUNT] as number);
  const filled = starts.slice();
  characters.forEach((list, syllable) => {
    for (const character of list) numbers[(filled[character] as number)++] = syllable;
  });
  return { syllables, starts, numbers, initials };
}

/** Every way a character is read, without tones; ü is v. Empty for what is no Chinese character. */
export function readingsOf(character: string): readonly string[] {
  const { syllables, starts, numbers } = (readings ??= unpack());
  const n = character.charCodeAt(0) - FIRST;
  return n >= 0 && n < COUNT ? Array.from(numbers.subarray(starts[n], starts[n + 1]), (number) => syllables[number] as string) : [];
}

/** 略 and 虐 are written in two ways; as typed, `lve` may be 捛 and 额, too. */
const ALSO_WRITTEN: Readonly<Record<string, string>> = { lue: 'lve', nue: 'nve' };

/** Where a text is spelled so: the end of the longest hit that begins at `from`, or -1. */
export type PinyinMatcher = (text: string, from: number) => number;

/**
 * What letters may spell, of normalized text; undefined where they are fewer than two.
 * - Whole: each character by any of its readings; the last of several may only have been begun (`shich`).
 * - First letters: one letter for each character.
 * What is no Chinese character stands for itself: `ab区`, `宁波scjd`.
 */
export function pinyinMatcher(term: string): PinyinMatcher | undefined {
  const wanted = term.replace(/ü/g, 'v').replace(/['’]/g, '');
  if ((wanted.match(/[a-z]/g) ?? []).length < 2) return undefined;
  const { syllables, starts, numbers, initials } = (readings ??= unpack());
  const { length } = wanted;
  const codes = Array.from({ length }, (_, at) => wanted.charCodeAt(at));
  const bits = codes.map(letterBit);

  /** Whether a character begins with the letter at a place, or is what stands there. */
  const begins = (code: number, at: number): boolean =>
    code === codes[at] || (code >= FIRST && ((initials[code - FIRST] ?? 0) & (bits[at] as number)) !== 0);

  const byInitials = (text: string, from: number): number => {
    // Beyond the end of the text there is no code that anything could begin with.
    for (let at = 0; at < length; at++) if (!begins(text.charCodeAt(from + at), at)) return -1;
    return from + length;
  };

  /** Goes on by a syllable; the last of several may only have been begun. */
  const add = (next: Set<number>, done: number, syllable: string): void => {
    if (wanted.startsWith(syllable, done)) next.add(done + syllable.length);
    else if (done && syllable.startsWith(wanted.slice(done))) next.add(length);
  };

  const whole = (text: string, from: number): number => {
    let end = -1;
    /** How much of what is wanted the characters so far can spell. */
    let spelled = new Set([0]);
    for (let at = from; spelled.size && at < text.length; at++) {
      const next = new Set<number>();
      const character = text.charCodeAt(at) - FIRST;
      for (const done of spelled) {
        if (text[at] === wanted[done]) next.add(done + 1);
        for (let n = starts[character] ?? 0; n < (starts[character + 1] ?? 0); n++) {
          const syllable = syllables[numbers[n] as number] as string;
          add(next, done, syllable);
          const other = ALSO_WRITTEN[syllable];
          if (other) add(next, done, other);
        }
      }
      if (next.delete(length)) end = at + 1;
      spelled = next;
    }
    return end;
  };

  // Most characters begin nothing: the first question decides how fast a search is.
  return (text, from) => (begins(text.charCodeAt(from), 0) ? Math.max(byInitials(text, from), whole(text, from)) : -1);
}
