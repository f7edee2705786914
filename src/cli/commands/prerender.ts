/** `sgs prerender`: the column as plain pages, for crawlers, inspections and browsers without script. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { zhCN } from '../../locale/zh-CN.js';
import type { SgsRecord } from '../../model/record.js';
import { memoryOf, remember, type Memory } from '../../prerender/changes.js';
import { prerender } from '../../prerender/prerender.js';
import { templateProblem } from '../../prerender/shell.js';
import { scriptTag } from '../../prerender/snippet.js';
import type { Site, StaticPage } from '../../prerender/site.js';
import { createIds } from '../../source/ids.js';
import { CliError, EXIT, type Options, type Run } from '../command.js';
import { readConfigFile } from '../config.js';
import { fileError } from '../files.js';
import { isAddress, readFeed, STDIN } from '../input.js';
import { noticeLines } from '../notices.js';
import { integrityOf } from '../own-files.js';
import { textOption } from '../options.js';
import { webAddress, withoutQuery } from '../../model/web-address.js';
import { assertNoShrink } from '../shrink.js';
import { knownIn, writeTree } from '../tree.js';

function baseOf(value: Options[string]): string {
  const address = webAddress(String(value));
  if (address) return `${withoutQuery(address.href).replace(/\/$/, '')}/`;
  throw new CliError('--base 应为网页所在文件夹的完整网址，如 https://www.example.gov.cn/sgs/。');
}

async function templateAt(path: Options[string]): Promise<string | undefined> {
  if (path === undefined) return undefined;
  const text = (
    await readFile(String(path), 'utf8').catch((error: unknown) => {
      throw fileError(String(path), error);
    })
  ).replace(/^\ufeff/, '');
  const problem = templateProblem(text);
  if (problem) throw new CliError(`${String(path)}：${problem}。`);
  return text;
}

/** Where the widget finds the feed: as it was given, or beside the pages. */
const feedOf = (place: string, asked: string | undefined): string =>
  asked ?? (isAddress(place) ? place : place === STDIN ? 'sgs.json' : basename(place));

/** What is remembered from run to run, for the Atom feeds. */
const MEMORY = '.sgs-seen.json';

const memoryIn = async (folder: string): Promise<Memory | undefined> => {
  try {
    return memoryOf(JSON.parse(await readFile(join(folder, MEMORY), 'utf8')));
  } catch {
    // There is none, or it is broken: then it is the first run.
    return undefined;
  }
};

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Now in China, to the second; of a day that was named, its beginning. */
const timeOf = (day: Options[string]): string =>
  (day === undefined ? `${new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00` : `${String(day)}T00:00:00+08:00`);

/** Of a record, not of a list or the map. */
const isRecordPath = (path: string): boolean => path.startsWith('r/');

export const run: Run = async ([given], options, io) => {
  const place = String(given);
  const { output, pageSize = 20, today } = options;
  if (output === undefined) throw new CliError('请用 -o 写明网页存放的文件夹。');
  if (!(Number.isInteger(pageSize) && Number(pageSize) >= 1 && Number(pageSize) <= 1000)) throw new CliError('--page-size 应为 1–1000 的整数。');
  if (today !== undefined && !/^\d{4}-\d\d-\d\d$/.test(String(today))) throw new CliError('--today 应为 YYYY-MM-DD。');
  const base = baseOf(options['base']);
  const template = await templateAt(options['template']);
  const config = await readConfigFile(options['config']);

  // The page's own rules: what is withheld never arrives, names are masked, and no id stands for two records.
  const records = new Map<string, SgsRecord>();
  const withId = createIds((id) => records.get(id));
  const { meta, notices } = await readFeed(place, {
    ...(config && { config }), ...(today !== undefined && { today: String(today) }),
    onRecords: (batch) => {
      for (const record of batch.map(withId)) records.set(record.id, record);
    },
  }, io);

  const src = options['static'] ? undefined : textOption(options, 'script') ?? 'sgs.js';
  const site: Site = {
    base,
    feed: feedOf(place, textOption(options, 'feedUrl')),
    pageSize: Number(pageSize),
    config: config ?? {},
    words: zhCN,
    script:
      src === undefined
        ? undefined
        : scriptTag({ src, integrity: options['sri'] ? integrityOf('sgs.js') : undefined, nonce: textOption(options, 'nonce') }),
    siteName: textOption(options, 'siteName'),
    siteId: textOption(options, 'siteId'),
    publisher: meta.publisher?.name ?? '',
    updated: meta.updated ?? '',
    notice: config?.texts?.notice ?? meta.notice ?? '',
    remedy: config?.texts?.remedy ?? meta.remedy ?? '',
  };
  const before = (await knownIn(String(output))).filter(isRecordPath).length;
  assertNoShrink(String(output), before, records.size, options);
  const all = [...records.values()];
  const memory = remember(all, await memoryIn(String(output)), timeOf(today), (text) => sha256(text).slice(0, 24));
  const files = function* (): Generator<StaticPage> {
    yield* prerender(all, site, template, { memory, sha256 });
    yield { path: MEMORY, text: JSON.stringify(memory) };
  };
  const { written, kept, removed } = await writeTree(String(output), files(), (done) => io.progress(`生成网页 … ${done}`));
  io.say(`${String(output)}：${records.size} 条信息，写入 ${written} 个文件，${kept} 个没有变化，删除 ${removed} 个。`);
  for (const line of noticeLines(notices)) io.say(line);
  return EXIT.ok;
};
