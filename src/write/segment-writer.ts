/** Records → the files of a segment. Pure: whoever calls compresses and keeps what is emitted. */
import { ByteWriter } from '../format/bytes.js';
import { encodeJson } from '../format/json.js';
import type { Emit } from './emit.js';
import { fileOf, type SegmentInfo, type SegmentMeta } from '../format/format.js';
import { createIndexWriter } from './index-writer.js';
import { textIn, toColumns, type FeedRow } from '../format/rows.js';
import { cutsFor } from '../format/sizes.js';
import type { ShardSettings, IndexRow } from './index-row.js';
import { KEYS, type KeyChunk } from './segment-keys.js';

// A list in JSON, one item a line.
const utf8 = new TextEncoder();
const OPEN = utf8.encode('[');
const BETWEEN = utf8.encode(',\n');
const CLOSE = 93;

/**
 * @param count records to come, in order
 * @param emit names within the segment
 */
export function createSegmentWriter(count: number, { searched, rows, records, split: given }: ShardSettings, emit: Emit) {
  const cuts = cutsFor(count, given);
  const index = createIndexWriter({ count, rows, ...cuts, numbers: searched !== 'text', emit });
  const days: number[] = [];
  let undated = 0;
  let lastDay: number | undefined;
  let ids: string[] = [];
  let sums: number[] = [];
  let listed: FeedRow[] = [];
  const whole = new ByteWriter();
  let wholes = 0;
  let n = 0;

  const closeRows = (): void => {
    if (!listed.length) return;
    emit(fileOf('l', Math.floor((n - 1) / rows)), encodeJson(toColumns(listed)));
    listed = [];
  };
  const closeKeys = (): void => {
    if (!ids.length) return;
    emit(fileOf('k', Math.floor((n - 1) / KEYS)), encodeJson({ ids, sums } satisfies KeyChunk));
    ids = [];
    sums = [];
  };
  const closeRecords = (): void => {
    if (!wholes) return;
    whole.byte(CLOSE);
    emit(fileOf('r', Math.floor((n - 1) / records)), whole.done());
    whole.clear();
    wholes = 0;
  };

  return {
    /** @param record the whole row, as the bytes of its JSON */
    add({ id, date, sum, row, filters, text }: IndexRow, record: Uint8Array): void {
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
      whole.all(wholes++ ? BETWEEN : OPEN);
      whole.all(record);
      n++;
      if (ids.length === KEYS) closeKeys();
      if (listed.length === rows) closeRows();
      if (wholes === records) closeRecords();
    },

    end(path: string): SegmentInfo {
      closeKeys();
      closeRows();
      closeRecords();
      const sizes = index.end();
      emit('meta.json', encodeJson({ days, undated } satisfies SegmentMeta));
      return { path, count, ...cuts, ...sizes, keys: KEYS };
    },
  };
}
