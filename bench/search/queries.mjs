// @ts-check
// The queries: 26 classes of six, made of the texts themselves, and what a naive scan answers to each.
import { random } from '../records.mjs';

/**
 * @typedef {object} Query
 * @property {string} kind of the 26
 * @property {string} q folded; several terms with a space between
 * @property {string} [from] @property {string} [to]
 * @property {boolean} [byName] sorted by name instead of by date
 */

const EACH = 6;

/** @typedef {{ subjectName?: string, creditCode?: string, documentNumber?: string, decidedOn?: string }} Known */

/** @param {readonly string[]} texts folded, their parts divided by \0 @param {readonly Known[]} records @param {(text: string) => string} fold @returns {Query[]} */
export function makeQueries(texts, records, fold) {
  const next = random(26);
  const below = (/** @type {number} */ n) => Math.floor(next() * n);
  const sample = Array.from({ length: 2000 }, () => /** @type {string} */ (texts[below(texts.length)]));
  /** How many of the sample hold a term. @param {string} term */
  const share = (term) => sample.filter((text) => text.includes(term)).length;
  const at = () => below(texts.length);
  const chinese = /^\p{Script=Han}+$/u;

  /** A piece of some record's text. @param {number} length @param {RegExp} [only] */
  const piece = (length, only = chinese) => {
    for (;;) {
      const parts = /** @type {string} */ (texts[at()]).split('\0').filter((part) => part.length >= length);
      const part = parts[below(parts.length)] ?? '';
      const start = below(part.length - length + 1);
      const term = part.slice(start, start + length);
      if (term.length === length && only.test(term)) return term;
    }
  };
  /** A term that fits, or of those tried the one that comes nearest. @param {number} length @param {number} side 1: common, -1: rare @param {number} least hits of 2,000, or most */
  const common = (length, side, least) => {
    let best = '';
    let most = -Infinity;
    for (let tries = 0; tries < 1500 && most < side * least; tries++) {
      const term = piece(length);
      const hits = side * share(term);
      if (hits > most) [best, most] = [term, hits];
    }
    return best;
  };
  /** Characters of the texts in an order that does not occur. @param {number} length */
  const absent = (length) => {
    for (;;) {
      // Every character of the texts occurs; one of a rare range does not, and folding leaves it as it is.
      const asked = length === 1 ? String.fromCodePoint(0x3400 + below(6000)) : Array.from({ length }, () => piece(1)).join('');
      if (!texts.some((text) => text.includes(asked))) return asked;
    }
  };
  const many = (/** @type {number} */ hits) => hits > 60;
  const few = (/** @type {number} */ hits) => hits <= 6;
  const known = (/** @type {keyof Known} */ key) => {
    for (;;) {
      const value = records[at()]?.[key];
      if (value) return fold(value);
    }
  };
  const cut = (/** @type {string} */ text, /** @type {number} */ length) => {
    const start = below(Math.max(1, text.length - length + 1));
    return text.slice(start, start + length);
  };
  /** Two terms of one record, the first common or rare. @param {(hits: number) => boolean} fits @param {number} count */
  const together = (fits, count) => {
    for (let tries = 0; ; tries++) {
      const parts = /** @type {string} */ (texts[at()]).split('\0').filter((part) => /^\p{Script=Han}{4,}/u.test(part));
      if (parts.length < count) continue;
      const terms = Array.from({ length: count }, () => cut(/** @type {string} */ (parts.splice(below(parts.length), 1)[0]).slice(0, 12), 2 + below(3)));
      if (terms.every((term) => !/[\s\0]/.test(term)) && (tries > 500 || terms.some((term) => fits(share(term))))) return terms.join(' ');
    }
  };
  /** Across the border of a name and what follows it: 公司未, 县某. @param {number} length */
  const border = (length) => {
    for (;;) {
      const text = /** @type {string} */ (texts[at()]);
      const start = text.search(/公司\p{Script=Han}{6}/u);
      if (start > 6) {
        const from = start + 2 - Math.ceil(length / 2);
        return text.slice(from, from + length);
      }
    }
  };

  /** @type {Record<string, () => Omit<Query, 'kind'>>} */
  const kinds = {};
  for (const length of [1, 2, 4, 8]) {
    kinds[`${length}-many`] = () => ({ q: common(length, 1, length === 8 ? 20 : 60) });
    kinds[`${length}-few`] = () => ({ q: common(length, -1, 6) });
    kinds[`${length}-none`] = () => ({ q: absent(length) });
  }
  Object.assign(kinds, {
    'border-2': () => ({ q: border(2) }),
    'border-4': () => ({ q: border(4) }),
    'border-8': () => ({ q: border(8) }),
    'code-prefix': () => ({ q: known('creditCode').slice(0, 6 + below(6)) }),
    'code-middle': () => ({ q: known('creditCode').slice(8, 14) }),
    'code-whole': () => ({ q: known('creditCode') }),
    'number-part': () => ({ q: known('documentNumber').replace(/^.*?(\p{Script=Han}+\(\d{4}\)).*$/u, '$1') }),
    'number-whole': () => ({ q: known('documentNumber') }),
    'and-2-many': () => ({ q: together(many, 2) }),
    'and-2-few': () => ({ q: together(few, 2) }),
    'and-3': () => ({ q: together(many, 3) }),
    'and-code': () => ({ q: `${known('creditCode').slice(0, 8)} ${piece(2)}` }),
    'dates': () => {
      const from = known('decidedOn');
      return { q: common(2, 1, 60), from, to: `${from.slice(0, 4)}-12-31` };
    },
    'by-name': () => ({ q: common(2, 1, 60), byName: true }),
  });
  return Object.entries(kinds).flatMap(([kind, make]) => Array.from({ length: EACH }, () => ({ kind, ...make() })));
}
