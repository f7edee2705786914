/**
 * `sgs merge`: departments' feeds as one, or a feed with what is new in it. What an address answers is remembered by its
 * ETag, so that nothing is read or written while nothing has changed.
 */
import { readFile, stat } from 'node:fs/promises';
import { hashOf } from '../../model/hash.js';
import { decisionKey } from '../../publication/decision.js';
import { mergeFeeds } from '../../publication/merge.js';
import { isPlainObject } from '../../model/config.js';
import type { SgsRecord } from '../../model/record.js';
import { CliError, EXIT, type ExitCode, type Options, type Run } from '../command.js';
import { isAddress } from '../input.js';
import type { Io } from '../io.js';
import { decisionLabel, exists, fieldsText, publisherOf, standardOf, writeText } from '../merging.js';
import { readSource, writeDocument } from '../records.js';
import { textOption } from '../options.js';
import { tableOptions, type TableOptions } from '../tables.js';
import { update } from '../update.js';

/** What is remembered of a feed between two runs. */
interface Remembered {
  /** ETag or Last-Modified of an address; size and time of a file. */
  readonly mark?: string;
  /** The publisher, by whose name its records stand in the merged feed. */
  readonly name?: string;
  /**
   * Which records of the merged feed are its: hashes of decisions. By the source unit alone nobody can tell, since a county's
   * records name their departments.
   */
  readonly decisions?: readonly string[];
}

const decisionHash = (record: SgsRecord): string => hashOf(decisionKey(record));

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

/** What tells whether a feed has changed; undefined where nothing does. */
async function markOf(place: string, before: string | undefined): Promise<string | undefined> {
  if (!isAddress(place)) return stat(place).then(({ size, mtimeMs }) => `${size}-${Math.round(mtimeMs)}`, () => undefined);
  try {
    const quoted: Record<string, string> = before?.startsWith('etag ')
      ? { 'if-none-match': before.slice(5) }
      : before?.startsWith('date ')
        ? { 'if-modified-since': before.slice(5) }
        : {};
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

/** Several feeds as one. */
async function merge(places: readonly string[], out: string, options: Options, settings: TableOptions, io: Io): Promise<ExitCode> {
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
      const { records, report, imported } = await readSource(place, settings, io);
      const name = report?.meta.publisher?.name || (isAddress(place) ? new URL(place).host : '');
      feeds.push({ name, records });
      standards.push(report?.standard ?? imported?.standard);
      const mark = marks.get(place);
      state[place] = { ...(mark !== undefined && { mark }), ...(name && { name }), decisions: records.map(decisionHash) };
    } catch (error) {
      const known = before[place];
      if (!(error instanceof CliError) || !known || (!known.name && !known.decisions) || !await exists(out)) throw error;
      const { name = '', decisions = [] } = known;
      // Its records stay as they were until it can be read again.
      last ??= (await readSource(out, settings, io)).records;
      const own = new Set(decisions);
      feeds.push({
        name,
        records: last.filter(
          (record) =>
            own.has(decisionHash(record))
            || (name !== '' && (record.sourceUnit === name || (record.status === 'revoked' && record.authority === name))),
        ),
      });
      state[place] = { name, decisions };
      lost.push(`${error.message}（保留上次的数据）`);
    }
  }
  const { records, conflicts, duplicates, taken } = mergeFeeds(feeds);
  await writeDocument(out, records, {
    updated: settings.today,
    standard: settings.config.standard ?? standardOf(standards),
    ...publisherOf(options, undefined),
  });
  if (statePath !== undefined) await writeText(statePath, `${JSON.stringify({ feeds: state })}\n`);
  const report = textOption(options, 'conflicts');
  if (report !== undefined) await writeText(report, `${JSON.stringify(conflicts, null, 2)}\n`);
  for (const one of lost) io.say(one);
  await io.out(
    [
      ...places.map((place, at) => `${place}：${feeds[at]?.records.length ?? 0} 条，采用 ${taken[at] ?? 0} 条`),
      `重复 ${duplicates} 条，冲突 ${conflicts.length} 条`,
      ...conflicts
        .slice(0, 20)
        .map(
          (conflict) =>
            `  冲突：${decisionLabel(conflict)}，采用“${conflict.kept}”，与“${conflict.left}”不同的项：${fieldsText(conflict.kind, conflict.fields)}`,
        ),
      ...(conflicts.length > 20 ? [`  …… 另有 ${conflicts.length - 20} 条${report === undefined ? '，用 --conflicts 写入文件' : ''}`] : []),
      `已写入 ${out}：${records.length} 条`,
    ].join('\n'),
  );
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
