/**
 * What a character can be within a number: a table of all of them, so that a text is read with one look-up a character.
 * People write numbers with spaces, dashes, dots, in full-width, in Chinese numerals, and hide parts of them by any sign.
 */

/** Of no meaning within a number: it ends there. */
export const OTHER = 0;
export const DIGIT = 1;
/** A Chinese numeral that stands for one digit. */
export const NUMERAL = 2;
/** What people put between the parts of a number. */
export const GAP = 3;
/** Not seen at all: format characters. A number goes on as if there were none. */
export const INVISIBLE = 4;
/** Hides a digit. */
export const MASK = 5;
export const LETTER = 6;
/** X: the check character of a resident ID, a mask, or a letter. */
export const EX = 7;
/** Begins an HTML tag, perhaps. */
export const TAG = 8;
/** Begins an HTML entity, perhaps. */
export const ENTITY = 9;
/** The first half of 𝟎–𝟿, digits in the fonts of mathematics (U+1D7CE–1D7FF). */
export const SURROGATE = 10;

/** Zero to nine in other shapes: where each series of ten begins. */
const DIGIT_SERIES = [
  0x30, // ASCII
  0xff10, // full-width
  0x660, 0x6f0, 0x966, // Arabic-Indic, Persian, Devanagari
];

/** Chinese numerals, digit by digit: as written, as in the financial form, as spoken on the telephone (幺). */
const NUMERALS: readonly (readonly [digit: number, signs: string])[] = [
  [0, '〇零○'], [1, '一壹弌幺'], [2, '二贰弍貳'], [3, '三叁弎叄'], [4, '四肆'], [5, '五伍'], [6, '六陆陸'], [7, '七柒'], [8, '八捌'], [9, '九玖'],
];

/** ①–⑨ in their shapes: where each series of nine begins; and the zeros apart. */
const CIRCLED = [0x2460, 0x2776, 0x2780, 0x278a];
const CIRCLED_ZEROS = '\u24ea\u24ff';

/** White space as `\\s` and `trim` know it. */
export const SPACES = ' \t\n\v\f\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f'
  + '\u3000\ufeff';

const GAPS = ' \t\n\v\f\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\u3164'
  // Dashes and tildes
  + '-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d~\uff5e\u301c'
  // Dots
  + '.\uff0e\u00b7\u2022\u2027\u2219\u22c5\u30fb\uff65\ufe52\u2024'
  // Slashes, brackets, low lines, quotes
  + '/\\\uff0f\uff3c\u2215|\uff5c()[]{}\uff08\uff09\uff3b\uff3d\uff5b\uff5d【】〔〕﹝﹞「」_\uff3f\u2017\'"`\u2018\u2019\u201c\u201d';

const MASKS = '\u2026*＊●◯×✕✖■□▇█▓◆◇★☆#＃?？※某⚫⬛∗✱';
const EX_SIGNS = 'xXｘＸХхΧχ';

/** Ranges of format characters, variation selectors and combining marks. */
export const INVISIBLES: readonly (readonly [from: number, to: number])[] = [
  [0x00, 0x08], [0x0e, 0x1f], [0x7f, 0x9f], [0xad, 0xad], [0x300, 0x36f], [0x61c, 0x61c], [0x180b, 0x180e], [0x200b, 0x200f], [0x202a,
    0x202e],
  // The second halves of 𝟎–𝟿: what they are, the first half says.
  [0xdfce, 0xdfff],
  [0x2060, 0x206f], [0x20e0, 0x20e3], [0xfe00, 0xfe0f], [0xfeff, 0xfeff], [0xfff9, 0xfffb],
];

/** The first half of 𝟎–𝟿. */
export const SURROGATE_SIGN = 0xd835;

/** The parts of a value: what a sign is, and its digit. */
export const KIND = 15;
export const DIGIT_SHIFT = 4;

const CLASSES = new Uint8Array(0x10000);
/** The same, and in the upper four bits the digit that it stands for. */
const VALUES = new Uint8Array(0x10000);

const put = (code: number, sign: number): void => {
  CLASSES[code] = sign;
};
const putAll = (signs: string, sign: number): void => {
  for (let i = 0; i < signs.length; i++) put(signs.charCodeAt(i), sign);
};

const digits: (readonly [code: number, digit: number])[] = [];
for (const [from, to] of INVISIBLES) for (let code = from; code <= to; code++) put(code, INVISIBLE);
for (const first of [0x41, 0x61, 0xff21, 0xff41]) for (let i = 0; i < 26; i++) put(first + i, LETTER);
putAll(GAPS, GAP);
putAll(MASKS, MASK);
putAll(EX_SIGNS, EX);
for (const first of DIGIT_SERIES) {
  for (let i = 0; i < 10; i++) {
    put(first + i, DIGIT);
    digits.push([first + i, i]);
  }
}
for (const [digit, signs] of NUMERALS) {
  putAll(signs, NUMERAL);
  for (let i = 0; i < signs.length; i++) digits.push([signs.charCodeAt(i), digit]);
}
for (const first of CIRCLED) {
  for (let i = 0; i < 9; i++) {
    put(first + i, NUMERAL);
    digits.push([first + i, i + 1]);
  }
}
putAll(CIRCLED_ZEROS, NUMERAL);
put(0x3c, TAG);
put(0x26, ENTITY);
put(SURROGATE_SIGN, SURROGATE);
VALUES.set(CLASSES);
for (const [code, digit] of digits) VALUES[code] = (VALUES[code] as number) | (digit << DIGIT_SHIFT);

/** The whole table, by character. */
export const SIGN_TABLE: Readonly<Uint8Array> = CLASSES;

export const VALUE_TABLE: Readonly<Uint8Array> = VALUES;

/** What a character can be within a number. */
export const signOf = (code: number): number => CLASSES[code] as number;

/** The same of the character at a place; nothing behind the end. */
export const signAt = (text: string, at: number): number => (at < text.length ? (CLASSES[text.charCodeAt(at)] as number) : OTHER);

/** The digit of a mathematical digit's second half; -1 where it is none. */
export const mathDigit = (low: number): number => (low >= 0xdfce && low <= 0xdfff ? (low - 0xdfce) % 10 : -1);

/** White space as in `SPACES`; most of it is ASCII. */
export const isSpace = (code: number): boolean => code === 0x20 || (code >= 9 && code <= 13) || ((code >= 0xa0 && code < 0x3001
  || code === 0xfeff) && SPACES.includes(String.fromCharCode(code)));

/** Zero in Chinese numerals; a circle that hides something among other digits. */
export const CIRCLE = 0x25cb;
