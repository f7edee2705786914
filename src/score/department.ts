/** One department: its feeds are read through all rules of the page, each row is examined and counted, and let go of. */
import { createExaminer } from '../check/examine.js';
import { standardOf } from '../feed/feed-meta.js';
import type { FeedReport, FeedRequest } from '../feed/feed.js';
import type { SgsConfig } from '../model/config.js';
import type { Failure } from '../model/failure.js';
import { CALENDAR, type Calendar } from '../rules/calendar.js';
import type { Department } from './departments.js';
import type { Reading } from './score.js';
import { createTally } from './tally.js';

/** Reads one feed, as the page or the command line can. Must not throw. */
export type Load = (
  place: string,
  asked: Omit<FeedRequest, 'url' | 'signal'>,
) => Promise<{ readonly ok: true; readonly report: FeedReport } | { readonly ok: false; readonly failure: Failure }>;

/**
 * @param config its column's configuration, read already
 * @param today ISO, in Chinese time
 * @param calendar the supervisor's: that of a department's own configuration does not count here
 */
export async function readDepartment(
  department: Department, config: SgsConfig | undefined, today: string, load: Load, calendar: Calendar = CALENDAR,
): Promise<Reading> {
  const counting = createTally(today);
  let updated = '';
  for (const feed of department.feeds) {
    const examiner = createExaminer({ today, config, calendar, awaits: true }, (examined) => counting.add(examined));
    let declared: ReturnType<typeof standardOf>;
    const result = await load(feed, {
      today,
      onRow: (...row) => examiner.onRow(...row),
      onRecords: () => undefined,
      onRoot: (root) => (declared = standardOf(root)),
      ...(config && { config }),
    });
    // Half of a department's feeds would be judged as all of them.
    if (!result.ok) return { ok: false, department, failure: result.failure };
    examiner.end(result.report.rows, declared);
    // Of several the oldest: the one that is not kept up.
    const { updated: own = '' } = result.report.meta;
    if (own && (!updated || own < updated)) updated = own;
  }
  return { ok: true, department, tally: counting.tally, updated };
}
