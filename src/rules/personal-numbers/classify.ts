/** What in a chain of digits is somebody's number, judged by its shape, by how it is cut, and by the words before it. */
import { isRegistrationNumber } from '../codes.js';
import type { ChainVisitor } from './chains.js';
import type { NumberChain } from './number-chain.js';
import { isPublicCodeAt, isResidentIdAt } from './checks.js';
import { Match, type Context } from './matchers.js';
import { areDigits, EIGHT, isDigit, isMobile, NINE, ONE, pair, TWO, ZERO } from './shapes.js';
import { GOES_ON, isAt } from './sorts.js';
import type { PersonalNumberKind, SpanList } from './span.js';
import { addNumber } from './widen.js';
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

const RUNS_OF_DATE = 3;

/** Whether a date written with signs begins with a run, 2026-05-01, 2026.5.1. */
const isDate = ({ codes, length, starts }: NumberChain, run: number): boolean => {
  const at = starts[run] as number;
  const month = starts[run + 1] as number;
  if (month - at !== 4 || month === length) return false;
  if (!((codes[at] === TWO && codes[at + 1] === ZERO) || (codes[at] === ONE && codes[at + 1] === NINE))) return false;
  const day = starts[run + 2] as number;
  return isUpTo(codes, month, day, 12) && isUpTo(codes, day, starts[run + RUNS_OF_DATE] as number, 31) && areDigits(codes, at + 2, month);
};

const LENGTH_OF_CODE = 18;

/** Whether an 18-digit credit code begins with a run, in one or in several: public, and nothing else is looked for in it. */
const isCreditCodeAt = (chain: NumberChain, run: number): boolean => {
  if ((((chain.cuts[run] as number) >>> LENGTH_OF_CODE) & 1) === 0) return false;
  const at = chain.starts[run] as number;
  // Digits one by one are a code only where there are as many as one has.
  return (chain.starts[run + 1] !== at + 1 || chain.singles(run) === LENGTH_OF_CODE) && isPublicCodeAt(chain.codes, at);
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
  let count = 0;
  let first = 0;
  let isRound = true;
  for (let i = 0; i < to; i++) {
    const code = codes[i] as number;
    if (!isDigit(code)) continue;
    if (count === 0) first = code;
    else if (count < 3 && code !== ZERO) isRound = false;
    count++;
  }
  return (count === 10 && (first === ZERO + 4 || first === EIGHT) && isRound)
    || (office && !isMobile(codes.slice(0, to).filter(isDigit), 0, count));
};

const LENGTH_OF_REGISTRATION = 15;

/** Says of the chains of one text, one after the other, what in them must not be shown. */
export class Classifier implements Context, ChainVisitor {
  /** The characters in front: where in the text they stand. */
  private from = 0;
  private to = 0;
  /** Where the chain before ends that a word said something of; what stands before it is said of those that go on from it, too. */
  private saidEnd = -1;
  private readonly match = new Match();

  constructor(
    readonly text: string, readonly chain: NumberChain, readonly office: boolean, private readonly spans: SpanList,
  ) {}

  /** Numbers that stand in a row share the word before the first: 电话87654321、87654322. */
  private goesOn(start: number): boolean {
    const { saidEnd, text } = this;
    if (saidEnd < 0 || start - saidEnd > 3 || start === saidEnd) return false;
    for (let i = saidEnd; i < start; i++) if (!isAt(text, i, GOES_ON)) return false;
    return true;
  }

  private hide(at: number, to: number, kind: PersonalNumberKind): void {
    addNumber(this.spans, this.text, this.chain.start(at), this.chain.end(to - 1), kind);
  }

  /** Only of what stands directly behind them do the words say something: 订单号2026050112345678, 注册号330106000129004, JY…. */
  isOne(at: number, end: number, to: number, kind: PersonalNumberKind): boolean {
    if (at > 0) return true;
    const { text } = this;
    const mayBePublic = kind === 'bank' || (kind === 'resident-id' && to === LENGTH_OF_REGISTRATION);
    if (mayBePublic && isPublicNumber(text, this.from, this.to)
      && (kind === 'bank' || isRegistrationNumber(this.chain.signs(0, to)))) return false;
    return to !== end || kind === 'hidden' || !endsInLetter(text, this.from, this.to);
  }

  /** What a word in front says the chain is is hidden: so many runs of it, unless they are dates or amounts. 0 where there is none. */
  private hideSaid(): number {
    const { chain, text } = this;
    const { starts } = chain;
    const word = wordBefore(text, this.from, this.to, chain.length);
    if (!word || isDate(chain, 0)) return 0;
    let runs = 0;
    while (runs < chain.runs && (starts[runs + 1] as number) <= word.most) runs++;
    const to = starts[runs] as number;
    if (to < word.least || (word.kind !== 'resident-id' && isQuantity(text, chain.end(to - 1)))
      || (word.kind === 'phone' && isService(this, to))) return 0;
    this.hide(0, to, word.kind);
    return runs;
  }

  visit(): void {
    const { chain, match } = this;
    const start = chain.start(0);
    if (!this.goesOn(start)) {
      this.from = Math.max(0, start - LOOK_BACK);
      this.to = start;
    }
    const { length, runs, starts } = chain;
    let run = this.hideSaid();
    this.saidEnd = run > 0 ? chain.end(length - 1) : -1;
    // Dates, amounts and document numbers mostly.
    if (run === 0 && length < FEWEST_BY_SHAPE && !chain.hidden) return;
    let id = -1;
    while (run < runs) {
      const at = starts[run] as number;
      if (id < at) id = length < LENGTH_OF_CODE ? length : nextId(chain, at);
      if (id < (starts[run + 1] as number)) {
        // It is one within a longer number too.
        const last = chain.runAt(run + 1, id + LENGTH_OF_CODE);
        this.hide(at, starts[last] as number, 'resident-id');
        run = last;
      } else if (isDate(chain, run)) {
        // A code may begin with what looks like one.
        run = isCreditCodeAt(chain, run) ? chain.runAt(run, at + LENGTH_OF_CODE) : run + RUNS_OF_DATE;
      } else if (isCreditCodeAt(chain, run)) run = chain.runAt(run, at + LENGTH_OF_CODE);
      else if (match.find(this, run)) {
        this.hide(at, match.to, match.kind);
        run = chain.runAt(run, match.to);
      } else run++;
    }
  }
}
