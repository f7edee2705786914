/**
 * Records in as few bytes as the browser can make of them, since a page of them is all that is ever looked at: 150 bytes
 * each instead of 1,500. Where nothing packs (Chromium before 80) they are kept as text.
 */
import type { SgsRecord } from '../../model/record.js';

/** Records packed together: one is unpacked in about two milliseconds. */
const BLOCK = 128;
/** Unpacked blocks kept at hand, for the rows of a page lie close together. */
const RECENT = 4;

/** Bytes through a stream that packs or unpacks; without a Blob, which would go through another process. */
async function through(bytes: Uint8Array<ArrayBuffer>, { readable, writable }: CompressionStream | DecompressionStream): Promise<Uint8Array<ArrayBuffer>> {
  const writer = writable.getWriter();
  const written = writer.write(bytes).then(() => writer.close());
  const [result] = await Promise.all([new Response(readable).arrayBuffer(), written]);
  return new Uint8Array(result);
}

const canPack = typeof CompressionStream === 'function';

export class Packed {
  /** Packed, or text that waits for it. */
  private readonly blocks: Uint8Array<ArrayBuffer>[] = [];
  private readonly packed: boolean[] = [];
  private readonly recent = new Map<number, Promise<readonly SgsRecord[]>>();
  private open: SgsRecord[] = [];
  private packing: Promise<void> | undefined;
  length = 0;

  /** Adds a record and returns its row. */
  add(record: SgsRecord): number {
    if (this.open.push(record) === BLOCK) {
      this.blocks.push(new TextEncoder().encode(JSON.stringify(this.open)));
      this.open = [];
    }
    return this.length++;
  }

  /** Packs what waits for it. Whoever adds many waits for it now and then. */
  settle(): Promise<void> {
    return (this.packing ??= this.pack().finally(() => { this.packing = undefined; }));
  }

  private async pack(): Promise<void> {
    for (let at = this.packed.length; canPack && at < this.blocks.length; at++) {
      this.blocks[at] = await through(this.blocks[at] as Uint8Array<ArrayBuffer>, new CompressionStream('deflate'));
      this.packed[at] = true;
    }
  }

  /** The record of a row that there is. */
  async record(row: number): Promise<SgsRecord> {
    const block = Math.floor(row / BLOCK);
    const records = block < this.blocks.length ? await this.unpacked(block) : this.open;
    return records[row % BLOCK] as SgsRecord;
  }

  private unpacked(block: number): Promise<readonly SgsRecord[]> {
    const records = this.recent.get(block) || this.unpack(block);
    // The one used last comes last.
    this.recent.delete(block);
    this.recent.set(block, records);
    for (const oldest of this.recent.keys()) {
      if (this.recent.size <= RECENT) break;
      this.recent.delete(oldest);
    }
    return records;
  }

  private async unpack(block: number): Promise<readonly SgsRecord[]> {
    const bytes = this.blocks[block] as Uint8Array<ArrayBuffer>;
    const text = this.packed[block] ? await through(bytes, new DecompressionStream('deflate')) : bytes;
    return JSON.parse(new TextDecoder().decode(text)) as readonly SgsRecord[];
  }
}
