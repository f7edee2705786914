/** `sgs export`: the platform's template sheets, from the department's own table or from a feed. */
import { join } from 'node:path';
import { fileName } from '../../export/file-name.js';
import type { ImportedRow } from '../../import/import-tables.js';
import { notReported, templateOfRecords, templateOfSource } from '../../publication/template.js';
import { workbookOf } from '../../publication/workbook.js';
import type { CellTable } from '../../publication/table.js';
import { CliError, EXIT, type Run } from '../command.js';
import { writeGuarded } from '../guard.js';
import { readSource } from '../records.js';
import { dayOption, textOption } from '../options.js';
import { tableOptions } from '../tables.js';
import { leftOut } from '../taken.js';

/** How many rows of a table are reported, and why others are not. */
function reportedLine(place: string, rows: readonly ImportedRow[], since: string | undefined): string {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const reason = notReported(row, since);
    if (reason !== undefined) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  const left = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return `${place}：共 ${rows.length} 条，导出 ${rows.length - left} 条${leftOut(counts, '导出')}`;
}

export const run: Run = async ([places], options, io) => {
  const standard = textOption(options, 'template') ?? '2018';
  if (standard !== '2015' && standard !== '2018') throw new CliError('--template 应为 2015 或 2018。');
  const since = dayOption(options, 'since');
  const folder = textOption(options, 'output');
  if (folder === undefined) throw new CliError('请用 -o 说明写到哪个文件夹。');
  // The template’s name is not the source’s standard.
  const settings = await tableOptions(options);
  const tables = new Map<string, CellTable>();
  const lines: string[] = [];
  let published = false;
  for (const place of places as readonly string[]) {
    const { imported, records } = await readSource(place, settings, io);
    published ||= !imported;
    if (imported) lines.push(reportedLine(place, imported.rows, since));
    for (const table of imported ? templateOfSource(imported, { standard, since }) : templateOfRecords(records, { standard, since })) {
      const before = tables.get(table.name);
      tables.set(table.name, before ? { ...table, rows: [...before.rows, ...table.rows] } : table);
    }
  }
  if (!tables.size) throw new CliError('没有需要报送的记录，没有写入文件。');
  for (const table of tables.values()) {
    const path = join(folder, fileName(`${table.name}_${standard}`, settings.today, 'xlsx'));
    const blob = await workbookOf([table], table.name, settings.today);
    await writeGuarded({ path, as: 'workbook', sources: places as readonly string[] }, async (file) => {
      await file.write(new Uint8Array(await blob.arrayBuffer()));
    });
    lines.push(`已写入 ${path}：${table.rows.length} 条`);
  }
  if (published) io.say('公示数据中没有证件号码等只报送、不公示的内容，这些列为空；需要时请用部门自己的表格导出。');
  if (!published) io.say('这些表格含有不得公开的内容，只用于报送，请勿放到网站上。');
  await io.out(lines.join('\n'));
  return EXIT.ok;
};
