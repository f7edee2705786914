/**
 * A record is its searched texts and little more: which field has which of them (its shape, the same of thousands of
 * records), how they are spelled where normalizing took something away, its id and its amounts. So what is kept of a record
 * beside the texts is some 30 bytes, and a row of a page is made in microseconds.
 */
import type { SgsRecord } from '../../model/record.js';
import { SEPARATOR } from '../normalize.js';
import { searchText } from '../record-values.js';
import type { OpenTexts } from './open-texts.js';
import { restoreSpelling, type Spelling } from './restore-spelling.js';
import { ShapeTree } from './shape-tree.js';

/**
 * Of a value: the number of its text; those of several, each with a label in `extra`; the value itself, if all records of
 * this shape have the same; null: a value of the record's own.
 */
type Place = number | string | null | readonly (number | readonly [label: string, text: number])[];
type Shape = readonly (readonly [key: string, place: Place])[];

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
  private readonly tree = new ShapeTree(MOST_SHAPES);

  /** What is to be kept of a record beside its texts, which go into the last row of those given. */
  encode(record: SgsRecord, texts: OpenTexts): string {
    const { tree } = this;
    tree.begin();
    const values: unknown[] = [];
    for (const text of record.category) tree.go(texts.place(text));
    let name: keyof SgsRecord;
    for (name in record) {
      const value: unknown = record[name];
      if (value === undefined) continue;
      tree.go(name);
      if (typeof value === 'string' && name !== 'id') tree.go(isPlain(name) ? value : texts.place(value));
      else if (!isList(name)) values.push(value);
    }
    if (record.extra.length) tree.go(null);
    for (const { label, value } of record.extra) {
      tree.go(label);
      tree.go(texts.place(value));
    }
    if (texts.isDivided) {
      texts.clearRow();
      for (const text of searchText(record).split(SEPARATOR)) texts.placeNormalized(text);
      return JSON.stringify(record);
    }
    const shape = (): Shape => shapeOf(record, (text) => texts.place(text));
    const number = tree.end(() => {
      const usual = Array.from({ length: texts.placed }, (_, at) => texts.spellingOf(at, 0)[0]);
      this.shapes.push({ shape: shape(), usual });
    });
    const usual = number === undefined ? [] : (this.shapes[number] as KnownShape).usual;
    const unusual: (number | Spelling)[] = [];
    for (let at = 0; at < texts.placed; at++) {
      const rule = usual[at] ?? 0;
      if (!texts.isSpelt(at, rule)) unusual.push(at, texts.spellingOf(at, rule));
    }
    return JSON.stringify([number ?? shape(), values, ...unusual] satisfies Encoded);
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
