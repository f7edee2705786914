/** What is written to the file, and what that changes: of everything that was taken in and decided. */
import type { EndedRecord } from '../../../src/publication/merge.js';
import { createEndedFinder, isFalseNotice, repairedDecision, type EndedDecision } from '../../../src/publication/end.js';
import { stillPublished, withPublication } from '../../../src/publication/update.js';
import type { SgsRecord } from '../../../src/model/record.js';
import { outcomeOf } from './changes.js';
import { differenceOf, merged } from './merge.js';
import type { Outcome, State } from '../state.js';

type Known = Pick<State, 'results' | 'decisions' | 'existing' | 'choices' | 'dated'>;

/** Takes away what may not be public any more, and notes it. */
function createSieve(all: readonly EndedDecision[]): {
  readonly keep: (record: SgsRecord) => boolean;
  readonly ended: EndedRecord[];
  readonly found: Set<EndedDecision>;
} {
  const endedOf = createEndedFinder(all);
  const ended: EndedRecord[] = [];
  const found = new Set<EndedDecision>();
  return {
    ended,
    found,
    keep: (record) => {
      const end = endedOf(record);
      if (end) found.add(end);
      const reason = end?.reason ?? (isFalseNotice(record) ? 'repaired' : undefined);
      if (reason) ended.push({ record, reason });
      return reason === undefined;
    },
  };
}

/** @param today ISO */
export function outcomeOfAll({ results, decisions, existing, choices, dated }: Known, today: string): Outcome {
  const written: SgsRecord[] = [];
  let [waiting, out] = [0, 0];
  for (const entry of results?.entries ?? []) {
    const fate = outcomeOf(entry, decisions);
    if (fate === 'written' && entry.record) written.push(entry.record);
    else if (fate === 'waiting') waiting++;
    else out++;
  }
  const repaired = choices.repaired.map(({ number }) => repairedDecision(number));
  const sieve = createSieve([...repaired, ...results?.ended ?? []]);
  const before = (existing?.records ?? []).filter(sieve.keep);
  const left = sieve.ended.length;
  const fresh = written.filter(sieve.keep);
  const difference = differenceOf(before, fresh);
  const { records, line } = existing
    ? merged(difference, choices, today, dated)
    : {
        records: dated ? fresh.map((record) => withPublication(record, today)) : fresh,
        line: { on: today, added: fresh.length, corrected: 0, withdrawn: 0, removed: 0 },
      };
  return {
    records,
    fresh: fresh.length,
    difference,
    line: { ...line, removed: line.removed + left },
    waiting,
    out,
    stillPublished: stillPublished(results?.entries ?? [], records),
    ended: sieve.ended,
    missed: choices.repaired.filter((_, at) => !sieve.found.has(repaired[at] as EndedDecision)).map(({ number }) => number),
  };
}
