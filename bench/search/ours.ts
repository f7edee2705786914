// What is ours in the search part, for plain Node: bundled by bench/data.mjs. When src/query gets another engine, this
// is the file to change.
import { createReader } from '../../src/feed/reader.js';
import type { SgsRecord } from '../../src/model/record.js';
import { createEngine, searchText } from '../../src/query/engine.js';
import { NO_FILTERS, type Query } from '../../src/query/query.js';

export { searchText };

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
  readonly count: number;
  /** Ids. */
  readonly first: readonly string[];
}

/** An engine of ours: what the list asks for, the count and the first 20, and for the check every hit. */
export interface Ours {
  search(asked: Asked): Answer | Promise<Answer>;
  all(asked: Asked): readonly string[] | Promise<readonly string[]>;
}

const queryOf = ({ q, from = '', to = '', byName }: Asked): Query => ({
  ...NO_FILTERS, q, from, to, kind: 'license', sort: byName ? 'subjectName' : 'decidedOn', descending: !byName, page: 1, size: 20,
});

/**
 * The engines by name; each is made of records, all of one kind, and is ready when it returns. `ours-scan`: without an
 * index; `ours-index`: with one. The bars ask for both.
 */
export const engines: Readonly<Record<string, (records: readonly SgsRecord[]) => Ours | Promise<Ours>>> = {
  'ours-scan': (records) => {
    const engine = createEngine();
    for (const record of records) engine.add(record);
    while (engine.warm(1000));
    return {
      search: (asked) => {
        const { total, rows } = engine.page(queryOf(asked));
        return { count: total, first: rows.map(({ id }) => id) };
      },
      all: (asked) => engine.all(queryOf(asked)).map(({ id }) => id),
    };
  },
};
