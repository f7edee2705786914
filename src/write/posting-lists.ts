/** Many short lists of bytes that all grow at once. */
import type { ByteWriter } from '../format/bytes.js';

const BLOCK = 32;

/** Short lists of bytes, many of them, in one piece of memory: blocks that each end with the number of the next. */
export class ByteLists {
  private pool = new Uint8Array(1 << 20);
  private view = new DataView(this.pool.buffer);
  private blocks = 1;
  /** By list: where it begins, the block it has come to, and how much of that is used. */
  private heads = new Int32Array(1 << 12);
  private tails = new Int32Array(1 << 12);
  private used = new Uint8Array(1 << 12);
  count = 0;

  make(): number {
    if (this.count === this.heads.length) {
      this.heads = larger(this.heads);
      this.tails = larger(this.tails);
      const used = new Uint8Array(this.used.length * 2);
      used.set(this.used);
      this.used = used;
    }
    this.heads[this.count] = this.tails[this.count] = 0;
    return this.count++;
  }

  private block(): number {
    if ((this.blocks + 1) * BLOCK > this.pool.length) {
      const pool = new Uint8Array(this.pool.length * 2);
      pool.set(this.pool);
      this.pool = pool;
      this.view = new DataView(pool.buffer);
    }
    return this.blocks++;
  }

  add(list: number, byte: number): void {
    let tail = this.tails[list] as number;
    let used = this.used[list] as number;
    if (!tail || used === BLOCK - 4) {
      const next = this.block();
      if (tail) this.view.setInt32(tail * BLOCK + BLOCK - 4, next);
      else this.heads[list] = next;
      this.tails[list] = tail = next;
      used = 0;
    }
    this.pool[tail * BLOCK + used] = byte;
    this.used[list] = used + 1;
  }

  /** Overwrites the byte added last. */
  amend(list: number, byte: number): void {
    this.pool[(this.tails[list] as number) * BLOCK + (this.used[list] as number) - 1] = byte;
  }

  /** Puts a list's bytes behind what is written. */
  read(list: number, bytes: ByteWriter): void {
    const tail = this.tails[list] as number;
    for (let block = this.heads[list] as number; block; block = block === tail ? 0 : this.view.getInt32(block * BLOCK + BLOCK - 4)) {
      bytes.all(this.pool.subarray(block * BLOCK, block * BLOCK + (block === tail ? (this.used[list] as number) : BLOCK - 4)));
    }
  }
}

export const larger = (array: Int32Array): Int32Array<ArrayBuffer> => {
  const result = new Int32Array(array.length * 2);
  result.set(array);
  return result;
};
