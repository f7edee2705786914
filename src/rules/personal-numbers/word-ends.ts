/** Words looked for backwards from where they end, in one walk however many they are; small letters and capitals are one. */
import { isSpace } from './signs.js';

/** White space of a word, whatever it is written as; no word goes on behind a line's end. */
const SPACE = 0x20;
const LINE_END = 0x0a;

const fold = (code: number): number => {
  if (code >= 0x41 && code <= 0x5a) return code + 0x20;
  return isSpace(code) && code !== LINE_END ? SPACE : code;
};

/** A node's child by a character; nodes are numbered from 1, the root, so that no key is 0. */
const keyOf = (node: number, code: number): number => (node << 16) | code;
const ROOT = 1;

export class WordEnds {
  // A hash table: most places of a text are none where a word ends, and one look-up tells.
  private readonly keys: Int32Array;
  private readonly nodes: Uint16Array;
  /** By node: which words begin there. */
  private readonly words = [0, 0];
  private readonly mask: number;

  /** @param rows words in small letters, divided by spaces; `_` stands for white space within one */
  constructor(rows: readonly string[]) {
    let size = 64;
    while (size < rows.join('').length * 3) size *= 2;
    this.keys = new Int32Array(size);
    this.nodes = new Uint16Array(size);
    this.mask = size - 1;
    rows.forEach((words, row) => {
      for (const word of words.split(' ')) this.put(word.replace('_', ' '), 1 << row);
    });
  }

  /** Where the child stands in the table, or would stand. */
  private slotOf(node: number, code: number): number {
    const { keys, mask } = this;
    const key = keyOf(node, code);
    let slot = (node * 0x9e5 + code * 0x35) & mask;
    while (keys[slot] !== key && keys[slot] !== 0) slot = (slot + 1) & mask;
    return slot;
  }

  private put(word: string, bit: number): void {
    const { keys, nodes, words } = this;
    let node = ROOT;
    for (let i = word.length - 1; i >= 0; i--) {
      const code = word.charCodeAt(i);
      const slot = this.slotOf(node, code);
      if (keys[slot] === 0) {
        keys[slot] = keyOf(node, code);
        nodes[slot] = words.push(0) - 1;
      }
      node = nodes[slot] as number;
    }
    words[node] = (words[node] as number) | bit;
  }

  /** Bits of the rows of which a word ends at a place, and begins no further back than `from`. */
  at(text: string, from: number, end: number): number {
    const { nodes, words } = this;
    let found = 0;
    let node = ROOT;
    for (let i = end - 1; i >= from; i--) {
      node = nodes[this.slotOf(node, fold(text.charCodeAt(i)))] as number;
      if (node === 0) break;
      found |= words[node] as number;
    }
    return found;
  }
}
