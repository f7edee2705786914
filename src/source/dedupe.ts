/** Several feeds as one list: a decision that two departments publish is shown once, and no id stands for two records. */
import type { SgsRecord } from '../model/record.js';
import { foldText, SEPARATOR } from '../query/fold.js';

/** What makes two entries the same decision; undefined where a record has no document number. */
const decisionOf = ({ kind, documentNumber, subjectName, authority }: SgsRecord): string | undefined =>
  documentNumber ? [kind, documentNumber, subjectName ?? '', authority ?? ''].map(foldText).join(SEPARATOR) : undefined;

/** The record's content, wherever it was read. */
const contentOf = (record: SgsRecord): string => JSON.stringify({ ...record, feedName: undefined });

export class Dedupe {
  /** The feed that brought a decision first. One feed may say something twice: that is its own business. */
  private readonly owners = new Map<string, number>();
  private readonly suffixes = new Map<string, number>();

  /**
   * @param several whether more than one feed is read; one feed alone loses no record
   * @param get the record that has an id already
   */
  constructor(private readonly several: boolean, private readonly get: (id: string) => SgsRecord | undefined) {}

  /** The record as it is to be kept, or undefined where another feed has brought it already. */
  accept(record: SgsRecord, feed: number): SgsRecord | undefined {
    const decision = this.several ? decisionOf(record) : undefined;
    if (decision !== undefined) {
      const owner = this.owners.get(decision) ?? feed;
      if (owner !== feed) return undefined;
      this.owners.set(decision, feed);
    }
    const taken = this.get(record.id);
    if (!taken) return record;
    if (this.several && decision === undefined && contentOf(taken) === contentOf(record)) return undefined;
    return { ...record, id: this.freeId(record.id) };
  }

  private freeId(id: string): string {
    let n = this.suffixes.get(id) ?? 1;
    let free: string;
    do free = `${id}~${String(++n)}`;
    while (this.get(free));
    this.suffixes.set(id, n);
    return free;
  }
}
