/** Persons who are named in a text by a word for them: 员工陈员工 → 员工陈某. */
import { maskName } from './names.js';
import { AFTER_NAME, NO_NAMES, PERSON_WORDS, VERBS } from './person-words.js';
import { startsWithSurname, surnameOf } from './surnames.js';

// Most texts name nobody: a word's first two characters are looked for before the words are tried. A few other pairs fall
// together with these.
const FIRST = new Uint8Array(0x10000);
const PAIRS: (string[] | undefined)[] = new Array<string[] | undefined>(0x1000).fill(undefined);
const pairAt = (text: string, at: number): number => (text.charCodeAt(at) * 31 + text.charCodeAt(at + 1)) & 0xfff;
// The longest first.
for (const word of [...PERSON_WORDS].sort((a, b) => b.length - a.length)) {
  FIRST[word.charCodeAt(0)] = 1;
  (PAIRS[pairAt(word, 0)] ??= []).push(word);
}

/** What may stand between the word and the name. */
const BETWEEN = /(?:姓名|名叫|名为|叫|系|为|是|[:：])?[ \u3000]?/y;

/** The characters that begin a word for a person. */
export const FIRST_SIGNS = PERSON_WORDS.map((word) => word.charAt(0)).join('');

/** Where the name may begin that a word for a person at a place stands before; -1 where there is none. */
const behindWord = (text: string, at: number): number => {
  const word = PAIRS[pairAt(text, at)]?.find((one) => text.startsWith(one, at));
  if (word === undefined) return -1;
  BETWEEN.lastIndex = at + word.length;
  BETWEEN.exec(text);
  return BETWEEN.lastIndex;
};

/** Whether somebody may be named behind a word for a person that stands at a place. */
export const mayNamePerson = (text: string, at: number): boolean => {
  const name = behindWord(text, at);
  return name >= 0 && startsWithSurname(text.slice(name, name + LONGEST_NAME));
};

/** Characters looked at behind a word: a surname, a name, and what follows. */
const LONGEST_NAME = 8;

const isHan = (char: string): boolean => /^\p{Script=Han}$/u.test(char);

/** The end of a name that begins at a place: a surname and one or two characters, and then what follows no half of a word. */
const nameEnd = (text: string, at: number): number => {
  const rest = text.slice(at, at + LONGEST_NAME);
  if (!startsWithSurname(rest)) return at;
  const surname = surnameOf(rest).length;
  // The longer name first: 陈员工在场 is 陈员工 and 在场.
  for (const given of [2, 1]) {
    const name = [...rest.slice(surname)].slice(0, given);
    const end = surname + name.join('').length;
    if (name.length < given || !name.every(isHan) || /[某]/.test(name.join(''))) continue;
    const next = rest.charAt(end);
    // 王五证实: 证 is the verb's.
    if (given === 2 && VERBS.has(rest.slice(end - 1, end + 1))) continue;
    if (next !== '' && !AFTER_NAME.includes(next) && !VERBS.has(rest.slice(end, end + 2))) continue;
    return NO_NAMES.has(rest.slice(0, 2)) ? at : at + end;
  }
  return at;
};

/** A text in which those are masked whom a word for a person stands before; 、 goes on to the next name. */
export const maskNamedPersons = (text: string): string => {
  let result = '';
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    if (FIRST[text.charCodeAt(i)] !== 1) continue;
    let at = behindWord(text, i);
    if (at < 0) continue;
    // The next word is looked for behind this one, and behind the names.
    i = at - 1;
    for (let end = nameEnd(text, at); end > at; end = nameEnd(text, at)) {
      result += text.slice(from, at) + maskName(text.slice(at, end));
      from = end;
      i = end - 1;
      at = text.charAt(end) === '、' ? end + 1 : end;
      if (at === end) break;
    }
  }
  return from ? result + text.slice(from) : text;
};
