/** One sheet of a workbook (ECMA-376 part 1, 18.3), cell by cell while its text comes. */
import { TableError, type Grid, type GridCell } from './grid.js';
import { createGridBuilder, type CellCount } from './grid-builder.js';
import { BROKEN, MAX_CELL_TEXT, MAX_COLUMNS, MAX_ROWS, tooLarge } from './limits.js';
import { dayOfIso, dayOfSerial } from './xlsx-styles.js';
import { attribute, createXmlScanner, type XmlScanner } from './xml.js';

/** What all sheets of a workbook share. */
export interface Workbook {
  readonly strings: readonly string[];
  readonly isDate: (style: string | undefined) => boolean;
  readonly from1904: boolean;
  readonly count: CellCount;
}

/** Column and row of `AB12`, from 0; undefined where it names no cell that a spreadsheet has. */
export function cellAt(reference: string): readonly [column: number, row: number] | undefined {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(reference) ?? [];
  if (letters === undefined) return undefined;
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  const row = Number(digits);
  return column <= MAX_COLUMNS && row >= 1 && row <= MAX_ROWS ? [column - 1, row - 1] : undefined;
}

/** `_x000D_` stands for a character that XML can't hold, `_x005F_` for an underline that is none of these (18.4.12). */
export const unescapeText = (text: string): string =>
  (text.includes('_x') ? text.replace(/_x([\dA-F]{4})_/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16))) : text);

const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true';

/** Takes the text of a sheet's part. `end` gives the grid. */
export function createSheetReader(
  name: string,
  { strings, isDate, from1904, count }: Workbook,
): { readonly scanner: XmlScanner; readonly end: (hidden: boolean) => Grid } {
  const builder = createGridBuilder(count);
  let row = -1;
  let column = -1;
  let type: string | undefined;
  let style: string | undefined;
  let value: string | undefined;
  let inline: string | undefined;
  /** Of which element text is taken just now. */
  let into: 'v' | 't' | undefined;
  let phonetic = false;
  let whole = false;

  const misplaced = (reference: string): TableError => new TableError(
    `工作表“${name}”第 ${row + 1} 行附近有位置不正确的单元格（${reference.slice(0, 20)}），不能确定它属于哪一列。`
      + '文件可能已损坏，请用 Excel 或 WPS 打开，另存为 .xlsx 后再试。',
  );

  const startRow = (tag: string): void => {
    const said = attribute(tag, 'r');
    const next = said === undefined ? row + 1 : Number(said) - 1;
    if (said === undefined && next >= MAX_ROWS) throw tooLarge(`工作表“${name}”超过 ${MAX_ROWS} 行`);
    if (!Number.isInteger(next) || next < 0 || next >= MAX_ROWS) throw misplaced(said ?? '');
    row = next;
    column = -1;
    if (isTrue(attribute(tag, 'hidden'))) builder.hideRow(row);
  };

  const startCell = (tag: string): void => {
    const reference = attribute(tag, 'r');
    // Some programs leave references out: then cells stand in their order.
    if (reference === undefined) column++;
    else {
      const place = cellAt(reference);
      if (!place) throw misplaced(reference);
      [column, row] = place;
    }
    if (column >= MAX_COLUMNS) throw tooLarge(`工作表“${name}”超过 ${MAX_COLUMNS} 列`);
    if (row < 0) throw new TableError(BROKEN);
    type = attribute(tag, 't');
    style = attribute(tag, 's');
    value = inline = undefined;
  };

  const number = (text: string): GridCell => {
    const serial = Number(text);
    if (!text || Number.isNaN(serial)) return text || null;
    return isDate(style) ? dayOfSerial(serial, from1904) ?? serial : serial;
  };

  const sharedText = (text: string): string => {
    const string = text === '' ? '' : strings[Number(text)];
    if (string === undefined) throw new TableError(BROKEN);
    return string;
  };

  const cell = (): GridCell => {
    const text = (value ?? '').trim();
    switch (type) {
      case 's': return sharedText(text).trim() || null;
      case 'str': return unescapeText(value ?? '').trim() || null;
      case 'inlineStr': return unescapeText(inline ?? value ?? '').trim() || null;
      case 'b': return text === '' ? null : isTrue(text.toLowerCase());
      // #N/A and the like: what should stand here is not known.
      case 'e': return null;
      case 'd': return dayOfIso(text) ?? (text || null);
      default: return value === undefined && inline !== undefined ? unescapeText(inline).trim() || null : number(text);
    }
  };

  const scanner = createXmlScanner({
    open: (tagName, tag) => {
      if (tagName === 'c') startCell(tag);
      else if (tagName === 'v') { into = 'v'; value = ''; }
      else if (tagName === 't') { into = phonetic ? undefined : 't'; inline ??= ''; }
      else if (tagName === 'row') startRow(tag);
      else if (tagName === 'rPh') phonetic = true;
      else if (tagName === 'mergeCell') {
        const [from = '', to = from] = (attribute(tag, 'ref') ?? '').split(':');
        const [start, end] = [cellAt(from), cellAt(to)];
        if (start && end) builder.merge({ top: start[1], left: start[0], bottom: end[1], right: end[0] });
      }
    },
    close: (tagName) => {
      if (tagName === 'c') {
        // The end of a cell that never began.
        if (row < 0 || column < 0) throw new TableError(BROKEN);
        builder.put(row, column, cell());
      } else if (tagName === 'v' || tagName === 't') into = undefined;
      else if (tagName === 'rPh') phonetic = false;
      else if (tagName === 'sheetData' || tagName === 'chartsheet' || tagName === 'dialogsheet') whole = true;
    },
    text: (text) => {
      if (into === 'v') value = (value ?? '') + text;
      else if (into === 't') inline = (inline ?? '') + text;
      else return;
      if ((value?.length ?? 0) + (inline?.length ?? 0) > MAX_CELL_TEXT) throw tooLarge(`工作表“${name}”第 ${row + 1} 行有超过 100 万字的单元格`);
    },
  });
  return {
    scanner,
    end: (hidden) => {
      // Half a sheet would be published as if it were all.
      if (!whole) throw new TableError(BROKEN);
      return builder.end(name, hidden);
    },
  };
}

/** Takes the text of `sharedStrings.xml`; readings of characters (phonetic runs) are left out. */
export function createStringsReader(): { readonly scanner: XmlScanner; readonly strings: string[] } {
  const strings: string[] = [];
  let string = '';
  let reading = false;
  let phonetic = false;
  const scanner = createXmlScanner({
    open: (name) => {
      if (name === 'si') string = '';
      else if (name === 't') reading = !phonetic;
      else if (name === 'rPh') phonetic = true;
    },
    close: (name) => {
      if (name === 'si') strings.push(unescapeText(` ${string}`.slice(1)));
      else if (name === 't') reading = false;
      else if (name === 'rPh') phonetic = false;
    },
    text: (text) => {
      if (!reading) return;
      string += text;
      if (string.length > MAX_CELL_TEXT) throw tooLarge('有超过 100 万字的单元格');
    },
  });
  return { scanner, strings };
}
