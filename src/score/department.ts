/** One department: its feeds are read through all rules of the page, each row is examined and counted, and let go of. */
import { createExaminer, type Examined } from '../check/examine.js';
import { createCatalog } from '../check/catalog.js';
import { standardOf } from '../feed/feed-meta.js';
import type { FeedReport, FeedRequest } from '../feed/feed.js';
import type { SgsConfig } from '../model/config.js';
import type { Failure } from '../model/failure.js';
import type { Standard } from '../rules/status.js';
import type { Department } from './departments.js';
import { createReconciler } from './coverage.js';
import { evidenceOf } from './evidence.js';
import type { LedgerRow } from './ledger.js';
import type { Reading } from './score.js';
import { createTally } from './tally.js';
import type { WatchState } from './watch-log.js';

/** Reads one feed, as the page or the command line can. Must not throw. */
export type Load = (
  place: string,
  asked: Omit<FeedRequest, 'url' | 'signal'>,
) => Promise<{ readonly ok: true; readonly report: FeedReport } | { readonly ok: false; readonly failure: Failure }>;

/** What is known of a department besides its feeds. */
export interface Known {
  /** What was seen day by day. */
  readonly watch?: WatchState | undefined;
  /** What it has decided. */
  readonly ledger?: readonly LedgerRow[] | undefined;
  /** Takes every entry, for whoever keeps the log. */
  readonly onExamined?: ((examined: Examined) => void) | undefined;
}

/**
 * @param config its column's configuration, read already
 * @param today ISO, in Chinese time
 */
export async function readDepartment(
  department: Department, config: SgsConfig | undefined, today: string, load: Load, known: Known = {},
): Promise<Reading> {
  const evidence = known.watch && evidenceOf(known.watch);
  const reconciler = known.ledger && createReconciler(known.ledger, today, config?.calendar);
  const counting = createTally({ evidence, reconciler });
  // One department's feeds may list its 目录 apart from its decisions.
  const catalog = createCatalog();
  const ends: (() => void)[] = [];
  let updated = '';
  for (const feed of department.feeds) {
    const examiner = createExaminer({ today, config, standard: 'at-end', catalog, seen: evidence?.seen }, (examined) => {
      counting.add(examined);
      known.onExamined?.(examined);
    });
    let standard: Standard | undefined;
    const result = await load(feed, {
      today,
      onRoot: (root) => {
        standard = standardOf(root);
      },
      onRow: (...row) => examiner.onRow(...row),
      onRecords: () => undefined,
      ...(config && { config }),
    });
    // Half of a department's feeds would be judged as all of them.
    if (!result.ok) return { ok: false, department, failure: result.failure };
    const { rows } = result.report;
    ends.push(() => examiner.end(rows, { standard, catalog }));
    // Of several the oldest: the one that is not kept up.
    const { updated: own = '' } = result.report.meta;
    if (own && (!updated || own < updated)) updated = own;
  }
  for (const end of ends) end();
  return { ok: true, department, tally: counting.end(), updated };
}
