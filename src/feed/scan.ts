/**
 * Reads JSON while it arrives: entries of arrays that look like records are handed over one by one, everything else
 * is kept as a skeleton and parsed at the end. The array is found by what its items look like, not by its path.
 */

/** Takes an entry: its text, and the keys that lead to it. */
export type OnEntry = (text: string, path: readonly string[]) => void;

export interface ScanHandlers {
  /** Whether an object's text is a record; asked of the first items of each array only. */
  readonly looksLikeRecord: (text: string, path: readonly string[]) => boolean;
  readonly onEntry: OnEntry;
  /** An item of a list of records that is no object, such as `null`. */
  readonly onOddItem: () => void;
}

interface Frame {
  readonly array: boolean;
  /** Key of this container in its parent object; '' elsewhere. */
  readonly key: string;
  /** Where it begins in the buffer. */
  start: number;
  /** Objects: the key read last. */
  lastKey: string;
  /** Arrays: are the items records? `maybe` until one was, or many were not. */
  rows: 'maybe' | 'yes' | 'no';
  /** Arrays: items so far that were no records. */
  misses: number;
  /** Arrays: an item that is no container stands since the last comma. */
  primitive: boolean;
  empty: boolean;
  /** An entry within it has been handed over: it is a wrapper and no record itself. */
  cut: boolean;
}

const QUOTE = 34, COMMA = 44, COLON = 58, OPEN_ARRAY = 91, BACKSLASH = 92, CLOSE_ARRAY = 93, OPEN_OBJECT = 123, CLOSE_OBJECT = 125;

/** An array whose first items are no records may still turn out to hold some; after so many it is left alone. */
const MOST_MISSES = 30;

const frameOf = (array: boolean, key: string, start: number): Frame =>
  ({ array, key, start, lastKey: '', rows: 'maybe', misses: 0, primitive: false, empty: true, cut: false });

export class JsonScanner {
  #buffer = '';
  /** The next character to look at. */
  #at = 0;
  /** Where the text begins that has gone neither to an entry nor to the skeleton. */
  #keptFrom = 0;
  #pieces: string[] = [];
  readonly #roots: string[] = [];
  // The document counts as an item of an array that never ends: one record alone and NDJSON are lists like any other.
  readonly #stack: Frame[] = [frameOf(true, '', 0)];
  #inString = false;
  #stringStart = 0;
  #stringEnd = 0;
  /** Depth within an entry of a known list, where only its end matters. */
  #depth = 0;
  #entryStart = 0;
  #failed = false;
  #done = false;
  #emptyArrays = 0;

  constructor(private readonly handlers: ScanHandlers) {}

  /** Arrays without an item: a feed without records is a feed. */
  get emptyArrays(): number {
    return this.#emptyArrays;
  }

  /** Brackets closed that were not open. */
  get failed(): boolean {
    return this.#failed;
  }

  /** The text ended inside a value. */
  get open(): boolean {
    return this.#stack.length > 1 || this.#depth > 0 || this.#inString;
  }

  /** Top-level values that are no records, their entries replaced by 0. */
  get roots(): readonly string[] {
    return this.#roots;
  }

  push(chunk: string): void {
    if (this.#failed || this.#done) return;
    this.#forget();
    this.#buffer += chunk;
    const { length } = this.#buffer;
    let i = this.#at;
    while (i < length && !this.#failed && !this.#done) {
      if (this.#inString) {
        const end = this.#stringEndFrom(i);
        if (end < 0) break;
        this.#inString = false;
        this.#stringEnd = end + 1;
        i = end + 1;
        continue;
      }
      this.#see(this.#buffer.charCodeAt(i), i);
      i++;
    }
    // A string that goes on: look again at backslashes that may belong to what comes.
    if (this.#inString) for (i = length; i > 0 && this.#buffer.charCodeAt(i - 1) === BACKSLASH; i--);
    this.#at = i;
  }

  #see(code: number, i: number): void {
    if (code <= 32) return;
    const top = this.#stack[this.#stack.length - 1] as Frame;
    if (code === QUOTE) {
      this.#inString = true;
      this.#stringStart = i;
      if (this.#depth === 0 && top.array) top.primitive = true;
    } else if (code === OPEN_OBJECT || code === OPEN_ARRAY) {
      this.#open(code, i, top);
    } else if (code === CLOSE_OBJECT || code === CLOSE_ARRAY) {
      this.#close(code, i, top);
    } else if (this.#depth > 0) {
      return;
    } else if (code === COLON && !top.array) {
      top.lastKey = keyOf(this.#buffer.slice(this.#stringStart, this.#stringEnd));
    } else if (code === COMMA) {
      if (top.array) this.#endItem(top);
    } else if (top.array) {
      top.primitive = true;
    }
  }

  #open(code: number, i: number, top: Frame): void {
    if (this.#depth > 0) {
      this.#depth++;
    } else if (top.array && top.rows === 'yes' && code === OPEN_OBJECT) {
      this.#depth = 1;
      this.#entryStart = i;
    } else {
      top.empty = false;
      this.#stack.push(frameOf(code === OPEN_ARRAY, top.array ? '' : top.lastKey, i));
    }
  }

  #close(code: number, i: number, top: Frame): void {
    if (this.#depth > 0) {
      if (--this.#depth === 0) this.#handOver(this.#entryStart, i + 1);
      return;
    }
    if (top.array !== (code === CLOSE_ARRAY) || this.#stack.length === 1) {
      // Junk between top-level values is none of ours; inside one, nothing can be trusted any more.
      this.#failed = this.#stack.length > 1;
      return;
    }
    if (top.array) {
      this.#endItem(top);
      if (top.empty) this.#emptyArrays++;
    }
    const parent = this.#stack[this.#stack.length - 2] as Frame;
    const path = this.#path();
    this.#stack.pop();
    if (!top.array && !top.cut && parent.array && parent.rows === 'maybe') this.#judge(parent, top.start, i + 1, path);
    if (this.#stack.length === 1) this.#endRoot(i + 1);
  }

  /** An object in an array that is not known yet: is it a record? */
  #judge(parent: Frame, start: number, end: number, path: readonly string[]): void {
    if (this.handlers.looksLikeRecord(this.#buffer.slice(start, end), path)) {
      parent.rows = 'yes';
      for (; parent.misses > 0; parent.misses--) this.handlers.onOddItem();
      this.#handOver(start, end);
    } else if (++parent.misses > MOST_MISSES) {
      parent.rows = 'no';
    }
  }

  /** A comma or the end of an array: what stood there, if it was no container? */
  #endItem(frame: Frame): void {
    if (!frame.primitive) return;
    frame.primitive = false;
    frame.empty = false;
    if (this.#stack.length === 1) return;
    if (frame.rows === 'yes') this.handlers.onOddItem();
    else frame.misses++;
  }

  #handOver(start: number, end: number): void {
    for (const frame of this.#stack) {
      frame.cut = true;
      frame.empty = false;
    }
    this.#pieces.push(this.#buffer.slice(this.#keptFrom, start), '0');
    this.#keptFrom = end;
    this.handlers.onEntry(this.#buffer.slice(start, end), this.#path());
  }

  #endRoot(end: number): void {
    const rows = (this.#stack[0] as Frame).rows;
    const skeleton = this.#pieces.join('') + this.#buffer.slice(this.#keptFrom, end);
    this.#pieces = [];
    this.#keptFrom = end;
    if (rows === 'yes') return;
    this.#roots.push(skeleton.slice(skeleton.search(/[[{]/)));
    // What follows the document (`);` of JSONP, a comment of the server) says nothing.
    this.#done = true;
  }

  #path(): readonly string[] {
    return this.#stack.map((frame) => frame.key).filter(Boolean);
  }

  /** The closing quote of the string that is open, or -1. */
  #stringEndFrom(from: number): number {
    for (let quote = this.#buffer.indexOf('"', from); quote >= 0; quote = this.#buffer.indexOf('"', quote + 1)) {
      let slashes = 0;
      while (this.#buffer.charCodeAt(quote - 1 - slashes) === BACKSLASH) slashes++;
      if (slashes % 2 === 0) return quote;
    }
    return -1;
  }

  /** Lets go of text that nobody will ask for again. */
  #forget(): void {
    let from = Math.min(this.#at, this.#keptFrom);
    if (this.#depth > 0) from = Math.min(from, this.#entryStart);
    // Keys are read when their colon comes.
    else from = Math.min(from, this.#stringStart);
    for (const frame of this.#stack.slice(1)) if (!frame.cut) from = Math.min(from, frame.start);
    if (from <= 0) return;
    this.#buffer = this.#buffer.slice(from);
    this.#at -= from;
    this.#keptFrom -= from;
    this.#entryStart -= from;
    this.#stringStart -= from;
    this.#stringEnd -= from;
    for (const frame of this.#stack) frame.start -= from;
  }
}

const keyOf = (text: string): string => {
  try {
    return String(JSON.parse(text));
  } catch {
    return '';
  }
};
