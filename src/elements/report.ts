/** What the webmaster is told when a feed has been read: an event's counts, and one line in the console. */
import type { ListSnapshot } from '../state/list.js';
import type { LoadDetail } from './events.js';

type Report = NonNullable<ListSnapshot['report']>;

const sum = (counts: Readonly<Partial<Record<string, number>>>): number => Object.values(counts).reduce((all: number, n) => all + (n ?? 0), 0);

/** Reports already told: several elements may show one feed. */
const told = new WeakSet<Report>();

/** `expired 4、internal 3`: reasons are named as in the event and the README. */
const reasons = (counts: Readonly<Partial<Record<string, number>>>): string => Object.entries(counts).map((entry) => entry.join(' ')).join('、');

/** The event's counts; and the console's line, only when there is something to do, with no word of any record. */
export function loadDetail(report: Report): LoadDetail {
  const { kinds, rejected, withheld, unplaced, meta, standard } = report;
  const detail = { total: sum(kinds), rejected: sum(rejected), withheld: sum(withheld), updated: meta.updated };
  // A key is a name; whatever looks like anything else is not repeated.
  const columns = Object.keys(unplaced).filter((key) => /^[a-z_][\w.-]{0,40}$/i.test(key)).join('、');
  const parts = [
    detail.withheld && `未公示 ${detail.withheld} 条（${reasons(withheld)}）`,
    detail.rejected && `数据有误 ${detail.rejected} 条（${reasons(rejected)}）`,
    columns && `未识别的列：${columns}，可用配置项 mapping 说明`,
    standard === null && '无法判断数据标准，未处理状态代码，可用配置项 standard 说明',
  ].filter(Boolean);
  if (!told.has(report) && parts.length) console.info(`sgs: 公示 ${detail.total} 条；${parts.join('；')}`);
  told.add(report);
  return detail;
}
