/** `sgs export`: the platform's template sheets, from the department's own table or from a feed. */
import { join } from 'node:path';
import { fileName } from '../../export/file-name.js';
import type { ImportedRow } from '../../import/import-tables.js';
import { KIND_DEFS } from '../../model/kinds.js';
import { filingDay, type FiledLedger, type Filing, type FilingDay } from '../../publication/filed.js';
import { notReported, templateOfRecords, templateOfSource } from '../../publication/template.js';
import { workbookOf } from '../../publication/workbook.js';
import type { CellTable } from '../../publication/table.js';
import { CliError, EXIT, type Run } from '../command.js';
import { filingDayOption, readFiled, writeFiled } from '../filed.js';
import { writeWhole } from '../files.js';
import { readSource } from '../records.js';
import { dayOption, textOption } from '../options.js';
import { tableOptions } from '../tables.js';
import { leftOut } from '../taken.js';

const WHY: Readonly<Record<FilingDay, (since: string) => string>> = {
  reported: () => '已经报送过',
  published: (since) => `早于 ${since} 公示`,
  decided: (since) => `早于 ${since}`,
};

/** How many rows of a table are reported, and why others are not. @param passed over for their day, or since they are filed */
function reportedLine(place: string, rows: readonly ImportedRow[], passed: number, why: string): string {
  const counts = new Map<string, number>();
  const bump = (reason: string, by = 1): void => void counts.set(reason, (counts.get(reason) ?? 0) + by);
  for (const row of rows) {
    const reason = notReported(row);
    if (reason !== undefined) bump(reason);
  }
  if (passed) bump(why, passed);
  const left = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return `${place}：共 ${rows.length} 条，导出 ${rows.length - left} 条${leftOut(counts, '导出')}`;
}

interface Choice {
  readonly by: FilingDay;
  readonly since: string | undefined;
  readonly correct: boolean;
  readonly ledger: FiledLedger | undefined;
  readonly today: string;
}

/** Whether a decision is filed this time; what is, is noted. */
const isWanted = (filing: Filing, { by, since = '', correct, ledger, today }: Choice): boolean => {
  if (!ledger) return filingDay(filing, by) >= since;
  const filed = ledger.filedOn(filing) !== undefined;
  if (correct) {
    if (!ledger.hasChanged(filing)) return false;
  } else if (filed) return false;
  else if (ledger.isNew && filingDay(filing, by) < since) {
    // Older than the first report: filed in another way before.
    ledger.skip(filing);
    return false;
  }
  ledger.file(filing, today);
  return true;
};

/** What was filed and is not there any more: to be taken back at the platform, too. */
const withdrawnTable = (ledger: FiledLedger): CellTable | undefined => {
  const gone = ledger.gone();
  return gone.length
    ? {
        name: '撤回清单',
        columns: [['公示类型', 'text'], ['决定书文号', 'text'], ['报送日期', 'date']],
        rows: gone.map(({ kind, documentNumber, on }) => [KIND_DEFS[kind].label, documentNumber, on]),
      }
    : undefined;
};

export const run: Run = async ([places], options, io) => {
  const standard = textOption(options, 'template') ?? '2018';
  if (standard !== '2015' && standard !== '2018') throw new CliError('--template 应为 2015 或 2018。');
  const since = dayOption(options, 'since');
  const folder = textOption(options, 'output');
  if (folder === undefined) throw new CliError('请用 -o 说明写到哪个文件夹。');
  const by = filingDayOption(options);
  const correct = options['correct'] === true;
  // Without a word on what is new everything goes out, and nothing is noted.
  const onlyNew = by === 'reported' && (since !== undefined || correct || options['by'] !== undefined);
  const filed = textOption(options, 'filed') ?? (onlyNew ? `${folder.replace(/[\\/]+$/, '')}.已报送.json` : undefined);
  if (correct && by !== 'reported') throw new CliError('--correct 按报送记录比较，不能与 --by published、--by decided 同用。');
  const ledger = filed === undefined || by !== 'reported' ? undefined : await readFiled(filed);
  if (correct && ledger?.isNew) throw new CliError(`${filed}：还没有报送记录，不知道哪些有变化。`);
  // The template’s name is not the source’s standard.
  const settings = await tableOptions(options);
  const choice: Choice = { by, since, correct, ledger, today: settings.today };
  const tables = new Map<string, CellTable>();
  const lines: string[] = [];
  let published = false;
  for (const place of places as readonly string[]) {
    const { imported, records } = await readSource(place, settings, io);
    published ||= !imported;
    let passed = 0;
    const wants = (filing: Filing): boolean => {
      const wanted = isWanted(filing, choice);
      passed += Number(!wanted);
      return wanted;
    };
    const made = imported ? templateOfSource(imported, { standard, wants }) : templateOfRecords(records, { standard, wants });
    if (imported) lines.push(reportedLine(place, imported.rows, passed, correct ? '没有变化或尚未报送' : WHY[by](since ?? '')));
    for (const table of made) {
      const before = tables.get(table.name);
      tables.set(table.name, before ? { ...table, rows: [...before.rows, ...table.rows] } : table);
    }
  }
  const withdrawn = correct && ledger ? withdrawnTable(ledger) : undefined;
  if (withdrawn) tables.set(withdrawn.name, withdrawn);
  if (!tables.size) throw new CliError('没有需要报送的记录，没有写入文件。');
  for (const table of tables.values()) {
    const name = correct && table !== withdrawn ? `${table.name}_更正` : table.name;
    const path = join(folder, fileName(`${name}_${standard}`, settings.today, 'xlsx'));
    const blob = await workbookOf([table], name, settings.today);
    await writeWhole(path, async (file) => {
      await file.write(new Uint8Array(await blob.arrayBuffer()));
    });
    lines.push(`已写入 ${path}：${table.rows.length} 条`);
  }
  // Noted only once the files are there: what was not written is filed the next time.
  if (ledger && filed !== undefined) {
    if (correct) ledger.forgetGone();
    await writeFiled(filed, ledger);
  }
  if (published) io.say('公示数据中没有证件号码等只报送、不公示的内容，这些列为空；需要时请用部门自己的表格导出。');
  if (!published) io.say('这些表格含有不得公开的内容，只用于报送，请勿放到网站上。');
  await io.out(lines.join('\n'));
  return EXIT.ok;
};
