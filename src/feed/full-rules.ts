/** All the rules. */
import { cleanMeta } from './clean-meta.js';
import { createReadColumn } from './columns.js';
import { createNotices } from './notices.js';
import type { RecordRules } from './record-rules.js';
import { buildRecord } from './record.js';

export const FULL_RULES: RecordRules = { createReadColumn, buildRecord, createNotices, cleanMeta };
