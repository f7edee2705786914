/**
 * The national template's sheets, for upload to the credit platform: 2015 and 2018, legal and natural persons apart
 * (domain §1.2–1.5). What must be reported but not published (numbers of certificates, the state, the region) comes from
 * the department's own file and from nowhere else: a published record does not have it, and then the cell stays empty.
 */
import { parseDate } from '../feed/dates.js';
import { cleanText } from '../feed/text.js';
import { parseCategories } from '../feed/values.js';
import type { TableImport, ImportedRow } from '../import/import-tables.js';
import { foldKey } from '../model/aliases.js';
import { fieldType, type FieldName } from '../model/fields.js';
import type { Kind } from '../model/kinds.js';
import { isLongTerm, type SgsRecord } from '../model/record.js';
import { isPerson } from '../rules/persons/subject.js';
import { judge } from '../rules/standing/judge.js';
import { statusOfCode, type Standard } from '../rules/status.js';
import type { Filing } from './filed.js';
import { STATUS_WORDS, typeOf, type CellTable } from './table.js';

/** Columns that only the department's own file has, by what their headers say. */
const PRIVATE = {
  representativeIdType: /(?:法定代表人|负责人|FR).*(?:证件类型|ZJLX)/,
  representativeId: /(?:法定代表人|负责人|FR).*(?:证件号码|身份证|ZJHM|SFZ)/,
  subjectIdType: /证件类型|ZJLX/,
  subjectId: /证件号码|身份证|ZJHM|SFZ/,
  region: /地方编码|DFBM/,
  status: /^(?:当前状态|状态)$|ZT$/,
  remark: /备注|^BZ$/,
} as const;
type PrivateName = keyof typeof PRIVATE;

/** A column's label and what goes into it; two of one field are its first value and the others. */
type TemplateColumn = readonly [label: string, from: FieldName | PrivateName | 'firstCategory' | 'otherCategories'];

const columns = (text: string): readonly TemplateColumn[] =>
  text
    .trim()
    .split(/\s+/)
    .map((row) => row.split('|') as unknown as TemplateColumn);

const SUBJECT_2018 = `
行政相对人名称|subjectName 行政相对人类别|subjectType 行政相对人代码_1(统一社会信用代码)|creditCode 行政相对人代码_2(工商注册号)|registrationNumber
行政相对人代码_3(组织机构代码)|organizationCode 行政相对人代码_4(税务登记号)|taxNumber 行政相对人代码_5(事业单位证书号)|institutionNumber
行政相对人代码_6(社会组织登记证号)|socialOrgNumber 法定代表人|legalRepresentative 法定代表人证件类型|representativeIdType 法定代表人证件号码|representativeId`;
const NATURAL_2018 = '行政相对人名称|subjectName 证件类型|subjectIdType 证件号码|subjectId';
const LICENSE_2018 = `
行政许可决定文书名称|documentName 行政许可决定文书号|documentNumber 许可类别|category 许可证书名称|certificateName 许可编号|certificateNumber
许可内容|content 许可决定日期|decidedOn 有效期自|validFrom 有效期至|validTo 许可机关|authority 许可机关统一社会信用代码|authorityCode 当前状态|status
数据来源单位|sourceUnit 数据来源单位统一社会信用代码|sourceCode 备注|remark`;
const PENALTY_2018 = `
行政处罚决定书文号|documentNumber 违法行为类型|violationType 违法事实|facts 处罚依据|basis 处罚类别|category 处罚内容|result
罚款金额（万元）|fineAmount 没收违法所得、没收非法财物的金额（万元）|confiscatedAmount 暂扣或吊销证照名称及编号|suspendedCertificate
处罚决定日期|decidedOn 处罚有效期|effectiveUntil 公示截止期|publicUntil 处罚机关|authority 处罚机关统一社会信用代码|authorityCode
数据来源单位|sourceUnit 数据来源单位统一社会信用代码|sourceCode 备注|remark`;
const CODES_2015 = `
行政相对人代码_1(统一社会信用代码)|creditCode 行政相对人代码_2(组织机构代码)|organizationCode 行政相对人代码_3(工商登记码)|registrationNumber
行政相对人代码_4(税务登记号)|taxNumber 行政相对人代码_5(居民身份证号)|subjectId 法定代表人姓名|legalRepresentative`;
const LICENSE_2015 = columns(`
行政许可决定书文号|documentNumber 项目名称|projectName 审批类别|category 许可内容|content 行政相对人名称|subjectName ${CODES_2015}
许可决定日期|decidedOn 许可截止期|validTo 许可机关|authority 当前状态|status 地方编码|region 数据更新时间戳|updatedOn 备注|remark`);
const PENALTY_2015 = columns(`
行政处罚决定书文号|documentNumber 案件名称|caseName 处罚类别1|firstCategory 处罚类别2|otherCategories 处罚事由|facts 处罚依据|basis
行政相对人名称|subjectName ${CODES_2015} 处罚结果|result 处罚决定日期|decidedOn 处罚机关|authority
当前状态|status 地方编码|region 数据更新时间戳|updatedOn 备注|remark 公示截止期|publicUntil`);

type Reported = 'license' | 'penalty';

/** Of each standard, for legal and for natural persons. The 2015 table is one for both. */
const TEMPLATES: Readonly<
  Record<Standard, Readonly<Record<Reported, readonly [legal: readonly TemplateColumn[], natural: readonly TemplateColumn[]]>>>
> = {
  2018: {
    license: [columns(SUBJECT_2018 + LICENSE_2018), columns(NATURAL_2018 + LICENSE_2018)],
    penalty: [columns(SUBJECT_2018 + PENALTY_2018), columns(NATURAL_2018 + PENALTY_2018)],
  },
  2015: { license: [LICENSE_2015, LICENSE_2015], penalty: [PENALTY_2015, PENALTY_2015] },
};

const NAMES: Readonly<Record<Reported, string>> = { license: '行政许可', penalty: '行政处罚' };

/** What is reported, wherever it comes from. */
export interface ReportItem {
  readonly kind: Reported;
  readonly person: boolean;
  readonly read: (from: FieldName | PrivateName) => string | number;
}

/** 1 and 2 mean opposite things in the two standards (domain §1.6, trap 1): only words and codes of the same one are taken over. */
const CODES: Readonly<Record<Standard, Readonly<Partial<Record<SgsRecord['status'], string>>>>> = {
  2015: { valid: '0', revoked: '1', disputed: '2', other: '3' },
  2018: { valid: '1', revoked: '2' },
};

/** The status that a word names; undefined where it names none, or something else than a status. */
const statusOfWord = (word: string): SgsRecord['status'] | undefined => {
  const { standing, known, code } = judge('当前状态', word);
  if (!word || !known || code) return undefined;
  return standing === 'public' ? 'valid' : standing === 'revoked' || standing === 'disputed' || standing === 'other' ? standing : undefined;
};

const statusCode = (held: string, standard: Standard, from: Standard | undefined): string => {
  const text = held.trim();
  const status = statusOfWord(text) ?? (/^\d{1,2}$/.test(text) && from ? statusOfCode(String(Number(text)), from) : undefined);
  // A word where the standard has no code: the same digit may mean something else there.
  return status ? CODES[standard][status] ?? STATUS_WORDS[status] : text;
};

/** `YYYY/MM/DD`, the fill notes' form; 2099/12/31 means 长期. */
const slashed = (date: string): string => date.replaceAll('-', '/');

function cell(item: ReportItem, [, from]: TemplateColumn): string | number {
  if (from === 'firstCategory' || from === 'otherCategories') {
    const [first = '', ...others] = parseCategories(String(item.read('category')), item.kind);
    return from === 'firstCategory' ? first : others.join('；');
  }
  const held = item.read(from);
  if (from in PRIVATE || fieldType(from as FieldName) !== 'date') return held;
  const date = parseDate(held === '' ? undefined : held, from !== 'validFrom');
  return date ? slashed(date) : String(held);
}

const isReported = (kind: Kind | undefined): kind is Reported => kind === 'license' || kind === 'penalty';

const typeIn = ([, from]: TemplateColumn): 'text' | 'amount' =>
  from in PRIVATE || from === 'firstCategory' || from === 'otherCategories' || typeOf(from as FieldName) !== 'amount' ? 'text' : 'amount';

const templateFor = ({ kind, person }: ReportItem, standard: Standard): readonly TemplateColumn[] =>
  TEMPLATES[standard][kind][person ? 1 : 0];

/** A decision as the ledger of what was filed knows it. */
export function filingOf(item: ReportItem, standard: Standard): Filing {
  const dayOf = (field: FieldName): string => parseDate(item.read(field) || undefined, false) ?? '';
  const textOf = (field: FieldName): string => String(item.read(field));
  return {
    kind: item.kind, documentNumber: textOf('documentNumber'), subject: textOf('subjectName'), authority: textOf('authority'),
    decidedOn: dayOf('decidedOn'), publishedOn: dayOf('publishedOn'),
    contents: templateFor(item, standard).map((column) => cell(item, column)),
  };
}

/** Sheets of the template, those that have rows. */
export function templateSheets(items: readonly ReportItem[], standard: Standard): readonly CellTable[] {
  return (['license', 'penalty'] as const).flatMap((kind) => [false, true].flatMap((person): CellTable[] => {
    const own = items.filter((item) => item.kind === kind && item.person === person);
    const template = TEMPLATES[standard][kind][person ? 1 : 0];
    if (!own.length) return [];
    return [
      {
        name: `${NAMES[kind]}（${person ? '自然人' : '法人'}）`,
        columns: template.map((column) => [column[0], typeIn(column)] as const),
        rows: own.map((item) => template.map((column) => cell(item, column))),
      },
    ];
  }));
}

export interface TemplateOptions {
  readonly standard: Standard;
  /** Decisions since this day, ISO; all where it is missing. */
  readonly since?: string | undefined;
}

/**
 * Why a row of the department's file is not reported (Chinese); undefined where it is. What is set aside as bad can't be, a
 * double goes in once.
 */
export const notReported = (row: ImportedRow, since = ''): string | undefined => {
  if (row.outcome === 'rejected') return '有误';
  if (!isReported(row.kind)) return '不是许可或处罚';
  if ((row.decidedOn ?? '') < since) return row.decidedOn === undefined ? '没有决定日期' : `早于 ${since}`;
  return row.findings.some(({ code }) => code === 'duplicate') ? '重复' : undefined;
};

/**
 * From the department's own file: everything that must be reported, also what is not published. For the department's eyes
 * and the platform's.
 */
export function itemsOfSource(imported: TableImport, { standard, since = '' }: TemplateOptions): readonly ReportItem[] {
  const items: ReportItem[] = [];
  const bySheet = new Map(imported.sheets.map((sheet) => [sheet.name, sheet]));
  for (const row of imported.rows) {
    const sheet = bySheet.get(row.sheet);
    const entry = sheet?.entries.find((one) => one.row === row.line);
    if (!sheet || !entry || !isReported(row.kind) || notReported(row, since) !== undefined) continue;
    const valuesOf = (test: (header: string, field: string | undefined, secret: boolean) => boolean): string | number => {
      for (const { header, field, use } of sheet.columns) {
        const held = entry.values[header];
        if (held !== undefined && cleanText(held) && test(header, field, use === 'secret'))
          return typeof held === 'boolean' ? String(held) : held;
      }
      return '';
    };
    const all = (field: string): string =>
      sheet.columns
        .filter((column) => column.field === field)
        .map(({ header, at }) => cleanText(entry.values[keyAt(sheet.columns, header, at)] ?? ''))
        .filter(Boolean)
        .join('；');
    items.push({
      kind: row.kind,
      person: row.person ?? false,
      read: (from) => {
        if (from in PRIVATE) {
          const name = from as PrivateName;
          const held = valuesOf(
            (header, field) =>
              (field === name || PRIVATE[name].test(foldKey(header)))
              && (!name.startsWith('subjectId') || !/法定代表人|负责人|^(?:XK|CF)?FR/.test(foldKey(header))),
          );
          return name === 'status'
            ? statusCode(String(held), standard, imported.standard ?? standardIn(sheet.columns.map(({ header }) => header)))
            : held;
        }
        if (from === 'category') return all(from);
        const held = valuesOf((_, field, secret) => field === from && !secret);
        return held === '' && from === 'subjectType' ? String(entry.values['行政相对人类别'] ?? '') : held;
      },
    });
  }
  return items;
}

export const templateOfSource = (imported: TableImport, options: TemplateOptions): readonly CellTable[] =>
  templateSheets(itemsOfSource(imported, options), options.standard);

/** The key of the n-th column of one name. */
const keyAt = (all: readonly { readonly header: string; readonly at: number }[], header: string, at: number): string =>
  header + ' '.repeat(all.filter((column) => column.header === header && column.at < at).length);

/** Which standard headers follow, where the records did not tell. */
const standardIn = (headers: readonly string[]): Standard | undefined => {
  const text = headers.map(foldKey).join();
  const [old, recent] = [/审批类别|地方编码|项目名称|处罚类别1/.test(text), /许可类别|有效期至|证件类型|许可机关统一|处罚机关统一/.test(text)];
  return old === recent ? undefined : old ? '2015' : '2018';
};

/** From published records: what they say, and empty cells for what is never published. */
export const itemsOfRecords = (records: readonly SgsRecord[], { standard, since = '' }: TemplateOptions): readonly ReportItem[] =>
  records
    .filter((record) => isReported(record.kind) && (record.decidedOn ?? '') >= since)
    .map((record): ReportItem => ({
      kind: record.kind as Reported,
      person: isPerson({
        name: record.subjectName ?? '',
        type: record.subjectType ?? '',
        creditCode: record.creditCode ?? '',
        ids: [],
      }),
      read: (from) => {
        if (from === 'status') return CODES[standard][record.status] ?? STATUS_WORDS[record.status];
        if (from in PRIVATE) return '';
        const value = record[from as keyof SgsRecord] as string | number | readonly string[] | undefined;
        if (typeof value === 'object') return value.join('；');
        return typeof value === 'string' && fieldType(from as FieldName) === 'date' && isLongTerm(value) ? '2099-12-31' : (value ?? '');
      },
    }));

export const templateOfRecords = (records: readonly SgsRecord[], options: TemplateOptions): readonly CellTable[] =>
  templateSheets(itemsOfRecords(records, options), options.standard);
