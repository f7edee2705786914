/** `sgs convert`: the department's table → a feed, and a report of what was found on the way. */
import { documentText, type DocumentMeta } from '../../import/document.js';
import { withPublication } from '../../publication/update.js';
import { KIND_DEFS, KINDS } from '../../model/kinds.js';
import { CliError, EXIT, type Options, type Run } from '../command.js';
import type { SgsRecord } from '../../model/record.js';
import { decisionKey } from '../../publication/decision.js';
import { assertMayWrite } from '../guard.js';
import type { Io } from '../io.js';
import { decisionLabel, exists } from '../merging.js';
import { findingLines, qualityLines } from '../findings.js';
import { consentOf, heldLines, holdWrong, unconfirmedLines } from '../held.js';
import { asksForWord, noticeLines, noticesOf } from '../notices.js';
import { readSource, writeDocument } from '../records.js';
import type { Source } from '../source.js';
import { dayOrToday, textOption, textsOption } from '../options.js';
import { tableOptions, type TableOptions } from '../tables.js';
import { assertNoShrink } from '../shrink.js';
import { takenLine } from '../taken.js';

/** Where its sheets begin, and what was found in them. */
const importLines = ({ imported }: Source): readonly string[] =>
  imported
    ? [
        ...imported.sheets.map(({ name, header, entries }) =>
          header ? `  工作表“${name}”：表头在第 ${header.row} 行，${entries.length} 条` : `  工作表“${name}”：没有找到表头，未采用`,
        ),
        ...qualityLines(imported.report),
        ...findingLines(imported.report),
      ]
    : [];

const REPLACES = '只加本周的请用 merge --into；确实要整份替换的，请加 --replace 或 --shrink。';

/** Whoever converts one week's table over the whole year's feed would lose the year. @throws {CliError} */
async function assertNothingGoes(
  out: string, records: readonly SgsRecord[], options: Options, settings: TableOptions, io: Io,
): Promise<void> {
  const known = new Set(records.map(decisionKey));
  const before = (await readSource(out, settings, io)).records;
  assertNoShrink(out, before.length, records.length, options, 0, REPLACES);
  const gone = before.filter((record) => !known.has(decisionKey(record)));
  if (!gone.length) return;
  const named = gone.slice(0, 3).map(decisionLabel).join('、');
  throw new CliError(`${out} 现有 ${before.length} 条，其中 ${gone.length} 条不在新数据里，写入后会消失（${named}${gone.length > 3 ? ' 等' : ''}），`
    + '没有改动。只加本周的请用 merge --into；确实要整份替换的，请加 --replace。');
}

export const run: Run = async ([given], options, io) => {
  const settings = await tableOptions(options);
  const out = textOption(options, 'output');
  const consent = await consentOf(given as readonly string[], options);
  const { places } = consent;
  // What it is read with is lost like what is read.
  const read = [...places, ...textsOption(options, 'config'), ...textsOption(options, 'mapping')];
  const sources: Source[] = [];
  const replace = options['replace'] === true;
  if (out !== undefined) await assertMayWrite({ path: out, as: 'feed', sources: read, consent: replace });
  for (const place of places) sources.push(holdWrong(await readSource(place, settings, io, true), consent));
  const published = dayOrToday(options, 'published', settings.today);
  const records = sources.flatMap((source) => source.records).map((record) => withPublication(record, published));
  const lines = [...sources.flatMap((source) => [
    takenLine(source, '写入'),
    ...heldLines(source),
    ...KINDS.map((kind) => [kind, source.records.filter((record) => record.kind === kind).length] as const)
      .filter(([, count]) => count)
      .map(([kind, count]) => `  ${KIND_DEFS[kind].label}：${count} 条`),
    ...noticeLines(noticesOf(source)),
    ...importLines(source),
  ]), ...unconfirmedLines(sources, consent)];
  const waiting = sources.some(({ held = [] }) => held.length > 0);
  const isThere = out !== undefined && await exists(out);
  if (!records.length && !(isThere && options['shrink'] === true)) {
    io.say(lines.join('\n'));
    if (waiting) return EXIT.found;
    if (isThere && !replace) await assertNothingGoes(out, records, options, settings, io);
    throw new CliError('没有可以公示的记录，没有写入文件。可用 --mapping 说明列的含义。');
  }
  if (isThere && !replace && options['shrink'] !== true) await assertNothingGoes(out, records, options, settings, io);
  const standards = new Set(sources.map(({ imported, report }) => imported?.standard ?? report?.standard));
  const [standard] = standards;
  const name = textOption(options, 'publisher') ?? sources.map(({ report }) => report?.meta.publisher?.name).find(Boolean);
  const code = textOption(options, 'publisherCode');
  const meta: DocumentMeta = {
    updated: settings.today,
    standard: settings.config.standard ?? (standards.size === 1 && (standard === '2015' || standard === '2018') ? standard : undefined),
    ...((name || code) && { publisher: { ...(name && { name }), ...(code && { code }) } }),
  };
  if (out === undefined) {
    io.say(lines.join('\n'));
    await io.document(documentText(records, meta));
  } else {
    await writeDocument({ path: out, sources: read, consent: replace }, records, meta);
    await io.out([...lines, `已写入 ${out}：${records.length} 条`].join('\n'));
  }
  const open = waiting || unconfirmedLines(sources, consent).length > 0
    || sources.some((source) => (source.imported?.report.errors ?? 0) > 0 || asksForWord(noticesOf(source)));
  return open ? EXIT.found : EXIT.ok;
};
