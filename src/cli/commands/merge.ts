/**
 * `sgs merge`: departments' feeds as one, or a feed with what is new in it. What an address answers is remembered by its
 * ETag, so that nothing is read or written while nothing has changed.
 */
import { readFile, stat } from 'node:fs/promises';
import { hashOf } from '../../model/hash.js';
import { decisionKey } from '../../publication/decision.js';
import { repairedDecision, type EndedDecision } from '../../publication/end.js';
import { normalizeText } from '../../query/normalize.js';
import { mergeFeeds, type SourceFeed } from '../../publication/merge.js';
import { isPlainObject } from '../../model/config.js';
import type { PlacedNotice } from '../../check/notice-words.js';
import type { SgsRecord } from '../../model/record.js';
import { CliError, EXIT, type ExitCode, type Options, type Run } from '../command.js';
import { isAddress } from '../input.js';
import type { Io } from '../io.js';
import { decisionLabel, exists, fieldsText, publisherOf, standardOf, writeText } from '../merging.js';
import { asksForWord, noticeLines, noticesOf } from '../notices.js';
import { readSource, writeDocument } from '../records.js';
import { textOption } from '../options.js';
import { tableOptions, type TableOptions } from '../tables.js';
import { endedLines, missedText, numbersOf, repairsOf, type Repairs } from '../repaired.js';
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

interface State {
  readonly feeds: Readonly<Record<string, Remembered>>;
  /** Hashes of the numbers of repaired decisions: their departments' feeds may hold them for a while. */
  readonly repaired: readonly string[];
}

const numberHash = (documentNumber: string): string => hashOf(normalizeText(documentNumber));

const readState = async (path: string | undefined): Promise<State> => {
  const none: State = { feeds: {}, repaired: [] };
  if (path === undefined) return none;
  try {
    const held: unknown = JSON.parse(await readFile(path, 'utf8'));
    if (!isPlainObject(held) || !isPlainObject(held['feeds'])) return none;
    return { feeds: held['feeds'] as State['feeds'], repaired: Array.isArray(held['repaired']) ? held['repaired'].map(String) : [] };
  } catch {
    // None yet, or one that broke: everything is read anew.
    return none;
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
async function merge(
  repairs: Repairs, out: string, options: Options, settings: TableOptions, io: Io,
): Promise<ExitCode> {
  const { places } = repairs;
  const statePath = textOption(options, 'state');
  const { feeds: before, repaired } = await readState(statePath);
  const marks = new Map<string, string | undefined>();
  for (const place of places) {
    io.progress(`查看 ${place} …`);
    marks.set(place, statePath === undefined ? undefined : await markOf(place, before[place]?.mark));
  }
  const same = statePath !== undefined && !repairs.decisions.length && Object.keys(before).length === places.length && await exists(out)
    && places.every((place) => marks.get(place) !== undefined && marks.get(place) === before[place]?.mark);
  if (same) {
    await io.out(`没有变化，${out} 保持不变`);
    return EXIT.ok;
  }
  const feeds: SourceFeed[] = [];
  const standards: (string | null | undefined)[] = [];
  const state: Record<string, Remembered> = {};
  const ended: EndedDecision[] = [];
  const notices = new Map<string, readonly PlacedNotice[]>();
  const lost: string[] = [];
  let last: readonly SgsRecord[] | undefined;
  for (const place of places) {
    try {
      const { records, report, imported, ended: own } = await readSource(place, settings, io);
      ended.push(...own);
      notices.set(place, noticesOf({ report, imported }));
      const name = report?.meta.publisher?.name || (isAddress(place) ? new URL(place).host : '');
      feeds.push({ name, records, updated: report?.meta.updated });
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
  const over = new Set(repaired);
  /** What is withheld already is as it should be. */
  const gone = new Set(ended.map(({ documentNumber = '' }) => normalizeText(documentNumber)));
  const again = feeds.flatMap((feed) => feed.records)
    .flatMap(({ documentNumber = '' }) => (over.has(numberHash(documentNumber)) ? [repairedDecision(documentNumber)] : []));
  const { records, conflicts, duplicates, taken, ended: left, found } = mergeFeeds(feeds, [...repairs.decisions, ...ended, ...again]);
  const missed = missedText(repairs.decisions.filter(({ documentNumber = '' }) => !gone.has(normalizeText(documentNumber))), found);
  await writeDocument(out, records, {
    updated: settings.today,
    standard: settings.config.standard ?? standardOf(standards),
    ...publisherOf(options, undefined),
  });
  const numbers = numbersOf(repairs);
  for (const number of numbers) over.add(hashOf(number));
  if (statePath !== undefined)
    await writeText(statePath, `${JSON.stringify({ feeds: state, ...(over.size && { repaired: [...over] }) })}\n`);
  const report = textOption(options, 'conflicts');
  if (report !== undefined) await writeText(report, `${JSON.stringify(conflicts, null, 2)}\n`);
  for (const one of lost) io.say(one);
  await io.out(
    [
      ...places.flatMap((place, at) => [
        `${place}：${feeds[at]?.records.length ?? 0} 条，采用 ${taken[at] ?? 0} 条`, ...noticeLines(notices.get(place) ?? []),
      ]),
      `重复 ${duplicates} 条，冲突 ${conflicts.length} 条${left.length ? `，移除 ${left.length} 条` : ''}`,
      ...endedLines(left.map(({ record: { kind, id, documentNumber }, reason }) =>
        ({ kind, id, reason, ...(documentNumber && { documentNumber }) })), repairs.on, numbers),
      ...(missed ? [`没有找到已修复的${missed}，请核对文书号，或者它是否已经不再公示`] : []),
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
  return conflicts.length || lost.length || missed || [...notices.values()].some(asksForWord) ? EXIT.found : EXIT.ok;
}

export const run: Run = async ([given], options, io) => {
  const out = textOption(options, 'output');
  if (out === undefined) throw new CliError('请用 -o 说明写入哪个文件。');
  const settings = await tableOptions(options);
  const repairs = await repairsOf(given as readonly string[], options, settings.today);
  const { places } = repairs;
  const into = textOption(options, 'into');
  if (into !== undefined) {
    if (!places.length && options['withdraw'] === undefined && !repairs.decisions.length)
      throw new CliError('没有要并入的文件，也没有要撤回或移除的记录。');
    return update(into, places, out, options, settings, io, repairs);
  }
  if (!places.length) throw new CliError('缺少要合并的数据。用法：sgs merge [...feed] -o <file>');
  return merge(repairs, out, options, settings, io);
};
