/** Where a text answers a search. */
import { normalizeText } from './normalize.js';

/** From and to (exclusive), in UTF-16 units of the text as it is shown. */
export type TextRange = readonly [from: number, to: number];

// A character with what melts into it when a text is normalized: marks, and vowels and finals of Hangul, halfwidth too.
const CLUSTER = /[^][\p{M}\u1160-\u11ff\u3131-\u318e\uff9e-\uffdc]*/gu;

/** Where normalized terms occur in a text as it is shown: sorted, overlapping and touching ranges made one. */
export function findRanges(text: string, normalized: readonly string[]): readonly TextRange[] {
  const whole = normalizeText(text);
  /** Of each normalized unit the characters it comes from. */
  const origins: TextRange[] = [];
  const hits: boolean[] = [];
  const ranges: [from: number, to: number][] = [];
  let end = 0;
  for (const term of normalized) {
    for (let at = whole.indexOf(term); term && at >= 0; at = whole.indexOf(term, at + 1)) {
      // Most texts have no hit, and are not looked at character by character.
      if (!end) {
        for (const cluster of text.match(CLUSTER) as RegExpMatchArray) {
          const start = end;
          end += cluster.length;
          for (let unit = normalizeText(cluster).length; unit > 0; unit--) origins.push([start, end]);
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
