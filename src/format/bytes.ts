/** Numbers as bytes: seven bits each, the highest bit says that more follow. */

/** Bytes that grow. */
export class ByteWriter {
  private bytes = new Uint8Array(64);
  length = 0;

  private room(more: number): void {
    if (this.length + more <= this.bytes.length) return;
    const larger = new Uint8Array(Math.max(this.bytes.length * 2, this.length + more));
    larger.set(this.bytes.subarray(0, this.length));
    this.bytes = larger;
  }

  byte(value: number): void {
    this.room(1);
    this.bytes[this.length++] = value;
  }

  /** @param value a whole number from 0 to 2³² − 1 */
  number(value: number): void {
    this.room(5);
    let rest = value;
    for (; rest > 127; rest >>>= 7) this.bytes[this.length++] = (rest & 127) | 128;
    this.bytes[this.length++] = rest;
  }

  all(bytes: Uint8Array): void {
    this.room(bytes.length);
    this.bytes.set(bytes, this.length);
    this.length += bytes.length;
  }

  /** Forgets what has been written, and keeps the room; views of it are void. */
  clear(): void {
    this.length = 0;
  }

  /** What has been written, as a view. */
  done(): Uint8Array {
    return this.bytes.subarray(0, this.length);
  }
}

export class ByteReader {
  constructor(private readonly bytes: Uint8Array, private at = 0) {}

  byte(): number {
    return this.bytes[this.at++] as number;
  }

  number(): number {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte();
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) return value;
    }
  }

  get atEnd(): boolean {
    return this.at >= this.bytes.length;
  }

  rest(): Uint8Array {
    return this.bytes.subarray(this.at);
  }

  take(length: number): Uint8Array {
    const part = this.bytes.subarray(this.at, this.at + length);
    this.at += length;
    return part;
  }
}
