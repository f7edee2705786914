/** Records in the order of their numbers → the index files of a segment. Memory: about what the files come to. */
import { foldText, SEPARATOR } from '../query/fold.js';
import { ByteReader, ByteWriter } from './bytes.js';
import { COMMON, fileOf, hash32, HOLE, type NumberShard } from './format.js';
import { ANYWHERE, COUNTED, LISTED, OWN, ownFile } from './index-format.js';
import { isAlnum, longestRun, numbersIn } from './terms.js';

/** Bytes in a file of grams, and in the payload of a term beyond which it gets a file of its own. */
const GRAM_FILE = 8_000;
const OWN_FILE = 5_000;
const HASHES = 3_000;
const NUMBERS = 1_200;

const BLOCK = 32;

/** Short lists of bytes, many of them, in one piece of memory: blocks that each end with the number of the next. */
class Lists {
  private pool = new Uint8Array(1 << 20);
  private view = new DataView(this.pool.buffer);
  private blocks = 1;
  /** By list: where it begins, the block it has come to, and how much of that is used. */
  private heads = new Int32Array(1 << 12);
  private tails = new Int32Array(1 << 12);
  private used = new Uint8Array(1 << 12);
  count = 0;

  make(): number {
    if (this.count === this.heads.length) {
      this.heads = larger(this.heads);
      this.tails = larger(this.tails);
      const used = new Uint8Array(this.used.length * 2);
      used.set(this.used);
      this.used = used;
    }
    this.heads[this.count] = this.tails[this.count] = 0;
    return this.count++;
  }

  private block(): number {
    if ((this.blocks + 1) * BLOCK > this.pool.length) {
      const pool = new Uint8Array(this.pool.length * 2);
      pool.set(this.pool);
      this.pool = pool;
      this.view = new DataView(pool.buffer);
    }
    return this.blocks++;
  }

  add(list: number, byte: number): void {
    let tail = this.tails[list] as number;
    let used = this.used[list] as number;
    if (!tail || used === BLOCK - 4) {
      const next = this.block();
      if (tail) this.view.setInt32(tail * BLOCK + BLOCK - 4, next);
      else this.heads[list] = next;
      this.tails[list] = tail = next;
      used = 0;
    }
    this.pool[tail * BLOCK + used] = byte;
    this.used[list] = used + 1;
  }

  /** Overwrites the byte added last. */
  amend(list: number, byte: number): void {
    this.pool[(this.tails[list] as number) * BLOCK + (this.used[list] as number) - 1] = byte;
  }

  read(list: number): Uint8Array {
    const bytes = new ByteWriter();
    const tail = this.tails[list] as number;
    for (let block = this.heads[list] as number; block; block = block === tail ? 0 : this.view.getInt32(block * BLOCK + BLOCK - 4)) {
      bytes.all(this.pool.subarray(block * BLOCK, block * BLOCK + (block === tail ? (this.used[list] as number) : BLOCK - 4)));
    }
    return bytes.done();
  }

  /** Lets go of a list that is kept otherwise; its blocks are not used again. */
  drop(list: number): void {
    this.heads[list] = this.tails[list] = 0;
  }
}

const larger = (array: Int32Array): Int32Array<ArrayBuffer> => {
  const result = new Int32Array(array.length * 2);
  result.set(array);
  return result;
};

/** Two-character grams by their 32 bits: an open hash table, for this is where the time goes. */
class Pairs {
  private keys = new Int32Array(1 << 16);
  private values = new Int32Array(1 << 16).fill(-1);
  private size = 0;

  /** −1 for a key not seen before. */
  get(key: number): number {
    return this.values[this.slot(key)] as number;
  }

  add(key: number, value: number): void {
    if (++this.size * 2 > this.keys.length) {
      const { keys, values } = this;
      this.keys = new Int32Array(keys.length * 2);
      this.values = new Int32Array(keys.length * 2).fill(-1);
      keys.forEach((each, n) => {
        const held = values[n] as number;
        if (held < 0) return;
        const at = this.slot(each);
        this.keys[at] = each;
        this.values[at] = held;
      });
    }
    const slot = this.slot(key);
    this.keys[slot] = key;
    this.values[slot] = value;
  }

  private slot(key: number): number {
    const mask = this.keys.length - 1;
    let slot = (Math.imul(key, 0x9e3779b1) >>> 8) & mask;
    while ((this.values[slot] as number) >= 0 && this.keys[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  }
}

/** What no number can be found in but by its grams. */
const CODE = /^[a-z\d]+$/;

const ALNUM = 36;
const alnumOf = (code: number): number => (code < 58 ? code - 48 : code - 87);

export interface IndexOptions {
  /** Records to come. */
  readonly count: number;
  /** Records in a file of rows. */
  readonly rows: number;
  /** Whether numbers within texts are worth files of their own. */
  readonly numbers: boolean;
  readonly emit: (name: string, bytes: Uint8Array) => void;
}

export interface IndexSizes {
  readonly grams: number;
  readonly hashes: number;
  readonly numbers: number;
  readonly longest: number;
  readonly hot: readonly string[];
}

export interface IndexEntry {
  /** Folded, its parts apart (`searchedText`). */
  readonly text: string;
  readonly id: string;
  readonly creditCode: string;
  /** Values of filters (`FILTERS`). */
  readonly filters: readonly string[];
}

export function createIndexWriter({ count, rows, numbers: withNumbers, emit }: IndexOptions) {
  const common = Math.max(COMMON * count, 4);
  const files = Math.ceil(count / rows);
  const lists = new Lists();
  const names: string[] = [];
  const counts: number[] = [];
  const lasts: number[] = [];
  /** Of terms in too many records: how many of each file of rows. */
  const profiles = new Map<number, Uint8Array>();
  const pairs = new Pairs();
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
  const hashes = new Uint32Array(count * 2);
  const hashed = new Uint32Array(count * 2);
  let hashCount = 0;
  const templates = new Map<string, number>();
  const numbered = new Map<string, number>();
  /** Number, text, record: three entries each. */
  let found = new Int32Array(3 << 10);
  let foundCount = 0;
  let longest = 0;
  let n = 0;

  const make = (name: string): number => {
    names.push(name);
    counts.push(0);
    lasts.push(-1);
    return lists.make();
  };

  const toProfile = (id: number): Uint8Array => {
    const profile = new Uint8Array(files);
    const bytes = new ByteReader(lists.read(id));
    for (let k = 0, at = 0; k < (counts[id] as number); k++) {
      at += bytes.number();
      bytes.byte();
      const file = Math.floor(at / rows);
      profile[file] = (profile[file] as number) + 1;
    }
    lists.drop(id);
    profiles.set(id, profile);
    return profile;
  };

  const post = (id: number, at: number): void => {
    const last = lasts[id] as number;
    const profile = profiles.get(id);
    if (last === n) {
      if (!profile) lists.amend(id, ANYWHERE);
      return;
    }
    lasts[id] = n;
    const seen = (counts[id] as number) + 1;
    counts[id] = seen;
    if (profile) {
      const file = Math.floor(n / rows);
      profile[file] = (profile[file] as number) + 1;
      return;
    }
    let gap = n - Math.max(last, 0);
    for (; gap > 127; gap >>>= 7) lists.add(id, (gap & 127) | 128);
    lists.add(id, gap);
    lists.add(id, Math.min(at, ANYWHERE));
    if (seen > common) toProfile(id);
  };

  const coarse = (term: number): void => {
    if (coarseSeen[term] === n) return;
    coarseSeen[term] = n;
    coarseCounts[term] = (coarseCounts[term] as number) + 1;
  };

  /** A file of rows is full. */
  const closeFile = (): void => {
    const file = Math.floor(n / rows);
    for (let term = 0; term < coarseCounts.length; term++) {
      const seen = coarseCounts[term] as number;
      if (!seen) continue;
      coarseCounts[term] = 0;
      const list = (coarseLists[term] ||= new ByteWriter());
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
          post(id, at);
        }
        if (c1 === c1 && c1 !== 0) {
          if (!a || !a1) {
            const key = (c << 16) | c1;
            let id = pairs.get(key);
            if (id < 0) pairs.add(key, (id = make(text.slice(at, at + 2))));
            post(id, at);
          } else {
            const c2 = text.charCodeAt(at + 2);
            if (isAlnum(c2)) {
              const key = (alnumOf(c) * ALNUM + alnumOf(c1)) * ALNUM + alnumOf(c2);
              let id = triples[key] as number;
              if (id < 0) id = triples[key] = make(text.slice(at, at + 3));
              post(id, at);
            }
          }
        }
      }
      c = c1;
      a = a1;
    }
  };

  const idOf = (table: Map<string, number>, key: string): number => {
    let id = table.get(key);
    if (id === undefined) table.set(key, (id = table.size));
    return id;
  };

  const addNumbers = (text: string): void => {
    for (const number of numbersIn(text)) {
      if ((foundCount + 1) * 3 > found.length) found = larger(found);
      found[foundCount * 3] = idOf(numbered, number);
      found[foundCount * 3 + 1] = idOf(templates, cutNumber(text, number));
      found[foundCount * 3 + 2] = n;
      foundCount++;
    }
  };

  const writeGrams = (): { readonly files: number; readonly hot: readonly string[] } => {
    const hot: string[] = [];
    let total = 0;
    const terms: { readonly name: string; readonly count: number; readonly type: number; readonly bytes: Uint8Array }[] = [];
    const put = (name: string, seen: number, type: number, bytes: Uint8Array): void => {
      if (seen > common) hot.push(name);
      const own = bytes.length > OWN_FILE || seen > common;
      if (own) {
        const file = new ByteWriter();
        file.number(seen);
        file.byte(type);
        file.all(bytes);
        emit(ownFile(name), file.done());
      }
      if (seen > common) return;
      terms.push({ name, count: seen, type: type | (own ? OWN : 0), bytes: own ? new Uint8Array() : bytes });
      total += (own ? 0 : bytes.length) + name.length * 2 + 3;
    };
    names.forEach((name, id) => {
      const profile = profiles.get(id);
      put(name, counts[id] as number, profile ? COUNTED : LISTED, profile ? sparse(profile) : columns(lists.read(id), counts[id] as number));
    });
    coarseTotals.forEach((seen, term) => {
      if (!seen) return;
      const k = term - ALNUM;
      const name = k < 0 ? term.toString(ALNUM) : Math.floor(k / ALNUM).toString(ALNUM) + (k % ALNUM).toString(ALNUM);
      put(name, seen, COUNTED, columns((coarseLists[term] as ByteWriter).done(), coarseEntries[term] as number, true));
    });
    const gramFiles = Math.max(1, Math.round(total / GRAM_FILE));
    const shards: (typeof terms)[] = Array.from({ length: gramFiles }, () => []);
    for (const term of terms) shards[hash32(term.name) % gramFiles]?.push(term);
    shards.forEach((all, shard) => emit(fileOf('g', shard), packTerms(all)));
    return { files: gramFiles, hot };
  };

  const writeHashes = (): number => {
    const hashFiles = Math.max(1, Math.round(hashCount / HASHES));
    const sizes = new Uint32Array(hashFiles);
    for (let entry = 0; entry < hashCount; entry++) {
      const shard = (hashes[entry] as number) % hashFiles;
      sizes[shard] = (sizes[shard] as number) + 1;
    }
    // Hash and record in one number, so that sorting is fast; all hashes of a file have the same remainder.
    const shards = Array.from(sizes, (size) => new Float64Array(size));
    for (let entry = 0; entry < hashCount; entry++) {
      const hash = hashes[entry] as number;
      const shard = hash % hashFiles;
      const place = (sizes[shard] as number) - 1;
      sizes[shard] = place;
      (shards[shard] as Float64Array)[place] = Math.floor(hash / hashFiles) * count + (hashed[entry] as number);
    }
    shards.forEach((keys, shard) => {
      const bytes = new ByteWriter();
      let last = 0;
      for (const key of keys.sort()) {
        const hash = Math.floor(key / count);
        bytes.number(hash - last);
        bytes.number(key % count);
        last = hash;
      }
      emit(fileOf('h', shard), bytes.done());
    });
    return hashFiles;
  };

  const writeNumbers = (): number => {
    const numberFiles = Math.max(1, Math.round(foundCount / NUMBERS));
    const numbers = [...numbered.keys()];
    const texts = [...templates.keys()];
    const shardOf = numbers.map((number) => hash32(number) % numberFiles);
    const shards: number[][] = Array.from({ length: numberFiles }, () => []);
    for (let entry = 0; entry < foundCount; entry++) shards[shardOf[found[entry * 3] as number] as number]?.push(entry);
    shards.forEach((entries, shard) => {
      const own = new Map<string, number>();
      const of: Record<string, number[]> = {};
      for (const entry of entries) {
        (of[numbers[found[entry * 3] as number] as string] ??= []).push(idOf(own, texts[found[entry * 3 + 1] as number] as string), found[entry * 3 + 2] as number);
      }
      emit(fileOf('n', shard), encode({ texts: [...own.keys()], of } satisfies NumberShard));
    });
    return numberFiles;
  };

  return {
    add({ text, id, creditCode, filters }: IndexEntry): void {
      addGrams(text);
      for (const filter of filters) {
        let term = others.get(filter);
        if (term === undefined) others.set(filter, (term = make(filter)));
        post(term, 0);
      }
      const code = foldText(creditCode);
      for (const key of code ? [`i${id}`, `c${code}`] : [`i${id}`]) {
        hashes[hashCount] = hash32(key);
        hashed[hashCount++] = n;
      }
      for (const part of text.split(SEPARATOR)) {
        if (part === code && CODE.test(part)) continue;
        if (withNumbers && /\d/.test(part)) addNumbers(part);
        longest = Math.max(longest, longestRun(part));
      }
      if ((n + 1) % rows === 0) closeFile();
      n++;
    },

    /** To be called once, after `count` records. */
    end(): IndexSizes {
      if (n % rows) closeFile();
      const { files: grams, hot } = writeGrams();
      return { grams, hot, hashes: writeHashes(), numbers: writeNumbers(), longest };
    },
  };
}

const utf8 = new TextEncoder();
export const encode = (value: unknown): Uint8Array => utf8.encode(JSON.stringify(value));

/** A text with a number cut out, everywhere. */
const cutNumber = (text: string, number: string): string => text.split(/(\d+)/).map((part) => (part === number ? HOLE : part)).join('');

/**
 * Pairs of a number and a byte as all numbers, then all bytes: alike stands beside alike, which compresses better.
 * @param counted whether to begin with how many there are
 */
const columns = (bytes: Uint8Array, count: number, counted = false): Uint8Array => {
  const reader = new ByteReader(bytes);
  const result = new ByteWriter();
  const second = new Uint8Array(count);
  if (counted) result.number(count);
  for (let k = 0; k < count; k++) {
    result.number(reader.number());
    second[k] = reader.byte();
  }
  result.all(second);
  return result.done();
};

/** The files in which a term occurs (how many there are, the gaps between them), then how many of their records have it. */
const sparse = (profile: Uint8Array): Uint8Array => {
  const result = new ByteWriter();
  const seen = profile.filter(Boolean);
  result.number(seen.length);
  let last = -1;
  profile.forEach((count, file) => {
    if (!count) return;
    result.number(file - last - 1);
    last = file;
  });
  result.all(seen);
  return result.done();
};

/** A file of terms: their names, then of each its count, its type and how long its list is, then the lists. */
const packTerms = (terms: readonly { readonly name: string; readonly count: number; readonly type: number; readonly bytes: Uint8Array }[]): Uint8Array => {
  const result = new ByteWriter();
  const names = encode(terms.map(({ name }) => name));
  result.number(names.length);
  result.all(names);
  for (const { count, type, bytes } of terms) {
    result.number(count * 4 + type);
    result.number(bytes.length);
  }
  for (const { bytes } of terms) result.all(bytes);
  return result.done();
};
