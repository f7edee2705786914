/** One chain of digits, as the shapes of numbers look at it: its signs, how they are cut into runs, and where they stand in the text. */
import { STAR, X } from './shapes.js';
import { signOf, SURROGATE } from './signs.js';

/** Memory behind the last sign, and behind the last run: what may be asked for there is 0, and no run. */
export const MARGIN = 6;
/** Cuts are known so far ahead. */
const AHEAD = 31;

/** One chain at a time; its memory is used again for the next, for a text may be one long chain. */
export class NumberChain {
  length = 0;
  /** How many runs: one begins at the first sign, behind a gap, or where Chinese numerals go on as other digits (其一13800000000). */
  runs = 0;
  /** Where reading goes on in the text. */
  next = 0;
  /** Some sign of it hides a digit. */
  hidden = false;
  /** Nothing but digits and X: letters before and behind it are of one word with it. */
  solid = false;
  /** 0–9, `*` for a hidden digit, `X` for a check character, as character codes; 0 past the end. */
  codes = new Uint8Array(256);
  places = new Int32Array(256);
  /** By run: its first sign. Behind the last run there is the chain's end, some times over. */
  starts = new Int32Array(256);
  /** By run: bit k tells that a run begins k signs behind its first, or that the chain ends there. */
  cuts = new Int32Array(256);

  constructor(private text: string) {}

  /** For the chains of another text. */
  of(text: string): this {
    this.text = text;
    return this;
  }

  /** Memory for more signs, and what is known of them. */
  grow(): void {
    const size = this.codes.length * 4;
    const codes = new Uint8Array(size);
    codes.set(this.codes);
    const places = new Int32Array(size);
    places.set(this.places);
    const starts = new Int32Array(size);
    starts.set(this.starts);
    this.codes = codes;
    this.places = places;
    this.starts = starts;
    this.cuts = new Int32Array(size);
  }

  signs(from: number, to: number): string {
    let signs = '';
    for (let i = from; i < to && i < this.length; i++) signs += String.fromCharCode(this.codes[i] as number);
    return signs;
  }

  /** Whether some sign of a stretch hides a digit. */
  hides(from: number, to: number): boolean {
    const { codes } = this;
    for (let i = from; i < to; i++) if (codes[i] === STAR) return true;
    return false;
  }

  start(i: number): number {
    return this.places[i] as number;
  }

  /** Digits in the fonts of mathematics are two UTF-16 units of the text. */
  end(i: number): number {
    const place = this.places[i] as number;
    return signOf(this.text.charCodeAt(place)) === SURROGATE ? place + 2 : place + 1;
  }

  /** The first run from one on that begins at a sign or behind it. */
  runAt(from: number, sign: number): number {
    const { starts } = this;
    let run = from;
    while ((starts[run] as number) < sign) run++;
    return run;
  }

  /** How many runs of one sign each begin with a run; `AHEAD` for so many and more. */
  singles(run: number): number {
    const none = ~(this.cuts[run] as number);
    return none ? 30 - Math.clz32(none & -none) : AHEAD;
  }

  /** X's among digits hide them; one at the end of a run of digits, or behind 17 of them, is a check character. */
  private settleX(): void {
    const { codes, length, starts } = this;
    let digits = 0;
    let run = 0;
    for (let i = 0; i < length; i++) {
      const code = codes[i] as number;
      const begins = starts[run] === i;
      if (begins) run++;
      if (begins && code !== X) digits = 0;
      if (code !== X) {
        digits = code === STAR ? 0 : digits + 1;
        continue;
      }
      const next = i + 1 < length ? (codes[i + 1] as number) : 0;
      const ends = digits >= 17 || i + 1 === length || starts[run] === i + 1;
      // Behind 17 digits it is an ID's own, whatever hides something after it.
      if (ends && digits > 0 && (digits >= 17 || (next !== X && next !== STAR))) {
        digits = 0;
        continue;
      }
      codes[i] = STAR;
      this.hidden = true;
      digits = 0;
    }
  }

  /** What stands behind its end. */
  private close(): void {
    const { codes, length, runs, starts } = this;
    codes[length] = codes[length + 1] = 0;
    for (let i = 0; i < MARGIN; i++) starts[runs + i] = length;
  }

  /** One run of digits, a few that are read already, and nothing else. */
  ofDigits(length: number, next: number): void {
    this.length = length;
    this.runs = 1;
    this.next = next;
    this.hidden = false;
    this.solid = true;
    this.close();
    this.cuts[0] = (1 << length) | 1;
  }

  /** Looked at once, from its end: how it is cut. */
  settle(hasX: boolean): void {
    const { cuts, length, runs, starts } = this;
    this.close();
    if (hasX) this.settleX();
    let ahead = 1;
    let end = length;
    for (let run = runs - 1; run >= 0; run--) {
      const start = starts[run] as number;
      const size = end - start;
      cuts[run] = ahead = size > AHEAD ? 1 : (ahead << size) | 1;
      end = start;
    }
  }
}
