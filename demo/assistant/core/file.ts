/** What crosses from the reader of files (a worker) to the page. */
import type { Grid } from '../../../src/import/grid.js';

/** What a file came to: sheets, JSON text, or why it can't be read (Chinese). */
export type FileContent =
  | { readonly grids: readonly Grid[] }
  | { readonly json: string }
  | { readonly problem: string };

/** From the worker, in order: shares of the file that are read, sheets with their rows in pieces, then the end. */
export type ReaderMessage =
  | { readonly type: 'progress'; readonly share: number }
  | { readonly type: 'sheet'; readonly sheet: Omit<Grid, 'rows'> }
  | { readonly type: 'rows'; readonly rows: Grid['rows'] }
  | { readonly type: 'json'; readonly json: string }
  | { readonly type: 'problem'; readonly problem: string }
  | { readonly type: 'end' };
