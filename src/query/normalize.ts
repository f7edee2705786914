/** One spelling for every way a text is typed, so that a search is an exact substring of what is normalized. */

/** Parts of a text between these are searched apart: no term holds one. */
export const SEPARATOR = '\u0000';

const OPENING = /[[{〔【〖〘〚「『]/g;
const CLOSING = /[\]}〕】〗〙〛」』]/g;
// White space, control characters but the separator, and what has no width: soft hyphen, joiners, marks of direction,
// variation selectors. They come along unseen when a text is copied from a web page or a Word document.
const UNSEEN = /(?!\0)[\s\p{Cc}\p{DI}]/gu;

/** Anything but Chinese characters, their punctuation and ASCII: most texts have none, and looking for it is cheap. */
const UNCOMMON = /[^\0!-~\u3001-\u303f\u4e00-\u9fff]/;

const withoutUnseen = (text: string): string => (UNCOMMON.test(text) ? text.replace(UNSEEN, '') : text);

/** Width, case, bracket style and white space make no difference afterwards. */
export const normalizeText = (text: string): string =>
  withoutUnseen(text.normalize('NFKC').toLowerCase()).replace(OPENING, '(').replace(CLOSING, ')')
    // Lower case writes a sigma at the end of a word differently; the end of a search term is no end of a word.
    .replace(/ς/g, 'σ');

/** The terms of a search, normalized; each of them must occur. `[2025]12号` is one term. */
export const terms = (q: string): readonly string[] => [...new Set(q.split(/[\s\0]+/).map(normalizeText).filter(Boolean))];
