/** One spelling for every way a text is typed, so that a search is an exact substring of what is folded. */

/** Parts of a text between these are searched apart: no term holds one. */
export const SEPARATOR = '\u0000';

const OPENING = /[[{〔【〖〘〚「『]/g;
const CLOSING = /[\]}〕】〗〙〛」』]/g;
// White space, control characters but the separator, and what has no width: soft hyphen, joiners, marks of direction,
// variation selectors. They come along unseen when a text is copied from a web page or a Word document.
const UNSEEN = /[\s\u0001-\u001f\u007f-\u009f\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]/g;

/** Width, case, bracket style and white space make no difference afterwards. */
export const foldText = (text: string): string =>
  text.normalize('NFKC').toLowerCase().replace(UNSEEN, '').replace(OPENING, '(').replace(CLOSING, ')')
    // Lower case writes a sigma at the end of a word differently; the end of a search term is no end of a word.
    .replace(/ς/g, 'σ');

/** The terms of a search, folded; each of them must occur. `[2025]12号` is one term. */
export function terms(q: string): readonly string[] {
    const folded = q.split(/[\s\u0000]+/).map(foldText).filter(Boolean);
  return [...new Set(folded)];
}

/** From and to (exclusive), in UTF-16 units of the text as it is shown. */
export type TextRange = readonly [from: number, to: number];

// Marks and Hangul vowels and finals melt into the character before them when a text is normalized.
const MELTS = /^[\p{M}\u1161-\u1175\u11a8-\u11c2]/u;

function melts(text: string, at: number): boolean {
  const code = text.codePointAt(at) as number;
  // Latin, digits and Chinese characters, that is nearly everything, need no closer look.
  if (code < 0x300 || (code >= 0x3400 && code < 0xa000)) return false;
  return MELTS.test(String.fromCodePoint(code).normalize('NFKD'));
}

const nextAt = (text: string, at: number): number => at + ((text.codePointAt(at) as number) > 0xffff ? 2 : 1);

/** Folds character by character and remembers where each folded unit comes from. */
function foldWithOffsets(text: string): { folded: string; from: number[]; to: number[] } {
  let folded = '';
  const from: number[] = [];
  const to: number[] = [];
  for (let start = 0, end = 0; start < text.length; start = end) {
    end = nextAt(text, start);
    while (end < text.length && melts(text, end)) end = nextAt(text, end);
    folded += foldText(text.slice(start, end));
    while (from.length < folded.length) {
      from.push(start);
      to.push(end);
    }
  }
  return { folded, from, to };
}

/** Where folded terms occur in a text as it is shown: sorted, overlapping and touching ranges made one. */
export function findRanges(text: string, folded: readonly string[]): readonly TextRange[] {
  const whole = foldText(text);
  const present = folded.filter((term) => term && whole.includes(term));
  if (!present.length) return [];
  const { from, to } = foldWithOffsets(text);
  const found: TextRange[] = [];
  for (const term of present) {
    for (let at = whole.indexOf(term); at >= 0; at = whole.indexOf(term, at + 1)) {
      found.push([from[at] as number, to[at + term.length - 1] as number]);
    }
  }
  found.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const merged: TextRange[] = [];
  for (const range of found) {
    const last = merged[merged.length - 1];
    if (last && range[0] <= last[1]) merged[merged.length - 1] = [last[0], Math.max(last[1], range[1])];
    else merged.push(range);
  }
  return merged;
}
