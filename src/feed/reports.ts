/** What several feeds, or the pages of one, say about themselves, as one. */
import type { FeedReport } from './feed.js';
import { mergeNotices } from './merge-notices.js';

/** The values that are there, each once. */
const distinct = <T>(values: readonly T[]): NonNullable<T>[] => [...new Set(values.filter(Boolean))] as NonNullable<T>[];

/** One report of several feeds; of one feed its own, of none none. Publishers are named at their records then, not here. */
export function mergeReports(reports: readonly FeedReport[]): FeedReport | undefined {
  const [first] = reports;
  if (!first || reports.length < 2) return first;
  const metas = reports.map(({ meta }) => meta);
  const sum = (name: 'kinds' | 'withheld' | 'rejected' | 'unplaced'): Record<string, number> => {
    const total: Record<string, number> = {};
    for (const report of reports) {
      for (const [key, count] of Object.entries<number>(report[name])) total[key] = (total[key] ?? 0) + count;
    }
    return total;
  };
  const updated = distinct(metas.map((meta) => meta.updated)).sort().pop();
  const notice = distinct(metas.map((meta) => meta.notice)).join('\n');
  const { remedy } = first.meta;
  const totals = reports.some(({ total }) => total !== undefined);
  const standards = reports.map(({ standard }) => standard);
  const [standard, other] = distinct(standards.filter((standard) => standard !== 'any'));
  return {
    meta: {
      ...(updated && { updated }),
      ...(notice && { notice }),
      // One authority's remedy under another's penalty would be wrong: each record has got its own.
      ...(remedy && metas.every((meta) => meta.remedy === remedy) && { remedy }),
    },
    standard: standards.includes(null) ? null : !standard || other ? 'any' : standard,
    rows: reports.reduce((rows, report) => rows + report.rows, 0),
    ...(totals && { total: reports.reduce((all, { total, rows }) => all + (total ?? rows), 0) }),
    kinds: sum('kinds'), withheld: sum('withheld'), rejected: sum('rejected'), unplaced: sum('unplaced'),
    notices: mergeNotices(reports.map((report) => report.notices)),
  };
}
