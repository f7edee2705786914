/** Bytes of a file → tables or JSON text, by what the file is and not by what it is called. */
import readWorkbook from 'read-excel-file/universal';
import { createTextStream } from '../../../src/feed/decode.js';
import type { FileContent, Grid } from '../core/file.js';
import { rowsOfText } from './text.js';

const startsWith = (bytes: Uint8Array, sign: readonly number[]): boolean => sign.every((byte, i) => bytes[i] === byte);
const ZIP = [0x50, 0x4b];
const OLE = [0xd0, 0xcf, 0x11, 0xe0];

/** A date in a cell is a day without a zone. */
const plain = (value: unknown): unknown => (value instanceof Date ? value.toISOString().slice(0, 10) : value);

const readXlsx = async (bytes: Uint8Array): Promise<FileContent> => {
  try {
    const sheets = await readWorkbook(bytes.slice().buffer);
    return { grids: sheets.map(({ sheet, data }): Grid => ({ sheet, rows: data.map((row) => row.map(plain)) })) };
  } catch {
    return { problem: '表格文件已损坏或设有密码。请在表格软件里打开，取消密码后另存为 .xlsx。' };
  }
};

/** @param name of the file, for the name of its only table */
export const readFile = async (name: string, bytes: Uint8Array): Promise<FileContent> => {
  if (bytes.length === 0) return { problem: '文件是空的。' };
  if (startsWith(bytes, ZIP)) return readXlsx(bytes);
  if (startsWith(bytes, OLE)) return { problem: '暂时不能读取 .xls，请在表格软件里另存为 .xlsx。' };
  const stream = createTextStream();
  const text = stream.push(bytes) + stream.end();
  if (/^\s*[[{]/.test(text)) return { json: text };
  if (/^\s*</.test(text)) return { problem: '这是网页，不是表格。请在表格软件里打开后另存为 .xlsx。' };
  if (text.includes('\u0000')) return { problem: '看不出这是什么文件。请选择 .xlsx、.xls、.csv、.tsv 或 .json 文件。' };
  return { grids: [{ sheet: name.replace(/\.[^.]*$/, ''), rows: rowsOfText(text) }] };
};
