/** What a mapped row says in a field, and whom it is about. */
import type { FieldName, GateField } from '../model/fields.js';
import { isPerson as isPersonBy } from '../rules/persons/subject.js';
import { dateIn } from './date-in.js';
import type { MappedRow } from './mapping.js';
import { cleanText, normalizeCode } from './text.js';

/** The first text in the columns of a field; '' where there is none. */
export const firstText = (row: MappedRow, field: FieldName | GateField): string =>
  (row.cells.get(field) ?? []).map(({ value }) => cleanText(value)).find(Boolean) ?? '';

/** The first date in the columns of a field, ISO; undefined where there is none that can be. */
export const firstDate = (row: MappedRow, field: FieldName | GateField): string | undefined =>
  (row.cells.get(field) ?? []).map(({ value }) => dateIn(value)).find(Boolean) ?? undefined;

/** What the first column of a field is called; its own name where there is none. */
export const columnOf = (row: MappedRow, field: FieldName | GateField): string => row.cells.get(field)?.[0]?.key ?? field;

/** Whether the row is about a natural person, by all that it says, also in columns that are not shown. */
export const isPerson = (row: MappedRow): boolean => isPersonBy({
  name: firstText(row, 'subjectName'),
  type: firstText(row, 'subjectType'),
  creditCode: normalizeCode(firstText(row, 'creditCode')),
  ids: row.subjectIds,
});
