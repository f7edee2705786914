/** Table files and feeds, told apart by their first bytes; a feed is read piece by piece, a table whole. */
import { open, readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { declaredStandard } from '../check/examine.js';
import { fileTypeOf, readTable } from '../import/file.js';
import { TableError } from '../import/grid.js';
import { importTables, type TableImport, type ImportOptions } from '../import/import-tables.js';
import type { Mapping, MappingBook } from '../import/sheet.js';
import { isPlainObject, type SgsConfig } from '../model/config.js';
import { isKind } from '../model/kinds.js';
import { todayInChina } from '../rules/gate.js';
import type { Standard } from '../rules/status.js';
import { CliError, type Options } from './command.js';
import { readCalendarFile, readConfigFile } from './config.js';
import { fileError } from './files.js';
import { isAddress, STDIN } from './input.js';
import { dayOption, textOption, textsOption } from './options.js';

/** Bytes that tell what a file is and what standard it declares. */
const HEAD = 4096;

/** What the first bytes of a file tell; of an address or a pipe nothing is known before it is read. */
export async function peek(place: string): Promise<{ readonly table: boolean; readonly standard?: Standard }> {
  if (place === STDIN || isAddress(place)) return { table: false };
  const file = await open(place).catch((error: unknown) => { throw fileError(place, error); });
  try {
    const head = new Uint8Array(HEAD);
    const { bytesRead } = await file.read(head, 0, HEAD, 0);
    const bytes = head.subarray(0, bytesRead);
    const type = fileTypeOf(place, bytes);
    const standard = declaredStandard(new TextDecoder().decode(bytes));
    // Junk before the JSON is the reader's business; only a text that calls itself a table is one. Systems export text and
    // broken files under the name of a workbook.
    return {
      table: type === 'xlsx' || type === 'xls' || (type === 'text' && /\.(?:csv|tsv|txt|xlsx?|et)$/i.test(place)),
      ...(standard && { standard }),
    };
  } catch (error) {
    throw error instanceof CliError ? error : fileError(place, error);
  } finally {
    await file.close();
  }
}

/** @throws {CliError} when it can't be read as a table */
export async function readTableFile(place: string, options: ImportOptions): Promise<TableImport> {
  const bytes = await readFile(place).catch((error: unknown) => { throw fileError(place, error); });
  try {
    const grids = await readTable(basename(place), new Uint8Array(bytes), {
      encoding: options.config?.encoding,
      xls: () => import('../import/xls.js'),
    });
    return importTables(grids, basename(place), options);
  } catch (error) {
    throw error instanceof TableError ? new CliError(`${place}：${error.message}`) : error;
  }
}

/** `--mapping`: columns by name, for all sheets, by kind, or by the fingerprint of the headers as the assistant remembers them. */
async function readMapping(path: string | undefined): Promise<{ readonly mapping: SgsConfig['mapping']; readonly book: MappingBook }> {
  if (path === undefined) return { mapping: {}, book: {} };
  const text = await readFile(path, 'utf8').catch((error: unknown) => { throw fileError(path, error); });
  let held: unknown;
  try {
    held = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    throw new CliError(`${path}：不是有效的 JSON。`);
  }
  if (!isPlainObject(held)) throw new CliError(`${path}：应为 {"列名": "字段"}。`);
  const mapping: Record<string, string | Mapping> = {};
  const book: Record<string, Mapping> = {};
  for (const [key, value] of Object.entries(held)) {
    if (typeof value === 'string') mapping[key] = value;
    else if (isPlainObject(value) && Object.values(value).every((field) => typeof field === 'string'))
      (isKind(key) ? mapping : book)[key] = value as Mapping;
    else throw new CliError(`${path}：“${key}”应为字段名。`);
  }
  return { mapping, book };
}

export type TableOptions = ImportOptions & { readonly config: SgsConfig };

/** What tables are read with: `--config`, `--mapping`, `--standard`, `--today`, `--drop-personal`, `--sheet`. */
export async function tableOptions(options: Options): Promise<TableOptions> {
  const config = await readConfigFile(options['config']);
  const calendar = await readCalendarFile(options['calendar']);
  const { mapping, book } = await readMapping(textOption(options, 'mapping'));
  const standard = textOption(options, 'standard');
  if (standard !== undefined && standard !== '2015' && standard !== '2018') throw new CliError('--standard 应为 2015 或 2018。');
  return {
    today: dayOption(options, 'today') ?? todayInChina(),
    config: { ...config, mapping: { ...config?.mapping, ...mapping }, ...(standard && { standard }), ...(calendar && { calendar }) },
    book,
    hiddenSheets: textsOption(options, 'sheet'),
    persons: options['dropPersonal'] ? 'drop' : 'mask',
    ...(options['all'] === true && { sample: Infinity }),
  };
}
