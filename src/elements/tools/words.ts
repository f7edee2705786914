import { inHant } from '../../locale/zh-Hant.js';

/** What the tools say, in the languages they come with; others see the Chinese. */
interface ToolWords {
  readonly take: (total: number) => string;
  readonly csv: string;
  readonly xlsx: string;
  readonly writing: (done: number, total: number) => string;
  readonly cancel: string;
  readonly cancelled: string;
  readonly saved: (name: string, records: number) => string;
  readonly incomplete: string;
  readonly notSaved: string;
  readonly about: string;
  readonly source: string;
  readonly updated: string;
  readonly exported: string;
  readonly kind: string;
  readonly thisMonth: string;
  readonly thisYear: string;
  readonly all: string;
  readonly numbers: string;
  readonly months: (kind: string) => string;
  readonly month: string;
  readonly count: string;
  readonly duty: string;
  readonly readFully: string;
  readonly copied: string;
  readonly notCopied: string;
}

const zh: ToolWords = {
  take: (total) => `导出当前查询结果，共 ${total} 条：`,
  csv: 'CSV 表格',
  xlsx: 'Excel 表格',
  writing: (done, total) => `正在导出，已完成 ${Math.floor((100 * done) / total)}%`,
  cancel: '取消',
  cancelled: '已取消导出',
  saved: (name, records) => `已导出 ${records} 条：${name}`,
  incomplete: '数据仍在载入，本次只含已载入的部分。',
  notSaved: '未能导出，请稍后重试。',
  about: '说明',
  source: '来源',
  updated: '数据更新',
  exported: '导出日期',
  kind: '类别',
  thisMonth: '本月',
  thisYear: '本年',
  all: '累计',
  numbers: '公示数量',
  months: (kind) => `${kind}近12个月每月作出决定的数量`,
  month: '月份',
  count: '数量',
  duty: '本栏目信息一般在作出决定后的7个工作日内公示。',
  readFully: '朗读完毕',
  copied: '已复制链接',
  notCopied: '未能复制链接',
};

const hant: ToolWords = inHant(zh);

const en: ToolWords = {
  take: (total) => `Take along the ${total} records found:`,
  csv: 'CSV',
  xlsx: 'Excel',
  writing: (done, total) => `${Math.floor((100 * done) / total)}% written`,
  cancel: 'Cancel',
  cancelled: 'Cancelled',
  saved: (name, records) => `${records} records saved: ${name}`,
  incomplete: 'Records are still being loaded; these are the ones loaded so far.',
  notSaved: 'Not saved. Please try again later.',
  about: 'About',
  source: 'Source',
  updated: 'Updated',
  exported: 'Exported',
  kind: 'Kind',
  thisMonth: 'This month',
  thisYear: 'This year',
  all: 'All',
  numbers: 'Records published',
  months: (kind) => `${kind}: decisions in each of the last 12 months`,
  month: 'Month',
  count: 'Number',
  duty: 'Records are as a rule published within 7 working days of the decision.',
  readFully: 'Read to the end',
  copied: 'Link copied',
  notCopied: 'The link could not be copied',
};

/** By the tag of the words on screen. */
export const toolWords = (tag: string): ToolWords => (tag.startsWith('en') ? en : /^zh-(?:hant|tw|hk|mo)/i.test(tag) ? hant : zh);
