/** Persons who are named in a text by a word for them: 员工陈员工 → 员工陈某. */
import { maskName } from './names.js';
import { AFTER_NAME, NO_NAMES, PERSON_WORDS, VERBS } from './person-words.js';
import { startsWithSurname, surnameOf } from './surnames.js';

const WORDS = new RegExp(`(?:${[...PERSON_WORDS].sort((a, b) => b.length - a.length).join('|')})(?:姓名|名叫|名为|叫|系|为|是|[:：])?[ \\u3000]?`,
  'g');

// Most texts name nobody: a word's first two characters are looked for before the pattern is tried.
const FIRST = new Uint8Array(0x10000);
const BEGINNINGS: ReadonlySet<string> = new Set(PERSON_WORDS.map((word) => word.slice(0, 2)));
for (const word of PERSON_WORDS) FIRST[word.charCodeAt(0)] = 1;

/** Where the first word for a person may stand; -1 where there is none. */
const firstWord = (text: string): number => {
  for (let i = 0; i < text.length; i++) {
    if (FIRST[text.charCodeAt(i)] === 1 && BEGINNINGS.has(text.slice(i, i + 2))) return i;
  }
  return -1;
};

const isHan = (char: string): boolean => /^\p{Script=Han}$/u.test(char);

/** The end of a name that begins at a place: a surname and one or two characters, and then what follows no half of a word. */
const nameEnd = (text: string, at: number): number => {
  const rest = text.slice(at, at + 8);
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
  const first = firstWord(text);
  if (first < 0) return text;
  let result = '';
  let from = 0;
  WORDS.lastIndex = first;
  for (let match = WORDS.exec(text); match; match = WORDS.exec(text)) {
    let at = match.index + match[0].length;
    for (let end = nameEnd(text, at); end > at; end = nameEnd(text, at)) {
      result += text.slice(from, at) + maskName(text.slice(at, end));
      from = end;
      at = text.charAt(end) === '、' ? end + 1 : end;
      if (at === end) break;
    }
    // Names were read on from here.
    WORDS.lastIndex = Math.max(WORDS.lastIndex, from);
  }
  return result + text.slice(from);
};
