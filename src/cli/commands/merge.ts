/**
 * `sgs merge`: departments' feeds as one, or a feed with what is new in it. What an address answers is remembered by its
 * ETag, so that nothing is read or written while nothing has changed.
 */
import { readFile, stat } from 'node:fs/promises';
import type { FeedReport } from '../../feed/feed.js';
import { mergeFeeds, type Conflict } from '../../ledger/merge.js';
import { updateFeed, type Change } from '../../ledger/update.js';
import { isPlainObject } from '../../model/config.js';
import { KIND_DEFS } from '../../model/kinds.js';
import type { SgsRecord } from '../../model/record.js';
import { CliError, EXIT, type ExitCode, type Options, type Run } from '../command.js';
import { writeWhole } from '../files.js';
import { isAddress } from '../input.js';
import type { Io } from '../io.js';
import { readSource, writeDocument } from '../records.js';
import { tableOptions, textOption } from '../tables.js';

type Settings = Awaited<ReturnType<typeof tableOptions>>;

/** What is remembered of a feed between two runs. */
interface Remembered {
  /** ETag or Last-Modified of an address; size and time of a file. */
  readonly mark?: string;
  /** The publisher, by whose name its records stand in the merged feed. */
  readonly name?: string;
}

type State = Readonly<Record<string, Remembered>>;

const readState = async (path: string | undefined): Promise<State> => {
  if (path === undefined) return {};
  try {
    const held: unknown = JSON.parse(await readFile(path, 'utf8'));
    return isPlainObject(held) && isPlainObject(held['feeds']) ? (held['feeds'] as State) : {};
  } catch {
    // None yet, or one that broke: everything is read anew.
    return {};
  }
};

const writeText = (path: string, text: string): Promise<void> => writeWhole(path, async (file) => {
  await file.write(text);
});

/** What tells whether a feed has changed; undefined where nothing does. */
async function markOf(place: string, before: string | undefined): Promise<string | undefined> {
  if (!isAddress(place)) return stat(place).then(({ size, mtimeMs }) => `${size}-${Math.round(mtimeMs)}`, () => undefined);
  try {
    const quoted: Record<string, string> = before?.startsWith('etag ') ? { 'if-none-match': before.slice(5) } : before?.startsWith('date ') ? { 'if-modified-since': before.slice(5) } : {};
    const answer = await fetch(place, { headers: quoted, signal: AbortSignal.timeout(15_000) });
    await answer.body?.cancel();
    if (answer.status === 304) return before;
    if (!answer.ok) return undefined;
    const [etag, date] = [answer.headers.get('etag'), answer.headers.get('last-modified')];
    return etag ? `etag ${etag}` : date ? `date ${date}` : undefined;
  } catch {
    // Reading it will say what is wrong.
    return undefined;
  }
}

const exists = (path: string): Promise<boolean> => stat(path).then(() => true, () => false);

const label = ({ kind, documentNumber, id }: Pick<Conflict, 'kind' | 'documentNumber' | 'id'>): string => `${KIND_DEFS[kind].label} ${documentNumber ?? id}`;

const publisherOf = (options: Options, report: FeedReport | undefined): { readonly publisher?: { readonly name?: string; readonly code?: string; readonly url?: string } } => {
  const name = textOption(options, 'publisher');
  const publisher = name ? { ...report?.meta.publisher, name } : report?.meta.publisher;
  return publisher ? { publisher } : {};
};

/** The standard that all of them follow. */
const standardOf = (all: readonly (string | null | undefined)[]): '2015' | '2018' | undefined => {
  const [first, second] = [...new Set(all.filter((one) => one !== 'any' && one !== undefined))];
  return second === undefined && (first === '2015' || first === '2018') ? first : undefined;
};

/** Of the changes made to a feed the latest are kept. */
const MOST_HISTORY = 500;

async function addHistory(path: string, changes: readonly Change[], on: string): Promise<void> {
  let before: unknown[] = [];
  if (await exists(path)) {
    try {
      const held: unknown = JSON.parse(await readFile(path, 'utf8'));
      if (Array.isArray(held)) before = held;
    } catch {
      throw new CliError(`${path}：不是有效的变更记录，没有改动它。`);
    }
  }
  const lines = [...before, ...changes.map((change) => ({ on, ...change }))].slice(-MOST_HISTORY).map((one) => JSON.stringify(one));
  await writeText(path, `[\n${lines.join(',\n')}\n]\n`);
}

/** New, corrected and withdrawn records into one feed. */
async function update(into: string, places: readonly string[], out: string, options: Options, settings: Settings, io: Io): Promise<ExitCode> {
  const reason = textOption(options, 'reason');
  const withdraw = textOption(options, 'withdraw');
  if (withdraw !== undefined && !reason) throw new CliError('撤回必须公开说明理由（行政处罚法第四十八条）：请用 --reason 写明。');
  const old = await readSource(into, settings, io);
  const incoming: SgsRecord[] = [];
  for (const place of places) incoming.push(...(await readSource(place, settings, io)).records);
  const { records, changes, unchanged, missed } = updateFeed(old.records, incoming, withdraw !== undefined && reason ? [{ record: withdraw, reason, on: settings.today }] : []);
  if (missed.length) throw new CliError(`没有找到要撤回的记录“${withdraw ?? ''}”，没有改动文件。`);
  const count = (what: Change['what']): number => changes.filter((change) => change.what === what).length;
  const remedy = old.report?.meta.remedy;
  const notice = old.report?.meta.notice;
  await writeDocument(out, records, { updated: settings.today, standard: settings.config.standard ?? standardOf([old.report?.standard]), ...publisherOf(options, old.report), remedy, notice });
  const history = textOption(options, 'history');
  if (history !== undefined && changes.length) await addHistory(history, changes, settings.today);
  await io.out([
    `新增 ${count('added')} 条，更正 ${count('corrected')} 条，撤回 ${count('withdrawn')} 条，未变 ${unchanged} 条`,
    ...changes.filter(({ what }) => what !== 'added').map((change) => `  ${change.what === 'corrected' ? '更正' : '撤回'}：${label(change)}`),
    `已写入 ${out}：${records.length} 条`,
  ].join('\n'));
  return EXIT.ok;
}

/** Several feeds as one. */
async function merge(places: readonly string[], out: string, options: Options, settings: Settings, io: Io): Promise<ExitCode> {
  const statePath = textOption(options, 'state');
  const before = await readState(statePath);
  const marks = new Map<string, string | undefined>();
  for (const place of places) {
    io.progress(`查看 ${place} …`);
    marks.set(place, statePath === undefined ? undefined : await markOf(place, before[place]?.mark));
  }
  const same = statePath !== undefined && Object.keys(before).length === places.length && await exists(out)
    && places.every((place) => marks.get(place) !== undefined && marks.get(place) === before[place]?.mark);
  if (same) {
    await io.out(`没有变化，${out} 保持不变`);
    return EXIT.ok;
  }
  const feeds: { readonly name: string; readonly records: readonly SgsRecord[] }[] = [];
  const standards: (string | null | undefined)[] = [];
  const state: Record<string, Remembered> = {};
  const lost: string[] = [];
  let last: readonly SgsRecord[] | undefined;
  for (const place of places) {
    try {
      const { records, report, intake } = await readSource(place, settings, io);
      const name = report?.meta.publisher?.name || (isAddress(place) ? new URL(place).host : '');
      feeds.push({ name, records });
      standards.push(report?.standard ?? intake?.standard);
      const mark = marks.get(place);
      state[place] = { ...(mark !== undefined && { mark }), ...(name && { name }) };
    } catch (error) {
      const name = before[place]?.name;
      if (!(error instanceof CliError) || name === undefined || !await exists(out)) throw error;
      // Its records stay as they were until it can be read again.
      last ??= (await readSource(out, settings, io)).records;
      feeds.push({ name, records: last.filter(({ sourceUnit, authority, status }) => sourceUnit === name || (status === 'revoked' && authority === name)) });
      state[place] = { name };
      lost.push(`${error.message}（保留上次的数据）`);
    }
  }
  const { records, conflicts, duplicates, taken } = mergeFeeds(feeds);
  await writeDocument(out, records, { updated: settings.today, standard: settings.config.standard ?? standardOf(standards), ...publisherOf(options, undefined) });
  if (statePath !== undefined) await writeText(statePath, `${JSON.stringify({ feeds: state }, null, 2)}\n`);
  const report = textOption(options, 'conflicts');
  if (report !== undefined) await writeText(report, `${JSON.stringify(conflicts, null, 2)}\n`);
  for (const one of lost) io.say(one);
  await io.out([
    ...places.map((place, at) => `${place}：${feeds[at]?.records.length ?? 0} 条，采用 ${taken[at] ?? 0} 条`),
    `重复 ${duplicates} 条，冲突 ${conflicts.length} 条`,
    ...conflicts.slice(0, 20).map((conflict) => `  冲突：${label(conflict)}，采用“${conflict.kept}”，与“${conflict.left}”不同的项：${conflict.fields.join('、')}`),
    ...(conflicts.length > 20 ? [`  …… 另有 ${conflicts.length - 20} 条${report === undefined ? '，用 --conflicts 写入文件' : ''}`] : []),
    `已写入 ${out}：${records.length} 条`,
  ].join('\n'));
  return conflicts.length || lost.length ? EXIT.found : EXIT.ok;
}

export const run: Run = async ([given], options, io) => {
  const places = given as readonly string[];
  const out = textOption(options, 'output');
  if (out === undefined) throw new CliError('请用 -o 说明写入哪个文件。');
  const settings = await tableOptions(options);
  const into = textOption(options, 'into');
  if (into !== undefined) {
    if (!places.length && options['withdraw'] === undefined) throw new CliError('没有要并入的文件，也没有要撤回的记录。');
    return update(into, places, out, options, settings, io);
  }
  if (!places.length) throw new CliError('缺少要合并的数据。用法：sgs merge [...feed] -o <file>');
  return merge(places, out, options, settings, io);
};
