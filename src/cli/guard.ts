/**
 * Whether a file may be written over: never a command's own source, never a file that we did not write. What is written
 * over is kept beside it, once, until the next success. Every command writes through here.
 */
import { copyFile, readFile, realpath, stat, type FileHandle } from 'node:fs/promises';
import { openZip, partAt } from '../import/zip.js';
import { isPlainObject } from '../model/config.js';
import { isFiledLedger } from '../publication/filed.js';
import { CliError } from './command.js';
import { fileError, writeWhole } from './files.js';

/** What a command writes; each is known again by how it was written. */
export type Written = 'feed' | 'workbook' | 'page' | 'state' | 'conflicts' | 'history' | 'folder' | 'obsolete' | 'filed';

const jsonIn = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
};

const isListOf = (held: unknown, keys: readonly string[]): boolean =>
  Array.isArray(held) && held.every((item) => isPlainObject(item) && keys.every((key) => key in item));

/** The creator that our workbooks name in their properties; who saves one again adds a name and a time. */
const CREATOR = '<dc:creator>sgs</dc:creator>';
const SAVED_AGAIN = /lastModifiedBy|dcterms:modified/;

/** Bytes of a workbook's properties. */
const MOST_PROPERTIES = 10_000;

const isWorkbook = (bytes: Uint8Array): boolean => {
  try {
    const zip = openZip(bytes, MOST_PROPERTIES);
    const part = partAt(zip, 'docProps/core.xml');
    const text = part ? Buffer.concat([...zip.unpack(part)]).toString() : '';
    return text.includes(CREATOR) && !SAVED_AGAIN.test(text);
  } catch {
    return false;
  }
};

const OURS: Readonly<Record<Written, (bytes: Uint8Array) => boolean>> = {
  // The head in one line, then a record a line: nobody else writes so (import/document.ts).
  feed: (bytes) => /^\{"version":1,[^\n]{1,100000}\n"records":\[\n/.test(new TextDecoder().decode(bytes.subarray(0, 100_000))),
  workbook: isWorkbook,
  page: (bytes) => new TextDecoder().decode(bytes.subarray(0, 2000)).includes('<meta name="generator" content="sgs">'),
  state: (bytes) => {
    const held = jsonIn(bytes);
    return isPlainObject(held) && isPlainObject(held['feeds']) && Object.keys(held).every((key) => key === 'feeds' || key === 'repaired');
  },
  conflicts: (bytes) => isListOf(jsonIn(bytes), ['kind', 'kept', 'left', 'fields']),
  folder: (bytes) => {
    const held = jsonIn(bytes);
    return isPlainObject(held) && isPlainObject(held['shards']);
  },
  obsolete: (bytes) => {
    const held = jsonIn(bytes);
    return isPlainObject(held) && isPlainObject(held['files']) && Array.isArray(held['erasures']) && Object.keys(held).length === 2;
  },
  history: (bytes) => isListOf(jsonIn(bytes), ['on', 'what']),
  filed: (bytes) => isFiledLedger(jsonIn(bytes)),
};

const bytesAt = async (path: string): Promise<Uint8Array | undefined> => {
  try {
    return await readFile(path);
  } catch (error) {
    if ((error as { readonly code?: string }).code === 'ENOENT') return undefined;
    throw fileError(path, error);
  }
};

const placeOf = (path: string): Promise<string> => realpath(path).catch(() => path);

/** Whether two paths lead to one file, by whatever names. */
async function isSame(one: string, other: string): Promise<boolean> {
  const [a, b] = await Promise.all([one, other].map((path) => stat(path).catch(() => undefined)));
  return a !== undefined && b !== undefined
    && ((a.ino !== 0 && a.ino === b.ino && a.dev === b.dev) || (await placeOf(one)) === (await placeOf(other)));
}

export interface Target {
  readonly path: string;
  readonly as: Written;
  /** Files that the command reads. */
  readonly sources: readonly string[];
  /** Somebody has said that this very file is to be replaced (`--replace`, `--into`). */
  readonly consent?: boolean | undefined;
}

/** @throws {CliError} when the file must not be written over */
export async function assertMayWrite({ path, as, sources, consent = false }: Target): Promise<void> {
  for (const source of sources) {
    if (await isSame(path, source)) throw new CliError(`${path} 是要读取的文件，没有改动。请用 -o 写明另一个文件名。`);
  }
  const before = await bytesAt(path);
  if (before === undefined || OURS[as](before)) return;
  // Consent to replace a feed is none to replace a workbook.
  if (consent && as === 'feed' && isPlainObject(jsonIn(before))) return;
  throw new CliError(`${path} 已经存在，而且不是 sgs 写的${NAMES[as]}，没有改动。请换一个文件名，或先把它移走。`);
}

const NAMES: Readonly<Record<Written, string>> = {
  feed: '数据', workbook: '工作簿', page: '网页', state: '状态记录', conflicts: '冲突记录', history: '变更记录', folder: '数据文件夹',
  obsolete: '待清理清单', filed: '报送记录',
};

/** Where the old file is kept: never over a file that we did not write. */
async function keptAt(path: string, as: Written): Promise<string> {
  for (let n = 0; ; n++) {
    const place = `${path}${n ? `.${n}` : ''}.bak`;
    const held = await bytesAt(place);
    if (held === undefined || OURS[as](held)) return place;
  }
}

/** Writes a file that may be written over, whole or not at all; the old one is kept beside it. @throws {CliError} */
export async function writeGuarded(target: Target, write: (file: FileHandle) => Promise<void>): Promise<void> {
  await assertMayWrite(target);
  const { as } = target;
  // Where a link leads: the link itself stays.
  const path = await placeOf(target.path);
  if ((await bytesAt(path)) !== undefined) {
    const place = await keptAt(path, as);
    await copyFile(path, place).catch((error: unknown) => { throw fileError(place, error); });
  }
  await writeWhole(path, write);
}
