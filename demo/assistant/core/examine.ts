/** All sources through the pipeline and the examination: what the report, the changes and the file are made of. */
import { createExaminer, type Examined } from '../../../src/check/examine.js';
import { createReport, type CheckReport } from '../../../src/check/report.js';
import type { Finding } from '../../../src/check/finding.js';
import type { PlacedNotice } from '../../../src/check/notice-words.js';
import { placedNotice } from '../../../src/import/import-tables.js';
import type { NoticeGroup } from '../../../src/model/outcome.js';
import { endedBy, type EndedDecision } from '../../../src/publication/end.js';
import { yieldToEventLoop } from '../../../src/feed/yield-to-event-loop.js';
import type { MappedRow } from '../../../src/feed/mapping.js';
import { FeedFailure } from '../../../src/model/failure.js';
import type { SgsConfig } from '../../../src/model/config.js';
import type { Kind } from '../../../src/model/kinds.js';
import type { Standard } from '../../../src/rules/status.js';
import type { SheetReading } from '../../../src/import/sheet.js';
import { beforeAfter, type BeforeAfter } from './before-after.js';
import { areSeveral, lettersOf, prepareSheet, readSource, sheetOf, sourceName, type Source } from './source.js';

export interface ExamineSettings {
  /** Today in China, ISO: rows without a 公示日期 count as published on it. */
  readonly today: string;
  readonly standard?: Standard | undefined;
  /** Privacy, and what a person has said of values and of columns nobody knows. */
  readonly config: SgsConfig;
  /** By fingerprint of the header. */
  readonly mappings: ReadonlyMap<string, Readonly<Record<string, string>>>;
  /** By source. */
  readonly kinds: ReadonlyMap<number, Kind>;
}

/** An entry of a source, and what came of it. */
export interface Entry extends Examined {
  readonly source: Source;
  /** As the spreadsheet counts; of JSON, the number of the entry. */
  readonly line: number;
  /** What would be changed or is in doubt, cell by cell. */
  readonly cells: readonly BeforeAfter[];
}

export interface Results {
  /** In the order of the sources, by their numbers (`row`), which run through all of them. */
  readonly entries: readonly Entry[];
  readonly report: CheckReport;
  /** Sources that broke off, and why. */
  readonly problems: readonly string[];
  /** Rows in sheets that are no records: blank ones, totals, headers. */
  readonly skipped: number;
  /** What was withheld, masked or not understood. */
  readonly notices: readonly SourceNotice[];
  /** Decisions whose rows are withheld: what is public of them has to go. */
  readonly ended: readonly EndedDecision[];
}

export interface SourceNotice extends PlacedNotice {
  readonly source: Source;
}

export interface Work {
  readonly signal: AbortSignal;
  /** Share that is done, 0 to 1. */
  readonly progress: (share: number) => void;
}

/** Milliseconds of work without a break. */
const SLICE_MS = 12;

/** Drives steps to their end and lets the page answer between them. @returns false when it was cancelled */
export const inSlices = async (steps: Iterator<number, unknown>, { signal, progress }: Work): Promise<boolean> => {
  let until = performance.now() + SLICE_MS;
  for (let step = steps.next(); !step.done; step = steps.next()) {
    if (performance.now() < until) continue;
    progress(step.value);
    await yieldToEventLoop();
    if (signal.aborted) return false;
    until = performance.now() + SLICE_MS;
  }
  return true;
};

/** The whole examination; undefined when it was cancelled. */
export const examine = async (
  sources: readonly Source[],
  { today, standard, config, mappings, kinds }: ExamineSettings,
  { signal, progress }: Work,
): Promise<Results | undefined> => {
  const examined: Entry[] = [];
  const problems: string[] = [];
  const broken = new Set<Source>();
  /** Where the entries of each source begin. */
  const starts: { readonly start: number; readonly source: Source; readonly sheet: SheetReading | undefined }[] = [];
  const report = createReport(Infinity);
  let skipped = 0;
  let before = 0;
  let until = performance.now() + SLICE_MS;
  const notices: SourceNotice[] = [];
  const ended: EndedDecision[] = [];
  const several = areSeveral(sources);
  const rows = createRows();
  // One for all, so that a record that stands in two files is found.
  const examiner = createExaminer(
    { today, config: { ...config, ...(standard && { standard }) }, published: false, publishedOn: today },
    (one) => {
      const { start, source, sheet } = starts.filter((each) => each.start < one.row).pop() as (typeof starts)[number];
      const line = sheet?.entries[one.row - start - 1]?.row ?? one.row - start;
      examined.push({
        ...one,
        findings: one.findings.map((finding) => placed(finding, sourceName(source, several), sheet, line)),
        source,
        line,
        cells: beforeAfter(rows.take(one.row), one.record, one.findings),
      });
    },
  );
  for (const [at, source] of sources.entries()) {
    const mapping = mappings.get(source.fingerprint);
    const start = before;
    try {
      if (!(await inSlices(prepareSheet(source, mapping), { signal, progress: () => progress(at / sources.length) }))) return undefined;
      until = performance.now() + SLICE_MS;
      const sheet = sheetOf(source, mapping);
      starts.push({ start, source, sheet });
      for (const finding of sheet?.findings ?? []) {
        if (finding.code === 'row-skipped') skipped++;
        else report.addFinding(finding, sheet?.kind);
      }
      const steps = readSource(
        source,
        { today, config, mapping, kind: kinds.get(source.id), standard },
        (row, built, n) => {
          before = Math.max(before, start + n);
          rows.keep(row, start + n);
          examiner.onRow(row, built, start + n);
          const decision = endedBy(row, built, { ...config, ...(standard && { standard }) }, today);
          if (decision) ended.push(decision);
        },
        sheet,
      );
      let step = steps.next();
      for (; !step.done; step = steps.next()) {
        if (performance.now() < until) continue;
        progress((at + step.value) / sources.length);
        await yieldToEventLoop();
        if (signal.aborted) return undefined;
        until = performance.now() + SLICE_MS;
      }
      before = start + step.value.rows;
      notices.push(...step.value.notices.map((notice) => ({ ...placedIn(notice, sourceName(source, several), sheet), source })));
    } catch (error) {
      broken.add(source);
      problems.push(`${source.file}：${error instanceof FeedFailure ? error.failure.detail : '没有读完。'}`);
    }
  }
  examiner.end(before);
  // Entries that wait for the standard come late.
  const entries = examined.filter(({ source }) => !broken.has(source)).sort((a, b) => a.row - b.row);
  for (const entry of entries) report.add(entry);
  return { entries, report: report.end(), problems, skipped, notices, ended };
};

/** Rows until they have been examined, by their numbers. One that could not be decided comes again, with its first number. */
function createRows(): { readonly keep: (row: MappedRow, number: number) => void; readonly take: (number: number) => MappedRow | undefined } {
  const rows = new Map<number, MappedRow>();
  const numbers = new WeakMap<MappedRow, number>();
  return {
    keep: (row, number) => {
      if (numbers.has(row)) return;
      numbers.set(row, number);
      rows.set(number, row);
    },
    take: (number) => {
      const row = rows.get(number);
      rows.delete(number);
      return row;
    },
  };
}

/** A finding where the spreadsheet has it; of a field that is empty, where it should be. */
const placed = (finding: Finding, name: string, sheet: SheetReading | undefined, line: number): Finding => {
  const column =
    finding.column === undefined
      ? sheet?.columns.find(({ field }) => field !== undefined && field === finding.field)?.letters
      : lettersOf(sheet, finding.column);
  return { ...finding, place: { sheet: name, row: line, ...(column && { column }) } };
};

/** Of a document, the numbers of its entries. */
const placedIn = (notice: NoticeGroup, name: string, sheet: SheetReading | undefined): PlacedNotice =>
  (sheet ? { ...placedNotice(notice, sheet), sheet: name } : notice);
