/** What in a chain of digits is somebody's number, judged by its shape, by how it is cut, and by the words before it. */
import { isRegistrationNumber } from '../codes.js';
import type { NumberChain } from './number-chain.js';
import { isPublicCodeAt, isResidentIdAt } from './checks.js';
import { firstMatch, type Context, type Found } from './matchers.js';
import { areDigits, EIGHT, isDigit, isMobile, NINE, ONE, pair, TWO, ZERO } from './shapes.js';
import type { Report } from './span.js';
import { endsInLetter, isPublicNumber, isQuantity, wordBefore } from './words.js';

const LOOK_BACK = 24;

/** The shortest number that its shape alone gives away: a landline with its area code. */
const FEWEST_BY_SHAPE = 10;

/** A month or a day, with or without a zero before it. */
const isUpTo = (codes: Uint8Array, from: number, to: number, most: number): boolean => {
  if (to - from < 1 || to - from > 2 || !areDigits(codes, from, to)) return false;
  const value = to - from === 1 ? (codes[from] as number) - ZERO : pair(codes, from);
  return value >= 1 && value <= most;
};

/** The end of a date written with signs, 2026-05-01, 2026.5.1; the same place where there is none. */
const afterDate = (chain: NumberChain, at: number, end: number): number => {
  const { codes } = chain;
  if (end - at !== 4 || end === chain.length) return at;
  if (!((codes[at] === TWO && codes[at + 1] === ZERO) || (codes[at] === ONE && codes[at + 1] === NINE))) return at;
  const month = chain.runEnd(end);
  const day = chain.runEnd(month);
  return isUpTo(codes, end, month, 12) && isUpTo(codes, month, day, 31) && areDigits(codes, at + 2, end) ? day : at;
};

const LENGTH_OF_CODE = 18;

/** The end of an 18-digit credit code in one run or in several: public, and nothing else is looked for in it. */
const afterCreditCode = (chain: NumberChain, at: number, end: number): number => {
  const isCut = (((chain.cuts[at] as number) >>> LENGTH_OF_CODE) & 1) !== 0;
  // Digits one by one are a code only where there are as many as one has.
  return isCut && (end - at > 1 || chain.singles(at) === LENGTH_OF_CODE) && isPublicCodeAt(chain.codes, at) ? at + LENGTH_OF_CODE : at;
};

/** Where the next resident ID begins whose check character is right; the chain's end where there is none. */
const nextId = (chain: NumberChain, from: number): number => {
  const { codes } = chain;
  const last = chain.length - LENGTH_OF_CODE;
  for (let at = from; at <= last; at++) {
    const century = codes[at + 6];
    if (century === ONE ? codes[at + 7] !== NINE : century !== TWO || codes[at + 7] !== ZERO) continue;
    if (isResidentIdAt(codes, at)) return at;
  }
  return chain.length;
};

/** 400 and 800 are numbers of services, nobody's own; an office's landlines are public. */
const isService = ({ chain: { codes }, office }: Context, to: number): boolean => {
  const digits = new Uint8Array(to);
  let count = 0;
  for (let i = 0; i < to; i++) if (isDigit(codes[i])) digits[count++] = codes[i] as number;
  const first = digits[0] as number;
  return (count === 10 && (first === ZERO + 4 || first === EIGHT) && digits[1] === ZERO && digits[2] === ZERO)
    || (office && !isMobile(digits, 0, count));
};

/** What a word in front says the chain is: runs up to so many signs, unless they are dates or amounts. */
const saidByWords = (context: Context): Found | undefined => {
  const { text, chain } = context;
  const word = wordBefore(text, context.from, context.to, chain.length);
  if (!word || afterDate(chain, 0, chain.runEnd(0)) > 0) return undefined;
  let to = 0;
  while (to < chain.length && chain.runEnd(to) <= word.most) to = chain.runEnd(to);
  if (to < word.least) return undefined;
  if (word.kind !== 'resident-id' && isQuantity(text, chain.end(to - 1))) return undefined;
  return word.kind === 'phone' && isService(context, to) ? undefined : { to, kind: word.kind };
};

/** Numbers that stand in a row share the word before the first: 电话87654321、87654322. */
const GOES_ON = /^[、,，;；或和及\s]{1,3}$/;

const LENGTH_OF_REGISTRATION = 15;

/** Says of the chains of one text, one after the other, what in them must not be shown. */
export class Classifier implements Context {
  from = 0;
  to = 0;
  /** Where the chain before ends that a word said something of; what stands before it is said of those that go on from it, too. */
  private saidEnd = -1;

  constructor(
    readonly text: string, readonly chain: NumberChain, readonly office: boolean, private readonly report: Report,
  ) {}

  private lookBack(start: number): void {
    const { saidEnd, text } = this;
    if (saidEnd >= 0 && start - saidEnd <= 3 && GOES_ON.test(text.slice(saidEnd, start))) return;
    this.from = Math.max(0, start - LOOK_BACK);
    this.to = start;
  }

  private hide(at: number, { to, kind }: Found): void {
    this.report(this.chain.start(at), this.chain.end(to - 1), kind);
  }

  /** Only of what stands directly behind them do the words say something: 订单号2026050112345678, 注册号330106000129004, JY…. */
  isOne(at: number, end: number, { to, kind }: Found): boolean {
    if (at > 0) return true;
    const { text } = this;
    const mayBePublic = kind === 'bank' || (kind === 'resident-id' && to === LENGTH_OF_REGISTRATION);
    if (mayBePublic && isPublicNumber(text, this.from, this.to)
      && (kind === 'bank' || isRegistrationNumber(this.chain.signs(0, to)))) return false;
    return to !== end || kind === 'hidden' || !endsInLetter(text, this.from, this.to);
  }

  classify(): void {
    const { chain } = this;
    this.lookBack(chain.start(0));
    const said = saidByWords(this);
    this.saidEnd = said ? chain.end(chain.length - 1) : -1;
    // Dates, amounts and document numbers mostly.
    if (!said && chain.length < FEWEST_BY_SHAPE && !chain.hidden) return;
    if (said) this.hide(0, said);
    const { length } = chain;
    let id = -1;
    for (let at = said?.to ?? 0; at < length;) {
      const end = chain.runEnd(at);
      if (id < at) id = nextId(chain, at);
      let to = end;
      if (id < end) {
        // It is one within a longer number too.
        to = Math.max(chain.runEnd(id + LENGTH_OF_CODE - 1), end);
        this.hide(at, { to, kind: 'resident-id' });
      } else {
        const skipped = Math.max(afterDate(chain, at, end), afterCreditCode(chain, at, end));
        const found = skipped > at ? undefined : firstMatch(this, at, end);
        if (found) this.hide(at, found);
        to = found?.to ?? Math.max(skipped, end);
      }
      at = to;
    }
  }
}
