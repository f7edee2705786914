/** Words looked for backwards from where they end, in one walk however many they are; small letters and capitals are one. */

interface Node {
  readonly next: Map<number, Node>;
  /** Which words begin here. */
  words: number;
}

/** White space of a word, whatever it is written as; no word goes on behind a line's end. */
const SPACE = 0x20;
const LINE_END = 0x0a;

const fold = (code: number): number => {
  if (code >= 0x41 && code <= 0x5a) return code + 0x20;
  return code !== LINE_END && (code < 0x3001 || code === 0xfeff) && String.fromCharCode(code).trim() === '' ? SPACE : code;
};

const createNode = (): Node => ({ next: new Map(), words: 0 });

export class WordEnds {
  private readonly root = createNode();
  /** Last characters of words: one look-up tells of most places that none ends there. */
  private readonly lasts = new Uint8Array(0x10000);

  /** @param rows words in small letters, divided by spaces; `_` stands for white space within one */
  constructor(rows: readonly string[]) {
    rows.forEach((words, row) => {
      for (const word of words.split(' ')) this.put(word.replace('_', ' '), 1 << row);
    });
  }

  private put(word: string, bit: number): void {
    let node = this.root;
    for (let i = word.length - 1; i >= 0; i--) {
      const code = word.charCodeAt(i);
      const next = node.next.get(code) ?? createNode();
      node.next.set(code, next);
      node = next;
    }
    node.words |= bit;
    for (const last of [word.charAt(word.length - 1), word.charAt(word.length - 1).toUpperCase()]) this.lasts[last.charCodeAt(0)] = 1;
  }

  /** Bits of the rows of which a word ends at a place, and begins no further back than `from`. */
  at(text: string, from: number, end: number): number {
    if (end <= from || this.lasts[text.charCodeAt(end - 1)] === 0) return 0;
    let node: Node | undefined = this.root;
    let words = 0;
    for (let i = end - 1; i >= from; i--) {
      node = node.next.get(fold(text.charCodeAt(i)));
      if (!node) break;
      words |= node.words;
    }
    return words;
  }
}
