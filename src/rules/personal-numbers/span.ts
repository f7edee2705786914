/** What the detector finds. */

export type PersonalNumberKind = 'resident-id' | 'phone' | 'bank' | 'passport' | 'mail' | 'messenger' | 'plate' | 'address' | 'birth'
  | 'hidden';

/** What stands where something was taken out. */
export const REDACTED = '[已隐去]';

/** A piece of a text that must not be shown; `end` is exclusive, both are UTF-16 offsets of the original. */
export interface PersonalSpan {
  readonly start: number;
  readonly end: number;
  readonly kind: PersonalNumberKind;
}

/** Of two that begin at one place, the kind of the first of these counts. */
const KINDS: readonly PersonalNumberKind[] = ['resident-id', 'phone', 'bank', 'hidden', 'mail', 'messenger', 'passport', 'plate', 'birth',
  'address'];

/** Where a span begins, where it ends, and of what kind it is. */
const SIZE = 3;
const FEW = 64;
/** Memory for so many is kept. */
const MANY = 4096;

/** Spans in order. There may be one for every few characters of a text: they are no objects, and their memory is used again. */
export class SpanList {
  length = 0;
  /** Some of them overlap. */
  overlaps = false;
  private items = new Int32Array(SIZE * FEW);
  private lastEnd = 0;

  start(i: number): number {
    return this.items[i * SIZE] as number;
  }

  end(i: number): number {
    return this.items[i * SIZE + 1] as number;
  }

  /** Of its kind among the kinds. */
  private rank(i: number): number {
    return this.items[i * SIZE + 2] as number;
  }

  /** None of them, for another text. */
  clear(): this {
    if (this.items.length > SIZE * MANY) this.items = new Int32Array(SIZE * FEW);
    this.length = this.lastEnd = 0;
    this.overlaps = false;
    return this;
  }

  add(start: number, end: number, kind: PersonalNumberKind): void {
    this.put(start, end, KINDS.indexOf(kind));
  }

  private put(start: number, end: number, rank: number): void {
    let at = this.length++ * SIZE;
    if (at === this.items.length) {
      const items = new Int32Array(at * 2);
      items.set(this.items);
      this.items = items;
    }
    const { items } = this;
    if (start < this.lastEnd) {
      this.overlaps = true;
      // A few places on at most: nothing is found far from where it begins.
      for (; at > 0; at -= SIZE) {
        const before = items[at - SIZE] as number;
        if (start > before || (start === before && rank >= (items[at - 1] as number))) break;
        items.copyWithin(at, at - SIZE, at);
      }
    }
    items[at] = start;
    items[at + 1] = end;
    items[at + 2] = rank;
    if (end > this.lastEnd) this.lastEnd = end;
  }

  /** The spans of both lists, those that overlap made one. */
  merge(numbers: SpanList, others: SpanList): this {
    let last = -1;
    for (let i = 0, k = 0; i < numbers.length || k < others.length;) {
      const isNumber = i < numbers.length && (k === others.length || numbers.start(i) <= others.start(k));
      const from = isNumber ? numbers : others;
      const at = isNumber ? i++ : k++;
      if (last >= 0 && from.start(at) < this.lastEnd) this.lastEnd = this.items[last] = Math.max(this.lastEnd, from.end(at));
      else {
        last = this.length * SIZE + 1;
        this.put(from.start(at), from.end(at), from.rank(at));
      }
    }
    return this;
  }

  spans(): PersonalSpan[] {
    return Array.from({ length: this.length }, (_, i) => (
      { start: this.start(i), end: this.end(i), kind: KINDS[this.rank(i)] as PersonalNumberKind }));
  }
}
