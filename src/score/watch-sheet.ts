/** The findings of the logs of first sight as a table to take along; none where no log was read. */
import type { Table } from '../export/table.js';
import { KIND_DEFS } from '../model/kinds.js';
import type { Scorecard } from './score.js';
import type { Cells } from './sheets.js';
import type { WatchFinding } from './watch-findings.js';
import { watchLines, watchText } from './watch-words.js';

const COLUMNS = ['部门', '类别', '文书号', '发现日期', '检测结果'] as const;

const row = (name: string, finding: WatchFinding): Cells =>
  [name, KIND_DEFS[finding.kind].label, finding.documentNumber, finding.on, watchText(finding)];

export function watchSheet({ departments }: Scorecard): readonly Table<Cells>[] {
  if (!departments.some(({ watch }) => watch)) return [];
  return [{
    name: '网络检测',
    columns: COLUMNS.map((label, at) => ({ label, type: label === '发现日期' ? 'date' : 'text', read: (cells: Cells) => cells[at] ?? '' })),
    records: departments.flatMap(({ name, watch }) => (watch ? [
      ...watchLines(watch).map((line): Cells => [name, '', '', '', line]),
      ...watch.findings.map((finding) => row(name, finding)),
    ] : [])),
  }];
}
