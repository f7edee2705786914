/**
 * The ledger (台账) of what a department has decided, wherever it keeps it: the denominator of 全面性. It is read for numbers,
 * names and days only, stays on the supervisor's machine, and nothing of it is shown but document numbers.
 */
import { dateIn } from '../feed/date-in.js';
import { cleanText } from '../feed/text.js';
import { isPlainObject } from '../model/config.js';
import { isKind, KIND_DEFS, KINDS, type Kind } from '../model/kinds.js';

export interface LedgerRow {
  readonly documentNumber: string;
  readonly subjectName: string;
  /** ISO; '' where the ledger does not say. */
  readonly decidedOn: string;
  readonly kind: Kind | undefined;
  /** As the ledger calls them; '' where it does not. */
  readonly department: string;
  readonly county: string;
  /** The ledger says that it is not to be published (涉密, 不予公开, 简易程序). */
  readonly exempt: boolean;
}

type Column = 'documentNumber' | 'subjectName' | 'decidedOn' | 'kind' | 'department' | 'county' | 'open' | 'exempt';

/** What the columns of a ledger are called; the first that fits has it. */
const COLUMNS: readonly (readonly [column: Column, label: RegExp])[] = [
  ['documentNumber', /文书?号|决定书号|案件?号|documentNumber|_WSH$/i],
  ['decidedOn', /(?:决定|作出|处罚|许可|发文|落款)(?:决定)?(?:日期|时间)|^日期$|decidedOn|_JDRQ$/i],
  ['county', /^(?:所属)?(?:县|区|县区|县（区）|县（市、区）|区县|地区|行政区划|county)(?:名称)?$/i],
  ['exempt', /不予公开|不公开|涉密|简易程序|豁免|exempt/i],
  ['open', /(?:是否|应否|可否)(?:应当?|需要?|可以?)?(?:公示|公开)|公开(?:属性|方式)/],
  ['kind', /^(?:事项|信息|决定|公示)?(?:类型|种类)$|^kind$/i],
  ['subjectName', /相对人|当事人|被处罚人|申请人|企业名称|单位名称|对象|subjectName|_XDR(?:_MC)?$/i],
  ['department', /部门|机关|局$|作出单位|authority|department|_(?:XKJG|CFJG|XZJG)$/i],
];

const columnOf = (label: string): Column | undefined => {
  const text = label.normalize('NFKC').replace(/\s/g, '').replace(/（/g, '（');
  return COLUMNS.find(([, pattern]) => pattern.test(text))?.[0];
};

const NO = /^(?:否|不|n|no|false|0|×|免)/i;
const YES = /^(?:是|y|yes|true|1|√|✓)/i;
const CLOSED = /否|不予|不公|不应|涉密|依申请|免于/;

/** By the one sign that short words and document numbers have. */
const kindIn = (text: string): Kind | undefined =>
  (text.includes('罚') ? 'penalty' : text.includes('许') ? 'license' : undefined);

const kindOf = (text: string): Kind | undefined =>
  (isKind(text) ? text : KINDS.find((kind) => KIND_DEFS[kind].names.test(text)) ?? kindIn(text));

type Cells = ReadonlyMap<Column, unknown>;

function rowOf(cells: Cells, sheet: string): LedgerRow | undefined {
  const text = (column: Column): string => cleanText(cells.get(column) ?? '');
  const [documentNumber, subjectName, exempt] = [text('documentNumber'), text('subjectName'), text('exempt')];
  // A row of totals or of remarks has neither.
  if ((!documentNumber && !subjectName) || /^(?:合计|小计|总计|备注|说明)/.test(documentNumber || subjectName)) return undefined;
  return {
    documentNumber, subjectName,
    decidedOn: dateIn(cells.get('decidedOn')) ?? '',
    kind: kindOf(text('kind')) ?? kindOf(sheet) ?? kindIn(documentNumber),
    department: text('department'),
    county: text('county'),
    exempt: CLOSED.test(text('open')) || (exempt !== '' && (YES.test(exempt) || (!NO.test(exempt) && exempt.length > 1))),
  };
}

/** Rows of a sheet; none where no row of it is a head with a column of document numbers. */
export function ledgerOfSheet(name: string, rows: readonly (readonly unknown[])[]): readonly LedgerRow[] {
  const at = rows.slice(0, 20).findIndex((row) => {
    const columns = row.map((cell) => (typeof cell === 'string' ? columnOf(cell) : undefined));
    return columns.includes('documentNumber') && row.filter((cell) => cell !== null && cell !== '').length > 1;
  });
  if (at < 0) return [];
  const columns = (rows[at] ?? []).map((cell) => (typeof cell === 'string' ? columnOf(cell) : undefined));
  return rows.slice(at + 1).flatMap((row) => {
    const cells = new Map<Column, unknown>();
    columns.forEach((column, i) => {
      if (column && !cells.has(column)) cells.set(column, row[i]);
    });
    return rowOf(cells, name) ?? [];
  });
}

/** Rows of a feed of numbers: a list of objects or of numbers, or an object that has it. */
export function ledgerOfJson(value: unknown): readonly LedgerRow[] {
  const list = Array.isArray(value) ? value : isPlainObject(value) ? Object.values(value).find(Array.isArray) : undefined;
  return ((list ?? []) as readonly unknown[]).flatMap((entry) => {
    if (typeof entry === 'string') return rowOf(new Map([['documentNumber', entry]]), '') ?? [];
    if (!isPlainObject(entry)) return [];
    const cells = new Map<Column, unknown>();
    for (const [key, held] of Object.entries(entry)) {
      const column = columnOf(key);
      if (column && !cells.has(column)) cells.set(column, held);
    }
    return rowOf(cells, '') ?? [];
  });
}

/** The rows of one department, by its name; those that name none are everybody's where there is only one department. */
export const rowsOf = (rows: readonly LedgerRow[], name: string, alone: boolean): readonly LedgerRow[] => {
  const own = name.replace(/\s/g, '');
  return rows.filter(({ department }) => (department ? department.replace(/\s/g, '') === own : alone));
};
