/** What the webmaster is told when a feed has been read: an event's counts, and lines in the console. */
import { importOptional } from '../model/import-optional.js';
import type { LoadDetail } from './events.js';
import type { Report } from './log-feed-report.js';

const sum = (counts: Readonly<Partial<Record<string, number>>>): number =>
  Object.values(counts).reduce((all: number, n) => all + (n || 0), 0);

/** The event's counts; and the console's lines, only when there is something to do. */
export function loadDetail(report: Report): LoadDetail {
  const { kinds, rejected, withheld, unplaced, meta, standard, notices, rows, total: stated = 0 } = report;
  const detail = { total: sum(kinds), rejected: sum(rejected), withheld: sum(withheld), updated: meta.updated };
  const isTold = notices.some(({ rule }) => rule !== 'person-name');
  if (detail.withheld + detail.rejected + sum(unplaced) || !standard || isTold || stated > rows) {
    void importOptional(() => import('./log-feed-report.js')).then((module) => module?.logFeedReport(report, detail));
  }
  return detail;
}
