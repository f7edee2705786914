/** All the rules. */
import { readPinyin } from '../model/aliases.js';
import { lettersOf } from '../model/pinyin.js';
import { cleanMeta } from './clean-meta.js';
import { createReadColumn } from './columns.js';
import { parseDate } from './dates.js';
import { knownThing, whatItIs } from './describe.js';
import { createEntryCleaner, isTotalsRow } from './entry.js';
import { errorIn, saysNothing, totalIn } from './envelope.js';
import { noneTaken, unknownShape } from './foreign.js';
import { createNotices } from './notices.js';
import { createPlainReader } from './plain/reader.js';
import type { FeedShapes, RecordRules } from './record-rules.js';
import { buildRecord } from './record.js';
import { createSliceParser } from './slice.js';
import { holdsColumns } from './tables.js';
import { entriesIn } from './tree.js';
import { rowOf } from './unwrap.js';

readPinyin(lettersOf);

const SHAPES: FeedShapes = {
  createEntryCleaner, createSliceParser, rowOf, isTotalsRow, holdsColumns, entriesIn, errorIn, saysNothing, totalIn,
  knownThing, whatItIs, unknownShape, noneTaken,
  readDate: (value) => parseDate(value) || undefined,
};

export const FULL_RULES: RecordRules = {
  createPlainReader, createReadColumn, buildRecord, createNotices, cleanMeta, shapes: SHAPES,
};
