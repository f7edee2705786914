/** Rows of a sheet → rows with the names of their columns: finds the header, also one of two merged rows, and skips what is no record. */
import { hashOf } from '../../../src/feed/hash.js';
import { bestScore, createReadKeys } from '../../../src/feed/mapping.js';
import { RECORD_FIELDS } from '../../../src/feed/row.js';
import { isEmptyWord } from '../../../src/feed/text.js';
import type { Grid } from './file.js';

/** A table whose columns have names. */
export interface Table {
  readonly file: string;
  readonly sheet: string;
  readonly columns: readonly { readonly key: string; readonly letters: string; readonly at: number }[];
  /** Tells tables with the same header. */
  readonly fingerprint: string;
  readonly rows: readonly TableRow[];
  /** Blank rows, repeated headers and totals that were left out. */
  readonly skipped: number;
}

export interface TableRow {
  /** As the spreadsheet counts, from 1. */
  readonly number: number;
  readonly cells: readonly unknown[];
}

/** Rows among which the header is looked for: above it stand a title and remarks. */
const MOST_ABOVE = 20;

const cellText = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value).replace(/\s+/g, '') : '');

/** `A`, `Z`, `AA`. */
export const lettersOf = (at: number): string => (at >= 26 ? lettersOf(Math.floor(at / 26) - 1) : '') + String.fromCharCode(65 + (at % 26));

/** Names of columns must differ; the reader of keys takes what stands in brackets for a remark. */
const distinct = (names: readonly string[]): readonly string[] => {
  const seen = new Map<string, number>();
  return names.map((name) => {
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times > 1 ? `${name}(${times})` : name;
  });
};

const TOTAL = /^(?:合计|总计|小计|共计|填表人|制表人|填报人|注[:：]|说明[:：]|备注[:：])/;

/** The table in a sheet; undefined where no row looks like a header. */
export const tableOf = (file: string, { sheet, rows }: Grid): Table | undefined => {
  const readKeys = createReadKeys();
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const namesOf = (row: number, height: number): string[] => Array.from({ length: width }, (_, at) =>
    // Cells merged downwards keep their text in the upper row, and those merged sideways head their groups.
    cellText(rows[row + height - 1]?.[at]) || (height > 1 ? cellText(rows[row]?.[at]) : ''));
  const scoreOf = (names: readonly string[]): number =>
    bestScore(readKeys({ values: Object.fromEntries(names.filter(Boolean).map((name) => [name, name])), labels: {}, hints: [] }));
  let best: { readonly row: number; readonly height: number; readonly score: number; readonly names: readonly string[] } | undefined;
  for (let row = 0; row < Math.min(rows.length, MOST_ABOVE); row++) {
    for (const height of [1, 2]) {
      const names = namesOf(row, height);
      // Data under a header would be taken for its second row.
      if (height === 2 && names.some((name, at) => name && /\d{4}[-/.年]|^\d{5,}$/.test(name) && !cellText(rows[row]?.[at]))) continue;
      const score = scoreOf(names);
      if (score >= RECORD_FIELDS && score > (best?.score ?? 0)) best = { row, height, score, names };
    }
  }
  if (!best) return undefined;
  const { row: first, height, names } = best;
  const unique = distinct(names);
  const columns = unique.flatMap((key, at) => (key ? [{ key, letters: lettersOf(at), at }] : []));
  const data: TableRow[] = [];
  let skipped = 0;
  for (let at = first + height; at < rows.length; at++) {
    const cells = rows[at] as readonly unknown[];
    const filled = columns.filter((column) => {
      const value = cells[column.at];
      return value !== null && value !== undefined && !(typeof value === 'string' && isEmptyWord(value));
    });
    const lead = cellText(cells.find((cell) => cellText(cell)));
    // An empty row, a lone remark, a total, the header once more (printed sheets repeat it).
    const isRecord = filled.length > 1 && !TOTAL.test(lead) && !(filled.filter((column) => cellText(cells[column.at]) === names[column.at]).length * 2 > filled.length);
    if (isRecord) data.push({ number: at + 1, cells });
    else skipped++;
  }
  return { file, sheet, columns, fingerprint: hashOf(columns.map(({ key }) => key).join('\n')), rows: data, skipped };
};
