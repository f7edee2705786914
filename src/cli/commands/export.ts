/** `sgs export`: the platform's template sheets, from the department's own table or from a feed. */
import { basename, dirname, join } from 'node:path';
import { fileName } from '../../export/file-name.js';
import type { ImportedRow } from '../../import/import-tables.js';
import { filingDay, planCorrections, planNew, withdrawnTable, type FilingDay } from '../../publication/filed.js';
import {
  filingOf, itemsOfRecords, itemsOfSource, notReported, templateSheets, type ReportItem,
} from '../../publication/template.js';
import { workbookOf } from '../../publication/workbook.js';
import type { CellTable } from '../../publication/table.js';
import { CliError, EXIT, type Run } from '../command.js';
import { assertWhole, changedNote, filingDayOption, lastFiled, noteFiled, openFiled, reasonFinder, type FiledFile } from '../filed.js';
import { writeGuarded } from '../guard.js';
import { exists } from '../merging.js';
import { readSource } from '../records.js';
import { dayOption, textOption } from '../options.js';
import type { Source } from '../source.js';
import { tableOptions } from '../tables.js';
import { leftOut } from '../taken.js';
import { digest } from '../watching.js';

/** How many rows of a table are reported, and why others are not. @param passed over, by the reason */
function reportedLine(place: string, rows: readonly ImportedRow[], passed: ReadonlyMap<string, number>): string {
  const counts = new Map<string, number>(passed);
  for (const row of rows) {
    const reason = notReported(row);
    if (reason !== undefined) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  const left = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return `${place}：共 ${rows.length} 条，导出 ${rows.length - left} 条${leftOut(counts, '导出')}`;
}

/** A day that is missing is before all others: by its day nobody can say that it is new. */
const tooOld = (day: string, since: string, by: FilingDay): string =>
  (day ? `${by === 'decided' ? '' : '公示日期'}早于 ${since}` : `没有${by === 'decided' ? '决定' : '公示和决定'}日期`);

/** A second report of one day stands beside the first one, which is not made again. */
async function freePath(folder: string, name: string, today: string, fresh: boolean): Promise<string> {
  for (let n = 1; ; n++) {
    const path = join(folder, fileName(n === 1 ? name : `${name}_${n}`, today, 'xlsx'));
    if (!fresh || !(await exists(path))) return path;
  }
}

interface Chosen {
  readonly wanted: ReadonlySet<ReportItem>;
  readonly why: (item: ReportItem) => string;
  readonly withdrawn?: CellTable;
  /** Writes down what was filed. */
  readonly note?: () => Promise<void>;
  readonly hint?: string;
}

export const run: Run = async ([places], options, io) => {
  const standard = textOption(options, 'template') ?? '2018';
  if (standard !== '2015' && standard !== '2018') throw new CliError('--template 应为 2015 或 2018。');
  const since = dayOption(options, 'since');
  const folder = textOption(options, 'output');
  if (folder === undefined) throw new CliError('请用 -o 说明写到哪个文件夹。');
  const by = filingDayOption(options);
  const correct = options['correct'] === true;
  // Without a word on what is new everything goes out, and nothing is noted.
  const onlyNew = by === 'reported' && (since !== undefined || correct || options['by'] !== undefined || options['filed'] !== undefined);
  const file = onlyNew
    ? await openFiled(textOption(options, 'filed') ?? `${join(dirname(folder), basename(folder))}.已报送.json`, standard, correct) : undefined;
  // The template’s name is not the source’s standard.
  const settings = await tableOptions(options);
  const sources: Source[] = [];
  for (const place of places as readonly string[]) sources.push(await readSource(place, settings, io));
  const items = sources.map(({ imported, records }) =>
    (imported ? itemsOfSource(imported, { standard }) : itemsOfRecords(records, { standard })));

  const byLedger = (all: readonly ReportItem[], ledger: FiledFile): Chosen => {
    const filings = all.map((item) => filingOf(item, standard));
    const plan = correct ? planCorrections(ledger, filings, digest) : planNew(ledger, filings, since ?? '', settings.today, digest);
    if (correct) assertWhole(ledger, plan.gone, options);
    const reason = reasonFinder(sources.flatMap(({ ended }) => ended));
    const gone = plan.gone.filter((entry) => reason(entry) !== undefined);
    const old = new Set(ledger.isNew ? all.filter((_, at) => plan.days[at] === undefined) : []);
    return {
      wanted: new Set(all.filter((_, at) => plan.days[at] !== undefined)),
      why: (item) => (correct ? '没有变化或尚未报送' : old.has(item) ? `公示日期早于 ${since}` : '已经报送过'),
      ...(correct && gone.length && { withdrawn: withdrawnTable(gone, (entry) => reason(entry) as string) }),
      note: () => noteFiled(ledger, plan.entries, places as readonly string[]),
      ...(!correct && { hint: changedNote(plan.changed, gone.length) }),
    };
  };
  const byDay = (all: readonly ReportItem[]): Chosen => {
    const dayOf = (item: ReportItem): string => filingDay(filingOf(item, standard), by);
    return {
      wanted: new Set(since === undefined ? all : all.filter((item) => dayOf(item) >= since)),
      why: (item) => tooOld(dayOf(item), since as string, by),
    };
  };
  const { wanted, why, withdrawn, note, hint } = file ? byLedger(items.flat(), file) : byDay(items.flat());

  const lines = sources.flatMap(({ place, imported }, at) => {
    const passed = new Map<string, number>();
    for (const item of items[at] ?? []) if (!wanted.has(item)) passed.set(why(item), (passed.get(why(item)) ?? 0) + 1);
    return imported ? [reportedLine(place, imported.rows, passed)] : [];
  });
  const tables = [...templateSheets(items.flat().filter((item) => wanted.has(item)), standard), ...(withdrawn ? [withdrawn] : [])];
  if (hint) io.say(hint);
  if (!tables.length) throw new CliError(`没有需要报送的记录，没有写入文件。${file ? lastFiled(file) : ''}`);
  for (const table of tables) {
    const name = correct && table !== withdrawn ? `${table.name}_更正` : table.name;
    const path = await freePath(folder, `${name}_${standard}`, settings.today, file !== undefined);
    const blob = await workbookOf([table], name, settings.today);
    await writeGuarded({ path, as: 'workbook', sources: places as readonly string[] }, async (opened) => {
      await opened.write(new Uint8Array(await blob.arrayBuffer()));
    });
    lines.push(`已写入 ${path}：${table.rows.length} 条`);
  }
  await note?.();
  if (sources.some(({ imported }) => !imported))
    io.say('公示数据中没有证件号码等只报送、不公示的内容，这些列为空；需要时请用部门自己的表格导出。');
  else io.say('这些表格含有不得公开的内容，只用于报送，请勿放到网站上。');
  await io.out(lines.join('\n'));
  return EXIT.ok;
};
