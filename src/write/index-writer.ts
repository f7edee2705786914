/** Records in the order of their numbers → the index files of a segment. */
import { normalizeText, SEPARATOR } from '../query/normalize.js';
import type { Emit } from './emit.js';
import { createGramWriter, type GramOptions, type GramSizes } from './gram-writer.js';
import { createHashWriter } from './hash-writer.js';
import { createNumberWriter } from './number-writer.js';
import { longestRun } from '../format/terms.js';

export interface IndexOptions extends GramOptions {
  /** Whether numbers within texts are worth files of their own. */
  readonly numbers: boolean;
  readonly emit: Emit;
}

export interface IndexSizes extends GramSizes {
  readonly hashes: number;
  readonly numbers: number;
  readonly longest: number;
}

export interface IndexEntry {
  /** Folded, its parts apart (`searchedText`). */
  readonly text: string;
  readonly id: string;
  readonly creditCode: string;
  /** Values of filters (`FILTERS`). */
  readonly filters: readonly string[];
}

/** What no number can be found in but by its grams. */
const CODE = /^[a-z\d]+$/;

/** The parts of a text that numbers are looked for in: not its credit code. @param code folded */
export const numberedParts = (text: string, code: string): readonly string[] =>
  text.split(SEPARATOR).filter((part) => part !== code || !CODE.test(part));

export function createIndexWriter({ numbers: withNumbers, ...options }: IndexOptions) {
  const grams = createGramWriter(options);
  const hashes = createHashWriter(options.count, options.emit);
  const numbers = createNumberWriter(options.count, options.emit);
  let longest = 0;
  let n = 0;

  return {
    add({ text, id, creditCode, filters }: IndexEntry): void {
      grams.add(text, filters);
      const code = normalizeText(creditCode);
      hashes.add(id, code);
      for (const part of numberedParts(text, code)) {
        if (withNumbers && /\d/.test(part)) numbers.add(part, n);
        // None is longer than the text it is in.
        if (part.length > longest) longest = Math.max(longest, longestRun(part));
      }
      n++;
    },

    /** To be called once, after `count` records. */
    end: (): IndexSizes => ({ ...grams.end(), hashes: hashes.end(), numbers: numbers.end(), longest }),
  };
}
