/**
 * Table files → what a feed may hold of them, and a report. Every row walks through the same pipeline as a feed's does
 * (mapping → normalize → gate → privacy), through the very reader that the page has.
 */
import type { SgsConfig } from '../model/config.js';
import type { SgsRecord } from '../model/record.js';
import { FeedFailure } from '../model/failure.js';
import type { MappedRow } from '../feed/mapping.js';
import { createReader } from '../feed/reader.js';
import type { Built } from '../feed/record.js';
import { createExaminer, type Examined, type ExamineOptions } from '../check/examine.js';
import { FINDINGS, type Finding } from '../check/finding.js';
import type { PlacedNotice } from '../check/notice-words.js';
import type { NoticeGroup } from '../model/outcome.js';
import { createReport, type CheckReport } from '../check/report.js';
import type { Standard } from '../rules/status.js';
import type { Grid } from './grid.js';
import { columnOf, hiddenSheet, readSheet, type MappingBook, type SheetReading } from './sheet.js';

export interface ImportOptions {
  /** Today in China, ISO: rows are examined as being published on it. */
  readonly today: string;
  readonly config?: SgsConfig | undefined;
  readonly calendar?: ExamineOptions['calendar'];
  /** Columns placed by hand, remembered by their headers. */
  readonly book?: MappingBook | undefined;
  /** What becomes of natural persons' records: their names are masked (default), or they are left out altogether. */
  readonly persons?: 'mask' | 'drop' | undefined;
  /** Hidden sheets that are read all the same, by their names; `true`: all of them. */
  readonly hiddenSheets?: true | readonly string[] | undefined;
  /** Findings of one code that the report keeps. */
  readonly sample?: number | undefined;
  /** Told of each row as the reader sees it, withheld ones too. */
  readonly onRow?: ((row: MappedRow, built: Built) => void) | undefined;
}

/** An examined row and the place where it stands. */
export interface ImportedRow extends Examined {
  readonly sheet: string;
  /** Row of the spreadsheet, from 1. */
  readonly line: number;
}

export interface TableImport {
  /** What may be published, cleaned, once each; revoked decisions as notices. */
  readonly records: readonly SgsRecord[];
  readonly rows: readonly ImportedRow[];
  readonly sheets: readonly SheetReading[];
  readonly report: CheckReport;
  /** The standard of all sheets; undefined where they differ or don't say. */
  readonly standard?: Standard | undefined;
  /** Records of natural persons that were left out. */
  readonly dropped: number;
  /** What was withheld, masked or not understood, where the sheets have it. */
  readonly notices: readonly PlacedNotice[];
}

/** Rows handed to the reader at once. */
const PIECE = 200;

interface SheetEnd {
  readonly standard?: Standard;
  readonly notices: readonly NoticeGroup[];
}

/** Reads one sheet's entries as a feed of its own, so that numbers and standards are the sheet's. */
function readEntries(sheet: SheetReading, options: ImportOptions, take: (examined: Examined) => void): SheetEnd {
  const { today, calendar } = options;
  // Where records stand in somebody's answer is no matter here.
  const config: SgsConfig = {
    ...options.config,
    mapping: { ...options.config?.mapping, ...(sheet.header && options.book?.[sheet.header.fingerprint]) },
    response: {},
  };
  const examiner = createExaminer({ today, config, calendar, published: false, publishedOn: today }, take);
  const reader = createReader({
    isPart: true, today, config, onRecords: () => undefined,
    onRow: (row, built, n) => {
      examiner.onRow(row, built, n);
      options.onRow?.(row, built);
    },
  });
  // The path tells the kind, as the keys around a list do in a feed.
  reader.push(sheet.path.map((name) => `{${JSON.stringify(name)}:`).join('') + '[');
  for (let at = 0; at < sheet.entries.length; at += PIECE) {
    reader.push((at ? ',' : '') + sheet.entries.slice(at, at + PIECE).map(({ values }) => JSON.stringify(values)).join(','));
  }
  reader.push(`]${'}'.repeat(sheet.path.length)}`);
  try {
    const { rows, standard, notices } = reader.end();
    examiner.end(rows);
    return { notices, ...((standard === '2015' || standard === '2018') && { standard }) };
  } catch (error) {
    if (!(error instanceof FeedFailure)) throw error;
    // Not one of its rows was a record.
    examiner.end(sheet.entries.length);
    return { notices: [] };
  }
}

/** A notice where the spreadsheet has it. */
export function placedNotice(notice: NoticeGroup, sheet: SheetReading): PlacedNotice {
  const letters = columnOf(sheet, notice.column)?.letters;
  return {
    ...notice, sheet: sheet.name, ...(letters && { letters }),
    rows: notice.rows.map((row) => sheet.entries[row - 1]?.row ?? row),
  };
}

/** @param file the file's name: it may say the kind */
export function importTables(grids: readonly Grid[], file: string, options: ImportOptions): TableImport {
  const report = createReport(options.sample);
  const rows: ImportedRow[] = [];
  const standards = new Set<Standard | undefined>();
  const { hiddenSheets = [] } = options;
  const isOff = ({ name, hidden }: Grid): boolean => Boolean(hidden) && hiddenSheets !== true && !hiddenSheets.includes(name);
  const sheets = grids.map((grid) => (isOff(grid) ? hiddenSheet(grid) : readSheet(grid, file, options.config, options.book)));
  /** Records of the sheets before, by their ids. */
  const known = new Map<string, ImportedRow>();
  /** The same record in another sheet is a duplicate, too; within one the examiner sees it. */
  const again = (row: ImportedRow): ImportedRow => {
    if (!row.record) return row;
    const other = known.get(row.record.id);
    if (!other) known.set(row.record.id, row);
    if (!other || other.sheet === row.sheet) return row;
    const code = JSON.stringify(other.record) === JSON.stringify(row.record) ? 'duplicate' : 'duplicate-conflict';
    return {
      ...row,
      findings: [
        ...row.findings,
        {
          code, severity: FINDINGS[code].severity, row: row.row, other: other.row,
          place: { sheet: row.sheet, row: row.line }, otherPlace: { sheet: other.sheet, row: other.line },
        },
      ],
    };
  };
  let dropped = 0;
  const records: SgsRecord[] = [];
  const notices: PlacedNotice[] = [];
  let before = 0;
  for (const sheet of sheets) {
    for (const finding of sheet.findings) report.addFinding(finding, sheet.kind);
    if (!sheet.entries.length) continue;
    const taken: ImportedRow[] = [];
    const end = readEntries(sheet, options, (examined) => {
      const line = sheet.entries[examined.row - 1]?.row ?? 0;
      const placed = (finding: Finding): Finding => {
        const column = finding.column === undefined ? undefined : columnOf(sheet, finding.column);
        return {
          ...finding,
          row: finding.row + before,
          ...(finding.other !== undefined && {
            other: finding.other + before, otherPlace: { sheet: sheet.name, row: sheet.entries[finding.other - 1]?.row ?? 0 },
          }),
          place: { sheet: sheet.name, row: line, ...(column && { column: column.letters }) },
        };
      };
      taken.push({ ...examined, row: examined.row + before, findings: examined.findings.map(placed), sheet: sheet.name, line });
    });
    standards.add(end.standard);
    notices.push(...end.notices.map((notice) => placedNotice(notice, sheet)));
    // Those that had to wait for the standard stand where they stood.
    taken.sort((a, b) => a.row - b.row);
    for (const examined of taken) {
      const row = again(examined);
      rows.push(row);
      report.add(row);
      if (!row.record || row.findings.some(({ code }) => code === 'duplicate')) continue;
      if (row.person && options.persons === 'drop') dropped++;
      else records.push(row.record);
    }
    before += sheet.entries.length;
  }
  const [standard, other] = [...standards].filter(Boolean);
  return { records, rows, sheets, report: report.end(), ...(standard && !other && { standard }), dropped, notices };
}
