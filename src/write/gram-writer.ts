/** Texts of records in the order of their numbers → the files of their terms. Memory: about what the files come to. */
import { ByteLists } from './byte-lists.js';
import { ByteReader, ByteWriter } from '../format/bytes.js';
import { hash32 } from '../model/hash.js';
import { blockEnd, COMMON, fileOf } from '../format/format.js';
import { ANYWHERE, COUNTED, LISTED, OWN, ownFile, packTerms, type TermEntry } from '../format/term-files.js';
import { PairTable } from './pair-table.js';
import type { Emit } from './emit.js';
import { sizeFor } from '../format/sizes.js';
import { isAlnum } from '../format/terms.js';

/** Bytes in a file of grams of a large segment, and in the payload of a term beyond which it gets a file of its own. */
const GRAM_FILE = 5_000;
const OWN_FILE = 4_000;

const ALNUM = 36;
const alnumOf = (code: number): number => (code < 58 ? code - 48 : code - 87);

export interface GramOptions {
  /** Records to come. */
  readonly count: number;
  /** Records in a file of rows. */
  readonly rows: number;
  /** Records of a term beyond which its list has files of its own, in so many blocks. */
  readonly split: number;
  readonly blocks: number;
  readonly emit: Emit;
}

export interface GramSizes {
  readonly grams: number;
  readonly frequentTerms: readonly (readonly string[])[];
}

export function createGramWriter({ count, rows, split, blocks: cut, emit }: GramOptions) {
  const lists = new ByteLists();
  const names: string[] = [];
  const counts: number[] = [];
  const lasts: number[] = [];
  const pairs = new PairTable();
  const singles = new Int32Array(65_536).fill(-1);
  const triples = new Int32Array(ALNUM ** 3).fill(-1);
  const others = new Map<string, number>();
  /** Letters and digits, alone and in twos: the record that had them last, and lists of files and counts. */
  const coarseSeen = new Int32Array(ALNUM + ALNUM ** 2).fill(-1);
  const coarseCounts = new Uint8Array(ALNUM + ALNUM ** 2);
  const coarseLists: (ByteWriter | undefined)[] = [];
  const coarseLast = new Int32Array(ALNUM + ALNUM ** 2).fill(-1);
  const coarseTotals = new Int32Array(ALNUM + ALNUM ** 2);
  const coarseEntries = new Int32Array(ALNUM + ALNUM ** 2);
  let n = 0;

  const make = (name: string): number => {
    names.push(name);
    counts.push(0);
    lasts.push(-1);
    return lists.make();
  };

  /** A term of any form. */
  const idOf = (name: string): number => {
    let id = others.get(name);
    if (id === undefined) others.set(name, (id = make(name)));
    return id;
  };

  const post = (id: number, at: number): void => {
    const last = lasts[id] as number;
    if (last === n) {
      lists.amend(id, ANYWHERE);
      return;
    }
    lasts[id] = n;
    counts[id] = (counts[id] as number) + 1;
    let gap = n - Math.max(last, 0);
    for (; gap > 127; gap >>>= 7) lists.add(id, (gap & 127) | 128);
    lists.add(id, gap);
    lists.add(id, at < ANYWHERE ? at : ANYWHERE);
  };

  const coarse = (term: number): void => {
    if (coarseSeen[term] === n) return;
    coarseSeen[term] = n;
    coarseCounts[term] = (coarseCounts[term] as number) + 1;
  };

  /** A file of rows is full. */
  const closeFile = (file: number): void => {
    for (let term = 0; term < coarseCounts.length; term++) {
      const seen = coarseCounts[term] as number;
      if (!seen) continue;
      coarseCounts[term] = 0;
      const list = (coarseLists[term] ??= new ByteWriter());
      list.number(file - (coarseLast[term] as number) - 1);
      list.byte(seen);
      coarseLast[term] = file;
      coarseTotals[term] = (coarseTotals[term] as number) + seen;
      coarseEntries[term] = (coarseEntries[term] as number) + 1;
    }
  };

  const addGrams = (text: string): void => {
    let c = text.charCodeAt(0);
    let a = isAlnum(c);
    for (let at = 0; at < text.length; at++) {
      const c1 = text.charCodeAt(at + 1);
      const a1 = isAlnum(c1);
      if (c !== 0) {
        if (a) {
          coarse(alnumOf(c));
          if (a1) coarse(ALNUM + alnumOf(c) * ALNUM + alnumOf(c1));
        } else {
          let id = singles[c] as number;
          if (id < 0) id = singles[c] = make(text.charAt(at));
          post(id, 0);
        }
        if (c1 === c1 && c1 !== 0) {
          if (!a || !a1) {
            const key = (c << 16) | c1;
            let id = pairs.get(key);
            if (id < 0) pairs.add(key, (id = make(text.slice(at, at + 2))));
            post(id, at);
          }
          if (a1) {
            const c2 = text.charCodeAt(at + 2);
            if (!isAlnum(c2)) {
              if (a && c2 === c2 && c2 !== 0) post(idOf(text.slice(at, at + 3)), at);
            } else if (a) {
              const key = (alnumOf(c) * ALNUM + alnumOf(c1)) * ALNUM + alnumOf(c2);
              let id = triples[key] as number;
              if (id < 0) id = triples[key] = make(text.slice(at, at + 3));
              post(id, at);
            } else {
              post(idOf(text.slice(at, at + 3)), at);
            }
          }
        }
      }
      c = c1;
      a = a1;
    }
  };

  const raw = new ByteWriter();
  const block = new ByteWriter();
  const places = new ByteWriter();
  const list = new ByteWriter();

  /** A term's list as files have it: numbers, then places, for alike beside alike compresses better. @param blocks how many */
  const listOf = (id: number, blocks: number): readonly Uint8Array[] => {
    raw.clear();
    lists.read(id, raw);
    const reader = new ByteReader(raw.done());
    const all: Uint8Array[] = [];
    const total = counts[id] as number;
    let read = 0;
    let next = total ? reader.number() : 0;
    for (let k = 0; k < blocks; k++) {
      const end = blocks === 1 ? Infinity : blockEnd(k, count);
      block.clear();
      places.clear();
      let last = 0;
      let held = 0;
      while (read < total && next < end) {
        block.number(next - last);
        last = next;
        places.byte(reader.byte());
        held++;
        if (++read < total) next += reader.number();
      }
      // How many there are is known of a list that is whole.
      list.clear();
      if (blocks > 1) list.number(held);
      list.all(block.done());
      list.all(places.done());
      all.push(list.done().slice());
    }
    return all;
  };

  const terms: TermEntry[] = [];
  let bytesOfTerms = 0;

  const put = (name: string, seen: number, type: number, [first = new Uint8Array(), ...blocks]: readonly Uint8Array[]): void => {
    const own = (type === LISTED && seen > split) || first.length > OWN_FILE;
    if (own) {
      const file = new ByteWriter();
      file.number(seen);
      file.byte(type);
      file.all(first);
      emit(ownFile(name), file.done());
      blocks.forEach((block, k) => emit(ownFile(name, k + 1), block));
    }
    terms.push({ name, count: seen, type: type | (own ? OWN : 0), bytes: own ? new Uint8Array() : first });
    bytesOfTerms += (own ? 0 : first.length) + name.length * 2 + 3;
  };

  return {
    /** @param text folded, its parts apart */
    add(text: string, filters: readonly string[]): void {
      addGrams(text);
      for (const filter of filters) post(idOf(filter), 0);
      if ((n + 1) % rows === 0) closeFile(Math.floor(n / rows));
      n++;
    },

    /** To be called once, after `count` records. */
    end(): GramSizes {
      if (n % rows) closeFile(Math.floor(n / rows));
      const common = Math.max(COMMON * count, split);
      const frequentTerms: string[][] = [];
      names.forEach((name, id) => {
        const seen = counts[id] as number;
        put(name, seen, LISTED, listOf(id, seen > split ? cut : 1));
        // Of single characters nobody needs to know it before: a search for one asks for nothing else.
        if (seen <= common || name.length === 1) return;
        for (let k = Math.log2(seen / common); frequentTerms.length <= k;) frequentTerms.push([]);
        frequentTerms[Math.floor(Math.log2(seen / common))]?.push(name);
      });
      coarseTotals.forEach((seen, term) => {
        if (!seen) return;
        const k = term - ALNUM;
        const name = k < 0 ? term.toString(ALNUM) : Math.floor(k / ALNUM).toString(ALNUM) + (k % ALNUM).toString(ALNUM);
        put(name, seen, COUNTED, [countsOf((coarseLists[term] as ByteWriter).done(), coarseEntries[term] as number)]);
      });
      const gramFiles = Math.max(1, Math.round(bytesOfTerms / sizeFor(GRAM_FILE, count)));
      const shards: TermEntry[][] = Array.from({ length: gramFiles }, () => []);
      for (const term of terms) shards[hash32(term.name) % gramFiles]?.push(term);
      shards.forEach((all, shard) => emit(fileOf('g', shard), packTerms(all)));
      return { grams: gramFiles, frequentTerms };
    },
  };
}

/** The files of rows in which a term occurs (how many there are, the gaps between them), then how many of their records have it. */
const countsOf = (bytes: Uint8Array, count: number): Uint8Array => {
  const reader = new ByteReader(bytes);
  const result = new ByteWriter();
  const second = new Uint8Array(count);
  result.number(count);
  for (let k = 0; k < count; k++) {
    result.number(reader.number());
    second[k] = reader.byte();
  }
  result.all(second);
  return result.done();
};
