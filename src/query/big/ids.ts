/** Which row has an id: twelve bytes a row, and eight more for the table. */
import { fnv1a, SECOND_SEED } from '../../model/hash.js';
import { grown } from './numbers.js';

/** Of two ids with the same 64 bits one in 10¹⁹ is another; whoever finds one looks at the record itself. */
const hashOf = (id: string): number => mixed(fnv1a(id));
const secondHashOf = (id: string): number => mixed(fnv1a(id, SECOND_SEED, 0x85ebca6b));
const mixed = (hash: number): number => (hash ^ (hash >>> 15)) >>> 0;

/** Rows of one kind. */
const ROWS = 1 << 28;

export class Ids {
  private hashes = new Uint32Array(256);
  private more = new Uint32Array(256);
  private locations = new Uint32Array(256);
  /** Numbers of ids from 1, where their hash says, or in the next free slot. */
  private table = new Uint32Array(1024);
  private length = 0;

  /** Adds an id that is new. */
  add(id: string, kind: number, row: number): void {
    if (this.length === this.hashes.length) {
      this.hashes = grown(this.hashes);
      this.more = grown(this.more);
      this.locations = grown(this.locations);
    }
    this.hashes[this.length] = hashOf(id);
    this.more[this.length] = secondHashOf(id);
    this.locations[this.length++] = kind * ROWS + row;
    if (this.length * 2 <= this.table.length) {
      this.insert(this.length);
      return;
    }
    this.table = new Uint32Array(this.table.length * 2);
    for (let number = 1; number <= this.length; number++) this.insert(number);
  }

  private insert(number: number): void {
    const mask = this.table.length - 1;
    let at = (this.hashes[number - 1] as number) & mask;
    while (this.table[at]) at = (at + 1) & mask;
    this.table[at] = number;
  }

  /** The kind and the row of an id. */
  find(id: string): readonly [kind: number, row: number] | undefined {
    const hash = hashOf(id);
    const more = secondHashOf(id);
    const mask = this.table.length - 1;
    for (let at = hash & mask, number = this.table[at]; number; number = this.table[(at = (at + 1) & mask)]) {
      if (this.hashes[number - 1] !== hash || this.more[number - 1] !== more) continue;
      const location = this.locations[number - 1] as number;
      return [Math.floor(location / ROWS), location % ROWS];
    }
    return undefined;
  }
}
