/** `sgs convert`: the department's table → a feed, and a report of what was found on the way. */
import { documentText, type DocumentMeta } from '../../import/document.js';
import { withPublication } from '../../publication/update.js';
import { KIND_DEFS, KINDS } from '../../model/kinds.js';
import { CliError, EXIT, type Run } from '../command.js';
import { findingLines, qualityLines } from '../findings.js';
import { asksForWord, noticeLines, noticesOf } from '../notices.js';
import { readSource, writeDocument, type Source } from '../records.js';
import { dayOrToday, textOption } from '../options.js';
import { tableOptions } from '../tables.js';
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

export const run: Run = async ([places], options, io) => {
  const settings = await tableOptions(options);
  const out = textOption(options, 'output');
  const sources = [];
  for (const place of places as readonly string[]) sources.push(await readSource(place, settings, io));
  const published = dayOrToday(options, 'published', settings.today);
  const records = sources.flatMap((source) => source.records).map((record) => withPublication(record, published));
  const lines = sources.flatMap((source) => [
    takenLine(source, '写入'),
    ...KINDS.map((kind) => [kind, source.records.filter((record) => record.kind === kind).length] as const)
      .filter(([, count]) => count)
      .map(([kind, count]) => `  ${KIND_DEFS[kind].label}：${count} 条`),
    ...noticeLines(noticesOf(source)),
    ...importLines(source),
  ]);
  if (!records.length) {
    io.say(lines.join('\n'));
    throw new CliError('没有可以公示的记录，没有写入文件。可用 --mapping 说明列的含义。');
  }
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
    await io.out(documentText(records, meta));
  } else {
    await writeDocument(out, records, meta);
    await io.out([...lines, `已写入 ${out}：${records.length} 条`].join('\n'));
  }
  const open = sources.some((source) => (source.imported?.report.errors ?? 0) > 0 || asksForWord(noticesOf(source)));
  return open ? EXIT.found : EXIT.ok;
};
