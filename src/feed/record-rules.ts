/**
 * What the law and privacy make of rows: the one interface between reading a feed and the rules. There are two of it:
 * `full-rules.ts`, all of them, which the classic script loads as a part with its first feed; and `strict-rules.ts`, for
 * where that part is missing: what can't be judged without it is not published.
 */
import type { SgsConfig } from '../model/config.js';
import type { ReadColumn } from './column.js';
import type { FeedMeta } from './feed.js';
import type { MappedRow } from './mapping.js';
import type { Notices } from './notices.js';
import type { BuildContext, Built } from './record.js';

export interface RecordRules {
  createReadColumn(mapping: SgsConfig['mapping'], values: SgsConfig['values']): ReadColumn;
  buildRecord(row: MappedRow, context: BuildContext): Built;
  createNotices(): Notices;
  cleanMeta(meta: FeedMeta, config: SgsConfig): FeedMeta;
}
