/** What a cell says and what would be published of it: a person decides on what they see, not on the name of a rule. */
import type { Finding, FindingCode } from '../../../src/check/finding.js';
import { cleanText } from '../../../src/feed/text.js';
import type { Cell, MappedRow } from '../../../src/feed/mapping.js';
import { officialLabel, type FieldName } from '../../../src/model/fields.js';
import type { SgsRecord } from '../../../src/model/record.js';
import type { GroupId } from './changes.js';

export interface BeforeAfter {
  readonly group: GroupId;
  /** What the column is called. */
  readonly label: string;
  /** As the table has it, around what changes. It may be personal: shown only when asked for. */
  readonly before: string;
  /** As it would be published; empty where nothing is. */
  readonly after: string;
}

/** Findings that change or doubt the value of one cell. */
const GROUP_OF: Partial<Record<FindingCode, GroupId>> = {
  'name-masked': 'names', 'name-unmasked': 'names',
  'personal-data-masked': 'texts', 'personal-data': 'texts', 'id-in-column-dropped': 'texts', 'id-in-column': 'texts',
  'amount-in-yuan': 'wrong', 'amount-unreadable': 'wrong', 'date-unreadable': 'wrong',
};

/** Signs that stay on each side of what changes. */
const AROUND = 12;
/** A text up to this length is shown whole. */
const WHOLE = 40;

/** What two texts do not share, with a little of what they do. */
export function excerpt(before: string, after: string): readonly [before: string, after: string] {
  if (before.length <= WHOLE && after.length <= WHOLE) return [before, after];
  const shortest = Math.min(before.length, after.length);
  let start = 0;
  while (start < shortest && before[start] === after[start]) start++;
  let end = 0;
  while (end < shortest - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  const from = Math.max(0, start - AROUND);
  const cut = (text: string): string => {
    const to = Math.min(text.length, Math.max(text.length - end, start) + AROUND);
    return `${from ? '…' : ''}${text.slice(from, to)}${to < text.length ? '…' : ''}`;
  };
  return [cut(before), cut(after)];
}

/** A field of a record as text; sums are in 万元. */
function textOf(record: SgsRecord, field: FieldName): string {
  const value: unknown = record[field as keyof SgsRecord];
  if (Array.isArray(value)) return value.join('；');
  return typeof value === 'number' ? `${value} 万元` : typeof value === 'string' ? value : '';
}

const cellOf = (row: MappedRow, { field, column }: Finding): Cell | undefined => {
  const own = field === undefined ? undefined : row.cells.get(field);
  return own?.find(({ key }) => key === column) ?? own?.[0] ?? row.extra.find(({ key }) => key === column);
};

/** Of each cell of a row that would be changed or is in doubt. */
export function beforeAfter(row: MappedRow | undefined, record: SgsRecord | undefined, findings: readonly Finding[]): readonly BeforeAfter[] {
  if (!row || !record) return [];
  return findings.flatMap((finding) => {
    const group = GROUP_OF[finding.code];
    const cell = group && cellOf(row, finding);
    if (!cell) return [];
    const { field } = finding;
    const isExtra = field === undefined || !row.cells.has(field);
    const published = isExtra
      ? record.extra.find(({ label }) => label === cell.key)?.value ?? ''
      : textOf(record, field as FieldName);
    const [before, after] = excerpt(cleanText(cell.value), published);
    return [{ group, label: isExtra ? cell.key : officialLabel(row.kind, field), before, after }];
  });
}
