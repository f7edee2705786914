/** `sgs merge --into`: new, corrected and withdrawn records into one feed. */
import { readFile } from 'node:fs/promises';
import { stillPublished, updateFeed, type Change } from '../publication/update.js';
import type { SgsRecord } from '../model/record.js';
import { isPlainObject } from '../model/config.js';
import type { EndedDecision } from '../publication/end.js';
import { normalizeText } from '../query/normalize.js';
import { CliError, EXIT, type ExitCode, type Options } from './command.js';
import { assertMayWrite } from './guard.js';
import { heldLines, holdWrong, unconfirmedLines, type Consent } from './held.js';
import type { Io } from './io.js';
import { decisionLabel, exists, fieldsText, publisherOf, standardOf, writeText } from './merging.js';
import { asksForWord, noticeLines, noticesOf } from './notices.js';
import { readSource, writeDocument } from './records.js';
import type { Source } from './source.js';
import { dayOrToday, textOption, textsOption } from './options.js';
import { assertNoShrink } from './shrink.js';
import { type TableOptions } from './tables.js';
import { checkWithdrawals, endedLines, missedText, numbersOf, type Repairs } from './repaired.js';
import { takenLine } from './taken.js';

/** Of the changes made to a feed the latest are kept. */
const MOST_HISTORY = 500;

async function readHistory(path: string | undefined): Promise<readonly unknown[]> {
  if (path === undefined || !(await exists(path))) return [];
  try {
    const held: unknown = JSON.parse(await readFile(path, 'utf8'));
    if (Array.isArray(held)) return held as readonly unknown[];
  } catch {
    // Said below.
  }
  throw new CliError(`${path}：不是有效的变更记录，没有改动文件。`);
}

const isRepair = (line: unknown): line is Change =>
  isPlainObject(line) && line['what'] === 'ended' && line['reason'] === 'repaired' && typeof line['id'] === 'string';

/** What was repaired once does not come again with an old sheet. */
const repairedBefore = (history: readonly unknown[]): readonly EndedDecision[] =>
  history.filter(isRepair).map(({ id, kind, documentNumber }) =>
    ({ id, kind, ...(documentNumber && { documentNumber }), reason: 'repaired' }));

/** Lines that are kept: the latest, and what was repaired. */
async function writeHistory(path: string, before: readonly unknown[], added: readonly unknown[]): Promise<void> {
  const all = [...before, ...added];
  const lines = all.filter((line, at) => isRepair(line) || at >= all.length - MOST_HISTORY).map((line) => JSON.stringify(line));
  await writeText({ path, as: 'history', sources: [] }, `[\n${lines.join(',\n')}\n]\n`);
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

/** What the old feed still holds and may not be shown any more, unless a new row has put it right. */
const lapsed = (old: Source, records: readonly SgsRecord[], changes: readonly Change[]): readonly Change[] => {
  const known = new Set([...records, ...changes].map(({ kind, documentNumber, id }) => `${kind} ${normalizeText(documentNumber ?? id)}`));
  return old.ended.flatMap(({ kind, id = '', documentNumber, reason }): readonly Change[] =>
    (kind && !known.has(`${kind} ${normalizeText(documentNumber ?? id)}`)
      ? [{ what: 'ended', id, kind, ...(documentNumber && { documentNumber }), reason }] : []));
};

/** @param into the feed @param consent places of what is new, and what of it was confirmed @param out file that is written */
export async function update(
  into: string,
  consent: Consent,
  out: string,
  options: Options,
  settings: TableOptions,
  io: Io,
  repairs: Repairs,
): Promise<ExitCode> {
  const { places } = consent;
  const reason = textOption(options, 'reason');
  const withdraw = textsOption(options, 'withdraw');
  if (withdraw.length && !reason) throw new CliError('撤回必须公开说明理由（行政处罚法第四十八条）：请用 --reason 写明。');
  checkWithdrawals(withdraw, reason, repairs);
  const historyPath = textOption(options, 'history');
  const history = await readHistory(historyPath);
  const published = dayOrToday(options, 'published', settings.today);
  const target = { path: out, sources: places.filter((place) => place !== into), consent: out === into };
  await assertMayWrite({ ...target, as: 'feed' });
  if (historyPath !== undefined) await assertMayWrite({ path: historyPath, as: 'history', sources: [into, out, ...places] });
  const old = await readSource(into, settings, io);
  const sources: Source[] = [];
  for (const place of places) sources.push(holdWrong(await readSource(place, settings, io, true), consent));
  const withdrawals = withdraw.map((record) => ({ record, reason: reason ?? '', on: settings.today }));
  const { records, changes: made, unchanged, missed, found } = updateFeed(
    old.records,
    sources.flatMap((source) => source.records),
    withdrawals,
    published,
    [...repairs.decisions, ...sources.flatMap((source) => source.ended), ...repairedBefore(history)],
  );
  const changes = [...made, ...lapsed(old, records, made)];
  if (missed.length)
    throw new CliError(
      `没有找到要撤回的记录${missed.map(({ record }) => `“${record}”`).join('、')}，没有改动文件。请核对文书号，或者它是否已经不再公示。`,
    );
  // What is withheld already, or has left before, is as it should be.
  const over = new Set([...old.ended, ...sources.flatMap((source) => source.ended), ...repairedBefore(history)]
    .map(({ documentNumber = '' }) => normalizeText(documentNumber)));
  const unknown = repairs.decisions.filter(({ documentNumber = '' }) => !over.has(normalizeText(documentNumber)));
  const lost = missedText(unknown, found);
  if (lost) throw new CliError(`没有找到已修复的${lost}，没有改动文件。请核对文书号，或者它是否已经不再公示。`);
  const count = (what: Change['what']): number => changes.filter((change) => change.what === what).length;
  const remedy = old.report?.meta.remedy;
  const notice = old.report?.meta.notice;
  assertNoShrink(out, old.records.length, records.length, options, found.size);
  await writeDocument(target, records, {
    updated: settings.today,
    standard: settings.config.standard ?? standardOf([old.report?.standard]),
    ...publisherOf(options, old.report),
    remedy,
    notice,
  });
  const said = numbersOf(repairs);
  const dayOf = ({ documentNumber = '' }: Change): string => (said.has(normalizeText(documentNumber)) ? repairs.on : settings.today);
  if (historyPath !== undefined && changes.length)
    await writeHistory(historyPath, history, changes.map((change) => ({ on: dayOf(change), ...change })));
  const still = stillPublished(
    sources.flatMap(({ imported }) => imported?.rows ?? []),
    records,
  );
  const byId = new Map(records.map((record) => [record.id, record]));
  const unconfirmed = unconfirmedLines(sources, consent);
  const waiting = unconfirmed.length > 0 || sources.some(({ held = [] }) => held.length > 0);
  await io.out(
    [
      ...sources.flatMap((source) => [takenLine(source, '可以公示', '采用'), ...heldLines(source), ...noticeLines(noticesOf(source))]),
      ...unconfirmed,
      `新增 ${count('added')} 条，更正 ${count('corrected')} 条，撤回 ${count('withdrawn')} 条，未变 ${unchanged} 条`
        + (count('ended') ? `，移除 ${count('ended')} 条` : ''),
      ...endedLines(changes.flatMap((one) => (one.reason ? [{ ...one, reason: one.reason }] : [])), repairs.on, said),
      ...changes
        .filter(({ what }) => what === 'corrected' || what === 'withdrawn')
        .map((change) => changeLine(change, byId.get(change.id))),
      `已写入 ${out}：${records.length} 条`,
      ...(still.length
        ? [
            `表格中已撤销、网站上仍在公示 ${still.length} 条，请用 --withdraw 和 --reason 写明理由撤回：`,
            ...still.map((record) => `  ${decisionLabel(record)}`),
          ]
        : []),
    ].join('\n'),
  );
  return waiting || still.length || sources.some((source) => asksForWord(noticesOf(source))) ? EXIT.found : EXIT.ok;
}
