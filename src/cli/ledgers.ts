/** `--ledger`: what departments have decided, from a workbook, a folder of them, or a feed of numbers. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { readTable } from '../import/file.js';
import { TableError } from '../import/grid.js';
import type { Department } from '../score/departments.js';
import { ledgerOfJson, ledgerOfSheet, rowsOf, type LedgerRow } from '../score/ledger.js';
import { CliError } from './command.js';
import { beside, jsonAt } from './departments.js';
import { fileError } from './files.js';
import { isAddress } from './input.js';

const TABLE = /\.(?:xlsx?|csv|et)$/i;

export interface Ledgers {
  /** Department → its rows. */
  readonly of: ReadonlyMap<string, readonly LedgerRow[]>;
  /** Files with rows of departments that are not on the list. */
  readonly strangers: readonly { readonly place: string; readonly count: number }[];
}

async function readLedger(place: string): Promise<readonly LedgerRow[]> {
  if (isAddress(place) || !TABLE.test(place)) return ledgerOfJson(await jsonAt(place));
  const bytes = await readFile(place).catch((error: unknown) => { throw fileError(place, error); });
  try {
    const grids = await readTable(basename(place), new Uint8Array(bytes), { xls: () => import('../import/xls.js') });
    return grids.flatMap(({ name, rows }) => ledgerOfSheet(name, rows));
  } catch (error) {
    throw error instanceof TableError ? new CliError(`${place}：${error.message}`) : error;
  }
}

async function filesIn(place: string): Promise<readonly string[]> {
  if (isAddress(place)) return [place];
  const about = await stat(place).catch((error: unknown) => { throw fileError(place, error); });
  if (!about.isDirectory()) return [place];
  return (await readdir(place)).filter((name) => (TABLE.test(name) || name.endsWith('.json')) && !name.startsWith('~$')).sort()
    .map((name) => join(place, name));
}

/** @throws {CliError} a ledger that can't be read would make every department look honest */
export async function ledgersOf(places: readonly string[], departments: readonly Department[], list: string): Promise<Ledgers> {
  const of = new Map<string, readonly LedgerRow[]>();
  const strangers: { place: string; count: number }[] = [];
  const put = (name: string, rows: readonly LedgerRow[]): void => {
    if (rows.length) of.set(name, [...of.get(name) ?? [], ...rows]);
  };
  for (const place of (await Promise.all(places.map(filesIn))).flat()) {
    const rows = await readLedger(place);
    if (!rows.length) throw new CliError(`${place}：没有找到文号一列，不能作为台账。`);
    // A file of a folder may be called like its department.
    const byFile = departments.find(({ name }) => basename(place).replace(/\.\w+$/, '').replace(/台账|[\s_-]/g, '') === name);
    let taken = 0;
    for (const { name } of departments) {
      const alone = departments.length === 1 || byFile?.name === name;
      const own = rowsOf(rows, name, alone);
      taken += own.length;
      put(name, own);
    }
    if (taken < rows.length) strangers.push({ place, count: rows.length - taken });
  }
  for (const { name, ledger } of departments) if (ledger !== undefined) put(name, await readLedger(beside(list, ledger)));
  return { of, strangers };
}
