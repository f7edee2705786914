/** Workbooks of Excel 2007 and later, and of WPS. */
import { strFromU8, unzipSync } from 'fflate';
import readWorkbook from 'read-excel-file/universal';
import { dayOf, TableError, type Grid, type GridCell, type Merge } from './grid.js';

const attribute = (tag: string, name: string): string => new RegExp(`\\s(?:\\w+:)?${name}="([^"]*)"`).exec(tag)?.[1] ?? '';

const cellAt = (reference: string): readonly [column: number, row: number] => {
  const [, letters = '', digits = ''] = /^\$?([A-Z]+)\$?(\d+)$/.exec(reference) ?? [];
  return [[...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1, Number(digits) - 1];
};

/** Merged cells by the sheet's place in the workbook: the library reads values only. */
function mergesOf(bytes: Uint8Array): readonly (readonly Merge[])[] {
  const parts = unzipSync(bytes, {
    filter: ({ name }) => /^xl\/(?:workbook\.xml|_rels\/workbook\.xml\.rels|worksheets\/[^/]+\.xml)$/.test(name),
  });
  const text = (path: string): string => (parts[path] ? strFromU8(parts[path]) : '');
  const targets = new Map(
    [...text('xl/_rels/workbook.xml.rels').matchAll(/<(?:\w+:)?Relationship\s[^>]*>/g)].map(([tag]) => [
      attribute(tag, 'Id'),
      attribute(tag, 'Target'),
    ]),
  );
  return [...text('xl/workbook.xml').matchAll(/<(?:\w+:)?sheet\s[^>]*>/g)].map(([tag]) => {
    const target = targets.get(/\s\w+:id="([^"]*)"/.exec(tag)?.[1] ?? '') ?? '';
    const sheet = text(target.startsWith('/') ? target.slice(1) : `xl/${target}`);
    return [...sheet.matchAll(/<(?:\w+:)?mergeCell\s[^>]*>/g)].map(([merge]): Merge => {
      const [from = '', to = from] = attribute(merge, 'ref').split(':');
      const [[left, top], [right, bottom]] = [cellAt(from), cellAt(to)];
      return { top, left, bottom, right };
    });
  });
}

const cellOf = (value: unknown): GridCell => {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : dayOf(value);
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
};

/** @throws {TableError} when it is no workbook, or one with a password */
export async function readXlsx(bytes: Uint8Array<ArrayBuffer>): Promise<readonly Grid[]> {
  try {
    const sheets = await readWorkbook(new Blob([bytes]));
    const merges = mergesOf(bytes);
    return sheets.map(({ sheet, data }, at): Grid => ({ name: sheet, rows: data.map((row) => row.map(cellOf)), merges: merges[at] ?? [] }));
  } catch {
    throw new TableError('不是能读取的 Excel 工作簿：文件可能已损坏或设有密码，请另存为 .xlsx 或 .csv 后再试。');
  }
}
