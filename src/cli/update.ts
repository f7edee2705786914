/** `sgs merge --into`: new, corrected and withdrawn records into one feed. */
import { readFile } from 'node:fs/promises';
import { stillPublished, updateFeed, type Change } from '../publication/update.js';
import type { SgsRecord } from '../model/record.js';
import { CliError, EXIT, type ExitCode, type Options } from './command.js';
import type { Io } from './io.js';
import { decisionLabel, exists, fieldsText, publisherOf, standardOf, writeText } from './merging.js';
import { readSource, writeDocument, type Source } from './records.js';
import { dayOrToday, textOption, textsOption } from './options.js';
import { type TableOptions } from './tables.js';
import { takenLine } from './taken.js';

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

/** `更正：行政处罚 1号（处罚内容；现在为空：违法事实）` */
function changeLine(change: Change, after: SgsRecord | undefined): string {
  const { what, kind, fields = [] } = change;
  const isEmpty = (field: string): boolean => after !== undefined && after[field as keyof SgsRecord] === undefined;
  const parts = [
    fieldsText(
      kind,
      fields.filter((field) => !isEmpty(field)),
    ),
    fieldsText(kind, fields.filter(isEmpty)).replace(/^(?=.)/, '现在为空：'),
  ].filter(Boolean);
  return `  ${what === 'corrected' ? '更正' : '撤回'}：${decisionLabel(change)}${parts.length ? `（${parts.join('；')}）` : ''}`;
}

/** @param into the feed @param places of what is new @param out file that is written */
export async function update(
  into: string,
  places: readonly string[],
  out: string,
  options: Options,
  settings: TableOptions,
  io: Io,
): Promise<ExitCode> {
  const reason = textOption(options, 'reason');
  const withdraw = textsOption(options, 'withdraw');
  if (withdraw.length && !reason) throw new CliError('撤回必须公开说明理由（行政处罚法第四十八条）：请用 --reason 写明。');
  const published = dayOrToday(options, 'published', settings.today);
  const old = await readSource(into, settings, io);
  const sources: Source[] = [];
  for (const place of places) sources.push(await readSource(place, settings, io));
  const withdrawals = withdraw.map((record) => ({ record, reason: reason ?? '', on: settings.today }));
  const { records, changes, unchanged, missed } = updateFeed(
    old.records,
    sources.flatMap((source) => source.records),
    withdrawals,
    published,
  );
  if (missed.length)
    throw new CliError(
      `没有找到要撤回的记录${missed.map(({ record }) => `“${record}”`).join('、')}，没有改动文件。请核对文书号，或者它是否已经不再公示。`,
    );
  const count = (what: Change['what']): number => changes.filter((change) => change.what === what).length;
  const remedy = old.report?.meta.remedy;
  const notice = old.report?.meta.notice;
  await writeDocument(out, records, {
    updated: settings.today,
    standard: settings.config.standard ?? standardOf([old.report?.standard]),
    ...publisherOf(options, old.report),
    remedy,
    notice,
  });
  const history = textOption(options, 'history');
  if (history !== undefined && changes.length) await addHistory(history, changes, settings.today);
  const still = stillPublished(
    sources.flatMap(({ imported }) => imported?.rows ?? []),
    records,
  );
  const byId = new Map(records.map((record) => [record.id, record]));
  await io.out(
    [
      ...sources.map((source) => takenLine(source, '可以公示', '采用')),
      `新增 ${count('added')} 条，更正 ${count('corrected')} 条，撤回 ${count('withdrawn')} 条，未变 ${unchanged} 条`,
      ...changes.filter(({ what }) => what !== 'added').map((change) => changeLine(change, byId.get(change.id))),
      `已写入 ${out}：${records.length} 条`,
      ...(still.length
        ? [
            `表格中已撤销、网站上仍在公示 ${still.length} 条，请用 --withdraw 和 --reason 写明理由撤回：`,
            ...still.map((record) => `  ${decisionLabel(record)}`),
          ]
        : []),
    ].join('\n'),
  );
  return still.length ? EXIT.found : EXIT.ok;
}
