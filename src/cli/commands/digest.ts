/** `sgs digest`: the week's or month's summary by kind and office, as a workbook or a page to print. */
import { digestHtml, digestOf, digestTables, periodOf, revokedOf } from '../../publication/digest.js';
import { workbookOf } from '../../publication/workbook.js';
import { KIND_DEFS, KINDS } from '../../model/kinds.js';
import type { SgsRecord } from '../../model/record.js';
import { filingDay, type Filing } from '../../publication/filed.js';
import { CliError, EXIT, type Run } from '../command.js';
import { filingDayOption, readFiled, writeFiled } from '../filed.js';
import { writeWhole } from '../files.js';
import { readSource } from '../records.js';
import { textOption } from '../options.js';
import { tableOptions } from '../tables.js';

export const run: Run = async ([places], options, io) => {
  const settings = await tableOptions(options);
  if (options['week'] !== undefined && options['month'] !== undefined) throw new CliError('--week 与 --month 只能用一个。');
  const unit = options['month'] !== undefined ? 'month' : 'week';
  const said = textOption(options, unit);
  const day = said === undefined ? settings.today : unit === 'month' && /^\d{4}-\d{2}$/.test(said) ? `${said}-01` : said;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(Date.parse(day)))
    throw new CliError(`--${unit} 应为 YYYY-MM-DD${unit === 'month' ? ' 或 YYYY-MM' : ''}。`);
  const out = textOption(options, 'output');
  if (out !== undefined && !/\.(?:xlsx|html?)$/i.test(out)) throw new CliError('-o 的文件名应以 .xlsx 或 .html 结尾。');
  const records: SgsRecord[] = [];
  for (const place of places as readonly string[]) records.push(...(await readSource(place, settings, io)).records);
  const by = filingDayOption(options);
  const filed = textOption(options, 'filed');
  if (filed !== undefined && by !== 'reported') throw new CliError('--filed 只能与 --by reported 同用。');
  const ledger = filed === undefined ? undefined : await readFiled(filed);
  const period = periodOf(day, unit);
  const dayOf = (record: SgsRecord): string => {
    const filing: Filing = {
      kind: record.kind, documentNumber: record.documentNumber ?? '',
      decidedOn: record.decidedOn ?? '', publishedOn: record.publishedOn ?? '', contents: [record.id],
    };
    const own = filingDay(filing, by);
    if (!ledger || !own) return own;
    const on = ledger.filedOn(filing);
    // Filed in another period, or not there yet when this one ended.
    if (on !== undefined || (periodOf(own, unit) > period)) return on || own;
    if (ledger.isNew && periodOf(own, unit) < period) {
      ledger.skip(filing);
      return own;
    }
    ledger.file(filing, day);
    return day;
  };
  const digest = digestOf(records, { unit, day, dayOf });
  const title = `双公示${unit === 'week' ? '每周' : '每月'}汇总（${periodOf(day, unit)}）`;
  if (out !== undefined) {
    const content = /\.xlsx$/i.test(out)
      ? new Uint8Array(await (await workbookOf(digestTables(digest), title, settings.today)).arrayBuffer())
      : new TextEncoder().encode(digestHtml(digest, title, settings.today));
    await writeWhole(out, async (file) => {
      await file.write(content);
    });
  }
  if (ledger && filed !== undefined) await writeFiled(filed, ledger);
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
      ...(digest.undated ? [`  没有决定日期、未计入：${digest.undated} 件`] : []),
      ...(out === undefined ? [] : [`已写入 ${out}`]),
    ].join('\n'),
  );
  return EXIT.ok;
};
