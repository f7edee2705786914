// What is ours in the search part, for plain Node: bundled by bench/data.mjs. When src/query gets another engine, this
// is the file to change.
import { createReader } from '../../src/feed/reader.js';
import type { SgsRecord } from '../../src/model/record.js';
import { createBigEngine } from '../../src/query/big/engine.js';
import { createEngine } from '../../src/query/engine.js';
import type { Slice } from '../../src/query/page.js';
import { NO_FILTERS, type Query } from '../../src/query/query.js';

export { searchText } from '../../src/query/record-values.js';

/** A day after the last record. */
const TODAY = '2026-01-01';

/** A feed's text, in pieces, the one way: gate, privacy, folding. */
export function readFeed(pieces: Iterable<string>, onRecord: (record: SgsRecord) => void): void {
  const reader = createReader({ today: TODAY, onRecords: (records) => records.forEach(onRecord) });
  for (const piece of pieces) reader.push(piece);
  reader.end();
}

/** A query of the set. */
export interface Asked {
  readonly q: string;
  readonly from?: string;
  readonly to?: string;
  /** By name instead of by date. */
  readonly byName?: boolean;
}

export interface Answer {
  /** Records that match. */
  readonly count: number;
  /** Ids of the rows of the page. */
  readonly ids: readonly string[];
}

/** Asks an engine of ours as the list does: a page of rows, ready to be shown, and the count. */
export type Ours = (asked: Asked, page: number, size: number) => Answer | Promise<Answer>;

const queryOf = ({ q, from = '', to = '', byName }: Asked, page: number, size: number): Query => ({
  ...NO_FILTERS, q, from, to, kind: 'license', sort: byName ? 'subjectName' : 'decidedOn', descending: !byName, page, size,
});

const answerOf = ({ total, rows }: Slice): Answer => ({ count: total, ids: rows.map(({ id }) => id) });

/** @param indexed whether the index is made before the first question */
async function big(records: readonly SgsRecord[], indexed: boolean): Promise<Ours> {
  const engine = createBigEngine();
  for (const record of records) engine.add(record);
  while (indexed && engine.indexPending(true));
  return async (...asked) => answerOf(await engine.page(queryOf(...asked)));
}

/**
 * The engines by name; each is made of records, all of one kind, and is ready when it returns. `ours-scan`: without an
 * index; `ours-index`: with one; the bars ask for both. `ours-small`: the one for small feeds.
 */
export const engines: Readonly<Record<string, (records: readonly SgsRecord[]) => Ours | Promise<Ours>>> = {
  'ours-small': (records) => {
    const engine = createEngine();
    for (const record of records) engine.add(record);
    while (engine.warm(1000));
    return (...asked) => answerOf(engine.page(queryOf(...asked)));
  },
  'ours-scan': (records) => big(records, false),
  'ours-index': (records) => big(records, true),
};
