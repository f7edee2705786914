/** What the gram files of a segment say of terms: which records have them, and where. */
import { ByteReader } from '../format/bytes.js';
import { parseJson } from '../format/json.js';
import { hash32 } from '../model/hash.js';
import { blockEnd, COMMON, fileOf, type SegmentInfo } from '../format/format.js';
import { ANYWHERE, OWN, ownFile, readCounts, readPostings } from '../format/term-files.js';

export interface Entry {
  readonly count: number;
  readonly type: number;
  /** Undefined: in files of its own. */
  readonly bytes?: Uint8Array;
}

/** Records that have a gram, and where in them a term would begin. */
export interface Placed {
  readonly numbers: Uint32Array;
  readonly begins: Int16Array;
}

/** Somewhere in the text. */
export const UNKNOWN = -1000;

export interface TermLists {
  /** The share of records that have a term, roughly, if that is known without asking: it is large. */
  readonly frequent: ReadonlyMap<string, number>;
  /** Terms in their files; undefined for one that no record has. */
  lookUp(terms: readonly string[]): Promise<readonly (Entry | undefined)[]>;
  /** In how many records a term is. @param entry undefined for one that is frequent */
  countOf(term: string, entry: Entry | undefined): Promise<number>;
  /**
   * The records that have a gram, whose numbers lie from one to below another: those, and maybe others of the same blocks.
   * @param at where in the term the gram begins
   */
  listOf(term: string, at: number, entry: Entry | undefined, from: number, to: number): Promise<Placed>;
  /** How many records of each file of rows have a term. */
  filesOf(term: string, entry: Entry): Promise<ReadonlyMap<number, number>>;
}

/** @param file a file of the segment by its name */
export function createTermLists(info: SegmentInfo, file: (name: string) => Promise<Uint8Array>): TermLists {
  const frequent = new Map<string, number>();
  const least = Math.max(COMMON, info.split / info.count);
  info.frequentTerms.forEach((terms, k) => terms.forEach((term) => frequent.set(term, Math.min(1, least * 1.4 * 2 ** k))));

  const lookUp = (wanted: readonly string[]): Promise<readonly (Entry | undefined)[]> => Promise.all(wanted.map(async (term) => {
    const reader = new ByteReader(await file(fileOf('g', hash32(term) % info.grams)));
    const names = parseJson<readonly string[]>(reader.take(reader.number()));
    const place = names.indexOf(term);
    if (place < 0) return undefined;
    let found: Entry | undefined;
    let length = 0;
    let skip = 0;
    for (let n = 0, before = 0; n < names.length; n++) {
      const head = reader.number();
      const bytes = reader.number();
      if (n === place) {
        found = { count: Math.floor(head / 4), type: head % 4 };
        length = bytes;
        skip = before;
      }
      before += bytes;
    }
    if (!found || found.type & OWN) return found;
    reader.take(skip);
    return { ...found, bytes: reader.take(length) };
  }));

  /** A term's own file, behind what it says of the whole. */
  const own = async (term: string, block = 0): Promise<{ readonly count: number; readonly reader: ByteReader }> => {
    const reader = new ByteReader(await file(ownFile(term, block)));
    if (block) return { count: 0, reader };
    const count = reader.number();
    reader.byte();
    return { count, reader };
  };

  const blockOf = async (term: string, block: number, at: number): Promise<Placed> => {
    const { reader } = await own(term, block);
    return placed(reader, reader.number(), at);
  };

  return {
    frequent,
    lookUp,
    countOf: async (term, entry) => (entry ? entry.count : (await own(term)).count),

    async listOf(term, at, entry, from, to) {
      if (entry?.bytes) return placed(new ByteReader(entry.bytes), entry.count, at);
      if (info.blocks === 1 || (entry && entry.count <= info.split)) {
        const { count, reader } = await own(term);
        return placed(reader, count, at);
      }
      const blocks: Promise<Placed>[] = [];
      for (let block = 0; block < info.blocks; block++) {
        if (blockEnd(block, info.count) > from && (block ? blockEnd(block - 1, info.count) : 0) < to) blocks.push(blockOf(term, block, at));
      }
      return joined(await Promise.all(blocks));
    },

    async filesOf(term, entry) {
      const reader = entry.bytes ? new ByteReader(entry.bytes) : (await own(term)).reader;
      return readCounts(reader);
    },
  };
}

function placed(reader: ByteReader, count: number, at: number): Placed {
  const { numbers, places } = readPostings(reader, count);
  return { numbers, begins: Int16Array.from(places, (place) => (place === ANYWHERE ? UNKNOWN : place - at)) };
}

const joined = (parts: readonly Placed[]): Placed => {
  const length = parts.reduce((sum, { numbers }) => sum + numbers.length, 0);
  const numbers = new Uint32Array(length);
  const begins = new Int16Array(length);
  let at = 0;
  for (const part of parts) {
    numbers.set(part.numbers, at);
    begins.set(part.begins, at);
    at += part.numbers.length;
  }
  return { numbers, begins };
};

/** Records in both, where both say that the term begins in the same place. */
export const intersectPlaced = (a: Placed, b: Placed): Placed => {
  const numbers: number[] = [];
  const begins: number[] = [];
  for (let i = 0, j = 0; i < a.numbers.length && j < b.numbers.length;) {
    const x = a.numbers[i] as number;
    const y = b.numbers[j] as number;
    if (x === y) {
      const [here, there] = [a.begins[i] as number, b.begins[j] as number];
      if (here === there || here === UNKNOWN || there === UNKNOWN) {
        numbers.push(x);
        // Of one the place is not known: only the row tells.
        begins.push(here === there ? here : UNKNOWN);
      }
    }
    if (x <= y) i++;
    if (y <= x) j++;
  }
  return { numbers: Uint32Array.from(numbers), begins: Int16Array.from(begins) };
};
