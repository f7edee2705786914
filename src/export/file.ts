/** What a list finds, as a file to take along: collected, made a table, written. */
import type { Query } from '../query/query.js';
import type { RecordSource } from '../source/source.js';
import { collect, type CollectReason } from './collect.js';
import { writeCsv } from './csv.js';
import { fileName } from './file-name.js';
import { joinTables, tablesOf, type TableOptions } from './table.js';
import { yieldToEventLoop, type Outcome, type Progress, type Work } from './work.js';
import { writeXlsx } from './xlsx.js';

export type FileFormat = 'csv' | 'xlsx';

export interface FileOptions extends TableOptions, Omit<Work, 'progress'> {
  /** ISO `YYYY-MM-DD` of today, in Chinese time. */
  readonly date: string;
  /** Where the rows come from, for the last sheet of a workbook: `{ name: '说明', rows: [['来源', 'https://…']] }`. */
  readonly about?: { readonly name: string; readonly rows: readonly (readonly [string, string])[] } | undefined;
  /** Every record counts twice: when it is collected and when it is written. */
  readonly progress?: ((progress: Progress) => void) | undefined;
}

export interface ExportedFile {
  readonly name: string;
  readonly blob: Blob;
  readonly records: number;
  /** False where the feed was still arriving: there will be more. */
  readonly complete: boolean;
}

/** `empty`: nothing was found. */
export type FileReason = CollectReason | 'empty';

/** @param queries one for each kind; their pages and sizes make no difference */
export async function exportFile(
  format: FileFormat,
  source: Pick<RecordSource, 'query'>,
  queries: readonly Query[],
  options: FileOptions,
): Promise<Outcome<ExportedFile, FileReason>> {
  const { date, about, signal, progress } = options;
  const collected = await collect(source, queries, {
    signal,
    progress: ({ done, total }) => progress?.({ done, total: 2 * total }),
  });
  if (!collected.ok) return collected;
  const { records, complete } = collected.value;
  await yieldToEventLoop();
  const tables = tablesOf(records, options);
  if (!tables.length) return { ok: false, reason: 'empty' };
  const all = joinTables(tables, options);
  await yieldToEventLoop();
  const work: Work = { signal, progress: ({ done, total }) => progress?.({ done: total + done, total: 2 * total }) };
  const written = await (format === 'csv' ? writeCsv(all, work) : writeXlsx(tables, { ...work, title: all.name, date, about }));
  return written.ok
    ? { ok: true, value: { name: fileName(all.name, date, format), blob: written.value, records: records.length, complete } }
    : written;
}
