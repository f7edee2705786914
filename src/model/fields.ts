/**
 * Every field of every kind, one row each: canonical name, the keys departments really use, the official label.
 * Sources: the national tables of 2015/16 and 2018 (发改办财金〔2018〕424号 and its predecessor; domain §1.2–1.6),
 * label variants of domain §6. A new alias is one word in a row.
 *
 * A row reads: [field, national codes, labels and other keys].
 * - Codes stand without their prefix (`XK_`, `CF_`); `^5` and `^8` mark those that only the 2015/16 or only the
 *   2018 standard has. The same code without its prefix is understood too, if no full code spells alike.
 * - The first label is the official one of that kind and is what citizens see.
 * - `^5`/`^8` after a label mark it likewise.
 */
import type { Kind } from './kinds.js';

export type TextField =
  | 'documentNumber' | 'documentName' | 'projectName' | 'caseName' | 'honorName' | 'noticeTitle' | 'itemName'
  | 'subjectName' | 'subjectType' | 'creditCode' | 'registrationNumber' | 'organizationCode' | 'taxNumber'
  | 'institutionNumber' | 'socialOrgNumber' | 'legalRepresentative' | 'certificateName' | 'certificateNumber'
  | 'content' | 'facts' | 'violationType' | 'basis' | 'result' | 'remedy' | 'suspendedCertificate' | 'authority'
  | 'authorityCode' | 'sourceUnit' | 'sourceCode' | 'office' | 'level' | 'product' | 'link' | 'catalogCode' | 'year'
  | 'revokeReason';
export type DateField =
  | 'decidedOn' | 'validFrom' | 'validTo' | 'effectiveUntil' | 'publicUntil' | 'publishedOn' | 'updatedOn'
  | 'removedOn' | 'revokedOn';
export type AmountField = 'fineAmount' | 'confiscatedAmount';
/** A field of the clean record. */
export type FieldName = TextField | DateField | AmountField | 'category' | 'title';
/** Read for the gate and the checks, never shown: 状态, 使用范围, 备注 (reporters put phone numbers there), grades, ids. */
export type GateField = 'id' | 'kind' | 'status' | 'statusName' | 'scope' | 'remark' | 'grade' | 'ignored';

/** How a value is read: `list` may hold several values, `code` loses its spaces, a `number` such as a 文号 is text that is not broken. All text is redacted. */
export type FieldType = 'text' | 'number' | 'code' | 'date' | 'amount' | 'list' | 'name' | 'link';

type Row = readonly [field: FieldName | GateField, codes: string, labels: string];

// Who it is about: the first two stand high in a detail, the others below the decision.
const SUBJECT: readonly Row[] = [
  ['subjectName', 'XDR_MC XDR XDR_NAME', '行政相对人名称 相对人 当事人名称 当事人 被处罚人 被处罚单位 违法企业名称或违法自然人姓名 企业名称 单位名称 机构全称 申请人 被许可人 personName xyztmc xy010101'],
  ['creditCode', 'XDR_SHXYM XDR_TYSHXYDM', '统一社会信用代码 行政相对人代码_1(统一社会信用代码) 信用代码 社会信用代码 行政相对人统一社会信用代码 TYSHXYDM XYDM SHXYM uscc'],
];
const SUBJECT_MORE: readonly Row[] = [
  ['subjectType', 'XDR_LB^8 XDR_TYPE XDR_LX', '行政相对人类别 相对人类型'],
  ['registrationNumber', 'XDR_GSZC^8 XDR_GSDJ^5', '工商注册号 工商登记码 工商登记号 注册号 REGNO gszch'],
  ['organizationCode', 'XDR_ZZJG^8 XDR_ZDM^5', '组织机构代码 违法企业组织机构代码 zzjgdm'],
  ['taxNumber', 'XDR_SWDJ', '税务登记号 纳税人识别号 taxCode'],
  ['institutionNumber', 'XDR_SYDW^8', '事业单位证书号'],
  ['socialOrgNumber', 'XDR_SHZZ^8', '社会组织登记证号'],
  ['legalRepresentative', 'FRDB^8 FDDB FDDBR FR^5 XDR_FR XDR_FDDBR', '法定代表人 法定代表人姓名 法人代表 法定代表人(负责人)姓名 负责人 主要负责人 legalName'],
];

// What records of any kind may carry.
const COMMON: readonly Row[] = [
  ['id', '', 'id recordId uuid guid'],
  ['kind', '', 'kind'],
  ['status', 'ZT', '当前状态 状态 dqzt punishState punish_status'],
  ['statusName', 'ZTMC', '状态名称 当前状态名称'],
  ['scope', 'SYFW', '信息使用范围 使用范围 公开范围 公开属性 xxfl'],
  ['remark', 'BZ', '备注 说明 remarks'],
  ['grade', 'SXYZCD', '失信严重程度 失信等级 severity'],
  ['ignored', 'DFBM^5', '地方编码^5 序号 CREATE_DATE CREATE_TIME'],
  ['ignored', 'BM BH LSH', 'bmbh areaOid areaCode orgId flowno typeVersion repairState pageNo'],
  ['office', '', '科室 承办科室 责任科室 承办机构'],
  ['publishedOn', 'GSRQ', '公示日期 上网日期 公开日期'],
  ['publicUntil', 'GSJZQ', '公示截止期 公示截止期限 公示截止日期 公示期限 公示期 gsqx xy020133'],
  ['updatedOn', 'SJC^5', '数据更新时间戳^5 更新时间'],
  ['catalogCode', 'SXBM', '事项编码 目录编码 权力编码'],
  ['revokedOn', '', '撤销日期 撤回日期'],
  ['revokeReason', '', '撤销原因 撤回原因 撤销理由 撤回理由'],
];

// Rows stand in the order of the detail page: the fields of 国发〔2015〕 first, then the order of the 信用中国 report (domain §5.2).
const ROWS: Readonly<Record<Kind, readonly Row[]>> = {
  license: [
    ['documentNumber', 'WSH', '行政许可决定书文号 许可文书号 文号 jdswh'],
    ['documentName', 'XKWS^8 XKMC', '行政许可决定文书名称 决定书名称 许可名称'],
    ['basis', 'SDYJ', '设定依据 许可依据 审批依据 法律依据'],
    ['projectName', 'XMMC^5 SXMC', '项目名称 许可事项 事项名称'],
    ...SUBJECT,
    ['authority', 'XKJG^8 XZJG^5', '许可机关 审批机关 发证机关'],
    ['certificateName', 'XKZS^8', '许可证书名称 证书名称'],
    ['category', 'XKLB^8 SPLB^5', '许可类别 审批类别^5 许可类型 审核类型'],
    ['certificateNumber', 'XKBH^8', '许可编号 许可证编号 许可证号 证书编号'],
    ['decidedOn', 'JDRQ', '许可决定日期 发证日期 xkrq'],
    ['validFrom', 'YXQZ^8', '有效期自^8 有效期起 有效期开始日期'],
    ['validTo', 'YXQZI^8 JZQ^5 YXQ JZRQ', '有效期至^8 许可截止期^5 许可截止日期 有效期止 有效期限'],
    ['content', 'NR', '许可内容 内容许可'],
    ...SUBJECT_MORE,
    ['authorityCode', 'XKJGDM^8', '许可机关统一社会信用代码^8'],
    ['sourceUnit', 'LYDW^8 SJLY', '数据来源单位 数据来源'],
    ['sourceCode', 'LYDWDM^8 SJLYDM', '数据来源单位统一社会信用代码^8 xkLydwbm'],
    ...COMMON,
  ],
  penalty: [
    ['documentNumber', 'WSH', '行政处罚决定书文号 处罚文书号 文号 案号 jdswh punishNumber xy020102'],
    ['documentName', 'WSMC', '行政处罚决定书名称'],
    ['basis', 'YJ', '处罚依据 执法依据 法律依据 punishBy'],
    ['caseName', 'CFMC^5 AJMC', '案件名称 处罚名称'],
    ...SUBJECT,
    ['facts', 'SY', '违法事实 处罚事由 主要违法事实 案由 违法事由 punishReason xy020104'],
    ['authority', 'CFJG^8 XZJG^5 XKJG', '处罚机关 执法单位'],
    ['result', 'NR^8 JG^5', '处罚内容 处罚结果 punishResult'],
    ['remedy', '', '救济渠道 救济途径'],
    ['category', 'CFLB^8 CFLB1^5 CFLB2^5 CFZL', '处罚类别 处罚类别1^5 处罚类别2^5 处罚种类 punishTypeOne punishTypeTwo xy020103'],
    ['decidedOn', 'JDRQ', '处罚决定日期 cfrq punishDate punishedAt xy020107'],
    ['fineAmount', 'NR_FK^8', '罚款金额（万元）^8 罚款金额 fkje'],
    ['confiscatedAmount', 'NR_WFFF^8', '没收违法所得、没收非法财物的金额（万元）^8 没收违法所得、没收非法财物的金额 没收金额'],
    ['suspendedCertificate', 'NR_ZKDX^8', '暂扣或吊销证照名称及编号'],
    ['violationType', 'WFXW^8', '违法行为类型^8 违法行为'],
    ['effectiveUntil', 'YXQ^8 QX', '处罚有效期'],
    ['publicUntil', 'JZRQ', '公示截止期'],
    ...SUBJECT_MORE,
    ['authorityCode', 'CFJGDM^8', '处罚机关统一社会信用代码^8'],
    ['sourceUnit', 'SJLY^8 LYDW', '数据来源单位 数据来源'],
    ['sourceCode', 'SJLYDM^8 LYDWDM', '数据来源单位统一社会信用代码^8'],
    ...COMMON,
  ],
  honor: [
    ['honorName', '', '表彰名称 荣誉名称 奖项名称'],
    ...SUBJECT,
    ['category', '', '类别'],
    ['level', '', '荣誉等级 表彰级别'],
    ['content', '', '荣誉内容 荣誉事项'],
    ['documentNumber', '', '表彰文件号 认定文号'],
    ['authority', '', '认定机关 认定机关全称'],
    ['decidedOn', '', '认定日期'],
    ['certificateNumber', '', '证书编号'],
    ...SUBJECT_MORE,
    ['sourceUnit', '', '提供部门 交换单位'],
    ...COMMON,
  ],
  blacklist: [
    ...SUBJECT,
    ['category', '', '类别'],
    ['basis', '', '认定依据'],
    ['facts', '', '主要失信事实 列入事由 列入名单事由 失信行为简况 纳入理由 失信事实'],
    ['result', '', '行政处理处罚或法院判决决定的主要内容 处理结果'],
    ['documentNumber', '', '认定文号'],
    ['authority', '', '认定单位'],
    ['decidedOn', '', '确认严重失信日期 列入日期'],
    ['publicUntil', '', '公示截止期'],
    ['removedOn', '', '移出日期 修复日期'],
    ['product', '', '产品名称 产品'],
    ...SUBJECT_MORE,
    ['sourceUnit', '', '提供部门 信息报送机关'],
    ...COMMON,
  ],
  notice: [
    ['noticeTitle', '', '标题 文件名称 title'],
    ['category', '', '类别 栏目'],
    ['decidedOn', '', '发布日期 印发日期 成文日期 date'],
    ['authority', '', '发布部门 发文机关 来源 department'],
    ['documentNumber', '', '文号 发文字号'],
    ['link', '', '链接 网址 链接地址 url'],
    ['content', '', '正文 内容 text'],
    ...COMMON,
  ],
  catalog: [
    ['itemName', 'SXMC', '事项名称 目录名称 权力名称 name'],
    ['catalogCode', 'XZBM', '事项编码 编码 code'],
    ['category', 'XZLB', '事项类别 行政类别 权力类别'],
    ['basis', 'YZ', '设定依据 执法依据 实施依据 设定依据/执法依据'],
    ['authority', '', '实施部门 实施主体 责任部门 department'],
    ['year', '', '年度'],
    ...COMMON,
  ],
};

/** How fields are read, by their names, the first that fits; all others are plain text. */
const TYPES: readonly (readonly [FieldType, RegExp])[] = [
  ['date', /On$|Until$|^valid/],
  ['amount', /Amount$/],
  ['number', /^(doc|cert).*Number/],
  ['code', /Number$|[^g]Code$/],
  ['name', /^subjectName|^legal/],
  ['list', /^category/],
  ['link', /^link/],
];

const typeOf: { [K in FieldName]?: FieldType } = {};

/** How the values of a field are read. */
export const fieldType = (field: FieldName): FieldType => (typeOf[field] ||= TYPES.find(([, names]) => names.test(field))?.[0] || 'text');

/** What one key of a feed means. */
export interface Alias {
  readonly field: FieldName | GateField;
  /** The only standard that has this key, where there is one. */
  readonly standard?: '2015' | '2018';
}

/** Brackets of any style, white space, separators, letter case and a leading 行政 make no difference between two keys. */
export const foldKey = (key: string): string => key.normalize('NFKC').toUpperCase().replace(/[^\p{L}\p{N}]|^行政/gu, '')
  // 决定书文号, 决定文书号, 决定书文书号 …: the same number (domain §1.6, trap 6).
  .replace(/决定书?文?书?号/, '决定书文号');

/** What a kind's labels say of themselves: 许可机关, 处罚机关 and 机关 are one column of their kinds. */
const OWN_WORDS: Readonly<Partial<Record<Kind, RegExp>>> = {
  license: /许可(?!名称|证|人|$)/g,
  penalty: /处罚(?!名称|人|$)/g,
  honor: /(?:表彰|荣誉|认定|评定|授予)(?!名称|$)/g,
  blacklist: /(?:列入|认定|失信|黑榜)(?!名称|行为|事实|$)/g,
};

/** A folded key without what makes no difference in its kind, so that the variants nobody has seen yet are known too. */
export const aliasKey = (kind: Kind, key: string): string => foldKey(key)
  .replace(/行政|作出|做出|的|决定(?!书)/g, '').replace('时间', '日期').replace(/(?<=.)(部门|单位|机构)$|机关名称$/, '机关')
  .replace(OWN_WORDS[kind] || '', '');

/** Keys that hold ID numbers, contacts or accounts: never read on, whatever they are called (domain §2.4). */
const SECRET = /SFZ|ZJHM|ZJLX|IDCARD|IDNO$|IDNUM|CARDNO|PASSPORT|SRC$|身份证|证件号|证件类型|证件种类|护照|账号|帐号|账户|卡号|电话|手机|住址|家庭地址|联系地址|联系方式|通讯地址|邮箱|PHONE|MOBILE|EMAIL|^TEL$|相对人代码\d$/;
export const isSecretKey = (key: string): boolean => SECRET.test(foldKey(key));

const STANDARDS: Readonly<Record<string, '2015' | '2018'>> = { 5: '2015', 8: '2018' };

/** What stands before the codes of a kind in the national tables. */
const PREFIXES: Readonly<Partial<Record<Kind, string>>> = { license: 'XK', penalty: 'CF' };

const tableOf = (kind: Kind, prefix = ''): ReadonlyMap<string, Alias> => {
  const table = new Map<string, Alias>();
  const put = (word: string, field: Alias['field'], before: string): void => {
    const [text = '', mark = ''] = word.split('^');
    const key = aliasKey(kind, before + text);
    const standard = STANDARDS[mark];
    if (key && !table.has(key)) table.set(key, standard ? { field, standard } : { field });
  };
  const words = (text: string): string[] => text.split(' ').filter(Boolean);
  for (const [field, codes, names] of ROWS[kind]) {
    for (const code of words(codes)) put(code, field, prefix);
    for (const name of words(names)) put(name, field, '');
    // Our own feed format spells fields by their canonical names.
    if (field !== 'ignored') put(field, field, '');
  }
  // Codes without their prefix come last: `cfjg` is CF_JG (处罚结果), not CF_CFJG (处罚机关) cut short.
  for (const [field, codes] of ROWS[kind]) for (const code of words(codes)) put(code, field, '');
  return table;
};

const TABLES: Partial<Record<Kind, ReadonlyMap<string, Alias>>> = {};

/** What each folded key means in a kind. Made when first asked for: it is slow to make. */
export const aliasesOf = (kind: Kind): ReadonlyMap<string, Alias> => (TABLES[kind] ||= tableOf(kind, PREFIXES[kind]));

/** The official label of a field in a kind. */
export const officialLabel = (kind: Kind, field: string): string =>
  ROWS[kind].find(([name]) => name === field)?.[2].split(/[ ^]/)[0] || field;

const GATE = 'id kind status statusName scope remark grade ignored'.split(' ');

/** Whether a column is read for the gate and the checks only. */
export const isGateField = (field: FieldName | GateField): field is GateField => GATE.includes(field);

/** The fields a record of a kind may have, in the order of its detail page; what only the gate reads is left out. */
export const recordFields = (kind: Kind): readonly FieldName[] =>
  [...new Set(ROWS[kind].map(([field]) => field))].filter((field): field is FieldName => !isGateField(field));
