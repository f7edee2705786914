/** What the reader tells of withheld, masked and unknown things, in words: what, where, by which rule, and how to settle it. */
import type { NoticeEffect, NoticeGroup, NoticeRule } from '../model/outcome.js';

interface RuleWords {
  /** What was found (Chinese). */
  readonly text: string;
  /** The article or document that says so. */
  readonly source: string;
  /** What settles it, where a person may. */
  readonly settle?: string;
}

const SETTLE_VALUE = '在配置项 values 中写明这个值的含义，或在 mapping 中写明这一列是什么';
const SETTLE_COLUMN = '可以公示的，在配置项 mapping 中写 "extra"（普通列）；不再提示的，写 "ignore"（不采用）';
const PRIVACY = '政府信息公开条例第十五条';

export const NOTICE_RULES: Readonly<Record<NoticeRule, RuleWords>> = {
  internal: { text: '标明不对外公开、未审核或已删除', source: '政府信息公开条例第十四条至第十六条' },
  restricted: { text: '标明依申请或授权查询', source: '政府信息公开条例第十四条至第十六条' },
  revoked: { text: '已撤销', source: '行政处罚法第四十八条' },
  expired: { text: '公示期已满', source: '国家发展改革委令第36号' },
  future: { text: '决定日期在今天之后', source: '双公示数据填报说明' },
  minor: { text: '当事人是未成年人', source: '浙江省行政处罚结果信息网上公开暂行办法' },
  repaired: { text: '已修复或已终止公示', source: '国家发展改革委令第36号、国办发〔2025〕22号' },
  slight: { text: '轻微失信，原则上不公示', source: '国家发展改革委令第36号' },
  unclear: { text: '含义不明确', source: '不明确的不公示', settle: SETTLE_VALUE },
  'unknown-word': { text: '没有收录的词，没有不公示的意思', source: '不明确的要说明', settle: SETTLE_VALUE },
  'unknown-grade': { text: '没有规定公示期的失信严重程度', source: '国家发展改革委令第36号' },
  'no-date': { text: '表示“没有日期”的占位值', source: '不是日期的不采用' },
  'unread-date': { text: '日期不完整、有两种读法或读不出，按没有日期处理', source: '不是日期的不采用' },
  'unread-object': { text: '嵌套的内容读不出', source: '读不出的不公示', settle: SETTLE_COLUMN },
  'unread-amount': { text: '金额读不出或有两种读法，按没有金额处理', source: '不确定的金额不公示' },
  period: { text: '超过法定最长公示期', source: '国家发展改革委令第36号、国办发〔2025〕22号' },
  'slight-penalty': { text: '仅警告、通报批评或简易程序，原则上不公示，请核对', source: '国家发展改革委令第36号' },
  'personal-column': { text: '涉及个人的列', source: PRIVACY, settle: SETTLE_COLUMN },
  'internal-column': { text: '内部工作用的列', source: '政府信息公开条例第十六条', settle: SETTLE_COLUMN },
  'personal-number': { text: '证件号码、电话、账号或住址', source: PRIVACY },
  'person-name': { text: '自然人姓名', source: PRIVACY },
  'spoilt-code': { text: '被表格软件改成科学记数的代码', source: '不是代码的不公示' },
  'extra-column': { text: '自有列', source: '配置项 extra', settle: '要公示的，写入配置项 extraColumns' },
};

/** What became of it; a heading. In the order in which they are told: what a person has to look at first. */
export const NOTICE_EFFECTS: Readonly<Record<NoticeEffect, string>> = {
  withheld: '不公示的记录',
  hidden: '不公示的列',
  masked: '隐去的内容',
  cut: '截短的公示期',
  ignored: '没有采用的值',
  shown: '仍公示、请核对的内容',
};

const EFFECTS = Object.keys(NOTICE_EFFECTS) as NoticeEffect[];

/** A notice and where a spreadsheet has it. */
export interface PlacedNotice extends NoticeGroup {
  /** The table; then `rows` are the spreadsheet's own. */
  readonly sheet?: string;
  /** Letters of the column. */
  readonly letters?: string;
}

/** Rows that are named. */
const NAMED = 3;

/** `行政处罚!C3、C7 等 5 行`, `第 3、7 条` */
export function noticePlace({ sheet, letters = '', rows, count }: PlacedNotice): string {
  const named = rows.slice(0, NAMED).map((row) => `${sheet === undefined ? '' : letters}${row}`).join('、');
  const more = count > Math.min(NAMED, rows.length);
  if (sheet !== undefined) return `${sheet}!${named}${more ? ` 等 ${count} 行` : ''}`;
  // Of several feeds as one no row can be named.
  return named ? `第 ${named} 条${more ? `等共 ${count} 条` : ''}` : `共 ${count} 条`;
}

/** `列“公示状态”的值“7”`; of what may be personal the column alone. */
export const noticeSubject = ({ column, value }: NoticeGroup): string =>
  `列“${column}”${value === undefined || value === '' ? '' : `的值“${value}”`}`;

/** `列“公示状态”的值“7”（行政处罚!C3）：含义不明确（不明确的不公示）；…` */
export function noticeText(notice: PlacedNotice): string {
  const { text, source, settle } = NOTICE_RULES[notice.rule];
  return `${noticeSubject(notice)}（${noticePlace(notice)}）：${text}（${source}）${settle === undefined ? '' : `；${settle}`}`;
}

export interface NoticeSection {
  readonly what: NoticeEffect;
  readonly notices: readonly PlacedNotice[];
}

/** By what became of them; what must be settled first, then the most frequent. */
export const noticeSections = (notices: readonly PlacedNotice[]): readonly NoticeSection[] =>
  EFFECTS.map((what): NoticeSection => ({
    what,
    notices: notices.filter((one) => one.what === what)
      .sort((a, b) => Number(b.rule === 'unclear') - Number(a.rule === 'unclear') || b.count - a.count),
  })).filter((section) => section.notices.length > 0);
