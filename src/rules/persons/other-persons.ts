/** Persons who are named in a text by a word for them: 员工陈员工 → 员工陈某. */
import { maskName, TRANSLITERATION_SIGNS } from './names.js';
import { hasOrganisationWord } from './organisation-words.js';
import { AFTER_NAME, DONE_TO_PERSONS, NO_NAMES, PARTY_WORDS, PERSON_WORDS, SURE_SURNAMES, VERBS } from './person-words.js';
import { COMPOUND_SIGNS, startsWithSurname, SURNAME_SIGNS, surnameOf, unitsAt } from './surnames.js';
import { pairAt, standsAt, TELLING_NEXT_SIGNS, TELLING_SIGNS, toldPersons } from './told-persons.js';

// Most texts name nobody: a word's first two characters are looked for before the words are tried. A few other pairs fall
// together with these.
interface Row {
  readonly word: string;
  /** Only a surname that is sure counts behind it. */
  readonly sure: boolean;
}
const PAIRS: (Row[] | undefined)[] = new Array<Row[] | undefined>(0x1000).fill(undefined);

/** What a character can be: one look-up each. */
const SIGNS = new Uint16Array(0x10000);
const FIRST = 1;
/** The rare ones are two UTF-16 units. */
const HAN = 2;
const DOT = 4;
/** Names that are written by their sound. */
const SOUND = 8;
const SURNAME = 16;
/** What may stand between the word and the name: 姓名, 名叫, 为, ：; and a space or an opening sign. */
const IS = 32;
const OPENING = 64;
/** Between the names of several persons. */
const AND = 128;
/** Begins a word that tells a person before it. */
const TELLING = 256;
/** A name ends before it, and before a verb that begins so. */
const AFTER = 512;
const DOING = 1024;
/** A surname that hardly begins another word. */
const SURE = 2048;
/** May begin a surname of more than one character. */
const COMPOUND = 4096;
/** Is no given name's first. */
const NOT_GIVEN = 8192;
/** The second of a common word that begins as a surname does. */
const SECOND = 16384;
/** Ends a word for the party. */
const PARTY_END = 32768;
const mark = (signs: string, bit: number): void => {
  for (let i = 0; i < signs.length; i++) SIGNS[signs.charCodeAt(i)] = (SIGNS[signs.charCodeAt(i)] as number) | bit;
};
SIGNS.fill(HAN, 0x3400, 0xa000).fill(HAN, 0xd840, 0xd900);
mark('·•・．‧∙⋅･', DOT);
mark(TRANSLITERATION_SIGNS, SOUND);
mark(SURNAME_SIGNS, SURNAME);
mark('姓名叫系为是:：', IS);
mark(' \u3000“"‘（(', OPENING);
mark('、和与及 ，,', AND);

// The longest first.
for (const word of [...PERSON_WORDS].sort((a, b) => b.length - a.length)) {
  mark(word.charAt(0), FIRST);
  (PAIRS[pairAt(word, 0)] ??= []).push({ word, sure: DONE_TO_PERSONS.has(word) });
}
mark(TELLING_SIGNS, TELLING);
mark(AFTER_NAME, AFTER);
for (const verb of VERBS) mark(verb.charAt(0), DOING);
for (const word of NO_NAMES) mark(word.charAt(1), SECOND);
for (const word of PARTY_WORDS) mark(word.slice(-1), PARTY_END);
mark([...SURE_SURNAMES].join(''), SURE);
mark(COMPOUND_SIGNS, COMPOUND);
// Pronouns are nobody's name: 消费者向我局投诉, 顾客向该店反映.
mark('我该本此他她它们各每这那某', NOT_GIVEN);

const bitsAt = (text: string, at: number): number => (at < text.length ? (SIGNS[text.charCodeAt(at)] as number) : 0);

const isAt = (text: string, at: number, bits: number): boolean => (bitsAt(text, at) & bits) !== 0;

/** Behind 姓名, 名叫, 名为, 叫, 系, 为, 是 or a colon, and one opening sign. */
const afterBetween = (text: string, at: number): number => {
  const bits = bitsAt(text, at);
  // Mostly neither: the name follows.
  if (!(bits & (IS | OPENING))) return at;
  let end = at;
  if (bits & IS) {
    const char = text.charAt(at);
    if (char === '姓') end += text.charAt(at + 1) === '名' ? 2 : 0;
    else if (char === '名') end += text.charAt(at + 1) === '叫' || text.charAt(at + 1) === '为' ? 2 : 0;
    else end++;
  }
  return isAt(text, end, OPENING) ? end + 1 : end;
};

/** The characters that begin a word for a person, or one that tells a person before it. */
export const FIRST_SIGNS = PERSON_WORDS.map((word) => word.charAt(0)).join('') + TELLING_SIGNS;

/** The characters that go on with one. */
export const NEXT_SIGNS = PERSON_WORDS.map((word) => word.charAt(1)).join('') + TELLING_NEXT_SIGNS;

/** Where the name may begin that a word for a person at a place stands before; -1 where there is none. */
const behindWord = (text: string, at: number): number => {
  const rows = at + 1 < text.length ? PAIRS[pairAt(text, at)] : undefined;
  if (rows === undefined) return -1;
  for (const { word, sure } of rows) {
    if (!standsAt(word, text, at)) continue;
    const name = afterBetween(text, at + word.length);
    return sure && !isAt(text, name, SURE) ? -1 : name;
  }
  return -1;
};

/** Characters looked at behind a word: a surname, a name, and what follows. */
const LONGEST_NAME = 8;
/** A firm's name, as far as it has to be read. */
const LONGEST_FIRM = 30;

const isHan = (char: string): boolean => isAt(char, 0, HAN);

/** Firms are applicants, owners, parties, too: 申请人张三食品有限公司. */
const mayBeFirm = (role: string, rest: string): boolean =>
  (/[人东聘雇招谈唤问]/.test(role) || DONE_TO_PERSONS.has(role.slice(-2))) && hasOrganisationWord(rest.split(/[，,。；;、：:]/, 1).join(''));

/** What joins words ends no name: 当事人何时在…. */
const JOINING = '在的于将未已被对与和及';

/** 当事人王小满于…: the end of a name that is one for certain; 0 where it is not. */
const partyEnd = (rest: string): number => {
  const surname = surnameOf(rest).length;
  const name = rest.slice(0, surname + 2);
  const isWhole = name.length === surname + 2 && (SURE_SURNAMES.has(rest.charAt(0)) || surname > 1) && [...name].every(isHan)
    && !name.includes('某') && !JOINING.includes(name.slice(-1)) && !NO_NAMES.has(rest.slice(0, 2));
  const next = rest.charAt(surname + 2);
  return isWhole && (next === '' || AFTER_NAME.includes(next)) ? surname + 2 : 0;
};

/** Whether what persons do begins at a place; it is looked at up to `last`. */
const isVerb = (text: string, at: number, last: number): boolean => isAt(text, at, DOING)
  && VERBS.has(text.slice(at, Math.min(at + 2, last)));

/** Whether a name of so many given characters ends here: 王五证实, whose 证 is the verb's, and what follows is no half of a word. */
const endsName = (text: string, end: number, last: number, given: number): boolean => {
  if (given === 2 && isVerb(text, end - 1, last)) return false;
  return end >= last || isAt(text, end, AFTER) || isVerb(text, end, last);
};

/** A surname and one or two characters, and then what follows no half of a word. Nothing is cut out: names may stand in a row. */
const surnameEnd = (text: string, at: number): number => {
  const last = Math.min(text.length, at + LONGEST_NAME);
  let surname = 1;
  if (isAt(text, at, COMPOUND)) {
    const rest = text.slice(at, at + LONGEST_NAME);
    if (!startsWithSurname(rest)) return at;
    surname = surnameOf(rest).length;
  }
  const first = at + surname;
  if (!isAt(text, first, HAN) || isAt(text, first, NOT_GIVEN)
    || (isAt(text, at + 1, SECOND) && NO_NAMES.has(text.slice(at, at + 2)))) return at;
  const one = first + unitsAt(text, first);
  const two = isAt(text, one, HAN) && text.charAt(one) !== '某' ? one + unitsAt(text, one) : one;
  // The longer name first: 陈员工在场 is 陈员工 and 在场.
  if (two > one && endsName(text, two, last, 2)) return two;
  if (endsName(text, one, last, 1)) return one;
  // Nobody knows where it ends: rather a character too many is hidden than one too few.
  return !isAt(text, at, SURE) || mayBeFirm(text.slice(Math.max(0, at - 3), at), text.slice(at, at + LONGEST_FIRM)) ? at : two;
};

const isTransliterated = (char: string): boolean => isAt(char, 0, SOUND);
/** Fewer of these characters may be any word. */
const FEWEST_SOUNDS = 4;

/** 阿依努尔·买买提, 买买提江: parts between dots, the last of them by its sounds; or a row of such sounds. */
const foreignEnd = (rest: string): number => {
  let end = 0;
  let dotted = false;
  for (let i = 0; i < rest.length; i++) {
    const char = rest.charAt(i);
    if (isAt(char, 0, DOT) && i > end && isHan(rest.charAt(i + 1))) {
      end = i + 1;
      dotted = true;
    } else if (!isHan(char)) break;
  }
  const from = end;
  while (isTransliterated(rest.charAt(end))) end++;
  if (!dotted) return end >= FEWEST_SOUNDS && !NO_NAMES.has(rest.slice(0, 2)) ? end : 0;
  // 约翰·史密斯: other sounds, of which three are enough to hide a name.
  while (end < from + 3 && isHan(rest.charAt(end))) end++;
  return end;
};

/** Names with dots are longer. */
const LONGEST_FOREIGN = 24;

/** Whether a row of such sounds begins at a place. */
const areSounds = (text: string, at: number): boolean => {
  for (let i = at; i < at + FEWEST_SOUNDS; i++) if (!isAt(text, i, SOUND)) return false;
  return true;
};

/** Where stretches of Han characters end: looked for once in a stretch. */
class HanEnd {
  private from = 0;
  private end = 0;

  constructor(private readonly text: string) {}

  after(at: number): number {
    if (at >= this.from && at < this.end) return this.end;
    let end = at;
    while (isAt(this.text, end, HAN)) end++;
    this.from = at;
    this.end = end;
    return end;
  }
}

/** The end of a name that begins at a place; the place where there is none. */
const nameEnd = (text: string, at: number, han: HanEnd): number => {
  const bits = bitsAt(text, at);
  if (!(bits & HAN)) return at;
  const behind = han.after(at);
  const mayBeForeign = (behind < at + LONGEST_FOREIGN && isAt(text, behind, DOT)) || (bits & SOUND && areSounds(text, at));
  const foreign = mayBeForeign ? foreignEnd(text.slice(at, at + LONGEST_FOREIGN)) : 0;
  if (foreign || !(bits & SURNAME)) return at + foreign;
  const isParty = isAt(text, at - 1, PARTY_END) && PARTY_WORDS.some((word) => standsAt(word, text, at - word.length));
  return isParty ? at + partyEnd(text.slice(at, at + LONGEST_NAME)) : surnameEnd(text, at);
};

/** Whether somebody is named behind a word for a person that stands at a place. */
export const mayNamePerson = (text: string, at: number): boolean => {
  const name = behindWord(text, at);
  return (name >= 0 && nameEnd(text, name, new HanEnd(text)) > name) || toldPersons(text, at).length > 0;
};

/** What is shown up to the end of a name, and what stands for it. Behind a surname of one character that is 某; others are looked at. */
const masked = (text: string, from: number, start: number, end: number): string => (
  isAt(text, start, SURNAME) && !isAt(text, start, COMPOUND) && isAt(text, start + 1, HAN) && !isAt(text, start + 1, NOT_GIVEN)
    ? `${text.slice(from, start + 1)}某` : text.slice(from, start) + maskName(text.slice(start, end)));

/** A text in which those are masked whom a word for a person stands before, 、 goes on to the next name; and whom one behind tells. */
export const maskNamedPersons = (text: string): string => {
  const table = SIGNS;
  const han = new HanEnd(text);
  let result = '';
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    const bits = table[text.charCodeAt(i)] as number;
    if (!(bits & (FIRST | TELLING))) continue;
    if (bits & TELLING) {
      for (const [start, end] of toldPersons(text, i)) {
        if (start < from) continue;
        result += masked(text, from, start, end);
        from = end;
      }
    }
    let at = bits & FIRST ? behindWord(text, i) : -1;
    if (at < 0) continue;
    // The next word is looked for behind this one, and behind the names.
    i = at - 1;
    for (let end = nameEnd(text, at, han); end > at; end = nameEnd(text, at, han)) {
      result += masked(text, from, at, end);
      from = end;
      i = end - 1;
      at = isAt(text, end, AND) || end === text.length ? end + 1 : end;
      if (at === end) break;
    }
  }
  return from ? result + text.slice(from) : text;
};
