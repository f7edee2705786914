import { inHant } from '../../../locale/zh-Hant.js';
import type { Translations } from '../tool-words.js';

interface GlanceWords {
  readonly kind: string;
  readonly thisMonth: string;
  readonly thisYear: string;
  readonly all: string;
  /** Name of the table of numbers. */
  readonly numbers: string;
  /** Name of the chart of the last twelve months. */
  readonly months: (kind: string) => string;
  /** Name of the table of authorities. */
  readonly authorities: (kind: string) => string;
  readonly month: string;
  readonly count: string;
  /** The duty to publish, where the site says nothing of its own. */
  readonly duty: string;
}

const zh: GlanceWords = {
  kind: '类别',
  thisMonth: '本月',
  thisYear: '本年',
  all: '累计',
  numbers: '公示数量',
  months: (kind) => `${kind}近12个月每月作出决定的数量`,
  authorities: (kind) => `${kind}按机关的数量`,
  month: '月份',
  count: '数量',
  duty: '本栏目信息一般在作出决定后的7个工作日内公示。',
};

const en: GlanceWords = {
  kind: 'Kind',
  thisMonth: 'This month',
  thisYear: 'This year',
  all: 'All',
  numbers: 'Records published',
  months: (kind) => `${kind}: decisions in each of the last 12 months`,
  authorities: (kind) => `${kind} by authority`,
  month: 'Month',
  count: 'Number',
  duty: 'Records are as a rule published within 7 working days of the decision.',
};

export const glanceWords: Translations<GlanceWords> = { zh, hant: inHant(zh), en };
