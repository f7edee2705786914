/**
 * Pinyin order as texts that compare by their bytes, since a search engine without a plugin knows no other order. One
 * key is made of one text alone, so that a feed can be streamed and grow. It has the levels of the collation that the
 * page uses (`zh`, pinyin, numbers by value): letters first, then their case, width and marks. Source: UTS #10, §9.
 */
const LOCALE = 'zh-Hans-CN-u-co-pinyin';

/** Words that stand where they are spoken: the collation has them as one letter (CLDR, zh pinyin). */
const WORDS = ['重庆', '沈阳'];

/** Characters that have a place in the order; the others follow by their code. */
const SCRIPTS = ['Han', 'Latin', 'Greek', 'Cyrillic', 'Hiragana', 'Katakana', 'Common'];
const ORDERED = new RegExp(`^[${SCRIPTS.map((script) => `\\p{Script=${script}}`).join('')}]$`, 'u');
const LAST = 0xffff;

/** Longer texts differ before. */
const LONGEST = 120;

/** Between the levels; below it nothing is used. */
const LEVEL = '\u0001';
const FIRST = 0x100;
const PLAIN = '\u0002';

interface CollationWeight {
  /** Among all letters, from 0; -1: it is passed over. */
  readonly letter: number;
  /** Among those that are one letter: case, width, marks. */
  readonly variant: number;
}

/** A number as a character; the order of numbers is that of the bytes. */
const charOf = (number: number): string => {
  const code = FIRST + number;
  return String.fromCodePoint(code >= 0xd800 ? code + 0x800 : code);
};

const collationWeights = (): Map<string, CollationWeight> => {
  const { compare } = new Intl.Collator(LOCALE);
  const { compare: compareLetters } = new Intl.Collator(LOCALE, { sensitivity: 'base' });
  const chars = [...WORDS];
  for (let code = 0x20; code <= LAST; code++) {
    const char = String.fromCharCode(code);
    if (ORDERED.test(char)) chars.push(char);
  }
  chars.sort(compare);
  const found = new Map<string, CollationWeight>();
  let letter = 0;
  let variant = 0;
  let before = '';
  for (const char of chars) {
    if (!compareLetters(char, '')) {
      found.set(char, { letter: -1, variant: 0 });
      continue;
    }
    if (before && compareLetters(before, char)) {
      letter++;
      variant = 0;
    } else if (before && compare(before, char)) variant++;
    found.set(char, { letter, variant });
    before = char;
  }
  return found;
};

/** Keys that are kept: what many records share (authorities, categories, bases) is worked out once. */
const MOST_KEPT = 10_000;

/** Returns a function that makes keys; preparing it takes about a second. */
export function createSortKeys(): (text: string) => string {
  const weights = collationWeights();
  const { letter: zero } = weights.get('0') as CollationWeight;
  const beyond = weights.size;

  const parts = new RegExp(`${WORDS.join('|')}|[0-9０-９]+|[^]`, 'gu');

  const keyOf = (text: string): string => {
    let letters = '';
    let variants = '';
    const add = (part: string, variant: number): void => {
      letters += part;
      variants += charOf(variant).replace(charOf(0), PLAIN);
    };
    for (const [part] of text.slice(0, LONGEST).normalize('NFC').matchAll(parts)) {
      if (/^[0-9０-９]/.test(part)) {
        const digits = part.normalize('NFKC').replace(/^0+(?=.)/, '');
        // As many as there are tell how large it is; then they do.
        add(charOf(zero) + charOf(digits.length) + digits, part === part.normalize('NFKC') ? 0 : 1);
        continue;
      }
      const weight = weights.get(part);
      if (weight?.letter === -1) continue;
      add(charOf(weight ? weight.letter : beyond + (part.codePointAt(0) as number)), weight?.variant ?? 0);
    }
    let length = variants.length;
    while (variants[length - 1] === '\u0002') length--;
    const rest = variants.slice(0, length);
    return rest ? letters + LEVEL + rest : letters;
  };

  const kept = new Map<string, string>();
  return (text) => {
    const known = kept.get(text);
    if (known !== undefined) return known;
    if (kept.size >= MOST_KEPT) kept.clear();
    const key = keyOf(text);
    kept.set(text, key);
    return key;
  };
}
