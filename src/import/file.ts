/** A table file by its bytes: what it is shows in them, not in its name. */
import { readCsv } from './csv.js';
import { TableError, type Grid } from './grid.js';
import { MAX_FILE_BYTES, tooLarge, type OnProgress } from './limits.js';
import { readMarkup } from './markup.js';
import { splitTables } from './tables.js';
import { readXlsx } from './xlsx.js';

export interface FileOptions {
  /** Charset of a text file, where detection fails. */
  readonly encoding?: string | undefined;
  /** Reads .xls; loaded only when such a file comes. Without it they are refused. */
  readonly xls?: (() => Promise<{ readonly readXls: (bytes: Uint8Array) => readonly Grid[] }>) | undefined;
  /** Told of the share that is read, and waited for: between two pieces the reading can be stopped by throwing. */
  readonly onProgress?: OnProgress | undefined;
}

/** What is read as a table; everything else is read as a feed. `xls`: what bears the name of an old workbook, be it one or markup. */
export type FileType = 'xlsx' | 'xls' | 'text' | 'json';

const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean => signature.every((byte, i) => bytes[i] === byte);

const PDF = [0x25, 0x50, 0x44, 0x46];
const OLE = [0xd0, 0xcf, 0x11, 0xe0];

/** Old workbooks begin with the mark of OLE, new ones are zip archives; JSON begins with a bracket. */
export function fileTypeOf(name: string, bytes: Uint8Array): FileType {
  if (startsWith(bytes, [0x50, 0x4b])) return 'xlsx';
  if (startsWith(bytes, OLE)) return 'xls';
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 256)).replace(/^(?:ï»¿|[\s\0ÿþ])+/, '');
  if (/^[{[]/.test(start)) return 'json';
  // Systems export web pages and XML under the name of a workbook.
  return /\.(?:xlsx?|et)$/i.test(name) && start.startsWith('<') ? 'xls' : 'text';
}

/** No text has a zero byte, but for UTF-16, which begins with its mark. */
const isBinary = (bytes: Uint8Array): boolean =>
  bytes.subarray(0, 4096).includes(0) && !startsWith(bytes, [0xff, 0xfe]) && !startsWith(bytes, [0xfe, 0xff]);

/** Every table of a file: each sheet, and each table below another. @throws {TableError} with a sentence for whoever chose the file */
export async function readTable(name: string, bytes: Uint8Array, options: FileOptions = {}): Promise<readonly Grid[]> {
  const grids = await readGrids(name, bytes, options);
  return grids.flatMap(splitTables);
}

async function readGrids(name: string, bytes: Uint8Array, { encoding, xls, onProgress }: FileOptions): Promise<readonly Grid[]> {
  if (!bytes.length) throw new TableError('文件是空的。');
  if (bytes.length > MAX_FILE_BYTES) throw tooLarge(`文件超过 ${MAX_FILE_BYTES / 1024 / 1024} MB`);
  const type = fileTypeOf(name, bytes);
  if (type === 'xlsx') return readXlsx(bytes, onProgress);
  if (type === 'text' && isBinary(bytes))
    throw new TableError('不是能读取的 Excel 工作簿：文件可能已损坏，或者不是表格。请用 Excel 或 WPS 打开，另存为 .xlsx 或 .csv 后再试。');
  if (type === 'text' && startsWith(bytes, PDF)) {
    throw new TableError('这是 PDF 文件，不是表格。请找到原来的表格，用 Excel 或 WPS 另存为 .xlsx 或 .csv 后再试。');
  }
  const sheet = name.replace(/^.*[\\/]/, '').replace(/\.\w+$/, '');
  if (type === 'text') return [readCsv(sheet, bytes, encoding)];
  if (type === 'json') throw new TableError('这是 JSON 数据，不是表格。');
  if (!startsWith(bytes, OLE)) return readMarkup(sheet, bytes, encoding);
  if (!xls) throw new TableError('不能读取 .xls 文件，请另存为 .xlsx 或 .csv 后再试。');
  return (await xls()).readXls(bytes);
}
