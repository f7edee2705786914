/** Persons who are named in a text by a word for them: 员工陈员工 → 员工陈某. */
import { maskName, TRANSLITERATION_SIGNS } from './names.js';
import { hasOrganisationWord } from './organisation-words.js';
import { AFTER_NAME, DONE_TO_PERSONS, NO_NAMES, PERSON_WORDS, SURE_SURNAMES, VERBS } from './person-words.js';
import { startsWithSurname, surnameOf } from './surnames.js';
import { TELLING_SIGNS, toldPersons } from './told-persons.js';

// Most texts name nobody: a word's first two characters are looked for before the words are tried. A few other pairs fall
// together with these.
const FIRST = new Uint8Array(0x10000);
/** Bits of the table: what begins a word before a name, and behind one. */
const BEFORE = 1;
const BEHIND = 2;
const PAIRS: (string[] | undefined)[] = new Array<string[] | undefined>(0x1000).fill(undefined);
const pairAt = (text: string, at: number): number => (text.charCodeAt(at) * 31 + text.charCodeAt(at + 1)) & 0xfff;
// The longest first.
for (const word of [...PERSON_WORDS].sort((a, b) => b.length - a.length)) {
  FIRST[word.charCodeAt(0)] = BEFORE;
  (PAIRS[pairAt(word, 0)] ??= []).push(word);
}

for (let i = 0; i < TELLING_SIGNS.length; i++) (FIRST[TELLING_SIGNS.charCodeAt(i)] as number) |= BEHIND;

/** What may stand between the word and the name. */
const BETWEEN = /(?:姓名|名叫|名为|叫|系|为|是|[:：])?[ \u3000“"‘（(]?/y;

/** The characters that begin a word for a person, or one that tells a person before it. */
export const FIRST_SIGNS = PERSON_WORDS.map((word) => word.charAt(0)).join('') + TELLING_SIGNS;

/** Where the name may begin that a word for a person at a place stands before; -1 where there is none. */
const behindWord = (text: string, at: number): number => {
  const word = PAIRS[pairAt(text, at)]?.find((one) => text.startsWith(one, at));
  if (word === undefined) return -1;
  BETWEEN.lastIndex = at + word.length;
  BETWEEN.exec(text);
  const name = BETWEEN.lastIndex;
  return DONE_TO_PERSONS.has(word) && !SURE_SURNAMES.has(text.charAt(name)) ? -1 : name;
};

/** Characters looked at behind a word: a surname, a name, and what follows. */
const LONGEST_NAME = 8;

/** The rare ones are two UTF-16 units. */
const isHan = (char: string): boolean => (char >= '\u3400' && char <= '\u9fff') || (char >= '\ud840' && char < '\ud900');

/** Pronouns are nobody's name: 消费者向我局投诉, 顾客向该店反映. */
const PRONOUNS = '我该本此他她它们各每这那';

/** Firms are applicants, owners, parties, too: 申请人张三食品有限公司. */
const mayBeFirm = (role: string, rest: string): boolean =>
  /[人东聘雇招谈唤问]/.test(role) && hasOrganisationWord(rest.split(/[，,。；;、：:]/, 1).join(''));

/** A surname and one or two characters, and then what follows no half of a word. */
const surnameEnd = (rest: string, isFirm: () => boolean): number => {
  if (!startsWithSurname(rest)) return 0;
  const surname = surnameOf(rest).length;
  const [first = '', second = ''] = rest.slice(surname);
  if (!isHan(first) || first === '某' || PRONOUNS.includes(first) || NO_NAMES.has(rest.slice(0, 2))) return 0;
  // The longer name first: 陈员工在场 is 陈员工 and 在场.
  for (const given of [2, 1]) {
    const name = [...rest.slice(surname)].slice(0, given);
    const end = surname + name.join('').length;
    if (name.length < given || !name.every(isHan) || name.includes('某')) continue;
    const next = rest.charAt(end);
    // 王五证实: 证 is the verb's.
    if (given === 2 && VERBS.has(rest.slice(end - 1, end + 1))) continue;
    if (next === '' || AFTER_NAME.includes(next) || VERBS.has(rest.slice(end, end + 2))) return end;
  }
  // Nobody knows where it ends: rather a character too many is hidden than one too few.
  if (!SURE_SURNAMES.has(rest.charAt(0)) || isFirm()) return 0;
  return surname + first.length + (isHan(second) && second !== '某' ? second.length : 0);
};

const isTransliterated = (char: string): boolean => char !== '' && TRANSLITERATION_SIGNS.includes(char);
/** Fewer of these characters may be any word. */
const FEWEST_SOUNDS = 4;
const DOTS = '·•・．‧∙⋅･';

/** 阿依努尔·买买提, 买买提江: parts between dots, the last of them by its sounds; or a row of such sounds. */
const foreignEnd = (rest: string): number => {
  let end = 0;
  let dotted = false;
  for (let i = 0; i < rest.length; i++) {
    const char = rest.charAt(i);
    if (DOTS.includes(char) && i > end && isHan(rest.charAt(i + 1))) {
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

/** A firm's name, as far as it has to be read. */
const LONGEST_FIRM = 30;
/** Names with dots are longer. */
const LONGEST_FOREIGN = 24;

/** The end of a name that begins at a place; the place where there is none. */
const nameEnd = (text: string, at: number): number => {
  const foreign = isHan(text.charAt(at)) ? foreignEnd(text.slice(at, at + LONGEST_FOREIGN)) : 0;
  return at + (foreign || surnameEnd(text.slice(at, at + LONGEST_NAME),
    () => mayBeFirm(text.slice(Math.max(0, at - 3), at), text.slice(at, at + LONGEST_FIRM))));
};

/** Whether somebody is named behind a word for a person that stands at a place. */
export const mayNamePerson = (text: string, at: number): boolean => {
  const name = behindWord(text, at);
  return (name >= 0 && nameEnd(text, name) > name) || toldPersons(text, at).length > 0;
};

/** Between the names of several persons. */
const GOES_ON = '、和与及 ，,';

/** A text in which those are masked whom a word for a person stands before, 、 goes on to the next name; and whom one behind tells. */
export const maskNamedPersons = (text: string): string => {
  let result = '';
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    const bits = FIRST[text.charCodeAt(i)] as number;
    if (bits === 0) continue;
    if ((bits & BEHIND) !== 0) {
      for (const [start, end] of toldPersons(text, i)) {
        if (start < from) continue;
        result += text.slice(from, start) + maskName(text.slice(start, end));
        from = end;
      }
    }
    let at = (bits & BEFORE) !== 0 ? behindWord(text, i) : -1;
    if (at < 0) continue;
    // The next word is looked for behind this one, and behind the names.
    i = at - 1;
    for (let end = nameEnd(text, at); end > at; end = nameEnd(text, at)) {
      result += text.slice(from, at) + maskName(text.slice(at, end));
      from = end;
      i = end - 1;
      at = GOES_ON.includes(text.charAt(end)) ? end + 1 : end;
      if (at === end) break;
    }
  }
  return from ? result + text.slice(from) : text;
};
