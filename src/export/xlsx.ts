/**
 * Workbooks: real cells, so that codes stay text, dates can be sorted and nothing is a formula. Rows become XML in
 * slices and are packed at once: beside the records there is never more than a slice and what is packed.
 */
import { createPackage } from './package.js';
import { columnName, sheetHead, sheetNames, sheetPath, sheetTail, STYLE, workbookParts } from './workbook.js';
import type { Cell, Column, ColumnType, Table } from './table.js';
import { CANCELLED, inSlices, type Outcome, type Work } from './work.js';
import { cellText } from './xml.js';

export interface WorkbookOptions extends Work {
  /** What the workbook is called in its properties. */
  readonly title: string;
  /** ISO `YYYY-MM-DD` of the export. */
  readonly date: string;
  /** A last sheet that says where the rows come from: its name, and pairs of a name and a value. */
  readonly about?: { readonly name: string; readonly rows: readonly (readonly [string, string])[] } | undefined;
  /** Whether it may be packed by the browser itself; true where that can. */
  readonly native?: boolean | undefined;
}

/** Rows of a sheet in Excel, its header among them. */
const MOST_ROWS = 1_048_576;

/** Rows packed together. */
const CHUNK = 100;

const DAY = 86_400_000;
const EPOCH = Date.UTC(1899, 11, 30);
/** Excel counts a 29 February 1900, so that days before March are another number there. */
const FIRST_DAY = 61;

const MOST_DAYS = 20_000;

/** The number by which a workbook knows a day; undefined for what is no date. */
function serial(text: string): number | undefined {
  const time = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(text) : NaN;
  const day = (time - EPOCH) / DAY;
  // 30 February is a day in March to some browsers.
  return day >= FIRST_DAY && new Date(time).toISOString().startsWith(text) ? day : undefined;
}

/** Beyond this, Excel shows a cell of the format "text" as ####. It is text in any format. */
const LONGEST_TEXT = 255;

function textXml(reference: string, text: string, style: number): string {
  const shown = text.length > LONGEST_TEXT ? STYLE.plain : style;
  return `<c r="${reference}" t="inlineStr" s="${shown}"><is>${cellText(text)}</is></c>`;
}

/** Days that come up again and again. */
function createSerials(): typeof serial {
  const known = new Map<string, number | undefined>();
  return (text) => {
    if (!known.has(text)) {
      if (known.size >= MOST_DAYS) known.clear();
      known.set(text, serial(text));
    }
    return known.get(text);
  };
}

function cell(reference: string, value: Cell, type: ColumnType, serialOf: typeof serial): string {
  if (typeof value === 'number') return Number.isFinite(value) ? `<c r="${reference}"><v>${value}</v></c>` : '';
  const day = type === 'date' ? serialOf(value) : undefined;
  return day === undefined ? textXml(reference, value, STYLE.text) : `<c r="${reference}" s="${STYLE.date}"><v>${day}</v></c>`;
}

const row = (number: number, cells: string): string => `<row r="${number}">${cells}</row>`;

/** Chinese characters are two wide. */
const widthOf = (text: string): number => text.replace(/[^\0-\u02ff]/g, '  ').length;

const NARROWEST = 8;
const WIDEST = 48;
/** Records that a column's width is made of. */
const SAMPLE = 200;

function columnWidth<Row>({ label, read }: Column<Row>, sample: readonly Row[]): number {
  const least = Math.max(NARROWEST, widthOf(label) + 4);
  return sample.reduce<number>((most, record) => Math.min(WIDEST, Math.max(most, widthOf(String(read(record))) + 2)), least);
}

/** Tables of no more rows than a sheet can hold. */
const sheetsOf = <Row>(tables: readonly Table<Row>[], most: number): readonly Table<Row>[] =>
  tables.flatMap((table) => {
    const sheets = Math.ceil(table.records.length / most) || 1;
    return Array.from({ length: sheets }, (_, at) => ({ ...table, records: table.records.slice(at * most, (at + 1) * most) }));
  });

/**
 * One sheet for each table.
 * @param tables at least one
 * @param mostRows records on a sheet at most; more go on on another sheet
 */
export async function writeXlsx<Row>(
  tables: readonly Table<Row>[],
  { title, date, about, signal, progress, native }: WorkbookOptions,
  mostRows = MOST_ROWS - 1,
): Promise<Outcome<Blob>> {
  const sheets = sheetsOf(tables, mostRows);
  const total = sheets.reduce((sum, { records }) => sum + records.length, 0);
  const { part, end, discard } = createPackage(native);
  const serialOf = createSerials();
  const names = sheetNames([...sheets.map(({ name }) => name), ...(about ? [about.name] : [])]);
  for (const [path, text] of workbookParts(names, { title, date })) await part(path)(text, true);

  let before = 0;
  for (const [at, { columns, records }] of sheets.entries()) {
    const write = part(sheetPath(at));
    const letters = columns.map((_, column) => columnName(column));
    let rows = sheetHead(columns.map((column) => columnWidth(column, records.slice(0, SAMPLE))))
      + row(1, columns.map(({ label }, column) => textXml(`${letters[column] ?? ''}1`, label, STYLE.head)).join(''));
    let number = 1;
    const work: Work = { signal, progress: ({ done }) => progress?.({ done: before + done, total }) };
    const all = await inSlices(records, work, (record) => {
      number++;
      let cells = '';
      columns.forEach(({ read, type }, column) => {
        const value = read(record);
        if (value !== '') cells += cell(`${letters[column] ?? ''}${number}`, value, type, serialOf);
      });
      rows += row(number, cells);
      if (number % CHUNK !== 0) return undefined;
      const text = rows;
      rows = '';
      return write(text);
    });
    if (!all) {
      discard();
      return CANCELLED;
    }
    before += records.length;
    await write(rows + sheetTail(columns.length, number), true);
  }

  if (about) {
    const widths = [0, 1].map((column) => {
      const widest = Math.max(NARROWEST, ...about.rows.map((pair) => widthOf(pair[column] ?? '') + 2));
      return Math.min(WIDEST, widest);
    });
    await part(sheetPath(sheets.length))(sheetHead(widths, false)
      + about.rows
        .map(([name, value], at) => row(at + 1, textXml(`A${at + 1}`, name, STYLE.head) + textXml(`B${at + 1}`, value, STYLE.text)))
        .join('')
      + '</sheetData></worksheet>', true);
  }
  return { ok: true, value: end() };
}
