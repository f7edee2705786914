/** Records → the files of a segment. Pure: whoever calls compresses and keeps what is emitted. */
import type { SgsRecord } from '../model/record.js';
import { yearOf } from '../query/engine.js';
import type { Kind } from '../model/kinds.js';
import { fileOf, FORMAT, hash32, type Searched, type SegmentInfo, type SegmentMeta } from './format.js';
import { encode, type Emit } from './emit.js';
import { createIndexWriter } from './index-writer.js';
import { listRow, textIn, toColumns, wholeRow, type FeedRow } from './rows.js';
import { FILTERS, searchedText } from './terms.js';

/** How a folder is made; another way makes other files. */
export interface ShardSettings {
  readonly searched: Searched;
  /** Fields that lists show beside the usual ones. */
  readonly columns: readonly string[];
  /** Records in a file of rows, and in one of whole records. */
  readonly rows: number;
  readonly records: number;
  /** A term in more records than this has its list in blocks; 8000. */
  readonly split?: number;
}

const SPLIT = 8_000;

/** A record on its way into a segment: what is needed to order and index it, and its texts. */
export interface Slip {
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

/** A record's slip, and its whole row as text. @param id its own, where the reader's belongs to another record */
export const slipOf = (record: SgsRecord, id: string, { searched, columns }: Pick<ShardSettings, 'searched' | 'columns'>): readonly [slip: Slip, whole: string] => {
  const row = wholeRow(record, id === record.id ? undefined : id);
  const whole = JSON.stringify(row);
  return [{
    id, date: dateOf(record), sum: hash32(whole), row: listRow(record.kind, row, columns), filters: filtersOf(record), text: searchedText(record, searched),
  }, whole];
};

/** The order of a list: the latest first, without a date last; on one day by id, which is the same whenever it is published. */
export const inOrder = (a: Pick<Slip, 'date' | 'id'>, b: Pick<Slip, 'date' | 'id'>): number =>
  (a.date === b.date ? (a.id < b.id ? -1 : 1) : a.date > b.date ? -1 : 1);

/** A segment's name says what is in it: the same records, the same name. Takes slips in any order. */
export function createNaming(kind: Kind, settings: ShardSettings) {
  let sum = hash32(JSON.stringify([FORMAT, settings]));
  let mix = 0;
  let count = 0;
  return {
    add({ id, sum: content }: Pick<Slip, 'id' | 'sum'>): void {
      const own = hash32(id, content);
      sum = (sum + own) >>> 0;
      mix = (mix + Math.imul(own ^ (own >>> 16), 0x45d9f3b)) >>> 0;
      count++;
    },
    name: (): string => `${kind}-${[sum, mix, count].map((part) => part.toString(36)).join('')}`,
  };
}

/** What the next publication wants to know of a segment. */
export interface SegmentKeys {
  readonly ids: readonly string[];
  readonly sums: readonly number[];
}

/**
 * @param count records to come, in order
 * @param emit names within the segment
 */
export function createSegmentWriter(count: number, { searched, rows, records, split = SPLIT }: ShardSettings, emit: Emit) {
  const index = createIndexWriter({ count, rows, split, numbers: searched !== 'text', emit });
  const days: number[] = [];
  let undated = 0;
  let lastDay: number | undefined;
  const ids: string[] = [];
  const sums: number[] = [];
  let listed: FeedRow[] = [];
  let whole: string[] = [];
  let n = 0;

  const closeRows = (): void => {
    if (!listed.length) return;
    emit(fileOf('l', Math.floor((n - 1) / rows)), encode(toColumns(listed)));
    listed = [];
  };
  const closeRecords = (): void => {
    if (!whole.length) return;
    emit(fileOf('r', Math.floor((n - 1) / records)), new TextEncoder().encode(`[${whole.join(',\n')}]`));
    whole = [];
  };

  return {
    add({ id, date, sum, row, filters, text }: Slip, record: string): void {
      index.add({ text, id, creditCode: textIn(row, 'creditCode'), filters });
      if (!date) undated++;
      else {
        const day = Date.parse(date) / 86_400_000;
        if (lastDay === day) days.push((days.pop() as number) + 1);
        else days.push(lastDay === undefined ? day : lastDay - day, 1);
        lastDay = day;
      }
      ids.push(id);
      sums.push(sum);
      listed.push(row);
      whole.push(record);
      n++;
      if (listed.length === rows) closeRows();
      if (whole.length === records) closeRecords();
    },

    end(path: string): SegmentInfo {
      closeRows();
      closeRecords();
      const sizes = index.end();
      emit('meta.json', encode({ days, undated } satisfies SegmentMeta));
      emit('keys.json', encode({ ids, sums } satisfies SegmentKeys));
      return { path, count, split, ...sizes };
    },
  };
}
