/** What in a chain of digits is somebody's number, judged by its shape, by how it is cut, and by the words before it. */
import { isRegistrationNumber, isResidentId } from '../codes.js';
import type { NumberChain } from './chains.js';
import { mayBeCreditCode, mayBeResidentId } from './checks.js';
import { isAreaCode, isHalfHidden, isLandline, isMobile, isPublicCode, resemblesLongId, resemblesShortId } from './shapes.js';
import type { PersonalNumberKind } from './span.js';
import { ANY_NUMBER_WORD, NUMBER_WORDS, PREFIX_WORDS, PUBLIC_NUMBER, UNITS } from './words.js';

/** A chain and what stands around it. */
interface Context {
  readonly text: string;
  readonly chain: NumberChain;
  /** The characters in front. */
  readonly before: string;
  /** The text is the office's own: its landlines are public. */
  readonly office: boolean;
}

/** Signs from the one asked about that are a number: where they end, and of what kind. */
interface Found {
  readonly to: number;
  readonly kind: PersonalNumberKind;
}

/** Looks at a run from `at` to `end`, and at those after it. */
type Matcher = (context: Context, at: number, end: number) => Found | undefined;

const LOOK_BACK = 24;
const ZERO = 0x30;
const ONE = 0x31;
const TWO = 0x32;
const EIGHT = 0x38;
const NINE = 0x39;
const STAR = 0x2a;

/** The gap in front of a sign, as it is written. */
const gapBefore = ({ text, chain }: Context, at: number): string => text.slice(chain.end(at - 1), chain.start(at));

/** The lengths of the runs between two signs. */
const lengthsOf = (chain: NumberChain, from: number, to: number): number[] => {
  const lengths: number[] = [];
  for (let at = from; at < to;) {
    const end = Math.min(chain.runEnd(at), to);
    lengths.push(end - at);
    at = end;
  }
  return lengths;
};

/** Cut into pieces of one length, the last perhaps shorter. */
const isUniform = (lengths: readonly number[], size: number): boolean =>
  lengths.every((length, i) => length === size || (i + 1 === lengths.length && length < size));

/**
 * “19” or “20” where a resident ID has the century, a month behind it, or signs that may hide them; before anything is
 * cut out or summed up.
 */
const mayBeLongId = (chain: NumberChain, at: number): boolean => {
  const century = chain.code(at + 6);
  if (century !== ONE && century !== TWO && !chain.hidden) return false;
  const month = chain.code(at + 10);
  if (month !== ZERO && month !== STAR && (month !== ONE || chain.code(at + 11) > TWO)) return false;
  const first = century;
  const second = chain.code(at + 7);
  return (first === ONE && second === NINE) || (first === TWO && second === ZERO) || ((first === STAR || second === STAR) && chain.hidden);
};

/** GB 11643-1999, its check character right or wrong; as a tax number it has two digits more (domain §2.4). */
const longId: Matcher = ({ chain }, at) => {
  if (!mayBeLongId(chain, at)) return undefined;
  const length = [18, 20].find((size) => chain.isCut(at + size));
  return length && resemblesLongId(chain.signs(at, at + 18)) ? { to: at + length, kind: 'resident-id' } : undefined;
};

const mayBeShortId = (chain: NumberChain, at: number): boolean => {
  const month = chain.code(at + 8);
  return month === ZERO || month === ONE || month === STAR;
};

/** Of 15 digits, or 17 as a tax number: as there is no check, the way it is cut has to speak for it. */
const shortId: Matcher = (context, at, end) => {
  const { chain } = context;
  if (!mayBeShortId(chain, at)) return undefined;
  const length = [15, 17].find((size) => chain.isCut(at + size));
  if (!length || !resemblesShortId(chain.signs(at, at + 15))) return undefined;
  const to = at + length;
  const isCutLikeOne = end === to || chain.isCut(at + 6) || chain.isCut(at + 12) || /[<\n]/.test(gapBefore(context, end))
    || isUniform(lengthsOf(chain, at, to), 5);
  return isCutLikeOne ? { to, kind: 'resident-id' } : undefined;
};

/** More digits than this one by one are a table. */
const MOST_ONE_BY_ONE = 20;

/** Digits one by one, 1 3 8 0 …: as many as a telephone, an ID or a card has. */
const oneByOne: Matcher = ({ chain }, at, end) => {
  if (end - at !== 1) return undefined;
  const to = chain.singlesEnd(at);
  if (to - at === 11 && isMobile(chain.signs(at, to))) return { to, kind: 'phone' };
  return to - at >= 15 && to - at <= MOST_ONE_BY_ONE ? { to, kind: 'hidden' } : undefined;
};

const mobile: Matcher = (context, at, end) => {
  const { chain } = context;
  const first = chain.code(at);
  if (first !== ONE && first !== EIGHT) return undefined;
  const to = at + (first === ONE ? 11 : 13);
  if (!chain.isCut(to) || !isMobile(chain.signs(at, to))) return undefined;
  if (end === to) return { to, kind: 'phone' };
  const lengths = lengthsOf(chain, at, to);
  const gap = gapBefore(context, end);
  const head = end - (to - 11);
  // 138 0000 0000 and 1380000 0000; 1580000.0000 is an amount, 1500-2000-300 are measures.
  const isCutLikeOne = head === 3 || /^<br/i.test(gap) || isUniform(lengths, 2)
    || (lengths.length === 2 && (head === 4 || head === 7) && gap !== '.') || ((head === 4 || lengths.length === 2) && !gap.trim());
  return isCutLikeOne ? { to, kind: 'phone' } : undefined;
};

/** 0574-87654321, (010) 8765 4321, 86 574 87654321, with an extension. */
const landline: Matcher = (context, at, end) => {
  const { chain, office } = context;
  const first = chain.code(at);
  if (office || end - at > 8 || (first !== ZERO && first !== EIGHT)) return undefined;
  // The area's code and the first digits in one run: 05748765-4321.
  const size = [12, 11].find((length) => chain.isCut(at + length));
  if (size && end - at > 4 && isLandline(chain.signs(at, at + size))) return { to: at + size, kind: 'phone' };
  // 86 goes before an area without its zero: 10, 2x, or three digits.
  if (first === EIGHT && (end - at !== 2 || (chain.runEnd(end) - end === 2 && chain.code(end) > TWO))) return undefined;
  const abroad = /^(?:00)?86$/.test(chain.signs(at, end));
  const areaEnd = abroad && end < chain.length ? chain.runEnd(end) : end;
  const area = chain.signs(abroad ? end : at, Math.min(areaEnd, at + 8));
  if (!isAreaCode(abroad && !area.startsWith('0') ? `0${area}` : area)) return undefined;
  let to = areaEnd;
  for (let runs = 0; runs < 3 && to < chain.length && to - areaEnd < 7; runs++) to = chain.runEnd(to);
  if (to - areaEnd > 8 || !/^[1-9][\d*]{6,7}$/.test(chain.signs(areaEnd, to))) return undefined;
  const extension = to < chain.length ? chain.runEnd(to) : to;
  const isExtension = extension - to >= 3 && extension - to <= 5 && /^\s*[-—－]\s*$/.test(gapBefore(context, to));
  return { to: isExtension ? extension : to, kind: 'phone' };
};

/** Cards in fours, 6222 0000 0000 0000 018, or as 6-13. Four years in a row are none. */
const card: Matcher = ({ chain }, at, end) => {
  if (end - at !== 4 && end - at !== 6) return undefined;
  const length = [19, 18, 17, 16].find((size) => chain.isCut(at + size));
  if (!length) return undefined;
  const lengths = lengthsOf(chain, at, at + length);
  const years = /^(?:(?:19|20)\d{2}){4}/.test(chain.signs(at, at + 16));
  const isCard = (isUniform(lengths, 4) && !years) || (lengths.length === 2 && lengths[0] === 6 && /^[3-6]/.test(chain.signs(at, at + 1)));
  return isCard ? { to: at + length, kind: 'bank' } : undefined;
};

/** One run without gaps. Cards have 16 to 19 digits; old tax numbers of 个体工商户 are an ID and two more digits (domain §2.4). */
const whole: Matcher = ({ chain, office }, at, end) => {
  if (end - at < 11 || end - at > 20) return undefined;
  const signs = chain.signs(at, end);
  if (signs.includes('*')) return undefined;
  if (signs.length >= 16) return { to: end, kind: 'bank' };
  return isMobile(signs) || (!office && isLandline(signs)) ? { to: end, kind: 'phone' } : undefined;
};

/** Longer half-hidden numbers are hidden whole without a look at the rest. */
const MOST_HALF_HIDDEN = 40;

/** What stands between signs that may hide something: #13800000000, ＊000000199001010018？. */
const bareOf = (signs: string): string => {
  let [start, end] = [0, signs.length];
  while (signs.charAt(start) === '*') start++;
  while (end > start && signs.charAt(end - 1) === '*') end--;
  return signs.slice(start, end);
};

const isWholeNumber = (signs: string): boolean => isMobile(signs)
  || ((signs.length === 18 || signs.length === 20) && resemblesLongId(signs.slice(0, 18)));

/** Half-hidden numbers are hidden whole, with the runs beside them: 999999 ******** 0156. */
const halfHidden: Matcher = ({ chain }, at, end) => {
  if (!chain.hidden || (chain.code(end) !== STAR && !chain.hides(at, end))) return undefined;
  const signs = chain.signs(at, Math.min(end, at + MOST_HALF_HIDDEN));
  if (isHalfHidden(signs) || (signs.includes('*') && (isMobile(signs) || isWholeNumber(bareOf(signs))))) return { to: end, kind: 'hidden' };
  // The run after this one may hide the middle of a number that begins here.
  if (chain.code(end) !== STAR && !(signs.endsWith('*') && end < chain.length)) return undefined;
  const middle = chain.runEnd(end);
  const to = middle < chain.length ? chain.runEnd(middle) : middle;
  return to - at <= MOST_HALF_HIDDEN && isHalfHidden(chain.signs(at, to)) ? { to, kind: 'hidden' } : undefined;
};

const MATCHERS: readonly Matcher[] = [longId, halfHidden, card, oneByOne, mobile, landline, shortId, whole];

/** The shortest number that its shape alone gives away: a landline with its area code. */
const FEWEST_BY_SHAPE = 10;

type Report = (start: number, end: number, kind: PersonalNumberKind) => void;

/** The end of a date written with signs, 2026-05-01, 2026.5.1; the same place where there is none. */
const afterDate = (chain: NumberChain, at: number, end: number): number => {
  if (end - at !== 4 || end === chain.length) return at;
  const month = chain.runEnd(end);
  const day = month < chain.length ? chain.runEnd(month) : month;
  if (month - end > 2 || day - month > 2 || !/^(?:19|20)\d{2}$/.test(chain.signs(at, end))) return at;
  const isDate = /^(?:0?[1-9]|1[0-2])$/.test(chain.signs(end, month)) && /^(?:0?[1-9]|[12]\d|3[01])$/.test(chain.signs(month, day));
  return isDate ? day : at;
};

/** Digits one by one are a code only where there are as many as one has. */
const isNoTable = (chain: NumberChain, at: number): boolean => chain.runEnd(at) - at > 1 || chain.singlesEnd(at) - at === 18;

/** The end of an 18-digit credit code in one run or in several: public, and nothing else is looked for in it. */
const afterCreditCode = (chain: NumberChain, at: number): number =>
  (at + 18 <= chain.length && chain.isCut(at + 18) && isNoTable(chain, at) && mayBeCreditCode(chain, at)
    && isPublicCode(chain.signs(at, at + 18)) ? at + 18 : at);

/** A letter in front makes it a certificate's number (JY…, SC…). */
const isCertificate = ({ before }: Context, at: number): boolean => at === 0 && /[a-z]$/i.test(before) && !PREFIX_WORDS.test(before);

/** 订单号2026050112345678, 注册号330106000129004: what the word says it is, its shape notwithstanding. */
const isPublic = ({ before, chain }: Context, at: number, { to, kind }: Found): boolean => at === 0 && PUBLIC_NUMBER.test(before)
  && (kind === 'bank' || (kind === 'resident-id' && isRegistrationNumber(chain.signs(at, to))));

/** Nothing of one to three digits that hides none is the beginning of anybody's number but a telephone's, an ID's, or of one by one. */
const mayBegin = (chain: NumberChain, at: number, end: number): boolean => {
  if (end - at > 3 || end - at === 1 || chain.hidden) return true;
  const first = chain.code(at);
  return first === ZERO || first === ONE || first === EIGHT || mayBeLongId(chain, at) || mayBeShortId(chain, at);
};

const firstMatch = (context: Context, at: number, end: number): Found | undefined => {
  if (!mayBegin(context.chain, at, end)) return undefined;
  for (const match of MATCHERS) {
    const found = match(context, at, end);
    if (!found || isPublic(context, at, found)) continue;
    if (!(found.to === end && found.kind !== 'hidden' && isCertificate(context, at))) return found;
  }
  return undefined;
};

/** Reports runs that hold a resident ID whose check character is right: it is one within a longer number too. Says up to where. */
const findWithin = (chain: NumberChain, at: number, end: number): number => {
  for (let from = at; from < end && from + 18 <= chain.length; from++) {
    if (!mayBeLongId(chain, from) || !mayBeResidentId(chain, from) || !isResidentId(chain.signs(from, from + 18))) continue;
    return Math.max(chain.runEnd(from + 17), end);
  }
  return at;
};

const STOPS = '，,。；;、\n';

/** What a word in front says the chain is: runs up to so many signs, unless they are dates or amounts. */
const saidByWords = ({ text, chain, before, office }: Context): Found | undefined => {
  if (!ANY_NUMBER_WORD.test(before)) return undefined;
  let from = before.length;
  while (from > 0 && !STOPS.includes(before.charAt(from - 1))) from--;
  const said = before.slice(from);
  const word = NUMBER_WORDS.find(({ words, least }) => chain.length >= least && words.test(said));
  if (!word || afterDate(chain, 0, chain.runEnd(0)) > 0) return undefined;
  let to = 0;
  while (to < chain.length && chain.runEnd(to) <= word.most) to = chain.runEnd(to);
  if (to < word.least) return undefined;
  if (word.kind !== 'resident-id' && UNITS.test(text.slice(chain.end(to - 1), chain.end(to - 1) + 6))) return undefined;
  const digits = chain.signs(0, to).replace(/\D/g, '');
  // 400 and 800 are numbers of services, nobody's own.
  if (word.kind === 'phone' && (/^[48]00\d{7}$/.test(digits) || (office && !isMobile(digits)))) return undefined;
  return { to, kind: word.kind };
};

/** Numbers that stand in a row share the word before the first: 电话87654321、87654322. */
const GOES_ON = /^[、,，;；或和及\s]{1,3}$/;

/** What stands before a chain; before the chain that it goes on from, where a word said what that one is. */
export interface Before {
  readonly words: string;
  /** Where in the text the chain ends that they say something of. */
  readonly end: number;
}

const wordsBefore = (text: string, start: number, last: Before | undefined): string =>
  (last && start - last.end <= 3 && GOES_ON.test(text.slice(last.end, start)) ? last.words : text.slice(Math.max(0, start - LOOK_BACK),
    start));

/** Reports what in a chain must not be shown, as places in the text. Says which words spoke of it, if any. */
export const classifyChain = (text: string, chain: NumberChain, office: boolean, report: Report, last?: Before): Before | undefined => {
  const context: Context = { text, chain, before: wordsBefore(text, chain.start(0), last), office };
  const hide = (from: number, to: number, kind: PersonalNumberKind): void => {
    report(chain.start(from), chain.end(to - 1), kind);
  };
  const said = saidByWords(context);
  // Dates, amounts and document numbers mostly.
  if (!said && chain.length < FEWEST_BY_SHAPE && !chain.hidden) return undefined;
  if (said) hide(0, said.to, said.kind);
  for (let at = said?.to ?? 0; at < chain.length;) {
    const end = chain.runEnd(at);
    const within = findWithin(chain, at, end);
    const skipped = within > at ? within : Math.max(afterDate(chain, at, end), afterCreditCode(chain, at));
    if (within > at) hide(at, within, 'resident-id');
    const found = skipped > at ? undefined : firstMatch(context, at, end);
    if (found) hide(at, found.to, found.kind);
    at = found?.to ?? Math.max(skipped, end);
  }
  return said && { words: context.before, end: chain.end(chain.length - 1) };
};
