/** One chain of digits, as the shapes of numbers look at it: its signs, how they are cut into runs, and where they stand in the text. */
import { STAR, X } from './shapes.js';
import { signOf, SURROGATE } from './signs.js';

/** Of the codes while a chain is read: a run begins here, behind a gap, or where Chinese numerals go on as other digits (其一13800000000). */
export const CUT = 0x80;

/** Signs behind the last one that may be asked for: they are 0, and no run begins there. */
export const MARGIN = 16;
/** A sign's cuts are known so far ahead. */
const AHEAD = 31;

/** One chain at a time; its memory is used again for the next, for a text may be one long chain. */
export class NumberChain {
  length = 0;
  /** Where reading goes on in the text. */
  next = 0;
  /** Some sign of it hides a digit. */
  hidden = false;
  /** Nothing but digits and X: letters before and behind it are of one word with it. */
  solid = false;
  /** 0–9, `*` for a hidden digit, `X` for a check character, as character codes; 0 past the end. */
  codes = new Uint8Array(256);
  /** By sign: bit k tells that a run begins k signs on, or that the chain ends there. */
  cuts = new Int32Array(256);
  places = new Int32Array(256);

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
    this.codes = codes;
    this.places = places;
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

  /** Where the run ends that a sign is in. */
  runEnd(i: number): number {
    let at = i;
    while (at < this.length) {
      const ahead = (this.cuts[at] as number) & ~1;
      // The lowest bit is the next cut.
      if (ahead) return at + 31 - Math.clz32(ahead & -ahead);
      at += AHEAD;
    }
    return this.length;
  }

  /** How many runs of one sign each begin at a sign; `AHEAD` for so many and more. */
  singles(at: number): number {
    const none = ~(this.cuts[at] as number);
    return none ? 30 - Math.clz32(none & -none) : AHEAD;
  }

  /** X's among digits hide them; one at the end of a run of digits, or behind 17 of them, is a check character. */
  private settleX(): void {
    const { codes, length } = this;
    let digits = 0;
    for (let i = 0; i < length; i++) {
      const cut = (codes[i] as number) & CUT;
      const code = (codes[i] as number) & ~CUT;
      if ((cut || i === 0) && code !== X) digits = 0;
      if (code !== X) {
        digits = code === STAR ? 0 : digits + 1;
        continue;
      }
      const next = i + 1 < length ? (codes[i + 1] as number) : CUT;
      const ends = (next & CUT) !== 0 || digits >= 17;
      // Behind 17 digits it is an ID's own, whatever hides something after it.
      if (ends && digits > 0 && (digits >= 17 || ((next & ~CUT) !== X && (next & ~CUT) !== STAR))) {
        digits = 0;
        continue;
      }
      codes[i] = STAR | cut;
      this.hidden = true;
      digits = 0;
    }
  }

  /** Looked at once, from its end: where runs begin. */
  settle(hasX: boolean): void {
    if (hasX) this.settleX();
    const { codes, cuts, length } = this;
    for (let i = length; i < length + MARGIN; i++) codes[i] = 0;
    let ahead = 1;
    cuts[length] = 1;
    for (let i = length - 1; i >= 0; i--) {
      const code = codes[i] as number;
      ahead = (ahead << 1) | (code >> 7);
      cuts[i] = ahead;
      codes[i] = code & ~CUT;
    }
    cuts[0] = ahead | 1;
  }
}
