/**
 * Many short lists of records and places that all grow at once. What is asked of a list for each posting stands side by side
 * in memory, for that is where the time goes; the lists are in pages, so that none is ever copied to make room.
 */
import type { ByteWriter } from '../format/bytes.js';
import { ANYWHERE } from '../format/term-files.js';

/** Bytes of a block: its last four are the number of the next. */
const BLOCK = 32;
const LINK = BLOCK - 4;
const PAGE_BITS = 20;
const PAGE = 1 << PAGE_BITS;

/** Of each list: its first block, where its next byte goes, its last record + 1, how many records it has. */
const STRIDE = 4, HEAD = 0, END = 1, LAST = 2, COUNT = 3;

export class PostingLists {
  private pages: Uint8Array[] = [];
  private views: DataView[] = [];
  /** Block 0 is none. */
  private blocks = 1;
  private state = new Uint32Array(STRIDE << 10);
  size = 0;

  make(): number {
    if (this.size * STRIDE === this.state.length) {
      const state = new Uint32Array(this.state.length * 2);
      state.set(this.state);
      this.state = state;
    }
    return this.size++;
  }

  countOf(list: number): number {
    return this.state[list * STRIDE + COUNT] as number;
  }

  /** @param n the record, no smaller than the one before @param place in its text; a second one makes it ANYWHERE */
  post(list: number, n: number, place: number): void {
    const { state } = this;
    const at = list * STRIDE;
    const before = state[at + LAST] as number;
    if (before === n + 1) {
      const end = (state[at + END] as number) - 1;
      (this.pages[end >>> PAGE_BITS] as Uint8Array)[end & (PAGE - 1)] = ANYWHERE;
      return;
    }
    state[at + LAST] = n + 1;
    state[at + COUNT] = (state[at + COUNT] as number) + 1;
    let gap = before ? n + 1 - before : n;
    for (; gap > 127; gap >>>= 7) this.add(at, (gap & 127) | 128);
    this.add(at, gap);
    this.add(at, place < ANYWHERE ? place : ANYWHERE);
  }

  private add(at: number, byte: number): void {
    let end = this.state[at + END] as number;
    if (end % BLOCK === LINK || !end) {
      const next = this.block();
      if (end) (this.views[end >>> PAGE_BITS] as DataView).setInt32(end & (PAGE - 1), next);
      else this.state[at + HEAD] = next;
      end = next * BLOCK;
    }
    (this.pages[end >>> PAGE_BITS] as Uint8Array)[end & (PAGE - 1)] = byte;
    this.state[at + END] = end + 1;
  }

  private block(): number {
    if ((this.blocks * BLOCK) >>> PAGE_BITS >= this.pages.length) {
      const page = new Uint8Array(PAGE);
      this.pages.push(page);
      this.views.push(new DataView(page.buffer));
    }
    return this.blocks++;
  }

  /** How many bytes a list has. */
  lengthOf(list: number): number {
    let length = 0;
    this.each(list, (_, from, to) => { length += to - from; });
    return length;
  }

  /** Puts a list behind what is written: of each record how far it is from the one before, and its place. */
  read(list: number, bytes: ByteWriter): void {
    this.each(list, (page, from, to) => { bytes.all(page.subarray(from, to)); });
  }

  private each(list: number, take: (page: Uint8Array, from: number, to: number) => void): void {
    const end = this.state[list * STRIDE + END] as number;
    const last = Math.floor(end / BLOCK);
    for (let block = this.state[list * STRIDE + HEAD] as number; block;) {
      const from = block * BLOCK;
      const at = from & (PAGE - 1);
      const number = from >>> PAGE_BITS;
      take(this.pages[number] as Uint8Array, at, at + (block === last ? end - from : LINK));
      block = block === last ? 0 : (this.views[number] as DataView).getInt32(at + LINK);
    }
  }
}
