/** Several feeds as one list: a decision that two departments publish is shown once, and no id stands for two records. */
import type { SgsRecord } from '../model/record.js';
import { normalizeText, SEPARATOR } from '../query/normalize.js';
import { createIds } from './ids.js';

/** What makes two entries the same decision; empty where a record has no document number. */
const decisionOf = ({ kind, documentNumber, subjectName, authority }: SgsRecord): string | undefined =>
  documentNumber && normalizeText([kind, documentNumber, subjectName || '', authority || ''].join(SEPARATOR));

/** The record's content, wherever it was read. */
const contentOf = (record: SgsRecord): string => JSON.stringify({ ...record, feedName: undefined });

/**
 * Returns a function that gives a record of the feed with this number as it is to be kept, or undefined where another
 * feed has brought it already.
 * @param get the record that has an id already
 */
export function createDedupe(get: (id: string) => SgsRecord | undefined) {
  /** The feed that brought a decision first. One feed may say something twice: that is its own business. */
  const owners = new Map<string, number>();
  const withId = createIds(get);
  return (record: SgsRecord, feed: number): SgsRecord | undefined => {
    const decision = decisionOf(record);
    if (decision) {
      if (!owners.has(decision)) owners.set(decision, feed);
      if (owners.get(decision) !== feed) return undefined;
    }
    const taken = get(record.id);
    if (taken && !decision && contentOf(taken) === contentOf(record)) return undefined;
    return withId(record);
  };
}
