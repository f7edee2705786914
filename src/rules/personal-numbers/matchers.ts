/**
 * Shapes of numbers as they are cut into runs. Each looks at a bounded number of signs, where they stand: nothing is written out
 * before it is known to be somebody's number.
 */
import type { NumberChain } from './number-chain.js';
import {
  areDigits, EIGHT, isArea, isDigit, isHalfHidden, isLandline, isLongIdAt, isMobile, isShortIdAt, NINE, ONE, pair, SIX, STAR, THREE,
  TWO, ZERO,
} from './shapes.js';
import type { PersonalNumberKind } from './span.js';

/** A chain and what stands around it. */
export interface Context {
  readonly text: string;
  readonly chain: NumberChain;
  /** The characters in front: where in the text they stand. */
  readonly from: number;
  readonly to: number;
  /** The text is the office's own: its landlines are public. */
  readonly office: boolean;
  /** Whether what was found in a run is somebody's number, by what stands in front. */
  isOne(at: number, end: number, found: Found): boolean;
}

/** Signs from the one asked about that are a number: where they end, and of what kind. */
export interface Found {
  readonly to: number;
  readonly kind: PersonalNumberKind;
}

/** Looks at a run from `at` to `end`, and at those after it. */
type Matcher = (context: Context, at: number, end: number) => Found | undefined;

/** The gap in front of a sign, as it is written. */
const gapBefore = ({ text, chain }: Context, at: number): string => text.slice(chain.end(at - 1), chain.start(at));

/** Whether the chain is cut so many signs behind a sign. */
const isCut = (cuts: number, size: number): boolean => ((cuts >>> size) & 1) !== 0;

/** The first of some sizes at which the chain is cut behind a sign; 0 where it is at none. */
const cutAt = (cuts: number, first: number, second: number): number => (isCut(cuts, first) ? first : isCut(cuts, second) ? second : 0);

/** By size: cuts at each multiple of it. */
const MULTIPLES: readonly number[] = Array.from({ length: 6 }, (_, size) => {
  let cuts = 0;
  for (let i = 0; size > 0 && i < 31; i += size) cuts |= 1 << i;
  return cuts;
});

/** Whether so many signs are cut into pieces of one size, the last perhaps shorter. */
const isUniform = (cuts: number, length: number, size: number): boolean =>
  ((cuts ^ (MULTIPLES[size] as number)) & ((1 << length) - 1)) === 0;

/**
 * “19” or “20” where a resident ID has the century, a month behind it, or signs that may hide them; before anything is
 * summed up.
 */
const mayBeLongId = ({ codes, hidden }: NumberChain, at: number): boolean => {
  const first = codes[at + 6] as number;
  if (first !== ONE && first !== TWO && !hidden) return false;
  const month = codes[at + 10] as number;
  if (month !== ZERO && month !== STAR && (month !== ONE || (codes[at + 11] as number) > TWO)) return false;
  const second = codes[at + 7];
  return (first === ONE && second === NINE) || (first === TWO && second === ZERO) || ((first === STAR || second === STAR) && hidden);
};

/** GB 11643-1999, its check character right or wrong; as a tax number it has two digits more (domain §2.4). */
const longId: Matcher = ({ chain }, at) => {
  if (!mayBeLongId(chain, at)) return undefined;
  const length = cutAt(chain.cuts[at] as number, 18, 20);
  return length && isLongIdAt(chain.codes, at) ? { to: at + length, kind: 'resident-id' } : undefined;
};

/** A month where a resident ID of 15 digits has it, and a day behind it, or signs that may hide them. */
const mayBeShortId = ({ codes, hidden }: NumberChain, at: number): boolean => {
  const month = codes[at + 8] as number;
  if (hidden) return month === ZERO || month === ONE || month === STAR;
  return month <= ONE && (codes[at + 10] as number) <= THREE && pair(codes, at + 8) <= 12 && pair(codes, at + 10) > 0;
};

/** Of 15 digits, or 17 as a tax number: as there is no check, the way it is cut has to speak for it. */
const shortId: Matcher = (context, at, end) => {
  const { chain } = context;
  const cuts = chain.cuts[at] as number;
  const length = cutAt(cuts, 15, 17);
  if (!mayBeShortId(chain, at) || !isShortIdAt(chain.codes, at)) return undefined;
  const to = at + length;
  const isCutLikeOne = end === to || isCut(cuts, 6) || isCut(cuts, 12) || isUniform(cuts, length, 5)
    || /[<\n]/.test(gapBefore(context, end));
  return isCutLikeOne ? { to, kind: 'resident-id' } : undefined;
};

/** More digits than this one by one are a table. */
const MOST_ONE_BY_ONE = 20;

/** Digits one by one, 1 3 8 0 …: as many as a telephone, an ID or a card has. */
const oneByOne: Matcher = ({ chain }, at) => {
  const count = chain.singles(at);
  const to = at + count;
  if (count === 11 && isMobile(chain.codes, at, to)) return { to, kind: 'phone' };
  return count >= 15 && count <= MOST_ONE_BY_ONE ? { to, kind: 'hidden' } : undefined;
};

const mobile: Matcher = (context, at, end) => {
  const { codes, cuts: allCuts } = context.chain;
  const first = codes[at];
  const length = first === ONE ? 11 : 13;
  const to = at + length;
  const cuts = allCuts[at] as number;
  if (!isCut(cuts, length) || !isMobile(codes, at, to)) return undefined;
  if (end === to) return { to, kind: 'phone' };
  const head = end - (to - 11);
  const isTwo = context.chain.runEnd(end) === to;
  // 138 0000 0000 and 1380000 0000; 1580000.0000 is an amount, 1500-2000-300 are measures.
  if (head === 3 || isUniform(cuts, length, 2)) return { to, kind: 'phone' };
  const gap = gapBefore(context, end);
  const isCutLikeOne = /^<br/i.test(gap) || (isTwo && (head === 4 || head === 7) && gap !== '.') || ((head === 4 || isTwo) && !gap.trim());
  return isCutLikeOne ? { to, kind: 'phone' } : undefined;
};

/** 86 or 0086 before a number. */
const isAbroad = (codes: Uint8Array, at: number, end: number): boolean => codes[end - 2] === EIGHT && codes[end - 1] === SIX
  && (end - at === 2 || (end - at === 4 && codes[at] === ZERO && codes[at + 1] === ZERO));

/** Seven or eight signs, the first no zero. */
const isLocalNumber = (codes: Uint8Array, from: number, to: number): boolean => {
  if (to - from < 7 || to - from > 8 || codes[from] === ZERO || !isDigit(codes[from])) return false;
  for (let i = from + 1; i < to; i++) if (codes[i] !== STAR && !isDigit(codes[i])) return false;
  return true;
};

/** 0574-87654321, (010) 8765 4321, 86 574 87654321, with an extension. */
const landline: Matcher = (context, at, end) => {
  const { chain, office } = context;
  const { codes, length } = chain;
  const first = codes[at];
  if (office) return undefined;
  // The area's code and the first digits in one run: 05748765-4321.
  const size = end - at > 4 ? cutAt(chain.cuts[at] as number, 12, 11) : 0;
  if (size && isLandline(codes, at, at + size)) return { to: at + size, kind: 'phone' };
  // 86 goes before an area without its zero: 10, 2x, or three digits.
  const abroad = isAbroad(codes, at, end);
  if (first === EIGHT && (!abroad || (chain.runEnd(end) - end === 2 && (codes[end] as number) > TWO))) return undefined;
  const areaEnd = abroad ? chain.runEnd(end) : end;
  const area = abroad ? end : at;
  if (!isArea(codes, codes[area] === ZERO ? area + 1 : area, Math.min(areaEnd, at + 8)) || (!abroad && first !== ZERO)) return undefined;
  let to = areaEnd;
  for (let runs = 0; runs < 3 && to < length && to - areaEnd < 7; runs++) to = chain.runEnd(to);
  if (!isLocalNumber(codes, areaEnd, to)) return undefined;
  const extension = chain.runEnd(to);
  const isExtension = extension - to >= 3 && extension - to <= 5 && /^\s*[-—－]\s*$/.test(gapBefore(context, to));
  return { to: isExtension ? extension : to, kind: 'phone' };
};

const isYear = (codes: Uint8Array, at: number): boolean => (codes[at] === ONE ? codes[at + 1] === NINE : codes[at] === TWO
  && codes[at + 1] === ZERO) && areDigits(codes, at + 2, at + 4);

/** Cards in fours, 6222 0000 0000 0000 018, or as 6-13. Four years in a row are none. */
const card: Matcher = ({ chain }, at, end) => {
  const { codes } = chain;
  const cuts = chain.cuts[at] as number;
  const length = cutAt(cuts, 19, 18) || cutAt(cuts, 17, 16);
  const years = isYear(codes, at) && isYear(codes, at + 4) && isYear(codes, at + 8) && isYear(codes, at + 12);
  const isCard = end - at === 4 ? !years && isUniform(cuts, length, 4)
    : chain.runEnd(end) === at + length && (codes[at] as number) >= THREE && (codes[at] as number) <= SIX;
  return isCard ? { to: at + length, kind: 'bank' } : undefined;
};

/** One run without gaps. Cards have 16 to 19 digits; old tax numbers of 个体工商户 are an ID and two more digits (domain §2.4). */
const whole: Matcher = ({ chain, office }, at, end) => {
  if (chain.hidden && chain.hides(at, end)) return undefined;
  if (end - at >= 16) return { to: end, kind: 'bank' };
  return isMobile(chain.codes, at, end) || (!office && isLandline(chain.codes, at, end)) ? { to: end, kind: 'phone' } : undefined;
};

/** Longer half-hidden numbers are hidden whole without a look at the rest. */
const MOST_HALF_HIDDEN = 40;

/** A mobile number or an ID between signs that may hide something: #13800000000, ＊000000199001010018？. */
const isBareNumber = (codes: Uint8Array, from: number, to: number): boolean => {
  let [start, end] = [from, to];
  while (start < end && codes[start] === STAR) start++;
  while (end > start && codes[end - 1] === STAR) end--;
  return isMobile(codes, start, end) || ((end - start === 18 || end - start === 20) && isLongIdAt(codes, start));
};

/** Half-hidden numbers are hidden whole, with the runs beside them: 999999 ******** 0156. */
const halfHidden: Matcher = ({ chain }, at, end) => {
  const { codes, length } = chain;
  const most = Math.min(end, at + MOST_HALF_HIDDEN);
  const hides = chain.hides(at, most);
  if (codes[end] !== STAR && !hides) return undefined;
  if (hides && (isHalfHidden(codes, at, most) || isMobile(codes, at, most) || isBareNumber(codes, at, most))) {
    return { to: end, kind: 'hidden' };
  }
  // The run after this one may hide the middle of a number that begins here.
  if (codes[end] !== STAR && !(codes[most - 1] === STAR && end < length)) return undefined;
  const to = chain.runEnd(chain.runEnd(end));
  return to - at <= MOST_HALF_HIDDEN && isHalfHidden(codes, at, to) ? { to, kind: 'hidden' } : undefined;
};

const sizes = (...all: readonly number[]): number => all.reduce((bits, size) => bits | (1 << size), 0);
const OF_LONG_ID = sizes(18, 20);
const OF_SHORT_ID = sizes(15, 17);
const OF_CARD = sizes(16, 17, 18, 19);
const OF_MOBILE = sizes(11, 13);

/**
 * The number that begins with a run: what the first of these finds that `isOne` of the context takes. Most are ruled out by how the
 * chain is cut.
 */
export const firstMatch = (context: Context, at: number, end: number): Found | undefined => {
  const { chain } = context;
  const cuts = chain.cuts[at] as number;
  const first = chain.codes[at];
  const size = end - at;
  let found = cuts & OF_LONG_ID ? longId(context, at, end) : undefined;
  if (found && context.isOne(at, end, found)) return found;
  found = chain.hidden ? halfHidden(context, at, end) : undefined;
  if (found && context.isOne(at, end, found)) return found;
  found = (size === 4 || size === 6) && cuts & OF_CARD ? card(context, at, end) : undefined;
  if (found && context.isOne(at, end, found)) return found;
  found = size === 1 ? oneByOne(context, at, end) : undefined;
  if (found && context.isOne(at, end, found)) return found;
  found = cuts & OF_MOBILE && (first === ONE || first === EIGHT) ? mobile(context, at, end) : undefined;
  if (found && context.isOne(at, end, found)) return found;
  found = size <= 8 && (first === ZERO || first === EIGHT) ? landline(context, at, end) : undefined;
  if (found && context.isOne(at, end, found)) return found;
  found = cuts & OF_SHORT_ID ? shortId(context, at, end) : undefined;
  if (found && context.isOne(at, end, found)) return found;
  found = size > 10 && size <= 20 ? whole(context, at, end) : undefined;
  return found && context.isOne(at, end, found) ? found : undefined;
};
