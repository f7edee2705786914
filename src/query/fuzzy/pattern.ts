/** A term as a pattern: either script, with or without company forms, ends of place names and punctuation. */
import { COMPANY_FORMS, PLACE_SUFFIXES } from './noise.js';
import { variantsOf, simplify } from './simplified.js';

const PUNCTUATION = '[\\p{P}\\p{S}]';
const isPunctuation = (sign: string): boolean => /^[\p{P}\p{S}]$/u.test(sign);
const isAlphanumeric = (sign: string): boolean => /^[\p{Nd}\p{Script=Latin}]$/u.test(sign);

/** What counts in a term, sign by sign, and whether something that does not was left out before it. */
interface Sign {
  readonly sign: string;
  readonly gap: boolean;
}

/** Noise follows a name of at least this length: 公司登记 and 区域 are no names without their noise. */
const NAME = 2;

function signsOf(term: string): readonly Sign[] {
  const signs: Sign[] = [];
  let gap = false;
  for (let rest = term; rest; ) {
    const [sign = ''] = rest;
    const named = signs.length >= NAME;
    const form = named ? COMPANY_FORMS.find((word) => rest.startsWith(word)) : undefined;
    const suffix = named && PLACE_SUFFIXES[sign];
    const last = signs[signs.length - 1]?.sign ?? '';
    if (form ?? isPunctuation(sign)) gap = true;
    else if (suffix && !suffix.before.includes(last) && !(rest[1] && suffix.after.includes(rest[1]))) gap = true;
    else {
      signs.push({ sign, gap });
      gap = false;
    }
    rest = rest.slice((form ?? sign).length);
  }
  return signs;
}

const anyVariant = (word: string): string => [...word].map((sign) => {
  const variants = variantsOf(sign);
  return variants === sign ? sign : `[${variants}]`;
}).join('');

let gaps: { readonly always: string; readonly places: readonly (readonly [before: string, pattern: string])[] } | undefined;

/** Patterns of what may stand between two signs; made when first needed, since they need a table. */
const gapPatterns = () => (gaps ??= {
  always: [PUNCTUATION, ...COMPANY_FORMS.map(anyVariant)].join('|'),
  places: Object.entries(PLACE_SUFFIXES).map(([suffix, { before, after }]) =>
    [before, `|${anyVariant(suffix)}(?![${[...after].map(variantsOf).join('')}])`]),
});

/** What a text may have between two signs of a term that the term has not. */
function between(last: string, { sign, gap }: Sign, named: boolean): string {
  // 12号 is not 1.2号, but 2025-12 may be typed for 〔2025〕12.
  if (isAlphanumeric(last) && isAlphanumeric(sign)) return gap ? `${PUNCTUATION}{1,4}` : '';
  if (!named) return `${PUNCTUATION}{0,4}`;
  const { always, places } = gapPatterns();
  return `(?:${always}${places.map(([before, pattern]) => (before.includes(last) ? '' : pattern)).join('')}){0,4}`;
}

/** The pattern of a normalized term, for normalized text; undefined where too little of the term counts to look for it. */
export function patternOf(term: string): RegExp | undefined {
  const signs = signsOf(simplify(term));
  if (signs.length < NAME) return undefined;
  const source = signs.map((one, at) => {
    const last = signs[at - 1];
    return (last ? between(last.sign, one, at >= NAME) : '') + anyVariant(one.sign);
  }).join('');
  return new RegExp(source, 'gu');
}
