/**
 * Fuzzy search: what a search could have meant that found nothing as it was typed. Exact hits come first; this is
 * asked only when there are none.
 */
import { normalizeText, terms } from '../normalize.js';
import type { FuzzyMatch } from '../query.js';
import { patternOf } from './pattern.js';
import { pinyinMatcher, type PinyinMatcher } from './pinyin.js';

export interface FuzzyMatcher {
  /** undefined: the search can mean nothing else than what was typed. */
  match(q: string): FuzzyMatch | undefined;
}

interface Term {
  readonly term: string;
  readonly pattern: RegExp | undefined;
  readonly pinyin: PinyinMatcher | undefined;
}

/** What pinyin is tried on: in long texts nearly every four letters begin some four characters. */
const PINYIN_FIELDS = ['title', 'subjectName', 'authority'] as const;

/** Most names hold nothing that normalizing changes. */
const plain = /^[\u4e00-\u9fa5（）]*$/;

const isSpelled = (pinyin: PinyinMatcher, name: string): boolean => {
  const text = plain.test(name) ? name : normalizeText(name);
  for (let at = 0; at < text.length; at++) if (pinyin(text, at) >= 0) return true;
  return false;
};

function matchedParts({ term, pattern, pinyin }: Term, text: string): readonly string[] {
  const parts = text.includes(term) ? [term] : [];
  if (pattern) parts.push(...(text.match(pattern) ?? []));
  for (let at = 0; pinyin && at < text.length; at++) {
    const end = pinyin(text, at);
    if (end >= 0) parts.push(text.slice(at, end));
  }
  return parts;
}

/** Reads the tables when first asked; a few milliseconds, once. */
export function createFuzzyMatcher(): FuzzyMatcher {
  return {
    match(q) {
      const all = terms(q).map((term): Term => ({ term, pattern: patternOf(term), pinyin: pinyinMatcher(term) }));
      if (!all.some(({ pattern, pinyin }) => pattern ?? pinyin)) return undefined;
      return {
        matches: (record, text) => all.every(({ term, pattern, pinyin }) =>
          text.includes(term)
          || (pattern && text.search(pattern) >= 0)
          || (pinyin && PINYIN_FIELDS.some((field) => isSpelled(pinyin, record[field] ?? '')))),
        parts(text) {
          const normalized = normalizeText(text);
          return [...new Set(all.flatMap((term) => matchedParts(term, normalized)))];
        },
      };
    },
  };
}
