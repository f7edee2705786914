/**
 * Every field of every kind, one row each: canonical name, how its values are read, the keys departments really use, the
 * official label. The types of fields and kinds below are made of these rows, so that a new field is one row, and a new
 * alias one word in a row. Sources: the national tables of 2015/16 and 2018 (发改办财金〔2018〕424号 and its predecessor;
 * domain §1.2–1.6), label variants of domain §6.
 *
 * A row reads: [field, type, national codes, labels and other keys].
 * - Codes stand without their prefix (`XK_`, `CF_`); `^5` and `^8` mark those that only the 2015/16 or only the
 *   2018 standard has. The same code without its prefix is understood too, if no full code spells alike.
 * - The first label is the official one of that kind and is what citizens see.
 * - `^5`/`^8` after a label mark it likewise.
 * - A field that several kinds have is of one type in all of them (test/model/schema.test.ts).
 */
import { ENFORCEMENT, type EnforcementTable } from './enforcement.js';
import type { ColumnType, FieldRow } from './field-row.js';

/** How the values of a field that is shown are read. */
export type FieldType = Exclude<ColumnType, 'gate'>;

// Who it is about: the first two stand high in a detail, the others below the decision.
const SUBJECT = [
  ['subjectName', 'name', 'XDR_MC XDR XDR_NAME',
    '行政相对人名称 相对人 当事人名称 当事人 被处罚人 被处罚单位 违法企业名称或违法自然人姓名 企业名称 单位名称 机构全称 申请人 被许可人 personName xyztmc xy010101 creditsubjectname'],
  ['creditCode', 'code', 'XDR_SHXYM XDR_TYSHXYDM',
    '统一社会信用代码 行政相对人代码_1(统一社会信用代码) 信用代码 社会信用代码 行政相对人统一社会信用代码 TYSHXYDM XYDM SHXYM uscc creditsubjectcode1'],
] as const satisfies readonly FieldRow[];
const SUBJECT_MORE = [
  ['subjectType', 'text', 'XDR_LB^8 XDR_TYPE XDR_LX', '行政相对人类别 相对人类型'],
  ['registrationNumber', 'code', 'XDR_GSZC^8 XDR_GSDJ^5', '工商注册号 工商登记码 工商登记号 注册号 REGNO gszch'],
  ['organizationCode', 'code', 'XDR_ZZJG^8 XDR_ZDM^5', '组织机构代码 违法企业组织机构代码 zzjgdm'],
  ['taxNumber', 'code', 'XDR_SWDJ', '税务登记号 纳税人识别号 taxCode'],
  ['institutionNumber', 'code', 'XDR_SYDW^8', '事业单位证书号'],
  ['socialOrgNumber', 'code', 'XDR_SHZZ^8', '社会组织登记证号'],
  ['legalRepresentative', 'name', 'FRDB^8 FDDB FDDBR FR^5 XDR_FR XDR_FDDBR',
    '法定代表人 法定代表人姓名 法人代表 法定代表人(负责人)姓名 负责人 主要负责人 legalName legalpersonname'],
] as const satisfies readonly FieldRow[];

// What records of any kind may carry.
const COMMON = [
  ['id', 'gate', '', 'id recordId uuid guid'],
  ['kind', 'gate', '', 'kind'],
  ['status', 'gate', 'ZT', '当前状态 状态 dqzt punishState punish_status'],
  ['statusName', 'gate', 'ZTMC', '状态名称 当前状态名称'],
  ['scope', 'gate', 'SYFW', '信息使用范围 使用范围 公开范围 公开属性 xxfl'],
  ['remark', 'gate', 'BZ', '备注 说明 remarks'],
  ['grade', 'gate', 'SXYZCD', '失信严重程度 失信等级 severity'],
  ['ignored', 'gate', 'DFBM^5', '地方编码^5 序号 CREATE_DATE CREATE_TIME'],
  ['ignored', 'gate', 'BM LSH', 'BH bmbh areaOid areaCode orgId flowno typeVersion pageNo'],
  ['office', 'text', '', '科室 承办科室 责任科室 承办机构'],
  ['publishedOn', 'date', 'GSRQ', '公示日期 上网日期 公开日期'],
  ['publicUntil', 'date', 'GSJZQ', '公示截止期 公示截止期限 公示截止日期 公示期限 公示期 gsqx xy020133'],
  ['updatedOn', 'date', 'SJC^5', '数据更新时间戳^5 更新时间'],
  ['catalogCode', 'text', 'SXBM', '事项编码 目录编码 权力编码'],
  ['revokedOn', 'date', '', '撤销日期 撤回日期'],
  ['revokeReason', 'text', '', '撤销原因 撤回原因 撤销理由 撤回理由'],
] as const satisfies readonly FieldRow[];

/**
 * Decisions beyond 双公示 (七公示/十公示), with the four fields that 国办发〔2018〕118号 names: 执法机关, 执法对象, 执法类别, 执法结论
 * (from memory, to be compared with the text). What each has of its own, `enforcement.ts` says.
 */
const GENERAL = [
  ['documentNumber', 'number', 'WSH', '决定书文号'],
  ['projectName', 'text', '', '事项名称'],
  ['basis', 'text', '', '执法依据'],
  ...SUBJECT,
  ['authority', 'text', '', '执法机关'],
  ['category', 'list', '', '执法类别'],
  ['result', 'text', '', '执法结论'],
  ['decidedOn', 'date', 'JDRQ', '决定日期'],
  ...SUBJECT_MORE,
  ['sourceUnit', 'text', '', '数据来源单位 数据来源'],
  ...COMMON,
] as const satisfies readonly FieldRow[];

// Rows stand in the order of the detail page: the fields of 国发〔2015〕 first, then the order of the 信用中国 report (domain §5.2).
const KIND_FIELDS = {
  license: [
    ['documentNumber', 'number', 'WSH', '行政许可决定书文号 许可文书号 文号 jdswh xkjdsh admimdocno'],
    ['documentName', 'text', 'XKWS^8 XKMC', '行政许可决定文书名称 决定书名称 许可名称'],
    ['basis', 'text', 'SDYJ', '设定依据 许可依据 审批依据 法律依据'],
    ['projectName', 'text', 'XMMC^5 SXMC', '项目名称 许可事项 事项名称'],
    ...SUBJECT,
    ['authority', 'text', 'XKJG^8 XZJG^5', '许可机关 审批机关 发证机关 govname'],
    ['certificateName', 'text', 'XKZS^8', '许可证书名称 证书名称'],
    ['category', 'list', 'XKLB^8 SPLB^5', '许可类别 审批类别^5 许可类型 审核类型'],
    ['certificateNumber', 'number', 'XKBH^8', '许可编号 许可证编号 许可证号 证书编号'],
    ['decidedOn', 'date', 'JDRQ', '许可决定日期 发证日期 xkrq handledate'],
    ['validFrom', 'date', 'YXQZ^8', '有效期自^8 有效期起 有效期开始日期'],
    ['validTo', 'date', 'YXQZI^8 JZQ^5 YXQ JZRQ', '有效期至^8 许可截止期^5 许可截止日期 有效期止 有效期限 expirationdate'],
    ['content', 'text', 'NR', '许可内容 内容许可'],
    ...SUBJECT_MORE,
    ['authorityCode', 'code', 'XKJGDM^8', '许可机关统一社会信用代码^8'],
    ['sourceUnit', 'text', 'LYDW^8 SJLY', '数据来源单位 数据来源'],
    ['sourceCode', 'code', 'LYDWDM^8 SJLYDM', '数据来源单位统一社会信用代码^8 xkLydwbm'],
    ...COMMON,
  ],
  penalty: [
    ['documentNumber', 'number', 'WSH', '行政处罚决定书文号 处罚文书号 文号 案号 jdswh cfjdsh punishNumber xy020102'],
    ['documentName', 'text', 'WSMC', '行政处罚决定书名称'],
    ['basis', 'text', 'YJ', '处罚依据 执法依据 法律依据 punishBy'],
    ['caseName', 'text', 'CFMC^5 AJMC', '案件名称 处罚名称'],
    ...SUBJECT,
    ['facts', 'text', 'SY', '违法事实 处罚事由 主要违法事实 案由 违法事由 punishReason xy020104'],
    ['authority', 'text', 'CFJG^8 XZJG^5 XKJG', '处罚机关 执法单位 govname'],
    ['result', 'text', 'NR^8 JG^5', '处罚内容 处罚结果 punishResult'],
    ['remedy', 'text', '', '救济渠道 救济途径'],
    ['category', 'list', 'CFLB^8 CFLB1^5 CFLB2^5 CFZL', '处罚类别 处罚类别1^5 处罚类别2^5 处罚种类 punishTypeOne punishTypeTwo xy020103'],
    ['decidedOn', 'date', 'JDRQ', '处罚决定日期 cfrq handledate punishDate punishedAt xy020107'],
    ['fineAmount', 'amount', 'NR_FK^8', '罚款金额（万元）^8 罚款金额 fkje'],
    ['confiscatedAmount', 'amount', 'NR_WFFF^8', '没收违法所得、没收非法财物的金额（万元）^8 没收违法所得、没收非法财物的金额 没收金额'],
    ['suspendedCertificate', 'text', 'NR_ZKDX^8', '暂扣或吊销证照名称及编号'],
    ['violationType', 'text', 'WFXW^8', '违法行为类型^8 违法行为'],
    ['effectiveUntil', 'date', 'YXQ^8 QX', '处罚有效期'],
    ['publicUntil', 'date', 'JZRQ', '公示截止期'],
    // Made of the grade, and written by our own tools, which do not write the grade.
    ['repairFrom', 'gate', '', 'repairFrom'],
    ...SUBJECT_MORE,
    ['authorityCode', 'code', 'CFJGDM^8', '处罚机关统一社会信用代码^8'],
    ['sourceUnit', 'text', 'SJLY^8 LYDW', '数据来源单位 数据来源'],
    ['sourceCode', 'code', 'SJLYDM^8 LYDWDM', '数据来源单位统一社会信用代码^8'],
    ...COMMON,
  ],
  honor: [
    ['honorName', 'text', '', '表彰名称 荣誉名称 奖项名称'],
    ...SUBJECT,
    ['category', 'list', '', '类别'],
    ['level', 'text', '', '荣誉等级 表彰级别'],
    ['content', 'text', '', '荣誉内容 荣誉事项'],
    ['documentNumber', 'number', '', '表彰文件号 认定文号'],
    ['authority', 'text', '', '认定机关 认定机关全称'],
    ['decidedOn', 'date', '', '认定日期'],
    ['certificateNumber', 'number', '', '证书编号'],
    ...SUBJECT_MORE,
    ['sourceUnit', 'text', '', '提供部门 交换单位'],
    ...COMMON,
  ],
  blacklist: [
    ...SUBJECT,
    ['category', 'list', '', '类别'],
    ['basis', 'text', '', '认定依据'],
    ['facts', 'text', '', '主要失信事实 列入事由 列入名单事由 失信行为简况 纳入理由 失信事实'],
    ['result', 'text', '', '行政处理处罚或法院判决决定的主要内容 处理结果'],
    ['documentNumber', 'number', '', '认定文号'],
    ['authority', 'text', '', '认定单位'],
    ['decidedOn', 'date', '', '确认严重失信日期 列入日期'],
    ['publicUntil', 'date', '', '公示截止期'],
    ['removedOn', 'date', '', '移出日期 修复日期'],
    ['product', 'text', '', '产品名称 产品'],
    ...SUBJECT_MORE,
    ['sourceUnit', 'text', '', '提供部门 信息报送机关'],
    ...COMMON,
  ],
  notice: [
    ['noticeTitle', 'text', '', '标题 文件名称 title'],
    ['category', 'list', '', '类别 栏目'],
    ['decidedOn', 'date', '', '发布日期 印发日期 成文日期 date'],
    ['authority', 'text', '', '发布部门 发文机关 来源 department'],
    ['documentNumber', 'number', '', '文号 发文字号'],
    ['link', 'link', '', '链接 网址 链接地址 url'],
    ['content', 'text', '', '正文 内容 text'],
    ...COMMON,
  ],
  catalog: [
    ['itemName', 'text', 'SXMC', '事项名称 目录名称 权力名称 name'],
    ['catalogCode', 'text', 'XZBM', '事项编码 编码 code'],
    ['category', 'list', 'XZLB', '事项类别 行政类别 权力类别'],
    ['basis', 'text', 'YZ', '设定依据 执法依据 实施依据 设定依据/执法依据'],
    ['authority', 'text', '', '实施部门 实施主体 责任部门 department'],
    ['year', 'text', '', '年度'],
    ...COMMON,
  ],
  coercion: GENERAL,
  confirmation: GENERAL,
  levy: GENERAL,
  grant: GENERAL,
  ruling: GENERAL,
  reward: GENERAL,
  inspection: GENERAL,
} as const satisfies Readonly<Record<string, readonly FieldRow[]>>;

/** What kind of publication a record is. */
export type Kind = keyof typeof KIND_FIELDS;

type OwnRow = EnforcementTable[keyof EnforcementTable]['fields'][number];
type AnyRow = (typeof KIND_FIELDS)[Kind][number] | OwnRow;
type FieldOf<Type extends ColumnType> = Extract<AnyRow, readonly [string, Type, string, string]>[0];

export type TextField = FieldOf<'text' | 'number' | 'code' | 'name' | 'link' | 'sum'>;
export type DateField = FieldOf<'date'>;
export type AmountField = FieldOf<'amount'>;
/** A field of the clean record. `title` is made of others: see `kinds.ts`. */
export type FieldName = TextField | DateField | AmountField | FieldOf<'list'> | 'title';
/** Read for the gate and the checks, never shown. */
export type GateField = FieldOf<'gate'>;

const ROWS: Record<Kind, readonly AnyRow[]> = KIND_FIELDS;

/** All rows of a kind, in the order of the detail page. */
export const fieldRows = (kind: Kind): readonly AnyRow[] => ROWS[kind];

const TYPES = new Map<string, ColumnType>();

const learnTypes = (rows: readonly AnyRow[]): void => rows.forEach(([field, type]) => TYPES.set(field, type));
Object.values(ROWS).forEach(learnTypes);

/**
 * Takes over the rows of the kinds beyond 双公示; of a field's two, its own is the first and counts. A page's own script has none
 * of them (scripts/parts.ts) until the rules hand them over; everywhere else they are there at once.
 */
export function learnFields(table: Partial<EnforcementTable>): void {
  for (const kind of Object.keys(table) as (keyof EnforcementTable)[]) {
    const own: readonly AnyRow[] = (table as EnforcementTable)[kind].fields;
    learnTypes(own);
    ROWS[kind] = [...own, ...GENERAL];
  }
}

learnFields(ENFORCEMENT);

/** How the values of a field are read. */
export const fieldType = (field: FieldName): FieldType => (TYPES.get(field) as FieldType | undefined) ?? 'text';

/** Whether a column is read for the gate and the checks only. */
export const isGateField = (field: FieldName | GateField): field is GateField => TYPES.get(field) === 'gate';

/** The official label of a field in a kind. */
export const officialLabel = (kind: Kind, field: string): string =>
  fieldRows(kind).find(([name]) => name === field)?.[3].split(/[ ^]/)[0] || field;

/** Whether the national table of a kind has the field. */
export const isNational = (kind: Kind, field: string): boolean => Boolean(fieldRows(kind).find(([name]) => name === field)?.[2]);

/** The fields a record of a kind may have, in the order of its detail page; what only the gate reads is left out. */
export const recordFields = (kind: Kind): readonly FieldName[] =>
  [...new Set(fieldRows(kind).map(([field]) => field))].filter((field): field is Exclude<typeof field, GateField> => !isGateField(field));
