/** `--by`, `--filed`, `--correct`: the ledger of what was filed, as a file. */
import { readFile } from 'node:fs/promises';
import { createEndedFinder, type EndedDecision } from '../publication/end.js';
import { booksOf, booksText, FILING_DAYS, type FiledBook, type FiledBooks, type FiledEntry, type FilingDay } from '../publication/filed.js';
import type { WithheldReason } from '../model/outcome.js';
import type { SgsRecord } from '../model/record.js';
import { CliError, type Options } from './command.js';
import { fileError } from './files.js';
import { writeText } from './merging.js';
import { assertNoShrink } from './shrink.js';
import { WITHHELD } from './words.js';

/** `--by`. @throws {CliError} */
export function filingDayOption(options: Options): FilingDay {
  const by = options['by'] ?? 'reported';
  const known = FILING_DAYS.find((day) => day === by);
  if (!known) throw new CliError('--by 应为 reported（上次报送以后新增的）、published（公示日期）或 decided（决定日期）。');
  if (options['correct'] === true && known !== 'reported') throw new CliError('--correct 按报送记录比较，不能与 --by published、--by decided 同用。');
  if (options['filed'] !== undefined && known !== 'reported') throw new CliError('--filed 只能与 --by reported 同用。');
  return known;
}

export interface FiledFile extends FiledBook {
  readonly path: string;
  readonly books: FiledBooks;
  /** Which series of reports. */
  readonly series: string;
}

/** @throws {CliError} where the file is none of ours: then nothing is filed */
export async function openFiled(path: string, series: string, correct: boolean): Promise<FiledFile> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if ((error as { readonly code?: string }).code === 'ENOENT') return undefined;
    throw fileError(path, error);
  });
  let books: FiledBooks | undefined = {};
  try {
    if (text !== undefined) books = booksOf(JSON.parse(text));
  } catch {
    books = undefined;
  }
  if (!books) throw new CliError(`${path}：不是有效的报送记录，没有写入文件。可改用旧的一份（.bak），或另外指定 --filed。`);
  const entries = books[series];
  if (correct && !entries) throw new CliError(`${path}：还没有报送记录，不知道哪些有变化。`);
  return { path, books, series, entries: entries ?? [], isNew: !entries };
}

/** Only once the report is written: what is not is filed the next time. */
export const noteFiled = ({ path, books, series }: FiledFile, entries: readonly FiledEntry[], sources: readonly string[]): Promise<void> =>
  writeText({ path, as: 'filed', sources }, booksText({ ...books, [series]: entries }));

/** A part of the data is no reason to take back all the rest. @throws {CliError} */
export const assertWhole = ({ path, entries }: FiledFile, gone: readonly FiledEntry[], options: Options): void =>
  assertNoShrink(path, entries.length, entries.length - gone.length, options);

/** Why what was filed is there no more; undefined: its time is over, and where it was filed it ends by itself. */
export function reasonFinder(ended: readonly EndedDecision[]): (entry: FiledEntry) => string | undefined {
  const find = createEndedFinder(ended);
  return ({ kind, documentNumber }) => {
    const reason: WithheldReason | undefined = find({ kind, id: '', documentNumber } as SgsRecord)?.reason;
    return reason === 'expired' ? undefined : reason ? WITHHELD[reason] : '数据中已没有，请核对后撤回';
  };
}

/** When there was a report, for whoever wonders why there is nothing new. */
export const lastFiled = ({ entries }: FiledBook): string => {
  const last = entries.reduce((latest, { on }) => (on > latest ? on : latest), '');
  return last ? `上次报送：${last}。` : '';
};

/** What a report leaves for the next one. */
export const changedNote = (changed: number, gone: number): string =>
  (changed + gone ? `另有 ${[changed ? `${changed} 条报送后有改动` : '', gone ? `${gone} 条已不在数据中` : ''].filter(Boolean).join('、')}，`
    + '可用 --correct 报送更正。' : '');
