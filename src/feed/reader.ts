/** The reader with all the rules, for all but the page's own thread, which loads them (load.ts). */
import { FULL_RULES } from './full-rules.js';
import { createRecordReader, type FeedReader, type RecordReaderOptions } from './record-reader.js';

export type { FeedReader } from './record-reader.js';
export type ReaderOptions = Omit<RecordReaderOptions, 'rules'>;

export const createReader = (options: ReaderOptions): FeedReader => createRecordReader({ ...options, rules: FULL_RULES });
