/** What crosses from the reader of files (a worker) to the page. */

/** A sheet of a workbook, or the one table of a text file. */
export interface Grid {
  readonly sheet: string;
  /** Cells by row and column, as the spreadsheet counts them less one; `null`, text, numbers or ISO dates. */
  readonly rows: readonly (readonly unknown[])[];
}

/** What a file came to: tables, JSON text, or why it can't be read (Chinese). */
export type FileContent =
  | { readonly grids: readonly Grid[] }
  | { readonly json: string }
  | { readonly problem: string };

/** From the worker, in order: sheets with their rows in pieces, then the end. */
export type ReaderMessage =
  | { readonly type: 'sheet'; readonly sheet: string }
  | { readonly type: 'rows'; readonly rows: readonly (readonly unknown[])[] }
  | { readonly type: 'json'; readonly json: string }
  | { readonly type: 'problem'; readonly problem: string }
  | { readonly type: 'end' };
