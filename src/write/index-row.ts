/** A record on its way into a segment. */
import type { SgsRecord } from '../model/record.js';
import { yearOf } from '../query/record-values.js';
import type { Kind } from '../model/kinds.js';
import { hash32 } from '../model/hash.js';
import { FORMAT, type Searched } from '../format/format.js';
import { listRow, wholeRow, type FeedRow } from '../format/rows.js';
import { FILTERS, searchedText } from '../format/terms.js';

/** How a folder is made; another way makes other files. */
export interface ShardSettings {
  readonly searched: Searched;
  /** Fields that lists show beside the usual ones. */
  readonly columns: readonly string[];
  /** Records in a file of rows, and in one of whole records. */
  readonly rows: number;
  readonly records: number;
  /** A term in more records than this has its list in blocks; by default it depends on how many there are (sizes.ts). */
  readonly split?: number;
}

/** A record on its way into a segment: what is needed to order and index it, and its texts. */
export interface IndexRow {
  readonly id: string;
  readonly date: string;
  /** Of the whole row: another sum, another content. */
  readonly sum: number;
  readonly row: FeedRow;
  readonly filters: readonly string[];
  readonly text: string;
}

export const dateOf = ({ decidedOn = '' }: Pick<SgsRecord, 'decidedOn'>): string => decidedOn;

/** Values of filters that a record has, as terms. */
export const filtersOf = (record: SgsRecord): readonly string[] => {
  const year = dateOf(record) ? '' : yearOf(record);
  return [
    ...record.category.map((value) => FILTERS.category + value),
    ...(record.authority ? [FILTERS.department + record.authority] : []),
    ...(year ? [FILTERS.year + year] : []),
  ];
};

/** A record as it goes into the index, and its whole row as text. @param id its own, where the reader's belongs to another record */
export function indexRowOf(
  record: SgsRecord, id: string, { searched, columns }: Pick<ShardSettings, 'searched' | 'columns'>,
): readonly [entry: IndexRow, whole: string] {
  const row = wholeRow(record, id === record.id ? undefined : id);
  const whole = JSON.stringify(row);
  return [{
    id,
    date: dateOf(record),
    sum: hash32(whole),
    row: listRow(record.kind, row, columns),
    filters: filtersOf(record),
    text: searchedText(record, searched),
  }, whole];
}

/** The order of a list: the latest first, without a date last; on one day by id, which is the same whenever it is published. */
export const byDateThenId = (a: Pick<IndexRow, 'date' | 'id'>, b: Pick<IndexRow, 'date' | 'id'>): number =>
  (a.date === b.date ? (a.id < b.id ? -1 : 1) : a.date > b.date ? -1 : 1);

/** A segment's name says what is in it: the same records, the same name. Takes slips in any order. */
export function createSegmentName(kind: Kind, settings: ShardSettings) {
  let sum = hash32(JSON.stringify([FORMAT, settings]));
  let mix = 0;
  let count = 0;
  return {
    add({ id, sum: content }: Pick<IndexRow, 'id' | 'sum'>): void {
      const own = hash32(id, content);
      sum = (sum + own) >>> 0;
      mix = (mix + Math.imul(own ^ (own >>> 16), 0x45d9f3b)) >>> 0;
      count++;
    },
    name: (): string => `${kind}-${[sum, mix, count].map((part) => part.toString(36)).join('')}`,
  };
}
