/** Rows of the folder → records, through the reader that every feed goes through. */
import type { ReaderOptions } from '../feed/reader.js';
import type { FeedReader } from '../feed/reader.js';
import type { SgsConfig } from '../model/config.js';
import type { Kind } from '../model/kinds.js';
import type { SgsRecord } from '../model/record.js';
import type { FeedRow } from './rows.js';

export type CreateReader = (options: ReaderOptions) => FeedReader;

/**
 * @param config what a site says about its feed's form is no matter of ours: only its rules for gate and privacy are
 * @returns one for each row; undefined where it has been withdrawn or may not be shown
 */
export function reread(
  rows: readonly FeedRow[], kind: Kind, createReader: CreateReader, config: SgsConfig, today: string,
): readonly (SgsRecord | undefined)[] {
  const { gate = {}, privacy = {}, extra, extraColumns } = config;
  // What the site has settled of a column's name holds in the folder, too; which field another name means is settled already.
  const mapping: Record<string, string> = {};
  for (const [column, target] of Object.entries(config.mapping ?? {})) if (target === 'extra') mapping[column] = target;
  const rules: SgsConfig = { gate, privacy, mapping, ...(extra && { extra }), ...(extraColumns && { extraColumns }) };
  const read: SgsRecord[] = [];
  const reader = createReader({ isPart: true, config: rules, today, onRecords: (records) => void read.push(...records) });
  reader.push('[');
  return rows.map((row) => {
    read.length = 0;
    if (Object.keys(row).length) reader.push(`${JSON.stringify({ ...row, kind })},`);
    const [record] = read;
    const own = row['id'];
    return record && typeof own === 'string' && own ? { ...record, id: own } : record;
  });
}
