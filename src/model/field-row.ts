/** How a row of the tables of fields reads: see `fields.ts`. */

/**
 * How a value is read. `list` may hold several values, `code` loses its spaces, a `number` such as a 文号 is text that is
 * not broken into lines, a `sum` is an amount as the department wrote it, with the unit its column names; all text is redacted.
 * `gate`: read for the gate and the checks, never shown (状态, 使用范围, 备注, where reporters put phone numbers, grades, ids).
 */
export type ColumnType = 'text' | 'number' | 'code' | 'date' | 'amount' | 'sum' | 'list' | 'name' | 'link' | 'gate';

export type FieldRow = readonly [field: string, type: ColumnType, codes: string, labels: string];
