/** What is not published, and how a site changes that: one row a rule. SECURITY.md and README.zh-CN.md say the same. */

export interface GuideRule {
  readonly what: string;
  /** What happens unless something is set. */
  readonly standard: string;
  readonly source: string;
  /** The setting; a test holds each against the schema of the configuration. */
  readonly settings: readonly string[];
  readonly change: string;
  /** The same for readers of English. */
  readonly en: Readonly<Record<'what' | 'standard' | 'source' | 'change', string>>;
}

const LAW = 'Open Government Information Regulations';
const ORDER = 'NDRC Order No. 36';

export const RULES: readonly GuideRule[] = [
  { what: '内部、涉密、未审核、已删除（公开属性、是否公开、密级、审核状态、删除标志等列）', standard: '不公示',
    source: '政府信息公开条例第十四条至第十六条', settings: ['gate.internal'], change: 'gate.internal',
    en: { what: 'internal, secret, not approved, deleted', standard: 'withheld', source: `${LAW}, art. 14–16`, change: 'gate.internal' } },
  { what: '依申请或授权查询', standard: '不公示', source: '政府信息公开条例第十四条至第十六条', settings: ['gate.restricted'], change: 'gate.restricted',
    en: { what: 'on application or with authority only', standard: 'withheld', source: `${LAW}, art. 14–16`, change: 'gate.restricted' } },
  { what: '未成年人受到的处罚', standard: '不公示；年龄、出生日期、监护人只用于判断', source: '浙江省行政处罚结果信息网上公开暂行办法',
    settings: ['gate.minor'], change: 'gate.minor',
    en: { what: 'penalties of minors', standard: 'withheld; ages, dates of birth and guardians are read for this alone', source: 'Interim measures of Zhejiang on publishing penalties', change: 'gate.minor' } },
  { what: '公示期已满；有几个截止日期的，以最早的为准', standard: '不公示', source: '国家发展改革委令第36号', settings: ['gate.expired'], change: 'gate.expired',
    en: { what: 'publicity has expired; of several ends the earliest counts', standard: 'withheld', source: ORDER, change: 'gate.expired' } },
  { what: '决定日期在将来', standard: '不公示', source: '双公示数据填报说明', settings: ['gate.future'], change: 'gate.future',
    en: { what: 'a decision in the future', standard: 'withheld', source: 'fill notes of the national tables', change: 'gate.future' } },
  { what: '已修复、已终止公示', standard: '不公示，也不显示为“已撤销”', source: '国家发展改革委令第36号第三条、国办发〔2025〕22号',
    settings: ['gate.repaired'], change: 'gate.repaired；逐条移除用 sgs merge --repaired 或助手第 5 步',
    en: { what: 'repaired, or publicity ended', standard: 'withheld, and never called revoked', source: `${ORDER}, art. 3; State Council Office 〔2025〕 No. 22`, change: 'gate.repaired; one by one with sgs merge --repaired or step 5 of the assistant' } },
  { what: '轻微失信', standard: '不公示', source: '国家发展改革委令第36号', settings: ['gate.slight'], change: 'gate.slight',
    en: { what: 'slight failings (轻微)', standard: 'withheld', source: ORDER, change: 'gate.slight' } },
  { what: '处罚没有截止日期，或者超过最长公示期（一般一年、严重三年、没有写明的三年）', standard: '按最长公示期计算；注明未履行的只提示，不截短',
    source: '国家发展改革委令第36号、国办发〔2025〕22号', settings: ['gate.period'], change: 'gate.period',
    en: { what: 'penalties without an end, or beyond the longest period (one year, three if grave or unsaid)', standard: 'end there; where duties are not fulfilled this is only told', source: `${ORDER}; State Council Office 〔2025〕 No. 22`, change: 'gate.period' } },
  { what: '已撤销、确认违法或无效', standard: '有撤销原因的只公示文号、名称、机关、日期和原因；没有的不公示', source: '行政处罚法第四十八条',
    settings: ['gate.revoked'], change: 'gate.revoked',
    en: { what: 'revoked, found unlawful or void', standard: 'with a reason: number, name, authority, date and reason only; without: withheld', source: 'Administrative Penalty Law, art. 48', change: 'gate.revoked' } },
  { what: '看不出含义：没有收录的代码，含“不、未、撤、停、内部”等字的词，读不出的日期', standard: '不公示，并提示列、值和行',
    source: '不明确的不公示', settings: ['gate.unclear', 'values', 'mapping'], change: '不能整体放行；用 values 说明值，用 mapping 说明列，或在助手第 4 步说明',
    en: { what: 'not understood: codes that are not known, words that sound like a no, dates that can’t be read', standard: 'withheld; column, value and row are told', source: 'what is not clear is not published', change: 'never as a whole; values settles a value, mapping a column, or step 4 of the assistant' } },
  { what: '身份证、护照等证件号码，手机、座机，银行账号，微信、QQ，车牌，家庭住址', standard: '隐去，写法不限', source: '政府信息公开条例第十五条',
    settings: [], change: '不能关闭',
    en: { what: 'numbers of IDs and passports, phones, bank accounts, WeChat and QQ, plates, homes', standard: 'taken out, in any spelling', source: `${LAW}, art. 15`, change: 'can’t be switched off' } },
  { what: '自然人姓名', standard: '只公示姓氏（张某），其他文字中的同一姓名也隐去', source: '政府信息公开条例第十五条', settings: ['privacy.maskNames'],
    change: 'privacy.maskNames',
    en: { what: 'names of natural persons', standard: 'only the surname (张某), in every text of the record', source: `${LAW}, art. 15`, change: 'privacy.maskNames' } },
  { what: '文字中的举报人、监护人、员工等其他人', standard: '隐去姓名', source: '政府信息公开条例第十五条', settings: ['privacy.redactText'], change: 'privacy.redactText',
    en: { what: 'other persons in texts: informers, guardians, staff', standard: 'masked', source: `${LAW}, art. 15`, change: 'privacy.redactText' } },
  { what: '法定代表人姓名', standard: '公示', source: '国家公示表格', settings: ['privacy.legalRepresentative'], change: 'privacy.legalRepresentative',
    en: { what: 'legal representatives', standard: 'shown', source: 'the national tables', change: 'privacy.legalRepresentative' } },
  { what: '列名涉及个人（出生日期、性别、健康、监护等）或内部工作（经办、承办、举报、内部意见等）', standard: '整列不公示',
    source: '政府信息公开条例第十五条、第十六条', settings: ['mapping'], change: 'mapping 写 "extra"（普通列）或 "ignore"（忽略）',
    en: { what: 'columns whose label speaks of a person or of the office’s inside', standard: 'left out', source: `${LAW}, art. 15, 16`, change: 'mapping: "extra" (a plain column) or "ignore"' } },
  { what: '其他没有对应字段的列', standard: '按原列名公示，像姓名的值改为“张某”', source: '组件的约定', settings: ['extra', 'extraColumns'],
    change: 'extra：show、mask、hide；extraColumns',
    en: { what: 'other columns that are no field of ours', standard: 'shown under their own names; a value that looks like a person is masked', source: 'convention of this library', change: 'extra: show, mask, hide; extraColumns' } },
];
