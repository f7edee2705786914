import type { FailureCode } from '../model/failure.js';
import { officialLabel } from '../model/fields.js';
import { KIND_DEFS, type Kind } from '../model/kinds.js';
import type { Status } from '../model/record.js';
import type { Messages } from './messages.js';

const STATUS: Readonly<Record<Status, string>> = { valid: '有效', revoked: '已撤销', disputed: '异议处理中', other: '状态待核实' };

/** What opens a record is not always the same field, so the two national tables' names stand together. */
const TITLES: Readonly<Partial<Record<Kind, string>>> = {
  license: '项目名称/决定书名称',
  penalty: '案件名称/违法行为类型',
};

/** What a citizen can do about it; the webmaster reads the rest in the console. */
const FAILURES: Readonly<Partial<Record<FailureCode, string>>> = {
  address: '尚未设置数据来源',
  network: '请检查网络后重试',
  policy: '被网页的安全策略禁止，请联系网站管理员',
  timeout: '网络较慢，请稍后重试',
};

/** `2025-03-04` or `2025-03-04T10:00` → 2025年3月4日; anything else as it stands. */
const date = (iso: string): string => iso.replace(/^(\d{4})-0?(\d{1,2})-0?(\d{1,2}).*$/, '$1年$2月$3日');

export const zhCN: Messages = {
  tag: 'zh-CN',

  column: '行政许可和行政处罚公示',
  kind: (kind) => KIND_DEFS[kind].label,
  title: (kind) => TITLES[kind] ?? officialLabel(kind, KIND_DEFS[kind].title[0] ?? ''),
  field: officialLabel,
  comma: '、',
  colon: '：',
  pause: '，',
  unit: ' 条',

  date,
  // The yuan at the precision of a fen: 万元 with six decimals.
  amount: (value) => (value === 0 ? '0元' : `${value}万元（${(Math.round(value * 1e6) / 100).toFixed(2)}元）`),
  longTerm: '长期',
  missing: '未公开',
  status: (status) => STATUS[status],

  tabs: '公示类别',
  search: '查询',
  searchLabel: '关键词',
  searchHint: '名称、统一社会信用代码或文号，多个词用空格隔开',
  reset: '重置',
  filters: '更多条件',
  any: '全部',
  department: '部门',
  year: '年份',
  yearOption: (year) => `${year}年`,
  from: '开始日期',
  to: '结束日期',
  chosen: '已选条件',
  remove: '移除',

  range: (from, to, total) => `第 ${from}–${to} 条，共 ${total} 条`,
  arriving: (from, to, here) => `第 ${from}–${to} 条，已载入 ${here} 条`,
  sort: '排序',
  pages: '分页',
  previous: '上一页',
  next: '下一页',
  page: (number) => `第 ${number} 页`,
  pageOf: (number, pages) => `第 ${number} 页，共 ${pages} 页`,
  jumpTo: '到第',
  jumpPage: '页',
  jump: '跳转',
  perPage: '每页',
  sorted: (column, descending) => `已按${column}${descending ? '降序' : '升序'}排列`,

  loading: '正在加载',
  empty: '暂无公示信息',
  noResult: '没有查询到相关信息',
  noResultHint: '请减少关键词或者放宽条件后再试。',
  guessed: '没有完全匹配的信息，以下为相近结果：',
  elsewhere: (kind, total) => `${kind}中有 ${total} 条`,
  retry: '重试',
  failure: (code) => `暂时无法获取公示信息，${FAILURES[code] ?? '请稍后重试'}。`,
  missingFeed: (names) => `暂时无法获取部分来源的信息：${names}`,
  stale: (day) => `当前显示的是 ${date(day)} 的数据`,
  updated: (day) => `数据更新：${date(day)}`,
  found: (total) => `查询到 ${total} 条信息`,

  back: '返回列表',
  objection: '异议申请',
  subscribe: '订阅',
  repair: '信用修复',
  feedName: '公示单位',
  elder: '大字版',
  notFound: '没有找到这条信息，可能已过公示期限。',
  printedFrom: (url, day) => `打印日期：${date(day)}　来源：${url}`,
};
