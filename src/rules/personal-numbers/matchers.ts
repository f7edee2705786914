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
  /** The text is the office's own: its landlines are public. */
  readonly office: boolean;
  /** Whether what was found in a run is somebody's number, by what stands in front. */
  isOne(at: number, end: number, to: number, kind: PersonalNumberKind): boolean;
}

/** Looks at a run, and at those after it; gives back where the number ends that begins with it, 0 where none does. */
type Matcher = (context: Context, run: number) => number;

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
const longId: Matcher = ({ chain }, run) => {
  const at = chain.starts[run] as number;
  if (!mayBeLongId(chain, at)) return 0;
  const length = cutAt(chain.cuts[run] as number, 18, 20);
  return length && isLongIdAt(chain.codes, at) ? at + length : 0;
};

/** A month where a resident ID of 15 digits has it, and a day behind it, or signs that may hide them. */
const mayBeShortId = ({ codes, hidden }: NumberChain, at: number): boolean => {
  const month = codes[at + 8] as number;
  if (hidden) return month === ZERO || month === ONE || month === STAR;
  if (month > ONE || (codes[at + 10] as number) > THREE) return false;
  const value = pair(codes, at + 8);
  return value > 0 && value <= 12 && pair(codes, at + 10) > 0;
};

/** Of 15 digits, or 17 as a tax number: as there is no check, the way it is cut has to speak for it. */
const shortId: Matcher = (context, run) => {
  const { chain } = context;
  const at = chain.starts[run] as number;
  if (!mayBeShortId(chain, at) || !isShortIdAt(chain.codes, at)) return 0;
  const cuts = chain.cuts[run] as number;
  const length = cutAt(cuts, 15, 17);
  const to = at + length;
  const end = chain.starts[run + 1] as number;
  const isCutLikeOne = end === to || isCut(cuts, 6) || isCut(cuts, 12) || isUniform(cuts, length, 5)
    || /[<\n]/.test(gapBefore(context, end));
  return isCutLikeOne ? to : 0;
};

/** More digits than this one by one are a table. */
const MOST_ONE_BY_ONE = 20;
const LENGTH_OF_MOBILE = 11;

/** Digits one by one, 1 3 8 0 …: as many as a telephone, an ID or a card has. */
const oneByOne: Matcher = ({ chain }, run) => {
  const count = chain.singles(run);
  const at = chain.starts[run] as number;
  const isOne = (count === LENGTH_OF_MOBILE && isMobile(chain.codes, at, at + count)) || (count >= 15 && count <= MOST_ONE_BY_ONE);
  return isOne ? at + count : 0;
};

const mobile: Matcher = (context, run) => {
  const { codes, cuts: allCuts, starts } = context.chain;
  const at = starts[run] as number;
  const length = codes[at] === ONE ? LENGTH_OF_MOBILE : 13;
  const to = at + length;
  const cuts = allCuts[run] as number;
  if (!isCut(cuts, length) || !isMobile(codes, at, to)) return 0;
  const end = starts[run + 1] as number;
  if (end === to) return to;
  const head = end - (to - LENGTH_OF_MOBILE);
  const isTwo = starts[run + 2] === to;
  // 138 0000 0000 and 1380000 0000; 1580000.0000 is an amount, 1500-2000-300 are measures.
  if (head === 3 || isUniform(cuts, length, 2)) return to;
  const gap = gapBefore(context, end);
  const isCutLikeOne = /^<br/i.test(gap) || (isTwo && (head === 4 || head === 7) && gap !== '.') || ((head === 4 || isTwo) && !gap.trim());
  return isCutLikeOne ? to : 0;
};

/** 86 or 0086 before a number. */
const isAbroad = (codes: Uint8Array, at: number, end: number): boolean =>
  (end - at === 2 || (end - at === 4 && codes[at] === ZERO && codes[at + 1] === ZERO))
  && codes[end - 2] === EIGHT && codes[end - 1] === SIX;

/** Seven or eight signs, the first no zero. */
const isLocalNumber = (codes: Uint8Array, from: number, to: number): boolean => {
  if (to - from < 7 || to - from > 8 || codes[from] === ZERO || !isDigit(codes[from])) return false;
  for (let i = from + 1; i < to; i++) if (codes[i] !== STAR && !isDigit(codes[i])) return false;
  return true;
};

/** 0574-87654321, (010) 8765 4321, 86 574 87654321, with an extension. */
const landline: Matcher = (context, run) => {
  const { chain, office } = context;
  const { codes, length, starts } = chain;
  const at = starts[run] as number;
  const end = starts[run + 1] as number;
  const first = codes[at];
  if (office) return 0;
  // The area's code and the first digits in one run: 05748765-4321.
  const size = end - at > 4 ? cutAt(chain.cuts[run] as number, 12, 11) : 0;
  if (size && isLandline(codes, at, at + size)) return at + size;
  // 86 goes before an area without its zero: 10, 2x, or three digits.
  const abroad = isAbroad(codes, at, end);
  let next = abroad ? run + 2 : run + 1;
  const areaEnd = starts[next] as number;
  if (first === EIGHT && (!abroad || (areaEnd - end === 2 && (codes[end] as number) > TWO))) return 0;
  const area = abroad ? end : at;
  if (!isArea(codes, codes[area] === ZERO ? area + 1 : area, Math.min(areaEnd, at + 8)) || (!abroad && first !== ZERO)) return 0;
  let to = areaEnd;
  for (let runs = 0; runs < 3 && to < length && to - areaEnd < 7; runs++) to = starts[++next] as number;
  if (!isLocalNumber(codes, areaEnd, to)) return 0;
  const extension = starts[next + 1] as number;
  const isExtension = extension - to >= 3 && extension - to <= 5 && /^\s*[-—－]\s*$/.test(gapBefore(context, to));
  return isExtension ? extension : to;
};

const isYear = (codes: Uint8Array, at: number): boolean => (codes[at] === ONE ? codes[at + 1] === NINE : codes[at] === TWO
  && codes[at + 1] === ZERO) && areDigits(codes, at + 2, at + 4);

/** Cards in fours, 6222 0000 0000 0000 018, or as 6-13. Four years in a row are none. */
const card: Matcher = ({ chain }, run) => {
  const { codes, starts } = chain;
  const at = starts[run] as number;
  const cuts = chain.cuts[run] as number;
  const length = cutAt(cuts, 19, 18) || cutAt(cuts, 17, 16);
  if (starts[run + 1] === at + 4) {
    if (!isUniform(cuts, length, 4)) return 0;
    return isYear(codes, at) && isYear(codes, at + 4) && isYear(codes, at + 8) && isYear(codes, at + 12) ? 0 : at + length;
  }
  return starts[run + 2] === at + length && (codes[at] as number) >= THREE && (codes[at] as number) <= SIX ? at + length : 0;
};

const FEWEST_OF_CARD = 16;

/** One run without gaps. Cards have 16 to 19 digits; old tax numbers of 个体工商户 are an ID and two more digits (domain §2.4). */
const whole: Matcher = ({ chain, office }, run) => {
  const at = chain.starts[run] as number;
  const end = chain.starts[run + 1] as number;
  if (chain.hidden && chain.hides(at, end)) return 0;
  return end - at >= FEWEST_OF_CARD || isMobile(chain.codes, at, end) || (!office && isLandline(chain.codes, at, end)) ? end : 0;
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
const halfHidden: Matcher = ({ chain }, run) => {
  const { codes, length, starts } = chain;
  const at = starts[run] as number;
  const end = starts[run + 1] as number;
  const most = Math.min(end, at + MOST_HALF_HIDDEN);
  const hides = chain.hides(at, most);
  if (codes[end] !== STAR && !hides) return 0;
  if (hides && (isHalfHidden(codes, at, most) || isMobile(codes, at, most) || isBareNumber(codes, at, most))) return end;
  // The run after this one may hide the middle of a number that begins here.
  if (codes[end] !== STAR && !(codes[most - 1] === STAR && end < length)) return 0;
  const to = starts[run + 3] as number;
  return to - at <= MOST_HALF_HIDDEN && isHalfHidden(codes, at, to) ? to : 0;
};

const sizes = (...all: readonly number[]): number => all.reduce((bits, size) => bits | (1 << size), 0);
const OF_LONG_ID = sizes(18, 20);
const OF_SHORT_ID = sizes(15, 17);
const OF_CARD = sizes(16, 17, 18, 19);
const OF_MOBILE = sizes(11, 13);

/** The number that was found last: where it ends, and of what kind it is. */
export class Match {
  to = 0;
  kind: PersonalNumberKind = 'hidden';

  private is(context: Context, at: number, end: number, to: number, kind: PersonalNumberKind): boolean {
    if (to === 0 || !context.isOne(at, end, to, kind)) return false;
    this.to = to;
    this.kind = kind;
    return true;
  }

  /**
   * Whether a number begins with a run: what the first of these finds that `isOne` of the context takes. Most are ruled out by how
   * the chain is cut.
   */
  find(context: Context, run: number): boolean {
    const { chain } = context;
    const at = chain.starts[run] as number;
    const end = chain.starts[run + 1] as number;
    const cuts = chain.cuts[run] as number;
    const first = chain.codes[at];
    const size = end - at;
    if (cuts & OF_LONG_ID && this.is(context, at, end, longId(context, run), 'resident-id')) return true;
    if (chain.hidden && this.is(context, at, end, halfHidden(context, run), 'hidden')) return true;
    if ((size === 4 || size === 6) && cuts & OF_CARD && this.is(context, at, end, card(context, run), 'bank')) return true;
    if (size === 1) {
      const to = oneByOne(context, run);
      if (this.is(context, at, end, to, to - at === LENGTH_OF_MOBILE ? 'phone' : 'hidden')) return true;
    }
    if (cuts & OF_MOBILE && (first === ONE || first === EIGHT) && this.is(context, at, end, mobile(context, run), 'phone')) return true;
    const mayBeLandline = size > 1 && size <= 8 && (first === ZERO || first === EIGHT);
    if (mayBeLandline && this.is(context, at, end, landline(context, run), 'phone')) return true;
    if (cuts & OF_SHORT_ID && this.is(context, at, end, shortId(context, run), 'resident-id')) return true;
    if (size <= 10 || size > 20) return false;
    return this.is(context, at, end, whole(context, run), size >= FEWEST_OF_CARD ? 'bank' : 'phone');
  }
}
