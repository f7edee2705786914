/**
 * What 七公示/十公示 publish beyond licences and penalties: the fields of each kind and what is shown of them, a row each as in
 * `fields.ts`. A page's own script leaves this table to the rules, which hand it over (feed/load.ts).
 *
 * No national table of publication has these kinds. Sources, by the letter that stands before the rows:
 * - [A] 国办发〔2018〕118号: of every decision the 执法机关, 执法对象, 执法类别 and 执法结论 (from memory; its twenty working days
 *   and the seven of licences and penalties as the press told them on 2019-01-04).
 * - [B] the national “互联网+监管” system's 行政检查行为 and 行政强制行为, with 必填: rules of an import form in a public repository.
 * - [C] a city's warehouse of credit data, tables dwd_zrr_xzqz/xzqr/xzjf/xzcj/xzjl_new with comments, public repository; its
 *   codes take 给付 for “gongfu” (XZGF…).
 * - [D] 徐州's 公共信用信息目录 as test data: github.com/cndatabiz/credit-data, dir/leg_xzzs.go and dir/nat_xzjl_info.go.
 * - [E] 九江's 工程建设领域信用信息 (行政强制, 行政裁决（定）), a page of its column in a public repository.
 * - [F] 浙江's tables of 部门行政强制 (行政强制文书号, 行政强制决定日期, 查封扣押清单内容) and 公安行政强制, public repository.
 * - [G] 国家企业信用信息公示系统: 双随机抽查结果 (raninsPlanId …) and 抽查检查结果, as its readers on GitHub name them.
 * - [H] a base library of legal persons with 行政强制, 行政检查, 行政奖励, public repository.
 * - [M] from memory or by analogy with the licence and penalty tables: to be replaced by what the local rule says.
 * Each was seen on 2026-11-30 in copies; who sets up a column compares it with the rule of the place.
 */
import type { FieldRow } from './field-row.js';

/** What a kind shows; names are those of its fields. */
interface KindFacts {
  /** What stands before the codes of the national tables: 行政强制's QZ_WSH, XZQZ_WSH. [M] */
  readonly prefixes: string;
  readonly columns: readonly string[];
  readonly title: readonly string[];
  readonly needsOneOf: readonly string[];
  /** Shown even when it is missing: [A] and what tells one decision from another. */
  readonly plan: readonly string[];
  readonly categories?: readonly string[];
  /** Values of `result` that a source lists, as examples. */
  readonly results?: readonly string[];
}

interface Enforcement {
  readonly facts: KindFacts;
  readonly fields: readonly FieldRow[];
}

/** [B] has 监管对象 beside 行政相对人 and one column of codes for firms and persons: what is no credit code there is dropped. */
const SUBJECT = [
  ['subjectName', 'name', 'XDR_MC XDR XDR_NAME',
    '行政相对人名称 行政相对人 行政相对人(单位/个人) 执法对象 相对人 当事人名称 当事人 企业名称 单位名称 机构全称 申请人 监管对象 personName xyztmc'],
  ['creditCode', 'code', 'XDR_SHXYM XDR_TYSHXYDM',
    '统一社会信用代码 行政相对人代码_1(统一社会信用代码) 信用代码 社会信用代码 行政相对人统一社会信用代码 行政相对人编码 行政相对人(单位/个人)编码'
    + ' 单位社会信用代码 TYSHXYDM XYDM SHXYM uscc'],
] as const satisfies readonly FieldRow[];

/** Where to object and by when is part of the decision itself (行政强制法 第二十四条, from memory). */
const REMEDY = ['remedy', 'text', '', '救济渠道 救济途径'] as const satisfies FieldRow;

/** Beside the reports' own names for it; “行政” makes no difference. */
const SUBJECT_KIND =
  ['subjectType', 'text', 'XDR_LB XDR_TYPE XDR_LX', '行政相对人类别 相对人类型 行政相对人性质 行政相对人分类'] as const satisfies FieldRow;

/** [B] */
const BODY_CODE = ['authorityCode', 'code', '', '执法机关统一社会信用代码 实施机构编码'] as const satisfies FieldRow;

export const ENFORCEMENT = {
  coercion: {
    facts: {
      prefixes: 'QZ XZQZ',
      columns: ['title', 'subjectName', 'category', 'decidedOn', 'authority'],
      title: ['projectName', 'documentNumber', 'subjectName'],
      needsOneOf: ['subjectName', 'documentNumber'],
      plan: [
        'documentNumber', 'basis', 'projectName', 'subjectName', 'creditCode', 'facts', 'authority', 'category', 'result', 'decidedOn',
      ],
      // 行政强制法 art. 9 (措施) and art. 12 (执行); before them what [B] calls 行政强制种类, behind them as offices shorten it.
      categories: [
        '行政强制措施', '行政强制执行',
        '限制公民人身自由', '查封场所、设施或者财物', '扣押财物', '冻结存款、汇款', '其他行政强制措施',
        '加处罚款或者滞纳金', '划拨存款、汇款', '拍卖或者依法处理查封、扣押的场所、设施或者财物', '排除妨碍、恢复原状', '代履行',
        '其他强制执行方式', '查封', '扣押', '冻结', '加处罚款', '滞纳金', '排除妨碍', '恢复原状',
      ],
    },
    fields: [
      // [B] 强制决定书号, [C] 行政强制执行文号, [E] 决定文书编号, [F] 文书号, 临时查封/解除临时查封文号, 强制执行文号, [H] 执行决定书文号
      ['documentNumber', 'number', 'WSH', '行政强制决定书文号 强制决定书号 强制文书号 决定文书编号 强制措施决定书文号 强制执行决定书文号 强制执行文号'
        + ' 临时查封/解除临时查封文号 决定书文号 文号 强制行为编号 xzqzzxwh'],
      ['projectName', 'text', '', '行政强制事项名称 强制行为名称 强制事项 事项名称 项目名称'],
      ['basis', 'text', '', '行政强制依据 强制依据 执法依据 依据'],
      ...SUBJECT,
      // [B] 必填
      ['facts', 'text', '', '违法事实 强制事由 强制理由'],
      ['authority', 'text', '', '行政强制机关 强制机关 实施机构 实施机关 执法机关 决定机关 行政机关'],
      ['category', 'list', '', '行政强制种类 强制种类 强制类别 行政强制分类 执法类别 类别 xzqzfl'],
      ['measureType', 'text', '', '强制措施种类 强制措施类型'],
      ['executionMethod', 'text', '', '强制执行方式 强制执行类型'],
      ['result', 'text', '', '行政强制内容 强制内容 强制结果 强制执行内容 执法结论 结果 内容'],
      ['inventory', 'text', '', '查封扣押清单 查封扣押清单内容 查封、扣押财物清单'],
      ['decidedOn', 'date', 'JDRQ', '行政强制决定日期 强制决定日期 强制日期 决定日期'],
      ['startedOn', 'date', '', '强制措施起始日期 实施强制措施的起始时间 强制措施开始日期 临时查封时间 查封日期 查封扣押开始日期 开始时间 lscfsj'],
      ['extension', 'text', '', '强制措施延长期限 延长期限'],
      ['endedOn', 'date', '', '强制措施结束日期 实施强制措施的结束时间 解除临时查封时间 行政强制解封日期 结束时间 jclscfsj xzqzjfrq'],
      ['executedOn', 'date', '', '行政强制执行日期 强制执行日期 执行日期 xzqzzxsj'],
      ['performance', 'text', '', '行政强制执行情况 执行情况 强制执行情况'],
      REMEDY, SUBJECT_KIND, BODY_CODE,
    ],
  },
  confirmation: {
    facts: {
      prefixes: 'QR XZQR',
      columns: ['title', 'subjectName', 'category', 'decidedOn', 'authority'],
      title: ['projectName', 'category', 'documentNumber', 'subjectName'],
      needsOneOf: ['subjectName', 'documentNumber'],
      plan: ['documentNumber', 'basis', 'projectName', 'subjectName', 'creditCode', 'authority', 'category', 'result', 'decidedOn'],
    },
    fields: [
      // [C] 行政确认文书号, 行政确认类别, 行政确认日期; the rest [A] [M]
      ['documentNumber', 'number', 'WSH', '行政确认文书号 确认决定书文号 决定书文号 文号 xzqrws'],
      ['projectName', 'text', '', '行政确认事项名称 确认事项 事项名称 项目名称'],
      ['basis', 'text', '', '确认依据 执法依据 依据'],
      ...SUBJECT,
      ['authority', 'text', '', '确认机关 实施机关 执法机关 决定机关'],
      ['category', 'list', '', '行政确认类别 确认类别 执法类别 类别 xzqrlb'],
      ['result', 'text', '', '行政确认内容 确认内容 确认结果 执法结论 结果 内容'],
      ['certificateName', 'text', '', '确认证书名称 证书名称'],
      ['certificateNumber', 'number', '', '确认证书编号 证书编号'],
      ['decidedOn', 'date', 'JDRQ', '行政确认日期 确认决定日期 决定日期 xzqrrq'],
      REMEDY, SUBJECT_KIND, BODY_CODE,
    ],
  },
  levy: {
    facts: {
      prefixes: 'ZS XZZS',
      columns: ['title', 'subjectName', 'levyAmount', 'decidedOn', 'authority'],
      title: ['projectName', 'result', 'category', 'documentNumber', 'subjectName'],
      needsOneOf: ['subjectName', 'documentNumber'],
      plan: ['documentNumber', 'basis', 'projectName', 'subjectName', 'creditCode', 'authority', 'category', 'result', 'decidedOn'],
    },
    fields: [
      // [D] xzzszl, xzzsnr, szzsrq, xzzsjg (what they are short for: its values); 标准, 金额 and 期限 [M]
      ['documentNumber', 'number', 'WSH', '行政征收决定书文号 征收决定书编号 征收文书号 缴款通知书编号 决定书文号 文号'],
      ['projectName', 'text', '', '行政征收事项名称 征收事项 征收项目 事项名称 项目名称'],
      ['basis', 'text', '', '征收依据 执法依据 依据'],
      ...SUBJECT,
      ['authority', 'text', '', '行政征收机关 征收机关 实施机关 执法机关 决定机关 xzzsjg'],
      ['category', 'list', '', '行政征收种类 征收种类 征收类别 执法类别 类别 xzzszl'],
      ['result', 'text', '', '行政征收内容 征收内容 征收决定内容 征收结果 执法结论 结果 内容 xzzsnr'],
      ['levyStandard', 'text', '', '征收标准 收费标准'],
      ['levyAmount', 'sum', '', '征收金额 应缴金额 应征金额 征收数额'],
      ['decidedOn', 'date', 'JDRQ', '行政征收决定日期 实施征收日期 征收日期 决定日期 szzsrq xzzsrq'],
      ['payBy', 'text', '', '缴纳期限 缴款期限 缴费期限'],
      REMEDY, SUBJECT_KIND, BODY_CODE,
    ],
  },
  grant: {
    facts: {
      prefixes: 'JF XZJF GF XZGF',
      columns: ['title', 'subjectName', 'grantAmount', 'decidedOn', 'authority'],
      title: ['projectName', 'category', 'documentNumber', 'subjectName'],
      needsOneOf: ['subjectName', 'documentNumber'],
      plan: ['documentNumber', 'basis', 'projectName', 'subjectName', 'creditCode', 'authority', 'category', 'result', 'decidedOn'],
    },
    fields: [
      // [C] 行政给付事项, 审核结果, 费用, 日期; 标准 and 类别 [M]
      ['documentNumber', 'number', 'WSH', '行政给付决定书文号 给付文书号 决定书文号 文号'],
      ['projectName', 'text', '', '行政给付事项 给付项目 事项名称 项目名称 xzgfsx'],
      ['basis', 'text', '', '给付依据 执法依据 依据'],
      ['subjectName', 'name', SUBJECT[0][2], `${SUBJECT[0][3]} 给付对象`], SUBJECT[1],
      ['authority', 'text', '', '行政给付机关 给付机关 实施机关 执法机关 决定机关'],
      ['category', 'list', '', '行政给付类别 给付类别 给付种类 执法类别 类别'],
      ['result', 'text', '', '行政给付审核结果 给付结果 给付内容 给付决定内容 执法结论 结果 内容 xzgfshjg'],
      ['grantStandard', 'text', '', '给付标准 补助标准'],
      ['grantAmount', 'sum', '', '行政给付金额 给付费用 给付金额 补助金额 xzgffy'],
      ['decidedOn', 'date', 'JDRQ', '行政给付日期 给付决定日期 决定日期 xzgfrq'],
      REMEDY, SUBJECT_KIND, BODY_CODE,
    ],
  },
  ruling: {
    facts: {
      prefixes: 'CJ XZCJ',
      columns: ['title', 'subjectName', 'documentNumber', 'decidedOn', 'authority'],
      title: ['projectName', 'facts', 'documentNumber', 'subjectName'],
      needsOneOf: ['subjectName', 'documentNumber'],
      plan: ['documentNumber', 'basis', 'projectName', 'subjectName', 'creditCode', 'authority', 'category', 'result', 'decidedOn'],
    },
    fields: [
      // [C] 被申请人, 申请事项, 实施机关, 日期; [E] 裁决（定）书编号, 地位, 事由, 结果, 日期, 机关
      ['documentNumber', 'number', 'WSH', '行政裁决书文号 行政裁决（定）书编号 裁决书编号 裁决文书号 决定书文号 文号'],
      ['projectName', 'text', '', '行政裁决申请事项 裁决事项 事项名称 项目名称 xzcjsqsx'],
      ['basis', 'text', '', '裁决依据 执法依据 依据'],
      ['subjectName', 'name', SUBJECT[0][2], `${SUBJECT[0][3]} 裁决申请人`], SUBJECT[1],
      ['partyRole', 'text', '', '行政裁决（定）地位 裁决地位'],
      // Nobody's choice: masked unless it surely is an organisation (feed/clean.ts).
      ['respondent', 'name', '', '行政裁决被申请人 被申请人 被申请人名称 裁决被申请人 xzcjbsqr'],
      ['facts', 'text', '', '行政裁决（定）事由 裁决事由 争议事项 主要争议'],
      ['authority', 'text', '', '行政裁决实施机关 行政裁决（定）机关 裁决机关 实施机关 执法机关 决定机关 xzcjssjg'],
      ['category', 'list', '', '行政裁决类别 裁决类别 裁决种类 执法类别 类别'],
      ['result', 'text', '', '行政裁决结果 行政裁决（定）结果 裁决结果 裁决内容 执法结论 结果 内容'],
      ['decidedOn', 'date', 'JDRQ', '行政裁决日期 行政裁决（定）日期 裁决决定日期 决定日期 xzcjrq'],
      REMEDY, SUBJECT_KIND, BODY_CODE,
    ],
  },
  reward: {
    facts: {
      prefixes: 'JL XZJL',
      columns: ['title', 'subjectName', 'category', 'decidedOn', 'authority'],
      title: ['honorName', 'projectName', 'documentNumber', 'subjectName'],
      needsOneOf: ['subjectName', 'documentNumber', 'honorName'],
      plan: ['documentNumber', 'honorName', 'subjectName', 'creditCode', 'authority', 'category', 'result', 'decidedOn'],
    },
    fields: [
      // [C] 决定文号, 名称, 决定内容, 日期, 部门, 授奖等级, 项目名称, 年度, 开始/结束时间, 奖励类型; [D] rdwsh, jlmc, jlsx, jlxs, jlsyrq, syjg
      // (a reader of the same codes elsewhere has 证书编号 for rdwsh and 奖励机关 for syjg); [H] 荣誉称号/获奖名称, 表彰（授予/评定）…
      ['documentNumber', 'number', 'WSH', '行政奖励决定文号 奖励决定书文号 奖励文书号 认定文书号 表彰文号 表彰（授予/评定）文号 决定书文号 文号 xzjljdwh rdwsh'],
      ['honorName', 'text', '', '行政奖励名称 奖励名称 荣誉称号 获奖名称 荣誉称号/获奖名称 xzjlmc jlmc'],
      ['projectName', 'text', '', '奖励事项 获奖项目 事项名称 项目名称 jlsx'],
      ['basis', 'text', '', '奖励依据 执法依据 依据'],
      ['subjectName', 'name', SUBJECT[0][2], `${SUBJECT[0][3]} 奖励对象`], SUBJECT[1],
      ['authority', 'text', '', '行政奖励部门 奖励机关 授予机关 表彰单位 表彰（授予/评定）单位 实施机关 执法机关 决定机关 xzjlbm syjg'],
      ['category', 'list', '', '奖励类型 奖励类别 奖励种类 执法类别 类别 jllx'],
      ['level', 'text', '', '授奖等级 奖励等级 奖励级别 sjdj'],
      ['rewardForm', 'text', '', '奖励形式 奖励方式 jlxs'],
      ['result', 'text', '', '行政奖励决定内容 奖励内容 奖励结果 执法结论 结果 内容 xzjljdnr'],
      ['year', 'text', '', '年度 奖励年度 sbnd'],
      ['decidedOn', 'date', 'JDRQ', '行政奖励日期 奖励授予日期 表彰日期 表彰（授予/评定）日期 奖励决定日期 决定日期 xzjlrq jlsyrq'],
      ['startedOn', 'date', '', '开始日期 开始时间 kssj'],
      ['endedOn', 'date', '', '结束日期 结束时间 jssj'],
      SUBJECT_KIND, BODY_CODE,
    ],
  },
  inspection: {
    facts: {
      prefixes: 'JC XZJC',
      columns: ['title', 'subjectName', 'result', 'decidedOn', 'authority'],
      title: ['projectName', 'taskName', 'planName', 'category', 'documentNumber', 'subjectName'],
      needsOneOf: ['subjectName', 'documentNumber'],
      plan: ['documentNumber', 'basis', 'projectName', 'subjectName', 'creditCode', 'authority', 'category', 'result', 'decidedOn'],
      // [B]'s six, then those of 双随机 [G]
      results: [
        '未发现问题终止检查并向监管对象告知检查结果', '发现问题做出责令改正等行政命令', '发现问题做出行政指导', '发现问题做出行政处罚决定',
        '发现问题做出行政强制决定', '发现问题做出其他具体行政行为',
        '未发现问题', '未按规定公示应当公示的信息', '公示信息隐瞒真实情况弄虚作假', '通过登记的住所（经营场所）无法联系', '发现问题经责令已改正',
        '不配合检查情节严重', '未发现开展本次抽查涉及的经营活动', '已关闭停业或正在组织清算',
      ],
    },
    fields: [
      // [B] 检查行为名称, 行为编号, 形式, 类别, 方式, 结果, 时间; [G] 抽查计划/任务 编号/名称, 类型, 机关, 完成日期; [H] 结果文号, 事由, 依据
      ['documentNumber', 'number', 'WSH', '行政检查结果文号 检查文书号 检查行为编号 检查编号 决定书文号 文号'],
      ['projectName', 'text', '', '检查事项 检查行为名称 抽查事项 抽查事项名称 检查项目 事项名称 项目名称'],
      ['basis', 'text', '', '检查依据 抽查依据 执法依据 依据'],
      ['subjectName', 'name', SUBJECT[0][2], `${SUBJECT[0][3]} 检查对象 抽查对象 被检查单位`], SUBJECT[1],
      ['facts', 'text', '', '检查事由'],
      ['authority', 'text', '', '检查机关 检查实施机关 抽查机关 抽查主体 实施机构 实施机关 执法机关 决定机关 insAuth'],
      ['category', 'list', '', '检查类别 检查类型 抽查类型 执法类别 类别 raninsTypeName'],
      ['inspectionForm', 'text', '', '检查形式'],
      ['inspectionMethod', 'text', '', '检查方式 抽查方式'],
      ['result', 'text', '', '检查结果 抽查结果 抽查检查结果 检查结论 执法结论 结果 内容'],
      ['decidedOn', 'date', 'JDRQ', '检查日期 检查时间 抽查完成日期 抽查日期 抽查检查日期 检查完成日期 决定日期 insDate'],
      ['planNumber', 'number', '', '抽查计划编号 检查计划编号 raninsPlanId'],
      ['planName', 'text', '', '抽查计划名称 检查计划名称 raninsPlaneName raninsPlanName'],
      ['taskNumber', 'number', '', '抽查任务编号 检查任务编号 raninsTaskId'],
      ['taskName', 'text', '', '抽查任务名称 检查任务名称 raninsTaskName'],
      REMEDY, SUBJECT_KIND, BODY_CODE,
    ],
  },
} as const satisfies Readonly<Record<string, Enforcement>>;

export type EnforcementTable = typeof ENFORCEMENT;
