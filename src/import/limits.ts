/** How much of a file is read at most, so that no file can take all memory or time. Real ledgers stay far below. */
import { TableError } from './grid.js';

const MB = 1024 * 1024;

/** Bytes of a file. */
export const MAX_FILE_BYTES = 256 * MB;

/** Bytes of all parts that are unpacked of a workbook: a sheet of a million rows and twelve columns has about so many. */
export const MAX_UNPACKED_BYTES = 400 * MB;

/** Cells that are held, those left empty between others counted in. */
export const MAX_CELLS = 10_000_000;

/** What a spreadsheet can have (Excel specifications and limits). */
export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

/** Characters of one cell; a spreadsheet holds 32,767. */
export const MAX_CELL_TEXT = 1_000_000;

/** Characters of one tag or comment. */
export const MAX_TAG = MB;

export const tooLarge = (what: string): TableError =>
  new TableError(`${what}，没有读取。请只保留台账的工作表和有内容的行、列，或者按年份拆成几个文件，另存后再试。`);

export const BROKEN = '不是能读取的 Excel 工作簿：文件可能已损坏或设有密码，请另存为 .xlsx 或 .csv 后再试。';

/** Called between pieces of work with the share that is done, 0 to 1; what it returns is waited for. May throw to stop the reading. */
export type OnProgress = (share: number) => void | Promise<void>;
