/** A feed that exists, and the text of the one that is made. */
import { createReader } from '../../../src/feed/reader.js';
import { FeedFailure } from '../../../src/model/failure.js';
import type { FeedMeta } from '../../../src/feed/feed.js';
import type { SgsConfig } from '../../../src/model/config.js';
import { isPlainObject } from '../../../src/model/config.js';
import type { SgsRecord } from '../../../src/model/record.js';
import type { Standard } from '../../../src/rules/status.js';
import { entryOf } from '../../../src/import/document.js';

/** A day on which the feed was changed: counts only, so that it stays small and says nothing of what went. */
export interface HistoryLine {
  readonly on: string;
  readonly added: number;
  readonly corrected: number;
  readonly withdrawn: number;
  readonly removed: number;
}

/** A feed that exists already, as citizens see it today. */
export interface ExistingFeed {
  readonly name: string;
  readonly records: readonly SgsRecord[];
  readonly meta: FeedMeta;
  readonly standard?: Standard | undefined;
  readonly history: readonly HistoryLine[];
  /** Entries that are no longer shown: their publicity has ended, or they can't be read. */
  readonly gone: number;
}

const isHistoryLine = (value: unknown): value is HistoryLine => isPlainObject(value) && typeof value['on'] === 'string';

/** @returns the feed, or why it is none (Chinese) */
export const readDocument = (name: string, json: string, config: SgsConfig, today: string): ExistingFeed | string => {
  const records: SgsRecord[] = [];
  let root: unknown;
  try {
    const reader = createReader({ today, config, onRecords: (some) => records.push(...some), onRoot: (value) => { root = value; } });
    reader.push(json);
    const { meta, rows, standard } = reader.end();
    const history = isPlainObject(root) && Array.isArray(root['history']) ? root['history'].filter(isHistoryLine) : [];
    return { name, records, meta, history, gone: rows - records.length, ...((standard === '2015' || standard === '2018') && { standard }) };
  } catch (error) {
    return error instanceof FeedFailure ? error.failure.detail : '不是有效的 JSON。';
  }
};

export interface DocumentHead {
  readonly standard?: Standard | undefined;
  readonly publisher: { readonly name?: string; readonly code?: string; readonly url?: string };
  /** ISO. */
  readonly updated: string;
  readonly notice?: string | undefined;
  readonly remedy?: string | undefined;
  readonly history: readonly HistoryLine[];
}

/** Days that are remembered. */
const MOST_HISTORY = 30;

/** Records in a piece. */
export const ROWS = 500;

/** The document in pieces, a record a line, so that two days can be compared and a large one is never one string. */
export function* piecesOfDocument(
  records: readonly SgsRecord[],
  { standard, publisher, updated, notice, remedy, history }: DocumentHead,
): Generator<string> {
  const named = Object.fromEntries(Object.entries(publisher).filter(([, value]) => value));
  const head = {
    version: 1,
    ...(standard && { standard }),
    ...(Object.keys(named).length > 0 && { publisher: named }),
    updated,
    ...(notice && { notice }),
    ...(remedy && { remedy }),
    ...(history.length > 0 && { history: history.slice(-MOST_HISTORY) }),
  };
  yield `${JSON.stringify(head).slice(0, -1)},\n"records":[`;
  for (let at = 0; at < records.length; at += ROWS)
    yield (
      (at ? ',' : '')
      + records
        .slice(at, at + ROWS)
        .map((record) => `\n${JSON.stringify(entryOf(record))}`)
        .join(',')
    );
  yield '\n]}\n';
}
