/** Everything that matches, page by page, whatever kind of source it comes from. */
import type { SgsRecord } from '../model/record.js';
import type { Query } from '../query/query.js';
import type { Page, RecordSource } from '../source/source.js';
import { CANCELLED, yieldToEventLoop, type Outcome, type Work } from './work.js';

export interface Collected {
  readonly records: readonly SgsRecord[];
  /** False where the feed was still arriving: there will be more. */
  readonly complete: boolean;
}

/**
 * - `source`: it could not answer; `error` is what it threw.
 * - `changed`: what it found was never the same from the first page to the last.
 * - `too-many`: more records than asked for at most.
 */
export type CollectReason = 'source' | 'changed' | 'too-many';

export interface CollectOptions extends Work {
  /** Records asked for at once; default 1000. */
  readonly size?: number | undefined;
  /** Records taken at most, of all queries together: they are held until they are written. Default 1,000,000. */
  readonly limit?: number | undefined;
}

const SIZE = 1000;
const LIMIT = 1_000_000;

/** A page that was asked for anew while records came or went belongs to another list; so often we begin again. */
const TRIES = 3;

/**
 * Asks for every page of each query (one query asks for one kind), in order. Holds the records and one page beside them:
 * of a source in memory no copies, since the records are its own.
 */
export async function collect(
  source: Pick<RecordSource, 'query'>,
  queries: readonly Query[],
  { size = SIZE, limit = LIMIT, signal, progress }: CollectOptions = {},
): Promise<Outcome<Collected, CollectReason>> {
  const ask = async (query: Query, page: number): Promise<Page> => {
    const answer = await source.query({ ...query, page, size }, signal);
    // A source may answer all the same.
    if (signal?.aborted) throw new Error('cancelled');
    return answer;
  };

  /** undefined: something changed meanwhile. */
  const walk = async (): Promise<Collected | 'too-many' | undefined> => {
    // The first pages say how many records there are in all.
    const firsts: Page[] = [];
    for (const query of queries) firsts.push(await ask(query, 1));
    const total = firsts.reduce((sum, page) => sum + page.total, 0);
    if (total > limit) return 'too-many';
    const records: SgsRecord[] = [];
    const take = (page: Page): void => {
      for (const record of page.rows) records.push(record);
      progress?.({ done: records.length, total });
    };
    let complete = true;
    for (const [at, first] of firsts.entries()) {
      take(first);
      complete &&= first.complete;
      for (let number = 2; number <= first.pages; number++) {
        await yieldToEventLoop();
        const page = await ask(queries[at] as Query, number);
        if (page.total !== first.total || page.page !== number) return undefined;
        take(page);
      }
    }
    return records.length === total ? { records, complete } : undefined;
  };

  try {
    for (let tries = TRIES; tries > 0; tries--) {
      const value = await walk();
      if (value === 'too-many') return { ok: false, reason: value };
      if (value) return { ok: true, value };
    }
    return { ok: false, reason: 'changed' };
  } catch (error) {
    return signal?.aborted ? CANCELLED : { ok: false, reason: 'source', error };
  }
}
