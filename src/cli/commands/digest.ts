/** `sgs digest`: the week's or month's summary by kind and office, as a workbook or a page to print. */
import { basename, dirname, extname, join } from 'node:path';
import { digestHtml, digestOf, digestTables, periodOf, revokedOf } from '../../publication/digest.js';
import { filingDay, filingOfRecord, planCorrections, planPeriod, withdrawnTable, type FilingPlan } from '../../publication/filed.js';
import type { CellTable } from '../../publication/table.js';
import { workbookOf } from '../../publication/workbook.js';
import { KIND_DEFS, KINDS } from '../../model/kinds.js';
import type { SgsRecord } from '../../model/record.js';
import { CliError, EXIT, type Options, type Run } from '../command.js';
import { assertWhole, changedNote, filingDayOption, noteFiled, openFiled, reasonFinder, type FiledFile } from '../filed.js';
import { writeGuarded } from '../guard.js';
import { readSource } from '../records.js';
import { textOption } from '../options.js';
import type { Source } from '../source.js';
import { tableOptions } from '../tables.js';
import { digest as hash } from '../watching.js';

interface Period {
  readonly unit: 'week' | 'month';
  /** ISO */
  readonly day: string;
}

function periodOption(options: Options, today: string): Period {
  if (options['week'] !== undefined && options['month'] !== undefined) throw new CliError('--week 与 --month 只能用一个。');
  const unit = options['month'] !== undefined ? 'month' : 'week';
  const said = textOption(options, unit);
  const day = said === undefined ? today : unit === 'month' && /^\d{4}-\d{2}$/.test(said) ? `${said}-01` : said;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(Date.parse(day)))
    throw new CliError(`--${unit} 应为 YYYY-MM-DD${unit === 'month' ? ' 或 YYYY-MM' : ''}。`);
  return { unit, day };
}

/** The ledger beside the report, called after the data; none where nothing is filed. */
function ledgerPath(options: Options, place: string, out: string | undefined): string | undefined {
  const said = textOption(options, 'filed');
  if (said !== undefined) return said;
  const name = basename(place.split(/[?#]/, 1)[0] ?? '');
  return out === undefined ? undefined : join(dirname(out), `${name.slice(0, name.length - extname(name).length) || 'sgs'}.已报送.json`);
}

export const run: Run = async ([places], options, io) => {
  const settings = await tableOptions(options);
  const { unit, day } = periodOption(options, settings.today);
  const out = textOption(options, 'output');
  if (out !== undefined && !/\.(?:xlsx|html?)$/i.test(out)) throw new CliError('-o 的文件名应以 .xlsx 或 .html 结尾。');
  const by = filingDayOption(options);
  const correct = options['correct'] === true;
  const from = places as readonly string[];
  const path = by === 'reported' ? ledgerPath(options, from[0] ?? '', out) : undefined;
  if (correct && path === undefined) throw new CliError('--correct 要与报送记录比较：请用 -o 或 --filed 说明它在哪里。');
  const file: FiledFile | undefined = path === undefined ? undefined : await openFiled(path, unit, correct);
  const sources: Source[] = [];
  for (const place of from) sources.push(await readSource(place, settings, io));
  const records = sources.flatMap((source) => source.records).filter(({ kind }) => kind !== 'catalog');

  const filings = records.map(filingOfRecord);
  const plan: FilingPlan | undefined = file
    && (correct ? planCorrections(file, filings, hash) : planPeriod(file, filings, { unit, day }, hash));
  if (plan && file && correct) assertWhole(file, plan.gone, options);
  const reason = reasonFinder(sources.flatMap(({ ended }) => ended));
  const gone = plan?.gone.filter((entry) => reason(entry) !== undefined) ?? [];
  const days = new Map<SgsRecord, string | undefined>();
  records.forEach((record, at) => days.set(record, plan ? plan.days[at] : filingDay(filings[at] as typeof filings[number], by)));
  const digest = digestOf(records.filter((record) => days.get(record) !== undefined), {
    unit, day: correct ? undefined : day, dayOf: (record) => (days.get(record) as string) || (correct ? settings.today : ''),
  });
  const withdrawn: readonly CellTable[] = correct && gone.length ? [withdrawnTable(gone, (entry) => reason(entry) as string)] : [];
  const title = correct ? `双公示更正汇总（${settings.today}）` : `双公示${unit === 'week' ? '每周' : '每月'}汇总（${periodOf(day, unit)}）`;
  if (out !== undefined) {
    const isBook = /\.xlsx$/i.test(out);
    const content = isBook
      ? new Uint8Array(await (await workbookOf([...digestTables(digest), ...withdrawn], title, settings.today)).arrayBuffer())
      : new TextEncoder().encode(digestHtml(digest, title, settings.today, withdrawn));
    await writeGuarded({ path: out, as: isBook ? 'workbook' : 'page', sources: from }, async (opened) => {
      await opened.write(content);
    });
    if (file && plan) await noteFiled(file, plan.entries, from);
  }
  if (plan && !correct && file && !file.isNew && changedNote(plan.changed, gone.length)) io.say(changedNote(plan.changed, gone.length));
  await io.out(
    [
      title,
      `  共 ${digest.count} 件${revokedOf(digest)}`,
      ...KINDS.flatMap((kind) => (digest.totals[kind] ? [`  ${KIND_DEFS[kind].label}：${digest.totals[kind]} 件`] : [])),
      ...digest.rows.map(
        ({ kind, office, authority, count, revoked, fines }) =>
          `    ${KIND_DEFS[kind].label}　${office || '未注明科室'}　${authority}　${count} 件`
          + (revoked ? `，其中撤销 ${revoked} 件` : '') + (fines ? `，罚款 ${fines} 万元` : ''),
      ),
      ...withdrawn.map(({ rows }) => `  撤回：${rows.length} 件`),
      ...(digest.undated ? [`  没有决定日期、未计入：${digest.undated} 件`] : []),
      ...(out === undefined ? [] : [`已写入 ${out}`]),
    ].join('\n'),
  );
  return EXIT.ok;
};
