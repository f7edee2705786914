/** What a record is searched, filtered and sorted by: the same values for every engine and every index. */
import type { SgsRecord } from '../model/record.js';
import { normalizeText, SEPARATOR } from './normalize.js';
import type { SortField } from './query.js';

/** The ISO date of the decision; empty where there is none. */
export const decisionDate = ({ decidedOn }: SgsRecord): string => decidedOn ?? '';

/** The year a record is filtered by. An item of a yearly list (目录) has no decision but a year. */
export function yearOf(record: SgsRecord): string {
  const text = decisionDate(record) || (record.year ?? '');
  return /^\d{4}/.test(text) ? text.slice(0, 4) : '';
}

/** Who a record is of. Where several feeds are one list, who publishes is a department too. */
export const departmentsOf = ({ authority, feedName }: SgsRecord): readonly string[] => [authority ?? '', feedName ?? ''];

/** The text that a list is sorted by. */
export const sortKey = (record: SgsRecord, field: SortField): string =>
  (field === 'category' ? record.category.join('、') : record[field] ?? '');

/** Everything of a record that is searched: its shown texts, each once and normalized, none of them running into the next. */
export function searchText(record: SgsRecord): string {
  const texts = new Set(record.category);
  let key: keyof SgsRecord;
  for (key in record) {
    const value = record[key];
    if (typeof value === 'string' && key !== 'id' && key !== 'kind' && key !== 'status') texts.add(value);
  }
  for (const { value } of record.extra) texts.add(value);
  return normalizeText([...texts].join(SEPARATOR));
}
