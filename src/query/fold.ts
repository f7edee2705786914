/** One spelling for every way a text is typed, so that a search is an exact substring of what is folded. */

/** Parts of a text between these are searched apart: no term holds one. */
export const SEPARATOR = '\u0000';

const OPENING = /[[{〔【〖〘〚「『]/g;
const CLOSING = /[\]}〕】〗〙〛」』]/g;
// White space, control characters but the separator, and what has no width: soft hyphen, joiners, marks of direction,
// variation selectors. They come along unseen when a text is copied from a web page or a Word document.
const UNSEEN = /(?!\0)[\s\p{Cc}\p{DI}]/gu;

/** Width, case, bracket style and white space make no difference afterwards. */
export const foldText = (text: string): string =>
  text.normalize('NFKC').toLowerCase().replace(UNSEEN, '').replace(OPENING, '(').replace(CLOSING, ')')
    // Lower case writes a sigma at the end of a word differently; the end of a search term is no end of a word.
    .replace(/ς/g, 'σ');

/** The terms of a search, folded; each of them must occur. `[2025]12号` is one term. */
export const terms = (q: string): readonly string[] => [...new Set(q.split(/[\s\0]+/).map(foldText).filter(Boolean))];

/** From and to (exclusive), in UTF-16 units of the text as it is shown. */
export type TextRange = readonly [from: number, to: number];

// A character with what melts into it when a text is normalized: marks, and vowels and finals of Hangul, halfwidth too.
const CLUSTER = /[^][\p{M}\u1160-\u11ff\u3131-\u318e\uff9e-\uffdc]*/gu;

/** Where folded terms occur in a text as it is shown: sorted, overlapping and touching ranges made one. */
export function findRanges(text: string, folded: readonly string[]): readonly TextRange[] {
  const whole = foldText(text);
  /** Of each folded unit the characters it comes from. */
  const origins: TextRange[] = [];
  const hits: boolean[] = [];
  const ranges: [from: number, to: number][] = [];
  let end = 0;
  for (const term of folded) {
    for (let at = whole.indexOf(term); term && at >= 0; at = whole.indexOf(term, at + 1)) {
      // Most texts have no hit, and are not looked at character by character.
      if (!end) {
        for (const cluster of text.match(CLUSTER) as RegExpMatchArray) {
          const start = end;
          end += cluster.length;
          for (let unit = foldText(cluster).length; unit > 0; unit--) origins.push([start, end]);
        }
      }
      const [from] = origins[at] as TextRange;
      const [, to] = origins[at + term.length - 1] as TextRange;
      for (let unit = from; unit < to; unit++) hits[unit] = true;
    }
  }
  hits.forEach((_, unit) => {
    if (hits[unit - 1]) (ranges[ranges.length - 1] as [number, number])[1]++;
    else ranges.push([unit, unit + 1]);
  });
  return ranges;
}
