/** The scorecard in Chinese. */
import type { Dimension } from '../model/dimensions.js';
import type { LedgerGroup, ScoreWords } from './score-words.js';

const DIMENSION_NAMES: Readonly<Record<Dimension, string>> = {
  timeliness: '及时性', completeness: '完整性', accuracy: '准确性', availability: '可用性',
};

/** What each dimension is counted from. */
const COUNTED: Readonly<Record<Dimension, (freshDays: number, staleDays: number) => string>> = {
  timeliness: () => '作出决定之日起 7 个工作日内公示的条数 ÷ 能判断的条数。公示日期缺失或不实的按超期计',
  completeness: () => '已填的必填项 ÷ 全部必填项。漏报（瞒报）的按全部未填计',
  accuracy: () => '没有错误的条数 ÷ 全部条数。错误指代码校验、日期、类别、重复等',
  availability: (freshDays, staleDays) => `两项平均：有信息的月份所占的比例；距最近一次更新的天数（${freshDays} 天以内满分，${staleDays} 天以上 0 分）`,
};

const month = (iso: string): string => `${iso.slice(0, 4)}年${Number(iso.slice(5))}月`;

const LEDGER_NAMES: Readonly<Record<LedgerGroup, (name: string) => string>> = {
  all: () => '合计',
  kind: (name) => ({ license: '行政许可', penalty: '行政处罚' })[name] ?? '未注明类别',
  county: (name) => name || '未注明区县',
  department: (name) => name || '未注明部门',
  month: (name) => (name ? month(name) : '未注明决定日期'),
};

const LEDGER_BY: Readonly<Record<LedgerGroup, string>> = {
  all: '合计', kind: '按类别', county: '按区县', department: '按部门', month: '按决定月份',
};

export const scoreZhCN: ScoreWords = {
  tag: 'zh-CN',
  title: '双公示考核',
  dimension: (name) => DIMENSION_NAMES[name],
  period: (from, to) => (from === to ? `考核月份：${month(to)}` : `考核期：${month(from)}至${month(to)}`),
  month,
  chooseMonth: '月份',
  allMonths: '全部月份',
  departments: (all, unread) => `共 ${all} 个部门${unread ? `，其中 ${unread} 个无法读取` : ''}`,
  made: (date) => `生成日期：${date.slice(0, 4)}年${Number(date.slice(5, 7))}月${Number(date.slice(8))}日`,

  ranking: '考核排名',
  rank: '名次',
  department: '部门',
  total: '总分',
  change: '较上月',
  points: (value) => value.toFixed(1),
  changed: (value) => (value > 0 ? `上升 ${value.toFixed(1)}` : value < 0 ? `下降 ${(-value).toFixed(1)}` : '持平'),
  unknown: '无法判断',
  unmet: '未达标',
  unread: (detail) => `无法读取：${detail}`,
  partial: (known) => `按 ${known} 项计`,
  noScore: '没有可评分的信息',

  timeliness: (inTime, known, unknown, undated, missing) => `${known} 条中 ${inTime} 条在 7 个工作日内公示`
    + (undated ? `，${undated} 条公示日期缺失或不实，按超期计` : '')
    + (missing ? `，${missing} 条漏报（瞒报）` : '')
    + (unknown ? `；另有 ${unknown} 条所在年度没有工作日历，无法判断` : ''),
  ledger: '全面性（台账与公示比对）',
  ledgerHeads: ['范围', '应公示', '已公示', '迟报', '漏报（瞒报）', '合规率', '等次', '入库率'],
  ledgerRules: [
    '应公示：台账中依法应当公示、自作出决定之日起已满 7 个工作日或已经公示的决定，按文号和相对人计，重复的计一条',
    '已公示：应公示中在部门数据里找到的，含公示期满、已修复或已撤销的',
    '迟报：已公示中超过 7 个工作日才公示的，公示日期缺失或不实的按迟报计；决定日期以台账为准',
    '漏报（瞒报）：应公示 − 已公示。台账不能说明是遗漏还是隐瞒，由考核单位认定',
    '合规率：（已公示 − 迟报）÷ 应公示',
    '入库率：已公示 ÷（已公示 + 退回）。退回：部门数据里有、但因错误或不明确没有采用的，同时计入漏报',
  ],
  ledgerName: (by, name) => LEDGER_NAMES[by](name),
  ledgerBy: (by) => LEDGER_BY[by],
  gaps: (series) => `文号不连续（提示核对，不计入考核）：${series.join('；')}`,
  grade: '等次',
  graded: (grades, rest) => `${grades.map(([name, from]) => `${from} 分及以上为${name}`).join('，')}，其余为${rest}。`,
  overview: '一图看懂：名次与走势',
  legend: (floor) => `横条：总分（满分 100）；折线：每月总分（${floor} 至 100）；箭头：较上月`,
  course: '走势',
  hint: '提示',
  watch: '网络检测',
  watchFound: '检测结果',
  unverifiable: '不可核实',
  undatedRule: (share) => `公示日期缺失或不实的条数超过 ${share}% 的，总分不可核实，排在所有可核实的部门之后。`,
  days: (median, worst) => `工作日中位数 ${median}，最长 ${worst}`,
  completeness: (filled, required, missing) =>
    `必填项 ${required} 个，已填 ${filled} 个${missing ? `（含漏报（瞒报）的 ${missing} 条）` : ''}`,
  accuracy: (right, rows) => `${rows} 条中 ${right} 条无误`,
  updated: (date, age) => (date ? `最近更新 ${date}${age === null ? '' : `，距今 ${age} 天`}` : '未注明更新日期'),
  emptyMonths: (months) => `没有信息的月份：${months.map(month).join('、')}`,
  noEmptyMonths: '每个月都有信息',
  withheld: (count) => `不公示 ${count} 条，不计入考核`,
  measured: '考核情况',

  trend: '每月得分',
  records: '条数',
  monthHead: '月份',

  fixes: '需要整改',
  noFixes: '没有需要整改的信息',
  moreFixes: (count) => `另有 ${count} 条，见导出的表格。`,
  documentNumber: '决定书文号',
  row: (number) => `第 ${number} 条`,
  rowHead: '位置',
  fault: '问题',
  tookDays: (days) => `（${days} 个工作日）`,
  dimensionHead: '类别',

  loading: '正在加载…',
  saving: (format) => `正在导出 ${format}`,
  saved: (format) => `已导出 ${format}`,
  notSaved: '没有导出：浏览器没有完成，请再试一次。',
  printing: '正在准备打印',
  shown: (period, departments) => `${period}，共 ${departments} 个部门`,
  reading: (done, total) => `已读取 ${done}/${total} 个部门`,
  done: (all, unread) => `考核完成，共 ${all} 个部门${unread ? `，${unread} 个无法读取` : ''}`,
  noList: '请用 departments 属性写明部门列表的地址。',
  listFailed: (detail) => `无法读取部门列表：${detail}`,
  retry: '重试',
  csv: '导出 CSV',
  xlsx: '导出 Excel',
  print: '打印',
  elder: '大字版',
  status: '状态',
  failedToRead: '无法读取',
  read: '已读取',
  method: '评分办法',
  indicator: '指标',
  howCounted: '怎样计算',
  counted: (name, freshDays, staleDays) => COUNTED[name](freshDays, staleDays),
  totalled: (pass) => `各项满分 100 分，总分按权重平均；无法判断的项不计入，权重为 0 的项只显示。总分 ${pass} 分及以上为合格。`,
  weights: '权重',
  thresholds: '达标线',
  pass: '合格线',
  about: '说明',
  madeHead: '生成日期',
  updatedHead: '最近更新',
  emptyHead: '没有信息的月份',
  counts: ['及时条数', '超期条数', '公示日期缺失或不实条数', '无法判断条数', '工作日中位数', '最长工作日', '必填项', '已填项', '信息条数', '有误条数'],
};
