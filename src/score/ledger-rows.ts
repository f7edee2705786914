/** 台账: what departments have decided, from a table, a list or a feed; only what tells decisions apart is kept. */
import { isPlainObject } from '../model/config.js';
import { dateIn } from '../feed/date-in.js';
import { cleanText } from '../feed/text.js';

/** A decision that was made. */
export interface LedgerRow {
  /** Its place in the ledger, from 1. */
  readonly row: number;
  readonly documentNumber: string;
  readonly subjectName: string;
  readonly department: string;
  readonly county: string;
  readonly kind: 'license' | 'penalty' | '';
  /** ISO; '' where it is not said. */
  readonly decidedOn: string;
  /** The ledger says that it may not be published: 涉密, 不予公开. */
  readonly exempt: boolean;
}

type Column = 'documentNumber' | 'subjectName' | 'department' | 'county' | 'kind' | 'decidedOn' | 'exempt';

/** Heads of columns; the first that fits counts. Keys of our own feeds are among them. */
const COLUMNS: readonly (readonly [Column, RegExp])[] = [
  ['documentNumber', /^documentNumber$|文号|文书编?号|决定书?编?号|案号/],
  ['subjectName', /^subjectName$|(?:相对人|当事人|被处罚人|申请人|企业|单位)(?:姓名|名称)?$|^名称$/],
  ['county', /^county$|^(?:所属)?(?:区县|县区|县市区|县（市、区）|行政区划|地区)(?:名称)?$/],
  ['decidedOn', /^decidedOn$|(?:决定|作出|发证|许可|处罚)[^号]*(?:日期|时间)$|^日期$/],
  ['exempt', /^exempt$|是否(?:应当?)?(?:公示|公开|涉密)|公开属性|不(?:予)?公[示开]/],
  ['kind', /^kind$|类型|事项类别|公示类别|许可.处罚|处罚.许可/],
  ['department', /^authority$|^department$|机关|部门|报送单位|局$/],
];

/** Values of 是否公示, 是否涉密 …: which of them exempt depends on what the head asks. */
const isExempt = (head: string, value: string): boolean =>
  /涉密|不(?:予)?公[示开]/.test(head) ? /^(?:是|涉密|true|1|y)/i.test(value) : /^(?:否|不|免|false|0|n|涉密|依申请)/i.test(value);

const kindOf = (value: string): LedgerRow['kind'] =>
  /处罚|penalty/i.test(value) ? 'penalty' : /许可|license/i.test(value) ? 'license' : '';

const rowOf = (row: number, cells: ReadonlyMap<Column, readonly [head: string, value: string]>, own: string): LedgerRow => {
  const text = (column: Column): string => cells.get(column)?.[1] ?? '';
  const [head = '', exempt = ''] = cells.get('exempt') ?? [];
  return {
    row,
    documentNumber: text('documentNumber'),
    subjectName: text('subjectName'),
    department: text('department') || own,
    county: text('county'),
    // 青市监罚〔2026〕1号: offices put the kind into the number.
    kind: kindOf(text('kind'))
      || (text('documentNumber').includes('罚') ? 'penalty' : text('documentNumber').includes('许') ? 'license' : ''),
    decidedOn: dateIn(text('decidedOn')) ?? '',
    exempt: exempt !== '' && isExempt(head, exempt),
  };
};

const columnOf = (head: string): Column | undefined => COLUMNS.find(([, pattern]) => pattern.test(head))?.[0];

export type LedgerReading =
  | { readonly ok: true; readonly rows: readonly LedgerRow[] }
  | { readonly ok: false; /** What is wrong, for a person (Chinese). */ readonly problem: string };

/** How many rows may stand above the heads. */
const ABOVE = 10;

const NO_NUMBER = '没有“决定书文号”一列';

/**
 * @param grid rows of cells; the heads may stand below a title
 * @param own the department, where no column says it
 */
export function ledgerFromGrid(grid: readonly (readonly unknown[])[], own = ''): LedgerReading {
  const at = grid.slice(0, ABOVE).findIndex((cells) => cells.some((cell) => columnOf(cleanText(cell)) === 'documentNumber'));
  if (at < 0) return { ok: false, problem: NO_NUMBER };
  const heads = (grid[at] as readonly unknown[]).map((cell) => cleanText(cell));
  const rows: LedgerRow[] = [];
  for (const [n, line] of grid.slice(at + 1).entries()) {
    const cells = new Map<Column, readonly [string, string]>();
    for (const [column, cell] of line.entries()) {
      const [head = '', value] = [heads[column], cleanText(cell)];
      const known = columnOf(head);
      if (known && value && !cells.has(known)) cells.set(known, [head, value]);
    }
    // Totals and empty lines have no number.
    if (cells.has('documentNumber')) rows.push(rowOf(at + n + 2, cells, own));
  }
  return { ok: true, rows };
}

/** A list of numbers or of objects, or a feed that has it as `records`. */
export function ledgerFromJson(value: unknown, own = ''): LedgerReading {
  const list: unknown = isPlainObject(value) ? value['records'] ?? value['numbers'] : value;
  if (!Array.isArray(list)) return { ok: false, problem: '应为文号的列表，或 {"records": [{"documentNumber": "…"}]}' };
  const entries = list as readonly unknown[];
  const heads = [...new Set(entries.flatMap((entry) => (isPlainObject(entry) ? Object.keys(entry) : [])))];
  const grid = entries.map((entry) => (isPlainObject(entry) ? heads.map((head) => entry[head]) : [entry]));
  return ledgerFromGrid([heads.length ? heads : ['documentNumber'], ...grid], own);
}
