/** What of a file is taken and what is not, with the reasons: figures that add up. */
import type { RejectedReason, WithheldReason } from '../model/outcome.js';
import type { Source } from './source.js';
import { REJECTED, WITHHELD } from './words.js';

const DUPLICATE = '重复';
const WAITING = '待确认';

const bump = (counts: Map<string, number>, reason: string, by = 1): void => {
  if (by > 0) counts.set(reason, (counts.get(reason) ?? 0) + by);
};

/** Reasons and how many entries each keeps out. */
function reasonsOf({ imported, report, records, held = [] }: Source): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  if (imported) {
    for (const { record, outcome, reason, findings } of imported.rows) {
      if (outcome === 'rejected') bump(counts, REJECTED[reason as RejectedReason]);
      else if (!record) bump(counts, WITHHELD[reason as WithheldReason]);
      else if (findings.some(({ code }) => code === 'duplicate')) bump(counts, DUPLICATE);
    }
    bump(counts, '自然人，按要求', imported.dropped);
  } else if (report) {
    // A notice of a revoked decision is withheld and taken all the same.
    const notices = records.filter(({ status }) => status === 'revoked').length;
    for (const [reason, count = 0] of Object.entries(report.withheld))
      bump(counts, WITHHELD[reason as WithheldReason], reason === 'revoked' ? count - notices : count);
    for (const [reason, count = 0] of Object.entries(report.rejected)) bump(counts, REJECTED[reason as RejectedReason], count);
  }
  bump(counts, WAITING, held.length);
  return counts;
}

/** `，没有写入 4 条（已撤销 1、重复 3）`; '' of none. @param verb what was not done with them */
export const leftOut = (counts: ReadonlyMap<string, number>, verb: string): string => {
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return total ? `，没有${verb} ${total} 条（${[...counts].map(([reason, count]) => `${reason} ${count}`).join('、')}）` : '';
};

/** `台账.xlsx：共 13 条，写入 9 条，没有写入 4 条（…）`. @param done and @param verb of what is and is not done */
export const takenLine = (source: Source, done: string, verb = done): string => {
  const counts = reasonsOf(source);
  const total = [...counts.values()].reduce((sum, count) => sum + count, source.records.length);
  return `${source.place}：共 ${total} 条，${done} ${source.records.length} 条${leftOut(counts, verb)}`;
};
