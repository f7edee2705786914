/** Two-character grams by their 32 bits: an open hash table, for this is where the time goes. */
export class PairTable {
  private keys = new Int32Array(1 << 16);
  private values = new Int32Array(1 << 16).fill(-1);
  private size = 0;

  /** −1 for a key not seen before. */
  get(key: number): number {
    return this.values[this.slot(key)] as number;
  }

  add(key: number, value: number): void {
    if (++this.size * 2 > this.keys.length) {
      const { keys, values } = this;
      this.keys = new Int32Array(keys.length * 2);
      this.values = new Int32Array(keys.length * 2).fill(-1);
      keys.forEach((each, n) => {
        const held = values[n] as number;
        if (held < 0) return;
        const at = this.slot(each);
        this.keys[at] = each;
        this.values[at] = held;
      });
    }
    const slot = this.slot(key);
    this.keys[slot] = key;
    this.values[slot] = value;
  }

  private slot(key: number): number {
    const mask = this.keys.length - 1;
    let slot = (Math.imul(key, 0x9e3779b1) >>> 8) & mask;
    while ((this.values[slot] as number) >= 0 && this.keys[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  }
}
