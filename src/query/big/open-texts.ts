/**
 * The texts of a segment that still takes rows: each different one once, with what has been worked out about it, since most of
 * a record's texts (an authority, a basis, a date) are those of many others.
 */
import { normalizeText, SEPARATOR } from '../normalize.js';
import { isSpelt, spellingOf, type Spelling } from './restore-spelling.js';

export class OpenTexts {
  /** Of each different text its number; of those that are known as they are normalized only, apart. */
  private readonly numbers = new Map<string, number>();
  private readonly unspelt = new Map<string, number>();
  private readonly shown: string[] = [];
  readonly normalized: string[] = [];
  /** How often each is in a row. */
  readonly counts: number[] = [];
  /** Of each the rule that is known to make it of its normalized spelling; -1: none yet. */
  private readonly rules: number[] = [];
  /** Of each the last row that has it, and its place among that row's texts. */
  private readonly lastRows: number[] = [];
  private readonly places: number[] = [];
  /** Row after row the numbers of its texts. */
  readonly parts: number[] = [];
  /** Where each row's begin; those of the last row go on to the end. */
  readonly starts: number[] = [];

  /** A text of the last row has the sign that divides texts, so that it is not in the row. */
  isDivided = false;

  get rows(): number {
    return this.starts.length;
  }

  beginRow(): void {
    this.isDivided = false;
    this.starts.push(this.parts.length);
  }

  /** Leaves the row without texts. */
  clearRow(): void {
    const start = this.starts[this.rows - 1] as number;
    for (const part of this.parts.splice(start)) {
      (this.counts[part] as number)--;
      this.lastRows[part] = -1;
    }
  }

  /** Puts a text into the row, unless it is there. Returns its place among the row's texts; -1 where it has none. */
  place(text: string): number {
    let part = this.numbers.get(text);
    if (part === undefined) {
      if (text.includes(SEPARATOR)) {
        this.isDivided = true;
        return -1;
      }
      this.numbers.set(text, part = this.add(text, normalizeText(text)));
    }
    return this.placePart(part);
  }

  /** Puts a text into the row that nobody will ask the spelling of, again where it is there. */
  placeNormalized(normalized: string): void {
    let part = this.unspelt.get(normalized);
    if (part === undefined) this.unspelt.set(normalized, part = this.add(normalized, normalized));
    this.push(part);
  }

  private add(shown: string, normalized: string): number {
    const number = this.shown.length;
    this.shown.push(shown);
    this.normalized.push(normalized);
    this.counts.push(0);
    this.rules.push(-1);
    this.lastRows.push(-1);
    this.places.push(0);
    return number;
  }

  private placePart(part: number): number {
    const row = this.rows - 1;
    if (this.lastRows[part] === row) return this.places[part] as number;
    this.lastRows[part] = row;
    return (this.places[part] = this.push(part) - 1 - (this.starts[row] as number));
  }

  private push(part: number): number {
    (this.counts[part] as number)++;
    return this.parts.push(part);
  }

  private partAt(place: number): number {
    return this.parts[(this.starts[this.rows - 1] as number) + place] as number;
  }

  /** How many texts the last row has. */
  get placed(): number {
    return this.parts.length - (this.starts[this.rows - 1] as number);
  }

  /** Whether a rule makes a text of the last row of its normalized spelling. */
  isSpelt(place: number, rule: number): boolean {
    const part = this.partAt(place);
    if (this.rules[part] === rule) return true;
    if (!isSpelt(this.normalized[part] as string, this.shown[part] as string, rule)) return false;
    this.rules[part] = rule;
    return true;
  }

  /** How a text of the last row is made of its normalized spelling. @param usual the rule that such texts usually follow */
  spellingOf(place: number, usual: number): Spelling {
    const part = this.partAt(place);
    return spellingOf(this.normalized[part] as string, this.shown[part] as string, usual);
  }

  /** The normalized texts of a row. */
  partsOf(row: number): readonly string[] {
    return this.parts.slice(this.starts[row], this.starts[row + 1]).map((part) => this.normalized[part] as string);
  }

  /** Which rows have a term. */
  rowsWith(term: string): (row: number) => boolean {
    const having = this.normalized.map((text) => text.includes(term));
    return (row) => {
      const end = this.starts[row + 1] ?? this.parts.length;
      for (let at = this.starts[row] as number; at < end; at++) if (having[this.parts[at] as number]) return true;
      return false;
    };
  }
}
