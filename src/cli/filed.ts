/** The ledger of what was filed, as a file: `--filed`, beside the reports unless given. */
import { readFile } from 'node:fs/promises';
import { createFiledLedger, FILING_DAYS, type FiledLedger, type FilingDay } from '../publication/filed.js';
import { CliError, type Options } from './command.js';
import { fileError } from './files.js';
import { writeText } from './merging.js';
import { textOption } from './options.js';

/** @throws {CliError} */
export async function readFiled(path: string): Promise<FiledLedger> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if ((error as { readonly code?: string }).code === 'ENOENT') return undefined;
    throw fileError(path, error);
  });
  try {
    return createFiledLedger(text === undefined ? undefined : JSON.parse(text));
  } catch {
    throw new CliError(`${path}：不是有效的报送记录，没有写入文件。`);
  }
}

export const writeFiled = (path: string, ledger: FiledLedger): Promise<void> => writeText(path, `${JSON.stringify(ledger)}\n`);

/** `--by`. @throws {CliError} */
export function filingDayOption(options: Options): FilingDay {
  const by = textOption(options, 'by') ?? 'reported';
  const known = FILING_DAYS.find((day) => day === by);
  if (!known) throw new CliError('--by 应为 reported（上次报送以后新增的）、published（公示日期）或 decided（决定日期）。');
  return known;
}
