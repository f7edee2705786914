/**
 * Numbers as they stand in a text: chains of digits, masks and gaps, with the place of each. One pass, a bounded number of
 * steps a character.
 */
import { isPublicCode } from './shapes.js';
import { CIRCLE, DIGIT, digitAt, ENTITY, EX, GAP, INVISIBLE, LETTER, MASK, mathDigit, NUMERAL, OTHER, signAt, SURROGATE,
  TAG } from './signs.js';

/** Gaps between two signs of a chain. */
const NO_GAP = 0;
/** From Chinese numerals to other digits: “其一13800000000”. */
const SCRIPT_GAP = 1;
const VISIBLE_GAP = 2;

const CUT = 3;
/** A sign that is two UTF-16 units of the text. */
const WIDE = 4;

const STAR = 0x2a;
const X = 0x58;

/** One chain at a time; its memory is used again for the next, for a text may be one long chain. */
export class NumberChain {
  length = 0;
  /** Where reading goes on in the text. */
  next = 0;
  /** Some sign of it hides a digit. */
  hidden = false;
  /** Where the stretch of runs of one sign ends that was looked at last. */
  private singles = 0;
  private codes = new Uint8Array(64);
  private marks = new Uint8Array(64);
  private places = new Int32Array(64);

  clear(): void {
    this.length = 0;
    this.singles = 0;
    this.hidden = false;
  }

  add(code: number, place: number, mark: number): void {
    const i = this.length++;
    if (i === this.codes.length) this.grow();
    this.codes[i] = code;
    this.places[i] = place;
    this.marks[i] = mark;
    if (code === STAR) this.hidden = true;
  }

  private grow(): void {
    const wider = <T extends Uint8Array | Int32Array>(made: T, from: T): T => {
      made.set(from);
      return made;
    };
    const size = this.codes.length * 2;
    this.codes = wider(new Uint8Array(size), this.codes);
    this.marks = wider(new Uint8Array(size), this.marks);
    this.places = wider(new Int32Array(size), this.places);
  }

  /** 0–9, `*` for a hidden digit, `X` for a check character, as a character code; 0 past the end. */
  code(i: number): number {
    return i < this.length ? (this.codes[i] as number) : 0;
  }

  signs(from: number, to: number): string {
    let signs = '';
    for (let i = from; i < to && i < this.length; i++) signs += String.fromCharCode(this.codes[i] as number);
    return signs;
  }

  /** Whether some sign of a stretch hides a digit. */
  hides(from: number, to: number): boolean {
    for (let i = from; i < to && i < this.length; i++) if (this.codes[i] === STAR) return true;
    return false;
  }

  start(i: number): number {
    return this.places[i] as number;
  }

  end(i: number): number {
    return (this.places[i] as number) + ((this.marks[i] as number) & WIDE ? 2 : 1);
  }

  /** Whether a run begins at a sign, or the chain ends there. */
  isCut(i: number): boolean {
    return i === 0 || i === this.length || (i < this.length && ((this.marks[i] as number) & CUT) !== NO_GAP);
  }

  /** Where the run ends that a sign is in. */
  runEnd(i: number): number {
    let end = i + 1;
    while (end < this.length && ((this.marks[end] as number) & CUT) === NO_GAP) end++;
    return Math.min(end, this.length);
  }

  /** Where the stretch of runs of one sign each ends that begins at, or goes through, a sign. Looked for once a stretch. */
  singlesEnd(at: number): number {
    if (at < this.singles) return this.singles;
    let end = at + 1;
    while (end < this.length && this.isCut(end) && this.isCut(end + 1)) end++;
    this.singles = end;
    return end;
  }

  /** X's among digits hide them; one at the end of a run of digits, or behind 17 of them, is a check character. */
  settleX(): void {
    let digits = 0;
    for (let i = 0; i < this.length; i++) {
      if (this.isCut(i) && this.codes[i] !== X) digits = 0;
      if (this.codes[i] !== X) {
        digits = this.codes[i] === STAR ? 0 : digits + 1;
        continue;
      }
      const next = this.code(i + 1);
      const ends = i + 1 === this.length || this.isCut(i + 1) || digits >= 17;
      // Behind 17 digits it is an ID's own, whatever hides something after it.
      if (ends && digits > 0 && (digits >= 17 || (next !== X && next !== STAR))) {
        digits = 0;
        continue;
      }
      this.codes[i] = STAR;
      this.hidden = true;
      digits = 0;
    }
  }
}

/** Fewer signs in a chain are nobody's number, unless a word before them says so. */
export const FEWEST_SIGNS = 7;
/** More between two digits is a sentence's end and not a number's. */
const WIDEST_GAP = 12;
/** This many of one sign in a row hide something, whatever the sign: 999999————0156. */
const HIDING_RUN = 4;
const LONGEST_TAG = 200;

/** So many digits in a row are no attribute's: what looks like a tag is a number in angle brackets. */
const MOST_DIGITS_IN_TAG = 6;

/** After an HTML tag; the same place where there is none. */
const afterTag = (text: string, at: number): number => {
  let digits = 0;
  for (let i = at + 1; i < text.length && i < at + LONGEST_TAG; i++) {
    const kind = signAt(text, i);
        digits = kind === DIGIT || kind === NUMERAL ? digits + 1 : 0;
    if (kind === TAG || digits > MOST_DIGITS_IN_TAG || (i === at + 1 && kind !== LETTER && kind !== EX
      && !'/!'.includes(text.charAt(i)))) return at;
    if (text.charCodeAt(i) === 0x3e) return i + 1;
  }
  return at;
};

// Entities for spaces and for nothing; those for digits are decoded before a text comes here.
const BLANK_ENTITY = /^&(?:nbsp|ensp|emsp|thinsp|shy|zwnj|zwj|#\d{2,5}(?!\d)|#x[\da-f]{2,5}(?![\da-f]));?/i;

const afterEntity = (text: string, at: number): number => at + (BLANK_ENTITY.exec(text.slice(at, at + 9))?.[0].length ?? 0);

const hides = (text: string, at: number): boolean => signAt(text, at) === MASK || signAt(text, at) === EX;

/** Where the masks begin that stand before a digit. One X or two before a number are a type's: XX12345678. */
const masksBefore = (text: string, at: number, from: number): number => {
  let begin = at;
  while (begin > from && begin > at - 20 && hides(text, begin - 1)) begin--;
  return at - begin < 3 && signAt(text, at - 1) === EX ? at : begin;
};

/** The end of a run of one sign; spaces are counted one by one. */
const sameSigns = (text: string, at: number): number => {
  const code = text.charCodeAt(at);
  let end = at + 1;
  if (code > 0x20 && code !== 0xa0 && code !== 0x3000) while (end < text.length && text.charCodeAt(end) === code) end++;
  return end;
};

/** Reads the chain that begins at a digit, with the masks before it. `from` is the end of the chain before. */
const readChain = (chain: NumberChain, text: string, at: number, from: number): void => {
  chain.clear();
  let gap = NO_GAP;
  let gapFrom = at;
  let script = OTHER;
  let i = masksBefore(text, at, from);
  for (; i < text.length; i++) {
    const kind = signAt(text, i);
    const circle = kind === NUMERAL && script === DIGIT && !gap && text.charCodeAt(i) === CIRCLE;
    if (kind === DIGIT || (kind === NUMERAL && !circle)) {
      chain.add(0x30 + digitAt(text, i), i, gap || (script !== OTHER && script !== kind ? SCRIPT_GAP : NO_GAP));
      script = kind;
      gap = NO_GAP;
    } else if (kind === INVISIBLE) continue;
    else if (kind === GAP) {
      const end = sameSigns(text, i);
      if (end - i >= HIDING_RUN) {
        for (; i < end; i++) chain.add(STAR, i, gap);
      } else {
        if (!gap) gapFrom = i;
        gap = VISIBLE_GAP;
        if (end - gapFrom > WIDEST_GAP) break;
      }
      i = end - 1;
    } else if (kind === MASK || circle) {
      chain.add(STAR, i, gap);
      gap = NO_GAP;
    } else if (kind === EX) {
      // A letter of a longer word, 12XL, unless it may be an ID's last.
      if (signAt(text, i + 1) === LETTER && chain.length < 17) break;
      chain.add(X, i, gap);
      gap = NO_GAP;
    } else if (kind === SURROGATE && mathDigit(text.charCodeAt(i + 1)) >= 0) {
      chain.add(0x30 + mathDigit(text.charCodeAt(i + 1)), i, gap | WIDE);
      gap = NO_GAP;
      i++;
    } else if (kind === TAG || kind === ENTITY) {
      const end = kind === TAG ? afterTag(text, i) : afterEntity(text, i);
      if (end === i) break;
      // However long it is written, a tag is one sign of a gap.
      if (!gap) gapFrom = end - 1;
      gap = VISIBLE_GAP;
      i = end - 1;
    } else break;
  }
  chain.settleX();
  chain.next = Math.max(i, at + 1);
};

/** Where a run of letters and digits ends. */
const tokenEnd = (text: string, at: number): number => {
  let end = at;
  while (end < text.length) {
    const kind = signAt(text, end);
    if (kind !== DIGIT && kind !== LETTER && kind !== EX) break;
    end++;
  }
  return end;
};

/** After a chain of too few signs to be anybody's number; the same place where there may be enough. Most are dates and amounts. */
const afterShortChain = (text: string, at: number): number => {
  let count = 0;
  for (let i = at; i < text.length; i++) {
    const kind = signAt(text, i);
    if (kind === OTHER || kind === LETTER) return i;
    // A tag is a gap, and may be long; the chain is read.
    if (kind === ENTITY) return at;
    if (kind === TAG) return afterTag(text, i) > i ? at : i;
    if (kind !== GAP && kind !== INVISIBLE && ++count === FEWEST_SIGNS) return at;
  }
  return text.length;
};

/** Longer texts get memory of their own, which is freed after them. */
const LONG_TEXT = 4096;

// Making one costs more than reading a short text does.
const shared = new NumberChain();

/** Calls back for each chain of a text that may be somebody's number. The chain is only good during the call. */
export const eachChain = (text: string, visit: (chain: NumberChain) => void): void => {
  const chain = text.length > LONG_TEXT ? new NumberChain() : shared;
  let seen = 0;
  let from = 0;
  for (let i = 0; i < text.length;) {
    const kind = signAt(text, i);
    if (kind === OTHER || kind === GAP) {
      i++;
      continue;
    }
    if (i >= seen && (kind === DIGIT || kind === LETTER || kind === EX)) {
      seen = tokenEnd(text, i);
      if (seen - i === 18 && isPublicCode(text.slice(i, seen).normalize('NFKC').toUpperCase())) {
        from = i = seen;
        continue;
      }
    }
    if (kind !== DIGIT && kind !== NUMERAL && kind !== SURROGATE) {
      i++;
      continue;
    }
    const after = i > from && hides(text, i - 1) ? i : afterShortChain(text, i);
    if (after > i) {
      i = after;
      continue;
    }
    readChain(chain, text, i, from);
    visit(chain);
    from = i = chain.next;
  }
};
