/**
 * A record is its searched texts and little more: which field has which of them (its shape, the same of thousands of
 * records), how they are spelled where normalizing took something away, its id and its amounts. So what is kept of a record
 * beside the texts is some 30 bytes, and a row of a page is made in microseconds.
 */
import type { SgsRecord } from '../../model/record.js';
import { restoreSpelling, spellingOf, type Spelling } from './restore-spelling.js';

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
const isPlain = (key: string): boolean => /^(id|kind|status)$/.test(key);

export class RecordCodec {
  private readonly shapes: KnownShape[] = [];
  private readonly numbers = new Map<string, number>();

  /** What is to be kept of a record beside its texts. @param normalized its `searchText`, part by part */
  encode(record: SgsRecord, normalized: readonly string[]): string {
    const { category, extra } = record;
    const fields = (Object.entries(record) as [string, unknown][]).filter(([, value]) => value !== undefined);
    const texts = [...new Set([
      ...category,
      ...fields.flatMap(([key, value]) => (typeof value === 'string' && !isPlain(key) ? value : [])),
      ...extra.map(({ value }) => value),
    ])];
    // A text with the sign that divides texts, or a record without any.
    if (texts.length !== normalized.length) return JSON.stringify(record);
    const numbers = new Map(texts.map((text, number) => [text, number]));
    const numberOf = (text: string): number => numbers.get(text) as number;
    const values: unknown[] = [];
    const shape = fields.map(([key, value]): Shape[number] => {
      if (key === 'category') return [key, category.map(numberOf)];
      if (key === 'extra') return [key, extra.map((own) => [own.label, numberOf(own.value)])];
      if (typeof value === 'string' && key !== 'id') return [key, isPlain(key) ? value : numberOf(value)];
      values.push(value);
      return [key, null];
    });
    const [number, usual] = this.shapeNumber(shape, () => texts.map((text, at) => spellingOf(normalized[at] as string, text, 0)[0]));
    const unusual = texts.flatMap((text, at): (number | Spelling)[] => {
      const rule = usual[at] ?? 0;
      const spelling = spellingOf(normalized[at] as string, text, rule);
      return spelling.length > 1 || spelling[0] !== rule ? [at, spelling] : [];
    });
    return JSON.stringify([number ?? shape, values, ...unusual] satisfies Encoded);
  }

  private shapeNumber(shape: Shape, rules: () => readonly number[]): readonly [number: number | undefined, usual: readonly number[]] {
    const key = JSON.stringify(shape);
    let number = this.numbers.get(key);
    if (number === undefined) {
      if (this.shapes.length === MOST_SHAPES) return [undefined, []];
      number = this.shapes.push({ shape, usual: rules() }) - 1;
      this.numbers.set(key, number);
    }
    return [number, (this.shapes[number] as KnownShape).usual];
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
