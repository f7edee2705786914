/**
 * Reads JSON while it arrives: entries of arrays that look like records are handed over one by one, everything else
 * is kept as a skeleton and parsed at the end. The array is found by what its items look like, not by its path.
 * NDJSON, known by a first line that is an object and a second one that begins one, is read line by line: what is
 * broken in one does not reach the next. Its first line may be a head that stands for all.
 */

import { createLineReader, type LineReader } from './lines.js';
import { parseLenient } from './lenient-json.js';

/** Takes an entry: its text, and the keys that lead to it. */
export type OnEntry = (text: string, path: readonly string[]) => void;

export interface ScanHandlers {
  /** Whether an object's text is a record; asked of the first items of each array only. */
  readonly looksLikeRecord: (text: string, path: readonly string[]) => boolean;
  readonly onEntry: OnEntry;
  /** Takes all entries of a known list that stand whole behind a place of the buffer; says where they end, 0 where it takes none. */
  readonly takeSlice?: ((buffer: string, from: number, path: readonly string[]) => number) | undefined;
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
  /** Arrays: an item was a record, so the others are meant to be. */
  rows: boolean;
  /** Arrays: items so far that were no records. */
  misses: number;
  /** Arrays: an item that is no container stands since the last comma. */
  primitive: boolean;
  /** An entry within it has been handed over: it is a wrapper and no record itself. */
  cut: boolean;
  /** Containers within containers below it. */
  height: number;
}

/** Containers deeper than this hold no records: they are passed over as a whole. */
const MOST_DEPTH = 64;

/** An object with more containers in one another is a wrapper and no record; each text is looked at so many times at most. */
const MOST_HEIGHT = 10;

/** Characters kept of what follows the document. */
const LONGEST_TAIL = 1000;

const QUOTE = 34, COMMA = 44, COLON = 58, OPEN_ARRAY = 91, BACKSLASH = 92, CLOSE_ARRAY = 93, OPEN_OBJECT = 123, CLOSE_OBJECT = 125;

const frameOf = (array: boolean, key: string, start: number): Frame =>
  ({ array, key, start, lastKey: '', rows: false, misses: 0, primitive: false, cut: false, height: 0 });

/** What a scan has come to. */
export interface JsonScanner {
  push(chunk: string): void;
  /** Brackets closed that were not open. */
  failed(): boolean;
  /** To be called once, at the end of the text: whether it ended inside a value. */
  isOpen(): boolean;
  /** Top-level values that are no records, their entries replaced by 0. */
  readonly roots: readonly string[];
  /** What follows the document, as far as it matters. */
  tail(): string;
}

/** What a string's text says. */
const keyIn = (text: string): string => {
  const key = parseLenient(text);
  return typeof key === 'string' ? key : '';
};

export const createScanner = ({ looksLikeRecord, onEntry, takeSlice, onOddItem }: ScanHandlers): JsonScanner => {
  let buffer = '';
  /** The next character to look at. */
  let at = 0;
  /** Where the text begins that has gone neither to an entry nor to the skeleton. */
  let keptFrom = 0;
  let pieces: string[] = [];
  const roots: string[] = [];
  // The document counts as an item of an array that never ends: one record alone and NDJSON are lists like any other.
  const bottom = frameOf(true, '', 0);
  const stack: Frame[] = [bottom];
  let inString = false;
  let stringStart = 0;
  let stringEnd = 0;
  /** Depth within an entry of a known list, where only its end matters. */
  let depth = 0;
  /** What has that depth is no entry but too deep for one. */
  let passingOver = false;
  let entryStart = 0;
  let failed = false;
  let done = false;
  let tail = '';
  /** The first value stood in one line: what comes next tells whether this is NDJSON. */
  let isLine: boolean | undefined;
  /** Up to here no slice is tried again, and where the one ends that was taken last. */
  let tried = 0, sliceEnd = 0;
  let lines: LineReader | undefined;

  const path = (): readonly string[] => stack.map((frame) => frame.key).filter(Boolean);

  /** The closing quote of the string that is open, or -1. */
  const closingQuote = (from: number): number => {
    for (let quote = buffer.indexOf('"', from); quote >= 0; quote = buffer.indexOf('"', quote + 1)) {
      let slashes = 0;
      while (buffer.charCodeAt(quote - 1 - slashes) === BACKSLASH) slashes++;
      if (slashes % 2 === 0) return quote;
    }
    return -1;
  };

  const cutOut = (start: number, end: number): void => {
    // What holds a wrapper that was cut has been marked with it.
    for (let i = stack.length - 1; i >= 0 && !stack[i]?.cut; i--) (stack[i] as Frame).cut = true;
    pieces.push(buffer.slice(keptFrom, start), '0');
    keptFrom = end;
  };

  const handOver = (start: number, end: number): void => {
    cutOut(start, end);
    onEntry(buffer.slice(start, end), path());
  };

  /** A comma or the end of an array: what stood there, if it was no container? */
  const endItem = (frame: Frame): void => {
    if (!frame.primitive) return;
    frame.primitive = false;
    if (stack.length === 1) return;
    if (frame.rows) onOddItem();
    else frame.misses++;
  };

  /** An object in an array that is not known yet: is it a record? */
  const judge = (parent: Frame, start: number, end: number, keys: readonly string[]): void => {
    if (looksLikeRecord(buffer.slice(start, end), keys)) {
      parent.rows = true;
      for (; parent.misses > 0; parent.misses--) onOddItem();
      handOver(start, end);
    } else {
      parent.misses++;
    }
  };

  const endRoot = ({ cut, start }: Frame, end: number): void => {
    const skeleton = pieces.join('') + buffer.slice(keptFrom, end);
    pieces = [];
    keptFrom = end;
    isLine ??= !cut && !buffer.slice(start, end).includes('\n');
    if (!bottom.rows) roots.push(skeleton.slice(skeleton.search(/[[{]/)));
  };

  const openContainer = (code: number, i: number, top: Frame): void => {
    if (depth > 0) {
      depth++;
    } else if (top.array && top.rows && code === OPEN_OBJECT) {
      depth = 1;
      entryStart = i;
    } else if (stack.length > MOST_DEPTH) {
      depth = 1;
      passingOver = true;
    } else {
      stack.push(frameOf(code === OPEN_ARRAY, top.array ? '' : top.lastKey, i));
    }
  };

  const closeContainer = (code: number, i: number, top: Frame): void => {
    if (depth > 0) {
      if (--depth > 0) return;
      if (passingOver) (stack[stack.length - 1] as Frame).height = MOST_HEIGHT;
      else handOver(entryStart, i + 1);
      passingOver = false;
      return;
    }
    if (top.array !== (code === CLOSE_ARRAY) || stack.length === 1) {
      // Junk between top-level values is none of ours; inside one, nothing can be trusted any more.
      failed = stack.length > 1;
      return;
    }
    if (top.array) endItem(top);
    const parent = stack[stack.length - 2] as Frame;
    const isCandidate = !top.array && !top.cut && parent.array && top.height < MOST_HEIGHT;
    const keys = isCandidate ? path() : [];
    stack.pop();
    parent.height = Math.max(parent.height, top.height + 1);
    if (isCandidate) judge(parent, top.start, i + 1, keys);
    if (stack.length === 1) endRoot(top, i + 1);
  };

  const see = (code: number, i: number): void => {
    if (code <= 32) return;
    if (stack.length === 1 && isLine !== undefined) {
      if (isLine && code === OPEN_OBJECT && buffer.slice(keptFrom, i).includes('\n')) {
        lines = createLineReader((line) => onEntry(line, []));
        lines.push(buffer.slice(i));
        buffer = '';
        return;
      }
      isLine = false;
      // What follows the document (`);` of JSONP, a comment of the server) says nothing.
      // Another document may: [{…}][{…}], an envelope a page.
      // [ and { differ by one bit.
      done = !bottom.rows && (code | 32) !== OPEN_OBJECT;
      if (done) {
        tail = buffer.slice(i, i + LONGEST_TAIL);
        return;
      }
    }
    const top = stack[stack.length - 1] as Frame;
    if (code === QUOTE) {
      inString = true;
      stringStart = i;
      if (depth === 0 && top.array) top.primitive = true;
    } else if (code === OPEN_OBJECT || code === OPEN_ARRAY) {
      openContainer(code, i, top);
    } else if (code === CLOSE_OBJECT || code === CLOSE_ARRAY) {
      closeContainer(code, i, top);
    } else if (depth > 0) {
      return;
    } else if (code === COLON && !top.array) {
      top.lastKey = keyIn(buffer.slice(stringStart, stringEnd));
    } else if (code === COMMA) {
      if (top.array) endItem(top);
      if (takeSlice && top.rows && stack.length > 1 && i >= tried) {
        tried = buffer.length;
        sliceEnd = takeSlice(buffer, i + 1, path());
        if (sliceEnd) cutOut(i + 1, sliceEnd);
      }
    } else if (top.array) {
      top.primitive = true;
    }
  };

  /** Lets go of text that nobody will ask for again. */
  const forget = (): void => {
    // Within an entry only its beginning matters; elsewhere keys are read when their colon comes.
    let from = Math.min(at, keptFrom, depth > 0 && !passingOver ? entryStart : stringStart);
    for (const frame of stack.slice(1)) if (!frame.cut) from = Math.min(from, frame.start);
    if (from <= 0) return;
    buffer = buffer.slice(from);
    at -= from;
    keptFrom -= from;
    entryStart -= from;
    tried -= from;
    stringStart -= from;
    stringEnd -= from;
    for (const frame of stack) frame.start -= from;
  };

  return {
    roots,
    failed: () => failed,
    isOpen: () => lines?.end() ?? (stack.length > 1 || depth > 0 || inString),
    tail: () => tail,
    push: (chunk) => {
      if (done && tail.length < LONGEST_TAIL) tail += chunk.slice(0, LONGEST_TAIL);
      if (failed || done) return;
      if (lines) {
        lines.push(chunk);
        return;
      }
      forget();
      buffer += chunk;
      let i = at;
      // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition -- they change while characters are seen
      while (i < buffer.length && !failed && !done && !lines) {
        if (inString) {
          const end = closingQuote(i);
          if (end < 0) break;
          inString = false;
          stringEnd = end + 1;
          i = end;
        } else {
          sliceEnd = 0;
          see(buffer.charCodeAt(i), i);
          // The comma behind the slice is the next to be looked at.
          i = Math.max(i, sliceEnd - 1);
        }
        i++;
      }
      // A string that goes on: look again at backslashes that may belong to what comes.
      if (inString) for (i = buffer.length; i > 0 && buffer.charCodeAt(i - 1) === BACKSLASH; i--);
      at = i;
    },
  };
};
