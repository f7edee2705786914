/** What the webmaster is told when a feed has been read: an event's counts, and one line in the console. */
import type { ListSnapshot } from '../state/list.js';
import type { LoadDetail } from './events.js';

type Report = NonNullable<ListSnapshot['report']>;

const sum = (counts: Readonly<Partial<Record<string, number>>>): number => Object.values(counts).reduce((all: number, n) => all + (n ?? 0), 0);
const reasons = (counts: Readonly<Partial<Record<string, number>>>): string =>
  Object.entries(counts).map(([reason, n]) => `${reason} ${n ?? 0}`).join('，');

/** Reports already told: several elements may show one feed. */
const told = new WeakSet<Report>();

export const loadDetail = ({ kinds, rejected, withheld, meta }: Report): LoadDetail => ({
  total: sum(kinds),
  rejected: sum(rejected),
  withheld: sum(withheld),
  updated: meta.updated,
});

/** One line, counts only, and only when there is something to do. */
export function tellWebmaster(report: Report): void {
  const { withheld, rejected, unplaced, standard } = report;
  const { total } = loadDetail(report);
  const columns = Object.keys(unplaced).length;
  const parts = [
    ...(sum(withheld) ? [`未公示 ${sum(withheld)} 条（${reasons(withheld)}）`] : []),
    ...(sum(rejected) ? [`数据有误 ${sum(rejected)} 条（${reasons(rejected)}）`] : []),
    ...(columns ? [`未识别的列 ${columns} 个`] : []),
    ...(standard === null ? ['混用 2015 和 2018 两种标准，未判断状态'] : []),
  ];
  if (!parts.length || told.has(report)) return;
  told.add(report);
  console.info(`sgs: 公示 ${total} 条；${parts.join('；')}`);
}
