/**
 * One look at a text, character by character, that decides whether it is plain: tidy as it stands, no word for “nothing”, nobody's
 * number, address or name in it. It is made of the tables of the rules themselves and may only err on the careful side: of what
 * is not plain the rules decide (text.ts, rules/personal-numbers/find.ts, rules/persons/other-persons.ts).
 */
import { NUMERALS } from '../../rules/personal-numbers/addresses.js';
import { ADDRESS, CERTIFICATE, FLAT, HINT_SIGNS, MAIL, MESSENGER, PLATE } from '../../rules/personal-numbers/hints.js';
import {
  CIRCLE, EX, GAP, INVISIBLE, INVISIBLES, LETTER, MASK, OTHER, SIGN_TABLE, signOf, SURROGATE_SIGN,
} from '../../rules/personal-numbers/signs.js';
import { NUMBER_WORD_SIGNS } from '../../rules/personal-numbers/words.js';
import { FIRST_SIGNS, mayNamePerson, NEXT_SIGNS } from '../../rules/persons/other-persons.js';
import { isEncoded } from '../percent.js';
import { UNTIDY } from '../text.js';

/** Bits 0–3 of a character: what it can be within a number (signs.ts). */
const KIND = 15;
/** Not plain, whatever stands around it. */
const ODD = 1 << 4;
/** Of an address or a birth in a natural person's record, behind some others. */
const FLAT_SIGN = 1 << 5;
const MESSENGER_WORD = 1 << 6;
const CERTIFICATE_WORD = 1 << 7;
const PLATE_SIGN = 1 << 8;
/** Begins a word for a person, goes on with one: what follows tells. */
const PERSON_WORD = 1 << 9;
const PERSON_NEXT = 1 << 15;
/** Of a word that says what the number after it is. */
const NUMBER_WORD = 1 << 10;
/** 住, which is no address's in 住房. */
const LIVE_SIGN = 1 << 13;
const LIVE = '住'.charCodeAt(0);
/** Begins an encoded character, where two digits of it follow (percent.ts). */
const PERCENT = 1 << 14;
/** Looked at with what stands beside them. */
const WITH_NEIGHBOURS = PERCENT | FLAT_SIGN | CERTIFICATE_WORD | PLATE_SIGN | PERSON_WORD | LIVE_SIGN;

/** Begins a short word for “nothing”, where it stands first. */
const NOTHING_WORD = 1 << 11;
/** Where it stands first, a spreadsheet's guard or a sign for “nothing”. */
const ODD_FIRST = 1 << 12;

/** Where characters stand that a text is tidied for: trying all would take a page some milliseconds. */
const UNTIDY_BLOCKS: readonly (readonly [from: number, to: number])[] = [
  [0, 0xff], [0x1680, 0x1680], [0x2000, 0x206f], [0x3000, 0x3000], [0xfe00, 0xffff],
];

/** What a hint of the detector is here. */
const BIT_OF_HINT: Readonly<Record<number, number>> = {
  [MAIL]: ODD, [ADDRESS]: ODD, [FLAT]: FLAT_SIGN, [MESSENGER]: MESSENGER_WORD, [CERTIFICATE]: CERTIFICATE_WORD, [PLATE]: PLATE_SIGN,
};

const SIGNS = new Uint16Array(0x10000);

const mark = (signs: string, bit: number): void => {
  for (let i = 0; i < signs.length; i++) (SIGNS[signs.charCodeAt(i)] as number) |= bit;
};

// Only what means something is visited: a look at each of 65,536 would hold up the first rows.
SIGNS.set(SIGN_TABLE);
for (const [from, to] of INVISIBLES) {
  for (let code = from; code <= to; code++) if (SIGNS[code] === INVISIBLE) SIGNS[code] = INVISIBLE | ODD;
}
for (const [signs, hint] of HINT_SIGNS) mark(signs, BIT_OF_HINT[hint] as number);
mark(FIRST_SIGNS, PERSON_WORD);
mark(NEXT_SIGNS, PERSON_NEXT);
mark('%', PERCENT);
mark(String.fromCharCode(SURROGATE_SIGN, CIRCLE), ODD);
SIGNS[LIVE] = ((SIGNS[LIVE] as number) & ~ODD) | LIVE_SIGN;
for (const [from, to] of UNTIDY_BLOCKS) {
  for (let code = from; code <= to; code++) if (UNTIDY.test(String.fromCharCode(code))) (SIGNS[code] as number) |= ODD;
}
mark(NUMBER_WORD_SIGNS, NUMBER_WORD);
mark('空无暂不未nuNU', NOTHING_WORD);
mark('=\'`/\\-—–_*＊.。、~', ODD_FIRST);

/** Behind 住 these are no dwelling's, whatever stands before it (addresses.ts). */
const NO_DWELLING = '宿房院宅建';
/** What the words for certificates and last digits go on with behind their rare characters: 军官证, 文职证, 军人证, 残疾证, 尾号, 后四位. */
const BEHIND_CERTIFICATE = '证职人疾号四六';
/** What an address of a flat or a birth has before its rare characters: 单元, 号楼, 所在地, 3幢, 出生, 1日生 (addresses.ts, contacts.ts). */
const BEFORE_FLAT: Readonly<Record<string, string>> = { 元: '单', 楼: '号', 地: '在住籍居生', 生: '出月日' };

/** Whether a character with what stands beside it may be the beginning, or a part, of something personal. */
const isOddThere = (text: string, at: number, sign: number, person: boolean): boolean =>
  ((sign & LIVE_SIGN) !== 0 && !NO_DWELLING.includes(text.charAt(at + 1) || ' '))
  || ((sign & PLATE_SIGN) !== 0 && signOf(text.charCodeAt(at + 1)) === LETTER)
  || ((sign & PERSON_WORD) !== 0 && at + 1 < text.length && ((SIGNS[text.charCodeAt(at + 1)] as number) & PERSON_NEXT) !== 0
    && mayNamePerson(text, at))
  || ((sign & PERCENT) !== 0 && isEncoded(text.slice(at, at + 3)))
  || (person && (sign & FLAT_SIGN) !== 0 && at > 0
    && (BEFORE_FLAT[text.charAt(at)] ?? NUMERALS).includes(text.charAt(at - 1)));

/** Characters of the longest word for “nothing”. */
const LONGEST_NOTHING = 9;
/** Letters and digits that a messenger's name has at least (contacts.ts). */
const FEWEST_OF_NAME = 5;
/** Digits behind a word for a certificate, and those of a certificate behind letters (contacts.ts, find.ts). */
const FEWEST_BEHIND_WORD = 4;
const FEWEST_OF_CERTIFICATE = 6;
/** Signs of a number that something else than a word gives away (chains.ts, classify.ts). */
const FEWEST_HIDDEN = 7;
const FEWEST_BY_SHAPE = 10;
/** Gaps in a row that may hide something (chains.ts). */
const HIDING_RUN = 4;

/** Whether a text may stand for “nothing”, or be empty: then it is to be asked (text.ts). */
export const mayBeNothing = (text: string): boolean => ((SIGNS[text.charCodeAt(0)] ?? ODD_FIRST) & (ODD_FIRST | ODD | NOTHING_WORD)) !== 0;

/** Texts and characters looked at since the module was loaded: what a test counts instead of time (test/feed/work.test.ts). */
export const looked = { texts: 0, characters: 0 };

/** Whether a text is shown as it stands. @param person the record is a natural person's */
export function isPlain(text: string, person = false): boolean {
  const { length } = text;
  looked.texts++;
  looked.characters += length;
  const first = SIGNS[text.charCodeAt(0)] ?? ODD_FIRST;
  if (first & ODD_FIRST || (first & NOTHING_WORD && length <= LONGEST_NOTHING)) return false;
  let signs = 0;
  let gaps = 0;
  let letters = 0;
  let isNamed = false;
  let mayHide = false;
  let hasName = false;
  let hasDigits = false;
  let mayBeCertificate = false;
  let words = 0;
  for (let i = 0; i < length; i++) {
    const sign = SIGNS[text.charCodeAt(i)] as number;
    if ((sign & ~PERSON_NEXT) === OTHER) {
      signs = letters = gaps = 0;
      continue;
    }
    if (sign & ODD) return false;
    words |= sign;
    if (sign & WITH_NEIGHBOURS) {
      if (isOddThere(text, i, sign, person)) return false;
      if (sign & CERTIFICATE_WORD && BEHIND_CERTIFICATE.includes(text.charAt(i + 1) || ' ')) mayBeCertificate = true;
    }
    const kind = sign & KIND;
    if (kind === OTHER) {
      signs = letters = gaps = 0;
      continue;
    }
    if (++letters >= FEWEST_OF_NAME) hasName = true;
    if (kind === LETTER) {
      isNamed = true;
      signs = 0;
      continue;
    }
    if (kind === GAP) {
      if (++gaps >= HIDING_RUN) mayHide = true;
      continue;
    }
    gaps = 0;
    if (signs++ === 0) mayHide = kind === MASK;
    else if (kind === MASK) return false;
    if (kind === EX) isNamed = mayHide = true;
    if (signs >= FEWEST_BEHIND_WORD) hasDigits = true;
    if (signs < FEWEST_OF_CERTIFICATE) continue;
    if (isNamed || words & NUMBER_WORD || signs >= FEWEST_BY_SHAPE || (mayHide && signs >= FEWEST_HIDDEN)) return false;
  }
  return !((words & MESSENGER_WORD && hasName) || (mayBeCertificate && hasDigits));
}
