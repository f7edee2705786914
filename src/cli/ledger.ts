/** `--ledger`: a table, a JSON list or feed, or a folder of them, in which each file has its department's name. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { fileTypeOf, readTable } from '../import/file.js';
import { TableError } from '../import/grid.js';
import { loadJson } from '../score/json.js';
import { ledgerFromGrid, ledgerFromJson, type LedgerReading, type LedgerRow } from '../score/ledger-rows.js';
import { CliError, type Options } from './command.js';
import { fileError } from './files.js';
import { isAddress } from './input.js';

const TABLES = /\.(?:xlsx?|et|csv|tsv|txt|json)$/i;

async function readings(place: string, own: string): Promise<readonly LedgerReading[]> {
  if (isAddress(place)) {
    const answer = await loadJson(place);
    if (!answer.ok) throw new CliError(`${place}：${answer.failure.detail}`);
    return [ledgerFromJson(answer.value, own)];
  }
  const bytes = new Uint8Array(await readFile(place).catch((error: unknown) => { throw fileError(place, error); }));
  try {
    if (fileTypeOf(place, bytes) === 'json')
      return [ledgerFromJson(JSON.parse(new TextDecoder().decode(bytes).replace(/^\ufeff/, '')), own)];
    const grids = await readTable(basename(place), bytes, { xls: () => import('../import/xls.js') });
    const all = grids.map(({ rows }) => ledgerFromGrid(rows, own));
    // A sheet of notes beside the ledger is none.
    return all.some(({ ok }) => ok) ? all.filter(({ ok }) => ok) : all.slice(0, 1);
  } catch (error) {
    if (error instanceof SyntaxError) throw new CliError(`${place}：不是有效的 JSON。`);
    throw error instanceof TableError ? new CliError(`${place}：${error.message}`) : error;
  }
}

/** @throws {CliError} when any of it can't be read: half a ledger would be judged as the whole */
export async function readLedger(option: Options[string]): Promise<readonly LedgerRow[] | undefined> {
  if (option === undefined) return undefined;
  const place = String(option);
  const isFolder = !isAddress(place) && (await stat(place).catch((error: unknown) => { throw fileError(place, error); })).isDirectory();
  const files = isFolder ? (await readdir(place)).filter((name) => TABLES.test(name)).sort().map((name) => join(place, name)) : [place];
  if (!files.length) throw new CliError(`${place}：没有台账文件。`);
  const rows: LedgerRow[] = [];
  for (const file of files) {
    for (const reading of await readings(file, isFolder ? basename(file, extname(file)) : '')) {
      if (!reading.ok) throw new CliError(`${file}：${reading.problem}。`);
      rows.push(...reading.rows);
    }
  }
  return rows;
}
