/**
 * A record is its searched texts and little more: which field has which of them (its form, the same of thousands of
 * records), how they are spelled where folding took something away, its id and its amounts. So what is kept of a record
 * beside the texts is some 30 bytes, and a row of a page is made in microseconds.
 */
import type { SgsRecord } from '../../model/record.js';
import { unfold, unfoldingOf, type Unfolding } from './unfold.js';

/** Of a value: the number of its text; those of several, each with a label in `extra`; the value itself, if all have the same; null: one that is the record's own. */
type Token = number | string | null | readonly (number | readonly [label: string, text: number])[];
type Form = readonly (readonly [key: string, token: Token])[];

interface Known {
  readonly form: Form;
  /** Of each text the way back from its folded spelling that the first record with this form took. */
  readonly usual: readonly number[];
}

/** What is the record's own: its form or the number of that, values, and the texts that are not spelled as usual, each after its number. */
type Own = readonly [form: number | Form, values: readonly unknown[], ...unusual: (number | Unfolding)[]];

/** Forms that are told apart by numbers: of a feed that has a label for each record, the others are kept with the record. */
const MOST = 1000;

/** The fields that are no text of their own, as in `searchText`. */
const isPlain = (key: string): boolean => /^(id|kind|status)$/.test(key);

export class Forms {
  private readonly known: Known[] = [];
  private readonly numbers = new Map<string, number>();

  /** What is to be kept of a record beside its texts. @param folded its `searchText`, part by part */
  take(record: SgsRecord, folded: readonly string[]): string {
    const { category, extra } = record;
    const fields = (Object.entries(record) as [string, unknown][]).filter(([, value]) => value !== undefined);
    const texts = [...new Set([
      ...category,
      ...fields.flatMap(([key, value]) => (typeof value === 'string' && !isPlain(key) ? value : [])),
      ...extra.map(({ value }) => value),
    ])];
    // A text with the sign that divides texts, or a record without any.
    if (texts.length !== folded.length) return JSON.stringify(record);
    const numbers = new Map(texts.map((text, number) => [text, number]));
    const numberOf = (text: string): number => numbers.get(text) as number;
    const values: unknown[] = [];
    const form = fields.map(([key, value]): Form[number] => {
      if (key === 'category') return [key, category.map(numberOf)];
      if (key === 'extra') return [key, extra.map((own) => [own.label, numberOf(own.value)])];
      if (typeof value === 'string' && key !== 'id') return [key, isPlain(key) ? value : numberOf(value)];
      values.push(value);
      return [key, null];
    });
    const [number, usual] = this.numberOf(form, () => texts.map((text, at) => unfoldingOf(folded[at] as string, text, 0)[0]));
    const unusual = texts.flatMap((text, at): (number | Unfolding)[] => {
      const way = usual[at] ?? 0;
      const unfolding = unfoldingOf(folded[at] as string, text, way);
      return unfolding.length > 1 || unfolding[0] !== way ? [at, unfolding] : [];
    });
    return JSON.stringify([number ?? form, values, ...unusual] satisfies Own);
  }

  private numberOf(form: Form, ways: () => readonly number[]): readonly [number: number | undefined, usual: readonly number[]] {
    const key = JSON.stringify(form);
    let number = this.numbers.get(key);
    if (number === undefined) {
      if (this.known.length === MOST) return [undefined, []];
      number = this.known.push({ form, usual: ways() }) - 1;
      this.numbers.set(key, number);
    }
    return [number, (this.known[number] as Known).usual];
  }

  /** The record again. */
  give(kept: string, folded: readonly string[]): SgsRecord {
    const own = JSON.parse(kept) as Own | SgsRecord;
    if (!Array.isArray(own)) return own as SgsRecord;
    const [which, values, ...unusual] = own as unknown as Own;
    const { form, usual } = typeof which === 'number' ? this.known[which] as Known : { form: which, usual: [] };
    const unfoldings = new Map<number, Unfolding>();
    for (let at = 0; at < unusual.length; at += 2) unfoldings.set(unusual[at] as number, unusual[at + 1] as Unfolding);
    const textOf = (number: number): string => unfold(folded[number] as string, unfoldings.get(number) ?? [usual[number] ?? 0]);
    let value = 0;
    const record: Record<string, unknown> = {};
    for (const [key, token] of form) {
      record[key] = typeof token === 'number' ? textOf(token)
        : typeof token === 'string' ? token
          : token ? token.map((each) => (typeof each === 'number' ? textOf(each) : { label: each[0], value: textOf(each[1]) }))
            : values[value++];
    }
    return record as unknown as SgsRecord;
  }
}
