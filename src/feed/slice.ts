/** Several entries of a list in one go: `JSON.parse` finds their ends itself, and faster than a look at each character would. */
import { isPlainObject, type PlainObject } from '../model/config.js';

/** Characters: less is not worth a try. */
const SHORTEST = 400;

/** So many tries in vain show that a list is not written so: objects in objects, broken entries. */
const MOST_MISSES = 20;

export interface Slice {
  readonly entries: readonly PlainObject[];
  /** The list of them. */
  readonly text: string;
  /** Where it ends in the buffer. */
  readonly end: number;
}

/** The objects of a list; undefined where it holds anything else, or is none. */
const entriesIn = (text: string): readonly PlainObject[] | undefined => {
  try {
    const list = JSON.parse(text) as readonly unknown[];
    return list.every(isPlainObject) ? list : undefined;
  } catch {
    return undefined;
  }
};

export type SliceParser = (buffer: string, from: number) => Slice | undefined;

/**
 * A function that parses what stands whole between a place in front of an entry and the last `},{`, or `},`, of a buffer. What parses as a
 * list is one, whatever its strings hold; undefined: the entries have to be looked for one by one.
 */
export function createSliceParser(): SliceParser {
  let misses = 0;
  return (buffer, from) => {
    // Within an entry a comma behind a bracket is followed by a key.
    const end = (buffer.lastIndexOf('},{') + 1) || (buffer.lastIndexOf('},') + 1);
    if (end - from < SHORTEST || misses > MOST_MISSES) return undefined;
    const text = `[${buffer.slice(from, end)}]`;
    const entries = entriesIn(text);
    if (!entries) misses++;
    return entries && { entries, text, end };
  };
}
