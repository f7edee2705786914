/** Texts of records in the order of their numbers → the files of their terms. Memory: about what the files come to. */
import { ByteReader, ByteWriter } from '../format/bytes.js';
import { hash32 } from '../model/hash.js';
import { blockEnd, COMMON, fileOf } from '../format/format.js';
import { COUNTED, LISTED, OWN, ownFile, packTerms, type TermEntry } from '../format/term-files.js';
import { PairTable } from './pair-table.js';
import { PostingLists } from './posting-lists.js';
import type { Emit } from './emit.js';
import { sizeFor } from '../format/sizes.js';
import { isAlnum } from '../format/terms.js';

/** Bytes in a file of grams of a large segment, and in the payload of a term beyond which it gets a file of its own. */
const GRAM_FILE = 5_000;
const OWN_FILE = 4_000;

const NO_BYTES = new Uint8Array();
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
  const lists = new PostingLists();
  const names: string[] = [];
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
  /** Those of them that the file of rows has. */
  let coarseTouched: number[] = [];
  let n = 0;

  const make = (name: string): number => {
    names.push(name);
    return lists.make();
  };

  /** A term of any form. */
  const idOf = (name: string): number => {
    let id = others.get(name);
    if (id === undefined) others.set(name, (id = make(name)));
    return id;
  };

  const post = (id: number, at: number): void => {
    lists.post(id, n, at);
  };

  const coarse = (term: number): void => {
    if (coarseSeen[term] === n) return;
    coarseSeen[term] = n;
    const before = coarseCounts[term] as number;
    if (!before) coarseTouched.push(term);
    coarseCounts[term] = before + 1;
  };

  /** A file of rows is full. */
  const closeFile = (file: number): void => {
    for (const term of coarseTouched) {
      const seen = coarseCounts[term] as number;
      coarseCounts[term] = 0;
      const list = (coarseLists[term] ??= new ByteWriter());
      list.number(file - (coarseLast[term] as number) - 1);
      list.byte(seen);
      coarseLast[term] = file;
      coarseTotals[term] = (coarseTotals[term] as number) + seen;
      coarseEntries[term] = (coarseEntries[term] as number) + 1;
    }
    coarseTouched = [];
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
    const total = lists.countOf(id);
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

  /** A term that has files of its own. */
  const putOwn = (name: string, seen: number, type: number, [first = new Uint8Array(), ...blocks]: readonly Uint8Array[]): void => {
    const file = new ByteWriter();
    file.number(seen);
    file.byte(type);
    file.all(first);
    emit(ownFile(name), file.done());
    blocks.forEach((each, k) => emit(ownFile(name, k + 1), each));
  };

  const isOwn = (id: number): boolean => lists.countOf(id) > split || lists.lengthOf(id) > OWN_FILE;

  const entryOf = (id: number, own: boolean): TermEntry => ({
    name: names[id] as string, count: lists.countOf(id), type: own ? LISTED | OWN : LISTED,
    bytes: own ? NO_BYTES : listOf(id, 1)[0] as Uint8Array,
  });

  /** Terms of which it is only known which files of rows have them. */
  const coarseTerms = (): readonly TermEntry[] => Array.from(coarseTotals.entries()).filter(([, seen]) => seen).map(([term, seen]) => {
    const k = term - ALNUM;
    const name = k < 0 ? term.toString(ALNUM) : Math.floor(k / ALNUM).toString(ALNUM) + (k % ALNUM).toString(ALNUM);
    const bytes = countsOf((coarseLists[term] as ByteWriter).done(), coarseEntries[term] as number);
    if (bytes.length <= OWN_FILE) return { name, count: seen, type: COUNTED, bytes };
    putOwn(name, seen, COUNTED, [bytes]);
    return { name, count: seen, type: COUNTED | OWN, bytes: NO_BYTES };
  });

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
      const coarseOnes = coarseTerms();
      let bytesOfTerms = 0;
      for (const { name, bytes } of coarseOnes) bytesOfTerms += bytes.length + name.length * 2 + 3;
      const owns = new Uint8Array(names.length);
      names.forEach((name, id) => {
        const seen = lists.countOf(id);
        bytesOfTerms += name.length * 2 + 3;
        if (isOwn(id)) {
          owns[id] = 1;
          putOwn(name, seen, LISTED, listOf(id, seen > split ? cut : 1));
        } else bytesOfTerms += lists.lengthOf(id);
        // Of single characters nobody needs to know it before: a search for one asks for nothing else.
        if (seen <= common || name.length === 1) return;
        for (let k = Math.log2(seen / common); frequentTerms.length <= k;) frequentTerms.push([]);
        frequentTerms[Math.floor(Math.log2(seen / common))]?.push(name);
      });
      const gramFiles = Math.max(1, Math.round(bytesOfTerms / sizeFor(GRAM_FILE, count)));
      // File by file, so that no more than one of them is in memory beside the lists.
      const shards: number[][] = Array.from({ length: gramFiles }, () => []);
      names.forEach((name, id) => shards[hash32(name) % gramFiles]?.push(id));
      const coarseShards: TermEntry[][] = Array.from({ length: gramFiles }, () => []);
      for (const term of coarseOnes) coarseShards[hash32(term.name) % gramFiles]?.push(term);
      shards.forEach((ids, shard) => {
        emit(fileOf('g', shard), packTerms([...ids.map((id) => entryOf(id, owns[id] === 1)), ...coarseShards[shard] as TermEntry[]]));
      });
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
