/** Texts with numbers in them → the files of these numbers. */
import { encodeJson } from '../format/json.js';
import type { Emit } from './emit.js';
import { hash32 } from '../model/hash.js';
import { fileOf, HOLE, type NumberShard } from '../format/format.js';
import { sizeFor } from '../format/sizes.js';
import { numbersIn } from '../format/terms.js';

/** Numbers in a file. */
const NUMBERS = 1_200;

/** @param count records to come */
export function createNumberWriter(count: number, emit: Emit) {
  const templates = new Map<string, number>();
  const numbered = new Map<string, number>();
  /** Number, text, record: three entries each. */
  let found = new Int32Array(3 << 10);
  let foundCount = 0;

  const idOf = (table: Map<string, number>, key: string): number => {
    let id = table.get(key);
    if (id === undefined) table.set(key, (id = table.size));
    return id;
  };

  return {
    /** A part of a record's text. @param n its number */
    add(text: string, n: number): void {
      for (const number of numbersIn(text)) {
        if ((foundCount + 1) * 3 > found.length) found = larger(found);
        found[foundCount * 3] = idOf(numbered, number);
        found[foundCount * 3 + 1] = idOf(templates, cutNumber(text, number));
        found[foundCount * 3 + 2] = n;
        foundCount++;
      }
    },

    /** @returns how many files there are */
    end(): number {
      const numberFiles = Math.max(1, Math.round(foundCount / sizeFor(NUMBERS, count)));
      const numbers = [...numbered.keys()];
      const texts = [...templates.keys()];
      const shardOf = numbers.map((number) => hash32(number) % numberFiles);
      const shards: number[][] = Array.from({ length: numberFiles }, () => []);
      for (let entry = 0; entry < foundCount; entry++) shards[shardOf[found[entry * 3] as number] as number]?.push(entry);
      shards.forEach((entries, shard) => {
        const own = new Map<string, number>();
        const of: Record<string, number[]> = {};
        for (const entry of entries) {
          const [number, text, record] = found.subarray(entry * 3) as unknown as readonly [number, number, number];
          (of[numbers[number] as string] ??= []).push(idOf(own, texts[text] as string), record);
        }
        emit(fileOf('n', shard), encodeJson({ texts: [...own.keys()], of } satisfies NumberShard));
      });
      return numberFiles;
    },
  };
}

const larger = (array: Int32Array): Int32Array<ArrayBuffer> => {
  const result = new Int32Array(array.length * 2);
  result.set(array);
  return result;
};

/** A text with a number cut out, everywhere. */
const cutNumber = (text: string, number: string): string => text.replace(/\d+/g, (run) => (run === number ? HOLE : run));
