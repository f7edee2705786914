/** What normalizing took away from a text: a rule that restores most of it, and edits where that is not enough. */

const wide = (sign: string): string => String.fromCharCode(sign.charCodeAt(0) + 0xfee0);

/** The usual rules: as it is, a code, a Chinese sentence, a document number. */
const RULES: readonly ((normalized: string) => string)[] = [
  (normalized) => normalized,
  (normalized) => normalized.toUpperCase(),
  (normalized) => normalized.replace(/[(),:;!?]/g, wide),
  (normalized) => normalized.replace(/\(/g, '〔').replace(/\)/g, '〕'),
];

/** What a rule makes of each ASCII sign, of those that go sign by sign. */
const SWAPS = RULES.slice(2).map((rule) => Uint16Array.from({ length: 128 }, (_, code) => rule(String.fromCharCode(code)).charCodeAt(0)));

/** Whether a rule alone makes a text of its normalized spelling. */
export function isSpelt(normalized: string, shown: string, rule: number): boolean {
  const swaps = SWAPS[rule - 2];
  if (!swaps) return RULES[rule]?.(normalized) === shown;
  if (normalized.length !== shown.length) return false;
  for (let at = 0; at < shown.length; at++) {
    const code = normalized.charCodeAt(at);
    if ((swaps[code] ?? code) !== shown.charCodeAt(at)) return false;
  }
  return true;
}

/** A rule, and edits after it: so many units stay, so many go, these come. */
export type Spelling = readonly [rule: number, ...edits: (number | string)[]];

/** Units compared to see whether two texts go on alike. */
const ALIKE = 3;
/** Units that are tried to go or come at one place. */
const MOST_EDITED = 8;

const units = (text: string, at: number, count: number): string => text.slice(at, at + count);

function editsBetween(from: string, to: string): (number | string)[] {
  const edits: (number | string)[] = [];
  let at = 0, there = 0, stay = 0;
  for (;;) {
    while (at < from.length && from[at] === to[there]) {
      at++;
      there++;
      stay++;
    }
    if (at === from.length && there === to.length) return edits;
    // All that is left, unless they meet again soon.
    let go = from.length - at, come = to.length - there;
    search: for (let both = 1; both <= Math.min(MOST_EDITED, go + come); both++) {
      for (let gone = Math.max(0, both - come); gone <= Math.min(both, go); gone++) {
        if (units(from, at + gone, ALIKE) !== units(to, there + both - gone, ALIKE)) continue;
        [go, come] = [gone, both - gone];
        break search;
      }
    }
    edits.push(stay, go, units(to, there, come));
    at += go;
    there += come;
    stay = 0;
  }
}

/** How a text is made of its normalized spelling. @param usual the rule that such texts usually follow */
export function spellingOf(normalized: string, shown: string, usual: number): Spelling {
  for (const rule of [usual, ...RULES.keys()]) if (isSpelt(normalized, shown, rule)) return [rule];
  return RULES.map((rule, number): Spelling => [number, ...editsBetween(rule(normalized), shown)])
    .reduce((best, other) => (other.length < best.length ? other : best));
}

/** The text as it is shown. */
export function restoreSpelling(normalized: string, [rule, ...edits]: Spelling): string {
  const from = (RULES[rule] as (normalized: string) => string)(normalized);
  if (!edits.length) return from;
  let text = '';
  let at = 0;
  for (let edit = 0; edit < edits.length; edit += 3) {
    const [stay, go, come] = edits.slice(edit, edit + 3) as [number, number, string];
    text += units(from, at, stay) + come;
    at += stay + go;
  }
  return text + from.slice(at);
}
