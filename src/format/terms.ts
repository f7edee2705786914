/**
 * What a text is found by. A gram is two characters, and three where two of them are ASCII letters or digits side by side,
 * which alone say too little. Single characters are terms too, and so are two letters or digits: of these it is only known
 * in which files of rows they occur, and how often.
 */
import type { SgsRecord } from '../model/record.js';
import { searchText } from '../query/record-values.js';
import { normalizeText, SEPARATOR } from '../query/normalize.js';
import type { Searched } from './format.js';

export const isAlnum = (code: number): boolean => (code >= 48 && code <= 57) || (code >= 97 && code <= 122);

/** Whether of a term it is only known how many rows of each file have it: one or two letters or digits. */
export const isCoarse = (term: string): boolean => /^[a-z\d]{1,2}$/.test(term);

/** The folded text a record is searched by; the parts apart. */
export const searchedText = (record: SgsRecord, searched: Searched): string => {
  if (searched === 'text') return searchText(record);
  const { subjectName = '', documentNumber = '', creditCode = '', title } = record;
  const texts = [subjectName, documentNumber, creditCode];
  if (searched === 'titles' && !texts.includes(title)) texts.push(title);
  return normalizeText(texts.join(SEPARATOR));
};

/** A gram of a search term, and where in it it begins. */
export interface Gram {
  readonly term: string;
  readonly at: number;
}

/** What all texts with a term have, each in its place. Empty: the term itself is one, or two letters or digits. */
export const gramsOf = (term: string): readonly Gram[] => {
  const grams: Gram[] = [];
  for (let at = 0; at + 1 < term.length; at++) {
    const [first, second, third] = [at, at + 1, at + 2].map((place) => isAlnum(term.charCodeAt(place)));
    if (!first || !second) grams.push({ term: term.slice(at, at + 2), at });
    if (second && (first || third) && at + 2 < term.length) grams.push({ term: term.slice(at, at + 3), at });
  }
  return grams;
};

/** Every term of a text, each once. */
export const allTermsOf = (text: string): ReadonlySet<string> => {
  const all = new Set<string>();
  for (const part of text.split(SEPARATOR)) {
    for (const { term } of gramsOf(part)) all.add(term);
    for (let at = 0; at < part.length; at++) {
      all.add(part.charAt(at));
      if (at + 1 < part.length) all.add(part.slice(at, at + 2));
    }
  }
  return all;
};

/** Values of filters are terms as well. No gram has a colon between two other characters. */
export const FILTERS = { category: 'c:', department: 'd:', year: 'y:' } as const;

const YEAR = /^(19|20)\d\d$/;

/** The numbers by which a text can be found: years say too little. */
export const numbersIn = (text: string): readonly string[] => [...new Set(text.match(/\d+/g))].filter((number) => !YEAR.test(number));

/** A number that a term holds whole, with something else before and behind: who has the term has this very number. */
export const wholeNumberIn = (term: string): string | undefined => {
  const [, ...inner] = term.split(/(\d+)/);
  // Numbers stand at even places, what follows at odd ones; the term's own first character may go on to the left.
  const numbers = inner.filter((number, n) => n % 2 === 0 && inner[n + 1] && !(n === 0 && term.startsWith(number)) && !YEAR.test(number));
  return numbers.sort((a, b) => b.length - a.length)[0];
};

/** The longest run of ASCII letters and digits. */
export const longestRun = (text: string): number => Math.max(0, ...(text.match(/[a-z\d]+/g) ?? []).map((run) => run.length));
