/**
 * What can be said of a row, one line a finding: how grave it is, the sentence for whoever keeps the data, and its source.
 * A finding names a place, and a value only where it can't be a person's.
 */
import { officialLabel, type FieldName, type GateField } from '../model/fields.js';
import { KIND_DEFS, type Kind } from '../model/kinds.js';
import type { RejectedReason, WithheldReason } from '../model/outcome.js';

/** `error`: must be put right; `warning`: somebody has to look; `note`: was done or can't be told. */
export type Severity = 'error' | 'warning' | 'note';

interface Def {
  readonly severity: Severity;
  /** Chinese; `{field}` is the field's official label, `{column}` the column as the source calls it. */
  readonly text: string;
}

export const FINDINGS = {
  // Completeness: the national tables' 必填 (domain §1.2–1.6).
  'missing-field': { severity: 'error', text: '必填项“{field}”为空' },
  // GB 32100-2015. Real early codes fail the check (domain §3.1): never a reason to drop a record.
  'credit-code-length': { severity: 'warning', text: '“{field}”不是 18 位' },
  'credit-code-check': { severity: 'warning', text: '“{field}”的校验位不对，请核对' },
  // GS 15-2006; numbers of 13 digits have no check digit.
  'registration-number': { severity: 'warning', text: '“{field}”不是有效的工商注册号' },
  // GB 11714.
  'organization-code': { severity: 'warning', text: '“{field}”的校验位不对' },
  // What spreadsheets do to long numbers.
  'number-spoilt': { severity: 'error', text: '“{field}”被表格软件改成了科学记数或丢失了末尾数字，请在原表中设为文本后重新填写' },
  'leading-zero': { severity: 'note', text: '“{field}”丢失了开头的 0，已按校验位补上' },
  'leading-zero-lost': { severity: 'warning', text: '“{field}”似乎丢失了开头的 0' },
  // Dates: fill notes of 2015/16 (≤ 报送日期, ≥ 决定日期).
  'date-unreadable': { severity: 'error', text: '“{field}”不是有效的日期' },
  'decided-in-future': { severity: 'error', text: '“{field}”在今天之后，不公示' },
  'published-before-decision': { severity: 'error', text: '公示日期早于决定日期' },
  'ends-before-decision': { severity: 'error', text: '“{field}”早于决定日期' },
  'ends-before-begin': { severity: 'error', text: '有效期至早于有效期自' },
  // 发改办财金〔2018〕424号: seven working days from the decision.
  'published-late': { severity: 'warning', text: '超过 7 个工作日才公示' },
  // A sheet without 公示日期 is looked at as if it were published today: what is on the site already is not late by that.
  'late-today': { severity: 'warning', text: '没有公示日期，按今天公示计算，已超过 7 个工作日' },
  // No column of the national tables, so only the score asks for it: without it nobody can tell whether the seven days were kept.
  'published-undated': { severity: 'note', text: '没有公示日期，无法核实是否在 7 个工作日内公示' },
  // Of the score with a ledger: made, and not to be found in the department's feeds.
  'not-published': { severity: 'error', text: '台账中有、数据中没有：漏报（瞒报）' },
  'not-taken': { severity: 'error', text: '台账中有、数据中有误或不明确，没有公示：退回' },
  'lateness-unknown': { severity: 'note', text: '该年度没有工作日历，无法判断是否在 7 个工作日内公示' },
  // 令36号 (2025): publicity ends by itself.
  'public-until-passed': { severity: 'warning', text: '公示期已满或已移出，不公示' },
  'public-until-missing': { severity: 'note', text: '没有公示截止期，期满后不会自动停止公示' },
  // Enumerations (domain §1.9).
  'category-unknown': { severity: 'warning', text: '“{field}”不是标准规定的类别' },
  'subject-type-unknown': { severity: 'warning', text: '“{field}”不是“法人及非法人组织、自然人、个体工商户”之一' },
  'status-unknown': { severity: 'warning', text: '“{field}”的值没有定义' },
  'status-unjudged': { severity: 'warning', text: '同时有两种标准的列，“{field}”的代码没有判断' },
  'mixed-standards': { severity: 'warning', text: '同一行有 2015 和 2018 两种标准的列' },
  // 双公示目录: a code that a feed's own list does not have.
  'catalog-code-unknown': { severity: 'warning', text: '“{field}”在双公示目录中没有' },
  // 罚款金额（万元）: domain §1.6, trap 7.
  'amount-unreadable': { severity: 'warning', text: '“{field}”不是金额' },
  'amount-in-yuan': { severity: 'error', text: '“{field}”单位应为万元，似乎填成了元' },
  'amount-huge': { severity: 'warning', text: '“{field}”超过 1 亿元，请核对单位是否为万元' },
  // 文号 + 相对人 + 日期 are what tells decisions apart (domain §6).
  'duplicate': { severity: 'warning', text: '与前面的记录重复' },
  'duplicate-conflict': { severity: 'error', text: '与前面的记录文号、相对人和日期相同，内容不同' },
  'duplicate-id': { severity: 'warning', text: '编号与前面的另一条记录相同' },
  // Privacy: domain §2.4. In a feed the file itself is the publication; from a sheet nothing of it is written.
  'secret-column': { severity: 'error', text: '数据文件中有不得公开的列“{column}”' },
  'secret-column-dropped': { severity: 'note', text: '列“{column}”不得公开，没有写入' },
  'id-in-column': { severity: 'error', text: '数据文件的“{field}”中有身份证件号码' },
  'id-in-column-dropped': { severity: 'warning', text: '“{field}”中有身份证件号码，没有写入' },
  'personal-data': { severity: 'error', text: '数据文件的“{field}”中有证件号码、电话、账号或住址' },
  'personal-data-masked': { severity: 'warning', text: '“{field}”中有证件号码、电话、账号或住址，已隐去' },
  'name-unmasked': { severity: 'warning', text: '数据文件中有自然人的完整姓名' },
  'name-masked': { severity: 'note', text: '自然人姓名已脱敏' },
  // The gate.
  'withheld-internal': { severity: 'note', text: '仅政府部门内部共享，不公示' },
  'withheld-restricted': { severity: 'note', text: '仅可授权查询，不公示' },
  'withheld-revoked': { severity: 'note', text: '已撤销，只公示撤销原因或不公示' },
  'withheld-minor': { severity: 'warning', text: '当事人是未成年人，不公示' },
  'withheld-repaired': { severity: 'note', text: '已修复或已终止公示，不公示' },
  'withheld-slight': { severity: 'note', text: '轻微失信，原则上不公示' },
  'withheld-unclear': { severity: 'warning', text: '关于公开、效力、修复或期限的内容不明确，不公示，请核对' },
  'gate-value-unknown': { severity: 'warning', text: '“{field}”的值没有定义，请核对是否可以公示，可用配置项 values 说明' },
  'grade-unknown': { severity: 'warning', text: '“{field}”的失信严重程度没有定义，按最长三年公示' },
  'date-placeholder': { severity: 'note', text: '“{field}”的日期是空值的代替，按没有日期处理' },
  'public-until-cut': { severity: 'warning', text: '“{field}”超过法定最长公示期，按最长期限停止公示' },
  'public-until-long': { severity: 'note', text: '“{field}”超过法定最长公示期，因未履行义务没有缩短' },
  'slight-penalty': { severity: 'warning', text: '“{field}”：仅警告、通报批评或适用简易程序的处罚，原则上不公示，请核对' },
  'personal-column': { severity: 'error', text: '数据文件中有说明个人情况的列“{column}”，没有显示' },
  'personal-column-dropped': { severity: 'note', text: '列“{column}”说明个人情况，没有写入' },
  'internal-column': { severity: 'error', text: '数据文件中有内部使用的列“{column}”，没有显示' },
  'internal-column-dropped': { severity: 'note', text: '列“{column}”供内部使用，没有写入' },
  'extra-column-hidden': { severity: 'note', text: '列“{column}”没有定义，按配置项 extra 没有显示' },
  'name-in-text': { severity: 'note', text: '数据文件的“{field}”中有自然人的姓名' },
  'name-in-text-masked': { severity: 'note', text: '“{field}”中自然人的姓名已隐去' },
  // Quarantine.
  'no-record': { severity: 'error', text: '不是一条记录' },
  'no-kind': { severity: 'error', text: '看不出是哪一类公示信息' },
  'no-name-and-number': { severity: 'error', text: '既无名称也无文号' },
  'no-basis': { severity: 'error', text: '缺少认定依据' },
  'unplaced-column': { severity: 'warning', text: '列“{column}”未识别，没有采用' },
  // What was put right without asking.
  'text-repaired': { severity: 'note', text: '“{field}”中的全角字符、不可见字符或网页标记已清理' },
  'row-skipped': { severity: 'note', text: '空行、小计、说明等不是记录的行，已跳过' },
  'row-hidden': { severity: 'warning', text: '隐藏的行也已读取，请核对是否应当公示' },
  'sheet-hidden': { severity: 'warning', text: '隐藏的工作表没有读取' },
  'vertical-form': { severity: 'warning', text: '竖排的表格（一行一个项目），没有读取，请改成一行一条记录、第一行是列名' },
  'merged-cells': { severity: 'note', text: '合并的单元格已按上一行补全' },
} as const satisfies Readonly<Record<string, Def>>;

export type FindingCode = keyof typeof FINDINGS;

/** Where in a workbook a row or cell stands. */
export interface SheetPosition {
  readonly sheet: string;
  /** As the spreadsheet counts, from 1. */
  readonly row: number;
  /** Letters of the column (`A`, `AB`). */
  readonly column?: string;
}

export interface Finding {
  readonly code: FindingCode;
  readonly severity: Severity;
  /** Number of the entry in the feed or sheet, from 1. */
  readonly row: number;
  readonly field?: FieldName | GateField;
  /** The source's own key or header. */
  readonly column?: string;
  /** What stands there; left out where it may be personal. */
  readonly value?: string;
  /** Of a finding in a sheet. */
  readonly place?: SheetPosition;
  /** Number of the other entry, of duplicates. */
  readonly other?: number;
  readonly otherPlace?: SheetPosition;
}

/** Why a record is held back, as a finding. */
export const WITHHELD_CODES: Readonly<Record<WithheldReason, FindingCode>> = {
  internal: 'withheld-internal',
  restricted: 'withheld-restricted',
  revoked: 'withheld-revoked',
  expired: 'public-until-passed',
  future: 'decided-in-future',
  minor: 'withheld-minor',
  repaired: 'withheld-repaired',
  slight: 'withheld-slight',
  unclear: 'withheld-unclear',
};

/** Why an entry was set aside; a bad date is named where it stands. */
export const REJECTED_CODES: Readonly<Record<Exclude<RejectedReason, 'bad-date'>, FindingCode>> = {
  'no-record': 'no-record',
  'no-kind': 'no-kind',
  'no-name-and-number': 'no-name-and-number',
  'no-basis': 'no-basis',
};

const GATE_LABELS: Readonly<Partial<Record<string, string>>> = {
  status: '当前状态',
  statusName: '当前状态',
  scope: '信息使用范围',
  remark: '备注',
  id: '编号',
  subjectType: '行政相对人类别',
};

/** `第 3 行（行政处罚）`: where a finding stands, for people. */
export const placeText = ({ row, place }: Pick<Finding, 'row' | 'place'>, kind?: Kind): string => (place
  ? `${place.sheet}!${place.column ?? ''}${place.row}`
  : `第 ${row} 条${kind ? `（${KIND_DEFS[kind].label}）` : ''}`);

/** A finding in words, without its place. @param kind of the row, for the official label of its field */
export const findingText = (
  { code, field, column, value, other, otherPlace }: Pick<Finding, 'code' | 'field' | 'column' | 'value' | 'other' | 'otherPlace'>,
  kind?: Kind,
): string => {
  const label = field && kind ? officialLabel(kind, field) : undefined;
  // A key that is our own name of the field is no word for people.
  const name =
    (column === field ? undefined : column) ?? (label !== field ? label : undefined) ?? (field ? (GATE_LABELS[field] ?? field) : '');
  const same = other === undefined ? '' : `（${placeText({ row: other, ...(otherPlace && { place: otherPlace }) })}）`;
  return FINDINGS[code].text.replace('{field}', () => name).replace('{column}', () => name)
    + same + (value === undefined ? '' : `：“${value}”`);
};
