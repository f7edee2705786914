/** Every word a person sees, as a type: a language is one file that fills it. */
import type { FailureCode } from '../model/failure.js';
import type { FieldName } from '../model/fields.js';
import type { Kind } from '../model/kinds.js';
import type { Status } from '../model/record.js';

/**
 * The words of the tools: by the tool's name, then by their own, as `elements/tools/<tool>/words.ts` has them; what its
 * button is called is `label`. Of its own type, so that a tool is added without a change here.
 */
export type ToolMessages = Readonly<Record<string, Readonly<Record<string, string | ((...given: never[]) => string)>>>>;

export interface Messages {
  /** BCP 47 tag of the words below; it becomes the `lang` of what is rendered. */
  readonly tag: string;

  /** Heading of a column that shows licences and penalties. */
  readonly column: string;
  kind(kind: Kind): string;
  /** Header of the column that opens a record. */
  title(kind: Kind): string;
  field(kind: Kind, field: FieldName): string;
  /** Stands between the values of a list. */
  readonly comma: string;
  /** Stands between a name and its value. */
  readonly colon: string;
  /** Read aloud between a name and what tells it from others of the same name. */
  readonly pause: string;
  /** Follows the number of a tab when it is read aloud: 行政处罚，48 条. */
  readonly unit: string;

  date(iso: string): string;
  /** 万元 → words. */
  amount(value: number): string;
  readonly longTerm: string;
  /** Read aloud instead of the dash of a missing value. */
  readonly missing: string;
  status(status: Status): string;

  readonly tabs: string;
  readonly search: string;
  readonly searchLabel: string;
  readonly searchHint: string;
  readonly reset: string;
  readonly filters: string;
  readonly any: string;
  readonly department: string;
  readonly year: string;
  yearOption(year: string): string;
  readonly from: string;
  readonly to: string;
  readonly chosen: string;
  readonly remove: string;

  range(from: number, to: number, total: number): string;
  /** While records still arrive. */
  arriving(from: number, to: number, here: number): string;
  readonly sort: string;
  readonly pages: string;
  readonly previous: string;
  readonly next: string;
  page(number: number): string;
  pageOf(page: number, pages: number): string;
  /** Around the field of a page's number: 到第 [ ] 页. */
  readonly jumpTo: string;
  readonly jumpPage: string;
  readonly jump: string;
  readonly perPage: string;
  /** Announced when the order has changed. */
  sorted(column: string, descending: boolean): string;

  readonly loading: string;
  readonly empty: string;
  readonly noResult: string;
  readonly noResultHint: string;
  /** Nothing matches as typed; what is shown matches by pinyin or in other characters. */
  readonly guessed: string;
  /** A button to another kind in which the search finds something. */
  elsewhere(kind: string, total: number): string;
  readonly retry: string;
  failure(code: FailureCode): string;
  stale(date: string): string;
  /** Some of several feeds could not be read; the others are on screen. */
  missingFeed(names: string): string;
  updated(date: string): string;
  /** Announced after a search. */
  found(total: number): string;

  readonly back: string;
  readonly objection: string;
  /** A link to an Atom feed. */
  readonly subscribe: string;
  readonly repair: string;
  /** Which of several feeds a record comes from. */
  readonly feedName: string;
  /** Switch to large print. */
  readonly elder: string;
  readonly notFound: string;
  printedFrom(url: string, date: string): string;

  /** What the tools say; those that are missing speak Chinese. */
  readonly tools?: ToolMessages;
}
