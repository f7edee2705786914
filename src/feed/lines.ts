/** NDJSON, line by line: what is broken in one line does not reach the next. */
import { parseLenient } from './lenient-json.js';

/** Takes the text from its second line on. */
export interface LineReader {
  push(text: string): void;
  /** To be called once, at the end of the text. Returns whether it ended inside a value. */
  end(): boolean;
}

/** @param onLine takes each line that is not blank */
export const createLineReader = (onLine: (line: string) => void): LineReader => {
  /** The line that has begun. */
  let begun = '';
  /** The last whole line that is not blank: the end of the text decides about it. */
  let last = '';
  const take = (line: string): void => {
    if (!line.trim()) return;
    if (last) onLine(last);
    last = line;
  };
  return {
    push: (text) => {
      const lines = (begun + text).split('\n');
      begun = lines.pop() as string;
      lines.forEach(take);
    },
    end: () => {
      take(begun);
      onLine(last);
      return parseLenient(last) === undefined;
    },
  };
};
