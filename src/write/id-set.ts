/**
 * Which ids have been seen, each as 53 bits: of ten million a set of strings would hold a gigabyte. Two of a million are taken
 * for one in one publication of some 18,000; the later record then gets a number behind its id, as if the feed had it twice.
 */
import { hash32, SECOND_SEED } from '../model/hash.js';

const FREE = 0;

/** Ids that have been seen. */
export interface SeenIds {
  readonly size: number;
  has(id: string): boolean;
  /** Whether it was not there before. */
  add(id: string): boolean;
}

/** As they are: for a day's, where a withdrawal must reach what it names. */
export class ExactIds implements SeenIds {
  private readonly ids = new Set<string>();

  get size(): number {
    return this.ids.size;
  }

  has(id: string): boolean {
    return this.ids.has(id);
  }

  add(id: string): boolean {
    return this.ids.size < this.ids.add(id).size;
  }
}

export class IdSet implements SeenIds {
  private slots = new Float64Array(1 << 12);
  size = 0;

  add(id: string): boolean {
    const key = keyOf(id);
    const slot = this.slotOf(key);
    if (this.slots[slot] !== FREE) return false;
    this.slots[slot] = key;
    if (++this.size * 2 > this.slots.length) this.grow();
    return true;
  }

  has(id: string): boolean {
    return this.slots[this.slotOf(keyOf(id))] !== FREE;
  }

  private slotOf(key: number): number {
    const { slots } = this;
    const mask = slots.length - 1;
    let slot = (key % 0x100000000) & mask;
    while (slots[slot] !== FREE && slots[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  }

  private grow(): void {
    const { slots } = this;
    this.slots = new Float64Array(slots.length * 2);
    for (const key of slots) if (key !== FREE) this.slots[this.slotOf(key)] = key;
  }
}

const keyOf = (id: string): number => (hash32(id, SECOND_SEED) >>> 11) * 0x100000000 + hash32(id) || 1;
