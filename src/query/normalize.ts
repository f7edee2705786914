/** One spelling for every way a text is typed, so that a search is an exact substring of what is normalized. */

/** Parts of a text between these are searched apart: no term holds one. */
export const SEPARATOR = '\u0000';

const OPENING = /[[{〔【〖〘〚「『]/g;
const CLOSING = /[\]}〕】〗〙〛」』]/g;
// White space, control characters but the separator, and what has no width: soft hyphen, joiners, marks of direction,
// variation selectors. They come along unseen when a text is copied from a web page or a Word document.
const UNSEEN = /(?!\0)[\s\p{Cc}\p{DI}]/gu;

/** What may not be the same afterwards: most names, dates and sentences have no such sign, and to see that is cheap. */
const CHANGING = /[^\0!-@^-z\u3001\u3002\u4e00-\u9fff]/;

const normalized = (text: string): string => (CHANGING.test(text)
  // Lower case writes a sigma at the end of a word differently; the end of a search term is no end of a word.
  ? text.replace(UNSEEN, '').replace(OPENING, '(').replace(CLOSING, ')').replace(/ς/g, 'σ') : text);

/** Width, case, bracket style and white space make no difference afterwards. */
export const normalizeText = (text: string): string => (CHANGING.test(text) ? normalized(text.normalize('NFKC').toLowerCase()) : text);

/** The terms of a search, normalized; each of them must occur. `[2025]12号` is one term. */
export const terms = (q: string): readonly string[] => [...new Set(q.split(/[\s\0]+/).map(normalizeText).filter(Boolean))];
