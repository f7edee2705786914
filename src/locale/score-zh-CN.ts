/** The scorecard in Chinese. */
import type { Dimension } from '../model/dimensions.js';
import { isKind, KIND_DEFS } from '../model/kinds.js';
import type { CoverageFigure, ScoreWords } from './score-words.js';

const DIMENSION_NAMES: Readonly<Record<Dimension, string>> = {
  timeliness: '及时性', completeness: '完整性', accuracy: '准确性', availability: '可用性',
};

/** What each dimension is counted from. */
const COUNTED: Readonly<Record<Dimension, (freshDays: number, staleDays: number) => string>> = {
  timeliness: () => '作出决定之日起 7 个工作日内公示的条数 ÷ 能判断的条数。没有公示日期又没有监测记录证明的，漏报、悄悄删除的，都按未及时计',
  completeness: () => '已填的必填项 ÷ 全部必填项；有台账时，漏报、悄悄删除的决定按全部没有填计',
  accuracy: () => '没有错误的条数 ÷ 全部条数。错误指代码校验、日期、类别、重复等',
  availability: (freshDays, staleDays) => `各项平均：有信息的月份所占的比例；距最近一次更新的天数（${freshDays} 天以内满分，${staleDays} 天以上 0 分）`
    + '；有监测日志时，能够读取的次数 ÷ 监测次数',
};

/** The names of the assessments, and what each is counted from: numerator ÷ denominator. */
const FIGURES: Readonly<Record<CoverageFigure, readonly [name: string, definition: string]>> = {
  due: ['应公示', '台账中应当公示、7 个工作日已满或者已经公示的决定'],
  published: ['已公示', '台账中能在公示数据中找到（文号和相对人一致）的决定 ÷ 应公示'],
  late: ['迟报', '已公示中超期、或者不能证明按时的决定 ÷ 应公示'],
  missing: ['漏报/瞒报', '7 个工作日已满仍没有公示的决定 ÷ 应公示'],
  correct: ['合规率', '已公示中没有缺项、没有错误的决定 ÷ 已公示'],
  stored: ['入库率', '能够读取并公示（含期满停止公示）的许可、处罚 ÷ 报送的许可、处罚'],
};

const month = (iso: string): string => `${iso.slice(0, 4)}年${Number(iso.slice(5))}月`;

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
  unverifiable: '不可核实',

  timeliness: (inTime, counted, unknown, undated, missing) => `${counted} 条中 ${inTime} 条在 7 个工作日内公示`
    + (undated ? `，${undated} 条不能证明公示日期，按未及时计` : '') + (missing ? `；漏报、悄悄删除 ${missing} 条，按未及时计` : '')
    + (unknown ? `；另有 ${unknown} 条要等下一年度的放假安排公布后判断` : ''),
  days: (median, worst) => `工作日中位数 ${median}，最长 ${worst}`,
  completeness: (filled, required, missing) => `必填项 ${required} 个，已填 ${filled} 个${missing ? `；漏报、悄悄删除 ${missing} 条，按全部未填计` : ''}`,
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

  coverage: '全面性',
  indicatorName: (name) => FIGURES[name][0],
  definition: (name) => FIGURES[name][1],
  figure: (count, of, rate) => (of === undefined ? `${count} 件` : `${count} ÷ ${of}${rate === null ? '' : ` = ${rate.toFixed(1)}%`}`),
  figureHead: '数值',
  definitionHead: '定义（分子 ÷ 分母）',
  notDue: (pending, exempt) => [
    ...(pending ? [`${pending} 件未满 7 个工作日，未计入应公示`] : []), ...(exempt ? [`${exempt} 件台账注明不公示，未计入`] : []),
  ].join('；'),
  part: (by, of) => (of === '' ? '未注明' : by === 'kind' ? (isKind(of) ? KIND_DEFS[of].label : of) : by === 'month' ? month(of) : of),
  partHead: '范围',
  grade: '等次',
  seriesGap: (series, numbers, count) =>
    `${series.replace('…', numbers.slice(0, 5).join('、'))}${count > 5 ? `等 ${count} 个` : ''}文号没有见到，请核对是否漏报`,
  hint: '提示',
  proven: (verified, contradicted) => `监测记录证明公示日期 ${verified} 条${contradicted ? `，与公示日期不符 ${contradicted} 条` : ''}`,
  overview: '名次与走势',
  readable: (readable, runs) => `监测 ${runs} 次，${readable} 次可以读取`,
  removedSilently: '公示期内悄悄删除',
  changedSilently: '公示后悄悄改动',
  strangers: (file, count) => `${file}：有 ${count} 条的部门不在名单中，没有采用。`,

  loading: '正在加载…',
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
  totalled: (pass, undatedShare) => `各项满分 100 分，总分按权重平均；无法判断的项不计入，权重为 0 的项只显示。总分 ${pass} 分及以上为合格。`
    + `不能证明公示日期的超过 ${undatedShare}% 时，总分不可核实，排在可核实的部门之后。`,
  weights: '权重',
  thresholds: '达标线',
  pass: '合格线',
  about: '说明',
  madeHead: '生成日期',
  updatedHead: '最近更新',
  emptyHead: '没有信息的月份',
  counts: ['及时条数', '超期条数', '待判断条数', '公示日期不能证明条数', '工作日中位数', '最长工作日', '必填项', '已填项', '信息条数', '有误条数'],
};
