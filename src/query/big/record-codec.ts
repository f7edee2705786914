/**
 * A record is its searched texts and little more: which field has which of them (its shape, the same of thousands of
 * records), how they are spelled where normalizing took something away, its id and its amounts. So what is kept of a record
 * beside the texts is some 30 bytes, and a row of a page is made in microseconds.
 */
import type { SgsRecord } from '../../model/record.js';
import { isSpelt, restoreSpelling, spellingOf, type Spelling } from './restore-spelling.js';

/**
 * Of a value: the number of its text; those of several, each with a label in `extra`; the value itself, if all records of
 * this shape have the same; null: a value of the record's own.
 */
type Token = number | string | null | readonly (number | readonly [label: string, text: number])[];
type Shape = readonly (readonly [key: string, token: Token])[];

interface KnownShape {
  readonly shape: Shape;
  /** Of each text the rule that restored it in the first record with this shape. */
  readonly usual: readonly number[];
}

/** A record as it is kept: its shape or the number of that, values, and the texts that are not spelled as usual, each after its number. */
type Encoded = readonly [shape: number | Shape, values: readonly unknown[], ...unusual: (number | Spelling)[]];

/** Shapes that have a number. Where a feed has a label for each record, the other shapes are kept with their record. */
const MOST_SHAPES = 1000;

/** The fields that are no text of their own, as in `searchText`. */
const isPlain = (key: string): boolean => key === 'id' || key === 'kind' || key === 'status';

const isList = (key: string): boolean => key === 'category' || key === 'extra';

/** Which field of a record has which of its texts. */
const shapeOf = (record: SgsRecord, numberOf: (text: string) => number): Shape =>
  (Object.entries(record) as [string, unknown][]).filter(([, value]) => value !== undefined).map(([key, value]): Shape[number] => {
    if (key === 'category') return [key, record.category.map(numberOf)];
    if (key === 'extra') return [key, record.extra.map((own) => [own.label, numberOf(own.value)])];
    return [key, typeof value !== 'string' || key === 'id' ? null : isPlain(key) ? value : numberOf(value)];
  });

export class RecordCodec {
  private readonly shapes: KnownShape[] = [];
  private readonly numbers = new Map<string, number>();

  /** What is to be kept of a record beside its texts. @param normalized its `searchText`, part by part */
  encode(record: SgsRecord, normalized: readonly string[]): string {
    const { category, extra } = record;
    const texts: string[] = [];
    const numbers = new Map<string, number>();
    const numberOf = (text: string): number => {
      let number = numbers.get(text);
      if (number === undefined) numbers.set(text, number = texts.push(text) - 1);
      return number;
    };
    const values: unknown[] = [];
    // All that a shape is, as a text: most records have one that is known.
    let key = category.map(numberOf).join();
    let name: keyof SgsRecord;
    for (name in record) {
      const value: unknown = record[name];
      if (value === undefined) continue;
      if (typeof value === 'string' && name !== 'id') key += `;${name}:${isPlain(name) ? value : numberOf(value)}`;
      else {
        key += `;${name}`;
        if (!isList(name)) values.push(value);
      }
    }
    if (extra.length) key += JSON.stringify(extra.map((own) => [own.label, numberOf(own.value)]));
    // A text with the sign that divides texts, or a record without any.
    if (texts.length !== normalized.length) return JSON.stringify(record);
    const known = this.shapes[this.numbers.get(key) ?? this.learn(key, record, numberOf, normalized, texts)];
    const usual = known?.usual ?? [];
    const unusual: (number | Spelling)[] = [];
    for (let at = 0; at < texts.length; at++) {
      const [text, spelt] = [texts[at] as string, normalized[at] as string];
      if (!isSpelt(spelt, text, usual[at] ?? 0)) unusual.push(at, spellingOf(spelt, text, usual[at] ?? 0));
    }
    return JSON.stringify([this.numbers.get(key) ?? shapeOf(record, numberOf), values, ...unusual] satisfies Encoded);
  }

  /** Gives a new shape a number; -1 where there are too many. */
  private learn(
    key: string, record: SgsRecord, numberOf: (text: string) => number, normalized: readonly string[], texts: readonly string[],
  ): number {
    if (this.shapes.length === MOST_SHAPES) return -1;
    const usual = texts.map((text, at) => spellingOf(normalized[at] as string, text, 0)[0]);
    const number = this.shapes.push({ shape: shapeOf(record, numberOf), usual }) - 1;
    this.numbers.set(key, number);
    return number;
  }

  /** The record again. */
  decode(encoded: string, normalized: readonly string[]): SgsRecord {
    const own = JSON.parse(encoded) as Encoded | SgsRecord;
    if (!Array.isArray(own)) return own as SgsRecord;
    const [which, values, ...unusual] = own as unknown as Encoded;
    const { shape, usual } = typeof which === 'number' ? this.shapes[which] as KnownShape : { shape: which, usual: [] };
    const spellings = new Map<number, Spelling>();
    for (let at = 0; at < unusual.length; at += 2) spellings.set(unusual[at] as number, unusual[at + 1] as Spelling);
    const shownText = (number: number): string =>
      restoreSpelling(normalized[number] as string, spellings.get(number) ?? [usual[number] ?? 0]);
    let value = 0;
    const record: Record<string, unknown> = {};
    for (const [key, token] of shape) {
      record[key] = typeof token === 'number' ? shownText(token)
        : typeof token === 'string' ? token
          : token ? token.map((each) => (typeof each === 'number' ? shownText(each) : { label: each[0], value: shownText(each[1]) }))
            : values[value++];
    }
    return record as unknown as SgsRecord;
  }
}
