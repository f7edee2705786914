/** `sgs shard`: a big feed as a folder of small files, for any web server. */
import { join, resolve } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Built } from '../../feed/record.js';
import type { MappedRow } from '../../feed/mapping.js';
import type { SgsRecord } from '../../model/record.js';
import { endedBy, OPEN_GATE } from '../../publication/end.js';
import { todayInChina } from '../../rules/gate.js';
import { SEARCHED } from '../../format/format.js';
import { createPublication, OtherFormat } from '../../write/publish.js';
import { CliError, EXIT, type Options, type Run } from '../command.js';
import { readConfigFile } from '../config.js';
import { fileError } from '../files.js';
import { assertMayWrite } from '../guard.js';
import { OBSOLETE } from '../../write/cleanup.js';
import { MANIFEST } from '../../write/manifest.js';
import { isAddress, readFeed, STDIN } from '../input.js';
import { noticeLines } from '../notices.js';
import { assertNoShrink } from '../shrink.js';
import { diskFolder } from '../shard/folder.js';
import { createPacker } from '../shard/packer.js';
import { diskScratch } from '../shard/scratch.js';

const ROWS = 50;
const RECORDS = 100;
/** Rows in the manifest, of each kind: the first page, with a little more than ten rows to spare nothing. */
const FIRST = 10;
const SMALL = 4000;
/** gzip: what is large and read seldom is packed fast. */
const LEVELS = { fast: 2, small: 6 } as const;

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const UNITS: Readonly<Record<string, number>> = { d: 86_400_000, h: 3_600_000, m: 60_000 };

const keepOf = (value: Options[string] = '7d'): number => {
  const [, amount = '', unit = 'd'] = /^(\d+)([dhm]?)$/.exec(String(value)) ?? [];
  if (!amount) throw new CliError('--keep 应为天数、小时或分钟，如 7d、12h、30m。');
  return Number(amount) * (UNITS[unit || 'd'] as number);
};

/** @throws {CliError} when the folder holds somebody else's `sgs.json` or `old.json` */
async function assertFolderOfOurs(root: string, feed: string): Promise<void> {
  const sources = isAddress(feed) || feed === STDIN ? [] : [feed];
  await assertMayWrite({ path: join(root, MANIFEST), as: 'folder', sources });
  await assertMayWrite({ path: join(root, OBSOLETE), as: 'obsolete', sources });
}

export const run: Run = async ([place], options, io) => {
  const feed = String(place);
  const { output: out, today: said, search = 'numbers', columns = '', add } = options;
  if (out === undefined) throw new CliError('请用 -o 指定输出的文件夹，如 sgs shard sgs.json -o data/。');
  if (said !== undefined && !DATE.test(String(said))) throw new CliError('--today 应为 YYYY-MM-DD。');
  const searched = SEARCHED.find((name) => name === search);
  if (!searched) throw new CliError(`--search 应为 ${SEARCHED.join('、')} 之一。`);
  if (add && (feed === STDIN || isAddress(feed))) throw new CliError('--add 要读两遍数据，请先存为文件。');
  const keep = keepOf(options['keep']);
  const config = (await readConfigFile(options['config'])) ?? {};
  const today = said === undefined ? todayInChina() : String(said);
  const root = resolve(String(out));
  await assertFolderOfOurs(root, feed);
  const scratch = diskScratch();
  const packer = createPacker(LEVELS);
  try {
    const publication = createPublication({
      folder: diskFolder(root, packer), scratch, config, today, keep, now: Date.now(), first: FIRST, small: SMALL,
      mode: add ? 'add' : 'all',
      settings: { searched, columns: String(columns).split(/[\s,]+/).filter(Boolean), rows: ROWS, records: RECORDS },
      pack: (bytes, fast) => gzipSync(bytes, { level: fast ? LEVELS.fast : LEVELS.small }),
      unpack: (bytes) => gunzipSync(bytes),
    });
    const each = (work: (record: SgsRecord) => void) => (records: readonly SgsRecord[]): void => records.forEach(work);
    const report = await readFeed(feed, { config, today, onRecords: each(publication.take) }, io);
    // Of a day's records those that may not be shown any more name what has to go.
    const open = { ...config, gate: OPEN_GATE };
    const withdrawRow = (row: MappedRow, built: Built): void => {
      const id = endedBy(row, built, config, today)?.id;
      if (id !== undefined) publication.withdraw(id);
    };
    if (add) await readFeed(feed, { config: open, today, onRow: withdrawRow, onRecords: each(({ id }) => publication.withdraw(id)) }, io);
    const { before, after } = publication.counts();
    if (!add) assertNoShrink(root, before, after, options);
    io.progress(`写入 ${root} …`);
    const { total, added, corrected, withdrawn, files, bytes } = publication.finish(report);
    io.say(`${root}：共 ${total} 条；新增 ${added} 条，更正 ${corrected} 条，撤下 ${withdrawn} 条；写入 ${files} 个文件，${(bytes / 1e6).toFixed(1)} MB。`);
    for (const line of noticeLines(report.notices)) io.say(line);
    return EXIT.ok;
  } catch (error) {
    if (error instanceof OtherFormat) throw new CliError(`${root} 由另一版本的 sgs 生成，请先不带 --add 用全部数据重新发布一次。`);
    // What the system says of a file names it; everything else is ours to explain.
    const { code, path = root } = error as { readonly code?: string; readonly path?: string };
    throw code?.startsWith('E') ? fileError(path, error) : error;
  } finally {
    packer.close();
    scratch.close();
  }
};
