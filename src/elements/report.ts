/** What the webmaster is told when a feed has been read: an event's counts, and one line in the console. */
import type { ListSnapshot } from '../state/list.js';
import type { LoadDetail } from './events.js';

type Report = NonNullable<ListSnapshot['report']>;

const sum = (counts: Readonly<Partial<Record<string, number>>>): number => Object.values(counts).reduce((all: number, n) => all + (n ?? 0), 0);

/** Reports already told: several elements may show one feed. */
const told = new WeakSet<Report>();

/** The console's line: counts only, and only when there is something to do. */
export function loadDetail(report: Report): LoadDetail {
  const { kinds, rejected, withheld, unplaced, meta } = report;
  const detail = { total: sum(kinds), rejected: sum(rejected), withheld: sum(withheld), updated: meta.updated };
  const columns = Object.keys(unplaced).length;
  if (!told.has(report) && (detail.rejected || detail.withheld || columns)) {
    console.info(`sgs: 公示 ${detail.total} 条，未公示 ${JSON.stringify(withheld)}，数据有误 ${JSON.stringify(rejected)}，未识别的列 ${columns} 个`);
  }
  told.add(report);
  return detail;
}
