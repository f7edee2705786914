/** One line in the console for the webmaster, with no word of any record. Loaded when there is something to do. */
import type { LoadDetail } from './events.js';
import type { ListSnapshot } from '../state/list.js';

export type Report = NonNullable<ListSnapshot['report']>;

/** Reports already logged: several elements may show one feed. */
const logged = new WeakSet<Report>();

/** `expired 4、internal 3`: reasons are named as in the event and the README. */
const reasons = (counts: Readonly<Partial<Record<string, number>>>): string =>
  Object.entries(counts).map((entry) => entry.join(' ')).join('、');

export function logFeedReport(report: Report, { total, withheld, rejected }: LoadDetail): void {
  // A key is a name; whatever looks like anything else is not repeated.
  const columns = Object.keys(report.unplaced).filter((key) => /^[a-z_][\w.-]{0,40}$/i.test(key)).join('、');
  const parts = [
    withheld && `未公示 ${withheld} 条（${reasons(report.withheld)}）`,
    rejected && `数据有误 ${rejected} 条（${reasons(report.rejected)}）`,
    columns && `未识别的列：${columns}，可用配置项 mapping 说明`,
    report.standard === null && '无法判断数据标准，未处理状态代码，可用配置项 standard 说明',
  ].filter(Boolean);
  if (!logged.has(report) && parts.length) console.info(`sgs: 公示 ${total} 条；${parts.join('；')}`);
  logged.add(report);
}
