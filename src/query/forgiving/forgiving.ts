/**
 * Forgiving search: what a search could have meant that found nothing as it was typed. Exact hits come first; this is
 * asked only when there are none.
 */
import { foldText, terms } from '../fold.js';
import type { Guess } from '../query.js';
import { patternOf } from './pattern.js';
import { spelling, type Spelled } from './pinyin.js';

export interface Forgiving {
  /** undefined: the search can mean nothing else than what was typed. */
  guess(q: string): Guess | undefined;
}

interface Term {
  readonly term: string;
  readonly pattern: RegExp | undefined;
  readonly spelled: Spelled | undefined;
}

/** What pinyin is tried on: in long texts nearly every four letters begin some four characters. */
const NAMES = ['title', 'subjectName', 'authority'] as const;

/** Most names hold nothing that folding changes. */
const plain = /^[\u4e00-\u9fa5（）]*$/;

const spells = (spelled: Spelled, name: string): boolean => {
  const text = plain.test(name) ? name : foldText(name);
  for (let at = 0; at < text.length; at++) if (spelled(text, at) >= 0) return true;
  return false;
};

function partsOf({ term, pattern, spelled }: Term, text: string): readonly string[] {
  const parts = text.includes(term) ? [term] : [];
  if (pattern) parts.push(...(text.match(pattern) ?? []));
  for (let at = 0; spelled && at < text.length; at++) {
    const end = spelled(text, at);
    if (end >= 0) parts.push(text.slice(at, end));
  }
  return parts;
}

/** Reads the tables when first asked; a few milliseconds, once. */
export function createForgiving(): Forgiving {
  return {
    guess(q) {
      const all = terms(q).map((term): Term => ({ term, pattern: patternOf(term), spelled: spelling(term) }));
      if (!all.some(({ pattern, spelled }) => pattern ?? spelled)) return undefined;
      return {
        matches: (record, text) => all.every(({ term, pattern, spelled }) =>
          text.includes(term)
          || (pattern && text.search(pattern) >= 0)
          || (spelled && NAMES.some((field) => spells(spelled, record[field] ?? '')))),
        parts(text) {
          const folded = foldText(text);
          return [...new Set(all.flatMap((term) => partsOf(term, folded)))];
        },
      };
    },
  };
}
