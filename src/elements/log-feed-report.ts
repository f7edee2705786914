/** What the webmaster has to know of a feed, in the console, with no word of any record. Loaded when there is something to do. */
import type { NoticeGroup, NoticeRule } from '../model/outcome.js';
import type { LoadDetail } from './events.js';
import type { ListSnapshot } from '../state/list.js';

export type Report = NonNullable<ListSnapshot['report']>;

/** Reports already logged: several elements may show one feed. */
const logged = new WeakSet<Report>();

/** `expired 4、internal 3`: reasons are named as in the event and the README. */
const reasons = (counts: Readonly<Partial<Record<string, number>>>): string =>
  Object.entries(counts).map((entry) => entry.join(' ')).join('、');

/** What became of it, and how it is settled. */
const EFFECTS: Readonly<Record<NoticeGroup['what'], string>> = {
  withheld: '未公示', hidden: '没有显示', masked: '已隐去', cut: '已按法定最长期限缩短', ignored: '没有采用', shown: '照常公示，请核对',
};
const SETTLED: Readonly<Partial<Record<NoticeRule, string>>> = {
  unclear: '可用配置项 values 或 mapping 说明',
  'unknown-word': '可用配置项 values 说明',
  'personal-column': '可用配置项 mapping 说明',
  'internal-column': '可用配置项 mapping 说明',
  'extra-column': '可用配置项 extraColumns 说明',
};
/** What a feed has every day, and what the counts of withheld records say already. */
const USUAL: ReadonlySet<NoticeRule> = new Set(['person-name', 'expired', 'future', 'slight-penalty']);
/** Things told; a feed in disorder has more than anybody reads. */
const MOST = 20;

const lineOf = ({ column, value, rule, what, count, rows }: NoticeGroup): string => [
  `列“${column}”${value === undefined ? '' : `的值“${value}”`}`,
  `${count} 条${rows.length ? `（第 ${rows.join('、')} 条${count > rows.length ? '等' : ''}）` : ''}`,
  `规则 ${rule}：${EFFECTS[what]}${SETTLED[rule] ? `，${SETTLED[rule]}` : ''}`,
].join('，');

export function logFeedReport(report: Report, { total, withheld, rejected }: LoadDetail): void {
  if (logged.has(report)) return;
  logged.add(report);
  // A key is a name; whatever looks like anything else is not repeated.
  const columns = Object.keys(report.unplaced).filter((key) => /^[a-z_][\w.-]{0,40}$/i.test(key)).join('、');
  const parts = [
    withheld && `未公示 ${withheld} 条（${reasons(report.withheld)}）`,
    rejected && `数据有误 ${rejected} 条（${reasons(report.rejected)}）`,
    columns && `未识别的列：${columns}，可用配置项 mapping 说明`,
    (report.total ?? 0) > report.rows && `接口说共有 ${report.total} 条，只取到 ${report.rows} 条，请用配置项 request.page 说明怎样翻页`,
    report.standard === null && '无法判断数据标准，未处理状态代码，可用配置项 standard 说明',
  ].filter(Boolean);
  if (parts.length) console.info(`sgs: 公示 ${total} 条；${parts.join('；')}`);
  const told = report.notices.filter(({ rule }) => !USUAL.has(rule));
  for (const group of told.slice(0, MOST)) console.info(`sgs: ${lineOf(group)}`);
  if (told.length > MOST) console.info(`sgs: 还有 ${told.length - MOST} 项，请用 sgs check 查看`);
}
