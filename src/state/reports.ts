/** What several feeds say about themselves, as one. */
import type { FeedMeta, FeedReport } from '../feed/feed.js';

function sum(parts: readonly Readonly<Record<string, number | undefined>>[]): Record<string, number> {
  const total: Record<string, number> = {};
  for (const part of parts) {
    for (const [key, count = 0] of Object.entries(part)) total[key] = (total[key] ?? 0) + count;
  }
  return total;
}

/** The values that are there, each once. */
const distinct = <T>(values: readonly (T | undefined)[]): readonly T[] =>
  [...new Set(values.filter((value): value is T => value !== undefined))];

function mergeMeta(metas: readonly FeedMeta[]): FeedMeta {
  const updated = distinct(metas.map((meta) => meta.updated)).slice().sort().pop();
  const notices = distinct(metas.map((meta) => meta.notice));
  const remedies = distinct(metas.map((meta) => meta.remedy));
  return {
    ...(updated !== undefined && { updated }),
    ...(notices.length && { notice: notices.join('\n') }),
    // One authority's remedy under another's penalty would be wrong: each record has got its own.
    ...(remedies.length === 1 && metas.every((meta) => meta.remedy) && { remedy: remedies[0] }),
  };
}

function mergeStandard(reports: readonly FeedReport[]): FeedReport['standard'] {
  const standards = distinct(reports.map((report) => report.standard)).filter((standard) => standard !== 'any');
  if (standards.includes(null)) return null;
  return standards.length === 1 ? standards[0] as FeedReport['standard'] : 'any';
}

/** One report of several feeds; of one feed its own. Publishers are named at their records then, not here. */
export function mergeReports(reports: readonly [FeedReport, ...FeedReport[]]): FeedReport {
  if (reports.length === 1) return reports[0];
  return {
    meta: mergeMeta(reports.map((report) => report.meta)),
    standard: mergeStandard(reports),
    rows: reports.reduce((rows, report) => rows + report.rows, 0),
    kinds: sum(reports.map((report) => report.kinds)),
    withheld: sum(reports.map((report) => report.withheld)),
    rejected: sum(reports.map((report) => report.rejected)),
    unplaced: sum(reports.map((report) => report.unplaced)),
  };
}
